/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-geography.h"
#include "bench-row.h"

/* Measures the geography; prints one line of JSON for each repetition. */

#define REPETITIONS 15
#define PLACES 100000

static AtlasGeography *
open_world (const char *path)
{
  g_autoptr (GError) error = NULL;
  AtlasGeography *geography = atlas_geography_new_from_file (path, &error);

  if (geography == NULL)
    g_error ("%s", error->message);
  return geography;
}

static void
measure_open (const char *path)
{
  for (guint i = 0; i < REPETITIONS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (AtlasGeography) geography = open_world (path);

      print_row ("open the geography", milliseconds_since (start), "ms");
    }
}

/* Random places, half of them on land. */
static void
choose_places (AtlasGeography *geography,
               GRand *random,
               double (*places)[2])
{
  for (guint i = 0; i < PLACES;)
    {
      double lon = g_rand_double_range (random, -180, 180), lat = g_rand_double_range (random, -85, 85);
      gboolean land = atlas_geography_hit (geography, lon, lat) != ATLAS_GEOGRAPHY_SEA;

      if (land != (i % 2 == 0))
        continue;
      places[i][0] = lon;
      places[i][1] = lat;
      i++;
    }
}

static int
measure_hits (AtlasGeography *geography,
              double (*places)[2])
{
  gint64 start = g_get_monotonic_time ();
  int sum = 0;

  for (guint i = 0; i < PLACES; i++)
    sum += atlas_geography_hit (geography, places[i][0], places[i][1]);
  print_row ("hit test", (double) (g_get_monotonic_time () - start) / PLACES, "µs");

  start = g_get_monotonic_time ();
  for (guint i = 0; i < PLACES; i++)
    sum += atlas_geography_hit_near (geography, places[i][0], places[i][1], 0.5);
  print_row ("hit test with a target for tiny states", (double) (g_get_monotonic_time () - start) / PLACES, "µs");
  return sum;
}

int
main (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "geography", "world.atlasgeo", NULL);
  g_autoptr (AtlasGeography) geography = open_world (path);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree double (*places)[2] = g_malloc_n (PLACES, sizeof *places);
  int sum = 0;

  measure_open (path);
  choose_places (geography, random, places);
  for (guint i = 0; i < REPETITIONS; i++)
    sum += measure_hits (geography, places);
  return sum == G_MININT;
}
