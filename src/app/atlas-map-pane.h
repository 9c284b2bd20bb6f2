/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-map.h"

G_BEGIN_DECLS

/**
 * AtlasMapPane:
 *
 * The map and what lies over it: the legend, buttons to move, and, where the
 * header bar has no room for it, the date.
 */
#define ATLAS_TYPE_MAP_PANE (atlas_map_pane_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapPane, atlas_map_pane, ATLAS, MAP_PANE, AdwBin)

GtkWidget *atlas_map_pane_new (AtlasState *state, AtlasContent *content);

AtlasMap *atlas_map_pane_get_map (AtlasMapPane *self);
GtkWidget *atlas_map_pane_get_legend (AtlasMapPane *self);
void atlas_map_pane_set_dates (AtlasMapPane *self, const char *dates, gboolean verified);
void atlas_map_pane_set_room (AtlasMapPane *self, gboolean narrow, gboolean fullscreen);
void atlas_map_pane_set_bottom (AtlasMapPane *self, int height);

G_END_DECLS
