/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pointing at the timeline, clicking on it and turning the wheel over it.
 */
#include "atlas-config.h"

#include "atlas-timeline-canvas-private.h"

#include <math.h>

#include "atlas-click.h"
#include "atlas-emphasis.h"
#include "atlas-timeline-words.h"

#define NOTCH 1.25   /* how much closer a notch of the wheel goes */
#define NOTCH_PAN 80 /* pixels that a notch pans */

static gboolean
pick (AtlasTimelineCanvas *self,
      double x,
      double y,
      AtlasTimelineItem *item)
{
  *item = (AtlasTimelineItem) { 0 };
  if (!atlas_timeline_canvas_is_ready (self))
    return FALSE;
  return atlas_timeline_pick (self->timeline, &self->view, x, y, item) && item->kind != ATLAS_TIMELINE_NOTHING;
}

/* --- Hovering ------------------------------------------------------------------ */

static char *
path_to_light (AtlasTimelineCanvas *self,
               const AtlasTimelineItem *item)
{
  if (item == NULL || item->lane == NULL || self->scope.country != NULL)
    return NULL;
  if (item->lane->country != NULL)
    return g_strconcat ("country/", item->lane->country->code, NULL);
  if (item->kind == ATLAS_TIMELINE_LABEL && item->lane->organisation != NULL)
    return g_strconcat ("organisation/", item->lane->organisation->id, NULL);
  return NULL;
}

/**
 * atlas_timeline_canvas_light_up:
 * @item: (nullable): what is pointed at
 *
 * Lights up on the map the country whose lane it is, or those who belong to the
 * organisation whose label it is.
 */
void
atlas_timeline_canvas_light_up (AtlasTimelineCanvas *self,
                                const AtlasTimelineItem *item)
{
  g_autofree char *path = path_to_light (self, item);

  if (g_set_str (&self->lit, path))
    atlas_emphasis_set_path (self->state, self->content, path);
}

static const char *
choose_cursor (AtlasTimelineCanvas *self,
               const AtlasTimelineItem *item)
{
  if (item->kind != ATLAS_TIMELINE_NOTHING)
    return "pointer";
  return "default";
}

static void
on_motion (AtlasTimelineCanvas *self,
           double x,
           double y)
{
  AtlasTimelineItem item;

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->drag != ATLAS_TIMELINE_DRAG_NONE)
    return;
  pick (self, x, y, &item);
  atlas_timeline_canvas_light_up (self, &item);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), choose_cursor (self, &item));
}

static void
on_leave (AtlasTimelineCanvas *self)
{
  atlas_timeline_canvas_light_up (self, NULL);
}

/**
 * atlas_timeline_canvas_query_tooltip:
 *
 * Says what lies under the pointer.
 */
gboolean
atlas_timeline_canvas_query_tooltip (GtkWidget *widget,
                                     int x,
                                     int y,
                                     gboolean keyboard_tooltip,
                                     GtkTooltip *tooltip)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (widget);
  g_autoptr (AtlasMapWords) words = NULL;
  g_autofree char *lines = NULL;
  g_autofree char *markup = NULL;
  AtlasTimelineItem item;

  if (self->drag != ATLAS_TIMELINE_DRAG_NONE)
    return FALSE;
  if (keyboard_tooltip ? !atlas_timeline_canvas_get_cursor (self, &item) : !pick (self, x, y, &item))
    return FALSE;
  words = atlas_timeline_words_new (self->content, &self->scope, &item);
  if (words == NULL)
    return FALSE;
  lines = g_strjoinv ("\n", words->lines);
  markup = g_markup_printf_escaped (*lines != '\0' ? "<b>%s</b>\n%s" : "<b>%s</b>%s", words->title, lines);
  gtk_tooltip_set_markup (tooltip, markup);
  /* A bar can be as long as the window; the words stand where the pointer is. */
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { keyboard_tooltip ? (int) item.x : x - 8, (int) item.y, 16, (int) MAX (1, item.height) });
  return TRUE;
}

/* --- Clicking ------------------------------------------------------------------- */

static void
on_pressed (AtlasTimelineCanvas *self,
            int n_press,
            double x,
            double y)
{
  if (atlas_timeline_canvas_handle_at (self, x, y) == NULL && y < atlas_timeline_canvas_ticks_y (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_clicked (gpointer data,
            int n_press,
            double x,
            double y)
{
  AtlasTimelineCanvas *self = data;
  AtlasTimelineItem item;

  if (!atlas_timeline_canvas_is_ready (self) || self->drag >= ATLAS_TIMELINE_DRAG_PANNING)
    return;
  if (pick (self, x, y, &item))
    {
      if (n_press == 1)
        atlas_timeline_canvas_open (self, &item, atlas_timeline_canvas_day_at (self, x));
      return;
    }
  if (n_press == 2 && x >= self->view.gutter)
    atlas_playhead_set_day (self->playhead, atlas_timeline_canvas_day_at (self, x));
}

/* --- The wheel ------------------------------------------------------------------ */

static gboolean
glide (AtlasTimelineCanvas *self,
       double dx,
       double dy)
{
  if (dx != 0)
    atlas_timeline_canvas_pan (self, dx);
  if (dy != 0 && atlas_timeline_canvas_overflows (self))
    atlas_timeline_canvas_scroll (self, dy);
  return GDK_EVENT_STOP;
}

static gboolean
turn_wheel (AtlasTimelineCanvas *self,
            GdkModifierType modifiers,
            double dx,
            double dy)
{
  if ((modifiers & GDK_CONTROL_MASK) == 0 && ((modifiers & GDK_SHIFT_MASK) != 0 || dx != 0))
    atlas_timeline_canvas_pan (self, (dx + dy) * NOTCH_PAN);
  else if ((modifiers & GDK_CONTROL_MASK) == 0 && self->pointer_x < self->view.gutter - ATLAS_TIMELINE_MARGIN)
    atlas_timeline_canvas_scroll (self, dy * ATLAS_TIMELINE_LANE);
  else
    atlas_timeline_canvas_zoom (self, self->pointer_x, pow (NOTCH, -dy));
  return GDK_EVENT_STOP;
}

static gboolean
on_scroll (AtlasTimelineCanvas *self,
           double dx,
           double dy,
           GtkEventControllerScroll *controller)
{
  const GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (!atlas_timeline_canvas_is_ready (self))
    return GDK_EVENT_PROPAGATE;
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL)
    return turn_wheel (self, modifiers, dx, dy);
  if ((modifiers & GDK_CONTROL_MASK) == 0)
    return glide (self, dx, dy);
  atlas_timeline_canvas_zoom (self, self->pointer_x, pow (NOTCH, -dy / 20));
  return GDK_EVENT_STOP;
}

/**
 * atlas_timeline_canvas_add_pointer_controllers:
 *
 * Lets the pointer hover, click and scroll.
 */
void
atlas_timeline_canvas_add_pointer_controllers (AtlasTimelineCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *click = atlas_click_new (on_clicked, self);

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
