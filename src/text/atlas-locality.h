/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-reading.h"

G_BEGIN_DECLS

/**
 * AtlasLocality:
 * @words: (element-type AtlasForm): of the USA and of small-town life there, each once
 * @towns: (element-type AtlasForm): names that the text says to be a town's
 * @maybe_towns: (element-type AtlasForm): names that it uses like a town's
 * @n_small_town: how many of @words are of small-town life
 * @n_abroad: countries other than the USA by names that are seldom towns there
 * @n_foreign: countries other than the USA by names that never are
 * @n_namesakes: countries by names that are
 * @names_usa: whether it names the USA
 *
 * What tells whether a text is one of small-town life in the USA, where Lebanon
 * and Mexico are towns.
 */
typedef struct
{
  GPtrArray *words;
  GPtrArray *towns;
  GPtrArray *maybe_towns;
  guint n_small_town;
  guint n_abroad;
  guint n_foreign;
  guint n_namesakes;
  gboolean names_usa;
} AtlasLocality;

void atlas_locality_init (AtlasLocality *self);
void atlas_locality_clear (AtlasLocality *self);
void atlas_locality_add_word (AtlasLocality *self, const AtlasCandidate *candidate);
void atlas_locality_add_town (AtlasLocality *self, const AtlasForm *form, gboolean told);
gboolean atlas_locality_accepts_hint (const AtlasLocality *self);
gboolean atlas_locality_is_town (const AtlasLocality *self, const AtlasForm *form);
gboolean atlas_locality_is_likely_town (const AtlasLocality *self, const AtlasForm *form);
gboolean atlas_locality_is_listed (const GPtrArray *forms, const AtlasForm *form);

G_END_DECLS
