/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

#define ATLAS_LIBRARY_ERROR (atlas_library_error_quark ())
typedef enum
{
  ATLAS_LIBRARY_ERROR_FAILED,
  ATLAS_LIBRARY_ERROR_FULL,      /* no room on the disk */
  ATLAS_LIBRARY_ERROR_BUSY,      /* another program holds the library */
  ATLAS_LIBRARY_ERROR_DAMAGED,   /* the file is not what was written */
  ATLAS_LIBRARY_ERROR_READ_ONLY, /* a newer schema, or no right to write */
  ATLAS_LIBRARY_ERROR_NOT_FOUND, /* no such article */
  ATLAS_LIBRARY_ERROR_EXISTS,    /* the key is taken */
  ATLAS_LIBRARY_ERROR_INVALID,   /* the entry or the query makes no sense */
} AtlasLibraryError;
GQuark atlas_library_error_quark (void);

typedef enum
{
  ATLAS_DATABASE_READ,
  ATLAS_DATABASE_WRITE, /* the file is made where there is none */
} AtlasDatabaseMode;

/**
 * AtlasDatabase:
 *
 * One connection to an SQLite file, with its prepared statements. One thread at
 * a time may use it.
 */
typedef struct _AtlasDatabase AtlasDatabase;

AtlasDatabase *atlas_database_open (const char *path, AtlasDatabaseMode mode, GError **error);
void atlas_database_free (AtlasDatabase *self);
sqlite3 *atlas_database_get_handle (AtlasDatabase *self);

/* While it is set, statements end when it is cancelled. */
void atlas_database_set_cancellable (AtlasDatabase *self, GCancellable *cancellable);

gboolean atlas_database_exec (AtlasDatabase *self, const char *sql, GError **error);
sqlite3_stmt *atlas_database_query (AtlasDatabase *self, GError **error, const char *sql, const char *types, ...);
gboolean atlas_database_step (AtlasDatabase *self, sqlite3_stmt *statement, gboolean *row, GError **error);
gboolean atlas_database_run (AtlasDatabase *self, GError **error, const char *sql, const char *types, ...);
gboolean atlas_database_get_number (AtlasDatabase *self, const char *sql, gint64 *number, GError **error);

gboolean atlas_database_begin (AtlasDatabase *self, GError **error);
gboolean atlas_database_commit (AtlasDatabase *self, GError **error);
void atlas_database_roll_back (AtlasDatabase *self);
gboolean atlas_database_copy_to (AtlasDatabase *self, const char *path, GError **error);

/* Text of a column; "" where it is NULL. Valid until the next step. */
const char *atlas_column_text (sqlite3_stmt *statement, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasDatabase, atlas_database_free)

G_END_DECLS
