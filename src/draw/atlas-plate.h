/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-colouring.h"
#include "atlas-picture-file.h"
#include "atlas-projection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasPlate:
 *
 * A map to save or print: title, map, legend with counts, the date, how
 * borders are drawn, sources and the version of the data.
 */
#define ATLAS_TYPE_PLATE (atlas_plate_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPlate, atlas_plate, ATLAS, PLATE, GObject)

AtlasPlate *atlas_plate_new (AtlasColouring *colouring);
void atlas_plate_set_projection (AtlasPlate *self, AtlasProjectionKind kind);
void atlas_plate_set_language (AtlasPlate *self, const char *language);
/* NULL: “Alliances of Eurasia”, or the organisation's name. */
void atlas_plate_set_title (AtlasPlate *self, const char *title);
/* FALSE: the map alone, to its edges. */
void atlas_plate_set_frame (AtlasPlate *self, gboolean frame);

/* Where the map lies and how it is projected in a plate of that size. */
void atlas_plate_get_map (AtlasPlate *self, double width, double height, AtlasProjection *projection, double *map_x, double *map_y, double *map_width, double *map_height);

/* Sizes in user units: points for PDF and print, pixels otherwise. */
void atlas_plate_draw (AtlasPlate *self, cairo_t *cr, double width, double height);
/* @width and @height in pixels (PNG, SVG) or points (PDF); @scale multiplies
 * the pixels of a PNG. Errors are of G_IO_ERROR. */
gboolean atlas_plate_save (AtlasPlate *self, const char *path, AtlasPlateFormat format, double width, double height, double scale, GError **error);

G_END_DECLS
