/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-point.h"

G_BEGIN_DECLS

/* The latitude where Web Mercator's square world ends, in degrees. */
#define ATLAS_MERCATOR_MAX_LAT 85.0511287798066

/* The side of the whole world at zoom 0, in pixels. */
#define ATLAS_TILE_SIZE 256.0

/* Web Mercator in world pixels at @zoom: x from 0 at 180° W to the world's
 * width at 180° E, y from 0 at the north edge. Longitudes and x are not
 * wrapped; latitudes are held within the square world. */
double atlas_mercator_x (double lon, double zoom);
double atlas_mercator_y (double lat, double zoom);
double atlas_mercator_lon (double x, double zoom);
double atlas_mercator_lat (double y, double zoom);
double atlas_mercator_world_size (double zoom);

typedef enum
{
  ATLAS_PROJECTION_MERCATOR,
  ATLAS_PROJECTION_EQUAL_AREA, /* Lambert azimuthal, Snyder 1987, p. 185 */
} AtlasProjectionKind;

/**
 * AtlasProjection:
 * @lon: longitude of the centre, degrees
 * @lat: latitude of the centre, degrees
 * @scale: pixels per radian at the centre (Mercator: on the equator)
 * @x: where the centre lies, in pixels from the left
 * @y: where the centre lies, in pixels from the top
 *
 * All that it takes to go from degrees to a picture and back. A plain value.
 */
typedef struct
{
  AtlasProjectionKind kind;
  double lon;
  double lat;
  double scale;
  double x;
  double y;
} AtlasProjection;

gboolean atlas_projection_forward (const AtlasProjection *self, double lon, double lat, double *x, double *y);
gboolean atlas_projection_inverse (const AtlasProjection *self, double x, double y, double *lon, double *lat);
double atlas_projection_get_zoom (const AtlasProjection *self);
void atlas_projection_fit (AtlasProjection *self, AtlasProjectionKind kind, const AtlasPoint *places, guint n_places, double x, double y, double width, double height);
void atlas_projection_fit_eurasia (AtlasProjection *self, AtlasProjectionKind kind, double x, double y, double width, double height);

/**
 * AtlasMapView:
 * @lon: longitude of the middle, degrees
 * @lat: latitude of the middle, degrees
 * @zoom: Mercator zoom for 256-pixel tiles; need not be whole
 * @width: in application pixels
 * @height: in application pixels
 * @scale: device pixels per application pixel
 *
 * What of a Mercator map is looked at. A plain value.
 */
typedef struct
{
  double lon;
  double lat;
  double zoom;
  double width;
  double height;
  double scale;
} AtlasMapView;

void atlas_map_view_get_projection (const AtlasMapView *self, AtlasProjection *projection);
void atlas_map_view_to_screen (const AtlasMapView *self, double lon, double lat, double *x, double *y);
void atlas_map_view_to_geo (const AtlasMapView *self, double x, double y, double *lon, double *lat);
gboolean atlas_map_view_equal (const AtlasMapView *a, const AtlasMapView *b);

G_END_DECLS
