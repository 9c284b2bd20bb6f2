/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-timeline-private.h"

#include <math.h>

/* Pixels at a text scale of 1. */
#define SINGLE 4.5
#define PILL 7.0
#define DIGIT 5.5

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
      last = (AtlasTimelineMark){ x, half_of (1, view->text_scale), i, 1, event->planned };
      first_x = x;
    }
  if (last.n > 0 && last.x + last.half > view->gutter)
    g_array_append_val (marks, last);
  return marks;
}

static void
trace_mark (cairo_t *cr,
            const AtlasTimelineMark *mark,
            double y,
            double grow)
{
  const double radius = (mark->n == 1 ? mark->half : mark->half) + grow;

  cairo_new_path (cr);
  if (mark->n == 1)
    {
      cairo_move_to (cr, mark->x, y - radius);
      cairo_line_to (cr, mark->x + radius, y);
      cairo_line_to (cr, mark->x, y + radius);
      cairo_line_to (cr, mark->x - radius, y);
      cairo_close_path (cr);
      return;
    }
  cairo_arc (cr, mark->x + mark->half - PILL, y, PILL + grow, -G_PI / 2, G_PI / 2);
  cairo_arc (cr, mark->x - mark->half + PILL, y, PILL + grow, G_PI / 2, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
draw_mark (AtlasTimelineBrush *self,
           const AtlasTimelineMark *mark,
           double y)
{
  static const double dashes[] = { 2, 1.5 };
  const AtlasInk *ink = self->ink;
  AtlasColour words = ink->paper;

  trace_mark (self->cr, mark, y, 1.5);
  atlas_colour_set (self->cr, ink->paper, 1);
  cairo_fill (self->cr);
  trace_mark (self->cr, mark, y, mark->planned ? -0.5 : 0);
  atlas_colour_set (self->cr, ink->text, 1);
  if (mark->planned)
    {
      cairo_set_line_width (self->cr, 1.2);
      cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
      cairo_stroke (self->cr);
      cairo_set_dash (self->cr, NULL, 0, 0);
      words = ink->text;
    }
  else
    cairo_fill (self->cr);
  if (mark->n > 1)
    {
      g_autofree char *count = g_strdup_printf ("%u", mark->n);
      double width, height;
      PangoLayout *layout = atlas_timeline_brush_get_words (self, count, 9.5, TRUE, &width, &height);

      atlas_timeline_brush_show_words (self, layout, mark->x - width / 2, y - height / 2, words);
    }
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
  const double middle = y + atlas_timeline_lane_mark_y (lane, self->view->text_scale);

  draw_ranges (self, lane, middle);
  for (guint i = 0; i < marks->len; i++)
    draw_mark (self, &g_array_index (marks, AtlasTimelineMark, i), middle);
}
