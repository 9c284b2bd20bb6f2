/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which stretch of time the timeline shows, and how it gets elsewhere.
 */
#include "atlas-config.h"

#include "atlas-timeline-canvas-private.h"

#define FLIGHT 250 /* ms */

/**
 * atlas_timeline_canvas_x_of_day:
 *
 * Returns: where the middle of @day is, pixels from the left of the widget
 */
double
atlas_timeline_canvas_x_of_day (AtlasTimelineCanvas *self,
                                AtlasDay day)
{
  return self->view.gutter + atlas_time_axis_x_of_day (&self->view.axis, day);
}

/**
 * atlas_timeline_canvas_day_at:
 * @x: pixels from the left of the widget
 *
 * Returns: the day there
 */
AtlasDay
atlas_timeline_canvas_day_at (AtlasTimelineCanvas *self,
                              double x)
{
  const AtlasTimeAxis *axis = &self->view.axis;

  return CLAMP (atlas_time_axis_day_at (axis, x - self->view.gutter), axis->first, axis->last);
}

/**
 * atlas_timeline_canvas_ticks_y:
 *
 * Returns: where the row of ticks begins, pixels from the top
 */
double
atlas_timeline_canvas_ticks_y (AtlasTimelineCanvas *self)
{
  return MAX (0, self->height - atlas_timeline_axis_height (self->view.text_scale));
}

/**
 * atlas_timeline_canvas_set_axis:
 * @axis: what to show; its width is that of the view already
 */
void
atlas_timeline_canvas_set_axis (AtlasTimelineCanvas *self,
                                const AtlasTimeAxis *axis)
{
  self->view.axis = *axis;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_timeline_canvas_stop_flight:
 *
 * Stays where the axis is now, if it was on its way.
 */
void
atlas_timeline_canvas_stop_flight (AtlasTimelineCanvas *self)
{
  if (self->flight != NULL)
    adw_animation_pause (self->flight);
  g_clear_object (&self->flight);
}

static void
fly (double progress,
     gpointer user_data)
{
  AtlasTimelineCanvas *self = user_data;
  const AtlasTimeAxis *from = &self->flight_from;
  const AtlasTimeAxis *to = &self->flight_to;
  AtlasTimeAxis axis = self->view.axis;

  atlas_time_axis_show (&axis, from->start + (to->start - from->start) * progress, from->end + (to->end - from->end) * progress);
  atlas_timeline_canvas_set_axis (self, &axis);
}

static void
on_landed (AtlasTimelineCanvas *self)
{
  g_clear_object (&self->flight);
}

static void
fly_to (AtlasTimelineCanvas *self,
        const AtlasTimeAxis *axis)
{
  atlas_timeline_canvas_stop_flight (self);
  self->flight_from = self->view.axis;
  self->flight_to = *axis;
  self->flight = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FLIGHT, adw_callback_animation_target_new (fly, self, NULL));
  g_signal_connect_swapped (self->flight, "done", G_CALLBACK (on_landed), self);
  adw_animation_play (self->flight);
}

/**
 * atlas_timeline_canvas_reveal:
 *
 * Goes to where @day can be seen, at once where animations are off.
 */
void
atlas_timeline_canvas_reveal (AtlasTimelineCanvas *self,
                              AtlasDay day)
{
  AtlasTimeAxis axis = self->flight != NULL ? self->flight_to : self->view.axis;

  if (!atlas_timeline_canvas_is_ready (self))
    return;
  axis.width = self->view.axis.width;
  if (atlas_time_axis_reveal (&axis, CLAMP (day, axis.first, axis.last)))
    fly_to (self, &axis);
}

/**
 * atlas_timeline_canvas_zoom:
 * @x: pixels from the left of the widget
 * @factor: 2 shows half as much time
 *
 * Zooms; the day at @x stays there.
 */
void
atlas_timeline_canvas_zoom (AtlasTimelineCanvas *self,
                            double x,
                            double factor)
{
  AtlasTimeAxis axis = self->view.axis;

  atlas_timeline_canvas_stop_flight (self);
  atlas_time_axis_zoom (&axis, CLAMP (x - self->view.gutter, 0, axis.width), factor);
  atlas_timeline_canvas_set_axis (self, &axis);
}

/**
 * atlas_timeline_canvas_pan:
 * @pixels: positive shows later days
 */
void
atlas_timeline_canvas_pan (AtlasTimelineCanvas *self,
                           double pixels)
{
  AtlasTimeAxis axis = self->view.axis;

  atlas_timeline_canvas_stop_flight (self);
  atlas_time_axis_pan (&axis, pixels);
  atlas_timeline_canvas_set_axis (self, &axis);
}

/**
 * atlas_timeline_canvas_overflows:
 *
 * Returns: whether there are more lanes than can be seen at once
 */
gboolean
atlas_timeline_canvas_overflows (AtlasTimelineCanvas *self)
{
  return gtk_adjustment_get_upper (self->adjustment) > gtk_adjustment_get_page_size (self->adjustment);
}

/**
 * atlas_timeline_canvas_scroll:
 * @pixels: how far down to go among the lanes
 */
void
atlas_timeline_canvas_scroll (AtlasTimelineCanvas *self,
                              double pixels)
{
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_value (self->adjustment) + pixels);
}
