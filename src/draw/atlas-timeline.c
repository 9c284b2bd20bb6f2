/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-timeline.h"

#include <glib/gi18n-lib.h>

struct _AtlasTimeline
{
  gatomicrefcount refs;
  AtlasDataset *dataset;
  char *language;
  GArray *lanes;     /* of AtlasLane */
  GPtrArray *tables; /* what the lanes point into */
  GPtrArray *told;   /* nullable: of AtlasEvent, which the first lane points into */
};

/* --- Curves ------------------------------------------------------------------ */

/* A country that comes to belong, or ceases to. */
typedef struct
{
  AtlasDay day;
  AtlasDay latest;
  int by;
} Step;

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const Step *left = a;
  const Step *right = b;

  return (left->day > right->day) - (left->day < right->day);
}

static void
add_steps (GArray *steps,
           const AtlasSpell *spell)
{
  const Step rise = { spell->start, MAX (spell->start, spell->certain_from), 1 };
  const Step fall = { spell->end, MAX (spell->end, spell->end_latest), -1 };

  if (!atlas_spell_belongs (spell))
    return;
  g_array_append_val (steps, rise);
  if (spell->end != ATLAS_DAY_MAX)
    g_array_append_val (steps, fall);
}

/* Days on which as many come as go are no step. */
static GArray *
sum_steps (GArray *steps)
{
  GArray *curve = g_array_new (FALSE, FALSE, sizeof (AtlasTimelineStep));
  guint belonging = 0, i = 0;

  g_array_sort (steps, compare_steps);
  while (i < steps->len)
    {
      AtlasTimelineStep next = { g_array_index (steps, Step, i).day, ATLAS_DAY_MIN, belonging };

      for (; i < steps->len && g_array_index (steps, Step, i).day == next.day; i++)
        {
          const Step *step = &g_array_index (steps, Step, i);

          next.belonging += step->by;
          next.latest = MAX (next.latest, step->latest);
        }
      if (next.belonging != belonging)
        g_array_append_val (curve, next);
      belonging = next.belonging;
    }
  return curve;
}

static void
take_curve (AtlasTimeline *self,
            AtlasLane *lane)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_autoptr (GArray) curve = NULL;
  guint n_countries, n;
  const AtlasCountry *const *countries = atlas_dataset_get_countries (self->dataset, &n_countries);

  for (guint i = 0; i < n_countries; i++)
    {
      const AtlasSpell *const *spells = atlas_query_history (self->dataset, lane->organisation, countries[i], &n);

      for (guint j = 0; j < n; j++)
        add_steps (steps, spells[j]);
    }
  curve = sum_steps (steps);
  lane->n_steps = curve->len;
  for (guint i = 0; i < curve->len; i++)
    lane->peak = MAX (lane->peak, g_array_index (curve, AtlasTimelineStep, i).belonging);
  lane->steps = (const AtlasTimelineStep *) (gpointer) g_array_free (g_steal_pointer (&curve), FALSE);
  g_ptr_array_add (self->tables, (gpointer) lane->steps);
}

/* --- Events ------------------------------------------------------------------ */

/* (transfer full) */
static void
take_events (AtlasTimeline *self,
             AtlasLane *lane,
             GPtrArray *events)
{
  lane->n_events = events->len;
  lane->events = (const AtlasEvent *const *) g_ptr_array_free (events, FALSE);
  if (lane->events != NULL)
    g_ptr_array_add (self->tables, (gpointer) lane->events);
}

static GPtrArray *
find_events (AtlasTimeline *self,
             const AtlasScope *scope,
             const AtlasOrganisation *organisation)
{
  AtlasScope narrowed = { .country = scope->country, .n_organisations = 1, .organisations = { organisation } };

  return atlas_scope_events (&narrowed, self->dataset);
}

static gboolean
has_lane (AtlasTimeline *self,
          const AtlasEvent *event)
{
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const AtlasLane *lane = &g_array_index (self->lanes, AtlasLane, i);

      if (lane->organisation != NULL && atlas_event_concerns_organisation (event, lane->organisation))
        return TRUE;
    }
  return FALSE;
}

static void
add_events_lane (AtlasTimeline *self,
                 const char *label,
                 GPtrArray *events)
{
  AtlasLane lane = { .kind = ATLAS_LANE_EVENTS, .label = label };

  take_events (self, &lane, events);
  g_array_append_val (self->lanes, lane);
}

static void
add_told (AtlasTimeline *self,
          GPtrArray *told)
{
  self->told = g_ptr_array_ref (told);
  /* Translators: the label of a row of a timeline, very short: dates that the article names */
  add_events_lane (self, C_ ("row of a timeline", "Article"), g_ptr_array_copy (told, NULL, NULL));
}

/* --- Lanes ------------------------------------------------------------------- */

static void
add_curve (AtlasTimeline *self,
           const AtlasScope *scope,
           const AtlasOrganisation *organisation,
           const char *language)
{
  AtlasLane lane = {
    .kind = ATLAS_LANE_CURVE,
    .label = atlas_organisation_get_abbreviation (organisation, language),
    .organisation = organisation,
  };

  take_curve (self, &lane);
  take_events (self, &lane, find_events (self, scope, organisation));
  g_array_append_val (self->lanes, lane);
}

static void
add_curves (AtlasTimeline *self,
            const AtlasScope *scope,
            const char *language)
{
  const AtlasOrganisation *const *lineages = scope->organisations;
  guint n = scope->n_organisations;

  if (n == 0)
    lineages = atlas_dataset_get_lineages (self->dataset, &n);
  for (guint i = 0; i < n; i++)
    add_curve (self, scope, lineages[i], language);
}

static gboolean
is_in_scope (const AtlasScope *scope,
             const AtlasOrganisation *organisation)
{
  for (guint i = 0; i < scope->n_organisations; i++)
    if (scope->organisations[i] == organisation)
      return TRUE;
  return scope->n_organisations == 0;
}

static void
add_ties_of_country (AtlasTimeline *self,
                     const AtlasScope *scope,
                     const char *language)
{
  g_autoptr (GPtrArray) organisations = atlas_query_organisations_of (self->dataset, scope->country);
  g_autoptr (GPtrArray) events = atlas_scope_events (scope, self->dataset);
  GPtrArray *rest = g_ptr_array_new ();

  for (guint i = 0; i < organisations->len; i++)
    {
      const AtlasOrganisation *organisation = organisations->pdata[i];
      AtlasLane lane = {
        .kind = ATLAS_LANE_TIES,
        .label = atlas_organisation_get_abbreviation (organisation, language),
        .organisation = organisation,
        .country = scope->country,
      };

      if (!is_in_scope (scope, organisation))
        continue;
      lane.spells = atlas_query_history (self->dataset, organisation, scope->country, &lane.n_spells);
      take_events (self, &lane, find_events (self, scope, organisation));
      g_array_append_val (self->lanes, lane);
    }
  for (guint i = 0; i < events->len; i++)
    if (!has_lane (self, events->pdata[i]))
      g_ptr_array_add (rest, events->pdata[i]);
  /* A country without any tie has at least this lane. */
  if (rest->len > 0 || self->lanes->len == (self->told != NULL ? 1 : 0))
    /* Translators: the label of a row of a timeline, very short */
    add_events_lane (self, C_ ("row of a timeline", "Events"), rest);
  else
    g_ptr_array_unref (rest);
}

/* The first day of belonging; of one that never did, ATLAS_DAY_MAX. */
static AtlasDay
joined_on (const AtlasLane *lane)
{
  for (guint i = 0; i < lane->n_spells; i++)
    if (atlas_spell_belongs (lane->spells[i]))
      return lane->spells[i]->member_since;
  return ATLAS_DAY_MAX;
}

static int
compare_days (AtlasDay a,
              AtlasDay b)
{
  return (a > b) - (a < b);
}

static int
compare_lanes (gconstpointer a,
               gconstpointer b)
{
  const AtlasLane *left = a;
  const AtlasLane *right = b;
  int order = compare_days (joined_on (left), joined_on (right));

  if (order == 0)
    order = compare_days (left->spells[0]->start, right->spells[0]->start);
  return order != 0 ? order : g_utf8_collate (left->label, right->label);
}

static void
add_ties_by_country (AtlasTimeline *self,
                     const AtlasScope *scope,
                     const char *language)
{
  const AtlasOrganisation *organisation = scope->organisations[0];
  g_autoptr (GArray) lanes = g_array_new (FALSE, FALSE, sizeof (AtlasLane));
  guint n;
  const AtlasCountry *const *countries = atlas_dataset_get_countries (self->dataset, &n);

  for (guint i = 0; i < n; i++)
    {
      AtlasLane lane = {
        .kind = ATLAS_LANE_TIES,
        .label = atlas_country_get_name (countries[i], language),
        .organisation = organisation,
        .country = countries[i],
      };

      lane.spells = atlas_query_history (self->dataset, organisation, countries[i], &lane.n_spells);
      if (lane.n_spells > 0)
        g_array_append_val (lanes, lane);
    }
  g_array_sort (lanes, compare_lanes);
  add_events_lane (self, C_ ("row of a timeline", "Events"), find_events (self, scope, organisation));
  g_array_append_vals (self->lanes, lanes->data, lanes->len);
}

/**
 * atlas_timeline_new:
 * @scope: what it is about; without a country and organisations, curves of all
 * @by_country: whether a scope of one organisation has a lane for each country
 *   instead of one curve: those that ever belonged in order of joining, then the
 *   rest in order of their first tie
 * @told: (nullable) (element-type AtlasEvent): what an article tells, by date
 * @language: the tag of the language of labels
 *
 * Returns: (transfer full): the timeline, which keeps @told alive
 */
AtlasTimeline *
atlas_timeline_new (AtlasDataset *dataset,
                    const AtlasScope *scope,
                    gboolean by_country,
                    GPtrArray *told,
                    const char *language)
{
  AtlasTimeline *self = g_new0 (AtlasTimeline, 1);

  g_atomic_ref_count_init (&self->refs);
  self->dataset = atlas_dataset_ref (dataset);
  self->language = g_strdup (language);
  self->lanes = g_array_new (FALSE, FALSE, sizeof (AtlasLane));
  self->tables = g_ptr_array_new_with_free_func (g_free);
  if (told != NULL && told->len > 0)
    add_told (self, told);
  if (scope->country != NULL)
    add_ties_of_country (self, scope, language);
  else if (by_country && scope->n_organisations == 1)
    add_ties_by_country (self, scope, language);
  else
    add_curves (self, scope, language);
  return self;
}

AtlasTimeline *
atlas_timeline_ref (AtlasTimeline *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
atlas_timeline_unref (AtlasTimeline *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_array_unref (self->lanes);
  g_ptr_array_unref (self->tables);
  g_clear_pointer (&self->told, g_ptr_array_unref);
  g_free (self->language);
  atlas_dataset_unref (self->dataset);
  g_free (self);
}

/**
 * atlas_timeline_get_dataset:
 *
 * Returns: (transfer none): what it was made from
 */
AtlasDataset *
atlas_timeline_get_dataset (const AtlasTimeline *self)
{
  return self->dataset;
}

/**
 * atlas_timeline_get_language:
 *
 * Returns: (transfer none): the tag of the language of labels
 */
const char *
atlas_timeline_get_language (const AtlasTimeline *self)
{
  return self->language;
}

guint
atlas_timeline_get_n_lanes (const AtlasTimeline *self)
{
  return self->lanes->len;
}

/**
 * atlas_timeline_get_lane:
 * @lane: less than atlas_timeline_get_n_lanes()
 *
 * Returns: (transfer none): the lane, from above
 */
const AtlasLane *
atlas_timeline_get_lane (const AtlasTimeline *self,
                         guint lane)
{
  g_return_val_if_fail (lane < self->lanes->len, NULL);

  return &g_array_index (self->lanes, AtlasLane, lane);
}
