/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-time-axis.h"

#include <math.h>

/* Days; closer nothing more would be seen. */
#define CLOSEST 14.0

/* How far from the edge a day is brought, as a share of the width. */
#define MARGIN 0.1

/**
 * atlas_time_axis_init:
 * @first: the first day that can be shown
 * @last: the last day
 * @width: pixels from edge to edge
 *
 * Makes @self show everything.
 */
void
atlas_time_axis_init (AtlasTimeAxis *self,
                      AtlasDay first,
                      AtlasDay last,
                      double width)
{
  *self = (AtlasTimeAxis) { .first = first, .last = MAX (first, last) };
  atlas_time_axis_set_width (self, width);
  atlas_time_axis_show (self, self->first, self->last + 1.0);
}

/**
 * atlas_time_axis_set_width:
 * @width: pixels
 *
 * The stretch of time stays.
 */
void
atlas_time_axis_set_width (AtlasTimeAxis *self,
                           double width)
{
  self->width = MAX (width, 1);
}

/**
 * atlas_time_axis_show:
 * @start: what shall stand at the left edge: days, with fractions
 * @end: what shall stand at the right edge
 *
 * Shows that stretch, or what of it the range allows.
 */
void
atlas_time_axis_show (AtlasTimeAxis *self,
                      double start,
                      double end)
{
  const double lowest = self->first, highest = self->last + 1.0;
  const double whole = highest - lowest;
  const double span = CLAMP (end - start, MIN (CLOSEST, whole), whole);

  /* Whichever edge is moved, the middle stays where it can. */
  if (span != end - start)
    start = (start + end - span) / 2;
  self->start = CLAMP (start, lowest, highest - span);
  self->end = self->start + span;
}

/**
 * atlas_time_axis_zoom:
 * @x: what lies at this pixel stays there, where the range allows it
 * @factor: 2 shows half as much time, ½ twice as much
 */
void
atlas_time_axis_zoom (AtlasTimeAxis *self,
                      double x,
                      double factor)
{
  const double whole = self->last + 1.0 - self->first;
  const double share = x / self->width;
  const double anchor = self->start + share * (self->end - self->start);
  double span;

  if (!(factor > 0) || !isfinite (factor))
    return;
  span = CLAMP ((self->end - self->start) / factor, MIN (CLOSEST, whole), whole);
  atlas_time_axis_show (self, anchor - share * span, anchor - share * span + span);
}

/**
 * atlas_time_axis_pan:
 * @pixels: positive shows later days
 */
void
atlas_time_axis_pan (AtlasTimeAxis *self,
                     double pixels)
{
  const double days = pixels / self->width * (self->end - self->start);

  atlas_time_axis_show (self, self->start + days, self->end + days);
}

/**
 * atlas_time_axis_reveal:
 *
 * Moves as little as brings @day into view, a little away from the edge.
 *
 * Returns: whether anything moved
 */
gboolean
atlas_time_axis_reveal (AtlasTimeAxis *self,
                        AtlasDay day)
{
  const double before = self->start, span = self->end - self->start;
  const double middle = CLAMP (day, self->first, self->last) + 0.5;

  if (middle >= self->start && middle <= self->end)
    return FALSE;
  if (middle < self->start)
    atlas_time_axis_show (self, middle - MARGIN * span, middle + (1 - MARGIN) * span);
  else
    atlas_time_axis_show (self, middle - (1 - MARGIN) * span, middle + MARGIN * span);
  return self->start != before;
}

/**
 * atlas_time_axis_x_of_start:
 *
 * Returns: where @day begins, pixels; not only within the width. The open ends,
 *   %ATLAS_DAY_MIN and %ATLAS_DAY_MAX, lie far outside
 */
double
atlas_time_axis_x_of_start (const AtlasTimeAxis *self,
                            AtlasDay day)
{
  return (day - self->start) / (self->end - self->start) * self->width;
}

/**
 * atlas_time_axis_x_of_day:
 *
 * Returns: the middle of @day, pixels; not only within the width
 */
double
atlas_time_axis_x_of_day (const AtlasTimeAxis *self,
                          AtlasDay day)
{
  return (day + 0.5 - self->start) / (self->end - self->start) * self->width;
}

/**
 * atlas_time_axis_day_at:
 * @x: pixels
 *
 * Returns: the day that lies at @x, the first or the last beyond the edges
 */
AtlasDay
atlas_time_axis_day_at (const AtlasTimeAxis *self,
                        double x)
{
  const double point = self->start + x / self->width * (self->end - self->start);

  return (AtlasDay) CLAMP (floor (point), (double) self->first, (double) self->last);
}
