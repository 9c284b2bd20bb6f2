/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-article-choice.h"
#include "atlas-window.h"

G_BEGIN_DECLS

void atlas_library_folders_export (AtlasWindow *window, const AtlasArticleChoice *choice, guint n);
void atlas_library_folders_import (AtlasWindow *window);

G_END_DECLS
