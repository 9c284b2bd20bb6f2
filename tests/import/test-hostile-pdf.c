/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hostile-fixture.h"
#include "make-files.h"

#include <locale.h>

#define START "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
#define ONE_PAGE "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
#define PAGE "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
#define FONT "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
#define LINE "4 0 obj<</Length 41>>stream\nBT /F 12 Tf 72 700 Td (A text.) Tj ET    \nendstream endobj\n"
#define END "trailer<</Root 1 0 R>>\n%%EOF\n"
#define WHOLE START ONE_PAGE PAGE LINE FONT

/* A lock that no empty password opens. */
#define LOCK "<</Filter/Standard/V 1/R 2/P -4/O(0123456789abcdef0123456789abcdef)/U(fedcba9876543210fedcba9876543210)>>"

static const Hostile documents[] = {
  { "whole.pdf", { WHOLE END }, 0, AN_ARTICLE, { "A text." } },

  /* Not what it says */
  { "magic.pdf", { "%PDF-" }, 0, ATLAS_IMPORT_ERROR_DAMAGED, { 0 } },
  { "named.pdf", { "This is a text that is called a PDF." }, 0, AN_ARTICLE, { "This is a text that is called a PDF." } },
  { "late.pdf", { .part = " ", .n = 1000, .after = WHOLE END }, 0, AN_ARTICLE, { "A text." } },
  { "text.txt", { WHOLE END }, 0, AN_ARTICLE, { "A text." } },

  /* Locked */
  { "locked.pdf", { WHOLE "trailer<</Root 1 0 R/Encrypt " LOCK "/ID[(a)(a)]>>\n%%EOF\n" }, 0, ATLAS_IMPORT_ERROR_ENCRYPTED, { 0 } },
  { "other-lock.pdf", { WHOLE "trailer<</Root 1 0 R/Encrypt<</Filter/Nobody>>/ID[(a)(a)]>>\n%%EOF\n" }, 0, ATLAS_IMPORT_ERROR_ENCRYPTED, { 0 } },

  /* Pages that are their own parents, and other loops */
  { "pages.pdf", { START "2 0 obj<</Type/Pages/Count 1/Kids[2 0 R]>>endobj\n" END }, 0, ATLAS_IMPORT_ERROR_EMPTY, { 0 } },
  { "pages2.pdf", { START "2 0 obj<</Type/Pages/Count 2/Kids[3 0 R 2 0 R]>>endobj\n" PAGE LINE FONT END }, 0, AN_ARTICLE, { "A text." } },
  { "parents.pdf", { START "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]/Parent 2 0 R>>endobj\n" PAGE LINE FONT END }, 0, AN_ARTICLE, { "A text." } },
  { "form.pdf", { START ONE_PAGE "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Contents 4 0 R>>endobj\n"
                                 "4 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Length 5>>stream\n/X Do\nendstream endobj\n" END },
    0,
    ATLAS_IMPORT_ERROR_EMPTY,
    { 0 } },
  { "self.pdf", { START ONE_PAGE PAGE "4 0 obj 4 0 R endobj\n" END }, 0, ATLAS_IMPORT_ERROR_EMPTY, { 0 } },
  { "length-loop.pdf", { START ONE_PAGE PAGE FONT "4 0 obj<</Length 4 0 R>>stream\nBT /F 12 Tf 72 700 Td (A text.) Tj ET\nendstream endobj\n" END }, 0, AN_ARTICLE, { "A text." } },
  { "xref-loop.pdf", { WHOLE "xref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Prev 10/Size 6>>\nstartxref\n10\n%%EOF\n" }, 0, AN_ARTICLE, { "A text." } },

  /* Numbers that are too large, or not there */
  { "many.pdf", { START "2 0 obj<</Type/Pages/Count 2147483647/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R>>endobj\n" END }, 0, ATLAS_IMPORT_ERROR_EMPTY, { 0 } },
  { "minus.pdf", { START "2 0 obj<</Type/Pages/Count -1/Kids[3 0 R]>>endobj\n" PAGE LINE FONT END }, 0, ATLAS_IMPORT_ERROR_EMPTY, { 0 } },
  { "length.pdf", { START ONE_PAGE PAGE FONT "4 0 obj<</Length 999999999>>stream\nBT /F 12 Tf 72 700 Td (A text.) Tj ET\nendstream endobj\n" END }, 0, AN_ARTICLE, { "A text." } },
  { "box.pdf", { START ONE_PAGE "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 0 0]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n" LINE FONT END }, 0, AN_ARTICLE, { "A text." } },
  { "huge-box.pdf", { START ONE_PAGE "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e30 1e30]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n" LINE FONT END }, 0, AN_ARTICLE, { "A text." } },
  { "size.pdf", { START ONE_PAGE PAGE FONT "4 0 obj<</Length 50>>stream\nBT /F 99999999999999 Tf 72 700 Td (A text.) Tj ET\nendstream endobj\n" END }, 0, ATLAS_IMPORT_ERROR_EMPTY, { 0 } },
  { "xref.pdf", { WHOLE "xref\n0 99999999\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 99999999>>\nstartxref\n560\n%%EOF\n" }, 0, AN_ARTICLE, { "A text." } },
  { "no-font.pdf", { START ONE_PAGE PAGE LINE END }, 0, ATLAS_IMPORT_ERROR_EMPTY, { 0 } },

  /* Too much of something */
  { "nested.pdf", { START "2 0 obj", "[", 100000, END }, 0, ATLAS_IMPORT_ERROR_DAMAGED, { 0 } },
  { "nested-dictionaries.pdf", { START "2 0 obj", "<</A", 100000, END }, 0, ATLAS_IMPORT_ERROR_DAMAGED, { 0 } },
  { "objects.pdf", { WHOLE, "6 0 obj<</A 6 0 R>>endobj\n", 20000, END }, 0, AN_ARTICLE, { "A text." } },
  { "states.pdf", { START ONE_PAGE PAGE FONT "4 0 obj<</Length 200050>>stream\n", "q ", 100000, "BT /F 12 Tf 72 700 Td (A text.) Tj ET\nendstream endobj\n" END }, 0, AN_ARTICLE, { "A text." } },
};

static GBytes *
make_text (guint n_pages)
{
  Pdf pdf;

  pdf_start (&pdf);
  for (guint i = 0; i < n_pages; i++)
    {
      pdf_line (&pdf, 72, 100, 11, "Ministers met and spoke about what to do.");
      cairo_show_page (pdf.cr);
    }
  return pdf_end (&pdf);
}

static void
test_many_pages (void)
{
  g_autoptr (GBytes) bytes = make_text (2001);

  feed_bytes ("book.pdf", bytes, ATLAS_IMPORT_ERROR_TOO_LONG, NULL);
}

/* Cut anywhere, it is refused, or read where all of the page is there. */
static void
test_cut (void)
{
  g_autoptr (GBytes) whole = make_text (1);
  gsize length = g_bytes_get_size (whole);

  for (gsize n = 20; n < length; n += length / 40)
    {
      g_autoptr (GBytes) cut = g_bytes_new (g_bytes_get_data (whole, NULL), n);
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasImported) imported = extract ("cut.pdf", cut, &error);

      if (imported != NULL)
        assert_text ("cut.pdf", imported, error, "Ministers met and spoke about what to do.");
      else if (g_error_matches (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_EMPTY))
        assert_refused_with ("cut.pdf", imported, error, ATLAS_IMPORT_ERROR_EMPTY);
      else
        assert_refused_with ("cut.pdf", imported, error, ATLAS_IMPORT_ERROR_DAMAGED);
    }
}

/* With single bytes changed: whatever comes of it, it ends, and in a message or a text. */
static void
test_changed (void)
{
  g_autoptr (GBytes) whole = make_text (1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  gsize length = g_bytes_get_size (whole);

  for (guint i = 0; i < 200; i++)
    {
      char *copy = g_memdup2 (g_bytes_get_data (whole, NULL), length);
      g_autoptr (GBytes) changed = g_bytes_new_take (copy, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasImported) imported = NULL;

      for (guint j = 0; j < 1 + i % 5; j++)
        copy[g_rand_int_range (rand, 0, length)] = g_rand_int (rand);
      imported = extract ("changed.pdf", changed, &error);
      if (imported == NULL)
        assert_message (error->message, "changed.pdf");
    }
}

int
main (int argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  add_hostile ("pdf", documents, G_N_ELEMENTS (documents));
  g_test_add_func ("/import/hostile/pdf/book.pdf", test_many_pages);
  g_test_add_func ("/import/hostile/pdf/cut.pdf", test_cut);
  g_test_add_func ("/import/hostile/pdf/changed.pdf", test_changed);
  return g_test_run ();
}
