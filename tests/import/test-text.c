/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"

#include "atlas-import-date.h"

static void
test_paragraphs (void)
{
  g_autoptr (AtlasImported) imported = extract_string ("a.txt",
                                                       "Ministers meet in Bishkek\r\n"
                                                       "\r\n"
                                                       "By Ada Berg\r\n"
                                                       "28 May 2025\r\n"
                                                       "\r\n"
                                                       "The defence ministers of the CSTO met on Wednesday in the capital of\r\n"
                                                       "Kyrgyzstan. They spoke about exer\xc2\xad\r\n"
                                                       "cises and about the security archi-\r\n"
                                                       "tecture of the continent.\r\n"
                                                       "\r\n"
                                                       "What happens next?\r\n"
                                                       "\r\n"
                                                       "The next\xc2\xa0meeting   is in Astana.\r\n");

  assert_blocks (imported,
                 "The defence ministers of the CSTO met on Wednesday in the capital of Kyrgyzstan. They spoke about exercises and about the security architecture of the continent.\n"
                 "# What happens next?\n"
                 "The next meeting is in Astana.\n");
  g_assert_cmpstr (atlas_imported_get_title (imported), ==, "Ministers meet in Bishkek");
  g_assert_cmpstr (atlas_imported_get_author (imported), ==, "Ada Berg");
  g_assert_cmpstr (atlas_imported_get_date (imported), ==, "2025-05-28");
  g_assert_null (atlas_imported_get_language (imported));
  g_assert_cmpint (atlas_imported_get_format (imported), ==, ATLAS_FORMAT_TEXT);
}

/* One line a paragraph, as copied from a page. */
static void
test_long_lines (void)
{
  g_autoptr (AtlasImported) imported = extract_string ("pasted",
                                                       "Kazakstan väljer väg\n"
                                                       "Kazakstans president talade på torsdagen om landets plats mellan grannarna i norr, i öster och i söder, och om pengar.\n"
                                                       "Analytiker i Astana tvivlar.\n"
                                                       "Läs också: Sex länder i ett förbund\n"
                                                       "Mötet slutade utan beslut.");

  assert_blocks (imported,
                 "Kazakstans president talade på torsdagen om landets plats mellan grannarna i norr, i öster och i söder, och om pengar.\n"
                 "Analytiker i Astana tvivlar.\n"
                 "# Läs också: Sex länder i ett förbund\n"
                 "Mötet slutade utan beslut.\n");
  g_assert_cmpstr (atlas_imported_get_title (imported), ==, "Kazakstan väljer väg");
}

static void
test_lists (void)
{
  g_autoptr (AtlasImported) imported = extract_string ("list.txt",
                                                       "Kazakhstan lies between two powers, sells oil to one of them\n"
                                                       "and buys trains from the other.\n"
                                                       "  * It is a member of the CSTO.\n"
                                                       "  * It is a member of the SCO, which has its seat in Beijing,\n"
                                                       "    and of others.\n"
                                                       "– We choose everybody, said the president.\n"
                                                       "-- \n"
                                                       "The writer is a student.\n");

  assert_blocks (imported,
                 "Kazakhstan lies between two powers, sells oil to one of them and buys trains from the other.\n"
                 "It is a member of the CSTO.\n"
                 "It is a member of the SCO, which has its seat in Beijing, and of others.\n"
                 "– We choose everybody, said the president.\n"
                 "The writer is a student.\n");
  g_assert_null (atlas_imported_get_title (imported));
}

static void
test_markdown (void)
{
  g_autoptr (AtlasImported) imported = extract_string ("note.md",
                                                       "---\n"
                                                       "title: \"Who left, and when\"\n"
                                                       "date: 2024-06\n"
                                                       "author: Ada Berg\n"
                                                       "publisher: The Atlas Review\n"
                                                       "url: https://example.org/who-left?utm_source=x\n"
                                                       "lang: en_GB\n"
                                                       "---\n"
                                                       "# Who left, and when\n"
                                                       "\n"
                                                       "Three states **left** in [1999](https://example.org/a_(b) \"t\"): *Azerbaijan*,\n"
                                                       "Georgia and `Uzbekistan`.[^1]\n"
                                                       "![A map](map.png)\n"
                                                       "\n"
                                                       "Later\n"
                                                       "-----\n"
                                                       "> Snake_case_names stay, 2 * 3 * 4 too.\n"
                                                       "\n"
                                                       "- first \\*item\\*\n"
                                                       "- second &amp; last\n"
                                                       "\n"
                                                       "| Country | Year |\n"
                                                       "|---|---|\n"
                                                       "| Georgia | 1999 |\n"
                                                       "\n"
                                                       "```c\n"
                                                       "int code;\n"
                                                       "```\n");

  assert_blocks (imported,
                 "Three states left in 1999: Azerbaijan, Georgia and Uzbekistan.\n"
                 "# Later\n"
                 "Snake_case_names stay, 2 * 3 * 4 too.\n"
                 "first *item*\n"
                 "second & last\n"
                 "Country Year\n"
                 "Georgia 1999\n");
  g_assert_cmpstr (atlas_imported_get_title (imported), ==, "Who left, and when");
  g_assert_cmpstr (atlas_imported_get_date (imported), ==, "2024-06");
  g_assert_cmpstr (atlas_imported_get_author (imported), ==, "Ada Berg");
  g_assert_cmpstr (atlas_imported_get_publisher (imported), ==, "The Atlas Review");
  g_assert_cmpstr (atlas_imported_get_language (imported), ==, "en-GB");
  g_assert_cmpint (atlas_imported_get_format (imported), ==, ATLAS_FORMAT_MARKDOWN);
}

typedef struct
{
  const char *charset;
  const char *text;
} Encoded;

static const Encoded encoded[] = {
  { "UTF-16", "Россия и Казахстан подписали договор." },
  { "UTF-16LE", "Россия и Казахстан подписали договор в Астане." },
  { "UTF-16BE", "Rysslands försvarsminister reste till Bisjkek." },
  { "UTF-16LE", "Rysslands försvarsminister reste till Bisjkek." },
  { "WINDOWS-1251", "Россия и Казахстан подписали договор в Астане." },
  { "WINDOWS-1251", "Москва. ОДКБ" },
  { "KOI8-R", "Россия и Казахстан подписали договор в Астане." },
  { "KOI8-R", "Встреча прошла в Минске, сказал министр." },
  { "WINDOWS-1252", "Rysslands försvarsminister reste till Bisjkek – och åter." },
  { "WINDOWS-1252", "Le président français a parlé à Paris de l’Arménie." },
  { "WINDOWS-1252", "Größere Mächte üben Druck aus." },
};

static void
test_encodings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (encoded); i++)
    {
      gsize length;
      g_autofree char *data = g_convert (encoded[i].text, -1, encoded[i].charset, "UTF-8", NULL, &length, NULL);
      g_autoptr (AtlasImported) imported = NULL;
      const GArray *blocks;

      g_test_message ("%s", encoded[i].charset);
      g_assert_nonnull (data);
      imported = extract_bytes ("e.txt", data, length);
      blocks = atlas_imported_get_blocks (imported);
      g_assert_cmpuint (blocks->len, ==, 1);
      g_assert_cmpstr (g_array_index (blocks, AtlasBlock, 0).text, ==, encoded[i].text);
    }
}

/* й of и and a breve, é of e and an acute: composed on the way in. */
static void
test_composed (void)
{
  g_autoptr (AtlasImported) imported = extract_string ("n.txt", "\xef\xbb\xbfКита\xd0\xb8\xcc\x86 и cafe\xcc\x81\xe2\x80\x8b.");

  assert_blocks (imported, "Китай и café.\n");
}

static void
test_dates (void)
{
  static const char *const dates[][2] = {
    { "2026-05-28T23:30:00-05:00", "2026-05-28" },
    { "D:20260528140000Z", "2026-05-28" },
    { "20260528", "2026-05-28" },
    { "2026/05/28", "2026-05-28" },
    { "Thu, 28 May 2026 10:00:00 GMT", "2026-05-28" },
    { "May 28, 2026", "2026-05-28" },
    { "28 мая 2026 г.", "2026-05-28" },
    { "28 maj 2026 kl. 10.00", "2026-05-28" },
    { "28. Mai 2026", "2026-05-28" },
    { "28.05.2026", "2026-05-28" },
    { "28/05/2026", "2026-05-28" },
    { "05/28/2026", "2026-05-28" },
    { "05/06/2026", NULL },
    { "2026-05", "2026-05" },
    { "1993-12~", "1993-12~" },
    { "2026", "2026" },
    { "2026-02-30", NULL },
    { "yesterday", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *found = atlas_import_date_find (dates[i][0]);

      g_test_message ("%s", dates[i][0]);
      g_assert_cmpstr (found, ==, dates[i][1]);
    }
}

static void
assert_same (const char *one,
             const char *other,
             gboolean same)
{
  g_autoptr (AtlasImported) a = extract_string ("a.md", one);
  g_autoptr (AtlasImported) b = extract_string ("b.md", other);
  g_autofree char *first = atlas_imported_get_fingerprint (a);
  g_autofree char *second = atlas_imported_get_fingerprint (b);

  g_assert_true (g_str_equal (first, second) == same);
}

static void
test_fingerprint (void)
{
  assert_same ("---\nurl: https://www.example.org/a/?utm_source=mail\n---\nOne text.",
               "---\nurl: http://example.org/a#top\n---\nAnother, mended.", TRUE);
  assert_same ("---\nurl: https://example.org/a?id=1\n---\nText.", "---\nurl: https://example.org/a?id=2\n---\nText.", FALSE);
  assert_same ("The “six” members\nmet.", "The \"six\" members met", TRUE);
  assert_same ("The six members met.", "The five members met.", FALSE);
}

static void
test_bytes (void)
{
  g_autoptr (AtlasImported) imported = extract_string ("a.md", "---\ntitle: T\ndate: 2026\n---\n## H\n\nText.");
  g_autoptr (GBytes) bytes = atlas_imported_to_bytes (imported);
  g_autoptr (AtlasImported) again = atlas_imported_new_from_bytes (bytes, NULL);

  assert_blocks (again, "# H\nText.\n");
  g_assert_cmpstr (atlas_imported_get_title (again), ==, "T");
  g_assert_cmpuint (atlas_imported_get_n_characters (again), ==, 6);
  for (gsize n = 0; n < g_bytes_get_size (bytes); n++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, n);
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasImported) none = atlas_imported_new_from_bytes (part, &error);

      if (none == NULL)
        g_assert_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_DAMAGED);
    }
}

static void
test_refused (void)
{
  g_autofree char *large = g_malloc0 (ATLAS_IMPORT_MAX_BYTES + 1);
  g_autofree char *letters = g_strnfill (ATLAS_IMPORT_MAX_CHARACTERS + 1, 'a');

  assert_refused ("empty.txt", "", 0, ATLAS_IMPORT_ERROR_EMPTY);
  assert_refused ("blank.txt", " \n\n\t\n", 5, ATLAS_IMPORT_ERROR_EMPTY);
  assert_refused ("zeros.txt", large, 1000, ATLAS_IMPORT_ERROR_BINARY);
  assert_refused ("large.txt", large, ATLAS_IMPORT_MAX_BYTES + 1, ATLAS_IMPORT_ERROR_TOO_LARGE);
  assert_refused ("long.txt", letters, ATLAS_IMPORT_MAX_CHARACTERS + 1, ATLAS_IMPORT_ERROR_TOO_LONG);
  assert_refused ("picture.txt", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, ATLAS_IMPORT_ERROR_UNSUPPORTED);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/text/paragraphs", test_paragraphs);
  g_test_add_func ("/import/text/long-lines", test_long_lines);
  g_test_add_func ("/import/text/lists", test_lists);
  g_test_add_func ("/import/text/markdown", test_markdown);
  g_test_add_func ("/import/text/encodings", test_encodings);
  g_test_add_func ("/import/text/composed", test_composed);
  g_test_add_func ("/import/text/dates", test_dates);
  g_test_add_func ("/import/text/fingerprint", test_fingerprint);
  g_test_add_func ("/import/text/bytes", test_bytes);
  g_test_add_func ("/import/text/refused", test_refused);
  return g_test_run ();
}
