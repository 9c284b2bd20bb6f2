/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-time-axis.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Ticks closer than this would be a grey band. */
#define CLOSEST_TICKS 9.0

/* The shortest that a step can be, days. */
static const double shortest[] = {
  [ATLAS_TICK_DECADE] = 3652,
  [ATLAS_TICK_FIVE_YEARS] = 1826,
  [ATLAS_TICK_YEAR] = 365,
  [ATLAS_TICK_QUARTER] = 90,
  [ATLAS_TICK_MONTH] = 28,
  [ATLAS_TICK_WEEK] = 7,
  [ATLAS_TICK_DAY] = 1,
};

static const char *
month_on_axis (int month)
{
  static const char *const names[] = {
    NC_ ("month on a time axis", "Jan"),
    NC_ ("month on a time axis", "Feb"),
    NC_ ("month on a time axis", "Mar"),
    NC_ ("month on a time axis", "Apr"),
    NC_ ("month on a time axis", "May"),
    NC_ ("month on a time axis", "Jun"),
    NC_ ("month on a time axis", "Jul"),
    NC_ ("month on a time axis", "Aug"),
    NC_ ("month on a time axis", "Sep"),
    NC_ ("month on a time axis", "Oct"),
    NC_ ("month on a time axis", "Nov"),
    NC_ ("month on a time axis", "Dec"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "month on a time axis", names[month - 1]);
}

/* The finest step whose ticks keep @room pixels. */
static AtlasTickStep
choose_step (const AtlasTimeAxis *self,
             double room)
{
  const double scale = self->width / (self->end - self->start);
  AtlasTickStep step = ATLAS_TICK_DAY;

  while (step > ATLAS_TICK_DECADE && shortest[step] * scale < room)
    step--;
  return step;
}

/* Whether a tick of @step stands on the day. */
static gboolean
stands_on (AtlasTickStep step,
           int year,
           int month,
           int day)
{
  switch (step)
    {
    case ATLAS_TICK_DECADE:
      return year % 10 == 0 && month == 1 && day == 1;
    case ATLAS_TICK_FIVE_YEARS:
      return year % 5 == 0 && month == 1 && day == 1;
    case ATLAS_TICK_YEAR:
      return month == 1 && day == 1;
    case ATLAS_TICK_QUARTER:
      return month % 3 == 1 && day == 1;
    case ATLAS_TICK_MONTH:
      return day == 1;
    case ATLAS_TICK_WEEK:
      /* Quarters of a month, so that none stands close to the next month. */
      return day % 7 == 1 && day < 29;
    case ATLAS_TICK_DAY:
    default:
      return TRUE;
    }
}

static AtlasTickStep
larger_unit (AtlasTickStep step)
{
  if (step <= ATLAS_TICK_YEAR)
    return ATLAS_TICK_DECADE;
  return step <= ATLAS_TICK_MONTH ? ATLAS_TICK_YEAR : ATLAS_TICK_MONTH;
}

static char *
make_label (AtlasTickStep step,
            int year,
            int month,
            int day)
{
  if (step <= ATLAS_TICK_YEAR || (step <= ATLAS_TICK_MONTH && month == 1))
    return g_strdup_printf ("%d", year);
  if (step <= ATLAS_TICK_MONTH || (day == 1 && month > 1))
    return g_strdup (month_on_axis (month));
  if (day == 1)
    /* Translators: a short month and a year on a time axis */
    return g_strdup_printf (C_ ("month and year on a time axis", "%1$s %2$d"), month_on_axis (month), year);
  return g_strdup_printf ("%d", day);
}

/* The first day of the step that @year, @month and @day lie in. */
static AtlasDay
floor_to (AtlasTickStep step,
          int year,
          int month,
          int day)
{
  while (!stands_on (step, year, month, day))
    if (day > 1)
      day--;
    else if (month > 1)
      month--;
    else
      year--;
  return atlas_day_new (year, month, day);
}

static AtlasDay
next_tick (AtlasTickStep step,
           AtlasDay tick)
{
  int year, month, day;

  /* Longer than the step ever is, and shorter than two. */
  atlas_day_get_ymd (tick + (step == ATLAS_TICK_DAY ? 1 : (AtlasDay) (shortest[step] * 1.15) + 3), &year, &month, &day);
  return floor_to (step, year, month, day);
}

static void
clear_tick (gpointer tick)
{
  g_free (((AtlasTimeTick *) tick)->label);
}

/* Where even decades stand too close, every second or third has its year. */
static gboolean
has_label (const AtlasTimeAxis *self,
           AtlasTickStep labels,
           double room,
           int year,
           int month,
           int day)
{
  const double decade = shortest[ATLAS_TICK_DECADE] * self->width / (self->end - self->start);

  if (!stands_on (labels, year, month, day))
    return FALSE;
  return labels != ATLAS_TICK_DECADE || decade >= room || (year / 10) % (int) ceil (room / decade) == 0;
}

/**
 * atlas_time_axis_ticks:
 * @room: pixels that labels keep at least, from the middle of one to the next
 *
 * Returns: (transfer full) (element-type AtlasTimeTick): the ticks in view, from
 *   left to right
 */
GArray *
atlas_time_axis_ticks (const AtlasTimeAxis *self,
                       double room)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (AtlasTimeTick));
  const AtlasTickStep step = choose_step (self, MIN (CLOSEST_TICKS, room));
  const AtlasTickStep labels = choose_step (self, room);
  int year, month, day;

  g_array_set_clear_func (ticks, clear_tick);
  atlas_day_get_ymd ((AtlasDay) floor (self->start), &year, &month, &day);
  for (AtlasDay at = floor_to (step, year, month, day); at <= self->end; at = next_tick (step, at))
    {
      AtlasTimeTick tick = { .day = at, .x = atlas_time_axis_x_of_start (self, at) };

      if (at < self->start)
        continue;
      atlas_day_get_ymd (at, &year, &month, &day);
      tick.major = stands_on (larger_unit (labels), year, month, day);
      if (has_label (self, labels, room, year, month, day))
        tick.label = make_label (labels, year, month, day);
      g_array_append_val (ticks, tick);
      /* cppcheck-suppress memleak; the array clears it */
    }
  return ticks;
}

/**
 * atlas_time_axis_period:
 * @room: as for atlas_time_axis_ticks()
 *
 * Returns: (transfer full) (nullable): what the labels at the left edge leave
 *   out: the year of months, the month and the year of days
 */
char *
atlas_time_axis_period (const AtlasTimeAxis *self,
                        double room)
{
  const AtlasTickStep labels = choose_step (self, room);
  int year, month, day;

  if (labels <= ATLAS_TICK_YEAR)
    return NULL;
  atlas_day_get_ymd ((AtlasDay) floor (self->start), &year, &month, &day);
  if (labels <= ATLAS_TICK_MONTH)
    return g_strdup_printf ("%d", year);
  return g_strdup_printf (C_ ("month and year on a time axis", "%1$s %2$d"), month_on_axis (month), year);
}
