/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-excerpt-rank.h"
#include "atlas-library-cursor.h"
#include "atlas-library-private.h"
#include "atlas-library-schema.h"
#include "atlas-likeness.h"

#include <string.h>

/* What snippets are marked with; texts have no control characters. */
#define MARK_START '\001'
#define MARK_END '\002'

/* A tag, a country or a language that at most so many articles have is looked up first,
 * and the list sorted; any other is found soon enough while walking in the list's order. */
#define FEW 2000

#define ITEM_COLUMNS "a.key, a.title, a.summary, a.publisher, a.author, a.date, a.address, a.language, a.doc, a.imported_at, a.updated_at, a.read_at, a.deleted_at, a.id, a.title_order," \
                     " (SELECT group_concat (tag, char (31)) FROM (SELECT tag FROM tags WHERE article = a.id ORDER BY tag))"
#define N_ITEM_COLUMNS 16
#define TAG_SEPARATOR "\037"

/* --- Freeing ---------------------------------------------------------------------------- */

/**
 * atlas_library_item_free:
 */
void
atlas_library_item_free (AtlasLibraryItem *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->publisher);
  g_free (self->author);
  g_free (self->date);
  g_free (self->address);
  g_free (self->language);
  g_strfreev (self->tags);
  g_free (self->snippet);
  g_clear_pointer (&self->marks, g_array_unref);
  g_free (self->cursor);
  g_free (self);
}

/**
 * atlas_library_excerpt_free:
 */
void
atlas_library_excerpt_free (AtlasLibraryExcerpt *self)
{
  g_clear_pointer (&self->article, atlas_library_item_free);
  g_free (self->text);
  g_clear_pointer (&self->mentions, g_array_unref);
  g_free (self);
}

/**
 * atlas_library_article_free:
 */
void
atlas_library_article_free (AtlasLibraryArticle *self)
{
  g_clear_pointer (&self->entry, atlas_library_entry_free);
  g_clear_pointer (&self->links, atlas_library_links_free);
  g_free (self);
}

/* --- One article ---------------------------------------------------------------------------- */

static gboolean
load_blocks (AtlasDatabase *database,
             gint64 id,
             AtlasLibraryEntry *entry,
             GError **error)
{
  sqlite3_stmt *statement = atlas_database_query (database, error, "SELECT kind, text FROM blocks WHERE article = ? ORDER BY position", "i", id);
  gboolean row, done;

  while ((done = atlas_database_step (database, statement, &row, error)) && row)
    atlas_library_entry_add_block (entry, g_str_equal (atlas_column_text (statement, 0), "heading") ? ATLAS_BLOCK_HEADING : ATLAS_BLOCK_PARAGRAPH,
                                   atlas_column_text (statement, 1));
  return done;
}

static gboolean
load_tags (AtlasDatabase *database,
           gint64 id,
           AtlasLibraryEntry *entry,
           GError **error)
{
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  sqlite3_stmt *statement = atlas_database_query (database, error, "SELECT tag FROM tags WHERE article = ? ORDER BY tag", "i", id);
  gboolean row, done;

  while ((done = atlas_database_step (database, statement, &row, error)) && row)
    g_strv_builder_add (tags, atlas_column_text (statement, 0));
  entry->tags = g_strv_builder_end (tags);
  return done;
}

static gboolean
load_corrections (AtlasDatabase *database,
                  gint64 id,
                  AtlasLibraryEntry *entry,
                  GError **error)
{
  sqlite3_stmt *statement = atlas_database_query (database, error, "SELECT " ATLAS_CORRECTION_COLUMNS " FROM corrections c WHERE c.article = ? ORDER BY c.id", "i", id);
  gboolean row, done;

  entry->corrections = atlas_corrections_copy (NULL);
  while ((done = atlas_database_step (database, statement, &row, error)) && row)
    {
      AtlasCorrection correction;

      if (atlas_library_take_correction (statement, &correction))
        g_array_append_val (entry->corrections, correction);
    }
  return done;
}

/**
 * atlas_library_load_entry:
 * @gazetteer: (out) (optional): which version linked it
 *
 * Returns: (transfer full) (nullable): all that is kept of the article
 */
AtlasLibraryEntry *
atlas_library_load_entry (AtlasDatabase *database,
                          gint64 id,
                          char **gazetteer,
                          GError **error)
{
  g_autoptr (AtlasLibraryEntry) entry = NULL;
  sqlite3_stmt *statement = atlas_database_query (database, error,
                                                  "SELECT key, title, summary, publisher, author, date, address, language, imported_at, updated_at, read_at,"
                                                  " deleted_at, gazetteer FROM articles WHERE id = ?",
                                                  "i", id);
  gboolean row;

  if (!atlas_database_step (database, statement, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_NOT_FOUND, "no such row");
      return NULL;
    }
  entry = atlas_library_entry_new (atlas_column_text (statement, 1));
  entry->key = g_strdup (atlas_column_text (statement, 0));
  entry->summary = g_strdup (atlas_column_text (statement, 2));
  entry->publisher = g_strdup (atlas_column_text (statement, 3));
  entry->author = g_strdup (atlas_column_text (statement, 4));
  entry->date = g_strdup (atlas_column_text (statement, 5));
  entry->address = g_strdup (atlas_column_text (statement, 6));
  entry->language = g_strdup (atlas_column_text (statement, 7));
  entry->imported_at = sqlite3_column_int64 (statement, 8);
  entry->updated_at = sqlite3_column_int64 (statement, 9);
  entry->read_at = sqlite3_column_int64 (statement, 10);
  entry->deleted_at = sqlite3_column_int64 (statement, 11);
  if (gazetteer != NULL)
    *gazetteer = g_strdup (atlas_column_text (statement, 12));
  sqlite3_reset (statement);
  if (!load_blocks (database, id, entry, error) || !load_tags (database, id, entry, error) || !load_corrections (database, id, entry, error))
    return NULL;
  return g_steal_pointer (&entry);
}

/**
 * atlas_library_get:
 *
 * Reads an article, also a deleted one, and links it with the gazetteer of now.
 *
 * Returns: (transfer full) (nullable): the article
 */
AtlasLibraryArticle *
atlas_library_get (AtlasLibrary *self,
                   const char *key,
                   GCancellable *cancellable,
                   GError **error)
{
  AtlasDatabase *database = atlas_library_begin_read (self, cancellable, error);
  g_autoptr (AtlasLibraryEntry) entry = NULL;
  AtlasLibraryArticle *article;
  gint64 id;

  if (database == NULL)
    return NULL;
  if (atlas_library_find_id (database, key, &id, error))
    entry = atlas_library_load_entry (database, id, NULL, error);
  atlas_library_end_read (self, database);
  if (entry == NULL)
    return NULL;
  article = g_new0 (AtlasLibraryArticle, 1);
  article->links = atlas_library_links_new (entry, atlas_library_get_linker (self));
  article->entry = g_steal_pointer (&entry);
  return article;
}

/* --- The same article again --------------------------------------------------------------------- */

static gboolean
find_by (AtlasDatabase *database,
         const char *sql,
         const char *text,
         char **key,
         GError **error)
{
  sqlite3_stmt *statement = atlas_database_query (database, error, sql, "s", text);
  gboolean row;

  *key = NULL;
  if (!atlas_database_step (database, statement, &row, error))
    return FALSE;
  if (row)
    *key = g_strdup (atlas_column_text (statement, 0));
  sqlite3_reset (statement);
  return TRUE;
}

static GArray *
find_candidates (AtlasDatabase *database,
                 const AtlasLikeness *likeness,
                 GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < ATLAS_LIKENESS_N_BANDS; i++)
    {
      sqlite3_stmt *statement = atlas_database_query (database, error, "SELECT article FROM likeness WHERE band = ? LIMIT 20", "i", likeness->bands[i]);
      gboolean row, done;

      while ((done = atlas_database_step (database, statement, &row, error)) && row)
        {
          gint64 id = sqlite3_column_int64 (statement, 0);
          gboolean known = FALSE;

          for (guint j = 0; j < ids->len && !known; j++)
            known = g_array_index (ids, gint64, j) == id;
          if (!known)
            g_array_append_val (ids, id);
        }
      if (!done)
        return NULL;
    }
  return g_steal_pointer (&ids);
}

/* @key: (out): of the article, where it is not deleted. */
static double
compare_with (AtlasDatabase *database,
              gint64 id,
              const AtlasLikeness *likeness,
              char **key)
{
  g_autoptr (AtlasLibraryEntry) entry = atlas_library_load_entry (database, id, NULL, NULL);
  g_autofree char *text = entry != NULL && entry->deleted_at == 0 ? atlas_library_entry_join_text (entry) : NULL;
  g_autoptr (AtlasLikeness) other = text != NULL ? atlas_likeness_new (text) : NULL;

  *key = other != NULL ? g_strdup (entry->key) : NULL;
  return other != NULL ? atlas_likeness_compare (likeness, other) : 0;
}

static double
compare_with_key (AtlasDatabase *database,
                  const char *key,
                  const AtlasLikeness *likeness)
{
  g_autofree char *same = NULL;
  gint64 id;

  return atlas_library_find_id (database, key, &id, NULL) ? compare_with (database, id, likeness, &same) : 0;
}

static gboolean
find_alike (AtlasDatabase *database,
            const AtlasLikeness *likeness,
            char **key,
            double *best,
            GError **error)
{
  g_autoptr (GArray) ids = find_candidates (database, likeness, error);

  *best = 0;
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autofree char *other = NULL;
      double common = compare_with (database, g_array_index (ids, gint64, i), likeness, &other);

      if (common < ATLAS_LIBRARY_ALIKE || common <= *best)
        continue;
      *best = common;
      g_free (*key);
      *key = g_steal_pointer (&other);
    }
  return ids != NULL;
}

/* Stops at the first that is found, and at the first error. */
static AtlasLibraryMatch
find_match (AtlasDatabase *database,
            const AtlasLikeness *likeness,
            const char *address,
            char **key,
            double *best,
            GError **error)
{
  const gboolean has_text = likeness->shingles->len > 0;

  if (has_text && (!find_by (database, "SELECT key FROM articles WHERE fingerprint = ? AND deleted_at = 0 LIMIT 1", likeness->fingerprint, key, error) || *key != NULL))
    return *key != NULL ? ATLAS_LIBRARY_MATCH_SAME_TEXT : ATLAS_LIBRARY_MATCH_NONE;
  if (*address != '\0' &&
      (!find_by (database, "SELECT key FROM articles WHERE address_folded = ? AND address_folded <> '' AND deleted_at = 0 LIMIT 1", address, key, error) || *key != NULL))
    return *key != NULL ? ATLAS_LIBRARY_MATCH_SAME_ADDRESS : ATLAS_LIBRARY_MATCH_NONE;
  return has_text && find_alike (database, likeness, key, best, error) && *key != NULL ? ATLAS_LIBRARY_MATCH_ALIKE : ATLAS_LIBRARY_MATCH_NONE;
}

/**
 * atlas_library_find_same:
 * @key: (out) (nullable): the article that is there already
 * @likeness: (out) (optional): the share of common runs of words, 1 for the same text
 *
 * Asks whether an article is kept already, by its words, its address, or because nine
 * tenths of the text are the same. Deleted articles do not count.
 *
 * Returns: why it seems the same; %ATLAS_LIBRARY_MATCH_NONE also with @error set
 */
AtlasLibraryMatch
atlas_library_find_same (AtlasLibrary *self,
                         const AtlasLibraryEntry *entry,
                         char **key,
                         double *likeness,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (AtlasLibraryEntry) mended = atlas_library_entry_mend (entry, error);
  g_autofree char *text = mended != NULL ? atlas_library_entry_join_text (mended) : NULL;
  g_autofree char *address = mended != NULL ? atlas_likeness_fold_address (mended->address) : NULL;
  g_autoptr (AtlasLikeness) own = text != NULL ? atlas_likeness_new (text) : NULL;
  AtlasLibraryMatch match = ATLAS_LIBRARY_MATCH_NONE;
  AtlasDatabase *database;
  double best = 1;

  *key = NULL;
  if (own == NULL || (database = atlas_library_begin_read (self, cancellable, error)) == NULL)
    return match;
  match = find_match (database, own, address, key, &best, error);
  if (match == ATLAS_LIBRARY_MATCH_SAME_ADDRESS && likeness != NULL)
    best = compare_with_key (database, *key, own);
  atlas_library_end_read (self, database);
  if (likeness != NULL)
    *likeness = match == ATLAS_LIBRARY_MATCH_NONE ? 0 : best;
  return match;
}

/* --- Lists ---------------------------------------------------------------------------------------- */

typedef struct
{
  GString *sql;
  GPtrArray *texts;
} Statement;

static AtlasLibraryItem *
take_item (sqlite3_stmt *statement,
           AtlasLibrarySort sort)
{
  AtlasLibraryItem *item = g_new0 (AtlasLibraryItem, 1);
  gint64 doc = sqlite3_column_int64 (statement, 8);

  item->key = g_strdup (atlas_column_text (statement, 0));
  item->title = g_strdup (atlas_column_text (statement, 1));
  item->summary = g_strdup (atlas_column_text (statement, 2));
  item->publisher = g_strdup (atlas_column_text (statement, 3));
  item->author = g_strdup (atlas_column_text (statement, 4));
  item->date = g_strdup (atlas_column_text (statement, 5));
  item->address = g_strdup (atlas_column_text (statement, 6));
  item->language = g_strdup (atlas_column_text (statement, 7));
  item->tags = g_strsplit (atlas_column_text (statement, 15), TAG_SEPARATOR, -1);
  item->day = (AtlasDay) (doc >> ATLAS_DOC_SHIFT);
  item->imported_at = sqlite3_column_int64 (statement, 9);
  item->updated_at = sqlite3_column_int64 (statement, 10);
  item->read_at = sqlite3_column_int64 (statement, 11);
  item->deleted_at = sqlite3_column_int64 (statement, 12);
  item->cursor = atlas_library_cursor_format (sort, &(AtlasLibraryCursor) { doc, sqlite3_column_int64 (statement, 13), item->imported_at, atlas_column_text (statement, 14) });
  return item;
}

static void
add_text (Statement *self,
          const char *condition,
          const char *text)
{
  g_string_append (self->sql, condition);
  g_ptr_array_add (self->texts, g_strdup (text));
}

static gboolean
has_few (AtlasDatabase *database,
         const char *sql,
         const char *text,
         gboolean *few,
         GError **error)
{
  g_autofree char *counting = g_strdup_printf ("SELECT count (*) FROM (%s LIMIT %d)", sql, FEW);
  sqlite3_stmt *statement = atlas_database_query (database, error, counting, "s", text);
  gboolean row;

  if (!atlas_database_step (database, statement, &row, error))
    return FALSE;
  *few = sqlite3_column_int (statement, 0) < FEW;
  sqlite3_reset (statement);
  return TRUE;
}

#define COUNTRY_ROWS "SELECT article FROM subjects WHERE target = ? AND is_organisation = 0"
#define ORGANISATION_ROWS "SELECT article FROM subjects WHERE target = ? AND is_organisation = 1"
#define TAG_ROWS "SELECT article FROM tags WHERE tag = ?"
#define LANGUAGE_ROWS "SELECT id FROM articles WHERE language = ?"

/* What the list begins with: few articles that are then sorted, or all in the order of
 * the list. A country's articles stand in the order of dates by themselves. */
static gboolean
add_source (Statement *self,
            AtlasDatabase *database,
            const AtlasLibraryQuery *query,
            GError **error)
{
  const struct
  {
    const char *value;
    const char *rows;
  } filters[] = { { query->tag, TAG_ROWS }, { query->country, COUNTRY_ROWS }, { query->organisation, ORGANISATION_ROWS }, { query->language, LANGUAGE_ROWS } };
  gboolean by_date = query->sort == ATLAS_LIBRARY_NEWEST || query->sort == ATLAS_LIBRARY_OLDEST;

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      gboolean few = FALSE;

      if (filters[i].value == NULL || (i == 3 && by_date))
        continue;
      if (!has_few (database, filters[i].rows, filters[i].value, &few, error))
        return FALSE;
      if (!few)
        continue;
      g_string_append_printf (self->sql, "(%s) f CROSS JOIN articles a ON a.id = f.%s", filters[i].rows, i == 3 ? "id" : "article");
      g_ptr_array_add (self->texts, g_strdup (filters[i].value));
      return TRUE;
    }
  g_string_append (self->sql, "articles a");
  if (!query->deleted && query->sort == ATLAS_LIBRARY_LAST_IMPORTED)
    g_string_append (self->sql, " INDEXED BY articles_by_import");
  if (!query->deleted && query->sort == ATLAS_LIBRARY_TITLE)
    g_string_append (self->sql, " INDEXED BY articles_by_title");
  return TRUE;
}

static void
add_conditions (Statement *self,
                const AtlasLibraryQuery *query)
{
  g_string_append (self->sql, query->deleted ? " WHERE a.deleted_at > 0" : " WHERE a.deleted_at = 0");
  if (query->read == ATLAS_LIBRARY_READ)
    g_string_append (self->sql, " AND a.read_at > 0");
  if (query->read == ATLAS_LIBRARY_UNREAD)
    g_string_append (self->sql, " AND a.read_at = 0");
  if (query->language != NULL)
    add_text (self, " AND a.language = ?", query->language);
  if (query->tag != NULL)
    add_text (self, " AND EXISTS (SELECT 1 FROM tags WHERE tag = ? AND article = a.id)", query->tag);
  if (query->country != NULL)
    add_text (self, " AND EXISTS (SELECT 1 FROM subjects s WHERE s.target = ? AND s.is_organisation = 0 AND s.doc = a.doc)", query->country);
  if (query->organisation != NULL)
    add_text (self, " AND EXISTS (SELECT 1 FROM subjects s WHERE s.target = ? AND s.is_organisation = 1 AND s.doc = a.doc)", query->organisation);
  if (query->from > 0)
    g_string_append_printf (self->sql, " AND a.doc >= %" G_GINT64_FORMAT, (gint64) query->from << ATLAS_DOC_SHIFT);
  if (query->until > 0 && query->until < ATLAS_DAY_MAX)
    g_string_append_printf (self->sql, " AND a.doc < %" G_GINT64_FORMAT, ((gint64) query->until + 1) << ATLAS_DOC_SHIFT);
}

static void
add_order (Statement *self,
           const AtlasLibraryQuery *query)
{
  AtlasLibraryCursor after;

  atlas_library_cursor_parse (query->sort, query->after != NULL ? query->after : "", &after);
  switch (query->sort)
    {
    case ATLAS_LIBRARY_LAST_IMPORTED:
      if (query->after != NULL)
        g_string_append_printf (self->sql, " AND (a.imported_at, a.id) < (%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ")", after.imported_at, after.id);
      g_string_append (self->sql, " ORDER BY a.imported_at DESC, a.id DESC");
      break;
    case ATLAS_LIBRARY_TITLE:
      if (query->after != NULL)
        {
          add_text (self, " AND (a.title_order, a.id) > (?, ", after.title_order);
          g_string_append_printf (self->sql, "%" G_GINT64_FORMAT ")", after.id);
        }
      g_string_append (self->sql, " ORDER BY a.title_order, a.id");
      break;
    case ATLAS_LIBRARY_OLDEST:
      if (query->after != NULL)
        g_string_append_printf (self->sql, " AND a.doc > %" G_GINT64_FORMAT, after.doc);
      g_string_append (self->sql, " ORDER BY a.doc");
      break;
    case ATLAS_LIBRARY_NEWEST:
    default:
      if (query->after != NULL)
        g_string_append_printf (self->sql, " AND a.doc < %" G_GINT64_FORMAT, after.doc);
      g_string_append (self->sql, " ORDER BY a.doc DESC");
      break;
    }
}

/* --- Words ------------------------------------------------------------------------------------------ */

static gboolean
has_letter (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static void
add_phrase (GString *match,
            const char *phrase,
            gboolean is_open)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *quoted = NULL;

  if (!has_letter (phrase))
    return;
  parts = g_strsplit (phrase, "\"", -1);
  quoted = g_strjoinv (" ", parts);
  g_string_append (match, match->len > 0 ? " AND " : "");
  /* Nobody looks for all words with a letter; that of the next comes soon. */
  if (is_open && g_utf8_strlen (quoted, -1) > 1)
    g_string_append_printf (match, "(\"%s\" OR \"%s\" *)", quoted, quoted);
  else
    g_string_append_printf (match, "\"%s\"", quoted);
}

/**
 * atlas_library_parse_words:
 *
 * Words in quotes are a phrase; the last word may be the beginning of one.
 *
 * Returns: (transfer full) (nullable): what FTS5 takes; %NULL where there is nothing to
 *   look for
 */
char *
atlas_library_parse_words (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_autoptr (GString) match = g_string_new (NULL);
  g_autoptr (GString) part = g_string_new (NULL);
  gboolean in_quotes = FALSE;

  for (const char *p = valid;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_quote = c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0xab || c == 0xbb;

      if (c != 0 && !is_quote && (in_quotes || !g_unichar_isspace (c)))
        {
          g_string_append_unichar (part, c);
          continue;
        }
      add_phrase (match, part->str, c == 0 && !in_quotes);
      g_string_truncate (part, 0);
      if (is_quote)
        in_quotes = !in_quotes;
      if (c == 0)
        break;
    }
  return match->len > 0 ? g_strdup (match->str) : NULL;
}

/**
 * atlas_library_read_snippet:
 * @marked: with the marks of snippet()
 * @marks: (out) (transfer full) (element-type AtlasRange): where they were
 *
 * Returns: (transfer full): without the marks
 */
char *
atlas_library_read_snippet (const char *marked,
                            GArray **marks)
{
  g_autoptr (GString) snippet = g_string_new (NULL);
  AtlasRange range = { 0, 0 };
  guint code_points = 0;

  *marks = g_array_new (FALSE, FALSE, sizeof (AtlasRange));
  for (const char *p = marked; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == MARK_START)
        range.start = code_points;
      else if (*p == MARK_END)
        {
          range.end = code_points;
          g_array_append_val (*marks, range);
        }
      else
        {
          g_string_append_unichar (snippet, *p == '\n' ? ' ' : g_utf8_get_char (p));
          code_points++;
        }
    }
  return g_strdup (snippet->str);
}

/* --- Running lists -------------------------------------------------------------------------------------- */

static sqlite3_stmt *
prepare (AtlasDatabase *database,
         const Statement *self,
         GError **error)
{
  sqlite3_stmt *statement = atlas_database_query (database, error, self->sql->str, "");

  for (guint i = 0; statement != NULL && i < self->texts->len; i++)
    sqlite3_bind_text (statement, (int) i + 1, g_ptr_array_index (self->texts, i), -1, SQLITE_TRANSIENT);
  return statement;
}

static gboolean
collect_items (AtlasDatabase *database,
               const Statement *self,
               const AtlasLibraryQuery *query,
               GPtrArray *items,
               GError **error)
{
  sqlite3_stmt *statement = prepare (database, self, error);
  gboolean row, done;

  while ((done = atlas_database_step (database, statement, &row, error)) && row)
    {
      AtlasLibraryItem *item = take_item (statement, query->sort);

      if (query->words != NULL)
        item->snippet = atlas_library_read_snippet (atlas_column_text (statement, N_ITEM_COLUMNS), &item->marks);
      g_ptr_array_add (items, item);
    }
  return done;
}

/* Words are found in the index's own order, which ends when enough were found. */
static void
add_words_order (Statement *self,
                 AtlasLibrarySort sort)
{
  char *order = strstr (self->sql->str, " ORDER BY a.doc");

  if (order != NULL)
    g_string_truncate (self->sql, order - self->sql->str);
  g_string_append (self->sql, sort == ATLAS_LIBRARY_OLDEST ? " ORDER BY words.rowid" : " ORDER BY words.rowid DESC");
}

/* @query: sorted as atlas_library_query_get_order() says */
static gboolean
add_list (Statement *self,
          AtlasDatabase *database,
          const AtlasLibraryQuery *query,
          const char *match,
          GError **error)
{
  if (match != NULL)
    {
      g_string_append (self->sql, " FROM words CROSS JOIN articles a ON a.doc = words.rowid");
      add_conditions (self, query);
      add_text (self, " AND words MATCH ?", match);
      add_order (self, query);
      add_words_order (self, query->sort);
      return TRUE;
    }
  g_string_append (self->sql, " FROM ");
  if (!add_source (self, database, query, error))
    return FALSE;
  add_conditions (self, query);
  add_order (self, query);
  return TRUE;
}

static gboolean
run_list (AtlasDatabase *database,
          const AtlasLibraryQuery *query,
          const char *match,
          GPtrArray *items,
          GError **error)
{
  AtlasLibraryQuery now = *query;
  g_autoptr (GString) sql = g_string_new ("SELECT " ITEM_COLUMNS);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  Statement self = { sql, texts };

  now.sort = atlas_library_query_get_order (query);
  if (match != NULL)
    g_string_append (sql, ", snippet (words, -1, char (1), char (2), '…', 24)");
  if (!add_list (&self, database, &now, match, error))
    return FALSE;
  if (now.limit > 0)
    g_string_append_printf (sql, " LIMIT %u", now.limit);
  return collect_items (database, &self, &now, items, error);
}

/**
 * atlas_library_list:
 *
 * Returns: (transfer full) (nullable) (element-type AtlasLibraryItem): the articles
 */
GPtrArray *
atlas_library_list (AtlasLibrary *self,
                    const AtlasLibraryQuery *query,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_library_item_free);
  g_autofree char *match = query->words != NULL ? atlas_library_parse_words (query->words) : NULL;
  AtlasDatabase *database;
  gboolean done;

  if (query->words != NULL && match == NULL)
    return g_steal_pointer (&items);
  database = atlas_library_begin_read (self, cancellable, error);
  if (database == NULL)
    return NULL;
  done = run_list (database, query, match, items, error);
  atlas_library_end_read (self, database);
  return done ? g_steal_pointer (&items) : NULL;
}

/* --- Stretches of lists ---------------------------------------------------------------------------------- */

typedef struct
{
  AtlasLibrarySort sort;
  const char *const *ends;
  guint size;
  GArray *stretches;
  guint part;
  guint n;         /* of the part, so far */
  GPtrArray *cuts; /* cursors of each size-th of the part */
} Division;

static void
clear_stretch (gpointer data)
{
  g_clear_pointer (&((AtlasLibraryStretch *) data)->end, g_free);
}

static void
add_stretch (Division *self,
             const char *end,
             guint n)
{
  AtlasLibraryStretch stretch = { g_strdup (end), n, self->part };

  g_array_append_val (self->stretches, stretch);
}

/* A part that has grown to more than twice the size is cut. */
static void
end_part (Division *self)
{
  guint n_cuts = self->n > 2 * self->size ? (self->n - 1) / self->size : 0;

  for (guint i = 0; i < n_cuts; i++)
    add_stretch (self, g_ptr_array_index (self->cuts, i), self->size);
  add_stretch (self, self->ends != NULL ? self->ends[self->part] : NULL, self->n - n_cuts * self->size);
  self->part++;
  self->n = 0;
  g_ptr_array_set_size (self->cuts, 0);
}

static gboolean
is_past_end (const Division *self,
             const AtlasLibraryCursor *cursor)
{
  AtlasLibraryCursor end;

  if (self->ends == NULL || self->ends[self->part] == NULL)
    return FALSE;
  atlas_library_cursor_parse (self->sort, self->ends[self->part], &end);
  return atlas_library_cursor_compare (self->sort, cursor, &end) > 0;
}

static void
count_row (Division *self,
           const AtlasLibraryCursor *cursor)
{
  while (is_past_end (self, cursor))
    end_part (self);
  self->n++;
  if (self->n % self->size == 0)
    g_ptr_array_add (self->cuts, atlas_library_cursor_format (self->sort, cursor));
}

static gboolean
run_division (AtlasDatabase *database,
              const AtlasLibraryQuery *query,
              const char *match,
              Division *self,
              GError **error)
{
  AtlasLibraryQuery now = *query;
  g_autoptr (GString) sql = g_string_new ("SELECT a.doc, a.id, a.imported_at");
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  Statement list = { sql, texts };
  sqlite3_stmt *statement;
  gboolean row, done;

  now.sort = self->sort;
  now.after = NULL;
  g_string_append (sql, now.sort == ATLAS_LIBRARY_TITLE ? ", a.title_order" : ", ''");
  if (!add_list (&list, database, &now, match, error))
    return FALSE;
  statement = prepare (database, &list, error);
  while ((done = atlas_database_step (database, statement, &row, error)) && row)
    count_row (self, &(AtlasLibraryCursor) { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1), sqlite3_column_int64 (statement, 2),
                                             atlas_column_text (statement, 3) });
  while (done && self->ends != NULL && self->ends[self->part] != NULL)
    end_part (self);
  end_part (self);
  return done;
}

/**
 * atlas_library_divide:
 * @query: of which @after and @limit do not count
 * @ends: (nullable) (array zero-terminated=1): cursors in the order of the list
 * @size: how many articles a stretch is to have; none has more than twice as many
 *
 * Counts a list in stretches, the first from its beginning to the first of @ends, the
 * last from the last of @ends to its end, so that any place in it can be read later by
 * atlas_library_list(). It goes through the whole list, without reading its texts.
 *
 * Returns: (transfer full) (nullable) (element-type AtlasLibraryStretch): the stretches in
 *   the order of the list, at least one for each that was asked for
 */
GArray *
atlas_library_divide (AtlasLibrary *self,
                      const AtlasLibraryQuery *query,
                      const char *const *ends,
                      guint size,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *match = query->words != NULL ? atlas_library_parse_words (query->words) : NULL;
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (AtlasLibraryStretch));
  g_autoptr (GPtrArray) cuts = g_ptr_array_new_with_free_func (g_free);
  Division division = { atlas_library_query_get_order (query), ends, MAX (1, size), stretches, 0, 0, cuts };
  AtlasDatabase *database;
  gboolean done = TRUE;

  g_array_set_clear_func (stretches, clear_stretch);
  if (query->words != NULL && match == NULL)
    {
      while (ends != NULL && ends[division.part] != NULL)
        end_part (&division);
      end_part (&division);
      return g_steal_pointer (&stretches);
    }
  database = atlas_library_begin_read (self, cancellable, error);
  if (database == NULL)
    return NULL;
  done = run_division (database, query, match, &division, error);
  atlas_library_end_read (self, database);
  return done ? g_steal_pointer (&stretches) : NULL;
}

static gboolean
has_key (const GPtrArray *items,
         const char *key)
{
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (((AtlasLibraryItem *) g_ptr_array_index (items, i))->key, key))
      return TRUE;
  return FALSE;
}

static gboolean
run_search (AtlasDatabase *database,
            const char *match,
            guint limit,
            GPtrArray *items,
            GError **error)
{
  g_autofree char *in_title = g_strdup_printf ("title : (%s)", match);
  const AtlasLibraryQuery query = { .words = match, .limit = limit };
  g_autoptr (GPtrArray) rest = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_library_item_free);

  if (!run_list (database, &query, in_title, items, error))
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    ((AtlasLibraryItem *) g_ptr_array_index (items, i))->in_title = TRUE;
  if (limit > 0 && items->len >= limit)
    return TRUE;
  if (!run_list (database, &query, match, rest, error))
    return FALSE;
  while (rest->len > 0 && (limit == 0 || items->len < limit))
    {
      AtlasLibraryItem *item = g_ptr_array_steal_index (rest, 0);

      if (has_key (items, item->key))
        atlas_library_item_free (item);
      else
        g_ptr_array_add (items, item);
    }
  return TRUE;
}

/**
 * atlas_library_search:
 * @words: all have to be there, in any form; those in quotes beside each other; the last
 *   may be the beginning of a word
 * @limit: how many at most, 0 for all
 *
 * Returns: (transfer full) (nullable) (element-type AtlasLibraryItem): first the articles
 *   with the words in their title, then the others; of each the newest first
 */
GPtrArray *
atlas_library_search (AtlasLibrary *self,
                      const char *words,
                      guint limit,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_library_item_free);
  g_autofree char *match = atlas_library_parse_words (words);
  AtlasDatabase *database;
  gboolean done;

  if (match == NULL)
    return g_steal_pointer (&items);
  database = atlas_library_begin_read (self, cancellable, error);
  if (database == NULL)
    return NULL;
  done = run_search (database, match, limit, items, error);
  atlas_library_end_read (self, database);
  return done ? g_steal_pointer (&items) : NULL;
}

/* --- Excerpts -------------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 doc;
  gint64 article;
  int class;
  int block;
  gboolean about;
  gboolean doubtful;
  double rank;
} Ranked;

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const Ranked *left = a;
  const Ranked *right = b;

  if (left->rank != right->rank)
    return left->rank > right->rank ? -1 : 1;
  if (left->doc != right->doc)
    return left->doc > right->doc ? -1 : 1;
  return left->block - right->block;
}

/* What is wanted of one target. */
typedef struct
{
  const char *target;
  gboolean is_organisation;
  AtlasDay on;
  gboolean later;
  guint limit;
} Wanted;

static gboolean
next_class (AtlasDatabase *database,
            const Wanted *wanted,
            gint64 *class,
            gboolean *found,
            GError **error)
{
  sqlite3_stmt *statement = atlas_database_query (database, error, "SELECT max (class) FROM passages WHERE target = ? AND is_organisation = ? AND class < ?", "sii",
                                                  wanted->target, (gint64) wanted->is_organisation, *class);
  gboolean row;

  if (!atlas_database_step (database, statement, &row, error))
    return FALSE;
  *found = sqlite3_column_type (statement, 0) != SQLITE_NULL;
  *class = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
rank_side (AtlasDatabase *database,
           const Wanted *wanted,
           gint64 class,
           gboolean later,
           GArray *ranked,
           GError **error)
{
  gint64 end = wanted->on < ATLAS_DAY_MAX ? ((gint64) wanted->on + 1) << ATLAS_DOC_SHIFT : G_MAXINT64;
  g_autofree char *sql = g_strdup_printf ("SELECT p.doc, p.article, p.block, p.about, p.doubtful FROM passages p CROSS JOIN articles a ON a.id = p.article"
                                          " WHERE p.target = ? AND p.is_organisation = ? AND p.class = ? AND p.doc %s ? AND a.deleted_at = 0"
                                          " ORDER BY p.doc %s LIMIT ?",
                                          later ? ">=" : "<", later ? "ASC" : "DESC");
  sqlite3_stmt *statement = atlas_database_query (database, error, sql, "siiii", wanted->target, (gint64) wanted->is_organisation, class, end,
                                                  wanted->limit > 0 ? (gint64) wanted->limit : (gint64) -1);
  gboolean row, done;

  while ((done = atlas_database_step (database, statement, &row, error)) && row)
    {
      Ranked item = {
        .doc = sqlite3_column_int64 (statement, 0),
        .article = sqlite3_column_int64 (statement, 1),
        .class = (int) class,
        .block = sqlite3_column_int (statement, 2),
        .about = sqlite3_column_int (statement, 3),
        .doubtful = sqlite3_column_int (statement, 4),
      };
      AtlasDay written = (AtlasDay) (item.doc >> ATLAS_DOC_SHIFT);

      item.rank = atlas_excerpt_rank_on (class + atlas_excerpt_rank_age (written), written, wanted->on);
      g_array_append_val (ranked, item);
    }
  return done;
}

/* Within a class the nearest to the day on either side is the best, so that the best of
 * all are among the first of each class; there are some dozens. */
static gboolean
rank_class (AtlasDatabase *database,
            const Wanted *wanted,
            gint64 class,
            GArray *ranked,
            GError **error)
{
  return rank_side (database, wanted, class, FALSE, ranked, error) &&
         (!wanted->later || wanted->on == ATLAS_DAY_MAX || rank_side (database, wanted, class, TRUE, ranked, error));
}

static gboolean
rank_passages (AtlasDatabase *database,
               const Wanted *wanted,
               GArray *ranked,
               GError **error)
{
  gint64 class = G_MAXINT32;
  gboolean found;

  do
    if (!next_class (database, wanted, &class, &found, error) ||
        (found && !rank_class (database, wanted, class, ranked, error)))
      return FALSE;
  while (found);
  g_array_sort (ranked, compare_ranked);
  if (wanted->limit > 0 && ranked->len > wanted->limit)
    g_array_set_size (ranked, wanted->limit);
  return TRUE;
}

static const char *
text_at (int block,
         gpointer data)
{
  return atlas_library_entry_get_text_at (data, block);
}

static gboolean
load_found (AtlasDatabase *database,
            gint64 id,
            GArray *found,
            GError **error)
{
  sqlite3_stmt *statement = atlas_database_query (database, error,
                                                  "SELECT block, start, end, target, is_organisation, form, kind, reason, doubtful FROM mentions WHERE article = ?", "i", id);
  gboolean row, done;

  while ((done = atlas_database_step (database, statement, &row, error)) && row)
    {
      AtlasLibraryMention mention = {
        .block = sqlite3_column_int (statement, 0),
        .start = (guint) sqlite3_column_int (statement, 1),
        .end = (guint) sqlite3_column_int (statement, 2),
        .target = g_intern_string (atlas_column_text (statement, 3)),
        .form = g_intern_string (atlas_column_text (statement, 5)),
        .kind = MIN ((guint) sqlite3_column_int (statement, 6), ATLAS_N_FORM_KINDS - 1),
        .reason = MIN ((guint) sqlite3_column_int (statement, 7), ATLAS_N_REASONS - 1),
        .is_organisation = !!sqlite3_column_int (statement, 4),
        .doubtful = !!sqlite3_column_int (statement, 8),
      };

      g_array_append_val (found, mention);
    }
  return done;
}

static AtlasLibraryExcerpt *
load_excerpt (AtlasDatabase *database,
              const Ranked *ranked,
              GError **error)
{
  g_autoptr (AtlasLibraryEntry) entry = atlas_library_load_entry (database, ranked->article, NULL, error);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (AtlasLibraryMention));
  g_autoptr (GArray) mentions = NULL;
  g_autoptr (AtlasLibraryExcerpt) excerpt = g_new0 (AtlasLibraryExcerpt, 1);
  sqlite3_stmt *statement;
  gboolean row;

  if (entry == NULL || !load_found (database, ranked->article, found, error))
    return NULL;
  statement = atlas_database_query (database, error, "SELECT " ITEM_COLUMNS " FROM articles a WHERE a.id = ?", "i", ranked->article);
  if (!atlas_database_step (database, statement, &row, error))
    return NULL;
  excerpt->article = take_item (statement, ATLAS_LIBRARY_NEWEST);
  sqlite3_reset (statement);
  mentions = atlas_corrections_apply (found, entry->corrections, text_at, entry);
  excerpt->block = ranked->block;
  excerpt->text = g_strdup (atlas_library_entry_get_text_at (entry, ranked->block));
  excerpt->about = ranked->about;
  excerpt->doubtful = ranked->doubtful;
  excerpt->rank = ranked->rank;
  excerpt->mentions = g_array_new (FALSE, FALSE, sizeof (AtlasLibraryMention));
  for (guint i = 0; i < mentions->len; i++)
    {
      const AtlasLibraryMention *mention = &g_array_index (mentions, AtlasLibraryMention, i);

      if (mention->block == ranked->block)
        g_array_append_val (excerpt->mentions, *mention);
    }
  return g_steal_pointer (&excerpt);
}

/**
 * atlas_library_get_excerpts:
 * @target: code of a country or id of an organisation
 * @on: the day that the reader looks at, %ATLAS_DAY_MAX for none
 * @later: whether also what was written after @on; it ranks as atlas_excerpt_rank_on() says
 * @limit: how many at most, 0 for all
 *
 * An article without a date counts as written on the day when it came.
 *
 * Returns: (transfer full) (nullable) (element-type AtlasLibraryExcerpt): the paragraphs
 *   that name @target, the best first: of articles about it, surely linked, recent
 */
GPtrArray *
atlas_library_get_excerpts (AtlasLibrary *self,
                            const char *target,
                            gboolean is_organisation,
                            AtlasDay on,
                            gboolean later,
                            guint limit,
                            GCancellable *cancellable,
                            GError **error)
{
  const Wanted wanted = { target, !!is_organisation, on, later, limit };
  g_autoptr (GPtrArray) excerpts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_library_excerpt_free);
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  AtlasDatabase *database = atlas_library_begin_read (self, cancellable, error);
  gboolean done;

  if (database == NULL)
    return NULL;
  done = rank_passages (database, &wanted, ranked, error);
  for (guint i = 0; done && i < ranked->len; i++)
    {
      AtlasLibraryExcerpt *excerpt = load_excerpt (database, &g_array_index (ranked, Ranked, i), error);

      done = excerpt != NULL;
      if (done)
        g_ptr_array_add (excerpts, excerpt);
    }
  atlas_library_end_read (self, database);
  return done ? g_steal_pointer (&excerpts) : NULL;
}

/* The paragraphs that name any of @targets; one that names two of them counts once. */
static char *
make_counting (guint n_targets)
{
  g_autoptr (GString) places = g_string_new ("?");

  for (guint i = 1; i < n_targets; i++)
    g_string_append (places, ", ?");
  return g_strdup_printf ("SELECT count (*), count (*) FILTER (WHERE doc >= ?) FROM"
                          " (SELECT %s doc, block FROM passages WHERE target IN (%s) AND is_organisation = ?"
                          " AND article NOT IN (SELECT id FROM articles WHERE deleted_at > 0))",
                          n_targets > 1 ? "DISTINCT" : "", places->str);
}

static gboolean
count_passages (AtlasDatabase *database,
                const char *const *targets,
                gboolean is_organisation,
                AtlasDay until,
                guint *n,
                guint *n_later,
                GError **error)
{
  const guint n_targets = g_strv_length ((GStrv) targets);
  g_autofree char *sql = make_counting (n_targets);
  sqlite3_stmt *statement = atlas_database_query (database, error, sql, "");
  gboolean row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, until < ATLAS_DAY_MAX ? ((gint64) until + 1) << ATLAS_DOC_SHIFT : G_MAXINT64);
  for (guint i = 0; i < n_targets; i++)
    sqlite3_bind_text (statement, (int) i + 2, targets[i], -1, SQLITE_TRANSIENT);
  sqlite3_bind_int (statement, (int) n_targets + 2, !!is_organisation);
  if (!atlas_database_step (database, statement, &row, error))
    return FALSE;
  *n_later = (guint) sqlite3_column_int64 (statement, 1);
  *n = (guint) sqlite3_column_int64 (statement, 0) - *n_later;
  sqlite3_reset (statement);
  return TRUE;
}

/**
 * atlas_library_count_excerpts:
 * @targets: (array zero-terminated=1): codes of countries or ids of organisations; a
 *   paragraph that names several of them counts once
 * @until: the last day, %ATLAS_DAY_MAX for all
 * @n: (out): how many paragraphs name one of @targets in articles of the time until then
 * @n_later: (out): how many in later ones
 *
 * Counts what atlas_library_get_excerpts() lists.
 */
gboolean
atlas_library_count_excerpts (AtlasLibrary *self,
                              const char *const *targets,
                              gboolean is_organisation,
                              AtlasDay until,
                              guint *n,
                              guint *n_later,
                              GCancellable *cancellable,
                              GError **error)
{
  AtlasDatabase *database;
  gboolean done;

  *n = *n_later = 0;
  if (targets[0] == NULL)
    return TRUE;
  database = atlas_library_begin_read (self, cancellable, error);
  if (database == NULL)
    return FALSE;
  done = count_passages (database, targets, is_organisation, until, n, n_later, error);
  atlas_library_end_read (self, database);
  return done;
}

/* --- The whole library --------------------------------------------------------------------------------------- */

/**
 * atlas_library_count:
 * @n: (out): how many articles there are, deleted ones not counted
 */
gboolean
atlas_library_count (AtlasLibrary *self,
                     guint *n,
                     GCancellable *cancellable,
                     GError **error)
{
  AtlasDatabase *database = atlas_library_begin_read (self, cancellable, error);
  gint64 all = 0, deleted = 0;
  gboolean done;

  if (database == NULL)
    return FALSE;
  done = atlas_database_get_number (database, "SELECT count (*) FROM articles", &all, error) &&
         atlas_database_get_number (database, "SELECT count (*) FROM articles WHERE deleted_at > 0", &deleted, error);
  atlas_library_end_read (self, database);
  *n = (guint) (all - deleted);
  return done;
}

/**
 * atlas_library_list_tags:
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): all tags
 */
char **
atlas_library_list_tags (AtlasLibrary *self,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  AtlasDatabase *database = atlas_library_begin_read (self, cancellable, error);
  sqlite3_stmt *statement;
  gboolean row, done;

  if (database == NULL)
    return NULL;
  statement = atlas_database_query (database, error, "SELECT DISTINCT tag FROM tags ORDER BY tag", "");
  while ((done = atlas_database_step (database, statement, &row, error)) && row)
    g_strv_builder_add (tags, atlas_column_text (statement, 0));
  atlas_library_end_read (self, database);
  return done ? g_strv_builder_end (tags) : NULL;
}

/**
 * atlas_library_list_languages:
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): tags of all languages
 *   that articles are in
 */
char **
atlas_library_list_languages (AtlasLibrary *self,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (GStrvBuilder) languages = g_strv_builder_new ();
  AtlasDatabase *database = atlas_library_begin_read (self, cancellable, error);
  sqlite3_stmt *statement;
  gboolean row, done;

  if (database == NULL)
    return NULL;
  /* From one language to the next, not from one article to the next. */
  statement = atlas_database_query (database, error,
                                    "WITH RECURSIVE found (language) AS (SELECT min (language) FROM articles WHERE language > '' UNION ALL"
                                    " SELECT (SELECT min (language) FROM articles WHERE language > found.language) FROM found WHERE found.language IS NOT NULL)"
                                    " SELECT language FROM found WHERE language IS NOT NULL",
                                    "");
  while ((done = atlas_database_step (database, statement, &row, error)) && row)
    g_strv_builder_add (languages, atlas_column_text (statement, 0));
  atlas_library_end_read (self, database);
  return done ? g_strv_builder_end (languages) : NULL;
}

/* Whether each article that is not deleted has its words in the index, and no other. */
static gboolean
check_words (AtlasLibrary *self,
             GPtrArray *problems,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GError) local = NULL;
  AtlasDatabase *database;

  if (atlas_library_get_report (self)->read_only)
    return TRUE;
  database = atlas_library_begin_write (self, cancellable, error);
  if (database == NULL)
    return FALSE;
  atlas_database_exec (database, "INSERT INTO words (words, rank) VALUES ('integrity-check', 1)", &local);
  atlas_library_end_write (self, FALSE, NULL);
  if (local == NULL)
    return TRUE;
  if (g_error_matches (local, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_DAMAGED))
    {
      g_ptr_array_add (problems, g_strdup ("words: the index is not that of the texts"));
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * atlas_library_check:
 *
 * Looks at every page of the file and at every link between tables, and compares the
 * full-text index with the texts.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): what is wrong, none where all
 *   is well; %NULL where it could not be looked at
 */
GPtrArray *
atlas_library_check (AtlasLibrary *self,
                     GCancellable *cancellable,
                     GError **error)
{
  static const char *const checks[] = { "PRAGMA integrity_check", "PRAGMA foreign_key_check" };
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  AtlasDatabase *database = atlas_library_begin_read (self, cancellable, error);
  gboolean row, done = TRUE;

  if (database == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (checks) && done; i++)
    {
      sqlite3_stmt *statement = atlas_database_query (database, error, checks[i], "");

      while ((done = atlas_database_step (database, statement, &row, error)) && row)
        if (!g_str_equal (atlas_column_text (statement, 0), "ok"))
          g_ptr_array_add (problems, g_strdup (atlas_column_text (statement, 0)));
    }
  atlas_library_end_read (self, database);
  done = done && check_words (self, problems, cancellable, error);
  return done ? g_steal_pointer (&problems) : NULL;
}
