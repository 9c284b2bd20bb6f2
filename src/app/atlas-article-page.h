/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-page-view.h"

G_BEGIN_DECLS

/**
 * AtlasArticlePage:
 *
 * A briefing: its text, in which countries and organisations are links, and what
 * it rests on.
 */
#define ATLAS_TYPE_ARTICLE_PAGE (atlas_article_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlasArticlePage, atlas_article_page, ATLAS, ARTICLE_PAGE, AtlasPageView)

G_END_DECLS
