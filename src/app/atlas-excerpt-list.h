/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/**
 * AtlasExcerptList:
 *
 * The section “What was written” of a page: paragraphs of the briefings and of the
 * reader's own articles, the best first; where the reader wishes it, only those of
 * articles that could be read on the date. It looks for them on a thread, and again when
 * the library changes.
 */
#define ATLAS_TYPE_EXCERPT_LIST (atlas_excerpt_list_get_type ())
G_DECLARE_FINAL_TYPE (AtlasExcerptList, atlas_excerpt_list, ATLAS, EXCERPT_LIST, AdwBin)

GtkWidget *atlas_excerpt_list_new (AtlasState *state, AtlasContent *content, const char *path);
void atlas_excerpt_list_update (AtlasExcerptList *self);

G_END_DECLS
