/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-palette.h"

#include <math.h>
#include <string.h>

#define CELL ATLAS_PATTERN_CELL

static const AtlasInk inks[ATLAS_N_SCHEMES] = {
  [ATLAS_SCHEME_LIGHT] = {
      .sea = 0xe3ebf1,
      .sea_label = 0x5c7284,
      .land = 0xf3f1ec,
      .border = 0xffffff,
      .disputed = 0x5f5a54,
      .coast = 0xb9c4cc,
      .shore = 0xb9c4cc,
      .paper = 0xffffff,
      .text = 0x1f1f24,
      .dim_text = 0x5e5e66,
      .focus = 0x16161a,
  },
  [ATLAS_SCHEME_DARK] = {
      .sea = 0x1b2228,
      .sea_label = 0x8fa3b3,
      .land = 0x353a3c,
      .border = 0x14191e,
      .disputed = 0xd0ccc6,
      .coast = 0x0f1418,
      .shore = 0x0f1418,
      .paper = 0x14191e,
      .text = 0xf4f4f6,
      .dim_text = 0xb4b8be,
      .focus = 0xffffff,
  },
  [ATLAS_SCHEME_HIGH_CONTRAST_LIGHT] = {
      .sea = 0xc3d3e2,
      .sea_label = 0x2d4254,
      .land = 0xffffff,
      .border = 0x1a1a1a,
      .disputed = 0x000000,
      .coast = 0x1a1a1a,
      .shore = 0x1a1a1a,
      .paper = 0xffffff,
      .text = 0x000000,
      .dim_text = 0x2e2e33,
      .focus = 0x000000,
  },
  [ATLAS_SCHEME_HIGH_CONTRAST_DARK] = {
      .sea = 0x000000,
      .sea_label = 0xbfd0de,
      .land = 0x32373c,
      .border = 0xe8e8ea,
      .disputed = 0xffffff,
      .coast = 0xe8e8ea,
      .shore = 0xe8e8ea,
      .paper = 0x000000,
      .text = 0xffffff,
      .dim_text = 0xd8dade,
      .focus = 0xffffff,
  },
};

/**
 * atlas_scheme_from_flags:
 * @dark: whether the desktop asks for dark windows
 * @high_contrast: whether it asks for high contrast
 */
AtlasScheme
atlas_scheme_from_flags (gboolean dark,
                         gboolean high_contrast)
{
  if (high_contrast)
    return dark ? ATLAS_SCHEME_HIGH_CONTRAST_DARK : ATLAS_SCHEME_HIGH_CONTRAST_LIGHT;
  return dark ? ATLAS_SCHEME_DARK : ATLAS_SCHEME_LIGHT;
}

/**
 * atlas_scheme_get_ink:
 *
 * Returns: (transfer none): what a map in @scheme is drawn with besides fills
 */
const AtlasInk *
atlas_scheme_get_ink (AtlasScheme scheme)
{
  g_return_val_if_fail (scheme < ATLAS_N_SCHEMES, &inks[0]);

  return &inks[scheme];
}

static double
channel (AtlasColour colour,
         guint shift)
{
  return (colour >> shift & 0xff) / 255.0;
}

static double
linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/**
 * atlas_colour_get_luminance:
 *
 * Returns: relative luminance as WCAG 2.2 defines it, 0 to 1
 */
double
atlas_colour_get_luminance (AtlasColour colour)
{
  return 0.2126 * linear (channel (colour, 16)) +
         0.7152 * linear (channel (colour, 8)) +
         0.0722 * linear (channel (colour, 0));
}

/**
 * atlas_colour_get_contrast:
 *
 * Returns: the contrast ratio as WCAG 2.2 defines it, 1 to 21
 */
double
atlas_colour_get_contrast (AtlasColour a,
                           AtlasColour b)
{
  double la = atlas_colour_get_luminance (a), lb = atlas_colour_get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/**
 * atlas_colour_readable_on:
 *
 * Returns: white where it is read well, else near-black; the contrast is at
 *   least 4.5 on any ground
 */
AtlasColour
atlas_colour_readable_on (AtlasColour ground)
{
  static const AtlasColour dark = 0x020203, light = 0xffffff;

  return atlas_colour_get_contrast (light, ground) >= 4.5 ? light : dark;
}

/**
 * atlas_colour_mix:
 * @share_of_b: 0 gives @a, 1 gives @b
 */
AtlasColour
atlas_colour_mix (AtlasColour a,
                  AtlasColour b,
                  double share_of_b)
{
  AtlasColour mixed = 0;

  for (guint shift = 0; shift <= 16; shift += 8)
    {
      double value = channel (a, shift) * (1 - share_of_b) + channel (b, shift) * share_of_b;

      mixed |= (AtlasColour) lround (value * 255) << shift;
    }
  return mixed;
}

/**
 * atlas_colour_set:
 * @alpha: 0 to 1
 *
 * Makes the colour the source of @cr.
 */
void
atlas_colour_set (cairo_t *cr,
                  AtlasColour colour,
                  double alpha)
{
  cairo_set_source_rgba (cr, channel (colour, 16), channel (colour, 8), channel (colour, 0), alpha);
}

static void
add_line (cairo_t *cr,
          double x0,
          double y0,
          double x1,
          double y1)
{
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
}

static void
stroke (cairo_t *cr,
        double line_width)
{
  cairo_set_line_width (cr, line_width);
  cairo_stroke (cr);
}

/* The grid must not move with the box, so lines start where cells start. */
static void
add_diagonals (cairo_t *cr,
               double x0,
               double y0,
               double x1,
               double y1,
               gboolean rising)
{
  double top = floor (y0 / CELL) * CELL - CELL, bottom = ceil (y1 / CELL) * CELL + CELL;
  double reach = bottom - top;

  for (double x = floor ((x0 - reach) / CELL) * CELL; x <= x1 + reach; x += CELL / 2)
    add_line (cr, rising ? x + reach : x, top, rising ? x : x + reach, bottom);
}

typedef void (*CellFunc) (cairo_t *cr, double x, double y);

static void
for_each_cell (cairo_t *cr,
               double x0,
               double y0,
               double x1,
               double y1,
               CellFunc func)
{
  for (double y = floor (y0 / CELL) * CELL; y < y1; y += CELL)
    for (double x = floor (x0 / CELL) * CELL; x < x1; x += CELL)
      func (cr, x, y);
}

static void
add_dots (cairo_t *cr,
          double x,
          double y)
{
  for (guint i = 0; i < 8; i++)
    {
      double row = i / 2, left = (i / 2) % 2 ? 6 : 2;

      cairo_new_sub_path (cr);
      cairo_arc (cr, x + left + i % 2 * 8, y + 2 + row * 4, 1.25, 0, 2 * G_PI);
    }
}

static void
add_specks (cairo_t *cr,
            double x,
            double y)
{
  for (guint i = 0; i < 4; i++)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, x + 2 + i % 2 * 8 + i / 2 * 4, y + 2 + i * 4, 1.05, 0, 2 * G_PI);
    }
}

static void
add_rings (cairo_t *cr,
           double x,
           double y)
{
  for (guint i = 0; i < 2; i++)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, x + 4 + i * 8, y + 4 + i * 8, 1.9, 0, 2 * G_PI);
    }
}

static void
add_dashes (cairo_t *cr,
            double x,
            double y)
{
  for (guint i = 0; i < 2; i++)
    {
      cairo_move_to (cr, x + 1 + i * 8, y + 4 + i * 8);
      cairo_rel_line_to (cr, 6, 0);
    }
}

/* Draws @pattern over the box with the source that @cr has. */
static void
draw_pattern (AtlasPattern pattern,
              cairo_t *cr,
              double x0,
              double y0,
              double x1,
              double y1)
{
  switch (pattern)
    {
    case ATLAS_PATTERN_HATCH:
      add_diagonals (cr, x0, y0, x1, y1, TRUE);
      stroke (cr, 2.6);
      break;
    case ATLAS_PATTERN_BACK_HATCH:
      add_diagonals (cr, x0, y0, x1, y1, FALSE);
      stroke (cr, 1.3);
      break;
    case ATLAS_PATTERN_CROSS:
      add_diagonals (cr, x0, y0, x1, y1, TRUE);
      add_diagonals (cr, x0, y0, x1, y1, FALSE);
      stroke (cr, 0.9);
      break;
    case ATLAS_PATTERN_HORIZONTAL:
      for (double y = floor (y0 / 4) * 4 + 0.5; y <= y1 + 4; y += 4)
        add_line (cr, x0, y, x1, y);
      stroke (cr, 1.1);
      break;
    case ATLAS_PATTERN_VERTICAL:
      for (double x = floor (x0 / 8) * 8; x <= x1 + 8; x += 8)
        add_line (cr, x, y0, x, y1);
      stroke (cr, 1.8);
      break;
    case ATLAS_PATTERN_DOTS:
      for_each_cell (cr, x0, y0, x1, y1, add_dots);
      cairo_fill (cr);
      break;
    case ATLAS_PATTERN_RINGS:
      for_each_cell (cr, x0, y0, x1, y1, add_rings);
      stroke (cr, 0.9);
      break;
    case ATLAS_PATTERN_DASHES:
      for_each_cell (cr, x0, y0, x1, y1, add_dashes);
      stroke (cr, 1.4);
      break;
    case ATLAS_PATTERN_SPECKS:
      for_each_cell (cr, x0, y0, x1, y1, add_specks);
      cairo_fill (cr);
      break;
    case ATLAS_PATTERN_NONE:
    case ATLAS_N_PATTERNS:
    default:
      break;
    }
}

/**
 * atlas_pattern_get_size:
 * @scale: device pixels per application pixel
 *
 * Returns: the side of the cell that patterns repeat in, in device pixels
 */
guint
atlas_pattern_get_size (double scale)
{
  return MAX (8, (guint) lround (CELL * scale));
}

/**
 * atlas_pattern_render:
 * @size: the side of the cell
 * @cell: (out caller-allocates): @size × @size bytes, row after row: how much of
 *   each pixel the pattern covers
 */
void
atlas_pattern_render (AtlasPattern pattern,
                      guint size,
                      guint8 *cell)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, size, size);
  cairo_t *cr = cairo_create (surface);
  const guint8 *pixels;
  int stride;

  cairo_scale (cr, size / CELL, size / CELL);
  cairo_set_source_rgba (cr, 0, 0, 0, 1);
  draw_pattern (pattern, cr, 0, 0, CELL, CELL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (guint y = 0; y < size; y++)
    memcpy (cell + y * size, pixels + y * stride, size);
  cairo_surface_destroy (surface);
}

/**
 * atlas_fill_paint:
 *
 * Fills the current path of @cr with the colour and the patterns. The path is
 * kept.
 */
void
atlas_fill_paint (const AtlasFill *self,
                  cairo_t *cr)
{
  cairo_path_t *path;
  double x0, y0, x1, y1;

  atlas_colour_set (cr, self->colour, 1);
  cairo_fill_preserve (cr);
  if (self->pattern == ATLAS_PATTERN_NONE && self->overlay == ATLAS_PATTERN_NONE)
    return;

  cairo_save (cr);
  cairo_clip_preserve (cr);
  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  path = cairo_copy_path (cr);
  cairo_new_path (cr);
  atlas_colour_set (cr, self->pattern_colour, 1);
  draw_pattern (self->pattern, cr, x0, y0, x1, y1);
  atlas_colour_set (cr, self->overlay_colour, 1);
  draw_pattern (self->overlay, cr, x0, y0, x1, y1);
  cairo_restore (cr);
  cairo_new_path (cr);
  cairo_append_path (cr, path);
  cairo_path_destroy (path);
}
