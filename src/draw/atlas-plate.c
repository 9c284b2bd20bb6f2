/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-plate-private.h"

#include <glib/gi18n-lib.h>

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

typedef struct
{
  AtlasPlate *plate;
  double width;
  double height;
} SizedPlate;

static void
draw_sized (gconstpointer data,
            cairo_t *cr)
{
  const SizedPlate *sized = data;

  atlas_plate_draw (sized->plate, cr, sized->width, sized->height);
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
  const SizedPlate sized = { self, width, height };
  g_autofree char *title = atlas_plate_dup_title (self);
  const AtlasPictureFile file = {
    .format = format,
    .width = width,
    .height = height,
    .scale = scale,
    .title = title,
    .dataset = atlas_colouring_get_dataset (self->colouring),
  };

  if (!(width >= 16 && height >= 16 && width <= 20000 && height <= 20000 && scale > 0 && scale <= 16))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("A picture of %g × %g cannot be drawn: give sides from 16 to 20000."), width, height);
      return FALSE;
    }
  return atlas_picture_file_save (&file, path, draw_sized, &sized, error);
}
