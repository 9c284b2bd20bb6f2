/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../atlas-fixture.h"
#include "atlas-difference.h"
#include "small-package.h"

#include <string.h>

/* The days are those that the sources in data/atlas give. */

static AtlasDataset *dataset;

typedef struct
{
  const char *organisation;
  const char *country;
  const char *from;
  const char *to;
  AtlasDifference expected;
} Case;

static const Case cases[] = {
  /* Belarus: observer, then a member on 4 July 2024 */
  { "SCO", "BY", "2022-01-01", "2024-12-31", ATLAS_DIFFERENCE_RAISED },
  { "SCO", "BY", "2022-01-01", "2024-07-04", ATLAS_DIFFERENCE_RAISED },
  { "SCO", "BY", "2022-01-01", "2024-07-03", ATLAS_DIFFERENCE_UNCHANGED },
  { "SCO", "BY", "2024-07-04", "2024-12-31", ATLAS_DIFFERENCE_RAISED },
  { "SCO", "BY", "2024-07-04", "2024-07-04", ATLAS_DIFFERENCE_RAISED },
  { "SCO", "BY", "2024-07-05", "2024-12-31", ATLAS_DIFFERENCE_UNCHANGED },
  { "SCO", "BY", "2010-01-01", "2024-12-31", ATLAS_DIFFERENCE_JOINED },
  { "SCO", "BY", "2015-07-10", "2015-07-10", ATLAS_DIFFERENCE_RAISED }, /* dialogue partner to observer */
  /* Iran: observer of the SCO, then a member on 4 July 2023; invited to BRICS on
   * 24 August 2023, a member on 1 January 2024 */
  { "SCO", "IR", "2022-01-01", "2024-12-31", ATLAS_DIFFERENCE_RAISED },
  { "BRICS", "IR", "2022-01-01", "2024-12-31", ATLAS_DIFFERENCE_JOINED },
  { "BRICS", "IR", "2022-01-01", "2023-12-31", ATLAS_DIFFERENCE_NEW },
  { "BRICS", "IR", "2024-01-01", "2024-12-31", ATLAS_DIFFERENCE_JOINED },
  { "BRICS", "IR", "2022-01-01", "2023-08-23", ATLAS_DIFFERENCE_NONE },
  /* Uzbekistan: suspended on 28 June 2012, out on 19 December, once before */
  { "CSTO", "UZ", "2012-01-01", "2012-12-31", ATLAS_DIFFERENCE_LEFT },
  { "CSTO", "UZ", "2012-01-01", "2012-12-18", ATLAS_DIFFERENCE_LOWERED },
  { "CSTO", "UZ", "2012-12-19", "2020-01-01", ATLAS_DIFFERENCE_LEFT },
  { "CSTO", "UZ", "2012-12-20", "2020-01-01", ATLAS_DIFFERENCE_NONE },
  { "CSTO", "UZ", "2006-01-01", "2006-12-31", ATLAS_DIFFERENCE_JOINED },
  { "CSTO", "UZ", "1999-01-01", "1999-12-31", ATLAS_DIFFERENCE_LEFT },
  { "CSTO", "UZ", "1999-01-01", "2010-01-01", ATLAS_DIFFERENCE_UNCHANGED },
  { "CSTO", "UZ", "2000-01-01", "2020-01-01", ATLAS_DIFFERENCE_NONE },
  /* Argentina never was in: invited on 24 August 2023, declined on 22 December */
  { "BRICS", "AR", "2023-08-01", "2023-11-01", ATLAS_DIFFERENCE_NEW },
  { "BRICS", "AR", "2023-12-01", "2023-12-31", ATLAS_DIFFERENCE_LOWERED },
  { "BRICS", "AR", "2023-08-25", "2026-06-01", ATLAS_DIFFERENCE_LOWERED },
  { "BRICS", "AR", "2023-01-01", "2023-12-31", ATLAS_DIFFERENCE_NONE },
  { "BRICS", "AR", "2024-01-01", "2026-06-01", ATLAS_DIFFERENCE_NONE },
  /* Armenia froze its membership on 22 February 2024 */
  { "CSTO", "AM", "2024-01-01", "2024-12-31", ATLAS_DIFFERENCE_LOWERED },
  { "CSTO", "AM", "2025-01-01", "2025-12-31", ATLAS_DIFFERENCE_UNCHANGED },
  /* Afghanistan's observers, until August 2021; nothing came after */
  { "CSTO", "AF", "2021-01-01", "2021-12-31", ATLAS_DIFFERENCE_LOWERED },
  /* Suspended on 25 March 2013, restored in April 2016 */
  { "AU", "CF", "2013-01-01", "2013-12-31", ATLAS_DIFFERENCE_LOWERED },
  { "AU", "CF", "2016-01-01", "2016-12-31", ATLAS_DIFFERENCE_RAISED },
  { "AU", "CF", "2012-01-01", "2017-12-31", ATLAS_DIFFERENCE_UNCHANGED },
  /* Out of the OAU, back in the African Union on 31 January 2017 */
  { "AU", "MA", "2017-01-01", "2017-12-31", ATLAS_DIFFERENCE_JOINED },
  { "AU", "MA", "1990-01-01", "2016-12-31", ATLAS_DIFFERENCE_NONE },
  /* The United Kingdom in the EU until 31 January 2020 */
  { "EU", "GB", "2020-01-01", "2020-01-31", ATLAS_DIFFERENCE_UNCHANGED },
  { "EU", "GB", "2020-02-01", "2020-02-01", ATLAS_DIFFERENCE_LEFT },
  /* Signed in 1992, in force on 20 April 1994; the organisation of 2003 is the same */
  { "CSTO", "KZ", "1992-05-15", "1992-05-15", ATLAS_DIFFERENCE_NEW },
  { "CSTO", "KZ", "1994-01-01", "1994-12-31", ATLAS_DIFFERENCE_JOINED },
  { "CSTO", "KZ", "1992-01-01", "1994-12-31", ATLAS_DIFFERENCE_JOINED },
  { "CSTO", "KZ", "2002-01-01", "2004-01-01", ATLAS_DIFFERENCE_UNCHANGED },
  { "CST", "KZ", "2002-01-01", "2004-01-01", ATLAS_DIFFERENCE_UNCHANGED },
  /* No tie */
  { "CSTO", "FR", "1945-01-01", "2026-06-15", ATLAS_DIFFERENCE_NONE },
  { "BRICS", "AQ", "1945-01-01", "2026-06-15", ATLAS_DIFFERENCE_NONE },
};

static AtlasDifference
difference (const Case *of)
{
  return atlas_query_difference (dataset, fixture_organisation (of->organisation), fixture_country (of->country), fixture_day (of->from), fixture_day (of->to));
}

static void
test_case (gconstpointer data)
{
  const Case *expected = data;

  g_assert_cmpstr (atlas_difference_to_id (difference (expected)), ==, atlas_difference_to_id (expected->expected));
}

static void
test_open_range (void)
{
  const AtlasOrganisation *csto = fixture_organisation ("CSTO");

  g_assert_cmpint (atlas_query_difference (dataset, csto, fixture_country ("KZ"), ATLAS_DAY_MIN, fixture_day ("2026-06-15")), ==, ATLAS_DIFFERENCE_JOINED);
  g_assert_cmpint (atlas_query_difference (dataset, csto, fixture_country ("AZ"), fixture_day ("1995-01-01"), ATLAS_DAY_MAX - 1), ==, ATLAS_DIFFERENCE_LEFT);
}

/* --- How ties rank ---------------------------------------------------------------- */

/* Whoever is no member has neither joined nor left. */
static void
assert_comes_and_goes (const AtlasSpell *tie,
                       AtlasDifference comes,
                       AtlasDifference goes)
{
  const AtlasSpell out = { .status = ATLAS_STATUS_WITHDRAWN };
  const AtlasSpell declined = { .status = ATLAS_STATUS_DECLINED };

  g_assert_cmpint (atlas_difference_between (NULL, tie), ==, comes);
  g_assert_cmpint (atlas_difference_between (&out, tie), ==, comes);
  g_assert_cmpint (atlas_difference_between (&declined, tie), ==, comes);
  g_assert_cmpint (atlas_difference_between (tie, NULL), ==, goes);
  g_assert_cmpint (atlas_difference_between (tie, &out), ==, goes);
  g_assert_cmpint (atlas_difference_between (tie, tie), ==, ATLAS_DIFFERENCE_UNCHANGED);
}

static void
test_ranks (void)
{
  static const struct
  {
    AtlasStatus status;
    AtlasStatus of;
  } ranks[] = {
    /* The least first, as the header has them */
    { ATLAS_STATUS_SUSPENDED, ATLAS_STATUS_PARTNER },
    { ATLAS_STATUS_DIALOGUE_PARTNER, ATLAS_STATUS_NONE },
    { ATLAS_STATUS_OBSERVER, ATLAS_STATUS_NONE },
    { ATLAS_STATUS_PARTNER, ATLAS_STATUS_NONE },
    { ATLAS_STATUS_ASSOCIATE, ATLAS_STATUS_NONE },
    { ATLAS_STATUS_INVITED, ATLAS_STATUS_NONE },
    { ATLAS_STATUS_SIGNATORY, ATLAS_STATUS_NONE },
    { ATLAS_STATUS_FROZEN, ATLAS_STATUS_MEMBER },
    { ATLAS_STATUS_MEMBER, ATLAS_STATUS_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    {
      const AtlasSpell low = { .status = ranks[i].status, .of = ranks[i].of };
      const gboolean belongs = i >= G_N_ELEMENTS (ranks) - 2;

      assert_comes_and_goes (&low, belongs ? ATLAS_DIFFERENCE_JOINED : ATLAS_DIFFERENCE_NEW, belongs ? ATLAS_DIFFERENCE_LEFT : ATLAS_DIFFERENCE_LOWERED);
      for (guint j = i + 1; j < G_N_ELEMENTS (ranks); j++)
        {
          const AtlasSpell high = { .status = ranks[j].status, .of = ranks[j].of };
          const gboolean enters = (low.status == ATLAS_STATUS_INVITED || low.status == ATLAS_STATUS_SIGNATORY) && j >= G_N_ELEMENTS (ranks) - 2;

          g_assert_cmpint (atlas_difference_between (&low, &high), ==, enters ? ATLAS_DIFFERENCE_JOINED : ATLAS_DIFFERENCE_RAISED);
          g_assert_cmpint (atlas_difference_between (&high, &low), ==, ATLAS_DIFFERENCE_LOWERED);
        }
    }
  g_assert_cmpint (atlas_difference_between (NULL, NULL), ==, ATLAS_DIFFERENCE_NONE);
}

/* --- What came and went --------------------------------------------------------- */

static void
test_came_and_went (void)
{
  g_autoptr (AtlasDataset) small = small_package_load (SMALL_MEMBERSHIPS
                                                       "a,ONE,AA,member,,1996-02-29,2000-02-29,false,,,,,s\n"
                                                       "b,TWO,AA,member,,1990-01-01,1995-01-01,false,,,,,s\n"
                                                       "c,TWO,AA,suspended,member,1995-01-01,1996-01-01,false,,,,,s\n"
                                                       "d,TWO,AA,member,,1996-01-01,,false,,,,,s\n",
                                                       SMALL_EVENTS);
  const AtlasOrganisation *one = atlas_dataset_find_organisation (small, "ONE");
  const AtlasOrganisation *two = atlas_dataset_find_organisation (small, "TWO");
  const AtlasCountry *a = atlas_dataset_find_country (small, "AA");

  g_assert_cmpint (atlas_query_difference (small, one, a, fixture_day ("1996-02-29"), fixture_day ("2000-02-29")), ==, ATLAS_DIFFERENCE_NONE);
  g_assert_cmpint (atlas_query_difference (small, one, a, fixture_day ("1996-02-29"), fixture_day ("2000-02-28")), ==, ATLAS_DIFFERENCE_JOINED);
  g_assert_cmpint (atlas_query_difference (small, one, a, fixture_day ("1996-03-01"), fixture_day ("2000-02-29")), ==, ATLAS_DIFFERENCE_LEFT);
  g_assert_cmpint (atlas_query_difference (small, one, a, fixture_day ("1996-03-01"), fixture_day ("2000-02-28")), ==, ATLAS_DIFFERENCE_UNCHANGED);
  g_assert_cmpint (atlas_query_difference (small, two, a, fixture_day ("1995-01-01"), fixture_day ("1996-01-01")), ==, ATLAS_DIFFERENCE_UNCHANGED);
}

/* --- Differences and the list of changes ------------------------------------------ */

/* For each pair: no change in a range, no difference; one, and the difference is
 * what that change did. */
static void
check_pair (const AtlasOrganisation *organisation,
            const AtlasCountry *country)
{
  for (guint i = 0; i < 20; i++)
    {
      const AtlasDay from = g_test_rand_int_range (fixture_day ("1990-01-01"), fixture_day ("2026-01-01"));
      const AtlasDay to = from + g_test_rand_int_range (0, 5000);
      g_autoptr (GPtrArray) found = atlas_query_changes_between (dataset, organisation, country, from, to);
      const AtlasDifference became = atlas_query_difference (dataset, organisation, country, from, to);

      if (found->len == 0)
        g_assert_true (became == ATLAS_DIFFERENCE_NONE || became == ATLAS_DIFFERENCE_UNCHANGED);
      if (found->len == 1)
        g_assert_cmpint (became, ==, atlas_change_get_difference (g_ptr_array_index (found, 0)));
    }
}

static void
test_agrees_with_changes (void)
{
  guint n_lineages, n_countries;
  const AtlasOrganisation *const *lineages = atlas_dataset_get_lineages (dataset, &n_lineages);
  const AtlasCountry *const *countries = atlas_dataset_get_countries (dataset, &n_countries);

  for (guint i = 0; i < n_lineages; i++)
    for (guint j = 0; j < n_countries; j++)
      check_pair (lineages[i], countries[j]);
}

static void
test_words (void)
{
  static const char *const ids[] = { "none", "unchanged", "joined", "raised", "new", "lowered", "left" };

  for (AtlasDifference difference_ = 0; difference_ < ATLAS_N_DIFFERENCES; difference_++)
    {
      g_assert_cmpstr (atlas_difference_to_id (difference_), ==, ids[difference_]);
      g_assert_cmpuint (strlen (atlas_difference_get_name (difference_)), >, 3);
    }
  g_assert_cmpstr (atlas_difference_get_name (ATLAS_DIFFERENCE_RAISED), ==, "Status raised");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dataset = fixture_dataset ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/difference/%s/%s/%s/%s", cases[i].organisation, cases[i].country, cases[i].from, cases[i].to);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/difference/open-range", test_open_range);
  g_test_add_func ("/difference/ranks", test_ranks);
  g_test_add_func ("/difference/came-and-went", test_came_and_went);
  g_test_add_func ("/difference/agrees-with-changes", test_agrees_with_changes);
  g_test_add_func ("/difference/words", test_words);
  return g_test_run ();
}
