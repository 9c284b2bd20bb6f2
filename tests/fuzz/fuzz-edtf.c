/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include "atlas-date-input.h"

#include <string.h>

static void
assert_same (const AtlasDate *date)
{
  g_autofree char *edtf = atlas_date_to_edtf (date);
  g_autofree char *again = NULL;
  g_autofree char *words = atlas_date_format (date);
  AtlasDate back;

  g_assert_cmpint (date->earliest, <=, date->latest);
  g_assert_true (atlas_date_parse (edtf, &back, NULL));
  again = atlas_date_to_edtf (&back);
  g_assert_cmpstr (edtf, ==, again);
  g_assert_true (g_utf8_validate (words, -1, NULL));
}

static void
assert_told (gboolean read,
             const GError *error)
{
  g_assert_true (read == (error == NULL));
  g_assert_true (read || (error->domain == ATLAS_DATE_ERROR && g_utf8_validate (error->message, -1, NULL)));
}

/* Dates as files and as people write them. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autofree char *text = fuzz_text (data, size);
  g_autoptr (GError) edtf_error = NULL;
  g_autoptr (GError) day_error = NULL;
  g_autoptr (GError) input_error = NULL;
  AtlasDate date;
  AtlasDay day;
  gboolean read = atlas_date_parse (text, &date, &edtf_error);

  assert_told (read, edtf_error);
  if (read)
    assert_same (&date);
  read = atlas_day_parse (text, &day, &day_error);
  assert_told (read, day_error);
  if (read)
    {
      g_autofree char *iso = atlas_day_to_iso (day);

      g_assert_cmpstr (iso, ==, text);
    }
  read = atlas_date_parse_input (text, &date, &input_error);
  assert_told (read, input_error);
  if (read)
    assert_same (&date);
  return 0;
}
