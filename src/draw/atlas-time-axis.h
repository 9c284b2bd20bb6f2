/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-date.h"

G_BEGIN_DECLS

/**
 * AtlasTimeAxis:
 * @first: the first day that can be shown
 * @last: the last day that can be shown
 * @start: the point of time at the left edge: days, with fractions; a day
 *   lasts from its number until the next
 * @end: the point of time at the right edge
 * @width: pixels from edge to edge
 *
 * Which stretch of time a timeline shows. A plain value; every setter keeps it
 * within @first and @last, and no closer than a fortnight.
 */
typedef struct
{
  AtlasDay first;
  AtlasDay last;
  double start;
  double end;
  double width;
} AtlasTimeAxis;

void atlas_time_axis_init (AtlasTimeAxis *self, AtlasDay first, AtlasDay last, double width);
void atlas_time_axis_set_width (AtlasTimeAxis *self, double width);
void atlas_time_axis_show (AtlasTimeAxis *self, double start, double end);
void atlas_time_axis_zoom (AtlasTimeAxis *self, double x, double factor);
void atlas_time_axis_pan (AtlasTimeAxis *self, double pixels);
gboolean atlas_time_axis_reveal (AtlasTimeAxis *self, AtlasDay day);

/* A day's x is that of its middle, so that a handle on the first and the last
 * day can be seen and grabbed; x_of_start is where the day begins. */
double atlas_time_axis_x_of_day (const AtlasTimeAxis *self, AtlasDay day);
double atlas_time_axis_x_of_start (const AtlasTimeAxis *self, AtlasDay day);
AtlasDay atlas_time_axis_day_at (const AtlasTimeAxis *self, double x);

typedef enum
{
  ATLAS_TICK_DECADE,
  ATLAS_TICK_FIVE_YEARS,
  ATLAS_TICK_YEAR,
  ATLAS_TICK_QUARTER,
  ATLAS_TICK_MONTH,
  ATLAS_TICK_WEEK,
  ATLAS_TICK_DAY,
} AtlasTickStep;

/**
 * AtlasTimeTick:
 * @label: (nullable): translated words, where there is room for them
 * @major: whether the larger unit begins here: a decade among years, a year
 *   among months, a month among days
 */
typedef struct
{
  AtlasDay day;
  double x;
  gboolean major;
  char *label;
} AtlasTimeTick;

/* (transfer full) (element-type AtlasTimeTick): from left to right; labels keep
 * @room pixels from one to the next. */
GArray *atlas_time_axis_ticks (const AtlasTimeAxis *self, double room);
/* (transfer full) (nullable): the year or the month that the ticks at the left
 * edge are part of, where their labels do not say it. */
char *atlas_time_axis_period (const AtlasTimeAxis *self, double room);

G_END_DECLS
