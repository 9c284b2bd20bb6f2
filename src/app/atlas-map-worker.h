/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-label-placer.h"
#include "atlas-map-painter.h"
#include "atlas-painted.h"

G_BEGIN_DECLS

/**
 * AtlasMapWorker:
 *
 * A thread that paints the map while the window goes on. It holds one wish for
 * the map and one for the outlines at a time: a new wish takes the place of one
 * that it has not begun. AtlasMapWorker::map and ::focus bring what it painted.
 */
#define ATLAS_TYPE_MAP_WORKER (atlas_map_worker_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapWorker, atlas_map_worker, ATLAS, MAP_WORKER, GObject)

/**
 * AtlasMapWish:
 * @resting: whether the map stands still: names then keep clear of its edges
 * @text_scale: how much larger than usual names are
 */
typedef struct
{
  AtlasMapView view;
  AtlasColouring *colouring;
  const char *language;
  double text_scale;
  gboolean resting;
} AtlasMapWish;

AtlasMapWorker *atlas_map_worker_new (AtlasGeography *geography, AtlasMapPainter *painter, AtlasLabelPlacer *placer);

guint64 atlas_map_worker_wish (AtlasMapWorker *self, const AtlasMapWish *wish);
guint64 atlas_map_worker_wish_focus (AtlasMapWorker *self, const AtlasMapView *view, AtlasScheme scheme, const char *selected, const char *hovered);
void atlas_map_worker_wait (AtlasMapWorker *self, gint64 deadline);

G_END_DECLS
