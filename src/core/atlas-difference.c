/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-difference.h"

#include <glib/gi18n-lib.h>

/**
 * atlas_difference_to_id:
 *
 * Returns: (transfer none): the word for machines: "joined"
 */
const char *
atlas_difference_to_id (AtlasDifference difference)
{
  static const char *const ids[ATLAS_N_DIFFERENCES] = { "none", "unchanged", "joined", "raised", "new", "lowered", "left" };

  g_return_val_if_fail (difference < ATLAS_N_DIFFERENCES, NULL);

  return ids[difference];
}

/**
 * atlas_difference_get_name:
 *
 * Returns: (transfer none): a word for people, translated
 */
const char *
atlas_difference_get_name (AtlasDifference difference)
{
  static const char *const names[ATLAS_N_DIFFERENCES] = {
    NC_ ("difference", "No tie"),
    NC_ ("difference", "Unchanged"),
    NC_ ("difference", "Joined"),
    NC_ ("difference", "Status raised"),
    /* Translators: a country became an observer, a partner or such, and had no tie before */
    NC_ ("difference", "New tie"),
    NC_ ("difference", "Status lowered"),
    NC_ ("difference", "Left"),
  };

  g_return_val_if_fail (difference < ATLAS_N_DIFFERENCES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "difference", names[difference]);
}

/* How close a tie is; 0 for none. */
static int
rank_of (const AtlasSpell *spell)
{
  if (spell == NULL)
    return 0;
  switch (spell->status)
    {
    case ATLAS_STATUS_MEMBER:
      return 9;
    case ATLAS_STATUS_SUSPENDED:
    case ATLAS_STATUS_FROZEN:
      return spell->of == ATLAS_STATUS_MEMBER ? 8 : 1;
    case ATLAS_STATUS_SIGNATORY:
      return 7;
    case ATLAS_STATUS_INVITED:
      return 6;
    case ATLAS_STATUS_ASSOCIATE:
      return 5;
    case ATLAS_STATUS_PARTNER:
      return 4;
    case ATLAS_STATUS_OBSERVER:
      return 3;
    case ATLAS_STATUS_DIALOGUE_PARTNER:
      return 2;
    case ATLAS_STATUS_NONE:
    case ATLAS_STATUS_WITHDRAWN:
    case ATLAS_STATUS_DECLINED:
    case ATLAS_N_STATUSES:
    default:
      return 0;
    }
}

/* An invitation and a signature lead into an organisation; those who have
 * nothing else are not in it yet. */
static gboolean
is_outside (const AtlasSpell *spell)
{
  return rank_of (spell) == 0 || spell->status == ATLAS_STATUS_INVITED || spell->status == ATLAS_STATUS_SIGNATORY;
}

/**
 * atlas_difference_between:
 * @before: (nullable): the tie on the earlier day
 * @after: (nullable): the tie on the later day
 *
 * Returns: what became of it
 */
AtlasDifference
atlas_difference_between (const AtlasSpell *before,
                          const AtlasSpell *after)
{
  const int rank_before = rank_of (before);
  const int rank_after = rank_of (after);

  if (rank_before == rank_after)
    return rank_after == 0 ? ATLAS_DIFFERENCE_NONE : ATLAS_DIFFERENCE_UNCHANGED;
  /* Only who belongs has joined, and only who belonged can leave: a new partner
   * has not joined, and who declines an invitation was never in. */
  if (rank_after > rank_before && is_outside (before) && atlas_spell_belongs (after))
    return ATLAS_DIFFERENCE_JOINED;
  if (rank_after > rank_before)
    return rank_before == 0 ? ATLAS_DIFFERENCE_NEW : ATLAS_DIFFERENCE_RAISED;
  return rank_after == 0 && atlas_spell_belongs (before) ? ATLAS_DIFFERENCE_LEFT : ATLAS_DIFFERENCE_LOWERED;
}

/**
 * atlas_change_get_difference:
 *
 * Returns: what the change did to the tie
 */
AtlasDifference
atlas_change_get_difference (const AtlasChange *self)
{
  return atlas_difference_between (self->from, self->to);
}

/**
 * atlas_query_difference:
 * @from: the first day of the range
 * @to: its last day
 *
 * Both days count: a change on the first day is a difference, as
 * atlas_query_changes_between() lists it. So the tie on the eve of @from is
 * compared with that on @to; what came and went in between is no difference.
 *
 * Returns: what became of the tie
 */
AtlasDifference
atlas_query_difference (const AtlasDataset *dataset,
                        const AtlasOrganisation *organisation,
                        const AtlasCountry *country,
                        AtlasDay from,
                        AtlasDay to)
{
  const AtlasDay eve = from == ATLAS_DAY_MIN ? from : from - 1;

  return atlas_difference_between (atlas_query_status (dataset, organisation, country, eve),
                                   atlas_query_status (dataset, organisation, country, to));
}
