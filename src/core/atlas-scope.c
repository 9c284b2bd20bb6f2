/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-scope.h"

#include <string.h>

/**
 * atlas_scope_init_lens:
 * @lens: (nullable): an organisation; %NULL for the overview, which shows the
 *   CSTO, the SCO and BRICS
 */
void
atlas_scope_init_lens (AtlasScope *self,
                       const AtlasDataset *dataset,
                       const AtlasOrganisation *lens)
{
  static const char *const overview[] = { "CSTO", "SCO", "BRICS" };

  if (lens != NULL)
    {
      atlas_scope_init_organisation (self, lens);
      return;
    }
  *self = (AtlasScope) { 0 };
  for (guint i = 0; i < G_N_ELEMENTS (overview); i++)
    {
      const AtlasOrganisation *organisation = atlas_dataset_find_organisation (dataset, overview[i]);

      if (organisation != NULL)
        self->organisations[self->n_organisations++] = organisation->lineage;
    }
}

/**
 * atlas_scope_init_organisation:
 *
 * Makes @self about the lineage of @organisation.
 */
void
atlas_scope_init_organisation (AtlasScope *self,
                               const AtlasOrganisation *organisation)
{
  *self = (AtlasScope) { .n_organisations = 1, .organisations = { organisation->lineage } };
}

/**
 * atlas_scope_init_country:
 *
 * Makes @self about every tie of @country.
 */
void
atlas_scope_init_country (AtlasScope *self,
                          const AtlasCountry *country)
{
  *self = (AtlasScope) { .country = country };
}

/**
 * atlas_scope_equal:
 *
 * Returns: whether both are about the same
 */
gboolean
atlas_scope_equal (const AtlasScope *a,
                   const AtlasScope *b)
{
  return a->country == b->country && a->n_organisations == b->n_organisations &&
         memcmp (a->organisations, b->organisations, sizeof a->organisations) == 0;
}

/**
 * atlas_scope_next_change:
 * @next: (out): the first day of change after @day
 *
 * Returns: whether there is one
 */
gboolean
atlas_scope_next_change (const AtlasScope *self,
                         const AtlasDataset *dataset,
                         AtlasDay day,
                         AtlasDay *next)
{
  gboolean found = FALSE;

  if (self->n_organisations == 0)
    return atlas_query_next_change (dataset, NULL, self->country, day, next);
  for (guint i = 0; i < self->n_organisations; i++)
    {
      AtlasDay candidate;

      if (!atlas_query_next_change (dataset, self->organisations[i], self->country, day, &candidate))
        continue;
      *next = found ? MIN (*next, candidate) : candidate;
      found = TRUE;
    }
  return found;
}

/**
 * atlas_scope_previous_change:
 * @previous: (out): the last day of change before @day
 *
 * Returns: whether there is one
 */
gboolean
atlas_scope_previous_change (const AtlasScope *self,
                             const AtlasDataset *dataset,
                             AtlasDay day,
                             AtlasDay *previous)
{
  gboolean found = FALSE;

  if (self->n_organisations == 0)
    return atlas_query_previous_change (dataset, NULL, self->country, day, previous);
  for (guint i = 0; i < self->n_organisations; i++)
    {
      AtlasDay candidate;

      if (!atlas_query_previous_change (dataset, self->organisations[i], self->country, day, &candidate))
        continue;
      *previous = found ? MAX (*previous, candidate) : candidate;
      found = TRUE;
    }
  return found;
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const AtlasChange *left = *(const AtlasChange *const *) a;
  const AtlasChange *right = *(const AtlasChange *const *) b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  if (left->organisation != right->organisation)
    return left->organisation->index < right->organisation->index ? -1 : 1;
  return (left->country->index > right->country->index) - (left->country->index < right->country->index);
}

/**
 * atlas_scope_changes_between:
 * @from: the first day
 * @to: the last day
 *
 * Returns: (transfer container) (element-type AtlasChange): the changes from
 *   @from to @to, both included
 */
GPtrArray *
atlas_scope_changes_between (const AtlasScope *self,
                             const AtlasDataset *dataset,
                             AtlasDay from,
                             AtlasDay to)
{
  GPtrArray *changes;

  if (self->n_organisations == 0)
    return atlas_query_changes_between (dataset, NULL, self->country, from, to);

  changes = g_ptr_array_new ();
  for (guint i = 0; i < self->n_organisations; i++)
    {
      g_autoptr (GPtrArray) more = atlas_query_changes_between (dataset, self->organisations[i], self->country, from, to);

      g_ptr_array_extend (changes, more, NULL, NULL);
    }
  g_ptr_array_sort (changes, compare_changes);
  return changes;
}

/**
 * atlas_scope_concerns_event:
 *
 * Returns: whether @event belongs on the timeline
 */
gboolean
atlas_scope_concerns_event (const AtlasScope *self,
                            const AtlasEvent *event)
{
  if (self->country != NULL && !atlas_event_concerns_country (event, self->country))
    return FALSE;
  for (guint i = 0; i < self->n_organisations; i++)
    if (atlas_event_concerns_organisation (event, self->organisations[i]))
      return TRUE;
  return self->n_organisations == 0;
}

/**
 * atlas_scope_events:
 *
 * Returns: (transfer container) (element-type AtlasEvent): the events that it is
 *   about, by date
 */
GPtrArray *
atlas_scope_events (const AtlasScope *self,
                    const AtlasDataset *dataset)
{
  GPtrArray *found = g_ptr_array_new ();
  guint n;
  const AtlasEvent *const *events = atlas_dataset_get_events (dataset, &n);

  for (guint i = 0; i < n; i++)
    if (atlas_scope_concerns_event (self, events[i]))
      g_ptr_array_add (found, (gpointer) events[i]);
  return found;
}

/**
 * atlas_time_range:
 * @first: (out): the first day
 * @last: (out): the last day
 *
 * Sets the days that a timeline covers.
 */
void
atlas_time_range (const AtlasDataset *dataset,
                  AtlasDay *first,
                  AtlasDay *last)
{
  guint n;
  const AtlasEvent *const *events = atlas_dataset_get_events (dataset, &n);

  *first = atlas_day_new (1945, 1, 1);
  *last = atlas_day_today ();
  for (guint i = 0; i < n; i++)
    if (events[i]->planned && events[i]->date.latest != ATLAS_DAY_MAX)
      *last = MAX (*last, events[i]->date.latest);
}
