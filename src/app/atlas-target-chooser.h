/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"

G_BEGIN_DECLS

/**
 * AtlasTargetChooser:
 *
 * A dialog in which the reader picks a country or an organisation by typing any of its
 * names. “chosen” says which: a code or an id, and whether it is an organisation; "" for
 * nothing that the atlas knows, where that is offered.
 */
#define ATLAS_TYPE_TARGET_CHOOSER (atlas_target_chooser_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTargetChooser, atlas_target_chooser, ATLAS, TARGET_CHOOSER, AdwDialog)

AtlasTargetChooser *atlas_target_chooser_new (AtlasContent *content, const char *title, const char *nothing);

G_END_DECLS
