/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes the library to a folder of Markdown files, and brings such a folder back.
 */
#include "atlas-config.h"

#include "atlas-library-folders.h"

#include <glib/gi18n.h>

#include "atlas-library-exchange.h"
#include "atlas-progress-dialog.h"

/* How many files that cannot be read are named one by one. */
#define MAX_PROBLEMS 100

typedef struct
{
  AtlasWindow *window;
  gboolean is_export;
  gboolean has_choice; /* else all are exported */
  AtlasArticleChoice choice;
  GFile *folder;
  guint n_all;
  guint n_done;
  guint n_known;
  AtlasProblems *problems;
  GCancellable *cancellable;
  AtlasProgressDialog *progress;
} Job;

static Job *
job_new (AtlasWindow *window,
         gboolean is_export)
{
  Job *self = g_new0 (Job, 1);

  self->window = g_object_ref (window);
  self->is_export = is_export;
  self->problems = atlas_problems_new ();
  self->cancellable = g_cancellable_new ();
  return self;
}

static void
job_free (Job *self)
{
  g_clear_object (&self->window);
  g_clear_object (&self->folder);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->problems, atlas_problems_free);
  atlas_article_choice_clear (&self->choice);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* --- On a thread -------------------------------------------------------------------- */

static gboolean
collect_key (AtlasLibrary *library,
             const char *key,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  g_strv_builder_add (data, key);
  return TRUE;
}

static gboolean export (Job *self,
                        AtlasLibrary *library,
                        const char *path,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) keys = NULL;
  guint n = 0;

  if (!self->has_choice)
    {
      if (!atlas_library_count (library, &n, cancellable, error))
        return FALSE;
      g_atomic_int_set (&self->n_all, n);
      return atlas_library_export (library, path, &self->n_done, cancellable, error);
    }
  if (!atlas_article_choice_foreach (&self->choice, library, collect_key, builder, cancellable, error))
    return FALSE;
  keys = g_strv_builder_end (builder);
  return atlas_library_export_some (library, (const char *const *) keys, path, &self->n_done, cancellable, error);
}

static gpointer
run (AtlasLibrary *library,
     gpointer data,
     GCancellable *cancellable,
     GError **error)
{
  Job *self = data;
  g_autofree char *path = g_file_get_path (self->folder);
  gboolean done;

  if (self->is_export)
    done = export (self, library, path, cancellable, error);
  else
    done = atlas_library_import_folder (library, path, &self->n_done, &self->n_known, self->problems, cancellable, error);
  return done ? self : NULL;
}

/* --- What the reader is told --------------------------------------------------------- */

static void
open_folder (AdwToast *toast,
             GFile *folder)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (folder);

  gtk_file_launcher_launch (launcher, NULL, NULL, NULL, NULL);
}

static void
tell_exported (Job *self)
{
  g_autofree char *name = g_file_get_basename (self->folder);
  /* Translators: %2$s is the name of a folder */
  g_autofree char *title = g_strdup_printf (ngettext ("%1$'u article exported to “%2$s”", "%1$'u articles exported to “%2$s”", self->n_done), self->n_done, name);
  AdwToast *toast = atlas_window_add_toast_with_button (self->window, title, _ ("_Open"));

  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (open_folder), g_object_ref (self->folder),
                         (GClosureNotify) (void (*) (void)) g_object_unref, G_CONNECT_DEFAULT);
}

static char *
dup_summary (Job *self)
{
  const guint n_problems = atlas_problems_get_n (self->problems);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%'u article was added.", "%'u articles were added.", self->n_done), self->n_done);
  if (self->n_known > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("%'u was in the library already.", "%'u were in the library already.", self->n_known), self->n_known);
    }
  if (n_problems > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("%'u file could not be read:", "%'u files could not be read:", n_problems), n_problems);
    }
  return g_string_free_and_steal (text);
}

static GtkWidget *
new_problem_list (AtlasProblems *problems)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (MAX_PROBLEMS, atlas_problems_get_n (problems)); i++)
    {
      g_autofree char *problem = atlas_problem_to_string (atlas_problems_get (problems, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", problem);
    }
  gtk_label_set_label (GTK_LABEL (label), text->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 200);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
  return scroller;
}

static void
tell_imported (Job *self)
{
  const gboolean nothing = self->n_done + self->n_known + atlas_problems_get_n (self->problems) == 0;
  g_autofree char *summary = nothing ? g_strdup (_ ("The folder has no articles: it should be one that was exported here.")) : dup_summary (self);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Import of a Library Folder"), summary);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  if (atlas_problems_get_n (self->problems) > 0)
    adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), new_problem_list (self->problems));
  adw_dialog_present (dialog, GTK_WIDGET (self->window));
}

static void
on_done (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (Job) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  const gboolean done = atlas_library_finish (ATLAS_LIBRARY (source), result, &error) != NULL;

  atlas_progress_dialog_end (self->progress);
  if (!done && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* Translators: %s says why */
      message = g_strdup_printf (self->is_export ? _ ("The articles could not be exported – %s") : _ ("The folder could not be imported – %s"), error->message);
      atlas_window_add_warning (self->window, message);
    }
  else if (self->is_export)
    tell_exported (self);
  else
    tell_imported (self);
}

/* --- Folders ------------------------------------------------------------------------- */

/* A folder that the reader chose may hold all kinds of things: the articles get one of
 * their own in it. */
static GFile *
get_export_folder (GFile *chosen)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = g_date_time_format (now, "alliance-atlas-%Y-%m-%d");

  return g_file_get_child (chosen, name);
}

static void
start (Job *self)
{
  AtlasLibrary *library = atlas_content_get_library (atlas_window_get_content (self->window));
  const char *heading = self->is_export ? _ ("Exporting Articles") : _ ("Importing Articles");

  self->progress = atlas_progress_dialog_start (GTK_WIDGET (self->window), heading, &self->n_done, &self->n_all, self->cancellable);
  /* An import is many changes, between which the library's thread has to serve others. */
  atlas_library_read_async (library, run, self, NULL, NULL, self->cancellable, on_done, self);
}

static void
on_chosen (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (Job) self = data;
  g_autoptr (GFile) chosen = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (chosen == NULL)
    return;
  if (g_file_peek_path (chosen) == NULL)
    {
      atlas_window_add_warning (self->window, _ ("Folders can be used on this computer only."));
      return;
    }
  self->folder = self->is_export ? get_export_folder (chosen) : g_object_ref (chosen);
  start (g_steal_pointer (&self));
}

static void
choose_folder (Job *self,
               const char *title)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (self->window), NULL, on_chosen, self);
}

/**
 * atlas_library_folders_export:
 * @choice: (nullable): which articles; %NULL for all
 * @n: how many these are
 *
 * Lets the reader choose a folder and writes the articles to a new one in it.
 */
void
atlas_library_folders_export (AtlasWindow *window,
                              const AtlasArticleChoice *choice,
                              guint n)
{
  Job *self = job_new (window, TRUE);

  self->has_choice = choice != NULL;
  self->n_all = n;
  if (choice != NULL)
    atlas_article_choice_copy (choice, &self->choice);
  choose_folder (self, _ ("Export Articles"));
}

/**
 * atlas_library_folders_import:
 *
 * Lets the reader choose a folder that was exported, and brings its articles in.
 */
void
atlas_library_folders_import (AtlasWindow *window)
{
  choose_folder (job_new (window, FALSE), _ ("Import Library Folder"));
}
