/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-import.h"

#include "atlas-import-helper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK (256 * 1024)

/* --- Reading a file ------------------------------------------------------------------------- */

static gboolean
fail_to_read (const char *name,
              const GError *reason,
              GError **error)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (reason));
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_READ, _ ("“%s” does not exist; look for it elsewhere."), name);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_READ, _ ("You may not read “%s”; ask its owner, or copy the text and paste it."), name);
  else
    g_set_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_READ, _ ("“%1$s” cannot be opened: %2$s; copy it to another place and choose that, or paste its text."), name, reason->message);
  return FALSE;
}

/* Files that are none, such as folders and pipes, would never end. */
static gboolean
check_file (GFile *file,
            char **name,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, &reason);

  if (info == NULL)
    {
      g_autofree char *path = g_file_get_parse_name (file);

      return fail_to_read (path, reason, error);
    }
  *name = g_strdup (g_file_info_get_display_name (info));
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    return TRUE;
  /* Where it led somewhere, it would be what is there. */
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_SYMBOLIC_LINK)
    g_set_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_READ, _ ("“%s” is a link that leads nowhere; look for the file elsewhere."), *name);
  else
    g_set_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_READ, _ ("“%s” is a folder or a device; choose the file of an article."), *name);
  return FALSE;
}

/* Reads one byte more than a file may have, so that the importer can tell. */
static GBytes *
read_file (GFile *file,
           const char *name,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &reason);
  g_autoptr (GByteArray) data = g_byte_array_new ();

  while (stream != NULL && data->len <= ATLAS_IMPORT_MAX_BYTES)
    {
      guint before = data->len;
      gsize most = MIN (CHUNK, ATLAS_IMPORT_MAX_BYTES + 1 - before);
      gssize n;

      g_byte_array_set_size (data, before + most);
      n = g_input_stream_read (G_INPUT_STREAM (stream), data->data + before, most, cancellable, &reason);
      g_byte_array_set_size (data, before + MAX (n, 0));
      if (n <= 0)
        break;
    }
  if (reason != NULL)
    {
      fail_to_read (name, reason, error);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

/**
 * atlas_import_bytes:
 * @name: what messages call it
 *
 * Waits for what is found in @bytes; any thread may call this, but not the one of
 * a window.
 *
 * Returns: (transfer full) (nullable): %NULL with an error of %ATLAS_IMPORT_ERROR,
 *   whose message names the file and says what to do, or %G_IO_ERROR_CANCELLED
 */
AtlasImported *
atlas_import_bytes (const char *name,
                    GBytes *bytes,
                    GCancellable *cancellable,
                    GError **error)
{
  if (g_bytes_get_size (bytes) > ATLAS_IMPORT_MAX_BYTES)
    {
      g_set_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_TOO_LARGE, _ ("“%s” has more than 20 MB; split it, or save its text alone."), name);
      return NULL;
    }
  return atlas_import_helper_run (name, bytes, cancellable, error);
}

/**
 * atlas_import_file:
 *
 * As atlas_import_bytes(), for a file.
 */
AtlasImported *
atlas_import_file (GFile *file,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!check_file (file, &name, cancellable, error))
    return NULL;
  bytes = read_file (file, name, cancellable, error);
  return bytes != NULL ? atlas_import_bytes (name, bytes, cancellable, error) : NULL;
}

static gpointer
prepare (gpointer unused)
{
  atlas_import_helper_prepare ();
  return NULL;
}

/**
 * atlas_import_prepare:
 *
 * Starts a helper unless one waits, on another thread, so that the next article need
 * not wait for it: for a program that sees one coming. The helper ends by itself when
 * nothing comes.
 */
void
atlas_import_prepare (void)
{
  g_thread_unref (g_thread_new ("prepare-import", prepare, NULL));
}

/* --- One at a time ----------------------------------------------------------------------------- */

typedef struct
{
  char *name;
  GBytes *bytes;
} Named;

static void
named_free (Named *named)
{
  g_free (named->name);
  g_bytes_unref (named->bytes);
  g_free (named);
}

static void
return_imported (GTask *task,
                 AtlasImported *imported,
                 GError *error)
{
  if (imported != NULL)
    g_task_return_pointer (task, imported, (GDestroyNotify) atlas_imported_unref);
  else
    g_task_return_error (task, error);
}

static void
run_bytes (GTask *task,
           gpointer source,
           gpointer data,
           GCancellable *cancellable)
{
  Named *named = data;
  GError *error = NULL;
  AtlasImported *imported = atlas_import_bytes (named->name, named->bytes, cancellable, &error);

  return_imported (task, imported, error);
}

static void
run_file (GTask *task,
          gpointer source,
          gpointer data,
          GCancellable *cancellable)
{
  GError *error = NULL;
  AtlasImported *imported = atlas_import_file (data, cancellable, &error);

  return_imported (task, imported, error);
}

/**
 * atlas_import_bytes_async:
 * @name: what messages call it
 *
 * See atlas_import_bytes(); atlas_import_finish() gives the result.
 */
void
atlas_import_bytes_async (const char *name,
                          GBytes *bytes,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Named *named = g_new (Named, 1);

  named->name = g_strdup (name);
  named->bytes = g_bytes_ref (bytes);
  g_task_set_task_data (task, named, (GDestroyNotify) named_free);
  g_task_run_in_thread (task, run_bytes);
}

/**
 * atlas_import_file_async:
 *
 * See atlas_import_file(); atlas_import_finish() gives the result.
 */
void
atlas_import_file_async (GFile *file,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, run_file);
}

/**
 * atlas_import_finish:
 *
 * Returns: (transfer full) (nullable): as atlas_import_bytes()
 */
AtlasImported *
atlas_import_finish (GAsyncResult *result,
                     GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
