/*
 * SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "atlas-geography.h"

#include "atlas-geography-private.h"

#include <math.h>
#include <string.h>

/**
 * AtlasGeography:
 *
 * The shapes of the world: units, their rings, the lines between them and the
 * lakes, in several levels of detail, and which unit lies where.
 *
 * It stands on what a file holds and never changes, so that threads can share it
 * without locks; everything that it hands out lives as long as it does.
 *
 * Places are longitude, then latitude, in degrees. Longitudes of shapes may
 * pass ±180: Russia reaches to 190 and the Aleutians to -188, so that no
 * outline is cut at the antimeridian. A painter draws every shape at each
 * whole turn at which its box meets the view.
 *
 * Skipping what is out of sight: where the box of an arc lies wholly outside
 * the view, its first and last point do in its stead, in a fill as well. The
 * loop between the arc and its chord stays within the box, so it changes
 * nothing inside the view.
 */
struct _AtlasGeography
{
  GObject parent_instance;

  AtlasGeographyFile file;
};

G_DEFINE_FINAL_TYPE (AtlasGeography, atlas_geography, G_TYPE_OBJECT)

GQuark
atlas_geography_error_quark (void)
{
  return g_quark_from_static_string ("atlas-geography-error-quark");
}

/* Mercator at zoom 0 is 256 pixels wide and shows this many metres in one, on the equator. */
#define METRES_PER_PIXEL (40075016.686 / 256)

/* The level is chosen as for this latitude, which runs through the middle of Eurasia. */
#define REFERENCE_LATITUDE 45.0

/* How far, in device pixels, a line may run from where it should. */
#define ALLOWED_PIXELS 0.5

static void
atlas_geography_finalize (GObject *object)
{
  atlas_geography_file_clear (&ATLAS_GEOGRAPHY (object)->file);

  G_OBJECT_CLASS (atlas_geography_parent_class)->finalize (object);
}

static void
atlas_geography_class_init (AtlasGeographyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_geography_finalize;
}

static void
atlas_geography_init (AtlasGeography *self)
{
}

/**
 * atlas_geography_new_from_file:
 * @path: (type filename): a file that data/geography/recipe/build has made
 * @error: return location for an error
 *
 * Reads and checks a geography file, packed or not. One that is not is mapped
 * into memory, and must not change while the geography lives.
 *
 * Returns: (transfer full) (nullable): the geography, or %NULL with a
 *   #GFileError where the file cannot be read, or an #AtlasGeographyError,
 *   whose message names the file, the place in it and the mend
 */
AtlasGeography *
atlas_geography_new_from_file (const char *path, GError **error)
{
  g_autoptr (AtlasGeography) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (ATLAS_TYPE_GEOGRAPHY, NULL);
  if (!atlas_geography_file_open (&self->file, path, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * atlas_geography_get_n_units:
 *
 * Returns: how many units there are, the same at all levels of detail
 */
guint
atlas_geography_get_n_units (AtlasGeography *self)
{
  g_return_val_if_fail (ATLAS_IS_GEOGRAPHY (self), 0);

  return self->file.n_units;
}

/**
 * atlas_geography_get_unit:
 * @unit: index of a unit, less than atlas_geography_get_n_units()
 *
 * Units stand in the order of their codes.
 *
 * Returns: (transfer none): the unit
 */
const AtlasUnit *
atlas_geography_get_unit (AtlasGeography *self, guint unit)
{
  g_return_val_if_fail (ATLAS_IS_GEOGRAPHY (self), NULL);
  g_return_val_if_fail (unit < self->file.n_units, NULL);

  return &self->file.units[unit];
}

static int
compare_code (const void *code, const void *unit)
{
  return strcmp (code, ((const AtlasUnit *) unit)->code);
}

/**
 * atlas_geography_find_unit:
 * @code: code of a unit, such as "UA-43"
 *
 * Returns: index of the unit with this code, or %ATLAS_GEOGRAPHY_SEA where
 *   there is none
 */
int
atlas_geography_find_unit (AtlasGeography *self, const char *code)
{
  const AtlasUnit *unit;

  g_return_val_if_fail (ATLAS_IS_GEOGRAPHY (self), ATLAS_GEOGRAPHY_SEA);
  g_return_val_if_fail (code != NULL, ATLAS_GEOGRAPHY_SEA);

  unit = bsearch (code, self->file.units, self->file.n_units, sizeof *unit, compare_code);
  return unit != NULL ? (int) (unit - self->file.units) : ATLAS_GEOGRAPHY_SEA;
}

static void
extend_box (AtlasBox *box, const AtlasBox *other)
{
  /* The turn at which the two lie closest. */
  float turn = 360 * rintf ((box->west + box->east - other->west - other->east) / 720);

  box->west = MIN (box->west, other->west + turn);
  box->south = MIN (box->south, other->south);
  box->east = MAX (box->east, other->east + turn);
  box->north = MAX (box->north, other->north);
}

static gboolean
counts_to (const AtlasUnit *unit, const char *country)
{
  return *country != '\0' && strcmp (unit->country, country) == 0;
}

static const AtlasUnit *
find_largest_unit (AtlasGeography *self, const char *country)
{
  const AtlasUnit *largest = NULL;

  for (guint i = 0; i < self->file.n_units; i++)
    {
      const AtlasUnit *unit = &self->file.units[i];

      if (counts_to (unit, country) && (largest == NULL || unit->area > largest->area))
        largest = unit;
    }
  return largest;
}

/**
 * atlas_geography_get_country_box:
 * @country: code of a country
 * @box: (out caller-allocates): what the largest parts of the country's units
 *   cover together
 *
 * What a map that is to show a country should show. Remote islands, and units
 * less than a hundredth as large as the country's largest, are left out: with
 * them it might show an ocean.
 *
 * Returns: whether any unit counts to @country
 */
gboolean
atlas_geography_get_country_box (AtlasGeography *self, const char *country, AtlasBox *box)
{
  const AtlasUnit *largest;

  g_return_val_if_fail (ATLAS_IS_GEOGRAPHY (self), FALSE);
  g_return_val_if_fail (country != NULL && box != NULL, FALSE);

  largest = find_largest_unit (self, country);
  if (largest == NULL)
    return FALSE;

  *box = largest->main_box;
  for (guint i = 0; i < self->file.n_units; i++)
    {
      const AtlasUnit *unit = &self->file.units[i];

      if (counts_to (unit, country) && unit->area * 100 >= largest->area)
        extend_box (box, &unit->main_box);
    }
  return TRUE;
}

/**
 * atlas_geography_get_n_levels:
 *
 * Returns: how many levels of detail there are, 0 being the coarsest
 */
guint
atlas_geography_get_n_levels (AtlasGeography *self)
{
  g_return_val_if_fail (ATLAS_IS_GEOGRAPHY (self), 0);

  return self->file.n_levels;
}

/**
 * atlas_geography_get_tolerance:
 * @level: a level of detail
 *
 * Returns: how far, in metres on the ground, lines of this level may run from
 *   those of the source
 */
double
atlas_geography_get_tolerance (AtlasGeography *self, guint level)
{
  g_return_val_if_fail (ATLAS_IS_GEOGRAPHY (self), 0);
  g_return_val_if_fail (level < self->file.n_levels, 0);

  return self->file.levels[level].tolerance;
}

/**
 * atlas_geography_get_level_for_zoom:
 * @zoom: zoom of a Mercator map: the world is 256 · 2^@zoom application
 *   pixels wide; need not be whole
 * @scale: device pixels in an application pixel
 *
 * Returns: the coarsest level of detail whose lines still look right
 */
guint
atlas_geography_get_level_for_zoom (AtlasGeography *self, double zoom, double scale)
{
  double metres;
  guint level = 0;

  g_return_val_if_fail (ATLAS_IS_GEOGRAPHY (self), 0);

  metres = METRES_PER_PIXEL * cos (REFERENCE_LATITUDE * G_PI / 180) / (exp2 (zoom) * MAX (scale, 1));
  while (level + 1 < self->file.n_levels && self->file.levels[level].tolerance > metres * ALLOWED_PIXELS)
    level++;
  return level;
}

/**
 * atlas_geography_get_points:
 * @level: a level of detail
 * @n_points: (out) (optional): how many there are
 *
 * All points of a level, of all its arcs one after the other: what a painter
 * projects once, to use it for every frame.
 *
 * Returns: (transfer none) (array length=n_points): the points
 */
const AtlasPoint *
atlas_geography_get_points (AtlasGeography *self, guint level, guint *n_points)
{
  g_return_val_if_fail (ATLAS_IS_GEOGRAPHY (self), NULL);
  g_return_val_if_fail (level < self->file.n_levels, NULL);

  if (n_points != NULL)
    *n_points = self->file.levels[level].n_points;
  return self->file.levels[level].points;
}

/**
 * atlas_geography_get_arcs:
 * @level: a level of detail
 * @n_arcs: (out) (optional): how many there are
 *
 * All lines of a level. Long lines are cut into arcs that follow one another
 * in the array, each beginning where the one before ends.
 *
 * Returns: (transfer none) (array length=n_arcs): the arcs
 */
const AtlasArc *
atlas_geography_get_arcs (AtlasGeography *self, guint level, guint *n_arcs)
{
  g_return_val_if_fail (ATLAS_IS_GEOGRAPHY (self), NULL);
  g_return_val_if_fail (level < self->file.n_levels, NULL);

  if (n_arcs != NULL)
    *n_arcs = self->file.levels[level].n_arcs;
  return self->file.levels[level].arcs;
}

static const AtlasRing *
get_rings (AtlasGeography *self, guint level, guint owner, guint *n_rings)
{
  const AtlasGeographyLevel *detail = &self->file.levels[level];

  if (n_rings != NULL)
    *n_rings = detail->first_rings[owner + 1] - detail->first_rings[owner];
  return detail->rings + detail->first_rings[owner];
}

/**
 * atlas_geography_get_rings:
 * @level: a level of detail
 * @unit: index of a unit
 * @n_rings: (out) (optional): how many it has, at least one
 *
 * The rings of a unit, the largest first and holes last.
 *
 * Returns: (transfer none) (array length=n_rings): the rings
 */
const AtlasRing *
atlas_geography_get_rings (AtlasGeography *self, guint level, guint unit, guint *n_rings)
{
  g_return_val_if_fail (ATLAS_IS_GEOGRAPHY (self), NULL);
  g_return_val_if_fail (level < self->file.n_levels, NULL);
  g_return_val_if_fail (unit < self->file.n_units, NULL);

  return get_rings (self, level, unit, n_rings);
}

/**
 * atlas_geography_get_lakes:
 * @level: a level of detail
 * @n_rings: (out) (optional): how many there are
 *
 * The rings of all lakes, and of the islands in them. Lakes lie on top of
 * units; filled together by the even-odd rule they leave their islands out.
 *
 * Returns: (transfer none) (array length=n_rings): the rings
 */
const AtlasRing *
atlas_geography_get_lakes (AtlasGeography *self, guint level, guint *n_rings)
{
  g_return_val_if_fail (ATLAS_IS_GEOGRAPHY (self), NULL);
  g_return_val_if_fail (level < self->file.n_levels, NULL);

  return get_rings (self, level, self->file.n_units, n_rings);
}

/**
 * atlas_geography_get_ring_arcs:
 * @level: the level of detail that @ring comes from
 * @ring: a ring
 * @n_refs: (out) (optional): how many arcs it has
 *
 * The arcs that make up a ring, in order. A number i ≥ 0 stands for the arc
 * with the index i in atlas_geography_get_arcs(), walked from first point to
 * last; a negative one for the arc ~i, walked from last to first. Each begins
 * at the point where the one before ended, and the last ends where the first
 * begins.
 *
 * Returns: (transfer none) (array length=n_refs): the numbers
 */
const gint32 *
atlas_geography_get_ring_arcs (AtlasGeography *self, guint level, const AtlasRing *ring, guint *n_refs)
{
  g_return_val_if_fail (ATLAS_IS_GEOGRAPHY (self), NULL);
  g_return_val_if_fail (level < self->file.n_levels, NULL);
  g_return_val_if_fail (ring != NULL, NULL);

  if (n_refs != NULL)
    *n_refs = ring->n_refs;
  return self->file.levels[level].references + ring->first_ref;
}

/* Copies an arc without its last point, which is the first of the next. */
static AtlasPoint *
copy_arc (const AtlasGeographyLevel *level, gint32 reference, AtlasPoint *points)
{
  const AtlasArc *arc = &level->arcs[reference >= 0 ? reference : ~reference];
  const AtlasPoint *source = level->points + arc->first_point;

  if (reference >= 0)
    memcpy (points, source, (arc->n_points - 1) * sizeof *points);
  else
    for (guint32 i = 0; i + 1 < arc->n_points; i++)
      points[i] = source[arc->n_points - 1 - i];
  return points + arc->n_points - 1;
}

/**
 * atlas_geography_copy_ring:
 * @level: the level of detail that @ring comes from
 * @ring: a ring
 * @points: (out caller-allocates): room for @ring->n_points points
 *
 * Writes out the points of a ring, the first not repeated at the end.
 */
void
atlas_geography_copy_ring (AtlasGeography *self, guint level, const AtlasRing *ring, AtlasPoint *points)
{
  const AtlasGeographyLevel *detail;

  g_return_if_fail (ATLAS_IS_GEOGRAPHY (self));
  g_return_if_fail (level < self->file.n_levels);
  g_return_if_fail (ring != NULL && points != NULL);

  detail = &self->file.levels[level];
  for (guint32 i = 0; i < ring->n_refs; i++)
    points = copy_arc (detail, detail->references[ring->first_ref + i], points);
}

/**
 * atlas_geography_hit:
 * @lon: longitude in degrees, at any turn of the world
 * @lat: latitude in degrees
 *
 * Which unit lies at a place, at the finest level. Lakes belong to their
 * units.
 *
 * Returns: index of the unit, or %ATLAS_GEOGRAPHY_SEA at sea, beyond the
 *   poles and where the place is not a number
 */
int
atlas_geography_hit (AtlasGeography *self, double lon, double lat)
{
  g_return_val_if_fail (ATLAS_IS_GEOGRAPHY (self), ATLAS_GEOGRAPHY_SEA);

  return atlas_geography_file_hit (&self->file, lon, lat);
}

/**
 * atlas_geography_hit_near:
 * @lon: longitude in degrees, at any turn of the world
 * @lat: latitude in degrees
 * @radius: how far around the place to look, in degrees of longitude: n
 *   application pixels on a Mercator map are n · 360 / (256 · 2^zoom)
 *
 * Like atlas_geography_hit(), but a tiny country or territory within the
 * radius wins over its large neighbour and over the sea, the nearest one
 * where there are several. It does so only while the map shows its largest
 * part smaller than the circle; once it can be met by itself, it must be.
 *
 * Returns: index of a unit, or %ATLAS_GEOGRAPHY_SEA
 */
int
atlas_geography_hit_near (AtlasGeography *self, double lon, double lat, double radius)
{
  g_return_val_if_fail (ATLAS_IS_GEOGRAPHY (self), ATLAS_GEOGRAPHY_SEA);

  return atlas_geography_file_hit_near (&self->file, lon, lat, radius);
}
