/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-fixture.h"

#include "atlas-library-private.h"
#include "atlas-library-schema.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define PARAGRAPHS 6

/* --- kill -9 ------------------------------------------------------------------------------- */

static AtlasLibraryEntry *
make_numbered (guint n)
{
  g_autofree char *title = g_strdup_printf ("Article %u", n);
  g_autofree char *text = g_strdup_printf ("Kazakhstan, %u.", n);
  AtlasLibraryEntry *entry = fixture_entry (title, "2025-01-01", text);

  for (guint i = 1; i < PARAGRAPHS; i++)
    {
      g_autofree char *more = g_strdup_printf ("Belarus and Armenia met in paragraph %u of article %u.", i, n);

      atlas_library_entry_add_block (entry, ATLAS_BLOCK_PARAGRAPH, more);
    }
  entry->key = g_strdup_printf ("own-%u", n);
  return entry;
}

/* At once, for whoever listens. */
static void G_GNUC_PRINTF (1, 2)
    say (const char *format,
         ...)
{
  va_list args;

  va_start (args, format);
  vprintf (format, args);
  va_end (args);
  fflush (stdout);
}

/* Adds articles for as long as it lives, and deletes, corrects and brings back some. */
static void
run_importer (const char *directory,
              guint first)
{
  g_autoptr (AtlasLibrary) library = NULL;

  fixture_linker ();
  say ("opens\n");
  library = fixture_open (directory);
  for (guint n = first;; n++)
    {
      g_autoptr (AtlasLibraryEntry) entry = make_numbered (n);
      g_autoptr (GError) error = NULL;

      if (!atlas_library_add (library, entry, NULL, NULL, &error))
        g_error ("%s", error->message);
      say ("saved %u\n", n);
      if (n % 3 == 0)
        {
          atlas_library_update (library, entry->key, entry, NULL, NULL);
          atlas_library_set_deleted (library, entry->key, TRUE, NULL, NULL);
          atlas_library_set_deleted (library, entry->key, FALSE, NULL, NULL);
        }
    }
}

/* The last article that a program said was saved; @before where it said none. */
static guint
find_last_saved (const char *said,
                 guint before)
{
  guint last = before;

  for (const char *p = said; (p = strstr (p, "saved ")) != NULL; p += strlen ("saved "))
    if (strchr (p, '\n') != NULL)
      last = MAX (last, (guint) g_ascii_strtoull (p + strlen ("saved "), NULL, 10));
  return last;
}

/* @early: to kill it while it opens the library */
static guint
kill_one (const char *program,
          const char *directory,
          guint first,
          gboolean early)
{
  g_autofree char *number = g_strdup_printf ("%u", first);
  const char *const arguments[] = { program, "--import", directory, number, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) said = g_string_new (NULL);
  GPid child;
  int output;
  char buffer[4096];
  gssize n = 0;

  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  /* From a word on, for loading takes as long as it takes: “opens”, then “saved”. */
  for (guint i = 0; i < (early ? 1 : 2); i++)
    {
      n = read (output, buffer, sizeof buffer);
      g_string_append_len (said, buffer, MAX (n, 0));
      if (strstr (said->str, "saved") != NULL)
        break;
    }
  g_usleep ((gulong) g_test_rand_int_range (0, early ? 15000 : 60000));
  kill (child, SIGKILL);
  while ((n = read (output, buffer, sizeof buffer)) > 0)
    g_string_append_len (said, buffer, n);
  close (output);
  waitpid (child, NULL, 0);
  return find_last_saved (said->str, first - 1);
}

static const char *own_program;

static void
check_whole (Fixture *self,
             guint n)
{
  g_autofree char *key = g_strdup_printf ("own-%u", n);
  g_autofree char *title = g_strdup_printf ("Article %u", n);
  g_autoptr (AtlasLibraryArticle) article = fixture_get (self, key);

  g_assert_cmpstr (article->entry->title, ==, title);
  g_assert_cmpuint (article->entry->blocks->len, ==, PARAGRAPHS);
}

static void
killed_at_any_moment (Fixture *self,
                      gconstpointer data)
{
  const char *wanted = g_getenv ("ATLAS_TEST_KILLS");
  guint n_kills = wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : 20;
  guint last = 0;

  g_clear_object (&self->library);
  for (guint i = 0; i < n_kills; i++)
    {
      guint saved = kill_one (own_program, self->directory, last + 1, i % 4 == 0);
      g_autoptr (GPtrArray) items = NULL;
      g_autoptr (GPtrArray) found = NULL;

      g_assert_cmpuint (saved, >=, last);
      self->library = fixture_open (self->directory);
      g_assert_null (atlas_library_get_report (self->library)->set_aside);
      items = atlas_library_list (self->library, &(AtlasLibraryQuery) { .country = "BY" }, NULL, NULL);
      /* The last one may be there without having been shown, but not half of it; and
       * one may be deleted, where the end came before it was brought back. */
      g_assert_cmpuint (items->len + 1 + i, >=, saved);
      for (guint n = MAX (1, last); n <= saved; n++)
        check_whole (self, n);
      last = saved;
      for (guint j = 0; j < items->len; j++)
        last = MAX (last, (guint) g_ascii_strtoull (((AtlasLibraryItem *) items->pdata[j])->key + strlen ("own-"), NULL, 10));
      g_assert_cmpuint (last, <=, saved + 1);
      if (last > saved)
        check_whole (self, last);
      found = atlas_library_search (self->library, "paragraph", 0, NULL, NULL);
      g_assert_cmpuint (found->len, ==, items->len);
      fixture_check (self);
      g_clear_object (&self->library);
    }
  g_test_message ("%u articles after %u kills", last, n_kills);
  self->library = fixture_open (self->directory);
  for (guint n = 1; n <= last; n++)
    check_whole (self, n);
}

/* --- A full disk -------------------------------------------------------------------------------- */

/* Adds articles until a file may grow no more; from before it opens the library, or after. */
static void
run_filler (const char *directory,
            guint first,
            guint limit,
            gboolean before)
{
  const struct rlimit most = { limit, limit };
  g_autoptr (AtlasLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  fixture_linker ();
  if (before)
    setrlimit (RLIMIT_FSIZE, &most);
  library = atlas_library_open (directory, fixture_gazetteer (), fixture_linker (), NULL, &error);
  if (!before)
    setrlimit (RLIMIT_FSIZE, &most);
  for (guint n = first; library != NULL; n++)
    {
      g_autoptr (AtlasLibraryEntry) entry = make_numbered (n);

      if (!atlas_library_add (library, entry, NULL, NULL, &error))
        break;
      say ("saved %u\n", n);
    }
  g_assert_true (error->domain == ATLAS_LIBRARY_ERROR);
  say ("failed %d %s\n", error->code, error->message);
}

/* Where files may grow only so far, SQLite's writes fail as on a full disk, and in the
 * middle of them. */
static void
disk_that_fills (Fixture *self,
                 gconstpointer data)
{
  guint n_rounds = g_getenv ("ATLAS_TEST_KILLS") != NULL ? 60 : 12;
  guint last = 0;

  g_clear_object (&self->library);
  for (guint i = 0; i < n_rounds; i++)
    {
      guint limit = (guint) g_test_rand_int_range (1, 300000) + last * 2000;
      g_autofree char *first_text = g_strdup_printf ("%u", last + 1);
      g_autofree char *limit_text = g_strdup_printf ("%u", limit);
      const char *const arguments[] = { own_program, i % 3 == 0 ? "--fill-before" : "--fill", self->directory, first_text, limit_text, NULL };
      g_autofree char *said = NULL;
      g_autoptr (GError) error = NULL;
      int status;

      g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &said, NULL, &status, &error);
      g_assert_no_error (error);
      g_test_message ("%u bytes: %s", limit, strstr (said, "failed"));
      g_assert_true (g_spawn_check_wait_status (status, NULL));
      g_assert_nonnull (strstr (said, "failed 1 The disk is full;"));
      last = find_last_saved (said, last);
      self->library = fixture_open (self->directory);
      g_assert_null (atlas_library_get_report (self->library)->set_aside);
      for (guint n = 1; n <= last; n++)
        check_whole (self, n);
      fixture_check (self);
      g_clear_object (&self->library);
    }
  g_assert_cmpuint (last, >, 0);
  self->library = fixture_open (self->directory);
}

static void
full_disk (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n = 0, count = 0;

  /* The library's own connection is told to stop growing. */
  g_assert_true (atlas_library_limit_pages (self->library, 200));
  for (; n < 1000 && error == NULL; n++)
    {
      g_autoptr (AtlasLibraryEntry) entry = make_numbered (n);

      if (!atlas_library_add (self->library, entry, NULL, NULL, &error))
        break;
    }
  g_assert_error (error, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_FULL);
  g_assert_cmpuint (n, >, 3);
  g_assert_true (atlas_library_count (self->library, &count, NULL, NULL));
  g_assert_cmpuint (count, ==, n);
  fixture_check (self);
  /* With room again it goes on. */
  g_assert_true (atlas_library_limit_pages (self->library, 100000));
  {
    g_autoptr (AtlasLibraryEntry) entry = make_numbered (n);

    g_assert_true (atlas_library_add (self->library, entry, NULL, NULL, NULL));
  }
  fixture_reopen (self);
  for (guint i = 0; i <= n; i++)
    check_whole (self, i);
  fixture_check (self);
}

/* --- Damage ------------------------------------------------------------------------------------------ */

static guint
count_files (const char *directory,
             const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".db");
  return n;
}

static void
overwrite (const char *path,
           long offset,
           gsize length)
{
  FILE *file = g_fopen (path, "r+b");
  g_autofree char *noise = g_malloc (length);
  gsize written = 0;

  memset (noise, 0xa5, length);
  g_assert_nonnull (file);
  if (fseek (file, offset, SEEK_SET) == 0)
    written = fwrite (noise, 1, length, file);
  fclose (file);
  g_assert_cmpuint (written, ==, length);
}

static void
add_some (Fixture *self,
          guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AtlasLibraryEntry) entry = make_numbered (i);
      const char *const tags[] = { "kept", NULL };
      g_autofree char *key = NULL;

      entry->tags = g_strdupv ((char **) tags);
      key = fixture_add (self, entry);
    }
}

static void
damaged_pages (Fixture *self,
               gconstpointer data)
{
  g_autofree char *path = g_strdup (atlas_library_get_path (self->library));
  const AtlasLibraryReport *report;
  g_autofree char *words = NULL;
  g_autofree char *bytes = NULL;
  gsize length;
  guint n, whole = 0;

  add_some (self, 200);
  g_clear_object (&self->library);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  /* A tenth of the file, in its middle. */
  overwrite (path, (long) (length / 2) & ~4095L, (length / 10) & ~4095UL);
  self->library = fixture_open (self->directory);
  report = atlas_library_get_report (self->library);
  g_assert_nonnull (report->set_aside);
  g_assert_true (g_file_test (report->set_aside, G_FILE_TEST_EXISTS));
  words = atlas_library_report_to_string (report);
  g_assert_nonnull (words);
  g_test_message ("%s", words);
  g_assert_true (atlas_library_count (self->library, &n, NULL, NULL));
  g_assert_cmpuint (n, ==, report->n_saved);
  g_assert_cmpuint (n, >, 100);
  g_assert_cmpuint (n + report->n_lost, <=, 200);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *key = g_strdup_printf ("own-%u", i);
      g_autoptr (AtlasLibraryArticle) article = atlas_library_get (self->library, key, NULL, NULL);

      whole += article != NULL && article->entry->blocks->len == PARAGRAPHS && g_strv_length (article->entry->tags) == 1;
    }
  g_test_message ("whole: %u of %u", whole, n);
  fixture_check (self);
  fixture_reopen (self);
  g_assert_null (atlas_library_get_report (self->library)->set_aside);
  g_assert_cmpuint (count_files (self->directory, "articles-damaged"), ==, 1);
}

/* A count that says that there were two thousand million articles is not believed. */
static void
damaged_count (Fixture *self,
               gconstpointer data)
{
  g_autofree char *path = g_strdup (atlas_library_get_path (self->library));
  g_autoptr (AtlasDatabase) database = NULL;
  g_autofree char *bytes = NULL;
  gsize length;
  guint n;

  add_some (self, 100);
  g_clear_object (&self->library);
  database = atlas_database_open (path, ATLAS_DATABASE_WRITE, NULL);
  g_assert_true (atlas_database_exec (database, "UPDATE sqlite_sequence SET seq = 2000000000 WHERE name = 'articles'", NULL));
  g_clear_pointer (&database, atlas_database_free);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  overwrite (path, (long) (length / 2) & ~4095L, 4096);
  self->library = fixture_open (self->directory);
  g_assert_nonnull (atlas_library_get_report (self->library)->set_aside);
  g_assert_true (atlas_library_count (self->library, &n, NULL, NULL));
  g_assert_cmpuint (n, >, 50);
}

static void
damaged_head (Fixture *self,
              gconstpointer data)
{
  g_autofree char *path = g_strdup (atlas_library_get_path (self->library));
  guint n = 1;

  add_some (self, 5);
  g_clear_object (&self->library);
  overwrite (path, 0, 100);
  self->library = fixture_open (self->directory);
  g_assert_nonnull (atlas_library_get_report (self->library)->set_aside);
  g_assert_true (atlas_library_count (self->library, &n, NULL, NULL));
  g_assert_cmpuint (n, ==, 0);
  add_some (self, 5);
  g_assert_cmpuint (count_files (self->directory, "articles-damaged"), ==, 1);
}

static void
not_a_database (Fixture *self,
                gconstpointer data)
{
  g_autofree char *path = g_strdup (atlas_library_get_path (self->library));

  g_clear_object (&self->library);
  g_assert_true (g_file_set_contents (path, "These are my notes, and no database at all, but long enough to be one.\n", -1, NULL));
  self->library = fixture_open (self->directory);
  g_assert_nonnull (atlas_library_get_report (self->library)->set_aside);
  add_some (self, 2);
}

/* Killed between setting aside and putting in place. */
static void
rescue_is_taken_up (Fixture *self,
                    gconstpointer data)
{
  g_autofree char *path = g_strdup (atlas_library_get_path (self->library));
  g_autofree char *rescued = g_build_filename (self->directory, "articles-rescue.db", NULL);
  guint n;

  add_some (self, 3);
  g_clear_object (&self->library);
  g_assert_cmpint (g_rename (path, rescued), ==, 0);
  self->library = fixture_open (self->directory);
  g_assert_true (atlas_library_count (self->library, &n, NULL, NULL));
  g_assert_cmpuint (n, ==, 3);
}

/* --- Versions ------------------------------------------------------------------------------------------- */

static void
newer_is_read_only (Fixture *self,
                    gconstpointer data)
{
  g_autofree char *path = g_strdup (atlas_library_get_path (self->library));
  g_autoptr (AtlasDatabase) database = NULL;
  g_autoptr (AtlasLibraryEntry) entry = make_numbered (9);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  add_some (self, 3);
  g_clear_object (&self->library);
  database = atlas_database_open (path, ATLAS_DATABASE_WRITE, NULL);
  g_assert_true (atlas_database_exec (database, "PRAGMA user_version = 1000; ALTER TABLE articles ADD COLUMN mood TEXT;", NULL));
  g_clear_pointer (&database, atlas_database_free);

  self->library = fixture_open (self->directory);
  g_assert_true (atlas_library_get_report (self->library)->read_only);
  g_assert_cmpint (atlas_library_get_report (self->library)->version, ==, 1000);
  words = atlas_library_report_to_string (atlas_library_get_report (self->library));
  g_assert_nonnull (words);
  check_whole (self, 2);
  g_assert_false (atlas_library_add (self->library, entry, NULL, NULL, &error));
  g_assert_error (error, ATLAS_LIBRARY_ERROR, ATLAS_LIBRARY_ERROR_READ_ONLY);
}

static gboolean
add_mood (AtlasDatabase *database,
          GError **error)
{
  return atlas_database_exec (database, "ALTER TABLE articles ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'", error);
}

static gboolean
break_off (AtlasDatabase *database,
           GError **error)
{
  return atlas_database_exec (database, "DELETE FROM blocks", error) && atlas_database_exec (database, "DELETE FROM nothing_of_that_name", error);
}

static void
forward_with_a_backup (Fixture *self,
                       gconstpointer data)
{
  const AtlasSchemaStep steps[] = { add_mood, break_off };
  g_autofree char *path = g_strdup (atlas_library_get_path (self->library));
  g_autofree char *backup = NULL;
  g_autoptr (AtlasDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  gint64 number;

  add_some (self, 3);
  g_clear_object (&self->library);
  database = atlas_database_open (path, ATLAS_DATABASE_WRITE, NULL);
  /* Two steps of which the second fails: neither counts. */
  g_assert_false (atlas_schema_migrate (database, path, steps, 2, &backup, &error));
  g_assert_nonnull (error);
  g_assert_true (atlas_schema_get_version (database, &number, NULL));
  g_assert_cmpint (number, ==, 1);
  g_assert_true (atlas_database_get_number (database, "SELECT count (*) FROM blocks", &number, NULL));
  g_assert_cmpint (number, ==, 3 * PARAGRAPHS);
  g_assert_false (atlas_database_get_number (database, "SELECT count (mood) FROM articles", &number, NULL));

  g_assert_true (atlas_schema_migrate (database, path, steps, 1, &backup, NULL));
  g_assert_true (atlas_schema_get_version (database, &number, NULL));
  g_assert_cmpint (number, ==, 2);
  g_assert_true (atlas_database_get_number (database, "SELECT count (mood) FROM articles", &number, NULL));
  g_assert_cmpint (number, ==, 3);
  g_clear_pointer (&database, atlas_database_free);

  g_assert_nonnull (backup);
  g_assert_cmpuint (count_files (self->directory, "articles-v1-"), >=, 1);
  database = atlas_database_open (backup, ATLAS_DATABASE_READ, NULL);
  g_assert_true (atlas_schema_get_version (database, &number, NULL));
  g_assert_cmpint (number, ==, 1);
  g_assert_true (atlas_database_get_number (database, "SELECT count (*) FROM blocks", &number, NULL));
  g_assert_cmpint (number, ==, 3 * PARAGRAPHS);
  g_clear_pointer (&database, atlas_database_free);
  self->library = fixture_open (self->directory);
  g_assert_true (atlas_library_get_report (self->library)->read_only);
}

#define ADD(name, function) g_test_add ("/recovery/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc,
      char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "--import"))
    {
      run_importer (argv[2], (guint) g_ascii_strtoull (argv[3], NULL, 10));
      return 0;
    }
  if (argc == 5 && g_str_has_prefix (argv[1], "--fill"))
    {
      run_filler (argv[2], (guint) g_ascii_strtoull (argv[3], NULL, 10), (guint) g_ascii_strtoull (argv[4], NULL, 10), g_str_equal (argv[1], "--fill-before"));
      return 0;
    }
  own_program = argv[0];
  g_test_init (&argc, &argv, NULL);
  ADD ("killed-at-any-moment", killed_at_any_moment);
  ADD ("full-disk", full_disk);
  ADD ("disk-that-fills", disk_that_fills);
  ADD ("damaged-pages", damaged_pages);
  ADD ("damaged-count", damaged_count);
  ADD ("damaged-head", damaged_head);
  ADD ("not-a-database", not_a_database);
  ADD ("rescue-is-taken-up", rescue_is_taken_up);
  ADD ("newer-is-read-only", newer_is_read_only);
  ADD ("forward-with-a-backup", forward_with_a_backup);
  return g_test_run ();
}
