/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-application.h"

#include <glib/gi18n.h>

#include "atlas-import-item.h"
#include "atlas-link.h"
#include "atlas-options.h"
#include "atlas-window.h"

struct _AtlasApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  AtlasContent *content;
  char *directory;
  char *link;         /* to be followed once the data is there */
  char *wanted_words; /* to be looked for once the data is there */
  gboolean texts_asked;
};

G_DEFINE_FINAL_TYPE (AtlasApplication, atlas_application, ADW_TYPE_APPLICATION)

static void
atlas_application_finalize (GObject *object)
{
  AtlasApplication *self = ATLAS_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->content);
  g_free (self->directory);
  g_free (self->link);
  g_free (self->wanted_words);

  G_OBJECT_CLASS (atlas_application_parent_class)->finalize (object);
}

static void
set_color_scheme (AtlasApplication *self)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[g_settings_get_enum (self->settings, "color-scheme")]);
}

static void
quit_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  GtkApplication *application = user_data;
  GtkWindow *window;

  /* Closing them lets windows remember where they stood. */
  while ((window = gtk_application_get_active_window (application)) != NULL)
    {
      gtk_window_close (window);
      gtk_window_destroy (window);
    }
  g_application_quit (G_APPLICATION (application));
}

/* The active one may be the list of keys. */
static AtlasWindow *
find_window (AtlasApplication *self)
{
  for (GList *list = gtk_application_get_windows (GTK_APPLICATION (self)); list != NULL; list = list->next)
    if (ATLAS_IS_WINDOW (list->data))
      return list->data;
  return NULL;
}

static AtlasWindow *
show_window (AtlasApplication *self)
{
  AtlasWindow *window = find_window (self);

  return window != NULL ? window : atlas_window_new (self);
}

static void
show_wanted_words (AtlasApplication *self)
{
  g_autofree char *words = g_steal_pointer (&self->wanted_words);
  AtlasWindow *window = find_window (self);

  if (words != NULL && window != NULL)
    atlas_window_search_for (window, words);
}

/* Of the desktop's search, whose results were not enough. */
static void
search_action (GSimpleAction *action,
               GVariant *parameter,
               gpointer user_data)
{
  AtlasApplication *self = user_data;
  AtlasWindow *window = show_window (self);

  g_set_str (&self->wanted_words, g_variant_get_string (parameter, NULL));
  if (atlas_content_is_loaded (self->content))
    show_wanted_words (self);
  gtk_window_present (GTK_WINDOW (window));
}

static void
add_actions (AtlasApplication *self)
{
  static const GActionEntry entries[] = {
    { "quit", quit_action },
    { "search", search_action, "s" },
  };
  g_autoptr (GAction) color_scheme = g_settings_create_action (self->settings, "color-scheme");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), color_scheme);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", (const char *[]) { "<Control>q", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "window.close", (const char *[]) { "<Control>w", NULL });
  atlas_window_set_accels (GTK_APPLICATION (self));
  atlas_window_set_articles_accels (GTK_APPLICATION (self));
  atlas_window_set_time_accels (GTK_APPLICATION (self));
  atlas_window_set_import_accels (GTK_APPLICATION (self));
  atlas_application_add_pages_actions (GTK_APPLICATION (self));
}

static void
show_failure (AtlasApplication *self,
              const char *message)
{
  AtlasWindow *window = find_window (self);

  if (window != NULL)
    atlas_window_show_failure (window, message);
}

static void
follow_link (AtlasApplication *self)
{
  AtlasWindow *window = find_window (self);
  g_autofree char *uri = g_steal_pointer (&self->link);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (AtlasLink) link = { 0 };

  if (uri == NULL || window == NULL)
    return;
  if (atlas_link_parse (uri, atlas_content_get_dataset (self->content), self->directory, &link, &error))
    {
      atlas_window_dismiss_toasts (window);
      atlas_link_apply (&link, atlas_window_get_state (window));
      return;
    }
  /* Translators: %s says what is wrong with a link */
  message = g_strdup_printf (_ ("The link cannot be followed – %s"), error->message);
  atlas_window_add_warning (window, message);
}

static void
open_link (AtlasApplication *self,
           const char *uri)
{
  g_set_str (&self->link, uri);
  if (atlas_content_is_loaded (self->content))
    follow_link (self);
}

static void
on_library_opened (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (AtlasApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  AtlasWindow *window = find_window (self);
  g_autofree char *message = NULL;

  if (atlas_content_open_library_finish (self->content, result, &error))
    message = atlas_library_report_to_string (atlas_library_get_report (atlas_content_get_library (self->content)));
  else
    /* Translators: %s says what is wrong with the file in which the reader's articles are kept */
    message = g_strdup_printf (_ ("Your articles cannot be opened – %s"), error->message);
  if (message != NULL && window != NULL)
    atlas_window_add_warning (window, message);
}

static void
on_texts_loaded (GObject *source,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (AtlasApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *library = atlas_library_get_usual_directory ();

  if (atlas_content_load_texts_finish (self->content, result, &error))
    atlas_content_open_library_async (self->content, library, NULL, on_library_opened, g_object_ref (self));
  else
    show_failure (self, error->message);
}

static void
load_texts (AtlasApplication *self)
{
  if (!self->texts_asked)
    atlas_content_load_texts_async (self->content, NULL, on_texts_loaded, g_object_ref (self));
  self->texts_asked = TRUE;
}

static void
on_loaded (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (AtlasApplication) self = user_data;
  g_autoptr (GError) error = NULL;
  AtlasWindow *window = find_window (self);

  if (!atlas_content_load_finish (self->content, result, &error))
    show_failure (self, error->message);
  else if (window == NULL)
    load_texts (self);
  else /* The map comes first and needs all processors. */
    g_signal_connect_object (atlas_window_get_map (window), "painted", G_CALLBACK (load_texts), self, G_CONNECT_SWAPPED);
}

static void
atlas_application_startup (GApplication *application)
{
  AtlasApplication *self = ATLAS_APPLICATION (application);

  self->settings = g_settings_new (ATLAS_APP_ID);
  self->content = atlas_content_new (self->directory);
  g_settings_bind (self->settings, "names-language", self->content, "language", G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET);
  /* Before any window hears of it, so that it begins with what the link says. */
  g_signal_connect_object (self->content, "notify::loaded", G_CALLBACK (follow_link), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->content, "notify::loaded", G_CALLBACK (show_wanted_words), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  atlas_content_load_async (self->content, NULL, on_loaded, g_object_ref (self));

  G_APPLICATION_CLASS (atlas_application_parent_class)->startup (application);

  set_color_scheme (self);
  g_signal_connect_swapped (self->settings, "changed::color-scheme", G_CALLBACK (set_color_scheme), self);
  add_actions (self);
}

static void
atlas_application_shutdown (GApplication *application)
{
  atlas_content_stop (ATLAS_APPLICATION (application)->content);
  G_APPLICATION_CLASS (atlas_application_parent_class)->shutdown (application);
}

static void
atlas_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (show_window (ATLAS_APPLICATION (application))));
}

/* Links have no path, good or bad; files that a file manager opens have one. */
static void
atlas_application_open (GApplication *application,
                        GFile **files,
                        int n_files,
                        const char *hint)
{
  AtlasApplication *self = ATLAS_APPLICATION (application);
  AtlasWindow *window = show_window (self);
  g_autoptr (GPtrArray) items = atlas_import_items_new ();
  g_autofree char *link = NULL;

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        g_ptr_array_add (items, atlas_import_item_new_for_file (files[i]));
      else
        {
          g_free (link);
          link = g_file_get_uri (files[i]);
        }
    }
  if (link != NULL)
    open_link (self, link);
  atlas_window_bring (window, items);
  gtk_window_present (GTK_WINDOW (window));
}

static int
atlas_application_handle_local_options (GApplication *application,
                                        GVariantDict *options)
{
  AtlasApplication *self = ATLAS_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Alliance Atlas %s\n", ATLAS_VERSION);
      return 0;
    }
  if (atlas_options_check (options, self->directory, &error))
    return -1;
  g_printerr ("alliance-atlas: %s\n", error->message);
  return 2;
}

static int
atlas_application_command_line (GApplication *application,
                                GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  AtlasApplication *self = ATLAS_APPLICATION (application);
  AtlasWindow *window = show_window (self);
  g_autofree char *link = NULL;
  g_autoptr (GPtrArray) files = atlas_options_take_rest (options, g_application_command_line_get_cwd (command_line), &link);
  g_autoptr (GPtrArray) items = atlas_import_items_new_for_files ((GFile *const *) files->pdata, files->len);

  atlas_options_apply (options, atlas_window_get_state (window));
  if (link != NULL)
    open_link (self, link);
  atlas_window_bring (window, items);
  if (g_variant_dict_contains (options, "report-painted"))
    atlas_window_report_painted (window);
  gtk_window_present (GTK_WINDOW (window));
  return 0;
}

static void
atlas_application_class_init (AtlasApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = atlas_application_finalize;
  application_class->startup = atlas_application_startup;
  application_class->shutdown = atlas_application_shutdown;
  application_class->activate = atlas_application_activate;
  application_class->open = atlas_application_open;
  application_class->handle_local_options = atlas_application_handle_local_options;
  application_class->command_line = atlas_application_command_line;
}

static void
atlas_application_init (AtlasApplication *self)
{
  self->directory = atlas_content_find_directory ();
  atlas_options_add (G_APPLICATION (self));
}

/**
 * atlas_application_new:
 *
 * Returns: (transfer full): the program, not yet registered
 */
AtlasApplication *
atlas_application_new (void)
{
  return g_object_new (ATLAS_TYPE_APPLICATION,
                       "application-id", ATLAS_APP_ID,
                       "resource-base-path", "/io/github/alliance_atlas/AllianceAtlas",
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

/**
 * atlas_application_get_settings:
 *
 * Returns: (transfer none): what is remembered between runs
 */
GSettings *
atlas_application_get_settings (AtlasApplication *self)
{
  g_return_val_if_fail (ATLAS_IS_APPLICATION (self), NULL);

  return self->settings;
}

/**
 * atlas_application_get_content:
 *
 * Returns: (transfer none): the data, perhaps still loading
 */
AtlasContent *
atlas_application_get_content (AtlasApplication *self)
{
  g_return_val_if_fail (ATLAS_IS_APPLICATION (self), NULL);

  return self->content;
}
