/*
 * SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "atlas-geography-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zstd.h>

/* Ten times what the world takes: a file that says more is damaged, and memory is not spent on it. */
#define MOST_BYTES (64 * 1024 * 1024)

static gboolean
is_packed (const char *bytes, gsize size)
{
  guint32 magic;

  if (size < sizeof magic)
    return FALSE;
  memcpy (&magic, bytes, sizeof magic);
  return GUINT32_FROM_LE (magic) == ZSTD_MAGICNUMBER;
}

static GBytes *
cannot_unpack (const char *path, const char *why, GError **error)
{
  g_set_error (error, ATLAS_GEOGRAPHY_ERROR, ATLAS_GEOGRAPHY_ERROR_DAMAGED,
               /* Translators: a file name, and what another library says of it, in English */
               _ ("“%s” is damaged: what is packed in it from byte 0 cannot be unpacked (%s). Install Alliance Atlas "
                  "again, or rebuild the file with data/geography/recipe/build."),
               path, why);
  return NULL;
}

static GBytes *
unpack (const char *path, const char *packed, gsize packed_size, GError **error)
{
  unsigned long long size = ZSTD_getFrameContentSize (packed, packed_size);
  g_autofree char *bytes = NULL;
  gsize got;

  /* The two values that stand for an error are the largest there are. */
  if (size > MOST_BYTES)
    return cannot_unpack (path, "Unknown or excessive size", error);
  bytes = g_malloc ((gsize) size);
  got = ZSTD_decompress (bytes, (gsize) size, packed, packed_size);
  if (ZSTD_isError (got))
    return cannot_unpack (path, ZSTD_getErrorName (got), error);
  if (got != size)
    return cannot_unpack (path, "Too little data", error);
  return g_bytes_new_take (g_steal_pointer (&bytes), got);
}

/**
 * atlas_geography_read_bytes:
 *
 * The contents of the geography file at @path: unpacked where a Zstandard frame (RFC 8878) holds them, else mapped into
 * memory as they are.
 *
 * Returns: (transfer full) (nullable): the contents, at an address that suits every table in them, or %NULL with a
 *   #GFileError or %ATLAS_GEOGRAPHY_ERROR_DAMAGED
 */
GBytes *
atlas_geography_read_bytes (const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  const char *bytes;
  gsize size;

  if (file == NULL)
    return NULL;
  bytes = g_mapped_file_get_contents (file);
  size = g_mapped_file_get_length (file);
  if (is_packed (bytes, size))
    return unpack (path, bytes, size, error);
  return g_mapped_file_get_bytes (file);
}
