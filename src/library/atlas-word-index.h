/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-briefing.h"
#include "atlas-found.h"

G_BEGIN_DECLS

/**
 * AtlasWordIndex:
 *
 * Finds words in all that the atlas itself tells: briefings, events, countries and
 * organisations, as atlas_library_search() finds them in the reader's own articles. Any
 * thread may use it; one waits for the other.
 */
typedef struct _AtlasWordIndex AtlasWordIndex;

AtlasWordIndex *atlas_word_index_new (const AtlasDataset *dataset, const AtlasBriefings *briefings, const char *language, GError **error);
AtlasWordIndex *atlas_word_index_ref (AtlasWordIndex *self);
void atlas_word_index_unref (AtlasWordIndex *self);
GPtrArray *atlas_word_index_search (AtlasWordIndex *self, const char *words, guint limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasWordIndex, atlas_word_index_unref)

G_END_DECLS
