/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-briefing.h"
#include "atlas-library-query.h"

G_BEGIN_DECLS

/**
 * AtlasBriefingWords:
 *
 * Finds words in the bundled articles, as atlas_library_search() finds them in the
 * reader's own. One thread at a time may use it.
 */
typedef struct _AtlasBriefingWords AtlasBriefingWords;

AtlasBriefingWords *atlas_briefing_words_new (const AtlasBriefings *briefings, const char *language, GError **error);
void atlas_briefing_words_free (AtlasBriefingWords *self);
GPtrArray *atlas_briefing_words_search (AtlasBriefingWords *self, const char *words, guint limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasBriefingWords, atlas_briefing_words_free)

G_END_DECLS
