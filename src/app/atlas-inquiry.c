/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-inquiry.h"

/* So long what is found in the atlas waits for the reader's own articles, in
 * milliseconds, so that both come at once and nothing jumps. */
#define GRACE_TIME 120

struct _AtlasInquiry
{
  GObject parent_instance;

  AtlasFinder *finder;
  AtlasLibrary *library; /* nullable */
  char *words;
  GCancellable *cancellable;
  AtlasFindings *findings; /* nullable: until they come */
  GPtrArray *own;          /* nullable: until they come; AtlasResult */
  guint n_own;             /* so many are wanted */
  char *problem;           /* nullable */
  guint grace_source;
  gboolean is_answered;
};

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasInquiry, atlas_inquiry, G_TYPE_OBJECT)

static void
atlas_inquiry_dispose (GObject *object)
{
  AtlasInquiry *self = ATLAS_INQUIRY (object);

  atlas_inquiry_cancel (self);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (atlas_inquiry_parent_class)->dispose (object);
}

static void
atlas_inquiry_finalize (GObject *object)
{
  AtlasInquiry *self = ATLAS_INQUIRY (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->finder, atlas_finder_unref);
  g_clear_pointer (&self->findings, atlas_findings_free);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_free (self->words);
  g_free (self->problem);
  G_OBJECT_CLASS (atlas_inquiry_parent_class)->finalize (object);
}

static void
atlas_inquiry_class_init (AtlasInquiryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = atlas_inquiry_dispose;
  object_class->finalize = atlas_inquiry_finalize;

  /**
   * AtlasInquiry::answered:
   *
   * There is something to show; again when the reader's own articles come later, and
   * when more of them do.
   */
  signals[ANSWERED] = g_signal_new ("answered", ATLAS_TYPE_INQUIRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_inquiry_init (AtlasInquiry *self)
{
  self->cancellable = g_cancellable_new ();
}

/* --- Answers ------------------------------------------------------------------- */

static void
tell (AtlasInquiry *self)
{
  g_clear_handle_id (&self->grace_source, g_source_remove);
  self->is_answered = TRUE;
  g_signal_emit (self, signals[ANSWERED], 0);
}

static gboolean
end_grace (gpointer data)
{
  AtlasInquiry *self = data;

  self->grace_source = 0;
  tell (self);
  return G_SOURCE_REMOVE;
}

static void
take_answer (AtlasInquiry *self)
{
  if (atlas_inquiry_is_complete (self))
    tell (self);
  else if (self->findings != NULL)
    self->grace_source = g_timeout_add (GRACE_TIME, end_grace, self);
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- The atlas ------------------------------------------------------------------ */

typedef struct
{
  AtlasFinder *finder;
  char *words;
} Question;

static void
question_free (Question *self)
{
  atlas_finder_unref (self->finder);
  g_free (self->words);
  g_free (self);
}

static void
find_in_thread (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable)
{
  const Question *question = data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, atlas_finder_find (question->finder, question->words), (GDestroyNotify) atlas_findings_free);
}

/* Without a reference: where the inquiry has gone, it was cancelled. */
static void
found_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  AtlasInquiry *self = data;
  AtlasFindings *findings = g_task_propagate_pointer (G_TASK (result), NULL);

  if (findings == NULL)
    return;
  self->findings = findings;
  take_answer (self);
}

static void
ask_finder (AtlasInquiry *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, found_cb, self);
  Question *question = g_new0 (Question, 1);

  question->finder = atlas_finder_ref (self->finder);
  question->words = g_strdup (self->words);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, find_in_thread);
}

/* --- The reader's own articles ---------------------------------------------------- */

typedef struct
{
  char *words;
  guint limit;
} OwnQuestion;

static void
own_question_free (OwnQuestion *self)
{
  g_free (self->words);
  g_free (self);
}

static gpointer
search_own (AtlasLibrary *library,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  const OwnQuestion *question = data;
  g_autoptr (GPtrArray) items = atlas_library_search (library, question->words, question->limit, cancellable, error);
  GPtrArray *results;

  if (items == NULL)
    return NULL;
  results = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_result_free);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (results, atlas_result_new_for_own (g_ptr_array_index (items, i)));
  return results;
}

static void
own_found_cb (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  AtlasInquiry *self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *own = atlas_library_finish (ATLAS_LIBRARY (source), result, &error);

  if (is_cancelled (error))
    return;
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_set_str (&self->problem, error != NULL ? error->message : NULL);
  self->own = own != NULL ? own : g_ptr_array_new ();
  take_answer (self);
}

/* One more than is wanted tells that there are more. */
static void
ask_library (AtlasInquiry *self)
{
  OwnQuestion *question = g_new0 (OwnQuestion, 1);

  question->words = g_strdup (self->words);
  question->limit = self->n_own + 1;
  atlas_library_read_async (self->library, search_own, question, (GDestroyNotify) own_question_free, (GDestroyNotify) g_ptr_array_unref,
                            self->cancellable, own_found_cb, self);
}

/**
 * atlas_inquiry_new:
 * @library: (nullable): the reader's own articles
 * @words: as for atlas_library_search()
 * @n_own: how many of the reader's own articles are wanted
 *
 * Begins to look.
 *
 * Returns: (transfer full): the inquiry
 */
AtlasInquiry *
atlas_inquiry_new (AtlasFinder *finder,
                   AtlasLibrary *library,
                   const char *words,
                   guint n_own)
{
  AtlasInquiry *self = g_object_new (ATLAS_TYPE_INQUIRY, NULL);

  self->finder = atlas_finder_ref (finder);
  self->library = library != NULL ? g_object_ref (library) : NULL;
  self->words = g_strdup (words);
  self->n_own = n_own;
  ask_finder (self);
  if (library != NULL)
    ask_library (self);
  else
    self->own = g_ptr_array_new ();
  return self;
}

/**
 * atlas_inquiry_cancel:
 *
 * Ends the search; no answer comes any more.
 */
void
atlas_inquiry_cancel (AtlasInquiry *self)
{
  g_return_if_fail (ATLAS_IS_INQUIRY (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->grace_source, g_source_remove);
}

/**
 * atlas_inquiry_ask_more_own:
 * @n: how many of the reader's own articles are wanted now
 */
void
atlas_inquiry_ask_more_own (AtlasInquiry *self,
                            guint n)
{
  g_return_if_fail (ATLAS_IS_INQUIRY (self));

  if (self->library == NULL || n <= self->n_own)
    return;
  self->n_own = n;
  ask_library (self);
}

/**
 * atlas_inquiry_is_answered:
 *
 * Returns: whether there is something to show
 */
gboolean
atlas_inquiry_is_answered (AtlasInquiry *self)
{
  g_return_val_if_fail (ATLAS_IS_INQUIRY (self), FALSE);

  return self->is_answered;
}

/**
 * atlas_inquiry_is_complete:
 *
 * Returns: whether all was looked through
 */
gboolean
atlas_inquiry_is_complete (AtlasInquiry *self)
{
  g_return_val_if_fail (ATLAS_IS_INQUIRY (self), FALSE);

  return self->findings != NULL && self->own != NULL;
}

/**
 * atlas_inquiry_get_findings:
 *
 * Returns: (transfer none): what was found in the atlas; there once it is answered
 */
const AtlasFindings *
atlas_inquiry_get_findings (AtlasInquiry *self)
{
  g_return_val_if_fail (ATLAS_IS_INQUIRY (self), NULL);

  return self->findings;
}

/**
 * atlas_inquiry_get_own:
 * @more: (out) (optional): whether there are more than were wanted
 *
 * Returns: (transfer none) (nullable) (element-type AtlasResult): the reader's own
 *   articles, perhaps one more than was wanted; %NULL until they come
 */
GPtrArray *
atlas_inquiry_get_own (AtlasInquiry *self,
                       gboolean *more)
{
  g_return_val_if_fail (ATLAS_IS_INQUIRY (self), NULL);

  if (more != NULL)
    *more = self->own != NULL && self->own->len > self->n_own;
  return self->own;
}

/**
 * atlas_inquiry_get_problem:
 *
 * Returns: (transfer none) (nullable): why the reader's own articles could not be
 *   searched, translated
 */
const char *
atlas_inquiry_get_problem (AtlasInquiry *self)
{
  g_return_val_if_fail (ATLAS_IS_INQUIRY (self), NULL);

  return self->problem;
}
