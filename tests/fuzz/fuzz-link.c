/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include "atlas-link.h"

#include <string.h>

static const AtlasDataset *
get_dataset (void)
{
  static AtlasDataset *dataset = NULL;

  if (dataset == NULL)
    {
      g_autofree char *path = fuzz_data_path ("atlas");
      g_autoptr (AtlasProblems) problems = atlas_problems_new ();

      dataset = atlas_dataset_load (path, problems);
      g_assert_nonnull (dataset);
    }
  return dataset;
}

/* An address that another program hands over. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autofree char *uri = g_strndup ((const char *) data, size);
  g_autofree char *written = NULL;
  g_auto (AtlasLink) link = { 0 };
  g_auto (AtlasLink) again = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean read = atlas_link_parse (uri, get_dataset (), ATLAS_DATA_DIR, &link, &error);

  atlas_link_looks_like_one (uri);
  g_assert_true (read == (error == NULL));
  if (!read)
    {
      g_assert_true (error->domain == ATLAS_LINK_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  written = atlas_link_format (&link);
  g_assert_true (atlas_link_parse (written, get_dataset (), ATLAS_DATA_DIR, &again, NULL));
  g_assert_true (atlas_link_equal (&link, &again));
  return 0;
}
