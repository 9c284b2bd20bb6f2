/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-fixture.h"

#include "atlas-library-exchange.h"
#include "atlas-library-markdown.h"

#include <string.h>

static void
check_same_entry (const AtlasLibraryEntry *a,
                  const AtlasLibraryEntry *b)
{
  g_assert_cmpstr (a->key, ==, b->key);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->summary, ==, b->summary);
  g_assert_cmpstr (a->publisher, ==, b->publisher);
  g_assert_cmpstr (a->author, ==, b->author);
  g_assert_cmpstr (a->date, ==, b->date);
  g_assert_cmpstr (a->address, ==, b->address);
  g_assert_cmpstr (a->language, ==, b->language);
  g_assert_cmpint (a->imported_at, ==, b->imported_at);
  g_assert_cmpint (a->updated_at, ==, b->updated_at);
  g_assert_cmpint (a->read_at, ==, b->read_at);
  g_assert_cmpstrv (a->tags, b->tags);
  g_assert_cmpuint (a->blocks->len, ==, b->blocks->len);
  for (guint i = 0; i < a->blocks->len; i++)
    {
      g_assert_cmpint (g_array_index (a->blocks, AtlasLibraryBlock, i).kind, ==, g_array_index (b->blocks, AtlasLibraryBlock, i).kind);
      g_assert_cmpstr (g_array_index (a->blocks, AtlasLibraryBlock, i).text, ==, g_array_index (b->blocks, AtlasLibraryBlock, i).text);
    }
  g_assert_cmpuint (a->corrections->len, ==, b->corrections->len);
  for (guint i = 0; i < a->corrections->len; i++)
    {
      const AtlasCorrection *left = &g_array_index (a->corrections, AtlasCorrection, i);
      const AtlasCorrection *right = &g_array_index (b->corrections, AtlasCorrection, i);

      g_assert_cmpint (left->what, ==, right->what);
      g_assert_cmpstr (left->target, ==, right->target);
      g_assert_cmpint (left->is_organisation, ==, right->is_organisation);
      g_assert_cmpint (left->all, ==, right->all);
      g_assert_cmpint (left->block, ==, right->block);
      g_assert_cmpuint (left->start, ==, right->start);
      g_assert_cmpuint (left->end, ==, right->end);
      g_assert_cmpstr (left->quote, ==, right->quote);
      g_assert_cmpint (left->created_at, ==, right->created_at);
    }
}

static void
check_same_links (const AtlasLibraryLinks *a,
                  const AtlasLibraryLinks *b)
{
  g_assert_cmpuint (a->subjects->len, ==, b->subjects->len);
  g_assert_cmpuint (a->mentions->len, ==, b->mentions->len);
  for (guint i = 0; i < a->mentions->len; i++)
    {
      g_assert_cmpstr (g_array_index (a->mentions, AtlasLibraryMention, i).target, ==, g_array_index (b->mentions, AtlasLibraryMention, i).target);
      g_assert_cmpuint (g_array_index (a->mentions, AtlasLibraryMention, i).start, ==, g_array_index (b->mentions, AtlasLibraryMention, i).start);
    }
}

/* Texts that Markdown or front matter could take for something else. */
static void
add_awkward (Fixture *self)
{
  static const char *const texts[] = {
    "# not a heading", "- no list", "1. no list 2. either", "12) nor this", "> no quotation", "---", "a *b* _c_ `d` [e](f) <g> \\*h\\", "| a | b |", "=====",
    "+ plus", "~~~", "\\", "tag: not one", "«Кавычки» och “citat” å ä ö — …", "## two", "#hash", "100.5 percent", "2025.", "a\u00a0b", "&amp; &lt;"
  };
  g_autoptr (AtlasLibraryEntry) entry = fixture_entry ("--- A: title / with # signs: * and \"quotes\" ---", "2024-05~", "Georgia and China met Armenia by the sea.");
  const char *const tags[] = { "two words", "a: colon", "ключ", NULL };
  g_autofree char *key = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    atlas_library_entry_add_block (entry, i % 3 == 2 ? ATLAS_BLOCK_HEADING : ATLAS_BLOCK_PARAGRAPH, texts[i]);
  entry->summary = g_strdup ("A summary: with a colon");
  entry->publisher = g_strdup ("#1 News");
  entry->author = g_strdup ("- Anon");
  entry->address = g_strdup ("https://example.org/a:b?c=d#e");
  entry->tags = g_strdupv ((char **) tags);
  key = fixture_add (self, entry);
  g_assert_true (atlas_library_set_read (self->library, key, TRUE, NULL, NULL));
  g_assert_true (atlas_library_correct (self->library, key, &(AtlasCorrection) { .what = ATLAS_CORRECTION_THIS_IS, .target = "", .block = 0, .start = 0, .end = 7 }, NULL, NULL));
  g_assert_true (atlas_library_correct (self->library, key, &(AtlasCorrection) { .what = ATLAS_CORRECTION_ALSO_THIS, .target = "CSTO", .is_organisation = TRUE, .all = TRUE }, NULL, NULL));
  g_assert_true (atlas_library_correct (self->library, key, &(AtlasCorrection) { .what = ATLAS_CORRECTION_ALSO_THIS, .target = "RU", .block = ATLAS_PLACE_TITLE, .start = 0, .end = 6 }, NULL, NULL));
}

static void
there_and_back (Fixture *self,
                gconstpointer data)
{
  Fixture other = { 0 };
  g_autofree char *folder = g_build_filename (self->directory, "out", NULL);
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *plain = fixture_add_text (self, "Кыргызстан и ОДКБ", NULL, "Киргизия приняла министров ОДКБ в Бишкеке.\n\n# Итоги\n\nАрмения не участвовала.");
  g_autofree char *deleted = fixture_add_text (self, "Gone", NULL, "Nothing.");
  guint n, known;

  add_awkward (self);
  g_assert_true (atlas_library_set_deleted (self->library, deleted, TRUE, NULL, NULL));
  atlas_library_export (self->library, folder, &n, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);

  fixture_set_up (&other, NULL);
  atlas_library_import_folder (other.library, folder, &n, &known, problems, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (atlas_problems_get_n (problems), ==, 0);
  g_assert_cmpuint (n, ==, 2);
  items = atlas_library_list (self->library, &(AtlasLibraryQuery) { 0 }, NULL, NULL);
  for (guint i = 0; i < items->len; i++)
    {
      const char *key = ((AtlasLibraryItem *) items->pdata[i])->key;
      g_autoptr (AtlasLibraryArticle) a = fixture_get (self, key);
      g_autoptr (AtlasLibraryArticle) b = fixture_get (&other, key);

      check_same_entry (a->entry, b->entry);
      check_same_links (a->links, b->links);
    }
  fixture_check (&other);
  /* Once more changes nothing. */
  atlas_library_import_folder (other.library, folder, &n, &known, problems, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (known, ==, 2);
  fixture_tear_down (&other, NULL);
}

static void
bad_files_are_told (Fixture *self,
                    gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint line;
  } files[] = {
    { "No front matter.\n", 1 },
    { "---\ntitle: x\nno colon\n---\n\nText.\n", 3 },
    { "---\ntitle: x\n", 1 },
    { "---\ntitle: x\ncorrection: not-this country\n---\n", 3 },
    { "---\nimported: yesterday\n---\nText.\n", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (AtlasProblems) problems = atlas_problems_new ();

      g_assert_null (atlas_library_entry_from_markdown ("file.md", files[i].text, -1, problems));
      g_assert_cmpuint (atlas_problems_get_n (problems), ==, 1);
      g_assert_cmpuint (atlas_problems_get (problems, 0)->line, ==, files[i].line);
    }
}

#define ADD(name, function) g_test_add ("/exchange/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("there-and-back", there_and_back);
  ADD ("bad-files-are-told", bad_files_are_told);
  return g_test_run ();
}
