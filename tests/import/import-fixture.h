/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-extract.h"

#include <string.h>

/* For a folder that collects files for others to try, see tests/fuzz. Returns whether
 * there is one. */
static inline gboolean
keep_file (const char *name,
           const void *data,
           gsize length)
{
  const char *folder = g_getenv ("ATLAS_KEEP_FILES");
  g_autofree char *sum = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL)
    return FALSE;
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA1, data, length);
  path = g_strdup_printf ("%s/%.12s-%s", folder, sum, name);
  g_assert_true (g_file_set_contents (path, data, length, NULL));
  return TRUE;
}

/* As atlas_extract(), which all tests call through this. */
static inline AtlasImported *
extract (const char *name,
         GBytes *bytes,
         GError **error)
{
  AtlasImported *imported = atlas_extract (name, bytes, error);

  keep_file (name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (imported != NULL)
    {
      g_autoptr (GBytes) found = atlas_imported_to_bytes (imported);

      keep_file ("imported", g_bytes_get_data (found, NULL), g_bytes_get_size (found));
    }
  return imported;
}

static inline AtlasImported *
extract_bytes (const char *name,
               const void *data,
               gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  AtlasImported *imported = extract (name, bytes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (imported);
  return imported;
}

static inline AtlasImported *
extract_string (const char *name,
                const char *text)
{
  return extract_bytes (name, text, strlen (text));
}

/* Blocks as “# heading” and “paragraph”, a line each. */
static inline char *
describe_blocks (AtlasImported *imported)
{
  const GArray *blocks = atlas_imported_get_blocks (imported);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const AtlasBlock *block = &g_array_index (blocks, AtlasBlock, i);

      g_string_append_printf (text, "%s%s\n", block->kind == ATLAS_BLOCK_HEADING ? "# " : "", block->text);
    }
  return g_string_free_and_steal (text);
}

static inline void
assert_blocks (AtlasImported *imported,
               const char *expected)
{
  g_autofree char *found = describe_blocks (imported);

  g_assert_cmpstr (found, ==, expected);
}

static inline void
assert_refused (const char *name,
                const void *data,
                gsize length,
                AtlasImportError code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImported) imported = extract (name, bytes, &error);

  g_assert_null (imported);
  g_assert_error (error, ATLAS_IMPORT_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, name));
}
