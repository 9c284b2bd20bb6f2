/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../atlas-fixture.h"
#include "atlas-scope.h"
#include "small-package.h"

/* The days are those that the sources in data/atlas give. */

static AtlasDataset *dataset;

static AtlasStatus
status_on (const AtlasDataset *package,
           const char *organisation,
           const char *country,
           const char *iso)
{
  const AtlasSpell *spell = atlas_query_status (package, atlas_dataset_find_organisation (package, organisation),
                                                atlas_dataset_find_country (package, country), fixture_day (iso));

  return spell != NULL ? spell->status : ATLAS_STATUS_NONE;
}

/* --- Which status holds on a day of change ---------------------------------- */

typedef struct
{
  const char *organisation;
  const char *country;
  const char *day;
  AtlasStatus before;
  AtlasStatus on;
} Change;

static const Change changes[] = {
  { "CSTO", "KZ", "1992-05-15", ATLAS_STATUS_NONE, ATLAS_STATUS_SIGNATORY },
  { "CSTO", "KZ", "1994-04-20", ATLAS_STATUS_SIGNATORY, ATLAS_STATUS_MEMBER },
  { "CSTO", "AZ", "1999-04-21", ATLAS_STATUS_MEMBER, ATLAS_STATUS_WITHDRAWN },
  { "CSTO", "UZ", "2006-08-16", ATLAS_STATUS_WITHDRAWN, ATLAS_STATUS_MEMBER },
  { "CSTO", "UZ", "2012-06-28", ATLAS_STATUS_MEMBER, ATLAS_STATUS_SUSPENDED },
  { "CSTO", "UZ", "2012-12-19", ATLAS_STATUS_SUSPENDED, ATLAS_STATUS_WITHDRAWN },
  { "CSTO", "AM", "2024-02-22", ATLAS_STATUS_MEMBER, ATLAS_STATUS_FROZEN },
  { "CSTO", "AF", "2021-08-15", ATLAS_STATUS_OBSERVER, ATLAS_STATUS_NONE },
  { "SCO", "UZ", "2001-06-15", ATLAS_STATUS_NONE, ATLAS_STATUS_MEMBER },
  { "SCO", "IN", "2017-06-09", ATLAS_STATUS_OBSERVER, ATLAS_STATUS_MEMBER },
  { "SCO", "PK", "2017-06-09", ATLAS_STATUS_OBSERVER, ATLAS_STATUS_MEMBER },
  { "SCO", "IR", "2023-07-04", ATLAS_STATUS_OBSERVER, ATLAS_STATUS_MEMBER },
  { "SCO", "BY", "2024-07-04", ATLAS_STATUS_OBSERVER, ATLAS_STATUS_MEMBER },
  { "BRICS", "AR", "2023-12-22", ATLAS_STATUS_INVITED, ATLAS_STATUS_DECLINED },
  { "BRICS", "ET", "2024-01-01", ATLAS_STATUS_INVITED, ATLAS_STATUS_MEMBER },
  { "EU", "GB", "2020-02-01", ATLAS_STATUS_MEMBER, ATLAS_STATUS_WITHDRAWN },
};

static void
test_first_day_counts (gconstpointer data)
{
  const Change *change = data;
  const AtlasDay day = fixture_day (change->day);
  g_autofree char *eve = atlas_day_to_iso (day - 1);
  AtlasScope scope;
  AtlasDay found;

  g_assert_cmpint (status_on (dataset, change->organisation, change->country, eve), ==, change->before);
  g_assert_cmpint (status_on (dataset, change->organisation, change->country, change->day), ==, change->on);

  atlas_scope_init_organisation (&scope, fixture_organisation (change->organisation));
  scope.country = fixture_country (change->country);
  g_assert_true (atlas_scope_next_change (&scope, dataset, day - 1, &found));
  g_assert_cmpint (found, ==, day);
  g_assert_true (atlas_scope_previous_change (&scope, dataset, day + 1, &found));
  g_assert_cmpint (found, ==, day);
}

/* --- 29 February --------------------------------------------------------------- */

static void
test_leap_day (void)
{
  g_autoptr (AtlasDataset) small = small_package_load (SMALL_MEMBERSHIPS
                                                       "a,ONE,AA,observer,,1992-02-29,1996-02-29,false,,,,,s\n"
                                                       "b,ONE,AA,member,,1996-02-29,1997-03-01,false,,,,,s\n"
                                                       "c,TWO,AA,member,,1900-02-28,1900-03-01,false,,,,,s\n"
                                                       "d,TWO,BB,member,,1992-02,1993-02,false,,,,,s\n",
                                                       SMALL_EVENTS);
  const AtlasOrganisation *two = atlas_dataset_find_organisation (small, "TWO");
  const AtlasCountry *b = atlas_dataset_find_country (small, "BB");
  AtlasScope scope;
  AtlasDay day;
  guint n;
  const AtlasChange *const *of_b = atlas_query_changes (small, two, b, &n);

  g_assert_cmpint (status_on (small, "ONE", "AA", "1992-02-28"), ==, ATLAS_STATUS_NONE);
  g_assert_cmpint (status_on (small, "ONE", "AA", "1992-02-29"), ==, ATLAS_STATUS_OBSERVER);
  g_assert_cmpint (status_on (small, "ONE", "AA", "1996-02-28"), ==, ATLAS_STATUS_OBSERVER);
  g_assert_cmpint (status_on (small, "ONE", "AA", "1996-02-29"), ==, ATLAS_STATUS_MEMBER);
  g_assert_cmpint (status_on (small, "ONE", "AA", "1997-02-28"), ==, ATLAS_STATUS_MEMBER);
  g_assert_cmpint (status_on (small, "ONE", "AA", "1997-03-01"), ==, ATLAS_STATUS_NONE);
  /* 1900 had no 29 February */
  g_assert_cmpint (fixture_day ("1900-03-01") - fixture_day ("1900-02-28"), ==, 1);
  g_assert_cmpint (status_on (small, "TWO", "AA", "1900-02-28"), ==, ATLAS_STATUS_MEMBER);
  g_assert_cmpint (status_on (small, "TWO", "AA", "1900-03-01"), ==, ATLAS_STATUS_NONE);

  atlas_scope_init_organisation (&scope, atlas_dataset_find_organisation (small, "ONE"));
  g_assert_true (atlas_scope_next_change (&scope, small, fixture_day ("1992-02-28"), &day));
  g_assert_cmpint (day, ==, fixture_day ("1992-02-29"));
  g_assert_true (atlas_scope_next_change (&scope, small, day, &day));
  g_assert_cmpint (day, ==, fixture_day ("1996-02-29"));
  g_assert_true (atlas_scope_previous_change (&scope, small, fixture_day ("1997-03-01"), &day));
  g_assert_cmpint (day, ==, fixture_day ("1996-02-29"));

  /* “February 1992” ends on the 29th, “February 1993” on the 28th */
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (of_b[0]->day, ==, fixture_day ("1992-02-01"));
  g_assert_cmpint (of_b[0]->latest, ==, fixture_day ("1992-02-29"));
  g_assert_cmpint (of_b[1]->day, ==, fixture_day ("1993-02-01"));
  g_assert_cmpint (of_b[1]->latest, ==, fixture_day ("1993-02-28"));
}

/* --- The ends of the range ------------------------------------------------------- */

static void
test_time_range (void)
{
  guint n;
  const AtlasEvent *const *events = atlas_dataset_get_events (dataset, &n);
  const AtlasDay today = atlas_day_today ();
  AtlasDay first, last;
  AtlasDay expected = today;

  atlas_time_range (dataset, &first, &last);
  g_assert_cmpint (first, ==, fixture_day ("1945-01-01"));
  for (guint i = 0; i < n; i++)
    if (events[i]->planned)
      expected = MAX (expected, events[i]->date.latest);
  g_assert_cmpint (last, >=, expected);
  g_assert_cmpint (last, <=, MAX (expected, atlas_day_today ()));
}

static void
test_range_without_plans_ends_today (void)
{
  g_autoptr (AtlasDataset) small = small_package_load (SMALL_MEMBERSHIPS, SMALL_EVENTS "e,1994,It was,,,,ONE,AA,,,false,s\n");
  const AtlasDay before = atlas_day_today ();
  AtlasDay first, last;

  atlas_time_range (small, &first, &last);
  g_assert_cmpint (first, ==, fixture_day ("1945-01-01"));
  g_assert_cmpint (last, >=, before);
  g_assert_cmpint (last, <=, atlas_day_today ());
}

static void
test_range_ends_with_the_last_plan (void)
{
  g_autoptr (AtlasDataset) small = small_package_load (SMALL_MEMBERSHIPS, SMALL_EVENTS
                                                       "a,2996-02,A plan,,,,ONE,AA,,,true,s\n"
                                                       "b,2995,A plan,,,,ONE,AA,,,true,s\n"
                                                       "c,2997/..,A plan without an end,,,,ONE,AA,,,true,s\n");
  AtlasDay first, last;

  atlas_time_range (small, &first, &last);
  g_assert_cmpint (last, ==, fixture_day ("2996-02-29"));
}

static void
test_first_and_last_day (void)
{
  AtlasDay first, last, found;
  g_autoptr (AtlasDataset) small = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *today = NULL;
  AtlasScope scope;
  g_autoptr (GPtrArray) found_changes = NULL;

  today = atlas_day_to_iso (atlas_day_today ());
  rows = g_strdup_printf (SMALL_MEMBERSHIPS
                          "a,ONE,AA,member,,1945-01-01,%s,false,,,,,s\n"
                          "b,ONE,BB,member,,1940-01-01,1945-01-01,false,,,,,s\n",
                          today);
  small = small_package_load (rows, SMALL_EVENTS);
  atlas_time_range (small, &first, &last);
  atlas_scope_init_organisation (&scope, atlas_dataset_find_organisation (small, "ONE"));

  g_assert_cmpint (status_on (small, "ONE", "AA", "1944-12-31"), ==, ATLAS_STATUS_NONE);
  g_assert_cmpint (status_on (small, "ONE", "AA", "1945-01-01"), ==, ATLAS_STATUS_MEMBER);
  g_assert_cmpint (status_on (small, "ONE", "BB", "1944-12-31"), ==, ATLAS_STATUS_MEMBER);
  g_assert_cmpint (status_on (small, "ONE", "BB", "1945-01-01"), ==, ATLAS_STATUS_NONE);
  g_assert_cmpint (status_on (small, "ONE", "AA", today), ==, ATLAS_STATUS_NONE);

  g_assert_true (atlas_scope_previous_change (&scope, small, first, &found));
  g_assert_cmpint (found, ==, fixture_day ("1940-01-01"));
  g_assert_true (atlas_scope_previous_change (&scope, small, first + 1, &found));
  g_assert_cmpint (found, ==, first);
  g_assert_false (atlas_scope_next_change (&scope, small, fixture_day (today), &found));
  g_assert_true (atlas_scope_next_change (&scope, small, first, &found));
  g_assert_cmpint (found, ==, fixture_day (today));
  found_changes = atlas_scope_changes_between (&scope, small, first, MAX (last, fixture_day (today)));
  g_assert_cmpuint (found_changes->len, ==, 3);
}

/* --- One step after the other ------------------------------------------------- */

/* Every day from 2023-07-04 on which something changed in the CSTO, the SCO or
 * BRICS, until the end of 2025. */
static const char *const overview_days[] = {
  "2023-07-04", /* Iran in the SCO */
  "2023-07-15", /* Bahrain, dialogue partner */
  "2023-08-24", /* six invitations to BRICS */
  "2023-12-22", /* Argentina declines */
  "2024-01-01", /* four of them join */
  "2024-02-22", /* Armenia freezes its membership of the CSTO */
  "2024-07-04", /* Belarus in the SCO */
  "2024-10-24", /* invitations to be a partner of BRICS */
  "2025-01-01", /* partners */
  "2025-01-06", /* Indonesia */
  "2025-01-17", /* Nigeria */
  "2025-06-13", /* Vietnam */
  "2025-09-01", /* the SCO makes one status of two */
};

static void
test_steps_across_organisations (void)
{
  AtlasScope scope;
  AtlasDay day = fixture_day (overview_days[0]) - 1;

  atlas_scope_init_lens (&scope, dataset, NULL);
  g_assert_cmpuint (scope.n_organisations, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (overview_days); i++)
    {
      g_assert_true (atlas_scope_next_change (&scope, dataset, day, &day));
      g_assert_cmpint (day, ==, fixture_day (overview_days[i]));
    }
  for (guint i = G_N_ELEMENTS (overview_days) - 1; i > 0; i--)
    {
      g_assert_true (atlas_scope_previous_change (&scope, dataset, day, &day));
      g_assert_cmpint (day, ==, fixture_day (overview_days[i - 1]));
    }
}

static void
test_steps_from_between (void)
{
  AtlasScope scope;
  AtlasDay day;

  atlas_scope_init_lens (&scope, dataset, NULL);
  g_assert_true (atlas_scope_next_change (&scope, dataset, fixture_day ("2024-02-29"), &day));
  g_assert_cmpint (day, ==, fixture_day ("2024-07-04"));
  g_assert_true (atlas_scope_previous_change (&scope, dataset, fixture_day ("2024-02-29"), &day));
  g_assert_cmpint (day, ==, fixture_day ("2024-02-22"));
  g_assert_false (atlas_scope_previous_change (&scope, dataset, fixture_day ("1945-01-01"), &day));
  g_assert_false (atlas_scope_previous_change (&scope, dataset, ATLAS_DAY_MIN, &day));
  g_assert_false (atlas_scope_next_change (&scope, dataset, ATLAS_DAY_MAX, &day));
}

/* Belarus: the treaty, the SCO and BRICS, but none of the EAEU and the CIS. */
static void
test_steps_of_a_country_in_a_lens (void)
{
  static const char *const days[] = { "1993-12-31", "1994-04-20", "2010-04-28", "2015-07-10", "2024-07-04", "2024-10-24", "2025-01-01" };
  AtlasScope scope;
  AtlasDay day = ATLAS_DAY_MIN;

  atlas_scope_init_lens (&scope, dataset, NULL);
  scope.country = fixture_country ("BY");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_assert_true (atlas_scope_next_change (&scope, dataset, day, &day));
      g_assert_cmpint (day, ==, fixture_day (days[i]));
    }
  g_assert_false (atlas_scope_next_change (&scope, dataset, day, &day));
}

static void
test_steps_of_a_country (void)
{
  AtlasScope scope;
  AtlasDay day;

  atlas_scope_init_country (&scope, fixture_country ("BY"));
  g_assert_true (atlas_scope_next_change (&scope, dataset, ATLAS_DAY_MIN, &day));
  g_assert_cmpint (day, ==, fixture_day ("1991-12-08")); /* it signed the CIS agreement */
}

/* --- Several at once ---------------------------------------------------------- */

static void
assert_countries (const GPtrArray *found,
                  const char *organisation,
                  const char *codes)
{
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const AtlasChange *change = g_ptr_array_index (found, i);

      g_assert_cmpstr (change->organisation->id, ==, organisation);
      g_string_append_printf (got, "%s%s", i > 0 ? " " : "", change->country->code);
    }
  g_assert_cmpstr (got->str, ==, codes);
}

static void
test_changes_that_share_a_day (void)
{
  g_autoptr (GPtrArray) two = NULL;
  g_autoptr (GPtrArray) four = NULL;
  AtlasScope scope;
  AtlasDay day;

  atlas_scope_init_lens (&scope, dataset, NULL);
  two = atlas_scope_changes_between (&scope, dataset, fixture_day ("2017-06-09"), fixture_day ("2017-06-09"));
  assert_countries (two, "SCO", "IN PK");
  four = atlas_scope_changes_between (&scope, dataset, fixture_day ("2024-01-01"), fixture_day ("2024-01-01"));
  assert_countries (four, "BRICS", "AE EG ET IR");

  /* They are one step. */
  g_assert_true (atlas_scope_next_change (&scope, dataset, fixture_day ("2017-06-08"), &day));
  g_assert_cmpint (day, ==, fixture_day ("2017-06-09"));
  g_assert_true (atlas_scope_next_change (&scope, dataset, day, &day));
  g_assert_cmpint (day, >, fixture_day ("2017-06-09"));
}

static void
test_changes_of_two_organisations_on_a_day (void)
{
  g_autoptr (AtlasDataset) small = small_package_load (SMALL_MEMBERSHIPS
                                                       "a,TWO,AA,member,,2000-01-01,,false,,,,,s\n"
                                                       "b,ONE,BB,member,,2000-01-01,,false,,,,,s\n"
                                                       "c,ONE,AA,member,,2000-01-01,,false,,,,,s\n",
                                                       SMALL_EVENTS);
  AtlasScope scope = {
    .n_organisations = 2,
    .organisations = { atlas_dataset_find_organisation (small, "TWO"), atlas_dataset_find_organisation (small, "ONE") },
  };
  g_autoptr (GPtrArray) found = atlas_scope_changes_between (&scope, small, fixture_day ("2000-01-01"), fixture_day ("2000-01-01"));
  const AtlasChange *const *list = (const AtlasChange *const *) found->pdata;

  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpstr (list[0]->organisation->id, ==, "ONE");
  g_assert_cmpstr (list[0]->country->code, ==, "AA");
  g_assert_cmpstr (list[1]->organisation->id, ==, "ONE");
  g_assert_cmpstr (list[1]->country->code, ==, "BB");
  g_assert_cmpstr (list[2]->organisation->id, ==, "TWO");
}

static void
test_both_days_count (void)
{
  g_autoptr (GPtrArray) both = NULL;
  g_autoptr (GPtrArray) between = NULL;
  g_autoptr (GPtrArray) backwards = NULL;
  AtlasScope scope;

  atlas_scope_init_organisation (&scope, fixture_organisation ("SCO"));
  scope.country = fixture_country ("BY");
  both = atlas_scope_changes_between (&scope, dataset, fixture_day ("2015-07-10"), fixture_day ("2024-07-04"));
  between = atlas_scope_changes_between (&scope, dataset, fixture_day ("2015-07-11"), fixture_day ("2024-07-03"));
  backwards = atlas_scope_changes_between (&scope, dataset, fixture_day ("2024-07-04"), fixture_day ("2015-07-10"));
  g_assert_cmpuint (both->len, ==, 2);
  g_assert_cmpuint (between->len, ==, 0);
  g_assert_cmpuint (backwards->len, ==, 0);
}

/* Every change of the overview is in it once, and no other. */
static void
test_overview_is_its_organisations (void)
{
  AtlasScope scope;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) all = atlas_query_changes_between (dataset, NULL, NULL, ATLAS_DAY_MIN, ATLAS_DAY_MAX);
  guint n = 0;

  atlas_scope_init_lens (&scope, dataset, NULL);
  found = atlas_scope_changes_between (&scope, dataset, ATLAS_DAY_MIN, ATLAS_DAY_MAX);
  for (guint i = 0; i < all->len; i++)
    {
      const AtlasChange *change = g_ptr_array_index (all, i);

      if (!g_str_equal (change->organisation->id, "CSTO") && !g_str_equal (change->organisation->id, "SCO") && !g_str_equal (change->organisation->id, "BRICS"))
        continue;
      g_assert_true (g_ptr_array_index (found, n) == change);
      n++;
    }
  g_assert_cmpuint (n, ==, found->len);
}

/* --- A country with no tie ------------------------------------------------------ */

static void
test_no_tie_at_all (void)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) events = NULL;
  AtlasScope scope;
  AtlasDay day;

  atlas_scope_init_country (&scope, fixture_country ("AQ"));
  found = atlas_scope_changes_between (&scope, dataset, ATLAS_DAY_MIN, ATLAS_DAY_MAX);
  events = atlas_scope_events (&scope, dataset);
  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpuint (events->len, ==, 0);
  g_assert_false (atlas_scope_next_change (&scope, dataset, ATLAS_DAY_MIN, &day));
  g_assert_false (atlas_scope_previous_change (&scope, dataset, ATLAS_DAY_MAX, &day));
}

/* --- Events ---------------------------------------------------------------------- */

/* On 28 May 2025 the CSTO's ministers met and a message went to all. */
static void
test_events_that_share_a_day (void)
{
  g_autoptr (GPtrArray) events = NULL;
  AtlasScope scope;
  guint n = 0;

  atlas_scope_init_organisation (&scope, fixture_organisation ("CSTO"));
  events = atlas_scope_events (&scope, dataset);
  for (guint i = 0; i < events->len; i++)
    {
      const AtlasEvent *event = g_ptr_array_index (events, i);

      if (i > 0)
        g_assert_cmpint (((const AtlasEvent *) g_ptr_array_index (events, i - 1))->date.earliest, <=, event->date.earliest);
      n += event->date.earliest == fixture_day ("2025-05-28");
    }
  g_assert_cmpuint (n, ==, 2);

  /* Only one of them is Armenia's. */
  scope.country = fixture_country ("AM");
  g_assert_true (atlas_scope_concerns_event (&scope, atlas_dataset_find_event (dataset, "csto-ministers-bishkek-2025")));
  g_assert_false (atlas_scope_concerns_event (&scope, atlas_dataset_find_event (dataset, "putin-video-address-2025")));
}

static void
test_events_of_a_lens (void)
{
  g_autoptr (GPtrArray) events = NULL;
  AtlasScope scope;

  atlas_scope_init_lens (&scope, dataset, NULL);
  events = atlas_scope_events (&scope, dataset);
  g_assert_cmpuint (events->len, >, 20);
  g_assert_true (g_ptr_array_find (events, atlas_dataset_find_event (dataset, "csto-ministers-bishkek-2025"), NULL));
  g_assert_false (g_ptr_array_find (events, atlas_dataset_find_event (dataset, "cis-avaza-2026"), NULL));

  atlas_scope_init_organisation (&scope, fixture_organisation ("CIS"));
  g_assert_true (atlas_scope_concerns_event (&scope, atlas_dataset_find_event (dataset, "cis-avaza-2026")));
}

/* --- A scope itself ------------------------------------------------------------- */

static void
test_equal (void)
{
  AtlasScope overview, csto, treaty, country;

  atlas_scope_init_lens (&overview, dataset, NULL);
  atlas_scope_init_lens (&csto, dataset, fixture_organisation ("CSTO"));
  atlas_scope_init_organisation (&treaty, fixture_organisation ("CST"));
  atlas_scope_init_country (&country, fixture_country ("KZ"));
  g_assert_true (atlas_scope_equal (&csto, &treaty));
  g_assert_false (atlas_scope_equal (&overview, &csto));
  g_assert_false (atlas_scope_equal (&country, &overview));
  treaty.country = fixture_country ("KZ");
  g_assert_false (atlas_scope_equal (&csto, &treaty));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dataset = fixture_dataset ();

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/scope/first-day-counts/%s/%s/%s", changes[i].organisation, changes[i].country, changes[i].day);

      g_test_add_data_func (path, &changes[i], test_first_day_counts);
    }
  g_test_add_func ("/scope/leap-day", test_leap_day);
  g_test_add_func ("/scope/time-range", test_time_range);
  g_test_add_func ("/scope/range-without-plans-ends-today", test_range_without_plans_ends_today);
  g_test_add_func ("/scope/range-ends-with-the-last-plan", test_range_ends_with_the_last_plan);
  g_test_add_func ("/scope/first-and-last-day", test_first_and_last_day);
  g_test_add_func ("/scope/steps-across-organisations", test_steps_across_organisations);
  g_test_add_func ("/scope/steps-from-between", test_steps_from_between);
  g_test_add_func ("/scope/steps-of-a-country-in-a-lens", test_steps_of_a_country_in_a_lens);
  g_test_add_func ("/scope/steps-of-a-country", test_steps_of_a_country);
  g_test_add_func ("/scope/changes-that-share-a-day", test_changes_that_share_a_day);
  g_test_add_func ("/scope/changes-of-two-organisations-on-a-day", test_changes_of_two_organisations_on_a_day);
  g_test_add_func ("/scope/both-days-count", test_both_days_count);
  g_test_add_func ("/scope/overview-is-its-organisations", test_overview_is_its_organisations);
  g_test_add_func ("/scope/no-tie-at-all", test_no_tie_at_all);
  g_test_add_func ("/scope/events-that-share-a-day", test_events_that_share_a_day);
  g_test_add_func ("/scope/events-of-a-lens", test_events_of_a_lens);
  g_test_add_func ("/scope/equal", test_equal);
  return g_test_run ();
}
