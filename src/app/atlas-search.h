/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/**
 * AtlasSearch:
 *
 * Finds countries, organisations, events and articles, and selects them.
 */
#define ATLAS_TYPE_SEARCH (atlas_search_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSearch, atlas_search, ATLAS, SEARCH, AdwBin)

GtkWidget *atlas_search_new (AtlasState *state, AtlasContent *content);

G_END_DECLS
