/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-database.h"
#include "atlas-tokenizer.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* How long a statement waits for another program to finish its own. */
#define BUSY_MS 5000

/* Pages that a connection keeps, in KiB: memory follows what is read, and ends. */
#define CACHE_KIB 8192

/* How many steps of SQLite's machine pass between looks at the cancellable. */
#define STEPS_A_LOOK 2000

struct _AtlasDatabase
{
  sqlite3 *handle;
  GHashTable *statements; /* SQL to sqlite3_stmt */
  GCancellable *cancellable;
};

G_DEFINE_QUARK (atlas - library - error - quark, atlas_library_error)

/* --- Errors -------------------------------------------------------------------- */

/* SQLite tells a full disk from other failures, but not one of which the reader may
 * fill no more. */
static gboolean
is_full (int system_error)
{
  return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

static AtlasLibraryError
code_of (int result,
         int system_error)
{
  if ((result & 0xff) == SQLITE_IOERR && is_full (system_error))
    return ATLAS_LIBRARY_ERROR_FULL;
  switch (result & 0xff)
    {
    case SQLITE_FULL:
      return ATLAS_LIBRARY_ERROR_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ATLAS_LIBRARY_ERROR_BUSY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return ATLAS_LIBRARY_ERROR_DAMAGED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return ATLAS_LIBRARY_ERROR_READ_ONLY;
    default:
      return ATLAS_LIBRARY_ERROR_FAILED;
    }
}

static const char *
words_of (AtlasLibraryError code)
{
  switch (code)
    {
    case ATLAS_LIBRARY_ERROR_FULL:
      return _ ("The disk is full; nothing was changed. Make room on it and try again.");
    case ATLAS_LIBRARY_ERROR_BUSY:
      return _ ("Another program is using the library; try again.");
    case ATLAS_LIBRARY_ERROR_DAMAGED:
      return _ ("The library's file is damaged.");
    case ATLAS_LIBRARY_ERROR_READ_ONLY:
      return _ ("The library can only be read.");
    case ATLAS_LIBRARY_ERROR_FAILED:
    case ATLAS_LIBRARY_ERROR_NOT_FOUND:
    case ATLAS_LIBRARY_ERROR_EXISTS:
    case ATLAS_LIBRARY_ERROR_INVALID:
    default:
      return NULL;
    }
}

static gboolean
fail (AtlasDatabase *self,
      int result,
      GError **error)
{
  AtlasLibraryError code = code_of (result, sqlite3_system_errno (self->handle));

  if ((result & 0xff) == SQLITE_INTERRUPT && g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (words_of (code) != NULL)
    g_set_error_literal (error, ATLAS_LIBRARY_ERROR, code, words_of (code));
  else
    g_set_error (error, ATLAS_LIBRARY_ERROR, code, _ ("The library cannot do that: %s"), sqlite3_errmsg (self->handle));
  return FALSE;
}

/* --- Opening ------------------------------------------------------------------- */

static void
free_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static int
is_cancelled (void *data)
{
  AtlasDatabase *self = data;

  return g_cancellable_is_cancelled (self->cancellable);
}

/* FULL: a commit is on the disk before it returns. NORMAL would be faster, but
 * may lose the last commits to a power cut, and an article that was shown as
 * saved has to be there afterwards. */
static gboolean
set_up (AtlasDatabase *self,
        AtlasDatabaseMode mode,
        GError **error)
{
  g_autofree char *cache = g_strdup_printf ("PRAGMA cache_size = -%d", CACHE_KIB);

  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_MS);
  sqlite3_progress_handler (self->handle, STEPS_A_LOOK, is_cancelled, self);
  if (!atlas_tokenizer_register (self->handle))
    return fail (self, SQLITE_ERROR, error);
  if (mode == ATLAS_DATABASE_WRITE && !atlas_database_exec (self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;", error))
    return FALSE;
  return atlas_database_exec (self, "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;", error) && atlas_database_exec (self, cache, error);
}

/**
 * atlas_database_open:
 *
 * Returns: (transfer full) (nullable): a connection
 */
AtlasDatabase *
atlas_database_open (const char *path,
                     AtlasDatabaseMode mode,
                     GError **error)
{
  int flags = mode == ATLAS_DATABASE_WRITE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  g_autoptr (AtlasDatabase) self = g_new0 (AtlasDatabase, 1);
  int result;

  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_statement);
  result = sqlite3_open_v2 (path, &self->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);
  if (result != SQLITE_OK)
    {
      fail (self, result, error);
      return NULL;
    }
  return set_up (self, mode, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * atlas_database_free:
 *
 * Closes the connection; a transaction that is open is rolled back.
 */
void
atlas_database_free (AtlasDatabase *self)
{
  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  g_free (self);
}

/**
 * atlas_database_get_handle:
 *
 * Returns: (transfer none): SQLite's own connection
 */
sqlite3 *
atlas_database_get_handle (AtlasDatabase *self)
{
  return self->handle;
}

/**
 * atlas_database_set_cancellable:
 * @cancellable: (nullable): kept by the caller until another is set
 */
void
atlas_database_set_cancellable (AtlasDatabase *self,
                                GCancellable *cancellable)
{
  self->cancellable = cancellable;
}

/* --- Statements ---------------------------------------------------------------- */

/**
 * atlas_database_exec:
 * @sql: statements without parameters
 */
gboolean
atlas_database_exec (AtlasDatabase *self,
                     const char *sql,
                     GError **error)
{
  int result = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  return result == SQLITE_OK || fail (self, result, error);
}

static sqlite3_stmt *
prepare (AtlasDatabase *self,
         const char *sql,
         GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  int result;

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      return statement;
    }
  result = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (result != SQLITE_OK)
    {
      fail (self, result, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

static void
bind (sqlite3_stmt *statement,
      const char *types,
      va_list args)
{
  for (int i = 0; types[i] != '\0'; i++)
    if (types[i] == 's')
      sqlite3_bind_text (statement, i + 1, va_arg (args, const char *), -1, SQLITE_TRANSIENT);
    else
      sqlite3_bind_int64 (statement, i + 1, va_arg (args, gint64));
}

static sqlite3_stmt *
query_valist (AtlasDatabase *self,
              GError **error,
              const char *sql,
              const char *types,
              va_list args)
{
  sqlite3_stmt *statement = prepare (self, sql, error);

  if (statement != NULL)
    bind (statement, types, args);
  return statement;
}

/**
 * atlas_database_query:
 * @types: a letter for each parameter: s for a text (%NULL is NULL), i for a #gint64
 *
 * Returns: (transfer none) (nullable): the statement, to be stepped through; it is
 *   prepared once, so that one text of @sql must not be used within itself
 */
sqlite3_stmt *
atlas_database_query (AtlasDatabase *self,
                      GError **error,
                      const char *sql,
                      const char *types,
                      ...)
{
  sqlite3_stmt *statement;
  va_list args;

  va_start (args, types);
  statement = query_valist (self, error, sql, types, args);
  va_end (args);
  return statement;
}

/**
 * atlas_database_step:
 * @statement: (nullable): %NULL fails without another error
 * @row: (out): whether there is a row
 *
 * After the last row the statement is ready for its next use; who stops before
 * it calls sqlite3_reset(), since a statement that stands open holds old pages.
 *
 * Returns: whether nothing went wrong
 */
gboolean
atlas_database_step (AtlasDatabase *self,
                     sqlite3_stmt *statement,
                     gboolean *row,
                     GError **error)
{
  int result;

  *row = FALSE;
  if (statement == NULL)
    return FALSE;
  result = sqlite3_step (statement);
  *row = result == SQLITE_ROW;
  if (*row)
    return TRUE;
  if (result != SQLITE_DONE)
    fail (self, result, error);
  sqlite3_reset (statement);
  return result == SQLITE_DONE;
}

/**
 * atlas_database_run:
 * @types: as in atlas_database_query()
 *
 * Runs a statement to its end.
 */
gboolean
atlas_database_run (AtlasDatabase *self,
                    GError **error,
                    const char *sql,
                    const char *types,
                    ...)
{
  sqlite3_stmt *statement;
  gboolean row;
  va_list args;

  va_start (args, types);
  statement = query_valist (self, error, sql, types, args);
  va_end (args);
  do
    if (!atlas_database_step (self, statement, &row, error))
      return FALSE;
  while (row);
  return TRUE;
}

/**
 * atlas_database_get_number:
 * @number: (out): the first column of the first row; 0 where there is none
 */
gboolean
atlas_database_get_number (AtlasDatabase *self,
                           const char *sql,
                           gint64 *number,
                           GError **error)
{
  sqlite3_stmt *statement = atlas_database_query (self, error, sql, "");
  gboolean row;

  *number = 0;
  if (!atlas_database_step (self, statement, &row, error))
    return FALSE;
  if (row)
    *number = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

/**
 * atlas_column_text:
 *
 * Returns: (transfer none): the text of a column, "" for NULL
 */
const char *
atlas_column_text (sqlite3_stmt *statement,
                   int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? text : "";
}

/* --- Transactions and copies ------------------------------------------------------ */

/**
 * atlas_database_begin:
 *
 * Begins a transaction that will write, so that it never has to be given up
 * half-way because another program writes too.
 */
gboolean
atlas_database_begin (AtlasDatabase *self,
                      GError **error)
{
  return atlas_database_exec (self, "BEGIN IMMEDIATE", error);
}

/**
 * atlas_database_commit:
 *
 * Ends the transaction; where that fails it is rolled back.
 */
gboolean
atlas_database_commit (AtlasDatabase *self,
                       GError **error)
{
  if (atlas_database_exec (self, "COMMIT", error))
    return TRUE;
  atlas_database_roll_back (self);
  return FALSE;
}

/**
 * atlas_database_roll_back:
 *
 * Undoes the transaction, where there is one: SQLite ends it by itself on a full
 * disk.
 */
void
atlas_database_roll_back (AtlasDatabase *self)
{
  self->cancellable = NULL;
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * atlas_database_copy_to:
 * @path: a file that is made or overwritten
 *
 * Copies the whole database as it is now, while others may read and write.
 */
gboolean
atlas_database_copy_to (AtlasDatabase *self,
                        const char *path,
                        GError **error)
{
  g_autoptr (AtlasDatabase) copy = atlas_database_open (path, ATLAS_DATABASE_WRITE, error);
  sqlite3_backup *backup;
  int result;

  if (copy == NULL)
    return FALSE;
  backup = sqlite3_backup_init (copy->handle, "main", self->handle, "main");
  if (backup == NULL)
    return fail (copy, sqlite3_errcode (copy->handle), error);
  sqlite3_backup_step (backup, -1);
  result = sqlite3_backup_finish (backup);
  return result == SQLITE_OK || fail (copy, result, error);
}
