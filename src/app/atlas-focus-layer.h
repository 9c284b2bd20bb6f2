/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

#include "atlas-painted.h"

G_BEGIN_DECLS

/**
 * AtlasFocusLayer:
 *
 * Shows the outlines of what is selected and pointed at.
 */
#define ATLAS_TYPE_FOCUS_LAYER (atlas_focus_layer_get_type ())
G_DECLARE_FINAL_TYPE (AtlasFocusLayer, atlas_focus_layer, ATLAS, FOCUS_LAYER, ShumateLayer)

AtlasFocusLayer *atlas_focus_layer_new (ShumateViewport *viewport);

void atlas_focus_layer_set_picture (AtlasFocusLayer *self, AtlasPaintedFocus *picture);

G_END_DECLS
