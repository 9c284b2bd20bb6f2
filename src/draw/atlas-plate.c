/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-plate-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_FINAL_TYPE (AtlasPlate, atlas_plate, G_TYPE_OBJECT)

static void
atlas_plate_finalize (GObject *object)
{
  AtlasPlate *self = ATLAS_PLATE (object);

  atlas_colouring_unref (self->colouring);
  g_object_unref (self->painter);
  g_free (self->language);
  g_free (self->title);
  G_OBJECT_CLASS (atlas_plate_parent_class)->finalize (object);
}

static void
atlas_plate_class_init (AtlasPlateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_plate_finalize;
}

static void
atlas_plate_init (AtlasPlate *self)
{
  self->kind = ATLAS_PROJECTION_EQUAL_AREA;
  self->language = g_strdup ("en");
  self->frame = TRUE;
}

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

/**
 * atlas_plate_new:
 * @colouring: lens, day and scheme of the plate
 *
 * Returns: (transfer full): an equal-area plate of Eurasia with English names
 */
AtlasPlate *
atlas_plate_new (AtlasColouring *colouring)
{
  AtlasPlate *self = g_object_new (ATLAS_TYPE_PLATE, NULL);

  self->colouring = atlas_colouring_ref (colouring);
  self->painter = atlas_map_painter_new (atlas_colouring_get_geography (colouring));
  return self;
}

/**
 * atlas_plate_set_projection:
 * @kind: how the round is made flat; equal-area where nothing else is said
 */
void
atlas_plate_set_projection (AtlasPlate *self,
                            AtlasProjectionKind kind)
{
  self->kind = kind;
}

/**
 * atlas_plate_set_language:
 * @language: the tag of the language of names; sentences are in that of the
 *   session
 */
void
atlas_plate_set_language (AtlasPlate *self,
                          const char *language)
{
  g_set_str (&self->language, language);
}

/**
 * atlas_plate_set_title:
 * @title: (nullable): %NULL for the usual one
 */
void
atlas_plate_set_title (AtlasPlate *self,
                       const char *title)
{
  g_set_str (&self->title, title);
}

/**
 * atlas_plate_set_frame:
 * @frame: %FALSE for the map alone, to the edges of the paper
 */
void
atlas_plate_set_frame (AtlasPlate *self,
                       gboolean frame)
{
  self->frame = frame;
}

/**
 * atlas_plate_get_map:
 * @projection: (out caller-allocates): in the plate's user units
 * @map_x: (out): left edge of the map, user units
 * @map_y: (out): top edge
 * @map_width: (out):
 * @map_height: (out):
 *
 * Where the map lies on a plate of that size.
 */
void
atlas_plate_get_map (AtlasPlate *self,
                     double width,
                     double height,
                     AtlasProjection *projection,
                     double *map_x,
                     double *map_y,
                     double *map_width,
                     double *map_height)
{
  g_auto (AtlasPlateSheet) sheet = { 0 };

  atlas_plate_sheet_init (&sheet, self, width, height);
  *projection = sheet.projection;
  projection->scale *= sheet.unit;
  projection->x *= sheet.unit;
  projection->y *= sheet.unit;
  *map_x = sheet.map_x * sheet.unit;
  *map_y = sheet.map_y * sheet.unit;
  *map_width = sheet.map_width * sheet.unit;
  *map_height = sheet.map_height * sheet.unit;
}

/**
 * atlas_plate_draw:
 * @width: in user units of @cr
 * @height: in user units of @cr
 *
 * Draws the plate, paper included, with its top left at the origin.
 */
void
atlas_plate_draw (AtlasPlate *self,
                  cairo_t *cr,
                  double width,
                  double height)
{
  g_auto (AtlasPlateSheet) sheet = { 0 };

  g_return_if_fail (width > 0 && height > 0);

  atlas_plate_sheet_init (&sheet, self, width, height);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  atlas_colour_set (cr, atlas_scheme_get_ink (atlas_colouring_get_scheme (self->colouring))->paper, 1);
  cairo_paint (cr);
  atlas_plate_sheet_draw (&sheet, cr);
  cairo_restore (cr);
}

static cairo_status_t
append_bytes (void *closure,
              const unsigned char *data,
              unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The same plate gives the same bytes: the date inside is that of the data. */
static void
describe_pdf (AtlasPlate *self,
              cairo_surface_t *surface)
{
  g_autofree char *title = atlas_plate_dup_title (self);
  g_autofree char *day = atlas_day_to_iso (atlas_dataset_get_verified_until (atlas_colouring_get_dataset (self->colouring)));
  g_autofree char *moment = g_strconcat (day, "T00:00:00Z", NULL);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Alliance Atlas");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, moment);
}

static cairo_surface_t *
make_surface (AtlasPlate *self,
              AtlasPlateFormat format,
              double width,
              double height,
              double scale,
              GByteArray *bytes)
{
  cairo_surface_t *surface;

  if (format == ATLAS_PLATE_PDF)
    {
      surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, width, height);
      describe_pdf (self, surface);
      return surface;
    }
  if (format == ATLAS_PLATE_SVG)
    return cairo_svg_surface_create_for_stream (append_bytes, bytes, width, height);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) lround (width * scale), (int) lround (height * scale));
  cairo_surface_set_device_scale (surface, scale, scale);
  return surface;
}

static cairo_status_t
draw_on_surface (AtlasPlate *self,
                 cairo_surface_t *surface,
                 AtlasPlateFormat format,
                 double width,
                 double height,
                 GByteArray *bytes)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  if (cairo_status (cr) == CAIRO_STATUS_SUCCESS)
    atlas_plate_draw (self, cr, width, height);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && format == ATLAS_PLATE_PNG)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_finish (surface);
  return status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status (surface);
}

/**
 * atlas_plate_save:
 * @width: pixels (PNG, SVG) or points (PDF)
 * @height: likewise
 * @scale: multiplies the pixels of a PNG
 * @error: G_IO_ERROR_INVALID_ARGUMENT for a size that cannot be drawn, or why
 *   the file cannot be written (G_FILE_ERROR)
 *
 * Any thread may call. A file of that name is replaced, only once the whole
 * plate is drawn.
 *
 * Returns: whether the file was written
 */
gboolean
atlas_plate_save (AtlasPlate *self,
                  const char *path,
                  AtlasPlateFormat format,
                  double width,
                  double height,
                  double scale,
                  GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;

  if (!(width >= 16 && height >= 16 && width <= 20000 && height <= 20000 && scale > 0 && scale <= 16))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("A picture of %g × %g cannot be drawn: give sides from 16 to 20000."), width, height);
      return FALSE;
    }
  surface = make_surface (self, format, width, height, scale, bytes);
  status = draw_on_surface (self, surface, format, width, height, bytes);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   /* Translators: the last is a reason in English */
                   _ ("A picture of %g × %g cannot be drawn: %s"), width * scale, height * scale, cairo_status_to_string (status));
      return FALSE;
    }
  return g_file_set_contents (path, (const char *) bytes->data, bytes->len, error);
}
