/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"
#include "atlas-plate.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/**
 * AtlasSavePictureDialog:
 *
 * Asks what kind of picture to save, and where; a worker paints it.
 */
#define ATLAS_TYPE_SAVE_PICTURE_DIALOG (atlas_save_picture_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AtlasSavePictureDialog, atlas_save_picture_dialog, ATLAS, SAVE_PICTURE_DIALOG, AdwDialog)

AdwDialog *atlas_save_picture_dialog_new (AtlasState *state, AtlasContent *content, AdwToastOverlay *toasts);

AtlasPlate *atlas_plate_new_for_state (AtlasState *state, AtlasContent *content);

G_END_DECLS
