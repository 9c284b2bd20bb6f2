/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "../atlas-fixture.h"
#include "atlas-colouring.h"

#include <string.h>

/* The real geography, loaded once per test program, and how it is coloured. */

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

/* @id: NULL for the overview */
static inline const AtlasOrganisation *
draw_lens (const char *id)
{
  return id != NULL ? fixture_organisation (id) : NULL;
}

static inline AtlasColouring *
draw_colouring (const char *lens,
                const char *iso,
                AtlasScheme scheme)
{
  return atlas_colouring_new (fixture_dataset (), draw_geography (), draw_lens (lens), atlas_when_on (fixture_day (iso)), scheme);
}
