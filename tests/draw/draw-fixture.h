/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-colouring.h"

#include <string.h>

/* The real data package and geography, loaded once per test program. */

static inline AtlasDataset *
draw_dataset (void)
{
  static AtlasDataset *dataset = NULL;

  if (dataset == NULL)
    {
      g_autofree char *path = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "atlas", NULL);
      g_autoptr (AtlasProblems) problems = atlas_problems_new ();

      dataset = atlas_dataset_load (path, problems);
      g_assert_nonnull (dataset);
    }
  return dataset;
}

static inline AtlasGeography *
draw_geography (void)
{
  static AtlasGeography *geography = NULL;

  if (geography == NULL)
    {
      g_autofree char *path = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "geography", "world.atlasgeo", NULL);
      g_autoptr (GError) error = NULL;

      geography = atlas_geography_new_from_file (path, &error);
      g_assert_no_error (error);
    }
  return geography;
}

static inline const AtlasOrganisation *
draw_lens (const char *id)
{
  const AtlasOrganisation *lens;

  if (id == NULL)
    return NULL;
  lens = atlas_dataset_find_organisation (draw_dataset (), id);
  g_assert_nonnull (lens);
  return lens;
}

static inline const AtlasCountry *
draw_country (const char *code)
{
  const AtlasCountry *country = atlas_dataset_find_country (draw_dataset (), code);

  g_assert_nonnull (country);
  return country;
}

static inline AtlasDay
draw_day (const char *iso)
{
  g_autoptr (GError) error = NULL;
  AtlasDay day;

  atlas_day_parse (iso, &day, &error);
  g_assert_no_error (error);
  return day;
}

static inline AtlasColouring *
draw_colouring (const char *lens,
                const char *iso,
                AtlasScheme scheme)
{
  return atlas_colouring_new (draw_dataset (), draw_geography (), draw_lens (lens), draw_day (iso), scheme);
}
