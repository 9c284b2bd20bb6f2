/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-library.h"

#include <glib/gstdio.h>

/* A library in a folder of its own, with the real gazetteer. */
typedef struct
{
  char *directory;
  AtlasGazetteer *gazetteer;
  AtlasLinker *linker;
  AtlasLibrary *library;
} Fixture;

static inline AtlasGazetteer *
fixture_gazetteer (void)
{
  static AtlasGazetteer *gazetteer = NULL;

  if (gazetteer == NULL)
    {
      g_autofree char *path = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "gazetteer", NULL);
      g_autoptr (AtlasProblems) problems = atlas_problems_new ();

      gazetteer = atlas_gazetteer_load (path, problems);
      g_assert_nonnull (gazetteer);
    }
  return gazetteer;
}

static inline AtlasLinker *
fixture_linker (void)
{
  static AtlasLinker *linker = NULL;

  if (linker == NULL)
    linker = atlas_linker_new (fixture_gazetteer ());
  return linker;
}

static inline AtlasLibrary *
fixture_open (const char *directory)
{
  g_autoptr (GError) error = NULL;
  AtlasLibrary *library = atlas_library_open (directory, fixture_gazetteer (), fixture_linker (), NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (library);
  return library;
}

static inline void
fixture_set_up (Fixture *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->directory = g_dir_make_tmp ("atlas-library-XXXXXX", &error);
  g_assert_no_error (error);
  self->library = fixture_open (self->directory);
}

static inline void
fixture_remove (const char *directory)
{
  GDir *dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        fixture_remove (path);
      else
        g_unlink (path);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (directory);
}

static inline void
fixture_tear_down (Fixture *self,
                   gconstpointer data)
{
  g_clear_object (&self->library);
  fixture_remove (self->directory);
  g_free (self->directory);
}

static inline void
fixture_reopen (Fixture *self)
{
  g_clear_object (&self->library);
  self->library = fixture_open (self->directory);
}

/* @text: paragraphs, an empty line between two; a line that begins with # is a heading. */
static inline AtlasLibraryEntry *
fixture_entry (const char *title,
               const char *date,
               const char *text)
{
  AtlasLibraryEntry *entry = atlas_library_entry_new (title);
  g_auto (GStrv) blocks = g_strsplit (text, "\n\n", -1);

  entry->date = g_strdup (date);
  for (guint i = 0; blocks[i] != NULL; i++)
    if (blocks[i][0] == '#')
      atlas_library_entry_add_block (entry, ATLAS_BLOCK_HEADING, blocks[i] + 2);
    else
      atlas_library_entry_add_block (entry, ATLAS_BLOCK_PARAGRAPH, blocks[i]);
  return entry;
}

static inline char *
fixture_add (Fixture *self,
             const AtlasLibraryEntry *entry)
{
  g_autoptr (GError) error = NULL;
  char *key = NULL;

  atlas_library_add (self->library, entry, &key, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (key);
  return key;
}

static inline char *
fixture_add_text (Fixture *self,
                  const char *title,
                  const char *date,
                  const char *text)
{
  g_autoptr (AtlasLibraryEntry) entry = fixture_entry (title, date, text);

  return fixture_add (self, entry);
}

static inline AtlasLibraryArticle *
fixture_get (Fixture *self,
             const char *key)
{
  g_autoptr (GError) error = NULL;
  AtlasLibraryArticle *article = atlas_library_get (self->library, key, NULL, &error);

  g_assert_no_error (error);
  return article;
}

static inline const AtlasSubject *
fixture_find_subject (const AtlasLibraryArticle *article,
                      const char *target)
{
  for (guint i = 0; i < article->links->subjects->len; i++)
    {
      const AtlasSubject *subject = &g_array_index (article->links->subjects, AtlasSubject, i);

      if (g_str_equal (subject->target, target))
        return subject;
    }
  return NULL;
}

/* All that is wrong with the file, the index of words included. */
static inline void
fixture_check (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = atlas_library_check (self->library, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}
