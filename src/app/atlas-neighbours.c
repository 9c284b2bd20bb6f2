/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-neighbours.h"

#include <math.h>

#include "atlas-projection.h"

/* How much worse it is to lie aside than ahead. */
#define ASIDE 2.0

/* How far aside, for each step ahead, still counts as that direction. */
#define MAX_ASIDE 1.75

/* From one point to another on the map, as parts of the world's width, the
 * short way round. */
static void
get_way (const AtlasPoint *from,
         const AtlasPoint *to,
         double *x,
         double *y)
{
  const double turn = to->lon - from->lon;

  *x = (turn - 360 * round (turn / 360)) / 360;
  *y = (atlas_mercator_y (to->lat, 0) - atlas_mercator_y (from->lat, 0)) / ATLAS_TILE_SIZE;
}

/**
 * atlas_neighbours_find:
 * @from: longitude and latitude in degrees
 * @dx: 1 for east, −1 for west, else 0
 * @dy: 1 for south, −1 for north, else 0
 *
 * Returns: (transfer none) (nullable): the country whose name lies nearest in
 *   that direction, within 60° to either side of it
 */
const AtlasCountry *
atlas_neighbours_find (const AtlasDataset *dataset,
                       const AtlasPoint *from,
                       int dx,
                       int dy)
{
  guint n;
  const AtlasCountry *const *countries = atlas_dataset_get_countries (dataset, &n);
  const AtlasCountry *best = NULL;
  double best_cost = G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    {
      double x, y, ahead, aside;

      get_way (from, &countries[i]->label, &x, &y);
      ahead = dx * x + dy * y;
      aside = fabs (dx != 0 ? y : x);
      if (ahead <= 0 || aside > MAX_ASIDE * ahead || ahead + ASIDE * aside >= best_cost)
        continue;
      best = countries[i];
      best_cost = ahead + ASIDE * aside;
    }
  return best;
}

/**
 * atlas_neighbours_find_nearest:
 * @from: longitude and latitude in degrees
 *
 * Returns: (transfer none) (nullable): the country whose name lies nearest
 */
const AtlasCountry *
atlas_neighbours_find_nearest (const AtlasDataset *dataset,
                               const AtlasPoint *from)
{
  guint n;
  const AtlasCountry *const *countries = atlas_dataset_get_countries (dataset, &n);
  const AtlasCountry *best = NULL;
  double best_distance = G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    {
      double x, y;

      get_way (from, &countries[i]->label, &x, &y);
      if (hypot (x, y) >= best_distance)
        continue;
      best = countries[i];
      best_distance = hypot (x, y);
    }
  return best;
}
