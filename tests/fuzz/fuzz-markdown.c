/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-import.h"

#include "atlas-importers.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  AtlasImportDraft *draft = atlas_import_draft_new (FUZZ_NAME, ATLAS_FORMAT_MARKDOWN);
  g_autofree char *text = fuzz_text (data, size);
  GError *error = NULL;
  gboolean read = atlas_import_markdown (draft, text, &error);

  fuzz_finish (draft, read, error);
  return 0;
}
