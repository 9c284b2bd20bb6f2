/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-dataset-private.h"

#include <string.h>

static void
table_init (AtlasTable *self)
{
  self->items = g_ptr_array_new ();
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
table_clear (AtlasTable *self)
{
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->by_id);
}

static gconstpointer
table_list (const AtlasTable *self,
            guint *n)
{
  if (n != NULL)
    *n = self->items->len;
  return self->items->pdata;
}

static AtlasDataset *
dataset_new (const char *directory)
{
  AtlasDataset *self = g_new0 (AtlasDataset, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->directory = g_strdup (directory);
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_csv_free);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->languages = g_hash_table_new (g_str_hash, g_str_equal);
  self->lineages = g_ptr_array_new ();
  table_init (&self->sources);
  table_init (&self->organisations);
  table_init (&self->countries);
  table_init (&self->areas);
  table_init (&self->memberships);
  table_init (&self->events);
  table_init (&self->glossary);
  return self;
}

static void
dataset_free (AtlasDataset *self)
{
  atlas_history_clear (&self->history);
  table_clear (&self->sources);
  table_clear (&self->organisations);
  table_clear (&self->countries);
  table_clear (&self->areas);
  table_clear (&self->memberships);
  table_clear (&self->events);
  table_clear (&self->glossary);
  g_ptr_array_unref (self->lineages);
  g_hash_table_unref (self->languages);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->files);
  g_free (self->version);
  g_free (self->directory);
  g_free (self);
}

/**
 * atlas_dataset_keep:
 *
 * Gives the dataset memory to free when it goes.
 */
gpointer
atlas_dataset_keep (AtlasDataset *self,
                    gpointer block)
{
  g_ptr_array_add (self->blocks, block);
  return block;
}

/* References go to tables that are read before. */
static void
read_tables (AtlasLoader *loader)
{
  atlas_loader_read_package (loader);
  atlas_loader_read_sources (loader);
  atlas_loader_read_organisations (loader);
  atlas_loader_read_countries (loader);
  atlas_loader_read_areas (loader);
  atlas_loader_read_names (loader);
  atlas_loader_read_memberships (loader);
  atlas_loader_read_events (loader);
  atlas_loader_read_glossary (loader);
}

static AtlasDay
find_last_border_change (const AtlasDataset *self)
{
  AtlasDay last = ATLAS_DAY_MIN;

  for (guint i = 0; i < self->countries.items->len; i++)
    {
      const AtlasCountry *country = g_ptr_array_index (self->countries.items, i);

      if (country->has_independence && !country->continues && country->independent_from.latest != ATLAS_DAY_MAX)
        last = MAX (last, country->independent_from.latest);
    }
  return last;
}

/**
 * atlas_dataset_load:
 * @directory: where datapackage.json and the tables are
 * @problems: (nullable): where all that is wrong with them goes, in the order
 *   of file and line
 *
 * Reads all of a data package.
 *
 * Returns: (transfer full) (nullable): the dataset; %NULL where there is a problem
 */
AtlasDataset *
atlas_dataset_load (const char *directory,
                    AtlasProblems *problems)
{
  g_autoptr (AtlasProblems) own = problems == NULL ? atlas_problems_new () : NULL;
  g_autoptr (AtlasDataset) self = dataset_new (directory);
  AtlasLoader loader = { .dataset = self, .problems = own != NULL ? own : problems };
  guint n_before = atlas_problems_get_n (loader.problems);

  g_return_val_if_fail (directory != NULL, NULL);

  read_tables (&loader);
  if (atlas_problems_get_n (loader.problems) > n_before)
    {
      atlas_problems_sort (loader.problems);
      return NULL;
    }

  for (guint i = 0; i < self->files->len; i++)
    atlas_csv_freeze (g_ptr_array_index (self->files, i));
  atlas_history_init (&self->history, self);
  self->last_border_change = find_last_border_change (self);
  return g_steal_pointer (&self);
}

/**
 * atlas_dataset_ref:
 *
 * Returns: (transfer full): @self; any thread may call this
 */
AtlasDataset *
atlas_dataset_ref (AtlasDataset *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atlas_dataset_unref:
 *
 * Any thread may call this.
 */
void
atlas_dataset_unref (AtlasDataset *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    dataset_free (self);
}

/**
 * atlas_dataset_get_version:
 *
 * Returns: (transfer none): the version of the data package
 */
const char *
atlas_dataset_get_version (const AtlasDataset *self)
{
  return self->version;
}

/**
 * atlas_dataset_get_verified_until:
 *
 * Returns: the last day whose statuses were verified
 */
AtlasDay
atlas_dataset_get_verified_until (const AtlasDataset *self)
{
  return self->verified_until;
}

/**
 * atlas_dataset_get_last_border_change:
 *
 * Returns: the latest day on which a country became independent; on a day before
 *   it, borders were not those of today. %ATLAS_DAY_MIN where no country did
 */
AtlasDay
atlas_dataset_get_last_border_change (const AtlasDataset *self)
{
  return self->last_border_change;
}

/**
 * atlas_dataset_get_organisations:
 * @n: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n): all, in the file's order
 */
const AtlasOrganisation *const *
atlas_dataset_get_organisations (const AtlasDataset *self,
                                 guint *n)
{
  return table_list (&self->organisations, n);
}

/**
 * atlas_dataset_get_lineages:
 * @n: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n): the tracked organisations without
 *   a successor, in the file's order
 */
const AtlasOrganisation *const *
atlas_dataset_get_lineages (const AtlasDataset *self,
                            guint *n)
{
  if (n != NULL)
    *n = self->lineages->len;
  return (const AtlasOrganisation *const *) self->lineages->pdata;
}

/**
 * atlas_dataset_find_organisation:
 *
 * Returns: (transfer none) (nullable): the organisation with that id
 */
const AtlasOrganisation *
atlas_dataset_find_organisation (const AtlasDataset *self,
                                 const char *id)
{
  return g_hash_table_lookup (self->organisations.by_id, id);
}

/**
 * atlas_dataset_get_countries:
 * @n: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n): all, by code
 */
const AtlasCountry *const *
atlas_dataset_get_countries (const AtlasDataset *self,
                             guint *n)
{
  return table_list (&self->countries, n);
}

/**
 * atlas_dataset_find_country:
 *
 * Returns: (transfer none) (nullable): the country with that code
 */
const AtlasCountry *
atlas_dataset_find_country (const AtlasDataset *self,
                            const char *code)
{
  return g_hash_table_lookup (self->countries.by_id, code);
}

/**
 * atlas_dataset_get_areas:
 * @n: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n): the disputed areas, in the file's order
 */
const AtlasArea *const *
atlas_dataset_get_areas (const AtlasDataset *self,
                         guint *n)
{
  return table_list (&self->areas, n);
}

/**
 * atlas_dataset_find_area:
 *
 * Returns: (transfer none) (nullable): the area with that id
 */
const AtlasArea *
atlas_dataset_find_area (const AtlasDataset *self,
                         const char *id)
{
  return g_hash_table_lookup (self->areas.by_id, id);
}

/**
 * atlas_dataset_get_memberships:
 * @n: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n): the rows as written, by lineage,
 *   country, organisation and start
 */
const AtlasMembership *const *
atlas_dataset_get_memberships (const AtlasDataset *self,
                               guint *n)
{
  return table_list (&self->memberships, n);
}

/**
 * atlas_dataset_get_events:
 * @n: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n): all, the oldest first
 */
const AtlasEvent *const *
atlas_dataset_get_events (const AtlasDataset *self,
                          guint *n)
{
  return table_list (&self->events, n);
}

/**
 * atlas_dataset_find_event:
 *
 * Returns: (transfer none) (nullable): the event with that id
 */
const AtlasEvent *
atlas_dataset_find_event (const AtlasDataset *self,
                          const char *id)
{
  return g_hash_table_lookup (self->events.by_id, id);
}

/**
 * atlas_dataset_get_sources:
 * @n: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n): all, in the file's order
 */
const AtlasSource *const *
atlas_dataset_get_sources (const AtlasDataset *self,
                           guint *n)
{
  return table_list (&self->sources, n);
}

/**
 * atlas_dataset_find_source:
 *
 * Returns: (transfer none) (nullable): the source with that id
 */
const AtlasSource *
atlas_dataset_find_source (const AtlasDataset *self,
                           const char *id)
{
  return g_hash_table_lookup (self->sources.by_id, id);
}
