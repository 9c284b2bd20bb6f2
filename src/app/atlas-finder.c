/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-finder.h"

#define MAX_NAMES 200
#define MAX_TEXTS 60 /* of a kind */

struct _AtlasFinder
{
  gatomicrefcount ref_count;
  AtlasSearch *names;
  AtlasWordIndex *texts; /* nullable: where it could not be built */
};

/**
 * atlas_finder_new:
 * @language: the reader's, a language tag
 *
 * Blocks while it makes an index of all names and texts, some tens of milliseconds.
 *
 * Returns: (transfer full): the finder
 */
AtlasFinder *
atlas_finder_new (const AtlasDataset *dataset,
                  const AtlasGazetteer *gazetteer,
                  const AtlasBriefings *briefings,
                  const char *language)
{
  AtlasFinder *self = g_new0 (AtlasFinder, 1);
  g_autoptr (GError) error = NULL;

  g_atomic_ref_count_init (&self->ref_count);
  self->names = atlas_search_new (dataset, gazetteer, briefings, language);
  self->texts = atlas_word_index_new (dataset, briefings, language, &error);
  if (self->texts == NULL)
    g_message ("Texts cannot be searched: %s", error->message);
  return self;
}

/**
 * atlas_finder_ref:
 *
 * Returns: (transfer full): @self; any thread may call this
 */
AtlasFinder *
atlas_finder_ref (AtlasFinder *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atlas_finder_unref:
 *
 * Any thread may call this.
 */
void
atlas_finder_unref (AtlasFinder *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->names, atlas_search_unref);
  g_clear_pointer (&self->texts, atlas_word_index_unref);
  g_free (self);
}

/**
 * atlas_findings_free:
 */
void
atlas_findings_free (AtlasFindings *self)
{
  for (guint i = 0; i < ATLAS_N_FOUND_KINDS; i++)
    g_clear_pointer (&self->results[i], g_ptr_array_unref);
  g_clear_pointer (&self->order, g_array_unref);
  g_free (self);
}

static gboolean
has (const AtlasFindings *self,
     AtlasFoundKind kind,
     const char *id)
{
  const GPtrArray *results = self->results[kind];

  for (guint i = 0; results != NULL && i < results->len; i++)
    if (g_str_equal (((AtlasResult *) g_ptr_array_index (results, i))->id, id))
      return TRUE;
  return FALSE;
}

static void
add (AtlasFindings *self,
     AtlasResult *result)
{
  GPtrArray **results = &self->results[result->kind];

  if (*results == NULL)
    *results = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_result_free);
  if (result->is_name && (*results)->len == 0)
    g_array_append_val (self->order, result->kind);
  g_ptr_array_add (*results, result);
  self->n++;
}

static void
add_names (AtlasFindings *self,
           const AtlasSearch *names,
           const char *words)
{
  g_autoptr (GPtrArray) items = atlas_search_query (names, words, MAX_NAMES);

  for (guint i = 0; i < items->len; i++)
    add (self, atlas_result_new_for_name (g_ptr_array_index (items, i)));
}

static void
add_texts (AtlasFindings *self,
           AtlasWordIndex *texts,
           const char *words)
{
  g_autoptr (GPtrArray) items = texts != NULL ? atlas_word_index_search (texts, words, MAX_TEXTS, NULL) : NULL;

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const AtlasFound *found = g_ptr_array_index (items, i);

      if (!has (self, found->kind, found->key))
        add (self, atlas_result_new_for_text (found));
    }
}

/**
 * atlas_finder_find:
 * @words: what the reader typed; those in quotation marks stand beside each other
 *
 * Blocks for some milliseconds.
 *
 * Returns: (transfer full): what was found
 */
AtlasFindings *
atlas_finder_find (AtlasFinder *self,
                   const char *words)
{
  AtlasFindings *findings = g_new0 (AtlasFindings, 1);

  findings->order = g_array_new (FALSE, FALSE, sizeof (AtlasFoundKind));
  add_names (findings, self->names, words);
  add_texts (findings, self->texts, words);
  return findings;
}
