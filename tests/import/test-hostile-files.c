/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define _GNU_SOURCE
#include "hostile-fixture.h"

#include "atlas-import-helper.h"
#include "atlas-import.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sys/fsuid.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

/* What a file chooser may hand over that is no usual file, and files that only a helper
 * of its own can be trusted with. All go through the real helper. */

#define NOBODY 65534

/* No test waits for long, whatever is in the way. */
#define PATIENCE 20

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("atlas-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  alarm (PATIENCE);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  GDir *dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  alarm (0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      if (g_remove (path) != 0)
        g_test_message ("%s stays: %s", path, g_strerror (errno));
    }
  g_dir_close (dir);
  g_rmdir (self->folder);
  g_free (self->folder);
}

static char *
make_path (Fixture *self,
           const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* In place: another name beside the longest would be too long. */
static char *
write_file (Fixture *self,
            const char *name,
            const char *text)
{
  g_autofree char *path = make_path (self, name);

  g_assert_true (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0644, NULL));
  return g_steal_pointer (&path);
}

/* @name: what the message calls it */
static void
assert_file_refused (const char *path,
                     const char *name,
                     int code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImported) imported = atlas_import_file (file, NULL, &error);

  assert_refused_with (name, imported, error, code);
}

static void
assert_file_read (const char *path,
                  const char *text)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImported) imported = atlas_import_file (file, NULL, &error);

  assert_text (path, imported, error, text);
}

/* --- No usual file ------------------------------------------------------------------------- */

static void
test_folder (Fixture *self,
             gconstpointer data)
{
  g_autofree char *name = g_path_get_basename (self->folder);

  assert_file_refused (self->folder, name, ATLAS_IMPORT_ERROR_READ);
}

static void
test_nowhere (Fixture *self,
              gconstpointer data)
{
  g_autofree char *path = make_path (self, "nowhere.txt");

  assert_file_refused (path, path, ATLAS_IMPORT_ERROR_READ);
}

/* Nobody writes to it: opening it would wait for ever. */
static void
test_pipe (Fixture *self,
           gconstpointer data)
{
  g_autofree char *path = make_path (self, "pipe.txt");
  g_autofree char *link = make_path (self, "link-to-pipe.txt");

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_cmpint (symlink (path, link), ==, 0);
  assert_file_refused (path, "pipe.txt", ATLAS_IMPORT_ERROR_READ);
  assert_file_refused (link, "link-to-pipe.txt", ATLAS_IMPORT_ERROR_READ);
}

static void
test_socket (Fixture *self,
             gconstpointer data)
{
  g_autofree char *path = make_path (self, "socket.txt");
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  assert_file_refused (path, "socket.txt", ATLAS_IMPORT_ERROR_READ);
  close (fd);
}

static void
test_devices (Fixture *self,
              gconstpointer data)
{
  assert_file_refused ("/dev/zero", "zero", ATLAS_IMPORT_ERROR_READ);
  assert_file_refused ("/dev/null", "null", ATLAS_IMPORT_ERROR_READ);
}

static void
test_links (Fixture *self,
            gconstpointer data)
{
  g_autofree char *path = write_file (self, "article.txt", "Ministers met.");
  g_autofree char *good = make_path (self, "good.txt");
  g_autofree char *dangling = make_path (self, "dangling.txt");
  g_autofree char *loop = make_path (self, "loop.txt");
  g_autofree char *folder = make_path (self, "folder.txt");

  g_assert_cmpint (symlink (path, good), ==, 0);
  g_assert_cmpint (symlink ("nowhere.txt", dangling), ==, 0);
  g_assert_cmpint (symlink ("loop.txt", loop), ==, 0);
  g_assert_cmpint (symlink (".", folder), ==, 0);
  assert_file_read (good, "Ministers met.");
  assert_file_refused (dangling, "dangling.txt", ATLAS_IMPORT_ERROR_READ);
  assert_file_refused (loop, "loop.txt", ATLAS_IMPORT_ERROR_READ);
  assert_file_refused (folder, "folder.txt", ATLAS_IMPORT_ERROR_READ);
}

/* Root may read all, so that it becomes nobody for the file system. */
static void
test_forbidden (Fixture *self,
                gconstpointer data)
{
  g_autofree char *path = write_file (self, "forbidden.txt", "Ministers met.");

  g_assert_cmpint (g_chmod (path, geteuid () == 0 ? 0600 : 0), ==, 0);
  g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
  if (geteuid () == 0)
    setfsuid (NOBODY);
  assert_file_refused (path, "forbidden.txt", ATLAS_IMPORT_ERROR_READ);
  if (geteuid () == 0)
    setfsuid (0);
}

/* --- Names --------------------------------------------------------------------------------- */

static void
test_names (Fixture *self,
            gconstpointer data)
{
  g_autofree char *longest = g_strnfill (255, 'a');
  const char *const names[] = { "new\nline.txt", "%s%n.txt", "“quoted” & <b>bold.txt", "-rf.txt", "\xe2\x80\xaetxt.exe", longest };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = write_file (self, names[i], "Ministers met.");
      g_autofree char *empty = NULL;

      assert_file_read (path, "Ministers met.");
      empty = write_file (self, names[i], "");
      assert_file_refused (path, names[i], ATLAS_IMPORT_ERROR_EMPTY);
    }
}

/* Bytes that are no UTF-8: messages are. */
static void
test_odd_name (Fixture *self,
               gconstpointer data)
{
  g_autofree char *path = write_file (self, "m\xf6te\xff.txt", "");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImported) imported = atlas_import_file (file, NULL, &error);

  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  assert_refused_with (g_file_info_get_display_name (info), imported, error, ATLAS_IMPORT_ERROR_EMPTY);
}

/* --- Sizes ------------------------------------------------------------------------------------ */

/* A terabyte of nothing: no more of it is read than an article may have. */
static void
test_sparse (Fixture *self,
             gconstpointer data)
{
  g_autofree char *path = write_file (self, "sparse.txt", "");

  if (truncate (path, (off_t) 1 << 40) != 0)
    g_assert_cmpint (truncate (path, (off_t) 1 << 32), ==, 0);
  assert_file_refused (path, "sparse.txt", ATLAS_IMPORT_ERROR_TOO_LARGE);
}

/* Says that it is empty, and is not. */
static void
test_size_that_lies (Fixture *self,
                     gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/proc/self/status");
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImported) imported = atlas_import_file (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (atlas_imported_get_n_characters (imported), >, 100);
}

typedef struct
{
  const char *path;
  gint stop;
} Grower;

static gpointer
grow (gpointer data)
{
  Grower *grower = data;
  g_autofree char *piece = g_strnfill (64 * 1024, 'a');
  int fd = g_open (grower->path, O_WRONLY | O_APPEND, 0);

  while (!g_atomic_int_get (&grower->stop) && lseek (fd, 0, SEEK_END) < 100 * 1024 * 1024)
    if (write (fd, piece, 64 * 1024) < 0)
      break;
  close (fd);
  return NULL;
}

/* A download that is not done: what there is by then, or too much of it. */
static void
test_growing (Fixture *self,
              gconstpointer data)
{
  g_autofree char *path = write_file (self, "growing.txt", "a");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Grower grower = { path, 0 };
  GThread *thread = g_thread_new ("grow", grow, &grower);

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasImported) imported = atlas_import_file (file, NULL, &error);

      if (imported != NULL)
        {
          g_autofree char *text = atlas_imported_to_text (imported);
          gsize n = strspn (text, "a\n");

          g_assert_cmpuint (n, ==, strlen (text));
        }
      else if (g_error_matches (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_TOO_LARGE))
        assert_refused_with ("growing.txt", imported, error, ATLAS_IMPORT_ERROR_TOO_LARGE);
      else
        assert_refused_with ("growing.txt", imported, error, ATLAS_IMPORT_ERROR_TOO_LONG);
    }
  g_atomic_int_set (&grower.stop, 1);
  g_thread_join (thread);
}

/* --- What keeps a helper busy -------------------------------------------------------------------- */

static void
assert_takes_too_long (const char *name,
                       const Made *made)
{
  g_autoptr (GString) page = make_string (made);
  g_autoptr (GBytes) bytes = g_bytes_new (page->str, page->len);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImported) imported = NULL;

  imported = atlas_import_bytes (name, bytes, NULL, &error);
  assert_refused_with (name, imported, error, ATLAS_IMPORT_ERROR_TIME);
}

/* The parser of HTML compares each attribute with all before it. */
static void
test_attributes (Fixture *self,
                 gconstpointer data)
{
  static const Made page = { "<html><p ", "a ", 10000000, ">A paragraph." };

  atlas_import_helper_set_seconds (2);
  assert_takes_too_long ("attributes.html", &page);
  atlas_import_helper_set_seconds (30);
}

#define ADD(name, function) g_test_add ("/import/hostile/files/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  ADD ("folder", test_folder);
  ADD ("nowhere", test_nowhere);
  ADD ("pipe", test_pipe);
  ADD ("socket", test_socket);
  ADD ("devices", test_devices);
  ADD ("links", test_links);
  ADD ("forbidden", test_forbidden);
  ADD ("names", test_names);
  ADD ("odd-name", test_odd_name);
  ADD ("sparse", test_sparse);
  ADD ("size-that-lies", test_size_that_lies);
  ADD ("growing", test_growing);
  ADD ("attributes", test_attributes);
  return g_test_run ();
}
