/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/**
 * AtlasTimeCaption:
 *
 * One line that says what changed on the date, or last before it, in what is
 * shown: the first change in words whose names are links, the others on a
 * button. Where two dates are compared it says how much changed between them.
 */
#define ATLAS_TYPE_TIME_CAPTION (atlas_time_caption_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTimeCaption, atlas_time_caption, ATLAS, TIME_CAPTION, AdwBin)

GtkWidget *atlas_time_caption_new (AtlasState *state, AtlasContent *content);

G_END_DECLS
