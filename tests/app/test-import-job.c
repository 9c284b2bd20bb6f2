/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../library/library-fixture.h"

#include <string.h>

#include "atlas-import-job.h"
#include "atlas-library-private.h"

#define CSTO_TEXT                                                                                                   \
  "Ryssland, Belarus, Armenien, Kazakstan, Kirgizistan och Tadzjikistan hör till CSTO. Armenien har fryst sitt "    \
  "deltagande.\n\nAzerbajdzjan, Georgien och Uzbekistan hörde dit förr. Georgiens regering sade i Tbilisi att den " \
  "inte tänker komma tillbaka, och Azerbajdzjan svarade inte på frågan."

#define OTHER_TEXT "India and China sent ministers to the meeting in Astana. Kazakhstan was the host, and Iran sent a deputy."

/* --- What all tests do ------------------------------------------------------------ */

static GFile *
write_file (Fixture *self,
            const char *name,
            const char *text,
            gssize length)
{
  g_autofree char *folder = g_build_filename (self->directory, "files", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (parent, 0700);
  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
add_file (GPtrArray *items,
          GFile *file)
{
  g_ptr_array_add (items, atlas_import_item_new_for_file (file));
  g_object_unref (file);
}

static GBytes *
bytes_of (const char *text)
{
  return text != NULL ? g_bytes_new (text, strlen (text)) : NULL;
}

static void
add_text (GPtrArray *items,
          const char *text,
          const char *html)
{
  GBytes *text_bytes = bytes_of (text);
  GBytes *html_bytes = bytes_of (html);

  g_ptr_array_add (items, atlas_import_item_new_for_text ("Pasted text", text_bytes, html_bytes));
  g_clear_pointer (&text_bytes, g_bytes_unref);
  g_clear_pointer (&html_bytes, g_bytes_unref);
}

static void
take_result (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
finish (AtlasImportJob *job)
{
  g_autoptr (GAsyncResult) result = NULL;

  atlas_import_job_run_async (job, take_result, &result);
  atlas_import_job_run_finish (job, wait_for (&result));
}

static AtlasImportJob *
run (Fixture *self,
     GPtrArray *items)
{
  AtlasImportJob *job = atlas_import_job_new (self->library, items);

  finish (job);
  return job;
}

static void
assert_counts (AtlasImportJob *job,
               guint added,
               guint known,
               guint offers,
               guint failures)
{
  const GPtrArray *failed = atlas_import_job_get_failures (job);

  for (guint i = 0; i < failed->len; i++)
    g_test_message ("%s", ((AtlasImportFailure *) failed->pdata[i])->message);
  g_assert_cmpuint (atlas_import_job_get_changes (job)->added->len, ==, added);
  g_assert_cmpuint (atlas_import_job_get_known (job)->len, ==, known);
  g_assert_cmpuint (atlas_import_job_get_offers (job)->len, ==, offers);
  g_assert_cmpuint (failed->len, ==, failures);
}

static const char *
get_failure (AtlasImportJob *job,
             guint i)
{
  return ((AtlasImportFailure *) atlas_import_job_get_failures (job)->pdata[i])->message;
}

static const char *
get_added (AtlasImportJob *job,
           guint i)
{
  return atlas_import_job_get_changes (job)->added->pdata[i];
}

static guint
count_articles (Fixture *self)
{
  guint n = 0;

  g_assert_true (atlas_library_count (self->library, &n, NULL, NULL));
  return n;
}

/* --- Files -------------------------------------------------------------------------- */

static void
files_of_many_kinds (Fixture *self,
                     gconstpointer data)
{
  g_autoptr (GPtrArray) items = atlas_import_items_new ();
  g_autoptr (AtlasImportJob) job = NULL;

  add_file (items, write_file (self, "Nio länder.txt", CSTO_TEXT, -1));
  add_file (items, write_file (self, "b.md", "---\ntitle: Guests in Astana\ndate: 2025-05-28\n---\n" OTHER_TEXT, -1));
  add_file (items, write_file (self, "picture.txt", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
  add_file (items, write_file (self, "empty.html", "", 0));
  add_file (items, g_file_new_for_path ("/nowhere/at all.txt"));
  job = run (self, items);
  assert_counts (job, 2, 0, 0, 3);
  g_assert_null (atlas_import_job_get_problem (job));
  g_assert_cmpuint (atlas_import_job_get_n_done (job), ==, 5);
  for (guint i = 0; i < 3; i++)
    {
      const AtlasImportFailure *failure = atlas_import_job_get_failures (job)->pdata[i];

      g_assert_nonnull (strstr (failure->message, failure->name));
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AtlasLibraryArticle) article = fixture_get (self, get_added (job, i));

      g_assert_true (g_str_equal (article->entry->title, "Nio länder") || g_str_equal (article->entry->title, "Guests in Astana"));
    }
  fixture_check (self);
}

/* The nine that the text names have it among what was written about them. */
static void
nine_countries_have_it (Fixture *self,
                        gconstpointer data)
{
  static const char *const nine[] = { "RU", "BY", "AM", "KZ", "KG", "TJ", "AZ", "GE", "UZ" };
  g_autoptr (GPtrArray) items = atlas_import_items_new ();
  g_autoptr (AtlasImportJob) job = NULL;

  add_text (items, CSTO_TEXT, NULL);
  job = run (self, items);
  assert_counts (job, 1, 0, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (nine); i++)
    {
      g_autoptr (GPtrArray) excerpts = atlas_library_get_excerpts (self->library, nine[i], FALSE, ATLAS_DAY_MAX, TRUE, 10, NULL, NULL);

      g_assert_cmpuint (excerpts->len, >, 0);
      g_assert_cmpstr (((AtlasLibraryExcerpt *) excerpts->pdata[0])->article->key, ==, get_added (job, 0));
    }
}

static void
folder_gives_its_files (Fixture *self,
                        gconstpointer data)
{
  g_autoptr (GPtrArray) items = atlas_import_items_new ();
  g_autofree char *folder = g_build_filename (self->directory, "files", NULL);
  g_autofree char *empty = g_build_filename (self->directory, "empty", NULL);
  g_autoptr (AtlasImportJob) job = NULL;

  g_object_unref (write_file (self, "a.txt", CSTO_TEXT, -1));
  g_object_unref (write_file (self, "B.MD", OTHER_TEXT, -1));
  g_object_unref (write_file (self, "c.docx", "No article", -1));
  g_object_unref (write_file (self, ".d.txt", "Hidden from the reader, and so from us too.", -1));
  g_object_unref (write_file (self, "a_files/e.html", "<html><body><p>An advertisement of the page beside it, and no article.</p></body></html>", -1));
  g_mkdir (empty, 0700);
  add_file (items, g_file_new_for_path (folder));
  add_file (items, g_file_new_for_path (empty));
  job = run (self, items);
  assert_counts (job, 2, 0, 0, 1);
  g_assert_cmpuint (atlas_import_job_get_n_items (job), ==, 3);
  g_assert_nonnull (strstr (get_failure (job, 0), "“empty”"));
}

/* No network is touched, whatever is dropped. */
static void
addresses_are_refused (Fixture *self,
                       gconstpointer data)
{
  static const char *const addresses[] = { "https://www.example.org/a.html", "http://example.org/" };
  g_autoptr (GPtrArray) items = atlas_import_items_new ();
  g_autoptr (AtlasImportJob) job = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    add_file (items, g_file_new_for_uri (addresses[i]));
  add_text (items, "  https://www.example.org/b?c=d \n", NULL);
  add_file (items, g_file_new_for_uri ("sftp://example.org/article.txt"));
  job = run (self, items);
  assert_counts (job, 0, 0, 0, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_true (strstr (get_failure (job, i), "is an address") != NULL || strstr (get_failure (job, i), "not on this computer") != NULL);
}

/* --- Text ------------------------------------------------------------------------------ */

static void
text_too_short (Fixture *self,
                gconstpointer data)
{
  g_autoptr (GPtrArray) items = atlas_import_items_new ();
  g_autoptr (AtlasImportJob) job = NULL;

  add_text (items, "Kazakhstan", NULL);
  add_text (items, "", NULL);
  add_text (items, " \n ", "<p> </p>");
  job = run (self, items);
  assert_counts (job, 0, 0, 0, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_nonnull (strstr (get_failure (job, i), "“Pasted text”"));
}

static AtlasLibraryArticle *
bring_text (Fixture *self,
            const char *text,
            const char *html)
{
  g_autoptr (GPtrArray) items = atlas_import_items_new ();
  g_autoptr (AtlasImportJob) job = NULL;

  add_text (items, text, html);
  job = run (self, items);
  assert_counts (job, 1, 0, 0, 0);
  return fixture_get (self, get_added (job, 0));
}

static void
html_of_a_selection (Fixture *self,
                     gconstpointer data)
{
  g_autoptr (AtlasLibraryArticle) whole = bring_text (self,
                                                      "Guests in Astana\nMinisters of Kazakhstan, China and India met on Monday.\nWhat they said\n"
                                                      "Iran sent a deputy, who said nothing to the press.",
                                                      "<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"><h1>Guests in Astana</h1>"
                                                      "<p>Ministers of Kazakhstan, China and India met on Monday.</p><h2>What they said</h2>"
                                                      "<p>Iran sent a deputy, who said nothing to the press.</p>");
  g_autoptr (AtlasLibraryArticle) part = bring_text (self,
                                                     "Armenia froze its taking part in February. Belarus did not, and said so twice.\n\n"
                                                     "Tajikistan kept silent, as Kyrgyzstan did.",
                                                     "<nav><a href=\"/\">Home</a></nav>");

  g_assert_cmpstr (whole->entry->title, ==, "Guests in Astana");
  g_assert_cmpuint (whole->entry->blocks->len, ==, 3);
  g_assert_cmpint (g_array_index (whole->entry->blocks, AtlasLibraryBlock, 1).kind, ==, ATLAS_BLOCK_HEADING);
  /* Where the HTML lacks what the text has, the text counts. */
  g_assert_cmpuint (part->entry->blocks->len, ==, 2);
  g_assert_nonnull (fixture_find_subject (part, "TJ"));
}

/* Without a headline the first words are the title. */
static void
title_of_a_text (Fixture *self,
                 gconstpointer data)
{
  g_autoptr (AtlasLibraryArticle) article = bring_text (self, OTHER_TEXT, NULL);
  g_autoptr (AtlasLibraryArticle) short_one = bring_text (self, "Serbia observes, and does no more.", NULL);

  g_assert_cmpstr (article->entry->title, ==, "India and China sent ministers to the meeting in Astana. Kazakhstan…");
  g_assert_cmpstr (short_one->entry->title, ==, "Serbia observes, and does no more.");
}

/* --- The same again ------------------------------------------------------------------------ */

static void
same_text_is_known (Fixture *self,
                    gconstpointer data)
{
  g_autoptr (GPtrArray) items = atlas_import_items_new ();
  g_autoptr (AtlasImportJob) first = NULL;
  g_autoptr (AtlasImportJob) second = NULL;

  /* Twice in one batch too. */
  add_file (items, write_file (self, "a.txt", CSTO_TEXT, -1));
  add_file (items, write_file (self, "b.txt", CSTO_TEXT, -1));
  first = run (self, items);
  assert_counts (first, 1, 1, 0, 0);
  second = run (self, items);
  assert_counts (second, 0, 2, 0, 0);
  g_assert_cmpstr (get_added (first, 0), ==, (char *) atlas_import_job_get_known (second)->pdata[0]);
  g_assert_cmpuint (count_articles (self), ==, 1);
}

static char *
make_page (const char *address,
           const char *first,
           guint n)
{
  GString *page = g_string_new ("<html><head><title>Ministers met</title>");

  if (address != NULL)
    g_string_append_printf (page, "<link rel=canonical href=\"%s\">", address);
  g_string_append_printf (page, "</head><body><article><h1>Ministers met</h1><p>%s</p>", first);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (page, "<p>In paragraph %u the minister of Kazakhstan answered question number %u of the press and left.</p>", i, i);
  g_string_append (page, "</article></body></html>");
  return g_string_free_and_steal (page);
}

static AtlasImportJob *
bring_page (Fixture *self,
            const char *address,
            const char *first,
            guint n)
{
  g_autoptr (GPtrArray) items = atlas_import_items_new ();
  g_autofree char *page = make_page (address, first, n);

  add_file (items, write_file (self, "page.html", page, -1));
  return run (self, items);
}

static const AtlasImportOffer *
get_offer (AtlasImportJob *job)
{
  assert_counts (job, 0, 0, 1, 0);
  return atlas_import_job_get_offers (job)->pdata[0];
}

static void
likely_choices (Fixture *self,
                gconstpointer data)
{
  const char *address = "https://www.example.org/a";
  g_autoptr (AtlasImportJob) first = bring_page (self, address, "The ministers met on Monday.", 30);
  g_autoptr (AtlasImportJob) newer = bring_page (self, address, "The ministers met on Tuesday, in fact.", 30);
  g_autoptr (AtlasImportJob) page = bring_page (self, address, "Quite another thing happened at noon.", 0);
  g_autoptr (AtlasImportJob) paper = bring_page (self, "https://www.example.net/b", "The ministers met on Monday, an agency says.", 30);
  g_autoptr (AtlasImportJob) saved = bring_page (self, NULL, "The ministers met on Monday, one hears.", 30);

  assert_counts (first, 1, 0, 0, 0);
  g_assert_cmpint (get_offer (newer)->match, ==, ATLAS_LIBRARY_MATCH_SAME_ADDRESS);
  g_assert_cmpint (get_offer (newer)->choice, ==, ATLAS_IMPORT_UPDATE);
  g_assert_cmpfloat (get_offer (newer)->likeness, >, 0.8);
  g_assert_cmpfloat (get_offer (newer)->likeness, <, 1);
  g_assert_cmpstr (get_offer (newer)->old_title, ==, "Ministers met");
  g_assert_cmpint (get_offer (page)->match, ==, ATLAS_LIBRARY_MATCH_SAME_ADDRESS);
  g_assert_cmpint (get_offer (page)->choice, ==, ATLAS_IMPORT_KEEP_BOTH);
  g_assert_cmpint (get_offer (paper)->match, ==, ATLAS_LIBRARY_MATCH_ALIKE);
  g_assert_cmpint (get_offer (paper)->choice, ==, ATLAS_IMPORT_KEEP_BOTH);
  g_assert_cmpint (get_offer (saved)->match, ==, ATLAS_LIBRARY_MATCH_ALIKE);
  g_assert_cmpint (get_offer (saved)->choice, ==, ATLAS_IMPORT_UPDATE);
  g_assert_cmpuint (count_articles (self), ==, 1);
}

static AtlasImportChanges *
apply (Fixture *self,
       AtlasImportJob *job,
       AtlasImportChoice choice)
{
  GPtrArray *offers = atlas_import_job_get_offers (job);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  AtlasImportChanges *changes;

  for (guint i = 0; i < offers->len; i++)
    ((AtlasImportOffer *) offers->pdata[i])->choice = choice;
  atlas_import_offers_apply_async (offers, self->library, take_result, &result);
  changes = atlas_import_offers_apply_finish (self->library, wait_for (&result), &error);
  g_assert_no_error (error);
  return changes;
}

static void
undo (Fixture *self,
      AtlasImportChanges *changes)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  atlas_import_changes_undo_async (changes, self->library, take_result, &result);
  g_assert_true (atlas_import_changes_undo_finish (self->library, wait_for (&result), &error));
  g_assert_no_error (error);
}

static void
assert_says (Fixture *self,
             const char *key,
             const char *words)
{
  g_autoptr (AtlasLibraryArticle) article = fixture_get (self, key);

  g_assert_nonnull (strstr (g_array_index (article->entry->blocks, AtlasLibraryBlock, 0).text, words));
}

static void
choices_are_applied_and_undone (Fixture *self,
                                gconstpointer data)
{
  const char *address = "https://www.example.org/a";
  g_autoptr (AtlasImportJob) first = bring_page (self, address, "The ministers met on Monday.", 30);
  g_autofree char *key = g_strdup (get_added (first, 0));
  g_autoptr (AtlasImportJob) newer = bring_page (self, address, "The ministers met on Tuesday, in fact.", 30);
  g_autoptr (AtlasImportChanges) skipped = apply (self, newer, ATLAS_IMPORT_SKIP);
  g_autoptr (AtlasImportChanges) updated = NULL;
  g_autoptr (AtlasImportChanges) both = NULL;
  g_autoptr (AtlasLibraryArticle) gone = NULL;

  g_assert_true (atlas_import_changes_is_empty (skipped));
  assert_says (self, key, "Monday");

  updated = apply (self, newer, ATLAS_IMPORT_UPDATE);
  g_assert_cmpuint (updated->replaced->len, ==, 1);
  assert_says (self, key, "Tuesday");
  undo (self, updated);
  assert_says (self, key, "Monday");

  both = apply (self, newer, ATLAS_IMPORT_KEEP_BOTH);
  g_assert_cmpuint (both->added->len, ==, 1);
  g_assert_true (atlas_import_changes_has (both, both->added->pdata[0]));
  g_assert_false (atlas_import_changes_has (both, key));
  assert_says (self, both->added->pdata[0], "Tuesday");
  g_assert_cmpuint (count_articles (self), ==, 2);
  undo (self, both);
  g_assert_cmpuint (count_articles (self), ==, 1);
  gone = fixture_get (self, both->added->pdata[0]);
  g_assert_cmpint (gone->entry->deleted_at, >, 0);
  fixture_check (self);
}

/* What the reader knows of the article stays where the new version says nothing. */
static void
update_keeps_what_is_known (Fixture *self,
                            gconstpointer data)
{
  g_autoptr (AtlasImportJob) first = bring_page (self, "https://www.example.org/a", "The ministers met on Monday.", 30);
  g_autoptr (AtlasLibraryArticle) before = fixture_get (self, get_added (first, 0));
  g_autoptr (AtlasImportJob) newer = NULL;
  g_autoptr (AtlasImportChanges) changes = NULL;
  g_autoptr (AtlasLibraryArticle) after = NULL;

  g_set_str (&before->entry->publisher, "Exempelbladet");
  g_set_str (&before->entry->date, "2025-05-28");
  g_assert_true (atlas_library_update (self->library, before->entry->key, before->entry, NULL, NULL));
  newer = bring_page (self, NULL, "The ministers met on Tuesday, in fact.", 30);
  changes = apply (self, newer, ATLAS_IMPORT_UPDATE);
  after = fixture_get (self, get_added (first, 0));
  g_assert_cmpstr (after->entry->publisher, ==, "Exempelbladet");
  g_assert_cmpstr (after->entry->date, ==, "2025-05-28");
  g_assert_cmpstr (after->entry->address, ==, "https://www.example.org/a");
  assert_says (self, get_added (first, 0), "Tuesday");
}

/* --- Many ------------------------------------------------------------------------------------ */

static GPtrArray *
make_many (Fixture *self,
           guint n)
{
  GPtrArray *items = atlas_import_items_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);
      g_autofree char *text = g_strdup_printf ("Number %u of the articles is about Kazakhstan.\n\nThe %u guests came from %s.", i, 7 * i, i % 2 ? "India" : "Iran");

      add_file (items, write_file (self, name, text, -1));
    }
  return items;
}

typedef struct
{
  gint64 last;
  gint64 longest;
} Pulse;

static gboolean
beat (gpointer data)
{
  Pulse *self = data;
  gint64 now = g_get_monotonic_time ();

  self->longest = MAX (self->longest, now - self->last);
  self->last = now;
  return G_SOURCE_CONTINUE;
}

/* The main loop goes on meanwhile, and all is there afterwards. */
static void
many (Fixture *self,
      gconstpointer data)
{
  g_autoptr (GPtrArray) items = make_many (self, 1000);
  g_autoptr (AtlasImportJob) job = atlas_import_job_new (self->library, items);
  Pulse pulse = { g_get_monotonic_time (), 0 };
  guint source = g_timeout_add (2, beat, &pulse);

  finish (job);
  g_source_remove (source);
  g_test_message ("the main loop waited for at most %.1f ms", (double) pulse.longest / 1000);
  assert_counts (job, 1000, 0, 0, 0);
  g_assert_cmpuint (count_articles (self), ==, 1000);
  g_assert_cmpint (pulse.longest, <, G_USEC_PER_SEC);
  fixture_check (self);
}

static void
cancel_after_twenty (AtlasImportJob *job)
{
  if (atlas_import_job_get_n_done (job) == 20)
    atlas_import_job_cancel (job);
}

/* What is kept is told, and nothing else is there. */
static void
cancelled (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GPtrArray) items = make_many (self, 300);
  g_autoptr (AtlasImportJob) job = atlas_import_job_new (self->library, items);
  guint n_added;

  g_signal_connect (job, "notify::n-done", G_CALLBACK (cancel_after_twenty), NULL);
  finish (job);
  n_added = atlas_import_job_get_changes (job)->added->len;
  g_assert_true (atlas_import_job_is_cancelled (job));
  g_assert_cmpuint (n_added, >=, 20);
  g_assert_cmpuint (n_added, <, 300);
  assert_counts (job, n_added, 0, 0, 0);
  g_assert_cmpuint (count_articles (self), ==, n_added);
  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (AtlasLibraryArticle) article = fixture_get (self, get_added (job, i));

      g_assert_cmpuint (article->entry->blocks->len, ==, 2);
    }
  fixture_check (self);
}

static void
cancelled_at_once (Fixture *self,
                   gconstpointer data)
{
  g_autoptr (GPtrArray) items = make_many (self, 10);
  g_autoptr (AtlasImportJob) job = atlas_import_job_new (self->library, items);

  atlas_import_job_cancel (job);
  finish (job);
  assert_counts (job, 0, 0, 0, 0);
  g_assert_cmpuint (count_articles (self), ==, 0);
}

/* --- A library that takes nothing ---------------------------------------------------------------- */

static void
disk_full (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GPtrArray) items = make_many (self, 1000);
  g_autoptr (AtlasImportJob) job = NULL;
  guint n_added;

  g_assert_true (atlas_library_limit_pages (self->library, 200));
  job = run (self, items);
  n_added = atlas_import_job_get_changes (job)->added->len;
  g_assert_true (g_str_has_prefix (atlas_import_job_get_problem (job), "The disk is full"));
  g_assert_false (atlas_import_job_is_cancelled (job));
  assert_counts (job, n_added, 0, 0, 0);
  g_assert_cmpuint (n_added, >, 0);
  g_assert_cmpuint (n_added, <, 1000);
  g_assert_cmpuint (count_articles (self), ==, n_added);
  fixture_check (self);
}

/* What is known can be opened even so. */
static void
only_read (Fixture *self,
           gconstpointer data)
{
  g_autofree char *path = g_strdup (atlas_library_get_path (self->library));
  g_autoptr (GPtrArray) known = atlas_import_items_new ();
  g_autoptr (GPtrArray) items = atlas_import_items_new ();
  g_autoptr (AtlasImportJob) first = NULL;
  g_autoptr (AtlasImportJob) second = NULL;
  AtlasDatabase *database;

  add_text (known, CSTO_TEXT, NULL);
  add_text (items, CSTO_TEXT, NULL);
  add_text (items, OTHER_TEXT, NULL);
  first = run (self, known);
  g_clear_object (&self->library);
  g_clear_object (&first);
  database = atlas_database_open (path, ATLAS_DATABASE_WRITE, NULL);
  g_assert_true (atlas_database_exec (database, "PRAGMA user_version = 1000", NULL));
  atlas_database_free (database);

  self->library = fixture_open (self->directory);
  first = run (self, known);
  assert_counts (first, 0, 1, 0, 0);
  second = run (self, items);
  g_assert_true (g_str_has_prefix (atlas_import_job_get_problem (second), "The library can only be read"));
  g_assert_cmpuint (atlas_import_job_get_changes (second)->added->len, ==, 0);
}

#define ADD(name, function) g_test_add ("/import-job/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("files-of-many-kinds", files_of_many_kinds);
  ADD ("nine-countries-have-it", nine_countries_have_it);
  ADD ("folder", folder_gives_its_files);
  ADD ("addresses", addresses_are_refused);
  ADD ("too-short", text_too_short);
  ADD ("html-of-a-selection", html_of_a_selection);
  ADD ("title-of-a-text", title_of_a_text);
  ADD ("same-text", same_text_is_known);
  ADD ("likely-choices", likely_choices);
  ADD ("choices", choices_are_applied_and_undone);
  ADD ("update-keeps-what-is-known", update_keeps_what_is_known);
  ADD ("many", many);
  ADD ("cancelled", cancelled);
  ADD ("cancelled-at-once", cancelled_at_once);
  ADD ("disk-full", disk_full);
  ADD ("only-read", only_read);
  return g_test_run ();
}
