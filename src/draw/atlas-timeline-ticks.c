/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-timeline-private.h"

/* In shares of the size of the words. */
#define ROOM 3.6

/**
 * atlas_timeline_brush_draw_ticks:
 *
 * Draws the row of ticks.
 */
void
atlas_timeline_brush_draw_ticks (AtlasTimelineBrush *self)
{
  const double size = ATLAS_TIMELINE_SMALL_WORDS * self->view->text_scale;
  g_autoptr (GArray) ticks = atlas_time_axis_ticks (&self->view->axis, ROOM * size);

  for (guint i = 0; i < ticks->len; i++)
    {
      const AtlasTimeTick *tick = &g_array_index (ticks, AtlasTimeTick, i);
      double width, height;
      PangoLayout *layout;

      cairo_rectangle (self->cr, self->left + tick->x - 0.5, self->bottom, 1, tick->major || tick->label != NULL ? 5 : 3);
      atlas_colour_set (self->cr, self->ink->dim_text, 1);
      cairo_fill (self->cr);
      if (tick->label == NULL)
        continue;
      layout = atlas_timeline_brush_get_words (self, tick->label, ATLAS_TIMELINE_SMALL_WORDS, tick->major, &width, &height);
      if (self->left + tick->x + width / 2 > self->right || tick->x < width / 2)
        continue;
      atlas_timeline_brush_show_words (self, layout, self->left + tick->x - width / 2, self->bottom + 5, self->ink->dim_text);
    }
}
