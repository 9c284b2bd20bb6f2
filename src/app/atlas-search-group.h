/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-search-row.h"

G_BEGIN_DECLS

/**
 * AtlasSearchGroup:
 *
 * Results of one kind under a heading: the first few, and more when the reader asks.
 * Rows are used again for other results.
 */
#define ATLAS_TYPE_SEARCH_GROUP (atlas_search_group_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSearchGroup, atlas_search_group, ATLAS, SEARCH_GROUP, AdwBin)

#define ATLAS_SEARCH_GROUP_FIRST 5

/* Has @row show @item. */
typedef void (*AtlasSearchGroupFunc) (AtlasSearchRow *row, gpointer item, gpointer user_data);

AtlasSearchGroup *atlas_search_group_new (AtlasState *state, AtlasContent *content, const char *heading, AtlasSearchGroupFunc func, gpointer user_data);
void atlas_search_group_reset (AtlasSearchGroup *self);
void atlas_search_group_set_items (AtlasSearchGroup *self, GPtrArray *items, gboolean has_more);
void atlas_search_group_set_problem (AtlasSearchGroup *self, const char *problem);
guint atlas_search_group_fill (AtlasSearchGroup *self, guint n);
gboolean atlas_search_group_is_full (AtlasSearchGroup *self);

GtkListBox *atlas_search_group_get_list (AtlasSearchGroup *self);
AtlasSearchRow *atlas_search_group_get_first (AtlasSearchGroup *self);
gboolean atlas_search_group_focus_first (AtlasSearchGroup *self);
gboolean atlas_search_group_focus_last (AtlasSearchGroup *self);

G_END_DECLS
