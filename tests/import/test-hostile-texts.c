/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hostile-fixture.h"

#include <locale.h>

/* Bytes that have a 0 among them. */
#define BYTES(literal) { literal }, sizeof (literal) - 1

static const Hostile texts[] = {
  /* Nothing to read */
  { "nothing.txt", { "" }, 0, ATLAS_IMPORT_ERROR_EMPTY, { 0 } },
  { "spaces.txt", { .part = " \t\r\n\xc2\xa0", .n = 1000 }, 0, ATLAS_IMPORT_ERROR_EMPTY, { 0 } },
  { "mark.txt", { "\xef\xbb\xbf" }, 0, ATLAS_IMPORT_ERROR_EMPTY, { 0 } },
  { "mark16.txt", { "\xff\xfe" }, 0, ATLAS_IMPORT_ERROR_EMPTY, { 0 } },
  { "invisible.txt", { "\xe2\x80\x8b\xe2\x80\x8b\xc2\xad\xef\xbb\xbf" }, 0, ATLAS_IMPORT_ERROR_EMPTY, { 0 } },
  { "code.md", { "```\nA fence that is never closed." }, 0, ATLAS_IMPORT_ERROR_EMPTY, { 0 } },
  { "comment.md", { "<!-- A comment that is never closed." }, 0, ATLAS_IMPORT_ERROR_EMPTY, { 0 } },
  { "stars.md", { .part = "*", .n = 200000 }, 0, ATLAS_IMPORT_ERROR_EMPTY, { 0 } },

  /* No text, whatever the name says */
  { "zeros.txt", BYTES ("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"), ATLAS_IMPORT_ERROR_BINARY, { 0 } },
  { "controls.txt", { .part = "\x01\x02 a", .n = 100 }, 0, ATLAS_IMPORT_ERROR_BINARY, { 0 } },
  { "zero-inside.txt", BYTES ("Ministers met.\0Then they left."), ATLAS_IMPORT_ERROR_BINARY, { 0 } },
  { "zero-inside.md", BYTES ("# Ministers met.\0Then they left."), ATLAS_IMPORT_ERROR_BINARY, { 0 } },
  { "program.txt", BYTES ("\x7f"
                          "ELF\2\1\1\0\0\0\0"),
    ATLAS_IMPORT_ERROR_UNSUPPORTED,
    { 0 } },
  { "picture.txt", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), ATLAS_IMPORT_ERROR_UNSUPPORTED, { 0 } },
  { "photo.html", BYTES ("\xff\xd8\xff\xe0\0\x10JFIF<html>"), ATLAS_IMPORT_ERROR_UNSUPPORTED, { 0 } },
  { "packed.txt", BYTES ("\x1f\x8b\x08\0\0\0\0\0"), ATLAS_IMPORT_ERROR_UNSUPPORTED, { 0 } },
  { "database.md", BYTES ("SQLite format 3\0"), ATLAS_IMPORT_ERROR_UNSUPPORTED, { 0 } },
  { "rich.txt", { "{\\rtf1\\ansi Ministers met.}" }, 0, ATLAS_IMPORT_ERROR_UNSUPPORTED, { 0 } },
  { "feed.txt", { "<?xml version=\"1.0\"?><rss><title>Ministers met.</title></rss>" }, 0, ATLAS_IMPORT_ERROR_UNSUPPORTED, { 0 } },

  /* Encodings */
  { "one.txt", { "\xff" }, 0, AN_ARTICLE, { "ÿ" } },
  { "half16.txt", BYTES ("\xff\xfe"
                         "a\0b\0.\0c"),
    AN_ARTICLE,
    { "ab.�" } },
  { "surrogates.txt", BYTES ("\xff\xfe"
                             "\x00\xd8\x41\x00\x00\xdc.\0"),
    AN_ARTICLE,
    { "�A�." } },
  { "surrogates8.txt", { "Två \xed\xa0\x80\xed\xb0\x80 små halvor låg på ön." }, 0, AN_ARTICLE, { "Två ������ små halvor låg på ön." } },
  { "overlong.txt", { "Två små \xc0\xaf\xe0\x80\xaf strån på ön." }, 0, AN_ARTICLE, { "Två små ����� strån på ön." } },
  { "no-mark-le.txt", BYTES ("M\0i\0n\0i\0s\0t\0r\0a\0r\0 \0m\0\xf6\0t\0t\0e\0s\0.\0"), AN_ARTICLE, { "Ministrar möttes." } },
  { "no-mark-be.txt", BYTES ("\x04\x1c\x04\x38\x04\x3d\x04\x38\x04\x41\x04\x42\x04\x40\x04\x4b\0 \x04\x32\x04\x41\x04\x42\x04\x40\x04\x35\x04\x42\x04\x38\x04\x3b\x04\x38\x04\x41\x04\x4c\0."), AN_ARTICLE, { "Министры встретились." } },
  { "no-mark-odd.txt", BYTES ("M\0i\0n\0i\0s\0t\0r\0a\0r\0 \0m\0\xf6\0t\0t\0e\0s"), ATLAS_IMPORT_ERROR_BINARY, { 0 } },
  { "mark32.txt", BYTES ("\xff\xfe\0\0M\0\0\0\xf6\0\0\0t\0\0\0e\0\0\0.\0\0\0"), AN_ARTICLE, { "Möte." } },
  { "two-marks.txt", { "\xef\xbb\xbf\xef\xbb\xbfMöte." }, 0, AN_ARTICLE, { "Möte." } },
  { "cut8.txt", { "Ministrarna m\xc3\xb6ttes i S\xc3\xb6"
                  "der. S\xc3" },
    0,
    AN_ARTICLE,
    { "Ministrarna möttes i Söder. S�" } },
  { "broken8.txt", { "Министры \xd0 встретились." }, 0, AN_ARTICLE, { "Министры � встретились." } },
  { "noncharacters.txt", { "A\xef\xbf\xbe"
                           "B\xef\xbf\xbf"
                           "C\xef\xb7\x90"
                           "D." },
    0,
    AN_ARTICLE,
    { "ABCD." } },

  /* What is not what it looks like */
  { "override.txt", { "Read report\xe2\x80\xae"
                      "fdp.exe\xe2\x80\xac now." },
    0,
    AN_ARTICLE,
    { "Read reportfdp.exe now." } },
  { "isolates.txt", { "A\xe2\x81\xa6"
                      "b\xe2\x81\xa9"
                      "c\xe2\x80\x8f." },
    0,
    AN_ARTICLE,
    { "Abc." } },
  { "terminal.txt", { "A \x1b[31mred\x1b[0m word." }, 0, AN_ARTICLE, { "A [31mred[0m word." } },
  { "line-ends.txt", { "One.\rTwo.\r\nThree.\n\rFour.\fFive." }, 0, AN_ARTICLE, { "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive." } },
  { "format.txt", { "%s%n%99999999d is no format." }, 0, AN_ARTICLE, { "%s%n%99999999d is no format." } },

  /* Too much of something */
  { "line.txt", { .part = "a ", .n = 999999, .after = "a." }, 0, AN_ARTICLE, { .part = "a ", .n = 999999, .after = "a." } },
  { "characters.txt", { .part = "a", .n = 2000001 }, 0, ATLAS_IMPORT_ERROR_TOO_LONG, { 0 } },
  { "large.txt", { .part = "\n", .n = 20 * 1024 * 1024, .after = "a" }, 0, ATLAS_IMPORT_ERROR_TOO_LARGE, { 0 } },
  { "newlines.txt", { "A.", "\n", 5000000, "Z." }, 0, AN_ARTICLE, { "A.\n\nZ." } },
  { "lines.txt", { .part = "a\n\n", .n = 1000000 }, 0, ATLAS_IMPORT_ERROR_TOO_LONG, { 0 } },
  { "hyphens.txt", { .part = "a-\n", .n = 500000 }, 0, ATLAS_IMPORT_ERROR_TOO_LONG, { 0 } },
  { "accents.txt", { "e", "\xcc\x81", 500000, NULL }, 0, AN_ARTICLE, { "é", "\xcc\x81", 499999, NULL } },

  /* Markdown */
  { "title.md", { "---\ntitle: ", "a", 1000000, "\n---\nText." }, 0, AN_ARTICLE, { .part = "a", .n = 1000, .after = "\n\nText." } },
  { "fields.md", { "---\n", "title: a\n", 200000, "---\nText." }, 0, AN_ARTICLE, { "a\n\nText." } },
  { "anchors.md", { "---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n---\nText." }, 0, AN_ARTICLE, { "*b\n\nText." } },
  { "open.md", { "---\ntitle: never ends\n\nText." }, 0, AN_ARTICLE, { "title: never ends\n\nText." } },
  { "escapes.md", { "---\ntitle: \"\\377\\x\\\"\n---\nText." }, 0, AN_ARTICLE, { "377x\\\n\nText." } },
  { "words.md", { .part = "*a ", .n = 100000 }, 0, AN_ARTICLE, { .part = "*a ", .n = 99999, .after = "*a" } },
  { "brackets.md", { "x ", "[", 200000, NULL }, 0, AN_ARTICLE, { "x ", "[", 200000, NULL } },
  { "links.md", { "x ", "[a](", 100000, NULL }, 0, AN_ARTICLE, { "x ", "[a](", 100000, NULL } },
  { "images.md", { "x ", "![", 100000, NULL }, 0, AN_ARTICLE, { "x ", "![", 100000, NULL } },
  { "ticks.md", { "x ", "`", 200001, NULL }, 0, AN_ARTICLE, { "x ", "`", 200001, NULL } },
  { "quotes.md", { .part = "> ", .n = 200000, .after = "deep" }, 0, AN_ARTICLE, { "deep" } },
  { "under.md", { "x ", "_a_ ", 100000, NULL }, 0, AN_ARTICLE, { "x", " a", 100000, NULL } },
  { "javascript.md", { "A [link](javascript:alert(1)) and <b onclick=x>bold</b>." }, 0, AN_ARTICLE, { "A link and bold." } },
};

/* Of no encoding at all, and the same each time. */
static void
test_noise (void)
{
  const gsize length = 100000;
  char *noise = g_malloc (length);
  g_autoptr (GBytes) bytes = g_bytes_new_take (noise, length);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (gsize i = 0; i < length; i++)
    noise[i] = g_rand_int (rand);
  feed_bytes ("noise.txt", bytes, ATLAS_IMPORT_ERROR_BINARY, NULL);
}

int
main (int argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  add_hostile ("texts", texts, G_N_ELEMENTS (texts));
  g_test_add_func ("/import/hostile/texts/noise.txt", test_noise);
  return g_test_run ();
}
