/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-page-view.h"

G_BEGIN_DECLS

/**
 * AtlasStartPage:
 *
 * What the reader sees before anything is selected: what the atlas is, the
 * organisation that the map shows, what there is to read, and what changed.
 */
#define ATLAS_TYPE_START_PAGE (atlas_start_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlasStartPage, atlas_start_page, ATLAS, START_PAGE, AtlasPageView)

G_END_DECLS
