/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"

#include "atlas-import-helper.h"
#include "atlas-import-serve.h"
#include "atlas-import.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <unistd.h>

/* This program is its own helper: one that does, by the name of the file, what
 * files made to do harm may make a helper do. */
static AtlasImported *
misbehave (const char *name,
           GBytes *bytes,
           GError **error)
{
  g_autoptr (GPtrArray) eaten = g_ptr_array_new_with_free_func (g_free);
  volatile guint spin = 0;

  if (g_str_equal (name, "kill"))
    raise (SIGKILL);
  if (g_str_equal (name, "crash"))
    raise (SIGSEGV);
  if (g_str_equal (name, "exit"))
    _exit (0);
  if (g_str_equal (name, "sleep"))
    g_usleep (60 * G_USEC_PER_SEC);
  if (g_str_equal (name, "spin"))
    for (;;)
      spin++;
  if (g_str_equal (name, "eat"))
    for (;;)
      {
        gpointer piece = g_malloc (16 * 1024 * 1024);

        memset (piece, 1, 16 * 1024 * 1024); /* memory counts once it is written to */
        g_ptr_array_add (eaten, piece);
      }
  if (g_str_equal (name, "nonsense"))
    for (int fd = 3; fd < 16; fd++)
      if (write (fd, "This is no reply, but it is long enough for one.", 48) == 48)
        g_usleep (G_USEC_PER_SEC);
  if (g_str_equal (name, "open") && open ("/etc/passwd", O_RDONLY) >= 0)
    return NULL;
  return atlas_extract (name, bytes, error);
}

static void
assert_read (const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("The six members met.", 20);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImported) imported = atlas_import_bytes (name, bytes, NULL, &error);

  g_assert_no_error (error);
  assert_blocks (imported, "The six members met.\n");
}

static void
assert_fails (const char *name,
              AtlasImportError code)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("The six members met.", 20);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImported) imported = atlas_import_bytes (name, bytes, NULL, &error);

  g_assert_null (imported);
  g_assert_error (error, ATLAS_IMPORT_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, name));
}

/* Whatever becomes of one file, the next one is read. */
static void
test_deaths (void)
{
  static const char *const deaths[] = { "kill", "crash", "exit", "nonsense" };

  assert_read ("good");
  for (guint i = 0; i < G_N_ELEMENTS (deaths); i++)
    {
      assert_fails (deaths[i], ATLAS_IMPORT_ERROR_HELPER);
      assert_read ("good");
    }
}

/* One that waits reads the next file: no other could be started. */
static void
test_prepare (void)
{
  g_autofree char *self = g_strdup (g_getenv ("ATLAS_IMPORTER"));

  for (guint i = 0; i < 8; i++)
    assert_fails ("exit", ATLAS_IMPORT_ERROR_HELPER);
  atlas_import_helper_prepare ();
  g_setenv ("ATLAS_IMPORTER", "/nowhere/at/all", TRUE);
  assert_read ("good");
  atlas_import_helper_prepare ();
  assert_read ("good");
  g_setenv ("ATLAS_IMPORTER", self, TRUE);
}

/* Not under the sanitizers, which need more memory than the limit would leave. */
#if !defined(__SANITIZE_ADDRESS__)
static void
test_memory (void)
{
  assert_fails ("eat", ATLAS_IMPORT_ERROR_HELPER);
  assert_read ("good");
}
#endif

static void
test_time (void)
{
  atlas_import_helper_set_seconds (1);
  assert_fails ("sleep", ATLAS_IMPORT_ERROR_TIME);
  assert_fails ("spin", ATLAS_IMPORT_ERROR_TIME);
  atlas_import_helper_set_seconds (30);
  assert_read ("good");
}

static void
test_no_files (void)
{
  assert_read ("open");
}

/* What the importer says of a file comes through with its code. */
static void
test_message (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\x89PNG\r\n", 6);
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_import_bytes ("a.txt", bytes, NULL, &error));
  g_assert_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (error->message, "a.txt"));
}

static void
test_no_helper (void)
{
  g_autofree char *self = g_strdup (g_getenv ("ATLAS_IMPORTER"));
  g_autoptr (GBytes) bytes = g_bytes_new_static ("The six members met.", 20);

  /* Those that wait are used up first. */
  for (guint i = 0; i < 8; i++)
    assert_fails ("exit", ATLAS_IMPORT_ERROR_HELPER);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_setenv ("ATLAS_IMPORTER", i == 0 ? "/nowhere/at/all" : "/bin/false", TRUE);
      g_assert_null (atlas_import_bytes ("a", bytes, NULL, &error));
      g_assert_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_HELPER);
    }
  g_setenv ("ATLAS_IMPORTER", self, TRUE);
  assert_read ("good");
}

/* --- Files ----------------------------------------------------------------------------------- */

static void
take_result (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Ett möte.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) parent = g_file_new_for_path (folder);
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GAsyncResult) third = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImported) imported = NULL;

  g_assert_true (g_file_set_contents (path, "Ministrarna möttes.", -1, NULL));
  atlas_import_file_async (file, NULL, take_result, &first);
  imported = atlas_import_finish (wait_for (&first), &error);
  g_assert_no_error (error);
  assert_blocks (imported, "Ministrarna möttes.\n");

  atlas_import_file_async (parent, NULL, take_result, &second);
  g_assert_null (atlas_import_finish (wait_for (&second), &error));
  g_assert_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_READ);
  g_clear_error (&error);

  g_unlink (path);
  atlas_import_file_async (file, NULL, take_result, &third);
  g_assert_null (atlas_import_finish (wait_for (&third), &error));
  g_assert_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_READ);
  g_rmdir (folder);
}

static gboolean
cancel (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

static void
test_cancel (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  gint64 taken;

  atlas_import_bytes_async ("sleep", bytes, cancellable, take_result, &result);
  g_timeout_add (100, cancel, cancellable);
  g_assert_null (atlas_import_finish (wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  taken = g_get_monotonic_time () - start;
  g_assert_cmpint (taken, <, 5 * G_USEC_PER_SEC);
}

typedef struct
{
  guint n_found;
  guint n_failed;
  guint n_done;
  gboolean seen[200];
  GCancellable *cancellable; /* after ten */
} Tally;

static void
count (GFile *file,
       guint i,
       AtlasImported *imported,
       const GError *error,
       guint n_done,
       gpointer data)
{
  Tally *tally = data;
  g_autofree char *name = g_file_get_basename (file);

  g_assert_false (tally->seen[i]);
  tally->seen[i] = TRUE;
  g_assert_cmpuint (n_done, ==, ++tally->n_done);
  g_assert_true ((imported == NULL) == (error != NULL));
  g_assert_true ((imported == NULL) == (g_str_equal (name, "crash") || g_str_equal (name, "kill")));
  tally->n_found += imported != NULL;
  tally->n_failed += imported == NULL;
  if (tally->cancellable != NULL && n_done == 10)
    g_cancellable_cancel (tally->cancellable);
}

/* Many files; a few of them kill their helper, and only these fail. */
static void
test_batch (void)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-XXXXXX", NULL);
  g_autofree char *crash = g_build_filename (folder, "crash", NULL);
  g_autofree char *kills = g_build_filename (folder, "kill", NULL);
  g_autofree char *good = g_build_filename (folder, "good", NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Tally tally = { 0 };

  g_assert_true (g_file_set_contents (good, "A text.", -1, NULL) && g_file_set_contents (crash, "A text.", -1, NULL) && g_file_set_contents (kills, "A text.", -1, NULL));
  for (guint i = 0; i < 200; i++)
    g_ptr_array_add (files, g_file_new_for_path (i % 50 == 7 ? crash : i % 50 == 9 ? kills
                                                                                   : good));
  atlas_import_batch_async (files, NULL, count, &tally, take_result, &result);
  g_assert_true (atlas_import_batch_finish (wait_for (&result), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_done, ==, 200);
  g_assert_cmpuint (tally.n_found, ==, 192);
  g_assert_cmpuint (tally.n_failed, ==, 8);

  memset (&tally, 0, sizeof tally);
  tally.cancellable = cancellable;
  atlas_import_batch_async (files, cancellable, count, &tally, take_result, &cancelled);
  g_assert_false (atlas_import_batch_finish (wait_for (&cancelled), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (tally.n_done, <, 200);
  g_unlink (good);
  g_unlink (crash);
  g_unlink (kills);
  g_rmdir (folder);
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *self = NULL;

  if (g_getenv ("ATLAS_TEST_SERVES") != NULL)
    return atlas_import_serve (misbehave);
  g_test_init (&argc, &argv, NULL);
  self = g_file_read_link ("/proc/self/exe", NULL);
  g_setenv ("ATLAS_TEST_SERVES", "1", TRUE);
  g_setenv ("ATLAS_IMPORTER", self, TRUE);
  g_test_add_func ("/import/process/deaths", test_deaths);
  g_test_add_func ("/import/process/prepare", test_prepare);
#if !defined(__SANITIZE_ADDRESS__)
  g_test_add_func ("/import/process/memory", test_memory);
#endif
  g_test_add_func ("/import/process/time", test_time);
  g_test_add_func ("/import/process/no-files", test_no_files);
  g_test_add_func ("/import/process/message", test_message);
  g_test_add_func ("/import/process/no-helper", test_no_helper);
  g_test_add_func ("/import/process/file", test_file);
  g_test_add_func ("/import/process/cancel", test_cancel);
  g_test_add_func ("/import/process/batch", test_batch);
  return g_test_run ();
}
