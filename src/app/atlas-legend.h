/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/**
 * AtlasLegend:
 *
 * Explains the colours of the map and counts them. An entry that is pointed at
 * or has the keyboard lights up its countries; one that is pressed keeps them
 * in colour. Folded up it is a button.
 */
#define ATLAS_TYPE_LEGEND (atlas_legend_get_type ())
G_DECLARE_FINAL_TYPE (AtlasLegend, atlas_legend, ATLAS, LEGEND, AdwBin)

GtkWidget *atlas_legend_new (AtlasState *state, AtlasContent *content);

G_END_DECLS
