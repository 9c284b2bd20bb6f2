/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-time-axis.h"

#include "../atlas-fixture.h"

#include <math.h>
#include <string.h>

static AtlasTimeAxis
make_axis (double width)
{
  AtlasTimeAxis axis;

  atlas_time_axis_init (&axis, fixture_day ("1945-01-01"), fixture_day ("2026-12-31"), width);
  return axis;
}

static void
assert_within (const AtlasTimeAxis *axis)
{
  g_assert_cmpfloat (axis->start, >=, axis->first);
  g_assert_cmpfloat (axis->end, <=, axis->last + 1.0);
  g_assert_cmpfloat (axis->end - axis->start, >=, 14 - 1e-6);
}

static void
assert_round_trip (const AtlasTimeAxis *axis,
                   AtlasDay day)
{
  g_assert_cmpint (atlas_time_axis_day_at (axis, atlas_time_axis_x_of_day (axis, day)), ==, day);
}

/* Every day that is in view comes back from its place, whatever the zoom. */
static void
test_round_trip (void)
{
  static const char *const days[] = { "1945-01-01", "1945-01-02", "1992-05-15", "2000-02-29", "2024-02-29", "2024-03-01", "2026-12-30", "2026-12-31" };

  for (double width = 200; width <= 2560; width += 118)
    for (guint i = 0; i < G_N_ELEMENTS (days); i++)
      {
        AtlasTimeAxis axis = make_axis (width);
        const AtlasDay day = fixture_day (days[i]);

        for (guint zoom = 0; zoom < 30; zoom++)
          {
            assert_round_trip (&axis, day);
            assert_within (&axis);
            atlas_time_axis_zoom (&axis, atlas_time_axis_x_of_day (&axis, day), 1.4);
          }
        g_assert_cmpfloat_with_epsilon (axis.end - axis.start, 14, 1e-6);
      }
}

static void
test_zoom_keeps_the_day (void)
{
  AtlasTimeAxis axis = make_axis (1000);
  const AtlasDay day = fixture_day ("2001-06-15");
  const double x = atlas_time_axis_x_of_day (&axis, day);

  for (guint i = 0; i < 20; i++)
    {
      atlas_time_axis_zoom (&axis, x, 1.3);
      g_assert_cmpfloat_with_epsilon (atlas_time_axis_x_of_day (&axis, day), x, 1e-3);
    }
  /* Back out: what was cut at the ends moves it, but never out of the range. */
  for (guint i = 0; i < 40; i++)
    {
      atlas_time_axis_zoom (&axis, x, 1 / 1.3);
      assert_within (&axis);
    }
  g_assert_cmpfloat (axis.start, ==, axis.first);
  g_assert_cmpfloat (axis.end, ==, axis.last + 1.0);
}

static void
test_ends_can_be_grabbed (void)
{
  AtlasTimeAxis axis = make_axis (1000);

  for (guint i = 0; i < 20; i++)
    {
      if (axis.start == axis.first)
        g_assert_cmpfloat (atlas_time_axis_x_of_day (&axis, axis.first), >, 0);
      g_assert_cmpfloat (atlas_time_axis_x_of_day (&axis, axis.last), <, axis.width);
      atlas_time_axis_zoom (&axis, axis.width, 1.5);
    }
  g_assert_cmpint (atlas_time_axis_day_at (&axis, -1e9), ==, axis.first);
  g_assert_cmpint (atlas_time_axis_day_at (&axis, 1e9), ==, axis.last);
}

static void
test_pan_and_reveal (void)
{
  AtlasTimeAxis axis = make_axis (1000);
  double span;

  atlas_time_axis_show (&axis, fixture_day ("1991-01-01"), fixture_day ("2001-01-01"));
  span = axis.end - axis.start;
  atlas_time_axis_pan (&axis, 100);
  g_assert_cmpfloat_with_epsilon (axis.start, fixture_day ("1991-01-01") + span / 10, 1e-6);
  atlas_time_axis_pan (&axis, 1e9);
  g_assert_cmpfloat (axis.end, ==, axis.last + 1.0);
  g_assert_cmpfloat_with_epsilon (axis.end - axis.start, span, 1e-6);

  g_assert_false (atlas_time_axis_reveal (&axis, axis.last));
  g_assert_true (atlas_time_axis_reveal (&axis, fixture_day ("1949-04-04")));
  g_assert_cmpfloat (atlas_time_axis_x_of_day (&axis, fixture_day ("1949-04-04")), >, 0);
  g_assert_cmpfloat_with_epsilon (axis.end - axis.start, span, 1e-6);
  atlas_time_axis_reveal (&axis, axis.first);
  g_assert_cmpfloat (atlas_time_axis_x_of_day (&axis, axis.first), >, 0);
}

static void
assert_apart (const AtlasTimeAxis *axis,
              double room)
{
  g_autoptr (GArray) ticks = atlas_time_axis_ticks (axis, room);
  double last = -G_MAXDOUBLE, last_label = -G_MAXDOUBLE;

  g_assert_cmpuint (ticks->len, >, 0);
  for (guint i = 0; i < ticks->len; i++)
    {
      const AtlasTimeTick *tick = &g_array_index (ticks, AtlasTimeTick, i);

      g_assert_cmpfloat (tick->x, >=, 0);
      g_assert_cmpfloat (tick->x, <=, axis->width + 1e-6);
      g_assert_cmpfloat (tick->x, >, last + 3);
      last = tick->x;
      if (tick->label == NULL)
        continue;
      g_assert_cmpfloat (tick->x, >=, last_label + room - 1e-6);
      last_label = tick->x;
    }
}

static void
test_labels_keep_apart (void)
{
  for (double width = 200; width <= 2560; width += 59)
    {
      AtlasTimeAxis axis = make_axis (width);

      for (guint zoom = 0; zoom < 40; zoom++)
        {
          assert_apart (&axis, 40);
          assert_apart (&axis, 75);
          atlas_time_axis_zoom (&axis, 0.63 * width, 1.25);
        }
    }
}

/* The labels from @from until @to on 1000 pixels, in order. */
static char *
join_labels (const char *from,
             const char *to)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) ticks = NULL;
  AtlasTimeAxis axis = make_axis (1000);

  atlas_time_axis_show (&axis, fixture_day (from), fixture_day (to));
  ticks = atlas_time_axis_ticks (&axis, 40);
  for (guint i = 0; i < ticks->len; i++)
    {
      const AtlasTimeTick *tick = &g_array_index (ticks, AtlasTimeTick, i);

      if (tick->label != NULL)
        g_string_append_printf (text, "%s%s%s ", tick->label, tick->major ? "!" : "", "");
    }
  return g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
}

static void
test_labels (void)
{
  static const char *const cases[][3] = {
    { "1945-01-01", "2027-01-01", "1945 1950! 1955 1960! 1965 1970! 1975 1980! 1985 1990! 1995 2000! 2005 2010! 2015 2020! 2025" },
    { "1998-01-01", "2003-12-31", "1998! Apr Jul Oct 1999! Apr Jul Oct 2000! Apr Jul Oct 2001! Apr Jul Oct 2002! Apr Jul Oct 2003! Apr Jul Oct" },
    { "2001-11-15", "2002-04-10", "15 22 Dec! 8 15 22 Jan 2002! 8 15 22 Feb! 8 15 22 Mar! 8 15 22 Apr! 8" },
    { "2024-02-20", "2024-03-05", "20 21 22 23 24 25 26 27 28 29 Mar! 2 3 4 5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *labels = join_labels (cases[i][0], cases[i][1]);

      g_assert_cmpstr (labels, ==, cases[i][2]);
    }
}

/* Days of a month without its first day in view still say which month it is. */
static void
test_period (void)
{
  AtlasTimeAxis axis = make_axis (1000);
  g_autofree char *none = atlas_time_axis_period (&axis, 40);
  g_autofree char *year = NULL;
  g_autofree char *month = NULL;

  g_assert_null (none);
  atlas_time_axis_show (&axis, fixture_day ("1998-05-01"), fixture_day ("2003-12-31"));
  year = atlas_time_axis_period (&axis, 40);
  g_assert_cmpstr (year, ==, "1998");
  atlas_time_axis_show (&axis, fixture_day ("2024-02-10"), fixture_day ("2024-02-24"));
  month = atlas_time_axis_period (&axis, 40);
  g_assert_cmpstr (month, ==, "Feb 2024");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-axis/round-trip", test_round_trip);
  g_test_add_func ("/time-axis/zoom-keeps-the-day", test_zoom_keeps_the_day);
  g_test_add_func ("/time-axis/ends-can-be-grabbed", test_ends_can_be_grabbed);
  g_test_add_func ("/time-axis/pan-and-reveal", test_pan_and_reveal);
  g_test_add_func ("/time-axis/labels-keep-apart", test_labels_keep_apart);
  g_test_add_func ("/time-axis/labels", test_labels);
  g_test_add_func ("/time-axis/period", test_period);
  return g_test_run ();
}
