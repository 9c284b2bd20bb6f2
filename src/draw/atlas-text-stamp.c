/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-text-stamp.h"

#include <math.h>

#define HALO_WIDTH 3.0
#define HALO_ALPHA 0.9

static void
path_layout (cairo_t *cr,
             PangoLayout *layout,
             double x,
             double y)
{
  cairo_move_to (cr, x, y);
  pango_cairo_layout_path (cr, layout);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, HALO_WIDTH);
}

static cairo_surface_t *
mask_new (double width,
          double height,
          double scale)
{
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) ceil (width * scale), (int) ceil (height * scale));

  cairo_surface_set_device_scale (mask, scale, scale);
  return mask;
}

/**
 * atlas_text_stamp_new:
 * @scale: device pixels per user unit
 *
 * Returns: (transfer full):
 */
AtlasTextStamp *
atlas_text_stamp_new (PangoLayout *layout,
                      double scale)
{
  AtlasTextStamp *self = g_new0 (AtlasTextStamp, 1);
  PangoRectangle ink;
  double width, height;
  cairo_t *cr;

  pango_layout_get_extents (layout, &ink, NULL);
  self->scale = scale;
  self->left = floor ((double) ink.x / PANGO_SCALE - HALO_WIDTH);
  self->top = floor ((double) ink.y / PANGO_SCALE - HALO_WIDTH);
  width = (double) ink.width / PANGO_SCALE + 2 * HALO_WIDTH + 2;
  height = (double) ink.height / PANGO_SCALE + 2 * HALO_WIDTH + 2;

  self->text = mask_new (width, height, scale);
  cr = cairo_create (self->text);
  path_layout (cr, layout, -self->left, -self->top);
  cairo_fill (cr);
  cairo_destroy (cr);

  self->halo = mask_new (width, height, scale);
  cr = cairo_create (self->halo);
  path_layout (cr, layout, -self->left, -self->top);
  cairo_stroke (cr);
  cairo_destroy (cr);
  return self;
}

void
atlas_text_stamp_free (AtlasTextStamp *self)
{
  cairo_surface_destroy (self->text);
  cairo_surface_destroy (self->halo);
  g_free (self);
}

/**
 * atlas_text_stamp_get_scale:
 * @scale: (out): device pixels per user unit
 *
 * Returns: whether @cr draws on upright square pixels, so that a stamp serves
 */
gboolean
atlas_text_stamp_get_scale (cairo_t *cr,
                            double *scale)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_matrix_t matrix;
  double device_x, device_y;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return FALSE;
  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (target, &device_x, &device_y);
  *scale = matrix.xx * device_x;
  return matrix.xy == 0 && matrix.yx == 0 && matrix.xx == matrix.yy && device_x == device_y && *scale > 0;
}

/**
 * atlas_text_stamp_draw:
 * @x: the layout's origin, user units
 * @y: likewise
 *
 * Draws on whole pixels, at most half a pixel off.
 */
void
atlas_text_stamp_draw (const AtlasTextStamp *self,
                       cairo_t *cr,
                       double x,
                       double y,
                       AtlasColour colour,
                       AtlasColour halo)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  double left = x + self->left, top = y + self->top, device_x, device_y;

  cairo_surface_get_device_scale (target, &device_x, &device_y);
  cairo_user_to_device (cr, &left, &top);
  left = round (left * device_x) / device_x;
  top = round (top * device_y) / device_y;
  cairo_device_to_user (cr, &left, &top);
  atlas_colour_set (cr, halo, HALO_ALPHA);
  cairo_mask_surface (cr, self->halo, left, top);
  atlas_colour_set (cr, colour, 1);
  cairo_mask_surface (cr, self->text, left, top);
}

/**
 * atlas_text_draw_outlines:
 * @x: the layout's origin, user units
 * @y: likewise
 */
void
atlas_text_draw_outlines (PangoLayout *layout,
                          cairo_t *cr,
                          double x,
                          double y,
                          AtlasColour colour,
                          AtlasColour halo)
{
  path_layout (cr, layout, x, y);
  atlas_colour_set (cr, halo, HALO_ALPHA);
  cairo_stroke_preserve (cr);
  atlas_colour_set (cr, colour, 1);
  cairo_fill (cr);
}
