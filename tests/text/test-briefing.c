/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../atlas-fixture.h"
#include "atlas-briefing.h"

#include <string.h>

#define HEAD "---\nkey: a\nlanguage: en\ntitle: Armenia waits\ndate: 2024-02\nsummary: On the CSTO.\norganisations: CSTO\nrests-on: event:x source:y\n---\n\n"

static AtlasLinker *linker;
static AtlasDataset *dataset;

static AtlasArticle *
parse (const char *text,
       const AtlasDataset *rows,
       AtlasProblems *problems)
{
  return atlas_briefing_parse ("a.md", text, -1, linker, rows, problems);
}

static void
test_parts (void)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autoptr (AtlasArticle) article = parse (HEAD "Armenia *froze* its\npart.\n\n## Before\nIts é*motion*s: 2 \\* 3, Georgia.\n", NULL, problems);
  const AtlasBlock *blocks;
  guint n;

  g_assert_cmpuint (atlas_problems_get_n (problems), ==, 0);
  g_assert_cmpstr (atlas_article_get_key (article), ==, "a");
  g_assert_cmpstr (atlas_article_get_title (article), ==, "Armenia waits");
  g_assert_cmpstr (atlas_article_get_summary (article), ==, "On the CSTO.");
  g_assert_cmpstr (atlas_article_get_language (article), ==, "en");
  g_assert_cmpint (atlas_article_get_date (article)->latest, ==, atlas_day_new (2024, 2, 29));
  g_assert_cmpstr (atlas_article_get_rests_on (article)[1], ==, "source:y");
  g_assert_null (atlas_article_get_rests_on (article)[2]);

  blocks = atlas_article_get_blocks (article, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (blocks[0].text, ==, "Armenia froze its part.");
  g_assert_cmpuint (blocks[0].n_emphases, ==, 1);
  g_assert_cmpuint (blocks[0].emphases[0].start, ==, 8);
  g_assert_cmpuint (blocks[0].emphases[0].end, ==, 13);
  g_assert_cmpint (blocks[1].kind, ==, ATLAS_BLOCK_HEADING);
  g_assert_cmpstr (blocks[1].text, ==, "Before");
  g_assert_cmpstr (blocks[2].text, ==, "Its émotions: 2 * 3, Georgia.");
  g_assert_cmpuint (blocks[2].emphases[0].start, ==, 5);
}

static void
test_mentions (void)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autoptr (AtlasArticle) article = parse (HEAD "Tbilisi and Yerevan talked.\n\nÉlan: Georgia, the neighbour, agreed.\n", NULL, problems);
  const AtlasBlock *blocks = atlas_article_get_blocks (article, NULL);
  const AtlasMention *mention;

  g_assert_cmpuint (atlas_mentions_get_n (atlas_article_get_title_mentions (article)), ==, 1);
  g_assert_cmpuint (atlas_mentions_count (atlas_article_get_summary_mentions (article), "CSTO", TRUE, FALSE), ==, 1);
  g_assert_cmpuint (atlas_mentions_get_n (blocks[0].mentions), ==, 2);
  g_assert_cmpuint (atlas_mentions_get_n (blocks[1].mentions), ==, 1);

  /* What Tbilisi says in one paragraph decides about Georgia in the next. */
  mention = atlas_mentions_get (blocks[1].mentions, 0);
  g_assert_cmpstr (mention->target, ==, "GE");
  g_assert_false (mention->doubtful);
  g_assert_cmpuint (mention->start, ==, 6);
  g_assert_cmpuint (mention->byte_start, ==, 7);
}

static void
test_subjects (void)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autoptr (AtlasArticle) article = parse (HEAD "Armenia asked. Russia answered Armenia.\n\nFrance watched.\n", NULL, problems);
  const AtlasSubject *subjects;
  guint n;

  subjects = atlas_article_get_subjects (article, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpstr (subjects[0].target, ==, "AM");
  g_assert_cmpuint (subjects[0].count, ==, 3);
  g_assert_true (subjects[0].about);
  g_assert_false (atlas_article_find_subject (article, "FR", FALSE)->about);
  g_assert_true (atlas_article_find_subject (article, "CSTO", TRUE)->about);
  g_assert_null (atlas_article_find_subject (article, "DE", FALSE));
}

typedef struct
{
  const char *name;
  const char *text;
  guint line;
} Bad;

static const Bad bad[] = {
  { "no-front-matter", "Armenia waits.\n", 1 },
  { "empty", "", 1 },
  { "bom", "\xef\xbb\xbf---\n", 1 },
  { "open-front-matter", "---\nkey: a\n", 1 },
  { "no-colon", "---\nkey: a\nlanguage en\ntitle: T\ndate: 2024\nlanguage: en\nrests-on: source:y\n---\n\nText.\n", 3 },
  { "unknown-key", "---\nkey: a\nlanguage: en\nauthor: N\ntitle: T\ndate: 2024\nrests-on: source:y\n---\n\nText.\n", 4 },
  { "key-twice", "---\nkey: a\nkey: b\nlanguage: en\ntitle: T\ndate: 2024\nrests-on: source:y\n---\n\nText.\n", 3 },
  { "no-title", "---\nkey: a\nlanguage: en\ndate: 2024\nrests-on: source:y\n---\n\nText.\n", 1 },
  { "rests-on-nothing", "---\nkey: a\nlanguage: en\ntitle: T\ndate: 2024\nrests-on:\n---\n\nText.\n", 6 },
  { "bad-date", "---\nkey: a\nlanguage: en\ntitle: T\ndate: May 2024\nrests-on: source:y\n---\n\nText.\n", 5 },
  { "bad-language", "---\nkey: a\nlanguage: english\ntitle: T\ndate: 2024\nrests-on: source:y\n---\n\nText.\n", 3 },
  { "no-text", HEAD, 0 },
  { "open-emphasis", HEAD "Some *text.\n", 11 },
  { "bad-heading", HEAD "# Heading\n\nText.\n", 11 },
  { "not-utf8", HEAD "Text.\n\xfe\n", 12 },
};

static void
test_bad (gconstpointer data)
{
  const Bad *file = data;
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autoptr (AtlasArticle) article = parse (file->text, NULL, problems);

  g_assert_null (article);
  g_assert_cmpuint (atlas_problems_get_n (problems), ==, 1);
  g_assert_cmpstr (atlas_problems_get (problems, 0)->file, ==, "a.md");
  if (file->line > 0)
    g_assert_cmpuint (atlas_problems_get (problems, 0)->line, ==, file->line);
}

static void
test_unknown_rows (void)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autoptr (AtlasArticle) article =
      parse ("---\nkey: a\nlanguage: en\ntitle: T\ndate: 2024\norganisations: CSTO XYZ\nrests-on: event:none membership:none source:none row:none\n---\n\nText.\n", dataset, problems);

  g_assert_null (article);
  g_assert_cmpuint (atlas_problems_get_n (problems), ==, 5);
  g_assert_cmpuint (atlas_problems_get (problems, 0)->line, ==, 6);
  g_assert_cmpuint (atlas_problems_get (problems, 4)->line, ==, 7);
}

static AtlasBriefings *
load_ours (AtlasProblems *problems)
{
  g_autofree char *directory = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "briefings", NULL);

  return atlas_briefings_load (directory, linker, dataset, problems);
}

static void
test_ours (void)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autoptr (AtlasBriefings) briefings = load_ours (problems);
  g_autoptr (GPtrArray) english = atlas_briefings_list (briefings, "en_GB.UTF-8");
  g_autoptr (GPtrArray) swedish = atlas_briefings_list (briefings, "sv");
  g_autoptr (GPtrArray) finnish = atlas_briefings_list (briefings, "fi");

  for (guint i = 0; i < atlas_problems_get_n (problems); i++)
    {
      g_autofree char *problem = atlas_problem_to_string (atlas_problems_get (problems, i));

      g_test_message ("%s", problem);
      g_test_fail ();
    }
  g_assert_cmpuint (english->len, >=, 16);
  g_assert_cmpuint (swedish->len, ==, english->len);
  g_assert_cmpuint (finnish->len, ==, english->len);
  for (guint i = 0; i < english->len; i++)
    {
      AtlasArticle *article = g_ptr_array_index (english, i);
      g_autoptr (AtlasArticle) translation = atlas_briefings_find (briefings, atlas_article_get_key (article), "sv");
      guint n;

      g_assert_cmpstr (atlas_article_get_language (article), ==, "en");
      g_assert_cmpstr (atlas_article_get_language (g_ptr_array_index (swedish, i)), ==, "sv");
      g_assert_cmpstr (atlas_article_get_language (g_ptr_array_index (finnish, i)), ==, "en");
      g_assert_cmpstr (atlas_article_get_language (translation), ==, "sv");
      atlas_article_get_subjects (article, &n);
      g_assert_cmpuint (n, >, 0);
    }
  g_assert_null (atlas_briefings_find (briefings, "no-such-article", "en"));
}

/* Both languages tell the same story, so they name the same countries. */
static void
test_translations_agree (void)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autoptr (AtlasBriefings) briefings = load_ours (problems);
  g_autoptr (GPtrArray) english = atlas_briefings_list (briefings, "en");

  for (guint i = 0; i < english->len; i++)
    {
      AtlasArticle *article = g_ptr_array_index (english, i);
      g_autoptr (AtlasArticle) swedish = atlas_briefings_find (briefings, atlas_article_get_key (article), "sv");
      guint n;
      const AtlasSubject *subjects = atlas_article_get_subjects (article, &n);

      for (guint j = 0; j < n; j++)
        if (subjects[j].count > 0 && atlas_article_find_subject (swedish, subjects[j].target, subjects[j].is_organisation) == NULL)
          {
            g_test_message ("%s: %s is named in English only", atlas_article_get_key (article), subjects[j].target);
            g_test_fail ();
          }
    }
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autofree char *forms = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "gazetteer", NULL);
  g_autoptr (AtlasGazetteer) gazetteer = atlas_gazetteer_load (forms, problems);
  int status;

  g_test_init (&argc, &argv, NULL);
  linker = atlas_linker_new (gazetteer);
  dataset = fixture_dataset ();

  g_test_add_func ("/briefing/parts", test_parts);
  g_test_add_func ("/briefing/mentions", test_mentions);
  g_test_add_func ("/briefing/subjects", test_subjects);
  g_test_add_func ("/briefing/unknown-rows", test_unknown_rows);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/briefing/bad/", bad[i].name, NULL);

      g_test_add_data_func (path, &bad[i], test_bad);
    }
  g_test_add_func ("/briefings/ours", test_ours);
  g_test_add_func ("/briefings/translations-agree", test_translations_agree);
  status = g_test_run ();
  atlas_linker_unref (linker);
  return status;
}
