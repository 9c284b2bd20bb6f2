/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/**
 * AtlasPageView:
 *
 * What one page shows: a column of headings, lists and texts that scrolls, or a
 * body of its own. Countries, organisations, events, articles, the list of articles,
 * areas and what changed between two dates each have a subclass.
 */
#define ATLAS_TYPE_PAGE_VIEW (atlas_page_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (AtlasPageView, atlas_page_view, ATLAS, PAGE_VIEW, AdwBin)

/**
 * AtlasPageViewClass:
 * @build: makes the page; called once, when the content is loaded
 * @date_changed: (nullable): brings what depends on the state's date, and on the
 *   day that it is compared with, up to date; not called while the reader moves it
 * @find: (nullable): lets the reader find words on the page; returns whether it can
 * @change_id: (nullable): shows what the page is about now, in its place
 * @dup_menu: (nullable): see atlas_page_view_dup_menu()
 * @get_scroll: how far the page is scrolled; for a page with a body of its own
 * @set_scroll: scrolls there, once the page is laid out; likewise
 */
struct _AtlasPageViewClass
{
  AdwBinClass parent_class;

  void (*build) (AtlasPageView *self);
  void (*date_changed) (AtlasPageView *self);
  gboolean (*find) (AtlasPageView *self);
  void (*change_id) (AtlasPageView *self);
  GMenuModel *(*dup_menu) (AtlasPageView *self);
  double (*get_scroll) (AtlasPageView *self);
  void (*set_scroll) (AtlasPageView *self, double value);
};

typedef void (*AtlasPageViewFunc) (AtlasPageView *self);

AtlasState *atlas_page_view_get_state (AtlasPageView *self);
AtlasContent *atlas_page_view_get_content (AtlasPageView *self);
const AtlasDataset *atlas_page_view_get_dataset (AtlasPageView *self);
const char *atlas_page_view_get_language (AtlasPageView *self);
const char *atlas_page_view_get_id (AtlasPageView *self);

const char *atlas_page_view_get_title (AtlasPageView *self);
void atlas_page_view_set_title (AtlasPageView *self, const char *title);

gboolean atlas_page_view_change_id (AtlasPageView *self, const char *id);
GMenuModel *atlas_page_view_dup_menu (AtlasPageView *self);

void atlas_page_view_set_body (AtlasPageView *self, GtkWidget *body);
GtkAdjustment *atlas_page_view_get_adjustment (AtlasPageView *self);
gboolean atlas_page_view_shows_title (AtlasPageView *self);
double atlas_page_view_get_scroll (AtlasPageView *self);
void atlas_page_view_set_scroll (AtlasPageView *self, double value);
void atlas_page_view_await_part (AtlasPageView *self);
void atlas_page_view_part_came (AtlasPageView *self);

void atlas_page_view_set_bar (AtlasPageView *self, GtkWidget *bar);
void atlas_page_view_defer (AtlasPageView *self, AtlasPageViewFunc func);
void atlas_page_view_clear (AtlasPageView *self);
void atlas_page_view_append (AtlasPageView *self, GtkWidget *child);
GtkWidget *atlas_page_view_append_section (AtlasPageView *self, const char *heading, int count);
gboolean atlas_page_view_find (AtlasPageView *self);
char *atlas_page_view_dup_text (AtlasPageView *self);

/* Parts that all pages are made of. */
GtkWidget *atlas_page_view_new_prose (AtlasPageView *self, const char *markup, const char *style_class);
GtkWidget *atlas_page_view_new_banner (AtlasPageView *self, const char *icon_name, const char *markup);

const char *atlas_heading_get_class (int level);
GtkWidget *atlas_heading_new (const char *text, int level);
GtkWidget *atlas_section_new (const char *heading, GtkLabel **count);
GtkWidget *atlas_boxed_list_new (const char *accessible_name);
void atlas_box_clear (GtkBox *box);

G_END_DECLS
