/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-style.h"

#include <glib/gi18n-lib.h>

#include "atlas-difference.h"

/* The colours. They were searched for, starting from a calm palette, so that
 * any two plain fills of one legend differ by ΔE2000 ≥ 10 under normal sight
 * and under protanopia, deuteranopia and tritanopia (Machado, Oliveira and
 * Fernandes 2009, severity 1); tests/draw/test-palette.c holds them to it. */
typedef enum
{
  TONE_LAND,
  /* The overview's own. */
  TONE_VIOLET,
  TONE_VIOLET_PALE,
  TONE_ROSE,
  TONE_SKY,
  TONE_CREAM,
  /* What became of ties. */
  TONE_GAIN,
  TONE_GAIN_PALE,
  TONE_GAIN_FAINT,
  TONE_LOSS,
  TONE_LOSS_PALE,
  TONE_SAME,
  /* Before independence. */
  TONE_STONE,
  TONE_STONE_GRAIN,
  /* The three tones of each hue, in the order of AtlasHue. */
  TONE_CRIMSON,
  TONE_CRIMSON_MID,
  TONE_CRIMSON_PALE,
  TONE_BLUE,
  TONE_BLUE_MID,
  TONE_BLUE_PALE,
  TONE_AMBER,
  TONE_AMBER_MID,
  TONE_AMBER_PALE,
  TONE_TEAL,
  TONE_TEAL_MID,
  TONE_TEAL_PALE,
  N_TONES,
  /* These stand for the tones of a lens's hue. */
  TONE_STRONG,
  TONE_MID,
  TONE_PALE,
} Tone;

static const AtlasColour tones[N_TONES][ATLAS_N_SCHEMES] = {
  [TONE_LAND] = { 0xf3f1ec, 0x353a3c, 0xffffff, 0x32373c },
  [TONE_VIOLET] = { 0x6c5fb5, 0x6a5dc9, 0x46349a, 0x897cf1 },
  [TONE_VIOLET_PALE] = { 0xb5b0d3, 0x585483, 0xa69dd6, 0x5d569f },
  [TONE_ROSE] = { 0xe8b7b7, 0x824d60, 0xe7a6a7, 0x8f4b5d },
  [TONE_SKY] = { 0xc8e4fe, 0x263f57, 0xaad4fc, 0x254869 },
  [TONE_CREAM] = { 0xf7e1b6, 0x625335, 0xfbdc9a, 0x746030 },
  [TONE_GAIN] = { 0x23806f, 0x4bb39c, 0x0a5c50, 0x5cd0b8 },
  [TONE_GAIN_PALE] = { 0x95c1af, 0x2d6b60, 0x94d3c1, 0x2d7668 },
  [TONE_GAIN_FAINT] = { 0xd5e9df, 0x314a47, 0xd8f0e7, 0x2e4e4a },
  [TONE_LOSS] = { 0xc4622d, 0xe08a55, 0x9a3f0c, 0xff9c63 },
  [TONE_LOSS_PALE] = { 0xf9c596, 0x7a4f36, 0xf5c08c, 0x8a5a36 },
  [TONE_SAME] = { 0xb5b9cf, 0x565d7f, 0xa0a5bc, 0x5b6383 },
  [TONE_STONE] = { 0xe6e3dd, 0x404547, 0xe9e7e3, 0x44494e },
  [TONE_STONE_GRAIN] = { 0xa9a59d, 0x7b8082, 0x6e6b66, 0xa9acb0 },
  [TONE_CRIMSON] = { 0xb03a4e, 0xbd4557, 0x94142e, 0xdf516a },
  [TONE_CRIMSON_MID] = { 0xcf7d84, 0x94566d, 0xc4606e, 0xad4c6a },
  [TONE_CRIMSON_PALE] = { 0xe7bbb6, 0x673c32, 0xecb6b6, 0x774646 },
  [TONE_BLUE] = { 0x4d8fcc, 0x5f93c4, 0x2f7cc4, 0x6eb2ec },
  [TONE_BLUE_MID] = { 0x8ab8e4, 0x456f99, 0x7db1e4, 0x4a84b8 },
  [TONE_BLUE_PALE] = { 0xc3def5, 0x324f6e, 0xbfdcf6, 0x345c84 },
  [TONE_AMBER] = { 0xdf9e37, 0xd39a3a, 0xd88a09, 0xf5b942 },
  [TONE_AMBER_MID] = { 0xd2b786, 0x9c7a3c, 0xf4bb53, 0xb88e40 },
  [TONE_AMBER_PALE] = { 0xffe6b6, 0x6a5a38, 0xffe2a7, 0x7c6638 },
  [TONE_TEAL] = { 0x1f7a78, 0x4fb0a8, 0x075e5c, 0x5ad0c6 },
  [TONE_TEAL_MID] = { 0x64a6a2, 0x3b847f, 0x4c9c98, 0x40958f },
  [TONE_TEAL_PALE] = { 0xa4cbcd, 0x326261, 0xa4d1cd, 0x2f6663 },
};

/* The published table: data/style.md says the same for readers, and a test
 * compares the two. */
typedef struct
{
  const char *id;
  const char *label;
  Tone fill;
  AtlasPattern pattern;
  Tone lines;
} Style;

static const Style styles[ATLAS_N_STYLES] = {
  [ATLAS_STYLE_NONE] = { "none", N_ ("No tie"), TONE_LAND },

  [ATLAS_STYLE_CSTO_MEMBER] = { "csto-member", N_ ("CSTO member"), TONE_CRIMSON },
  [ATLAS_STYLE_CSTO_SUSPENDED] = { "csto-suspended", N_ ("CSTO membership suspended"), TONE_CRIMSON, ATLAS_PATTERN_HORIZONTAL, TONE_LAND },
  [ATLAS_STYLE_CSTO_FROZEN] = { "csto-frozen", N_ ("CSTO membership frozen"), TONE_CRIMSON, ATLAS_PATTERN_CROSS, TONE_LAND },
  [ATLAS_STYLE_CSTO_SIGNATORY] = { "csto-signatory", N_ ("Signed the CSTO treaty, not in force"), TONE_ROSE, ATLAS_PATTERN_VERTICAL, TONE_CRIMSON },
  [ATLAS_STYLE_CSTO_INVITED] = { "csto-invited", N_ ("Invited to the CSTO"), TONE_LAND, ATLAS_PATTERN_DOTS, TONE_CRIMSON },
  [ATLAS_STYLE_CSTO_OBSERVER] = { "csto-observer", N_ ("CSTO observer or partner"), TONE_ROSE },
  [ATLAS_STYLE_CSTO_WITHDRAWN] = { "csto-withdrawn", N_ ("Left the CSTO"), TONE_LAND, ATLAS_PATTERN_HATCH, TONE_CRIMSON },
  [ATLAS_STYLE_SCO_AND_BRICS] = { "sco-and-brics", N_ ("SCO and BRICS member"), TONE_VIOLET },
  [ATLAS_STYLE_SCO_LESSER_BRICS] = { "sco-lesser-brics", N_ ("SCO member, BRICS partner"), TONE_BLUE, ATLAS_PATTERN_BACK_HATCH, TONE_CREAM },
  [ATLAS_STYLE_BRICS_LESSER_SCO] = { "brics-lesser-sco", N_ ("BRICS member, SCO partner"), TONE_AMBER, ATLAS_PATTERN_BACK_HATCH, TONE_SKY },
  [ATLAS_STYLE_BOTH_LESSER] = { "both-lesser", N_ ("Partner of the SCO and BRICS"), TONE_VIOLET_PALE },
  [ATLAS_STYLE_SCO] = { "sco", N_ ("SCO member"), TONE_BLUE },
  [ATLAS_STYLE_SCO_LESSER] = { "sco-lesser", N_ ("SCO partner or observer"), TONE_SKY },
  [ATLAS_STYLE_BRICS] = { "brics", N_ ("BRICS member"), TONE_AMBER },
  [ATLAS_STYLE_BRICS_LESSER] = { "brics-lesser", N_ ("BRICS partner or invited"), TONE_CREAM },

  [ATLAS_STYLE_MEMBER] = { "member", N_ ("Member"), TONE_STRONG },
  [ATLAS_STYLE_MEMBER_SUSPENDED] = { "member-suspended", N_ ("Membership suspended"), TONE_STRONG, ATLAS_PATTERN_HORIZONTAL, TONE_LAND },
  [ATLAS_STYLE_MEMBER_FROZEN] = { "member-frozen", N_ ("Membership frozen"), TONE_STRONG, ATLAS_PATTERN_CROSS, TONE_LAND },
  [ATLAS_STYLE_TIE_SUSPENDED] = { "tie-suspended", N_ ("Partnership suspended"), TONE_PALE, ATLAS_PATTERN_HORIZONTAL, TONE_STRONG },
  [ATLAS_STYLE_SIGNATORY] = { "signatory", N_ ("Signed, not in force"), TONE_PALE, ATLAS_PATTERN_VERTICAL, TONE_STRONG },
  [ATLAS_STYLE_INVITED] = { "invited", N_ ("Invited"), TONE_LAND, ATLAS_PATTERN_DOTS, TONE_STRONG },
  [ATLAS_STYLE_ASSOCIATE] = { "associate", N_ ("Associate"), TONE_MID, ATLAS_PATTERN_DOTS, TONE_LAND },
  [ATLAS_STYLE_PARTNER] = { "partner", N_ ("Partner"), TONE_MID },
  [ATLAS_STYLE_OBSERVER] = { "observer", N_ ("Observer"), TONE_PALE },
  [ATLAS_STYLE_DIALOGUE_PARTNER] = { "dialogue-partner", N_ ("Dialogue partner"), TONE_PALE, ATLAS_PATTERN_BACK_HATCH, TONE_STRONG },
  [ATLAS_STYLE_WITHDRAWN] = { "withdrawn", N_ ("Left"), TONE_LAND, ATLAS_PATTERN_HATCH, TONE_STRONG },
  [ATLAS_STYLE_DECLINED] = { "declined", N_ ("Declined an invitation"), TONE_LAND, ATLAS_PATTERN_BACK_HATCH, TONE_STRONG },

  /* The words of a difference are those of the lists, see dup_label(). */
  [ATLAS_STYLE_JOINED] = { "joined", NULL, TONE_GAIN },
  [ATLAS_STYLE_RAISED] = { "raised", NULL, TONE_GAIN_PALE },
  [ATLAS_STYLE_NEW] = { "new", NULL, TONE_GAIN_FAINT, ATLAS_PATTERN_DOTS, TONE_GAIN },
  [ATLAS_STYLE_MIXED] = { "mixed", N_ ("Closer to one, looser to another"), TONE_GAIN_PALE, ATLAS_PATTERN_BACK_HATCH, TONE_LOSS },
  [ATLAS_STYLE_LOWERED] = { "lowered", NULL, TONE_LOSS_PALE },
  [ATLAS_STYLE_LEFT] = { "left", NULL, TONE_LAND, ATLAS_PATTERN_HATCH, TONE_LOSS },
  [ATLAS_STYLE_UNCHANGED] = { "unchanged", NULL, TONE_SAME },

  [ATLAS_STYLE_NOT_YET] = { "not-yet", N_ ("Not yet independent"), TONE_STONE, ATLAS_PATTERN_SPECKS, TONE_STONE_GRAIN },
};

static const AtlasStyleKey keys_of_differences[ATLAS_N_DIFFERENCES] = {
  [ATLAS_DIFFERENCE_NONE] = ATLAS_STYLE_NONE,
  [ATLAS_DIFFERENCE_UNCHANGED] = ATLAS_STYLE_UNCHANGED,
  [ATLAS_DIFFERENCE_JOINED] = ATLAS_STYLE_JOINED,
  [ATLAS_DIFFERENCE_RAISED] = ATLAS_STYLE_RAISED,
  [ATLAS_DIFFERENCE_NEW] = ATLAS_STYLE_NEW,
  [ATLAS_DIFFERENCE_LOWERED] = ATLAS_STYLE_LOWERED,
  [ATLAS_DIFFERENCE_LEFT] = ATLAS_STYLE_LEFT,
};

/**
 * atlas_style_get_id:
 *
 * Returns: (transfer none): the name of the look in data/style.md
 */
const char *
atlas_style_get_id (AtlasStyleKey key)
{
  g_return_val_if_fail (ATLAS_STYLE_BASE (key) < ATLAS_N_STYLES, "");

  return styles[ATLAS_STYLE_BASE (key)].id;
}

/**
 * atlas_style_is_tied:
 *
 * Returns: whether the look says that there is a tie, or was one
 */
gboolean
atlas_style_is_tied (AtlasStyleKey key)
{
  return ATLAS_STYLE_BASE (key) != ATLAS_STYLE_NONE && ATLAS_STYLE_BASE (key) != ATLAS_STYLE_NOT_YET;
}

/**
 * atlas_style_get_hue:
 * @lens: (nullable):
 *
 * Returns: the family of tones that @lens is painted in
 */
AtlasHue
atlas_style_get_hue (const AtlasOrganisation *lens)
{
  const char *id = lens != NULL ? lens->lineage->id : "CSTO";

  if (g_str_equal (id, "CSTO"))
    return ATLAS_HUE_CRIMSON;
  if (g_str_equal (id, "SCO"))
    return ATLAS_HUE_BLUE;
  if (g_str_equal (id, "BRICS"))
    return ATLAS_HUE_AMBER;
  return ATLAS_HUE_TEAL;
}

/* A tie on a day, and the marks that it gives a look. */
typedef struct
{
  const AtlasSpell *spell; /* nullable */
  AtlasStyleKey marks;
} Tie;

/* Whether a tie ends somewhere around @day, and nothing is known to follow. */
static gboolean
may_still_last (const AtlasDataset *dataset,
                const AtlasOrganisation *organisation,
                const AtlasCountry *country,
                AtlasDay day)
{
  guint n;
  const AtlasSpell *const *spells = atlas_query_history (dataset, organisation, country, &n);

  for (guint i = 0; i < n; i++)
    if (spells[i]->end <= day && day < spells[i]->end_latest)
      return TRUE;
  return FALSE;
}

static Tie
find_tie (const AtlasDataset *dataset,
          const AtlasOrganisation *organisation,
          const AtlasCountry *country,
          AtlasDay day)
{
  Tie tie = { NULL, 0 };

  if (organisation == NULL)
    return tie;
  tie.spell = atlas_query_status (dataset, organisation, country, day);
  if (tie.spell == NULL)
    {
      tie.marks = may_still_last (dataset, organisation, country, day) ? ATLAS_STYLE_UNCERTAIN : 0;
      return tie;
    }
  if (tie.spell->contested)
    tie.marks |= ATLAS_STYLE_CONTESTED;
  if (!atlas_spell_is_certain_on (tie.spell, day))
    tie.marks |= ATLAS_STYLE_UNCERTAIN;
  return tie;
}

/* NONE where the tie to the CSTO does not decide. */
static AtlasStyleKey
key_of_csto (const AtlasSpell *spell)
{
  if (spell == NULL)
    return ATLAS_STYLE_NONE;

  switch (spell->status)
    {
    case ATLAS_STATUS_MEMBER:
      return ATLAS_STYLE_CSTO_MEMBER;
    case ATLAS_STATUS_SUSPENDED:
      return atlas_spell_belongs (spell) ? ATLAS_STYLE_CSTO_SUSPENDED : ATLAS_STYLE_CSTO_OBSERVER;
    case ATLAS_STATUS_FROZEN:
      return atlas_spell_belongs (spell) ? ATLAS_STYLE_CSTO_FROZEN : ATLAS_STYLE_CSTO_OBSERVER;
    case ATLAS_STATUS_SIGNATORY:
      return ATLAS_STYLE_CSTO_SIGNATORY;
    case ATLAS_STATUS_INVITED:
      return ATLAS_STYLE_CSTO_INVITED;
    case ATLAS_STATUS_ASSOCIATE:
    case ATLAS_STATUS_PARTNER:
    case ATLAS_STATUS_OBSERVER:
    case ATLAS_STATUS_DIALOGUE_PARTNER:
      return ATLAS_STYLE_CSTO_OBSERVER;
    case ATLAS_STATUS_WITHDRAWN:
      return ATLAS_STYLE_CSTO_WITHDRAWN;
    case ATLAS_STATUS_NONE:
    case ATLAS_STATUS_DECLINED:
    case ATLAS_N_STATUSES:
    default:
      return ATLAS_STYLE_NONE;
    }
}

/* 0 none, 1 lesser, 2 belongs */
static guint
rank_of (const AtlasSpell *spell)
{
  if (spell == NULL || !atlas_status_is_current (spell->status))
    return 0;
  return atlas_spell_belongs (spell) ? 2 : 1;
}

/* Where there is no tie, it says no more than that there may be one. */
static AtlasStyleKey
marks_of_rank (const Tie *tie,
               guint rank)
{
  return rank > 0 ? tie->marks : tie->marks & ATLAS_STYLE_UNCERTAIN;
}

static AtlasStyleKey
resolve_overview (const AtlasDataset *dataset,
                  const AtlasCountry *country,
                  AtlasDay day)
{
  static const AtlasStyleKey by_rank[3][3] = {
    /* BRICS:   none                    lesser                        belongs */
    { ATLAS_STYLE_NONE, ATLAS_STYLE_BRICS_LESSER, ATLAS_STYLE_BRICS },                 /* SCO: none */
    { ATLAS_STYLE_SCO_LESSER, ATLAS_STYLE_BOTH_LESSER, ATLAS_STYLE_BRICS_LESSER_SCO }, /* lesser */
    { ATLAS_STYLE_SCO, ATLAS_STYLE_SCO_LESSER_BRICS, ATLAS_STYLE_SCO_AND_BRICS },      /* belongs */
  };
  const Tie csto = find_tie (dataset, atlas_dataset_find_organisation (dataset, "CSTO"), country, day);
  const AtlasStyleKey key = key_of_csto (csto.spell);
  Tie sco, brics;
  guint sco_rank, brics_rank;

  if (key != ATLAS_STYLE_NONE)
    return key | csto.marks;

  sco = find_tie (dataset, atlas_dataset_find_organisation (dataset, "SCO"), country, day);
  brics = find_tie (dataset, atlas_dataset_find_organisation (dataset, "BRICS"), country, day);
  sco_rank = rank_of (sco.spell);
  brics_rank = rank_of (brics.spell);
  return by_rank[sco_rank][brics_rank] | marks_of_rank (&csto, 0) | marks_of_rank (&sco, sco_rank) |
         marks_of_rank (&brics, brics_rank);
}

/**
 * atlas_style_of_spell:
 *
 * Returns: the look that the spell has in the lens of its organisation, without
 *   marks
 */
AtlasStyleKey
atlas_style_of_spell (const AtlasSpell *spell)
{
  switch (spell->status)
    {
    case ATLAS_STATUS_MEMBER:
      return ATLAS_STYLE_MEMBER;
    case ATLAS_STATUS_SUSPENDED:
      return atlas_spell_belongs (spell) ? ATLAS_STYLE_MEMBER_SUSPENDED : ATLAS_STYLE_TIE_SUSPENDED;
    case ATLAS_STATUS_FROZEN:
      return atlas_spell_belongs (spell) ? ATLAS_STYLE_MEMBER_FROZEN : ATLAS_STYLE_TIE_SUSPENDED;
    case ATLAS_STATUS_SIGNATORY:
      return ATLAS_STYLE_SIGNATORY;
    case ATLAS_STATUS_INVITED:
      return ATLAS_STYLE_INVITED;
    case ATLAS_STATUS_ASSOCIATE:
      return ATLAS_STYLE_ASSOCIATE;
    case ATLAS_STATUS_PARTNER:
      return ATLAS_STYLE_PARTNER;
    case ATLAS_STATUS_OBSERVER:
      return ATLAS_STYLE_OBSERVER;
    case ATLAS_STATUS_DIALOGUE_PARTNER:
      return ATLAS_STYLE_DIALOGUE_PARTNER;
    case ATLAS_STATUS_WITHDRAWN:
      return ATLAS_STYLE_WITHDRAWN;
    case ATLAS_STATUS_DECLINED:
      return ATLAS_STYLE_DECLINED;
    case ATLAS_STATUS_NONE:
    case ATLAS_N_STATUSES:
    default:
      return ATLAS_STYLE_NONE;
    }
}

static AtlasStyleKey
resolve_lens (const AtlasDataset *dataset,
              const AtlasOrganisation *lens,
              const AtlasCountry *country,
              AtlasDay day)
{
  const Tie tie = find_tie (dataset, lens, country, day);

  return tie.spell != NULL ? atlas_style_of_spell (tie.spell) | tie.marks : ATLAS_STYLE_NONE | tie.marks;
}

/* What became of the tie to one organisation, with the marks of both days. */
static AtlasDifference
compare_ties (const AtlasDataset *dataset,
              const AtlasOrganisation *organisation,
              const AtlasCountry *country,
              AtlasWhen when,
              AtlasStyleKey *marks)
{
  const Tie before = find_tie (dataset, organisation, country, atlas_when_get_eve (when));
  const Tie after = find_tie (dataset, organisation, country, when.to);
  const AtlasDifference difference = atlas_difference_between (before.spell, after.spell);

  *marks = before.marks | after.marks;
  if (difference == ATLAS_DIFFERENCE_NONE)
    *marks &= ATLAS_STYLE_UNCERTAIN;
  return difference;
}

/* The strongest of what became of several ties. */
static AtlasStyleKey
combine (const guint by_difference[ATLAS_N_DIFFERENCES])
{
  static const AtlasDifference strongest_first[] = {
    ATLAS_DIFFERENCE_JOINED,
    ATLAS_DIFFERENCE_RAISED,
    ATLAS_DIFFERENCE_NEW,
    ATLAS_DIFFERENCE_LEFT,
    ATLAS_DIFFERENCE_LOWERED,
    ATLAS_DIFFERENCE_UNCHANGED,
  };
  const guint gains = by_difference[ATLAS_DIFFERENCE_JOINED] + by_difference[ATLAS_DIFFERENCE_RAISED] + by_difference[ATLAS_DIFFERENCE_NEW];
  const guint losses = by_difference[ATLAS_DIFFERENCE_LOWERED] + by_difference[ATLAS_DIFFERENCE_LEFT];

  if (gains > 0 && losses > 0)
    return ATLAS_STYLE_MIXED;
  for (guint i = 0; i < G_N_ELEMENTS (strongest_first); i++)
    if (by_difference[strongest_first[i]] > 0)
      return keys_of_differences[strongest_first[i]];
  return ATLAS_STYLE_NONE;
}

static AtlasStyleKey
compare_overview (const AtlasDataset *dataset,
                  const AtlasCountry *country,
                  AtlasWhen when)
{
  static const char *const organisations[] = { "CSTO", "SCO", "BRICS" };
  guint by_difference[ATLAS_N_DIFFERENCES] = { 0 };
  AtlasStyleKey marks_of_changes = 0, marks_of_rest = 0, key;

  for (guint i = 0; i < G_N_ELEMENTS (organisations); i++)
    {
      AtlasStyleKey marks;
      const AtlasDifference difference = compare_ties (dataset, atlas_dataset_find_organisation (dataset, organisations[i]), country, when, &marks);

      by_difference[difference]++;
      if (difference > ATLAS_DIFFERENCE_UNCHANGED)
        marks_of_changes |= marks;
      else
        marks_of_rest |= marks;
    }
  key = combine (by_difference);
  return key | (key == ATLAS_STYLE_NONE || key == ATLAS_STYLE_UNCHANGED ? marks_of_rest : marks_of_changes);
}

static AtlasStyleKey
compare_lens (const AtlasDataset *dataset,
              const AtlasOrganisation *lens,
              const AtlasCountry *country,
              AtlasWhen when)
{
  AtlasStyleKey marks;
  const AtlasDifference difference = compare_ties (dataset, lens, country, when, &marks);

  return keys_of_differences[difference] | marks;
}

static AtlasStyleKey
resolve_untied (const AtlasCountry *country,
                AtlasDay day,
                AtlasStyleKey marks)
{
  switch (atlas_country_get_independence_on (country, day))
    {
    case ATLAS_INDEPENDENCE_NOT_YET:
      return ATLAS_STYLE_NOT_YET | marks;
    case ATLAS_INDEPENDENCE_UNCERTAIN:
      return ATLAS_STYLE_NOT_YET | ATLAS_STYLE_UNCERTAIN | marks;
    case ATLAS_INDEPENDENCE_YES:
    default:
      return ATLAS_STYLE_NONE | marks;
    }
}

/**
 * atlas_style_resolve:
 * @lens: (nullable): an organisation, or %NULL for the overview
 *
 * Returns: the look that @country has at that time, with its marks
 */
AtlasStyleKey
atlas_style_resolve (const AtlasDataset *dataset,
                     const AtlasOrganisation *lens,
                     const AtlasCountry *country,
                     AtlasWhen when)
{
  AtlasStyleKey key;

  if (when.compares)
    key = lens != NULL ? compare_lens (dataset, lens, country, when) : compare_overview (dataset, country, when);
  else
    key = lens != NULL ? resolve_lens (dataset, lens, country, when.to) : resolve_overview (dataset, country, when.to);
  return ATLAS_STYLE_BASE (key) != ATLAS_STYLE_NONE ? key : resolve_untied (country, when.to, key);
}

static AtlasColour
get_tone (Tone tone,
          AtlasHue hue,
          AtlasScheme scheme)
{
  if (tone >= TONE_STRONG)
    tone = TONE_CRIMSON + 3 * hue + (tone - TONE_STRONG);
  return tones[tone][scheme];
}

/**
 * atlas_style_get_fill:
 * @key: a look, with or without marks
 * @lens: (nullable): whose tones the looks of a single organisation take
 * @fill: (out caller-allocates):
 */
void
atlas_style_get_fill (AtlasStyleKey key,
                      const AtlasOrganisation *lens,
                      AtlasScheme scheme,
                      AtlasFill *fill)
{
  const Style *style = &styles[ATLAS_STYLE_BASE (key)];
  AtlasHue hue = atlas_style_get_hue (lens);

  g_return_if_fail (ATLAS_STYLE_BASE (key) < ATLAS_N_STYLES && scheme < ATLAS_N_SCHEMES);

  fill->colour = get_tone (style->fill, hue, scheme);
  fill->pattern = style->pattern;
  fill->pattern_colour = get_tone (style->lines, hue, scheme);
  fill->label = atlas_colour_readable_on (fill->colour);
  fill->halo = fill->colour;
  fill->overlay = key & ATLAS_STYLE_CONTESTED ? ATLAS_PATTERN_RINGS : key & ATLAS_STYLE_UNCERTAIN ? ATLAS_PATTERN_DASHES
                                                                                                  : ATLAS_PATTERN_NONE;
  fill->overlay_colour = atlas_colour_mix (fill->colour, fill->label, 0.42);
}

/* Returns: (transfer full): what a legend calls the look, in the language of
 * the session */
static char *
dup_label (AtlasStyleKey key)
{
  if (key == ATLAS_STYLE_CONTESTED)
    return g_strdup (_ ("Contested"));
  if (key == ATLAS_STYLE_UNCERTAIN)
    return g_strdup (_ ("Date not certain"));
  for (guint i = ATLAS_DIFFERENCE_UNCHANGED; i < ATLAS_N_DIFFERENCES; i++)
    if (keys_of_differences[i] == key)
      return g_strdup (atlas_difference_get_name (i));
  return g_strdup (_ (styles[key].label));
}

void
atlas_legend_entry_free (AtlasLegendEntry *self)
{
  g_free (self->label);
  g_free (self->countries);
  g_free (self);
}

static AtlasLegendEntry *
legend_entry_new (AtlasStyleKey key,
                  GPtrArray *countries)
{
  AtlasLegendEntry *entry = g_new0 (AtlasLegendEntry, 1);

  entry->key = key;
  entry->label = dup_label (key);
  entry->n_countries = countries->len;
  entry->countries = g_memdup2 (countries->pdata, countries->len * sizeof (gpointer));
  return entry;
}

static void
add_entry (GPtrArray *legend,
           AtlasStyleKey key,
           GPtrArray *countries)
{
  if (countries->len > 0)
    g_ptr_array_add (legend, legend_entry_new (key, countries));
}

/**
 * atlas_style_legend:
 * @lens: (nullable):
 *
 * Returns: (transfer full) (element-type AtlasLegendEntry): the looks in use on
 *   that day, or between two, in the table's order, then the marks in use
 */
GPtrArray *
atlas_style_legend (const AtlasDataset *dataset,
                    const AtlasOrganisation *lens,
                    AtlasWhen when)
{
  GPtrArray *legend = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_legend_entry_free);
  g_autoptr (GPtrArray) contested = g_ptr_array_new ();
  g_autoptr (GPtrArray) uncertain = g_ptr_array_new ();
  GPtrArray *by_style[ATLAS_N_STYLES];
  const AtlasCountry *const *countries;
  guint n;

  for (guint i = 0; i < ATLAS_N_STYLES; i++)
    by_style[i] = g_ptr_array_new ();

  countries = atlas_dataset_get_countries (dataset, &n);
  for (guint i = 0; i < n; i++)
    {
      AtlasStyleKey key = atlas_style_resolve (dataset, lens, countries[i], when);

      g_ptr_array_add (by_style[ATLAS_STYLE_BASE (key)], (gpointer) countries[i]);
      if (key & ATLAS_STYLE_CONTESTED)
        g_ptr_array_add (contested, (gpointer) countries[i]);
      if (key & ATLAS_STYLE_UNCERTAIN)
        g_ptr_array_add (uncertain, (gpointer) countries[i]);
    }

  for (guint i = ATLAS_STYLE_NONE + 1; i < ATLAS_N_STYLES; i++)
    add_entry (legend, i, by_style[i]);
  add_entry (legend, ATLAS_STYLE_CONTESTED, contested);
  add_entry (legend, ATLAS_STYLE_UNCERTAIN, uncertain);
  for (guint i = 0; i < ATLAS_N_STYLES; i++)
    g_ptr_array_unref (by_style[i]);
  return legend;
}
