/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-import-bar.h"

G_BEGIN_DECLS

/**
 * AtlasImportArea:
 *
 * Where articles can be dropped: all that is in the window. While something that can
 * be dropped is over it, it says what dropping does.
 */
#define ATLAS_TYPE_IMPORT_AREA (atlas_import_area_get_type ())
G_DECLARE_FINAL_TYPE (AtlasImportArea, atlas_import_area, ATLAS, IMPORT_AREA, AdwBin)

GtkWidget *atlas_import_area_new (GtkWidget *child);

AtlasImportBar *atlas_import_area_get_bar (AtlasImportArea *self);

G_END_DECLS
