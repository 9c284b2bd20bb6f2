/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-timeline-private.h"

#include <math.h>

/* Pixels at a text scale of 1. */
#define AXIS_HEIGHT 22.0
#define CURVE_HEIGHT 38.0
#define TIES_HEIGHT 22.0
#define STRIP_HEIGHT 5.0
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
                            double text_scale)
{
  if (lane->kind == ATLAS_LANE_CURVE)
    return ceil (CURVE_HEIGHT * text_scale);
  if (lane->kind == ATLAS_LANE_EVENTS)
    return ceil (EVENTS_HEIGHT * text_scale);
  return ceil ((TIES_HEIGHT + (lane->n_events > 0 ? STRIP_HEIGHT : 0)) * text_scale);
}

double
atlas_timeline_lane_mark_y (const AtlasLane *lane,
                            double text_scale)
{
  const double height = atlas_timeline_lane_height (lane, text_scale);

  return lane->kind == ATLAS_LANE_EVENTS ? height / 2 : height - 6.5 * text_scale;
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
  double height = 0;

  for (guint i = 0; i < atlas_timeline_get_n_lanes (timeline); i++)
    height += atlas_timeline_lane_height (atlas_timeline_get_lane (timeline, i), text_scale);
  return height;
}

/* --- Words ------------------------------------------------------------------- */

static PangoLayout *
make_layout (PangoContext *context,
             const char *text,
             double size,
             gboolean bold)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
measure (PangoLayout *layout,
         double *width,
         double *height)
{
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  *width = (double) w / PANGO_SCALE;
  *height = (double) h / PANGO_SCALE;
}

/**
 * atlas_timeline_brush_get_words:
 * @size: pixels at a text scale of 1
 * @width: (out): pixels
 * @height: (out): pixels
 *
 * Returns: (transfer none): for this painting
 */
PangoLayout *
atlas_timeline_brush_get_words (AtlasTimelineBrush *self,
                                const char *text,
                                double size,
                                gboolean bold,
                                double *width,
                                double *height)
{
  g_autofree char *key = g_strdup_printf ("%d %d %s", (int) (size * 10), bold, text);
  PangoLayout *layout = g_hash_table_lookup (self->words, key);

  if (layout == NULL)
    {
      layout = make_layout (self->context, text, size * self->view->text_scale, bold);
      g_hash_table_insert (self->words, g_steal_pointer (&key), layout);
    }
  measure (layout, width, height);
  return layout;
}

void
atlas_timeline_brush_show_words (AtlasTimelineBrush *self,
                                 PangoLayout *layout,
                                 double x,
                                 double y,
                                 AtlasColour colour)
{
  atlas_colour_set (self->cr, colour, 1);
  cairo_move_to (self->cr, x, round (y));
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
  g_autoptr (PangoLayout) layout = make_layout (context, "", ATLAS_TIMELINE_WORDS * text_scale, FALSE);
  double widest = 0;

  for (guint i = 0; i < atlas_timeline_get_n_lanes (timeline); i++)
    {
      double width, height;

      pango_layout_set_text (layout, atlas_timeline_get_lane (timeline, i)->label, -1);
      measure (layout, &width, &height);
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
  g_autoptr (PangoLayout) layout = NULL;
  const double room = self->left - 2 * LABEL_MARGIN;
  double width, high;

  if (room < 8)
    return;
  layout = make_layout (self->context, lane->label, ATLAS_TIMELINE_WORDS * self->view->text_scale, FALSE);
  pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  measure (layout, &width, &high);
  atlas_timeline_brush_show_words (self, layout, LABEL_MARGIN, y + (height - high) / 2, self->ink->text);
}

static void
draw_lane (AtlasTimelineBrush *self,
           const AtlasLane *lane,
           double y,
           double height)
{
  draw_label (self, lane, y, height);
  atlas_colour_set (self->cr, self->ink->text, 0.1);
  cairo_rectangle (self->cr, 0, y + height - 1, self->right, 1);
  cairo_fill (self->cr);
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

  cairo_save (self->cr);
  cairo_rectangle (self->cr, 0, 0, self->right, self->bottom);
  cairo_clip (self->cr);
  for (guint i = 0; i < atlas_timeline_get_n_lanes (self->timeline) && y < self->bottom; i++)
    {
      const AtlasLane *lane = atlas_timeline_get_lane (self->timeline, i);
      const double height = atlas_timeline_lane_height (lane, self->view->text_scale);

      if (y + height > 0)
        draw_lane (self, lane, y, height);
      y += height;
    }
  cairo_restore (self->cr);
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
    .words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref),
  };

  cairo_save (cr);
  draw_lanes (&brush);
  atlas_timeline_brush_draw_ticks (&brush);
  cairo_restore (cr);
  g_hash_table_unref (brush.words);
}
