/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-query.h"

G_BEGIN_DECLS

#define ATLAS_SCOPE_MAX 4

/**
 * AtlasScope:
 * @country: (nullable): only what concerns this country
 * @n_organisations: 0 for every lineage
 * @organisations: lineages; only what concerns one of them
 *
 * What a timeline is about: all ties of a country, all of an organisation, or
 * the organisations that the map colours. A plain value.
 */
typedef struct
{
  const AtlasCountry *country;
  guint n_organisations;
  const AtlasOrganisation *organisations[ATLAS_SCOPE_MAX];
} AtlasScope;

void atlas_scope_init_lens (AtlasScope *self, const AtlasDataset *dataset, const AtlasOrganisation *lens);
void atlas_scope_init_organisation (AtlasScope *self, const AtlasOrganisation *organisation);
void atlas_scope_init_country (AtlasScope *self, const AtlasCountry *country);
gboolean atlas_scope_equal (const AtlasScope *a, const AtlasScope *b);

gboolean atlas_scope_next_change (const AtlasScope *self, const AtlasDataset *dataset, AtlasDay day, AtlasDay *next);
gboolean atlas_scope_previous_change (const AtlasScope *self, const AtlasDataset *dataset, AtlasDay day, AtlasDay *previous);

/* Those from @from to @to, both included, by day, organisation and country.
 * (transfer container) (element-type AtlasChange) */
GPtrArray *atlas_scope_changes_between (const AtlasScope *self, const AtlasDataset *dataset, AtlasDay from, AtlasDay to);
/* By date. (transfer container) (element-type AtlasEvent) */
GPtrArray *atlas_scope_events (const AtlasScope *self, const AtlasDataset *dataset);
gboolean atlas_scope_concerns_event (const AtlasScope *self, const AtlasEvent *event);

/* The days that a timeline covers: from 1945-01-01 until today, or until the
 * last planned event where that is later. */
void atlas_time_range (const AtlasDataset *dataset, AtlasDay *first, AtlasDay *last);

G_END_DECLS
