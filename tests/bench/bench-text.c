/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-date-finder.h"
#include "atlas-excerpt.h"
#include "atlas-search.h"
#include "bench-row.h"

#include <glib/gstdio.h>
#include <string.h>

/* Measures the text engine; prints one line of JSON for each repetition. */

#define REPETITIONS 15
#define GREP_REPETITIONS 3
#define TEXT_BYTES (2 * 1024 * 1024)

static char *
join_articles (const AtlasBriefings *briefings,
               const char *language)
{
  g_autoptr (GPtrArray) articles = atlas_briefings_list (briefings, language);
  GString *text = g_string_new (NULL);

  while (text->len < TEXT_BYTES)
    for (guint i = 0; i < articles->len; i++)
      {
        guint n;
        const AtlasBlock *blocks = atlas_article_get_blocks (g_ptr_array_index (articles, i), &n);

        for (guint j = 0; j < n; j++)
          g_string_append_printf (text, "%s\n\n", blocks[j].text);
      }
  return g_string_free_and_steal (text);
}

static void
measure_linking (const AtlasLinker *linker,
                 const AtlasBriefings *briefings,
                 AtlasLanguage language)
{
  const char *tag = atlas_language_to_tag (language);
  g_autofree char *name = g_strdup_printf ("linking %s text", tag);
  g_autofree char *text = join_articles (briefings, tag);
  gsize length = strlen (text);

  for (guint i = 0; i < REPETITIONS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (AtlasMentions) mentions = atlas_linker_link (linker, text, (gssize) length, language, NULL);

      g_assert (atlas_mentions_get_n (mentions) > 0);
      print_row (name, length / 1e3 / milliseconds_since (start), "MB/s");
    }
}

/* What a list of fixed words costs on the same text: grep in bytes, with all forms
 * of the gazetteer. */
static void
measure_grep (AtlasGazetteer *gazetteer,
              const AtlasBriefings *briefings,
              AtlasLanguage language)
{
  const char *tag = atlas_language_to_tag (language);
  g_autofree char *name = g_strdup_printf ("grep -F -o -f on %s text", tag);
  g_autofree char *text = join_articles (briefings, tag);
  g_autofree char *folder = g_dir_make_tmp ("atlas-bench-XXXXXX", NULL);
  g_autofree char *text_path = g_build_filename (folder, "text", NULL);
  g_autofree char *forms_path = g_build_filename (folder, "forms", NULL);
  g_autofree char *command = g_strdup_printf ("LC_ALL=C grep -F -o -f '%s' '%s' >/dev/null", forms_path, text_path);
  const char *const argv[] = { "sh", "-c", command, NULL };
  g_autoptr (GString) forms = g_string_new (NULL);
  guint n;
  const AtlasForm *const *rows = atlas_gazetteer_get_forms (gazetteer, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (forms, "%s\n", rows[i]->form);
  if (folder != NULL && g_file_set_contents (text_path, text, -1, NULL) && g_file_set_contents (forms_path, forms->str, -1, NULL))
    for (guint i = 0; i < GREP_REPETITIONS; i++)
      {
        gint64 start = g_get_monotonic_time ();
        int status;

        if (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL) && g_spawn_check_wait_status (status, NULL))
          print_row (name, strlen (text) / 1e3 / milliseconds_since (start), "MB/s");
      }
  g_unlink (text_path);
  g_unlink (forms_path);
  if (folder != NULL)
    g_rmdir (folder);
}

static void
measure_dates (const AtlasBriefings *briefings,
               AtlasLanguage language)
{
  const char *tag = atlas_language_to_tag (language);
  g_autofree char *name = g_strdup_printf ("finding dates in %s text", tag);
  g_autofree char *text = join_articles (briefings, tag);
  AtlasDate written;

  atlas_date_init_days (&written, atlas_day_new (2025, 6, 4), atlas_day_new (2025, 6, 4));
  for (guint i = 0; i < REPETITIONS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GArray) dates = atlas_date_finder_find (text, -1, language, &written);

      g_assert (dates->len > 0);
      print_row (name, strlen (text) / 1e3 / milliseconds_since (start), "MB/s");
    }
}

static void
measure_building (const char *directory,
                  AtlasGazetteer *gazetteer)
{
  for (guint i = 0; i < REPETITIONS; i++)
    {
      g_autoptr (AtlasProblems) problems = atlas_problems_new ();
      gint64 start = g_get_monotonic_time ();
      g_autoptr (AtlasGazetteer) loaded = atlas_gazetteer_load (directory, problems);

      print_row ("loading the gazetteer", milliseconds_since (start), "ms");
    }
  for (guint i = 0; i < REPETITIONS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (AtlasLinker) linker = atlas_linker_new (gazetteer);

      print_row ("building the automaton", milliseconds_since (start), "ms");
    }
}

static void
measure_searching (const AtlasDataset *dataset,
                   const AtlasGazetteer *gazetteer,
                   const AtlasBriefings *briefings)
{
  static const char *const words[] = { "k", "kazakhstan", "security meeting", "казах" };

  for (guint i = 0; i < REPETITIONS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (AtlasSearch) search = atlas_search_new (dataset, gazetteer, briefings, "en");

      print_row ("preparing the search", milliseconds_since (start), "ms");
      for (guint j = 0; j < G_N_ELEMENTS (words); j++)
        {
          g_autofree char *name = g_strdup_printf ("searching “%s”", words[j]);
          g_autoptr (GPtrArray) items = NULL;

          start = g_get_monotonic_time ();
          items = atlas_search_query (search, words[j], 20);
          print_row (name, milliseconds_since (start), "ms");
        }
    }
}

static void
measure_briefings (const char *directory,
                   const AtlasLinker *linker,
                   const AtlasDataset *dataset)
{
  for (guint i = 0; i < REPETITIONS; i++)
    {
      g_autoptr (AtlasProblems) problems = atlas_problems_new ();
      g_autoptr (GPtrArray) excerpts = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (AtlasBriefings) briefings = atlas_briefings_load (directory, linker, dataset, problems);

      print_row ("loading and linking the briefings", milliseconds_since (start), "ms");
      start = g_get_monotonic_time ();
      excerpts = atlas_excerpts_for_country (briefings, atlas_dataset_find_country (dataset, "RU"), "en", ATLAS_DAY_MAX, 0);
      print_row ("excerpts of Russia", milliseconds_since (start), "ms");
    }
}

int
main (void)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autofree char *forms = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "gazetteer", NULL);
  g_autofree char *package = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "atlas", NULL);
  g_autofree char *directory = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "briefings", NULL);
  g_autoptr (AtlasGazetteer) gazetteer = atlas_gazetteer_load (forms, problems);
  g_autoptr (AtlasLinker) linker = atlas_linker_new (gazetteer);
  g_autoptr (AtlasDataset) dataset = atlas_dataset_load (package, problems);
  g_autoptr (AtlasBriefings) briefings = NULL;

  if (dataset == NULL)
    g_error ("The data package does not load; run atlasctl validate.");
  briefings = atlas_briefings_load (directory, linker, dataset, problems);
  measure_building (forms, gazetteer);
  measure_briefings (directory, linker, dataset);
  measure_linking (linker, briefings, ATLAS_LANGUAGE_EN);
  measure_linking (linker, briefings, ATLAS_LANGUAGE_SV);
  measure_grep (gazetteer, briefings, ATLAS_LANGUAGE_EN);
  measure_grep (gazetteer, briefings, ATLAS_LANGUAGE_SV);
  measure_dates (briefings, ATLAS_LANGUAGE_EN);
  measure_dates (briefings, ATLAS_LANGUAGE_SV);
  measure_searching (dataset, gazetteer, briefings);
  return 0;
}
