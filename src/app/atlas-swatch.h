/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-style.h"

G_BEGIN_DECLS

/**
 * AtlasSwatch:
 *
 * A look of the map, small. It says nothing that the words beside it don't;
 * screen readers pass it over.
 */
#define ATLAS_TYPE_SWATCH (atlas_swatch_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSwatch, atlas_swatch, ATLAS, SWATCH, GtkWidget)

GtkWidget *atlas_swatch_new (AtlasStyleKey key, const AtlasOrganisation *lens);
GtkWidget *atlas_swatch_new_for_status (const AtlasDataset *dataset, const AtlasOrganisation *organisation, const AtlasCountry *country, AtlasDay day);

AtlasScheme atlas_swatch_get_scheme (void);

G_END_DECLS
