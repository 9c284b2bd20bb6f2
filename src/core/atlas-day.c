/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-day.h"

#define DAYS_IN_400_YEARS 146097

static gboolean
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static gint64
floor_div (gint64 a,
           gint64 b)
{
  return a / b - (a % b < 0);
}

/* From 0001-01-01 to the first day of @year; negative before year 1. */
static gint64
days_before_year (gint64 year)
{
  gint64 past = year - 1;

  return 365 * past + floor_div (past, 4) - floor_div (past, 100) + floor_div (past, 400);
}

static int
days_before_month (int year,
                   int month)
{
  static const int before[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };

  return before[month - 1] + (month > 2 && is_leap_year (year));
}

/**
 * atlas_days_in_month:
 * @year: a year of the proleptic Gregorian calendar
 * @month: 1 to 12
 *
 * Returns: how many days the month has
 */
int
atlas_days_in_month (int year,
                     int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 0);

  return days[month - 1] + (month == 2 && is_leap_year (year));
}

/**
 * atlas_day_new:
 * @year: −9999 to 9999, where 0 is 1 BC
 * @month: 1 to 12
 * @day: 1 to the last of the month
 *
 * Returns: the day of the proleptic Gregorian calendar
 */
AtlasDay
atlas_day_new (int year,
               int month,
               int day)
{
  g_return_val_if_fail (year >= -9999 && year <= 9999, ATLAS_DAY_MIN);
  g_return_val_if_fail (month >= 1 && month <= 12, ATLAS_DAY_MIN);
  g_return_val_if_fail (day >= 1 && day <= atlas_days_in_month (year, month), ATLAS_DAY_MIN);

  return days_before_year (year) + days_before_month (year, month) + day;
}

/**
 * atlas_day_today:
 *
 * Returns: the day that it is here, by the local time zone
 */
AtlasDay
atlas_day_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return atlas_day_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

/**
 * atlas_day_get_ymd:
 * @day: a day, neither %ATLAS_DAY_MIN nor %ATLAS_DAY_MAX
 * @year: (out):
 * @month: (out): 1 to 12
 * @day_of_month: (out): from 1
 */
void
atlas_day_get_ymd (AtlasDay day,
                   int *year,
                   int *month,
                   int *day_of_month)
{
  gint64 past = (gint64) day - 1;
  gint64 cycle = floor_div (past, DAYS_IN_400_YEARS);
  gint64 y = cycle * 400 + 1 + (past - cycle * DAYS_IN_400_YEARS) / 366;
  int m = 1;
  int rest;

  while (days_before_year (y + 1) <= past)
    y++;
  rest = past - days_before_year (y);
  while (m < 12 && days_before_month (y, m + 1) <= rest)
    m++;

  *year = y;
  *month = m;
  *day_of_month = rest - days_before_month (y, m) + 1;
}

/**
 * atlas_day_to_iso:
 *
 * Returns: (transfer full): the day as `1994-04-20`; `..` for an open end
 */
char *
atlas_day_to_iso (AtlasDay day)
{
  int year, month, day_of_month;

  if (day == ATLAS_DAY_MIN || day == ATLAS_DAY_MAX)
    return g_strdup ("..");

  atlas_day_get_ymd (day, &year, &month, &day_of_month);
  return g_strdup_printf ("%s%04d-%02d-%02d", year < 0 ? "-" : "", ABS (year), month, day_of_month);
}
