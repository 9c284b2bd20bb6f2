/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-scope.h"

G_BEGIN_DECLS

/* In the order of the speeds that a reader chooses from. */
typedef enum
{
  ATLAS_PLAY_SLOW,
  ATLAS_PLAY_NORMAL,
  ATLAS_PLAY_FAST,
  ATLAS_N_PLAY_SPEEDS
} AtlasPlaySpeed;

const char *atlas_play_speed_to_id (AtlasPlaySpeed speed);
gboolean atlas_play_speed_from_id (const char *id, AtlasPlaySpeed *speed);

/**
 * AtlasPlayLeg:
 * @from: where it starts
 * @to: the next day on which something changes, or the end
 * @travel: how long the way takes, in milliseconds
 * @linger: how long to stay at @to, in milliseconds; 0 at an end where nothing
 *   changes
 *
 * One leg of the way through time: empty years go by fast, and where something
 * changes there is time to read what. A plain value.
 */
typedef struct
{
  AtlasDay from;
  AtlasDay to;
  guint travel;
  guint linger;
} AtlasPlayLeg;

gboolean atlas_play_leg_init (AtlasPlayLeg *self, const AtlasScope *scope, const AtlasDataset *dataset, AtlasDay from, AtlasDay end, AtlasPlaySpeed speed);
AtlasDay atlas_play_leg_get_day (const AtlasPlayLeg *self, gint64 elapsed);
AtlasDay atlas_play_get_start (const AtlasScope *scope, const AtlasDataset *dataset, AtlasDay day, AtlasDay end);

G_END_DECLS
