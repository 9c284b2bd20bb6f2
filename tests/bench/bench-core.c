/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-scope.h"
#include "bench-row.h"

#include <glib/gstdio.h>

/* Measures the engine; prints one line of JSON for each repetition. */

#define REPETITIONS 15
#define MANY_SPELLS 100000

static AtlasDataset *
load (const char *directory)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  AtlasDataset *dataset = atlas_dataset_load (directory, problems);

  if (dataset == NULL)
    {
      g_autofree char *problem = atlas_problem_to_string (atlas_problems_get (problems, 0));

      g_error ("%s", problem);
    }
  return dataset;
}

static void
measure_load (const char *name,
              const char *directory)
{
  for (guint i = 0; i < REPETITIONS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (AtlasDataset) dataset = load (directory);

      print_row (name, milliseconds_since (start), "ms");
    }
}

static void
measure_steps (const char *name,
               const char *directory)
{
  g_autoptr (AtlasDataset) dataset = load (directory);
  guint n_lineages, n_countries;
  const AtlasOrganisation *const *lineages = atlas_dataset_get_lineages (dataset, &n_lineages);
  const AtlasCountry *const *countries = atlas_dataset_get_countries (dataset, &n_countries);

  for (guint i = 0; i < REPETITIONS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      guint n = 0;

      for (guint j = 0; j < n_countries; j++)
        for (AtlasDay day = 710000; day < 740000; day += 997, n += 4)
          {
            AtlasDay found;

            atlas_query_next_change (dataset, NULL, NULL, day, &found);
            atlas_query_previous_change (dataset, lineages[j % n_lineages], NULL, day, &found);
            atlas_query_next_change (dataset, NULL, countries[j], day, &found);
            atlas_query_previous_change (dataset, lineages[j % n_lineages], countries[j], day, &found);
          }
      print_row (name, (double) (g_get_monotonic_time () - start) / n, "µs");
    }
}

/* --- A package with more rows -------------------------------------------------- */

static void
copy_file (const char *from,
           const char *to,
           const char *name)
{
  g_autofree char *source = g_build_filename (from, name, NULL);
  g_autofree char *target = g_build_filename (to, name, NULL);
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (source, &text, &length, NULL) || !g_file_set_contents (target, text, length, NULL))
    g_error ("%s cannot be copied", source);
}

static void
copy_files (const char *from,
            const char *to)
{
  g_autoptr (GDir) files = g_dir_open (from, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (files)) != NULL)
    copy_file (from, to, name);
}

static void
remove_files (const char *directory)
{
  g_autoptr (GDir) files = g_dir_open (directory, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);

      g_unlink (path);
    }
  g_rmdir (directory);
}

/* @factor times as many membership rows: yearly spells of every country in every
 * lineage that has no rows of its own in the package. */
static void
write_memberships (const char *directory,
                   AtlasDataset *dataset,
                   guint n_rows)
{
  g_autoptr (GString) text = g_string_new ("id,org,country,status,of,from,to,basis,contested,contested_reason_en,contested_reason_sv,note_en,note_sv,source,confidence\n");
  g_autofree char *path = g_build_filename (directory, "memberships.csv", NULL);
  guint n_lineages, n_countries, n_sources;
  const AtlasOrganisation *const *lineages = atlas_dataset_get_lineages (dataset, &n_lineages);
  const AtlasCountry *const *countries = atlas_dataset_get_countries (dataset, &n_countries);
  const AtlasSource *const *sources = atlas_dataset_get_sources (dataset, &n_sources);

  for (guint i = 0; i < n_rows; i++)
    {
      guint pair = i % (n_lineages * n_countries);
      guint turn = i / (n_lineages * n_countries);

      g_string_append_printf (text, "row-%u,%s,%s,%s,,%04u-01-01,%04u-01-01,treaty,false,,,A note of common length that says why.,,%s,high\n", i,
                              lineages[pair % n_lineages]->id, countries[pair / n_lineages]->code, turn % 2 == 0 ? "member" : "observer",
                              1900 + turn, 1901 + turn, sources[i % n_sources]->id);
    }
  if (!g_file_set_contents (path, text->str, text->len, NULL))
    g_error ("%s cannot be written", path);
}

static void
measure_growth (const char *original,
                guint factor)
{
  g_autofree char *directory = g_dir_make_tmp ("atlas-bench-XXXXXX", NULL);
  g_autoptr (AtlasDataset) dataset = load (original);
  g_autofree char *load_name = g_strdup_printf ("load, membership rows ×%u", factor);
  g_autofree char *step_name = g_strdup_printf ("next or previous change, membership rows ×%u", factor);
  guint n_rows;

  atlas_dataset_get_memberships (dataset, &n_rows);
  copy_files (original, directory);
  write_memberships (directory, dataset, n_rows * factor);
  measure_load (load_name, directory);
  measure_steps (step_name, directory);
  remove_files (directory);
}

typedef gboolean (*Step) (const AtlasScope *scope, const AtlasDataset *dataset, AtlasDay day, AtlasDay *found);

static void
measure_step (const char *name,
              Step step,
              const AtlasScope *scope,
              const AtlasDataset *dataset)
{
  const AtlasDay first = atlas_day_new (1899, 1, 1);
  const AtlasDay last = atlas_day_new (1950, 1, 1);

  for (guint i = 0; i < REPETITIONS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      guint n = 0;

      for (AtlasDay day = first; day < last; day++, n++)
        {
          AtlasDay found;

          step (scope, dataset, day, &found);
        }
      print_row (name, (double) (g_get_monotonic_time () - start) / n, "µs");
    }
}

/* What a reader waits for who asks for the next or the previous change. */
static void
measure_many_spells (const char *original)
{
  g_autofree char *directory = g_dir_make_tmp ("atlas-bench-XXXXXX", NULL);
  g_autoptr (AtlasDataset) dataset = load (original);
  g_autoptr (AtlasDataset) many = NULL;
  AtlasScope overview, country;

  copy_files (original, directory);
  write_memberships (directory, dataset, MANY_SPELLS);
  many = load (directory);
  atlas_scope_init_lens (&overview, many, NULL);
  atlas_scope_init_country (&country, atlas_dataset_find_country (many, "KZ"));
  measure_step ("next change in the overview, 100,000 spells", atlas_scope_next_change, &overview, many);
  measure_step ("previous change in the overview, 100,000 spells", atlas_scope_previous_change, &overview, many);
  measure_step ("next change of a country, 100,000 spells", atlas_scope_next_change, &country, many);
  measure_step ("previous change of a country, 100,000 spells", atlas_scope_previous_change, &country, many);
  remove_files (directory);
}

int
main (int argc,
      char *argv[])
{
  const char *data = g_getenv ("ATLAS_DATA_DIR");
  g_autofree char *directory = g_build_filename (data != NULL ? data : "data", "atlas", NULL);

  measure_load ("load the data package", directory);
  measure_steps ("next or previous change", directory);
  measure_growth (directory, 1);
  measure_growth (directory, 10);
  measure_growth (directory, 100);
  measure_many_spells (directory);
  return 0;
}
