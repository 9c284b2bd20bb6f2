/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../atlas-fixture.h"
#include "atlas-date-words.h"
#include "atlas-import-words.h"
#include "atlas-prose.h"
#include "atlas-words.h"

static AtlasDataset *dataset;

static const AtlasSpell *
spell (const char *organisation,
       const char *country,
       const char *on)
{
  const AtlasSpell *result = atlas_query_status (dataset, fixture_organisation (organisation),
                                                 fixture_country (country), fixture_day (on));

  g_assert_nonnull (result);
  return result;
}

static void
test_since (void)
{
  g_autofree char *exact = atlas_words_since (spell ("CSTO", "KZ", "2026-06-01"));
  g_autofree char *interval = atlas_words_since (spell ("CSTO", "GE", "1993-10-01"));
  g_autofree char *left = atlas_words_since (spell ("CSTO", "UZ", "2020-01-01"));

  g_assert_cmpstr (exact, ==, "Since 20 April 1994");
  g_assert_cmpstr (interval, ==, "Since: between 9 September and 9 December 1993");
  g_assert_cmpstr (left, ==, "Left: 19 December 2012");
}

static void
test_member_since (void)
{
  g_autofree char *frozen = atlas_words_member_since (dataset, spell ("CSTO", "AM", "2026-06-01"));
  g_autofree char *member = atlas_words_member_since (dataset, spell ("CSTO", "KZ", "2026-06-01"));
  g_autofree char *suspended = atlas_words_member_since (dataset, spell ("AU", "CF", "2015-01-01"));

  g_assert_cmpstr (frozen, ==, "Member since 20 April 1994");
  g_assert_null (member);
  g_assert_cmpstr (suspended, ==, "Member since 25 May 1963");
}

static void
test_status (void)
{
  g_autofree char *partner = atlas_words_for_status (ATLAS_STATUS_SUSPENDED, ATLAS_STATUS_PARTNER);
  g_autofree char *member = atlas_words_for_status (ATLAS_STATUS_FROZEN, ATLAS_STATUS_MEMBER);

  g_assert_nonnull (strstr (partner, atlas_status_get_name (ATLAS_STATUS_PARTNER)));
  g_assert_cmpstr (member, ==, atlas_status_get_name (ATLAS_STATUS_FROZEN));
}

static void
test_doubt (void)
{
  const AtlasSpell *georgia = spell ("CSTO", "GE", "1993-10-01");
  g_autofree char *before = atlas_words_doubt (georgia, fixture_day ("1993-10-01"));
  g_autofree char *after = atlas_words_doubt (georgia, fixture_day ("1994-01-01"));
  g_autofree char *none = atlas_words_doubt (spell ("CSTO", "KZ", "2026-06-01"), fixture_day ("2026-06-01"));

  g_assert_nonnull (strstr (before, "9 December 1993"));
  g_assert_null (after);
  g_assert_null (none);
}

static void
test_contested (void)
{
  g_autofree char *english = atlas_words_contested (spell ("BRICS", "SA", "2026-06-01"), "en");
  g_autofree char *swedish = atlas_words_contested (spell ("BRICS", "SA", "2026-06-01"), "sv");
  g_autofree char *none = atlas_words_contested (spell ("CSTO", "KZ", "2026-06-01"), "en");

  g_assert_true (g_str_has_prefix (english, "Contested: "));
  g_assert_cmpstr (english, !=, swedish);
  g_assert_null (none);
}

static const AtlasChange *
find_change (const char *organisation,
             const char *country,
             const char *on)
{
  guint n;
  const AtlasChange *const *changes = atlas_query_changes (dataset, fixture_organisation (organisation),
                                                           fixture_country (country), &n);

  for (guint i = 0; i < n; i++)
    if (changes[i]->day == fixture_day (on))
      return changes[i];
  g_assert_not_reached ();
}

static void
test_change (void)
{
  static const struct
  {
    const char *organisation;
    const char *country;
    const char *on;
    const char *words;
  } cases[] = {
    { "CSTO", "KZ", "1992-05-15", "Signed; not yet in force" },
    { "CSTO", "KZ", "1994-04-20", "Became a member" },
    { "CSTO", "UZ", "2012-12-19", "Left" },
    { "CSTO", "AM", "2024-02-22", "Froze its membership" },
    { "AU", "CF", "2016-04-06", "The suspension was lifted" },
    { "SCO", "BY", "2024-07-04", "Became a member" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = atlas_words_change (find_change (cases[i].organisation, cases[i].country, cases[i].on));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_transition (void)
{
  g_autofree char *rise = atlas_words_transition (find_change ("SCO", "BY", "2024-07-04"));
  g_autofree char *freeze = atlas_words_transition (find_change ("CSTO", "AM", "2024-02-22"));
  g_autofree char *start = atlas_words_transition (find_change ("SCO", "EG", "2022-09-14"));

  g_assert_cmpstr (rise, ==, "observer → member");
  g_assert_cmpstr (freeze, ==, "member → frozen");
  g_assert_null (start);
}

static void
test_range (void)
{
  g_autofree char *range = atlas_words_range (fixture_day ("2022-01-01"), fixture_day ("2024-02-29"));

  g_assert_cmpstr (range, ==, "From 1 January 2022 to 29 February 2024");
}

static void
test_date_words (void)
{
  const AtlasCountry *belarus = fixture_country ("BY");
  const AtlasOrganisation *csto = fixture_organisation ("CSTO");
  g_autofree char *soviet = atlas_date_words_for_country (dataset, belarus, fixture_day ("1985-01-01"), "en");
  g_autofree char *eve = atlas_date_words_for_country (dataset, belarus, fixture_day ("2024-07-03"), "en");
  g_autofree char *day = atlas_date_words_for_country (dataset, belarus, fixture_day ("2024-07-04"), "en");
  g_autofree char *before = atlas_date_words_for_organisation (dataset, csto, fixture_day ("1985-01-01"));
  g_autofree char *treaty = atlas_date_words_for_organisation (dataset, csto, fixture_day ("1994-06-01"));

  g_assert_cmpstr (soviet, ==, "Not yet independent");
  g_assert_true (g_str_has_prefix (eve, "CSTO member · SCO observer"));
  g_assert_true (g_str_has_prefix (day, "CSTO member · SCO member"));
  g_assert_cmpstr (before, ==, "Not yet founded");
  g_assert_cmpstr (treaty, ==, "Members: 9");
}

static void
test_source (void)
{
  const AtlasSource with_address = { .id = "a", .title = "Peace & War", .publisher = "A <Paper>", .date = "2025-07", .url = "https://example.org/?a=1&b=2" };
  const AtlasSource without_address = { .id = "b", .title = "Peace & War" };
  g_autofree char *with = atlas_words_source_markup (&with_address);
  g_autofree char *without = atlas_words_source_markup (&without_address);
  g_autofree char *none = atlas_words_source (NULL);

  g_assert_cmpstr (with, ==, "<a href=\"https://example.org/?a=1&amp;b=2\">Peace &amp; War</a> ↗ · A &lt;Paper&gt; · July 2025");
  g_assert_cmpstr (without, ==, "Peace &amp; War · no address recorded");
  g_assert_cmpstr (none, ==, "No source recorded");
}

static void
test_codes (void)
{
  g_autofree char *both = atlas_words_codes_markup (dataset, "RU UA", "sv");
  g_autofree char *others = atlas_words_codes_markup (dataset, "UN,local", "en");
  g_autofree char *none = atlas_words_codes_markup (dataset, "", "en");

  g_assert_cmpstr (both, ==, "<a href=\"country/RU\">Ryssland</a>, <a href=\"country/UA\">Ukraina</a>");
  g_assert_cmpstr (others, ==, "the United Nations, local authorities");
  g_assert_cmpstr (none, ==, "");
}

static void
test_link (void)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  atlas_prose_append_text (markup, "a < b: ", -1);
  atlas_prose_append_link (markup, "event", "x", "A & B");
  g_assert_cmpstr (markup->str, ==, "a &lt; b: <a href=\"event/x\">A &amp; B</a>");
}

static void
assert_tally (char *words,
              const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static void
test_import (void)
{
  const AtlasImportTally none = { 0 };
  const AtlasImportTally added = { .n_added = 1 };
  const AtlasImportTally known = { .n_known = 1 };
  const AtlasImportTally many = { .n_added = 12, .n_updated = 1, .n_known = 3, .n_skipped = 2 };
  const AtlasImportTally all_known = { .n_known = 2 };

  assert_tally (atlas_import_words_for_one (&added, NULL), "Added");
  assert_tally (atlas_import_words_for_one (&added, "All was taken."), "Added · All was taken.");
  assert_tally (atlas_import_words_for_one (&known, "All was taken."), "Already among your articles");
  assert_tally (atlas_import_words_for_one (&none, NULL), NULL);
  assert_tally (atlas_import_words_for_many (&many), "12 articles added · 1 article updated · 3 articles already there · 2 articles skipped");
  assert_tally (atlas_import_words_for_many (&all_known), "2 articles already there");
  assert_tally (atlas_import_words_for_many (&none), NULL);
  assert_tally (atlas_import_words_for_cancelled (&added), "Cancelled · 1 article added");
  assert_tally (atlas_import_words_for_cancelled (&all_known), "Cancelled, nothing was added");
  assert_tally (atlas_import_words_for_problem (&many, 100, "The disk is full."), "Added 12 of 100 articles – The disk is full.");
  assert_tally (atlas_import_words_for_problem (&none, 100, "The disk is full."), "The articles were not added – The disk is full.");
  assert_tally (atlas_import_words_for_problem (&none, 1, "The disk is full."), "The article was not added – The disk is full.");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dataset = fixture_dataset ();

  g_test_add_func ("/words/since", test_since);
  g_test_add_func ("/words/member-since", test_member_since);
  g_test_add_func ("/words/status", test_status);
  g_test_add_func ("/words/doubt", test_doubt);
  g_test_add_func ("/words/contested", test_contested);
  g_test_add_func ("/words/change", test_change);
  g_test_add_func ("/words/transition", test_transition);
  g_test_add_func ("/words/range", test_range);
  g_test_add_func ("/words/date", test_date_words);
  g_test_add_func ("/words/source", test_source);
  g_test_add_func ("/words/codes", test_codes);
  g_test_add_func ("/words/link", test_link);
  g_test_add_func ("/words/import", test_import);
  return g_test_run ();
}
