/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-told-dates.h"

static GPtrArray *
find_dates (const char *written,
            const char *language,
            const char *const *texts)
{
  g_autoptr (AtlasLibraryEntry) entry = atlas_library_entry_new ("Title");

  entry->date = g_strdup (written);
  entry->language = g_strdup (language);
  for (; *texts != NULL; texts++)
    atlas_library_entry_add_block (entry, ATLAS_BLOCK_PARAGRAPH, *texts);
  return atlas_told_dates_find (entry);
}

static void
assert_told (GPtrArray *told,
             guint i,
             const char *date,
             const char *words)
{
  const AtlasEvent *event = g_ptr_array_index (told, i);
  g_autofree char *edtf = atlas_date_to_edtf (&event->date);

  g_assert_true (atlas_event_is_told (event));
  g_assert_cmpstr (edtf, ==, date);
  g_assert_cmpstr (atlas_event_get_title (event, "sv"), ==, words);
}

static void
test_by_date (void)
{
  const char *const texts[] = {
    "On 4 July 2024 Belarus joined; the treaty dates from May 15, 1992.",
    "On May 28 they met.",
    NULL,
  };
  g_autoptr (GPtrArray) told = find_dates ("2025-06-02", "en", texts);

  g_assert_cmpuint (told->len, ==, 3);
  assert_told (told, 0, "1992-05-15", "… Belarus joined; the treaty dates from May 15, 1992");
  assert_told (told, 1, "2024-07-04", "On 4 July 2024 Belarus joined; the treaty dates from …");
  assert_told (told, 2, "2025-05-28", "On May 28 they met");
}

/* What the date of the article would have to settle is left out where it has none. */
static void
test_without_a_date (void)
{
  const char *const texts[] = { "On May 28 they met, as on 28 May 2024.", NULL };
  g_autoptr (GPtrArray) told = find_dates (NULL, "en", texts);

  g_assert_cmpuint (told->len, ==, 1);
  assert_told (told, 0, "2024-05-28", "On May 28 they met, as on 28 May 2024");
}

static void
test_other_scripts (void)
{
  const char *const texts[] = { "Договор о коллективной безопасности подписали в Ташкенте 15 мая 1992 года, а вступил в силу он лишь через два года.", NULL };
  g_autoptr (GPtrArray) told = find_dates ("2025-06-02", "ru", texts);

  g_assert_cmpuint (told->len, ==, 1);
  assert_told (told, 0, "1992-05-15", "… безопасности подписали в Ташкенте 15 мая 1992 года, а вступил в силу он лишь через два …");
}

static void
test_none (void)
{
  const char *const texts[] = { "They met.", "", NULL };
  g_autoptr (GPtrArray) told = find_dates ("2025-06-02", "en", texts);

  g_assert_cmpuint (told->len, ==, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/told-dates/by-date", test_by_date);
  g_test_add_func ("/told-dates/without-a-date", test_without_a_date);
  g_test_add_func ("/told-dates/other-scripts", test_other_scripts);
  g_test_add_func ("/told-dates/none", test_none);
  return g_test_run ();
}
