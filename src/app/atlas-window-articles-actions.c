/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The actions for the reader's articles as a whole.
 */
#include "atlas-config.h"

#include "atlas-window.h"

#include "atlas-library-folders.h"

static void
articles (GSimpleAction *action,
          GVariant *parameter,
          gpointer user_data)
{
  atlas_state_set_selection (atlas_window_get_state (user_data), "articles");
}

static void
export_library (GSimpleAction *action,
                GVariant *parameter,
                gpointer user_data)
{
  atlas_library_folders_export (user_data, NULL, 0);
}

static void
import_library (GSimpleAction *action,
                GVariant *parameter,
                gpointer user_data)
{
  atlas_library_folders_import (user_data);
}

static void
set_enabled (AtlasWindow *self,
             const char *name,
             gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), enabled);
}

static void
on_library (AtlasWindow *self)
{
  AtlasContent *content = atlas_window_get_content (self);

  set_enabled (self, "export-library", atlas_content_get_library (content) != NULL);
  set_enabled (self, "import-library", atlas_content_can_write (content));
}

/**
 * atlas_window_add_articles_actions:
 *
 * Adds win.articles, win.export-library and win.import-library.
 */
void
atlas_window_add_articles_actions (AtlasWindow *self)
{
  static const GActionEntry entries[] = {
    { "articles", articles },
    { "export-library", export_library },
    { "import-library", import_library },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (atlas_window_get_content (self), "notify::library", G_CALLBACK (on_library), self, G_CONNECT_SWAPPED);
  on_library (self);
}

/**
 * atlas_window_set_articles_accels:
 *
 * Sets the keys of these actions.
 */
void
atlas_window_set_articles_accels (GtkApplication *application)
{
  gtk_application_set_accels_for_action (application, "win.articles", (const char *[]) { "<Control><Shift>a", NULL });
}
