/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-state.h"

static void
count (guint *n)
{
  (*n)++;
}

static void
watch (AtlasState *state,
       const char *signal,
       guint *n)
{
  *n = 0;
  g_signal_connect_swapped (state, signal, G_CALLBACK (count), n);
}

static void
test_begin (void)
{
  g_autoptr (AtlasState) state = atlas_state_new ();

  g_assert_cmpint (atlas_state_get_date (state), ==, atlas_day_today ());
  g_assert_cmpstr (atlas_state_get_lens (state), ==, "overview");
  g_assert_cmpstr (atlas_state_get_selection (state), ==, "");
  g_assert_null (atlas_state_get_emphasis (state));
  g_assert_null (atlas_state_get_filter (state));
  g_assert_false (atlas_state_can_go_back (state));
  g_assert_false (atlas_state_can_go_forward (state));
}

static void
test_notify_once (void)
{
  g_autoptr (AtlasState) state = atlas_state_new ();
  guint dates, lenses;

  watch (state, "notify::date", &dates);
  watch (state, "notify::lens", &lenses);
  atlas_state_set_date (state, atlas_day_new (2001, 6, 15));
  atlas_state_set_date (state, atlas_day_new (2001, 6, 15));
  atlas_state_set_lens (state, "SCO");
  atlas_state_set_lens (state, "SCO");
  g_assert_cmpuint (dates, ==, 1);
  g_assert_cmpuint (lenses, ==, 1);
  g_assert_cmpint (atlas_state_get_date (state), ==, atlas_day_new (2001, 6, 15));
  g_assert_cmpstr (atlas_state_get_lens (state), ==, "SCO");
}

static void
test_properties (void)
{
  g_autoptr (AtlasState) state = atlas_state_new ();
  g_autofree char *lens = NULL;
  g_autofree char *selection = NULL;
  g_auto (GStrv) emphasis = NULL;
  g_auto (GStrv) filter = NULL;
  const char *const countries[] = { "AM", "KZ", NULL };
  int date;

  g_object_set (state, "date", 730000, "lens", "CSTO", "selection", "country/AM", "emphasis", countries, "filter", countries, NULL);
  g_object_get (state, "date", &date, "lens", &lens, "selection", &selection, "emphasis", &emphasis, "filter", &filter, NULL);
  g_assert_cmpint (date, ==, 730000);
  g_assert_cmpstr (lens, ==, "CSTO");
  g_assert_cmpstr (selection, ==, "country/AM");
  g_assert_cmpstrv (emphasis, (GStrv) countries);
  g_assert_cmpstrv (filter, (GStrv) countries);
}

static void
test_two_dates (void)
{
  g_autoptr (AtlasState) state = atlas_state_new ();
  const AtlasDay earlier = atlas_day_new (2022, 1, 1);
  const AtlasDay later = atlas_day_new (2024, 12, 31);
  guint dates, compared;
  AtlasDay from, to;

  g_assert_cmpint (atlas_state_get_compared (state), ==, ATLAS_DAY_MIN);
  g_assert_false (atlas_state_get_range (state, &from, &to));
  atlas_state_swap_dates (state); /* nothing to swap */
  g_assert_cmpint (atlas_state_get_date (state), ==, atlas_day_today ());

  atlas_state_set_date (state, earlier);
  atlas_state_set_compared (state, later);
  g_assert_true (atlas_state_get_range (state, &from, &to));
  g_assert_cmpint (from, ==, earlier);
  g_assert_cmpint (to, ==, later);

  watch (state, "notify::date", &dates);
  watch (state, "notify::compared", &compared);
  atlas_state_swap_dates (state);
  g_assert_cmpint (atlas_state_get_date (state), ==, later);
  g_assert_cmpint (atlas_state_get_compared (state), ==, earlier);
  g_assert_true (atlas_state_get_range (state, &from, &to));
  g_assert_cmpint (from, ==, earlier);
  g_assert_cmpint (to, ==, later);
  g_assert_cmpuint (dates, ==, 1);
  g_assert_cmpuint (compared, ==, 1);
}

static void
test_changes_end_with_comparison (void)
{
  g_autoptr (AtlasState) state = atlas_state_new ();
  const char *id = NULL;

  atlas_state_set_compared (state, atlas_day_new (2022, 1, 1));
  atlas_state_set_selection (state, "changes");
  g_assert_true (atlas_state_get_selected (state, "changes", &id));
  g_assert_cmpstr (id, ==, "");
  atlas_state_set_compared (state, ATLAS_DAY_MIN);
  g_assert_cmpstr (atlas_state_get_selection (state), ==, "");

  /* Any other page stays. */
  atlas_state_set_compared (state, atlas_day_new (2022, 1, 1));
  atlas_state_select (state, "country", "BY");
  atlas_state_set_compared (state, ATLAS_DAY_MIN);
  g_assert_cmpstr (atlas_state_get_selection (state), ==, "country/BY");
}

static void
test_selected (void)
{
  g_autoptr (AtlasState) state = atlas_state_new ();
  const char *id = NULL;

  atlas_state_select (state, "unit", "UA-43");
  g_assert_cmpstr (atlas_state_get_selection (state), ==, "unit/UA-43");
  g_assert_true (atlas_state_get_selected (state, "unit", &id));
  g_assert_cmpstr (id, ==, "UA-43");
  g_assert_true (atlas_state_get_selected (state, "unit", NULL));
  g_assert_false (atlas_state_get_selected (state, "uni", NULL));
  g_assert_false (atlas_state_get_selected (state, "country", NULL));
}

static void
test_deselect (void)
{
  g_autoptr (AtlasState) state = atlas_state_new ();
  guint n;

  atlas_state_select (state, "country", "KZ");
  watch (state, "notify::selection", &n);
  atlas_state_set_selection (state, NULL);
  atlas_state_set_selection (state, "");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (atlas_state_get_selection (state), ==, "");
}

static void
test_back_and_forward (void)
{
  g_autoptr (AtlasState) state = atlas_state_new ();

  atlas_state_select (state, "country", "KZ");
  atlas_state_select (state, "organisation", "CSTO");
  atlas_state_go_back (state);
  g_assert_cmpstr (atlas_state_get_selection (state), ==, "country/KZ");
  g_assert_true (atlas_state_can_go_forward (state));
  atlas_state_go_back (state);
  g_assert_cmpstr (atlas_state_get_selection (state), ==, "");
  g_assert_false (atlas_state_can_go_back (state));
  atlas_state_go_back (state);
  g_assert_cmpstr (atlas_state_get_selection (state), ==, "");
  atlas_state_go_forward (state);
  atlas_state_go_forward (state);
  g_assert_cmpstr (atlas_state_get_selection (state), ==, "organisation/CSTO");
  g_assert_false (atlas_state_can_go_forward (state));
}

/* A new way begins where somebody went back and then chose something else. */
static void
test_new_way (void)
{
  g_autoptr (AtlasState) state = atlas_state_new ();

  atlas_state_select (state, "country", "KZ");
  atlas_state_select (state, "country", "KG");
  atlas_state_go_back (state);
  atlas_state_select (state, "country", "TJ");
  g_assert_false (atlas_state_can_go_forward (state));
  atlas_state_go_back (state);
  g_assert_cmpstr (atlas_state_get_selection (state), ==, "country/KZ");
}

static void
test_same_again (void)
{
  g_autoptr (AtlasState) state = atlas_state_new ();

  atlas_state_select (state, "country", "KZ");
  atlas_state_select (state, "country", "KZ");
  atlas_state_go_back (state);
  g_assert_cmpstr (atlas_state_get_selection (state), ==, "");
}

static void
test_history_is_bounded (void)
{
  g_autoptr (AtlasState) state = atlas_state_new ();
  guint steps = 0;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      atlas_state_select (state, "event", id);
    }
  while (atlas_state_can_go_back (state))
    {
      atlas_state_go_back (state);
      steps++;
    }
  g_assert_cmpuint (steps, ==, 200);
  g_assert_cmpstr (atlas_state_get_selection (state), ==, "event/799");
}

static void
test_countries (void)
{
  g_autoptr (AtlasState) state = atlas_state_new ();
  const char *const two[] = { "AM", "KZ", NULL };
  const char *const same_two[] = { "AM", "KZ", NULL };
  const char *const none[] = { NULL };
  guint emphases, filters;

  watch (state, "notify::emphasis", &emphases);
  watch (state, "notify::filter", &filters);
  atlas_state_set_emphasis (state, two);
  atlas_state_set_emphasis (state, same_two);
  g_assert_cmpuint (emphases, ==, 1);
  atlas_state_set_emphasis (state, none);
  g_assert_cmpuint (emphases, ==, 2);
  g_assert_nonnull (atlas_state_get_emphasis (state));
  atlas_state_set_emphasis (state, NULL);
  atlas_state_set_emphasis (state, NULL);
  g_assert_cmpuint (emphases, ==, 3);
  g_assert_null (atlas_state_get_emphasis (state));
  g_assert_cmpuint (filters, ==, 0);
  atlas_state_set_filter (state, two);
  g_assert_cmpuint (filters, ==, 1);
  g_assert_cmpstr (atlas_state_get_filter (state)[1], ==, "KZ");
}

/* What is read belongs to what is selected. */
static void
test_reading (void)
{
  g_autoptr (AtlasState) state = atlas_state_new ();
  const char *const about[] = { "AM", NULL };
  const char *const named[] = { "KZ", "RU", NULL };
  guint n;

  atlas_state_set_selection (state, "article/own-a");
  watch (state, "notify::reading", &n);
  atlas_state_set_reading (state, ATLAS_READ_ABOUT, about);
  atlas_state_set_reading (state, ATLAS_READ_NAMED, named);
  atlas_state_set_reading (state, ATLAS_READ_NAMED, named);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (atlas_state_get_reading (state, ATLAS_READ_NAMED)[1], ==, "RU");
  g_assert_null (atlas_state_get_reading (state, ATLAS_READ_PASSAGE));

  atlas_state_set_selection (state, "country/KZ");
  g_assert_cmpuint (n, ==, 3);
  g_assert_null (atlas_state_get_reading (state, ATLAS_READ_ABOUT));
  g_assert_null (atlas_state_get_reading (state, ATLAS_READ_NAMED));
}

static void
test_pointed (void)
{
  g_autoptr (AtlasState) state = atlas_state_new ();
  guint n;

  watch (state, "notify::pointed", &n);
  g_assert_null (atlas_state_get_pointed (state));
  atlas_state_set_pointed (state, "country/KZ");
  atlas_state_set_pointed (state, "country/KZ");
  g_assert_cmpstr (atlas_state_get_pointed (state), ==, "country/KZ");
  atlas_state_set_pointed (state, NULL);
  g_assert_cmpuint (n, ==, 2);
}

static void
test_replace (void)
{
  g_autoptr (AtlasState) state = atlas_state_new ();
  guint n;

  atlas_state_set_selection (state, "country/KZ");
  atlas_state_set_selection (state, "articles");
  watch (state, "notify::selection", &n);
  atlas_state_replace_selection (state, "articles/country=KZ");
  atlas_state_replace_selection (state, "articles/country=KZ");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (atlas_state_get_selection (state), ==, "articles/country=KZ");
  atlas_state_go_back (state);
  g_assert_cmpstr (atlas_state_get_selection (state), ==, "country/KZ");
  atlas_state_go_forward (state);
  g_assert_cmpstr (atlas_state_get_selection (state), ==, "articles/country=KZ");
}

static void
test_a_paragraph_is_taken_once (void)
{
  g_autoptr (AtlasState) state = atlas_state_new ();

  g_assert_cmpint (atlas_state_take_paragraph (state), ==, -1);
  atlas_state_select_paragraph (state, "article/csto", 12);
  g_assert_cmpstr (atlas_state_get_selection (state), ==, "article/csto");
  g_assert_cmpint (atlas_state_take_paragraph (state), ==, 12);
  g_assert_cmpint (atlas_state_take_paragraph (state), ==, -1);

  /* Whatever is selected next is not meant. */
  atlas_state_set_selection (state, "");
  atlas_state_select_paragraph (state, "article/csto", 0);
  atlas_state_set_selection (state, "article/sco");
  g_assert_cmpint (atlas_state_take_paragraph (state), ==, -1);
  atlas_state_select_paragraph (state, "article/csto", 3);
  atlas_state_go_back (state);
  g_assert_cmpint (atlas_state_take_paragraph (state), ==, -1);
  atlas_state_go_forward (state);
  g_assert_cmpint (atlas_state_take_paragraph (state), ==, -1);
  g_assert_cmpstr (atlas_state_get_selection (state), ==, "article/csto");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/state/begin", test_begin);
  g_test_add_func ("/state/notify-once", test_notify_once);
  g_test_add_func ("/state/properties", test_properties);
  g_test_add_func ("/state/reading", test_reading);
  g_test_add_func ("/state/pointed", test_pointed);
  g_test_add_func ("/state/two-dates", test_two_dates);
  g_test_add_func ("/state/changes-end-with-comparison", test_changes_end_with_comparison);
  g_test_add_func ("/state/selected", test_selected);
  g_test_add_func ("/state/deselect", test_deselect);
  g_test_add_func ("/state/back-and-forward", test_back_and_forward);
  g_test_add_func ("/state/new-way", test_new_way);
  g_test_add_func ("/state/same-again", test_same_again);
  g_test_add_func ("/state/history-is-bounded", test_history_is_bounded);
  g_test_add_func ("/state/countries", test_countries);
  g_test_add_func ("/state/replace", test_replace);
  g_test_add_func ("/state/a-paragraph-is-taken-once", test_a_paragraph_is_taken_once);

  return g_test_run ();
}
