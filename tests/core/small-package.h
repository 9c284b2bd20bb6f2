/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-dataset.h"

#include <glib/gstdio.h>

/* A package of the organisations ONE and TWO and the countries AA and BB, for
 * what the real one has no case of. Only spells and events differ. */

#define SMALL_MEMBERSHIPS "id,org,country,status,of,from,to,contested,contested_reason_en,contested_reason_sv,note_en,note_sv,source\n"
#define SMALL_EVENTS "id,date,title_en,title_sv,summary_en,summary_sv,organisations,countries,people_en,people_sv,planned,source\n"

static inline AtlasDataset *
small_package_load (const char *memberships,
                    const char *events)
{
  const struct
  {
    const char *name;
    const char *text;
  } files[] = {
    { "datapackage.json",
      "{ \"name\": \"small\", \"version\": \"1\", \"verified_until\": \"2026-06-15\",\n"
      "  \"resources\": [ { \"name\": \"sources\", \"path\": \"sources.csv\" } ] }\n" },
    { "sources.csv", "id,title,publisher,date,url,checked\ns,Title,,,,read\n" },
    { "organisations.csv",
      "id,name_en,name_sv,name_ru,abbreviation_en,abbreviation_sv,abbreviation_ru,successor,kind,tracked,founded,treaty_en,treaty_sv,seat_en,seat_sv,website,description_en,description_sv,source\n"
      "ONE,One,,,1,,,,political,true,1945,,,,,,,,s\n"
      "TWO,Two,,,2,,,,political,true,1945,,,,,,,,s\n" },
    { "countries.csv",
      "code,continent,label_lon,label_lat,label_zoom,capital_lon,capital_lat,independent_from,predecessor_en,predecessor_sv,continues,independence_source\n"
      "AA,Asia,1,1,3,,,,,,,\n"
      "BB,Asia,2,2,3,,,,,,,\n" },
    { "units.csv", "unit,country,held_by,claimed_by,name_en,name_sv,name_ru,text_en,text_sv,own_page,label_lon,label_lat\n" },
    { "names.csv", "kind,code,lang,name\ncountry,AA,en,A\ncountry,BB,en,B\n" },
    { "memberships.csv", memberships },
    { "events.csv", events },
  };
  g_autofree char *directory = g_dir_make_tmp ("atlas-test-XXXXXX", NULL);
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  AtlasDataset *dataset;

  g_assert_nonnull (directory);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (directory, files[i].name, NULL);

      g_assert_true (g_file_set_contents (path, files[i].text, -1, NULL));
    }
  dataset = atlas_dataset_load (directory, problems);
  for (guint i = 0; i < atlas_problems_get_n (problems); i++)
    {
      g_autofree char *problem = atlas_problem_to_string (atlas_problems_get (problems, i));

      g_test_message ("%s", problem);
    }
  g_assert_nonnull (dataset);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (directory, files[i].name, NULL);

      g_unlink (path);
    }
  g_rmdir (directory);
  return dataset;
}
