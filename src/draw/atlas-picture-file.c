/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-picture-file.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * atlas_plate_format_from_path:
 * @format: (out): set where the ending is known
 *
 * Returns: whether @path ends in .png, .svg or .pdf
 */
gboolean
atlas_plate_format_from_path (const char *path,
                              AtlasPlateFormat *format)
{
  static const char *const endings[] = { ".png", ".svg", ".pdf" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

static cairo_status_t
append_bytes (void *closure,
              const unsigned char *data,
              unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The same picture gives the same bytes: the date inside is that of the data. */
static void
describe_pdf (const AtlasPictureFile *self,
              cairo_surface_t *surface)
{
  g_autofree char *day = atlas_day_to_iso (atlas_dataset_get_verified_until (self->dataset));
  g_autofree char *moment = g_strconcat (day, "T00:00:00Z", NULL);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Alliance Atlas");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, moment);
}

static cairo_surface_t *
make_surface (const AtlasPictureFile *self,
              GByteArray *bytes)
{
  cairo_surface_t *surface;

  if (self->format == ATLAS_PLATE_PDF)
    {
      surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, self->width, self->height);
      describe_pdf (self, surface);
      return surface;
    }
  if (self->format == ATLAS_PLATE_SVG)
    return cairo_svg_surface_create_for_stream (append_bytes, bytes, self->width, self->height);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) lround (self->width * self->scale), (int) lround (self->height * self->scale));
  cairo_surface_set_device_scale (surface, self->scale, self->scale);
  return surface;
}

static cairo_status_t
draw_on_surface (const AtlasPictureFile *self,
                 cairo_surface_t *surface,
                 AtlasPictureDraw draw,
                 gconstpointer data,
                 GByteArray *bytes)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  if (cairo_status (cr) == CAIRO_STATUS_SUCCESS)
    draw (data, cr);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && self->format == ATLAS_PLATE_PNG)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_finish (surface);
  return status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status (surface);
}

/**
 * atlas_picture_file_save:
 * @draw: paints it, once
 * @error: G_IO_ERROR_INVALID_ARGUMENT for a size that cannot be drawn, or why
 *   the file cannot be written (G_FILE_ERROR)
 *
 * Any thread may call. A file of that name is replaced, only once the whole
 * picture is drawn.
 *
 * Returns: whether the file was written
 */
gboolean
atlas_picture_file_save (const AtlasPictureFile *self,
                         const char *path,
                         AtlasPictureDraw draw,
                         gconstpointer data,
                         GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = make_surface (self, bytes);
  cairo_status_t status = draw_on_surface (self, surface, draw, data, bytes);

  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   /* Translators: the last is a reason in English */
                   _ ("A picture of %g × %g cannot be drawn: %s"), self->width * self->scale, self->height * self->scale, cairo_status_to_string (status));
      return FALSE;
    }
  return g_file_set_contents (path, (const char *) bytes->data, bytes->len, error);
}
