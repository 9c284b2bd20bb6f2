/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-timeline-private.h"

#include "atlas-style.h"

#include <math.h>

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
  const double base = y + height - 1, unit = (height - 14) / MAX (lane->peak, 1);
  double level = base;
  AtlasFill fill;

  if (lane->n_steps == 0)
    return;
  atlas_style_get_fill (ATLAS_STYLE_MEMBER, lane->organisation, self->view->scheme, &fill);
  cairo_new_path (self->cr);
  cairo_move_to (self->cr, self->left, base);
  for (guint i = 0; i < lane->n_steps; i++)
    {
      const double x = CLAMP (self->left + atlas_time_axis_x_of_start (&self->view->axis, lane->steps[i].day), self->left, self->right);

      cairo_line_to (self->cr, x, level);
      level = base - unit * lane->steps[i].belonging;
      cairo_line_to (self->cr, x, level);
    }
  cairo_line_to (self->cr, self->right, level);
  cairo_line_to (self->cr, self->right, base);
  cairo_close_path (self->cr);
  atlas_colour_set (self->cr, fill.colour, 0.4);
  cairo_fill (self->cr);
}
