/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../atlas-fixture.h"
#include "atlas-query.h"

#include <string.h>

/* The checks of the data package that the project was ordered with. */

static AtlasDataset *dataset;

static const AtlasSpell *
status (const char *code,
        const char *id,
        const char *iso)
{
  return atlas_query_status (dataset, fixture_organisation (id), fixture_country (code), fixture_day (iso));
}

static void
test_kazakhstan_is_a_member_since_1994 (void)
{
  const AtlasSpell *spell = status ("KZ", "CSTO", "2003-01-01");

  g_assert_cmpint (spell->status, ==, ATLAS_STATUS_MEMBER);
  g_assert_cmpint (spell->start, ==, fixture_day ("1994-04-20"));
  g_assert_cmpint (spell->member_since, ==, fixture_day ("1994-04-20"));
  g_assert_true (spell == status ("KZ", "CSTO", "2026-06-01"));
}

static void
test_uzbekistan_left_in_2012 (void)
{
  const AtlasSpell *spell = status ("UZ", "CSTO", "2026-06-01");

  g_assert_cmpint (spell->status, ==, ATLAS_STATUS_WITHDRAWN);
  g_assert_cmpint (spell->start, ==, fixture_day ("2012-12-19"));
  g_assert_cmpint (spell->member_since, ==, ATLAS_DAY_MIN);
}

static void
test_morocco_had_left_the_african_lineage (void)
{
  g_assert_cmpint (status ("MA", "AU", "2010-01-01")->status, ==, ATLAS_STATUS_WITHDRAWN);
  g_assert_cmpint (status ("MA", "OAU", "2010-01-01")->status, ==, ATLAS_STATUS_WITHDRAWN);
}

static void
test_central_african_republic_through_suspensions (void)
{
  const AtlasSpell *spell = status ("CF", "AU", "2026-06-01");

  g_assert_cmpint (spell->status, ==, ATLAS_STATUS_MEMBER);
  g_assert_cmpint (spell->start, ==, fixture_day ("2016-04-06"));
  g_assert_cmpint (spell->member_since, ==, fixture_day ("1963-05-25"));
}

static void
test_nothing_changes_when_the_charter_is_signed (void)
{
  g_autoptr (GPtrArray) changes = atlas_query_changes_between (dataset, fixture_organisation ("CSTO"), NULL, fixture_day ("2002-10-07"), fixture_day ("2002-10-07"));

  g_assert_cmpuint (changes->len, ==, 0);
}

static void
test_csto_through_the_years (void)
{
  static const struct
  {
    const char *day;
    guint belonging;
    guint former;
    guint frozen;
    guint observers;
  } cases[] = {
    { "1995-01-01", 9, 0, 0, 0 },
    { "2000-01-01", 6, 3, 0, 0 },
    { "2026-06-01", 6, 3, 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasTally tally;

      atlas_query_tally (dataset, fixture_organisation ("CSTO"), fixture_day (cases[i].day), &tally);
      g_assert_cmpuint (tally.belonging, ==, cases[i].belonging);
      g_assert_cmpuint (tally.former, ==, cases[i].former);
      g_assert_cmpuint (tally.by_status[ATLAS_STATUS_FROZEN], ==, cases[i].frozen);
      g_assert_cmpuint (tally.by_status[ATLAS_STATUS_OBSERVER], ==, cases[i].observers);
    }
  g_assert_cmpint (status ("AM", "CSTO", "2026-06-01")->status, ==, ATLAS_STATUS_FROZEN);
  g_assert_cmpint (status ("RS", "CSTO", "2026-06-01")->status, ==, ATLAS_STATUS_OBSERVER);
}

static void
test_suspended_partnership_is_no_membership (void)
{
  const AtlasSpell *spell = status ("RU", "NATO", "2020-01-01");

  g_assert_cmpint (spell->status, ==, ATLAS_STATUS_SUSPENDED);
  g_assert_cmpint (spell->of, ==, ATLAS_STATUS_PARTNER);
  g_assert_false (atlas_spell_belongs (spell));
}

static void
test_declined_is_neither_member_nor_former (void)
{
  g_autoptr (GPtrArray) former = atlas_query_former (dataset, fixture_organisation ("BRICS"), fixture_day ("2026-06-01"));
  g_autoptr (GPtrArray) current = atlas_query_current (dataset, fixture_organisation ("BRICS"), fixture_day ("2026-06-01"));

  g_assert_cmpint (status ("AR", "BRICS", "2026-06-01")->status, ==, ATLAS_STATUS_DECLINED);
  g_assert_cmpuint (former->len, ==, 0);
  for (guint i = 0; i < current->len; i++)
    g_assert_cmpstr (((AtlasSpell *) current->pdata[i])->country->code, !=, "AR");
}

static void
test_half_open (void)
{
  g_assert_cmpint (status ("AZ", "CSTO", "1999-04-20")->status, ==, ATLAS_STATUS_MEMBER);
  g_assert_cmpint (status ("AZ", "CSTO", "1999-04-21")->status, ==, ATLAS_STATUS_WITHDRAWN);
  g_assert_null (status ("AZ", "CSTO", "1993-09-23"));
  g_assert_cmpint (status ("AZ", "CSTO", "1993-09-24")->status, ==, ATLAS_STATUS_SIGNATORY);
}

static void
test_lists_are_sorted_by_code (void)
{
  g_autoptr (GPtrArray) current = atlas_query_current (dataset, fixture_organisation ("CSTO"), fixture_day ("2026-06-01"));
  static const char *const codes[] = { "AM", "BY", "KG", "KZ", "RS", "RU", "TJ" };

  g_assert_cmpuint (current->len, ==, G_N_ELEMENTS (codes));
  for (guint i = 0; i < current->len; i++)
    g_assert_cmpstr (((AtlasSpell *) current->pdata[i])->country->code, ==, codes[i]);
}

/* What each list of changes must be: those of the whole list that match. */
static void
check_changes (const AtlasOrganisation *organisation,
               const AtlasCountry *of)
{
  guint n_all, n, j = 0;
  const AtlasChange *const *all = atlas_query_changes (dataset, NULL, NULL, &n_all);
  const AtlasChange *const *changes = atlas_query_changes (dataset, organisation, of, &n);

  for (guint i = 0; i < n_all; i++)
    {
      if (i > 0)
        g_assert_cmpint (all[i - 1]->day, <=, all[i]->day);
      if ((organisation == NULL || all[i]->organisation == organisation) && (of == NULL || all[i]->country == of))
        {
          g_assert_true (all[i] == changes[j]);
          j++;
        }
    }
  g_assert_cmpuint (j, ==, n);
  g_assert_cmpint (changes == NULL, ==, n == 0);
}

static void
test_changes_are_grouped (void)
{
  guint n_lineages, n_countries;
  const AtlasOrganisation *const *lineages = atlas_dataset_get_lineages (dataset, &n_lineages);
  const AtlasCountry *const *countries = atlas_dataset_get_countries (dataset, &n_countries);

  for (guint i = 0; i < n_lineages; i++)
    check_changes (lineages[i], NULL);
  for (guint i = 0; i < n_countries; i++)
    check_changes (NULL, countries[i]);
  for (guint i = 0; i < n_lineages; i++)
    for (guint j = 0; j < n_countries; j++)
      check_changes (lineages[i], countries[j]);
}

/* Every change is what the statuses of the days before and on it say. */
static void
test_changes_agree_with_statuses (void)
{
  guint n;
  const AtlasChange *const *changes = atlas_query_changes (dataset, NULL, NULL, &n);

  g_assert_cmpuint (n, >, 300);
  for (guint i = 0; i < n; i++)
    {
      const AtlasSpell *before = atlas_query_status (dataset, changes[i]->organisation, changes[i]->country, changes[i]->day - 1);
      const AtlasSpell *after = atlas_query_status (dataset, changes[i]->organisation, changes[i]->country, changes[i]->day);

      g_assert_true (before == changes[i]->from);
      g_assert_true (after == changes[i]->to);
      g_assert_cmpint (changes[i]->latest, >=, changes[i]->day);
    }
}

static void
test_next_and_previous (void)
{
  AtlasDay found;

  g_assert_true (atlas_query_next_change (dataset, fixture_organisation ("CSTO"), fixture_country ("KZ"), fixture_day ("1992-05-15"), &found));
  g_assert_cmpint (found, ==, fixture_day ("1994-04-20"));
  g_assert_false (atlas_query_next_change (dataset, fixture_organisation ("CSTO"), fixture_country ("KZ"), fixture_day ("1994-04-20"), &found));
  g_assert_true (atlas_query_previous_change (dataset, fixture_organisation ("CSTO"), fixture_country ("KZ"), fixture_day ("1994-04-20"), &found));
  g_assert_cmpint (found, ==, fixture_day ("1992-05-15"));
  g_assert_true (atlas_query_previous_change (dataset, fixture_organisation ("CSTO"), fixture_country ("KZ"), ATLAS_DAY_MAX, &found));
  g_assert_cmpint (found, ==, fixture_day ("1994-04-20"));
  g_assert_false (atlas_query_previous_change (dataset, fixture_organisation ("CSTO"), NULL, ATLAS_DAY_MIN, &found));
  g_assert_false (atlas_query_next_change (dataset, NULL, NULL, ATLAS_DAY_MAX, &found));
  g_assert_false (atlas_query_next_change (dataset, fixture_organisation ("CSTO"), fixture_country ("FR"), ATLAS_DAY_MIN, &found));
}

static void
test_steps_visit_every_day (void)
{
  guint n;
  const AtlasChange *const *changes = atlas_query_changes (dataset, fixture_organisation ("SCO"), NULL, &n);
  AtlasDay at = ATLAS_DAY_MIN;
  guint i = 0;

  while (atlas_query_next_change (dataset, fixture_organisation ("SCO"), NULL, at, &at))
    {
      g_assert_cmpint (at, ==, changes[i]->day);
      while (i < n && changes[i]->day == at)
        i++;
    }
  g_assert_cmpuint (i, ==, n);
}

static void
test_both_days_included (void)
{
  g_autoptr (GPtrArray) both = atlas_query_changes_between (dataset, fixture_organisation ("BRICS"), fixture_country ("EG"), fixture_day ("2023-08-24"), fixture_day ("2024-01-01"));
  g_autoptr (GPtrArray) none = atlas_query_changes_between (dataset, fixture_organisation ("BRICS"), fixture_country ("EG"), fixture_day ("2023-08-25"), fixture_day ("2023-12-31"));
  g_autoptr (GPtrArray) backwards = atlas_query_changes_between (dataset, NULL, NULL, fixture_day ("2024-01-01"), fixture_day ("2023-01-01"));

  g_assert_cmpuint (both->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (backwards->len, ==, 0);
}

static void
test_organisations_of_a_country (void)
{
  g_autoptr (GPtrArray) kazakhstan = atlas_query_organisations_of (dataset, fixture_country ("KZ"));
  g_autoptr (GPtrArray) antarctica = atlas_query_organisations_of (dataset, fixture_country ("AQ"));

  g_assert_cmpuint (kazakhstan->len, ==, 6);
  g_assert_true (g_ptr_array_index (kazakhstan, 0) == fixture_organisation ("CSTO"));
  g_assert_true (g_ptr_array_index (kazakhstan, 1) == fixture_organisation ("SCO"));
  g_assert_true (g_ptr_array_index (kazakhstan, 2) == fixture_organisation ("BRICS"));
  g_assert_cmpuint (antarctica->len, ==, 0);
}

static void
test_timeline (void)
{
  g_autoptr (GArray) moments = atlas_query_timeline (dataset, NULL, fixture_country ("KZ"));
  guint n_changes = 0;
  guint n;

  for (guint i = 0; i < moments->len; i++)
    {
      const AtlasMoment *moment = &g_array_index (moments, AtlasMoment, i);

      g_assert_true ((moment->change == NULL) != (moment->event == NULL));
      n_changes += moment->change != NULL;
      if (i > 0)
        g_assert_cmpint (moment[-1].date.earliest, <=, moment->date.earliest);
      if (moment->event != NULL)
        g_assert_true (atlas_event_concerns_country (moment->event, fixture_country ("KZ")));
    }
  atlas_query_changes (dataset, NULL, fixture_country ("KZ"), &n);
  g_assert_cmpuint (n_changes, ==, n);
  g_assert_cmpuint (moments->len, >, n);
}

static void
test_timeline_of_a_lineage_has_its_predecessor (void)
{
  g_autoptr (GArray) moments = atlas_query_timeline (dataset, fixture_organisation ("CSTO"), NULL);
  gboolean found = FALSE;

  for (guint i = 0; i < moments->len; i++)
    {
      const AtlasEvent *event = g_array_index (moments, AtlasMoment, i).event;

      found = found || (event != NULL && event->date.earliest == fixture_day ("1992-05-15"));
    }
  g_assert_true (found);
}

static void
test_change_says_how_exact (void)
{
  guint n;
  const AtlasChange *const *changes = atlas_query_changes (dataset, fixture_organisation ("AU"), fixture_country ("GM"), &n);
  g_autofree char *text = NULL;
  AtlasDate date;

  atlas_change_get_date (changes[0], &date);
  text = atlas_date_to_edtf (&date);
  g_assert_true (g_str_has_prefix (text, "1965-10"));
  g_assert_cmpint (date.precision, ==, ATLAS_PRECISION_MONTH);
  g_assert_cmpint (changes[0]->day, ==, fixture_day ("1965-10-01"));
  g_assert_cmpint (changes[0]->latest, ==, fixture_day ("1965-10-31"));
  g_assert_false (atlas_spell_is_certain_on (changes[0]->to, fixture_day ("1965-10-30")));
  g_assert_true (atlas_spell_is_certain_on (changes[0]->to, fixture_day ("1965-10-31")));
}

static void
test_names (void)
{
  g_assert_cmpstr (atlas_country_get_name (fixture_country ("KZ"), "sv"), ==, "Kazakstan");
  g_assert_cmpstr (atlas_country_get_name (fixture_country ("KZ"), "sv_SE.UTF-8"), ==, "Kazakstan");
  g_assert_cmpstr (atlas_country_get_name (fixture_country ("KZ"), "tlh"), ==, "Kazakhstan");
  g_assert_cmpstr (atlas_country_get_name (fixture_country ("KZ"), NULL), ==, "Kazakhstan");
  g_assert_cmpstr (atlas_country_get_name (fixture_country ("DE"), "nb_NO"), ==, "Tyskland");
  g_assert_cmpstr (atlas_country_get_name (fixture_country ("CN"), "zh_TW.UTF-8"), ==, "中國");
  g_assert_cmpstr (atlas_country_get_name (fixture_country ("CN"), "zh_CN"), ==, "中国");
  g_assert_cmpstr (atlas_country_get_capital_name (fixture_country ("RU"), "en_GB"), ==, "Moscow");
  g_assert_cmpstr (atlas_organisation_get_abbreviation (fixture_organisation ("CIS"), "sv"), ==, "OSS");
  g_assert_cmpstr (atlas_organisation_get_abbreviation (fixture_organisation ("CSTO"), "ru"), ==, "ОДКБ");
  g_assert_cmpstr (atlas_organisation_get_abbreviation (fixture_organisation ("CSTO"), "fr"), ==, "CSTO");
}

static void
test_lineages (void)
{
  static const char *const ids[] = { "CSTO", "SCO", "BRICS", "CIS", "EAEU", "NATO", "ASEAN", "AU", "EU" };
  guint n;
  const AtlasOrganisation *const *lineages = atlas_dataset_get_lineages (dataset, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (lineages[i] == lineages[i]->lineage);
      g_assert_true (g_strv_contains (ids, lineages[i]->id));
    }
  g_assert_true (fixture_organisation ("OAU")->lineage == fixture_organisation ("AU"));
  g_assert_true (fixture_organisation ("CST")->lineage == fixture_organisation ("CSTO"));
  g_assert_true (fixture_organisation ("S5")->lineage == fixture_organisation ("SCO"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dataset = fixture_dataset ();

  g_test_add_func ("/query/kazakhstan-is-a-member-since-1994", test_kazakhstan_is_a_member_since_1994);
  g_test_add_func ("/query/uzbekistan-left-in-2012", test_uzbekistan_left_in_2012);
  g_test_add_func ("/query/morocco-had-left-the-african-lineage", test_morocco_had_left_the_african_lineage);
  g_test_add_func ("/query/central-african-republic-through-suspensions", test_central_african_republic_through_suspensions);
  g_test_add_func ("/query/nothing-changes-when-the-charter-is-signed", test_nothing_changes_when_the_charter_is_signed);
  g_test_add_func ("/query/csto-through-the-years", test_csto_through_the_years);
  g_test_add_func ("/query/suspended-partnership-is-no-membership", test_suspended_partnership_is_no_membership);
  g_test_add_func ("/query/declined-is-neither-member-nor-former", test_declined_is_neither_member_nor_former);
  g_test_add_func ("/query/half-open", test_half_open);
  g_test_add_func ("/query/lists-are-sorted-by-code", test_lists_are_sorted_by_code);
  g_test_add_func ("/query/changes-are-grouped", test_changes_are_grouped);
  g_test_add_func ("/query/changes-agree-with-statuses", test_changes_agree_with_statuses);
  g_test_add_func ("/query/next-and-previous", test_next_and_previous);
  g_test_add_func ("/query/steps-visit-every-day", test_steps_visit_every_day);
  g_test_add_func ("/query/both-days-included", test_both_days_included);
  g_test_add_func ("/query/organisations-of-a-country", test_organisations_of_a_country);
  g_test_add_func ("/query/timeline", test_timeline);
  g_test_add_func ("/query/timeline-of-a-lineage-has-its-predecessor", test_timeline_of_a_lineage_has_its_predecessor);
  g_test_add_func ("/query/change-says-how-exact", test_change_says_how_exact);
  g_test_add_func ("/query/names", test_names);
  g_test_add_func ("/query/lineages", test_lineages);
  return g_test_run ();
}
