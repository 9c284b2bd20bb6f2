/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-page-view.h"

G_BEGIN_DECLS

/**
 * AtlasChangesPage:
 *
 * What changed between the two dates that are compared: for each organisation of
 * the lens how many joined, rose, sank and left, and each change with its date
 * and source; then the events of that time.
 */
#define ATLAS_TYPE_CHANGES_PAGE (atlas_changes_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlasChangesPage, atlas_changes_page, ATLAS, CHANGES_PAGE, AtlasPageView)

G_END_DECLS
