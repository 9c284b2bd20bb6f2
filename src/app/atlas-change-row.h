/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"
#include "atlas-membership-row.h"
#include "atlas-query.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/**
 * AtlasChangeRow:
 *
 * One change of a tie: who, from which status to which, when, what is in doubt,
 * and the source.
 */
#define ATLAS_TYPE_CHANGE_ROW (atlas_change_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasChangeRow, atlas_change_row, ATLAS, CHANGE_ROW, GtkListBoxRow)

GtkWidget *atlas_change_row_new (AtlasState *state, AtlasContent *content, const AtlasChange *change, AtlasMembershipSide side);

G_END_DECLS
