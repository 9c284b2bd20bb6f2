/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-style.h"

#include <glib/gi18n-lib.h>

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

static const AtlasSpell *
find_tie (const AtlasDataset *dataset,
          const char *organisation,
          const AtlasCountry *country,
          AtlasDay day)
{
  const AtlasOrganisation *found = atlas_dataset_find_organisation (dataset, organisation);

  return found != NULL ? atlas_query_status (dataset, found, country, day) : NULL;
}

static AtlasStyleKey
marks_of (const AtlasSpell *spell,
          AtlasDay day)
{
  AtlasStyleKey marks = 0;

  if (spell == NULL)
    return 0;
  if (spell->contested)
    marks |= ATLAS_STYLE_CONTESTED;
  if (!atlas_spell_is_certain_on (spell, day))
    marks |= ATLAS_STYLE_UNCERTAIN;
  return marks;
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
  const AtlasSpell *csto = find_tie (dataset, "CSTO", country, day);
  AtlasStyleKey key = key_of_csto (csto);
  const AtlasSpell *sco, *brics;
  guint sco_rank, brics_rank;

  if (key != ATLAS_STYLE_NONE)
    return key | marks_of (csto, day);

  sco = find_tie (dataset, "SCO", country, day);
  brics = find_tie (dataset, "BRICS", country, day);
  sco_rank = rank_of (sco);
  brics_rank = rank_of (brics);
  key = by_rank[sco_rank][brics_rank];
  if (sco_rank > 0)
    key |= marks_of (sco, day);
  if (brics_rank > 0)
    key |= marks_of (brics, day);
  return key;
}

static AtlasStyleKey
key_of_status (const AtlasSpell *spell)
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
  const AtlasSpell *spell;

  if (lens == NULL)
    return resolve_overview (dataset, country, when.to);

  spell = atlas_query_status (dataset, lens, country, when.to);
  if (spell == NULL)
    return ATLAS_STYLE_NONE;
  return key_of_status (spell) | marks_of (spell, when.to);
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
  return g_strdup (_ (styles[ATLAS_STYLE_BASE (key)].label));
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
