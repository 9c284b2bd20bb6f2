/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-play-plan.h"

/* All in milliseconds, at normal speed. */
#define TRAVEL_PER_YEAR 250.0
#define MIN_TRAVEL 120.0
#define MAX_TRAVEL 1000.0
#define LINGER 1800.0
#define LINGER_PER_MORE 500.0
#define MAX_LINGER 4500.0

#define DAYS_PER_YEAR 365.25

static const struct
{
  const char *id;
  double factor; /* how much longer all takes */
} speeds[ATLAS_N_PLAY_SPEEDS] = {
  [ATLAS_PLAY_SLOW] = { "slow", 2 },
  [ATLAS_PLAY_NORMAL] = { "normal", 1 },
  [ATLAS_PLAY_FAST] = { "fast", 0.4 },
};

/**
 * atlas_play_speed_to_id:
 *
 * Returns: (transfer none): what the settings call it
 */
const char *
atlas_play_speed_to_id (AtlasPlaySpeed speed)
{
  return speeds[speed].id;
}

/**
 * atlas_play_speed_from_id:
 * @speed: (out): the speed
 *
 * Returns: whether there is one of that id
 */
gboolean
atlas_play_speed_from_id (const char *id,
                          AtlasPlaySpeed *speed)
{
  for (guint i = 0; i < ATLAS_N_PLAY_SPEEDS; i++)
    if (g_strcmp0 (id, speeds[i].id) == 0)
      {
        *speed = i;
        return TRUE;
      }
  return FALSE;
}

static double
get_linger (const AtlasScope *scope,
            const AtlasDataset *dataset,
            AtlasDay day)
{
  g_autoptr (GPtrArray) changes = atlas_scope_changes_between (scope, dataset, day, day);

  if (changes->len == 0)
    return 0;
  return MIN (MAX_LINGER, LINGER + LINGER_PER_MORE * (changes->len - 1));
}

/**
 * atlas_play_leg_init:
 * @self: (out): the leg
 * @scope: whose changes to stop at
 * @from: the day to go on from
 * @end: the day to end at
 *
 * Plans the way to the next change after @from, or to @end where nothing changes
 * before it.
 *
 * Returns: whether there is any way left
 */
gboolean
atlas_play_leg_init (AtlasPlayLeg *self,
                     const AtlasScope *scope,
                     const AtlasDataset *dataset,
                     AtlasDay from,
                     AtlasDay end,
                     AtlasPlaySpeed speed)
{
  const double factor = speeds[speed].factor;
  double travel;

  if (from >= end)
    return FALSE;
  self->from = from;
  if (!atlas_scope_next_change (scope, dataset, from, &self->to) || self->to > end)
    self->to = end;
  travel = (self->to - from) / DAYS_PER_YEAR * TRAVEL_PER_YEAR;
  self->travel = CLAMP (travel, MIN_TRAVEL, MAX_TRAVEL) * factor;
  self->linger = get_linger (scope, dataset, self->to) * factor;
  return TRUE;
}

/**
 * atlas_play_leg_get_day:
 * @elapsed: milliseconds since the leg began
 *
 * Returns: the day that is shown then; before the time is up, one before the end
 *   of the leg
 */
AtlasDay
atlas_play_leg_get_day (const AtlasPlayLeg *self,
                        gint64 elapsed)
{
  if (elapsed >= self->travel)
    return self->to;
  if (elapsed <= 0)
    return self->from;
  return self->from + (AtlasDay) (((gint64) self->to - self->from) * elapsed / self->travel);
}

/**
 * atlas_play_get_start:
 * @day: the day that is shown
 * @end: the day to end at
 *
 * Returns: @day, or where that is the end already, the eve of the first change
 */
AtlasDay
atlas_play_get_start (const AtlasScope *scope,
                      const AtlasDataset *dataset,
                      AtlasDay day,
                      AtlasDay end)
{
  AtlasDay first, last, change;

  if (day < end)
    return day;
  atlas_time_range (dataset, &first, &last);
  if (!atlas_scope_next_change (scope, dataset, first - 1, &change) || change > end)
    return first;
  return MAX (first, change - 1);
}
