/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-library-private.h"
#include "atlas-library-schema.h"
#include "atlas-library-rescue.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define FILE_NAME "articles.db"

/* Connections that are kept for the next reader; more are closed after use. */
#define KEPT_READERS 3

struct _AtlasLibrary
{
  GObject parent_instance;
  char *path;
  AtlasGazetteer *gazetteer;
  AtlasLinker *linker;
  char *links_version;
  AtlasLibraryReport report;
  GMutex write_lock;
  AtlasDatabase *writer; /* NULL where the library can only be read */
  GThreadPool *writing;  /* one thread */
  GMutex read_lock;
  GQueue readers; /* AtlasDatabase* */
};

G_DEFINE_FINAL_TYPE (AtlasLibrary, atlas_library, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void run_write (gpointer task, gpointer data);

/* --- The object ----------------------------------------------------------------------- */

static void
atlas_library_finalize (GObject *object)
{
  AtlasLibrary *self = ATLAS_LIBRARY (object);

  g_queue_clear_full (&self->readers, (GDestroyNotify) atlas_database_free);
  g_clear_pointer (&self->writer, atlas_database_free);
  g_clear_pointer (&self->gazetteer, atlas_gazetteer_unref);
  g_clear_pointer (&self->linker, atlas_linker_unref);
  /* The last reference may be the one of the task that the pool has just done. */
  g_thread_pool_free (self->writing, FALSE, FALSE);
  g_mutex_clear (&self->write_lock);
  g_mutex_clear (&self->read_lock);
  g_free (self->report.backup);
  g_free (self->report.set_aside);
  g_free (self->links_version);
  g_free (self->path);
  G_OBJECT_CLASS (atlas_library_parent_class)->finalize (object);
}

static void
atlas_library_class_init (AtlasLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_library_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_library_init (AtlasLibrary *self)
{
  g_mutex_init (&self->write_lock);
  g_mutex_init (&self->read_lock);
  g_queue_init (&self->readers);
  self->writing = g_thread_pool_new (run_write, NULL, 1, FALSE, NULL);
}

/* --- Opening ----------------------------------------------------------------------------- */

static gboolean
open_newer (AtlasLibrary *self)
{
  self->report.read_only = TRUE;
  g_clear_pointer (&self->writer, atlas_database_free);
  return TRUE;
}

static gboolean
open_file (AtlasLibrary *self,
           GCancellable *cancellable,
           GError **error)
{
  self->writer = atlas_rescue_open (self->path, self->linker, self->links_version, &self->report, cancellable, error);
  if (self->writer == NULL || !atlas_schema_get_version (self->writer, &self->report.version, error))
    return FALSE;
  if (self->report.version > ATLAS_SCHEMA_VERSION)
    return open_newer (self);
  return atlas_schema_bring_forward (self->writer, self->path, &self->report.backup, error) &&
         atlas_library_purge (self, g_get_real_time () - ATLAS_LIBRARY_KEPT_DELETED, NULL, cancellable, error);
}

/**
 * atlas_library_open:
 * @directory: made where there is none
 *
 * Opens the library of a folder, or begins one. A damaged file is set aside, and what can
 * be saved from it is; atlas_library_get_report() tells.
 *
 * Returns: (transfer full) (nullable): the library
 */
AtlasLibrary *
atlas_library_open (const char *directory,
                    AtlasGazetteer *gazetteer,
                    AtlasLinker *linker,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (AtlasLibrary) self = g_object_new (ATLAS_TYPE_LIBRARY, NULL);

  self->path = g_build_filename (directory, FILE_NAME, NULL);
  self->gazetteer = atlas_gazetteer_ref (gazetteer);
  self->linker = atlas_linker_ref (linker);
  self->links_version = atlas_library_links_version (gazetteer);
  if (g_mkdir_with_parents (directory, 0700) != 0)
    {
      g_set_error (error, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_FAILED, _ ("The folder %s cannot be made: %s"), directory, g_strerror (errno));
      return NULL;
    }
  return open_file (self, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

typedef struct
{
  char *directory;
  AtlasGazetteer *gazetteer;
  AtlasLinker *linker;
} Opening;

static void
opening_free (Opening *self)
{
  g_free (self->directory);
  atlas_gazetteer_unref (self->gazetteer);
  atlas_linker_unref (self->linker);
  g_free (self);
}

static void
open_in_thread (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;
  AtlasLibrary *library = atlas_library_open (opening->directory, opening->gazetteer, opening->linker, cancellable, &error);

  if (library != NULL)
    g_task_return_pointer (task, library, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * atlas_library_open_async:
 *
 * As atlas_library_open().
 */
void
atlas_library_open_async (const char *directory,
                          AtlasGazetteer *gazetteer,
                          AtlasLinker *linker,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Opening *opening = g_new0 (Opening, 1);

  opening->directory = g_strdup (directory);
  opening->gazetteer = atlas_gazetteer_ref (gazetteer);
  opening->linker = atlas_linker_ref (linker);
  g_task_set_source_tag (task, atlas_library_open_async);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * atlas_library_open_finish:
 *
 * Returns: (transfer full) (nullable): the library
 */
AtlasLibrary *
atlas_library_open_finish (GAsyncResult *result,
                           GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * atlas_library_get_usual_directory:
 *
 * Returns: (transfer full): where the reader's library is, where nothing else is said
 */
char *
atlas_library_get_usual_directory (void)
{
  return g_build_filename (g_get_user_data_dir (), "alliance-atlas", NULL);
}

/**
 * atlas_library_exists:
 *
 * Returns: whether atlas_library_open() would find a library in @directory, not make one
 */
gboolean
atlas_library_exists (const char *directory)
{
  g_autofree char *path = g_build_filename (directory, FILE_NAME, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/**
 * atlas_library_get_report:
 *
 * Returns: (transfer none): what happened when the library was opened
 */
const AtlasLibraryReport *
atlas_library_get_report (AtlasLibrary *self)
{
  return &self->report;
}

/**
 * atlas_library_get_path:
 *
 * Returns: (transfer none): the file
 */
const char *
atlas_library_get_path (AtlasLibrary *self)
{
  return self->path;
}

/**
 * atlas_library_report_to_string:
 *
 * Returns: (transfer full) (nullable): what the reader has to be told, translated; %NULL
 *   where there is nothing
 */
char *
atlas_library_report_to_string (const AtlasLibraryReport *self)
{
  if (self->read_only)
    return g_strdup (_ ("A newer version of Alliance Atlas made the library. It can be read here, but not changed."));
  if (self->set_aside != NULL && self->n_lost > 0)
    return g_strdup_printf (_ ("The library's file was damaged. Articles saved from it: %u. Articles lost: at least %u. The damaged file was kept as %s."),
                            self->n_saved, self->n_lost, self->set_aside);
  if (self->set_aside != NULL)
    return g_strdup_printf (_ ("The library's file was damaged. Articles saved from it: %u. The damaged file was kept as %s."), self->n_saved, self->set_aside);
  return NULL;
}

/* --- Connections ---------------------------------------------------------------------------- */

static gboolean
emit_changed (gpointer data)
{
  g_signal_emit (data, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* Where no loop runs in the thread's context, the signal waits for one. */
static void
tell_changed (AtlasLibrary *self)
{
  g_autoptr (GSource) source = NULL;
  g_autoptr (GMainContext) context = NULL;

  if (g_signal_handler_find (self, G_SIGNAL_MATCH_ID, signals[CHANGED], 0, NULL, NULL, NULL) == 0)
    return;
  context = g_main_context_ref_thread_default ();
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, emit_changed, g_object_ref (self), g_object_unref);
  g_source_attach (source, context);
}

/**
 * atlas_library_begin_write:
 *
 * Waits until no other thread writes.
 */
AtlasDatabase *
atlas_library_begin_write (AtlasLibrary *self,
                           GCancellable *cancellable,
                           GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  g_mutex_lock (&self->write_lock);
  if (self->writer == NULL)
    g_set_error_literal (error, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_READ_ONLY, _ ("The library can only be read."));
  else
    {
      atlas_database_set_cancellable (self->writer, cancellable);
      if (atlas_database_begin (self->writer, error))
        return self->writer;
      atlas_database_set_cancellable (self->writer, NULL);
    }
  g_mutex_unlock (&self->write_lock);
  return NULL;
}

/**
 * atlas_library_end_write:
 * @done: whether to commit
 *
 * Returns: whether the change is on the disk
 */
gboolean
atlas_library_end_write (AtlasLibrary *self,
                         gboolean done,
                         GError **error)
{
  /* A commit that was interrupted may have happened or not; it is not. */
  atlas_database_set_cancellable (self->writer, NULL);
  if (done)
    done = atlas_database_commit (self->writer, error);
  else
    atlas_database_roll_back (self->writer);
  g_mutex_unlock (&self->write_lock);
  if (done)
    tell_changed (self);
  return done;
}

/**
 * atlas_library_begin_read:
 *
 * Takes a connection that sees the library as it is at its first statement.
 */
AtlasDatabase *
atlas_library_begin_read (AtlasLibrary *self,
                          GCancellable *cancellable,
                          GError **error)
{
  AtlasDatabase *database;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  g_mutex_lock (&self->read_lock);
  database = g_queue_pop_head (&self->readers);
  g_mutex_unlock (&self->read_lock);
  if (database == NULL)
    database = atlas_database_open (self->path, ATLAS_DATABASE_READ, error);
  if (database == NULL)
    return NULL;
  atlas_database_set_cancellable (database, cancellable);
  if (atlas_database_exec (database, "BEGIN", error))
    return database;
  atlas_database_free (database);
  return NULL;
}

/**
 * atlas_library_end_read:
 */
void
atlas_library_end_read (AtlasLibrary *self,
                        AtlasDatabase *database)
{
  atlas_database_roll_back (database);
  g_mutex_lock (&self->read_lock);
  if (self->readers.length < KEPT_READERS)
    g_queue_push_head (&self->readers, g_steal_pointer (&database));
  g_mutex_unlock (&self->read_lock);
  g_clear_pointer (&database, atlas_database_free);
}

/**
 * atlas_library_limit_pages:
 * @n_pages: of the file, which then behaves as one on a disk that is full
 *
 * For tests.
 *
 * Returns: whether the limit was set
 */
gboolean
atlas_library_limit_pages (AtlasLibrary *self,
                           guint n_pages)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA max_page_count = %u", n_pages);
  gboolean done;

  g_mutex_lock (&self->write_lock);
  done = self->writer != NULL && atlas_database_exec (self->writer, sql, NULL);
  g_mutex_unlock (&self->write_lock);
  return done;
}

/**
 * atlas_library_get_linker:
 *
 * Returns: (transfer none): what links articles
 */
AtlasLinker *
atlas_library_get_linker (AtlasLibrary *self)
{
  return self->linker;
}

/**
 * atlas_library_get_links_version:
 *
 * Returns: (transfer none): what articles that it linked are marked with
 */
const char *
atlas_library_get_links_version (AtlasLibrary *self)
{
  return self->links_version;
}

/* --- Threads --------------------------------------------------------------------------------- */

typedef struct
{
  AtlasLibraryWork work;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
} Job;

static void
job_free (Job *self)
{
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

static void
run_job (GTask *task,
         gpointer source,
         gpointer data,
         GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  gpointer result = job->work (source, job->data, cancellable, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, job->free_result);
}

static void
run_write (gpointer task,
           gpointer data)
{
  g_autoptr (GTask) own = task;

  run_job (own, g_task_get_source_object (own), g_task_get_task_data (own), g_task_get_cancellable (own));
}

static GTask *
make_task (AtlasLibrary *self,
           AtlasLibraryWork work,
           gpointer data,
           GDestroyNotify free_data,
           GDestroyNotify free_result,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer callback_data)
{
  GTask *task = g_task_new (self, cancellable, callback, callback_data);
  Job *job = g_new0 (Job, 1);

  *job = (Job) { work, data, free_data, free_result };
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  return task;
}

/**
 * atlas_library_read_async:
 * @data: (transfer full): for @work; freed with @free_data
 * @free_result: (nullable): frees what @work returned and nobody took
 *
 * Runs @work, which only reads, on a thread; several run at once.
 */
void
atlas_library_read_async (AtlasLibrary *self,
                          AtlasLibraryWork work,
                          gpointer data,
                          GDestroyNotify free_data,
                          GDestroyNotify free_result,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer callback_data)
{
  g_autoptr (GTask) task = make_task (self, work, data, free_data, free_result, cancellable, callback, callback_data);

  g_task_run_in_thread (task, run_job);
}

/**
 * atlas_library_write_async:
 * @data: (transfer full): for @work; freed with @free_data
 * @free_result: (nullable): frees what @work returned and nobody took
 *
 * Runs @work on the thread that writes, after all that was asked of it before.
 */
void
atlas_library_write_async (AtlasLibrary *self,
                           AtlasLibraryWork work,
                           gpointer data,
                           GDestroyNotify free_data,
                           GDestroyNotify free_result,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer callback_data)
{
  GTask *task = make_task (self, work, data, free_data, free_result, cancellable, callback, callback_data);

  g_thread_pool_push (self->writing, task, NULL);
}

/**
 * atlas_library_finish:
 *
 * Returns: (transfer full) (nullable): what the work returned
 */
gpointer
atlas_library_finish (AtlasLibrary *self,
                      GAsyncResult *result,
                      GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
