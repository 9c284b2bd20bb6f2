/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-timeline-painter.h"

G_BEGIN_DECLS

/* Pixels at a text scale of 1. */
#define ATLAS_TIMELINE_WORDS 11.5
#define ATLAS_TIMELINE_SMALL_WORDS 10.5

/**
 * AtlasTimelineBrush:
 * @left: where time begins to be shown, pixels
 * @right: where it ends
 * @bottom: of the lanes, where the row of ticks begins
 * @words: the layouts of this painting, by what they say
 *
 * What the parts of a painter share for the time of one painting.
 */
typedef struct
{
  AtlasTimeline *timeline;
  const AtlasTimelineView *view;
  const AtlasInk *ink;
  PangoContext *context;
  cairo_t *cr;
  double left;
  double right;
  double bottom;
  GHashTable *words;
} AtlasTimelineBrush;

/**
 * AtlasTimelineMark:
 * @x: its middle, pixels from the left edge of the whole
 * @half: half of its width
 * @first: of the events of the lane
 * @n: how many events it stands for
 * @planned: whether all of them are only planned
 */
typedef struct
{
  double x;
  double half;
  guint first;
  guint n;
  gboolean planned;
} AtlasTimelineMark;

double atlas_timeline_lane_height (const AtlasLane *lane, double text_scale);
/* Where the middle of a lane's marks is, from the top of the lane. */
double atlas_timeline_lane_mark_y (const AtlasLane *lane, double text_scale);
/* Where bars stand in a lane, from its top. */
void atlas_timeline_lane_bar (const AtlasLane *lane, double text_scale, double *top, double *height);

/* (transfer full) (element-type AtlasTimelineMark): from left to right. */
GArray *atlas_timeline_gather_marks (const AtlasLane *lane, const AtlasTimelineView *view);

PangoLayout *atlas_timeline_brush_get_words (AtlasTimelineBrush *self, const char *text, double size, gboolean bold, double *width, double *height);
void atlas_timeline_brush_show_words (AtlasTimelineBrush *self, PangoLayout *layout, double x, double y, AtlasColour colour);

void atlas_timeline_brush_draw_curve (AtlasTimelineBrush *self, const AtlasLane *lane, double y, double height);
void atlas_timeline_brush_draw_ties (AtlasTimelineBrush *self, const AtlasLane *lane, double y);
void atlas_timeline_brush_draw_marks (AtlasTimelineBrush *self, const AtlasLane *lane, double y);
void atlas_timeline_brush_draw_ticks (AtlasTimelineBrush *self);

G_END_DECLS
