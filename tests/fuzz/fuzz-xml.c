/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-import.h"

#include "atlas-import-dublin.h"

static gboolean
take (AtlasImportXml *xml,
      gpointer data,
      GError **error)
{
  g_autofree char *value = atlas_import_xml_get (xml, "href");
  const char *text = atlas_import_xml_get_text (xml);

  g_assert_true (value == NULL || g_utf8_validate (value, -1, NULL));
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
  atlas_import_dublin_take (data, xml);
  return TRUE;
}

/* XML as it may lie in a book or a document, and what is said there about it. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  AtlasImportDraft *draft = atlas_import_draft_new (FUZZ_NAME, ATLAS_FORMAT_ODT);
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GString) text = g_string_new (NULL);
  AtlasImportDublin dublin = { .draft = draft, .text = text };
  GError *error = NULL;
  gboolean read = atlas_import_xml_read (FUZZ_NAME, bytes, take, &dublin, &error) && atlas_import_draft_add (draft, ATLAS_BLOCK_PARAGRAPH, "A text.", -1, &error);

  fuzz_finish (draft, read, error);
  return 0;
}
