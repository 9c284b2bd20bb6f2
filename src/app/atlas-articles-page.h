/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-page-view.h"

G_BEGIN_DECLS

/**
 * AtlasArticlesPage:
 *
 * The list of all articles, the reader's own and the briefings. What it is about
 * (AtlasPageView:id) is an #AtlasArticleFilter: to show all articles about a country,
 * select “articles/country=KZ”. What the reader changes of it becomes part of the
 * selection, in its place.
 */
#define ATLAS_TYPE_ARTICLES_PAGE (atlas_articles_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlasArticlesPage, atlas_articles_page, ATLAS, ARTICLES_PAGE, AtlasPageView)

G_END_DECLS
