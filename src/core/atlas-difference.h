/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-query.h"

G_BEGIN_DECLS

/**
 * AtlasDifference:
 *
 * What became of a country's tie to an organisation between two days. Ties rank:
 * member; suspended or frozen membership; signatory; invited; associate; partner;
 * observer; dialogue partner; a lesser tie that is suspended or frozen.
 */
typedef enum
{
  ATLAS_DIFFERENCE_NONE,      /* no tie before and none after */
  ATLAS_DIFFERENCE_UNCHANGED, /* the same tie */
  ATLAS_DIFFERENCE_JOINED,    /* membership where there was no tie, an invitation or a signature */
  ATLAS_DIFFERENCE_RAISED,    /* a closer tie */
  ATLAS_DIFFERENCE_NEW,       /* a tie that is not membership, where there was none */
  ATLAS_DIFFERENCE_LOWERED,   /* a looser tie, or none after a lesser one */
  ATLAS_DIFFERENCE_LEFT,      /* no tie after membership */
  ATLAS_N_DIFFERENCES
} AtlasDifference;

const char *atlas_difference_to_id (AtlasDifference difference);
/* A word for people, translated: “Joined”, “Status raised”. */
const char *atlas_difference_get_name (AtlasDifference difference);

AtlasDifference atlas_difference_between (const AtlasSpell *before, const AtlasSpell *after);
AtlasDifference atlas_change_get_difference (const AtlasChange *self);
AtlasDifference atlas_query_difference (const AtlasDataset *dataset,
                                        const AtlasOrganisation *organisation,
                                        const AtlasCountry *country,
                                        AtlasDay from,
                                        AtlasDay to);

G_END_DECLS
