/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-colouring.h"

#include "atlas-pip.h"

typedef enum
{
  STRENGTH_FULL,
  STRENGTH_HALF,
  STRENGTH_DIMMED,
} Strength;

/* How far a country that is not pointed at fades towards the land. */
static const double faded[] = { [STRENGTH_FULL] = 0, [STRENGTH_HALF] = 0.45, [STRENGTH_DIMMED] = 0.72 };

typedef struct
{
  AtlasStyleKey key;
  Strength strength;
  AtlasFill fill;
} Slot;

struct _AtlasColouring
{
  gatomicrefcount refs;
  AtlasDataset *dataset;
  AtlasGeography *geography;
  const AtlasOrganisation *lens;
  AtlasWhen when;
  AtlasScheme scheme;
  guint n_units;
  AtlasStyleKey *country_keys; /* by AtlasCountry.index */
  Strength *country_strengths;
  int *unit_countries; /* index of the country, or -1 */
  guint16 *unit_slots;
  GArray *slots;
};

static void
dim (AtlasFill *fill,
     AtlasScheme scheme,
     Strength strength)
{
  const AtlasColour land = atlas_scheme_get_ink (scheme)->land;
  const double by = faded[strength];

  if (strength == STRENGTH_FULL)
    return;
  fill->colour = atlas_colour_mix (fill->colour, land, by);
  fill->pattern_colour = atlas_colour_mix (fill->pattern_colour, land, by);
  fill->overlay_colour = atlas_colour_mix (fill->overlay_colour, land, by);
  fill->halo = fill->colour;
  fill->label = atlas_colour_readable_on (fill->colour);
}

static guint
get_slot (AtlasColouring *self,
          AtlasStyleKey key,
          Strength strength)
{
  Slot slot = { key, strength };

  for (guint i = 0; i < self->slots->len; i++)
    {
      const Slot *old = &g_array_index (self->slots, Slot, i);

      if (old->key == key && old->strength == strength)
        return i;
    }
  atlas_style_get_fill (key, self->lens, self->scheme, &slot.fill);
  dim (&slot.fill, self->scheme, strength);
  g_array_append_val (self->slots, slot);
  return self->slots->len - 1;
}

static void
assign_slots (AtlasColouring *self)
{
  g_array_set_size (self->slots, 0);
  for (guint i = 0; i < self->n_units; i++)
    {
      int country = self->unit_countries[i];

      if (country < 0)
        self->unit_slots[i] = get_slot (self, ATLAS_STYLE_NONE, STRENGTH_FULL);
      else
        self->unit_slots[i] = get_slot (self, self->country_keys[country], self->country_strengths[country]);
    }
}

/**
 * atlas_colouring_new:
 * @lens: (nullable): an organisation, or %NULL for the overview
 *
 * Returns: (transfer full):
 */
AtlasColouring *
atlas_colouring_new (AtlasDataset *dataset,
                     AtlasGeography *geography,
                     const AtlasOrganisation *lens,
                     AtlasWhen when,
                     AtlasScheme scheme)
{
  AtlasColouring *self = g_new0 (AtlasColouring, 1);
  const AtlasCountry *const *countries;
  guint n;

  g_atomic_ref_count_init (&self->refs);
  self->dataset = atlas_dataset_ref (dataset);
  self->geography = g_object_ref (geography);
  self->lens = lens;
  self->when = when;
  self->scheme = scheme;
  self->slots = g_array_new (FALSE, FALSE, sizeof (Slot));

  countries = atlas_dataset_get_countries (dataset, &n);
  self->country_keys = g_new0 (AtlasStyleKey, n);
  self->country_strengths = g_new0 (Strength, n);
  for (guint i = 0; i < n; i++)
    self->country_keys[i] = atlas_style_resolve (dataset, lens, countries[i], when);

  self->n_units = atlas_geography_get_n_units (geography);
  self->unit_countries = g_new (int, self->n_units);
  self->unit_slots = g_new (guint16, self->n_units);
  for (guint i = 0; i < self->n_units; i++)
    {
      const AtlasUnit *unit = atlas_geography_get_unit (geography, i);
      const AtlasCountry *country = *unit->country != '\0' ? atlas_dataset_find_country (dataset, unit->country) : NULL;

      self->unit_countries[i] = country != NULL ? (int) country->index : -1;
    }
  assign_slots (self);
  return self;
}

/**
 * atlas_colouring_ref:
 *
 * Returns: (transfer full): @self; any thread may call this
 */
AtlasColouring *
atlas_colouring_ref (AtlasColouring *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * atlas_colouring_unref:
 *
 * Any thread may call this.
 */
void
atlas_colouring_unref (AtlasColouring *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  atlas_dataset_unref (self->dataset);
  g_object_unref (self->geography);
  g_array_unref (self->slots);
  g_free (self->country_keys);
  g_free (self->country_strengths);
  g_free (self->unit_countries);
  g_free (self->unit_slots);
  g_free (self);
}

/**
 * atlas_colouring_set_emphasis:
 * @countries: (nullable) (array length=n_countries): those to light up, or %NULL
 *   for all
 *
 * Only before the colouring is handed to a painter or another thread.
 */
void
atlas_colouring_set_emphasis (AtlasColouring *self,
                              const AtlasCountry *const *countries,
                              guint n_countries)
{
  guint n;

  atlas_dataset_get_countries (self->dataset, &n);
  for (guint i = 0; i < n; i++)
    self->country_strengths[i] = countries != NULL ? STRENGTH_DIMMED : STRENGTH_FULL;
  for (guint i = 0; countries != NULL && i < n_countries; i++)
    self->country_strengths[countries[i]->index] = STRENGTH_FULL;
  assign_slots (self);
}

/**
 * atlas_colouring_add_secondary:
 * @countries: (array length=n_countries): those that are lit up half
 *
 * After atlas_colouring_set_emphasis(): lights up more countries, but less; those
 * that are lit up already stay as they are. Only before the colouring is handed to
 * a painter or another thread.
 */
void
atlas_colouring_add_secondary (AtlasColouring *self,
                               const AtlasCountry *const *countries,
                               guint n_countries)
{
  for (guint i = 0; i < n_countries; i++)
    self->country_strengths[countries[i]->index] = MIN (self->country_strengths[countries[i]->index], STRENGTH_HALF);
  assign_slots (self);
}

static gboolean
has_same_pips (const AtlasColouring *self,
               const AtlasColouring *other,
               const AtlasCountry *country)
{
  AtlasPip pips[ATLAS_MAX_PIPS], others[ATLAS_MAX_PIPS];
  const guint n = atlas_pips_resolve (self->dataset, self->lens, country, self->when.to, pips);

  if (atlas_pips_resolve (other->dataset, other->lens, country, other->when.to, others) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (pips[i].hue != others[i].hue || pips[i].shape != others[i].shape)
      return FALSE;
  return TRUE;
}

/**
 * atlas_colouring_looks_like:
 *
 * Returns: whether a map of @self with its names is the same picture as one of
 *   @other; most days change nothing
 */
gboolean
atlas_colouring_looks_like (const AtlasColouring *self,
                            const AtlasColouring *other)
{
  const AtlasCountry *const *countries;
  guint n;

  if (self == other)
    return TRUE;
  if (self->dataset != other->dataset || self->geography != other->geography ||
      self->lens != other->lens || self->scheme != other->scheme)
    return FALSE;
  countries = atlas_dataset_get_countries (self->dataset, &n);
  for (guint i = 0; i < n; i++)
    if (self->country_keys[i] != other->country_keys[i] || self->country_strengths[i] != other->country_strengths[i])
      return FALSE;
  for (guint i = 0; i < n; i++)
    if (!has_same_pips (self, other, countries[i]))
      return FALSE;
  return TRUE;
}

/**
 * atlas_colouring_get_dataset:
 *
 * Returns: (transfer none):
 */
AtlasDataset *
atlas_colouring_get_dataset (const AtlasColouring *self)
{
  return self->dataset;
}

/**
 * atlas_colouring_get_geography:
 *
 * Returns: (transfer none):
 */
AtlasGeography *
atlas_colouring_get_geography (const AtlasColouring *self)
{
  return self->geography;
}

/**
 * atlas_colouring_get_lens:
 *
 * Returns: (transfer none) (nullable): %NULL for the overview
 */
const AtlasOrganisation *
atlas_colouring_get_lens (const AtlasColouring *self)
{
  return self->lens;
}

/**
 * atlas_colouring_get_when:
 *
 * Returns: the day that is coloured, or the two that are compared
 */
AtlasWhen
atlas_colouring_get_when (const AtlasColouring *self)
{
  return self->when;
}

/**
 * atlas_colouring_get_scheme:
 *
 * Returns: the style that it is coloured for
 */
AtlasScheme
atlas_colouring_get_scheme (const AtlasColouring *self)
{
  return self->scheme;
}

/**
 * atlas_colouring_get_country_key:
 *
 * Returns: the look of @country, with its marks
 */
AtlasStyleKey
atlas_colouring_get_country_key (const AtlasColouring *self,
                                 const AtlasCountry *country)
{
  return self->country_keys[country->index];
}

/**
 * atlas_colouring_get_unit_key:
 * @unit: index of a unit of the geography
 *
 * Returns: the look of the country that the unit is counted to
 */
AtlasStyleKey
atlas_colouring_get_unit_key (const AtlasColouring *self,
                              guint unit)
{
  return g_array_index (self->slots, Slot, self->unit_slots[unit]).key;
}

/**
 * atlas_colouring_get_unit_slot:
 * @unit: index of a unit of the geography
 *
 * Returns: which of the fills in use the unit has
 */
guint
atlas_colouring_get_unit_slot (const AtlasColouring *self,
                               guint unit)
{
  g_return_val_if_fail (unit < self->n_units, 0);

  return self->unit_slots[unit];
}

/**
 * atlas_colouring_get_n_slots:
 *
 * Returns: how many different fills there are
 */
guint
atlas_colouring_get_n_slots (const AtlasColouring *self)
{
  return self->slots->len;
}

/**
 * atlas_colouring_get_slot_fill:
 *
 * Returns: (transfer none): the fill, dimmed where its countries are
 */
const AtlasFill *
atlas_colouring_get_slot_fill (const AtlasColouring *self,
                               guint slot)
{
  g_return_val_if_fail (slot < self->slots->len, NULL);

  return &g_array_index (self->slots, Slot, slot).fill;
}

/**
 * atlas_colouring_get_country_fill:
 * @fill: (out caller-allocates): what the country's land is filled with
 */
void
atlas_colouring_get_country_fill (const AtlasColouring *self,
                                  const AtlasCountry *country,
                                  AtlasFill *fill)
{
  atlas_style_get_fill (self->country_keys[country->index], self->lens, self->scheme, fill);
  dim (fill, self->scheme, self->country_strengths[country->index]);
}
