/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"
#include "atlas-inquiry.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/**
 * AtlasSearchResults:
 *
 * What was found, in groups, the best first. A row that is activated selects what it
 * leads to. Only so many rows are filled in a frame, those on top first.
 */
#define ATLAS_TYPE_SEARCH_RESULTS (atlas_search_results_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSearchResults, atlas_search_results, ATLAS, SEARCH_RESULTS, AdwBin)

AtlasSearchResults *atlas_search_results_new (AtlasState *state, AtlasContent *content, GtkWidget *above);
gboolean atlas_search_results_show (AtlasSearchResults *self, AtlasInquiry *inquiry);
void atlas_search_results_open_first (AtlasSearchResults *self);
gboolean atlas_search_results_focus_first (AtlasSearchResults *self);

G_END_DECLS
