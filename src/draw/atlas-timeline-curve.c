/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-timeline-private.h"

#include "atlas-pip.h"
#include "atlas-style.h"

#include <math.h>

/* Pixels at a text scale of 1. */
#define NUMERAL 10.5
#define HEADROOM 15.0
#define LINE 1.5

/* How much of the hue the area takes. */
#define SOFT 0.32

/* What a curve is drawn with. */
typedef struct
{
  AtlasTimelineBrush *brush;
  const AtlasLane *lane;
  double base; /* where nobody belongs */
  double unit; /* pixels of one country */
  AtlasColour fill;
  AtlasColour line;
} Curve;

static double
level_of (const Curve *self,
          guint belonging)
{
  return atlas_timeline_brush_snap (self->brush, self->base - self->unit * belonging);
}

/* The first step that begins at @day or later. */
static guint
first_step (const AtlasLane *lane,
            AtlasDay day)
{
  guint low = 0, high = lane->n_steps;

  while (low < high)
    {
      const guint middle = (low + high) / 2;

      if (lane->steps[middle].day < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* A stretch of one level that is at least a pixel wide. */
typedef struct
{
  double from;
  double to;
  double fade; /* where the step up or down to it is certain */
  guint step;  /* as counted from 1; 0 before the first */
  guint belonging;
  guint highest; /* of the steps that are too narrow to be seen */
  guint lowest;
} Stretch;

static void
add_stretch (GArray *stretches,
             const Curve *self,
             double x,
             guint i)
{
  const AtlasTimelineStep *step = &self->lane->steps[i];
  Stretch *last = &g_array_index (stretches, Stretch, stretches->len - 1);
  Stretch next = { x, self->brush->right + 1, x, i + 1, step->belonging, step->belonging, step->belonging };

  if (x <= last->from)
    {
      last->step = i + 1;
      last->belonging = step->belonging;
      last->highest = MAX (last->highest, step->belonging);
      last->lowest = MIN (last->lowest, step->belonging);
      return;
    }
  last->to = x;
  last->fade = MIN (last->fade, x);
  if (step->latest > step->day)
    next.fade = atlas_timeline_brush_x_of (self->brush, step->latest);
  g_array_append_val (stretches, next);
}

/* No more than one for each pixel. */
static GArray *
find_stretches (const Curve *self)
{
  const AtlasTimeAxis *axis = &self->brush->view->axis;
  const double outside = self->brush->left - 2;
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  const guint first = first_step (self->lane, (AtlasDay) floor (axis->start));
  const guint before = first > 0 ? self->lane->steps[first - 1].belonging : 0;
  Stretch start = { outside, self->brush->right + 1, outside, first, before, before, before };

  g_array_append_val (stretches, start);
  for (guint i = first; i < self->lane->n_steps && self->lane->steps[i].day <= axis->end; i++)
    add_stretch (stretches, self, atlas_timeline_brush_x_of (self->brush, self->lane->steps[i].day), i);
  return stretches;
}

static void
fill_area (const Curve *self,
           GArray *stretches)
{
  guint before = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);
      const double top = level_of (self, stretch->belonging);
      const double shared = level_of (self, MIN (before, stretch->belonging));

      if (stretch->fade > stretch->from && shared < self->base)
        cairo_rectangle (self->brush->cr, stretch->from, shared, stretch->fade - stretch->from, self->base - shared);
      if (top < self->base)
        cairo_rectangle (self->brush->cr, stretch->fade, top, stretch->to - stretch->fade, self->base - top);
      before = stretch->belonging;
    }
  atlas_timeline_brush_fill (self->brush, self->fill, SOFT);
}

static void
draw_line (const Curve *self,
           GArray *stretches)
{
  cairo_t *cr = self->brush->cr;
  double before = self->base;

  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);
      const double level = level_of (self, stretch->belonging);
      const double top = MIN (MIN (before, level), level_of (self, stretch->highest));
      const double bottom = MAX (MAX (before, level), level_of (self, stretch->lowest));

      if (stretch->fade <= stretch->from && bottom > top)
        cairo_rectangle (cr, stretch->from, top, LINE, bottom - top + (bottom < self->base ? LINE : 0));
      if (level < self->base)
        cairo_rectangle (cr, stretch->fade, level, stretch->to - stretch->fade, LINE);
      before = level;
    }
  atlas_timeline_brush_fill (self->brush, self->line, 1);
}

/* A step whose day is not known exactly fades over all days that it may be. */
static void
draw_fade (const Curve *self,
           const Stretch *stretch,
           guint before)
{
  static const double dashes[] = { 2, 2 };
  cairo_t *cr = self->brush->cr;
  const double from = level_of (self, before), to = level_of (self, stretch->belonging);
  const gboolean rises = stretch->belonging > before;
  cairo_pattern_t *gradient = cairo_pattern_create_linear (stretch->from, 0, stretch->fade, 0);

  atlas_timeline_gradient_add (gradient, rises ? 0 : 1, self->fill, 0);
  atlas_timeline_gradient_add (gradient, rises ? 1 : 0, self->fill, SOFT);
  cairo_rectangle (cr, stretch->from, MIN (from, to), stretch->fade - stretch->from, ABS (to - from));
  cairo_set_source (cr, gradient);
  cairo_fill (cr);
  cairo_pattern_destroy (gradient);

  cairo_move_to (cr, stretch->from, from + LINE / 2);
  cairo_line_to (cr, stretch->fade, to + LINE / 2);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, LINE);
  atlas_colour_set (cr, self->line, 1);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_fades (const Curve *self,
            GArray *stretches)
{
  for (guint i = 1; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);

      if (stretch->fade > stretch->from)
        draw_fade (self, stretch, g_array_index (stretches, Stretch, i - 1).belonging);
    }
}

/* --- Numerals ---------------------------------------------------------------- */

static PangoLayout *
get_numeral (const Curve *self,
             guint belonging,
             double *width,
             double *height)
{
  char text[16];

  g_snprintf (text, sizeof text, "%u", belonging);
  return atlas_timeline_brush_get_words (self->brush, text, NUMERAL, TRUE, width, height);
}

static void
show_numeral (const Curve *self,
              guint belonging,
              double x)
{
  double width, height;
  PangoLayout *layout = get_numeral (self, belonging, &width, &height);

  atlas_timeline_brush_show_words (self->brush, layout, x, level_of (self, belonging) - height + 1, self->line);
}

static double
last_verified_x (const Curve *self)
{
  const AtlasDay until = atlas_dataset_get_verified_until (atlas_timeline_get_dataset (self->brush->timeline));
  const double x = atlas_timeline_brush_x_of (self->brush, until + 1);

  return x > self->brush->left ? MIN (x, self->brush->right) : self->brush->right;
}

/* The last one is always said: at the right end where it began far from there,
 * or where it did not last long enough to be said. */
static void
draw_last_numeral (const Curve *self,
                   const Stretch *last,
                   double free_from)
{
  double width, height, x;

  get_numeral (self, last->belonging, &width, &height);
  x = last_verified_x (self) - width - 5;
  if (last->step > 0 && x > free_from)
    show_numeral (self, last->belonging, x);
}

/* How many there are stands where a level begins, if it lasts long enough. */
static void
draw_numerals (const Curve *self,
               GArray *stretches)
{
  const double scale = self->brush->view->text_scale;
  const Stretch *last = &g_array_index (stretches, Stretch, stretches->len - 1);
  double free_from = self->brush->left, said_at = -G_MAXDOUBLE;

  for (const Stretch *stretch = &g_array_index (stretches, Stretch, 0); stretch <= last; stretch++)
    {
      const double x = MAX (stretch->fade + 2, self->brush->left + 4), to = MIN (stretch->to, self->brush->right);
      double width, height;

      if (stretch->step == 0 || to - x < NUMERAL * scale || x < free_from)
        continue;
      get_numeral (self, stretch->belonging, &width, &height);
      if (to - x < width + 3)
        continue;
      show_numeral (self, stretch->belonging, x);
      free_from = x + width + 3;
      said_at = stretch == last ? x : said_at;
    }
  if (last_verified_x (self) - said_at > 120 * scale)
    draw_last_numeral (self, last, free_from);
}

/**
 * atlas_timeline_brush_draw_curve:
 * @y: the top of the lane
 */
void
atlas_timeline_brush_draw_curve (AtlasTimelineBrush *self,
                                 const AtlasLane *lane,
                                 double y,
                                 double height)
{
  const AtlasPip pip = { .hue = atlas_style_get_hue (lane->organisation), .shape = ATLAS_PIP_MEMBER };
  Curve curve = {
    .brush = self,
    .lane = lane,
    .base = y + height - 1,
    .unit = (height - 1 - HEADROOM * self->view->text_scale) / MAX (lane->peak, 1),
    .line = atlas_pip_get_colour (&pip, self->view->scheme),
  };
  g_autoptr (GArray) stretches = NULL;
  AtlasFill fill;

  if (lane->n_steps == 0)
    return;
  atlas_style_get_fill (ATLAS_STYLE_MEMBER, lane->organisation, self->view->scheme, &fill);
  curve.fill = fill.colour;
  stretches = find_stretches (&curve);
  fill_area (&curve, stretches);
  draw_fades (&curve, stretches);
  draw_line (&curve, stretches);
  draw_numerals (&curve, stretches);
}
