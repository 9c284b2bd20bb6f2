/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-timeline-private.h"

#include "atlas-style.h"

#include <math.h>

/**
 * atlas_timeline_brush_draw_ties:
 * @y: the top of the lane
 */
void
atlas_timeline_brush_draw_ties (AtlasTimelineBrush *self,
                                const AtlasLane *lane,
                                double y)
{
  double top, height;

  atlas_timeline_lane_bar (lane, self->view->text_scale, &top, &height);
  for (guint i = 0; i < lane->n_spells; i++)
    {
      const AtlasSpell *spell = lane->spells[i];
      const double from = MAX (self->left - 2, self->left + atlas_time_axis_x_of_start (&self->view->axis, spell->start));
      const double to = MIN (self->right + 2, self->left + atlas_time_axis_x_of_start (&self->view->axis, spell->end));
      AtlasFill fill;

      if (to <= from)
        continue;
      atlas_style_get_fill (atlas_style_of_spell (spell), lane->organisation, self->view->scheme, &fill);
      cairo_rectangle (self->cr, from, y + top, to - from, height);
      atlas_fill_paint (&fill, self->cr);
      cairo_new_path (self->cr);
    }
}
