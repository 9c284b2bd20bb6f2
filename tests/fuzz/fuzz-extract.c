/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-import.h"

#include "atlas-extract.h"

static const char *const names[] = { "a", "a.md", "a.html", "a.pdf" };

/* A file of any kind, which is told by what is in it. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  const char *name = names[size % G_N_ELEMENTS (names)];
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImported) imported = atlas_extract (name, bytes, &error);

  g_assert_true ((imported == NULL) == (error != NULL));
  if (imported != NULL)
    fuzz_assert_imported (imported);
  else
    fuzz_assert_error (error, name);
  return 0;
}
