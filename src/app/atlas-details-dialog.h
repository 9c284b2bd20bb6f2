/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"

G_BEGIN_DECLS

/**
 * AtlasDetailsDialog:
 *
 * A dialog in which the reader writes what is known of an article: its title, who
 * published and wrote it, when, where and in which language.
 */
#define ATLAS_TYPE_DETAILS_DIALOG (atlas_details_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AtlasDetailsDialog, atlas_details_dialog, ATLAS, DETAILS_DIALOG, AdwDialog)

AdwDialog *atlas_details_dialog_new (AtlasContent *content, const AtlasLibraryEntry *entry);

G_END_DECLS
