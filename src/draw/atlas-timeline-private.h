/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-timeline-painter.h"

G_BEGIN_DECLS

/* Pixels at a text scale of 1. */
#define ATLAS_TIMELINE_WORDS 12.0
#define ATLAS_TIMELINE_SMALL_WORDS 10.5

/**
 * AtlasTimelineBrush:
 * @left: where time begins to be shown, pixels
 * @right: where it ends
 * @bottom: of the lanes, where the row of ticks begins
 * @raster: whether @cr draws pixels, so that stamps may be used
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
  gboolean raster;
} AtlasTimelineBrush;

/* The nearest edge between device pixels. */
double atlas_timeline_brush_snap (const AtlasTimelineBrush *self, double value);
double atlas_timeline_brush_x_of (const AtlasTimelineBrush *self, AtlasDay day);
void atlas_timeline_brush_fill (AtlasTimelineBrush *self, AtlasColour colour, double alpha);

gboolean atlas_timeline_fill_is_plain (const AtlasFill *fill);
void atlas_timeline_brush_fill_bar (AtlasTimelineBrush *self, const AtlasFill *fill, double x, double y, double width, double height);
void atlas_timeline_brush_fill_fading (AtlasTimelineBrush *self, const AtlasFill *fill, double x, double y, double width, double height, gboolean rises);
void atlas_timeline_brush_outline_bar (AtlasTimelineBrush *self, AtlasColour colour, double x, double y, double width, double height, gboolean contested);
void atlas_timeline_gradient_add (cairo_pattern_t *gradient, double offset, AtlasColour colour, double alpha);

PangoLayout *atlas_timeline_brush_get_words (AtlasTimelineBrush *self, const char *text, double size, gboolean bold, double *width, double *height);
void atlas_timeline_brush_show_words (AtlasTimelineBrush *self, PangoLayout *layout, double x, double y, AtlasColour colour);

double atlas_timeline_tick_room (const AtlasTimelineView *view);
double atlas_timeline_lane_height (const AtlasLane *lane, const AtlasTimelineView *view);
/* Where the middle of a lane's marks is, from the top of the lane. */
double atlas_timeline_lane_mark_y (const AtlasLane *lane, const AtlasTimelineView *view);
/* Where bars stand in a lane, from its top. */
void atlas_timeline_lane_bar (const AtlasLane *lane, double text_scale, double *top, double *height);

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

/* (transfer full) (element-type AtlasTimelineMark): from left to right. */
GArray *atlas_timeline_gather_marks (const AtlasLane *lane, const AtlasTimelineView *view);
/* The first spell that is seen at @day or later, its uncertain end included. */
guint atlas_timeline_first_spell (const AtlasLane *lane, AtlasDay day);

void atlas_timeline_brush_draw_curve (AtlasTimelineBrush *self, const AtlasLane *lane, double y, double height);
void atlas_timeline_brush_draw_ties (AtlasTimelineBrush *self, const AtlasLane *lane, double y);
void atlas_timeline_brush_draw_joints (AtlasTimelineBrush *self, const AtlasLane *lane, guint first, guint end, double top, double height, AtlasColour colour);
void atlas_timeline_brush_draw_marks (AtlasTimelineBrush *self, const AtlasLane *lane, double y);
void atlas_timeline_brush_draw_grid (AtlasTimelineBrush *self, GArray *ticks);
void atlas_timeline_brush_draw_ticks (AtlasTimelineBrush *self, GArray *ticks);
void atlas_timeline_brush_draw_unverified (AtlasTimelineBrush *self);

void atlas_timeline_words_begin (PangoContext *context);
PangoLayout *atlas_timeline_words_get (PangoContext *context, const char *text, double size, gboolean bold, double room, double *width, double *height);
cairo_surface_t *atlas_timeline_words_get_stamp (PangoContext *context, const char *key);
void atlas_timeline_words_take_stamp (PangoContext *context, const char *key, cairo_surface_t *stamp);

G_END_DECLS
