/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-click.h"

typedef struct
{
  AtlasClicked clicked;
  gpointer self;
  int n_press;
  double x;
  double y;
} Click;

static void
on_pressed (GtkGestureClick *gesture,
            int n_press,
            double x,
            double y,
            Click *click)
{
  click->n_press = n_press;
  click->x = x;
  click->y = y;
}

static void
on_released (GtkGestureClick *gesture,
             int n_press,
             double x,
             double y,
             Click *click)
{
  click->clicked (click->self, n_press, x, y);
}

/* GTK asks where the pointer is when something has moved below it. Where a frame takes
 * long, the answer, “here, with no button down”, comes before the button's going up, and
 * GTK takes the click for broken off. What another gesture claims has its button down. */
static void
on_cancel (GtkGesture *gesture,
           GdkEventSequence *sequence,
           Click *click)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  if (event == NULL || gdk_event_get_event_type (event) != GDK_MOTION_NOTIFY || (gdk_event_get_modifier_state (event) & GDK_BUTTON1_MASK) != 0)
    return;
  click->clicked (click->self, click->n_press, click->x, click->y);
}

/**
 * atlas_click_new:
 * @self: the widget that gets the gesture
 *
 * A gesture for the first button that loses no quick click while the window is busy.
 *
 * Returns: (transfer full): for gtk_widget_add_controller()
 */
GtkGesture *
atlas_click_new (AtlasClicked clicked,
                 gpointer self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();
  Click *click = g_new0 (Click, 1);

  click->clicked = clicked;
  click->self = self;
  g_object_set_data_full (G_OBJECT (gesture), "click", click, g_free);
  g_signal_connect (gesture, "pressed", G_CALLBACK (on_pressed), click);
  g_signal_connect (gesture, "released", G_CALLBACK (on_released), click);
  g_signal_connect (gesture, "cancel", G_CALLBACK (on_cancel), click);
  return gesture;
}
