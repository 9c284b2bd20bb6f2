/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-timeline-private.h"

#include <math.h>

/* Pixels at a text scale of 1. */
#define AXIS_HEIGHT 22.0
#define CURVE_HEIGHT 42.0
#define TIES_HEIGHT 22.0
#define STRIP_HEIGHT 8.0
#define EVENTS_HEIGHT 22.0
#define LABEL_MARGIN 10.0
#define WIDEST_GUTTER 150.0

/* --- Measures ---------------------------------------------------------------- */

/**
 * atlas_timeline_axis_height:
 *
 * Returns: the height of the row of ticks, pixels
 */
double
atlas_timeline_axis_height (double text_scale)
{
  return ceil (AXIS_HEIGHT * text_scale);
}

/**
 * atlas_timeline_lane_height:
 *
 * Returns: whole pixels
 */
double
atlas_timeline_lane_height (const AtlasLane *lane,
                            const AtlasTimelineView *view)
{
  if (lane->kind == ATLAS_LANE_CURVE)
    return view->curve_height > 0 ? view->curve_height : ceil (CURVE_HEIGHT * view->text_scale);
  if (lane->kind == ATLAS_LANE_EVENTS)
    return ceil (EVENTS_HEIGHT * view->text_scale);
  return ceil ((TIES_HEIGHT + (lane->n_events > 0 ? STRIP_HEIGHT : 0)) * view->text_scale);
}

double
atlas_timeline_lane_mark_y (const AtlasLane *lane,
                            const AtlasTimelineView *view)
{
  const double height = atlas_timeline_lane_height (lane, view);

  return lane->kind == ATLAS_LANE_EVENTS ? height / 2 : height - 8.25 * view->text_scale;
}

void
atlas_timeline_lane_bar (const AtlasLane *lane,
                         double text_scale,
                         double *top,
                         double *height)
{
  *top = 3;
  *height = ceil (TIES_HEIGHT * text_scale) - 6;
}

/**
 * atlas_timeline_lanes_height:
 *
 * Returns: the height of all lanes, pixels
 */
double
atlas_timeline_lanes_height (AtlasTimeline *timeline,
                             double text_scale)
{
  const AtlasTimelineView usual = { .text_scale = text_scale };
  double height = 0;

  for (guint i = 0; i < atlas_timeline_get_n_lanes (timeline); i++)
    height += atlas_timeline_lane_height (atlas_timeline_get_lane (timeline, i), &usual);
  return height;
}

/**
 * atlas_timeline_tick_room:
 *
 * Returns: how far apart labels of ticks are, pixels
 */
double
atlas_timeline_tick_room (const AtlasTimelineView *view)
{
  return 3.8 * ATLAS_TIMELINE_SMALL_WORDS * view->text_scale;
}

/* --- The brush --------------------------------------------------------------- */

double
atlas_timeline_brush_snap (const AtlasTimelineBrush *self,
                           double value)
{
  return round (value * self->view->scale) / self->view->scale;
}

/**
 * atlas_timeline_brush_x_of:
 *
 * Returns: where @day begins, pixels from the left edge of the whole, on the
 *   grid and not far outside of what is shown
 */
double
atlas_timeline_brush_x_of (const AtlasTimelineBrush *self,
                           AtlasDay day)
{
  const double x = self->left + atlas_time_axis_x_of_start (&self->view->axis, day);

  return atlas_timeline_brush_snap (self, CLAMP (x, self->left - 64, self->right + 64));
}

/**
 * atlas_timeline_brush_fill:
 *
 * Fills the path, which is on the grid.
 */
void
atlas_timeline_brush_fill (AtlasTimelineBrush *self,
                           AtlasColour colour,
                           double alpha)
{
  atlas_colour_set (self->cr, colour, alpha);
  cairo_fill (self->cr);
}

PangoLayout *
atlas_timeline_brush_get_words (AtlasTimelineBrush *self,
                                const char *text,
                                double size,
                                gboolean bold,
                                double *width,
                                double *height)
{
  return atlas_timeline_words_get (self->context, text, size * self->view->text_scale, bold, 0, width, height);
}

void
atlas_timeline_brush_show_words (AtlasTimelineBrush *self,
                                 PangoLayout *layout,
                                 double x,
                                 double y,
                                 AtlasColour colour)
{
  atlas_colour_set (self->cr, colour, 1);
  cairo_move_to (self->cr, atlas_timeline_brush_snap (self, x), atlas_timeline_brush_snap (self, y));
  pango_cairo_show_layout (self->cr, layout);
}

/**
 * atlas_timeline_natural_gutter:
 *
 * Returns: the pixels that the labels of all lanes need, within reason
 */
double
atlas_timeline_natural_gutter (AtlasTimeline *timeline,
                               PangoContext *context,
                               double text_scale)
{
  double widest = 0;

  atlas_timeline_words_begin (context);
  for (guint i = 0; i < atlas_timeline_get_n_lanes (timeline); i++)
    {
      double width, height;

      atlas_timeline_words_get (context, atlas_timeline_get_lane (timeline, i)->label, ATLAS_TIMELINE_WORDS * text_scale, FALSE, 0, &width, &height);
      widest = MAX (widest, width);
    }
  return ceil (MIN (widest + 2 * LABEL_MARGIN, WIDEST_GUTTER * text_scale));
}

/* --- Lanes ------------------------------------------------------------------- */

static void
draw_label (AtlasTimelineBrush *self,
            const AtlasLane *lane,
            double y,
            double height)
{
  const double room = self->left - 2 * LABEL_MARGIN;
  const double size = ATLAS_TIMELINE_WORDS * self->view->text_scale;
  PangoLayout *layout;
  double width, high;

  if (room < 8)
    return;
  layout = atlas_timeline_words_get (self->context, lane->label, size, FALSE, room + 1, &width, &high);
  atlas_timeline_brush_show_words (self, layout, LABEL_MARGIN, y + (height - high) / 2, self->ink->text);
}

static void
draw_lane (AtlasTimelineBrush *self,
           const AtlasLane *lane,
           double y,
           double height)
{
  draw_label (self, lane, y, height);
  cairo_rectangle (self->cr, 0, y + height - 1, self->right, 1);
  atlas_timeline_brush_fill (self, self->ink->text, 0.08);
  cairo_save (self->cr);
  cairo_rectangle (self->cr, self->left, y, self->right - self->left, height);
  cairo_clip (self->cr);
  if (lane->kind == ATLAS_LANE_CURVE)
    atlas_timeline_brush_draw_curve (self, lane, y, height);
  if (lane->kind == ATLAS_LANE_TIES)
    atlas_timeline_brush_draw_ties (self, lane, y);
  atlas_timeline_brush_draw_marks (self, lane, y);
  cairo_restore (self->cr);
}

static void
draw_lanes (AtlasTimelineBrush *self)
{
  double y = -self->view->scroll;

  for (guint i = 0; i < atlas_timeline_get_n_lanes (self->timeline) && y < self->bottom; i++)
    {
      const AtlasLane *lane = atlas_timeline_get_lane (self->timeline, i);
      const double height = atlas_timeline_lane_height (lane, self->view);

      if (y + height > 0)
        draw_lane (self, lane, y, height);
      y += height;
    }
}

static void
draw_separators (AtlasTimelineBrush *self)
{
  if (self->left >= 1)
    cairo_rectangle (self->cr, self->left - 1, 0, 1, self->bottom);
  cairo_rectangle (self->cr, 0, self->bottom, self->right, 1);
  atlas_timeline_brush_fill (self, self->ink->text, 0.18);
}

static void
draw_all (AtlasTimelineBrush *self)
{
  g_autoptr (GArray) ticks = atlas_time_axis_ticks (&self->view->axis, atlas_timeline_tick_room (self->view));

  cairo_save (self->cr);
  cairo_rectangle (self->cr, 0, 0, self->right, self->bottom);
  cairo_clip (self->cr);
  atlas_timeline_brush_draw_grid (self, ticks);
  draw_lanes (self);
  atlas_timeline_brush_draw_unverified (self);
  cairo_restore (self->cr);
  draw_separators (self);
  atlas_timeline_brush_draw_ticks (self, ticks);
}

/**
 * atlas_timeline_paint:
 * @context: the calling thread's own
 *
 * Draws the lanes, the ticks and the stretch that is not verified; the ground
 * and the playhead are the caller's.
 */
void
atlas_timeline_paint (AtlasTimeline *timeline,
                      const AtlasTimelineView *view,
                      PangoContext *context,
                      cairo_t *cr)
{
  AtlasTimelineBrush brush = {
    .timeline = timeline,
    .view = view,
    .ink = atlas_scheme_get_ink (view->scheme),
    .context = context,
    .cr = cr,
    .left = view->gutter,
    .right = view->gutter + view->axis.width,
    .bottom = view->height - atlas_timeline_axis_height (view->text_scale),
    .raster = cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE,
  };

  atlas_timeline_words_begin (context);
  cairo_save (cr);
  cairo_new_path (cr);
  draw_all (&brush);
  cairo_restore (cr);
}
