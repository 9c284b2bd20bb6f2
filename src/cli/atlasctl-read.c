/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-read.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#define CHUNK (64 * 1024)

/**
 * atlasctl_is_input:
 *
 * Returns: whether @argument is “-”, standard input
 */
gboolean
atlasctl_is_input (const char *argument)
{
  return g_str_equal (argument, "-");
}

/**
 * atlasctl_describe_failure:
 * @error: why the file cannot be read
 *
 * Returns: (transfer full): its message, after the path where that tells more than the
 *   name in the message
 */
char *
atlasctl_describe_failure (const char *argument,
                           const GError *error)
{
  g_autofree char *name = g_filename_display_name (argument);

  if (atlasctl_is_input (argument) || strstr (error->message, name) != NULL)
    return g_strdup (error->message);
  return g_strdup_printf ("%s: %s", name, error->message);
}

/**
 * atlasctl_fail_file:
 *
 * Writes why a file cannot be read to standard error.
 *
 * Returns: %ATLASCTL_BAD_INPUT
 */
AtlasctlExit
atlasctl_fail_file (const char *argument,
                    const GError *error)
{
  g_autofree char *message = atlasctl_describe_failure (argument, error);

  atlasctl_complain ("%s", message);
  return ATLASCTL_BAD_INPUT;
}

/**
 * atlasctl_find_argument:
 * @argument: a path, or a file's address
 *
 * Other addresses are refused, for the network is not touched.
 *
 * Returns: (transfer full) (nullable): the file
 */
GFile *
atlasctl_find_argument (const char *argument,
                        GError **error)
{
  g_autofree char *scheme = g_uri_parse_scheme (argument);

  if (scheme == NULL || g_file_test (argument, G_FILE_TEST_EXISTS))
    return g_file_new_for_path (argument);
  if (g_str_equal (scheme, "file"))
    return g_file_new_for_uri (argument);
  if (strstr (argument, "://") == NULL)
    return g_file_new_for_path (argument);
  g_set_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_READ, _ ("“%s” is an address; save the page and give its file."), argument);
  return NULL;
}

/**
 * atlasctl_read_input:
 *
 * Reads standard input until its end, or one byte more than an article may have.
 *
 * Returns: (transfer full) (nullable): what was read
 */
GBytes *
atlasctl_read_input (GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (CHUNK);
  gsize n;

  errno = 0;
  while (data->len <= ATLAS_IMPORT_MAX_BYTES && (n = fread (buffer, 1, CHUNK, stdin)) > 0)
    g_byte_array_append (data, buffer, (guint) n);
  if (!ferror (stdin))
    return g_byte_array_free_to_bytes (g_steal_pointer (&data));
  g_set_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_READ, _ ("“%1$s” cannot be opened: %2$s."), _ ("standard input"), g_strerror (errno));
  return NULL;
}

/**
 * atlasctl_read_article:
 * @argument: a path, a file's address, or “-”
 *
 * Returns: (transfer full) (nullable): the article that was found there
 */
AtlasImported *
atlasctl_read_article (const char *argument,
                       GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!atlasctl_is_input (argument))
    {
      file = atlasctl_find_argument (argument, error);
      return file != NULL ? atlas_import_file (file, NULL, error) : NULL;
    }
  bytes = atlasctl_read_input (error);
  return bytes != NULL ? atlas_import_bytes (_ ("standard input"), bytes, NULL, error) : NULL;
}
