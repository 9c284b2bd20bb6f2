/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "atlas-painted.h"

G_BEGIN_DECLS

/**
 * AtlasPoliticalLayer:
 *
 * Shows the worker's picture of fills and borders: in its place while the map
 * pans, stretched while it zooms, faded into the next one on a recolour.
 */
#define ATLAS_TYPE_POLITICAL_LAYER (atlas_political_layer_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPoliticalLayer, atlas_political_layer, ATLAS, POLITICAL_LAYER, ShumateLayer)

AtlasPoliticalLayer *atlas_political_layer_new (ShumateViewport *viewport);

void atlas_political_layer_set_sea (AtlasPoliticalLayer *self, const GdkRGBA *sea);
void atlas_political_layer_set_picture (AtlasPoliticalLayer *self, AtlasPaintedMap *picture, gboolean may_fade);

G_END_DECLS
