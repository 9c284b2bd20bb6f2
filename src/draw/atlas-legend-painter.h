/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-style.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* A swatch of a legend entry: rounded, with its pattern and a quiet edge. */
void atlas_legend_draw_swatch (cairo_t *cr, AtlasStyleKey key, const AtlasOrganisation *lens, AtlasScheme scheme, double x, double y, double width, double height);

/**
 * AtlasLegendPainter:
 *
 * Lays out and draws a legend with counts for plates: entries in as many
 * columns as the width allows, and the meaning of the pips under them.
 */
typedef struct _AtlasLegendPainter AtlasLegendPainter;

/* @legend (transfer none): as atlas_style_legend() gives it; must outlive the painter. */
AtlasLegendPainter *atlas_legend_painter_new (PangoContext *context, GPtrArray *legend, const AtlasOrganisation *lens, AtlasScheme scheme, double font_size);
void atlas_legend_painter_free (AtlasLegendPainter *self);
/* Under each entry the names of its countries, in one column; NULL for none. */
void atlas_legend_painter_set_names (AtlasLegendPainter *self, const char *language);
double atlas_legend_painter_set_width (AtlasLegendPainter *self, double width);
void atlas_legend_painter_draw (AtlasLegendPainter *self, cairo_t *cr, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLegendPainter, atlas_legend_painter_free)

G_END_DECLS
