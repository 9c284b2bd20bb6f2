/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-article-choice.h"
#include "atlas-window.h"

G_BEGIN_DECLS

/**
 * AtlasTagsDialog:
 *
 * The tags of one article or of several: those that there are can be given and taken,
 * and others typed.
 */
#define ATLAS_TYPE_TAGS_DIALOG (atlas_tags_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AtlasTagsDialog, atlas_tags_dialog, ATLAS, TAGS_DIALOG, AdwDialog)

AdwDialog *atlas_tags_dialog_new (AtlasWindow *window, const AtlasArticleChoice *choice, guint n, char **tags);

G_END_DECLS
