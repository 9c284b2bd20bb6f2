/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"
#include "make-files.h"

static AtlasImported *
extract_made (const char *name,
              GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  AtlasImported *imported = extract (name, bytes, &error);

  g_assert_no_error (error);
  return imported;
}

static void
test_epub (void)
{
  static const Member members[] = {
    EPUB_TYPE,
    CONTAINER,
    { "OEBPS/book.opf",
      "<?xml version=\"1.0\"?><package xmlns=\"http://www.idpf.org/2007/opf\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
      "<dc:title>Sex länder</dc:title><dc:creator>Ada Berg</dc:creator><dc:publisher>Förlaget</dc:publisher><dc:date>2024-03-01</dc:date>"
      "<dc:language>sv</dc:language><dc:identifier>https://forlag.example/sex</dc:identifier></metadata>"
      "<manifest><item id=\"two\" href=\"text/tv%C3%A5.xhtml\"/><item id=\"one\" href=\"text/ett.xhtml\"/><item id=\"nav\" href=\"nav.xhtml\" properties=\"nav\"/>"
      "<item id=\"gone\" href=\"text/gone.xhtml\"/></manifest>"
      "<spine><itemref idref=\"nav\"/><itemref idref=\"one\"/><itemref idref=\"two\"/><itemref idref=\"gone\"/><itemref idref=\"one\"/></spine></package>",
      0 },
    { "OEBPS/nav.xhtml", "<html><body><nav><a href=\"x\">Innehåll</a></nav></body></html>", 0 },
    { "OEBPS/text/två.xhtml", "<?xml version=\"1.0\"?><html><body><h1>Andra</h1><p>Kazakstan&nbsp;avvaktar.</p></body></html>", 0 },
    { "OEBPS/text/ett.xhtml", "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/></head><body><h1>Första</h1><p>Sex länder<br/>blev kvar.</p></body></html>", 0 },
    { "OEBPS/cover.jpg", "\xff\xd8\xff not unpacked", 0 },
    { NULL },
  };
  g_autoptr (GBytes) bytes = make_zip (members);
  g_autoptr (AtlasImported) imported = extract_made ("bok.epub", bytes);

  assert_blocks (imported,
                 "# Första\n"
                 "Sex länder blev kvar.\n"
                 "# Andra\n"
                 "Kazakstan avvaktar.\n");
  g_assert_cmpint (atlas_imported_get_format (imported), ==, ATLAS_FORMAT_EPUB);
  g_assert_cmpstr (atlas_imported_get_title (imported), ==, "Sex länder");
  g_assert_cmpstr (atlas_imported_get_author (imported), ==, "Ada Berg");
  g_assert_cmpstr (atlas_imported_get_publisher (imported), ==, "Förlaget");
  g_assert_cmpstr (atlas_imported_get_date (imported), ==, "2024-03-01");
  g_assert_cmpstr (atlas_imported_get_language (imported), ==, "sv");
  g_assert_cmpstr (atlas_imported_get_address (imported), ==, "https://forlag.example/sex");
  g_assert_nonnull (strstr (atlas_imported_get_warnings (imported)[0], "gone.xhtml"));
}

static void
test_odt (void)
{
  static const Member members[] = {
    ODT_TYPE,
    { "meta.xml",
      "<office:document-meta xmlns:office=\"urn:o\" xmlns:dc=\"urn:dc\" xmlns:meta=\"urn:m\"><office:meta><dc:title>Договор</dc:title>"
      "<dc:creator>Б. Эк</dc:creator><dc:date>2022-01-05T10:00:00</dc:date><dc:language>ru-RU</dc:language></office:meta></office:document-meta>",
      0 },
    { "content.xml",
      ODT_START
      "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:h text:outline-level=\"1\">Январь</text:h>"
      "<text:p>Казахстан <text:span>попросил</text:span><text:s text:c=\"99999999\"/>о помощи<text:note><text:note-body><text:p>note</text:p></text:note-body></text:note>.</text:p>"
      "<text:p/><text:p>Одна<text:line-break/>строка &amp; другая.</text:p><text:list><text:list-item><text:p>пункт.</text:p></text:list-item></text:list>"
      "<text:p><draw:frame><draw:text-box><text:p>caption</text:p></draw:text-box></draw:frame></text:p>" ODT_END,
      0 },
    { NULL },
  };
  g_autoptr (GBytes) bytes = make_zip (members);
  g_autoptr (AtlasImported) imported = extract_made ("d.odt", bytes);

  assert_blocks (imported,
                 "# Январь\n"
                 "Казахстан попросил о помощи.\n"
                 "Одна строка & другая.\n"
                 "пункт.\n");
  g_assert_cmpint (atlas_imported_get_format (imported), ==, ATLAS_FORMAT_ODT);
  g_assert_cmpstr (atlas_imported_get_title (imported), ==, "Договор");
  g_assert_cmpstr (atlas_imported_get_author (imported), ==, "Б. Эк");
  g_assert_cmpstr (atlas_imported_get_date (imported), ==, "2022-01-05");
  g_assert_cmpstr (atlas_imported_get_language (imported), ==, "ru-RU");
}

static void
test_pdf (void)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AtlasImported) imported = NULL;
  Pdf pdf;

  pdf_start (&pdf);
  cairo_pdf_surface_set_metadata (pdf.surface, CAIRO_PDF_METADATA_AUTHOR, "Ada Berg");
  cairo_pdf_surface_set_metadata (pdf.surface, CAIRO_PDF_METADATA_CREATE_DATE, "2025-05-28T10:00:00Z");
  for (guint page = 1; page <= 2; page++)
    {
      g_autofree char *number = g_strdup_printf ("%u", page);

      pdf_line (&pdf, 72, 40, 9, "The Atlas Review");
      pdf_line (&pdf, 300, 815, 9, number);
      if (page == 1)
        {
          pdf_line (&pdf, 72, 130, 22, "Ministers meet in Bishkek");
          pdf_line (&pdf, 72, 180, 11, "The defence ministers of the CSTO met on Wednesday in the capital of");
          pdf_line (&pdf, 72, 194, 11, "Kyrgyzstan. They spoke about the exer-");
          pdf_line (&pdf, 72, 208, 11, "cises of the autumn and about the CSTO-");
          pdf_line (&pdf, 72, 222, 11, "led force that went to Kazakhstan.");
          pdf_line (&pdf, 72, 250, 11, "Россия предложила новую архитектуру безопасности и ждёт, что");
        }
      else
        {
          pdf_line (&pdf, 72, 130, 11, "скажут соседи.");
          pdf_line (&pdf, 72, 170, 15, "What comes next");
          pdf_line (&pdf, 72, 200, 11, "Nobody knows.");
        }
      cairo_show_page (pdf.cr);
    }
  bytes = pdf_end (&pdf);
  imported = extract_made ("m.pdf", bytes);
  assert_blocks (imported,
                 "The defence ministers of the CSTO met on Wednesday in the capital of Kyrgyzstan. They spoke about the exercises of the autumn and about the CSTO-led force that went to Kazakhstan.\n"
                 "Россия предложила новую архитектуру безопасности и ждёт, что скажут соседи.\n"
                 "# What comes next\n"
                 "Nobody knows.\n");
  g_assert_cmpint (atlas_imported_get_format (imported), ==, ATLAS_FORMAT_PDF);
  g_assert_cmpstr (atlas_imported_get_title (imported), ==, "Ministers meet in Bishkek");
  g_assert_cmpstr (atlas_imported_get_author (imported), ==, "Ada Berg");
  g_assert_cmpstr (atlas_imported_get_date (imported), ==, "2025-05-28");
}

/* A page that is a picture. */
static void
test_scanned (void)
{
  g_autoptr (GBytes) bytes = NULL;
  Pdf pdf;

  pdf_start (&pdf);
  cairo_rectangle (pdf.cr, 10, 10, 100, 100);
  cairo_fill (pdf.cr);
  bytes = pdf_end (&pdf);
  assert_refused ("scan.pdf", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), ATLAS_IMPORT_ERROR_EMPTY);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/files/epub", test_epub);
  g_test_add_func ("/import/files/odt", test_odt);
  g_test_add_func ("/import/files/pdf", test_pdf);
  g_test_add_func ("/import/files/scanned", test_scanned);
  return g_test_run ();
}
