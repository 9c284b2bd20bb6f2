/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-article.h"
#include "atlas-dataset.h"

G_BEGIN_DECLS

AtlasArticle *atlas_briefing_parse (const char *name,
                                    const char *data,
                                    gssize length,
                                    const AtlasLinker *linker,
                                    const AtlasDataset *dataset,
                                    AtlasProblems *problems);

/**
 * AtlasBriefings:
 *
 * The bundled articles in all their languages. Immutable, shared by threads.
 */
typedef struct _AtlasBriefings AtlasBriefings;

AtlasBriefings *atlas_briefings_load (const char *directory,
                                      const AtlasLinker *linker,
                                      const AtlasDataset *dataset,
                                      AtlasProblems *problems);
AtlasBriefings *atlas_briefings_ref (AtlasBriefings *self);
void atlas_briefings_unref (AtlasBriefings *self);

/* (transfer full): AtlasArticle*, one of each key, in @language where it
 * exists, else in English, else in any; the newest first. */
GPtrArray *atlas_briefings_list (const AtlasBriefings *self, const char *language);
/* (transfer full) (nullable): the article in @language, or as above. */
AtlasArticle *atlas_briefings_find (const AtlasBriefings *self, const char *key, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasBriefings, atlas_briefings_unref)

G_END_DECLS
