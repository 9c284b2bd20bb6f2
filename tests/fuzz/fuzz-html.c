/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-import.h"

#include "atlas-importers.h"

/* As a page, of which the article is looked for, and as a part of a book. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autofree char *text = fuzz_text (data, size);

  for (guint all = 0; all < 2; all++)
    {
      AtlasImportDraft *draft = atlas_import_draft_new (FUZZ_NAME, ATLAS_FORMAT_HTML);
      GError *error = NULL;
      gboolean read = atlas_import_html (draft, text, all, &error);

      fuzz_finish (draft, read, error);
    }
  return 0;
}
