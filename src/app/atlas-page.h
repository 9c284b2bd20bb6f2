/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/**
 * AtlasPage:
 *
 * The page beside the map: it tells of what AtlasState:selection names.
 */
#define ATLAS_TYPE_PAGE (atlas_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPage, atlas_page, ATLAS, PAGE, AdwBin)

gboolean atlas_page_find (AtlasPage *self);
GtkWidget *atlas_page_new (AtlasState *state, AtlasContent *content);

G_END_DECLS
