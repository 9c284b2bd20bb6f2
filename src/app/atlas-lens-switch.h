/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/**
 * AtlasLensSwitch:
 *
 * Chooses AtlasState:lens: toggles for the overview and the three
 * organisations of the title, a menu for the others; one menu where there is
 * little room.
 */
#define ATLAS_TYPE_LENS_SWITCH (atlas_lens_switch_get_type ())
G_DECLARE_FINAL_TYPE (AtlasLensSwitch, atlas_lens_switch, ATLAS, LENS_SWITCH, AdwBin)

void atlas_lens_switch_bind (AtlasLensSwitch *self, AtlasState *state, AtlasContent *content);

G_END_DECLS
