/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-date.h"

#include <string.h>

static void
test_days_agree_with_gdate (void)
{
  GDate date;

  g_date_clear (&date, 1);
  for (guint32 day = 1; day < 3000 * 366; day += 7)
    {
      int year, month, day_of_month;

      g_date_set_julian (&date, day);
      atlas_day_get_ymd (day, &year, &month, &day_of_month);
      g_assert_cmpint (year, ==, g_date_get_year (&date));
      g_assert_cmpint (month, ==, g_date_get_month (&date));
      g_assert_cmpint (day_of_month, ==, g_date_get_day (&date));
      g_assert_cmpint (atlas_day_new (year, month, day_of_month), ==, day);
    }
}

static void
test_every_day_has_a_name (void)
{
  for (AtlasDay day = atlas_day_new (-801, 1, 1); day < atlas_day_new (801, 1, 1); day++)
    {
      int year, month, day_of_month;

      atlas_day_get_ymd (day, &year, &month, &day_of_month);
      if (atlas_day_new (year, month, day_of_month) != day)
        g_error ("day %d comes back as %d-%d-%d", day, year, month, day_of_month);
    }
}

static void
test_leap_days (void)
{
  g_assert_cmpint (atlas_day_new (2000, 3, 1) - atlas_day_new (2000, 2, 28), ==, 2);
  g_assert_cmpint (atlas_day_new (1900, 3, 1) - atlas_day_new (1900, 2, 28), ==, 1);
  g_assert_cmpint (atlas_day_new (2024, 3, 1) - atlas_day_new (2024, 2, 28), ==, 2);
  g_assert_cmpint (atlas_day_new (0, 3, 1) - atlas_day_new (0, 2, 28), ==, 2);
  g_assert_cmpint (atlas_day_new (1, 1, 1), ==, 1);
  g_assert_cmpint (atlas_day_new (0, 12, 31), ==, 0);
  g_assert_cmpint (atlas_days_in_month (2023, 2), ==, 28);
  g_assert_cmpint (atlas_days_in_month (2400, 2), ==, 29);
}

static void
test_iso (void)
{
  g_autofree char *common = atlas_day_to_iso (atlas_day_new (1994, 4, 20));
  g_autofree char *before_christ = atlas_day_to_iso (atlas_day_new (-43, 3, 15));
  g_autofree char *open = atlas_day_to_iso (ATLAS_DAY_MAX);

  g_assert_cmpstr (common, ==, "1994-04-20");
  g_assert_cmpstr (before_christ, ==, "-0043-03-15");
  g_assert_cmpstr (open, ==, "..");
}

static const struct
{
  const char *text;
  const char *earliest;
  const char *latest;
  const char *marks;
} widths[] = {
  { "1994", "1994-01-01", "1994-12-31", "" },
  { "1994-04", "1994-04-01", "1994-04-30", "" },
  { "1994-04-20", "1994-04-20", "1994-04-20", "" },
  { "2024-02", "2024-02-01", "2024-02-29", "" },
  { "2023-02", "2023-02-01", "2023-02-28", "" },
  { "2024-02-29", "2024-02-29", "2024-02-29", "" },
  { "1994?", "1994-01-01", "1994-12-31", "?" },
  { "1993-12~", "1993-12-01", "1993-12-31", "~" },
  { "1993-12-09%", "1993-12-09", "1993-12-09", "?~" },
  { "1993-09-09/1993-12-09", "1993-09-09", "1993-12-09", "" },
  { "1993-09/1993-12", "1993-09-01", "1993-12-31", "" },
  { "1993/1994-04-20", "1993-01-01", "1994-04-20", "" },
  { "1984~/2004-06", "1984-01-01", "2004-06-30", "~" },
  { "1984/2004-06?", "1984-01-01", "2004-06-30", "?" },
  { "2004-12/2004", "2004-12-01", "2004-12-31", "" },
  { "1994/..", "1994-01-01", "..", "" },
  { "1994-04-20/", "1994-04-20", "..", "" },
  { "../1994", "..", "1994-12-31", "" },
  { "/1994-04", "..", "1994-04-30", "" },
  { "199X", "1990-01-01", "1999-12-31", "" },
  { "19XX", "1900-01-01", "1999-12-31", "" },
  { "1994-XX", "1994-01-01", "1994-12-31", "" },
  { "1994-XX-XX", "1994-01-01", "1994-12-31", "" },
  { "1994-02-XX~", "1994-02-01", "1994-02-28", "~" },
  { "0000", "0000-01-01", "0000-12-31", "" },
  { "-0043-03", "-0043-03-01", "-0043-03-31", "" },
  { "-019X", "-0199-01-01", "-0190-12-31", "" },
  { "9999-12-31", "9999-12-31", "9999-12-31", "" },
};

static void
test_width (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *earliest = NULL;
      g_autofree char *latest = NULL;
      AtlasDate date;

      atlas_date_parse (widths[i].text, &date, &error);
      g_assert_no_error (error);
      earliest = atlas_day_to_iso (date.earliest);
      latest = atlas_day_to_iso (date.latest);
      g_test_message ("%s: %s to %s", widths[i].text, earliest, latest);
      g_assert_cmpstr (earliest, ==, widths[i].earliest);
      g_assert_cmpstr (latest, ==, widths[i].latest);
      g_assert_cmpint (date.uncertain, ==, strchr (widths[i].marks, '?') != NULL);
      g_assert_cmpint (date.approximate, ==, strchr (widths[i].marks, '~') != NULL);
    }
}

static void
test_open_ends_are_open (void)
{
  AtlasDate date;

  g_assert_true (atlas_date_parse ("1994/..", &date, NULL));
  g_assert_cmpint (date.latest, ==, ATLAS_DAY_MAX);
  g_assert_cmpint (date.end_precision, ==, ATLAS_PRECISION_OPEN);
  g_assert_true (atlas_date_parse ("/1994", &date, NULL));
  g_assert_cmpint (date.earliest, ==, ATLAS_DAY_MIN);
  g_assert_cmpint (date.precision, ==, ATLAS_PRECISION_OPEN);
}

static void
test_edtf_round_trip (void)
{
  static const char *const texts[] = {
    "1994", "1994-04", "1994-04-20", "1994?", "1993-12~", "1993-12-09%", "1993-09-09/1993-12-09",
    "1984~/2004-06", "1984/2004-06?", "1984?/2004-06%", "1994/..", "../1994-04~", "199X", "19XX?", "-0043-03", "0000", "-019X"
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *again = NULL;
      AtlasDate date;

      g_assert_true (atlas_date_parse (texts[i], &date, NULL));
      again = atlas_date_to_edtf (&date);
      g_assert_cmpstr (again, ==, texts[i]);
    }
}

static const struct
{
  const char *text;
  AtlasDateError code;
  const char *says;
} faults[] = {
  { "", ATLAS_DATE_ERROR_SYNTAX, "character 1: a date is expected" },
  { "..", ATLAS_DATE_ERROR_SYNTAX, "character 1: a year has four digits" },
  { "94", ATLAS_DATE_ERROR_SYNTAX, "character 3: a year has four digits" },
  { "1994-4", ATLAS_DATE_ERROR_SYNTAX, "character 7: a month has two digits" },
  { "1994-04-2", ATLAS_DATE_ERROR_SYNTAX, "character 10: a day has two digits" },
  { "1994-13", ATLAS_DATE_ERROR_RANGE, "character 6: months go from 01 to 12" },
  { "1994-00", ATLAS_DATE_ERROR_RANGE, "character 6: months go from 01 to 12" },
  { "1994-04-31", ATLAS_DATE_ERROR_RANGE, "character 9: the month has no such day" },
  { "1994-04-00", ATLAS_DATE_ERROR_RANGE, "character 9: the month has no such day" },
  { "2023-02-29", ATLAS_DATE_ERROR_RANGE, "character 9: the month has no such day" },
  { "1900-02-29", ATLAS_DATE_ERROR_RANGE, "character 9: the month has no such day" },
  { "2001-21", ATLAS_DATE_ERROR_RANGE, "character 6: a season has no fixed days" },
  { "Y170000002", ATLAS_DATE_ERROR_RANGE, "character 1: years of more than four digits" },
  { "19940", ATLAS_DATE_ERROR_SYNTAX, "character 5: “-” is expected" },
  { "1994/04/20", ATLAS_DATE_ERROR_SYNTAX, "character 8: an interval has one" },
  { "1994-04-20T10:00", ATLAS_DATE_ERROR_SYNTAX, "character 11: a date has no time of day" },
  { "1994-04-201", ATLAS_DATE_ERROR_SYNTAX, "character 11: a date ends after its day" },
  { "1994?-04", ATLAS_DATE_ERROR_SYNTAX, "character 5: a mark" },
  { "1994-04?-20", ATLAS_DATE_ERROR_SYNTAX, "character 8: a mark" },
  { "?1994", ATLAS_DATE_ERROR_SYNTAX, "character 1: a year has four digits" },
  { "1XXX", ATLAS_DATE_ERROR_SYNTAX, "character 5: a year has four digits" },
  { "1X94", ATLAS_DATE_ERROR_SYNTAX, "character 3: a year has four digits" },
  { "199X-04", ATLAS_DATE_ERROR_SYNTAX, "character 5: a year with an X has no months" },
  { "1994-XX-20", ATLAS_DATE_ERROR_SYNTAX, "character 9: the day of an unknown month is XX" },
  { "1994-0X", ATLAS_DATE_ERROR_SYNTAX, "character 8: a month has two digits" },
  { "1994-12/1994-04", ATLAS_DATE_ERROR_ORDER, "the interval ends before it starts" },
  { "../..", ATLAS_DATE_ERROR_SYNTAX, "an interval has a date on one side" },
  { "/", ATLAS_DATE_ERROR_SYNTAX, "an interval has a date on one side" },
  { "1994/x", ATLAS_DATE_ERROR_SYNTAX, "character 6: a year has four digits" },
  { "april 1994", ATLAS_DATE_ERROR_SYNTAX, "character 1: a year has four digits" },
  { " 1994", ATLAS_DATE_ERROR_SYNTAX, "character 1: a year has four digits" },
  { "1994 ", ATLAS_DATE_ERROR_SYNTAX, "character 5: “-” is expected" },
  { "20.4.1994", ATLAS_DATE_ERROR_SYNTAX, "character 3: a year has four digits" },
};

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;
      AtlasDate date;

      g_assert_false (atlas_date_parse (faults[i].text, &date, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, ATLAS_DATE_ERROR, (int) faults[i].code);
      g_assert_nonnull (strstr (error->message, faults[i].says));
      g_assert_nonnull (strstr (error->message, faults[i].text));
    }
}

static void
test_full_day (void)
{
  static const char *const coarse[] = { "1994", "1994-04", "1994-04-20?", "1994-04-20/1994-04-20", "1994-04-20/..", "../1994" };
  AtlasDay day = 0;

  g_assert_true (atlas_day_parse ("1994-04-20", &day, NULL));
  g_assert_cmpint (day, ==, atlas_day_new (1994, 4, 20));
  for (guint i = 0; i < G_N_ELEMENTS (coarse); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (atlas_day_parse (coarse[i], &day, &error));
      g_assert_error (error, ATLAS_DATE_ERROR, ATLAS_DATE_ERROR_PRECISION);
      g_assert_nonnull (strstr (error->message, "write one day"));
    }
}

static void
test_format (void)
{
  static const struct
  {
    const char *text;
    const char *english;
  } cases[] = {
    { "1994-04-20", "20 April 1994" },
    { "1994-04", "April 1994" },
    { "1994", "1994" },
    { "1993~", "around 1993" },
    { "2024?", "perhaps 2024" },
    { "1993-12%", "perhaps around December 1993" },
    { "1993-09-09/1993-12-09", "between 9 September and 9 December 1993" },
    { "1993-12-03/1993-12-09", "between 3 and 9 December 1993" },
    { "1993-12-31/1994-01-03", "between 31 December 1993 and 3 January 1994" },
    { "1993/1994-04", "between 1993 and April 1994" },
    { "1994-04/..", "April 1994 or later" },
    { "../1994-04-20", "20 April 1994 or earlier" },
    { "199X", "the 1990s" },
    { "19XX", "the years 1900 to 1999" },
    { "-0043-03-15", "15 March 44 BC" },
    { "0000", "1 BC" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      AtlasDate date;

      g_assert_true (atlas_date_parse (cases[i].text, &date, NULL));
      text = atlas_date_format (&date);
      g_assert_cmpstr (text, ==, cases[i].english);
    }
}

static void
test_format_day (void)
{
  g_autofree char *day = atlas_day_format (atlas_day_new (2024, 2, 29));
  g_autofree char *open = atlas_day_format (ATLAS_DAY_MAX);

  g_assert_cmpstr (day, ==, "29 February 2024");
  g_assert_cmpstr (open, ==, "");
}

/* Random text must be refused or understood, never crash. */
static void
test_noise (void)
{
  static const char letters[] = "0123456789-/.?~%XYT é";

  for (guint i = 0; i < 20000; i++)
    {
      char text[16] = { 0 };
      g_autofree char *valid = NULL;
      AtlasDate date;

      for (int j = g_test_rand_int_range (0, 15); j > 0; j--)
        text[j - 1] = letters[g_test_rand_int_range (0, sizeof letters - 1)];
      valid = g_utf8_make_valid (text, -1);
      if (!atlas_date_parse (valid, &date, NULL))
        continue;
      g_assert_cmpint (date.earliest, <=, date.latest);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/days-agree-with-gdate", test_days_agree_with_gdate);
  g_test_add_func ("/date/every-day-has-a-name", test_every_day_has_a_name);
  g_test_add_func ("/date/leap-days", test_leap_days);
  g_test_add_func ("/date/iso", test_iso);
  g_test_add_func ("/date/width", test_width);
  g_test_add_func ("/date/open-ends", test_open_ends_are_open);
  g_test_add_func ("/date/edtf-round-trip", test_edtf_round_trip);
  g_test_add_func ("/date/faults", test_faults);
  g_test_add_func ("/date/full-day", test_full_day);
  g_test_add_func ("/date/format", test_format);
  g_test_add_func ("/date/format-day", test_format_day);
  g_test_add_func ("/date/noise", test_noise);
  return g_test_run ();
}
