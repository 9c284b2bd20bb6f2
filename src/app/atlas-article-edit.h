/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-content.h"

G_BEGIN_DECLS

/* Each changes one of the reader's own articles, on the library's thread; @from is a widget
 * of the window that says in a toast what was done, with Undo, or why it was not. */

void atlas_article_edit_correct (GtkWidget *from, AtlasContent *content, const char *key, const AtlasCorrection *correction);
void atlas_article_edit_set_deleted (GtkWidget *from, AtlasContent *content, const char *key, gboolean deleted);
void atlas_article_edit_set_read (GtkWidget *from, AtlasContent *content, const char *key, gboolean read);
void atlas_article_edit_update (GtkWidget *from, AtlasContent *content, const char *key, const AtlasLibraryEntry *entry);

G_END_DECLS
