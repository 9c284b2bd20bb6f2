/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"
#include "atlas-query.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/**
 * AtlasMembershipRow:
 *
 * One tie of a country to an organisation: the map's swatch, the status, since
 * when, what the status means, what is in doubt, and the source.
 */
#define ATLAS_TYPE_MEMBERSHIP_ROW (atlas_membership_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMembershipRow, atlas_membership_row, ATLAS, MEMBERSHIP_ROW, GtkListBoxRow)

typedef enum
{
  ATLAS_MEMBERSHIP_OF_COUNTRY,      /* names the organisation */
  ATLAS_MEMBERSHIP_OF_ORGANISATION, /* names the country */
} AtlasMembershipSide;

GtkWidget *atlas_membership_row_new (AtlasState *state, AtlasContent *content, const AtlasSpell *spell, AtlasMembershipSide side);

G_END_DECLS
