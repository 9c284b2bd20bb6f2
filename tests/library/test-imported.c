/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-extract.h"
#include "library-fixture.h"

#include "atlas-library-imported.h"

#include <string.h>

#define PAGE                                                                                     \
  "<html lang='sv-SE'><head><title>Möte i Astana</title>"                                        \
  "<meta property='og:site_name' content='Exempelbladet'><meta name='author' content='A. Ek'>"   \
  "<meta property='article:published_time' content='2025-05-28T10:00:00Z'>"                      \
  "<link rel='canonical' href='https://www.example.org/a'></head><body><article>"                \
  "<h1>Möte i Astana</h1><p>Kazakstans president tog emot sina gäster i Astana på onsdagen.</p>" \
  "<h2>Vad som sades</h2><p>Belarus och Armenien var där, men ingen talade om Georgien.</p>"     \
  "</article></body></html>"

static AtlasLibraryEntry *
extract (const char *name,
         const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImported) imported = atlas_extract (name, bytes, &error);

  g_assert_no_error (error);
  return atlas_library_entry_from_imported (imported, "Filen");
}

static void
page_becomes_article (Fixture *self,
                      gconstpointer data)
{
  g_autoptr (AtlasLibraryEntry) entry = extract ("a.html", PAGE);
  g_autofree char *key = fixture_add (self, entry);
  g_autoptr (AtlasLibraryArticle) article = fixture_get (self, key);

  g_assert_cmpstr (article->entry->title, ==, "Möte i Astana");
  g_assert_cmpstr (article->entry->publisher, ==, "Exempelbladet");
  g_assert_cmpstr (article->entry->author, ==, "A. Ek");
  g_assert_cmpstr (article->entry->date, ==, "2025-05-28");
  g_assert_cmpstr (article->entry->address, ==, "https://www.example.org/a");
  g_assert_cmpstr (article->entry->language, ==, "sv");
  g_assert_cmpuint (article->entry->blocks->len, ==, 3);
  g_assert_cmpint (g_array_index (article->entry->blocks, AtlasLibraryBlock, 1).kind, ==, ATLAS_BLOCK_HEADING);
  g_assert_true (fixture_find_subject (article, "KZ")->about);
  g_assert_nonnull (fixture_find_subject (article, "GE"));
}

static void
file_gives_title (Fixture *self,
                  gconstpointer data)
{
  g_autoptr (AtlasLibraryEntry) entry = extract ("a.txt", "Armenia said on Monday that its taking part was frozen, and Belarus said that it was not.");
  g_autofree char *key = fixture_add (self, entry);
  g_autoptr (AtlasLibraryArticle) article = fixture_get (self, key);

  g_assert_cmpstr (article->entry->title, ==, "Filen");
  g_assert_cmpstr (article->entry->language, ==, "en");
  g_assert_cmpstr (article->entry->date, ==, "");
  g_assert_cmpuint (article->entry->blocks->len, ==, 1);
}

/* Where the summary is the beginning of the text, once is enough. */
static void
summary_counts_once (Fixture *self,
                     gconstpointer data)
{
  static const char head[] = "---\ntitle: T\nsummary: %s\n---\n\nKazakhstan said on Monday that it would host the talks, and that all were welcome.\n\nThe end.\n";
  static const struct
  {
    const char *summary;
    gboolean is_kept;
  } cases[] = {
    { "Kazakhstan said on Monday that it would host the talks, and that all were welcome.", FALSE },
    { "Kazakhstan said on Monday that it would…", FALSE },
    { "Kazakhstan said on Monday that it would ...", FALSE },
    { "Talks are to be held in Central Asia.", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (head, "%s", 2);
      g_autofree char *text = g_strconcat (parts[0], cases[i].summary, parts[1], NULL);
      g_autoptr (AtlasLibraryEntry) entry = extract ("a.md", text);

      g_assert_cmpstr (entry->summary, ==, cases[i].is_kept ? cases[i].summary : NULL);
    }
}

#define ADD(name, function) g_test_add ("/imported/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("page-becomes-article", page_becomes_article);
  ADD ("file-gives-title", file_gives_title);
  ADD ("summary-counts-once", summary_counts_once);
  return g_test_run ();
}
