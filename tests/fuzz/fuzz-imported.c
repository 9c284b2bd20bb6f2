/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-import.h"

/* What a helper that was taken over may send. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImported) imported = atlas_imported_new_from_bytes (bytes, &error);
  g_autofree char *text = NULL;
  g_autofree char *fingerprint = NULL;

  g_assert_true ((imported == NULL) == (error != NULL));
  if (imported == NULL)
    {
      g_assert_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_DAMAGED);
      return 0;
    }
  text = atlas_imported_to_text (imported);
  fingerprint = atlas_imported_get_fingerprint (imported);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_nonnull (atlas_format_to_id (atlas_imported_get_format (imported)));
  return 0;
}
