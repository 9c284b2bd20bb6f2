/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-content.h"
#include "atlas-projection.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/**
 * AtlasMap:
 *
 * The map: it paints what AtlasState names, and a click, a tap or Enter on it
 * selects. AtlasMap::painted says that what is on the screen is what the state
 * names, all of it.
 */
#define ATLAS_TYPE_MAP (atlas_map_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMap, atlas_map, ATLAS, MAP, GtkWidget)

GtkWidget *atlas_map_new (AtlasState *state, AtlasContent *content);

gboolean atlas_map_is_painted (AtlasMap *self);
gboolean atlas_map_get_painted_when (AtlasMap *self, AtlasWhen *when);
gboolean atlas_map_is_at_home (AtlasMap *self);
gboolean atlas_map_get_view (AtlasMap *self, AtlasMapView *view);
void atlas_map_set_position (AtlasMap *self, double lon, double lat, double zoom);
void atlas_map_fly_to (AtlasMap *self, double lon, double lat, double zoom);
void atlas_map_zoom_by (AtlasMap *self, double steps);
void atlas_map_go_home (AtlasMap *self);
void atlas_map_set_text_scale (AtlasMap *self, double text_scale);
void atlas_map_set_covered (AtlasMap *self, double height);

G_END_DECLS
