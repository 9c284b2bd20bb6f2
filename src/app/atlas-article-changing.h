/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-article-change.h"
#include "atlas-window.h"

G_BEGIN_DECLS

void atlas_article_changing_start (AtlasWindow *window, AtlasArticleChange *change, guint n);

G_END_DECLS
