/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-content.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/**
 * AtlasPlayer:
 *
 * Plays time: moves the date of an AtlasState on to today, fast over empty years
 * and with a rest on each day of change in what is shown. With animations turned
 * off it only steps from change to change. Whoever else moves the date pauses
 * it. Its properties "playing" and "speed" (an id of #AtlasPlaySpeed) are what
 * the window's actions and settings bind to.
 */
#define ATLAS_TYPE_PLAYER (atlas_player_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPlayer, atlas_player, ATLAS, PLAYER, GObject)

AtlasPlayer *atlas_player_new (GtkWidget *widget, AtlasState *state, AtlasContent *content);

gboolean atlas_player_is_playing (AtlasPlayer *self);
void atlas_player_set_playing (AtlasPlayer *self, gboolean playing);

G_END_DECLS
