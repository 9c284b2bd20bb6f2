/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "atlas-article-item.h"
#include "atlas-article-reading.h"

G_BEGIN_DECLS

/* From one place, items as far away as this are surely held. */
#define ATLAS_ARTICLE_MODEL_REACH 150

/**
 * AtlasArticleModel:
 *
 * The reader's own articles and the briefings that a filter lets through, in its order,
 * as a list model of #AtlasArticleItem. It reads on threads and holds only what was asked
 * for last; of all else it knows how many there are. It follows the library.
 */
#define ATLAS_TYPE_ARTICLE_MODEL (atlas_article_model_get_type ())
G_DECLARE_FINAL_TYPE (AtlasArticleModel, atlas_article_model, ATLAS, ARTICLE_MODEL, GObject)

AtlasArticleModel *atlas_article_model_new (AtlasBundle *bundle);
void atlas_article_model_set_library (AtlasArticleModel *self, AtlasLibrary *library);
void atlas_article_model_set_filter (AtlasArticleModel *self, const AtlasArticleFilter *filter);
void atlas_article_model_stop (AtlasArticleModel *self);
const AtlasArticleFilter *atlas_article_model_get_filter (AtlasArticleModel *self);

gboolean atlas_article_model_is_loading (AtlasArticleModel *self);
gboolean atlas_article_model_is_counted (AtlasArticleModel *self);
gboolean atlas_article_model_is_busy (AtlasArticleModel *self);
const char *atlas_article_model_get_problem (AtlasArticleModel *self);
guint atlas_article_model_get_n_own (AtlasArticleModel *self);
guint atlas_article_model_get_n_in_memory (AtlasArticleModel *self);

G_END_DECLS
