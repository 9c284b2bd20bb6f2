/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-page-view.h"

G_BEGIN_DECLS

/**
 * AtlasOrganisationPage:
 *
 * An organisation: what it is, who belongs to it on the date, who left, what was
 * written about it, its timeline. The lists say what the map shows.
 */
#define ATLAS_TYPE_ORGANISATION_PAGE (atlas_organisation_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlasOrganisationPage, atlas_organisation_page, ATLAS, ORGANISATION_PAGE, AtlasPageView)

G_END_DECLS
