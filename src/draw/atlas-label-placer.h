/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-colouring.h"
#include "atlas-pip.h"
#include "atlas-projection.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * AtlasLabel:
 * @country: (nullable): whose name it is
 * @area: (nullable): or the disputed area's
 * @font_size: in application pixels
 * @x: left edge of all that it draws, in application pixels from the map's left
 * @y: top edge of it, from the map's top
 * @text_x: left end of the text
 * @baseline: of the text, from the map's top
 * @pip_size: diameter; the pips stand in a row under the text, middled on it
 * @ground: the fill that it stands on
 */
typedef struct
{
  const AtlasCountry *country;
  const AtlasArea *area;
  char *text;
  double font_size;
  gboolean bold;
  double x;
  double y;
  double width;
  double height;
  double text_x;
  double text_width;
  double baseline;
  guint n_pips;
  AtlasPip pips[ATLAS_MAX_PIPS];
  double pip_size;
  double pip_y; /* their middle */
  AtlasColour colour;
  AtlasColour halo;
  AtlasColour ground;
} AtlasLabel;

void atlas_label_free (AtlasLabel *self);

/**
 * AtlasLabelPlacer:
 *
 * Says which names stand where, and draws them. It owns a PangoContext and the
 * layouts made with it, so each thread needs one of its own.
 */
#define ATLAS_TYPE_LABEL_PLACER (atlas_label_placer_get_type ())
G_DECLARE_FINAL_TYPE (AtlasLabelPlacer, atlas_label_placer, ATLAS, LABEL_PLACER, GObject)

AtlasLabelPlacer *atlas_label_placer_new (void);
void atlas_label_placer_set_language (AtlasLabelPlacer *self, const char *language);
/* @family NULL: the usual sans. @text_scale enlarges all text (accessibility). */
void atlas_label_placer_set_font (AtlasLabelPlacer *self, const char *family, double text_scale);

/* (transfer full) (element-type AtlasLabel): sorted by importance. Names that
 * would cross the edge of the map are moved in or left out. */
GPtrArray *atlas_label_placer_place (AtlasLabelPlacer *self, const AtlasProjection *projection, double width, double height, AtlasColouring *colouring);
GPtrArray *atlas_label_placer_place_in_view (AtlasLabelPlacer *self, const AtlasMapView *view, AtlasColouring *colouring);

/* Draws with the map's top left at the origin of @cr. */
void atlas_label_placer_draw (AtlasLabelPlacer *self, const AtlasLabel *label, cairo_t *cr, AtlasScheme scheme);

G_END_DECLS
