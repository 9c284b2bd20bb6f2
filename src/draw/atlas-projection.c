/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-projection.h"

#include <math.h>

#define RADIANS(degrees) ((degrees) * (G_PI / 180.0))
#define DEGREES(radians) ((radians) * (180.0 / G_PI))

/* What the equal-area projection shows: this far from its centre, in degrees.
 * Beyond, shapes are torn so wide that they say nothing. */
#define EQUAL_AREA_REACH 100.0

/* A centre that keeps both Iberia and Chukotka upright enough to be known. */
#define EURASIA_LON 78.0
#define EURASIA_LAT 48.0

/* How much of the box the places that must be seen may fill. */
#define MARGIN 0.97

/**
 * atlas_mercator_world_size:
 *
 * Returns: the width, and height, of the world at @zoom in pixels
 */
double
atlas_mercator_world_size (double zoom)
{
  return ATLAS_TILE_SIZE * exp2 (zoom);
}

/**
 * atlas_mercator_x:
 * @lon: degrees; may pass ±180
 *
 * Returns: world pixels from 180° W
 */
double
atlas_mercator_x (double lon,
                  double zoom)
{
  return (lon + 180.0) / 360.0 * atlas_mercator_world_size (zoom);
}

/**
 * atlas_mercator_y:
 * @lat: degrees; held within the square world
 *
 * Spherical Mercator (Snyder 1987, formula 7-2), as web maps use it
 * (EPSG:3857).
 *
 * Returns: world pixels from the north edge
 */
double
atlas_mercator_y (double lat,
                  double zoom)
{
  double held = CLAMP (lat, -ATLAS_MERCATOR_MAX_LAT, ATLAS_MERCATOR_MAX_LAT);

  return (0.5 - asinh (tan (RADIANS (held))) / (2 * G_PI)) * atlas_mercator_world_size (zoom);
}

/**
 * atlas_mercator_lon:
 *
 * Returns: degrees, not wrapped
 */
double
atlas_mercator_lon (double x,
                    double zoom)
{
  return x / atlas_mercator_world_size (zoom) * 360.0 - 180.0;
}

/**
 * atlas_mercator_lat:
 *
 * Returns: degrees (Snyder 1987, formula 7-4)
 */
double
atlas_mercator_lat (double y,
                    double zoom)
{
  return DEGREES (atan (sinh ((0.5 - y / atlas_mercator_world_size (zoom)) * 2 * G_PI)));
}

static double
mercator_radians (double lat)
{
  return asinh (tan (RADIANS (CLAMP (lat, -ATLAS_MERCATOR_MAX_LAT, ATLAS_MERCATOR_MAX_LAT))));
}

static gboolean
forward_mercator (const AtlasProjection *self,
                  double lon,
                  double lat,
                  double *x,
                  double *y)
{
  *x = self->x + self->scale * RADIANS (lon - self->lon);
  *y = self->y - self->scale * (mercator_radians (lat) - mercator_radians (self->lat));
  return fabs (lat) <= ATLAS_MERCATOR_MAX_LAT;
}

static gboolean
inverse_mercator (const AtlasProjection *self,
                  double x,
                  double y,
                  double *lon,
                  double *lat)
{
  double m = mercator_radians (self->lat) - (y - self->y) / self->scale;

  *lon = self->lon + DEGREES ((x - self->x) / self->scale);
  *lat = DEGREES (atan (sinh (m)));
  return fabs (m) <= G_PI;
}

/* Snyder 1987, formulas 22-4, 24-2 and 24-13 (sphere of radius @scale). A
 * point out of reach is drawn in to the rim, along its own direction, so that
 * shapes end there instead of tearing. */
static gboolean
forward_equal_area (const AtlasProjection *self,
                    double lon,
                    double lat,
                    double *x,
                    double *y)
{
  double phi = RADIANS (lat), phi1 = RADIANS (self->lat), d = RADIANS (lon - self->lon);
  double east = cos (phi) * sin (d);
  double north = cos (phi1) * sin (phi) - sin (phi1) * cos (phi) * cos (d);
  double cos_c = CLAMP (sin (phi1) * sin (phi) + cos (phi1) * cos (phi) * cos (d), -1.0, 1.0);
  double sin_c = hypot (east, north);
  double c = MIN (acos (cos_c), RADIANS (EQUAL_AREA_REACH));
  double r = 2 * self->scale * sin (c / 2);

  if (sin_c < 1e-12)
    {
      *x = self->x;
      *y = cos_c > 0 ? self->y : self->y + r;
      return cos_c > 0;
    }
  *x = self->x + r * east / sin_c;
  *y = self->y - r * north / sin_c;
  return cos_c >= cos (RADIANS (EQUAL_AREA_REACH));
}

/* Snyder 1987, formulas 20-14, 20-15 and 24-16. */
static gboolean
inverse_equal_area (const AtlasProjection *self,
                    double x,
                    double y,
                    double *lon,
                    double *lat)
{
  double dx = x - self->x, dy = self->y - y, phi1 = RADIANS (self->lat);
  double rho = hypot (dx, dy);
  double half = rho / (2 * self->scale);
  double c;

  *lon = self->lon;
  *lat = self->lat;
  if (half > sin (RADIANS (EQUAL_AREA_REACH) / 2))
    return FALSE;
  if (rho < 1e-9)
    return TRUE;
  c = 2 * asin (half);
  *lat = DEGREES (asin (CLAMP (cos (c) * sin (phi1) + dy * sin (c) * cos (phi1) / rho, -1.0, 1.0)));
  *lon = self->lon + DEGREES (atan2 (dx * sin (c), rho * cos (phi1) * cos (c) - dy * sin (phi1) * sin (c)));
  return TRUE;
}

/**
 * atlas_projection_forward:
 * @lon: degrees
 * @lat: degrees
 * @x: (out): pixels from the left
 * @y: (out): pixels from the top
 *
 * Mercator does not wrap @lon: whoever wants a world copy adds or takes 360.
 *
 * Returns: whether the projection can show the place; where not, @x and @y lie
 *   on the rim of what it can
 */
gboolean
atlas_projection_forward (const AtlasProjection *self,
                          double lon,
                          double lat,
                          double *x,
                          double *y)
{
  if (self->kind == ATLAS_PROJECTION_MERCATOR)
    return forward_mercator (self, lon, lat, x, y);
  return forward_equal_area (self, lon, lat, x, y);
}

/**
 * atlas_projection_inverse:
 * @lon: (out): degrees, not wrapped
 * @lat: (out): degrees
 *
 * Returns: whether a place lies there
 */
gboolean
atlas_projection_inverse (const AtlasProjection *self,
                          double x,
                          double y,
                          double *lon,
                          double *lat)
{
  if (self->kind == ATLAS_PROJECTION_MERCATOR)
    return inverse_mercator (self, x, y, lon, lat);
  return inverse_equal_area (self, x, y, lon, lat);
}

/**
 * atlas_projection_get_zoom:
 *
 * Returns: the Mercator zoom with the same scale; in an equal-area picture, one
 *   that shows about as much, for choosing detail and names
 */
double
atlas_projection_get_zoom (const AtlasProjection *self)
{
  double zoom = log2 (self->scale * 2 * G_PI / ATLAS_TILE_SIZE);

  /* Mercator swells by the secant of the latitude, equal-area pictures do not. */
  return self->kind == ATLAS_PROJECTION_MERCATOR ? zoom : zoom - log2 (1 / cos (RADIANS (self->lat))) / 2;
}

/* Places that a picture of Eurasia must hold, whole Russia among them. */
static const AtlasPoint eurasia_rim[] = {
  { -24, 64 },
  { -10, 51 },
  { -10, 36.5f },
  { -5, 35 },
  { 11, 36.5f },
  { 25, 34 },
  { 32, 22 },
  { 43, 12.5f },
  { 54, 12 },
  { 77, 7 },
  { 95, -6 },
  { 106, -8 },
  { 120, -11 },
  { 141, -9 },
  { 146, 43 },
  { 163, 54 },
  { 180, 61 },
  { 190, 66 },
  { 181, 71.5f },
  { 150, 76 },
  { 105, 78 },
  { 95, 81.3f },
  { 60, 82 },
  { 20, 80.5f },
};

/* Scales and moves a projection with a centre so that the places fill the box. */
static void
fill_box (AtlasProjection *self,
          const AtlasPoint *places,
          guint n_places,
          double x,
          double y,
          double width,
          double height)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < n_places; i++)
    {
      double px, py;

      atlas_projection_forward (self, places[i].lon, places[i].lat, &px, &py);
      left = MIN (left, px);
      right = MAX (right, px);
      top = MIN (top, py);
      bottom = MAX (bottom, py);
    }
  self->scale = MARGIN * MIN (width / MAX (right - left, 1e-6), height / MAX (bottom - top, 1e-6));
  self->x = x + width / 2 - self->scale * (left + right) / 2;
  self->y = y + height / 2 - self->scale * (top + bottom) / 2;
}

/**
 * atlas_projection_fit:
 * @places: at least one
 * @x: left edge of the box to fill, pixels
 * @y: top edge
 *
 * Sets the projection so that all @places lie in the box, with its centre in
 * their midst: where the mean of their directions from the middle of the Earth
 * meets the ground.
 */
void
atlas_projection_fit (AtlasProjection *self,
                      AtlasProjectionKind kind,
                      const AtlasPoint *places,
                      guint n_places,
                      double x,
                      double y,
                      double width,
                      double height)
{
  double sum[3] = { 0, 0, 0 };

  g_return_if_fail (n_places > 0);

  for (guint i = 0; i < n_places; i++)
    {
      double lon = RADIANS (places[i].lon), lat = RADIANS (places[i].lat);

      sum[0] += cos (lat) * cos (lon);
      sum[1] += cos (lat) * sin (lon);
      sum[2] += sin (lat);
    }
  *self = (AtlasProjection) { kind, DEGREES (atan2 (sum[1], sum[0])), DEGREES (atan2 (sum[2], hypot (sum[0], sum[1]))), 1, 0, 0 };
  fill_box (self, places, n_places, x, y, width, height);
}

/**
 * atlas_projection_fit_eurasia:
 * @x: left edge of the box to fill, pixels
 * @y: top edge
 *
 * Sets the projection so that Eurasia, with all of Russia, fills the box.
 */
void
atlas_projection_fit_eurasia (AtlasProjection *self,
                              AtlasProjectionKind kind,
                              double x,
                              double y,
                              double width,
                              double height)
{
  *self = (AtlasProjection) { kind, EURASIA_LON, EURASIA_LAT, 1, 0, 0 };
  fill_box (self, eurasia_rim, G_N_ELEMENTS (eurasia_rim), x, y, width, height);
}

/**
 * atlas_map_view_get_projection:
 * @projection: (out caller-allocates): in application pixels of the view
 */
void
atlas_map_view_get_projection (const AtlasMapView *self,
                               AtlasProjection *projection)
{
  *projection = (AtlasProjection) {
    ATLAS_PROJECTION_MERCATOR,
    self->lon,
    self->lat,
    atlas_mercator_world_size (self->zoom) / (2 * G_PI),
    self->width / 2,
    self->height / 2,
  };
}

/**
 * atlas_map_view_to_screen:
 * @x: (out): application pixels from the left
 * @y: (out): application pixels from the top
 *
 * Of the world copies the one nearest to the middle.
 */
void
atlas_map_view_to_screen (const AtlasMapView *self,
                          double lon,
                          double lat,
                          double *x,
                          double *y)
{
  AtlasProjection projection;

  atlas_map_view_get_projection (self, &projection);
  atlas_projection_forward (&projection, self->lon + remainder (lon - self->lon, 360), lat, x, y);
}

/**
 * atlas_map_view_to_geo:
 * @x: application pixels from the left
 * @y: application pixels from the top
 * @lon: (out): degrees, from -180 up to 180
 * @lat: (out): degrees
 */
void
atlas_map_view_to_geo (const AtlasMapView *self,
                       double x,
                       double y,
                       double *lon,
                       double *lat)
{
  AtlasProjection projection;

  atlas_map_view_get_projection (self, &projection);
  atlas_projection_inverse (&projection, x, y, lon, lat);
  *lon = remainder (*lon, 360);
}

/**
 * atlas_map_view_equal:
 *
 * Returns: whether both show the same picture
 */
gboolean
atlas_map_view_equal (const AtlasMapView *a,
                      const AtlasMapView *b)
{
  return a->lon == b->lon && a->lat == b->lat && a->zoom == b->zoom &&
         a->width == b->width && a->height == b->height && a->scale == b->scale;
}
