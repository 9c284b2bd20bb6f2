/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-date-input.h"

#include <glib/gi18n-lib.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "atlas-config.h"

static char *
read_input (const char *text)
{
  g_autoptr (GError) error = NULL;
  AtlasDate date;

  if (!atlas_date_parse_input (text, &date, &error))
    {
      g_assert_true (error->domain == ATLAS_DATE_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return g_strdup (error->message);
    }
  g_assert_no_error (error);
  return atlas_date_to_edtf (&date);
}

static void
assert_reads (const char *text,
              const char *expected)
{
  g_autofree char *read = read_input (text);

  if (!g_str_equal (read, expected))
    g_error ("“%s” was read as %s and not as %s", text, read, expected);
}

/* --- Understood whatever the locale ---------------------------------------- */

static const struct
{
  const char *text;
  const char *edtf;
} good[] = {
  /* EDTF */
  { "1994", "1994" },
  { "1994-04", "1994-04" },
  { "2001-06-15", "2001-06-15" },
  { " 2001-06-15 ", "2001-06-15" },
  { "1992-02-29", "1992-02-29" },
  { "1993?", "1993?" },
  { "199X", "199X" },
  { "1993-09-09/1993-12-09", "1993-09-09/1993-12-09" },
  { "../1994", "../1994" },
  { "1994/..", "1994/.." },
  /* English */
  { "May 1994", "1994-05" },
  { "may 1994", "1994-05" },
  { "MAY, 1994,", "1994-05" },
  { "May of 1994", "1994-05" },
  { "1994 May", "1994-05" },
  { "15 May 1992", "1992-05-15" },
  { "15  may\t 1992,", "1992-05-15" },
  { "May 15, 1992", "1992-05-15" },
  { "May 15th, 1992", "1992-05-15" },
  { "the 1st of January 2024", "2024-01-01" },
  { "1992 May 15", "1992-05-15" },
  { "15-May-1992", "1992-05-15" },
  { "Sept. 3, 2001", "2001-09-03" },
  { "sep 2001", "2001-09" },
  { "29 Feb 1992", "1992-02-29" },
  { "29 Feb 2000", "2000-02-29" },
  { "31 Dec. 1945", "1945-12-31" },
  { "1994,", "1994" },
  /* Swedish */
  { "15 maj 1992", "1992-05-15" },
  { "den 15 maj 1992", "1992-05-15" },
  { "Den 15:e MAJ 1992", "1992-05-15" },
  { "1:a januari 2024", "2024-01-01" },
  { "maj 1994", "1994-05" },
  { "20 okt. 1999", "1999-10-20" },
  { "29 februari 1992", "1992-02-29" },
  { "juli 2024", "2024-07" },
  { "jul 2024", "2024-07" },
  { "jun 2024", "2024-06" },
  { "mars 2024", "2024-03" },
  { "augusti 1968", "1968-08" },
  /* Numbers that can only be read in one way */
  { "15/5/1992", "1992-05-15" },
  { "5/15/1992", "1992-05-15" },
  { "15.5.1992", "1992-05-15" },
  { "15.05.1992", "1992-05-15" },
  { "5.6.1992", "1992-06-05" },
  { "15 5 1992", "1992-05-15" },
  { "1992-5-15", "1992-05-15" },
  { "1992/05/15", "1992-05-15" },
  { "1992.5.6", "1992-05-06" },
  { "5/1992", "1992-05" },
  { "1992-5", "1992-05" },
  { "29/2/1992", "1992-02-29" },
  { "2/29/1992", "1992-02-29" },
  /* Blanks and digits that look the same */
  { "15\xc2\xa0maj\xc2\xa0"
    "1992",
    "1992-05-15" },
  { "１９９４", "1994" },
  { "15–5–1992", "1992-05-15" },
  { "MAJ 1994", "1994-05" },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    assert_reads (good[i].text, good[i].edtf);
}

static const struct
{
  const char *text;
  const char *says;
} bad[] = {
  { "", "“”: this was not understood as a date; write, for example, 15 May 1992" },
  { " \n ", "“”: this was not understood as a date; write, for example, 15 May 1992" },
  { "29 Feb 1993", "“29 Feb 1993”: February 1993 has the days 1 to 28; write, for example, 15 May 1992" },
  { "29 februari 1900", "“29 februari 1900”: February 1900 has the days 1 to 28; write, for example, 15 May 1992" },
  { "1993-02-29", "“1993-02-29”: February 1993 has the days 1 to 28; write, for example, 15 May 1992" },
  { "29/2/1993", "“29/2/1993”: February 1993 has the days 1 to 28; write, for example, 15 May 1992" },
  { "31 April 1994", "“31 April 1994”: April 1994 has the days 1 to 30; write, for example, 15 May 1992" },
  { "0 May 1994", "“0 May 1994”: May 1994 has the days 1 to 31; write, for example, 15 May 1992" },
  { "May 123, 1994", "“May 123, 1994”: May 1994 has the days 1 to 31; write, for example, 15 May 1992" },
  { "13/13/1992", "“13/13/1992”: there is no month 13; write, for example, 15 May 1992" },
  { "1994-13", "“1994-13”: there is no month 13; write, for example, 15 May 1992" },
  { "0/1994", "“0/1994”: there is no month 0; write, for example, 15 May 1992" },
  { "Mai 1994", "“Mai 1994”: “mai” is no month; write, for example, 15 May 1992" },
  { "Febuary 1994", "“Febuary 1994”: “febuary” is no month; write, for example, 15 May 1992" },
  { "ma 1994", "“ma 1994”: “ma” is no month; write, for example, 15 May 1992" },
  { "yesterday", "“yesterday”: “yesterday” is no month; write, for example, 15 May 1992" },
  { "May", "“May”: the year is missing; write, for example, 15 May 1992" },
  { "15 May", "“15 May”: the year is missing, or does not have four digits; write, for example, 15 May 1992" },
  { "May 94", "“May 94”: the year is missing, or does not have four digits; write, for example, 15 May 1992" },
  { "15/5/92", "“15/5/92”: a year has four digits; write, for example, 15 May 1992" },
  { "94", "“94”: a year has four digits; write, for example, 15 May 1992" },
  { "19940501", "“19940501”, character 5: “-” is expected here, as in 1994-04-20" },
  { "15 May 19921", "“15 May 19921”: a year has four digits; write, for example, 15 May 1992" },
  { "15 May 1992 1993", "“15 May 1992 1993”: this is more than a day, a month and a year; write, for example, 15 May 1992" },
  { "1992 May 1993", "“1992 May 1993”: this has more than one year; write, for example, 15 May 1992" },
  { "May June 1992", "“May June 1992”: this was not understood as a date; write, for example, 15 May 1992" },
  { "5/1992/6", "“5/1992/6”: this was not understood as a date; write, for example, 15 May 1992" },
  { "15 May 1992!", "“15 May 1992!”: this was not understood as a date; write, for example, 15 May 1992" },
  { "den", "“den”: this was not understood as a date; write, for example, 15 May 1992" },
  { "1995/1994", "“1995/1994”, character 6: the interval ends before it starts" },
  { "1994-21", "“1994-21”: there is no month 21; write, for example, 15 May 1992" },
  { "15 \xff 1992", "“15 \xef\xbf\xbd 1992”: this was not understood as a date; write, for example, 15 May 1992" },
  { "ma\xc3", "“ma\xef\xbf\xbd”: this was not understood as a date; write, for example, 15 May 1992" },
};

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_reads (bad[i].text, bad[i].says);
}

static void
test_long (void)
{
  g_autofree char *nonsense = g_strnfill (1000000, 'x');
  g_autofree char *digits = g_strnfill (99, '9');
  g_autofree char *blanks = g_strnfill (100000, ' ');
  g_autofree char *padded = g_strconcat (blanks, "May 1994", blanks, NULL);
  g_autofree char *said = read_input (nonsense);
  g_autofree char *said_of_digits = read_input (digits);

  g_assert_true (g_str_has_prefix (said, "“xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…”: this is too long for a date; "));
  g_assert_cmpuint (strlen (said), <, 200);
  g_assert_cmpuint (strlen (said_of_digits), <, 300);
  assert_reads (padded, "1994-05");
}

static void
assert_is_today (const char *text)
{
  const AtlasDay before = atlas_day_today ();
  g_autoptr (GError) error = NULL;
  AtlasDate date;

  g_assert_true (atlas_date_parse_input (text, &date, &error));
  g_assert_no_error (error);
  g_assert_cmpint (date.earliest, ==, date.latest);
  g_assert_cmpint (date.earliest, >=, before);
  g_assert_cmpint (date.earliest, <=, atlas_day_today ());
}

static void
test_today (void)
{
  assert_is_today ("today");
  assert_is_today (" Today ");
  assert_is_today ("idag");
  assert_is_today ("I dag");
}

/* --- The order of day and month --------------------------------------------- */

typedef struct
{
  const char *locale;
  const char *text;
  const char *edtf;
} Order;

/* What strftime's %x writes there: 06/05/92, 05/06/92, 1992-06-05, 05.06.1992. */
static const Order orders[] = {
  { "C.UTF-8", "5/6/1992", "1992-05-06" },
  { "en_GB.UTF-8", "5/6/1992", "1992-06-05" },
  { "en_GB.UTF-8", "5/15/1992", "1992-05-15" },
  { "sv_SE.UTF-8", "5/6/1992", "1992-06-05" },
  { "sv_SE.UTF-8", "1992-06-05", "1992-06-05" },
  { "sv_SE.UTF-8", "5 6 1992", "1992-06-05" },
  { "ru_RU.UTF-8", "5/6/1992", "1992-06-05" },
  { "C.UTF-8", "5.6.1992", "1992-06-05" },
  { "C.UTF-8", "1992/5/6", "1992-05-06" },
};

static void
test_order (gconstpointer data)
{
  const Order *order = data;

  if (setlocale (LC_TIME, order->locale) == NULL)
    {
      g_test_skip ("this locale is not installed");
      return;
    }
  assert_reads (order->text, order->edtf);
  setlocale (LC_TIME, "C.UTF-8");
}

/* --- In the language of the window ------------------------------------------- */

static void
assert_reads_what_it_writes (void)
{
  for (AtlasDay day = atlas_day_new (1991, 12, 1); day < atlas_day_new (1993, 3, 1); day++)
    {
      g_autofree char *written = atlas_day_format (day);
      g_autofree char *iso = atlas_day_to_iso (day);
      g_autofree char *month = g_strndup (iso, 7);
      g_autofree char *month_written = NULL;
      AtlasDate date;

      assert_reads (written, iso);
      g_assert_true (atlas_date_parse (month, &date, NULL));
      month_written = atlas_date_format (&date);
      assert_reads (month_written, month);
    }
}

static void
test_reads_what_it_writes (void)
{
  assert_reads_what_it_writes ();
}

static gboolean
speak_swedish (void)
{
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("ATLAS_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_setenv ("LANGUAGE", "sv", TRUE);
  return setlocale (LC_ALL, "sv_SE.UTF-8") != NULL;
}

static void
test_swedish (void)
{
  g_autofree char *written = NULL;

  if (!speak_swedish ())
    {
      g_test_skip ("this locale is not installed");
      return;
    }
  written = atlas_day_format (atlas_day_new (1992, 5, 15));
  g_assert_cmpstr (written, ==, "15 maj 1992");
  assert_reads_what_it_writes ();
  assert_reads ("May 15, 1992", "1992-05-15");
  assert_reads ("October 1992", "1992-10");
  assert_is_today ("today");
  assert_is_today ("idag");
  setlocale (LC_ALL, "C.UTF-8");
}

/* --- One day of it -------------------------------------------------------- */

static const struct
{
  const char *text;
  const char *day;
} picks[] = {
  { "15 May 1992", "1992-05-15" },
  { "May 1994", "1994-05-01" },
  { "1994", "1994-01-01" },
  { "199X", "1990-01-01" },
  { "1993-09-09/1993-12-09", "1993-09-09" },
  { "1994/..", "1994-01-01" },
  { "../1994-04", "1994-04-30" },
};

static void
test_pick_day (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (picks); i++)
    {
      g_autofree char *iso = NULL;
      AtlasDate date;

      g_assert_true (atlas_date_parse_input (picks[i].text, &date, NULL));
      iso = atlas_day_to_iso (atlas_date_pick_day (&date));
      g_assert_cmpstr (iso, ==, picks[i].day);
    }
}

static void
test_noise (void)
{
  static const char *const pieces[] = { "1", "29", "1992", "/", ".", "-", " ", "maj", "May", "den", ":e", "X", "?", "\xc3", "é", "..", "12345678901234567890", "%", "\n" };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      const int n = g_test_rand_int_range (0, 12);
      AtlasDate date;

      for (int j = 0; j < n; j++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      if (atlas_date_parse_input (text->str, &date, &error))
        g_assert_cmpint (date.earliest, <=, date.latest);
      else
        g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

int
main (int argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-input/good", test_good);
  g_test_add_func ("/date-input/bad", test_bad);
  g_test_add_func ("/date-input/long", test_long);
  g_test_add_func ("/date-input/today", test_today);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *path = g_strdup_printf ("/date-input/order/%u", i);

      g_test_add_data_func (path, &orders[i], test_order);
    }
  g_test_add_func ("/date-input/reads-what-it-writes", test_reads_what_it_writes);
  g_test_add_func ("/date-input/swedish", test_swedish);
  g_test_add_func ("/date-input/pick-day", test_pick_day);
  g_test_add_func ("/date-input/noise", test_noise);
  return g_test_run ();
}
