/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-level.h"

#include "atlas-projection.h"
#include "atlas-unit-raster.h"

static float
unit_x (float lon)
{
  return (float) ((lon + 180.0) / 360.0);
}

static float
unit_y (float lat)
{
  return (float) (atlas_mercator_y (lat, 0) / ATLAS_TILE_SIZE);
}

static AtlasMercatorBox
project_box (const AtlasBox *box)
{
  return (AtlasMercatorBox) { unit_x (box->west), unit_y (box->north), unit_x (box->east), unit_y (box->south) };
}

static void
project_points (AtlasMapLevel *self,
                AtlasGeography *geography,
                guint level)
{
  guint n;
  const AtlasPoint *points = atlas_geography_get_points (geography, level, &n);

  self->xy = g_new (float, 2 * n);
  for (guint i = 0; i < n; i++)
    {
      self->xy[2 * i] = unit_x (points[i].lon);
      self->xy[2 * i + 1] = unit_y (points[i].lat);
    }
}

static void
take_arcs (AtlasMapLevel *self,
           AtlasGeography *geography,
           guint level)
{
  const AtlasArc *arcs = atlas_geography_get_arcs (geography, level, &self->n_arcs);

  self->arcs = g_new (AtlasMapArc, self->n_arcs);
  for (guint i = 0; i < self->n_arcs; i++)
    self->arcs[i] = (AtlasMapArc) {
      .box = project_box (&arcs[i].box),
      .first_point = arcs[i].first_point,
      .n_points = arcs[i].n_points,
      .left_ring = -1,
      .right_ring = -1,
      .left_unit = arcs[i].left,
      .right_unit = arcs[i].right,
      .kind = arcs[i].kind,
    };
}

/* What a ring bounds lies on the left hand of who walks it, thus on the right
 * of an arc that it runs along backwards. */
static void
take_ring (AtlasMapLevel *self,
           AtlasGeography *geography,
           guint level,
           const AtlasRing *ring,
           GArray *rings)
{
  AtlasMapRing taken = {
    project_box (&ring->box),
    ring->unit == ATLAS_GEOGRAPHY_SEA ? ATLAS_RASTER_LAKE : ATLAS_RASTER_UNIT (ring->unit),
  };
  guint n_refs;
  const gint32 *refs = atlas_geography_get_ring_arcs (geography, level, ring, &n_refs);

  for (guint i = 0; i < n_refs; i++)
    {
      if (refs[i] >= 0)
        self->arcs[refs[i]].left_ring = (gint32) rings->len;
      else
        self->arcs[~refs[i]].right_ring = (gint32) rings->len;
    }
  g_array_append_val (rings, taken);
}

static void
take_rings (AtlasMapLevel *self,
            AtlasGeography *geography,
            guint level)
{
  GArray *rings = g_array_new (FALSE, FALSE, sizeof (AtlasMapRing));
  const AtlasRing *found;
  guint n;

  for (guint unit = 0; unit < atlas_geography_get_n_units (geography); unit++)
    {
      found = atlas_geography_get_rings (geography, level, unit, &n);
      for (guint i = 0; i < n; i++)
        take_ring (self, geography, level, &found[i], rings);
    }
  found = atlas_geography_get_lakes (geography, level, &n);
  for (guint i = 0; i < n; i++)
    take_ring (self, geography, level, &found[i], rings);

  self->n_rings = rings->len;
  self->rings = (AtlasMapRing *) (gpointer) g_array_free (rings, FALSE);
}

/**
 * atlas_map_level_new:
 *
 * Returns: (transfer full): level @level of @geography on the Mercator map
 */
AtlasMapLevel *
atlas_map_level_new (AtlasGeography *geography,
                     guint level)
{
  AtlasMapLevel *self = g_new0 (AtlasMapLevel, 1);

  project_points (self, geography, level);
  take_arcs (self, geography, level);
  take_rings (self, geography, level);
  return self;
}

void
atlas_map_level_free (AtlasMapLevel *self)
{
  g_free (self->xy);
  g_free (self->arcs);
  g_free (self->rings);
  g_free (self);
}
