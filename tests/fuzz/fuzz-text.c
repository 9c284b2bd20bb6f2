/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-import.h"

#include "atlas-import-charset.h"
#include "atlas-importers.h"

/* Bytes in any encoding, as plain text. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  AtlasImportDraft *draft = atlas_import_draft_new (FUZZ_NAME, ATLAS_FORMAT_TEXT);
  g_autofree char *declared = atlas_import_charset_find_declared ((const char *) data, size);
  gsize length = 0;
  GError *error = NULL;
  g_autofree char *text = atlas_import_charset_decode (FUZZ_NAME, (const char *) data, size, declared, &length, &error);
  gboolean read = FALSE;

  if (text != NULL)
    {
      g_assert_true (g_utf8_validate_len (text, length, NULL));
      g_assert_true (text[length] == '\0');
      read = atlas_import_text (draft, text, &error);
    }
  fuzz_finish (draft, read, error);
  return 0;
}
