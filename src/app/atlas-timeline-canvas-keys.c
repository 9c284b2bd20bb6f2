/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walking through what the timeline shows by keyboard: up and down among the
 * lanes, left and right along one. A lane begins with its label; its bars, its
 * steps and its marks follow by day.
 */
#include "atlas-config.h"

#include "atlas-timeline-canvas-private.h"

#include <glib/gi18n.h>

#include "atlas-timeline-words.h"

#define PROBE 3 /* pixels from one place where something is looked for to the next */
#define ZOOM 1.5
#define HINT_OFFSET 16 /* pixels along a bar: no farther is its explanation */

/* Exactly one of the three is set; none for the label. */
typedef struct
{
  AtlasDay day;
  const AtlasSpell *spell;
  const AtlasTimelineStep *step;
  guint event; /* its place in the lane, from 1; 0 for none */
} Stop;

static int
compare_stops (gconstpointer a,
               gconstpointer b)
{
  const Stop *left = a;
  const Stop *right = b;

  return (left->day > right->day) - (left->day < right->day);
}

static GArray *
list_stops (AtlasTimelineCanvas *self,
            const AtlasLane *lane)
{
  GArray *stops = g_array_new (FALSE, TRUE, sizeof (Stop));
  const AtlasDay first = self->view.axis.first;

  /* The label stays the first of all, whatever the days. */
  g_array_append_val (stops, ((Stop) { ATLAS_DAY_MIN }));
  for (guint i = 0; i < lane->n_spells; i++)
    g_array_append_val (stops, ((Stop) { MAX (first, lane->spells[i]->start), .spell = lane->spells[i] }));
  for (guint i = 0; i < lane->n_steps; i++)
    g_array_append_val (stops, ((Stop) { MAX (first, lane->steps[i].day), .step = &lane->steps[i] }));
  for (guint i = 0; i < lane->n_events; i++)
    g_array_append_val (stops, ((Stop) { MAX (first, lane->events[i]->date.earliest), .event = i + 1 }));
  g_array_sort (stops, compare_stops);
  return stops;
}

static const AtlasLane *
get_lane (AtlasTimelineCanvas *self)
{
  if (!atlas_timeline_canvas_is_ready (self) || self->lane < 0 || self->lane >= (int) atlas_timeline_get_n_lanes (self->timeline))
    return NULL;
  return atlas_timeline_get_lane (self->timeline, self->lane);
}

static gboolean
get_stop (AtlasTimelineCanvas *self,
          const AtlasLane *lane,
          Stop *stop)
{
  g_autoptr (GArray) stops = list_stops (self, lane);

  if (self->stop >= stops->len)
    return FALSE;
  *stop = g_array_index (stops, Stop, self->stop);
  return TRUE;
}

/* --- Where a stop is drawn ------------------------------------------------------- */

static gboolean
find_label (AtlasTimelineCanvas *self,
            const AtlasLane *lane,
            AtlasTimelineItem *item)
{
  for (double y = 1; y < atlas_timeline_canvas_ticks_y (self); y += PROBE)
    if (atlas_timeline_pick (self->timeline, &self->view, 2, y, item) && item->kind == ATLAS_TIMELINE_LABEL && item->lane == lane)
      return TRUE;
  return FALSE;
}

static gboolean
has_event (const AtlasTimelineItem *item,
           const AtlasEvent *event)
{
  for (guint i = 0; i < item->n_events; i++)
    if (item->events[i] == event)
      return TRUE;
  return FALSE;
}

/* The mark that stands for the event, if it gathers others too. */
static gboolean
find_mark (AtlasTimelineCanvas *self,
           const AtlasEvent *event,
           const AtlasTimelineItem *place,
           AtlasTimelineItem *item)
{
  const double x = atlas_timeline_canvas_x_of_day (self, event->date.earliest);

  for (double y = place->y + 1; y < place->y + place->height; y += PROBE)
    for (int dx = 0; dx <= 12; dx += 4)
      if ((atlas_timeline_pick (self->timeline, &self->view, x + dx, y, item) && has_event (item, event)) ||
          (atlas_timeline_pick (self->timeline, &self->view, x - dx, y, item) && has_event (item, event)))
        return TRUE;
  return FALSE;
}

static void
stretch (AtlasTimelineCanvas *self,
         AtlasTimelineItem *item,
         AtlasDay from,
         AtlasDay to)
{
  const AtlasTimeAxis *axis = &self->view.axis;
  const double left = CLAMP (atlas_time_axis_x_of_start (axis, from), 0, axis->width);
  const double right = CLAMP (atlas_time_axis_x_of_start (axis, to), 0, axis->width);

  item->x = self->view.gutter + left;
  item->width = MAX (1, right - left);
}

static AtlasDay
end_of_step (const AtlasLane *lane,
             const AtlasTimelineStep *step)
{
  return step + 1 < lane->steps + lane->n_steps ? step[1].day : ATLAS_DAY_MAX;
}

/**
 * atlas_timeline_canvas_get_cursor:
 * @item: (out): what the keyboard stands on
 *
 * Returns: whether it stands on anything that can be seen
 */
gboolean
atlas_timeline_canvas_get_cursor (AtlasTimelineCanvas *self,
                                  AtlasTimelineItem *item)
{
  const AtlasLane *lane = get_lane (self);
  AtlasTimelineItem label;
  Stop stop;

  *item = (AtlasTimelineItem) { 0 };
  if (lane == NULL || !get_stop (self, lane, &stop) || !find_label (self, lane, &label))
    return FALSE;
  *item = label;
  if (stop.event > 0)
    {
      if (find_mark (self, lane->events[stop.event - 1], &label, item))
        return TRUE;
      *item = label;
      item->kind = ATLAS_TIMELINE_MARK;
      item->events = &lane->events[stop.event - 1];
      item->n_events = 1;
      stretch (self, item, stop.day, stop.day + 1);
    }
  else if (stop.spell != NULL)
    {
      item->kind = ATLAS_TIMELINE_SPELL;
      item->spell = stop.spell;
      stretch (self, item, stop.day, stop.spell->end);
    }
  else if (stop.step != NULL)
    {
      item->kind = ATLAS_TIMELINE_STEP;
      item->step = stop.step;
      stretch (self, item, stop.day, end_of_step (lane, stop.step));
    }
  return TRUE;
}

/* --- Walking --------------------------------------------------------------------- */

static void
say_cursor (AtlasTimelineCanvas *self)
{
  g_autoptr (AtlasMapWords) words = NULL;
  g_autofree char *joined = NULL;
  AtlasTimelineItem item;

  if (atlas_timeline_canvas_get_cursor (self, &item))
    words = atlas_timeline_words_new (self->content, &self->scope, &item);
  joined = words != NULL ? atlas_map_words_join (words) : g_strdup ("");
  atlas_map_hint_set_words (self->hint, words);
  atlas_map_hint_move (self->hint, item.x + MIN (item.width, HINT_OFFSET), item.y);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, joined, -1);
  if (*joined != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self), joined, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
scroll_to_lane (AtlasTimelineCanvas *self)
{
  const double height = self->lanes_height / MAX (1, atlas_timeline_get_n_lanes (self->timeline));

  gtk_adjustment_clamp_page (self->adjustment, self->lane * height, (self->lane + 1) * height);
  self->view.scroll = gtk_adjustment_get_value (self->adjustment);
}

static void
show_cursor (AtlasTimelineCanvas *self)
{
  const AtlasLane *lane = get_lane (self);
  AtlasTimelineItem item;
  Stop stop;

  if (lane == NULL || !get_stop (self, lane, &stop))
    return;
  scroll_to_lane (self);
  if (stop.day != ATLAS_DAY_MIN)
    atlas_timeline_canvas_reveal (self, stop.day);
  atlas_timeline_canvas_light_up (self, atlas_timeline_canvas_get_cursor (self, &item) ? &item : NULL);
  say_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static guint
nearest_stop (AtlasTimelineCanvas *self,
              AtlasDay day)
{
  const AtlasLane *lane = get_lane (self);
  g_autoptr (GArray) stops = lane != NULL ? list_stops (self, lane) : NULL;
  guint nearest = 0;

  for (guint i = 1; stops != NULL && i < stops->len; i++)
    if (nearest == 0 || ABS (g_array_index (stops, Stop, i).day - day) < ABS (g_array_index (stops, Stop, nearest).day - day))
      nearest = i;
  return nearest;
}

/* A mark that gathers several events is one step. */
static guint
next_stop (AtlasTimelineCanvas *self,
           const AtlasLane *lane,
           int direction)
{
  g_autoptr (GArray) stops = list_stops (self, lane);
  AtlasTimelineItem item;
  int next = (int) self->stop + direction;

  atlas_timeline_canvas_get_cursor (self, &item);
  while (next > 0 && next < (int) stops->len)
    {
      const Stop *stop = &g_array_index (stops, Stop, next);

      if (stop->event == 0 || item.kind != ATLAS_TIMELINE_MARK || !has_event (&item, lane->events[stop->event - 1]))
        break;
      next += direction;
    }
  return (guint) CLAMP (next, 0, (int) stops->len - 1);
}

static AtlasDay
day_of_cursor (AtlasTimelineCanvas *self)
{
  const AtlasLane *lane = get_lane (self);
  Stop stop;

  if (lane == NULL || !get_stop (self, lane, &stop) || stop.day == ATLAS_DAY_MIN)
    return atlas_state_get_date (self->state);
  return stop.day;
}

static void
change_lane (AtlasTimelineCanvas *self,
             int by)
{
  const AtlasDay day = day_of_cursor (self);
  const gboolean on_label = get_lane (self) != NULL && self->stop == 0;

  self->lane = CLAMP (self->lane + by, 0, (int) atlas_timeline_get_n_lanes (self->timeline) - 1);
  self->stop = on_label ? 0 : nearest_stop (self, day);
}

static gboolean
step (GtkWidget *widget,
      GVariant *arguments,
      gpointer user_data)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (widget);
  const AtlasLane *lane = get_lane (self);
  int along, down;

  if (!gtk_widget_is_focus (widget) || !atlas_timeline_canvas_is_ready (self) || atlas_timeline_get_n_lanes (self->timeline) == 0 || self->compact)
    return GDK_EVENT_PROPAGATE;
  g_variant_get (arguments, "(ii)", &along, &down);
  if (lane == NULL)
    {
      self->lane = 0;
      self->stop = nearest_stop (self, atlas_state_get_date (self->state));
    }
  else if (along != 0)
    self->stop = next_stop (self, lane, along);
  else
    change_lane (self, down);
  gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (widget)), TRUE);
  show_cursor (self);
  return GDK_EVENT_STOP;
}

static gboolean
go_to_end (GtkWidget *widget,
           GVariant *arguments,
           gpointer user_data)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (widget);
  const AtlasLane *lane = get_lane (self);
  g_autoptr (GArray) stops = lane != NULL ? list_stops (self, lane) : NULL;

  if (!gtk_widget_is_focus (widget) || stops == NULL)
    return GDK_EVENT_PROPAGATE;
  self->stop = g_variant_get_int32 (arguments) < 0 ? 0 : stops->len - 1;
  show_cursor (self);
  return GDK_EVENT_STOP;
}

static gboolean
choose (GtkWidget *widget,
        GVariant *arguments,
        gpointer user_data)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (widget);
  AtlasTimelineItem item;

  if (!gtk_widget_is_focus (widget) || !atlas_timeline_canvas_get_cursor (self, &item))
    return GDK_EVENT_PROPAGATE;
  atlas_timeline_canvas_open (self, &item, day_of_cursor (self));
  return GDK_EVENT_STOP;
}

static gboolean
zoom_key (GtkWidget *widget,
          GVariant *arguments,
          gpointer user_data)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (widget);

  if (!atlas_timeline_canvas_is_ready (self))
    return GDK_EVENT_PROPAGATE;
  atlas_timeline_canvas_zoom (self, atlas_timeline_canvas_x_of_day (self, day_of_cursor (self)), g_variant_get_double (arguments));
  return GDK_EVENT_STOP;
}

/**
 * atlas_timeline_canvas_add_key_bindings:
 *
 * Lets the arrows step through the lanes, Enter open what they stand on, and
 * plus and minus zoom.
 */
void
atlas_timeline_canvas_add_key_bindings (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint keys[2];
    int along;
    int down;
  } arrows[] = {
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, -1, 0 },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, 1, 0 },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, 0, -1 },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, 0, 1 },
  };
  static const struct
  {
    guint keys[3];
    double factor;
  } zooms[] = {
    { { GDK_KEY_plus, GDK_KEY_KP_Add, GDK_KEY_equal }, ZOOM },
    { { GDK_KEY_minus, GDK_KEY_KP_Subtract, GDK_KEY_underscore }, 1 / ZOOM },
  };
  static const guint enters[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (arrows[i].keys); j++)
      gtk_widget_class_add_binding (widget_class, arrows[i].keys[j], 0, step, "(ii)", arrows[i].along, arrows[i].down);
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (zooms[i].keys); j++)
      gtk_widget_class_add_binding (widget_class, zooms[i].keys[j], 0, zoom_key, "d", zooms[i].factor);
  for (gsize i = 0; i < G_N_ELEMENTS (enters); i++)
    gtk_widget_class_add_binding (widget_class, enters[i], 0, choose, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, go_to_end, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Home, 0, go_to_end, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, go_to_end, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_End, 0, go_to_end, "i", 1);
}

/**
 * atlas_timeline_canvas_leave_cursor:
 *
 * Says and lights up no longer what the keyboard stood on.
 */
void
atlas_timeline_canvas_leave_cursor (AtlasTimelineCanvas *self)
{
  if (self->hint == NULL)
    return;
  atlas_map_hint_set_words (self->hint, NULL);
  atlas_timeline_canvas_light_up (self, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_timeline_canvas_add_focus_controller:
 *
 * Puts out on the map what the keyboard stood on when the focus goes.
 */
void
atlas_timeline_canvas_add_focus_controller (AtlasTimelineCanvas *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (atlas_timeline_canvas_leave_cursor), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
