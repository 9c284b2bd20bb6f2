/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-briefing-list.h"
#include "atlas-library-cursor.h"
#include "atlas-library-private.h"
#include "atlas-library-schema.h"

#include <string.h>

static gint64
to_microseconds (AtlasDay day)
{
  return ((gint64) day - atlas_day_new (1970, 1, 1)) * G_TIME_SPAN_DAY;
}

/**
 * atlas_library_item_new_for_briefing:
 *
 * Returns: (transfer full): a bundled article as it stands in a list
 */
AtlasLibraryItem *
atlas_library_item_new_for_briefing (const AtlasArticle *article)
{
  AtlasLibraryItem *item = g_new0 (AtlasLibraryItem, 1);

  item->key = g_strdup (atlas_article_get_key (article));
  item->title = g_strdup (atlas_article_get_title (article));
  item->summary = g_strdup (atlas_article_get_summary (article));
  item->publisher = g_strdup ("");
  item->author = g_strdup ("");
  item->address = g_strdup ("");
  item->language = g_strdup (atlas_article_get_language (article));
  item->is_briefing = TRUE;
  item->date = atlas_date_to_edtf (atlas_article_get_date (article));
  item->day = atlas_article_get_date (article)->earliest;
  item->imported_at = item->updated_at = to_microseconds (item->day);
  return item;
}

static gboolean
matches (const AtlasArticle *article,
         const AtlasLibraryQuery *query)
{
  AtlasDay day = atlas_article_get_date (article)->earliest;

  if (query->language != NULL && !g_str_equal (query->language, atlas_article_get_language (article)))
    return FALSE;
  if (query->country != NULL && atlas_article_find_subject (article, query->country, FALSE) == NULL)
    return FALSE;
  if (query->organisation != NULL && atlas_article_find_subject (article, query->organisation, TRUE) == NULL)
    return FALSE;
  return (query->from <= 0 || day >= query->from) && (query->until <= 0 || day <= query->until);
}

/* Beside the own articles of its day; what came with the program counts as come on the
 * day when it was written. */
static char *
make_cursor (const AtlasLibraryItem *item,
             AtlasLibrarySort sort)
{
  g_autofree char *title = atlas_library_fold_title (item->title);
  gint64 day = MAX (0, item->day);

  return atlas_library_cursor_format (sort, &(AtlasLibraryCursor) { day << ATLAS_DOC_SHIFT, 0, item->imported_at, title });
}

static GPtrArray *
find_all (const AtlasBriefings *briefings,
          const char *language,
          const AtlasLibraryQuery *query)
{
  g_autoptr (GPtrArray) articles = atlas_briefings_list (briefings, language);
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_library_item_free);

  for (guint i = 0; i < articles->len; i++)
    if (matches (articles->pdata[i], query))
      g_ptr_array_add (items, atlas_library_item_new_for_briefing (articles->pdata[i]));
  return items;
}

static AtlasLibraryItem *
make_found_item (const AtlasArticle *article,
                 const AtlasFound *found)
{
  AtlasLibraryItem *item = atlas_library_item_new_for_briefing (article);

  item->snippet = g_strdup (found->snippet);
  item->marks = g_array_ref (found->marks);
  item->in_title = found->in_title;
  return item;
}

static GPtrArray *
find_by_words (const AtlasBriefings *briefings,
               const char *language,
               AtlasWordIndex *words,
               const AtlasLibraryQuery *query,
               GError **error)
{
  g_autoptr (GPtrArray) all = atlas_word_index_search (words, query->words, 0, error);
  GPtrArray *items;

  if (all == NULL)
    return NULL;
  items = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_library_item_free);
  for (guint i = 0; i < all->len; i++)
    {
      const AtlasFound *found = all->pdata[i];
      g_autoptr (AtlasArticle) article = found->kind == ATLAS_FOUND_BRIEFING ? atlas_briefings_find (briefings, found->key, language) : NULL;

      if (article != NULL && matches (article, query))
        g_ptr_array_add (items, make_found_item (article, found));
    }
  return items;
}

static int
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer data)
{
  const AtlasLibraryItem *left = *(AtlasLibraryItem *const *) a;
  const AtlasLibraryItem *right = *(AtlasLibraryItem *const *) b;
  int order = atlas_library_compare_cursors (*(AtlasLibrarySort *) data, left->cursor, right->cursor);

  return order != 0 ? order : strcmp (left->key, right->key);
}

/**
 * atlas_briefing_list:
 * @language: (nullable): the reader's, as atlas_briefings_list() takes it
 * @words: (nullable): of the same language; needed where @query has words
 * @query: of which @after and @limit do not count
 *
 * Lists the bundled articles as atlas_library_list() lists the reader's own, so that both
 * can be merged by atlas_library_compare_cursors(). They have no tags and no read mark,
 * and nobody deletes them: a query for any of these finds none.
 *
 * Returns: (transfer full) (nullable) (element-type AtlasLibraryItem): the articles
 */
GPtrArray *
atlas_briefing_list (const AtlasBriefings *briefings,
                     const char *language,
                     AtlasWordIndex *words,
                     const AtlasLibraryQuery *query,
                     GError **error)
{
  AtlasLibrarySort sort = atlas_library_query_get_order (query);
  GPtrArray *items;

  if (query->tag != NULL || query->deleted || query->read != ATLAS_LIBRARY_READ_OR_NOT)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_library_item_free);
  if (query->words != NULL)
    items = find_by_words (briefings, language, words, query, error);
  else
    items = find_all (briefings, language, query);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      AtlasLibraryItem *item = items->pdata[i];

      g_free (item->cursor);
      item->cursor = make_cursor (item, sort);
    }
  if (items != NULL)
    g_ptr_array_sort_with_data (items, compare_items, &sort);
  return items;
}
