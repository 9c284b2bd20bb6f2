/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pangocairo.h>

#include "atlas-palette.h"
#include "atlas-time-axis.h"
#include "atlas-timeline.h"

G_BEGIN_DECLS

/**
 * AtlasTimelineView:
 * @axis: the stretch of time, as wide as the lanes without their labels
 * @gutter: pixels at the left for the labels of the lanes
 * @height: pixels in all, the row of ticks at the lower edge included
 * @curve_height: pixels of a lane with a curve; 0 for the usual height
 * @scroll: by how many pixels the lanes are moved up
 * @text_scale: how much larger than usual words are
 * @scale: device pixels per pixel
 *
 * How a timeline is looked at. A plain value; x and y are pixels from the upper
 * left corner of the whole, gutter included.
 */
typedef struct
{
  AtlasTimeAxis axis;
  double gutter;
  double height;
  double curve_height;
  double scroll;
  double text_scale;
  double scale;
  AtlasScheme scheme;
} AtlasTimelineView;

double atlas_timeline_axis_height (double text_scale);
double atlas_timeline_natural_gutter (AtlasTimeline *timeline, PangoContext *context, double text_scale);
/* Of all lanes at their usual height, without the row of ticks. */
double atlas_timeline_lanes_height (AtlasTimeline *timeline, double text_scale);

/* Draws the lanes, the ticks and the stretch that is not verified; no playhead.
 * @context is the calling thread's own. */
void atlas_timeline_paint (AtlasTimeline *timeline, const AtlasTimelineView *view, PangoContext *context, cairo_t *cr);

typedef enum
{
  ATLAS_TIMELINE_NOTHING,
  ATLAS_TIMELINE_LABEL, /* of a lane */
  ATLAS_TIMELINE_SPELL,
  ATLAS_TIMELINE_STEP, /* of a curve */
  ATLAS_TIMELINE_MARK, /* one event, or several that stand too close */
} AtlasTimelineItemKind;

/**
 * AtlasTimelineItem:
 * @lane: (nullable):
 * @spell: (nullable):
 * @step: (nullable): the step of the curve that holds at that x
 * @events: (nullable): those of a mark, by date; points into the lane
 * @x: left edge, pixels; also @y, @width, @height: where it is drawn
 *
 * What lies at a place of a timeline. Owns nothing.
 */
typedef struct
{
  AtlasTimelineItemKind kind;
  const AtlasLane *lane;
  const AtlasSpell *spell;
  const AtlasTimelineStep *step;
  const AtlasEvent *const *events;
  guint n_events;
  double x;
  double y;
  double width;
  double height;
} AtlasTimelineItem;

gboolean atlas_timeline_pick (AtlasTimeline *timeline, const AtlasTimelineView *view, double x, double y, AtlasTimelineItem *item);

G_END_DECLS
