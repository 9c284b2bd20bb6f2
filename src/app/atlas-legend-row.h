/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-style.h"

G_BEGIN_DECLS

/**
 * AtlasLegendRow:
 *
 * An entry of the legend: swatch, words, count. AtlasLegendRow::pointed-at says
 * whether the pointer or the keyboard is on it.
 */
#define ATLAS_TYPE_LEGEND_ROW (atlas_legend_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasLegendRow, atlas_legend_row, ATLAS, LEGEND_ROW, GtkToggleButton)

GtkWidget *atlas_legend_row_new (const AtlasLegendEntry *entry, const AtlasOrganisation *lens);
void atlas_legend_row_set_entry (AtlasLegendRow *self, const AtlasLegendEntry *entry);
const AtlasLegendEntry *atlas_legend_row_get_entry (AtlasLegendRow *self);

G_END_DECLS
