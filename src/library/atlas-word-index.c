/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-word-index.h"

#include "atlas-database.h"
#include "atlas-library-private.h"
#include "atlas-tokenizer.h"

/* A note that more memberships than this share tells of the organisation, not of each
 * country. */
#define MAX_SHARED 3

/* What a row of the index stands for; strings are owned. */
typedef struct
{
  AtlasFoundKind kind;
  char *key;
  char *title;
  char *date;
  AtlasDay day;
  char *language;
} Thing;

struct _AtlasWordIndex
{
  gatomicrefcount ref_count;
  GMutex lock;
  AtlasDatabase *database;
  GArray *things; /* Thing; the row is the place, from 1 */
};

/* Only while it is built. */
typedef struct
{
  AtlasWordIndex *index;
  const AtlasDataset *dataset;
  const char *language;
  GHashTable *shared; /* note to how many memberships have it */
  GError **error;
} Builder;

static void
clear_thing (gpointer data)
{
  Thing *thing = data;

  g_free (thing->key);
  g_free (thing->title);
  g_free (thing->date);
  g_free (thing->language);
}

/* --- Building ---------------------------------------------------------------------- */

static gboolean
add_thing (Builder *self,
           AtlasFoundKind kind,
           const char *key,
           const char *title,
           const AtlasDate *date,
           const char *language,
           const char *names,
           const char *text)
{
  Thing thing = {
    .kind = kind,
    .key = g_strdup (key),
    .title = g_strdup (title),
    .date = date != NULL ? atlas_date_to_edtf (date) : g_strdup (""),
    .day = date != NULL ? date->earliest : ATLAS_DAY_MIN,
    .language = g_strdup (language),
  };

  g_array_append_val (self->index->things, thing);
  return atlas_database_run (self->index->database, self->error, "INSERT INTO words (rowid, title, names, text) VALUES (?, ?, ?, ?)", "isss",
                             (gint64) self->index->things->len, title, names, text);
}

static void
append (GString *text,
        const char *separator,
        const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", part);
}

/* “A;B” as the data package writes it. */
static void
append_list (GString *text,
             const char *list)
{
  g_auto (GStrv) parts = g_strsplit (list != NULL ? list : "", ";", -1);
  g_autofree char *joined = g_strjoinv (", ", parts);

  append (text, "\n", joined);
}

/* What it is called in other languages, each name once. */
static void
append_name (GString *names,
             GHashTable *seen,
             const char *name)
{
  if (name != NULL && g_hash_table_add (seen, (gpointer) name))
    append (names, ", ", name);
}

static gboolean
add_briefing (Builder *self,
              const AtlasArticle *article)
{
  g_autoptr (GString) text = g_string_new (atlas_article_get_summary (article));
  guint n;
  const AtlasBlock *blocks = atlas_article_get_blocks (article, &n);

  for (guint i = 0; i < n; i++)
    append (text, "\n", blocks[i].text);
  return add_thing (self, ATLAS_FOUND_BRIEFING, atlas_article_get_key (article), atlas_article_get_title (article), atlas_article_get_date (article),
                    atlas_article_get_language (article), "", text->str);
}

static gboolean
add_event (Builder *self,
           const AtlasEvent *event)
{
  const char *title = atlas_event_get_title (event, self->language);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (atlas_event_get_summary (event, self->language));

  g_hash_table_add (seen, (gpointer) title);
  for (guint i = 0; i < ATLAS_N_LANGUAGES; i++)
    append_name (names, seen, atlas_event_get_title (event, atlas_language_to_tag (i)));
  append_list (text, atlas_event_get_people (event, self->language));
  return add_thing (self, ATLAS_FOUND_EVENT, event->id, title, &event->date, self->language, names->str, text->str);
}

static gboolean
is_shared (Builder *self,
           const char *note)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->shared, note)) > MAX_SHARED;
}

static void
append_memberships (Builder *self,
                    const AtlasCountry *country,
                    GString *text)
{
  guint n;
  const AtlasMembership *const *memberships = atlas_dataset_get_memberships (self->dataset, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *note = atlas_membership_get_note (memberships[i], self->language);
      g_autofree char *line = NULL;

      if (memberships[i]->country != country || note == NULL || *note == '\0' || is_shared (self, note))
        continue;
      line = g_strdup_printf ("%s: %s", atlas_organisation_get_abbreviation (memberships[i]->organisation, self->language), note);
      append (text, "\n", line);
      append (text, " ", atlas_membership_get_contested_reason (memberships[i], self->language));
    }
}

static gboolean
add_country (Builder *self,
             const AtlasCountry *country)
{
  const char *name = atlas_country_get_name (country, self->language);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (atlas_country_get_capital_name (country, self->language));

  g_hash_table_add (seen, (gpointer) name);
  for (guint i = 0; i < ATLAS_N_LANGUAGES; i++)
    append_name (names, seen, atlas_country_get_name (country, atlas_language_to_tag (i)));
  append_memberships (self, country, text);
  return add_thing (self, ATLAS_FOUND_COUNTRY, country->code, name, NULL, self->language, names->str, text->str);
}

static void
append_shared (Builder *self,
               const AtlasOrganisation *organisation,
               GString *text)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const AtlasMembership *const *memberships = atlas_dataset_get_memberships (self->dataset, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *note = atlas_membership_get_note (memberships[i], self->language);

      if (memberships[i]->organisation == organisation && note != NULL && is_shared (self, note) && g_hash_table_add (seen, (gpointer) note))
        append (text, "\n", note);
    }
}

static gboolean
add_organisation (Builder *self,
                  const AtlasOrganisation *organisation)
{
  const char *name = atlas_organisation_get_name (organisation, self->language);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (atlas_organisation_get_description (organisation, self->language));

  g_hash_table_add (seen, (gpointer) name);
  append_name (names, seen, atlas_organisation_get_abbreviation (organisation, self->language));
  for (guint i = 0; i < ATLAS_N_LANGUAGES; i++)
    {
      append_name (names, seen, atlas_organisation_get_abbreviation (organisation, atlas_language_to_tag (i)));
      append_name (names, seen, atlas_organisation_get_name (organisation, atlas_language_to_tag (i)));
    }
  append (text, "\n", atlas_organisation_get_treaty (organisation, self->language));
  append (text, "\n", atlas_organisation_get_seat (organisation, self->language));
  append_shared (self, organisation, text);
  return add_thing (self, ATLAS_FOUND_ORGANISATION, organisation->id, name, NULL, self->language, names->str, text->str);
}

static void
count_notes (Builder *self)
{
  guint n;
  const AtlasMembership *const *memberships = atlas_dataset_get_memberships (self->dataset, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *note = atlas_membership_get_note (memberships[i], self->language);

      if (note != NULL)
        g_hash_table_insert (self->shared, (gpointer) note, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (self->shared, note)) + 1));
    }
}

static gboolean
add_briefings (Builder *self,
               const AtlasBriefings *briefings)
{
  g_autoptr (GPtrArray) articles = atlas_briefings_list (briefings, self->language);

  for (guint i = 0; i < articles->len; i++)
    if (!add_briefing (self, g_ptr_array_index (articles, i)))
      return FALSE;
  return TRUE;
}

/* In the order in which they are to be found: the newest first. */
static gboolean
add_dataset (Builder *self)
{
  guint n;
  const AtlasEvent *const *events = atlas_dataset_get_events (self->dataset, &n);
  const AtlasCountry *const *countries;
  const AtlasOrganisation *const *organisations;

  for (guint i = n; i > 0; i--)
    if (!add_event (self, events[i - 1]))
      return FALSE;
  countries = atlas_dataset_get_countries (self->dataset, &n);
  for (guint i = 0; i < n; i++)
    if (!add_country (self, countries[i]))
      return FALSE;
  organisations = atlas_dataset_get_organisations (self->dataset, &n);
  for (guint i = 0; i < n; i++)
    if (!add_organisation (self, organisations[i]))
      return FALSE;
  return TRUE;
}

static gboolean
add_all (Builder *self,
         const AtlasBriefings *briefings)
{
  if (briefings != NULL && !add_briefings (self, briefings))
    return FALSE;
  if (self->dataset == NULL)
    return TRUE;
  count_notes (self);
  return add_dataset (self);
}

/**
 * atlas_word_index_new:
 * @dataset: (nullable): where %NULL, only briefings are found
 * @briefings: (nullable): where %NULL, none are found
 * @language: (nullable): the reader's, a language tag
 *
 * Builds the index in memory. It takes some tens of milliseconds and may be done in a
 * thread; what it is built of need not live as long as it.
 *
 * Returns: (transfer full) (nullable): the index
 */
AtlasWordIndex *
atlas_word_index_new (const AtlasDataset *dataset,
                      const AtlasBriefings *briefings,
                      const char *language,
                      GError **error)
{
  g_autoptr (AtlasWordIndex) self = g_new0 (AtlasWordIndex, 1);
  g_autoptr (GHashTable) shared = g_hash_table_new (g_str_hash, g_str_equal);
  Builder builder = { self, dataset, language != NULL ? language : "en", shared, error };

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->things = g_array_new (FALSE, FALSE, sizeof (Thing));
  g_array_set_clear_func (self->things, clear_thing);
  self->database = atlas_database_open (":memory:", ATLAS_DATABASE_WRITE, error);
  if (self->database == NULL ||
      !atlas_database_exec (self->database, "CREATE VIRTUAL TABLE words USING fts5 (title, names, text, tokenize = '" ATLAS_TOKENIZER_NAME "')", error) ||
      !atlas_database_begin (self->database, error) || !add_all (&builder, briefings) || !atlas_database_commit (self->database, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * atlas_word_index_ref:
 *
 * Returns: (transfer full): @self; any thread may call this
 */
AtlasWordIndex *
atlas_word_index_ref (AtlasWordIndex *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atlas_word_index_unref:
 *
 * Any thread may call this.
 */
void
atlas_word_index_unref (AtlasWordIndex *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->database, atlas_database_free);
  g_array_unref (self->things);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/* --- Searching ------------------------------------------------------------------------- */

typedef struct
{
  gint64 row;
  gboolean in_title;
} Row;

static AtlasFound *
make_found (const Thing *thing,
            const char *marked,
            gboolean in_title)
{
  AtlasFound *found = g_new0 (AtlasFound, 1);

  found->kind = thing->kind;
  found->key = g_strdup (thing->key);
  found->title = g_strdup (thing->title);
  found->date = g_strdup (thing->date);
  found->day = thing->day;
  found->language = g_strdup (thing->language);
  found->in_title = in_title;
  found->snippet = atlas_library_read_snippet (marked, &found->marks);
  return found;
}

/* Rows of what is to be answered; snippets cost more than finding does, so that they are
 * made for these alone. */
static GArray *
find_rows (AtlasWordIndex *self,
           const char *match,
           guint limit,
           GError **error)
{
  g_autofree char *in_title = g_strdup_printf ("{title names} : (%s)", match);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  guint counts[ATLAS_N_FOUND_KINDS] = { 0 };
  sqlite3_stmt *statement = atlas_database_query (self->database, error,
                                                  "SELECT rowid, rowid IN (SELECT rowid FROM words WHERE words MATCH ?) AS in_title FROM words"
                                                  " WHERE words MATCH ? ORDER BY in_title DESC, rowid",
                                                  "ss", in_title, match);
  gboolean row, done;

  while ((done = atlas_database_step (self->database, statement, &row, error)) && row)
    {
      const Row found = { sqlite3_column_int64 (statement, 0), sqlite3_column_int (statement, 1) };
      AtlasFoundKind kind = g_array_index (self->things, Thing, found.row - 1).kind;

      if (limit == 0 || counts[kind]++ < limit)
        g_array_append_val (rows, found);
    }
  return done ? g_steal_pointer (&rows) : NULL;
}

static gboolean
run_search (AtlasWordIndex *self,
            const char *match,
            guint limit,
            GPtrArray *all,
            GError **error)
{
  g_autoptr (GArray) rows = find_rows (self, match, limit, error);
  gboolean done = rows != NULL;

  for (guint i = 0; done && i < rows->len; i++)
    {
      const Row *found = &g_array_index (rows, Row, i);
      sqlite3_stmt *statement = atlas_database_query (self->database, error,
                                                      "SELECT snippet (words, -1, char (1), char (2), '…', 24) FROM words WHERE words MATCH ? AND rowid = ?",
                                                      "si", match, found->row);
      gboolean row;

      done = atlas_database_step (self->database, statement, &row, error);
      if (done && row)
        g_ptr_array_add (all, make_found (&g_array_index (self->things, Thing, found->row - 1), atlas_column_text (statement, 0), found->in_title));
      sqlite3_reset (statement);
    }
  return done;
}

static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  const AtlasFound *left = *(AtlasFound *const *) a;
  const AtlasFound *right = *(AtlasFound *const *) b;

  return (int) left->kind - (int) right->kind;
}

/**
 * atlas_word_index_search:
 * @words: as atlas_library_search() takes them
 * @limit: how many of each kind at most, 0 for all
 *
 * Returns: (transfer full) (nullable) (element-type AtlasFound): kind by kind; of each
 *   first those with the words in their title or another name, then the others, the
 *   newest first
 */
GPtrArray *
atlas_word_index_search (AtlasWordIndex *self,
                         const char *words,
                         guint limit,
                         GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_found_free);
  g_autofree char *match = atlas_library_parse_words (words);
  gboolean done;

  if (match == NULL)
    return g_steal_pointer (&all);
  g_mutex_lock (&self->lock);
  done = run_search (self, match, limit, all, error);
  g_mutex_unlock (&self->lock);
  /* Stable: each kind keeps its order. */
  g_ptr_array_sort (all, compare_kinds);
  return done ? g_steal_pointer (&all) : NULL;
}
