/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-import.h"

#include "atlas-import-html.h"

/* What a page says about its article in JSON-LD. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  AtlasImportDraft *draft = atlas_import_draft_new (FUZZ_NAME, ATLAS_FORMAT_HTML);
  g_autofree char *text = fuzz_text (data, size);

  atlas_import_html_find_json (draft, text);
  g_assert_true (atlas_import_draft_add (draft, ATLAS_BLOCK_PARAGRAPH, "A text.", -1, NULL));
  fuzz_finish (draft, TRUE, NULL);
  return 0;
}
