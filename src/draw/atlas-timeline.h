/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-scope.h"

G_BEGIN_DECLS

/**
 * AtlasTimeline:
 *
 * What a timeline shows, lane by lane, whatever stretch of time is in view:
 * about organisations, a curve for each of how many belong; about a country, a
 * lane for each organisation that it ever had a tie to; about one organisation
 * that is selected, a lane for each country, in order of joining. Events are
 * marks on the lane that they concern; what an article tells has a lane of its
 * own above all. Immutable; owns nothing of the dataset,
 * which it keeps alive.
 */
typedef struct _AtlasTimeline AtlasTimeline;

typedef enum
{
  ATLAS_LANE_CURVE,  /* of an organisation: how many belong, step by step */
  ATLAS_LANE_TIES,   /* spells of one country in one lineage */
  ATLAS_LANE_EVENTS, /* events that belong on no other lane */
} AtlasLaneKind;

/**
 * AtlasTimelineStep:
 * @day: from this day on
 * @latest: the latest day that it can have been; equals @day where it is known
 * @belonging: as in AtlasTally
 */
typedef struct
{
  AtlasDay day;
  AtlasDay latest;
  guint belonging;
} AtlasTimelineStep;

/**
 * AtlasLane:
 * @label: short, in the language of the timeline
 * @organisation: (nullable): its lineage
 * @country: (nullable):
 * @spells: of a lane of ties, in order
 * @steps: of a curve, in order; the curve stands at 0 before the first
 * @peak: the largest of @steps
 * @events: of every lane, by date
 */
typedef struct
{
  AtlasLaneKind kind;
  const char *label;
  const AtlasOrganisation *organisation;
  const AtlasCountry *country;
  guint n_spells;
  const AtlasSpell *const *spells;
  guint n_steps;
  const AtlasTimelineStep *steps;
  guint peak;
  guint n_events;
  const AtlasEvent *const *events;
} AtlasLane;

/* @by_country: a lane for each country instead of one curve, for a scope of one
 * organisation that is selected; its events have a lane of their own above. */
AtlasTimeline *atlas_timeline_new (AtlasDataset *dataset, const AtlasScope *scope, gboolean by_country, GPtrArray *told, const char *language);
AtlasTimeline *atlas_timeline_ref (AtlasTimeline *self);
void atlas_timeline_unref (AtlasTimeline *self);

AtlasDataset *atlas_timeline_get_dataset (const AtlasTimeline *self);
const char *atlas_timeline_get_language (const AtlasTimeline *self);
guint atlas_timeline_get_n_lanes (const AtlasTimeline *self);
const AtlasLane *atlas_timeline_get_lane (const AtlasTimeline *self, guint lane);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTimeline, atlas_timeline_unref)

G_END_DECLS
