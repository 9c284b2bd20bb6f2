/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-import-offer.h"

G_BEGIN_DECLS

/**
 * AtlasVersionsDialog:
 *
 * Asks what is to become of articles that seem to be other versions of some in the
 * library, and writes the reader's choices into the offers. Who closes it without
 * “Apply” skips all of them.
 */
#define ATLAS_TYPE_VERSIONS_DIALOG (atlas_versions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AtlasVersionsDialog, atlas_versions_dialog, ATLAS, VERSIONS_DIALOG, AdwDialog)

AdwDialog *atlas_versions_dialog_new (GPtrArray *offers);

G_END_DECLS
