/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-page-view.h"

G_BEGIN_DECLS

/**
 * AtlasEventPage:
 *
 * One dated event and those whom it concerns.
 */
#define ATLAS_TYPE_EVENT_PAGE (atlas_event_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlasEventPage, atlas_event_page, ATLAS, EVENT_PAGE, AtlasPageView)

G_END_DECLS
