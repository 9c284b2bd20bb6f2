/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-import.h"

#include "atlas-import-archive.h"

#include <string.h>

/* Paths that a book may name are kept within it. */
static void
assert_resolves (const char *reference)
{
  g_autofree char *path = atlas_import_archive_resolve ("OEBPS/book.opf", reference);

  if (path == NULL)
    return;
  g_assert_true (*path != '/' && !g_str_has_prefix (path, "../") && !g_str_equal (path, ".."));
  g_assert_null (strstr (path, "/../"));
}

/* The bytes of a zip file. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImportArchive) archive = atlas_import_archive_new (FUZZ_NAME, (const char *) data, size, &error);
  g_autofree char *text = fuzz_text (data, size);

  g_assert_true ((archive == NULL) == (error != NULL));
  if (archive == NULL)
    fuzz_assert_error (error, FUZZ_NAME);
  else
    atlas_import_archive_find (archive, "content.xml");
  assert_resolves (text);
  return 0;
}
