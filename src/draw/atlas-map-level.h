/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-geography.h"

G_BEGIN_DECLS

/* A box on the Mercator map: the world is 1 wide and 1 high, y grows downwards,
 * x passes 1 where a shape crosses the antimeridian. */
typedef struct
{
  float x0;
  float y0;
  float x1;
  float y1;
} AtlasMercatorBox;

typedef struct
{
  AtlasMercatorBox box;
  guint16 id; /* as AtlasUnitRaster names units */
} AtlasMapRing;

typedef struct
{
  AtlasMercatorBox box;
  guint32 first_point;
  guint32 n_points;
  gint32 left_ring; /* index into rings, or -1 */
  gint32 right_ring;
  gint32 left_unit; /* or ATLAS_GEOGRAPHY_SEA */
  gint32 right_unit;
  AtlasLineKind kind;
} AtlasMapArc;

/**
 * AtlasMapLevel:
 * @xy: Mercator x and y of each point, as in #AtlasMercatorBox
 *
 * One level of detail, projected once and for all, with the rings that each
 * arc bounds. Immutable.
 */
typedef struct
{
  float *xy;
  guint n_arcs;
  AtlasMapArc *arcs;
  guint n_rings;
  AtlasMapRing *rings;
} AtlasMapLevel;

AtlasMapLevel *atlas_map_level_new (AtlasGeography *geography, guint level);
void atlas_map_level_free (AtlasMapLevel *self);

G_END_DECLS
