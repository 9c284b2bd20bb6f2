/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include "atlas-extract.h"
#include "atlas-library-imported.h"
#include "atlas-library-markdown.h"

#include <string.h>

static void
assert_same (const AtlasLibraryEntry *entry,
             const AtlasLibraryEntry *back)
{
  g_assert_cmpstr (entry->key, ==, back->key);
  g_assert_cmpstr (entry->title, ==, back->title);
  g_assert_cmpstr (entry->summary, ==, back->summary);
  g_assert_cmpstr (entry->publisher, ==, back->publisher);
  g_assert_cmpstr (entry->author, ==, back->author);
  g_assert_cmpstr (entry->date, ==, back->date);
  g_assert_cmpstr (entry->address, ==, back->address);
  g_assert_cmpint (entry->read_at, ==, back->read_at);
  g_assert_cmpstrv (entry->tags, back->tags);
  g_assert_cmpuint (entry->corrections->len, ==, back->corrections->len);
  g_assert_cmpuint (entry->blocks->len, ==, back->blocks->len);
  for (guint i = 0; i < entry->blocks->len; i++)
    {
      const AtlasLibraryBlock *block = &g_array_index (entry->blocks, AtlasLibraryBlock, i);
      const AtlasLibraryBlock *same = &g_array_index (back->blocks, AtlasLibraryBlock, i);

      g_assert_cmpstr (block->text, ==, same->text);
      g_assert_cmpint (block->kind, ==, same->kind);
    }
}

/* What can be kept is the same when it was taken out and brought back. */
static void
assert_comes_back (const AtlasLibraryEntry *entry)
{
  g_autofree char *text = atlas_library_entry_to_markdown (entry);
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autoptr (AtlasLibraryEntry) read = atlas_library_entry_from_markdown ("fuzz.md", text, -1, problems);
  g_autoptr (AtlasLibraryEntry) back = NULL;

  g_assert_nonnull (read);
  back = atlas_library_entry_mend (read, NULL);
  g_assert_nonnull (back);
  assert_same (entry, back);
}

/* A file in Markdown that a reader brings can be kept as it was read. */
static void
bring (const uint8_t *data,
       size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (AtlasImported) imported = atlas_extract ("fuzz.md", bytes, NULL);
  g_autoptr (AtlasLibraryEntry) entry = imported != NULL ? atlas_library_entry_from_imported (imported, "fuzz") : NULL;
  g_autoptr (AtlasLibraryEntry) mended = NULL;

  if (entry == NULL)
    return;
  mended = atlas_library_entry_mend (entry, NULL);
  g_assert_nonnull (mended);
  g_assert_cmpuint (mended->blocks->len, ==, atlas_imported_get_blocks (imported)->len);
  assert_comes_back (mended);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autoptr (AtlasLibraryEntry) entry = atlas_library_entry_from_markdown ("fuzz.md", (const char *) data, size, problems);
  g_autoptr (AtlasLibraryEntry) mended = entry != NULL ? atlas_library_entry_mend (entry, NULL) : NULL;

  g_assert_true ((entry == NULL) == (atlas_problems_get_n (problems) > 0));
  if (mended != NULL)
    assert_comes_back (mended);
  bring (data, size);
  return 0;
}
