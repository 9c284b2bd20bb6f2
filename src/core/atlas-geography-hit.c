/*
 * SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "atlas-geography-private.h"

#include <math.h>

#define NO_CROSSING (-2)

/* Below this a degree of longitude is so short that a distance in it means little; it only keeps 1/cos finite. */
#define LEAST_COSINE 0.01

/* Where a parallel meets a line, and the unit on the line's eastern side. */
typedef struct
{
  double lon;
  double lean; /* degrees of longitude for a degree northwards */
  int unit;
} Crossing;

/*
 * Takes the edge from @a to @b as the nearest crossing if it crosses @lat no farther east than @lon and not west of
 * the nearest so far.
 *
 * An edge counts from its lower end up to, but without, its upper, as if the parallel ran a hair farther north. So
 * where two edges rise from one vertex, the one that leans east lies nearer.
 */
static void
consider_edge (Crossing *nearest, const AtlasArc *arc, const AtlasPoint *a, const AtlasPoint *b, double lon, double lat, double turn)
{
  double lean, at;

  if ((a->lat <= lat) == (b->lat <= lat))
    return;
  lean = ((double) b->lon - a->lon) / ((double) b->lat - a->lat);
  at = a->lon - turn + lean * (lat - a->lat);
  if (at > lon || at < nearest->lon || (at == nearest->lon && lean < nearest->lean))
    return;
  nearest->lon = at;
  nearest->lean = lean;
  nearest->unit = b->lat > a->lat ? arc->right : arc->left;
}

/*
 * Walks west along the parallel of @lat from @lon through the lines of one cell, whose western side is at @west, and
 * tells which unit lies east of the first line that it meets: where @lon itself lies. NO_CROSSING if it meets none.
 */
static int
cross_cell (const AtlasGeographyFile *self, const AtlasGeographyRun *run, double west, double lon, double lat)
{
  const AtlasGeographyLevel *finest = &self->levels[self->n_levels - 1];
  Crossing nearest = { west, -INFINITY, NO_CROSSING };

  for (;; run++)
    {
      const AtlasPoint *points = finest->points + run->first_point;
      guint32 n_edges = run->n_edges & ~ATLAS_GEOGRAPHY_LAST_RUN;
      double turn = 360 * rint ((points->lon - lon) / 360);

      for (guint32 i = 0; i < n_edges; i++)
        consider_edge (&nearest, &finest->arcs[run->arc], &points[i], &points[i + 1], lon, lat, turn);
      if (run->n_edges & ATLAS_GEOGRAPHY_LAST_RUN)
        return nearest.unit;
    }
}

/* @lon in [-180, 180) */
static double
wrap (double lon)
{
  double wrapped = lon - 360 * floor ((lon + 180) / 360);

  return wrapped < 180 ? wrapped : -180;
}

/**
 * atlas_geography_file_hit:
 *
 * See atlas_geography_hit().
 */
int
atlas_geography_file_hit (const AtlasGeographyFile *self, double lon, double lat)
{
  int n = (int) self->cells_per_degree, columns = 360 * n, column, row;

  if (!isfinite (lon) || !(lat >= -90 && lat <= 90))
    return ATLAS_GEOGRAPHY_SEA;

  lon = wrap (lon);
  row = MIN ((int) floor ((lat + 90) * n), 180 * n - 1);
  column = MIN ((int) floor ((lon + 180) * n), columns - 1);
  for (int steps = 0; steps <= columns; steps++)
    {
      guint32 cell = self->cells[row * columns + column];
      double west = (double) column / n - 180;
      int unit;

      if (cell & ATLAS_GEOGRAPHY_CONSTANT_CELL)
        return (int) (cell & ~ATLAS_GEOGRAPHY_CONSTANT_CELL) - 1;
      unit = cross_cell (self, self->runs + cell, west, lon, lat);
      if (unit != NO_CROSSING)
        return unit;
      if (column-- == 0)
        {
          column += columns;
          lon += 360;
        }
    }
  return ATLAS_GEOGRAPHY_SEA;
}

/* How far @lon is from a box along the parallel, in degrees, by the shorter way round. */
static double
get_distance_east (const AtlasBox *box, double lon)
{
  double middle = (box->west + box->east) / 2.0, half = (box->east - box->west) / 2.0;

  return MAX (0, fabs (remainder (lon - middle, 360)) - half);
}

/* The distance of a place from a box, in degrees of longitude at that place, squared. */
static double
get_distance (const AtlasBox *box, double lon, double lat, double cosine)
{
  double east = get_distance_east (box, lon);
  double north = MAX (0, MAX (box->south - lat, lat - box->north)) / cosine;

  return east * east + north * north;
}

static double
get_distance_to_unit (const AtlasGeographyFile *self, guint32 unit, double lon, double lat, double cosine)
{
  const AtlasGeographyLevel *finest = &self->levels[self->n_levels - 1];
  double least = INFINITY;

  for (guint32 i = finest->first_rings[unit]; i < finest->first_rings[unit + 1]; i++)
    least = MIN (least, get_distance (&finest->rings[i].box, lon, lat, cosine));
  return least;
}

static gboolean
looks_tiny (const AtlasUnit *unit, double radius, double cosine)
{
  double width = unit->main_box.east - unit->main_box.west;
  double height = (unit->main_box.north - unit->main_box.south) / cosine;

  return unit->tiny && MAX (width, height) < 2 * radius;
}

/**
 * atlas_geography_file_hit_near:
 *
 * See atlas_geography_hit_near().
 */
int
atlas_geography_file_hit_near (const AtlasGeographyFile *self, double lon, double lat, double radius)
{
  int hit = atlas_geography_file_hit (self, lon, lat), best;
  double least, cosine;

  if (!isfinite (lon) || !(lat >= -90 && lat <= 90) || !(radius > 0))
    return hit;
  if (hit >= 0 && self->units[hit].tiny)
    return hit;

  best = hit;
  least = radius * radius;
  cosine = MAX (LEAST_COSINE, cos (lat * G_PI / 180));
  for (guint32 i = 0; i < self->n_units; i++)
    {
      const AtlasUnit *unit = &self->units[i];
      double distance;

      if (!looks_tiny (unit, radius, cosine) || get_distance (&unit->box, lon, lat, cosine) > least)
        continue;
      distance = get_distance_to_unit (self, i, lon, lat, cosine);
      if (distance <= least)
        {
          least = distance;
          best = (int) i;
        }
    }
  return best;
}
