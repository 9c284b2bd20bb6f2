/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-map-words.h"

G_BEGIN_DECLS

/**
 * AtlasMapHint:
 *
 * A small label beside the pointer, without a tooltip's delay. It lies over
 * the map and lets every click through.
 */
#define ATLAS_TYPE_MAP_HINT (atlas_map_hint_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapHint, atlas_map_hint, ATLAS, MAP_HINT, GtkWidget)

GtkWidget *atlas_map_hint_new (void);
void atlas_map_hint_set_words (AtlasMapHint *self, const AtlasMapWords *words);
void atlas_map_hint_move (AtlasMapHint *self, double x, double y);

G_END_DECLS
