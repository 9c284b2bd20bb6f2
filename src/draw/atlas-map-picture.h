/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-colouring.h"
#include "atlas-map-level.h"
#include "atlas-projection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasMapPicture:
 *
 * What a view has in common between colourings: which unit each pixel belongs
 * to, and the lines over them. Immutable, but for the lines, which are drawn
 * when a scheme is first asked for; the owner guards that.
 */
typedef struct _AtlasMapPicture AtlasMapPicture;

AtlasMapPicture *atlas_map_picture_new (AtlasGeography *geography, const AtlasMapLevel *level, const AtlasMapView *view, GCancellable *cancellable);
AtlasMapPicture *atlas_map_picture_ref (AtlasMapPicture *self);
void atlas_map_picture_unref (AtlasMapPicture *self);
const AtlasMapView *atlas_map_picture_get_view (const AtlasMapPicture *self);
cairo_surface_t *atlas_map_picture_paint (AtlasMapPicture *self, const AtlasColouring *colouring);

/* A state too small to be seen shows its colour as a dot. @zoom says how small. */
gboolean atlas_map_needs_dot (const AtlasColouring *colouring, guint unit, double zoom);
void atlas_map_draw_dot (cairo_t *cr, const AtlasColouring *colouring, guint unit, double x, double y);

void atlas_map_stroke_lines (cairo_t *cr, AtlasLineKind kind, AtlasScheme scheme, double zoom);
gboolean atlas_map_shows_lines (AtlasLineKind kind, AtlasScheme scheme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMapPicture, atlas_map_picture_unref)

G_END_DECLS
