/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-date-entry.h"

#include <glib/gi18n.h>

#include "atlas-date-input.h"
#include "atlas-scope.h"
#include "atlas-time-words.h"

/* “23 September 2026” and the room that a locale's longer months want. */
#define WIDTH_CHARS 11
#define MAX_WIDTH_CHARS 18

struct _AtlasDateEntry
{
  AdwBin parent_instance;

  AtlasState *state;
  AtlasContent *content;
  gboolean compared;

  GtkEntry *entry;
  GtkPopover *problem;
  GtkLabel *problem_label;
  gboolean showing; /* the text is being set, not typed */
  gboolean edited;
};

G_DEFINE_FINAL_TYPE (AtlasDateEntry, atlas_date_entry, ADW_TYPE_BIN)

static AtlasDay
get_day (AtlasDateEntry *self)
{
  return self->compared ? atlas_state_get_compared (self->state) : atlas_state_get_date (self->state);
}

/* --- What is wrong --------------------------------------------------------- */

static void
set_problem (AtlasDateEntry *self,
             const char *message)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self->entry);

  if (message == NULL)
    {
      gtk_popover_popdown (self->problem);
      gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
      gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }
  gtk_label_set_label (self->problem_label, message);
  gtk_popover_popup (self->problem);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
  gtk_accessible_announce (accessible, message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* --- Reading and typing ---------------------------------------------------- */

static void
show_day (AtlasDateEntry *self)
{
  const AtlasDay day = get_day (self);
  g_autofree char *text = day != ATLAS_DAY_MIN ? atlas_day_format (day) : g_strdup ("");

  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->showing = FALSE;
  if (self->edited)
    set_problem (self, NULL);
  self->edited = FALSE;
}

static void
on_changed (AtlasDateEntry *self)
{
  if (self->showing)
    return;
  set_problem (self, NULL);
  self->edited = TRUE;
}

static gboolean
is_covered (AtlasDateEntry *self,
            AtlasDay day,
            char **reason)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  AtlasDay first, last;

  atlas_time_range (atlas_content_get_dataset (self->content), &first, &last);
  if (day >= first && day <= last)
    return TRUE;
  from = atlas_day_format (first);
  to = atlas_day_format (last);
  /* Translators: the first and the last day that the atlas knows */
  *reason = g_strdup_printf (_ ("The atlas goes from %s to %s."), from, to);
  return FALSE;
}

static gboolean
read_day (AtlasDateEntry *self,
          AtlasDay *day,
          char **reason)
{
  g_autoptr (GError) error = NULL;
  AtlasDate date;

  if (!atlas_date_parse_input (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &date, &error))
    {
      *reason = g_strdup (error->message);
      return FALSE;
    }
  *day = atlas_date_pick_day (&date);
  return is_covered (self, *day, reason);
}

static void
on_activate (AtlasDateEntry *self)
{
  const AtlasDay before = get_day (self);
  g_autofree char *reason = NULL;
  AtlasDay day;

  if (!atlas_content_is_loaded (self->content))
    return;
  if (!self->edited)
    {
      gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
      return;
    }
  if (!read_day (self, &day, &reason))
    {
      set_problem (self, reason);
      gtk_widget_error_bell (GTK_WIDGET (self->entry));
      return;
    }
  if (self->compared)
    atlas_state_set_compared (self->state, day);
  else
    atlas_state_set_date (self->state, day);
  show_day (self);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  if (!self->compared)
    atlas_time_announce (GTK_WIDGET (self->entry), self->state, self->content, before);
}

static gboolean
on_key (AtlasDateEntry *self,
        guint keyval)
{
  return keyval == GDK_KEY_Escape && atlas_date_entry_forget (self);
}

static void
on_leave (AtlasDateEntry *self)
{
  if (self->edited)
    show_day (self);
}

/* --- The widget ------------------------------------------------------------ */

static void
atlas_date_entry_dispose (GObject *object)
{
  AtlasDateEntry *self = ATLAS_DATE_ENTRY (object);

  if (self->problem != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->problem));
  self->problem = NULL;
  g_clear_object (&self->state);
  g_clear_object (&self->content);

  G_OBJECT_CLASS (atlas_date_entry_parent_class)->dispose (object);
}

static void
atlas_date_entry_class_init (AtlasDateEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_date_entry_dispose;
}

static void
add_problem (AtlasDateEntry *self)
{
  self->problem_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem_label, TRUE);
  gtk_label_set_max_width_chars (self->problem_label, 36);
  self->problem = GTK_POPOVER (gtk_popover_new ());
  gtk_popover_set_child (self->problem, GTK_WIDGET (self->problem_label));
  /* The reader goes on typing below it. */
  gtk_popover_set_autohide (self->problem, FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self->problem), FALSE);
  gtk_popover_set_position (self->problem, GTK_POS_TOP);
  gtk_widget_set_parent (GTK_WIDGET (self->problem), GTK_WIDGET (self));
}

static void
add_controllers (AtlasDateEntry *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), key);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
}

static void
atlas_date_entry_init (AtlasDateEntry *self)
{
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), WIDTH_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), MAX_WIDTH_CHARS);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->entry));
  add_problem (self);
  add_controllers (self);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
}

static void
set_name (AtlasDateEntry *self)
{
  const char *name = self->compared ? _ ("Date to Compare With") : _ ("Date");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry), name);
}

/**
 * atlas_date_entry_new:
 * @compared: whether it is for the day that the date is compared with
 *
 * Returns: (transfer floating): an entry that follows @state
 */
GtkWidget *
atlas_date_entry_new (AtlasState *state,
                      AtlasContent *content,
                      gboolean compared)
{
  AtlasDateEntry *self = g_object_new (ATLAS_TYPE_DATE_ENTRY, NULL);

  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  self->compared = compared;
  set_name (self);
  g_signal_connect_object (state, compared ? "notify::compared" : "notify::date", G_CALLBACK (show_day), self, G_CONNECT_SWAPPED);
  show_day (self);
  return GTK_WIDGET (self);
}

/**
 * atlas_date_entry_start:
 *
 * Gives it the focus with its text selected, for typing another date.
 */
void
atlas_date_entry_start (AtlasDateEntry *self)
{
  g_return_if_fail (ATLAS_IS_DATE_ENTRY (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * atlas_date_entry_forget:
 *
 * Shows the date again instead of what was typed but not entered.
 *
 * Returns: whether there was anything
 */
gboolean
atlas_date_entry_forget (AtlasDateEntry *self)
{
  g_return_val_if_fail (ATLAS_IS_DATE_ENTRY (self), FALSE);

  if (!self->edited)
    return FALSE;
  show_day (self);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  return TRUE;
}
