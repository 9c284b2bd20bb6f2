/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-country.h"
#include "atlas-organisation.h"
#include "atlas-status.h"

G_BEGIN_DECLS

/**
 * AtlasMembership:
 * @of: what a suspended or frozen tie is a suspension of; else NONE
 * @to: the first day that no longer counts; open where the tie goes on
 *
 * A row of memberships.csv, as written. Queries use AtlasSpell, which has gone
 * through the lineage rules; a row is what a spell cites.
 */
typedef struct
{
  const char *id;
  const AtlasOrganisation *organisation;
  const AtlasCountry *country;
  AtlasStatus status;
  AtlasStatus of;
  AtlasDate from;
  AtlasDate to;
  gboolean contested;
  const AtlasSource *source;
  guint line; /* in memberships.csv */

  /*< private >*/
  const char *const *contested_reasons;
  const char *const *notes;
} AtlasMembership;

const char *atlas_membership_get_note (const AtlasMembership *self, const char *language);
const char *atlas_membership_get_contested_reason (const AtlasMembership *self, const char *language);

/**
 * AtlasSpell:
 * @organisation: the lineage (never one with a successor)
 * @start: the first day that it counts: the earliest day of an uncertain edge
 * @certain_from: the latest day of the starting edge; from @start until the day
 *   before @certain_from the spell holds, marked uncertain
 * @end: the first day that it no longer counts, ATLAS_DAY_MAX where it goes on
 * @end_latest: the latest day of the ending edge
 * @member_since: the first day of membership, through suspended and frozen
 *   spells; ATLAS_DAY_MIN where it does not belong
 * @contested: whether any of its rows is; see atlas_spell_is_contested_on()
 * @n_rows: how many rows were joined in it, in order of time
 *
 * One stretch of time in which a country had one status in a lineage. The
 * spells of a country in a lineage are in order and do not overlap.
 */
typedef struct
{
  const AtlasOrganisation *organisation;
  const AtlasCountry *country;
  AtlasStatus status;
  AtlasStatus of;
  AtlasDay start;
  AtlasDay certain_from;
  AtlasDay end;
  AtlasDay end_latest;
  AtlasDay member_since;
  gboolean contested;
  guint n_rows;
  const AtlasMembership *const *rows;
} AtlasSpell;

gboolean atlas_spell_is_certain_on (const AtlasSpell *self, AtlasDay day);
gboolean atlas_spell_belongs (const AtlasSpell *self);
const AtlasSource *atlas_spell_get_source (const AtlasSpell *self);
const AtlasMembership *atlas_spell_get_row_on (const AtlasSpell *self, AtlasDay day);
gboolean atlas_spell_is_contested_on (const AtlasSpell *self, AtlasDay day);

G_END_DECLS
