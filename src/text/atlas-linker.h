/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-mentions.h"

G_BEGIN_DECLS

/**
 * AtlasLinker:
 *
 * Finds countries and organisations in texts. Immutable once made: threads
 * share it without locks.
 */
typedef struct _AtlasLinker AtlasLinker;

AtlasLinker *atlas_linker_new (AtlasGazetteer *gazetteer);
AtlasLinker *atlas_linker_ref (AtlasLinker *self);
void atlas_linker_unref (AtlasLinker *self);
AtlasMentions *atlas_linker_link (const AtlasLinker *self,
                                  const char *text,
                                  gssize length,
                                  AtlasLanguage language,
                                  const AtlasDate *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLinker, atlas_linker_unref)

G_END_DECLS
