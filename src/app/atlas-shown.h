/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-scope.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/* What the timeline is about in a state: the country or the organisation that
 * is selected, else the organisations of the lens. */
gboolean atlas_shown_get_scope (AtlasState *state, const AtlasDataset *dataset, AtlasScope *scope);

G_END_DECLS
