/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-library-private.h"
#include "atlas-library-schema.h"
#include "atlas-likeness.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define KEY_LETTERS 12

typedef struct
{
  AtlasDatabase *database;
  gint64 id;
  gint64 doc;
  GError **error;
} Writing;

/* --- Small things ------------------------------------------------------------------ */

static char *
make_key (void)
{
  static const char letters[] = "abcdefghijkmnpqrstuvwxyz23456789";
  GString *key = g_string_new (ATLAS_LIBRARY_KEY_PREFIX);

  for (guint i = 0; i < KEY_LETTERS; i++)
    g_string_append_c (key, letters[g_random_int_range (0, sizeof letters - 1)]);
  return g_string_free_and_steal (key);
}

static AtlasDay
day_of (const AtlasLibraryEntry *entry)
{
  g_autoptr (GDateTime) imported = NULL;
  AtlasDate date;

  if (*entry->date != '\0' && atlas_date_parse (entry->date, &date, NULL))
    return CLAMP (date.earliest, 1, 1 << 22);
  imported = g_date_time_new_from_unix_utc (entry->imported_at / G_USEC_PER_SEC);
  return imported != NULL ? atlas_day_new (g_date_time_get_year (imported), g_date_time_get_month (imported), g_date_time_get_day_of_month (imported)) : 1;
}

/**
 * atlas_library_fold_title:
 *
 * Returns: (transfer full): what titles are sorted by, as bytes
 */
char *
atlas_library_fold_title (const char *title)
{
  g_autofree char *folded = g_utf8_casefold (title, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
}

static gboolean
fail_not_found (const char *key,
                GError **error)
{
  g_set_error (error, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_NOT_FOUND, _ ("The library has no article “%s”."), key);
  return FALSE;
}

/**
 * atlas_library_find_id:
 *
 * Returns: whether there is an article of that key
 */
gboolean
atlas_library_find_id (AtlasDatabase *database,
                       const char *key,
                       gint64 *id,
                       GError **error)
{
  sqlite3_stmt *statement = atlas_database_query (database, error, "SELECT id FROM articles WHERE key = ?", "s", key);
  gboolean row;

  if (!atlas_database_step (database, statement, &row, error))
    return FALSE;
  if (!row)
    return fail_not_found (key, error);
  *id = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

/* --- What follows from the text --------------------------------------------------------- */

static gboolean
add_words (Writing *self)
{
  return atlas_database_run (self->database, self->error, "INSERT INTO words (rowid, title, summary, text) SELECT doc, title, summary, text FROM texts WHERE doc = ?", "i", self->doc);
}

/* The index needs the very words that it was given. */
static gboolean
remove_words (Writing *self)
{
  return atlas_database_run (self->database, self->error,
                             "INSERT INTO words (words, rowid, title, summary, text) SELECT 'delete', doc, title, summary, text FROM texts WHERE doc = ?", "i", self->doc);
}

static gboolean
write_likeness (Writing *self,
                const AtlasLikeness *likeness,
                gboolean add)
{
  const char *sql = add ? "INSERT OR IGNORE INTO likeness (band, article) VALUES (?, ?)" : "DELETE FROM likeness WHERE band = ? AND article = ?";

  for (guint i = 0; i < ATLAS_LIKENESS_N_BANDS; i++)
    if (!atlas_database_run (self->database, self->error, sql, "ii", likeness->bands[i], self->id))
      return FALSE;
  return TRUE;
}

static gboolean
write_mentions (Writing *self,
                const GArray *mentions)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const AtlasLibraryMention *mention = &g_array_index (mentions, AtlasLibraryMention, i);

      if (!atlas_database_run (self->database, self->error, "INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", "iiiisisiii",
                               self->id, (gint64) mention->block, (gint64) mention->start, (gint64) mention->end, mention->target, (gint64) mention->is_organisation,
                               mention->form, (gint64) mention->kind, (gint64) mention->reason, (gint64) mention->doubtful))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_subjects (Writing *self,
                const GArray *subjects)
{
  for (guint i = 0; i < subjects->len; i++)
    {
      const AtlasSubject *subject = &g_array_index (subjects, AtlasSubject, i);

      if (!atlas_database_run (self->database, self->error, "INSERT INTO subjects VALUES (?, ?, ?, ?, ?, ?, ?, ?)", "siiiiiii",
                               subject->target, (gint64) subject->is_organisation, self->doc, self->id, (gint64) i, (gint64) subject->count,
                               (gint64) subject->n_doubtful, (gint64) subject->about))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_passages (Writing *self,
                const GArray *passages)
{
  for (guint i = 0; i < passages->len; i++)
    {
      const AtlasLibraryPassage *passage = &g_array_index (passages, AtlasLibraryPassage, i);

      if (!atlas_database_run (self->database, self->error, "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?)", "siiiiiii",
                               passage->target, (gint64) passage->is_organisation, (gint64) passage->class, self->doc, (gint64) passage->block, self->id,
                               (gint64) passage->about, (gint64) passage->doubtful))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_links (Writing *self,
             const AtlasLibraryLinks *links)
{
  static const char *const clear[] = {
    "DELETE FROM mentions WHERE article = ?",
    "DELETE FROM subjects WHERE article = ?",
    "DELETE FROM passages WHERE article = ?",
  };

  for (guint i = 0; i < G_N_ELEMENTS (clear); i++)
    if (!atlas_database_run (self->database, self->error, clear[i], "i", self->id))
      return FALSE;
  return write_mentions (self, links->found) && write_subjects (self, links->subjects) && write_passages (self, links->passages);
}

/* --- One article -------------------------------------------------------------------------- */

static gboolean
write_blocks (Writing *self,
              const AtlasLibraryEntry *entry)
{
  if (!atlas_database_run (self->database, self->error, "DELETE FROM blocks WHERE article = ?", "i", self->id))
    return FALSE;
  for (guint i = 0; i < entry->blocks->len; i++)
    {
      const AtlasLibraryBlock *block = &g_array_index (entry->blocks, AtlasLibraryBlock, i);

      if (!atlas_database_run (self->database, self->error, "INSERT INTO blocks VALUES (?, ?, ?, ?)", "iiss", self->id, (gint64) i,
                               block->kind == ATLAS_BLOCK_HEADING ? "heading" : "paragraph", block->text))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_tags (Writing *self,
            char **tags)
{
  if (!atlas_database_run (self->database, self->error, "DELETE FROM tags WHERE article = ?", "i", self->id))
    return FALSE;
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    if (!atlas_database_run (self->database, self->error, "INSERT OR IGNORE INTO tags VALUES (?, ?)", "si", tags[i], self->id))
      return FALSE;
  return TRUE;
}

static gboolean
write_correction (Writing *self,
                  const AtlasCorrection *correction)
{
  return atlas_database_run (self->database, self->error,
                             "INSERT INTO corrections (article, what, target, is_organisation, whole, block, start, end, quote, created_at)"
                             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                             "issiiiiisi", self->id, atlas_correction_what_to_id (correction->what), correction->target, (gint64) !!correction->is_organisation,
                             (gint64) !!correction->all, (gint64) correction->block, (gint64) correction->start, (gint64) correction->end, correction->quote,
                             correction->created_at != 0 ? correction->created_at : g_get_real_time ());
}

static gboolean
write_text (Writing *self,
            const AtlasLibraryEntry *entry,
            const AtlasLinker *linker)
{
  g_autofree char *text = atlas_library_entry_join_text (entry);
  g_autoptr (AtlasLikeness) likeness = atlas_likeness_new (text);
  g_autoptr (AtlasLibraryLinks) links = atlas_library_links_new (entry, linker);
  g_autofree char *title = atlas_library_fold_title (entry->title);
  g_autofree char *address = atlas_likeness_fold_address (entry->address);

  self->doc = ((gint64) day_of (entry) << ATLAS_DOC_SHIFT) | self->id;
  return atlas_database_run (self->database, self->error,
                             "UPDATE articles SET doc = ?, title_order = ?, address_folded = ?, fingerprint = ? WHERE id = ?", "isssi",
                             self->doc, title, address, likeness->fingerprint, self->id) &&
         write_blocks (self, entry) && write_likeness (self, likeness, TRUE) && write_links (self, links) &&
         (entry->deleted_at != 0 || add_words (self));
}

/**
 * atlas_library_insert_entry:
 * @entry: as atlas_library_entry_mend() returned it, with a key
 *
 * Writes an article within the transaction that is open.
 */
gboolean
atlas_library_insert_entry (AtlasDatabase *database,
                            const AtlasLibraryEntry *entry,
                            const AtlasLinker *linker,
                            const char *version,
                            GError **error)
{
  Writing self = { .database = database, .error = error };
  gint64 last;

  /* A number that no article has had, so that `doc` can be said at once. */
  if (!atlas_database_get_number (database, "SELECT seq FROM sqlite_sequence WHERE name = 'articles'", &last, error))
    return FALSE;
  self.id = last + 1;
  if (!atlas_database_run (database, error,
                           "INSERT INTO articles (id, doc, key, title, title_order, summary, publisher, author, date, address, address_folded, language,"
                           " fingerprint, imported_at, updated_at, read_at, deleted_at, gazetteer)"
                           " VALUES (?, ?, ?, ?, '', ?, ?, ?, ?, ?, '', ?, '', ?, ?, ?, ?, ?)",
                           "iissssssssiiiis", self.id, -self.id, entry->key, entry->title, entry->summary, entry->publisher, entry->author, entry->date,
                           entry->address, entry->language, entry->imported_at, entry->updated_at, entry->read_at, entry->deleted_at, version))
    return FALSE;
  for (guint i = 0; entry->corrections != NULL && i < entry->corrections->len; i++)
    if (!write_correction (&self, &g_array_index (entry->corrections, AtlasCorrection, i)))
      return FALSE;
  return write_tags (&self, entry->tags) && write_text (&self, entry, linker);
}

static gboolean
is_taken (AtlasDatabase *database,
          const char *key)
{
  gint64 id;

  return atlas_library_find_id (database, key, &id, NULL);
}

/**
 * atlas_library_add:
 * @entry: without a key, or with one that is free
 * @key: (out) (optional): the key that it got
 *
 * Keeps an article: links it and writes all in one transaction. It does not ask whether
 * the same is there already; atlas_library_find_same() does.
 */
gboolean
atlas_library_add (AtlasLibrary *self,
                   const AtlasLibraryEntry *entry,
                   char **key,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (AtlasLibraryEntry) mended = atlas_library_entry_mend (entry, error);
  AtlasDatabase *database;
  gboolean done;

  if (mended == NULL)
    return FALSE;
  database = atlas_library_begin_write (self, cancellable, error);
  if (database == NULL)
    return FALSE;
  if (mended->key != NULL && is_taken (database, mended->key))
    {
      g_set_error (error, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_EXISTS, _ ("The library has an article “%s” already."), mended->key);
      return atlas_library_end_write (self, FALSE, NULL);
    }
  while (mended->key == NULL || (entry->key == NULL && is_taken (database, mended->key)))
    {
      g_free (mended->key);
      mended->key = make_key ();
    }
  done = atlas_library_insert_entry (database, mended, atlas_library_get_linker (self), atlas_library_get_links_version (self), error);
  done = atlas_library_end_write (self, done, error);
  if (done && key != NULL)
    *key = g_strdup (mended->key);
  return done;
}

/* --- Changes to one article ----------------------------------------------------------------- */

typedef gboolean (*Change) (Writing *self, AtlasLibrary *library, AtlasLibraryEntry *entry, gconstpointer data);

/* Takes out what follows from the text as it was. */
static gboolean
remove_text (Writing *self,
             const AtlasLibraryEntry *entry)
{
  g_autofree char *text = atlas_library_entry_join_text (entry);
  g_autoptr (AtlasLikeness) likeness = atlas_likeness_new (text);

  return (entry->deleted_at != 0 || remove_words (self)) && write_likeness (self, likeness, FALSE);
}

static gboolean
begin_change (Writing *self,
              const char *key)
{
  sqlite3_stmt *statement = atlas_database_query (self->database, self->error, "SELECT id, doc FROM articles WHERE key = ?", "s", key);
  gboolean row;

  if (!atlas_database_step (self->database, statement, &row, self->error))
    return FALSE;
  if (!row)
    return fail_not_found (key, self->error);
  self->id = sqlite3_column_int64 (statement, 0);
  self->doc = sqlite3_column_int64 (statement, 1);
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
change_article (AtlasLibrary *library,
                const char *key,
                Change change,
                gconstpointer data,
                GCancellable *cancellable,
                GError **error)
{
  Writing self = { .database = atlas_library_begin_write (library, cancellable, error), .error = error };
  g_autoptr (AtlasLibraryEntry) entry = NULL;

  if (self.database == NULL)
    return FALSE;
  if (!begin_change (&self, key) || (entry = atlas_library_load_entry (self.database, self.id, NULL, error)) == NULL)
    return atlas_library_end_write (library, FALSE, NULL);
  return atlas_library_end_write (library, change (&self, library, entry, data), error);
}

static gboolean
relink_entry (Writing *self,
              AtlasLibrary *library,
              const AtlasLibraryEntry *entry)
{
  g_autoptr (AtlasLibraryLinks) links = atlas_library_links_new (entry, atlas_library_get_linker (library));

  return write_links (self, links) &&
         atlas_database_run (self->database, self->error, "UPDATE articles SET gazetteer = ? WHERE id = ?", "si", atlas_library_get_links_version (library), self->id);
}

static gboolean
do_update (Writing *self,
           AtlasLibrary *library,
           AtlasLibraryEntry *entry,
           gconstpointer data)
{
  g_autoptr (AtlasLibraryEntry) new = atlas_library_entry_copy (data);

  g_clear_pointer (&new->corrections, g_array_unref);
  new->corrections = atlas_corrections_copy (entry->corrections);
  new->imported_at = entry->imported_at;
  new->deleted_at = entry->deleted_at;
  return remove_text (self, entry) &&
         atlas_database_run (self->database, self->error,
                             "UPDATE articles SET title = ?, summary = ?, publisher = ?, author = ?, date = ?, address = ?, language = ?, updated_at = ?,"
                             " gazetteer = ? WHERE id = ?",
                             "sssssssisi", new->title, new->summary, new->publisher, new->author, new->date, new->address, new->language, g_get_real_time (),
                             atlas_library_get_links_version (library), self->id) &&
         write_text (self, new, atlas_library_get_linker (library));
}

/**
 * atlas_library_update:
 * @entry: the text and what is known of it; its tags, corrections and times do not count
 *
 * Puts another text in the place of an article's, and keeps its tags, corrections and
 * read mark. A correction finds its place again by the words that stood there.
 */
gboolean
atlas_library_update (AtlasLibrary *self,
                      const char *key,
                      const AtlasLibraryEntry *entry,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (AtlasLibraryEntry) mended = atlas_library_entry_mend (entry, error);

  return mended != NULL && change_article (self, key, do_update, mended, cancellable, error);
}

static gboolean
do_set_tags (Writing *self,
             AtlasLibrary *library,
             AtlasLibraryEntry *entry,
             gconstpointer data)
{
  g_autoptr (AtlasLibraryEntry) mended = NULL;

  g_strfreev (entry->tags);
  entry->tags = g_strdupv ((char **) data);
  mended = atlas_library_entry_mend (entry, self->error);
  return mended != NULL && write_tags (self, mended->tags);
}

/**
 * atlas_library_set_tags:
 * @tags: (array zero-terminated=1): all that the article is to have
 */
gboolean
atlas_library_set_tags (AtlasLibrary *self,
                        const char *key,
                        const char *const *tags,
                        GCancellable *cancellable,
                        GError **error)
{
  return change_article (self, key, do_set_tags, tags, cancellable, error);
}

static gboolean
do_set_read (Writing *self,
             AtlasLibrary *library,
             AtlasLibraryEntry *entry,
             gconstpointer data)
{
  gboolean read = GPOINTER_TO_INT (data);

  return atlas_database_run (self->database, self->error, "UPDATE articles SET read_at = ? WHERE id = ?", "ii", read ? g_get_real_time () : (gint64) 0, self->id);
}

/**
 * atlas_library_set_read:
 *
 * Marks an article as read or unread.
 */
gboolean
atlas_library_set_read (AtlasLibrary *self,
                        const char *key,
                        gboolean read,
                        GCancellable *cancellable,
                        GError **error)
{
  return change_article (self, key, do_set_read, GINT_TO_POINTER (read), cancellable, error);
}

static gboolean
do_set_deleted (Writing *self,
                AtlasLibrary *library,
                AtlasLibraryEntry *entry,
                gconstpointer data)
{
  gboolean deleted = GPOINTER_TO_INT (data);

  if (deleted == (entry->deleted_at != 0))
    return TRUE;
  if (deleted && !remove_words (self))
    return FALSE;
  return atlas_database_run (self->database, self->error, "UPDATE articles SET deleted_at = ? WHERE id = ?", "ii", deleted ? g_get_real_time () : (gint64) 0, self->id) &&
         (deleted || add_words (self));
}

/**
 * atlas_library_set_deleted:
 *
 * Deletes an article or brings it back, with all that belongs to it. What was deleted
 * thirty days ago goes for good when the library is opened.
 */
gboolean
atlas_library_set_deleted (AtlasLibrary *self,
                           const char *key,
                           gboolean deleted,
                           GCancellable *cancellable,
                           GError **error)
{
  return change_article (self, key, do_set_deleted, GINT_TO_POINTER (!!deleted), cancellable, error);
}

static gboolean
do_correct (Writing *self,
            AtlasLibrary *library,
            AtlasLibraryEntry *entry,
            gconstpointer data)
{
  AtlasCorrection correction = *(const AtlasCorrection *) data;

  correction.quote = g_strdup (correction.quote);
  correction.created_at = correction.created_at != 0 ? correction.created_at : g_get_real_time ();
  g_array_append_val (entry->corrections, correction);
  return write_correction (self, &correction) && relink_entry (self, library, entry);
}

/* The words at the place, where the caller did not give them. */
static char *
quote_place (AtlasLibrary *self,
             const char *key,
             const AtlasCorrection *correction,
             GCancellable *cancellable)
{
  g_autoptr (AtlasLibraryArticle) article = NULL;
  const char *text;

  if (correction->quote != NULL || (correction->all && correction->what != ATLAS_CORRECTION_THIS_IS))
    return g_strdup (correction->quote);
  article = atlas_library_get (self, key, cancellable, NULL);
  text = article != NULL ? atlas_library_entry_get_text_at (article->entry, correction->block) : NULL;
  if (text == NULL || correction->start >= correction->end || (glong) correction->end > g_utf8_strlen (text, -1))
    return NULL;
  return g_utf8_substring (text, correction->start, correction->end);
}

/**
 * atlas_library_correct:
 * @correction: the place must be in the article; its words are taken from there
 *
 * Keeps what the reader says about what was linked; it counts from now on, whatever a
 * later gazetteer finds.
 */
gboolean
atlas_library_correct (AtlasLibrary *self,
                       const char *key,
                       const AtlasCorrection *correction,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autofree char *quote = quote_place (self, key, correction, cancellable);
  AtlasCorrection quoted = *correction;

  quoted.quote = quote;
  if (quote == NULL && (!correction->all || correction->what == ATLAS_CORRECTION_THIS_IS))
    {
      g_set_error (error, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_INVALID, _ ("The article “%s” has no such place."), key);
      return FALSE;
    }
  return change_article (self, key, do_correct, &quoted, cancellable, error);
}

static gboolean
do_uncorrect (Writing *self,
              AtlasLibrary *library,
              AtlasLibraryEntry *entry,
              gconstpointer data)
{
  if (entry->corrections->len == 0)
    return TRUE;
  g_array_set_size (entry->corrections, entry->corrections->len - 1);
  return atlas_database_run (self->database, self->error, "DELETE FROM corrections WHERE id = (SELECT max (id) FROM corrections WHERE article = ?)", "i", self->id) &&
         relink_entry (self, library, entry);
}

/**
 * atlas_library_uncorrect:
 *
 * Takes the article's last correction back.
 */
gboolean
atlas_library_uncorrect (AtlasLibrary *self,
                         const char *key,
                         GCancellable *cancellable,
                         GError **error)
{
  return change_article (self, key, do_uncorrect, NULL, cancellable, error);
}

/* --- Many articles ---------------------------------------------------------------------------- */

/* Keys of up to some articles, so that no statement stands open while they change. */
static GPtrArray *
collect_keys (AtlasLibrary *self,
              const char *sql,
              const char *types,
              gint64 number,
              const char *text,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  AtlasDatabase *database = atlas_library_begin_read (self, cancellable, error);
  sqlite3_stmt *statement;
  gboolean row = FALSE, done;

  if (database == NULL)
    return NULL;
  statement = *types == 'i' ? atlas_database_query (database, error, sql, "i", number) : atlas_database_query (database, error, sql, "s", text);
  while ((done = atlas_database_step (database, statement, &row, error)) && row)
    g_ptr_array_add (keys, g_strdup (atlas_column_text (statement, 0)));
  atlas_library_end_read (self, database);
  return done ? g_steal_pointer (&keys) : NULL;
}

static gboolean
do_relink (Writing *self,
           AtlasLibrary *library,
           AtlasLibraryEntry *entry,
           gconstpointer data)
{
  return relink_entry (self, library, entry);
}

/**
 * atlas_library_relink:
 * @n_relinked: (out) (optional): how many articles were linked anew
 *
 * Links all articles anew that another gazetteer or program linked; corrections stay.
 * Each article is a transaction of its own: who cancels keeps what is done.
 */
gboolean
atlas_library_relink (AtlasLibrary *self,
                      guint *n_relinked,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GPtrArray) keys = collect_keys (self, "SELECT key FROM articles WHERE gazetteer <> ?", "s", 0, atlas_library_get_links_version (self), cancellable, error);

  if (n_relinked != NULL)
    *n_relinked = 0;
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      g_autoptr (GError) local = NULL;

      if (change_article (self, g_ptr_array_index (keys, i), do_relink, NULL, cancellable, &local))
        {
          if (n_relinked != NULL)
            (*n_relinked)++;
        }
      /* One that was removed meanwhile needs no links. */
      else if (!g_error_matches (local, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return keys != NULL;
}

static gboolean
do_purge (Writing *self,
          AtlasLibrary *library,
          AtlasLibraryEntry *entry,
          gconstpointer data)
{
  if (entry->deleted_at == 0)
    return TRUE;
  return remove_text (self, entry) && atlas_database_run (self->database, self->error, "DELETE FROM articles WHERE id = ?", "i", self->id);
}

/**
 * atlas_library_remove:
 *
 * Removes a deleted article for good; one that is not deleted stays.
 */
gboolean
atlas_library_remove (AtlasLibrary *self,
                      const char *key,
                      GCancellable *cancellable,
                      GError **error)
{
  return change_article (self, key, do_purge, NULL, cancellable, error);
}

/**
 * atlas_library_purge:
 * @deleted_before: microseconds since 1970
 * @n_purged: (out) (optional): how many articles went
 *
 * Removes for good what was deleted before then.
 */
gboolean
atlas_library_purge (AtlasLibrary *self,
                     gint64 deleted_before,
                     guint *n_purged,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GPtrArray) keys = collect_keys (self, "SELECT key FROM articles WHERE deleted_at > 0 AND deleted_at < ?", "i", deleted_before, NULL, cancellable, error);

  if (n_purged != NULL)
    *n_purged = keys != NULL ? keys->len : 0;
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    if (!change_article (self, g_ptr_array_index (keys, i), do_purge, NULL, cancellable, error))
      return FALSE;
  return keys != NULL;
}
