/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The actions by which articles come into the library.
 */
#include "atlas-config.h"

#include "atlas-window.h"

#include <glib/gi18n.h>

#include "atlas-import-item.h"
#include "atlas-transfer.h"

/* --- A file --------------------------------------------------------------------- */

static GtkFileFilter *
new_article_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Articles"));
  for (guint i = 0; i < ATLAS_N_FORMATS; i++)
    for (const char *const *ending = atlas_format_get_endings (i); *ending != NULL; ending++)
      gtk_file_filter_add_suffix (filter, *ending);
  return filter;
}

static GtkFileFilter *
new_any_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("All Files"));
  gtk_file_filter_add_pattern (filter, "*");
  return filter;
}

static GtkFileDialog *
new_file_dialog (void)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) articles = new_article_filter ();
  g_autoptr (GtkFileFilter) any = new_any_filter ();

  g_list_store_append (filters, articles);
  g_list_store_append (filters, any);
  gtk_file_dialog_set_title (dialog, _ ("Open Articles"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  return dialog;
}

static void
bring_files (AtlasWindow *self,
             GListModel *files)
{
  g_autoptr (GPtrArray) items = atlas_import_items_new ();

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      g_ptr_array_add (items, atlas_import_item_new_for_file (file));
    }
  atlas_window_bring (self, items);
}

static void
on_chosen (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (AtlasWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (files != NULL)
    bring_files (self, files);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    atlas_window_add_warning (self, error->message);
}

static void
open_article (GSimpleAction *action,
              GVariant *parameter,
              gpointer user_data)
{
  AtlasWindow *self = user_data;
  g_autoptr (GtkFileDialog) dialog = new_file_dialog ();

  atlas_import_prepare ();
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (self), NULL, on_chosen, g_object_ref (self));
}

/* --- The clipboard ---------------------------------------------------------------- */

static void
on_pasted (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (AtlasWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = atlas_transfer_read_finish (result, &error);
  g_autofree char *message = NULL;

  if (items != NULL)
    {
      atlas_window_bring (self, items);
      return;
    }
  /* Translators: %s says what is wrong with what was copied */
  message = g_strdup_printf (_ ("Nothing was pasted – %s"), error->message);
  atlas_window_add_warning (self, message);
}

static void
paste_article (GSimpleAction *action,
               GVariant *parameter,
               gpointer user_data)
{
  AtlasWindow *self = user_data;

  atlas_import_prepare ();
  atlas_transfer_read_async (G_OBJECT (gtk_widget_get_clipboard (GTK_WIDGET (self))), _ ("Pasted text"), on_pasted, g_object_ref (self));
}

/* A field that takes text has the keys first, and so has a dialog. */
static gboolean
paste_by_key (GtkWidget *widget,
              GVariant *args,
              gpointer user_data)
{
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget)) != NULL)
    return FALSE;
  return gtk_widget_activate_action (widget, "win.paste-article", NULL);
}

/* The keys of actions go before those of fields, so that this is none. */
static void
add_paste_keys (AtlasWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string ("<Control>v|<Shift>Insert");

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (trigger, gtk_callback_action_new (paste_by_key, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * atlas_window_add_import_actions:
 *
 * Adds win.open-article and win.paste-article, and the keys of the latter.
 */
void
atlas_window_add_import_actions (AtlasWindow *self)
{
  static const GActionEntry entries[] = {
    { "open-article", open_article },
    { "paste-article", paste_article },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_paste_keys (self);
}

/**
 * atlas_window_set_import_accels:
 *
 * Sets the key of win.open-article.
 */
void
atlas_window_set_import_accels (GtkApplication *application)
{
  gtk_application_set_accels_for_action (application, "win.open-article", (const char *[]) { "<Control>o", NULL });
}
