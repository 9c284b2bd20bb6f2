/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"
#include "atlas-player.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/**
 * AtlasTimelinePanel:
 *
 * What moves the date, under the map: buttons, the date to type, a caption that
 * says what changed, and the timeline itself. Its buttons call the window's
 * actions.
 */
#define ATLAS_TYPE_TIMELINE_PANEL (atlas_timeline_panel_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTimelinePanel, atlas_timeline_panel, ATLAS, TIMELINE_PANEL, AdwBin)

GtkWidget *atlas_timeline_panel_new (AtlasState *state, AtlasContent *content, AtlasPlayer *player);
void atlas_timeline_panel_set_room (AtlasTimelinePanel *self, gboolean narrow, gboolean tight);
void atlas_timeline_panel_start_date (AtlasTimelinePanel *self);

G_END_DECLS
