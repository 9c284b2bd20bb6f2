/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-article-filter.h"
#include "atlas-content.h"

G_BEGIN_DECLS

/**
 * AtlasArticleFilters:
 *
 * A popover in which the reader chooses which articles are listed, and in which order.
 * “changed” says that something was chosen.
 */
#define ATLAS_TYPE_ARTICLE_FILTERS (atlas_article_filters_get_type ())
G_DECLARE_FINAL_TYPE (AtlasArticleFilters, atlas_article_filters, ATLAS, ARTICLE_FILTERS, GtkPopover)

GtkWidget *atlas_article_filters_new (AtlasContent *content);
void atlas_article_filters_set (AtlasArticleFilters *self, const AtlasArticleFilter *filter);
const AtlasArticleFilter *atlas_article_filters_get (AtlasArticleFilters *self);

G_END_DECLS
