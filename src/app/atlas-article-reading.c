/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-article-reading.h"

/* --- Briefings ---------------------------------------------------------------- */

struct _AtlasBundle
{
  gatomicrefcount references;
  AtlasBriefings *briefings;
  char *language;
  GMutex lock;
  AtlasWordIndex *words;
};

/**
 * atlas_bundle_new:
 * @language: the reader's
 *
 * Returns: (transfer full): the briefings
 */
AtlasBundle *
atlas_bundle_new (const AtlasBriefings *briefings,
                  const char *language)
{
  AtlasBundle *self = g_new0 (AtlasBundle, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->lock);
  self->briefings = atlas_briefings_ref ((AtlasBriefings *) briefings);
  self->language = g_strdup (language);
  return self;
}

/**
 * atlas_bundle_ref:
 *
 * Returns: (transfer full): @self
 */
AtlasBundle *
atlas_bundle_ref (AtlasBundle *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * atlas_bundle_unref:
 */
void
atlas_bundle_unref (AtlasBundle *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->words, atlas_word_index_unref);
  atlas_briefings_unref (self->briefings);
  g_mutex_clear (&self->lock);
  g_free (self->language);
  g_free (self);
}

/**
 * atlas_bundle_list:
 *
 * Returns: (transfer full) (nullable) (element-type AtlasLibraryItem): as of
 *   atlas_briefing_list()
 */
GPtrArray *
atlas_bundle_list (AtlasBundle *self,
                   const AtlasLibraryQuery *query,
                   GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (query->words != NULL && self->words == NULL)
    self->words = atlas_word_index_new (NULL, self->briefings, self->language, error);
  if (query->words != NULL && self->words == NULL)
    return NULL;
  return atlas_briefing_list (self->briefings, self->language, self->words, query, error);
}

/* --- What is to be read ------------------------------------------------------- */

static void
clear_run (gpointer data)
{
  AtlasArticleRun *run = data;

  g_free (run->after);
  g_free (run->end);
  g_clear_pointer (&run->own, g_ptr_array_unref);
}

/**
 * atlas_article_reading_new:
 *
 * Returns: (transfer full): one that reads nothing yet
 */
AtlasArticleReading *
atlas_article_reading_new (AtlasLibrary *library,
                           const AtlasArticleFilter *filter,
                           guint size)
{
  AtlasArticleReading *self = g_new0 (AtlasArticleReading, 1);

  g_set_object (&self->library, library);
  atlas_article_filter_copy (filter, &self->filter);
  self->size = size;
  self->runs = g_array_new (FALSE, FALSE, sizeof (AtlasArticleRun));
  g_array_set_clear_func (self->runs, clear_run);
  return self;
}

/**
 * atlas_article_reading_free:
 */
void
atlas_article_reading_free (AtlasArticleReading *self)
{
  g_clear_object (&self->library);
  g_clear_pointer (&self->bundle, atlas_bundle_unref);
  atlas_article_filter_clear (&self->filter);
  g_strfreev (self->ends);
  g_array_unref (self->runs);
  g_clear_pointer (&self->briefings, g_ptr_array_unref);
  g_clear_pointer (&self->stretches, g_array_unref);
  g_free (self);
}

/**
 * atlas_article_reading_add_run:
 *
 * Has a stretch read, see #AtlasArticleRun.
 */
void
atlas_article_reading_add_run (AtlasArticleReading *self,
                               guint part,
                               const char *after,
                               const char *end,
                               guint limit)
{
  AtlasArticleRun run = { part, g_strdup (after), g_strdup (end), limit, NULL };

  g_array_append_val (self->runs, run);
}

/* --- Reading ------------------------------------------------------------------ */

static gboolean
read_briefings (AtlasArticleReading *self,
                const AtlasLibraryQuery *query,
                GError **error)
{
  if (self->bundle == NULL)
    return TRUE;
  self->briefings = atlas_bundle_list (self->bundle, query, error);
  return self->briefings != NULL;
}

static gboolean
divide (AtlasArticleReading *self,
        const AtlasLibraryQuery *query,
        GCancellable *cancellable,
        GError **error)
{
  if (self->ends == NULL)
    return TRUE;
  self->stretches = atlas_library_divide (self->library, query, (const char *const *) self->ends, self->size, cancellable, error);
  return self->stretches != NULL;
}

/* How many stretches a part was divided into. */
static guint
count_stretches (AtlasArticleReading *self,
                 guint part,
                 guint *n_articles)
{
  guint n = 0;

  *n_articles = 0;
  for (guint i = 0; i < self->stretches->len; i++)
    if (g_array_index (self->stretches, AtlasLibraryStretch, i).part == part)
      {
        n++;
        *n_articles += g_array_index (self->stretches, AtlasLibraryStretch, i).n;
      }
  return n;
}

/* What has grown so much that it was divided is not read: no more than a stretch is
 * looked at, and nobody knows yet which. What was counted may have grown meanwhile. */
static gboolean
read_run (AtlasArticleReading *self,
          AtlasLibraryQuery query,
          AtlasArticleRun *run,
          GCancellable *cancellable,
          GError **error)
{
  AtlasLibrarySort order = atlas_library_query_get_order (&query);
  guint n = run->limit;

  if (self->stretches != NULL && count_stretches (self, run->part, &n) > 1)
    return TRUE;
  query.after = run->after;
  query.limit = self->stretches != NULL ? n + self->size : n;
  run->own = atlas_library_list (self->library, &query, cancellable, error);
  if (run->own == NULL)
    return FALSE;
  while (run->end != NULL && run->own->len > 0 &&
         atlas_library_compare_cursors (order, ((AtlasLibraryItem *) run->own->pdata[run->own->len - 1])->cursor, run->end) > 0)
    g_ptr_array_set_size (run->own, (int) run->own->len - 1);
  return TRUE;
}

static gboolean
read_own (AtlasArticleReading *self,
          const AtlasLibraryQuery *query,
          GCancellable *cancellable,
          GError **error)
{
  if (self->library == NULL)
    return TRUE;
  if (!divide (self, query, cancellable, error))
    return FALSE;
  for (guint i = 0; i < self->runs->len; i++)
    if (!read_run (self, *query, &g_array_index (self->runs, AtlasArticleRun, i), cancellable, error))
      return FALSE;
  return TRUE;
}

static void
read_in_thread (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable)
{
  AtlasArticleReading *self = data;
  gint64 start = g_get_monotonic_time ();
  AtlasLibraryQuery query;
  GError *error = NULL;
  gboolean done;

  atlas_article_filter_to_query (&self->filter, &query);
  done = read_briefings (self, &query, &error) && read_own (self, &query, cancellable, &error);
  self->duration = g_get_monotonic_time () - start;
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * atlas_article_reading_start:
 * @self: (transfer full): what to read
 *
 * Reads it on a thread.
 */
void
atlas_article_reading_start (AtlasArticleReading *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, atlas_article_reading_start);
  g_task_set_task_data (task, self, (GDestroyNotify) atlas_article_reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * atlas_article_reading_finish:
 *
 * Returns: (transfer none) (nullable): what was read; it belongs to @result
 */
AtlasArticleReading *
atlas_article_reading_finish (GAsyncResult *result,
                              GError **error)
{
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_task_get_task_data (G_TASK (result));
}
