/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "atlas-library-query.h"

G_BEGIN_DECLS

/**
 * AtlasArticleItem:
 *
 * A place in an #AtlasArticleModel: an article, once it has been read. “changed” says
 * that it has been, or that something about it is new.
 */
#define ATLAS_TYPE_ARTICLE_ITEM (atlas_article_item_get_type ())
G_DECLARE_FINAL_TYPE (AtlasArticleItem, atlas_article_item, ATLAS, ARTICLE_ITEM, GObject)

AtlasArticleItem *atlas_article_item_new (void);
const AtlasLibraryItem *atlas_article_item_get (AtlasArticleItem *self);
void atlas_article_item_take (AtlasArticleItem *self, AtlasLibraryItem *item);

G_END_DECLS
