/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-briefing-words.h"
#include "atlas-database.h"
#include "atlas-library-private.h"
#include "atlas-tokenizer.h"

struct _AtlasBriefingWords
{
  AtlasDatabase *database;
  GPtrArray *articles; /* AtlasArticle*, the newest first; the row is the place */
};

static gboolean
add_article (AtlasBriefingWords *self,
             const AtlasArticle *article,
             gint64 row,
             GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;
  const AtlasBlock *blocks = atlas_article_get_blocks (article, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", blocks[i].text);
  return atlas_database_run (self->database, error, "INSERT INTO words (rowid, title, summary, text) VALUES (?, ?, ?, ?)", "isss", row,
                             atlas_article_get_title (article), atlas_article_get_summary (article), text->str);
}

/**
 * atlas_briefing_words_new:
 * @language: (nullable): the reader's, as atlas_briefings_list() takes it
 *
 * Returns: (transfer full) (nullable): the index, in memory
 */
AtlasBriefingWords *
atlas_briefing_words_new (const AtlasBriefings *briefings,
                          const char *language,
                          GError **error)
{
  g_autoptr (AtlasBriefingWords) self = g_new0 (AtlasBriefingWords, 1);

  self->articles = atlas_briefings_list (briefings, language);
  self->database = atlas_database_open (":memory:", ATLAS_DATABASE_WRITE, error);
  if (self->database == NULL ||
      !atlas_database_exec (self->database, "CREATE VIRTUAL TABLE words USING fts5 (title, summary, text, tokenize = '" ATLAS_TOKENIZER_NAME "')", error))
    return NULL;
  for (guint i = 0; i < self->articles->len; i++)
    if (!add_article (self, g_ptr_array_index (self->articles, i), i + 1, error))
      return NULL;
  return g_steal_pointer (&self);
}

/**
 * atlas_briefing_words_free:
 */
void
atlas_briefing_words_free (AtlasBriefingWords *self)
{
  g_clear_pointer (&self->database, atlas_database_free);
  g_clear_pointer (&self->articles, g_ptr_array_unref);
  g_free (self);
}

static AtlasLibraryItem *
make_item (const AtlasArticle *article,
           const char *marked,
           gboolean in_title)
{
  AtlasLibraryItem *item = g_new0 (AtlasLibraryItem, 1);

  item->key = g_strdup (atlas_article_get_key (article));
  item->title = g_strdup (atlas_article_get_title (article));
  item->summary = g_strdup (atlas_article_get_summary (article));
  item->language = g_strdup (atlas_article_get_language (article));
  item->date = atlas_date_to_edtf (atlas_article_get_date (article));
  item->day = atlas_article_get_date (article)->earliest;
  item->in_title = in_title;
  atlas_library_item_take_snippet (item, marked);
  return item;
}

/**
 * atlas_briefing_words_search:
 * @words: as atlas_library_search() takes them
 * @limit: how many at most, 0 for all
 *
 * Returns: (transfer full) (nullable) (element-type AtlasLibraryItem): the articles, in
 *   the order of atlas_library_search()
 */
GPtrArray *
atlas_briefing_words_search (AtlasBriefingWords *self,
                             const char *words,
                             guint limit,
                             GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_library_item_free);
  g_autofree char *match = atlas_library_parse_words (words);
  g_autofree char *in_title = match != NULL ? g_strdup_printf ("title : (%s)", match) : NULL;
  sqlite3_stmt *statement;
  gboolean row, done;

  if (match == NULL)
    return g_steal_pointer (&items);
  statement = atlas_database_query (self->database, error,
                                    "SELECT rowid, snippet (words, -1, char (1), char (2), '…', 24),"
                                    " rowid IN (SELECT rowid FROM words WHERE words MATCH ?) AS in_title"
                                    " FROM words WHERE words MATCH ? ORDER BY in_title DESC, rowid LIMIT ?",
                                    "ssi", in_title, match, limit > 0 ? (gint64) limit : (gint64) -1);
  while ((done = atlas_database_step (self->database, statement, &row, error)) && row)
    g_ptr_array_add (items, make_item (g_ptr_array_index (self->articles, sqlite3_column_int64 (statement, 0) - 1), atlas_column_text (statement, 1),
                                       sqlite3_column_int (statement, 2)));
  return done ? g_steal_pointer (&items) : NULL;
}
