/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-fixture.h"

#include <string.h>

#define CSTO_TEXT                                                                              \
  "Kazakstan och Belarus tillhör CSTO. Kazakstans president talade i Moskva.\n\n"              \
  "# Mötet i Bisjkek\n\nArmenien deltog inte. Kirgizistan var värd, och Tadzjikistan kom.\n\n" \
  "Ministrarna träffades i går."

static void
add_keeps_all (Fixture *self,
               gconstpointer data)
{
  g_autoptr (AtlasLibraryEntry) entry = fixture_entry ("Säkerhet  i\nÖst", "2025-05-28", CSTO_TEXT);
  g_autofree char *key = NULL;
  g_autoptr (AtlasLibraryArticle) article = NULL;
  const char *const tags[] = { "säkerhet", "CSTO", "CSTO", " ", NULL };

  entry->publisher = g_strdup ("Exempelbladet");
  entry->author = g_strdup ("A. Skribent");
  entry->address = g_strdup ("https://www.example.org/a?utm_source=x#top");
  entry->tags = g_strdupv ((char **) tags);
  key = fixture_add (self, entry);
  fixture_reopen (self);
  article = fixture_get (self, key);
  g_assert_cmpstr (article->entry->title, ==, "Säkerhet i Öst");
  g_assert_cmpstr (article->entry->publisher, ==, "Exempelbladet");
  g_assert_cmpstr (article->entry->author, ==, "A. Skribent");
  g_assert_cmpstr (article->entry->date, ==, "2025-05-28");
  g_assert_cmpstr (article->entry->language, ==, "sv");
  g_assert_cmpuint (g_strv_length (article->entry->tags), ==, 2);
  g_assert_cmpuint (article->entry->blocks->len, ==, 4);
  g_assert_cmpint (g_array_index (article->entry->blocks, AtlasLibraryBlock, 1).kind, ==, ATLAS_BLOCK_HEADING);
  g_assert_cmpuint (fixture_find_subject (article, "KZ")->count, ==, 2);
  g_assert_nonnull (fixture_find_subject (article, "AM"));
  g_assert_nonnull (fixture_find_subject (article, "CSTO"));
  g_assert_cmpint (article->entry->imported_at, >, 0);
  fixture_check (self);
}

static void
add_refuses (Fixture *self,
             gconstpointer data)
{
  g_autoptr (AtlasLibraryEntry) empty = atlas_library_entry_new ("  ");
  g_autoptr (AtlasLibraryEntry) dated = fixture_entry ("x", "28 May", "y");
  g_autoptr (AtlasLibraryEntry) taken = fixture_entry ("x", NULL, "y");
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_library_add (self->library, empty, NULL, NULL, &error));
  g_assert_error (error, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (atlas_library_add (self->library, dated, NULL, NULL, &error));
  g_assert_error (error, ATLAS_DATE_ERROR, ATLAS_DATE_ERROR_SYNTAX);
  g_clear_error (&error);
  taken->key = g_strdup ("own-1");
  g_assert_true (atlas_library_add (self->library, taken, NULL, NULL, &error));
  g_assert_false (atlas_library_add (self->library, taken, NULL, NULL, &error));
  g_assert_error (error, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_null (atlas_library_get (self->library, "own-2", NULL, &error));
  g_assert_error (error, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_NOT_FOUND);
}

/* --- Lists ------------------------------------------------------------------------------ */

static void
add_twenty (Fixture *self)
{
  static const char *const countries[] = { "Kazakhstan", "Belarus", "Armenia", "China", "India" };

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *title = g_strdup_printf ("Number %02u", (i * 7) % 20);
      g_autofree char *date = g_strdup_printf ("2024-%02u-01", i / 2 + 1);
      g_autofree char *text = g_strdup_printf ("The government of %s met %u ministers.", countries[i % 5], i);
      g_autofree char *key = NULL;
      g_autoptr (AtlasLibraryEntry) entry = fixture_entry (title, date, text);
      const char *const tags[] = { i % 2 ? "odd" : "even", NULL };

      entry->tags = g_strdupv ((char **) tags);
      entry->language = g_strdup (i % 4 == 0 ? "sv" : "en");
      key = fixture_add (self, entry);
      if (i % 10 == 0)
        g_assert_true (atlas_library_set_read (self->library, key, TRUE, NULL, NULL));
    }
}

static guint
count (Fixture *self,
       const AtlasLibraryQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = atlas_library_list (self->library, query, NULL, &error);

  g_assert_no_error (error);
  return items->len;
}

/* Pages of three give what one list gives, whatever the order. */
static void
check_pages (Fixture *self,
             AtlasLibraryQuery query)
{
  g_autoptr (GPtrArray) all = atlas_library_list (self->library, &query, NULL, NULL);
  g_autofree char *after = NULL;
  guint i = 0;

  for (;;)
    {
      g_autoptr (GPtrArray) page = NULL;

      query.limit = 3;
      query.after = after;
      page = atlas_library_list (self->library, &query, NULL, NULL);
      for (guint j = 0; j < page->len; j++, i++)
        g_assert_cmpstr (((AtlasLibraryItem *) page->pdata[j])->key, ==, ((AtlasLibraryItem *) all->pdata[i])->key);
      if (page->len < 3)
        break;
      g_free (after);
      after = g_strdup (((AtlasLibraryItem *) page->pdata[2])->cursor);
    }
  g_assert_cmpuint (i, ==, all->len);
}

static void
list_filters (Fixture *self,
              gconstpointer data)
{
  AtlasDay from, until;

  add_twenty (self);
  atlas_day_parse ("2024-03-01", &from, NULL);
  atlas_day_parse ("2024-04-30", &until, NULL);
  g_assert_cmpuint (count (self, &(AtlasLibraryQuery) { 0 }), ==, 20);
  g_assert_cmpuint (count (self, &(AtlasLibraryQuery) { .country = "KZ" }), ==, 4);
  g_assert_cmpuint (count (self, &(AtlasLibraryQuery) { .country = "KZ", .tag = "odd" }), ==, 2);
  g_assert_cmpuint (count (self, &(AtlasLibraryQuery) { .language = "sv" }), ==, 5);
  g_assert_cmpuint (count (self, &(AtlasLibraryQuery) { .read = ATLAS_LIBRARY_READ }), ==, 2);
  g_assert_cmpuint (count (self, &(AtlasLibraryQuery) { .read = ATLAS_LIBRARY_UNREAD }), ==, 18);
  g_assert_cmpuint (count (self, &(AtlasLibraryQuery) { .from = from, .until = until }), ==, 4);
  g_assert_cmpuint (count (self, &(AtlasLibraryQuery) { .deleted = TRUE }), ==, 0);
  g_assert_cmpuint (count (self, &(AtlasLibraryQuery) { .words = "minister", .country = "CN" }), ==, 4);
  for (AtlasLibrarySort sort = 0; sort <= ATLAS_LIBRARY_TITLE; sort++)
    {
      check_pages (self, (AtlasLibraryQuery) { .sort = sort });
      check_pages (self, (AtlasLibraryQuery) { .sort = sort, .tag = "even" });
      check_pages (self, (AtlasLibraryQuery) { .sort = sort, .language = "en" });
    }
  check_pages (self, (AtlasLibraryQuery) { .words = "government" });
}

static void
list_sorts (Fixture *self,
            gconstpointer data)
{
  g_autoptr (GPtrArray) items = NULL;

  add_twenty (self);
  items = atlas_library_list (self->library, &(AtlasLibraryQuery) { .sort = ATLAS_LIBRARY_TITLE }, NULL, NULL);
  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *title = g_strdup_printf ("Number %02u", i);

      g_assert_cmpstr (((AtlasLibraryItem *) items->pdata[i])->title, ==, title);
    }
  g_clear_pointer (&items, g_ptr_array_unref);
  items = atlas_library_list (self->library, &(AtlasLibraryQuery) { 0 }, NULL, NULL);
  g_assert_cmpstr (((AtlasLibraryItem *) items->pdata[0])->date, ==, "2024-10-01");
  g_clear_pointer (&items, g_ptr_array_unref);
  items = atlas_library_list (self->library, &(AtlasLibraryQuery) { .sort = ATLAS_LIBRARY_OLDEST }, NULL, NULL);
  g_assert_cmpstr (((AtlasLibraryItem *) items->pdata[0])->date, ==, "2024-01-01");
}

/* --- Words ------------------------------------------------------------------------------- */

static guint
find (Fixture *self,
      const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = atlas_library_search (self->library, words, 0, NULL, &error);

  g_assert_no_error (error);
  return items->len;
}

static void
search_forms (Fixture *self,
              gconstpointer data)
{
  g_autofree char *sv = fixture_add_text (self, "Mötena i Öst", "2024-01-01", "Ministrarna talade om länderna och säkerheten.");
  g_autofree char *en = fixture_add_text (self, "Meetings in the East", "2024-01-02", "The ministers discussed the countries’ security architectures at a café.");
  g_autofree char *ru = fixture_add_text (self, "Встречи министров", "2024-01-03", "Министры обсудили безопасность стран. Королёв молчал.");

  g_assert_cmpuint (find (self, "säkerhet"), ==, 1);
  g_assert_cmpuint (find (self, "sakerhet"), ==, 1);
  g_assert_cmpuint (find (self, "SÄKERHETENS"), ==, 1);
  g_assert_cmpuint (find (self, "meeting"), ==, 1);
  g_assert_cmpuint (find (self, "architecture"), ==, 1);
  g_assert_cmpuint (find (self, "cafe"), ==, 1);
  g_assert_cmpuint (find (self, "безопасности"), ==, 1);
  g_assert_cmpuint (find (self, "встречах"), ==, 1);
  g_assert_cmpuint (find (self, "Королев"), ==, 1);
  g_assert_cmpuint (find (self, "archi"), ==, 1);
  g_assert_cmpuint (find (self, "archi security"), ==, 0);
  g_assert_cmpuint (find (self, "security archi"), ==, 1);
  g_assert_cmpuint (find (self, "\"security architecture\""), ==, 1);
  g_assert_cmpuint (find (self, "\"architecture security\""), ==, 0);
  g_assert_cmpuint (find (self, "“security architecture”"), ==, 1);
  g_assert_cmpuint (find (self, "minister security"), ==, 1);
  g_assert_cmpuint (find (self, ""), ==, 0);
  g_assert_cmpuint (find (self, "\" - * ( ^ :"), ==, 0);
  g_assert_cmpuint (find (self, "AND OR NOT"), ==, 0);
  g_assert_cmpuint (find (self, "title:"), ==, 0);
}

static void
search_marks (Fixture *self,
              gconstpointer data)
{
  g_autofree char *text = fixture_add_text (self, "A report", "2025-01-01", "Åre, där länderna möttes: security of the union was discussed.");
  g_autofree char *title = fixture_add_text (self, "Security", "2020-01-01", "Nothing else.");
  g_autoptr (GPtrArray) items = atlas_library_search (self->library, "securities", 0, NULL, NULL);
  AtlasLibraryItem *first, *second;
  g_autofree char *marked = NULL;

  g_assert_cmpuint (items->len, ==, 2);
  first = items->pdata[0];
  second = items->pdata[1];
  g_assert_cmpstr (first->key, ==, title);
  g_assert_true (first->in_title);
  g_assert_cmpstr (second->key, ==, text);
  g_assert_false (second->in_title);
  g_assert_cmpuint (second->marks->len, ==, 1);
  marked = g_utf8_substring (second->snippet, g_array_index (second->marks, AtlasRange, 0).start, g_array_index (second->marks, AtlasRange, 0).end);
  g_assert_cmpstr (marked, ==, "security");
}

/* --- Deleting -------------------------------------------------------------------------------- */

static void
delete_and_bring_back (Fixture *self,
                       gconstpointer data)
{
  g_autofree char *key = fixture_add_text (self, "Kazakhstan", "2024-01-01", "Kazakhstan hosts a summit.");
  g_autoptr (GPtrArray) excerpts = NULL;
  gint64 now = g_get_real_time ();
  guint n;

  g_assert_true (atlas_library_set_deleted (self->library, key, TRUE, NULL, NULL));
  g_assert_true (atlas_library_set_deleted (self->library, key, TRUE, NULL, NULL));
  g_assert_cmpuint (find (self, "summit"), ==, 0);
  g_assert_cmpuint (count (self, &(AtlasLibraryQuery) { .country = "KZ" }), ==, 0);
  g_assert_cmpuint (count (self, &(AtlasLibraryQuery) { .deleted = TRUE }), ==, 1);
  excerpts = atlas_library_get_excerpts (self->library, "KZ", FALSE, ATLAS_DAY_MAX, FALSE, 0, NULL, NULL);
  g_assert_cmpuint (excerpts->len, ==, 0);
  fixture_reopen (self);
  fixture_check (self);
  g_assert_true (atlas_library_set_deleted (self->library, key, FALSE, NULL, NULL));
  g_assert_cmpuint (find (self, "summit"), ==, 1);
  fixture_check (self);
  g_assert_true (atlas_library_set_deleted (self->library, key, TRUE, NULL, NULL));
  g_assert_true (atlas_library_purge (self->library, now - G_TIME_SPAN_DAY, &n, NULL, NULL));
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (atlas_library_purge (self->library, now + G_TIME_SPAN_DAY, &n, NULL, NULL));
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (atlas_library_get (self->library, key, NULL, NULL));
  fixture_check (self);
}

/* --- The same again ----------------------------------------------------------------------------- */

static const char *const words_of_text[] = { "ministers", "met", "in", "Bishkek", "and", "spoke", "about", "borders", "trade", "rivers" };

static char *
make_text (guint n,
           guint changed)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%u ", i < changed ? "other" : words_of_text[i % 10], i);
  return g_string_free_and_steal (text);
}

static void
same_again (Fixture *self,
            gconstpointer data)
{
  g_autofree char *text = make_text (400, 0);
  g_autofree char *alike_text = make_text (400, 10);
  g_autofree char *other_text = make_text (400, 120);
  g_autoptr (AtlasLibraryEntry) entry = fixture_entry ("One", "2024-01-01", text);
  g_autoptr (AtlasLibraryEntry) same = fixture_entry ("Another title", NULL, text);
  g_autoptr (AtlasLibraryEntry) alike = fixture_entry ("One", NULL, alike_text);
  g_autoptr (AtlasLibraryEntry) other = fixture_entry ("One", NULL, other_text);
  g_autofree char *key = NULL;
  g_autofree char *found = NULL;
  double likeness;

  entry->address = g_strdup ("https://www.example.org/story/?utm_source=feed");
  key = fixture_add (self, entry);
  g_assert_cmpint (atlas_library_find_same (self->library, same, &found, &likeness, NULL, NULL), ==, ATLAS_LIBRARY_MATCH_SAME_TEXT);
  g_assert_cmpstr (found, ==, key);
  g_clear_pointer (&found, g_free);
  g_assert_cmpint (atlas_library_find_same (self->library, alike, &found, &likeness, NULL, NULL), ==, ATLAS_LIBRARY_MATCH_ALIKE);
  g_assert_cmpstr (found, ==, key);
  g_assert_cmpfloat (likeness, >=, 0.9);
  g_clear_pointer (&found, g_free);
  g_assert_cmpint (atlas_library_find_same (self->library, other, &found, &likeness, NULL, NULL), ==, ATLAS_LIBRARY_MATCH_NONE);
  g_assert_null (found);
  other->address = g_strdup ("http://example.org/story#comments");
  g_assert_cmpint (atlas_library_find_same (self->library, other, &found, &likeness, NULL, NULL), ==, ATLAS_LIBRARY_MATCH_SAME_ADDRESS);
  g_assert_cmpstr (found, ==, key);
  g_assert_cmpfloat (likeness, <, 0.9);
  g_clear_pointer (&found, g_free);
  g_assert_true (atlas_library_set_deleted (self->library, key, TRUE, NULL, NULL));
  g_assert_cmpint (atlas_library_find_same (self->library, same, &found, &likeness, NULL, NULL), ==, ATLAS_LIBRARY_MATCH_NONE);
}

/* --- Corrections ---------------------------------------------------------------------------------- */

static AtlasCorrection
at (AtlasLibraryArticle *article,
    AtlasCorrectionWhat what,
    const char *target,
    int block,
    const char *words)
{
  const char *text = atlas_library_entry_get_text_at (article->entry, block);
  const char *found = strstr (text, words);
  AtlasCorrection correction = { .what = what, .target = target, .block = block };

  g_assert_nonnull (found);
  correction.start = (guint) g_utf8_pointer_to_offset (text, found);
  correction.end = correction.start + (guint) g_utf8_strlen (words, -1);
  return correction;
}

static void
correct (Fixture *self,
         const char *key,
         AtlasCorrection correction)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_library_correct (self->library, key, &correction, NULL, &error));
  g_assert_no_error (error);
}

static void
corrections_stick (Fixture *self,
                   gconstpointer data)
{
  g_autofree char *key = fixture_add_text (self, "Peaches", "2024-01-01",
                                           "Armenia and Georgia signed a treaty with China.\n\nÉlan: the republic by the sea, Armenia, said nothing.");
  g_autoptr (AtlasLibraryArticle) before = fixture_get (self, key);
  g_autoptr (AtlasLibraryArticle) after = NULL;
  g_autoptr (AtlasLibraryEntry) newer = NULL;
  g_autoptr (AtlasDatabase) database = NULL;
  guint n;

  g_assert_nonnull (fixture_find_subject (before, "GE"));
  correct (self, key, at (before, ATLAS_CORRECTION_THIS_IS, "", 0, "Georgia"));
  correct (self, key, at (before, ATLAS_CORRECTION_ALSO_THIS, "AZ", 1, "the republic by the sea"));
  correct (self, key, (AtlasCorrection) { .what = ATLAS_CORRECTION_NOT_THIS, .target = "CN", .all = TRUE });
  correct (self, key, (AtlasCorrection) { .what = ATLAS_CORRECTION_ALSO_THIS, .target = "KZ", .all = TRUE });

  /* As if an older gazetteer had linked it. */
  database = atlas_database_open (atlas_library_get_path (self->library), ATLAS_DATABASE_WRITE, NULL);
  g_assert_true (atlas_database_exec (database, "UPDATE articles SET gazetteer = 'older'; DELETE FROM subjects", NULL));
  g_clear_pointer (&database, atlas_database_free);
  g_assert_true (atlas_library_relink (self->library, &n, NULL, NULL));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (count (self, &(AtlasLibraryQuery) { .country = "GE" }), ==, 0);
  g_assert_cmpuint (count (self, &(AtlasLibraryQuery) { .country = "CN" }), ==, 0);
  g_assert_cmpuint (count (self, &(AtlasLibraryQuery) { .country = "AZ" }), ==, 1);
  g_assert_cmpuint (count (self, &(AtlasLibraryQuery) { .country = "KZ" }), ==, 1);
  g_assert_cmpuint (count (self, &(AtlasLibraryQuery) { .country = "AM" }), ==, 1);

  /* A newer text, in which all stands elsewhere. */
  newer = fixture_entry ("Peaches", "2024-01-02", "New: a summary.\n\nGeorgia and China and Armenia: the republic by the sea joined.");
  g_assert_true (atlas_library_update (self->library, key, newer, NULL, NULL));
  after = fixture_get (self, key);
  g_assert_cmpuint (after->entry->corrections->len, ==, 4);
  g_assert_null (fixture_find_subject (after, "GE"));
  g_assert_null (fixture_find_subject (after, "CN"));
  g_assert_cmpuint (fixture_find_subject (after, "AZ")->count, ==, 1);
  g_assert_cmpstr (after->entry->date, ==, "2024-01-02");
  g_clear_pointer (&after, atlas_library_article_free);

  for (guint i = 0; i < 4; i++)
    g_assert_true (atlas_library_uncorrect (self->library, key, NULL, NULL));
  g_assert_cmpuint (count (self, &(AtlasLibraryQuery) { .country = "GE" }), ==, 1);
  g_assert_cmpuint (count (self, &(AtlasLibraryQuery) { .country = "AZ" }), ==, 0);
  fixture_check (self);
}

static void
this_is_everywhere (Fixture *self,
                    gconstpointer data)
{
  g_autofree char *key = fixture_add_text (self, "Two", "2024-01-01", "Georgia won, and Armenia lost.\n\nLater Georgia rested with Armenia.");

  correct (self, key, (AtlasCorrection) { .what = ATLAS_CORRECTION_THIS_IS, .target = "US", .all = TRUE, .quote = (char *) "Georgia" });
  {
    g_autoptr (AtlasLibraryArticle) article = fixture_get (self, key);

    g_assert_null (fixture_find_subject (article, "GE"));
    g_assert_cmpuint (fixture_find_subject (article, "US")->count, ==, 2);
    g_assert_cmpuint (fixture_find_subject (article, "AM")->count, ==, 2);
  }
}

/* --- Updating --------------------------------------------------------------------------------------- */

static void
update_keeps (Fixture *self,
              gconstpointer data)
{
  g_autofree char *key = fixture_add_text (self, "Old", "2024-01-01", "Kazakhstan hosts a summit.");
  const char *const tags[] = { "mine", NULL };
  g_autoptr (AtlasLibraryEntry) newer = fixture_entry ("New", "2024-02-01", "Belarus hosts a fair.");
  g_autoptr (AtlasLibraryArticle) article = NULL;

  g_assert_true (atlas_library_set_tags (self->library, key, tags, NULL, NULL));
  g_assert_true (atlas_library_set_read (self->library, key, TRUE, NULL, NULL));
  g_assert_true (atlas_library_update (self->library, key, newer, NULL, NULL));
  article = fixture_get (self, key);
  g_assert_cmpstr (article->entry->title, ==, "New");
  g_assert_cmpstr (article->entry->tags[0], ==, "mine");
  g_assert_cmpint (article->entry->read_at, >, 0);
  g_assert_cmpuint (find (self, "summit"), ==, 0);
  g_assert_cmpuint (find (self, "fair"), ==, 1);
  g_assert_cmpuint (count (self, &(AtlasLibraryQuery) { .country = "KZ" }), ==, 0);
  fixture_check (self);
}

/* --- Excerpts ------------------------------------------------------------------------------------------ */

static void
excerpts_best_first (Fixture *self,
                     gconstpointer data)
{
  g_autofree char *old = fixture_add_text (self, "Kazakhstan", "2019-01-01", "Kazakhstan hosts a summit. Kazakhstan is glad.");
  g_autofree char *named = fixture_add_text (self, "Trade", "2025-01-01", "China traded. China sold.\n\nKazakhstan bought.\n\nChina slept.");
  g_autofree char *recent = fixture_add_text (self, "Kazakhstan again", "2024-01-01", "# Kazakhstan\n\nThe people of Kazakhstan voted.");
  g_autoptr (GPtrArray) all = atlas_library_get_excerpts (self->library, "KZ", FALSE, ATLAS_DAY_MAX, FALSE, 0, NULL, NULL);
  g_autoptr (GPtrArray) two = atlas_library_get_excerpts (self->library, "KZ", FALSE, ATLAS_DAY_MAX, FALSE, 2, NULL, NULL);
  g_autoptr (GPtrArray) past = NULL;
  AtlasDay until;
  AtlasLibraryExcerpt *first;

  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpuint (two->len, ==, 2);
  first = all->pdata[0];
  g_assert_cmpstr (first->article->key, ==, recent);
  g_assert_cmpint (first->block, ==, 1);
  g_assert_cmpuint (first->mentions->len, ==, 1);
  g_assert_cmpstr (((AtlasLibraryExcerpt *) all->pdata[1])->article->key, ==, old);
  g_assert_cmpstr (((AtlasLibraryExcerpt *) all->pdata[2])->article->key, ==, named);
  g_assert_false (((AtlasLibraryExcerpt *) all->pdata[2])->about);
  atlas_day_parse ("2020-01-01", &until, NULL);
  past = atlas_library_get_excerpts (self->library, "KZ", FALSE, until, FALSE, 0, NULL, NULL);
  g_assert_cmpuint (past->len, ==, 1);
}

/* In which year an article without a date was written is not known: who was in office
 * stays in doubt. */
static void
leaders_need_a_date (Fixture *self,
                     gconstpointer data)
{
  g_autofree char *undated = fixture_add_text (self, "A", NULL, "Nazarbayev met the press in Brussels.");
  g_autofree char *in_office = fixture_add_text (self, "B", "2010-05-01", "Nazarbayev met the press in Brussels.");
  g_autofree char *later = fixture_add_text (self, "C", "2024-06-15", "Nazarbayev met the press in Brussels.");
  g_autoptr (AtlasLibraryArticle) a = fixture_get (self, undated);
  g_autoptr (AtlasLibraryArticle) b = fixture_get (self, in_office);
  g_autoptr (AtlasLibraryArticle) c = fixture_get (self, later);

  g_assert_cmpuint (fixture_find_subject (a, "KZ")->n_doubtful, ==, 1);
  g_assert_cmpuint (fixture_find_subject (b, "KZ")->count, ==, 1);
  g_assert_null (fixture_find_subject (c, "KZ"));
}

/* --- Checking ------------------------------------------------------------------------------------------ */

static void
check_sees_lost_words (Fixture *self,
                       gconstpointer data)
{
  g_autofree char *key = fixture_add_text (self, "Kazakhstan", "2024-01-01", "Kazakhstan hosts a summit.");
  g_autoptr (AtlasDatabase) database = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  fixture_check (self);
  database = atlas_database_open (atlas_library_get_path (self->library), ATLAS_DATABASE_WRITE, NULL);
  g_assert_true (atlas_database_exec (database, "UPDATE blocks SET text = 'Something else'", NULL));
  problems = atlas_library_check (self->library, NULL, NULL);
  g_assert_cmpuint (problems->len, ==, 1);
}

/* --- Threads ---------------------------------------------------------------------------------------------- */

static gpointer
add_work (AtlasLibrary *library,
          gpointer data,
          GCancellable *cancellable,
          GError **error)
{
  char *key = NULL;

  atlas_library_add (library, data, &key, cancellable, error);
  return key;
}

typedef struct
{
  guint n_done;
  guint n_cancelled;
  guint n_changed;
} Heard;

static void
on_added (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  Heard *heard = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *key = atlas_library_finish (ATLAS_LIBRARY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    heard->n_cancelled++;
  else
    {
      g_assert_no_error (error);
      g_assert_nonnull (key);
    }
  heard->n_done++;
}

static void
add_in_threads (Fixture *self,
                gconstpointer data)
{
  Heard heard = { 0 };
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("Belarus signed paper %u.", i);

      atlas_library_write_async (self->library, add_work, fixture_entry ("A", NULL, text), (GDestroyNotify) atlas_library_entry_free, g_free,
                                 i % 5 == 0 ? cancelled : NULL, on_added, &heard);
    }
  while (heard.n_done < 20)
    {
      g_main_context_iteration (NULL, FALSE);
      count (self, &(AtlasLibraryQuery) { .country = "BY" });
    }
  g_assert_cmpuint (heard.n_cancelled, ==, 4);
  g_assert_cmpuint (count (self, &(AtlasLibraryQuery) { .country = "BY" }), ==, 16);
  fixture_check (self);
}

static void
on_opened (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  AtlasLibrary **library = data;
  g_autoptr (GError) error = NULL;

  *library = atlas_library_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
on_changed (AtlasLibrary *library,
            gpointer data)
{
  (*(guint *) data)++;
}

static void
open_and_hear (Fixture *self,
               gconstpointer data)
{
  g_autoptr (AtlasLibrary) other = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;
  guint n_changed = 0;

  atlas_library_open_async (self->directory, fixture_gazetteer (), fixture_linker (), NULL, on_opened, &other);
  while (other == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect (self->library, "changed", G_CALLBACK (on_changed), &n_changed);
  key = fixture_add_text (self, "A", NULL, "Belarus.");
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (n_changed, ==, 1);
  /* Another program sees it at once. */
  {
    g_autoptr (AtlasLibraryArticle) article = atlas_library_get (other, key, NULL, &error);

    g_assert_nonnull (article);
  }
  g_cancellable_cancel (cancelled);
  g_assert_null (atlas_library_search (other, "belarus", 0, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(name, function) g_test_add ("/library/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("add-keeps-all", add_keeps_all);
  ADD ("add-refuses", add_refuses);
  ADD ("list-filters", list_filters);
  ADD ("list-sorts", list_sorts);
  ADD ("search-forms", search_forms);
  ADD ("search-marks", search_marks);
  ADD ("delete-and-bring-back", delete_and_bring_back);
  ADD ("same-again", same_again);
  ADD ("corrections-stick", corrections_stick);
  ADD ("this-is-everywhere", this_is_everywhere);
  ADD ("update-keeps", update_keeps);
  ADD ("excerpts-best-first", excerpts_best_first);
  ADD ("leaders-need-a-date", leaders_need_a_date);
  ADD ("check-sees-lost-words", check_sees_lost_words);
  ADD ("open-and-hear", open_and_hear);
  ADD ("add-in-threads", add_in_threads);
  return g_test_run ();
}
