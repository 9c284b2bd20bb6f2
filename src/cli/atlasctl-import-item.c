/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-import.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

/* What may be an article, in a folder of many files. */
static const char *const endings[] = { ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".epub", ".odt", NULL };

/* Deeper than this nobody keeps articles. */
#define MAX_DEPTH 40

/**
 * atlasctl_import_item_new:
 */
AtlasctlImportItem *
atlasctl_import_item_new (const char *argument)
{
  AtlasctlImportItem *self = g_new0 (AtlasctlImportItem, 1);

  self->argument = g_strdup (argument);
  return self;
}

/**
 * atlasctl_import_item_free:
 */
void
atlasctl_import_item_free (AtlasctlImportItem *self)
{
  g_free (self->argument);
  g_free (self->key);
  g_free (self->title);
  g_free (self->date);
  g_free (self->language);
  g_clear_pointer (&self->subjects, g_array_unref);
  g_strfreev (self->warnings);
  g_free (self->message);
  g_free (self);
}

/* @message: (transfer full) */
static void
add_failure (GPtrArray *items,
             const char *path,
             char *message)
{
  AtlasctlImportItem *item = atlasctl_import_item_new (path);

  item->result = ATLASCTL_IMPORT_FAILED;
  item->message = message;
  g_ptr_array_add (items, item);
}

static gboolean
is_article (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Hidden files and links to folders are left out. */
static void
add_folder (GPtrArray *items,
            const char *path,
            guint depth)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *shown = g_filename_display_name (path);
  const char *name;

  if (dir == NULL)
    {
      add_failure (items, path, g_strdup_printf (_ ("the folder “%s” cannot be opened"), shown));
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    if (*name != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *child = g_build_filename (path, g_ptr_array_index (names, i), NULL);

      if (!g_file_test (child, G_FILE_TEST_IS_DIR))
        {
          if (is_article (child))
            g_ptr_array_add (items, atlasctl_import_item_new (child));
        }
      else if (depth < MAX_DEPTH && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        add_folder (items, child, depth + 1);
    }
}

/**
 * atlasctl_import_list_files:
 * @recursive: whether folders stand for the articles in them
 * @items: (element-type AtlasctlImportItem): gets one for each file; a folder that does
 *   not stand for its files, or holds none, is one that failed
 *
 * Returns: whether standard input is named once at most
 */
gboolean
atlasctl_import_list_files (char **arguments,
                            gboolean recursive,
                            GPtrArray *items)
{
  guint n_inputs = 0;

  for (; *arguments != NULL; arguments++)
    {
      g_autofree char *name = g_filename_display_name (*arguments);
      guint before = items->len;

      n_inputs += g_str_equal (*arguments, "-");
      if (!g_file_test (*arguments, G_FILE_TEST_IS_DIR))
        g_ptr_array_add (items, atlasctl_import_item_new (*arguments));
      else if (!recursive)
        add_failure (items, *arguments,
                     g_strdup_printf (_ ("“%s” is a folder; give --recursive for the articles in it, or call “atlasctl library import-folder” for one that was exported"), name));
      else
        add_folder (items, *arguments, 0);
      if (items->len == before)
        add_failure (items, *arguments,
                     g_strdup_printf (_ ("the folder “%s” holds no articles; name one with text, Markdown, HTML, PDF, EPUB or OpenDocument files"), name));
    }
  return n_inputs <= 1;
}
