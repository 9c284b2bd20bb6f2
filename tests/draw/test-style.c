/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "draw-fixture.h"

#include "atlas-difference.h"
#include "atlas-pip.h"

#include <glib/gstdio.h>

static const char *
resolve (const char *lens,
         const char *country,
         const char *iso)
{
  return atlas_style_get_id (atlas_style_resolve (fixture_dataset (), draw_lens (lens), fixture_country (country), atlas_when_on (fixture_day (iso))));
}

/* What the sources say each country was on the day. */
static void
test_overview (void)
{
  static const char *const cases[][3] = {
    { "RU", "2026-06-15", "csto-member" },
    { "KZ", "2026-06-15", "csto-member" },
    { "AM", "2026-06-15", "csto-frozen" },
    { "AM", "2024-01-01", "csto-member" },
    { "AZ", "2026-06-15", "csto-withdrawn" },
    { "GE", "2026-06-15", "csto-withdrawn" },
    { "UZ", "2026-06-15", "csto-withdrawn" },
    { "UZ", "2010-01-01", "csto-member" },
    { "KZ", "1993-01-01", "csto-signatory" },
    { "RS", "2026-06-15", "csto-observer" },
    { "CN", "2026-06-15", "sco-and-brics" },
    { "IN", "2026-06-15", "sco-and-brics" },
    { "IN", "2015-01-01", "brics-lesser-sco" },
    { "EG", "2026-06-15", "brics-lesser-sco" },
    { "PK", "2026-06-15", "sco" },
    { "BR", "2026-06-15", "brics" },
    { "TR", "2026-06-15", "both-lesser" },
    { "MN", "2026-06-15", "sco-lesser" },
    { "TH", "2026-06-15", "brics-lesser" },
    { "CN", "2005-01-01", "sco" },
    { "SE", "2026-06-15", "none" },
    { "AR", "2026-06-15", "none" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (resolve (NULL, cases[i][0], cases[i][1]), ==, cases[i][2]);
}

static void
test_lenses (void)
{
  static const char *const cases[][4] = {
    { "CSTO", "AM", "2026-06-15", "member-frozen" },
    { "CSTO", "AZ", "1995-01-01", "member" },
    { "CSTO", "AZ", "2000-01-01", "withdrawn" },
    { "SCO", "MN", "2010-01-01", "observer" },
    { "SCO", "TR", "2020-01-01", "dialogue-partner" },
    { "SCO", "TR", "2026-06-15", "partner" },
    { "BRICS", "SA", "2026-06-15", "invited" },
    { "BRICS", "AR", "2026-06-15", "declined" },
    { "CIS", "TM", "2020-01-01", "associate" },
    { "NATO", "RU", "2026-06-15", "tie-suspended" },
    { "NATO", "SE", "2026-06-15", "member" },
    { "EU", "GB", "2026-06-15", "withdrawn" },
    { "AU", "ML", "2026-06-15", "member-suspended" },
    { "CIS", "RU", "1992-01-01", "member" },
    { "EAEU", "RU", "2014-12-31", "signatory" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (resolve (cases[i][0], cases[i][1], cases[i][2]), ==, cases[i][3]);
}

static const char *
compare (const char *lens,
         const char *country,
         const char *from,
         const char *to)
{
  const AtlasWhen when = atlas_when_between (fixture_day (from), fixture_day (to));

  return atlas_style_get_id (atlas_style_resolve (fixture_dataset (), draw_lens (lens), fixture_country (country), when));
}

/* What became of ties, by the sources; both days count. */
static void
test_differences (void)
{
  static const char *const cases[][5] = {
    /* Iran became a member of the SCO on 4 July 2023, Belarus a year later. */
    { "SCO", "BY", "2022-01-01", "2024-12-31", "raised" },
    { "SCO", "IR", "2022-01-01", "2024-12-31", "raised" },
    { "SCO", "KZ", "2022-01-01", "2024-12-31", "unchanged" },
    { "SCO", "SE", "2022-01-01", "2024-12-31", "none" },
    { "SCO", "BY", "2024-07-04", "2024-07-04", "raised" },
    { "SCO", "BY", "2024-07-04", "2024-12-31", "raised" },
    { "SCO", "BY", "2022-01-01", "2024-07-04", "raised" },
    { "SCO", "BY", "2022-01-01", "2024-07-03", "unchanged" },
    { "SCO", "BY", "2024-07-05", "2024-12-31", "unchanged" },
    { "SCO", "IN", "2000-01-01", "2010-01-01", "new" },
    /* Uzbekistan suspended its membership in 2012. */
    { "CSTO", "UZ", "2012-01-01", "2013-01-01", "left" },
    { "CSTO", "UZ", "2013-06-01", "2020-01-01", "none" },
    { "CSTO", "AM", "2023-01-01", "2026-06-15", "lowered" },
    { "EU", "GB", "2016-06-23", "2026-06-15", "left" },
    { "EU", "SE", "1994-01-01", "1996-01-01", "joined" },
    /* The overview takes the three together. */
    { NULL, "IR", "2022-01-01", "2024-12-31", "joined" },
    { NULL, "BY", "2022-01-01", "2022-12-31", "unchanged" },
    { NULL, "RU", "2022-01-01", "2024-12-31", "unchanged" },
    { NULL, "AM", "2023-01-01", "2024-12-31", "lowered" },
    { NULL, "UZ", "1999-01-01", "2001-12-31", "mixed" },
    { NULL, "GE", "1999-01-01", "2001-12-31", "left" },
    { NULL, "SE", "1945-01-01", "2026-06-15", "none" },
    { NULL, "RU", "0001-01-01", "9999-12-31", "joined" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *got = compare (cases[i][0], cases[i][1], cases[i][2], cases[i][3]);

      if (!g_str_equal (got, cases[i][4]))
        g_test_fail_printf ("%s %s %s–%s: %s", cases[i][0], cases[i][1], cases[i][2], cases[i][3], got);
    }
}

static void
test_marks (void)
{
  AtlasStyleKey key = atlas_style_resolve (fixture_dataset (), draw_lens ("BRICS"), fixture_country ("SA"), atlas_when_on (fixture_day ("2026-06-15")));
  AtlasFill fill;

  g_assert_true (key & ATLAS_STYLE_CONTESTED);
  atlas_style_get_fill (key, draw_lens ("BRICS"), ATLAS_SCHEME_LIGHT, &fill);
  g_assert_cmpint (fill.overlay, ==, ATLAS_PATTERN_RINGS);

  /* Morocco left the OAU between November 1984 and November 1985. */
  key = atlas_style_resolve (fixture_dataset (), draw_lens ("AU"), fixture_country ("MA"), atlas_when_on (fixture_day ("1985-03-01")));
  g_assert_true (key & ATLAS_STYLE_UNCERTAIN);
  atlas_style_get_fill (key, draw_lens ("AU"), ATLAS_SCHEME_LIGHT, &fill);
  g_assert_cmpint (fill.overlay, ==, ATLAS_PATTERN_DASHES);
  key = atlas_style_resolve (fixture_dataset (), draw_lens ("AU"), fixture_country ("MA"), atlas_when_on (fixture_day ("1990-01-01")));
  g_assert_false (key & ATLAS_STYLE_UNCERTAIN);
}

/* The look before independence, by the declarations; Russia continues the
 * Soviet Union. */
static void
test_not_yet (void)
{
  static const char *const cases[][4] = {
    { NULL, "KZ", "1991-12-15", "not-yet" },
    { NULL, "KZ", "1991-12-16", "none" },
    { "SCO", "KZ", "1991-12-15", "not-yet" },
    { "EU", "SS", "2011-07-08", "not-yet" },
    { "AU", "SS", "2011-07-09", "none" },
    { NULL, "RU", "1950-01-01", "none" },
    { "CIS", "RU", "1991-12-10", "signatory" },
    { NULL, "SE", "1945-01-01", "none" },
    { "NATO", "GL", "1945-01-01", "none" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (resolve (cases[i][0], cases[i][1], cases[i][2]), ==, cases[i][3]);
  /* The later of two days decides. */
  g_assert_cmpstr (compare (NULL, "KZ", "1980-01-01", "1991-12-15"), ==, "not-yet");
  g_assert_cmpstr (compare (NULL, "KZ", "1980-01-01", "1991-12-16"), ==, "none");
  g_assert_cmpstr (compare ("CSTO", "KZ", "1980-01-01", "1995-01-01"), ==, "joined");
}

static gboolean
is_uncertain (AtlasDataset *dataset,
              const char *lens,
              const char *country,
              const char *iso)
{
  return (atlas_style_resolve (dataset, lens != NULL ? atlas_dataset_find_organisation (dataset, lens) : NULL,
                               atlas_dataset_find_country (dataset, country), atlas_when_on (fixture_day (iso))) &
          ATLAS_STYLE_UNCERTAIN) != 0;
}

/* Georgia signed the CSTO's treaty between 9 September and 9 December 1993;
 * Moldova stopped taking part in the CIS between November 2022 and December
 * 2023, so that is how long its membership may have lasted. */
static void
test_uncertain_edges (void)
{
  static const struct
  {
    const char *lens;
    const char *country;
    const char *iso;
    gboolean uncertain;
  } cases[] = {
    { NULL, "GE", "1993-09-08", FALSE },
    { NULL, "GE", "1993-09-09", TRUE },
    { NULL, "GE", "1993-12-08", TRUE },
    { NULL, "GE", "1993-12-09", FALSE },
    { "CSTO", "GE", "1993-09-09", TRUE },
    { "CIS", "MD", "2022-10-31", FALSE },
    { "CIS", "MD", "2022-11-01", TRUE },
    { "CIS", "MD", "2023-12-30", TRUE },
    { "CIS", "MD", "2023-12-31", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (is_uncertain (fixture_dataset (), cases[i].lens, cases[i].country, cases[i].iso) != cases[i].uncertain)
      g_test_fail_printf ("%s on %s", cases[i].country, cases[i].iso);
}

/* The data package with one more membership. */
static AtlasDataset *
load_with (const char *row)
{
  g_autofree char *from = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "atlas", NULL);
  g_autofree char *to = g_dir_make_tmp ("atlas-style-XXXXXX", NULL);
  g_autoptr (GDir) files = g_dir_open (from, 0, NULL);
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  AtlasDataset *dataset;
  const char *name;

  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *old = g_build_filename (from, name, NULL);
      g_autofree char *new = g_build_filename (to, name, NULL);
      g_autofree char *text = NULL;
      g_autofree char *longer = NULL;

      g_assert_true (g_file_get_contents (old, &text, NULL, NULL));
      longer = g_strconcat (text, g_str_equal (name, "memberships.csv") ? row : NULL, NULL);
      g_assert_true (g_file_set_contents (new, longer, -1, NULL));
    }
  dataset = atlas_dataset_load (to, problems);
  for (guint i = 0; i < atlas_problems_get_n (problems); i++)
    {
      g_autofree char *problem = atlas_problem_to_string (atlas_problems_get (problems, i));

      g_test_message ("%s", problem);
    }
  g_assert_nonnull (dataset);
  /* cppcheck-suppress leakReturnValNotUsed; it gives nothing back */
  g_dir_rewind (files);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *new = g_build_filename (to, name, NULL);

      g_remove (new);
    }
  g_rmdir (to);
  return dataset;
}

/* A tie that ends some time, with nothing after it; and one that a country had
 * before it was independent. */
static void
test_uncertain_end (void)
{
  g_autoptr (AtlasDataset) dataset = load_with ("sco-ss-1,SCO,SS,observer,,2010-01-01,2012-03-01/2012-09-01,summit,false,,,,,opoyi-2022-sco-summit,high\n");

  g_assert_false (is_uncertain (dataset, "SCO", "SS", "2012-02-29"));
  g_assert_true (is_uncertain (dataset, "SCO", "SS", "2012-03-01"));
  g_assert_true (is_uncertain (dataset, NULL, "SS", "2012-08-31"));
  g_assert_false (is_uncertain (dataset, "SCO", "SS", "2012-09-01"));
  g_assert_cmpint (ATLAS_STYLE_BASE (atlas_style_resolve (dataset, NULL, atlas_dataset_find_country (dataset, "SS"),
                                                          atlas_when_on (fixture_day ("2010-06-01")))),
                   ==, ATLAS_STYLE_SCO_LESSER);
}

static const AtlasLegendEntry *
find_entry (GPtrArray *legend,
            AtlasStyleKey key)
{
  for (guint i = 0; i < legend->len; i++)
    if (((AtlasLegendEntry *) legend->pdata[i])->key == key)
      return legend->pdata[i];
  return NULL;
}

static void
test_legend (void)
{
  g_autoptr (GPtrArray) legend = atlas_style_legend (fixture_dataset (), NULL, atlas_when_on (fixture_day ("2026-06-15")));
  const AtlasLegendEntry *entry = find_entry (legend, ATLAS_STYLE_CSTO_MEMBER);

  g_assert_cmpuint (entry->n_countries, ==, 5);
  g_assert_cmpstr (entry->countries[0]->code, ==, "BY");
  g_assert_cmpstr (entry->countries[3]->code, ==, "RU");
  g_assert_cmpuint (find_entry (legend, ATLAS_STYLE_CSTO_FROZEN)->n_countries, ==, 1);
  g_assert_cmpuint (find_entry (legend, ATLAS_STYLE_CSTO_WITHDRAWN)->n_countries, ==, 3);
  g_assert_null (find_entry (legend, ATLAS_STYLE_NONE));
  g_assert_null (find_entry (legend, ATLAS_STYLE_CSTO_SIGNATORY));
  g_assert_nonnull (find_entry (legend, ATLAS_STYLE_CONTESTED));
}

/* Each country stands once, and only where it has that look. */
static void
test_legend_complete (void)
{
  static const char *const lenses[] = { NULL, "CSTO", "SCO", "BRICS", "CIS", "EAEU", "NATO", "ASEAN", "AU", "EU" };

  for (guint i = 0; i < G_N_ELEMENTS (lenses); i++)
    {
      g_autoptr (GPtrArray) legend = atlas_style_legend (fixture_dataset (), draw_lens (lenses[i]), atlas_when_on (fixture_day ("2024-03-01")));
      guint n, listed = 0, tied = 0;
      const AtlasCountry *const *countries = atlas_dataset_get_countries (fixture_dataset (), &n);

      for (guint j = 0; j < n; j++)
        tied += ATLAS_STYLE_BASE (atlas_style_resolve (fixture_dataset (), draw_lens (lenses[i]), countries[j], atlas_when_on (fixture_day ("2024-03-01")))) != ATLAS_STYLE_NONE;
      for (guint j = 0; j < legend->len; j++)
        {
          const AtlasLegendEntry *entry = legend->pdata[j];

          g_assert_cmpstr (entry->label, !=, "");
          if (entry->key < ATLAS_N_STYLES)
            listed += entry->n_countries;
        }
      g_assert_cmpuint (listed, ==, tied);
      g_assert_cmpuint (listed, >, 0);
    }
}

static void
test_legend_of_differences (void)
{
  const AtlasWhen when = atlas_when_between (fixture_day ("2024-12-31"), fixture_day ("2022-01-01"));
  g_autoptr (GPtrArray) legend = atlas_style_legend (fixture_dataset (), draw_lens ("SCO"), when);
  const AtlasLegendEntry *raised = find_entry (legend, ATLAS_STYLE_RAISED);

  g_assert_cmpuint (raised->n_countries, ==, 2);
  g_assert_cmpstr (raised->countries[0]->code, ==, "BY");
  g_assert_cmpstr (raised->countries[1]->code, ==, "IR");
  g_assert_cmpstr (raised->label, ==, atlas_difference_get_name (ATLAS_DIFFERENCE_RAISED));
  g_assert_null (find_entry (legend, ATLAS_STYLE_LEFT));
  g_assert_null (find_entry (legend, ATLAS_STYLE_MEMBER));
}

static void
test_pips (void)
{
  AtlasPip pips[ATLAS_MAX_PIPS];

  g_assert_cmpuint (atlas_pips_resolve (fixture_dataset (), NULL, fixture_country ("UZ"), fixture_day ("2026-06-15"), pips), ==, 3);
  g_assert_cmpint (pips[0].hue, ==, ATLAS_HUE_CRIMSON);
  g_assert_cmpint (pips[0].shape, ==, ATLAS_PIP_STRUCK);
  g_assert_cmpint (pips[1].shape, ==, ATLAS_PIP_MEMBER);
  g_assert_cmpint (pips[2].shape, ==, ATLAS_PIP_RING);
  g_assert_cmpuint (atlas_pips_resolve (fixture_dataset (), NULL, fixture_country ("AM"), fixture_day ("2026-06-15"), pips), ==, 2);
  g_assert_cmpint (pips[0].shape, ==, ATLAS_PIP_HALF);
  g_assert_cmpuint (atlas_pips_resolve (fixture_dataset (), NULL, fixture_country ("SE"), fixture_day ("2026-06-15"), pips), ==, 0);
  g_assert_cmpuint (atlas_pips_resolve (fixture_dataset (), draw_lens ("NATO"), fixture_country ("SE"), fixture_day ("2026-06-15"), pips), ==, 1);
  g_assert_cmpint (pips[0].hue, ==, ATLAS_HUE_TEAL);
}

static const char *const pattern_names[ATLAS_N_PATTERNS] = {
  "plain",
  "hatched",
  "cross-lines",
  "horizontal",
  "vertical",
  "dots",
  "back-hatched",
  "rings",
  "dashes",
  "specks",
};

/* data/style.md is what readers see of the table: both must say the same. */
static void
test_published_table (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "style.md", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  for (AtlasStyleKey key = 0; key < ATLAS_N_STYLES; key++)
    {
      const AtlasOrganisation *lens = key >= ATLAS_STYLE_MEMBER ? draw_lens ("NATO") : NULL;
      g_autofree char *row = NULL;
      AtlasFill light, dark;

      atlas_style_get_fill (key, lens, ATLAS_SCHEME_LIGHT, &light);
      atlas_style_get_fill (key, lens, ATLAS_SCHEME_DARK, &dark);
      row = g_strdup_printf ("| %s | %s | `#%06x` | `#%06x` |\n", atlas_style_get_id (key), pattern_names[light.pattern], light.colour, dark.colour);
      if (strstr (text, row) == NULL)
        g_test_fail_printf ("data/style.md lacks: %s", row);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style/overview", test_overview);
  g_test_add_func ("/style/lenses", test_lenses);
  g_test_add_func ("/style/differences", test_differences);
  g_test_add_func ("/style/marks", test_marks);
  g_test_add_func ("/style/not-yet", test_not_yet);
  g_test_add_func ("/style/uncertain-edges", test_uncertain_edges);
  g_test_add_func ("/style/uncertain-end", test_uncertain_end);
  g_test_add_func ("/style/legend", test_legend);
  g_test_add_func ("/style/legend/complete", test_legend_complete);
  g_test_add_func ("/style/legend/differences", test_legend_of_differences);
  g_test_add_func ("/style/pips", test_pips);
  g_test_add_func ("/style/published-table", test_published_table);
  return g_test_run ();
}
