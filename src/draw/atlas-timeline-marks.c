/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-timeline-private.h"

#include <math.h>

/* Pixels at a text scale of 1. */
#define SINGLE 4.5
#define PILL 6.75
#define DIGIT 5.5
#define COUNT 9.5

/* Pixels; what keeps a mark apart from what it stands on. */
#define HALO 1.5

static double
half_of (guint n,
         double text_scale)
{
  double half = n == 1 ? SINGLE : PILL;

  for (; n >= 100; n /= 10)
    half += DIGIT / 2;
  return half * text_scale;
}

/* Whether a mark at @x would touch @last. */
static gboolean
touches (const AtlasTimelineMark *last,
         double x,
         double text_scale)
{
  return x - last->x < last->half + (SINGLE + 1) * text_scale;
}

/**
 * atlas_timeline_gather_marks:
 *
 * Marks that would touch become one. Which these are does not depend on what is
 * in view, so that panning does not regroup them.
 *
 * Returns: (transfer full) (element-type AtlasTimelineMark): those in view
 */
GArray *
atlas_timeline_gather_marks (const AtlasLane *lane,
                             const AtlasTimelineView *view)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (AtlasTimelineMark));
  AtlasTimelineMark last = { 0 };
  double first_x = 0;

  for (guint i = 0; i < lane->n_events; i++)
    {
      const AtlasEvent *event = lane->events[i];
      const double x = view->gutter + atlas_time_axis_x_of_day (&view->axis, event->date.earliest);

      if (last.n > 0 && touches (&last, x, view->text_scale))
        {
          last.n++;
          last.x = (first_x + x) / 2;
          last.half = half_of (last.n, view->text_scale);
          last.planned = last.planned && event->planned;
          continue;
        }
      if (last.n > 0 && last.x + last.half > view->gutter)
        g_array_append_val (marks, last);
      if (x - SINGLE * view->text_scale > view->gutter + view->axis.width)
        return marks;
      last = (AtlasTimelineMark) { x, half_of (1, view->text_scale), i, 1, event->planned };
      first_x = x;
    }
  if (last.n > 0 && last.x + last.half > view->gutter)
    g_array_append_val (marks, last);
  return marks;
}

/* One event is a diamond, several are a disc with their number. */
static void
trace_mark (cairo_t *cr,
            const AtlasTimelineMark *mark,
            double x,
            double y,
            double scale,
            double grow)
{
  const double half = mark->half + grow, round = PILL * scale;

  cairo_new_path (cr);
  if (mark->n == 1)
    {
      cairo_move_to (cr, x, y - half);
      cairo_line_to (cr, x + half, y);
      cairo_line_to (cr, x, y + half);
      cairo_line_to (cr, x - half, y);
      cairo_close_path (cr);
      return;
    }
  cairo_arc (cr, x + mark->half - round, y, round + grow, -G_PI / 2, G_PI / 2);
  cairo_arc (cr, x - mark->half + round, y, round + grow, G_PI / 2, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
draw_shape (AtlasTimelineBrush *self,
            cairo_t *cr,
            const AtlasTimelineMark *mark,
            double x,
            double y)
{
  static const double dashes[] = { 2.2, 1.4 };
  const double scale = self->view->text_scale;

  trace_mark (cr, mark, x, y, scale, HALO);
  atlas_colour_set (cr, self->ink->paper, 1);
  cairo_fill (cr);
  atlas_colour_set (cr, self->ink->text, 1);
  if (!mark->planned)
    {
      trace_mark (cr, mark, x, y, scale, 0);
      cairo_fill (cr);
      return;
    }
  /* What is only planned is hollow. */
  trace_mark (cr, mark, x, y, scale, mark->n == 1 ? 0.2 : -0.6);
  cairo_set_line_width (cr, 1.3);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_mark (AtlasTimelineBrush *self,
           cairo_t *cr,
           const AtlasTimelineMark *mark,
           double x,
           double y)
{
  char count[16];
  double width, height;
  PangoLayout *layout;

  draw_shape (self, cr, mark, x, y);
  if (mark->n == 1)
    return;
  g_snprintf (count, sizeof count, "%u", mark->n);
  layout = atlas_timeline_brush_get_words (self, count, COUNT, TRUE, &width, &height);
  atlas_colour_set (cr, mark->planned ? self->ink->text : self->ink->paper, 1);
  cairo_move_to (cr, x - width / 2, y - height / 2);
  pango_cairo_show_layout (cr, layout);
}

static cairo_surface_t *
make_stamp (AtlasTimelineBrush *self,
            const AtlasTimelineMark *mark,
            double reach)
{
  const int side = (int) ceil (2 * reach * self->view->scale);
  cairo_surface_t *stamp = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side, side);
  cairo_t *cr;

  cairo_surface_set_device_scale (stamp, self->view->scale, self->view->scale);
  cr = cairo_create (stamp);
  draw_mark (self, cr, mark, reach, reach);
  cairo_destroy (cr);
  return stamp;
}

/* Hundreds of marks look alike but for their place. */
static void
stamp_mark (AtlasTimelineBrush *self,
            const AtlasTimelineMark *mark,
            double y)
{
  const double reach = ceil (mark->half + HALO + 2);
  cairo_surface_t *stamp;
  char key[64];

  g_snprintf (key, sizeof key, "%u %d %d %d %d", mark->n, mark->planned, self->view->scheme, (int) lround (self->view->scale * 100), (int) lround (self->view->text_scale * 100));
  stamp = atlas_timeline_words_get_stamp (self->context, key);
  if (stamp == NULL)
    {
      stamp = make_stamp (self, mark, reach);
      atlas_timeline_words_take_stamp (self->context, key, stamp);
    }
  cairo_set_source_surface (self->cr, stamp, atlas_timeline_brush_snap (self, mark->x - reach), atlas_timeline_brush_snap (self, y - reach));
  cairo_paint (self->cr);
}

/* A date that is wider than a day has a line over its whole width. */
static void
draw_ranges (AtlasTimelineBrush *self,
             const AtlasLane *lane,
             double y)
{
  for (guint i = 0; i < lane->n_events; i++)
    {
      const AtlasDate *date = &lane->events[i]->date;
      double from, to;

      if (date->latest == date->earliest)
        continue;
      from = MAX (self->left, self->left + atlas_time_axis_x_of_start (&self->view->axis, date->earliest));
      to = MIN (self->right, self->left + atlas_time_axis_x_of_start (&self->view->axis, date->latest) + 1);
      if (to - from >= 2)
        cairo_rectangle (self->cr, from, y - 0.5, to - from, 1);
    }
  atlas_colour_set (self->cr, self->ink->text, 0.8);
  cairo_fill (self->cr);
}

/**
 * atlas_timeline_brush_draw_marks:
 * @y: the top of the lane
 */
void
atlas_timeline_brush_draw_marks (AtlasTimelineBrush *self,
                                 const AtlasLane *lane,
                                 double y)
{
  g_autoptr (GArray) marks = atlas_timeline_gather_marks (lane, self->view);
  const double middle = y + atlas_timeline_lane_mark_y (lane, self->view);

  draw_ranges (self, lane, middle);
  for (guint i = 0; i < marks->len; i++)
    {
      const AtlasTimelineMark *mark = &g_array_index (marks, AtlasTimelineMark, i);

      if (self->raster)
        stamp_mark (self, mark, middle);
      else
        draw_mark (self, self->cr, mark, mark->x, middle);
    }
}
