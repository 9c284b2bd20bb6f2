/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-style.h"

G_BEGIN_DECLS

/**
 * AtlasStatusMark:
 *
 * The fill and pattern that the map gives a status, as a small swatch. It says
 * nothing that the words beside it don't; screen readers pass it over.
 */
#define ATLAS_TYPE_STATUS_MARK (atlas_status_mark_get_type ())
G_DECLARE_FINAL_TYPE (AtlasStatusMark, atlas_status_mark, ATLAS, STATUS_MARK, GtkWidget)

GtkWidget *atlas_status_mark_new (const AtlasDataset *dataset, const AtlasOrganisation *organisation, const AtlasCountry *country, AtlasDay day);

G_END_DECLS
