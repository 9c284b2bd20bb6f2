/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "atlas-painted.h"

G_BEGIN_DECLS

/**
 * AtlasLabelLayer:
 *
 * Shows the names of the worker's picture, each where it belongs, in one size
 * whatever the zoom.
 */
#define ATLAS_TYPE_LABEL_LAYER (atlas_label_layer_get_type ())
G_DECLARE_FINAL_TYPE (AtlasLabelLayer, atlas_label_layer, ATLAS, LABEL_LAYER, ShumateLayer)

AtlasLabelLayer *atlas_label_layer_new (ShumateViewport *viewport);

void atlas_label_layer_set_picture (AtlasLabelLayer *self, AtlasPaintedMap *picture);

G_END_DECLS
