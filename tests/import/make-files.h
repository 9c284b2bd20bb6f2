/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <cairo-pdf.h>
#include <glib.h>
#include <string.h>

/* Files of every binary kind, made when the tests run. */

typedef struct
{
  const char *path;
  const char *text;
  gsize length; /* 0 where @text ends with a 0 */
} Member;

/* @members ends with one that has no path. */
static inline GBytes *
make_zip (const Member *members)
{
  const gsize size = 4 * 1024 * 1024;
  char *data = g_malloc (size);
  struct archive *archive = archive_write_new ();
  gsize used = 0;

  archive_write_set_format_zip (archive);
  archive_write_set_bytes_per_block (archive, 0);
  g_assert_cmpint (archive_write_open_memory (archive, data, size, &used), ==, ARCHIVE_OK);
  for (; members->path != NULL; members++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize length = members->length > 0 ? members->length : strlen (members->text);

      archive_entry_set_pathname (entry, members->path);
      archive_entry_set_size (entry, length);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      if (g_str_equal (members->path, "mimetype"))
        archive_write_zip_set_compression_store (archive);
      else
        archive_write_zip_set_compression_deflate (archive);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (archive, members->text, length), ==, length);
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_bytes_new_take (data, used);
}

#define EPUB_TYPE { "mimetype", "application/epub+zip", 0 }
#define ODT_TYPE { "mimetype", "application/vnd.oasis.opendocument.text", 0 }
#define CONTAINER                                                                                                    \
  { "META-INF/container.xml",                                                                                        \
    "<?xml version=\"1.0\"?><container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>"        \
    "<rootfile full-path=\"OEBPS/book.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>", \
    0 }
#define ODT_START                                                                                                   \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"urn:o\" xmlns:text=\"urn:t\" " \
  "xmlns:draw=\"urn:d\"><office:automatic-styles><text:p>style</text:p></office:automatic-styles><office:body><office:text>"
#define ODT_END "</office:text></office:body></office:document-content>"

/* --- PDF ---------------------------------------------------------------------------------- */

typedef struct
{
  GByteArray *data;
  cairo_surface_t *surface;
  cairo_t *cr;
} Pdf;

static inline cairo_status_t
take_pdf (void *data,
          const unsigned char *bytes,
          unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static inline void
pdf_start (Pdf *pdf)
{
  pdf->data = g_byte_array_new ();
  pdf->surface = cairo_pdf_surface_create_for_stream (take_pdf, pdf->data, 595, 842);
  pdf->cr = cairo_create (pdf->surface);
}

static inline void
pdf_line (Pdf *pdf,
          double x,
          double y,
          double size,
          const char *text)
{
  cairo_select_font_face (pdf->cr, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (pdf->cr, size);
  cairo_move_to (pdf->cr, x, y);
  cairo_show_text (pdf->cr, text);
}

static inline GBytes *
pdf_end (Pdf *pdf)
{
  cairo_destroy (pdf->cr);
  cairo_surface_finish (pdf->surface);
  cairo_surface_destroy (pdf->surface);
  return g_byte_array_free_to_bytes (pdf->data);
}
