/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"

G_BEGIN_DECLS

/**
 * AtlasArticlesRow:
 *
 * A row that leads to the list of all articles, and says how many there are.
 */
#define ATLAS_TYPE_ARTICLES_ROW (atlas_articles_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasArticlesRow, atlas_articles_row, ATLAS, ARTICLES_ROW, AdwActionRow)

GtkWidget *atlas_articles_row_new (AtlasContent *content);

G_END_DECLS
