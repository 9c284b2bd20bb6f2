/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-library-schema.h"
#include "atlas-tokenizer.h"

#include <glib/gi18n-lib.h>

/* `doc` is day << 31 | id. What is told of subjects, passages and words follows from
 * articles, blocks and corrections, and can be made anew. */
static const char *const schema =
    "CREATE TABLE articles ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  doc INTEGER NOT NULL UNIQUE,"
    "  key TEXT NOT NULL UNIQUE,"
    "  title TEXT NOT NULL,"
    "  title_order TEXT NOT NULL,"
    "  summary TEXT NOT NULL,"
    "  publisher TEXT NOT NULL,"
    "  author TEXT NOT NULL,"
    "  date TEXT NOT NULL,"
    "  address TEXT NOT NULL,"
    "  address_folded TEXT NOT NULL,"
    "  language TEXT NOT NULL,"
    "  fingerprint TEXT NOT NULL,"
    "  imported_at INTEGER NOT NULL,"
    "  updated_at INTEGER NOT NULL,"
    "  read_at INTEGER NOT NULL DEFAULT 0,"
    "  deleted_at INTEGER NOT NULL DEFAULT 0,"
    "  gazetteer TEXT NOT NULL);"
    "CREATE INDEX articles_by_import ON articles (imported_at, id);"
    "CREATE INDEX articles_by_title ON articles (title_order, id);"
    "CREATE INDEX articles_by_language ON articles (language, doc);"
    "CREATE INDEX articles_by_fingerprint ON articles (fingerprint);"
    "CREATE INDEX articles_by_address ON articles (address_folded) WHERE address_folded <> '';"
    "CREATE INDEX articles_unread ON articles (doc) WHERE read_at = 0 AND deleted_at = 0;"
    "CREATE INDEX articles_deleted ON articles (deleted_at) WHERE deleted_at > 0;"
    "CREATE INDEX articles_by_gazetteer ON articles (gazetteer);"

    "CREATE TABLE blocks ("
    "  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,"
    "  position INTEGER NOT NULL,"
    "  kind TEXT NOT NULL,"
    "  text TEXT NOT NULL,"
    "  PRIMARY KEY (article, position));"

    "CREATE TABLE mentions ("
    "  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,"
    "  block INTEGER NOT NULL,"
    "  start INTEGER NOT NULL,"
    "  end INTEGER NOT NULL,"
    "  target TEXT NOT NULL,"
    "  is_organisation INTEGER NOT NULL,"
    "  form TEXT NOT NULL,"
    "  kind INTEGER NOT NULL,"
    "  reason INTEGER NOT NULL,"
    "  doubtful INTEGER NOT NULL,"
    "  PRIMARY KEY (article, block, start, target, is_organisation)) WITHOUT ROWID;"

    "CREATE TABLE corrections ("
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
    "  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,"
    "  what TEXT NOT NULL,"
    "  target TEXT NOT NULL,"
    "  is_organisation INTEGER NOT NULL,"
    "  whole INTEGER NOT NULL,"
    "  block INTEGER NOT NULL,"
    "  start INTEGER NOT NULL,"
    "  end INTEGER NOT NULL,"
    "  quote TEXT,"
    "  created_at INTEGER NOT NULL);"
    "CREATE INDEX corrections_by_article ON corrections (article);"

    "CREATE TABLE tags ("
    "  tag TEXT NOT NULL,"
    "  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,"
    "  PRIMARY KEY (tag, article)) WITHOUT ROWID;"
    "CREATE INDEX tags_by_article ON tags (article);"

    "CREATE TABLE subjects ("
    "  target TEXT NOT NULL,"
    "  is_organisation INTEGER NOT NULL,"
    "  doc INTEGER NOT NULL,"
    "  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,"
    "  position INTEGER NOT NULL,"
    "  count INTEGER NOT NULL,"
    "  n_doubtful INTEGER NOT NULL,"
    "  about INTEGER NOT NULL,"
    "  PRIMARY KEY (target, is_organisation, doc)) WITHOUT ROWID;"
    "CREATE INDEX subjects_by_article ON subjects (article);"

    "CREATE TABLE passages ("
    "  target TEXT NOT NULL,"
    "  is_organisation INTEGER NOT NULL,"
    "  class INTEGER NOT NULL,"
    "  doc INTEGER NOT NULL,"
    "  block INTEGER NOT NULL,"
    "  article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,"
    "  about INTEGER NOT NULL,"
    "  doubtful INTEGER NOT NULL,"
    "  PRIMARY KEY (target, is_organisation, class, doc, block)) WITHOUT ROWID;"
    "CREATE INDEX passages_by_article ON passages (article);"

    "CREATE TABLE likeness ("
    "  band INTEGER NOT NULL,"
    "  article INTEGER NOT NULL,"
    "  PRIMARY KEY (band, article)) WITHOUT ROWID;"

    "CREATE VIEW texts AS SELECT doc, title, summary, (SELECT group_concat (text, char (10)) FROM"
    "  (SELECT text FROM blocks WHERE article = articles.id ORDER BY position)) AS text FROM articles WHERE deleted_at = 0;"
    "CREATE VIRTUAL TABLE words USING fts5 (title, summary, text, content = 'texts', content_rowid = 'doc', tokenize = '" ATLAS_TOKENIZER_NAME "');";

/**
 * atlas_schema_get_version:
 * @version: (out): 0 of a new file
 */
gboolean
atlas_schema_get_version (AtlasDatabase *database,
                          gint64 *version,
                          GError **error)
{
  return atlas_database_get_number (database, "PRAGMA user_version", version, error);
}

static gboolean
set_version (AtlasDatabase *database,
             guint version,
             GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %u", version);

  return atlas_database_exec (database, sql, error);
}

/**
 * atlas_schema_create:
 *
 * Makes the tables of the current version in an empty file, or nothing.
 */
gboolean
atlas_schema_create (AtlasDatabase *database,
                     GError **error)
{
  if (atlas_database_begin (database, error) && atlas_database_exec (database, schema, error) && set_version (database, ATLAS_SCHEMA_VERSION, error))
    return atlas_database_commit (database, error);
  atlas_database_roll_back (database);
  return FALSE;
}

/**
 * atlas_schema_stamp:
 *
 * Returns: (transfer full): the time for names of files, “20260601-120000”
 */
char *
atlas_schema_stamp (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y%m%d-%H%M%S");
}

static char *
name_backup (const char *path,
             gint64 version)
{
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *stamp = atlas_schema_stamp ();
  g_autofree char *name = g_strdup_printf ("articles-v%" G_GINT64_FORMAT "-%s.db", version, stamp);

  return g_build_filename (directory, name, NULL);
}

/**
 * atlas_schema_migrate:
 * @path: the file of @database; the backup comes beside it
 * @steps: (array length=n_steps): the first takes version 1 to version 2
 * @backup: (out) (optional) (nullable): where the file was copied to before
 *
 * Takes a database forward in one transaction, after a copy of it was made. Where that
 * fails, the database is as it was.
 */
gboolean
atlas_schema_migrate (AtlasDatabase *database,
                      const char *path,
                      const AtlasSchemaStep *steps,
                      guint n_steps,
                      char **backup,
                      GError **error)
{
  g_autofree char *copy = NULL;
  gint64 version;

  if (!atlas_schema_get_version (database, &version, error))
    return FALSE;
  if (version < 1 || version > n_steps)
    return TRUE;
  copy = name_backup (path, version);
  if (!atlas_database_copy_to (database, copy, error) || !atlas_database_begin (database, error))
    return FALSE;
  for (guint i = (guint) version - 1; i < n_steps; i++)
    if (!steps[i](database, error) || !set_version (database, i + 2, error))
      {
        atlas_database_roll_back (database);
        return FALSE;
      }
  if (!atlas_database_commit (database, error))
    return FALSE;
  if (backup != NULL)
    *backup = g_steal_pointer (&copy);
  return TRUE;
}

/**
 * atlas_schema_bring_forward:
 * @backup: (out) (optional) (nullable): where an older file was copied to
 *
 * Makes the tables in a new file, and takes an older one forward.
 */
gboolean
atlas_schema_bring_forward (AtlasDatabase *database,
                            const char *path,
                            char **backup,
                            GError **error)
{
  gint64 version;

  if (!atlas_schema_get_version (database, &version, error))
    return FALSE;
  if (version == 0)
    return atlas_schema_create (database, error);
  return atlas_schema_migrate (database, path, NULL, ATLAS_SCHEMA_VERSION - 1, backup, error);
}
