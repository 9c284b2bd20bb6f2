/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-article-model.h"
#include "atlas-article-selection.h"

G_BEGIN_DECLS

/**
 * AtlasArticleList:
 *
 * An #AtlasArticleModel on the screen, with its keys and its menu. What the reader asks
 * for are actions of a parent: `articles.open`, `articles.menu`, `articles.delete` and so
 * on, which take the place of the article in the list.
 */
#define ATLAS_TYPE_ARTICLE_LIST (atlas_article_list_get_type ())
G_DECLARE_FINAL_TYPE (AtlasArticleList, atlas_article_list, ATLAS, ARTICLE_LIST, AdwBin)

GtkWidget *atlas_article_list_new (AtlasArticleModel *model, AtlasArticleSelection *selection);
void atlas_article_list_popup_menu (AtlasArticleList *self, GMenuModel *menu, guint position);
double atlas_article_list_get_scroll (AtlasArticleList *self);
void atlas_article_list_set_scroll (AtlasArticleList *self, double scroll);

G_END_DECLS
