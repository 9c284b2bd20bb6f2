/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../atlas-fixture.h"
#include "atlas-play-plan.h"

static AtlasDataset *dataset;

static AtlasScope
scope_of (const char *organisation)
{
  AtlasScope scope;

  atlas_scope_init_organisation (&scope, fixture_organisation (organisation));
  return scope;
}

static AtlasPlayLeg
leg_from (const AtlasScope *scope,
          const char *from)
{
  AtlasPlayLeg leg;

  g_assert_true (atlas_play_leg_init (&leg, scope, dataset, fixture_day (from), fixture_day ("2026-06-15"), ATLAS_PLAY_NORMAL));
  return leg;
}

/* From 1991 it stops when the treaty was signed, when Azerbaijan signed, and so
 * on: on the days of change of the CSTO and on no other. */
static void
test_stops (void)
{
  const AtlasScope scope = scope_of ("CSTO");
  const AtlasDay end = fixture_day ("2026-06-15");
  g_autoptr (GPtrArray) changes = atlas_scope_changes_between (&scope, dataset, fixture_day ("1991-01-02"), end);
  AtlasDay day = fixture_day ("1991-01-01");
  AtlasPlayLeg leg;
  guint i = 0;

  g_assert_cmpint (leg_from (&scope, "1991-01-01").to, ==, fixture_day ("1992-05-15"));
  while (atlas_play_leg_init (&leg, &scope, dataset, day, end, ATLAS_PLAY_NORMAL))
    {
      const AtlasChange *change = i < changes->len ? g_ptr_array_index (changes, i) : NULL;

      g_assert_cmpint (leg.from, ==, day);
      g_assert_cmpint (leg.to, ==, change != NULL ? change->day : end);
      while (i < changes->len && ((const AtlasChange *) g_ptr_array_index (changes, i))->day == leg.to)
        i++;
      day = leg.to;
    }
  g_assert_cmpuint (i, ==, changes->len);
  g_assert_cmpint (day, ==, end);
}

static void
test_empty_years_go_fast (void)
{
  const AtlasScope scope = scope_of ("CSTO");
  const AtlasPlayLeg day = leg_from (&scope, "1992-05-14");
  const AtlasPlayLeg year = leg_from (&scope, "1991-05-15");
  const AtlasPlayLeg decades = leg_from (&scope, "1945-01-01");

  g_assert_cmpuint (day.travel, <, year.travel);
  g_assert_cmpuint (day.travel, >=, 100);
  g_assert_cmpuint (year.travel, >=, 200);
  g_assert_cmpuint (year.travel, <=, 300);
  g_assert_cmpuint (decades.travel, <=, 1000);
  g_assert_cmpint (decades.to, ==, day.to);
}

/* On 15 May 1992 six states signed; on 19 December 2012 Uzbekistan left alone. */
static void
test_changes_linger (void)
{
  const AtlasScope scope = scope_of ("CSTO");
  const AtlasPlayLeg six = leg_from (&scope, "1991-01-01");
  const AtlasPlayLeg one = leg_from (&scope, "2012-07-01");
  const AtlasPlayLeg none = leg_from (&scope, "2026-06-01");

  g_assert_cmpint (one.to, ==, fixture_day ("2012-12-19"));
  g_assert_cmpuint (one.linger, >=, 1500);
  g_assert_cmpuint (six.linger, >=, one.linger + 1000);
  g_assert_cmpuint (six.linger, <=, 6000);
  g_assert_cmpint (none.to, ==, fixture_day ("2026-06-15"));
  g_assert_cmpuint (none.linger, ==, 0);
}

static void
test_speeds (void)
{
  const AtlasScope scope = scope_of ("CSTO");
  AtlasPlayLeg legs[ATLAS_N_PLAY_SPEEDS];

  for (guint i = 0; i < ATLAS_N_PLAY_SPEEDS; i++)
    {
      AtlasPlaySpeed speed;

      g_assert_true (atlas_play_leg_init (&legs[i], &scope, dataset, fixture_day ("1991-01-01"), fixture_day ("2026-06-15"), i));
      g_assert_true (atlas_play_speed_from_id (atlas_play_speed_to_id (i), &speed));
      g_assert_cmpuint (speed, ==, i);
    }
  g_assert_cmpuint (legs[ATLAS_PLAY_SLOW].travel, >, legs[ATLAS_PLAY_NORMAL].travel);
  g_assert_cmpuint (legs[ATLAS_PLAY_SLOW].linger, >, legs[ATLAS_PLAY_NORMAL].linger);
  g_assert_cmpuint (legs[ATLAS_PLAY_NORMAL].travel, >, legs[ATLAS_PLAY_FAST].travel);
  g_assert_cmpuint (legs[ATLAS_PLAY_NORMAL].linger, >, legs[ATLAS_PLAY_FAST].linger);
}

/* The day never goes back, and reaches the change only when the time is up. */
static void
test_way (void)
{
  const AtlasScope scope = scope_of ("CSTO");
  const AtlasPlayLeg leg = leg_from (&scope, "1991-01-01");
  AtlasDay before = leg.from;

  g_assert_cmpint (atlas_play_leg_get_day (&leg, -5), ==, leg.from);
  g_assert_cmpint (atlas_play_leg_get_day (&leg, 0), ==, leg.from);
  for (gint64 elapsed = 0; elapsed < leg.travel; elapsed++)
    {
      const AtlasDay day = atlas_play_leg_get_day (&leg, elapsed);

      g_assert_cmpint (day, >=, before);
      g_assert_cmpint (day, <, leg.to);
      before = day;
    }
  g_assert_cmpint (atlas_play_leg_get_day (&leg, leg.travel), ==, leg.to);
  g_assert_cmpint (atlas_play_leg_get_day (&leg, G_MAXINT64), ==, leg.to);
}

static void
test_start (void)
{
  const AtlasDay end = fixture_day ("2026-06-15");
  const AtlasScope csto = scope_of ("CSTO");
  AtlasScope none;

  /* Switzerland never had a tie to the CSTO. */
  atlas_scope_init_country (&none, fixture_country ("CH"));
  none.n_organisations = 1;
  none.organisations[0] = csto.organisations[0];

  g_assert_cmpint (atlas_play_get_start (&csto, dataset, fixture_day ("2001-02-03"), end), ==, fixture_day ("2001-02-03"));
  g_assert_cmpint (atlas_play_get_start (&csto, dataset, end, end), ==, fixture_day ("1992-05-14"));
  g_assert_cmpint (atlas_play_get_start (&csto, dataset, end + 400, end), ==, fixture_day ("1992-05-14"));
  g_assert_cmpint (atlas_play_get_start (&none, dataset, end, end), ==, fixture_day ("1945-01-01"));
}

static void
test_end (void)
{
  const AtlasScope scope = scope_of ("CSTO");
  const AtlasDay end = fixture_day ("2026-06-15");
  AtlasPlayLeg leg;

  g_assert_false (atlas_play_leg_init (&leg, &scope, dataset, end, end, ATLAS_PLAY_NORMAL));
  g_assert_false (atlas_play_leg_init (&leg, &scope, dataset, end + 1, end, ATLAS_PLAY_NORMAL));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dataset = fixture_dataset ();

  g_test_add_func ("/play/stops", test_stops);
  g_test_add_func ("/play/empty-years-go-fast", test_empty_years_go_fast);
  g_test_add_func ("/play/changes-linger", test_changes_linger);
  g_test_add_func ("/play/speeds", test_speeds);
  g_test_add_func ("/play/way", test_way);
  g_test_add_func ("/play/start", test_start);
  g_test_add_func ("/play/end", test_end);
  return g_test_run ();
}
