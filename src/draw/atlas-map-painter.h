/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-colouring.h"
#include "atlas-projection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasMapPainter:
 *
 * Paints the political map. It keeps what a view has in common between
 * colourings (which unit each pixel belongs to, the borders), so that a
 * recolour of the same view only looks colours up. One painter may be called
 * from any thread; calls wait for each other. No call touches GTK.
 */
#define ATLAS_TYPE_MAP_PAINTER (atlas_map_painter_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapPainter, atlas_map_painter, ATLAS, MAP_PAINTER, GObject)

AtlasMapPainter *atlas_map_painter_new (AtlasGeography *geography);

/* (transfer full) (nullable): ARGB32 premultiplied and opaque, with the view's
 * scale as device scale; NULL where @cancellable was cancelled. */
cairo_surface_t *atlas_map_painter_paint (AtlasMapPainter *self, const AtlasMapView *view, AtlasColouring *colouring, GCancellable *cancellable);

/* Draws the map as vectors in any projection, clipped to the box: for plates. */
void atlas_map_painter_draw (AtlasMapPainter *self, cairo_t *cr, const AtlasProjection *projection, double x, double y, double width, double height, AtlasColouring *colouring);

/* Adds the outline of a country (all its units), or of one unit, to the
 * current path of @cr, in application pixels of @view: for hover and selection.
 * World copies are included. */
void atlas_map_painter_outline_country (AtlasMapPainter *self, cairo_t *cr, const AtlasMapView *view, const char *country);
void atlas_map_painter_outline_unit (AtlasMapPainter *self, cairo_t *cr, const AtlasMapView *view, guint unit);

G_END_DECLS
