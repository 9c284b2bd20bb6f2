/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-library-rescue.h"
#include "atlas-library-private.h"
#include "atlas-library-schema.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* A file is damaged: what can be read of it is written to PARTIAL, which becomes RESCUED
 * once whole; then the damaged file is set aside, and RESCUED takes its place. Whoever is
 * stopped between the two finds RESCUED and no library at the next start. */
#define PARTIAL_NAME "articles-rescue.partial"
#define RESCUED_NAME "articles-rescue.db"

static char *
name_beside (const char *path,
             const char *name)
{
  g_autofree char *directory = g_path_get_dirname (path);

  return g_build_filename (directory, name, NULL);
}

/* --- Looking --------------------------------------------------------------------------------- */

static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_DAMAGED);
}

static gboolean
quick_check (AtlasDatabase *database,
             gboolean *damaged,
             GError **error)
{
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *statement = atlas_database_query (database, &local, "PRAGMA quick_check (1)", "");
  gboolean row;

  *damaged = FALSE;
  if (!atlas_database_step (database, statement, &row, &local))
    {
      *damaged = is_damage (local);
      if (!*damaged)
        g_propagate_error (error, g_steal_pointer (&local));
      return *damaged;
    }
  *damaged = !row || !g_str_equal (atlas_column_text (statement, 0), "ok");
  sqlite3_reset (statement);
  return TRUE;
}

/* %NULL without an error where the file is damaged. */
static AtlasDatabase *
open_sound (const char *path,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (AtlasDatabase) database = atlas_database_open (path, ATLAS_DATABASE_WRITE, &local);
  gboolean damaged = FALSE;

  if (database == NULL)
    {
      if (!is_damage (local))
        g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  atlas_database_set_cancellable (database, cancellable);
  if (!quick_check (database, &damaged, error) || damaged)
    return NULL;
  atlas_database_set_cancellable (database, NULL);
  return g_steal_pointer (&database);
}

/* --- Saving ---------------------------------------------------------------------------------- */

/* SQLite's own count is asked only where nothing else tells: where it is damaged, it may
 * be any number, and all up to it are looked for. */
static gint64
find_last_id (AtlasDatabase *damaged)
{
  gint64 of_articles = 0, of_blocks = 0, count = 0;

  atlas_database_get_number (damaged, "SELECT max (id) FROM articles", &of_articles, NULL);
  atlas_database_get_number (damaged, "SELECT max (article) FROM blocks", &of_blocks, NULL);
  if (of_articles == 0 && of_blocks == 0)
    atlas_database_get_number (damaged, "SELECT seq FROM sqlite_sequence WHERE name = 'articles'", &count, NULL);
  return CLAMP (MAX (MAX (of_articles, of_blocks), count), 0, G_MAXINT32);
}

/* Each by its number: what is broken then costs the articles that it holds, no more. */
static gboolean
save_article (AtlasDatabase *damaged,
              AtlasDatabase *saved,
              gint64 id,
              const AtlasLinker *linker,
              const char *version,
              AtlasLibraryReport *report,
              GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (AtlasLibraryEntry) entry = atlas_library_load_entry (damaged, id, NULL, &local);
  g_autoptr (AtlasLibraryEntry) mended = entry != NULL ? atlas_library_entry_mend (entry, NULL) : NULL;
  gint64 other;

  if (g_error_matches (local, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_NOT_FOUND))
    return TRUE;
  if (mended == NULL || mended->key == NULL || atlas_library_find_id (saved, mended->key, &other, NULL))
    {
      report->n_lost++;
      return TRUE;
    }
  if (!atlas_library_insert_entry (saved, mended, linker, version, error))
    return FALSE;
  report->n_saved++;
  return TRUE;
}

static gboolean
save_articles (AtlasDatabase *damaged,
               AtlasDatabase *saved,
               const AtlasLinker *linker,
               const char *version,
               AtlasLibraryReport *report,
               GCancellable *cancellable,
               GError **error)
{
  gint64 last = find_last_id (damaged);

  if (!atlas_schema_create (saved, error) || !atlas_database_begin (saved, error))
    return FALSE;
  for (gint64 id = 1; id <= last; id++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !save_article (damaged, saved, id, linker, version, report, error))
      return FALSE;
  return atlas_database_commit (saved, error);
}

static void
remove_file (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
}

static gboolean
save_what_can_be (const char *path,
                  const char *rescued,
                  const AtlasLinker *linker,
                  const char *version,
                  AtlasLibraryReport *report,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *partial = name_beside (path, PARTIAL_NAME);
  g_autoptr (AtlasDatabase) damaged = atlas_database_open (path, ATLAS_DATABASE_READ, NULL);
  g_autoptr (AtlasDatabase) saved = NULL;

  remove_file (partial);
  saved = atlas_database_open (partial, ATLAS_DATABASE_WRITE, error);
  if (saved == NULL)
    return FALSE;
  if (damaged != NULL)
    {
      if (!save_articles (damaged, saved, linker, version, report, cancellable, error))
        return FALSE;
    }
  else if (!atlas_schema_create (saved, error))
    return FALSE;
  /* Closed, all of it is in one file. */
  g_clear_pointer (&saved, atlas_database_free);
  if (g_rename (partial, rescued) == 0)
    return TRUE;
  g_set_error (error, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_FAILED, _ ("The library's file cannot be replaced: %s"), g_strerror (errno));
  return FALSE;
}

/* With its log, which may have what the file has not. */
static char *
set_aside (const char *path,
           GError **error)
{
  static const char *const endings[] = { "-wal", "-shm", "" };
  g_autofree char *stamp = atlas_schema_stamp ();
  g_autofree char *name = NULL;
  g_autofree char *aside = NULL;

  for (guint i = 1; aside == NULL || g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      g_free (aside);
      name = i == 1 ? g_strdup_printf ("articles-damaged-%s.db", stamp) : g_strdup_printf ("articles-damaged-%s-%u.db", stamp, i);
      aside = name_beside (path, name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *from = g_strconcat (path, endings[i], NULL);
      g_autofree char *to = g_strconcat (aside, endings[i], NULL);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        {
          g_set_error (error, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_FAILED, _ ("The library's file cannot be replaced: %s"), g_strerror (errno));
          return NULL;
        }
    }
  return g_steal_pointer (&aside);
}

/**
 * atlas_rescue_open:
 * @report: what was done is told here
 *
 * Opens the file to write. A damaged one is set aside, never deleted, and what can be read
 * of it is in the new one.
 *
 * Returns: (transfer full) (nullable): the connection
 */
AtlasDatabase *
atlas_rescue_open (const char *path,
                   const AtlasLinker *linker,
                   const char *version,
                   AtlasLibraryReport *report,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree char *rescued = name_beside (path, RESCUED_NAME);
  g_autoptr (GError) local = NULL;
  AtlasDatabase *database;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_rename (rescued, path);
  database = open_sound (path, cancellable, &local);
  if (database != NULL)
    return database;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (!save_what_can_be (path, rescued, linker, version, report, cancellable, error))
    return NULL;
  report->set_aside = set_aside (path, error);
  if (report->set_aside == NULL)
    return NULL;
  g_rename (rescued, path);
  return atlas_database_open (path, ATLAS_DATABASE_WRITE, error);
}
