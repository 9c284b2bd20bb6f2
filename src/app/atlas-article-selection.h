/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-article-choice.h"
#include "atlas-article-model.h"

G_BEGIN_DECLS

/**
 * AtlasArticleSelection:
 *
 * Whether the reader is choosing several articles of a list, and which. “changed” says
 * that either is another.
 */
#define ATLAS_TYPE_ARTICLE_SELECTION (atlas_article_selection_get_type ())
G_DECLARE_FINAL_TYPE (AtlasArticleSelection, atlas_article_selection, ATLAS, ARTICLE_SELECTION, GObject)

AtlasArticleSelection *atlas_article_selection_new (AtlasArticleModel *model);
gboolean atlas_article_selection_is_active (AtlasArticleSelection *self);
void atlas_article_selection_set_active (AtlasArticleSelection *self, gboolean active);

gboolean atlas_article_selection_has (AtlasArticleSelection *self, AtlasArticleItem *item);
void atlas_article_selection_toggle (AtlasArticleSelection *self, guint position);
void atlas_article_selection_extend (AtlasArticleSelection *self, guint position);
void atlas_article_selection_select_all (AtlasArticleSelection *self);
guint atlas_article_selection_count (AtlasArticleSelection *self);
const AtlasArticleChoice *atlas_article_selection_get_choice (AtlasArticleSelection *self);

G_END_DECLS
