/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include "atlas-csv.h"

static const char *const columns[] = { "id", "name", NULL };

/* A table, of which each field is written and read again. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autoptr (AtlasProblems) none = atlas_problems_new ();
  g_autoptr (AtlasCsv) csv = atlas_csv_new_from_data ("fuzz.csv", (const char *) data, size, columns, problems);
  g_autoptr (AtlasCsv) again = NULL;
  g_autoptr (GString) out = g_string_new ("id,name\r\n");

  for (guint i = 0; i < atlas_problems_get_n (problems); i++)
    {
      g_autofree char *words = atlas_problem_to_string (atlas_problems_get (problems, i));

      g_assert_true (g_utf8_validate (words, -1, NULL));
    }
  if (csv == NULL)
    {
      g_assert_cmpuint (atlas_problems_get_n (problems), >, 0);
      return 0;
    }
  for (guint i = 0; i < atlas_csv_get_n_records (csv); i++)
    for (guint column = 0; column < 2; column++)
      atlas_csv_append_field (out, atlas_csv_get (csv, i, column), column == 1);
  again = atlas_csv_new_from_data ("fuzz.csv", out->str, out->len, columns, none);
  g_assert_nonnull (again);
  g_assert_cmpuint (atlas_csv_get_n_records (again), ==, atlas_csv_get_n_records (csv));
  for (guint i = 0; i < atlas_csv_get_n_records (csv); i++)
    for (guint column = 0; column < 2; column++)
      g_assert_cmpstr (atlas_csv_get (again, i, column), ==, atlas_csv_get (csv, i, column));
  return 0;
}
