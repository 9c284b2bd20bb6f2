/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../atlas-fixture.h"
#include "atlas-csv.h"
#include "atlas-query.h"

/* Statuses that others have written down, against those that the engine gives. */

enum
{
  COUNTRY,
  ORGANISATION,
  DAY,
  STATUS,
  OF,
  BELONGS,
  SOURCE,
};
static const char *const columns[] = { "country", "organisation", "day", "status", "of", "belongs", "source", NULL };

static AtlasDataset *dataset;
static AtlasCsv *table;

static char *
describe (AtlasStatus status,
          AtlasStatus of,
          gboolean belongs)
{
  return g_strdup_printf ("%s of “%s”, %s", status != ATLAS_STATUS_NONE ? atlas_status_to_id (status) : "no tie", atlas_status_to_id (of), belongs ? "belongs" : "does not belong");
}

static void
test_row (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  const AtlasCountry *country = atlas_dataset_find_country (dataset, atlas_csv_get (table, row, COUNTRY));
  const AtlasOrganisation *organisation = atlas_dataset_find_organisation (dataset, atlas_csv_get (table, row, ORGANISATION));
  AtlasStatus status = ATLAS_STATUS_NONE;
  AtlasStatus of = ATLAS_STATUS_NONE;
  const AtlasSpell *spell;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  AtlasDay day;

  g_assert_nonnull (country);
  g_assert_nonnull (organisation);
  g_assert_true (atlas_day_parse (atlas_csv_get (table, row, DAY), &day, NULL));
  g_assert_true (atlas_status_from_id (atlas_csv_get (table, row, STATUS), &status) || *atlas_csv_get (table, row, STATUS) == '\0');
  g_assert_true (atlas_status_from_id (atlas_csv_get (table, row, OF), &of) || *atlas_csv_get (table, row, OF) == '\0');
  g_assert_cmpstr (atlas_csv_get (table, row, SOURCE), !=, "");
  g_test_message ("%s", atlas_csv_get (table, row, SOURCE));

  spell = atlas_query_status (dataset, organisation, country, day);
  expected = describe (status, of, g_str_equal (atlas_csv_get (table, row, BELONGS), "true"));
  found = spell != NULL ? describe (spell->status, spell->of, atlas_spell_belongs (spell)) : describe (ATLAS_STATUS_NONE, ATLAS_STATUS_NONE, FALSE);
  g_assert_cmpstr (found, ==, expected);
}

static AtlasCsv *
read_table (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("ATLAS_TEST_DIR"), "data", "expected-status.csv", NULL);
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  AtlasCsv *csv = atlas_csv_new_from_file (path, columns, problems);

  g_assert_nonnull (csv);
  g_assert_cmpuint (atlas_problems_get_n (problems), ==, 0);
  g_assert_cmpuint (atlas_csv_get_n_records (csv), >=, 60);
  return csv;
}

int
main (int argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  dataset = fixture_dataset ();
  table = read_table ();
  for (guint i = 0; i < atlas_csv_get_n_records (table); i++)
    {
      g_autofree char *path = g_strdup_printf ("/expected/%s/%s/%s", atlas_csv_get (table, i, ORGANISATION), atlas_csv_get (table, i, COUNTRY), atlas_csv_get (table, i, DAY));

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  result = g_test_run ();
  atlas_csv_free (table);
  return result;
}
