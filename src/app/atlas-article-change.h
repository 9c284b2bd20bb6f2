/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-article-choice.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_ARTICLES_MARK_READ,
  ATLAS_ARTICLES_MARK_UNREAD,
  ATLAS_ARTICLES_TAG,
  ATLAS_ARTICLES_DELETE,
  ATLAS_ARTICLES_RESTORE, /* what was deleted */
  ATLAS_ARTICLES_REMOVE,  /* what was deleted, for good */
} AtlasArticleChangeKind;

/**
 * AtlasArticleChange:
 * @added: (nullable): tags that the articles get
 * @removed: (nullable): tags that they lose
 * @n_done: grows while it is done; another thread reads it by g_atomic_int_get()
 * @done: (element-type utf8): keys of those that it was done to
 *
 * Something that is done to articles of the reader's own, each of them whole or not at
 * all.
 */
typedef struct
{
  AtlasArticleChangeKind kind;
  AtlasArticleChoice choice;
  GStrv added;
  GStrv removed;
  guint n_done;
  GPtrArray *done;
} AtlasArticleChange;

AtlasArticleChange *atlas_article_change_new (AtlasArticleChangeKind kind, const AtlasArticleChoice *choice);
AtlasArticleChange *atlas_article_change_new_undo (const AtlasArticleChange *self);
void atlas_article_change_free (AtlasArticleChange *self);
gboolean atlas_article_change_run (AtlasArticleChange *self, AtlasLibrary *library, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasArticleChange, atlas_article_change_free)

G_END_DECLS
