/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "../atlas-fixture.h"
#include "atlas-neighbours.h"

static AtlasDataset *dataset;

static const char *
step (const char *from,
      int dx,
      int dy)
{
  const AtlasCountry *country = atlas_dataset_find_country (dataset, from);
  const AtlasCountry *next;

  g_assert_nonnull (country);
  next = atlas_neighbours_find (dataset, &country->label, dx, dy);
  return next != NULL ? next->code : NULL;
}

static void
test_directions (void)
{
  g_assert_cmpstr (step ("CN", 0, -1), ==, "MN");
  g_assert_cmpstr (step ("MN", 0, 1), ==, "CN");
  g_assert_cmpstr (step ("SE", -1, 0), ==, "NO");
  g_assert_cmpstr (step ("PT", 1, 0), ==, "ES");
}

/* East of Fiji the next names lie beyond 180°, and west of Samoa before it. */
static void
test_antimeridian (void)
{
  const AtlasCountry *fiji = atlas_dataset_find_country (dataset, "FJ");
  const AtlasCountry *east = atlas_neighbours_find (dataset, &fiji->label, 1, 0);

  g_assert_nonnull (east);
  g_assert_cmpfloat (east->label.lon, <, -140);
}

/* From anywhere the arrows lead on in at least two directions, so that nobody
 * is stuck, and never back to where they began. */
static void
test_nobody_is_stuck (void)
{
  static const int directions[][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };
  guint n;
  const AtlasCountry *const *countries = atlas_dataset_get_countries (dataset, &n);

  g_assert_cmpuint (n, >, 150);
  for (guint i = 0; i < n; i++)
    {
      guint ways = 0;

      for (gsize j = 0; j < G_N_ELEMENTS (directions); j++)
        {
          const AtlasCountry *next = atlas_neighbours_find (dataset, &countries[i]->label, directions[j][0], directions[j][1]);

          g_assert_true (next != countries[i]);
          ways += next != NULL;
        }
      g_assert_cmpuint (ways, >=, 2);
    }
}

static void
test_nearest (void)
{
  g_assert_cmpstr (atlas_neighbours_find_nearest (dataset, &(AtlasPoint) { 67, 48 })->code, ==, "KZ");
  g_assert_cmpstr (atlas_neighbours_find_nearest (dataset, &(AtlasPoint) { 67 + 360, 48 })->code, ==, "KZ");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dataset = fixture_dataset ();

  g_test_add_func ("/neighbours/directions", test_directions);
  g_test_add_func ("/neighbours/antimeridian", test_antimeridian);
  g_test_add_func ("/neighbours/nobody-is-stuck", test_nobody_is_stuck);
  g_test_add_func ("/neighbours/nearest", test_nearest);

  return g_test_run ();
}
