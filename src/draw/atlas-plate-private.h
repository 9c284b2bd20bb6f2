/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-legend-painter.h"
#include "atlas-map-painter.h"
#include "atlas-plate.h"

G_BEGIN_DECLS

struct _AtlasPlate
{
  GObject parent_instance;

  AtlasColouring *colouring;
  AtlasMapPainter *painter;
  AtlasProjectionKind kind;
  char *language;
  char *title;
  gboolean frame;
};

/**
 * AtlasPlateSheet:
 * @unit: user units of a plate in one of the paper's; all else is in the paper's
 * @type: how much type had to shrink
 *
 * A plate while it is laid out and drawn; lives in one thread.
 */
typedef struct
{
  AtlasPlate *plate;
  double unit;
  double width;
  double height;
  double type;
  gboolean overfull;
  PangoContext *context;
  GPtrArray *legend;
  AtlasLegendPainter *legend_painter;
  PangoLayout *title;
  PangoLayout *subtitle;
  PangoLayout *notes;
  double legend_x;
  double legend_y;
  double map_x;
  double map_y;
  double map_width;
  double map_height;
  AtlasProjection projection;
} AtlasPlateSheet;

char *atlas_plate_dup_title (AtlasPlate *self);

void atlas_plate_sheet_init (AtlasPlateSheet *sheet, AtlasPlate *plate, double width, double height);
void atlas_plate_sheet_clear (AtlasPlateSheet *sheet);
void atlas_plate_sheet_draw (const AtlasPlateSheet *sheet, cairo_t *cr);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasPlateSheet, atlas_plate_sheet_clear)

G_END_DECLS
