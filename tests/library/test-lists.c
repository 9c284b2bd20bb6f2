/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-fixture.h"

#include <string.h>

#include "../atlas-fixture.h"
#include "atlas-briefing-list.h"
#include "atlas-library-exchange.h"
#include "atlas-library-private.h"

#define N_ARTICLES 130
#define SIZE 20

static const AtlasLibrarySort sorts[] = { ATLAS_LIBRARY_NEWEST, ATLAS_LIBRARY_OLDEST, ATLAS_LIBRARY_LAST_IMPORTED, ATLAS_LIBRARY_TITLE };

/* In one transaction, which waits for the disk once. */
static void
add_many (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  AtlasDatabase *database = atlas_library_begin_write (self->library, NULL, &error);

  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i * 37 % 50);
      g_autofree char *date = g_strdup_printf ("20%02u-%02u-%02u", i * 13 % 25, i % 12 + 1, i % 7 + 1);
      g_autofree char *text = g_strdup_printf ("The government met %u ministers%s.", i, i % 3 == 0 ? " of Kazakhstan" : "");
      g_autoptr (AtlasLibraryEntry) entry = fixture_entry (title, date, text);
      g_autoptr (AtlasLibraryEntry) mended = NULL;

      entry->key = g_strdup_printf ("own-%u", i);
      entry->language = g_strdup (i % 2 == 0 ? "en" : "sv");
      entry->imported_at = G_TIME_SPAN_DAY * (1 + i * 11 % 40);
      mended = atlas_library_entry_mend (entry, &error);
      g_assert_true (atlas_library_insert_entry (database, mended, fixture_linker (), atlas_library_get_links_version (self->library), &error));
    }
  g_assert_true (atlas_library_end_write (self->library, TRUE, &error));
}

static GPtrArray *
list (Fixture *self,
      const AtlasLibraryQuery *query)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *items = atlas_library_list (self->library, query, NULL, &error);

  g_assert_no_error (error);
  return items;
}

static GArray *
divide (Fixture *self,
        const AtlasLibraryQuery *query,
        const char *const *ends)
{
  g_autoptr (GError) error = NULL;
  GArray *stretches = atlas_library_divide (self->library, query, ends, SIZE, NULL, &error);

  g_assert_no_error (error);
  return stretches;
}

/* --- Order ------------------------------------------------------------------------------ */

static void
cursors_say_the_order (Fixture *self,
                       gconstpointer data)
{
  add_many (self);
  for (guint s = 0; s < G_N_ELEMENTS (sorts); s++)
    {
      g_autoptr (GPtrArray) items = list (self, &(AtlasLibraryQuery) { .sort = sorts[s] });

      g_assert_cmpuint (items->len, ==, N_ARTICLES);
      for (guint i = 1; i < items->len; i++)
        {
          const AtlasLibraryItem *a = items->pdata[i - 1], *b = items->pdata[i];

          g_assert_cmpint (atlas_library_compare_cursors (sorts[s], a->cursor, b->cursor), <, 0);
          g_assert_cmpint (atlas_library_compare_cursors (sorts[s], b->cursor, a->cursor), >, 0);
          g_assert_cmpint (atlas_library_compare_cursors (sorts[s], a->cursor, a->cursor), ==, 0);
        }
    }
}

/* --- Stretches -------------------------------------------------------------------------- */

/* Each stretch read by itself gives the part of the list that it should be. */
static void
assert_stretches (Fixture *self,
                  const AtlasLibraryQuery *query,
                  const GArray *stretches)
{
  g_autoptr (GPtrArray) all = list (self, query);
  const char *after = NULL;
  guint at = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      const AtlasLibraryStretch *stretch = &g_array_index (stretches, AtlasLibraryStretch, i);
      AtlasLibraryQuery part = *query;
      g_autoptr (GPtrArray) items = NULL;

      g_assert_cmpuint (stretch->n, <=, 2 * SIZE);
      part.after = after;
      part.limit = MAX (1, stretch->n);
      items = list (self, &part);
      for (guint j = 0; j < stretch->n; j++, at++)
        g_assert_cmpstr (((AtlasLibraryItem *) items->pdata[j])->key, ==, ((AtlasLibraryItem *) all->pdata[at])->key);
      after = stretch->end;
    }
  g_assert_null (after);
  g_assert_cmpuint (at, ==, all->len);
}

static void
stretches_make_up_the_list (Fixture *self,
                            gconstpointer data)
{
  static const AtlasLibraryQuery queries[] = {
    { 0 },
    { .country = "KZ" },
    { .words = "government" },
    { .words = "government", .sort = ATLAS_LIBRARY_OLDEST },
    { .language = "sv", .read = ATLAS_LIBRARY_UNREAD },
    { .country = "BT" },
    { .words = "nothing of the kind" },
    { .words = "…" },
    { .deleted = TRUE },
  };

  add_many (self);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GArray) stretches = divide (self, &queries[i], NULL);

      assert_stretches (self, &queries[i], stretches);
    }
  for (guint s = 0; s < G_N_ELEMENTS (sorts); s++)
    {
      const AtlasLibraryQuery query = { .sort = sorts[s] };
      g_autoptr (GArray) stretches = divide (self, &query, NULL);

      g_assert_cmpuint (stretches->len, ==, 7);
      assert_stretches (self, &query, stretches);
    }
}

static void
stretches_keep_their_ends (Fixture *self,
                           gconstpointer data)
{
  const AtlasLibraryQuery query = { .sort = ATLAS_LIBRARY_NEWEST };
  g_autoptr (GPtrArray) ends = g_ptr_array_new ();
  g_autoptr (GArray) before = NULL, after = NULL;
  g_autofree char *early = NULL;

  add_many (self);
  before = divide (self, &query, NULL);
  for (guint i = 0; i < before->len; i++)
    g_ptr_array_add (ends, g_array_index (before, AtlasLibraryStretch, i).end);
  g_assert_null (ends->pdata[ends->len - 1]);

  /* One more at the end, and so many at the beginning that they are cut. */
  early = fixture_add_text (self, "Early", "1990-01-01", "Nothing.");
  for (guint i = 0; i < 2 * SIZE + 1; i++)
    g_free (fixture_add_text (self, "Late", "2030-01-01", "Nothing."));
  after = divide (self, &query, (const char *const *) ends->pdata);
  assert_stretches (self, &query, after);
  g_assert_cmpuint (g_array_index (after, AtlasLibraryStretch, 0).part, ==, 0);
  g_assert_cmpuint (g_array_index (after, AtlasLibraryStretch, 0).n, ==, SIZE);
  g_assert_cmpuint (g_array_index (after, AtlasLibraryStretch, after->len - 1).part, ==, before->len - 1);
  g_assert_cmpuint (g_array_index (after, AtlasLibraryStretch, after->len - 1).n, ==, g_array_index (before, AtlasLibraryStretch, before->len - 1).n + 1);
  for (guint i = 0, n = 0; i < before->len; i++)
    {
      for (; n < after->len && g_array_index (after, AtlasLibraryStretch, n).part == i; n++)
        ;
      g_assert_cmpstr (g_array_index (after, AtlasLibraryStretch, n - 1).end, ==, ends->pdata[i]);
    }
}

/* --- What items tell --------------------------------------------------------------------- */

static void
items_have_their_tags (Fixture *self,
                       gconstpointer data)
{
  const char *const tags[] = { "trade", "café, “au lait”", "Öst", NULL };
  g_autofree char *key = fixture_add_text (self, "A", "2024-01-01", "Nothing.");
  g_autofree char *other = fixture_add_text (self, "B", "2023-01-01", "Nothing.");
  g_autoptr (GPtrArray) items = NULL;
  g_auto (GStrv) languages = NULL;

  g_assert_true (atlas_library_set_tags (self->library, key, tags, NULL, NULL));
  items = list (self, &(AtlasLibraryQuery) { 0 });
  g_assert_cmpstrv (((AtlasLibraryItem *) items->pdata[0])->tags, ((const char *const[]) { "café, “au lait”", "trade", "Öst", NULL }));
  g_assert_cmpuint (g_strv_length (((AtlasLibraryItem *) items->pdata[1])->tags), ==, 0);
  g_assert_false (((AtlasLibraryItem *) items->pdata[0])->is_briefing);
  g_assert_true (atlas_library_set_deleted (self->library, other, TRUE, NULL, NULL));
  languages = atlas_library_list_languages (self->library, NULL, NULL);
  g_assert_cmpuint (g_strv_length (languages), ==, 0);
}

static void
languages_are_listed_once (Fixture *self,
                           gconstpointer data)
{
  g_auto (GStrv) languages = NULL;

  add_many (self);
  languages = atlas_library_list_languages (self->library, NULL, NULL);
  g_assert_cmpstrv (languages, ((const char *const[]) { "en", "sv", NULL }));
}

static void
remove_takes_only_what_is_deleted (Fixture *self,
                                   gconstpointer data)
{
  g_autofree char *key = fixture_add_text (self, "A", "2024-01-01", "Of Kazakhstan.");
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_library_remove (self->library, key, NULL, &error));
  atlas_library_article_free (fixture_get (self, key));
  g_assert_true (atlas_library_set_deleted (self->library, key, TRUE, NULL, &error));
  g_assert_true (atlas_library_remove (self->library, key, NULL, &error));
  g_assert_null (atlas_library_get (self->library, key, NULL, &error));
  g_assert_error (error, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_NOT_FOUND);
  fixture_check (self);
}

typedef struct
{
  AtlasLibrary *library;
  guint n_done;
  gboolean stop;
} Writer;

#define MOST_WRITES (50 * N_ARTICLES)

static gpointer
write_many (gpointer data)
{
  Writer *self = data;
  const char *const tags[] = { "a", NULL };

  for (guint i = 0; i < MOST_WRITES && !g_atomic_int_get (&self->stop); i++)
    {
      g_autofree char *key = g_strdup_printf ("own-%u", i % N_ARTICLES);

      g_assert_true (atlas_library_set_tags (self->library, key, tags, NULL, NULL));
      g_atomic_int_inc (&self->n_done);
    }
  return NULL;
}

/* Who writes a lot keeps nobody waiting who writes a little: at worst for long on a
 * machine that is busy with other things, but not until all is written. */
static void
others_get_their_turn (Fixture *self,
                       gconstpointer data)
{
  Writer writer = { self->library, 0, FALSE };
  GThread *thread;

  add_many (self);
  thread = g_thread_new ("many", write_many, &writer);
  while (g_atomic_int_get (&writer.n_done) < 10)
    g_thread_yield ();
  for (guint i = 0; i < 10; i++)
    g_assert_true (atlas_library_set_read (self->library, "own-1", i % 2 == 0, NULL, NULL));
  g_assert_cmpint (g_atomic_int_get (&writer.n_done), <, MOST_WRITES);
  g_atomic_int_set (&writer.stop, TRUE);
  g_thread_join (thread);
}

static void
export_of_some_writes_these (Fixture *self,
                             gconstpointer data)
{
  g_autofree char *directory = g_build_filename (self->directory, "out", NULL);
  g_autofree char *one = fixture_add_text (self, "One", "2024-01-01", "Nothing.");
  g_autofree char *two = fixture_add_text (self, "Two", "2024-01-02", "Nothing.");
  g_autofree char *three = fixture_add_text (self, "Three", "2024-01-03", "Nothing.");
  const char *const keys[] = { one, three, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n, n_files = 0;

  g_assert_true (atlas_library_export_some (self->library, keys, directory, &n, NULL, &error));
  g_assert_cmpuint (n, ==, 2);
  dir = g_dir_open (directory, 0, &error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_assert_null (strstr (name, two));
      n_files++;
    }
  g_assert_cmpuint (n_files, ==, 2);
}

/* --- Briefings --------------------------------------------------------------------------- */

static AtlasBriefings *
load_briefings (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "briefings", NULL);
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  AtlasBriefings *briefings = atlas_briefings_load (path, fixture_linker (), fixture_dataset (), problems);

  g_assert_nonnull (briefings);
  return briefings;
}

static guint
count (const AtlasBriefings *briefings,
       AtlasWordIndex *words,
       AtlasLibraryQuery query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = atlas_briefing_list (briefings, "sv", words, &query, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    {
      const AtlasLibraryItem *item = items->pdata[i];

      g_assert_true (item->is_briefing);
      g_assert_cmpstr (item->publisher, ==, "");
      g_assert_cmpint (query.words != NULL, ==, item->snippet != NULL);
      if (i > 0)
        g_assert_cmpint (atlas_library_compare_cursors (query.sort, ((AtlasLibraryItem *) items->pdata[i - 1])->cursor, item->cursor), <=, 0);
    }
  return items->len;
}

static void
briefings_are_filtered_like_articles (Fixture *self,
                                      gconstpointer data)
{
  g_autoptr (AtlasBriefings) briefings = load_briefings ();
  g_autoptr (AtlasWordIndex) words = atlas_word_index_new (NULL, briefings, "sv", NULL);
  g_autoptr (GPtrArray) articles = atlas_briefings_list (briefings, "sv");
  guint n_armenia = 0;

  for (guint i = 0; i < articles->len; i++)
    n_armenia += atlas_article_find_subject (articles->pdata[i], "AM", FALSE) != NULL;
  for (guint s = 0; s < G_N_ELEMENTS (sorts); s++)
    g_assert_cmpuint (count (briefings, words, (AtlasLibraryQuery) { .sort = sorts[s] }), ==, articles->len);
  g_assert_cmpuint (n_armenia, >, 0);
  g_assert_cmpuint (count (briefings, words, (AtlasLibraryQuery) { .country = "AM" }), ==, n_armenia);
  g_assert_cmpuint (count (briefings, words, (AtlasLibraryQuery) { .words = "Armenien" }), >, 0);
  g_assert_cmpuint (count (briefings, words, (AtlasLibraryQuery) { .words = "Armenien" }), <=, articles->len);
  g_assert_cmpuint (count (briefings, words, (AtlasLibraryQuery) { .words = "Armenien", .language = "en" }), ==, 0);
  g_assert_cmpuint (count (briefings, words, (AtlasLibraryQuery) { .words = "qqxqq" }), ==, 0);
  g_assert_cmpuint (count (briefings, words, (AtlasLibraryQuery) { .language = "sv" }), ==, articles->len);
  g_assert_cmpuint (count (briefings, words, (AtlasLibraryQuery) { .until = atlas_day_new (1980, 1, 1) }), ==, 0);
  g_assert_cmpuint (count (briefings, words, (AtlasLibraryQuery) { .from = atlas_day_new (1980, 1, 1) }), ==, articles->len);
  g_assert_cmpuint (count (briefings, words, (AtlasLibraryQuery) { .deleted = TRUE }), ==, 0);
  g_assert_cmpuint (count (briefings, words, (AtlasLibraryQuery) { .read = ATLAS_LIBRARY_UNREAD }), ==, 0);
  g_assert_cmpuint (count (briefings, words, (AtlasLibraryQuery) { .tag = "trade" }), ==, 0);
}

#define ADD(name, function) g_test_add ("/lists/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("cursors-say-the-order", cursors_say_the_order);
  ADD ("stretches-make-up-the-list", stretches_make_up_the_list);
  ADD ("stretches-keep-their-ends", stretches_keep_their_ends);
  ADD ("items-have-their-tags", items_have_their_tags);
  ADD ("languages-are-listed-once", languages_are_listed_once);
  ADD ("remove-takes-only-what-is-deleted", remove_takes_only_what_is_deleted);
  ADD ("others-get-their-turn", others_get_their_turn);
  ADD ("export-of-some-writes-these", export_of_some_writes_these);
  ADD ("briefings-are-filtered-like-articles", briefings_are_filtered_like_articles);

  return g_test_run ();
}
