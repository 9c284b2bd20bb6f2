/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-timeline.h"

#include "../atlas-fixture.h"

static AtlasTimeline *
make_overview (void)
{
  AtlasScope scope;

  atlas_scope_init_lens (&scope, fixture_dataset (), NULL);
  return atlas_timeline_new (fixture_dataset (), &scope, FALSE, NULL, "en");
}

static AtlasTimeline *
make_country (const char *code)
{
  AtlasScope scope;

  atlas_scope_init_country (&scope, fixture_country (code));
  return atlas_timeline_new (fixture_dataset (), &scope, FALSE, NULL, "en");
}

static AtlasTimeline *
make_organisation (const char *id,
                   const char *language)
{
  AtlasScope scope;

  atlas_scope_init_organisation (&scope, fixture_organisation (id));
  return atlas_timeline_new (fixture_dataset (), &scope, TRUE, NULL, language);
}

static char *
join_labels (AtlasTimeline *timeline)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < atlas_timeline_get_n_lanes (timeline); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", atlas_timeline_get_lane (timeline, i)->label);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static guint
count_on (const AtlasLane *lane,
          AtlasDay day)
{
  guint belonging = 0;

  for (guint i = 0; i < lane->n_steps && lane->steps[i].day <= day; i++)
    belonging = lane->steps[i].belonging;
  return belonging;
}

static void
assert_tally (const AtlasLane *lane,
              AtlasDay day)
{
  AtlasTally tally;

  atlas_query_tally (fixture_dataset (), lane->organisation, day, &tally);
  g_assert_cmpuint (count_on (lane, day), ==, tally.belonging);
}

/* A curve says what the query says, on every day of a change and the day before. */
static void
test_curves_are_tallies (void)
{
  const AtlasScope all = { 0 };
  g_autoptr (AtlasTimeline) timeline = atlas_timeline_new (fixture_dataset (), &all, FALSE, NULL, "en");

  g_assert_cmpuint (atlas_timeline_get_n_lanes (timeline), >, 6);
  for (guint i = 0; i < atlas_timeline_get_n_lanes (timeline); i++)
    {
      const AtlasLane *lane = atlas_timeline_get_lane (timeline, i);
      guint n, peak = 0;
      const AtlasChange *const *changes = atlas_query_changes (fixture_dataset (), lane->organisation, NULL, &n);

      for (guint j = 0; j < n; j++)
        {
          assert_tally (lane, changes[j]->day - 1);
          assert_tally (lane, changes[j]->day);
        }
      for (guint j = 0; j < lane->n_steps; j++)
        {
          g_assert_true (j == 0 || lane->steps[j].day > lane->steps[j - 1].day);
          g_assert_true (j == 0 || lane->steps[j].belonging != lane->steps[j - 1].belonging);
          g_assert_cmpint (lane->steps[j].latest, >=, lane->steps[j].day);
          peak = MAX (peak, lane->steps[j].belonging);
        }
      g_assert_cmpuint (lane->peak, ==, peak);
    }
}

/* The treaty came into force for nine states; three did not prolong it. */
static void
test_overview (void)
{
  g_autoptr (AtlasTimeline) timeline = make_overview ();
  g_autofree char *labels = join_labels (timeline);
  const AtlasLane *csto = atlas_timeline_get_lane (timeline, 0);

  g_assert_cmpstr (labels, ==, "CSTO, SCO, BRICS");
  g_assert_cmpint (csto->kind, ==, ATLAS_LANE_CURVE);
  g_assert_cmpuint (count_on (csto, fixture_day ("1994-04-19")), ==, 0);
  g_assert_cmpuint (count_on (csto, fixture_day ("1994-04-20")), ==, 9);
  g_assert_cmpuint (csto->peak, ==, 9);
  g_assert_cmpuint (count_on (csto, fixture_day ("2000-01-01")), ==, 6);
  g_assert_cmpuint (count_on (csto, fixture_day ("2010-01-01")), ==, 7);
  g_assert_cmpuint (count_on (csto, fixture_day ("2024-07-04")), ==, 6);
}

static void
assert_events (const AtlasLane *lane)
{
  for (guint i = 0; i < lane->n_events; i++)
    {
      g_assert_true (i == 0 || lane->events[i]->date.earliest >= lane->events[i - 1]->date.earliest);
      if (lane->organisation != NULL && lane->n_events > 0)
        g_assert_true (atlas_event_concerns_organisation (lane->events[i], lane->organisation));
    }
}

static gboolean
has_event (const AtlasLane *lane,
           const AtlasEvent *event)
{
  for (guint i = 0; i < lane->n_events; i++)
    if (lane->events[i] == event)
      return TRUE;
  return FALSE;
}

/* An event that concerns several organisations is on the lane of each. */
static void
test_events_of_curves (void)
{
  g_autoptr (AtlasTimeline) timeline = make_overview ();
  guint n, shared = 0;
  const AtlasEvent *const *events = atlas_dataset_get_events (fixture_dataset (), &n);

  for (guint i = 0; i < n; i++)
    {
      guint lanes = 0;

      for (guint j = 0; j < atlas_timeline_get_n_lanes (timeline); j++)
        {
          const AtlasLane *lane = atlas_timeline_get_lane (timeline, j);

          g_assert_cmpint (has_event (lane, events[i]), ==, atlas_event_concerns_organisation (events[i], lane->organisation));
          lanes += has_event (lane, events[i]);
          assert_events (lane);
        }
      shared += lanes > 1;
    }
  g_assert_cmpuint (shared, >, 0);
}

static void
test_country (void)
{
  g_autoptr (AtlasTimeline) timeline = make_country ("AM");
  g_autofree char *labels = join_labels (timeline);
  const guint n_lanes = atlas_timeline_get_n_lanes (timeline);
  const AtlasLane *last = atlas_timeline_get_lane (timeline, n_lanes - 1);

  g_assert_cmpstr (labels, ==, "CSTO, SCO, CIS, EAEU, NATO, Events");
  g_assert_cmpint (last->kind, ==, ATLAS_LANE_EVENTS);
  for (guint i = 0; i + 1 < n_lanes; i++)
    {
      const AtlasLane *lane = atlas_timeline_get_lane (timeline, i);

      g_assert_cmpint (lane->kind, ==, ATLAS_LANE_TIES);
      g_assert_cmpuint (lane->n_spells, >, 0);
      for (guint j = 0; j < lane->n_events; j++)
        g_assert_true (atlas_event_concerns_country (lane->events[j], fixture_country ("AM")));
      for (guint j = 0; j < last->n_events; j++)
        g_assert_false (atlas_event_concerns_organisation (last->events[j], lane->organisation));
      assert_events (lane);
    }
}

/* Nothing is left out: every event of a country is on one of its lanes. */
static void
test_events_of_countries (void)
{
  guint n_countries, n;
  const AtlasCountry *const *countries = atlas_dataset_get_countries (fixture_dataset (), &n_countries);
  const AtlasEvent *const *events = atlas_dataset_get_events (fixture_dataset (), &n);

  for (guint i = 0; i < n_countries; i++)
    {
      g_autoptr (AtlasTimeline) timeline = make_country (countries[i]->code);

      g_assert_cmpuint (atlas_timeline_get_n_lanes (timeline), >, 0);
      for (guint j = 0; j < n; j++)
        {
          gboolean found = FALSE;

          for (guint k = 0; k < atlas_timeline_get_n_lanes (timeline); k++)
            found = found || has_event (atlas_timeline_get_lane (timeline, k), events[j]);
          g_assert_cmpint (found, ==, atlas_event_concerns_country (events[j], countries[i]));
        }
    }
}

static void
test_country_without_ties (void)
{
  g_autoptr (AtlasTimeline) timeline = make_country ("AQ");

  g_assert_cmpuint (atlas_timeline_get_n_lanes (timeline), ==, 1);
  g_assert_cmpint (atlas_timeline_get_lane (timeline, 0)->kind, ==, ATLAS_LANE_EVENTS);
}

/* Above all others, and not in place of the events of a country without ties. */
static void
test_what_an_article_tells (void)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_event_free_told);
  AtlasScope scope = { .country = fixture_country ("AQ") };
  g_autoptr (AtlasTimeline) timeline = NULL;
  const AtlasLane *lane;
  AtlasDate date;

  atlas_date_init_days (&date, atlas_day_new (2025, 5, 28), atlas_day_new (2025, 5, 28));
  g_ptr_array_add (told, atlas_event_new_told (&date, "On May 28 they met"));
  timeline = atlas_timeline_new (fixture_dataset (), &scope, FALSE, told, "en");
  g_assert_cmpuint (atlas_timeline_get_n_lanes (timeline), ==, 2);
  lane = atlas_timeline_get_lane (timeline, 0);
  g_assert_cmpint (lane->kind, ==, ATLAS_LANE_EVENTS);
  g_assert_cmpstr (lane->label, ==, "Article");
  g_assert_cmpuint (lane->n_events, ==, 1);
  g_assert_cmpstr (atlas_event_get_title (lane->events[0], "sv"), ==, "On May 28 they met");
  g_assert_cmpstr (atlas_timeline_get_lane (timeline, 1)->label, ==, "Events");
}

static void
test_order_of_joining (void)
{
  g_autoptr (AtlasTimeline) timeline = make_organisation ("SCO", "en");
  g_autofree char *labels = join_labels (timeline);

  g_assert_true (g_str_has_prefix (labels, "Events, China, Kazakhstan, Kyrgyzstan, Russia, Tajikistan, Uzbekistan, India, Pakistan, Iran, Belarus, Mongolia, "));
}

/* A predecessor stands for its lineage, and names are in the language asked for. */
static void
test_lineage_and_language (void)
{
  g_autoptr (AtlasTimeline) timeline = make_organisation ("CST", "sv");
  const AtlasLane *lane = atlas_timeline_get_lane (timeline, 1);

  g_assert_cmpstr (lane->label, ==, "Armenien");
  g_assert_true (lane->organisation == fixture_organisation ("CSTO"));
  g_assert_cmpstr (atlas_timeline_get_language (timeline), ==, "sv");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/curves-are-tallies", test_curves_are_tallies);
  g_test_add_func ("/timeline/overview", test_overview);
  g_test_add_func ("/timeline/events-of-curves", test_events_of_curves);
  g_test_add_func ("/timeline/country", test_country);
  g_test_add_func ("/timeline/events-of-countries", test_events_of_countries);
  g_test_add_func ("/timeline/country-without-ties", test_country_without_ties);
  g_test_add_func ("/timeline/what-an-article-tells", test_what_an_article_tells);
  g_test_add_func ("/timeline/order-of-joining", test_order_of_joining);
  g_test_add_func ("/timeline/lineage-and-language", test_lineage_and_language);
  return g_test_run ();
}
