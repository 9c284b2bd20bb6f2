/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-generator.h"

#include "atlas-library-schema.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#define N_WORDS 4000
#define SEED 20260601
#define GENERATOR 2 /* another number where the articles or what follows from them differ */
#define BATCH 2000

/* Some countries stand in every other article, some in few. */
static const char *const countries[] = {
  "Russia", "China", "Belarus", "Kazakhstan", "India", "Armenia", "Kyrgyzstan", "Tajikistan", "Uzbekistan", "Iran", "Brazil",
  "Egypt", "Ethiopia", "Serbia", "Mongolia", "Azerbaijan", "Moldova", "Turkmenistan", "Bolivia", "Bhutan"
};
static const char *const organisations[] = { "CSTO", "SCO", "BRICS", "NATO", "ASEAN" };
static const char *const plain[] = {
  "ministers", "security", "the", "of", "meeting", "and", "talks", "border", "trade", "in", "agreed", "summit", "border", "energy",
  "rivers", "to", "with", "railway", "president", "declared", "exercise", "council", "that", "architecture", "grain", "statement"
};
static const char *const languages[] = { "en", "en", "en", "sv", "ru" };

/* The first far more often than the last, as words are in any text. */
static guint
skewed (GRand *rand,
        guint n)
{
  double x = g_rand_double (rand);

  return (guint) (x * x * x * n);
}

static void
add_words (GRand *rand,
           GString *text,
           guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      if (g_rand_int_range (rand, 0, 20) == 0)
        g_string_append (text, countries[skewed (rand, G_N_ELEMENTS (countries))]);
      else if (g_rand_int_range (rand, 0, 60) == 0)
        g_string_append (text, organisations[skewed (rand, G_N_ELEMENTS (organisations))]);
      else if (g_rand_boolean (rand))
        g_string_append (text, plain[skewed (rand, G_N_ELEMENTS (plain))]);
      else
        g_string_append_printf (text, "w%uord", skewed (rand, N_WORDS));
    }
  g_string_append_c (text, '.');
}

/**
 * library_generator_make:
 * @rand: the same seed gives the same articles
 *
 * Returns: (transfer full): the article number @n, some 120 words in three paragraphs
 */
AtlasLibraryEntry *
library_generator_make (GRand *rand,
                        guint n)
{
  g_autoptr (GString) title = g_string_new (NULL);
  AtlasLibraryEntry *entry;

  add_words (rand, title, 6);
  entry = atlas_library_entry_new (title->str);
  entry->key = g_strdup_printf ("own-%u", n);
  entry->date = g_strdup_printf ("%d-%02d-%02d", g_rand_int_range (rand, 1992, 2027), g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
  entry->language = g_strdup (languages[g_rand_int_range (rand, 0, G_N_ELEMENTS (languages))]);
  entry->publisher = g_strdup_printf ("Paper %d", g_rand_int_range (rand, 0, 50));
  entry->address = g_strdup_printf ("https://example.org/%u", n);
  entry->imported_at = G_GINT64_CONSTANT (1700000000000000) + (gint64) n * G_USEC_PER_SEC;
  if (g_rand_int_range (rand, 0, 10) == 0)
    {
      g_autofree char *tag = g_strdup_printf ("tag %u", skewed (rand, 30));
      const char *const tags[] = { tag, NULL };

      entry->tags = g_strdupv ((char **) tags);
    }
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      add_words (rand, text, (guint) g_rand_int_range (rand, 20, 60));
      atlas_library_entry_add_block (entry, ATLAS_BLOCK_PARAGRAPH, text->str);
    }
  return entry;
}

static void
stop (const GError *error)
{
  g_printerr ("library-generator: %s\n", error->message);
  exit (1);
}

static void
write_many (AtlasDatabase *database,
            const AtlasLinker *linker,
            const char *version)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < LIBRARY_GENERATOR_MANY; i++)
    {
      g_autoptr (AtlasLibraryEntry) entry = library_generator_make (rand, i);
      g_autoptr (AtlasLibraryEntry) mended = atlas_library_entry_mend (entry, &error);

      if (i % BATCH == 0 && !atlas_database_begin (database, &error))
        stop (error);
      if (!atlas_library_insert_entry (database, mended, linker, version, &error))
        stop (error);
      if (i % BATCH == BATCH - 1 && !atlas_database_commit (database, &error))
        stop (error);
    }
}

/**
 * library_generator_fill:
 *
 * Makes a big library in the cache folder. It is made once, without waiting for the disk
 * at each article, and kept for the next run: a file beside it says that it is whole.
 *
 * Returns: (transfer full): its folder
 */
char *
library_generator_fill (AtlasGazetteer *gazetteer,
                        AtlasLinker *linker)
{
  static const char *const endings[] = { "", "-wal", "-shm" };
  g_autofree char *directory = g_build_filename (g_get_user_cache_dir (), "alliance-atlas-bench", "alliance-atlas", NULL);
  g_autofree char *version = atlas_library_links_version (gazetteer);
  g_autofree char *name = g_strdup_printf ("whole-%d-%d-%s", ATLAS_SCHEMA_VERSION, GENERATOR, version);
  g_autofree char *mark = g_build_filename (directory, name, NULL);
  g_autofree char *path = g_build_filename (directory, "articles.db", NULL);
  g_autoptr (AtlasDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  if (g_file_test (mark, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&directory);
  g_mkdir_with_parents (directory, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *old = g_strconcat (path, endings[i], NULL);

      g_unlink (old);
    }
  database = atlas_database_open (path, ATLAS_DATABASE_WRITE, &error);
  if (database == NULL || !atlas_schema_create (database, &error) || !atlas_database_exec (database, "PRAGMA synchronous = OFF", &error))
    stop (error);
  write_many (database, linker, version);
  g_file_set_contents (mark, "", 0, NULL);
  return g_steal_pointer (&directory);
}

/**
 * library_generator_use:
 *
 * Lets the big library take the place of the reader's. Before any other thread begins.
 */
void
library_generator_use (void)
{
  g_autofree char *forms = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "gazetteer", NULL);
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autoptr (AtlasGazetteer) gazetteer = atlas_gazetteer_load (forms, problems);
  g_autoptr (AtlasLinker) linker = atlas_linker_new (gazetteer);
  g_autofree char *directory = library_generator_fill (gazetteer, linker);
  g_autofree char *data_home = g_path_get_dirname (directory);

  g_setenv ("XDG_DATA_HOME", data_home, TRUE);
}
