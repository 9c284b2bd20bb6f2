/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-day.h"

G_BEGIN_DECLS

/**
 * AtlasWhen:
 * @compares: whether two days are compared
 * @from: the first day of the comparison; without one the same as @to
 * @to: its last day; without one the day that is shown
 *
 * What time a map tells of: one day, or what changed between two, both of which
 * count. A plain value; make it with atlas_when_on() or atlas_when_between().
 */
typedef struct
{
  gboolean compares;
  AtlasDay from;
  AtlasDay to;
} AtlasWhen;

/**
 * atlas_when_on:
 *
 * Returns: one day
 */
static inline AtlasWhen
atlas_when_on (AtlasDay day)
{
  return (AtlasWhen) { FALSE, day, day };
}

/**
 * atlas_when_between:
 *
 * Returns: the comparison of two days, in whichever order they come
 */
static inline AtlasWhen
atlas_when_between (AtlasDay one,
                    AtlasDay other)
{
  return (AtlasWhen) { TRUE, MIN (one, other), MAX (one, other) };
}

/**
 * atlas_when_get_eve:
 *
 * A change on the first day of a comparison is part of it, so what was before is
 * what held the day before.
 *
 * Returns: the day before the first
 */
static inline AtlasDay
atlas_when_get_eve (AtlasWhen self)
{
  return self.from == ATLAS_DAY_MIN ? self.from : self.from - 1;
}

G_END_DECLS
