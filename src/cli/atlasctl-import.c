/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-import.h"

#include "atlasctl-progress.h"
#include "atlasctl-read.h"
#include "atlasctl-texts.h"

#include "atlas-library-imported.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static char *directory;
static char **tags;
static char *title;
static char *publisher;
static char *author;
static char *date_text;
static gboolean update;
static gboolean both;
static gboolean recursive;

static const GOptionEntry entries[] = {
  { "library", 0, 0, G_OPTION_ARG_FILENAME, &directory, N_ ("Folder of the library, instead of your own"), N_ ("FOLDER") },
  { "recursive", 'r', 0, G_OPTION_ARG_NONE, &recursive, N_ ("Bring in the articles in folders too"), NULL },
  { "update", 0, 0, G_OPTION_ARG_NONE, &update, N_ ("Put an article in the place of one like it that is there"), NULL },
  { "both", 0, 0, G_OPTION_ARG_NONE, &both, N_ ("Keep an article beside one like it that is there"), NULL },
  { "tag", 0, 0, G_OPTION_ARG_STRING_ARRAY, &tags, N_ ("Give the articles a tag; may be given several times"), N_ ("TAG") },
  { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_ ("The article's title; with one file only"), N_ ("TEXT") },
  { "publisher", 0, 0, G_OPTION_ARG_STRING, &publisher, N_ ("Who published the articles"), N_ ("NAME") },
  { "author", 0, 0, G_OPTION_ARG_STRING, &author, N_ ("Who wrote the articles"), N_ ("NAME") },
  { "date", 0, 0, G_OPTION_ARG_STRING, &date_text, N_ ("When the articles were written"), N_ ("DATE") },
  { NULL }
};

/* @files (GFile) are those of @items that helpers read, @places (guint) where they stand
 * there; @stopped says that the library takes no more. */
typedef struct
{
  AtlasctlCall *call;
  AtlasLibrary *library;
  GPtrArray *items; /* AtlasctlImportItem */
  GPtrArray *files;
  GArray *places;
  GBytes *input;
  AtlasctlImportItem *input_item;
  GCancellable *cancellable;
  GMainLoop *loop;
  guint n_running;
  guint n_done;
  gboolean stopped;
} Import;

/* --- One article ------------------------------------------------------------------------ */

static void
set_field (char **field,
           const char *text)
{
  if (text == NULL)
    return;
  g_free (*field);
  *field = g_strdup (text);
}

/* What options say counts more than what the file says. */
static void
take_options (Import *self,
              AtlasLibraryEntry *entry)
{
  g_autofree char *language = g_ascii_strdown (self->call->language, (gssize) strcspn (self->call->language, "-_"));

  set_field (&entry->title, title);
  set_field (&entry->publisher, publisher);
  set_field (&entry->author, author);
  set_field (&entry->date, date_text);
  set_field (&entry->language, self->call->language_given ? language : NULL);
  entry->tags = g_strdupv (tags);
}

static void
settle_title (AtlasLibraryEntry *entry,
              const AtlasctlImportItem *item)
{
  g_autofree char *base = g_path_get_basename (item->argument);
  g_autofree char *name = g_filename_display_name (base);
  char *dot = strrchr (name, '.');

  if (entry->title != NULL && *entry->title != '\0')
    return;
  g_free (entry->title);
  if (dot != NULL && dot > name)
    *dot = '\0';
  entry->title = atlasctl_is_input (item->argument) ? atlas_library_entry_make_title (entry) : g_strdup (name);
}

static gboolean
update_article (Import *self,
                AtlasctlImportItem *item,
                AtlasLibraryEntry *entry,
                GError **error)
{
  g_autoptr (AtlasLibraryArticle) there = atlas_library_get (self->library, item->key, NULL, error);
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_auto (GStrv) joined = NULL;

  if (there == NULL)
    return FALSE;
  atlas_library_entry_complete (entry, there->entry);
  settle_title (entry, item);
  if (!atlas_library_update (self->library, item->key, entry, NULL, error))
    return FALSE;
  item->result = ATLASCTL_IMPORT_UPDATED;
  if (tags == NULL)
    return TRUE;
  g_strv_builder_addv (all, (const char **) there->entry->tags);
  g_strv_builder_addv (all, (const char **) tags);
  joined = g_strv_builder_end (all);
  return atlas_library_set_tags (self->library, item->key, (const char *const *) joined, NULL, error);
}

static gboolean
add_article (Import *self,
             AtlasctlImportItem *item,
             AtlasLibraryEntry *entry,
             GError **error)
{
  settle_title (entry, item);
  g_clear_pointer (&item->key, g_free);
  if (!atlas_library_add (self->library, entry, &item->key, NULL, error))
    return FALSE;
  item->result = ATLASCTL_IMPORT_ADDED;
  return TRUE;
}

static gboolean
leave_article (AtlasctlImportItem *item)
{
  g_autofree char *name = g_filename_display_name (item->argument);

  item->result = ATLASCTL_IMPORT_KNOWN;
  if (item->match == ATLAS_LIBRARY_MATCH_SAME_ADDRESS)
    item->message = g_strdup_printf (_ ("%1$s: another text of the same address is there already (%2$s); give --update to put this one in its place, or --both to keep both"), name, item->key);
  else if (item->match == ATLAS_LIBRARY_MATCH_ALIKE)
    item->message = g_strdup_printf (_ ("%1$s: nearly the same text is there already (%2$s); give --update to put this one in its place, or --both to keep both"), name, item->key);
  return TRUE;
}

static gboolean
keep_article (Import *self,
              AtlasctlImportItem *item,
              AtlasLibraryEntry *entry,
              GError **error)
{
  g_autoptr (GError) reason = NULL;

  item->match = atlas_library_find_same (self->library, entry, &item->key, &item->likeness, NULL, &reason);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (item->match != ATLAS_LIBRARY_MATCH_NONE && update)
    return update_article (self, item, entry, error);
  if (item->match == ATLAS_LIBRARY_MATCH_NONE || (both && item->match != ATLAS_LIBRARY_MATCH_SAME_TEXT))
    return add_article (self, item, entry, error);
  return leave_article (item);
}

/* What is told of the article, as it is kept now. */
static void
take_facts (Import *self,
            AtlasctlImportItem *item)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasLibraryArticle) article = atlas_library_get (self->library, item->key, NULL, &error);

  if (article == NULL)
    {
      item->title = g_strdup ("");
      g_free (item->message);
      item->message = atlasctl_describe_failure (item->argument, error);
      return;
    }
  item->title = g_strdup (article->entry->title);
  item->date = g_strdup (article->entry->date);
  item->language = g_strdup (article->entry->language);
  item->subjects = g_array_ref (article->links->subjects);
}

static void
fail_item (Import *self,
           AtlasctlImportItem *item,
           const GError *error)
{
  item->result = ATLASCTL_IMPORT_FAILED;
  item->message = atlasctl_describe_failure (item->argument, error);
  /* A full disk will not take the next one either. */
  if (error->domain == ATLAS_LIBRARY_ERROR && error->code != ATLAS_LIBRARY_ERROR_INVALID)
    {
      self->stopped = TRUE;
      g_cancellable_cancel (self->cancellable);
    }
}

static void
report_item (Import *self,
             const AtlasctlImportItem *item)
{
  g_autofree char *name = g_filename_display_name (item->argument);

  atlasctl_progress_clear ();
  if (item->message != NULL)
    atlasctl_complain ("%s", item->message);
  for (guint i = 0; item->warnings != NULL && item->warnings[i] != NULL && self->call->format == ATLASCTL_TEXT; i++)
    atlasctl_complain ("%s: %s", name, item->warnings[i]);
  if (self->call->format == ATLASCTL_TEXT)
    {
      atlasctl_import_print_item (self->call, item);
      fflush (stdout);
    }
  atlasctl_progress_show (self->n_done, self->items->len, name);
}

/* Each article is whole in the library when this returns, or not there at all. Who
 * cancels keeps what was saved. */
static void
finish_item (Import *self,
             AtlasctlImportItem *item,
             AtlasImported *imported,
             const GError *error)
{
  g_autoptr (AtlasLibraryEntry) entry = NULL;
  g_autoptr (GError) reason = NULL;

  self->n_done++;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (imported == NULL)
    fail_item (self, item, error);
  else
    {
      entry = atlas_library_entry_from_imported (imported, NULL);
      item->warnings = g_strdupv ((char **) atlas_imported_get_warnings (imported));
      take_options (self, entry);
      if (keep_article (self, item, entry, &reason))
        take_facts (self, item);
      else
        fail_item (self, item, reason);
    }
  report_item (self, item);
}

/* --- All of them ------------------------------------------------------------------------- */

static void
end_one (Import *self)
{
  if (--self->n_running == 0)
    g_main_loop_quit (self->loop);
}

static void
on_file (GFile *file,
         guint i,
         AtlasImported *imported,
         const GError *error,
         guint n_done,
         gpointer data)
{
  Import *self = data;

  finish_item (self, g_ptr_array_index (self->items, g_array_index (self->places, guint, i)), imported, error);
}

static void
on_files_done (GObject *source,
               GAsyncResult *result,
               gpointer data)
{
  atlas_import_batch_finish (result, NULL);
  end_one (data);
}

static void
on_input (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  Import *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImported) imported = atlas_import_finish (result, &error);

  finish_item (self, self->input_item, imported, error);
  end_one (self);
}

/* The next signal ends the program, as it does without this. */
static gboolean
on_signal (gpointer data)
{
  Import *self = data;

  g_cancellable_cancel (self->cancellable);
  return G_SOURCE_REMOVE;
}

static void
read_files (Import *self)
{
  const int signals[] = { SIGINT, SIGTERM };
  guint sources[G_N_ELEMENTS (signals)];

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sources[i] = g_unix_signal_add (signals[i], on_signal, self);
  self->n_running = 1 + (self->input != NULL);
  if (self->input != NULL)
    atlas_import_bytes_async (_ ("standard input"), self->input, self->cancellable, on_input, self);
  atlas_import_batch_async (self->files, self->cancellable, on_file, self, on_files_done, self);
  g_main_loop_run (self->loop);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    if (g_main_context_find_source_by_id (NULL, sources[i]) != NULL)
      g_source_remove (sources[i]);
  atlasctl_progress_clear ();
}

/* Finds the files of all items; those that cannot be found fail at once. */
static gboolean
find_files (Import *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      AtlasctlImportItem *item = g_ptr_array_index (self->items, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (GFile) file = NULL;

      if (item->result == ATLASCTL_IMPORT_FAILED)
        {
          report_item (self, item);
          continue;
        }
      if (atlasctl_is_input (item->argument))
        {
          self->input_item = item;
          self->input = atlasctl_read_input (&error);
        }
      else if ((file = atlasctl_find_argument (item->argument, &error)) != NULL)
        {
          g_ptr_array_add (self->files, g_steal_pointer (&file));
          g_array_append_val (self->places, i);
        }
      if (error != NULL)
        {
          fail_item (self, item, error);
          report_item (self, item);
        }
    }
  return self->files->len > 0 || self->input != NULL;
}

/* --- The call ------------------------------------------------------------------------------ */

static gboolean
check_date (AtlasctlCall *call)
{
  g_autofree char *valid = date_text != NULL ? g_utf8_make_valid (date_text, -1) : NULL;
  g_autoptr (GError) error = NULL;
  AtlasDate date;

  if (valid == NULL || atlas_date_parse (valid, &date, &error))
    return TRUE;
  atlasctl_refuse (call, "--date: %s", error->message);
  return FALSE;
}

static gboolean
check_options (Import *self)
{
  if (!atlasctl_call_expect (self->call, 1, G_MAXUINT) || !check_date (self->call))
    return FALSE;
  if (update && both)
    atlasctl_refuse (self->call, _ ("--update and --both exclude each other; give one"));
  else if (!atlasctl_import_list_files (self->call->arguments, recursive, self->items))
    atlasctl_refuse (self->call, _ ("standard input can be read only once; give - once"));
  else if (title != NULL && self->items->len > 1)
    atlasctl_refuse (self->call, _ ("--title goes with one file only; bring the others in by calls of their own"));
  else
    return TRUE;
  return FALSE;
}

static AtlasctlExit
answer (const Import *self)
{
  guint n_saved = atlasctl_import_count (self->items, ATLASCTL_IMPORT_ADDED) + atlasctl_import_count (self->items, ATLASCTL_IMPORT_UPDATED);
  guint n_cancelled = atlasctl_import_count (self->items, ATLASCTL_IMPORT_CANCELLED);

  atlasctl_import_print_all (self->call, self->items);
  if (self->stopped && n_cancelled > 0)
    atlasctl_complain (_ ("stopped; files not looked at: %u; articles that were saved: %u"), n_cancelled, n_saved);
  else if (n_cancelled > 0)
    atlasctl_complain (_ ("cancelled; files not looked at: %u; articles that were saved: %u"), n_cancelled, n_saved);
  return n_cancelled == 0 && atlasctl_import_count (self->items, ATLASCTL_IMPORT_FAILED) == 0 ? ATLASCTL_DONE : ATLASCTL_BAD_INPUT;
}

static AtlasctlExit
import_all (Import *self)
{
  g_auto (AtlasctlTexts) texts = { NULL };
  AtlasctlExit result = atlasctl_call_load (self->call);

  if (result == ATLASCTL_DONE)
    result = atlasctl_texts_load (&texts, self->call);
  if (result == ATLASCTL_DONE)
    result = atlasctl_texts_open_library (&texts, directory, ATLASCTL_LIBRARY_MAKE);
  if (result != ATLASCTL_DONE)
    return result;
  self->library = texts.library;
  if (find_files (self))
    read_files (self);
  return answer (self);
}

static AtlasctlExit
run (AtlasctlCall *call)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) atlasctl_import_item_free);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Import self = { .call = call, .items = items, .files = files, .places = places, .cancellable = cancellable, .loop = loop };
  AtlasctlExit result = check_options (&self) ? import_all (&self) : ATLASCTL_WRONG_CALL;

  g_clear_pointer (&self.input, g_bytes_unref);
  return result;
}

const AtlasctlCommand atlasctl_import = {
  "import",
  N_ ("FILE…|-"),
  N_ ("Bring articles into your library"),
  N_ ("FILE is plain text, Markdown, HTML, PDF, EPUB or OpenDocument text, or - for standard input; nothing is loaded from the network. "
      "The title, publisher, author, date and language that a file says are taken, where options do not say otherwise; --lang is the language of the articles. "
      "An article whose text is there already is left alone; one with the same address or nearly the same text too, unless --update or --both is given. "
      "Ctrl+C ends early and keeps what was saved."),
  entries,
  FALSE,
  run,
};
