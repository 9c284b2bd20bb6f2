/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dragging: the handles along the time, and the ground under them.
 */
#include "atlas-config.h"

#include "atlas-timeline-canvas-private.h"

#include <math.h>

#define THRESHOLD 8   /* pixels: a shorter way is a click */
#define NEAR_LINE 5   /* pixels within which a drag takes the line along */
#define EDGE_SPEED 12 /* a handle that is held 1 px beyond the edge pans so many px per second */
#define EDGE_MAX 60   /* pixels beyond the edge: no faster from there on */

static double
x_of_handle (AtlasTimelineCanvas *self,
             AtlasPlayhead *handle)
{
  const double left = self->view.gutter;

  return CLAMP (atlas_timeline_canvas_x_of_day (self, atlas_playhead_get_day (handle)), left, left + self->view.axis.width);
}

static AtlasPlayhead *
nearest_handle (AtlasTimelineCanvas *self,
                double x,
                double reach)
{
  AtlasPlayhead *handles[] = { self->playhead, self->compared };
  AtlasPlayhead *nearest = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (handles); i++)
    {
      const double distance = fabs (x_of_handle (self, handles[i]) - x);

      if (!gtk_widget_get_visible (GTK_WIDGET (handles[i])) || distance > reach)
        continue;
      nearest = handles[i];
      reach = distance - 0.001;
    }
  return nearest;
}

/**
 * atlas_timeline_canvas_handle_at:
 *
 * Returns: (transfer none) (nullable): the handle whose knob is at a place
 */
AtlasPlayhead *
atlas_timeline_canvas_handle_at (AtlasTimelineCanvas *self,
                                 double x,
                                 double y)
{
  if (fabs (y - atlas_timeline_canvas_ticks_y (self)) > ATLAS_PLAYHEAD_WIDTH / 2.0)
    return NULL;
  return nearest_handle (self, x, ATLAS_PLAYHEAD_WIDTH / 2.0);
}

/* --- A handle ------------------------------------------------------------------ */

static void
follow_pointer (AtlasTimelineCanvas *self)
{
  atlas_playhead_set_day (self->held, atlas_timeline_canvas_day_at (self, self->drag_x + self->grip));
}

/* How far the pointer is beyond an edge of the axis. */
static double
beyond_edge (AtlasTimelineCanvas *self)
{
  const double x = self->drag_x + self->grip - self->view.gutter;

  return CLAMP (x - CLAMP (x, 0, self->view.axis.width), -EDGE_MAX, EDGE_MAX);
}

static gboolean
pan_at_edge (GtkWidget *widget,
             GdkFrameClock *clock,
             gpointer user_data)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (widget);
  const double beyond = beyond_edge (self);
  const gint64 now = gdk_frame_clock_get_frame_time (clock);
  const double seconds = self->edge_time == 0 ? 0 : CLAMP ((now - self->edge_time) / 1e6, 0, 0.1);

  if (beyond == 0)
    {
      self->edge_tick = 0;
      return G_SOURCE_REMOVE;
    }
  self->edge_time = now;
  atlas_timeline_canvas_pan (self, beyond * EDGE_SPEED * seconds);
  follow_pointer (self);
  return G_SOURCE_CONTINUE;
}

static void
take_along (AtlasTimelineCanvas *self,
            double x)
{
  self->drag_x = x;
  if (beyond_edge (self) != 0 && self->edge_tick == 0)
    {
      self->edge_time = 0;
      self->edge_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), pan_at_edge, NULL, NULL);
    }
  follow_pointer (self);
}

static void
take_hold (AtlasTimelineCanvas *self,
           AtlasPlayhead *handle,
           double x,
           double grip)
{
  atlas_timeline_canvas_stop_flight (self);
  self->drag = ATLAS_TIMELINE_DRAG_HANDLE;
  self->held = handle;
  self->grip = grip;
  atlas_playhead_set_held (handle, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (handle));
  /* Whoever moves the date now lets go of it. */
  atlas_state_set_scrubbing (self->state, FALSE);
  atlas_state_set_scrubbing (self->state, TRUE);
  take_along (self, x);
}

/**
 * atlas_timeline_canvas_let_go:
 *
 * Ends a drag, whatever it was.
 */
void
atlas_timeline_canvas_let_go (AtlasTimelineCanvas *self)
{
  if (self->edge_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->edge_tick);
  self->edge_tick = 0;
  self->drag = ATLAS_TIMELINE_DRAG_NONE;
  if (self->held == NULL)
    return;
  atlas_playhead_set_held (self->held, FALSE);
  self->held = NULL;
  atlas_state_set_scrubbing (self->state, FALSE);
}

/* --- The ground ---------------------------------------------------------------- */

static void
take_ground (AtlasTimelineCanvas *self)
{
  atlas_timeline_canvas_stop_flight (self);
  self->drag = ATLAS_TIMELINE_DRAG_GROUND;
  self->drag_axis = self->view.axis;
  self->drag_scroll = gtk_adjustment_get_value (self->adjustment);
}

static void
pan_along (AtlasTimelineCanvas *self,
           double dx,
           double dy)
{
  AtlasTimeAxis axis = self->drag_axis;

  axis.width = self->view.axis.width;
  atlas_time_axis_pan (&axis, -dx);
  atlas_timeline_canvas_set_axis (self, &axis);
  gtk_adjustment_set_value (self->adjustment, self->drag_scroll - dy);
}

/* The line of a handle can be taken along too; a mere click on it is for what
 * lies under it. */
static void
decide (AtlasTimelineCanvas *self,
        GtkGesture *gesture,
        double x,
        double dx,
        double dy)
{
  AtlasPlayhead *handle = nearest_handle (self, x, NEAR_LINE);

  if (hypot (dx, dy) < THRESHOLD)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (handle != NULL && fabs (dx) > fabs (dy))
    take_hold (self, handle, x + dx, x_of_handle (self, handle) - x);
  else
    self->drag = ATLAS_TIMELINE_DRAG_PANNING;
}

static void
on_drag_begin (AtlasTimelineCanvas *self,
               double x,
               double y,
               GtkGesture *gesture)
{
  AtlasPlayhead *handle = atlas_timeline_canvas_handle_at (self, x, y);

  if (!atlas_timeline_canvas_is_ready (self) || (self->popover != NULL && gtk_widget_get_visible (self->popover)))
    return;
  if (handle != NULL)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      take_hold (self, handle, x, x_of_handle (self, handle) - x);
    }
  else if (y >= atlas_timeline_canvas_ticks_y (self) && x >= self->view.gutter - ATLAS_TIMELINE_MARGIN)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      take_hold (self, self->playhead, x, 0);
    }
  else
    take_ground (self);
}

static void
on_drag_update (AtlasTimelineCanvas *self,
                double dx,
                double dy,
                GtkGesture *gesture)
{
  double x, y;

  if (!gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y))
    return;
  if (self->drag == ATLAS_TIMELINE_DRAG_GROUND)
    decide (self, gesture, x, dx, dy);
  if (self->drag == ATLAS_TIMELINE_DRAG_PANNING)
    pan_along (self, dx, dy);
  else if (self->drag == ATLAS_TIMELINE_DRAG_HANDLE)
    take_along (self, x + dx);
}

/* --- Two fingers ----------------------------------------------------------------- */

static void
on_pinch_begin (AtlasTimelineCanvas *self)
{
  atlas_timeline_canvas_let_go (self);
  atlas_timeline_canvas_stop_flight (self);
  self->pinch_axis = self->view.axis;
}

static void
on_pinch (AtlasTimelineCanvas *self,
          double scale,
          GtkGesture *gesture)
{
  AtlasTimeAxis axis = self->pinch_axis;
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return;
  axis.width = self->view.axis.width;
  atlas_time_axis_zoom (&axis, CLAMP (x - self->view.gutter, 0, axis.width), scale);
  atlas_timeline_canvas_set_axis (self, &axis);
}

/**
 * atlas_timeline_canvas_add_drag:
 *
 * Lets the pointer take the handles and the ground along, and two fingers zoom.
 */
void
atlas_timeline_canvas_add_drag (AtlasTimelineCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (drag, "end", G_CALLBACK (atlas_timeline_canvas_let_go), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}
