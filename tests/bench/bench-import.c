/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bench-row.h"

#include "atlas-import.h"

#include <glib/gstdio.h>

#define N_FILES 600
#define REPEATS 5

/* Short articles in turn as text, Markdown and HTML, from files, through the
 * helpers, as when a reader drops a folder of them. */

static const char paragraph[] =
    "The defence ministers of Armenia, Belarus, Kazakhstan, Kyrgyzstan, Russia and Tajikistan met on Wednesday and spoke about the exercises of "
    "the autumn, the situation at the border and what the alliance is to be in ten years. Nothing was decided.";

static char *
make_article (guint i)
{
  GString *text = g_string_new (NULL);

  if (i % 3 == 1)
    g_string_append (text, "---\ntitle: Ministers met\ndate: 2025-05-28\n---\n");
  if (i % 3 == 2)
    g_string_append (text, "<!doctype html><html lang=en><head><title>Ministers met</title><meta property=og:title content=\"Ministers met\"></head><body>"
                           "<nav><a href=1>Home</a><a href=2>World</a></nav><article><h1>Ministers met</h1>");
  for (guint j = 0; j < 6; j++)
    g_string_append_printf (text, "%s%s %u.%u%s", i % 3 == 2 ? "<p>" : "", paragraph, i, j, i % 3 == 2 ? "</p>" : "\n\n");
  return g_string_free_and_steal (text);
}

static GPtrArray *
make_files (const char *folder)
{
  static const char *const suffixes[] = { "txt", "md", "html" };
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_FILES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.%s", i, suffixes[i % 3]);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = make_article (i);

      g_file_set_contents (path, text, -1, NULL);
      g_ptr_array_add (files, g_file_new_for_path (path));
    }
  return files;
}

static void
count (GFile *file,
       guint i,
       AtlasImported *imported,
       const GError *error,
       guint n_done,
       gpointer data)
{
  *(guint *) data += imported != NULL;
}

static void
take_result (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_main_loop_quit (data);
}

static void
measure_batch (GPtrArray *files)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  gint64 start = g_get_monotonic_time ();
  guint n_found = 0;

  atlas_import_batch_async (files, NULL, count, &n_found, take_result, loop);
  g_main_loop_run (loop);
  g_assert (n_found == files->len);
  print_row ("importing short articles, a second", files->len / (milliseconds_since (start) / 1000), "articles");
}

static void
measure_one (GFile *file)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (AtlasImported) imported = atlas_import_file (file, NULL, NULL);

  g_assert (imported != NULL);
  print_row ("importing one short article", milliseconds_since (start), "ms");
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-bench-XXXXXX", NULL);
  g_autoptr (GPtrArray) files = make_files (folder);

  for (guint i = 0; i < REPEATS; i++)
    measure_batch (files);
  for (guint i = 0; i < 21; i++)
    measure_one (g_ptr_array_index (files, i));
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *path = g_file_get_path (g_ptr_array_index (files, i));

      g_unlink (path);
    }
  g_rmdir (folder);
  return 0;
}
