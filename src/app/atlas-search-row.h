/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/**
 * AtlasSearchRow:
 *
 * A result: an icon, a title and what stands below it, as in an #AdwActionRow, but
 * cheap to make and to use again, since each key that is typed brings other results.
 */
#define ATLAS_TYPE_SEARCH_ROW (atlas_search_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSearchRow, atlas_search_row, ATLAS, SEARCH_ROW, GtkListBoxRow)

AtlasSearchRow *atlas_search_row_new (AtlasState *state, AtlasContent *content);
void atlas_search_row_set (AtlasSearchRow *self, const char *path, const char *icon_name, const char *title, const char *subtitle);
const char *atlas_search_row_get_path (AtlasSearchRow *self);

G_END_DECLS
