/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-import-area.h"
#include "atlas-window.h"

G_BEGIN_DECLS

/**
 * AtlasImportDesk:
 *
 * Takes what is brought to a window, one batch after the other, runs a job for each
 * and tells the reader what became of it: an article alone is opened, what seems to
 * be another version of one that is there is asked about.
 */
#define ATLAS_TYPE_IMPORT_DESK (atlas_import_desk_get_type ())
G_DECLARE_FINAL_TYPE (AtlasImportDesk, atlas_import_desk, ATLAS, IMPORT_DESK, GObject)

AtlasImportDesk *atlas_import_desk_new (AtlasWindow *window, AtlasImportArea *area);

void atlas_import_desk_take (AtlasImportDesk *self, GPtrArray *items);

G_END_DECLS
