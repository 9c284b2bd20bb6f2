/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The actions of the window that act on its state and its map.
 */
#include "atlas-config.h"

#include "atlas-window.h"

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

static void
bind_enabled (AtlasWindow *self,
              const char *property,
              const char *action)
{
  g_object_bind_property (atlas_window_get_state (self), property,
                          g_action_map_lookup_action (G_ACTION_MAP (self), action), "enabled",
                          G_BINDING_SYNC_CREATE);
}

/**
 * atlas_window_add_actions:
 *
 * Adds win.back, win.forward, win.search and win.lens.
 */
void
atlas_window_add_actions (AtlasWindow *self)
{
  static const GActionEntry entries[] = {
    { "back", back },
    { "forward", forward },
    { "search", search },
  };
  g_autoptr (GPropertyAction) lens = g_property_action_new ("lens", atlas_window_get_state (self), "lens");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (lens));
  bind_enabled (self, "can-go-back", "back");
  bind_enabled (self, "can-go-forward", "forward");
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
    { "win.search", { "<Control>f", NULL } },
    { "win.show-page", { "F9", NULL } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action, accels[i].keys);
}
