/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-library-query.h"

G_BEGIN_DECLS

char *atlas_article_words_origin (const AtlasLibraryItem *article);
char *atlas_article_words_text_markup (const AtlasLibraryItem *article);
char *atlas_article_words_quotation (const AtlasLibraryItem *article);
const char *atlas_article_words_title (const AtlasLibraryItem *article);

G_END_DECLS
