/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-timeline-private.h"

/* Pixels; on less a pattern, or an outline, is not seen. */
#define PATTERNED 9.0
#define FADING_PATTERNED 20.0
#define OUTLINED 8.0

/* How much is seen of a bar on the day that it least probably held. */
#define PALEST 0.12

/* The pattern's cell, so that a bar need not draw its lines again. */
static cairo_surface_t *
get_tile (AtlasTimelineBrush *self,
          const AtlasFill *fill)
{
  const guint size = atlas_pattern_get_size (self->view->scale);
  cairo_surface_t *tile;
  char key[96];
  cairo_t *cr;

  g_snprintf (key, sizeof key, "tile %u %06x %d %06x %d %06x", size, fill->colour, fill->pattern, fill->pattern_colour, fill->overlay, fill->overlay_colour);
  tile = atlas_timeline_words_get_stamp (self->context, key);
  if (tile != NULL)
    return tile;

  tile = cairo_image_surface_create (CAIRO_FORMAT_RGB24, size, size);
  cr = cairo_create (tile);
  cairo_scale (cr, size / ATLAS_PATTERN_CELL, size / ATLAS_PATTERN_CELL);
  cairo_rectangle (cr, 0, 0, ATLAS_PATTERN_CELL, ATLAS_PATTERN_CELL);
  atlas_fill_paint (fill, cr);
  cairo_destroy (cr);
  atlas_timeline_words_take_stamp (self->context, key, tile);
  return tile;
}

static void
fill_with_tile (AtlasTimelineBrush *self,
                const AtlasFill *fill)
{
  cairo_surface_t *tile = get_tile (self, fill);
  cairo_t *cr = self->cr;
  const double cells = cairo_image_surface_get_width (tile) / ATLAS_PATTERN_CELL;
  cairo_matrix_t matrix;

  cairo_set_source_surface (cr, tile, 0, 0);
  cairo_matrix_init_scale (&matrix, cells, cells);
  cairo_pattern_set_matrix (cairo_get_source (cr), &matrix);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_fill (cr);
}

/**
 * atlas_timeline_fill_is_plain:
 *
 * Returns: whether it has no pattern
 */
gboolean
atlas_timeline_fill_is_plain (const AtlasFill *fill)
{
  return fill->pattern == ATLAS_PATTERN_NONE && fill->overlay == ATLAS_PATTERN_NONE;
}

/**
 * atlas_timeline_brush_fill_bar:
 *
 * Fills a box with the colour and, where it is seen, the pattern.
 */
void
atlas_timeline_brush_fill_bar (AtlasTimelineBrush *self,
                               const AtlasFill *fill,
                               double x,
                               double y,
                               double width,
                               double height)
{
  cairo_rectangle (self->cr, x, y, width, height);
  if (width < PATTERNED || atlas_timeline_fill_is_plain (fill))
    {
      atlas_timeline_brush_fill (self, fill->colour, 1);
      return;
    }
  if (self->raster)
    {
      fill_with_tile (self, fill);
      return;
    }
  atlas_fill_paint (fill, self->cr);
  cairo_new_path (self->cr);
}

/**
 * atlas_timeline_gradient_add:
 * @offset: 0 to 1
 */
void
atlas_timeline_gradient_add (cairo_pattern_t *gradient,
                             double offset,
                             AtlasColour colour,
                             double alpha)
{
  cairo_pattern_add_color_stop_rgba (gradient, offset, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0, alpha);
}

static void
mask_bar (AtlasTimelineBrush *self,
          const AtlasFill *fill,
          cairo_pattern_t *gradient,
          double x,
          double y,
          double width,
          double height)
{
  cairo_save (self->cr);
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_clip (self->cr);
  cairo_push_group (self->cr);
  atlas_timeline_brush_fill_bar (self, fill, x, y, width, height);
  cairo_pop_group_to_source (self->cr);
  cairo_mask (self->cr, gradient);
  cairo_restore (self->cr);
}

/**
 * atlas_timeline_brush_fill_fading:
 * @rises: whether it begins here; else it ends
 *
 * Nobody knows on which of these days it began or ended: the bar comes, or goes,
 * over all of them.
 */
void
atlas_timeline_brush_fill_fading (AtlasTimelineBrush *self,
                                  const AtlasFill *fill,
                                  double x,
                                  double y,
                                  double width,
                                  double height,
                                  gboolean rises)
{
  cairo_pattern_t *gradient;

  if (width < 1)
    return;
  gradient = cairo_pattern_create_linear (x, 0, x + width, 0);
  atlas_timeline_gradient_add (gradient, rises ? 0 : 1, fill->colour, PALEST);
  atlas_timeline_gradient_add (gradient, rises ? 1 : 0, fill->colour, 1);
  if (width < FADING_PATTERNED || atlas_timeline_fill_is_plain (fill))
    {
      cairo_rectangle (self->cr, x, y, width, height);
      cairo_set_source (self->cr, gradient);
      cairo_fill (self->cr);
    }
  else
    mask_bar (self, fill, gradient, x, y, width, height);
  cairo_pattern_destroy (gradient);
}

static void
dot_outline (AtlasTimelineBrush *self,
             double x,
             double y,
             double width,
             double height)
{
  static const double dots[] = { 1.5, 2 };

  cairo_rectangle (self->cr, x + 0.75, y + 0.75, width - 1.5, height - 1.5);
  cairo_set_line_width (self->cr, 1.5);
  cairo_set_dash (self->cr, dots, G_N_ELEMENTS (dots), 0);
  atlas_colour_set (self->cr, self->ink->text, 1);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

/**
 * atlas_timeline_brush_outline_bar:
 * @contested: whether the outline is dotted, in the colour of words
 *
 * Draws the edge that keeps pale and patterned bars apart from the ground.
 */
void
atlas_timeline_brush_outline_bar (AtlasTimelineBrush *self,
                                  AtlasColour colour,
                                  double x,
                                  double y,
                                  double width,
                                  double height,
                                  gboolean contested)
{
  if (width < OUTLINED)
    return;
  if (contested)
    {
      dot_outline (self, x, y, width, height);
      return;
    }
  cairo_rectangle (self->cr, x, y, width, 1);
  cairo_rectangle (self->cr, x, y + height - 1, width, 1);
  cairo_rectangle (self->cr, x, y + 1, 1, height - 2);
  atlas_timeline_brush_fill (self, colour, 0.45);
}
