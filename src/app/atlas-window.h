/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-application.h"
#include "atlas-content.h"
#include "atlas-map.h"
#include "atlas-state.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_WINDOW (atlas_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlasWindow, atlas_window, ATLAS, WINDOW, AdwApplicationWindow)

AtlasWindow *atlas_window_new (AtlasApplication *application);

AtlasState *atlas_window_get_state (AtlasWindow *self);
AtlasContent *atlas_window_get_content (AtlasWindow *self);
AtlasMap *atlas_window_get_map (AtlasWindow *self);

AdwToast *atlas_window_new_toast (AtlasWindow *self, const char *words);
void atlas_window_put_toast (AtlasWindow *self, AdwToast *toast, const char *words);
void atlas_window_add_toast (AtlasWindow *self, const char *title);
AdwToast *atlas_window_add_toast_with_button (AtlasWindow *self, const char *title, const char *button);
void atlas_window_add_warning (AtlasWindow *self, const char *message);
void atlas_window_dismiss_toasts (AtlasWindow *self);
void atlas_window_show_failure (AtlasWindow *self, const char *message);
void atlas_window_show_search (AtlasWindow *self);
void atlas_window_search_for (AtlasWindow *self, const char *words);
gboolean atlas_window_find_on_page (AtlasWindow *self);
void atlas_window_start_date (AtlasWindow *self);
void atlas_window_report_painted (AtlasWindow *self);
void atlas_window_bring (AtlasWindow *self, GPtrArray *items);

/* In atlas-window-actions.c. */
void atlas_window_set_accels (GtkApplication *application);
void atlas_window_add_actions (AtlasWindow *self);

/* In atlas-window-articles-actions.c. */
void atlas_window_set_articles_accels (GtkApplication *application);
void atlas_window_add_articles_actions (AtlasWindow *self);

/* In atlas-window-time-actions.c. */
void atlas_window_set_time_accels (GtkApplication *application);
void atlas_window_add_time_actions (AtlasWindow *self);

/* In atlas-window-import-actions.c. */
void atlas_window_set_import_accels (GtkApplication *application);
void atlas_window_add_import_actions (AtlasWindow *self);

/* In atlas-window-pages-actions.c. */
void atlas_window_add_pages_actions (AtlasWindow *self);
void atlas_application_add_pages_actions (GtkApplication *application);

G_END_DECLS
