/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/**
 * AtlasSearchPanel:
 *
 * Finds countries, organisations, events and articles by their names and by words of
 * their texts, and selects them.
 */
#define ATLAS_TYPE_SEARCH_PANEL (atlas_search_panel_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSearchPanel, atlas_search_panel, ATLAS, SEARCH_PANEL, AdwBin)

GtkWidget *atlas_search_panel_new (AtlasState *state, AtlasContent *content);
void atlas_search_panel_set_words (AtlasSearchPanel *self, const char *words);

G_END_DECLS
