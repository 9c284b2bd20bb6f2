/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-date-finder.h"

#include <string.h>

/* The texts were written on Wednesday, 2025-06-04. @expected lists date and words
 * of each, with the rule where the text does not say all. */
typedef struct
{
  const char *language;
  const char *text;
  const char *expected;
} Case;

static const Case cases[] = {
  { "en", "The treaty of 15 May 1992 entered into force on April 20, 1994.", "1992-05-15:15 May 1992 | 1994-04-20:April 20, 1994" },
  { "en", "They met on May 28 and spoke.", "2025-05-28:May 28:past" },
  { "en", "They met on December 3.", "2024-12-03:December 3:past" },
  { "en", "They will meet on December 3.", "2025-12-03:December 3:future" },
  { "en", "The summit is scheduled for July 1-2. It was announced on July 9.", "2025-07-01/2025-07-02:July 1-2:future | 2024-07-09:July 9:past" },
  { "en", "On the 28th of May, 2025, and on Sept. 3, 2001, he wrote.", "2025-05-28:28th of May, 2025 | 2001-09-03:Sept. 3, 2001" },
  { "en", "In May 2025 and again in August.", "2025-05:May 2025 | 2024-08:August:past" },
  { "en", "It began in May last year and ends next March.", "2024-05:May last year:words | 2026-03:March:words" },
  { "en", "In 1994, and from 2001 to 2003, since 2010.", "1994:1994 | 2001:2001 | 2003:2003 | 2010:2010" },
  { "en", "The alliance (1994) and the war (1999–2009).", "1994:1994 | 1999/2009:1999–2009" },
  { "en", "During 1994-99 and in the 1990s, in mid-2014.", "1994/1999:1994-99 | 199X:1990s | 2014:2014" },
  { "en", "Signed 2001-06-15T10:00, at 2001-6-15.", "2001-06-15:2001-06-15" },
  { "en", "He came on Tuesday, left last Wednesday and returns next Friday.", "2025-06-03:Tuesday:past | 2025-05-28:Wednesday:words | 2025-06-06:Friday:words" },
  { "en", "It happened yesterday.", "2025-06-03:yesterday:words" },
  /* Figures, versions, prices and names. */
  { "en", "Some 1994 soldiers and 2000 people; a force of 1994 soldiers for 2000 dollars.", "" },
  { "en", "Resolution 1973, Boeing 1994, $2000, 1,994 or 2000.5 and 20:30, room 2014, 1994%.", "" },
  { "en", "In May 28 soldiers died.", "2025-05:May:past" },
  { "en", "Theresa May may march in March; the sun and a mar.", "2025-03:March:past" },
  { "en", "On 30 February 2025 and 31 April.", "" },
  { "sv", "Den 28 maj skrev de under; fördraget slöts den 15 maj 1992.", "2025-05-28:28 maj:past | 1992-05-15:15 maj 1992" },
  { "sv", "Toppmötet hålls den 1 september och väntas bli stort.", "2025-09-01:1 september:future" },
  { "sv", "I maj 2025, i augusti förra året och i mars.", "2025-05:maj 2025 | 2024-08:augusti förra året:words | 2025-03:mars:past" },
  { "sv", "År 1994 och sedan 2001. 1999 lämnade tre länder. 2002 bildades organisationen.", "1994:1994 | 2001:2001 | 1999:1999 | 2002:2002" },
  { "sv", "1994 soldater kom. Ett bidrag på 2000 kronor från 2000 personer.", "" },
  { "sv", "Under 1990-talet och 1900-talet, 1994–1999.", "199X:1990-talet | 19XX:1900-talet" },
  { "sv", "I tisdags kom de, och på fredag reser de.", "2025-06-03:tisdags:words | 2025-06-06:fredag:words" },
  { "sv", "Den 28–30 maj 2025 på Mars.", "2025-05-28/2025-05-30:28–30 maj 2025" },
  { "ru", "Договор подписан 15 мая 1992 года, а 28 мая они встретились.", "1992-05-15:15 мая 1992 года | 2025-05-28:28 мая:past" },
  { "ru", "Саммит состоится 27 ноября в Бишкеке.", "2025-11-27:27 ноября:future" },
  { "ru", "В мае 2025 года, в 1994 году и с 2001 г.", "2025-05:мае 2025 года | 1994:1994 году | 2001:2001 г" },
  { "ru", "В августе и в мае прошлого года, 28.05.2025.", "2024-08:августе:past | 2024-05:мае прошлого года:words | 2025-05-28:28.05.2025" },
  { "ru", "Прибыли 1994 солдата; 2000 рублей.", "" },
  { "de", "Am 28. Mai 2025 und im August; seit 1994.", "2025-05-28:28. Mai 2025 | 2024-08:August:past | 1994:1994" },
  { "fr", "Le 1er mai 2025, en août et en 1994.", "2025-05-01:1er mai 2025 | 2024-08:août:past | 1994:1994" },
};

static char *
describe (const char *text,
          const GArray *dates)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < dates->len; i++)
    {
      const AtlasFoundDate *found = &g_array_index (dates, AtlasFoundDate, i);
      g_autofree char *words = g_utf8_substring (text, found->start, found->end);
      g_autofree char *edtf = found->rule != ATLAS_DATE_RULE_NONE ? atlas_date_to_edtf (&found->date) : g_strdup ("?");

      g_assert_cmpuint (found->byte_end - found->byte_start, ==, strlen (words));
      g_assert_cmpint (memcmp (text + found->byte_start, words, strlen (words)), ==, 0);
      g_string_append_printf (list, "%s%s:%s", i > 0 ? " | " : "", edtf, words);
      if (found->rule != ATLAS_DATE_RULE_WRITTEN)
        g_string_append_printf (list, ":%s", atlas_date_rule_to_id (found->rule));
    }
  return g_string_free_and_steal (list);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  AtlasDate written;
  g_autoptr (GArray) dates = NULL;
  g_autofree char *got = NULL;

  g_assert_true (atlas_date_parse ("2025-06-04", &written, NULL));
  dates = atlas_date_finder_find (test->text, -1, atlas_language_from_tag (test->language), &written);
  got = describe (test->text, dates);
  g_assert_cmpstr (got, ==, test->expected);
}

/* A text without a date, or with a year for one, says less. */
static void
test_unknown_date (void)
{
  static const char text[] = "On May 28, on Tuesday, and in 1994.";
  g_autoptr (GArray) without = atlas_date_finder_find (text, -1, ATLAS_LANGUAGE_EN, NULL);
  g_autoptr (GArray) with = NULL;
  g_autofree char *first = describe (text, without);
  g_autofree char *second = NULL;
  AtlasDate written;

  g_assert_cmpstr (first, ==, "?:May 28:nothing | 1994:1994");
  g_assert_true (atlas_date_parse ("2010", &written, NULL));
  with = atlas_date_finder_find (text, -1, ATLAS_LANGUAGE_EN, &written);
  second = describe (text, with);
  g_assert_cmpstr (second, ==, "2010-05-28:May 28:past | 1994:1994");
}

static void
test_leap_day (void)
{
  AtlasDate written;
  g_autoptr (GArray) dates = NULL;
  g_autofree char *got = NULL;

  g_assert_true (atlas_date_parse ("2025-06-04", &written, NULL));
  dates = atlas_date_finder_find ("On February 29 it rained.", -1, ATLAS_LANGUAGE_EN, &written);
  got = describe ("On February 29 it rained.", dates);
  g_assert_cmpstr (got, ==, "2024-02-29:February 29:past");
}

/* Whatever stands there, the finder stays within it. */
static void
test_any_text (void)
{
  static const char *const parts[] = { "May", " ", "28", "2025", ",", "-", "–", ".", "мая", " года", "i ", "28.05.", "(", ")", "1990s", "in ", "\n", "99999", "ё", "tal" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (28);
  AtlasDate written;

  g_assert_true (atlas_date_parse ("2025-06-04", &written, NULL));
  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) dates = NULL;
      g_autofree char *exact = NULL;
      g_autofree char *got = NULL;

      for (gint n = g_rand_int_range (rand, 0, 9); n > 0; n--)
        g_string_append (text, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
      /* Without a byte behind it, so that the sanitizers see a step too far. */
      exact = g_memdup2 (text->str, MAX (text->len, 1));
      dates = atlas_date_finder_find (exact, (gssize) text->len, i % ATLAS_N_LANGUAGES, &written);
      got = describe (text->str, dates);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/date-finder/%s/%u", cases[i].language, i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/date-finder/unknown-date", test_unknown_date);
  g_test_add_func ("/date-finder/leap-day", test_leap_day);
  g_test_add_func ("/date-finder/any-text", test_any_text);
  return g_test_run ();
}
