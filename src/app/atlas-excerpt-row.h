/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"
#include "atlas-state.h"
#include "atlas-written.h"

G_BEGIN_DECLS

/**
 * AtlasExcerptRow:
 *
 * A paragraph that was written: the mentions of what the list is about in bold, why they
 * are linked, where it stands, and a button that copies it as a quotation.
 */
#define ATLAS_TYPE_EXCERPT_ROW (atlas_excerpt_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasExcerptRow, atlas_excerpt_row, ATLAS, EXCERPT_ROW, GtkListBoxRow)

GtkWidget *atlas_excerpt_row_new (AtlasState *state, AtlasContent *content, AtlasWritten *written);
gboolean atlas_excerpt_row_shows (AtlasExcerptRow *self, const AtlasWritten *written);

G_END_DECLS
