/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-library-corrections.h"

#include "atlas-library-private.h"

/**
 * atlas_library_corrected_free:
 */
void
atlas_library_corrected_free (AtlasLibraryCorrected *self)
{
  g_free (self->key);
  g_free (self->title);
  atlas_correction_clear (&self->correction);
  g_free (self);
}

/**
 * atlas_library_take_correction:
 * @statement: at a row of %ATLAS_CORRECTION_COLUMNS
 * @correction: (out): what it holds
 *
 * Returns: %FALSE where a newer program wrote what is not known here
 */
gboolean
atlas_library_take_correction (sqlite3_stmt *statement,
                               AtlasCorrection *correction)
{
  AtlasCorrectionWhat what;

  if (!atlas_correction_what_from_id (atlas_column_text (statement, 0), &what))
    return FALSE;
  *correction = (AtlasCorrection) {
    .what = what,
    .target = g_intern_string (atlas_column_text (statement, 1)),
    .is_organisation = sqlite3_column_int (statement, 2),
    .all = sqlite3_column_int (statement, 3),
    .block = sqlite3_column_int (statement, 4),
    .start = (guint) sqlite3_column_int (statement, 5),
    .end = (guint) sqlite3_column_int (statement, 6),
    .quote = g_strdup ((const char *) sqlite3_column_text (statement, 7)),
    .created_at = sqlite3_column_int64 (statement, 8),
  };
  return TRUE;
}

static gboolean
collect (AtlasDatabase *database,
         const char *key,
         GPtrArray *all,
         GError **error)
{
  sqlite3_stmt *statement = atlas_database_query (database, error,
                                                  "SELECT " ATLAS_CORRECTION_COLUMNS ", a.key, a.title FROM corrections c JOIN articles a ON a.id = c.article"
                                                  " WHERE a.deleted_at = 0 AND (?1 IS NULL OR a.key = ?1) ORDER BY c.id",
                                                  "s", key);
  gboolean row, done;

  while ((done = atlas_database_step (database, statement, &row, error)) && row)
    {
      AtlasCorrection correction;
      AtlasLibraryCorrected *corrected;

      if (!atlas_library_take_correction (statement, &correction))
        continue;
      corrected = g_new0 (AtlasLibraryCorrected, 1);
      corrected->key = g_strdup (atlas_column_text (statement, ATLAS_N_CORRECTION_COLUMNS));
      corrected->title = g_strdup (atlas_column_text (statement, ATLAS_N_CORRECTION_COLUMNS + 1));
      corrected->correction = correction;
      g_ptr_array_add (all, corrected);
    }
  return done;
}

/**
 * atlas_library_list_corrections:
 * @key: (nullable): an article, %NULL for all that are not deleted
 *
 * Returns: (transfer full) (nullable) (element-type AtlasLibraryCorrected): the oldest first
 */
GPtrArray *
atlas_library_list_corrections (AtlasLibrary *self,
                                const char *key,
                                GCancellable *cancellable,
                                GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_library_corrected_free);
  AtlasDatabase *database = atlas_library_begin_read (self, cancellable, error);
  gboolean done;
  gint64 id;

  if (database == NULL)
    return NULL;
  done = (key == NULL || atlas_library_find_id (database, key, &id, error)) && collect (database, key, all, error);
  atlas_library_end_read (self, database);
  return done ? g_steal_pointer (&all) : NULL;
}
