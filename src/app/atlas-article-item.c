/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-article-item.h"

struct _AtlasArticleItem
{
  GObject parent_instance;

  AtlasLibraryItem *item;
};

G_DEFINE_FINAL_TYPE (AtlasArticleItem, atlas_article_item, G_TYPE_OBJECT)

static guint changed_signal;

static void
atlas_article_item_finalize (GObject *object)
{
  g_clear_pointer (&ATLAS_ARTICLE_ITEM (object)->item, atlas_library_item_free);
  G_OBJECT_CLASS (atlas_article_item_parent_class)->finalize (object);
}

static void
atlas_article_item_class_init (AtlasArticleItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_article_item_finalize;

  changed_signal = g_signal_new ("changed", ATLAS_TYPE_ARTICLE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_article_item_init (AtlasArticleItem *self)
{
}

/**
 * atlas_article_item_new:
 *
 * Returns: (transfer full): a place whose article is not read yet
 */
AtlasArticleItem *
atlas_article_item_new (void)
{
  return g_object_new (ATLAS_TYPE_ARTICLE_ITEM, NULL);
}

/**
 * atlas_article_item_get:
 *
 * Returns: (transfer none) (nullable): the article; %NULL while it is not read. It is
 *   valid until “changed”.
 */
const AtlasLibraryItem *
atlas_article_item_get (AtlasArticleItem *self)
{
  g_return_val_if_fail (ATLAS_IS_ARTICLE_ITEM (self), NULL);

  return self->item;
}

/**
 * atlas_article_item_take:
 * @item: (transfer full): the article as it is now
 */
void
atlas_article_item_take (AtlasArticleItem *self,
                         AtlasLibraryItem *item)
{
  g_return_if_fail (ATLAS_IS_ARTICLE_ITEM (self));
  g_return_if_fail (item != NULL);

  g_clear_pointer (&self->item, atlas_library_item_free);
  self->item = item;
  g_signal_emit (self, changed_signal, 0);
}
