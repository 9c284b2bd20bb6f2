/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The actions of the window that act on its state and its map.
 */
#include "atlas-config.h"

#include "atlas-window.h"

#include <glib/gi18n.h>

#include "atlas-link.h"

#include "atlas-date-entry.h"

#define ZOOM_STEP 0.75
#define BACK_BUTTON 8
#define FORWARD_BUTTON 9

static void
back (GSimpleAction *action,
      GVariant *parameter,
      gpointer user_data)
{
  atlas_state_go_back (atlas_window_get_state (user_data));
}

static void
forward (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  atlas_state_go_forward (atlas_window_get_state (user_data));
}

static void
search (GSimpleAction *action,
        GVariant *parameter,
        gpointer user_data)
{
  atlas_window_show_search (user_data);
}

/* Where an article is read, in it; else in all of the atlas. */
static void
find (GSimpleAction *action,
      GVariant *parameter,
      gpointer user_data)
{
  if (!atlas_window_find_on_page (user_data))
    atlas_window_show_search (user_data);
}

static void
home (GSimpleAction *action,
      GVariant *parameter,
      gpointer user_data)
{
  atlas_map_go_home (atlas_window_get_map (user_data));
}

static void
zoom_in (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  atlas_map_zoom_by (atlas_window_get_map (user_data), ZOOM_STEP);
}

static void
zoom_out (GSimpleAction *action,
          GVariant *parameter,
          gpointer user_data)
{
  atlas_map_zoom_by (atlas_window_get_map (user_data), -ZOOM_STEP);
}

static void
copy_link (GSimpleAction *action,
           GVariant *parameter,
           gpointer user_data)
{
  AtlasWindow *self = user_data;
  g_auto (AtlasLink) link = { 0 };
  g_autofree char *uri = NULL;

  atlas_link_from_state (&link, atlas_window_get_state (self));
  uri = atlas_link_format (&link);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), uri);
  atlas_window_add_toast (self, _ ("Link copied"));
}

static void
fullscreen (GSimpleAction *action,
            GVariant *parameter,
            gpointer user_data)
{
  GtkWindow *window = user_data;

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static gboolean
forget_typed_date (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *entry = focus != NULL ? gtk_widget_get_ancestor (focus, ATLAS_TYPE_DATE_ENTRY) : NULL;

  return entry != NULL && atlas_date_entry_forget (ATLAS_DATE_ENTRY (entry));
}

static void
leave_fullscreen (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer user_data)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (user_data);

  /* Escape closes what is open first. */
  if (dialog != NULL)
    adw_dialog_close (dialog);
  else if (!forget_typed_date (user_data))
    gtk_window_unfullscreen (user_data);
}

static void
bind_enabled (AtlasWindow *self,
              gpointer object,
              const char *property,
              const char *action)
{
  g_object_bind_property (object, property,
                          g_action_map_lookup_action (G_ACTION_MAP (self), action), "enabled",
                          G_BINDING_SYNC_CREATE);
}

static void
on_mouse_button (GtkGestureClick *gesture,
                 int n_press,
                 double x,
                 double y,
                 AtlasWindow *self)
{
  const guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button != BACK_BUTTON && button != FORWARD_BUTTON)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (GTK_WIDGET (self), button == BACK_BUTTON ? "win.back" : "win.forward", NULL);
}

static void
add_mouse_buttons (AtlasWindow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_mouse_button), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * atlas_window_add_actions:
 *
 * Adds the actions that act on the state and on the map.
 */
void
atlas_window_add_actions (AtlasWindow *self)
{
  static const GActionEntry entries[] = {
    { "back", back },
    { "forward", forward },
    { "search", search },
    { "find", find },
    { "home", home },
    { "zoom-in", zoom_in },
    { "zoom-out", zoom_out },
    { "copy-link", copy_link },
    { "fullscreen", fullscreen },
    { "leave-fullscreen", leave_fullscreen },
  };
  g_autoptr (GPropertyAction) lens = g_property_action_new ("lens", atlas_window_get_state (self), "lens");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (lens));
  bind_enabled (self, atlas_window_get_state (self), "can-go-back", "back");
  bind_enabled (self, atlas_window_get_state (self), "can-go-forward", "forward");
  bind_enabled (self, self, "fullscreened", "leave-fullscreen");
  add_mouse_buttons (self);
}

/**
 * atlas_window_set_accels:
 *
 * Sets the keys of the window's actions.
 */
void
atlas_window_set_accels (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *keys[4];
  } accels[] = {
    { "win.back", { "<Alt>Left", NULL } },
    { "win.forward", { "<Alt>Right", NULL } },
    { "win.search", { "<Control>k", NULL } },
    { "win.find", { "<Control>f", NULL } },
    { "win.home", { "<Control>0", "<Alt>Home", NULL } },
    { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add", NULL } },
    { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract", NULL } },
    { "win.copy-link", { "<Control><Shift>c", NULL } },
    { "win.fullscreen", { "F11", NULL } },
    { "win.leave-fullscreen", { "Escape", NULL } },
    { "win.show-page", { "F9", NULL } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action, accels[i].keys);
}
