/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../atlas-fixture.h"
#include "atlas-excerpt.h"

#include <string.h>

static AtlasDataset *dataset;
static AtlasBriefings *briefings;

static void
check_excerpt (const AtlasExcerpt *excerpt,
               const char *target)
{
  const AtlasBlock *block = &atlas_article_get_blocks (excerpt->article, NULL)[excerpt->block];
  g_autofree char *why = atlas_mention_get_why (excerpt->mentions[0]);

  g_assert_cmpint (block->kind, ==, ATLAS_BLOCK_PARAGRAPH);
  g_assert_true (block->text == excerpt->text);
  g_assert_cmpuint (excerpt->n_mentions, >, 0);
  g_assert_cmpuint (strlen (why), >, 10);
  for (guint i = 0; i < excerpt->n_mentions; i++)
    {
      const AtlasMention *mention = excerpt->mentions[i];

      if (target != NULL)
        g_assert_cmpstr (mention->target, ==, target);
      g_assert_cmpint (g_utf8_offset_to_pointer (excerpt->text, mention->start) - excerpt->text, ==, mention->byte_start);
      g_assert_cmpint (g_utf8_offset_to_pointer (excerpt->text, mention->end) - excerpt->text, ==, mention->byte_end);
      g_assert_cmpuint (mention->byte_end, <=, strlen (excerpt->text));
    }
}

static void
check_order (const GPtrArray *excerpts)
{
  for (guint i = 1; i < excerpts->len; i++)
    g_assert_cmpfloat (((AtlasExcerpt *) g_ptr_array_index (excerpts, i - 1))->rank, >=, ((AtlasExcerpt *) g_ptr_array_index (excerpts, i))->rank);
}

static void
test_country (void)
{
  static const char *const languages[] = { "en", "sv" };

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (GPtrArray) excerpts = atlas_excerpts_for_country (briefings, atlas_dataset_find_country (dataset, "KZ"), languages[l], ATLAS_DAY_MAX, 0);

      g_assert_cmpuint (excerpts->len, >, 3);
      check_order (excerpts);
      for (guint i = 0; i < excerpts->len; i++)
        {
          const AtlasExcerpt *excerpt = g_ptr_array_index (excerpts, i);

          check_excerpt (excerpt, "KZ");
          g_assert_cmpstr (atlas_article_get_language (excerpt->article), ==, languages[l]);
        }
      g_assert_true (((AtlasExcerpt *) g_ptr_array_index (excerpts, 0))->about);
    }
}

static void
test_title_leads (void)
{
  g_autoptr (GPtrArray) excerpts = atlas_excerpts_for_country (briefings, atlas_dataset_find_country (dataset, "KZ"), "en", ATLAS_DAY_MAX, 1);
  const AtlasExcerpt *first = g_ptr_array_index (excerpts, 0);

  g_assert_cmpuint (excerpts->len, ==, 1);
  g_assert_cmpuint (atlas_mentions_count (atlas_article_get_title_mentions (first->article), "KZ", FALSE, FALSE), >, 0);
}

static void
test_members_of_the_csto (void)
{
  static const char *const codes[] = { "RU", "BY", "AM", "KZ", "KG", "TJ", "AZ", "GE", "UZ" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GPtrArray) excerpts = atlas_excerpts_for_country (briefings, atlas_dataset_find_country (dataset, codes[i]), "en", ATLAS_DAY_MAX, 0);

      g_assert_cmpuint (excerpts->len, >, 0);
    }
}

static void
test_organisation (void)
{
  const AtlasOrganisation *csto = atlas_dataset_find_organisation (dataset, "CSTO");
  g_autoptr (GPtrArray) excerpts = atlas_excerpts_for_organisation (briefings, dataset, csto, "en", ATLAS_DAY_MAX, 0);
  gboolean has_treaty = FALSE;

  g_assert_cmpuint (excerpts->len, >, 5);
  check_order (excerpts);
  for (guint i = 0; i < excerpts->len; i++)
    {
      const AtlasExcerpt *excerpt = g_ptr_array_index (excerpts, i);

      check_excerpt (excerpt, NULL);
      for (guint j = 0; j < excerpt->n_mentions; j++)
        has_treaty = has_treaty || g_str_equal (excerpt->mentions[j]->target, "CST");
    }
  g_assert_true (has_treaty);
}

/* The page of an article says when it was written. */
static void
test_until_a_day (void)
{
  const AtlasOrganisation *csto = atlas_dataset_find_organisation (dataset, "CSTO");
  g_autoptr (GPtrArray) all = atlas_excerpts_for_organisation (briefings, dataset, csto, "en", ATLAS_DAY_MAX, 0);
  const AtlasDay day = atlas_article_get_date (((AtlasExcerpt *) g_ptr_array_index (all, 0))->article)->earliest;
  g_autoptr (GPtrArray) on = atlas_excerpts_for_organisation (briefings, dataset, csto, "en", day, 0);
  g_autoptr (GPtrArray) before = atlas_excerpts_for_organisation (briefings, dataset, csto, "en", day - 1, 0);
  g_autoptr (GPtrArray) none = atlas_excerpts_for_organisation (briefings, dataset, csto, "en", atlas_day_new (1945, 1, 1), 0);
  guint n_on = 0;
  guint n_before = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const AtlasExcerpt *excerpt = g_ptr_array_index (all, i);
      const AtlasDay written = atlas_article_get_date (excerpt->article)->earliest;

      g_assert_cmpint (atlas_excerpt_is_known_on (excerpt, day), ==, written <= day);
      n_on += written <= day;
      n_before += written < day;
    }
  g_assert_cmpuint (on->len, ==, n_on);
  g_assert_cmpuint (before->len, ==, n_before);
  g_assert_cmpuint (n_before, <, n_on);
  g_assert_cmpuint (none->len, ==, 0);
  check_order (on);
}

/* A limit counts what is left, and not what a day leaves out. */
static void
test_limit_after_the_day (void)
{
  const AtlasCountry *russia = atlas_dataset_find_country (dataset, "RU");
  const AtlasDay day = atlas_day_new (2025, 7, 31);
  g_autoptr (GPtrArray) all = atlas_excerpts_for_country (briefings, russia, "en", day, 0);
  g_autoptr (GPtrArray) two = atlas_excerpts_for_country (briefings, russia, "en", day, 2);

  g_assert_cmpuint (all->len, >, 2);
  g_assert_cmpuint (two->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_true (((AtlasExcerpt *) g_ptr_array_index (two, i))->text == ((AtlasExcerpt *) g_ptr_array_index (all, i))->text);
}

static void
test_nothing_written (void)
{
  g_autoptr (GPtrArray) excerpts = atlas_excerpts_for_country (briefings, atlas_dataset_find_country (dataset, "NU"), "en", ATLAS_DAY_MAX, 0);

  g_assert_cmpuint (excerpts->len, ==, 0);
}

static void
test_excerpt_outlives_briefings (void)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autofree char *forms = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "gazetteer", NULL);
  g_autofree char *directory = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "briefings", NULL);
  AtlasGazetteer *gazetteer = atlas_gazetteer_load (forms, problems);
  AtlasLinker *linker = atlas_linker_new (gazetteer);
  AtlasBriefings *others = atlas_briefings_load (directory, linker, NULL, problems);
  g_autoptr (GPtrArray) excerpts = atlas_excerpts_for_country (others, atlas_dataset_find_country (dataset, "RU"), "en", ATLAS_DAY_MAX, 2);

  atlas_briefings_unref (others);
  atlas_linker_unref (linker);
  atlas_gazetteer_unref (gazetteer);
  check_excerpt (g_ptr_array_index (excerpts, 0), "RU");
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autofree char *forms = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "gazetteer", NULL);
  g_autofree char *directory = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "briefings", NULL);
  g_autoptr (AtlasGazetteer) gazetteer = atlas_gazetteer_load (forms, problems);
  g_autoptr (AtlasLinker) linker = atlas_linker_new (gazetteer);
  int status;

  g_test_init (&argc, &argv, NULL);
  dataset = fixture_dataset ();
  briefings = atlas_briefings_load (directory, linker, dataset, problems);

  g_test_add_func ("/excerpt/country", test_country);
  g_test_add_func ("/excerpt/title-leads", test_title_leads);
  g_test_add_func ("/excerpt/members-of-the-csto", test_members_of_the_csto);
  g_test_add_func ("/excerpt/organisation", test_organisation);
  g_test_add_func ("/excerpt/until-a-day", test_until_a_day);
  g_test_add_func ("/excerpt/limit-after-the-day", test_limit_after_the_day);
  g_test_add_func ("/excerpt/nothing-written", test_nothing_written);
  g_test_add_func ("/excerpt/outlives-briefings", test_excerpt_outlives_briefings);
  status = g_test_run ();
  atlas_briefings_unref (briefings);
  return status;
}
