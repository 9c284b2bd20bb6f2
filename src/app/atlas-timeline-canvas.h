/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-content.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/**
 * AtlasTimelineCanvas:
 *
 * The lanes of what is selected, or of the lens, over the row of ticks, with
 * the playhead on them. Its property "compact" leaves the ticks and the
 * playhead alone, one row for a narrow window.
 */
#define ATLAS_TYPE_TIMELINE_CANVAS (atlas_timeline_canvas_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTimelineCanvas, atlas_timeline_canvas, ATLAS, TIMELINE_CANVAS, GtkWidget)

GtkWidget *atlas_timeline_canvas_new (AtlasState *state, AtlasContent *content);

gboolean atlas_timeline_canvas_get_compact (AtlasTimelineCanvas *self);
void atlas_timeline_canvas_set_compact (AtlasTimelineCanvas *self, gboolean compact);

G_END_DECLS
