/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/* Every question about membership. All work on resolved lineages: an
 * organisation with a successor is taken for the lineage that it belongs to. */

const AtlasSpell *const *atlas_query_history (const AtlasDataset *dataset,
                                              const AtlasOrganisation *organisation,
                                              const AtlasCountry *country,
                                              guint *n);
const AtlasSpell *atlas_query_status (const AtlasDataset *dataset,
                                      const AtlasOrganisation *organisation,
                                      const AtlasCountry *country,
                                      AtlasDay day);

/**
 * AtlasTally: how many countries have each status on a day.
 * @belonging: members, and those frozen or suspended of a membership
 * @former: withdrawn after membership
 */
typedef struct
{
  guint by_status[ATLAS_N_STATUSES];
  guint belonging;
  guint former;
} AtlasTally;

void atlas_query_tally (const AtlasDataset *dataset, const AtlasOrganisation *organisation, AtlasDay day, AtlasTally *tally);

/* (transfer container): spells on @day, sorted by country code. */
GPtrArray *atlas_query_current (const AtlasDataset *dataset, const AtlasOrganisation *organisation, AtlasDay day);
GPtrArray *atlas_query_former (const AtlasDataset *dataset, const AtlasOrganisation *organisation, AtlasDay day);

/**
 * AtlasChange:
 * @day: the first day of the new status
 * @latest: the latest day that it can have been; equals @day where it is known
 * @from: (nullable): the spell that ends
 * @to: (nullable): the spell that begins
 *
 * A day on which a country's status in a lineage changed.
 */
typedef struct
{
  AtlasDay day;
  AtlasDay latest;
  const AtlasOrganisation *organisation;
  const AtlasCountry *country;
  const AtlasSpell *from;
  const AtlasSpell *to;
} AtlasChange;

void atlas_change_get_date (const AtlasChange *self, AtlasDate *date);
const AtlasSource *atlas_change_get_source (const AtlasChange *self);

/* All changes, or those of @organisation and/or @country where not NULL, in
 * order of day, organisation, country. (transfer none); NULL when there are none. */
const AtlasChange *const *atlas_query_changes (const AtlasDataset *dataset,
                                               const AtlasOrganisation *organisation,
                                               const AtlasCountry *country,
                                               guint *n);
/* Those from @from to @to, both days included. (transfer container) */
GPtrArray *atlas_query_changes_between (const AtlasDataset *dataset,
                                        const AtlasOrganisation *organisation,
                                        const AtlasCountry *country,
                                        AtlasDay from,
                                        AtlasDay to);
/* The first day of change after, or the last before, @day; FALSE where there is none. */
gboolean atlas_query_next_change (const AtlasDataset *dataset, const AtlasOrganisation *organisation, const AtlasCountry *country, AtlasDay day, AtlasDay *next);
gboolean atlas_query_previous_change (const AtlasDataset *dataset, const AtlasOrganisation *organisation, const AtlasCountry *country, AtlasDay day, AtlasDay *previous);

/* Lineages that @country ever had a tie to: CSTO, SCO, BRICS first. (transfer container) */
GPtrArray *atlas_query_organisations_of (const AtlasDataset *dataset, const AtlasCountry *country);

/**
 * AtlasMoment: one line of a timeline; exactly one of @change and @event is set.
 */
typedef struct
{
  AtlasDate date;
  const AtlasChange *change;
  const AtlasEvent *event;
} AtlasMoment;

/* Changes and events in order of date (oldest first). (transfer full): free with g_array_unref(). */
GArray *atlas_query_timeline (const AtlasDataset *dataset, const AtlasOrganisation *organisation, const AtlasCountry *country);

G_END_DECLS
