/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"
#include "atlas-excerpt.h"
#include "atlas-state.h"

G_BEGIN_DECLS

GtkWidget *atlas_excerpt_row_new (AtlasState *state, AtlasContent *content, const AtlasExcerpt *excerpt);

void atlas_append_mentions_markup (GString *markup, AtlasContent *content, const AtlasBlock *block, const char *bold_target);

G_END_DECLS
