/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-date.h"

#include <glib/gi18n-lib.h>

#include "atlas-month.h"

static char *
format_year (int year)
{
  if (year > 0)
    return g_strdup_printf ("%d", year);
  /* Translators: a year before the year 1 */
  return g_strdup_printf (_ ("%d BC"), 1 - year);
}

static char *
format_point (AtlasDay day,
              AtlasPrecision precision)
{
  g_autofree char *year_text = NULL;
  int year, month, day_of_month;

  if (precision == ATLAS_PRECISION_OPEN)
    return g_strdup ("");

  atlas_day_get_ymd (day, &year, &month, &day_of_month);
  year_text = format_year (year);
  switch (precision)
    {
    case ATLAS_PRECISION_DAY:
      /* Translators: day, month and year; reorder them with %3$s %2$s %1$d */
      return g_strdup_printf (C_ ("full date", "%1$d %2$s %3$s"), day_of_month, atlas_month_in_date (month), year_text);
    case ATLAS_PRECISION_MONTH:
      /* Translators: month and year */
      return g_strdup_printf (C_ ("month and year", "%1$s %2$s"), atlas_month_alone (month), year_text);
    case ATLAS_PRECISION_DECADE:
      /* Translators: a decade; %s is its first year */
      return g_strdup_printf (_ ("the %ss"), year_text);
    case ATLAS_PRECISION_CENTURY:
      /* Translators: a hundred years; %1$d is the first, %2$d the last */
      return g_strdup_printf (_ ("the years %1$d to %2$d"), year, year + 99);
    case ATLAS_PRECISION_YEAR:
    case ATLAS_PRECISION_OPEN:
    default:
      return g_steal_pointer (&year_text);
    }
}

/* The start of an interval, without what its end says again. */
static char *
format_start (const AtlasDate *date)
{
  int year, month, day, end_year, end_month, end_day;

  if (date->precision != ATLAS_PRECISION_DAY || date->end_precision != ATLAS_PRECISION_DAY)
    return format_point (date->earliest, date->precision);

  atlas_day_get_ymd (date->earliest, &year, &month, &day);
  atlas_day_get_ymd (date->latest, &end_year, &end_month, &end_day);
  if (year != end_year)
    return format_point (date->earliest, date->precision);
  if (month != end_month)
    /* Translators: day and month of a date whose year is said elsewhere in the sentence */
    return g_strdup_printf (C_ ("date without year", "%1$d %2$s"), day, atlas_month_in_date (month));
  return g_strdup_printf ("%d", day);
}

static char *
format_interval (const AtlasDate *date)
{
  g_autofree char *start = format_start (date);
  g_autofree char *end = format_point (date->latest, date->end_precision);

  if (date->precision == ATLAS_PRECISION_OPEN)
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("%s or earlier"), end);
  if (date->end_precision == ATLAS_PRECISION_OPEN)
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("%s or later"), start);
  /* Translators: two dates; the day of something lies between them */
  return g_strdup_printf (_ ("between %1$s and %2$s"), start, end);
}

/**
 * atlas_day_format:
 *
 * Returns: (transfer full): the day for people, “20 April 1994”; nothing for an open end
 */
char *
atlas_day_format (AtlasDay day)
{
  if (day == ATLAS_DAY_MIN || day == ATLAS_DAY_MAX)
    return g_strdup ("");
  return format_point (day, ATLAS_PRECISION_DAY);
}

/**
 * atlas_date_format:
 *
 * Returns: (transfer full): the date for people, as exact as it is and with its
 *   marks: “April 1994”, “around 1993”, “between 9 September and 9 December 1993”
 */
char *
atlas_date_format (const AtlasDate *date)
{
  g_autofree char *plain = date->interval ? format_interval (date) : format_point (date->earliest, date->precision);

  if (date->uncertain && date->approximate)
    /* Translators: %s is a date that is both uncertain and approximate */
    return g_strdup_printf (_ ("perhaps around %s"), plain);
  if (date->uncertain)
    /* Translators: %s is a date that is uncertain */
    return g_strdup_printf (_ ("perhaps %s"), plain);
  if (date->approximate)
    /* Translators: %s is a date that is approximate */
    return g_strdup_printf (_ ("around %s"), plain);
  return g_steal_pointer (&plain);
}
