/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include "atlas-date-finder.h"

/* A date that was found can be kept, and comes back as it was. */
static void
assert_kept (const AtlasDate *date)
{
  g_autofree char *edtf = atlas_date_to_edtf (date);
  g_autofree char *words = atlas_date_format (date);
  AtlasDate back;

  g_assert_cmpint (date->earliest, <=, date->latest);
  g_assert_true (atlas_date_parse (edtf, &back, NULL));
  g_assert_cmpint (date->earliest, ==, back.earliest);
  g_assert_cmpint (date->latest, ==, back.latest);
  g_assert_true (g_utf8_validate (words, -1, NULL));
}

static void
find (const char *text,
      AtlasLanguage language,
      const AtlasDate *written)
{
  g_autoptr (GArray) dates = atlas_date_finder_find (text, -1, language, written);
  guint end = 0;

  for (guint i = 0; i < dates->len; i++)
    {
      const AtlasFoundDate *date = &g_array_index (dates, AtlasFoundDate, i);

      fuzz_assert_place (text, date->start, date->end, date->byte_start, date->byte_end);
      g_assert_cmpuint (end, <=, date->byte_start);
      g_assert_cmpuint (date->rule, <, ATLAS_N_DATE_RULES);
      g_assert_true (written != NULL || date->rule == ATLAS_DATE_RULE_NONE || date->rule == ATLAS_DATE_RULE_WRITTEN);
      if (date->rule != ATLAS_DATE_RULE_NONE)
        assert_kept (&date->date);
      end = date->byte_end;
    }
}

/* The dates of a text, with and without knowing when it was written. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autofree char *text = fuzz_text (data, size);
  AtlasDate written;

  /* A leap day, after which a year later there is none. */
  atlas_date_init_days (&written, atlas_day_new (2024, 2, 29), atlas_day_new (2024, 2, 29));
  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    {
      find (text, language, NULL);
      find (text, language, &written);
    }
  return 0;
}
