/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../atlas-fixture.h"
#include "atlas-time-words.h"

static AtlasDataset *dataset;

static const AtlasChange *
find_change (const char *organisation,
             const char *country,
             const char *on)
{
  guint n;
  const AtlasChange *const *changes = atlas_query_changes (dataset, fixture_organisation (organisation), fixture_country (country), &n);

  for (guint i = 0; i < n; i++)
    if (changes[i]->day == fixture_day (on))
      return changes[i];
  g_error ("no change of %s in %s on %s", country, organisation, on);
}

static void
test_of_the_atlas (void)
{
  static const struct
  {
    const char *organisation;
    const char *country;
    const char *on;
    const char *words;
  } cases[] = {
    { "CSTO", "KZ", "1992-05-15", "Kazakhstan signs up to the Collective Security Treaty" },
    { "CSTO", "KZ", "1994-04-20", "Kazakhstan becomes a member of the Collective Security Treaty" },
    { "CSTO", "GE", "1999-04-21", "Georgia leaves the Collective Security Treaty" },
    { "CSTO", "UZ", "2012-12-19", "Uzbekistan leaves the CSTO" },
    { "CSTO", "AM", "2024-02-22", "Armenia freezes its membership of the CSTO" },
    { "SCO", "BY", "2024-07-04", "Belarus becomes a member of the SCO" },
    { "BRICS", "AR", "2023-12-22", "Argentina declines the invitation to BRICS" },
    { "AU", "CF", "2016-04-06", "Central African Republic is no longer suspended from the AU" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = atlas_time_words_change (find_change (cases[i].organisation, cases[i].country, cases[i].on), "en");

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* A made-up change of Belarus in the SCO. */
static char *
say (AtlasStatus from,
     AtlasStatus from_of,
     AtlasStatus to,
     AtlasStatus to_of)
{
  const AtlasSpell before = { .status = from, .of = from_of };
  const AtlasSpell after = { .status = to, .of = to_of };
  const AtlasChange change = {
    .organisation = fixture_organisation ("SCO"),
    .country = fixture_country ("BY"),
    .from = from != ATLAS_STATUS_NONE ? &before : NULL,
    .to = to != ATLAS_STATUS_NONE ? &after : NULL,
  };

  return atlas_time_words_change (&change, "en");
}

static void
test_kinds (void)
{
  static const struct
  {
    AtlasStatus from, from_of, to, to_of;
    const char *words;
  } cases[] = {
    { ATLAS_STATUS_NONE, 0, ATLAS_STATUS_MEMBER, 0, "Belarus becomes a member of the SCO" },
    { ATLAS_STATUS_OBSERVER, 0, ATLAS_STATUS_MEMBER, 0, "Belarus becomes a member of the SCO" },
    { ATLAS_STATUS_WITHDRAWN, 0, ATLAS_STATUS_MEMBER, 0, "Belarus becomes a member of the SCO again" },
    { ATLAS_STATUS_FROZEN, ATLAS_STATUS_MEMBER, ATLAS_STATUS_MEMBER, 0, "Belarus takes part in the SCO again" },
    { ATLAS_STATUS_SUSPENDED, ATLAS_STATUS_MEMBER, ATLAS_STATUS_MEMBER, 0, "Belarus is no longer suspended from the SCO" },
    { ATLAS_STATUS_MEMBER, 0, ATLAS_STATUS_SUSPENDED, ATLAS_STATUS_MEMBER, "Belarus is suspended from the SCO" },
    { ATLAS_STATUS_MEMBER, 0, ATLAS_STATUS_FROZEN, ATLAS_STATUS_MEMBER, "Belarus freezes its membership of the SCO" },
    { ATLAS_STATUS_PARTNER, 0, ATLAS_STATUS_SUSPENDED, ATLAS_STATUS_PARTNER, "The partnership of Belarus with the SCO is suspended" },
    { ATLAS_STATUS_PARTNER, 0, ATLAS_STATUS_FROZEN, ATLAS_STATUS_PARTNER, "The partnership of Belarus with the SCO is frozen" },
    { ATLAS_STATUS_SUSPENDED, ATLAS_STATUS_PARTNER, ATLAS_STATUS_PARTNER, 0, "The partnership of Belarus with the SCO is resumed" },
    { ATLAS_STATUS_OBSERVER, 0, ATLAS_STATUS_SUSPENDED, ATLAS_STATUS_OBSERVER, "The tie of Belarus to the SCO is suspended" },
    { ATLAS_STATUS_OBSERVER, 0, ATLAS_STATUS_FROZEN, ATLAS_STATUS_OBSERVER, "The tie of Belarus to the SCO is frozen" },
    { ATLAS_STATUS_NONE, 0, ATLAS_STATUS_SIGNATORY, 0, "Belarus signs up to the SCO" },
    { ATLAS_STATUS_NONE, 0, ATLAS_STATUS_INVITED, 0, "Belarus is invited to join the SCO" },
    { ATLAS_STATUS_NONE, 0, ATLAS_STATUS_ASSOCIATE, 0, "Belarus becomes an associate of the SCO" },
    { ATLAS_STATUS_NONE, 0, ATLAS_STATUS_PARTNER, 0, "Belarus becomes a partner of the SCO" },
    { ATLAS_STATUS_NONE, 0, ATLAS_STATUS_OBSERVER, 0, "Belarus becomes an observer of the SCO" },
    { ATLAS_STATUS_NONE, 0, ATLAS_STATUS_DIALOGUE_PARTNER, 0, "Belarus becomes a dialogue partner of the SCO" },
    { ATLAS_STATUS_MEMBER, 0, ATLAS_STATUS_WITHDRAWN, 0, "Belarus leaves the SCO" },
    { ATLAS_STATUS_INVITED, 0, ATLAS_STATUS_DECLINED, 0, "Belarus declines the invitation to the SCO" },
    { ATLAS_STATUS_MEMBER, 0, ATLAS_STATUS_NONE, 0, "Belarus ceases to be a member of the SCO" },
    { ATLAS_STATUS_SIGNATORY, 0, ATLAS_STATUS_NONE, 0, "The signature of Belarus to the SCO lapses" },
    { ATLAS_STATUS_INVITED, 0, ATLAS_STATUS_NONE, 0, "The invitation of Belarus to the SCO lapses" },
    { ATLAS_STATUS_ASSOCIATE, 0, ATLAS_STATUS_NONE, 0, "Belarus ceases to be an associate of the SCO" },
    { ATLAS_STATUS_PARTNER, 0, ATLAS_STATUS_NONE, 0, "Belarus ceases to be a partner of the SCO" },
    { ATLAS_STATUS_OBSERVER, 0, ATLAS_STATUS_NONE, 0, "Belarus ceases to be an observer of the SCO" },
    { ATLAS_STATUS_DIALOGUE_PARTNER, 0, ATLAS_STATUS_NONE, 0, "Belarus ceases to be a dialogue partner of the SCO" },
    { ATLAS_STATUS_SUSPENDED, ATLAS_STATUS_MEMBER, ATLAS_STATUS_NONE, 0, "The tie of Belarus to the SCO ends" },
  };
  gboolean begun[ATLAS_N_STATUSES] = { FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = say (cases[i].from, cases[i].from_of, cases[i].to, cases[i].to_of);

      g_assert_cmpstr (words, ==, cases[i].words);
      begun[cases[i].to] = TRUE;
    }
  for (guint status = 0; status < ATLAS_N_STATUSES; status++)
    g_assert_true (begun[status]);
}

/* Every change that the data know has its own sentence, with both names in it. */
static void
test_all (void)
{
  guint n;
  const AtlasChange *const *changes = atlas_query_changes (dataset, NULL, NULL, &n);

  g_assert_cmpuint (n, >, 300);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = atlas_time_words_change (changes[i], "en");

      g_assert_nonnull (strstr (words, atlas_country_get_name (changes[i]->country, "en")));
      g_assert_null (strstr (words, "%"));
      g_assert_false (g_str_has_prefix (words, "The tie of"));
    }
}

static void
test_markup (void)
{
  const AtlasChange *change = find_change ("SCO", "BY", "2024-07-04");
  g_autofree char *english = atlas_time_words_change_markup (change, "en");
  g_autofree char *names = atlas_time_words_change_markup (change, "sv");

  g_assert_cmpstr (english, ==, "<a href=\"country/BY\">Belarus</a> becomes a member of the <a href=\"organisation/SCO\">SCO</a>");
  g_assert_nonnull (strstr (names, ">Belarus</a>"));
}

static char *
say_move (const char *from,
          const char *to)
{
  AtlasScope scope;

  atlas_scope_init_organisation (&scope, fixture_organisation ("SCO"));
  return atlas_time_words_move (&scope, dataset, fixture_day (from), fixture_day (to), "en");
}

static void
test_moves (void)
{
  g_autofree char *one = say_move ("2024-07-03", "2024-07-04");
  g_autofree char *none = say_move ("2024-07-04", "2024-07-05");
  g_autofree char *undone = say_move ("2024-07-04", "2024-07-03");
  g_autofree char *on = say_move ("2024-05-10", "2024-07-10");
  g_autofree char *many = say_move ("2001-01-01", "2001-06-15");

  g_assert_cmpstr (one, ==, "4 July 2024: Belarus becomes a member of the SCO");
  g_assert_cmpstr (none, ==, "5 July 2024: no change");
  g_assert_cmpstr (undone, ==, "3 July 2024: 1 change from here to 4 July 2024");
  g_assert_cmpstr (on, ==, "10 July 2024: 1 change since 10 May 2024");
  g_assert_true (g_str_has_prefix (many, "15 June 2001: China becomes a member of the SCO; "));
  g_assert_true (g_str_has_suffix (many, "; and 3 more"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dataset = fixture_dataset ();

  g_test_add_func ("/time-words/of-the-atlas", test_of_the_atlas);
  g_test_add_func ("/time-words/kinds", test_kinds);
  g_test_add_func ("/time-words/all", test_all);
  g_test_add_func ("/time-words/markup", test_markup);
  g_test_add_func ("/time-words/moves", test_moves);
  return g_test_run ();
}
