/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a click on the timeline does: it moves the date there and opens the page
 * of what was clicked; what an article tells has no page but that of the article,
 * which stays. A bar of a country's own timeline opens no other page,
 * since that would take the timeline away; the label of its lane does.
 */
#include "atlas-config.h"

#include "atlas-timeline-canvas-private.h"

#include <glib/gi18n.h>

#define LIST_HEIGHT 260
#define LIST_WIDTH 320

static void
select_lane (AtlasTimelineCanvas *self,
             const AtlasLane *lane)
{
  if (lane->country != NULL && self->scope.country == NULL)
    atlas_state_select (self->state, "country", lane->country->code);
  else if (lane->organisation != NULL)
    atlas_state_select (self->state, "organisation", lane->organisation->id);
}

static void
open_event (AtlasTimelineCanvas *self,
            const AtlasEvent *event)
{
  atlas_playhead_set_day (self->playhead, event->date.earliest);
  if (!atlas_event_is_told (event))
    atlas_state_select (self->state, "event", event->id);
}

/* --- The list of a mark that stands for several events --------------------------- */

static void
on_event_chosen (GtkWidget *button,
                 AtlasTimelineCanvas *self)
{
  const AtlasEvent *event = g_object_get_data (G_OBJECT (button), "event");

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  open_event (self, event);
}

static GtkWidget *
new_line (const char *text,
          const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_add_css_class (label, style_class);
  return label;
}

static GtkWidget *
new_choice (AtlasTimelineCanvas *self,
            const AtlasEvent *event)
{
  const char *title = atlas_event_get_title (event, atlas_content_get_language (self->content));
  g_autofree char *date = atlas_date_format (&event->date);
  /* Translators: %s is the date of an event that was announced */
  g_autofree char *when = event->planned ? g_strdup_printf (_ ("Planned: %s"), date) : g_strdup (date);
  /* Translators: a date and what happened then */
  g_autofree char *name = g_strdup_printf (C_ ("event", "%s: %s"), when, title);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), new_line (when, "caption"));
  gtk_box_append (GTK_BOX (box), new_line (title, "body"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* Owned by the dataset, which outlives the popover. */
  g_object_set_data (G_OBJECT (button), "event", (gpointer) event);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_event_chosen), self, G_CONNECT_DEFAULT);
  return button;
}

static GtkWidget *
new_list (AtlasTimelineCanvas *self,
          const AtlasTimelineItem *item)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < item->n_events; i++)
    gtk_box_append (GTK_BOX (box), new_choice (self, item->events[i]));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  return scroller;
}

static gboolean
unparent (gpointer user_data)
{
  gtk_widget_unparent (user_data);
  return G_SOURCE_REMOVE;
}

/* Not at once: the popover is still at work. */
static void
on_list_closed (GtkWidget *popover,
                AtlasTimelineCanvas *self)
{
  if (self->popover != popover)
    return;
  self->popover = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent, g_object_ref (popover), g_object_unref);
}

static void
show_list (AtlasTimelineCanvas *self,
           const AtlasTimelineItem *item)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), new_list (self, item));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { (int) item->x, (int) item->y, (int) MAX (1, item->width), (int) MAX (1, item->height) });
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_TOP);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Events"), -1);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (on_list_closed), self, G_CONNECT_DEFAULT);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* --- All --------------------------------------------------------------------------- */

/**
 * atlas_timeline_canvas_open:
 * @item: what was clicked
 * @day: the day that was clicked, for a bar
 *
 * Moves the date there and opens the page.
 */
void
atlas_timeline_canvas_open (AtlasTimelineCanvas *self,
                            const AtlasTimelineItem *item,
                            AtlasDay day)
{
  switch (item->kind)
    {
    case ATLAS_TIMELINE_LABEL:
      select_lane (self, item->lane);
      break;
    case ATLAS_TIMELINE_SPELL:
      atlas_playhead_set_day (self->playhead, day);
      if (self->scope.country == NULL)
        select_lane (self, item->lane);
      break;
    case ATLAS_TIMELINE_STEP:
      if (item->step != NULL)
        atlas_playhead_set_day (self->playhead, item->step->day);
      select_lane (self, item->lane);
      break;
    case ATLAS_TIMELINE_MARK:
      if (item->n_events > 1)
        show_list (self, item);
      else if (item->n_events == 1)
        open_event (self, item->events[0]);
      break;
    case ATLAS_TIMELINE_NOTHING:
    default:
      break;
    }
}
