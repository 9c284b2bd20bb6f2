/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-written-answer.h"

#include <string.h>

/* What the thread works with; it holds all of it, since the content may get others. */
typedef struct
{
  AtlasDataset *dataset;
  AtlasBriefings *briefings;
  AtlasLibrary *library; /* nullable */
  char *language;
  const AtlasCountry *country; /* or */
  const AtlasOrganisation *organisation;
  AtlasDay on;
  gboolean later;
  guint limit;
} Question;

static void
question_free (Question *self)
{
  g_clear_pointer (&self->dataset, atlas_dataset_unref);
  g_clear_pointer (&self->briefings, atlas_briefings_unref);
  g_clear_object (&self->library);
  g_free (self->language);
  g_free (self);
}

/**
 * atlas_written_answer_free:
 */
void
atlas_written_answer_free (AtlasWrittenAnswer *self)
{
  g_clear_pointer (&self->written, g_ptr_array_unref);
  g_free (self->problem);
  g_free (self);
}

static AtlasWrittenAnswer *
find (const Question *question,
      AtlasLibrary *library,
      GCancellable *cancellable,
      GError **error)
{
  const AtlasWrittenQuery query = {
    .briefings = question->briefings,
    .library = library,
    .dataset = question->dataset,
    .language = question->language,
    .on = question->on,
    .later = question->later,
    .limit = question->limit,
  };
  g_autoptr (AtlasWrittenAnswer) answer = g_new0 (AtlasWrittenAnswer, 1);
  gboolean counted;

  answer->later = question->later;
  if (question->country != NULL)
    answer->written = atlas_written_for_country (&query, question->country, cancellable, error);
  else
    answer->written = atlas_written_for_organisation (&query, question->organisation, cancellable, error);
  if (answer->written == NULL)
    return NULL;
  if (question->country != NULL)
    counted = atlas_written_count_for_country (&query, question->country, &answer->count, cancellable, error);
  else
    counted = atlas_written_count_for_organisation (&query, question->organisation, &answer->count, cancellable, error);
  return counted ? g_steal_pointer (&answer) : NULL;
}

/* Where the library fails, there are still the briefings. */
static void
find_in_thread (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable)
{
  const Question *question = data;
  g_autoptr (GError) error = NULL;
  AtlasWrittenAnswer *answer = find (question, question->library, cancellable, &error);

  if (g_task_return_error_if_cancelled (task))
    {
      g_clear_pointer (&answer, atlas_written_answer_free);
      return;
    }
  if (answer == NULL)
    {
      answer = find (question, NULL, NULL, NULL);
      answer->problem = g_strdup (error->message);
    }
  g_task_return_pointer (task, answer, (GDestroyNotify) atlas_written_answer_free);
}

static Question *
question_new (AtlasContent *content,
              const char *path)
{
  Question *self = g_new0 (Question, 1);
  AtlasLibrary *library = atlas_content_get_library (content);

  self->dataset = atlas_dataset_ref (atlas_content_get_dataset (content));
  self->briefings = atlas_briefings_ref ((AtlasBriefings *) atlas_content_get_briefings (content));
  self->library = library != NULL ? g_object_ref (library) : NULL;
  self->language = g_strdup (atlas_content_get_language (content));
  if (g_str_has_prefix (path, "country/"))
    self->country = atlas_dataset_find_country (self->dataset, path + strlen ("country/"));
  else
    self->organisation = atlas_dataset_find_organisation (self->dataset, path + strlen ("organisation/"));
  return self;
}

/**
 * atlas_written_answer_find_async:
 * @content: with its texts
 * @path: of a country or an organisation of the content, as in #AtlasState:selection
 * @on: the day that the reader looks at
 * @later: whether also what was written after @on
 * @limit: how many at most
 *
 * Looks on a thread for what was written: in the briefings, and in the reader's own
 * articles as soon as they are there.
 */
void
atlas_written_answer_find_async (AtlasContent *content,
                                 const char *path,
                                 AtlasDay on,
                                 gboolean later,
                                 guint limit,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Question *question;

  g_return_if_fail (ATLAS_IS_CONTENT (content));
  g_return_if_fail (atlas_content_has_texts (content));

  question = question_new (content, path);
  question->on = on;
  question->later = later;
  question->limit = limit;
  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, atlas_written_answer_find_async);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * atlas_written_answer_find_finish:
 * @error: only where it was cancelled
 *
 * Returns: (transfer full) (nullable): the answer
 */
AtlasWrittenAnswer *
atlas_written_answer_find_finish (GAsyncResult *result,
                                  GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
