/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-day.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_PRECISION_DAY,
  ATLAS_PRECISION_MONTH,
  ATLAS_PRECISION_YEAR,
  ATLAS_PRECISION_DECADE,  /* `199X` */
  ATLAS_PRECISION_CENTURY, /* `19XX` */
  ATLAS_PRECISION_OPEN,    /* `..` or nothing at this end of an interval */
} AtlasPrecision;

/**
 * AtlasDate:
 * @earliest: the first day that the date can mean
 * @latest: the last day that the date can mean
 * @precision: how exact the date, or the start of the interval, is written
 * @end_precision: how exact the end of the interval is written
 * @interval: whether it was written as an interval
 * @uncertain: marked `?` or `%`
 * @approximate: marked `~` or `%`
 *
 * A date in EDTF (ISO 8601-2:2019, level 1). Precision and intervals give it
 * width; the qualifiers only mark. Of an interval, @uncertain and @approximate
 * say that either end is so marked.
 */
typedef struct
{
  AtlasDay earliest;
  AtlasDay latest;
  AtlasPrecision precision : 8;
  AtlasPrecision end_precision : 8;
  guint interval : 1;
  guint uncertain : 1;
  guint approximate : 1;

  /*< private >*/
  guint start_marks : 2;
  guint end_marks : 2;
} AtlasDate;

#define ATLAS_DATE_ERROR (atlas_date_error_quark ())
typedef enum
{
  ATLAS_DATE_ERROR_SYNTAX,    /* not EDTF; the message names the place */
  ATLAS_DATE_ERROR_RANGE,     /* no such month or day */
  ATLAS_DATE_ERROR_ORDER,     /* an interval that ends before it starts */
  ATLAS_DATE_ERROR_PRECISION, /* a full day was asked for */
} AtlasDateError;
GQuark atlas_date_error_quark (void);

gboolean atlas_day_parse (const char *text, AtlasDay *day, GError **error);
gboolean atlas_date_parse (const char *text, AtlasDate *date, GError **error);
void atlas_date_init_days (AtlasDate *date, AtlasDay earliest, AtlasDay latest);
char *atlas_date_to_edtf (const AtlasDate *date);

/* For people, in the language of LC_TIME and LC_MESSAGES. */
char *atlas_day_format (AtlasDay day);
char *atlas_date_format (const AtlasDate *date);

G_END_DECLS
