/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-fixture.h"

#include "atlas-library-schema.h"

/* A library of each version that there ever was lies in schemas/ as it was then. Where a
 * change of the tables leaves the version as it is, this tells. */

static void
make_library (Fixture *self,
              guint version)
{
  g_autofree char *name = g_strdup_printf ("%u.sql", version);
  g_autofree char *path = g_build_filename (g_getenv ("ATLAS_TEST_DIR"), "library", "schemas", name, NULL);
  g_autofree char *file = g_build_filename (self->directory, "articles.db", NULL);
  g_autofree char *sql = NULL;
  g_autoptr (AtlasDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &sql, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&self->library);
  g_unlink (file);
  database = atlas_database_open (file, ATLAS_DATABASE_WRITE, &error);
  g_assert_no_error (error);
  atlas_database_exec (database, sql, &error);
  g_assert_no_error (error);
}

static void
assert_same_tables (Fixture *self)
{
  const char *const query = "SELECT group_concat (sql, char (10)) FROM (SELECT type || ' ' || name || ' ' || replace (replace (sql, ' ', ''), char (10), '') AS sql"
                            " FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name)";
  g_autofree char *path = g_build_filename (self->directory, "new.db", NULL);
  const char *const paths[] = { atlas_library_get_path (self->library), path };
  char *tables[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AtlasDatabase) database = atlas_database_open (paths[i], ATLAS_DATABASE_WRITE, NULL);
      sqlite3_stmt *statement;
      gboolean row;

      if (i == 1)
        g_assert_true (atlas_schema_create (database, NULL));
      statement = atlas_database_query (database, NULL, query, "");
      g_assert_true (atlas_database_step (database, statement, &row, NULL) && row);
      tables[i] = g_strdup (atlas_column_text (statement, 0));
      sqlite3_reset (statement);
    }
  g_assert_cmpstr (tables[0], ==, tables[1]);
  g_free (tables[0]);
  g_free (tables[1]);
}

static void
assert_articles (Fixture *self)
{
  g_autoptr (AtlasLibraryArticle) first = fixture_get (self, "own-first");
  g_autoptr (AtlasLibraryArticle) second = fixture_get (self, "own-second");
  g_autoptr (GPtrArray) found = atlas_library_search (self->library, "pact ministers", 0, NULL, NULL);
  g_autoptr (GPtrArray) listed = atlas_library_list (self->library, &(AtlasLibraryQuery) { .country = "BY" }, NULL, NULL);

  g_assert_cmpstr (first->entry->title, ==, "Six countries and a pact");
  g_assert_cmpstr (first->entry->summary, ==, "Ministers met in Bishkek.");
  g_assert_cmpstr (first->entry->publisher, ==, "The Example");
  g_assert_cmpstr (first->entry->author, ==, "Ada Berg");
  g_assert_cmpstr (first->entry->date, ==, "2025-05-28");
  g_assert_cmpstr (first->entry->address, ==, "https://example.org/2025/05/28/pact");
  g_assert_cmpint (first->entry->read_at, >, 0);
  g_assert_cmpuint (g_strv_length (first->entry->tags), ==, 2);
  g_assert_cmpuint (first->entry->corrections->len, ==, 1);
  g_assert_cmpuint (first->entry->blocks->len, ==, 3);
  g_assert_nonnull (fixture_find_subject (first, "KZ"));
  g_assert_null (fixture_find_subject (first, "RU"));
  g_assert_cmpstr (second->entry->title, ==, "Ett möte i Astana");
  g_assert_cmpuint (second->entry->blocks->len, ==, 1);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (listed->len, ==, 2);
}

static void
every_version (Fixture *self,
               gconstpointer data)
{
  for (guint version = 1; version <= ATLAS_SCHEMA_VERSION; version++)
    {
      g_autoptr (AtlasLibraryEntry) entry = fixture_entry ("A third", "2026-01-01", "Cuba and Peru met.");
      g_autofree char *key = NULL;
      const AtlasLibraryReport *report;

      make_library (self, version);
      self->library = fixture_open (self->directory);
      report = atlas_library_get_report (self->library);
      g_assert_cmpint (report->version, ==, version);
      g_assert_true ((report->backup != NULL) == (version < ATLAS_SCHEMA_VERSION));
      g_assert_false (report->read_only);
      g_assert_null (report->set_aside);
      assert_same_tables (self);
      assert_articles (self);
      fixture_check (self);
      key = fixture_add (self, entry);
      fixture_reopen (self);
      assert_articles (self);
      fixture_check (self);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/schemas/every-version", Fixture, NULL, fixture_set_up, every_version, fixture_tear_down);
  return g_test_run ();
}
