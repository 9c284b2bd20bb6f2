/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hostile-fixture.h"

#include <locale.h>

#define LD "<html><script type='application/ld+json'>"
#define LD_END "</script><p>A paragraph."

static const Hostile pages[] = {
  /* Nothing to read */
  { "frames.html", { "<html><frameset><frame src=a></frameset></html>" }, 0, ATLAS_IMPORT_ERROR_EMPTY, { 0 } },
  { "scripts.html", { "<html><script>document.write('<p>A text')</script></html>" }, 0, ATLAS_IMPORT_ERROR_EMPTY, { 0 } },
  { "script-open.html", { "<html><body><script>var a = '<p>A text.</p>';" }, 0, ATLAS_IMPORT_ERROR_EMPTY, { 0 } },
  { "style-open.html", { "<html><body><style>p { }<p>A text.</p>" }, 0, ATLAS_IMPORT_ERROR_EMPTY, { 0 } },
  { "comment-open.html", { "<html><body><!-- <p>A text.</p>" }, 0, ATLAS_IMPORT_ERROR_EMPTY, { 0 } },
  { "doctype.html", { "<!doctype html>" }, 0, ATLAS_IMPORT_ERROR_EMPTY, { 0 } },

  /* Rather what is hidden than nothing: some pages show their text by a script. */
  { "hidden.html", { "<html><body><p hidden>A text.</p><p style='display : none'>More.</p>" }, 0, AN_ARTICLE, { "A text.\n\nMore." } },

  /* Too deep, too many */
  { "deep.html", { "<html>", "<div>", 100000, "text" }, 0, ATLAS_IMPORT_ERROR_TOO_DEEP, { 0 } },
  { "deeper.html", { "<html>", "<div>", 1000, "text" }, 0, ATLAS_IMPORT_ERROR_TOO_DEEP, { 0 } },
  { "bold.html", { "<html>", "<b>", 200000, "text" }, 0, ATLAS_IMPORT_ERROR_TOO_DEEP, { 0 } },
  { "tables.html", { "<html>", "<table><tr><td>", 500, "text" }, 0, ATLAS_IMPORT_ERROR_TOO_DEEP, { 0 } },
  { "elements.html", { "<html><p>text", "<br>", 600000, NULL }, 0, ATLAS_IMPORT_ERROR_TOO_DEEP, { 0 } },
  { "paragraphs.html", { "<html>", "<p>", 600000, "A text." }, 0, ATLAS_IMPORT_ERROR_TOO_DEEP, { 0 } },
  { "templates.html", { "<html>", "<template>", 390, "text" }, 0, ATLAS_IMPORT_ERROR_EMPTY, { 0 } },
  { "svg.html", { "<html><p>A text.<svg>", "<g>", 300, NULL }, 0, AN_ARTICLE, { "A text." } },
  { "select.html", { "<html><p>A text.<select>", "<option>a", 20000, NULL }, 0, AN_ARTICLE, { "A text." } },
  { "items.html", { "<html><ul>", "<li>text ", 1000, NULL }, 0, AN_ARTICLE, { "text", "\n\ntext", 999, NULL } },
  { "misnested.html", { "<html>", "<b><p></b>", 5000, "A text." }, 0, AN_ARTICLE, { "A text." } },
  { "fonts.html", { "<html>", "<font color=1><p><a href=x>", 2000, "A text." }, 0, ATLAS_IMPORT_ERROR_TOO_DEEP, { 0 } },
  { "lt.html", { "<html><p>A text", "<", 1000000, "." }, 0, AN_ARTICLE, { "A text", "<", 1000000, "." } },
  { "plaintext.html", { "<html><plaintext>", "<p>", 100000, "." }, 0, AN_ARTICLE, { .part = "<p>", .n = 100000, .after = "." } },

  /* Attributes */
  { "attribute.html", { "<html><body class=\"", "a ", 1000000, "\"><p>A paragraph." }, 0, AN_ARTICLE, { "A paragraph." } },
  { "attributes.html", { "<html><p ", "a=b ", 1000000, ">A paragraph." }, 0, AN_ARTICLE, { "A paragraph." } },
  { "names.html", { "<html><p ", "abcdefgh", 200000, ">A paragraph." }, 0, AN_ARTICLE, { "A paragraph." } },
  { "quote-open.html", { "<html><p>A paragraph.<p class=\"", "> ", 100000, NULL }, 0, AN_ARTICLE, { "A paragraph." } },
  { "styles.html", { "<html>", "<p style='display : x;a'>b", 1000, NULL }, 0, AN_ARTICLE, { "b", "\n\nb", 999, NULL } },
  { "data.html", { "<html><p>A paragraph.<img src='data:image/png;base64,", "AAAA", 1000000, "'>" }, 0, AN_ARTICLE, { "A paragraph." } },

  /* Characters */
  { "comments.html", { "<html><p>A paragraph.", "<!--", 100000, NULL }, 0, AN_ARTICLE, { "A paragraph." } },
  { "entities.html", { "<html><p>", "&amp;&#x1f600;&nosuch;", 20000, "." }, 0, AN_ARTICLE, { .part = "&😀&nosuch;", .n = 20000, .after = "." } },
  { "badref.html", { "<html><p>&#x110000;&#xd800;&#0;&#1;&#99999999999999;A text." }, 0, AN_ARTICLE, { "����A text." } },
  { "zero.html", { "<html><p>A\0 text.</p>" }, sizeof "<html><p>A\0 text.</p>" - 1, ATLAS_IMPORT_ERROR_BINARY, { 0 } },
  { "override.html", { "<html><p>A &#x202e;text&rlm;.</p>" }, 0, AN_ARTICLE, { "A text." } },
  { "laughs.html", { "<!DOCTYPE html [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><html><p>A text &b;.</p>" }, 0, AN_ARTICLE, { "]>\n\nA text &b;." } },

  /* Encodings that are not what the page says */
  { "charset.html", { "<html><meta charset=nosuchcharset><p>A text \xe5\xe4\xf6." }, 0, AN_ARTICLE, { "A text åäö." } },
  { "charset8.html", { "<html><meta charset=utf-8><p>Ett m\xf6te p\xe5 en \xf6." }, 0, AN_ARTICLE, { "Ett möte på en ö." } },
  { "charset1251.html", { "<html><meta charset=utf-8><p>\xcc\xe8\xed\xe8\xf1\xf2\xf0\xfb \xe2\xf1\xf2\xf0\xe5\xf2\xe8\xeb\xe8\xf1\xfc." }, 0, AN_ARTICLE, { "Министры встретились." } },
  { "declared1251.html", { "<html><meta charset=windows-1251><p>Министры встретились." }, 0, AN_ARTICLE, { "Министры встретились." } },
  { "wrong.html", { "<html><meta charset=utf-16><p>A text." }, 0, AN_ARTICLE, { "A text." } },
  { "utf7.html", { "<html><meta charset=utf-7><p>A text +ADw-script+AD4- \xe5." }, 0, AN_ARTICLE, { "A text +ADw-script+AD4- å." } },

  /* What a page says about itself */
  { "json.html", { LD, "[", 100000, LD_END }, 0, AN_ARTICLE, { "A paragraph." } },
  { "json2.html", { LD, "{\"@graph\":[", 45, LD_END }, 0, AN_ARTICLE, { "A paragraph." } },
  { "json3.html", { LD "{\"@type\":[[[\"Article\"]]],\"headline\":{\"name\":[{}]},\"author\":7,\"datePublished\":null}" LD_END }, 0, AN_ARTICLE, { "A paragraph." } },
  { "json4.html", { LD LD_END LD "{\"@type\":\"Article\",\"headline\":\"\\ud800\\u0000\"}" LD_END }, 0, AN_ARTICLE, { "A paragraph.\n\nA paragraph." } },
  { "json5.html", { LD "1{\"@type\":\"Article\"}" LD_END }, 0, AN_ARTICLE, { "A paragraph." } },
  { "title.html", { "<html><title>", "a ", 1000000, "</title><p>A paragraph." }, 0, AN_ARTICLE, { .part = "a ", .n = 499, .after = "a\n\nA paragraph." } },
};

/* Cut at many places, a page is read as far as it goes. */
static void
test_cut (void)
{
  static const char page[] = "<!doctype html><html><head><title>T</title></head><body><article><p>A paragraph of some length here.</p></article></body></html>";
  const char *text = strstr (page, "A paragraph");
  const char *end = strstr (page, "</p>");

  for (gsize n = 20; n < sizeof page; n++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (page, n);
      const char *cut = page + n;
      g_autofree char *part = cut > text ? g_strndup (text, MIN (cut, end) - text) : NULL;
      g_autofree char *clean = part != NULL ? g_strchomp (g_strdup (part)) : NULL;
      g_autofree char *expected = clean != NULL ? g_strconcat ("T\n\n", clean, NULL) : NULL;

      /* HTML takes these at its end for text. */
      if (page[n - 1] != '<' && (page[n - 1] != '/' || page[n - 2] != '<'))
        feed_bytes ("cut.html", bytes, ATLAS_IMPORT_ERROR_EMPTY, expected);
    }
}

/* An address that is a program is none. */
static void
test_addresses (void)
{
  static const char page[] = "<!-- saved from url=(0014)javascript:alert(1) --><html><head><link rel=canonical href='javascript:alert(1)'>"
                             "<meta property='og:url' content='file:///etc/passwd'></head><body><p>A text.";
  g_autoptr (AtlasImported) imported = extract_string ("address.html", page);

  g_assert_null (atlas_imported_get_address (imported));
  assert_text ("address.html", imported, NULL, "A text.");
}

int
main (int argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  add_hostile ("html", pages, G_N_ELEMENTS (pages));
  g_test_add_func ("/import/hostile/html/cut.html", test_cut);
  g_test_add_func ("/import/hostile/html/address.html", test_addresses);
  return g_test_run ();
}
