/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-dataset-private.h"

/* --- Spells ------------------------------------------------------------------ */

static guint
pair_index (const AtlasDataset *dataset,
            const AtlasOrganisation *organisation,
            const AtlasCountry *country)
{
  return organisation->lineage->index * dataset->countries.items->len + country->index;
}

/**
 * atlas_query_history:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the spells of a country in a
 *   lineage, in order
 */
const AtlasSpell *const *
atlas_query_history (const AtlasDataset *dataset,
                     const AtlasOrganisation *organisation,
                     const AtlasCountry *country,
                     guint *n)
{
  const AtlasHistory *history = &dataset->history;
  guint pair = pair_index (dataset, organisation, country);

  *n = history->spell_start[pair + 1] - history->spell_start[pair];
  return history->spell_list + history->spell_start[pair];
}

/* The spell that a country is in on @day, as an index; -1 where there is none. */
static int
find_spell (const AtlasSpell *const *spells,
            guint n,
            AtlasDay day)
{
  guint low = 0;
  guint high = n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (spells[middle]->end <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low < n && spells[low]->start <= day ? (int) low : -1;
}

/**
 * atlas_query_status:
 *
 * Returns: (transfer none) (nullable): the spell that holds on @day; %NULL where
 *   there is none
 */
const AtlasSpell *
atlas_query_status (const AtlasDataset *dataset,
                    const AtlasOrganisation *organisation,
                    const AtlasCountry *country,
                    AtlasDay day)
{
  guint n;
  const AtlasSpell *const *spells = atlas_query_history (dataset, organisation, country, &n);
  int i = find_spell (spells, n, day);

  return i >= 0 ? spells[i] : NULL;
}

static GPtrArray *
spells_on (const AtlasDataset *dataset,
           const AtlasOrganisation *organisation,
           AtlasDay day,
           gboolean (*filter) (AtlasStatus status))
{
  GPtrArray *found = g_ptr_array_new ();
  guint n;
  const AtlasCountry *const *countries = atlas_dataset_get_countries (dataset, &n);

  for (guint i = 0; i < n; i++)
    {
      const AtlasSpell *spell = atlas_query_status (dataset, organisation, countries[i], day);

      if (spell != NULL && filter (spell->status))
        g_ptr_array_add (found, (gpointer) spell);
    }
  return found;
}

static gboolean
is_former (AtlasStatus status)
{
  return status == ATLAS_STATUS_WITHDRAWN;
}

/**
 * atlas_query_current:
 *
 * Returns: (transfer container) (element-type AtlasSpell): the spells of all
 *   that have a tie of any kind on @day, by country code
 */
GPtrArray *
atlas_query_current (const AtlasDataset *dataset,
                     const AtlasOrganisation *organisation,
                     AtlasDay day)
{
  return spells_on (dataset, organisation, day, atlas_status_is_current);
}

/**
 * atlas_query_former:
 *
 * Returns: (transfer container) (element-type AtlasSpell): the spells of all
 *   that had left by @day, by country code; each starts on the day of leaving
 */
GPtrArray *
atlas_query_former (const AtlasDataset *dataset,
                    const AtlasOrganisation *organisation,
                    AtlasDay day)
{
  return spells_on (dataset, organisation, day, is_former);
}

/**
 * atlas_query_tally:
 * @tally: (out caller-allocates): how many countries have each status on @day
 */
void
atlas_query_tally (const AtlasDataset *dataset,
                   const AtlasOrganisation *organisation,
                   AtlasDay day,
                   AtlasTally *tally)
{
  guint n;
  const AtlasCountry *const *countries = atlas_dataset_get_countries (dataset, &n);

  *tally = (AtlasTally) { 0 };
  for (guint i = 0; i < n; i++)
    {
      const AtlasSpell *spell = atlas_query_status (dataset, organisation, countries[i], day);

      if (spell == NULL)
        continue;
      tally->by_status[spell->status]++;
      tally->belonging += atlas_spell_belongs (spell);
      tally->former += is_former (spell->status);
    }
  tally->by_status[ATLAS_STATUS_NONE] = n;
  for (guint i = ATLAS_STATUS_MEMBER; i < ATLAS_N_STATUSES; i++)
    tally->by_status[ATLAS_STATUS_NONE] -= tally->by_status[i];
}

/* --- Changes ----------------------------------------------------------------- */

/**
 * atlas_query_changes:
 * @organisation: (nullable): only those in this lineage
 * @country: (nullable): only those of this country
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n) (nullable): all such changes, by
 *   day, organisation and country; %NULL where there are none
 */
const AtlasChange *const *
atlas_query_changes (const AtlasDataset *dataset,
                     const AtlasOrganisation *organisation,
                     const AtlasCountry *country,
                     guint *n)
{
  const AtlasHistory *history = &dataset->history;
  const AtlasChange *const *changes = history->all;
  guint first = 0;
  guint last = history->changes->len;

  if (organisation != NULL && country != NULL)
    {
      guint pair = pair_index (dataset, organisation, country);

      changes = history->by_pair;
      first = history->pair_start[pair];
      last = history->pair_start[pair + 1];
    }
  else if (organisation != NULL)
    {
      changes = history->by_lineage;
      first = history->lineage_start[organisation->lineage->index];
      last = history->lineage_start[organisation->lineage->index + 1];
    }
  else if (country != NULL)
    {
      changes = history->by_country;
      first = history->country_start[country->index];
      last = history->country_start[country->index + 1];
    }

  *n = last - first;
  return *n > 0 ? changes + first : NULL;
}

/* How many changes come before @day. */
static guint
count_before (const AtlasChange *const *changes,
              guint n,
              AtlasDay day)
{
  guint low = 0;
  guint high = n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (changes[middle]->day < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * atlas_query_changes_between:
 * @from: the first day
 * @to: the last day
 *
 * Returns: (transfer container) (element-type AtlasChange): the changes from
 *   @from to @to, both included, by day, organisation and country
 */
GPtrArray *
atlas_query_changes_between (const AtlasDataset *dataset,
                             const AtlasOrganisation *organisation,
                             const AtlasCountry *country,
                             AtlasDay from,
                             AtlasDay to)
{
  GPtrArray *found = g_ptr_array_new ();
  guint n;
  const AtlasChange *const *changes = atlas_query_changes (dataset, organisation, country, &n);

  for (guint i = count_before (changes, n, from); i < n && changes[i]->day <= to; i++)
    g_ptr_array_add (found, (gpointer) changes[i]);
  return found;
}

/**
 * atlas_query_next_change:
 * @next: (out): the first day of change after @day
 *
 * Returns: whether there is one
 */
gboolean
atlas_query_next_change (const AtlasDataset *dataset,
                         const AtlasOrganisation *organisation,
                         const AtlasCountry *country,
                         AtlasDay day,
                         AtlasDay *next)
{
  guint n;
  const AtlasChange *const *changes = atlas_query_changes (dataset, organisation, country, &n);
  guint i;

  if (day == ATLAS_DAY_MAX)
    return FALSE;
  i = count_before (changes, n, day + 1);
  if (i == n)
    return FALSE;

  *next = changes[i]->day;
  return TRUE;
}

/**
 * atlas_query_previous_change:
 * @previous: (out): the last day of change before @day
 *
 * Returns: whether there is one
 */
gboolean
atlas_query_previous_change (const AtlasDataset *dataset,
                             const AtlasOrganisation *organisation,
                             const AtlasCountry *country,
                             AtlasDay day,
                             AtlasDay *previous)
{
  guint n;
  const AtlasChange *const *changes = atlas_query_changes (dataset, organisation, country, &n);
  guint i = count_before (changes, n, day);

  if (i == 0)
    return FALSE;

  *previous = changes[i - 1]->day;
  return TRUE;
}

/* --- A country and a timeline ------------------------------------------------ */

static guint
rank_of (const AtlasOrganisation *organisation)
{
  static const char *const first[] = { "CSTO", "SCO", "BRICS" };
  guint i = 0;

  while (i < G_N_ELEMENTS (first) && !g_str_equal (organisation->id, first[i]))
    i++;
  return i;
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  const AtlasOrganisation *left = *(const AtlasOrganisation *const *) a;
  const AtlasOrganisation *right = *(const AtlasOrganisation *const *) b;

  if (rank_of (left) != rank_of (right))
    return rank_of (left) < rank_of (right) ? -1 : 1;
  return (left->index > right->index) - (left->index < right->index);
}

/**
 * atlas_query_organisations_of:
 *
 * Returns: (transfer container) (element-type AtlasOrganisation): the lineages
 *   that @country ever had a tie to: CSTO, SCO and BRICS first, then in the
 *   order of organisations.csv
 */
GPtrArray *
atlas_query_organisations_of (const AtlasDataset *dataset,
                              const AtlasCountry *country)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < dataset->lineages->len; i++)
    {
      AtlasOrganisation *lineage = g_ptr_array_index (dataset->lineages, i);
      guint n;

      atlas_query_history (dataset, lineage, country, &n);
      if (n > 0)
        g_ptr_array_add (found, lineage);
    }
  g_ptr_array_sort (found, compare_ranks);
  return found;
}

/**
 * atlas_change_get_date:
 * @date: (out): when it was, as exactly as the row that it rests on says
 */
void
atlas_change_get_date (const AtlasChange *self,
                       AtlasDate *date)
{
  const AtlasDate *written = self->to != NULL ? &self->to->rows[0]->from : &self->from->rows[self->from->n_rows - 1]->to;

  if (written->earliest == self->day && written->latest == self->latest)
    *date = *written;
  else
    atlas_date_init_days (date, self->day, self->latest);
}

/**
 * atlas_change_get_source:
 *
 * Returns: (transfer none): where the row was read that the change rests on
 */
const AtlasSource *
atlas_change_get_source (const AtlasChange *self)
{
  return self->to != NULL ? self->to->rows[0]->source : self->from->rows[self->from->n_rows - 1]->source;
}

static int
compare_moments (gconstpointer a,
                 gconstpointer b)
{
  const AtlasMoment *left = a;
  const AtlasMoment *right = b;

  if (left->date.earliest != right->date.earliest)
    return left->date.earliest < right->date.earliest ? -1 : 1;
  if (left->date.latest != right->date.latest)
    return left->date.latest < right->date.latest ? -1 : 1;
  return (left->event != NULL) - (right->event != NULL);
}

static void
add_changes (GArray *moments,
             const AtlasChange *const *changes,
             guint n)
{
  for (guint i = 0; i < n; i++)
    {
      AtlasMoment moment = { .change = changes[i] };

      atlas_change_get_date (changes[i], &moment.date);
      g_array_append_val (moments, moment);
    }
}

/**
 * atlas_query_timeline:
 * @organisation: (nullable): only what concerns this lineage
 * @country: (nullable): only what concerns this country
 *
 * Returns: (transfer full) (element-type AtlasMoment): changes and events, the
 *   oldest first; on the same day changes come first
 */
GArray *
atlas_query_timeline (const AtlasDataset *dataset,
                      const AtlasOrganisation *organisation,
                      const AtlasCountry *country)
{
  GArray *moments = g_array_new (FALSE, FALSE, sizeof (AtlasMoment));
  guint n;
  const AtlasChange *const *changes = atlas_query_changes (dataset, organisation, country, &n);
  const AtlasEvent *const *events;

  add_changes (moments, changes, n);
  events = atlas_dataset_get_events (dataset, &n);
  for (guint i = 0; i < n; i++)
    {
      AtlasMoment moment = { .date = events[i]->date, .event = events[i] };

      if ((organisation == NULL || atlas_event_concerns_organisation (events[i], organisation)) && (country == NULL || atlas_event_concerns_country (events[i], country)))
        g_array_append_val (moments, moment);
    }
  g_array_sort (moments, compare_moments);
  return moments;
}
