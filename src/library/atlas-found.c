/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-found.h"

static const char *const ids[ATLAS_N_FOUND_KINDS] = { "own", "briefing", "event", "country", "organisation" };

/**
 * atlas_found_kind_to_id:
 *
 * Returns: (transfer none): what JSON calls it
 */
const char *
atlas_found_kind_to_id (AtlasFoundKind kind)
{
  g_return_val_if_fail (kind < ATLAS_N_FOUND_KINDS, NULL);

  return ids[kind];
}

/**
 * atlas_found_free:
 */
void
atlas_found_free (AtlasFound *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self->date);
  g_free (self->language);
  g_free (self->snippet);
  g_clear_pointer (&self->marks, g_array_unref);
  g_free (self);
}

/**
 * atlas_found_in_library:
 *
 * As atlas_library_search(), which it blocks like.
 *
 * Returns: (transfer full) (nullable) (element-type AtlasFound): the reader's own articles
 */
GPtrArray *
atlas_found_in_library (AtlasLibrary *library,
                        const char *words,
                        guint limit,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GPtrArray) items = atlas_library_search (library, words, limit, cancellable, error);
  GPtrArray *all;

  if (items == NULL)
    return NULL;
  all = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_found_free);
  for (guint i = 0; i < items->len; i++)
    {
      AtlasLibraryItem *item = g_ptr_array_index (items, i);
      AtlasFound *found = g_new0 (AtlasFound, 1);

      found->kind = ATLAS_FOUND_OWN;
      found->key = g_steal_pointer (&item->key);
      found->title = g_steal_pointer (&item->title);
      found->date = g_steal_pointer (&item->date);
      found->day = item->day;
      found->language = g_steal_pointer (&item->language);
      found->snippet = g_steal_pointer (&item->snippet);
      found->marks = g_steal_pointer (&item->marks);
      found->in_title = item->in_title;
      g_ptr_array_add (all, found);
    }
  return all;
}
