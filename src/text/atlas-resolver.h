/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-mentions.h"

G_BEGIN_DECLS

#define ATLAS_CANDIDATE_MAX_ROWS 6

/**
 * AtlasCandidate:
 * @rows: the rows of the gazetteer that read so, in its order
 * @is_compound: whether it is only part of a word
 *
 * A place that reads like a form; offsets as in #AtlasMention.
 */
typedef struct
{
  guint start;
  guint end;
  guint byte_start;
  guint byte_end;
  guint n_rows;
  gboolean is_compound;
  const AtlasForm *rows[ATLAS_CANDIDATE_MAX_ROWS];
} AtlasCandidate;

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
