/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-article-choice.h"

#define PAGE 200

/**
 * atlas_article_choice_init:
 * @self: (out caller-allocates): with no article
 */
void
atlas_article_choice_init (AtlasArticleChoice *self)
{
  *self = (AtlasArticleChoice) { .keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
}

/**
 * atlas_article_choice_init_key:
 * @self: (out caller-allocates): with one article
 */
void
atlas_article_choice_init_key (AtlasArticleChoice *self,
                               const char *key)
{
  atlas_article_choice_init (self);
  atlas_article_choice_set (self, key, TRUE);
}

/**
 * atlas_article_choice_copy:
 * @copy: (out caller-allocates): the same articles
 */
void
atlas_article_choice_copy (const AtlasArticleChoice *self,
                           AtlasArticleChoice *copy)
{
  GHashTableIter iter;
  gpointer key;

  atlas_article_choice_init (copy);
  copy->all = self->all;
  atlas_article_filter_copy (&self->filter, &copy->filter);
  g_hash_table_iter_init (&iter, self->keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_autofree char *own = g_strdup (key);

      g_hash_table_add (copy->keys, g_steal_pointer (&own));
    }
}

/**
 * atlas_article_choice_clear:
 *
 * Frees what @self holds.
 */
void
atlas_article_choice_clear (AtlasArticleChoice *self)
{
  atlas_article_filter_clear (&self->filter);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  self->all = FALSE;
}

/**
 * atlas_article_choice_has:
 *
 * Returns: whether the article is chosen, as far as its key says
 */
gboolean
atlas_article_choice_has (const AtlasArticleChoice *self,
                          const char *key)
{
  return self->all != g_hash_table_contains (self->keys, key);
}

/**
 * atlas_article_choice_set:
 */
void
atlas_article_choice_set (AtlasArticleChoice *self,
                          const char *key,
                          gboolean chosen)
{
  g_autofree char *own = g_strdup (key);

  if (self->all == chosen)
    g_hash_table_remove (self->keys, key);
  else
    g_hash_table_add (self->keys, g_steal_pointer (&own));
}

/**
 * atlas_article_choice_count:
 * @n_all: how many articles of the reader's own the filter lets through
 *
 * Returns: how many are chosen
 */
guint
atlas_article_choice_count (const AtlasArticleChoice *self,
                            guint n_all)
{
  const guint n = g_hash_table_size (self->keys);

  if (!self->all)
    return n;
  return n_all > n ? n_all - n : 0;
}

static gboolean
visit_all (const AtlasArticleChoice *self,
           AtlasLibrary *library,
           AtlasArticleChoiceFunc func,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *after = NULL;
  AtlasLibraryQuery query;
  guint n = PAGE;

  atlas_article_filter_to_query (&self->filter, &query);
  query.limit = PAGE;
  while (n == PAGE)
    {
      g_autoptr (GPtrArray) page = NULL;

      query.after = after;
      page = atlas_library_list (library, &query, cancellable, error);
      if (page == NULL)
        return FALSE;
      n = page->len;
      for (guint i = 0; i < n; i++)
        {
          const char *key = ((AtlasLibraryItem *) page->pdata[i])->key;

          if (!g_hash_table_contains (self->keys, key) && !func (library, key, data, cancellable, error))
            return FALSE;
        }
      g_free (after);
      after = n > 0 ? g_strdup (((AtlasLibraryItem *) page->pdata[n - 1])->cursor) : NULL;
    }
  return TRUE;
}

/**
 * atlas_article_choice_foreach:
 * @func: may change the article
 *
 * Calls @func for each article; it blocks, and is for threads.
 *
 * Returns: whether all were visited
 */
gboolean
atlas_article_choice_foreach (const AtlasArticleChoice *self,
                              AtlasLibrary *library,
                              AtlasArticleChoiceFunc func,
                              gpointer data,
                              GCancellable *cancellable,
                              GError **error)
{
  GHashTableIter iter;
  gpointer key;

  if (self->all)
    return visit_all (self, library, func, data, cancellable, error);
  g_hash_table_iter_init (&iter, self->keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!func (library, key, data, cancellable, error))
      return FALSE;
  return TRUE;
}
