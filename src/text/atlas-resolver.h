/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-mentions.h"
#include "atlas-reading.h"

G_BEGIN_DECLS

/**
 * AtlasResolver:
 *
 * Chooses among the readings of what the linker found. Immutable.
 */
typedef struct _AtlasResolver AtlasResolver;

AtlasResolver *atlas_resolver_new (AtlasGazetteer *gazetteer);
void atlas_resolver_free (AtlasResolver *self);
AtlasMentions *atlas_resolver_resolve (const AtlasResolver *self,
                                       const char *text,
                                       gsize length,
                                       AtlasLanguage language,
                                       const AtlasDate *date,
                                       const GArray *candidates);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasResolver, atlas_resolver_free)

G_END_DECLS
