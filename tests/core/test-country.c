/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../atlas-fixture.h"

/* The dates of independence are those of the World Factbook, in countries.csv. */

typedef struct
{
  const char *country;
  const char *day;
  AtlasIndependence expected;
} Case;

static const Case cases[] = {
  { "KZ", "1991-12-15", ATLAS_INDEPENDENCE_NOT_YET },
  { "KZ", "1991-12-16", ATLAS_INDEPENDENCE_YES },
  { "BY", "1991-08-24", ATLAS_INDEPENDENCE_NOT_YET },
  { "BY", "1991-08-25", ATLAS_INDEPENDENCE_YES },
  { "SS", "2011-07-08", ATLAS_INDEPENDENCE_NOT_YET },
  { "SS", "2011-07-09", ATLAS_INDEPENDENCE_YES },
  { "KE", "1945-01-01", ATLAS_INDEPENDENCE_NOT_YET },
  /* States that continue another */
  { "RU", "1991-12-08", ATLAS_INDEPENDENCE_YES },
  { "RU", "1945-01-01", ATLAS_INDEPENDENCE_YES },
  { "RS", "2000-01-01", ATLAS_INDEPENDENCE_YES },
  { "CN", "1945-01-01", ATLAS_INDEPENDENCE_YES },
  { "JP", "1950-01-01", ATLAS_INDEPENDENCE_YES },
  { "TR", "1900-01-01", ATLAS_INDEPENDENCE_YES },
  /* Those that came out of the same states do not */
  { "ME", "2000-01-01", ATLAS_INDEPENDENCE_NOT_YET },
  { "UA", "1945-10-24", ATLAS_INDEPENDENCE_NOT_YET },
  /* Old states, and one without a date */
  { "IR", "1945-01-01", ATLAS_INDEPENDENCE_YES },
  { "GL", "1945-01-01", ATLAS_INDEPENDENCE_YES },
};

static void
test_independence (gconstpointer data)
{
  const Case *expected = data;

  g_assert_cmpint (atlas_country_get_independence_on (fixture_country (expected->country), fixture_day (expected->day)), ==, expected->expected);
}

static void
check_doubt (const char *edtf,
             const char *day,
             AtlasIndependence expected)
{
  AtlasCountry country = { .has_independence = TRUE };
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_date_parse (edtf, &country.independent_from, &error));
  g_assert_cmpint (atlas_country_get_independence_on (&country, fixture_day (day)), ==, expected);
  country.continues = TRUE;
  g_assert_cmpint (atlas_country_get_independence_on (&country, fixture_day (day)), ==, ATLAS_INDEPENDENCE_YES);
}

static void
test_doubt (void)
{
  check_doubt ("1991-09-09/1991-12-09", "1991-09-08", ATLAS_INDEPENDENCE_NOT_YET);
  check_doubt ("1991-09-09/1991-12-09", "1991-09-09", ATLAS_INDEPENDENCE_UNCERTAIN);
  check_doubt ("1991-09-09/1991-12-09", "1991-12-08", ATLAS_INDEPENDENCE_UNCERTAIN);
  check_doubt ("1991-09-09/1991-12-09", "1991-12-09", ATLAS_INDEPENDENCE_YES);
  check_doubt ("1960-02", "1960-01-31", ATLAS_INDEPENDENCE_NOT_YET);
  check_doubt ("1960-02", "1960-02-28", ATLAS_INDEPENDENCE_UNCERTAIN);
  check_doubt ("1960-02", "1960-02-29", ATLAS_INDEPENDENCE_YES);
  check_doubt ("1991-12-25~", "1991-12-24", ATLAS_INDEPENDENCE_NOT_YET);
  check_doubt ("1991-12-25~", "1991-12-25", ATLAS_INDEPENDENCE_YES);
}

static void
test_predecessor (void)
{
  g_assert_cmpstr (atlas_country_get_predecessor_name (fixture_country ("KZ"), "en"), ==, "Soviet Union");
  g_assert_cmpstr (atlas_country_get_predecessor_name (fixture_country ("KZ"), "sv_SE.UTF-8"), ==, "Sovjetunionen");
  g_assert_cmpstr (atlas_country_get_predecessor_name (fixture_country ("AE"), NULL), ==, "United Kingdom (protection)");
  g_assert_null (atlas_country_get_predecessor_name (fixture_country ("IR"), "en"));
}

/* South Sudan became independent on 9 July 2011, the last state so far. */
static void
test_last_border_change (void)
{
  g_assert_cmpint (atlas_dataset_get_last_border_change (fixture_dataset ()), ==, fixture_day ("2011-07-09"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/country/independence/%s/%s", cases[i].country, cases[i].day);

      g_test_add_data_func (path, &cases[i], test_independence);
    }
  g_test_add_func ("/country/doubt", test_doubt);
  g_test_add_func ("/country/predecessor", test_predecessor);
  g_test_add_func ("/country/last-border-change", test_last_border_change);
  return g_test_run ();
}
