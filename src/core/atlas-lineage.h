/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-membership.h"

G_BEGIN_DECLS

GArray *atlas_lineage_resolve (const AtlasMembership *const *rows, guint n_rows);

G_END_DECLS
