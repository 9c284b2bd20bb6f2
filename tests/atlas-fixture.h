/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-dataset.h"

/* The real data package, loaded once per test program; what is asked for must
 * be there. */

static inline AtlasDataset *
fixture_dataset (void)
{
  static AtlasDataset *dataset = NULL;

  if (dataset == NULL)
    {
      g_autofree char *directory = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "atlas", NULL);
      g_autoptr (AtlasProblems) problems = atlas_problems_new ();

      dataset = atlas_dataset_load (directory, problems);
      for (guint i = 0; i < atlas_problems_get_n (problems); i++)
        {
          g_autofree char *problem = atlas_problem_to_string (atlas_problems_get (problems, i));

          g_test_message ("%s", problem);
        }
      g_assert_nonnull (dataset);
    }
  return dataset;
}

static inline const AtlasOrganisation *
fixture_organisation (const char *id)
{
  const AtlasOrganisation *organisation = atlas_dataset_find_organisation (fixture_dataset (), id);

  g_assert_nonnull (organisation);
  return organisation;
}

static inline const AtlasCountry *
fixture_country (const char *code)
{
  const AtlasCountry *country = atlas_dataset_find_country (fixture_dataset (), code);

  g_assert_nonnull (country);
  return country;
}

static inline AtlasDay
fixture_day (const char *iso)
{
  g_autoptr (GError) error = NULL;
  AtlasDay day = ATLAS_DAY_MIN;

  atlas_day_parse (iso, &day, &error);
  g_assert_no_error (error);
  return day;
}
