/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-library-exchange.h"
#include "atlas-library-markdown.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define SUFFIX ".md"
#define PAGE 200

/* In bytes: names of files end at 255. */
#define MAX_NAME 140

/* --- Out ------------------------------------------------------------------------------------ */

/* The day and the title for a person, the key to tell apart. */
static char *
name_file (const AtlasLibraryEntry *entry)
{
  g_autoptr (GString) name = g_string_new (entry->date);

  if (name->len > 0)
    g_string_append_c (name, ' ');
  for (const char *p = entry->title; *p != '\0' && name->len < MAX_NAME; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (name, g_unichar_isalnum (c) || g_unichar_ismark (c) ? c : ' ');
    }
  g_strdelimit (name->str, "/", '-');
  return g_strdup_printf ("%s (%s)" SUFFIX, g_strstrip (name->str), entry->key);
}

static gboolean
export_one (AtlasLibrary *self,
            const char *key,
            const char *directory,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (AtlasLibraryArticle) article = atlas_library_get (self, key, cancellable, error);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (article == NULL)
    return FALSE;
  text = atlas_library_entry_to_markdown (article->entry);
  name = name_file (article->entry);
  path = g_build_filename (directory, name, NULL);
  return g_file_set_contents (path, text, -1, error);
}

static gboolean
make_directory (const char *directory,
                GError **error)
{
  if (g_mkdir_with_parents (directory, 0755) == 0)
    return TRUE;
  g_set_error (error, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_FAILED, _ ("The folder %s cannot be made: %s"), directory, g_strerror (errno));
  return FALSE;
}

/**
 * atlas_library_export:
 * @directory: made where there is none; files of the same name are replaced
 * @n_exported: (out): how many articles were written; it grows while they are, so that
 *   another thread can follow by g_atomic_int_get()
 *
 * Writes each article to a Markdown file with front matter: all that is kept of it, tags
 * and corrections too. Deleted ones are left out.
 */
gboolean
atlas_library_export (AtlasLibrary *self,
                      const char *directory,
                      guint *n_exported,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *after = NULL;
  guint n = PAGE;

  g_atomic_int_set (n_exported, 0);
  if (!make_directory (directory, error))
    return FALSE;
  while (n == PAGE)
    {
      const AtlasLibraryQuery query = { .sort = ATLAS_LIBRARY_OLDEST, .after = after, .limit = PAGE };
      g_autoptr (GPtrArray) page = atlas_library_list (self, &query, cancellable, error);

      if (page == NULL)
        return FALSE;
      n = page->len;
      for (guint i = 0; i < n; i++, g_atomic_int_inc (n_exported))
        if (!export_one (self, ((AtlasLibraryItem *) page->pdata[i])->key, directory, cancellable, error))
          return FALSE;
      g_free (after);
      after = n > 0 ? g_strdup (((AtlasLibraryItem *) page->pdata[n - 1])->cursor) : NULL;
    }
  return TRUE;
}

/**
 * atlas_library_export_some:
 * @keys: (array zero-terminated=1): which articles, also deleted ones
 * @n_exported: (out): as in atlas_library_export()
 *
 * As atlas_library_export().
 */
gboolean
atlas_library_export_some (AtlasLibrary *self,
                           const char *const *keys,
                           const char *directory,
                           guint *n_exported,
                           GCancellable *cancellable,
                           GError **error)
{
  g_atomic_int_set (n_exported, 0);
  if (!make_directory (directory, error))
    return FALSE;
  for (guint i = 0; keys[i] != NULL; i++, g_atomic_int_inc (n_exported))
    if (!export_one (self, keys[i], directory, cancellable, error))
      return FALSE;
  return TRUE;
}

/* --- In --------------------------------------------------------------------------------------- */

static gboolean
import_one (AtlasLibrary *self,
            const char *path,
            guint *n_added,
            guint *n_known,
            AtlasProblems *problems,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (AtlasLibraryEntry) entry = NULL;
  g_autofree char *data = NULL;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, &local))
    {
      atlas_problems_add (problems, path, 0, 0, "%s", local->message);
      return TRUE;
    }
  entry = atlas_library_entry_from_markdown (path, data, (gssize) length, problems);
  if (entry == NULL)
    return TRUE;
  if (atlas_library_add (self, entry, NULL, cancellable, &local))
    g_atomic_int_inc (n_added);
  else if (g_error_matches (local, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_EXISTS))
    g_atomic_int_inc (n_known);
  else if (g_error_matches (local, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_INVALID) || local->domain == ATLAS_DATE_ERROR)
    atlas_problems_add (problems, path, 0, 0, "%s", local->message);
  else
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

/**
 * atlas_library_import_folder:
 * @n_added: (out): how many articles came; both grow as in atlas_library_export()
 * @n_known: (out): how many were left, since the library has their key
 * @problems: files that cannot be read are told here, and left
 *
 * Brings back what atlas_library_export() wrote.
 */
gboolean
atlas_library_import_folder (AtlasLibrary *self,
                             const char *directory,
                             guint *n_added,
                             guint *n_known,
                             AtlasProblems *problems,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, error);
  const char *name;

  g_atomic_int_set (n_added, 0);
  g_atomic_int_set (n_known, 0);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);

      if (g_str_has_suffix (name, SUFFIX) && !import_one (self, path, n_added, n_known, problems, cancellable, error))
        return FALSE;
    }
  return dir != NULL;
}
