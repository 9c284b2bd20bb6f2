/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "atlas-projection.h"

G_BEGIN_DECLS

gboolean atlas_map_geometry_get_view (ShumateViewport *viewport, GtkWidget *widget, AtlasMapView *view);
void atlas_map_geometry_enlarge (const AtlasMapView *view, AtlasMapView *enlarged);
gboolean atlas_map_geometry_covers (const AtlasMapView *picture, const AtlasMapView *view);
void atlas_map_geometry_place (const AtlasMapView *view, double lon, double lat, double *x, double *y);
void atlas_map_geometry_place_in_picture (const AtlasMapView *view, const AtlasMapView *picture, double lon, double lat, double *x, double *y);
void atlas_map_geometry_place_picture (const AtlasMapView *view, const AtlasMapView *picture, graphene_rect_t *rect);
double atlas_map_geometry_snap (const AtlasMapView *view, double coordinate);
double atlas_map_geometry_wrap (double lon);

G_END_DECLS
