/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-article-chips.h"
#include "atlas-article-filters.h"
#include "atlas-article-list.h"
#include "atlas-articles-page.h"

G_BEGIN_DECLS

struct _AtlasArticlesPage
{
  AtlasPageView parent_instance;

  AtlasArticleFilter filter;
  AtlasArticleModel *model;
  AtlasArticleSelection *selection;
  AtlasArticleItem *target; /* whose menu was opened last */
  GCancellable *cancellable;
  guint n_all; /* articles there are, in whatever filter; 0: not counted */
  guint status_source;

  GtkLabel *count;
  GtkEditable *words;
  GtkToggleButton *choose;
  AtlasArticleFilters *filters;
  AtlasArticleChips *chips;
  AdwBanner *banner;
  GtkWidget *hint;
  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkWidget *clear;
  AtlasArticleList *list;
  AdwToolbarView *body;
  GtkWidget *bar;
  GtkLabel *n_chosen;
};

/* In atlas-articles-page-actions.c. */
void atlas_articles_page_install_actions (GtkWidgetClass *klass);
void atlas_articles_page_update_actions (AtlasArticlesPage *self);
GtkWidget *atlas_articles_page_new_bar (AtlasArticlesPage *self);

G_END_DECLS
