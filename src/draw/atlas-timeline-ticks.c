/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Pixels. */
#define LONG_TICK 6.0
#define SHORT_TICK 3.0
#define GAP 6.0

/* What of the row is taken by words. */
typedef struct
{
  double from;
  double to;
} Taken;

/**
 * atlas_timeline_brush_draw_grid:
 *
 * Draws the lines that lead the eye from the ticks up through the lanes.
 */
void
atlas_timeline_brush_draw_grid (AtlasTimelineBrush *self,
                                GArray *ticks)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const AtlasTimeTick *tick = &g_array_index (ticks, AtlasTimeTick, i);

      if (tick->major || tick->label != NULL)
        cairo_rectangle (self->cr, atlas_timeline_brush_x_of (self, tick->day), 0, 1, self->bottom);
    }
  atlas_timeline_brush_fill (self, self->ink->text, 0.07);
}

static void
draw_lines (AtlasTimelineBrush *self,
            GArray *ticks)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const AtlasTimeTick *tick = &g_array_index (ticks, AtlasTimeTick, i);
      const double length = tick->major || tick->label != NULL ? LONG_TICK : SHORT_TICK;

      cairo_rectangle (self->cr, atlas_timeline_brush_x_of (self, tick->day), self->bottom, tick->major ? 1.5 : 1, length);
    }
  atlas_timeline_brush_fill (self, self->ink->dim_text, 1);
}

static void
show (AtlasTimelineBrush *self,
      PangoLayout *layout,
      double x,
      double height,
      AtlasColour colour)
{
  const double row = self->view->height - self->bottom - LONG_TICK;

  atlas_timeline_brush_show_words (self, layout, x, self->bottom + LONG_TICK + (row - height) / 2 - 1, colour);
}

static gboolean
is_free (const Taken *taken,
         guint n,
         double from,
         double to)
{
  for (guint i = 0; i < n; i++)
    if (from < taken[i].to + GAP && to > taken[i].from - GAP)
      return FALSE;
  return TRUE;
}

/* “not verified” stands where that stretch begins. */
static void
draw_unverified_words (AtlasTimelineBrush *self,
                       const Taken *period,
                       Taken *taken)
{
  const AtlasDay until = atlas_dataset_get_verified_until (atlas_timeline_get_dataset (self->timeline));
  const double edge = MAX (self->left + atlas_time_axis_x_of_start (&self->view->axis, until + 1), self->left);
  const double from = MAX (edge, period->to);
  double width, height;
  /* Translators: on a time axis, at the days for which nobody has checked the data */
  PangoLayout *layout = atlas_timeline_brush_get_words (self, C_ ("on a time axis", "not verified"), ATLAS_TIMELINE_SMALL_WORDS, FALSE, &width, &height);

  if (from + GAP + width > self->right)
    return;
  show (self, layout, from + GAP, height, self->ink->text);
  *taken = (Taken) { from, from + GAP + width };
}

/* Which year or month the days at the left edge belong to, where no tick says so. */
static void
draw_period (AtlasTimelineBrush *self,
             Taken *taken)
{
  g_autofree char *period = atlas_time_axis_period (&self->view->axis, atlas_timeline_tick_room (self->view));
  double width, height, x;
  PangoLayout *layout;

  if (period == NULL)
    return;
  layout = atlas_timeline_brush_get_words (self, period, ATLAS_TIMELINE_SMALL_WORDS, TRUE, &width, &height);
  x = self->left >= width + 2 * GAP ? self->left - width - GAP : self->left + 3;
  show (self, layout, x, height, self->ink->text);
  *taken = (Taken) { x, x + width };
}

static void
draw_label (AtlasTimelineBrush *self,
            const AtlasTimeTick *tick,
            const Taken taken[2],
            double *free_from)
{
  double width, height;
  PangoLayout *layout = atlas_timeline_brush_get_words (self, tick->label, ATLAS_TIMELINE_SMALL_WORDS, tick->major, &width, &height);
  const double x = self->left + tick->x - width / 2;

  if (x < *free_from || x + width > self->right - 1 || !is_free (taken, 2, x, x + width))
    return;
  show (self, layout, x, height, tick->major ? self->ink->text : self->ink->dim_text);
  *free_from = x + width + GAP;
}

/**
 * atlas_timeline_brush_draw_ticks:
 *
 * Draws the row of ticks. What the larger unit begins with goes before the rest.
 */
void
atlas_timeline_brush_draw_ticks (AtlasTimelineBrush *self,
                                 GArray *ticks)
{
  Taken taken[2] = { { -1000, -1000 }, { -1000, -1000 } };
  double free_from = self->left > 0 ? self->left - 16 : 1;

  cairo_save (self->cr);
  cairo_rectangle (self->cr, 0, self->bottom, self->right, self->view->height - self->bottom);
  cairo_clip (self->cr);
  draw_lines (self, ticks);
  draw_period (self, &taken[0]);
  draw_unverified_words (self, &taken[0], &taken[1]);
  for (guint i = 0; i < ticks->len; i++)
    {
      const AtlasTimeTick *tick = &g_array_index (ticks, AtlasTimeTick, i);

      if (tick->label != NULL)
        draw_label (self, tick, taken, &free_from);
    }
  cairo_restore (self->cr);
}

/* --- Not verified ------------------------------------------------------------ */

/**
 * atlas_timeline_brush_draw_unverified:
 *
 * Hatches the days for which nobody has checked the data.
 */
void
atlas_timeline_brush_draw_unverified (AtlasTimelineBrush *self)
{
  static const double dashes[] = { 3, 3 };
  const AtlasDay until = atlas_dataset_get_verified_until (atlas_timeline_get_dataset (self->timeline));
  const double edge = self->left + atlas_time_axis_x_of_start (&self->view->axis, until + 1);
  const double from = MAX (edge, self->left);
  cairo_t *cr = self->cr;

  if (from >= self->right)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, from, 0, self->right - from, self->bottom);
  cairo_clip (cr);
  for (double x = floor ((from - self->bottom) / 7) * 7; x < self->right; x += 7)
    {
      cairo_move_to (cr, x, self->bottom);
      cairo_line_to (cr, x + self->bottom, 0);
    }
  cairo_set_line_width (cr, 1);
  atlas_colour_set (cr, self->ink->text, 0.2);
  cairo_stroke (cr);
  cairo_move_to (cr, atlas_timeline_brush_snap (self, edge) + 0.5, 0);
  cairo_rel_line_to (cr, 0, self->bottom);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  atlas_colour_set (cr, self->ink->text, 0.7);
  cairo_stroke (cr);
  cairo_restore (cr);
}
