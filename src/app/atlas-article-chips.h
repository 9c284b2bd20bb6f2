/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-article-filter.h"
#include "atlas-content.h"

G_BEGIN_DECLS

/**
 * AtlasArticleChips:
 *
 * What a filter asks for, each part with a button that takes it back. “changed” says
 * that one was pressed.
 */
#define ATLAS_TYPE_ARTICLE_CHIPS (atlas_article_chips_get_type ())
G_DECLARE_FINAL_TYPE (AtlasArticleChips, atlas_article_chips, ATLAS, ARTICLE_CHIPS, AdwBin)

GtkWidget *atlas_article_chips_new (AtlasContent *content);
void atlas_article_chips_set (AtlasArticleChips *self, const AtlasArticleFilter *filter);
const AtlasArticleFilter *atlas_article_chips_get (AtlasArticleChips *self);

G_END_DECLS
