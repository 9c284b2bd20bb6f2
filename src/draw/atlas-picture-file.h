/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "atlas-dataset.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_PLATE_PNG,
  ATLAS_PLATE_SVG,
  ATLAS_PLATE_PDF,
} AtlasPlateFormat;

/* Chooses by the ending of @path: .png, .svg, .pdf. */
gboolean atlas_plate_format_from_path (const char *path, AtlasPlateFormat *format);

/**
 * AtlasPictureFile:
 * @width: pixels (PNG, SVG) or points (PDF)
 * @height: likewise
 * @scale: multiplies the pixels of a PNG
 * @title: what a PDF says that it is
 * @dataset: whose date a PDF bears, so that the same picture gives the same bytes
 *
 * A picture that is to be written to a file. A plain value.
 */
typedef struct
{
  AtlasPlateFormat format;
  double width;
  double height;
  double scale;
  const char *title;
  const AtlasDataset *dataset;
} AtlasPictureFile;

/* Draws on @cr, from 0, 0 to the width and the height. */
typedef void (*AtlasPictureDraw) (gconstpointer data, cairo_t *cr);

gboolean atlas_picture_file_save (const AtlasPictureFile *self, const char *path, AtlasPictureDraw draw, gconstpointer data, GError **error);

G_END_DECLS
