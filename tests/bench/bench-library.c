/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-row.h"
#include "library-generator.h"

#include "atlas-library-private.h"
#include "atlas-library-schema.h"
#include "atlas-word-index.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define SEED 20260601
#define N_ARTICLES LIBRARY_GENERATOR_MANY
#define N_SHORT 600
#define REPEATS 15
#define PAGE 50

typedef struct
{
  AtlasGazetteer *gazetteer;
  AtlasLinker *linker;
  AtlasLibrary *library;
} Bench;

static void
stop (const GError *error)
{
  g_printerr ("bench-library: %s\n", error != NULL ? error->message : "an answer is empty");
  exit (1);
}

static void
open_library (Bench *self,
              const char *directory)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  g_clear_object (&self->library);
  self->library = atlas_library_open (directory, self->gazetteer, self->linker, NULL, &error);
  if (self->library == NULL)
    stop (error);
  g_debug ("opened in %.0f ms", milliseconds_since (start));
}

/* --- Measures ----------------------------------------------------------------------------------- */

static void
measure_list (Bench *self,
              const char *name,
              AtlasLibraryQuery query)
{
  query.limit = PAGE;
  for (guint i = 0; i < REPEATS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) items = atlas_library_list (self->library, &query, NULL, &error);

      if (items == NULL || items->len == 0)
        stop (error);
      print_row (name, milliseconds_since (start), "ms");
    }
}

static void
measure_search (Bench *self,
                const char *name,
                const char *words)
{
  for (guint i = 0; i < REPEATS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) items = atlas_library_search (self->library, words, 20, NULL, &error);

      if (items == NULL || items->len == 0)
        stop (error);
      print_row (name, milliseconds_since (start), "ms");
    }
}

static void
measure_excerpts (Bench *self,
                  const char *name,
                  const char *target,
                  AtlasDay on)
{
  for (guint i = 0; i < REPEATS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) excerpts = atlas_library_get_excerpts (self->library, target, FALSE, on, TRUE, 20, NULL, &error);

      if (excerpts == NULL || excerpts->len == 0)
        stop (error);
      print_row (name, milliseconds_since (start), "ms");
    }
}

static char *
last_cursor (Bench *self)
{
  g_autoptr (GPtrArray) items = atlas_library_list (self->library, &(AtlasLibraryQuery) { .limit = N_ARTICLES / 2 }, NULL, NULL);

  return g_strdup (((AtlasLibraryItem *) items->pdata[items->len - 1])->cursor);
}

static double
resident_mib (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) || (line = strstr (status, "VmRSS:")) == NULL)
    return 0;
  return g_ascii_strtod (line + strlen ("VmRSS:"), NULL) / 1024;
}

static void
measure_big (Bench *self,
             const char *directory)
{
  g_autofree char *middle = NULL;
  double before = resident_mib ();
  gint64 start = g_get_monotonic_time ();

  open_library (self, directory);
  print_row ("library, open with a check, 100,000 articles", milliseconds_since (start), "ms");
  measure_list (self, "library, a page of the list, 100,000 articles", (AtlasLibraryQuery) { 0 });
  measure_list (self, "library, by title, 100,000 articles", (AtlasLibraryQuery) { .sort = ATLAS_LIBRARY_TITLE });
  measure_list (self, "library, of a common country, 100,000 articles", (AtlasLibraryQuery) { .country = "RU" });
  measure_list (self, "library, of a rare country, 100,000 articles", (AtlasLibraryQuery) { .country = "BT" });
  measure_list (self, "library, of a country in a language by import, 100,000 articles",
                (AtlasLibraryQuery) { .country = "KZ", .language = "sv", .sort = ATLAS_LIBRARY_LAST_IMPORTED });
  measure_list (self, "library, of a tag and two filters, 100,000 articles", (AtlasLibraryQuery) { .tag = "tag 20", .organisation = "CSTO", .read = ATLAS_LIBRARY_UNREAD });
  measure_search (self, "library, search a common word, 100,000 articles", "security");
  measure_search (self, "library, search a rare word, 100,000 articles", "w3900ord");
  measure_search (self, "library, search two words, 100,000 articles", "railway w2000ord");
  measure_search (self, "library, search a phrase, 100,000 articles", "\"security council\"");
  measure_search (self, "library, search the beginning of a word, 100,000 articles", "w39");
  measure_excerpts (self, "library, excerpts of a common country, 100,000 articles", "RU", ATLAS_DAY_MAX);
  measure_excerpts (self, "library, excerpts of a rare country, 100,000 articles", "BT", ATLAS_DAY_MAX);
  measure_excerpts (self, "library, excerpts around 1995, 100,000 articles", "RU", atlas_day_new (1995, 1, 1));
  print_row ("library, memory after all of that, 100,000 articles", resident_mib () - before, "MiB");
  middle = last_cursor (self);
  measure_list (self, "library, a page in the middle of the list, 100,000 articles", (AtlasLibraryQuery) { .after = middle });
}

/* Each on the disk before the next begins. */
static void
measure_adding (Bench *self,
                const char *directory)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + 1);
  g_autofree char *path = g_build_filename (directory, "articles.db", NULL);

  g_unlink (path);
  open_library (self, directory);
  for (guint round = 0; round < 3; round++)
    {
      gint64 start = g_get_monotonic_time ();

      for (guint i = 0; i < N_SHORT / 3; i++)
        {
          g_autoptr (AtlasLibraryEntry) entry = library_generator_make (rand, round * N_SHORT + i);
          g_autoptr (GError) error = NULL;
          g_autofree char *same = NULL;

          atlas_library_find_same (self->library, entry, &same, NULL, NULL, NULL);
          if (!atlas_library_add (self->library, entry, NULL, NULL, &error))
            stop (error);
        }
      print_row ("library, link and keep a short article", milliseconds_since (start) / (N_SHORT / 3), "ms");
    }
  g_clear_object (&self->library);
  g_unlink (path);
}

/* What the atlas itself tells: briefings, events, countries and organisations. */
static void
measure_index (Bench *self)
{
  g_autofree char *package = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "atlas", NULL);
  g_autofree char *texts = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "briefings", NULL);
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autoptr (AtlasDataset) dataset = atlas_dataset_load (package, problems);
  g_autoptr (AtlasBriefings) briefings = atlas_briefings_load (texts, self->linker, dataset, problems);
  g_autoptr (AtlasWordIndex) index = NULL;

  for (guint i = 0; i < REPEATS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();

      g_clear_pointer (&index, atlas_word_index_unref);
      index = atlas_word_index_new (dataset, briefings, "en", &error);
      if (index == NULL)
        stop (error);
      print_row ("atlas, index all words", milliseconds_since (start), "ms");
    }
  for (guint i = 0; i < REPEATS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) all = atlas_word_index_search (index, "russ", 20, &error);

      if (all == NULL || all->len == 0)
        stop (error);
      print_row ("atlas, search the beginning of a common word", milliseconds_since (start), "ms");
    }
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *forms = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "gazetteer", NULL);
  g_autofree char *big = NULL;
  g_autofree char *small = g_build_filename (g_get_user_cache_dir (), "alliance-atlas-bench", "small", NULL);
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  Bench self = { 0 };

  self.gazetteer = atlas_gazetteer_load (forms, problems);
  self.linker = atlas_linker_new (self.gazetteer);
  measure_index (&self);
  big = library_generator_fill (self.gazetteer, self.linker);
  measure_adding (&self, small);
  measure_big (&self, big);
  g_clear_object (&self.library);
  atlas_linker_unref (self.linker);
  atlas_gazetteer_unref (self.gazetteer);
  return 0;
}
