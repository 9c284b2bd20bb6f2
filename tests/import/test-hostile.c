/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"
#include "make-files.h"

/* Files that are broken or made to do harm. Each must end soon, in a message that
 * names the file or in an article within limits; some must end in one of these. */

#define ANYTHING -1
#define AN_ARTICLE -2
#define MAX_SECONDS 8

static guint n_files;

static void
feed (const char *name,
      gconstpointer data,
      gsize length,
      int expected)
{
  /* An exact copy, so that the sanitizers see what reads past the end. */
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (AtlasImported) imported = atlas_extract (name, bytes, &error);

  n_files++;
  g_test_message ("%s: %s, %.0f ms", name, imported != NULL ? "an article" : error->message, (g_get_monotonic_time () - start) / 1000.0);
  if (g_get_monotonic_time () - start > MAX_SECONDS * G_USEC_PER_SEC)
    g_test_fail_printf ("%s took more than %d seconds", name, MAX_SECONDS);
  g_assert_true ((imported == NULL) == (error != NULL));
  if (imported == NULL)
    {
      g_assert_true (error->domain == ATLAS_IMPORT_ERROR);
      g_assert_nonnull (strstr (error->message, name));
    }
  else
    g_assert_cmpuint (atlas_imported_get_n_characters (imported), <=, ATLAS_IMPORT_MAX_CHARACTERS);
  /* All that ends otherwise is told, not only the first. */
  if (expected == AN_ARTICLE ? imported == NULL : expected != ANYTHING && !g_error_matches (error, ATLAS_IMPORT_ERROR, expected))
    g_test_fail_printf ("%s: %s", name, imported != NULL ? "an article" : error->message);
}

static void
feed_text (const char *name,
           const char *text,
           int expected)
{
  feed (name, text, strlen (text), expected);
}

static char *
repeat (const char *before,
        const char *part,
        guint n,
        const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, after);
  return g_string_free_and_steal (text);
}

static void
feed_repeated (const char *name,
               const char *before,
               const char *part,
               guint n,
               const char *after,
               int expected)
{
  g_autofree char *text = repeat (before, part, n, after);

  feed_text (name, text, expected);
}

static void
feed_zip (const char *name,
          const Member *members,
          int expected)
{
  g_autoptr (GBytes) bytes = make_zip (members);

  feed (name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected);
}

static void
feed_odt (const char *name,
          const char *content,
          int expected)
{
  const Member members[] = { ODT_TYPE, { "content.xml", content, 0 }, { NULL } };

  feed_zip (name, members, expected);
}

static void
feed_epub (const char *name,
           const char *package,
           const char *part,
           int expected)
{
  const Member members[] = { EPUB_TYPE, CONTAINER, { "OEBPS/book.opf", package, 0 }, { "OEBPS/a.xhtml", part, 0 }, { NULL } };

  feed_zip (name, members, expected);
}

#define PACKAGE(manifest, spine) "<package><metadata/><manifest>" manifest "</manifest><spine>" spine "</spine></package>"
#define ITEM "<item id=\"a\" href=\"a.xhtml\"/>"
#define PART "<html><body><p>A part.</p></body></html>"

/* --- Texts --------------------------------------------------------------------------------- */

static void
test_texts (void)
{
  static const char zeros[64] = { 0 };
  g_autofree char *noise = g_malloc (100000);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 100000; i++)
    noise[i] = g_rand_int (rand);
  feed ("nothing.txt", "", 0, ATLAS_IMPORT_ERROR_EMPTY);
  feed ("zeros.txt", zeros, sizeof zeros, ATLAS_IMPORT_ERROR_BINARY);
  feed ("noise.txt", noise, 100000, ATLAS_IMPORT_ERROR_BINARY);
  feed ("one.txt", "\xff", 1, ANYTHING);
  feed ("mark.txt", "\xef\xbb\xbf", 3, ATLAS_IMPORT_ERROR_EMPTY);
  feed ("mark16.txt", "\xff\xfe", 2, ATLAS_IMPORT_ERROR_EMPTY);
  feed ("half16.txt", "\xff\xfe"
                      "a\0b\0c",
        7, ANYTHING);
  feed ("surrogate.txt", "\xff\xfe"
                         "\x00\xd8\x41\x00\x00\xdc",
        8, ANYTHING);
  feed ("overlong.txt", "abc \xc0\xaf\xe0\x80\xaf def", 13, ANYTHING);
  feed ("program.txt", "\x7f"
                       "ELF\2\1\1\0\0\0\0",
        11, ATLAS_IMPORT_ERROR_UNSUPPORTED);
  feed ("packed.txt", "\x1f\x8b\x08\0\0\0\0\0", 8, ATLAS_IMPORT_ERROR_UNSUPPORTED);
  feed_text ("invisible.txt", "\xe2\x80\x8b\xe2\x80\x8b\xc2\xad\xef\xbb\xbf", ATLAS_IMPORT_ERROR_EMPTY);
  feed_repeated ("newlines.txt", "A", "\n", 5000000, "Z", AN_ARTICLE);
  feed_repeated ("lines.txt", "", "a\n\n", 1000000, "", ATLAS_IMPORT_ERROR_TOO_LONG);
  feed_repeated ("hyphens.txt", "", "a-\n", 500000, "", ATLAS_IMPORT_ERROR_TOO_LONG);
  feed_repeated ("marks.txt", "e", "\xcc\x81", 500000, "", AN_ARTICLE);
  feed_repeated ("title.md", "---\ntitle: ", "a", 1000000, "\n---\nText.", AN_ARTICLE);
  feed_text ("open.md", "---\ntitle: never ends\n\nText.", AN_ARTICLE);
  feed_text ("escapes.md", "---\ntitle: \"\\377\\x\\\"\n---\nText.", AN_ARTICLE);
  feed_repeated ("stars.md", "", "*", 200000, "", ANYTHING);
  feed_repeated ("stars2.md", "", "*a ", 100000, "", ANYTHING);
  feed_repeated ("brackets.md", "x ", "[", 200000, "", ANYTHING);
  feed_repeated ("links.md", "x ", "[a](", 100000, "", ANYTHING);
  feed_repeated ("images.md", "x ", "![", 100000, "", ANYTHING);
  feed_repeated ("ticks.md", "x ", "`", 200001, "", ANYTHING);
  feed_repeated ("quotes.md", "", "> ", 200000, "deep", AN_ARTICLE);
  feed_repeated ("under.md", "x ", "_a_ ", 100000, "", AN_ARTICLE);
}

/* --- HTML ------------------------------------------------------------------------------------- */

static void
test_html (void)
{
  static const char page[] = "<!doctype html><html><head><title>T</title></head><body><article><p>A paragraph of some length here.</p></article></body></html>";

  for (gsize n = 20; n < sizeof page; n += 7)
    feed ("cut.html", page, n, ANYTHING);
  feed_repeated ("deep.html", "<html>", "<div>", 100000, "text", ATLAS_IMPORT_ERROR_TOO_DEEP);
  feed_repeated ("deeper.html", "<html>", "<div>", 1000, "text", ATLAS_IMPORT_ERROR_TOO_DEEP);
  feed_repeated ("bold.html", "<html>", "<b>", 200000, "text", ATLAS_IMPORT_ERROR_TOO_DEEP);
  feed_repeated ("misnested.html", "<html>", "<b><p></b>", 5000, "text", ANYTHING);
  feed_repeated ("fonts.html", "<html>", "<font color=1><p><a href=x>", 2000, "text", ANYTHING);
  feed_repeated ("tables.html", "<html>", "<table><tr><td>", 500, "text", ANYTHING);
  feed_repeated ("elements.html", "<html><p>text", "<br>", 600000, "", ATLAS_IMPORT_ERROR_TOO_DEEP);
  feed_repeated ("items.html", "<html><ul>", "<li>text ", 50000, "", AN_ARTICLE);
  feed_repeated ("attribute.html", "<html><body class=\"", "a ", 1000000, "\"><p>A paragraph.", AN_ARTICLE);
  feed_repeated ("attributes.html", "<html><p ", "a=b ", 5000, ">A paragraph.", AN_ARTICLE);
  feed_repeated ("names.html", "<html><p ", "abcdefgh", 200000, ">A paragraph.", AN_ARTICLE);
  feed_repeated ("comments.html", "<html><p>A paragraph.", "<!--", 100000, "", ANYTHING);
  feed_repeated ("entities.html", "<html><p>", "&amp;&#x1f600;&nosuch;&#0;", 20000, "", AN_ARTICLE);
  feed_text ("badref.html", "<html><p>&#x110000;&#xd800;&#99999999999999;A text.", AN_ARTICLE);
  feed_repeated ("json.html", "<html><script type='application/ld+json'>", "[", 100000, "</script><p>A paragraph.", AN_ARTICLE);
  feed_repeated ("json2.html", "<html><script type='application/ld+json'>", "{\"@graph\":[", 45, "</script><p>A paragraph.", AN_ARTICLE);
  feed_text ("json3.html", "<html><script type='application/ld+json'>{\"@type\":[[[\"Article\"]]],\"headline\":{\"name\":[{}]},\"author\":7,\"datePublished\":null}</script><p>A text.", AN_ARTICLE);
  feed_text ("json4.html", "<html><script type='application/ld+json'></script><script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"\\ud800\\u0000\"}</script><p>A text.", AN_ARTICLE);
  feed_text ("charset.html", "<html><meta charset=nosuchcharset><p>A text \xe5\xe4\xf6.", AN_ARTICLE);
  feed_text ("wrong.html", "<html><meta charset=utf-16><p>A text.", AN_ARTICLE);
  feed_text ("utf7.html", "<html><meta charset=utf-7><p>A text +ADw-script+AD4- \xe5.", AN_ARTICLE);
  feed_repeated ("lt.html", "<html><p>A text", "<", 1000000, "", ANYTHING);
  feed_repeated ("plaintext.html", "<html><plaintext>", "<p>", 100000, "", ANYTHING);
  feed_text ("frames.html", "<html><frameset><frame src=a></frameset></html>", ATLAS_IMPORT_ERROR_EMPTY);
  feed_text ("scripts.html", "<html><script>document.write('<p>A text')</script></html>", ATLAS_IMPORT_ERROR_EMPTY);
  feed_repeated ("svg.html", "<html><p>A text<svg>", "<g>", 300, "", ANYTHING);
  feed_repeated ("select.html", "<html><select>", "<option>a", 20000, "", ANYTHING);
  feed_repeated ("styles.html", "<html>", "<p style='display : x;a'>b", 20000, "", AN_ARTICLE);
  feed_repeated ("templates.html", "<html>", "<template>", 390, "text", ANYTHING);
}

/* --- Archives ------------------------------------------------------------------------------------- */

static void
test_archives (void)
{
  g_autofree char *large = g_strnfill (60 * 1024 * 1024, ' ');
  g_autofree char *deep = repeat (ODT_START, "<text:span>", 100000, ODT_END);
  g_autofree char *attribute = repeat ("<office:document-content a=\"", "a", 5000000, "\"/>");
  g_autofree char *paragraphs = repeat (ODT_START, "<text:p>a</text:p>", 50000, ODT_END);
  g_autofree char *parts = repeat ("<package><metadata/><manifest>" ITEM "</manifest><spine>", "<itemref idref=\"a\"/>", 50000, "</spine></package>");
  const Member bomb[] = { ODT_TYPE, { "content.xml", large, 30 * 1024 * 1024 }, { NULL } };
  const Member bombs[] = { ODT_TYPE, { "content.xml", ODT_START "<text:p>a</text:p>" ODT_END, 0 }, { "a.xml", large, 19 * 1024 * 1024 }, { "b.xml", large, 19 * 1024 * 1024 }, { "c.xml", large, 19 * 1024 * 1024 }, { NULL } };
  const Member nested[] = { ODT_TYPE, { "content.xml", "PK\x03\x04", 0 }, { NULL } };
  const Member inside[] = { EPUB_TYPE, CONTAINER, { "more.zip", "PK\x03\x04", 0 }, { NULL } };
  const Member empty[] = { ODT_TYPE, { NULL } };
  const Member docx[] = { { "word/document.xml", "<a/>", 0 }, { NULL } };
  const Member plain[] = { { "a.txt", "text", 0 }, { NULL } };
  const Member sheet[] = { { "mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0 }, { NULL } };
  const Member locked[] = { ODT_TYPE, { "META-INF/manifest.xml", "<m:manifest xmlns:m=\"u\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>", 0 }, { "content.xml", "noise", 0 }, { NULL } };
  const Member protected[] = { EPUB_TYPE, CONTAINER, { "META-INF/encryption.xml", "<e><CipherReference URI=\"OEBPS/a.xhtml\"/></e>", 0 }, { "OEBPS/book.opf", PACKAGE (ITEM, "<itemref idref=\"a\"/>"), 0 }, { "OEBPS/a.xhtml", "noise", 0 }, { NULL } };
  const Member no_container[] = { EPUB_TYPE, { "OEBPS/a.xhtml", PART, 0 }, { NULL } };
  const Member twice[] = { ODT_TYPE, { "content.xml", ODT_START "<text:p>first</text:p>" ODT_END, 0 }, { "content.xml", ODT_START "<text:p>second</text:p>" ODT_END, 0 }, { NULL } };

  feed_zip ("bomb.odt", bomb, ATLAS_IMPORT_ERROR_TOO_LARGE);
  feed_zip ("bombs.odt", bombs, ATLAS_IMPORT_ERROR_TOO_LARGE);
  feed_zip ("nested.odt", nested, ATLAS_IMPORT_ERROR_NESTED);
  feed_zip ("inside.epub", inside, ATLAS_IMPORT_ERROR_NESTED);
  feed_zip ("empty.odt", empty, ATLAS_IMPORT_ERROR_DAMAGED);
  feed_zip ("word.docx", docx, ATLAS_IMPORT_ERROR_UNSUPPORTED);
  feed_zip ("plain.zip", plain, ATLAS_IMPORT_ERROR_UNSUPPORTED);
  feed_zip ("sheet.odt", sheet, ATLAS_IMPORT_ERROR_UNSUPPORTED);
  feed_zip ("locked.odt", locked, ATLAS_IMPORT_ERROR_ENCRYPTED);
  feed_zip ("protected.epub", protected, ATLAS_IMPORT_ERROR_ENCRYPTED);
  feed_zip ("container.epub", no_container, ATLAS_IMPORT_ERROR_DAMAGED);
  feed_zip ("twice.odt", twice, AN_ARTICLE);
  feed ("end.zip", "PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22, ATLAS_IMPORT_ERROR_UNSUPPORTED);

  feed_odt ("deep.odt", deep, ATLAS_IMPORT_ERROR_TOO_DEEP);
  feed_odt ("attribute.odt", attribute, ANYTHING);
  feed_odt ("paragraphs.odt", paragraphs, AN_ARTICLE);
  feed_odt ("notxml.odt", "This is no XML.", ATLAS_IMPORT_ERROR_DAMAGED);
  feed_odt ("unclosed.odt", ODT_START "<text:p>a", ATLAS_IMPORT_ERROR_DAMAGED);
  feed_odt ("blank.odt", ODT_START ODT_END, ATLAS_IMPORT_ERROR_EMPTY);
  feed_odt ("laughs.odt", "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><l>&b;</l>", ATLAS_IMPORT_ERROR_ENTITIES);
  feed_odt ("external.odt", "<!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><l>&x;</l>", ATLAS_IMPORT_ERROR_ENTITIES);
  feed_odt ("dtd.odt", "<!DOCTYPE l SYSTEM \"file:///etc/passwd\"><l>&x;</l>", ANYTHING);
  feed_odt ("wide.odt", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>", ANYTHING);
  feed_odt ("nosuch.odt", "<?xml version=\"1.0\" encoding=\"nosuch\"?><a/>", ATLAS_IMPORT_ERROR_DAMAGED);

  feed_epub ("spine.epub", PACKAGE (ITEM, ""), PART, ATLAS_IMPORT_ERROR_DAMAGED);
  feed_epub ("missing.epub", PACKAGE (ITEM, "<itemref idref=\"b\"/>"), PART, ATLAS_IMPORT_ERROR_DAMAGED);
  feed_epub ("gone.epub", PACKAGE ("<item id=\"a\" href=\"b.xhtml\"/>", "<itemref idref=\"a\"/>"), PART, ATLAS_IMPORT_ERROR_EMPTY);
  feed_epub ("loop.epub", parts, PART, AN_ARTICLE);
  feed_epub ("out.epub", PACKAGE ("<item id=\"a\" href=\"../../../../etc/passwd\"/>", "<itemref idref=\"a\"/>"), PART, ATLAS_IMPORT_ERROR_EMPTY);
  feed_epub ("far.epub", PACKAGE ("<item id=\"a\" href=\"http://example.org/\"/>", "<itemref idref=\"a\"/>"), PART, ATLAS_IMPORT_ERROR_DAMAGED);
  feed_epub ("self.epub", PACKAGE ("<item id=\"a\" href=\"book.opf\"/>", "<itemref idref=\"a\"/>"), PART, ANYTHING);
  feed_epub ("binary.epub", PACKAGE (ITEM, "<itemref idref=\"a\"/>"), "\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x01\x02", ATLAS_IMPORT_ERROR_BINARY);
  feed_epub ("title.epub", PACKAGE (ITEM, "<itemref idref=\"a\"/>"), "<html><head><title/><script/></head><body><p>A part.</body></html>", AN_ARTICLE);
  feed_epub ("broken.epub", "<package><metadata>", PART, ATLAS_IMPORT_ERROR_DAMAGED);
}

/* Cut at every place, and with single bytes changed. */
static void
break_in_all_ways (const char *name,
                   GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  guint before = n_files;

  for (gsize n = 1; n < length; n += length / 40 + 1)
    feed (name, data, n, ANYTHING);
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *copy = g_memdup2 (data, length);

      for (guint j = 0; j < 1 + i % 5; j++)
        copy[g_rand_int_range (rand, 0, length)] = g_rand_int (rand);
      feed (name, copy, length, ANYTHING);
    }
  /* They count as two: one that is cut, one that is changed. */
  n_files = before + 2;
}

static void
test_broken_archives (void)
{
  const Member odt[] = { ODT_TYPE, { "content.xml", ODT_START "<text:p>Some text of an article.</text:p>" ODT_END, 0 }, { NULL } };
  const Member epub[] = { EPUB_TYPE, CONTAINER, { "OEBPS/book.opf", PACKAGE (ITEM, "<itemref idref=\"a\"/>"), 0 }, { "OEBPS/a.xhtml", PART, 0 }, { NULL } };
  g_autoptr (GBytes) first = make_zip (odt);
  g_autoptr (GBytes) second = make_zip (epub);

  break_in_all_ways ("broken.odt", first);
  break_in_all_ways ("broken.epub", second);
}

/* --- PDF ---------------------------------------------------------------------------------------------- */

#define PDF_START "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
#define PDF_END "trailer<</Root 1 0 R>>\n%%EOF\n"

static void
test_pdfs (void)
{
  g_autoptr (GBytes) bytes = NULL;
  Pdf pdf;

  feed_text ("magic.pdf", "%PDF-", ATLAS_IMPORT_ERROR_DAMAGED);
  feed_text ("named.pdf", "This is a text that is called a PDF.", AN_ARTICLE);
  feed_text ("pages.pdf", PDF_START "2 0 obj<</Type/Pages/Count 1/Kids[2 0 R]>>endobj\n" PDF_END, ANYTHING);
  feed_text ("many.pdf", PDF_START "2 0 obj<</Type/Pages/Count 2147483647/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R>>endobj\n" PDF_END, ANYTHING);
  feed_text ("length.pdf", PDF_START "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj\n4 0 obj<</Length 999999999>>stream\nBT (a) Tj ET\nendstream endobj\n" PDF_END, ANYTHING);
  feed_text ("size.pdf", PDF_START "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 0 0]/Contents 4 0 R>>endobj\n4 0 obj<</Length 12>>stream\nBT (a) Tj ET\nendstream endobj\n" PDF_END, ANYTHING);
  feed_text ("form.pdf", PDF_START "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Contents 4 0 R>>endobj\n4 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Length 5>>stream\n/X Do\nendstream endobj\n" PDF_END, ANYTHING);
  feed_repeated ("nested.pdf", PDF_START "2 0 obj", "[", 100000, PDF_END, ANYTHING);
  feed_repeated ("objects.pdf", PDF_START, "5 0 obj<</A 5 0 R>>endobj\n", 20000, PDF_END, ANYTHING);
  feed_text ("xref.pdf", PDF_START "xref\n0 99999999\n0000000000 65535 f \ntrailer<</Root 1 0 R/Prev 10/Size 99999999>>\nstartxref\n10\n%%EOF\n", ANYTHING);

  pdf_start (&pdf);
  pdf_line (&pdf, 72, 100, 11, "A text that will be broken in many ways.");
  bytes = pdf_end (&pdf);
  break_in_all_ways ("broken.pdf", bytes);
}

static void
test_number (void)
{
  g_test_message ("%u hostile files", n_files);
  g_assert_cmpuint (n_files, >=, 60);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/hostile/texts", test_texts);
  g_test_add_func ("/import/hostile/html", test_html);
  g_test_add_func ("/import/hostile/archives", test_archives);
  g_test_add_func ("/import/hostile/broken-archives", test_broken_archives);
  g_test_add_func ("/import/hostile/pdfs", test_pdfs);
  g_test_add_func ("/import/hostile/number", test_number);
  return g_test_run ();
}
