/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasDay:
 *
 * A day as a number: days of the proleptic Gregorian calendar, where 1 is
 * 0001-01-01 (the same count as GDate's Julian day).
 */
typedef gint32 AtlasDay;

#define ATLAS_DAY_MIN G_MININT32 /* before all days: an open start */
#define ATLAS_DAY_MAX G_MAXINT32 /* after all days: an open end */

AtlasDay atlas_day_new (int year, int month, int day);
AtlasDay atlas_day_today (void);
void atlas_day_get_ymd (AtlasDay day, int *year, int *month, int *day_of_month);
char *atlas_day_to_iso (AtlasDay day);
int atlas_days_in_month (int year, int month);

G_END_DECLS
