/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-content.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/* How wide the widget is: what a finger can grab. */
#define ATLAS_PLAYHEAD_WIDTH 28

/**
 * AtlasPlayhead:
 *
 * A date of the state as a handle on a timeline: the date itself, or the other
 * date of a comparison. A slider for the keyboard and for assistive technology.
 * It is as high as the timeline that places it; only its knob takes the pointer.
 */
#define ATLAS_TYPE_PLAYHEAD (atlas_playhead_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPlayhead, atlas_playhead, ATLAS, PLAYHEAD, GtkWidget)

GtkWidget *atlas_playhead_new (AtlasState *state, AtlasContent *content, gboolean compared);

AtlasDay atlas_playhead_get_day (AtlasPlayhead *self);
void atlas_playhead_set_day (AtlasPlayhead *self, AtlasDay day);

void atlas_playhead_set_held (AtlasPlayhead *self, gboolean held);
void atlas_playhead_place (AtlasPlayhead *self, double knob, gboolean outside);

G_END_DECLS
