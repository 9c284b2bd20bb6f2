/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-palette.h"
#include "atlas-query.h"
#include "atlas-when.h"

G_BEGIN_DECLS

/**
 * AtlasStyleKey:
 *
 * One look of the published table (for readers: data/style.md). The overview ranks
 * the tie to the CSTO first, then those to the SCO and BRICS together; “lesser”
 * is every current tie that is not membership. The lens of one organisation
 * has a look for each status. Where two days are compared, both show what
 * became of the ties instead.
 *
 * A key may carry %ATLAS_STYLE_CONTESTED and %ATLAS_STYLE_UNCERTAIN.
 */
typedef guint16 AtlasStyleKey;

enum
{
  ATLAS_STYLE_NONE,

  ATLAS_STYLE_CSTO_MEMBER,
  ATLAS_STYLE_CSTO_SUSPENDED,
  ATLAS_STYLE_CSTO_FROZEN,
  ATLAS_STYLE_CSTO_SIGNATORY,
  ATLAS_STYLE_CSTO_INVITED,
  ATLAS_STYLE_CSTO_OBSERVER, /* and every other lesser tie */
  ATLAS_STYLE_CSTO_WITHDRAWN,
  ATLAS_STYLE_SCO_AND_BRICS,
  ATLAS_STYLE_SCO_LESSER_BRICS, /* SCO member, a lesser tie to BRICS */
  ATLAS_STYLE_BRICS_LESSER_SCO, /* BRICS member, a lesser tie to the SCO */
  ATLAS_STYLE_BOTH_LESSER,
  ATLAS_STYLE_SCO,
  ATLAS_STYLE_SCO_LESSER,
  ATLAS_STYLE_BRICS,
  ATLAS_STYLE_BRICS_LESSER,

  ATLAS_STYLE_MEMBER,
  ATLAS_STYLE_MEMBER_SUSPENDED,
  ATLAS_STYLE_MEMBER_FROZEN,
  ATLAS_STYLE_TIE_SUSPENDED, /* of a tie that is not membership; frozen likewise */
  ATLAS_STYLE_SIGNATORY,
  ATLAS_STYLE_INVITED,
  ATLAS_STYLE_ASSOCIATE,
  ATLAS_STYLE_PARTNER,
  ATLAS_STYLE_OBSERVER,
  ATLAS_STYLE_DIALOGUE_PARTNER,
  ATLAS_STYLE_WITHDRAWN,
  ATLAS_STYLE_DECLINED,

  ATLAS_STYLE_JOINED,
  ATLAS_STYLE_RAISED,
  ATLAS_STYLE_NEW,
  ATLAS_STYLE_MIXED, /* closer to one organisation, looser to another */
  ATLAS_STYLE_LOWERED,
  ATLAS_STYLE_LEFT,
  ATLAS_STYLE_UNCHANGED,

  ATLAS_STYLE_NOT_YET, /* no tie, and not yet independent */

  ATLAS_N_STYLES,

  ATLAS_STYLE_CONTESTED = 1 << 8,
  ATLAS_STYLE_UNCERTAIN = 1 << 9,
};

#define ATLAS_STYLE_BASE(key) ((AtlasStyleKey) ((key) & 0xff))

/* The family of tones that a lens is painted in. */
typedef enum
{
  ATLAS_HUE_CRIMSON, /* CSTO */
  ATLAS_HUE_BLUE,    /* SCO */
  ATLAS_HUE_AMBER,   /* BRICS */
  ATLAS_HUE_TEAL,    /* any other */
  ATLAS_HUE_GREY,    /* no organisation: pips in a legend */
  ATLAS_N_HUES
} AtlasHue;

AtlasHue atlas_style_get_hue (const AtlasOrganisation *lens);

/* @lens NULL is the overview, everywhere. */
AtlasStyleKey atlas_style_resolve (const AtlasDataset *dataset, const AtlasOrganisation *lens, const AtlasCountry *country, AtlasWhen when);
void atlas_style_get_fill (AtlasStyleKey key, const AtlasOrganisation *lens, AtlasScheme scheme, AtlasFill *fill);
/* The look of its status in the lens of its organisation, without marks. */
AtlasStyleKey atlas_style_of_spell (const AtlasSpell *spell);
const char *atlas_style_get_id (AtlasStyleKey key);
gboolean atlas_style_is_tied (AtlasStyleKey key);

/**
 * AtlasLegendEntry:
 * @key: a base key; or %ATLAS_STYLE_CONTESTED, %ATLAS_STYLE_UNCERTAIN alone for
 *   the entries that explain those marks
 * @label: translated
 * @countries: those that it holds for, sorted by code; a country stands in one
 *   entry, and besides in those of its marks
 */
typedef struct
{
  AtlasStyleKey key;
  char *label;
  guint n_countries;
  const AtlasCountry **countries;
} AtlasLegendEntry;

void atlas_legend_entry_free (AtlasLegendEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLegendEntry, atlas_legend_entry_free)

/* (transfer full) (element-type AtlasLegendEntry): in the table's order, without empty entries. */
GPtrArray *atlas_style_legend (const AtlasDataset *dataset, const AtlasOrganisation *lens, AtlasWhen when);

G_END_DECLS
