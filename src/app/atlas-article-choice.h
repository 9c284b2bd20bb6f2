/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "atlas-article-filter.h"
#include "atlas-library.h"

G_BEGIN_DECLS

/**
 * AtlasArticleChoice:
 * @all: whether all articles of the reader's own that @filter lets through are chosen,
 *   but for those in @keys; else only these
 * @keys: (element-type utf8): a set
 *
 * Articles of the reader's own that something is to be done with. It needs no room for
 * those that nobody has looked at.
 *
 * A plain value; what it points to is its own.
 */
typedef struct
{
  gboolean all;
  AtlasArticleFilter filter;
  GHashTable *keys;
} AtlasArticleChoice;

/* Returns: whether to go on; otherwise @error is set */
typedef gboolean (*AtlasArticleChoiceFunc) (AtlasLibrary *library, const char *key, gpointer data, GCancellable *cancellable, GError **error);

void atlas_article_choice_init (AtlasArticleChoice *self);
void atlas_article_choice_init_key (AtlasArticleChoice *self, const char *key);
void atlas_article_choice_copy (const AtlasArticleChoice *self, AtlasArticleChoice *copy);
void atlas_article_choice_clear (AtlasArticleChoice *self);

gboolean atlas_article_choice_has (const AtlasArticleChoice *self, const char *key);
void atlas_article_choice_set (AtlasArticleChoice *self, const char *key, gboolean chosen);
guint atlas_article_choice_count (const AtlasArticleChoice *self, guint n_all);
gboolean atlas_article_choice_foreach (const AtlasArticleChoice *self,
                                       AtlasLibrary *library,
                                       AtlasArticleChoiceFunc func,
                                       gpointer data,
                                       GCancellable *cancellable,
                                       GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasArticleChoice, atlas_article_choice_clear)

G_END_DECLS
