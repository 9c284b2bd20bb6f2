/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-import-job.h"

G_BEGIN_DECLS

/**
 * AtlasImportBar:
 *
 * How far articles are brought in, and a button that cancels it. It shows itself only
 * where that takes a while.
 */
#define ATLAS_TYPE_IMPORT_BAR (atlas_import_bar_get_type ())
G_DECLARE_FINAL_TYPE (AtlasImportBar, atlas_import_bar, ATLAS, IMPORT_BAR, AdwBin)

GtkWidget *atlas_import_bar_new (void);

void atlas_import_bar_show_waiting (AtlasImportBar *self);
void atlas_import_bar_show_job (AtlasImportBar *self, AtlasImportJob *job);
void atlas_import_bar_hide (AtlasImportBar *self);

G_END_DECLS
