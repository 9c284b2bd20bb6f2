/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-dataset-private.h"
#include "atlas-lineage.h"

/* --- Spells ------------------------------------------------------------------ */

static void
add_spells (AtlasHistory *self,
            const AtlasMembership *const *rows,
            guint n)
{
  g_autoptr (GArray) spells = atlas_lineage_resolve (rows, n);

  g_array_append_vals (self->spells, spells->data, spells->len);
}

static gboolean
same_sequence (const AtlasMembership *a,
               const AtlasMembership *b)
{
  return a->country == b->country && a->organisation->lineage == b->organisation->lineage;
}

/* The loader has sorted memberships by lineage and country. */
static void
resolve_spells (AtlasHistory *self,
                const AtlasMembership *const *rows,
                guint n_rows)
{
  guint n;

  for (guint i = 0; i < n_rows; i += n)
    {
      for (n = 1; i + n < n_rows && same_sequence (rows[i], rows[i + n]);)
        n++;
      add_spells (self, rows + i, n);
    }
}

/* --- Changes ----------------------------------------------------------------- */

static void
add_change (AtlasHistory *self,
            AtlasDay day,
            AtlasDay latest,
            const AtlasSpell *from,
            const AtlasSpell *to)
{
  const AtlasSpell *any = from != NULL ? from : to;
  AtlasChange change = { day, latest, any->organisation, any->country, from, to };

  if (day != ATLAS_DAY_MIN && day != ATLAS_DAY_MAX)
    g_array_append_val (self->changes, change);
}

static gboolean
follows (const AtlasSpell *spell,
         const AtlasSpell *next)
{
  return next != NULL && spell->country == next->country && spell->organisation == next->organisation && spell->end == next->start;
}

static void
find_changes (AtlasHistory *self)
{
  for (guint i = 0; i < self->spells->len; i++)
    {
      const AtlasSpell *spell = self->spell_list[i];
      const AtlasSpell *last = i > 0 ? self->spell_list[i - 1] : NULL;
      const AtlasSpell *next = i + 1 < self->spells->len ? self->spell_list[i + 1] : NULL;

      add_change (self, spell->start, spell->certain_from, last != NULL && follows (last, spell) ? last : NULL, spell);
      if (!follows (spell, next))
        add_change (self, spell->end, spell->end_latest, spell, NULL);
    }
}

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_by_day (gconstpointer a,
                gconstpointer b)
{
  const AtlasChange *left = *(const AtlasChange *const *) a;
  const AtlasChange *right = *(const AtlasChange *const *) b;
  int order = compare_numbers (left->day, right->day);

  if (order == 0)
    order = compare_numbers (left->organisation->index, right->organisation->index);
  if (order == 0)
    order = compare_numbers (left->country->index, right->country->index);
  return order;
}

static guint
lineage_of (const AtlasChange *change,
            guint n_countries)
{
  return change->organisation->index;
}

static guint
country_of (const AtlasChange *change,
            guint n_countries)
{
  return change->country->index;
}

static guint
pair_of (const AtlasChange *change,
         guint n_countries)
{
  return change->organisation->index * n_countries + change->country->index;
}

/* Sorts the changes, which are in order of day, into @n groups and keeps that
 * order in each; @starts says where each group begins, and where the last ends. */
static const AtlasChange **
group_changes (AtlasHistory *self,
               guint (*group_of) (const AtlasChange *change, guint n_countries),
               guint n_countries,
               guint n,
               guint **starts)
{
  const AtlasChange **out = g_new (const AtlasChange *, self->changes->len + 1);
  g_autofree guint *next = NULL;

  *starts = g_new0 (guint, n + 1);
  for (guint i = 0; i < self->changes->len; i++)
    (*starts)[group_of (self->all[i], n_countries) + 1]++;
  for (guint i = 0; i < n; i++)
    (*starts)[i + 1] += (*starts)[i];
  next = g_memdup2 (*starts, (n + 1) * sizeof (guint));
  for (guint i = 0; i < self->changes->len; i++)
    out[next[group_of (self->all[i], n_countries)]++] = self->all[i];
  return out;
}

/* --- Both -------------------------------------------------------------------- */

static void
list_spells (AtlasHistory *self,
             guint n_countries,
             guint n_pairs)
{
  self->spell_list = g_new (const AtlasSpell *, self->spells->len + 1);
  self->spell_start = g_new0 (guint, n_pairs + 1);
  for (guint i = 0; i < self->spells->len; i++)
    {
      const AtlasSpell *spell = &g_array_index (self->spells, AtlasSpell, i);

      self->spell_list[i] = spell;
      self->spell_start[spell->organisation->index * n_countries + spell->country->index + 1]++;
    }
  for (guint i = 0; i < n_pairs; i++)
    self->spell_start[i + 1] += self->spell_start[i];
}

/**
 * atlas_history_init:
 *
 * Works out the spells and changes of a dataset whose tables are all read.
 */
void
atlas_history_init (AtlasHistory *self,
                    AtlasDataset *dataset)
{
  guint n_countries = dataset->countries.items->len;
  guint n_organisations = dataset->organisations.items->len;
  guint n_pairs = n_organisations * n_countries;
  guint n_rows;
  const AtlasMembership *const *rows = atlas_dataset_get_memberships (dataset, &n_rows);

  self->spells = g_array_new (FALSE, FALSE, sizeof (AtlasSpell));
  self->changes = g_array_new (FALSE, FALSE, sizeof (AtlasChange));
  resolve_spells (self, rows, n_rows);
  list_spells (self, n_countries, n_pairs);
  find_changes (self);

  self->all = g_new (const AtlasChange *, self->changes->len + 1);
  for (guint i = 0; i < self->changes->len; i++)
    self->all[i] = &g_array_index (self->changes, AtlasChange, i);
  qsort (self->all, self->changes->len, sizeof self->all[0], compare_by_day);
  self->by_lineage = group_changes (self, lineage_of, n_countries, n_organisations, &self->lineage_start);
  self->by_country = group_changes (self, country_of, n_countries, n_countries, &self->country_start);
  self->by_pair = group_changes (self, pair_of, n_countries, n_pairs, &self->pair_start);
}

/**
 * atlas_history_clear:
 *
 * Frees what atlas_history_init() made.
 */
void
atlas_history_clear (AtlasHistory *self)
{
  for (guint i = 0; self->spells != NULL && i < self->spells->len; i++)
    g_free ((gpointer) g_array_index (self->spells, AtlasSpell, i).rows);
  g_clear_pointer (&self->spells, g_array_unref);
  g_clear_pointer (&self->changes, g_array_unref);
  g_clear_pointer (&self->spell_list, g_free);
  g_clear_pointer (&self->spell_start, g_free);
  g_clear_pointer (&self->all, g_free);
  g_clear_pointer (&self->by_lineage, g_free);
  g_clear_pointer (&self->by_country, g_free);
  g_clear_pointer (&self->by_pair, g_free);
  g_clear_pointer (&self->lineage_start, g_free);
  g_clear_pointer (&self->country_start, g_free);
  g_clear_pointer (&self->pair_start, g_free);
}
