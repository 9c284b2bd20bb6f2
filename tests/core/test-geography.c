/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../atlas-fixture.h"
#include "atlas-geography.h"

#include <math.h>
#include <string.h>
#include <zstd.h>

static AtlasGeography *world;

/* Longitude, latitude, the unit there and the country that it counts to; and the first level of detail at which the
 * place, if it is small, still lies within its unit. */
static const struct
{
  double lon, lat;
  const char *unit;
  const char *country;
  guint from_level;
} places[] = {
  { 71.43, 51.13, "KZ", "KZ", 0 },
  { 37.62, 55.75, "RU", "RU", 0 },
  { 20.8, 54.65, "RU", "RU", 0 },
  { -175, 66, "RU", "RU", 0 },
  { 185, 66, "RU", "RU", 0 },
  { 178, 67, "RU", "RU", 0 },
  { -179.5, 71.2, "RU", "RU", 0 },
  { 179.5, 71.2, "RU", "RU", 0 },
  { 143, 50, "RU", "RU", 0 },
  { 35, 45, "UA-43", "UA", 0 },
  { 34.1, 44.95, "UA-43", "UA", 0 },
  { 34, 47, "UA", "UA", 0 },
  { 38, 48.3, "UA", "UA", 0 },
  { 41.1, 43.05, "GE-AB", "GE", 0 },
  { 43.97, 42.3, "GE-OS", "GE", 0 },
  { 44.8, 41.7, "GE", "GE", 0 },
  { 44.5, 40.2, "AM", "AM", 0 },
  { 46.7, 39.8, "AZ", "AZ", 0 },
  { 45.4, 39.3, "AZ", "AZ", 0 },
  { 29.65, 46.88, "MD-SN", "MD", 1 },
  { 28.85, 47, "MD", "MD", 0 },
  { 74.8, 34.08, "IN-JK", "IN", 0 },
  { 77.6, 34.2, "IN-JK", "IN", 0 },
  { 74.31, 35.92, "PK-GB", "PK", 0 },
  { 73.7, 33.9, "PK-JK", "PK", 0 },
  { 79.3, 35.2, "CN-AKC", "CN", 0 },
  { 76.7, 36.1, "CN-SHK", "CN", 0 },
  { 77.05, 35.42, "XX-SIA", "", 1 },
  { 93.8, 27.6, "IN-AR", "IN", 0 },
  { 91.7, 26.2, "IN", "IN", 0 },
  { 91.1, 29.65, "CN", "CN", 0 },
  { 114.15, 22.4, "HK", "CN", 0 },
  { 121, 24, "TW", "TW", 0 },
  { 20.9, 42.6, "XK", "XK", 0 },
  { 20.5, 44.8, "RS", "RS", 0 },
  { 35.2, 32, "PS", "PS", 0 },
  { 34.9, 31.5, "IL", "IL", 0 },
  { 35.78, 33, "SY-GOL", "SY", 0 },
  { 33.2, 34.9, "CY", "CY", 0 },
  { 33.5, 35.3, "CY-N", "CY", 0 },
  { -12.9, 27, "EH-W", "EH", 0 },
  { 28.6, 9.7, "SD-ABY", "SD", 0 },
  { 45, 9.5, "SO-SL", "SO", 0 },
  { 147.6, 44.9, "RU-KUR", "RU", 0 },
  { 178, -17.8, "FJ", "FJ", 0 },
  { 179.2, -16.6, "FJ", "FJ", 0 },
  { -179.97, -16.85, "FJ", "FJ", 3 },
  { 12.4543, 41.9034, "VA", "VA", 0 },
  { 12.6, 41.9, "IT", "IT", 0 },
  { 12.46, 43.94, "SM", "SM", 1 },
  { 103.82, 1.36, "SG", "SG", 0 },
  { 6.13, 49.7, "LU", "LU", 0 },
  { 71.1, 39.95, "UZ", "UZ", 2 },
  { 74.6, 42.87, "KG", "KG", 0 },
  { 69.62, 40.25, "TJ", "TJ", 0 },
  { 68.8, 38.5, "TJ", "TJ", 0 },
  { 71.8, 40.4, "UZ", "UZ", 0 },
  { -53, 4, "GF", "GF", 0 },
  { 16, 78.5, "SJ", "NO", 0 },
  { -100, 40, "US", "US", 0 },
  { 173, 52.9, "US", "US", 1 },
  { -176.5, -44, "NZ", "NZ", 0 },
  { 0, -89, "AQ", "AQ", 0 },
  { 120, -75, "AQ", "AQ", 0 },
  { -179.6, -16.16, NULL, NULL, 0 },
  { -57, -80, NULL, NULL, 0 },
  { 540, 0, NULL, NULL, 0 },
  { -30, 40, NULL, NULL, 0 },
  { 50.5, 42, NULL, NULL, 0 },
  { 180, 0, NULL, NULL, 0 },
  { 0, 0, NULL, NULL, 0 },
  { 33, 43, NULL, NULL, 0 },
  { 0, 89.9, NULL, NULL, 0 },
};

static gboolean
ring_has (AtlasGeography *self,
          guint level,
          const AtlasRing *ring,
          double lon,
          double lat)
{
  g_autofree AtlasPoint *points = g_new (AtlasPoint, ring->n_points);
  gboolean inside = FALSE;

  atlas_geography_copy_ring (self, level, ring, points);
  for (guint i = 0, j = ring->n_points - 1; i < ring->n_points; j = i++)
    {
      const AtlasPoint *a = &points[j], *b = &points[i];

      if ((a->lat <= lat) != (b->lat <= lat) && lon > a->lon + ((double) b->lon - a->lon) * (lat - a->lat) / ((double) b->lat - a->lat))
        inside = !inside;
    }
  return inside;
}

static gboolean
box_has (const AtlasBox *box,
         double lon,
         double lat)
{
  return box->west <= lon && lon <= box->east && box->south <= lat && lat <= box->north;
}

static gboolean
unit_has (AtlasGeography *self,
          guint level,
          guint unit,
          double lon,
          double lat)
{
  guint n;
  const AtlasRing *rings = atlas_geography_get_rings (self, level, unit, &n);
  gboolean inside = FALSE;

  for (int turn = -2; turn <= 2; turn++)
    for (guint i = 0; i < n; i++)
      if (box_has (&rings[i].box, lon + 360 * turn, lat) && ring_has (self, level, &rings[i], lon + 360 * turn, lat))
        inside = !inside;
  return inside;
}

/* The slow and plain way: every ring of every unit. At most one unit may have a place. */
static int
find_unit (AtlasGeography *self,
           guint level,
           double lon,
           double lat)
{
  int found = ATLAS_GEOGRAPHY_SEA;

  for (guint unit = 0; unit < atlas_geography_get_n_units (self); unit++)
    if (unit_has (self, level, unit, lon, lat))
      {
        g_assert_cmpint (found, ==, ATLAS_GEOGRAPHY_SEA);
        found = (int) unit;
      }
  return found;
}

static const char *
get_code (int unit)
{
  return unit == ATLAS_GEOGRAPHY_SEA ? NULL : atlas_geography_get_unit (world, unit)->code;
}

static void
test_places (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      int hit = atlas_geography_hit (world, places[i].lon, places[i].lat);

      g_test_message ("%g %g", places[i].lon, places[i].lat);
      g_assert_cmpstr (get_code (hit), ==, places[i].unit);
      if (hit != ATLAS_GEOGRAPHY_SEA)
        g_assert_cmpstr (atlas_geography_get_unit (world, hit)->country, ==, places[i].country);
    }
}

static void
test_places_at_each_level (void)
{
  for (guint level = 0; level < atlas_geography_get_n_levels (world); level++)
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      {
        if (level < places[i].from_level)
          continue;
        g_test_message ("level %u: %g %g", level, places[i].lon, places[i].lat);
        g_assert_cmpstr (get_code (find_unit (world, level, places[i].lon, places[i].lat)), ==, places[i].unit);
      }
}

/* The index must say what the rings say: all over the world, and close to lines. */
static void
test_hit_agrees_with_rings (void)
{
  guint finest = atlas_geography_get_n_levels (world) - 1, n_points;
  const AtlasPoint *points = atlas_geography_get_points (world, finest, &n_points);

  for (guint i = 0; i < 3000; i++)
    {
      const AtlasPoint *vertex = &points[g_test_rand_int_range (0, (gint32) n_points)];
      double lon = vertex->lon, lat = vertex->lat;

      if (i % 3 == 0)
        {
          lon = g_test_rand_double_range (-180, 180);
          lat = g_test_rand_double_range (-90, 90);
        }
      else if (i % 3 == 1)
        {
          lon += g_test_rand_double_range (-0.02, 0.02);
          lat += g_test_rand_double_range (-0.02, 0.02);
        }
      else
        lon += g_test_rand_double_range (-2, 2);
      lat = CLAMP (lat, -90, 90);
      g_test_message ("%.9g %.9g", lon, lat);
      g_assert_cmpint (atlas_geography_hit (world, lon, lat), ==, find_unit (world, finest, lon, lat));
    }
}

static void
test_whole_turns (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (int turn = -3; turn <= 3; turn++)
      g_assert_cmpint (atlas_geography_hit (world, places[i].lon + 360 * turn, places[i].lat), ==,
                       atlas_geography_hit (world, places[i].lon, places[i].lat));
}

static void
test_beyond_the_world (void)
{
  const double nowhere[][2] = {
    { NAN, 0 },
    { 0, NAN },
    { INFINITY, 0 },
    { -INFINITY, 50 },
    { 70, INFINITY },
    { 70, 91 },
    { 70, -90.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (nowhere); i++)
    {
      g_assert_cmpint (atlas_geography_hit (world, nowhere[i][0], nowhere[i][1]), ==, ATLAS_GEOGRAPHY_SEA);
      g_assert_cmpint (atlas_geography_hit_near (world, nowhere[i][0], nowhere[i][1], 1), ==, ATLAS_GEOGRAPHY_SEA);
    }
  g_assert_cmpint (atlas_geography_hit (world, 1e300, 90), ==, ATLAS_GEOGRAPHY_SEA);
  for (int lon = -180; lon <= 180; lon += 7)
    {
      g_assert_cmpstr (get_code (atlas_geography_hit (world, lon, -90)), ==, "AQ");
      g_assert_cmpint (atlas_geography_hit (world, lon, 90), ==, ATLAS_GEOGRAPHY_SEA);
    }
}

static void
test_tiny_states_have_a_target (void)
{
  const struct
  {
    double lon, lat, radius;
    const char *unit;
  } cases[] = {
    { 12.6, 41.9, 0.3, "VA" },
    { 372.6, 41.9, 0.3, "VA" },
    { 12.6, 41.9, 0.05, "IT" },
    { 12.47, 43.7, 0.4, "SM" },
    { 103.9, 1.1, 0.6, "SG" },
    { 103.8, 2.3, 0.6, "MY" },
    { 14.4, 35.5, 0.7, "MT" },
    { 73.5, 4.9, 1.5, "MV" },
    { 50.5, 25.6, 1, "BH" },
    { 6.3, 50.3, 1.5, "LU" },
    { 5.9, 50.25, 0.2, "BE" },
    { 6.13, 49.7, 3, "LU" },
    { 7.1, 43.9, 0.6, "MC" },
    { 71.4, 51.1, 3, "KZ" },
    { -30, 40, 1, NULL },
    { -30, 40, 0, NULL },
    { 33.4, 35.05, 1.5, "CY" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%g %g", cases[i].lon, cases[i].lat);
      g_assert_cmpstr (get_code (atlas_geography_hit_near (world, cases[i].lon, cases[i].lat, cases[i].radius)), ==,
                       cases[i].unit);
    }
}

static void
test_units (void)
{
  guint n = atlas_geography_get_n_units (world);

  g_assert_cmpuint (n, >, 250);
  for (guint i = 0; i < n; i++)
    {
      const AtlasUnit *unit = atlas_geography_get_unit (world, i);

      g_assert_cmpint (atlas_geography_find_unit (world, unit->code), ==, i);
      g_assert_cmpint (unit->disputed, ==, *unit->claimed_by != '\0');
      g_assert_cmpfloat (unit->area, >, 0);
      g_assert_cmpfloat (unit->box.west, <=, unit->main_box.west);
      g_assert_cmpfloat (unit->box.north, >=, unit->main_box.north);
      g_assert_cmpfloat (unit->box.east - unit->box.west, <=, 360);
    }
  g_assert_cmpint (atlas_geography_find_unit (world, "QQ"), ==, ATLAS_GEOGRAPHY_SEA);
  g_assert_cmpint (atlas_geography_find_unit (world, ""), ==, ATLAS_GEOGRAPHY_SEA);
}

/* Areas that the works of reference give, within what simplified lines and other readings of borders may lose. */
static void
test_areas (void)
{
  const struct
  {
    const char *unit;
    double area;
  } cases[] = {
    { "KZ", 2724900 },
    { "SE", 450295 },
    { "FR", 543940 },
    { "UA-43", 27000 },
    { "TW", 36197 },
    { "LU", 2586 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int unit = atlas_geography_find_unit (world, cases[i].unit);
      double ratio = atlas_geography_get_unit (world, unit)->area / cases[i].area;

      g_test_message ("%s: %g", cases[i].unit, ratio);
      g_assert_cmpfloat (fabs (ratio - 1), <, 0.05);
    }
}

static void
test_boxes_of_countries (void)
{
  AtlasBox box;

  g_assert_true (atlas_geography_get_country_box (world, "RU", &box));
  g_assert_true (box_has (&box, 40, 55) && box_has (&box, 188, 66) && !box_has (&box, 10, 55));
  g_assert_true (atlas_geography_get_country_box (world, "UA", &box));
  g_assert_true (box_has (&box, 34, 44.6) && box_has (&box, 24, 49) && box.east < 41);
  g_assert_true (atlas_geography_get_country_box (world, "FR", &box));
  g_assert_cmpfloat (box.west, >, -6);
  g_assert_true (atlas_geography_get_country_box (world, "US", &box));
  g_assert_cmpfloat (box.east, <, -60);
  g_assert_false (atlas_geography_get_country_box (world, "QQ", &box));
  g_assert_false (atlas_geography_get_country_box (world, "", &box));
}

static void
test_levels (void)
{
  guint n = atlas_geography_get_n_levels (world), last = 0, n_points = 0;

  g_assert_cmpuint (n, >=, 3);
  for (guint level = 0; level < n; level++)
    {
      guint before = n_points;

      atlas_geography_get_points (world, level, &n_points);
      g_assert_cmpuint (n_points, >, before);
      if (level > 0)
        g_assert_cmpfloat (atlas_geography_get_tolerance (world, level), <,
                           atlas_geography_get_tolerance (world, level - 1));
    }
  for (double zoom = 0; zoom <= 12; zoom += 0.25)
    {
      guint level = atlas_geography_get_level_for_zoom (world, zoom, 1);

      g_assert_cmpuint (level, >=, last);
      g_assert_cmpuint (level, <=, atlas_geography_get_level_for_zoom (world, zoom, 2));
      g_assert_cmpuint (atlas_geography_get_level_for_zoom (world, zoom + 1, 1), ==,
                        atlas_geography_get_level_for_zoom (world, zoom, 2));
      last = level;
    }
  g_assert_cmpuint (atlas_geography_get_level_for_zoom (world, 0, 1), ==, 0);
  g_assert_cmpuint (last, ==, n - 1);
}

/* --- One topology: neighbours share their lines ------------------------------ */

static void
check_ring (guint level,
            const AtlasRing *ring,
            guint *walked)
{
  guint n_refs, n_arcs;
  const gint32 *references = atlas_geography_get_ring_arcs (world, level, ring, &n_refs);
  const AtlasArc *arcs = atlas_geography_get_arcs (world, level, &n_arcs);
  g_autofree AtlasPoint *points = g_new (AtlasPoint, ring->n_points);
  double area = 0;

  for (guint i = 0; i < n_refs; i++)
    {
      gboolean forward = references[i] >= 0;
      guint arc = (guint) (forward ? references[i] : ~references[i]);

      g_assert_cmpint (forward ? arcs[arc].left : arcs[arc].right, ==, ring->unit);
      walked[2 * arc + forward]++;
    }
  atlas_geography_copy_ring (world, level, ring, points);
  for (guint i = 0; i < ring->n_points; i++)
    {
      const AtlasPoint *a = &points[i], *b = &points[(i + 1) % ring->n_points];

      g_assert_true (box_has (&ring->box, a->lon, a->lat));
      g_assert_true (a->lon != b->lon || a->lat != b->lat);
      area += ((double) a->lon - ring->box.west) * ((double) b->lat - ring->box.south) - ((double) b->lon - ring->box.west) * ((double) a->lat - ring->box.south);
    }
  g_assert_cmpfloat (area, !=, 0);
}

static guint
check_rings (guint level,
             const AtlasRing *rings,
             guint n_rings,
             guint *walked)
{
  for (guint i = 0; i < n_rings; i++)
    check_ring (level, &rings[i], walked);
  return n_rings;
}

static void
test_neighbours_share_lines (void)
{
  for (guint level = 0; level < atlas_geography_get_n_levels (world); level++)
    {
      guint n_arcs, n_rings;
      const AtlasArc *arcs = atlas_geography_get_arcs (world, level, &n_arcs);
      g_autofree guint *walked = g_new0 (guint, 2 * n_arcs);
      const AtlasRing *lakes;

      for (guint unit = 0; unit < atlas_geography_get_n_units (world); unit++)
        {
          const AtlasRing *rings = atlas_geography_get_rings (world, level, unit, &n_rings);

          g_assert_cmpuint (check_rings (level, rings, n_rings, walked), >=, 1);
        }
      lakes = atlas_geography_get_lakes (world, level, &n_rings);
      check_rings (level, lakes, n_rings, walked);

      /* Every line is walked once from each side that is not sea: so no gap and no overlap. */
      for (guint i = 0; i < n_arcs; i++)
        {
          gboolean shore = arcs[i].kind == ATLAS_LINE_SHORE;

          g_assert_cmpuint (walked[2 * i + 1], ==, shore || arcs[i].left != ATLAS_GEOGRAPHY_SEA);
          g_assert_cmpuint (walked[2 * i], ==, arcs[i].right != ATLAS_GEOGRAPHY_SEA);
          g_assert_true (shore || arcs[i].left != arcs[i].right);
        }
    }
}

static void
test_points_lie_in_the_world (void)
{
  for (guint level = 0; level < atlas_geography_get_n_levels (world); level++)
    {
      guint n_points, n_arcs;
      const AtlasPoint *points = atlas_geography_get_points (world, level, &n_points);
      const AtlasArc *arcs = atlas_geography_get_arcs (world, level, &n_arcs);
      guint next = 0;

      for (guint i = 0; i < n_points; i++)
        g_assert_true (fabsf (points[i].lon) <= 200 && fabsf (points[i].lat) <= 90);
      for (guint i = 0; i < n_arcs; i++)
        {
          g_assert_cmpuint (arcs[i].first_point, ==, next);
          next += arcs[i].n_points;
          for (guint j = arcs[i].first_point; j < next; j++)
            g_assert_true (box_has (&arcs[i].box, points[j].lon, points[j].lat));
        }
      g_assert_cmpuint (next, ==, n_points);
    }
}

static void
test_no_line_cuts_the_world (void)
{
  for (guint level = 0; level < atlas_geography_get_n_levels (world); level++)
    {
      guint n_arcs;
      const AtlasPoint *points = atlas_geography_get_points (world, level, NULL);
      const AtlasArc *arcs = atlas_geography_get_arcs (world, level, &n_arcs);

      for (guint i = 0; i < n_arcs; i++)
        for (guint j = 0; j + 1 < arcs[i].n_points && arcs[i].kind != ATLAS_LINE_NONE; j++)
          {
            const AtlasPoint *a = &points[arcs[i].first_point + j], *b = a + 1;

            g_assert_false (fabsf (a->lon) == 180 && a->lon == b->lon);
            g_assert_false (a->lat == -90 && b->lat == -90);
            g_assert_cmpfloat (fabsf (a->lon - b->lon), <, 40);
          }
    }
}

/* --- Lines and what they are --------------------------------------------------- */

static gboolean
has_line (guint level,
          const char *one,
          const char *other,
          AtlasLineKind kind)
{
  int a = atlas_geography_find_unit (world, one);
  int b = other != NULL ? atlas_geography_find_unit (world, other) : ATLAS_GEOGRAPHY_SEA;
  guint n_arcs, n_found = 0;
  const AtlasArc *arcs = atlas_geography_get_arcs (world, level, &n_arcs);

  g_assert_cmpint (a, !=, ATLAS_GEOGRAPHY_SEA);
  for (guint i = 0; i < n_arcs; i++)
    {
      gboolean meant = (arcs[i].left == a && arcs[i].right == b) || (arcs[i].left == b && arcs[i].right == a);

      if (!meant)
        continue;
      g_assert_cmpuint (arcs[i].kind, ==, kind);
      n_found++;
    }
  return n_found > 0;
}

static void
test_kinds_of_lines (void)
{
  const struct
  {
    const char *one, *other;
    AtlasLineKind kind;
  } cases[] = {
    { "UA-43", "UA", ATLAS_LINE_CONTROL },
    { "UA-43", NULL, ATLAS_LINE_COAST },
    { "UA", "RU", ATLAS_LINE_BORDER },
    { "KZ", "RU", ATLAS_LINE_BORDER },
    { "GE-AB", "GE", ATLAS_LINE_CONTROL },
    { "GE-OS", "GE", ATLAS_LINE_CONTROL },
    { "GE-OS", "RU", ATLAS_LINE_BORDER },
    { "MD-SN", "MD", ATLAS_LINE_CONTROL },
    { "IN-JK", "PK-JK", ATLAS_LINE_CONTROL },
    { "IN-JK", "CN-AKC", ATLAS_LINE_DISPUTED },
    { "IN-AR", "CN", ATLAS_LINE_DISPUTED },
    { "PK-GB", "PK-JK", ATLAS_LINE_NONE },
    { "XK", "RS", ATLAS_LINE_DISPUTED },
    { "XK", "AL", ATLAS_LINE_BORDER },
    { "PS", "IL", ATLAS_LINE_DISPUTED },
    { "SY-GOL", "SY", ATLAS_LINE_CONTROL },
    { "CY-N", "CY-BZ", ATLAS_LINE_CONTROL },
    { "EH-W", "EH-E", ATLAS_LINE_CONTROL },
    { "TW", NULL, ATLAS_LINE_COAST },
    { "VA", "IT", ATLAS_LINE_BORDER },
    { "HK", "CN", ATLAS_LINE_BORDER },
  };

  for (guint level = 0; level < atlas_geography_get_n_levels (world); level++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        g_test_message ("level %u: %s and %s", level, cases[i].one, cases[i].other);
        g_assert_true (has_line (level, cases[i].one, cases[i].other, cases[i].kind));
      }
}

static void
test_lakes (void)
{
  const double within[][2] = {
    { 107.8, 53.4 },
    { 32, 60.9 },
    { 77, 42.45 },
    { 33, -1 },
  };

  for (guint level = 0; level < atlas_geography_get_n_levels (world); level++)
    {
      guint n;
      const AtlasRing *lakes = atlas_geography_get_lakes (world, level, &n);

      for (guint i = 0; i < G_N_ELEMENTS (within); i++)
        {
          guint n_around = 0;

          for (guint j = 0; j < n; j++)
            n_around += ring_has (world, level, &lakes[j], within[i][0], within[i][1]);
          g_test_message ("level %u: %g %g", level, within[i][0], within[i][1]);
          g_assert_cmpuint (n_around, ==, 1);
        }
    }
}

/* The words of the data package and the shapes must speak of the same. */
static void
test_agrees_with_the_data_package (void)
{
  const AtlasDataset *dataset = fixture_dataset ();

  for (guint i = 0; i < atlas_geography_get_n_units (world); i++)
    {
      const AtlasUnit *unit = atlas_geography_get_unit (world, i);
      const AtlasArea *area = atlas_dataset_find_area (dataset, unit->code);

      g_test_message ("%s", unit->code);
      if (*unit->country != '\0')
        g_assert_nonnull (atlas_dataset_find_country (dataset, unit->country));
      g_assert_true (area != NULL || !unit->disputed);
      if (area == NULL)
        continue;
      g_assert_cmpstr (unit->held_by, ==, area->held_by);
      g_assert_cmpstr (unit->claimed_by, ==, area->claimed_by);
      g_assert_cmpstr (unit->country, ==, area->country != NULL ? area->country->code : "");
    }
}

/* --- Damaged files --------------------------------------------------------------- */

typedef struct
{
  char *directory;
  char *path;
  guint8 *bytes;
  gsize size;
} Copy; /* of the world's file, which is packed, or of what is packed in it */

static char *
dup_world_path (void)
{
  return g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "geography", "world.atlasgeo", NULL);
}

static void
unpack (Copy *copy)
{
  gsize size = (gsize) ZSTD_getFrameContentSize (copy->bytes, copy->size);
  guint8 *bytes = g_malloc (size);

  g_assert_cmpuint (ZSTD_decompress (bytes, size, copy->bytes, copy->size), ==, size);
  g_free (copy->bytes);
  copy->bytes = bytes;
  copy->size = size;
}

static void
packed_set_up (Copy *copy,
               gconstpointer data)
{
  g_autofree char *path = dup_world_path ();
  g_autoptr (GError) error = NULL;

  copy->directory = g_dir_make_tmp ("atlas-geography-XXXXXX", &error);
  g_assert_no_error (error);
  copy->path = g_build_filename (copy->directory, "copy.atlasgeo", NULL);
  g_file_get_contents (path, (char **) &copy->bytes, &copy->size, &error);
  g_assert_no_error (error);
}

static void
copy_set_up (Copy *copy,
             gconstpointer data)
{
  packed_set_up (copy, data);
  unpack (copy);
}

static void
copy_tear_down (Copy *copy,
                gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (copy->path);
  g_autoptr (GFile) directory = g_file_new_for_path (copy->directory);

  g_file_delete (file, NULL, NULL);
  g_assert_true (g_file_delete (directory, NULL, NULL));
  g_free (copy->directory);
  g_free (copy->path);
  g_free (copy->bytes);
}

static AtlasGeography *
open_copy (Copy *copy,
           gsize size,
           GError **error)
{
  g_autoptr (GError) own = NULL;

  g_file_set_contents_full (copy->path, (const char *) copy->bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &own);
  g_assert_no_error (own);
  return atlas_geography_new_from_file (copy->path, error);
}

/* The message must name the file, the place and the mend. */
static void
assert_refused (Copy *copy,
                gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasGeography) opened = open_copy (copy, size, &error);

  g_assert_null (opened);
  g_assert_nonnull (error);
  g_assert_true (error->domain == ATLAS_GEOGRAPHY_ERROR);
  g_assert_nonnull (strstr (error->message, copy->path));
  g_assert_nonnull (strstr (error->message, "byte"));
  g_assert_nonnull (strstr (error->message, "data/geography/recipe/build"));
}

/* At each byte of its head, and others here and there. */
static void
assert_cut_off_is_refused (Copy *copy,
                           gsize head)
{
  for (gsize size = 0; size < head; size++)
    assert_refused (copy, size);
  for (guint i = 0; i < 40; i++)
    assert_refused (copy, (gsize) g_test_rand_int_range (0, (gint32) copy->size));
  assert_refused (copy, copy->size - 1);
}

static void
test_cut_off (Copy *copy,
              gconstpointer data)
{
  assert_cut_off_is_refused (copy, 130);
  assert_refused (copy, copy->size - 4);
}

/* Each byte of the head, and others here and there. */
static void
change_bytes (Copy *copy,
              gsize head,
              void (*check) (Copy *copy, gsize size))
{
  for (guint i = 0; i < 200; i++)
    {
      gsize at = i < head ? i : (gsize) g_test_rand_int_range ((gint32) head, (gint32) copy->size);
      guint8 change = (guint8) (1 << g_test_rand_int_range (0, 8));

      g_test_message ("byte %" G_GSIZE_FORMAT, at);
      copy->bytes[at] ^= change;
      check (copy, copy->size);
      copy->bytes[at] ^= change;
    }
}

static void
test_a_changed_byte (Copy *copy,
                     gconstpointer data)
{
  change_bytes (copy, 96, assert_refused);
}

static guint32
get_word (Copy *copy,
          gsize at)
{
  guint32 word;

  memcpy (&word, copy->bytes + at, sizeof word);
  return GUINT32_FROM_LE (word);
}

static void
set_sums (Copy *copy)
{
  guint64 sums[2] = { 0, 0 };

  for (gsize at = 32; at + 4 <= copy->size; at += 4)
    {
      sums[0] += get_word (copy, at);
      sums[1] += sums[0];
    }
  sums[0] = GUINT64_TO_LE (sums[0]);
  sums[1] = GUINT64_TO_LE (sums[1]);
  memcpy (copy->bytes + 16, sums, sizeof sums);
}

static void
visit_ring (AtlasGeography *self,
            guint level,
            const AtlasRing *ring)
{
  g_autofree AtlasPoint *points = g_new (AtlasPoint, ring->n_points);

  atlas_geography_copy_ring (self, level, ring, points);
  g_assert_true (fabsf (points[ring->n_points - 1].lat) <= 90);
}

static void
visit_level (AtlasGeography *self,
             guint level)
{
  guint n;
  const AtlasRing *rings = atlas_geography_get_lakes (self, level, &n);

  for (guint i = 0; i < n; i++)
    visit_ring (self, level, &rings[i]);
  for (guint unit = 0; unit < atlas_geography_get_n_units (self); unit++)
    {
      rings = atlas_geography_get_rings (self, level, unit, &n);
      for (guint i = 0; i < n; i++)
        visit_ring (self, level, &rings[i]);
    }
}

/* Does what the program does with a geography: reads everything, and hits everywhere. */
static void
visit (AtlasGeography *self)
{
  for (guint level = 0; level < atlas_geography_get_n_levels (self); level++)
    visit_level (self, level);
  for (guint unit = 0; unit < atlas_geography_get_n_units (self); unit++)
    g_assert_cmpint (atlas_geography_find_unit (self, atlas_geography_get_unit (self, unit)->code), <,
                     (int) atlas_geography_get_n_units (self));
  for (double lat = -90; lat <= 90; lat += 1.7)
    for (double lon = -180; lon <= 180; lon += 2.3)
      g_assert_cmpint (atlas_geography_hit (self, lon, lat), <, (int) atlas_geography_get_n_units (self));
}

/* A place in the tables, each as likely as the others: most bytes of the file are points, which lead nowhere. */
static gsize
choose_place (Copy *copy)
{
  gsize level = get_word (copy, 52) + 48 * (gsize) g_test_rand_int_range (0, (gint32) get_word (copy, 48));
  gsize at[] = { 32, get_word (copy, 36), get_word (copy, 40), get_word (copy, 52),
                 get_word (copy, 60), get_word (copy, 68),
                 get_word (copy, level + 4), get_word (copy, level + 12), get_word (copy, level + 20),
                 get_word (copy, level + 28), get_word (copy, level + 36) };
  gsize size[] = { 44, 64 * get_word (copy, 32), get_word (copy, 44), 48 * get_word (copy, 48),
                   4 * get_word (copy, 64), 12 * get_word (copy, 72),
                   8 * get_word (copy, level + 8), 36 * get_word (copy, level + 16), 32 * get_word (copy, level + 24),
                   4 * get_word (copy, level + 32), 4 * (get_word (copy, 32) + 2) };
  guint table = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (at));

  return at[table] + 4 * (gsize) g_test_rand_int_range (0, (gint32) (size[table] / 4));
}

/* A file made to fool the checksum is refused, or does no harm. */
static void
test_a_forged_word (Copy *copy,
                    gconstpointer data)
{
  const guint32 forged[] = { 0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0x7fc00000, 0xff800000, 100000 };
  guint n_refused = 0;

  for (guint i = 0; i < 300; i++)
    {
      gsize at = choose_place (copy);
      guint32 word = GUINT32_TO_LE (forged[g_test_rand_int_range (0, G_N_ELEMENTS (forged))]), kept;
      g_autoptr (AtlasGeography) opened = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("byte %" G_GSIZE_FORMAT ": %08x", at, word);
      memcpy (&kept, copy->bytes + at, sizeof kept);
      memcpy (copy->bytes + at, &word, sizeof word);
      set_sums (copy);
      opened = open_copy (copy, copy->size, &error);
      g_assert_true ((opened == NULL) == (error != NULL));
      if (opened != NULL)
        visit (opened);
      n_refused += opened == NULL;
      memcpy (copy->bytes + at, &kept, sizeof kept);
    }
  g_assert_cmpuint (n_refused, >, 150);
  set_sums (copy);
  g_assert_cmpuint (get_word (copy, 12), ==, copy->size);
}

static void
test_other_files (Copy *copy,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  AtlasGeography *opened;

  opened = atlas_geography_new_from_file (copy->path, &error);
  g_assert_null (opened);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, copy->path));
  g_clear_error (&error);

  copy->bytes[8] = 2;
  opened = open_copy (copy, copy->size, &error);
  g_assert_null (opened);
  g_assert_error (error, ATLAS_GEOGRAPHY_ERROR, ATLAS_GEOGRAPHY_ERROR_VERSION);
  g_clear_error (&error);

  memcpy (copy->bytes, "unit,country", 12);
  opened = open_copy (copy, 12, &error);
  g_assert_null (opened);
  g_assert_error (error, ATLAS_GEOGRAPHY_ERROR, ATLAS_GEOGRAPHY_ERROR_NOT_GEOGRAPHY);
}

static void
test_packed_or_not (Copy *copy,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasGeography) packed = open_copy (copy, copy->size, &error);
  g_autoptr (AtlasGeography) plain = NULL;

  g_assert_no_error (error);
  unpack (copy);
  plain = open_copy (copy, copy->size, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (atlas_geography_get_n_units (plain), ==, atlas_geography_get_n_units (packed));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      int unit = atlas_geography_hit (packed, places[i].lon, places[i].lat);

      g_assert_cmpint (atlas_geography_hit (plain, places[i].lon, places[i].lat), ==, unit);
      g_assert_cmpstr (get_code (unit), ==, places[i].unit);
    }
}

static void
test_packed_and_cut_off (Copy *copy,
                         gconstpointer data)
{
  assert_cut_off_is_refused (copy, 20);
}

/* Some bits of a frame mean nothing; whatever is opened must be whole. */
static void
assert_refused_or_whole (Copy *copy,
                         gsize size)
{
  g_autoptr (AtlasGeography) opened = open_copy (copy, size, NULL);

  if (opened == NULL)
    assert_refused (copy, size);
  else
    g_assert_cmpuint (atlas_geography_get_n_units (opened), ==, atlas_geography_get_n_units (world));
}

static void
test_packed_with_a_changed_byte (Copy *copy,
                                 gconstpointer data)
{
  change_bytes (copy, 20, assert_refused_or_whole);
}

/* A frame of a few bytes that says it holds the most that can be said, and one that does not say. */
static void
test_packed_and_boastful (Copy *copy,
                          gconstpointer data)
{
  static const guint8 huge[] = { 0x28, 0xb5, 0x2f, 0xfd, 0xe0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f, 0x01, 0x00, 0x00 };
  static const guint8 silent[] = { 0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58, 0x01, 0x00, 0x00 };

  memcpy (copy->bytes, huge, sizeof huge);
  assert_refused (copy, sizeof huge);
  memcpy (copy->bytes, silent, sizeof silent);
  assert_refused (copy, sizeof silent);
}

static gpointer
hit_from_thread (gpointer data)
{
  g_autoptr (AtlasGeography) self = data;

  for (guint i = 0; i < 2000; i++)
    for (guint j = 0; j < G_N_ELEMENTS (places); j++)
      g_assert_cmpstr (get_code (atlas_geography_hit (self, places[j].lon, places[j].lat)), ==, places[j].unit);
  return NULL;
}

static void
test_threads_share_it (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("hit", hit_from_thread, g_object_ref (world));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_null (g_thread_join (threads[i]));
}

static void
add_with_copy (const char *path,
               void (*test) (Copy *copy, gconstpointer data))
{
  g_test_add (path, Copy, NULL, copy_set_up, test, copy_tear_down);
}

static void
add_with_packed_copy (const char *path,
                      void (*test) (Copy *copy, gconstpointer data))
{
  g_test_add (path, Copy, NULL, packed_set_up, test, copy_tear_down);
}

int
main (int argc,
      char **argv)
{
  g_autofree char *path = dup_world_path ();
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  world = atlas_geography_new_from_file (path, &error);
  g_assert_no_error (error);

  g_test_add_func ("/geography/places", test_places);
  g_test_add_func ("/geography/places-at-each-level", test_places_at_each_level);
  g_test_add_func ("/geography/hit/agrees-with-rings", test_hit_agrees_with_rings);
  g_test_add_func ("/geography/hit/whole-turns", test_whole_turns);
  g_test_add_func ("/geography/hit/beyond-the-world", test_beyond_the_world);
  g_test_add_func ("/geography/hit/tiny-states", test_tiny_states_have_a_target);
  g_test_add_func ("/geography/units", test_units);
  g_test_add_func ("/geography/areas", test_areas);
  g_test_add_func ("/geography/country-boxes", test_boxes_of_countries);
  g_test_add_func ("/geography/levels", test_levels);
  g_test_add_func ("/geography/neighbours-share-lines", test_neighbours_share_lines);
  g_test_add_func ("/geography/points-lie-in-the-world", test_points_lie_in_the_world);
  g_test_add_func ("/geography/no-line-cuts-the-world", test_no_line_cuts_the_world);
  g_test_add_func ("/geography/kinds-of-lines", test_kinds_of_lines);
  g_test_add_func ("/geography/lakes", test_lakes);
  g_test_add_func ("/geography/agrees-with-the-data-package", test_agrees_with_the_data_package);
  g_test_add_func ("/geography/threads-share-it", test_threads_share_it);
  add_with_copy ("/geography/damaged/cut-off", test_cut_off);
  add_with_copy ("/geography/damaged/a-changed-byte", test_a_changed_byte);
  add_with_copy ("/geography/damaged/a-forged-word", test_a_forged_word);
  add_with_copy ("/geography/damaged/other-files", test_other_files);
  add_with_packed_copy ("/geography/packed/or-not", test_packed_or_not);
  add_with_packed_copy ("/geography/packed/cut-off", test_packed_and_cut_off);
  add_with_packed_copy ("/geography/packed/a-changed-byte", test_packed_with_a_changed_byte);
  add_with_packed_copy ("/geography/packed/boastful", test_packed_and_boastful);

  result = g_test_run ();
  g_object_unref (world);
  return result;
}
