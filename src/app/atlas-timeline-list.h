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
 * AtlasTimelineList:
 *
 * Status changes and events, the newest first, by year; what is later than the
 * state's date is set apart. It builds a page of rows at a time.
 */
#define ATLAS_TYPE_TIMELINE_LIST (atlas_timeline_list_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTimelineList, atlas_timeline_list, ATLAS, TIMELINE_LIST, AdwBin)

GtkWidget *atlas_timeline_list_new (AtlasState *state, AtlasContent *content, const AtlasOrganisation *organisation, const AtlasCountry *country, GArray *moments, guint first_page);
void atlas_timeline_list_update (AtlasTimelineList *self);

G_END_DECLS
