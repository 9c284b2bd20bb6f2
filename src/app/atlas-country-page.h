/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-page-view.h"

G_BEGIN_DECLS

/**
 * AtlasCountryPage:
 *
 * A country: its ties on the date, what was written about it, its timeline. Where
 * AtlasPageView:id is the code of an area, the page of the area's country with
 * a line that says who holds the area and who claims it.
 */
#define ATLAS_TYPE_COUNTRY_PAGE (atlas_country_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlasCountryPage, atlas_country_page, ATLAS, COUNTRY_PAGE, AtlasPageView)

G_END_DECLS
