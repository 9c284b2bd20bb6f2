/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-import.h"

/* Helpers that work at the same time. */
#define MAX_WORKERS 4

/* Results that the caller has not seen yet; then workers wait, so that memory does
 * not grow with the number of files. */
#define MAX_WAITING 64

typedef struct
{
  GPtrArray *files; /* GFile */
  AtlasImportProgress progress;
  gpointer progress_data;
  GMainContext *context;
  gint next;
  gint n_workers;
  guint n_done; /* only in @context */

  GMutex lock;
  GCond room;
  guint n_waiting;
} Batch;

typedef struct
{
  GTask *task;
  guint i;
  AtlasImported *imported;
  GError *error;
} Result;

static void
batch_free (Batch *batch)
{
  g_ptr_array_unref (batch->files);
  g_main_context_unref (batch->context);
  g_mutex_clear (&batch->lock);
  g_cond_clear (&batch->room);
  g_free (batch);
}

static void
result_free (Result *result)
{
  g_clear_pointer (&result->imported, atlas_imported_unref);
  g_clear_error (&result->error);
  g_object_unref (result->task);
  g_free (result);
}

static gboolean
deliver (gpointer data)
{
  Result *result = data;
  Batch *batch = g_task_get_task_data (result->task);

  batch->n_done++;
  if (batch->progress != NULL)
    batch->progress (g_ptr_array_index (batch->files, result->i), result->i, result->imported, result->error, batch->n_done, batch->progress_data);
  g_mutex_lock (&batch->lock);
  batch->n_waiting--;
  g_cond_signal (&batch->room);
  g_mutex_unlock (&batch->lock);
  return G_SOURCE_REMOVE;
}

static void
send_result (Batch *batch,
             Result *result,
             GCancellable *cancellable)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_mutex_lock (&batch->lock);
  while (batch->n_waiting >= MAX_WAITING && (cancellable == NULL || !g_cancellable_is_cancelled (cancellable)))
    g_cond_wait_until (&batch->room, &batch->lock, g_get_monotonic_time () + G_USEC_PER_SEC / 10);
  batch->n_waiting++;
  g_mutex_unlock (&batch->lock);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver, result, (GDestroyNotify) result_free);
  g_source_attach (source, batch->context);
}

static gpointer
work (gpointer data)
{
  g_autoptr (GTask) task = data;
  Batch *batch = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  guint i;

  while ((i = g_atomic_int_add (&batch->next, 1)) < batch->files->len && (cancellable == NULL || !g_cancellable_is_cancelled (cancellable)))
    {
      Result *result = g_new0 (Result, 1);

      result->task = g_object_ref (task);
      result->i = i;
      result->imported = atlas_import_file (g_ptr_array_index (batch->files, i), cancellable, &result->error);
      if (g_error_matches (result->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        result_free (result);
      else
        send_result (batch, result, cancellable);
    }
  if (g_atomic_int_dec_and_test (&batch->n_workers) && !g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);
  return NULL;
}

/**
 * atlas_import_batch_async:
 * @files: (element-type GFile): not to be changed until the end
 * @progress: (nullable): called for each file
 *
 * Has several helpers read many files; one that fails does not stop the others.
 * Cancelled, it ends early, and @progress is not called for what was not done.
 */
void
atlas_import_batch_async (GPtrArray *files,
                          GCancellable *cancellable,
                          AtlasImportProgress progress,
                          gpointer progress_data,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Batch *batch = g_new0 (Batch, 1);
  guint n_workers = CLAMP (MIN (g_get_num_processors (), files->len), 1, MAX_WORKERS);

  batch->files = g_ptr_array_ref (files);
  batch->progress = progress;
  batch->progress_data = progress_data;
  batch->context = g_main_context_ref_thread_default ();
  batch->n_workers = n_workers;
  g_mutex_init (&batch->lock);
  g_cond_init (&batch->room);
  g_task_set_task_data (task, batch, (GDestroyNotify) batch_free);
  for (guint i = 0; i < n_workers; i++)
    g_thread_unref (g_thread_new ("import", work, g_object_ref (task)));
}

/**
 * atlas_import_batch_finish:
 *
 * Returns: %FALSE where it was cancelled
 */
gboolean
atlas_import_batch_finish (GAsyncResult *result,
                           GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
