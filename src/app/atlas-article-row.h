/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-article-item.h"
#include "atlas-article-selection.h"

G_BEGIN_DECLS

/**
 * AtlasArticleRow:
 *
 * An article in a list: its title, where it is from, some of its text and its tags. It is
 * made once for each place on the screen and shows one article after the other.
 */
#define ATLAS_TYPE_ARTICLE_ROW (atlas_article_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasArticleRow, atlas_article_row, ATLAS, ARTICLE_ROW, GtkWidget)

GtkWidget *atlas_article_row_new (AtlasArticleSelection *selection);
void atlas_article_row_bind (AtlasArticleRow *self, GtkListItem *list_item);
void atlas_article_row_unbind (AtlasArticleRow *self);
AtlasArticleItem *atlas_article_row_get_item (AtlasArticleRow *self);
guint atlas_article_row_get_position (AtlasArticleRow *self);

G_END_DECLS
