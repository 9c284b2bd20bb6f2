/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-page-view.h"

G_BEGIN_DECLS

/**
 * AtlasUnitPage:
 *
 * A disputed or separable area: who holds it and who claims it.
 */
#define ATLAS_TYPE_UNIT_PAGE (atlas_unit_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlasUnitPage, atlas_unit_page, ATLAS, UNIT_PAGE, AtlasPageView)

G_END_DECLS
