/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../atlas-fixture.h"
#include "library-fixture.h"

#include "atlas-word-index.h"

#include <string.h>

static AtlasWordIndex *
make_index (const char *language)
{
  static AtlasBriefings *briefings = NULL;
  g_autoptr (GError) error = NULL;
  AtlasWordIndex *index;

  if (briefings == NULL)
    {
      g_autofree char *path = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "briefings", NULL);
      g_autoptr (AtlasProblems) problems = atlas_problems_new ();

      briefings = atlas_briefings_load (path, fixture_linker (), fixture_dataset (), problems);
    }
  index = atlas_word_index_new (fixture_dataset (), briefings, language, &error);
  g_assert_no_error (error);
  return index;
}

static GPtrArray *
search (AtlasWordIndex *index,
        const char *words,
        guint limit)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *all = atlas_word_index_search (index, words, limit, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      const AtlasFound *found = all->pdata[i];

      g_assert_cmpuint (found->marks->len, >, 0);
      for (guint j = 0; j < found->marks->len; j++)
        g_assert_cmpuint (g_array_index (found->marks, AtlasRange, j).end, <=, (guint) g_utf8_strlen (found->snippet, -1));
      if (i > 0)
        g_assert_cmpint (((AtlasFound *) all->pdata[i - 1])->kind, <=, found->kind);
    }
  return all;
}

static const AtlasFound *
look_up (const GPtrArray *all,
         AtlasFoundKind kind,
         const char *key)
{
  for (guint i = 0; i < all->len; i++)
    {
      const AtlasFound *found = all->pdata[i];

      if (found->kind == kind && g_str_equal (found->key, key))
        return found;
    }
  return NULL;
}

static void
finds_every_kind (void)
{
  g_autoptr (AtlasWordIndex) index = make_index ("en");
  g_autoptr (GPtrArray) all = search (index, "collective security", 0);
  g_autoptr (GPtrArray) armenia = search (index, "armenia", 0);
  g_autoptr (GPtrArray) none = search (index, "  \" - ", 0);
  const AtlasFound *event;

  g_assert_nonnull (look_up (all, ATLAS_FOUND_BRIEFING, "csto-six-members"));
  g_assert_true (look_up (all, ATLAS_FOUND_ORGANISATION, "CSTO")->in_title);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (look_up (armenia, ATLAS_FOUND_COUNTRY, "AM")->in_title);
  event = look_up (armenia, ATLAS_FOUND_EVENT, "armenia-freezes-csto");
  g_assert_cmpstr (event->date, ==, "2024-02-22");
  g_assert_cmpint (event->day, ==, fixture_day ("2024-02-22"));
  g_assert_nonnull (strstr (event->snippet, "Armenia"));
}

/* Forms of a word find each other in all three languages. */
static void
finds_forms (void)
{
  static const struct
  {
    const char *language;
    const char *words;
    AtlasFoundKind kind;
    const char *key;
  } cases[] = {
    { "en", "notices of withdrawals", ATLAS_FOUND_EVENT, "armenia-freezes-csto" },
    { "en", "deploying force", ATLAS_FOUND_EVENT, "csto-troops-kazakhstan" },
    { "en", "soldier", ATLAS_FOUND_EVENT, "csto-troops-kazakhstan" },
    { "sv", "truppernas", ATLAS_FOUND_EVENT, "csto-troops-kazakhstan" },
    { "sv", "allianser", ATLAS_FOUND_EVENT, "csto-troops-kazakhstan" },
    { "sv", "Armeniens", ATLAS_FOUND_COUNTRY, "AM" },
    { "en", "Казахстане", ATLAS_FOUND_COUNTRY, "KZ" },
    { "sv", "Казахстаном", ATLAS_FOUND_COUNTRY, "KZ" },
    { "en", "организации договора", ATLAS_FOUND_ORGANISATION, "CSTO" },
    { "en", "Kasachstan", ATLAS_FOUND_COUNTRY, "KZ" },
    { "sv", "\"militära allianser\"", ATLAS_FOUND_EVENT, "sweden-joins-nato" },
    { "en", "Pashiny", ATLAS_FOUND_EVENT, "armenia-freezes-csto" },
    { "en", "Astana", ATLAS_FOUND_COUNTRY, "KZ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasWordIndex) index = make_index (cases[i].language);
      g_autoptr (GPtrArray) all = search (index, cases[i].words, 0);

      g_test_message ("%s", cases[i].words);
      g_assert_nonnull (look_up (all, cases[i].kind, cases[i].key));
    }
}

static void
phrases_stand_together (void)
{
  g_autoptr (AtlasWordIndex) index = make_index ("en");
  g_autoptr (GPtrArray) together = search (index, "\"outside military alliances\"", 0);
  g_autoptr (GPtrArray) turned = search (index, "\"alliances outside military\"", 0);

  g_assert_nonnull (look_up (together, ATLAS_FOUND_EVENT, "sweden-joins-nato"));
  g_assert_cmpuint (turned->len, ==, 0);
}

static void
limits_each_kind (void)
{
  g_autoptr (AtlasWordIndex) index = make_index ("en");
  g_autoptr (GPtrArray) all = search (index, "russia", 0);
  g_autoptr (GPtrArray) some = search (index, "russia", 2);
  guint counts[ATLAS_N_FOUND_KINDS] = { 0 };

  for (guint i = 0; i < some->len; i++)
    counts[((AtlasFound *) some->pdata[i])->kind]++;
  g_assert_cmpuint (all->len, >, some->len);
  for (guint i = 0; i < ATLAS_N_FOUND_KINDS; i++)
    g_assert_cmpuint (counts[i], <=, 2);
  g_assert_cmpuint (counts[ATLAS_FOUND_BRIEFING], ==, 2);
  g_assert_cmpuint (counts[ATLAS_FOUND_EVENT], ==, 2);
  g_assert_cmpuint (counts[ATLAS_FOUND_COUNTRY], >, 0);
}

static void
finds_own (Fixture *self,
           gconstpointer data)
{
  g_autofree char *key = fixture_add_text (self, "A letter", "2024-01-01", "The ministers met in Bishkek and spoke of rivers.");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = atlas_found_in_library (self->library, "minister", 0, NULL, &error);
  const AtlasFound *found;

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);
  found = all->pdata[0];
  g_assert_cmpint (found->kind, ==, ATLAS_FOUND_OWN);
  g_assert_cmpstr (found->key, ==, key);
  g_assert_cmpuint (found->marks->len, ==, 1);
}

/* --- Threads --------------------------------------------------------------------------- */

static gpointer
search_often (gpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GPtrArray) all = search (data, i % 2 ? "security" : "россии", 3);

      g_assert_cmpuint (all->len, >, 0);
    }
  return NULL;
}

static void
threads_share (void)
{
  g_autoptr (AtlasWordIndex) index = make_index ("en");
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("search", search_often, index);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-index/finds-every-kind", finds_every_kind);
  g_test_add_func ("/word-index/finds-forms", finds_forms);
  g_test_add_func ("/word-index/phrases-stand-together", phrases_stand_together);
  g_test_add_func ("/word-index/limits-each-kind", limits_each_kind);
  g_test_add ("/word-index/finds-own", Fixture, NULL, fixture_set_up, finds_own, fixture_tear_down);
  g_test_add_func ("/word-index/threads-share", threads_share);
  return g_test_run ();
}
