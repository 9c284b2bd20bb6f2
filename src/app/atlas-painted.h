/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-colouring.h"
#include "atlas-projection.h"

G_BEGIN_DECLS

/**
 * AtlasPaintedLabel:
 * @lon: where its middle stands, degrees from the picture's middle on and not
 *   wrapped
 * @lat: likewise
 * @width: in application pixels
 * @height: in application pixels
 *
 * A small picture that keeps its size when the map zooms: a name with its pips.
 */
typedef struct
{
  GdkTexture *texture;
  double lon;
  double lat;
  double width;
  double height;
} AtlasPaintedLabel;

/**
 * AtlasPaintedMap:
 * @covered: what @political shows: the view that was asked for and a quarter more
 * @view: what was asked for
 * @strips: (element-type AtlasPaintedTile): the same pixels as @political in pieces,
 *   for where they need no stretching
 * @labels: (element-type AtlasPaintedLabel): names, the most important first
 * @serial: that of the request that it answers
 *
 * What the worker paints. Immutable, counted by reference.
 */
typedef struct
{
  AtlasMapView covered;
  AtlasMapView view;
  AtlasColouring *colouring;
  GdkTexture *political;
  GPtrArray *strips;
  GPtrArray *labels;
  guint64 serial;
} AtlasPaintedMap;

/**
 * AtlasPaintedFocus:
 * @covered: what the tiles are part of
 * @tiles: (element-type AtlasPaintedTile): only those on which something is drawn
 *
 * The outlines of what is selected and pointed at.
 */
typedef struct
{
  AtlasMapView covered;
  GPtrArray *tiles;
  guint64 serial;
} AtlasPaintedFocus;

/**
 * AtlasPaintedTile:
 * @rect: within the picture, in application pixels
 */
typedef struct
{
  GdkTexture *texture;
  graphene_rect_t rect;
} AtlasPaintedTile;

AtlasPaintedMap *atlas_painted_map_new (void);
void atlas_painted_map_take_surface (AtlasPaintedMap *self, cairo_surface_t *surface);
AtlasPaintedMap *atlas_painted_map_ref (AtlasPaintedMap *self);
void atlas_painted_map_unref (AtlasPaintedMap *self);

AtlasPaintedFocus *atlas_painted_focus_new (void);
AtlasPaintedFocus *atlas_painted_focus_ref (AtlasPaintedFocus *self);
void atlas_painted_focus_unref (AtlasPaintedFocus *self);
void atlas_painted_focus_add_tiles (AtlasPaintedFocus *self, cairo_surface_t *surface, double x, double y);

GdkTexture *atlas_texture_new_from_surface (cairo_surface_t *surface);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasPaintedMap, atlas_painted_map_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasPaintedFocus, atlas_painted_focus_unref)

G_END_DECLS
