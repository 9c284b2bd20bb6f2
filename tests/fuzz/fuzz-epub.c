/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-import.h"

#include "atlas-importers.h"

/* See fuzz_pack(). */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  AtlasImportDraft *draft = atlas_import_draft_new (FUZZ_NAME, ATLAS_FORMAT_EPUB);
  g_autoptr (GBytes) packed = fuzz_pack (data, size);
  GError *error = NULL;
  gboolean read = atlas_import_epub (draft, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), &error);

  fuzz_finish (draft, read, error);
  return 0;
}
