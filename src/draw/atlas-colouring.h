/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-geography.h"
#include "atlas-style.h"

G_BEGIN_DECLS

/**
 * AtlasColouring:
 *
 * Which look each unit of the geography has: a lens at a time in a scheme, and
 * whom the reader points at in the legend. Made in a moment, immutable once
 * handed to a painter, and shared between threads.
 */
typedef struct _AtlasColouring AtlasColouring;

AtlasColouring *atlas_colouring_new (AtlasDataset *dataset, AtlasGeography *geography, const AtlasOrganisation *lens, AtlasWhen when, AtlasScheme scheme);
AtlasColouring *atlas_colouring_ref (AtlasColouring *self);
void atlas_colouring_unref (AtlasColouring *self);

/* Before it is handed on: light up these countries and dim the rest; NULL lights all. */
void atlas_colouring_set_emphasis (AtlasColouring *self, const AtlasCountry *const *countries, guint n_countries);
/* After that: these are dimmed only half as much. */
void atlas_colouring_add_secondary (AtlasColouring *self, const AtlasCountry *const *countries, guint n_countries);

gboolean atlas_colouring_looks_like (const AtlasColouring *self, const AtlasColouring *other);

AtlasDataset *atlas_colouring_get_dataset (const AtlasColouring *self);
AtlasGeography *atlas_colouring_get_geography (const AtlasColouring *self);
const AtlasOrganisation *atlas_colouring_get_lens (const AtlasColouring *self);
AtlasWhen atlas_colouring_get_when (const AtlasColouring *self);
AtlasScheme atlas_colouring_get_scheme (const AtlasColouring *self);

/* The looks in use: a unit's slot, and each slot's fill. */
AtlasStyleKey atlas_colouring_get_country_key (const AtlasColouring *self, const AtlasCountry *country);
AtlasStyleKey atlas_colouring_get_unit_key (const AtlasColouring *self, guint unit);
guint atlas_colouring_get_unit_slot (const AtlasColouring *self, guint unit);
guint atlas_colouring_get_n_slots (const AtlasColouring *self);
const AtlasFill *atlas_colouring_get_slot_fill (const AtlasColouring *self, guint slot);
void atlas_colouring_get_country_fill (const AtlasColouring *self, const AtlasCountry *country, AtlasFill *fill);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasColouring, atlas_colouring_unref)

G_END_DECLS
