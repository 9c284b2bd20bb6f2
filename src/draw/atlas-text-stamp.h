/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-palette.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * AtlasTextStamp:
 * @scale: device pixels per user unit that it was made for
 * @left: where both masks begin, from the layout's origin in user units
 * @top: likewise
 *
 * What a text covers, and its halo, as alpha: names change their colour far
 * more often than their shape, and outlines are slow to stroke.
 */
typedef struct
{
  double scale;
  double left;
  double top;
  cairo_surface_t *text;
  cairo_surface_t *halo;
} AtlasTextStamp;

AtlasTextStamp *atlas_text_stamp_new (PangoLayout *layout, double scale);
void atlas_text_stamp_free (AtlasTextStamp *self);
gboolean atlas_text_stamp_get_scale (cairo_t *cr, double *scale);
void atlas_text_stamp_draw (const AtlasTextStamp *self, cairo_t *cr, double x, double y, AtlasColour colour, AtlasColour halo);

/* The same without a stamp, for vector surfaces. */
void atlas_text_draw_outlines (PangoLayout *layout, cairo_t *cr, double x, double y, AtlasColour colour, AtlasColour halo);

G_END_DECLS
