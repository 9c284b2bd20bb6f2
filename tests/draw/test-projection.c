/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-projection.h"

#include <math.h>

static void
assert_near (double a,
             double b,
             double tolerance)
{
  g_assert_cmpfloat_with_epsilon (a, b, tolerance);
}

static void
test_mercator_known (void)
{
  assert_near (atlas_mercator_world_size (0), 256, 1e-12);
  assert_near (atlas_mercator_world_size (3.5), 256 * 8 * sqrt (2), 1e-9);
  assert_near (atlas_mercator_x (-180, 0), 0, 1e-12);
  assert_near (atlas_mercator_x (0, 0), 128, 1e-12);
  assert_near (atlas_mercator_x (190, 0), 256 * 370 / 360.0, 1e-9);
  assert_near (atlas_mercator_y (0, 0), 128, 1e-12);
  assert_near (atlas_mercator_y (ATLAS_MERCATOR_MAX_LAT, 0), 0, 1e-9);
  assert_near (atlas_mercator_y (-ATLAS_MERCATOR_MAX_LAT, 0), 256, 1e-9);
  /* EPSG guidance note 7-2, Popular Visualisation Pseudo-Mercator: 24°22′54.433″ N,
   * 100°20′00″ W lies at E -11169055.58, N 2800000.00 metres. */
  assert_near (atlas_mercator_x (-100.0 - 20 / 60.0, 0), 128 + -11169055.58 / (2 * G_PI * 6378137) * 256, 1e-6);
  assert_near (atlas_mercator_y (24 + 22 / 60.0 + 54.433 / 3600, 0), 128 - 2800000.00 / (2 * G_PI * 6378137) * 256, 1e-6);
}

static void
test_mercator_inverse (void)
{
  for (double lat = -85; lat <= 85; lat += 17)
    for (double lon = -180; lon <= 200; lon += 19)
      {
        assert_near (atlas_mercator_lon (atlas_mercator_x (lon, 4.3), 4.3), lon, 1e-9);
        assert_near (atlas_mercator_lat (atlas_mercator_y (lat, 4.3), 4.3), lat, 1e-9);
      }
}

static void
test_mercator_poles (void)
{
  AtlasProjection p = { ATLAS_PROJECTION_MERCATOR, 0, 0, 100, 0, 0 };
  double x, y, held;

  g_assert_true (atlas_projection_forward (&p, 0, 85, &x, &y));
  g_assert_false (atlas_projection_forward (&p, 0, 90, &x, &y));
  atlas_projection_forward (&p, 0, ATLAS_MERCATOR_MAX_LAT, &x, &held);
  assert_near (y, held, 1e-9);
  g_assert_false (atlas_projection_inverse (&p, 0, -1000, &x, &y));
}

/* Snyder 1987, p. 332: Lambert azimuthal equal-area of the sphere of radius 3
 * centred on 40° N, 100° W; 20° S, 100° E lies at x -4.2339303, y 4.0257775. */
static void
test_equal_area_known (void)
{
  AtlasProjection p = { ATLAS_PROJECTION_EQUAL_AREA, -100, 40, 3, 0, 0 };
  double x, y;

  g_assert_false (atlas_projection_forward (&p, 100, -20, &x, &y));
  /* It lies out of reach and is drawn in to the rim, in its own direction. */
  assert_near (hypot (x, y), 6 * sin (50 * G_PI / 180), 1e-9);
  assert_near (y / x, 4.0257775 / 4.2339303, 1e-6);

  /* Snyder's table 28: 30° of longitude from the centre on the equator. */
  p = (AtlasProjection) { ATLAS_PROJECTION_EQUAL_AREA, 0, 0, 1, 0, 0 };
  g_assert_true (atlas_projection_forward (&p, 30, 0, &x, &y));
  assert_near (x, 0.51764, 1e-5);
  assert_near (y, 0, 1e-12);
  g_assert_true (atlas_projection_forward (&p, 90, 0, &x, &y));
  assert_near (x, sqrt (2), 1e-9);
}

static void
test_equal_area_inverse (void)
{
  AtlasProjection p = { ATLAS_PROJECTION_EQUAL_AREA, 78, 48, 400, 640, 400 };

  for (double lat = 4; lat <= 85; lat += 9)
    for (double lon = 0; lon <= 165; lon += 15)
      {
        double x, y, lon2, lat2;

        g_assert_true (atlas_projection_forward (&p, lon, lat, &x, &y));
        g_assert_true (atlas_projection_inverse (&p, x, y, &lon2, &lat2));
        assert_near (remainder (lon2 - lon, 360), 0, 1e-6);
        assert_near (lat2, lat, 1e-6);
      }
  g_assert_false (atlas_projection_inverse (&p, 5000, 400, &(double) { 0 }, &(double) { 0 }));
}

static double
area_of_cell (const AtlasProjection *p,
              double lon,
              double lat)
{
  double x[4], y[4], area = 0;

  atlas_projection_forward (p, lon, lat, &x[0], &y[0]);
  atlas_projection_forward (p, lon + 0.1, lat, &x[1], &y[1]);
  atlas_projection_forward (p, lon + 0.1, lat + 0.1, &x[2], &y[2]);
  atlas_projection_forward (p, lon, lat + 0.1, &x[3], &y[3]);
  for (guint i = 0; i < 4; i++)
    area += x[i] * y[(i + 1) % 4] - x[(i + 1) % 4] * y[i];
  return fabs (area / 2);
}

static void
test_equal_area_is_equal (void)
{
  AtlasProjection p = { ATLAS_PROJECTION_EQUAL_AREA, 78, 48, 1000, 0, 0 };

  for (double lat = -10; lat <= 80; lat += 15)
    for (double lon = -10; lon <= 180; lon += 25)
      {
        double side = 0.1 * G_PI / 180;
        double on_sphere = side * (sin ((lat + 0.1) * G_PI / 180) - sin (lat * G_PI / 180)) * 1e6;

        assert_near (area_of_cell (&p, lon, lat) / on_sphere, 1, 1e-4);
      }
}

static void
test_fit_holds_russia (void)
{
  static const double places[][2] = { { 190.3, 66 }, { 180, 71 }, { 95, 81.2 }, { 19.6, 54.5 }, { -9.5, 38.7 }, { 140, -5 }, { 36, 40 } };

  for (guint kind = 0; kind < 2; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      {
        AtlasProjection p;
        double x, y;

        atlas_projection_fit_eurasia (&p, kind, 20, 30, 900, 600);
        g_assert_true (atlas_projection_forward (&p, places[i][0], places[i][1], &x, &y));
        g_assert_cmpfloat (x, >=, 20);
        g_assert_cmpfloat (x, <=, 920);
        g_assert_cmpfloat (y, >=, 30);
        g_assert_cmpfloat (y, <=, 630);
      }
}

static void
test_view (void)
{
  AtlasMapView view = { 70, 45, 3, 1280, 800, 2 };
  double x, y, lon, lat;

  atlas_map_view_to_screen (&view, 70, 45, &x, &y);
  assert_near (x, 640, 1e-9);
  assert_near (y, 400, 1e-9);
  atlas_map_view_to_screen (&view, 70 + 45, 45, &x, &y);
  assert_near (x, 640 + 256, 1e-9);
  atlas_map_view_to_geo (&view, 640 + 256, 400, &lon, &lat);
  assert_near (lon, 115, 1e-9);
  assert_near (lat, 45, 1e-9);
  g_assert_true (atlas_map_view_equal (&view, &(AtlasMapView) { 70, 45, 3, 1280, 800, 2 }));
  g_assert_false (atlas_map_view_equal (&view, &(AtlasMapView) { 70, 45, 3, 1280, 800, 1 }));
}

static void
test_view_antimeridian (void)
{
  AtlasMapView view = { 175, 65, 4, 800, 600, 1 };
  double x, y, lon, lat;

  atlas_map_view_to_screen (&view, -175, 65, &x, &y);
  assert_near (x, 400 + 10 / 360.0 * 4096, 1e-9);
  atlas_map_view_to_geo (&view, x, y, &lon, &lat);
  assert_near (lon, -175, 1e-9);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/projection/mercator/known", test_mercator_known);
  g_test_add_func ("/projection/mercator/inverse", test_mercator_inverse);
  g_test_add_func ("/projection/mercator/poles", test_mercator_poles);
  g_test_add_func ("/projection/equal-area/known", test_equal_area_known);
  g_test_add_func ("/projection/equal-area/inverse", test_equal_area_inverse);
  g_test_add_func ("/projection/equal-area/is-equal", test_equal_area_is_equal);
  g_test_add_func ("/projection/fit", test_fit_holds_russia);
  g_test_add_func ("/projection/view", test_view);
  g_test_add_func ("/projection/view/antimeridian", test_view_antimeridian);
  return g_test_run ();
}
