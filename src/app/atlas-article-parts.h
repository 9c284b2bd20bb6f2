/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-document.h"
#include "atlas-page-view.h"

G_BEGIN_DECLS

/* Parts of the page of an article. @document outlives the page's widgets. */

/* In atlas-article-head.c. */
void atlas_article_append_head (AtlasPageView *view, const AtlasDocument *document);

/* In atlas-article-subjects.c. */
void atlas_article_append_subjects (AtlasPageView *view, const AtlasDocument *document);

/* In atlas-article-dates.c. */
void atlas_article_append_dates (AtlasPageView *view, const AtlasDocument *document);

/* In atlas-article-basis.c. */
void atlas_article_append_basis (AtlasPageView *view, const char *const *rows);

G_END_DECLS
