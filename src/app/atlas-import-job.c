/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-import-job.h"

#include <string.h>

#include <glib/gi18n.h>

#include "atlas-library-imported.h"

/* Articles that are read or kept at the same time. */
#define AT_ONCE 4

/* Text that is held back until the reader has decided, in bytes. */
#define MAX_HELD (32 * 1024 * 1024)

struct _AtlasImportJob
{
  GObject parent_instance;

  AtlasLibrary *library;
  GPtrArray *items; /* AtlasImportItem */
  GCancellable *cancellable;
  guint next;
  guint n_running;
  guint n_done;
  const char *current;
  gsize held;

  AtlasImportChanges *changes;
  GPtrArray *known;    /* char *: keys */
  GPtrArray *offers;   /* AtlasImportOffer */
  GPtrArray *failures; /* AtlasImportFailure */
  char *warning;
  char *problem;
  gboolean cancelled;
};

enum
{
  PROP_0,
  PROP_N_DONE,
  PROP_N_ITEMS,
  PROP_CURRENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AtlasImportJob, atlas_import_job, G_TYPE_OBJECT)

static void
failure_free (gpointer data)
{
  AtlasImportFailure *self = data;

  g_free (self->name);
  g_free (self->message);
  g_free (self);
}

static void
atlas_import_job_finalize (GObject *object)
{
  AtlasImportJob *self = ATLAS_IMPORT_JOB (object);

  g_clear_object (&self->library);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->changes, atlas_import_changes_unref);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_clear_pointer (&self->failures, g_ptr_array_unref);
  g_free (self->warning);
  g_free (self->problem);

  G_OBJECT_CLASS (atlas_import_job_parent_class)->finalize (object);
}

static void
atlas_import_job_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  AtlasImportJob *self = ATLAS_IMPORT_JOB (object);

  switch (prop_id)
    {
    case PROP_N_DONE:
      g_value_set_uint (value, self->n_done);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->items->len);
      break;
    case PROP_CURRENT:
      g_value_set_string (value, self->current);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_import_job_class_init (AtlasImportJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = atlas_import_job_finalize;
  object_class->get_property = atlas_import_job_get_property;

  /**
   * AtlasImportJob:n-done:
   *
   * How many articles are done with, whatever became of them.
   */
  properties[PROP_N_DONE] = g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  /**
   * AtlasImportJob:n-items:
   *
   * How many there are; of a folder this is known once it is opened.
   */
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  /**
   * AtlasImportJob:current:
   *
   * What is being read; %NULL before the first.
   */
  properties[PROP_CURRENT] = g_param_spec_string ("current", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_import_job_init (AtlasImportJob *self)
{
  self->cancellable = g_cancellable_new ();
  self->changes = atlas_import_changes_new ();
  self->known = g_ptr_array_new_with_free_func (g_free);
  self->offers = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_import_offer_free);
  self->failures = g_ptr_array_new_with_free_func (failure_free);
}

/**
 * atlas_import_job_new:
 * @items: (element-type AtlasImportItem): not to be changed any more
 *
 * Returns: (transfer full): a job that is still to be run
 */
AtlasImportJob *
atlas_import_job_new (AtlasLibrary *library,
                      GPtrArray *items)
{
  AtlasImportJob *self = g_object_new (ATLAS_TYPE_IMPORT_JOB, NULL);

  self->library = g_object_ref (library);
  self->items = g_ptr_array_ref (items);
  return self;
}

/* --- One article, on the thread that writes ------------------------------------ */

/* @cancellable is asked by the work itself: were it the task's, what was kept before
 * it was cancelled would count as not kept. */
typedef struct
{
  const AtlasImportItem *item;
  AtlasImported *imported;
  GCancellable *cancellable;
} Keeping;

typedef struct
{
  AtlasLibraryMatch match;
  char *key;
  AtlasImportOffer *offer;
  char *warning;
} Kept;

static void
keeping_free (gpointer data)
{
  Keeping *self = data;

  atlas_imported_unref (self->imported);
  g_object_unref (self->cancellable);
  g_free (self);
}

static void
kept_free (gpointer data)
{
  Kept *self = data;

  g_clear_pointer (&self->offer, atlas_import_offer_free);
  g_free (self->key);
  g_free (self->warning);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Kept, kept_free)

static gboolean
add (Kept *self,
     AtlasLibrary *library,
     const Keeping *keeping,
     AtlasLibraryEntry *entry,
     GError **error)
{
  if (entry->title == NULL)
    entry->title = atlas_import_item_dup_title (keeping->item);
  if (entry->title == NULL)
    entry->title = atlas_library_entry_make_title (entry);
  return atlas_library_add (library, entry, &self->key, keeping->cancellable, error);
}

static gboolean
hold_back (Kept *self,
           AtlasLibrary *library,
           AtlasLibraryEntry *entry,
           double likeness,
           GError **error)
{
  g_autoptr (AtlasLibraryArticle) old = atlas_library_get (library, self->key, NULL, error);

  if (old == NULL)
    {
      atlas_library_entry_free (entry);
      return FALSE;
    }
  self->offer = atlas_import_offer_new (entry, old->entry, self->match, likeness);
  return TRUE;
}

static gpointer
keep (AtlasLibrary *library,
      gpointer data,
      GCancellable *unused,
      GError **error)
{
  const Keeping *self = data;
  g_autoptr (AtlasLibraryEntry) entry = atlas_library_entry_from_imported (self->imported, NULL);
  const char *const *warnings = atlas_imported_get_warnings (self->imported);
  g_autoptr (Kept) kept = g_new0 (Kept, 1);
  g_autoptr (GError) problem = NULL;
  double likeness;
  gboolean done = TRUE;

  kept->warning = g_strdup (warnings[0]);
  kept->match = atlas_library_find_same (library, entry, &kept->key, &likeness, self->cancellable, &problem);
  if (problem == NULL && kept->match == ATLAS_LIBRARY_MATCH_NONE)
    done = add (kept, library, self, entry, &problem);
  else if (problem == NULL && kept->match != ATLAS_LIBRARY_MATCH_SAME_TEXT)
    done = hold_back (kept, library, g_steal_pointer (&entry), likeness, &problem);
  if (problem == NULL && done)
    return g_steal_pointer (&kept);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/* --- What becomes of each ------------------------------------------------------- */

static void
add_failure (AtlasImportJob *self,
             const AtlasImportItem *item,
             const char *message)
{
  AtlasImportFailure *failure = g_new (AtlasImportFailure, 1);

  failure->name = g_strdup (atlas_import_item_get_name (item));
  failure->message = g_strdup (message);
  g_ptr_array_add (self->failures, failure);
}

static gsize
measure (const AtlasLibraryEntry *entry)
{
  gsize length = 0;

  for (guint i = 0; i < entry->blocks->len; i++)
    length += strlen (g_array_index (entry->blocks, AtlasLibraryBlock, i).text);
  return length;
}

static void
take_offer (AtlasImportJob *self,
            const AtlasImportItem *item,
            AtlasImportOffer *offer)
{
  g_autofree char *message = NULL;

  self->held += measure (offer->entry);
  if (self->held <= MAX_HELD)
    {
      g_ptr_array_add (self->offers, offer);
      return;
    }
  /* Translators: the name of a file, and the title of an article in the library */
  message = g_strdup_printf (_ ("“%1$s” seems to be another version of “%2$s”, but there are too many such articles to decide on at once; bring it again afterwards."),
                             atlas_import_item_get_name (item), offer->old_title);
  add_failure (self, item, message);
  atlas_import_offer_free (offer);
}

static void
take_kept (AtlasImportJob *self,
           const AtlasImportItem *item,
           Kept *kept)
{
  if (self->warning == NULL)
    self->warning = g_steal_pointer (&kept->warning);
  if (kept->offer != NULL)
    take_offer (self, item, g_steal_pointer (&kept->offer));
  else if (kept->match == ATLAS_LIBRARY_MATCH_SAME_TEXT)
    g_ptr_array_add (self->known, g_steal_pointer (&kept->key));
  else
    g_ptr_array_add (self->changes->added, g_steal_pointer (&kept->key));
}

/* Where the library takes no article, it takes no other. */
static gboolean
is_of_library (const GError *error)
{
  return error->domain == ATLAS_LIBRARY_ERROR && error->code != ATLAS_LIBRARY_ERROR_INVALID;
}

/* Returns %FALSE where the article was not done with. */
static gboolean
take_error (AtlasImportJob *self,
            const AtlasImportItem *item,
            const GError *error)
{
  g_autofree char *message = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  if (is_of_library (error))
    {
      if (self->problem == NULL)
        self->problem = g_strdup (error->message);
      g_cancellable_cancel (self->cancellable);
      return FALSE;
    }
  if (error->domain != ATLAS_IMPORT_ERROR)
    /* Translators: the name of a file, and what is wrong with it */
    message = g_strdup_printf (_ ("“%1$s” cannot be kept: %2$s"), atlas_import_item_get_name (item), error->message);
  add_failure (self, item, message != NULL ? message : error->message);
  return TRUE;
}

/* --- All of them ------------------------------------------------------------------ */

static void start_more (GTask *task);

static void
end_one (GTask *task,
         gboolean done)
{
  AtlasImportJob *self = g_task_get_source_object (task);

  self->n_running--;
  self->n_done += done;
  if (done)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DONE]);
  start_more (task);
}

/* An article on its way; @task is the whole job's. */
typedef struct
{
  GTask *task;
  AtlasImportItem *item;
} Way;

static Way *
way_new (GTask *task,
         AtlasImportItem *item)
{
  Way *self = g_new (Way, 1);

  self->task = g_object_ref (task);
  self->item = atlas_import_item_ref (item);
  return self;
}

static void
way_free (Way *self)
{
  g_object_unref (self->task);
  atlas_import_item_unref (self->item);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Way, way_free)

static void
on_kept (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (Way) way = user_data;
  AtlasImportJob *self = g_task_get_source_object (way->task);
  g_autoptr (GError) error = NULL;
  g_autoptr (Kept) kept = atlas_library_finish (self->library, result, &error);

  if (kept != NULL)
    take_kept (self, way->item, kept);
  end_one (way->task, kept != NULL || take_error (self, way->item, error));
}

static void
read_in_thread (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  AtlasImported *imported = atlas_import_item_read (data, cancellable, &error);

  if (imported != NULL)
    g_task_return_pointer (task, imported, (GDestroyNotify) atlas_imported_unref);
  else
    g_task_return_error (task, error);
}

static void
on_read (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (Way) way = user_data;
  AtlasImportJob *self = g_task_get_source_object (way->task);
  g_autoptr (GError) error = NULL;
  AtlasImported *imported = g_task_propagate_pointer (G_TASK (result), &error);
  Keeping *keeping;

  if (imported == NULL)
    {
      end_one (way->task, take_error (self, way->item, error));
      return;
    }
  keeping = g_new (Keeping, 1);
  keeping->item = way->item; /* which lives until on_kept () */
  keeping->imported = imported;
  keeping->cancellable = g_object_ref (self->cancellable);
  atlas_library_write_async (self->library, keep, keeping, keeping_free, kept_free, NULL, on_kept, g_steal_pointer (&way));
}

static void
start_one (GTask *job,
           AtlasImportItem *item)
{
  AtlasImportJob *self = g_task_get_source_object (job);
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, on_read, way_new (job, item));

  self->n_running++;
  self->current = atlas_import_item_get_name (item);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
  g_task_set_source_tag (task, start_one);
  g_task_set_task_data (task, atlas_import_item_ref (item), (GDestroyNotify) atlas_import_item_unref);
  g_task_run_in_thread (task, read_in_thread);
}

static int
compare_failures (gconstpointer a,
                  gconstpointer b)
{
  return g_utf8_collate (((const AtlasImportFailure *) a)->name, ((const AtlasImportFailure *) b)->name);
}

static int
compare_offers (gconstpointer a,
                gconstpointer b)
{
  return g_utf8_collate (((const AtlasImportOffer *) a)->entry->title, ((const AtlasImportOffer *) b)->entry->title);
}

/* They are done in any order. */
static void
sort (AtlasImportJob *self)
{
  g_ptr_array_sort_values (self->failures, compare_failures);
  g_ptr_array_sort_values (self->offers, compare_offers);
}

static void
start_more (GTask *task)
{
  AtlasImportJob *self = g_task_get_source_object (task);

  while (self->n_running < AT_ONCE && self->next < self->items->len && !g_cancellable_is_cancelled (self->cancellable))
    start_one (task, g_ptr_array_index (self->items, self->next++));
  if (self->n_running > 0)
    return;
  sort (self);
  g_task_return_boolean (task, TRUE);
}

static void
open_in_thread (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, atlas_import_items_open_folders (data, cancellable), (GDestroyNotify) g_ptr_array_unref);
}

static void
on_opened (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AtlasImportJob *self = g_task_get_source_object (task);
  GPtrArray *items = g_task_propagate_pointer (G_TASK (result), NULL);

  if (items != NULL)
    {
      g_ptr_array_unref (self->items);
      self->items = items;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
    }
  start_more (task);
}

/**
 * atlas_import_job_run_async:
 *
 * Runs the job, once.
 */
void
atlas_import_job_run_async (AtlasImportJob *self,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GTask) opening = g_task_new (NULL, self->cancellable, on_opened, task);

  g_task_set_source_tag (task, atlas_import_job_run_async);
  g_task_set_task_data (opening, g_ptr_array_ref (self->items), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (opening, open_in_thread);
}

/**
 * atlas_import_job_run_finish:
 *
 * Ends what atlas_import_job_run_async() began; the getters say what became of it.
 */
void
atlas_import_job_run_finish (AtlasImportJob *self,
                             GAsyncResult *result)
{
  g_return_if_fail (g_task_is_valid (result, self));

  g_task_propagate_boolean (G_TASK (result), NULL);
}

/**
 * atlas_import_job_cancel:
 *
 * Ends it as soon as can be. What is in the library stays there.
 */
void
atlas_import_job_cancel (AtlasImportJob *self)
{
  g_return_if_fail (ATLAS_IS_IMPORT_JOB (self));

  self->cancelled = TRUE;
  g_cancellable_cancel (self->cancellable);
}

/* --- What can be asked -------------------------------------------------------------- */

/**
 * atlas_import_job_get_n_items:
 *
 * Returns: see AtlasImportJob:n-items
 */
guint
atlas_import_job_get_n_items (AtlasImportJob *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORT_JOB (self), 0);

  return self->items->len;
}

/**
 * atlas_import_job_get_n_done:
 *
 * Returns: see AtlasImportJob:n-done
 */
guint
atlas_import_job_get_n_done (AtlasImportJob *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORT_JOB (self), 0);

  return self->n_done;
}

/**
 * atlas_import_job_get_current:
 *
 * Returns: (nullable): see AtlasImportJob:current
 */
const char *
atlas_import_job_get_current (AtlasImportJob *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORT_JOB (self), NULL);

  return self->current;
}

/**
 * atlas_import_job_get_changes:
 *
 * Returns: (transfer none): what it did to the library
 */
AtlasImportChanges *
atlas_import_job_get_changes (AtlasImportJob *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORT_JOB (self), NULL);

  return self->changes;
}

/**
 * atlas_import_job_get_known:
 *
 * Returns: (transfer none) (element-type utf8): keys of articles that the library
 *   had, with the same text
 */
const GPtrArray *
atlas_import_job_get_known (AtlasImportJob *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORT_JOB (self), NULL);

  return self->known;
}

/**
 * atlas_import_job_get_offers:
 *
 * Returns: (transfer none) (element-type AtlasImportOffer): what the reader has to
 *   decide on
 */
GPtrArray *
atlas_import_job_get_offers (AtlasImportJob *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORT_JOB (self), NULL);

  return self->offers;
}

/**
 * atlas_import_job_get_failures:
 *
 * Returns: (transfer none) (element-type AtlasImportFailure): what could not be brought
 */
const GPtrArray *
atlas_import_job_get_failures (AtlasImportJob *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORT_JOB (self), NULL);

  return self->failures;
}

/**
 * atlas_import_job_get_warning:
 *
 * Returns: (transfer none) (nullable): a sentence on what was left out or guessed,
 *   the first there was
 */
const char *
atlas_import_job_get_warning (AtlasImportJob *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORT_JOB (self), NULL);

  return self->warning;
}

/**
 * atlas_import_job_is_cancelled:
 *
 * Returns: whether atlas_import_job_cancel() was called
 */
gboolean
atlas_import_job_is_cancelled (AtlasImportJob *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORT_JOB (self), FALSE);

  return self->cancelled;
}

/**
 * atlas_import_job_get_problem:
 *
 * Returns: (transfer none) (nullable): why the library took no more, such as a disk
 *   that is full; what is not done with then was not brought
 */
const char *
atlas_import_job_get_problem (AtlasImportJob *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORT_JOB (self), NULL);

  return self->problem;
}
