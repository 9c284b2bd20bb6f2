/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AtlasLazyList:
 *
 * A boxed list that shows its first rows and the rest when the reader asks.
 */
#define ATLAS_TYPE_LAZY_LIST (atlas_lazy_list_get_type ())
G_DECLARE_FINAL_TYPE (AtlasLazyList, atlas_lazy_list, ATLAS, LAZY_LIST, AdwBin)

/* (transfer floating): the row of @item */
typedef GtkWidget *(*AtlasLazyListFunc) (gpointer item, gpointer user_data);

GtkWidget *atlas_lazy_list_new (const char *accessible_name, GPtrArray *items, guint first, AtlasLazyListFunc func, gpointer user_data);

G_END_DECLS
