/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a side of an edge can be: the sea, a unit's index + 1, a lake. */
#define ATLAS_RASTER_SEA 0
#define ATLAS_RASTER_LAKE 0xffff
#define ATLAS_RASTER_UNIT(unit) ((guint16) ((unit) + 1))

/**
 * AtlasUnitRaster:
 *
 * Which unit each pixel of a picture belongs to, with exact coverage where two
 * meet, stored as runs. Edges are added once for both sides, so that shared
 * borders have no seams; colours come later and cost only a look-up.
 */
typedef struct _AtlasUnitRaster AtlasUnitRaster;

/* What to paint a unit with: @size 1 for a plain colour, else a cell that repeats. */
typedef struct
{
  const guint32 *pixels;
  guint size;
} AtlasRasterBrush;

AtlasUnitRaster *atlas_unit_raster_new (guint width, guint height, guint n_units);
void atlas_unit_raster_free (AtlasUnitRaster *self);
void atlas_unit_raster_begin (AtlasUnitRaster *self, guint16 left, guint16 right);
void atlas_unit_raster_add_edge (AtlasUnitRaster *self, float x0, float y0, float x1, float y1);
void atlas_unit_raster_finish (AtlasUnitRaster *self);
void atlas_unit_raster_paint (const AtlasUnitRaster *self, guint8 *data, gsize stride, const AtlasRasterBrush *brushes, guint phase_x, guint phase_y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasUnitRaster, atlas_unit_raster_free)

G_END_DECLS
