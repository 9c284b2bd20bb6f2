/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (atlas - date - error - quark, atlas_date_error)

#define MARK_UNCERTAIN 1
#define MARK_APPROXIMATE 2

/* --- Parsing ------------------------------------------------------------- */

/* One end of an interval, or a date that is none. */
typedef struct
{
  AtlasDay earliest;
  AtlasDay latest;
  AtlasPrecision precision;
  guint marks;
} Point;

/* Where the parser is in @text; what it reads ends before @end. */
typedef struct
{
  const char *text;
  const char *at;
  const char *end;
} Cursor;

static int
place_of (const Cursor *cursor)
{
  return g_utf8_pointer_to_offset (cursor->text, cursor->at) + 1;
}

static gboolean
fail (const Cursor *cursor,
      AtlasDateError code,
      const char *what,
      GError **error)
{
  /* Translators: what is wrong with a date, for example “1994-4”, character 6: a month has two digits */
  g_set_error (error, ATLAS_DATE_ERROR, code, _ ("“%s”, character %d: %s"), cursor->text, place_of (cursor), what);
  return FALSE;
}

/* Reads @n characters, digits and then X. */
static gboolean
read_digits (Cursor *cursor,
             int n,
             int *value,
             int *n_unspecified)
{
  *value = 0;
  *n_unspecified = 0;
  for (int i = 0; i < n; i++, cursor->at++)
    {
      gboolean known = cursor->at < cursor->end && g_ascii_isdigit (*cursor->at);

      if (!known && (cursor->at == cursor->end || *cursor->at != 'X'))
        return FALSE;
      if (known && *n_unspecified > 0)
        return FALSE;
      *n_unspecified += !known;
      *value = *value * 10 + (known ? g_ascii_digit_value (*cursor->at) : 0);
    }
  return TRUE;
}

static void
read_marks (Cursor *cursor,
            Point *point)
{
  if (cursor->at == cursor->end)
    return;

  switch (cursor->end[-1])
    {
    case '?':
      point->marks = MARK_UNCERTAIN;
      break;
    case '~':
      point->marks = MARK_APPROXIMATE;
      break;
    case '%':
      point->marks = MARK_UNCERTAIN | MARK_APPROXIMATE;
      break;
    default:
      return;
    }
  cursor->end--;
}

static gboolean
fail_at_stray (const Cursor *cursor,
               const char *what,
               GError **error)
{
  if (strchr ("?~%", *cursor->at) != NULL)
    what = _ ("a mark (?, ~ or %) stands at the end");
  else if (*cursor->at == 'T')
    what = _ ("a date has no time of day");
  return fail (cursor, ATLAS_DATE_ERROR_SYNTAX, what, error);
}

static gboolean
skip_dash (Cursor *cursor,
           GError **error)
{
  if (*cursor->at != '-')
    return fail_at_stray (cursor, _ ("“-” is expected here, as in 1994-04-20"), error);
  cursor->at++;
  return TRUE;
}

static gboolean
read_day (Cursor *cursor,
          int year,
          int month,
          Point *point,
          GError **error)
{
  const char *start = cursor->at;
  int day, n_unspecified;

  if (!read_digits (cursor, 2, &day, &n_unspecified) || n_unspecified == 1)
    return fail (cursor, ATLAS_DATE_ERROR_SYNTAX, _ ("a day has two digits, as in 1994-04-20"), error);
  if (cursor->at != cursor->end)
    return fail_at_stray (cursor, _ ("a date ends after its day"), error);
  if (n_unspecified == 2)
    return TRUE;

  cursor->at = start;
  if (day < 1 || day > atlas_days_in_month (year, month))
    return fail (cursor, ATLAS_DATE_ERROR_RANGE, _ ("the month has no such day"), error);
  point->earliest = point->latest = atlas_day_new (year, month, day);
  point->precision = ATLAS_PRECISION_DAY;
  return TRUE;
}

/* `1994-XX-XX` says no more than `1994`. */
static gboolean
read_unspecified_month (Cursor *cursor,
                        GError **error)
{
  if (cursor->at == cursor->end)
    return TRUE;
  if (!skip_dash (cursor, error))
    return FALSE;
  if (cursor->end - cursor->at == 2 && strncmp (cursor->at, "XX", 2) == 0)
    return TRUE;
  return fail (cursor, ATLAS_DATE_ERROR_SYNTAX, _ ("the day of an unknown month is XX"), error);
}

static gboolean
read_month (Cursor *cursor,
            int year,
            Point *point,
            GError **error)
{
  const char *start = cursor->at;
  int month, n_unspecified;

  if (!read_digits (cursor, 2, &month, &n_unspecified) || n_unspecified == 1)
    return fail (cursor, ATLAS_DATE_ERROR_SYNTAX, _ ("a month has two digits, as in 1994-04"), error);
  if (n_unspecified == 2)
    return read_unspecified_month (cursor, error);
  if (month < 1 || month > 12)
    {
      cursor->at = start;
      if (month >= 21 && month <= 24)
        return fail (cursor, ATLAS_DATE_ERROR_RANGE, _ ("a season has no fixed days; write its months, as in 1994-03/1994-05"), error);
      return fail (cursor, ATLAS_DATE_ERROR_RANGE, _ ("months go from 01 to 12"), error);
    }

  point->earliest = atlas_day_new (year, month, 1);
  point->latest = atlas_day_new (year, month, atlas_days_in_month (year, month));
  point->precision = ATLAS_PRECISION_MONTH;
  if (cursor->at == cursor->end)
    return TRUE;
  if (!skip_dash (cursor, error))
    return FALSE;
  return read_day (cursor, year, month, point, error);
}

static gboolean
read_year (Cursor *cursor,
           int *year,
           Point *point,
           GError **error)
{
  static const int spans[] = { 1, 10, 100 };
  gboolean negative = cursor->at < cursor->end && *cursor->at == '-';
  int n_unspecified, first, last;

  if (cursor->at < cursor->end && *cursor->at == 'Y')
    return fail (cursor, ATLAS_DATE_ERROR_RANGE, _ ("years of more than four digits are not known here"), error);
  if (negative)
    cursor->at++;
  if (!read_digits (cursor, 4, year, &n_unspecified) || n_unspecified > 2)
    return fail (cursor, ATLAS_DATE_ERROR_SYNTAX, _ ("a year has four digits, as in 1994; only its last two may be X"), error);

  first = negative ? -(*year + spans[n_unspecified] - 1) : *year;
  last = first + spans[n_unspecified] - 1;
  *year = first;
  point->earliest = atlas_day_new (first, 1, 1);
  point->latest = atlas_day_new (last, 12, 31);
  point->precision = ATLAS_PRECISION_YEAR + n_unspecified;
  return TRUE;
}

static gboolean
parse_point (const char *text,
             const char *start,
             const char *end,
             Point *point,
             GError **error)
{
  Cursor cursor = { text, start, end };
  int year;

  *point = (Point) { 0 };
  if (start == end)
    return fail (&cursor, ATLAS_DATE_ERROR_SYNTAX, _ ("a date is expected, as in 1994, 1994-04 or 1994-04-20"), error);
  read_marks (&cursor, point);
  if (!read_year (&cursor, &year, point, error))
    return FALSE;
  if (cursor.at == cursor.end)
    return TRUE;
  if (point->precision != ATLAS_PRECISION_YEAR)
    return fail (&cursor, ATLAS_DATE_ERROR_SYNTAX, _ ("a year with an X has no months"), error);
  if (!skip_dash (&cursor, error))
    return FALSE;
  return read_month (&cursor, year, point, error);
}

static gboolean
parse_end (const char *text,
           const char *start,
           const char *end,
           AtlasDay open,
           Point *point,
           GError **error)
{
  if (start < end && !(end - start == 2 && strncmp (start, "..", 2) == 0))
    return parse_point (text, start, end, point, error);

  *point = (Point) { open, open, ATLAS_PRECISION_OPEN, 0 };
  return TRUE;
}

static void
init_from_points (AtlasDate *date,
                  const Point *start,
                  const Point *end)
{
  guint marks = start->marks | end->marks;

  *date = (AtlasDate) {
    .earliest = start->earliest,
    .latest = end->latest,
    .precision = start->precision,
    .end_precision = end->precision,
    .interval = start != end,
    .uncertain = (marks & MARK_UNCERTAIN) != 0,
    .approximate = (marks & MARK_APPROXIMATE) != 0,
    .start_marks = start->marks,
    .end_marks = end->marks,
  };
}

static gboolean
parse_interval (const char *text,
                const char *slash,
                AtlasDate *date,
                GError **error)
{
  const char *last = text + strlen (text);
  Cursor cursor = { text, slash + 1, last };
  const char *second = strchr (slash + 1, '/');
  Point start, end;

  if (second != NULL)
    {
      cursor.at = second;
      return fail (&cursor, ATLAS_DATE_ERROR_SYNTAX, _ ("an interval has one “/”"), error);
    }
  if (!parse_end (text, text, slash, ATLAS_DAY_MIN, &start, error) || !parse_end (text, slash + 1, last, ATLAS_DAY_MAX, &end, error))
    return FALSE;
  if (start.precision == ATLAS_PRECISION_OPEN && end.precision == ATLAS_PRECISION_OPEN)
    return fail (&cursor, ATLAS_DATE_ERROR_SYNTAX, _ ("an interval has a date on one side at least"), error);
  if (end.latest < start.earliest)
    return fail (&cursor, ATLAS_DATE_ERROR_ORDER, _ ("the interval ends before it starts"), error);

  init_from_points (date, &start, &end);
  return TRUE;
}

/**
 * atlas_date_parse:
 * @text: EDTF, level 1: `1994`, `1994-04`, `1994-04-20`, `1994-04-XX`, `199X`,
 *   `-0043`, each with `?`, `~` or `%` at its end, or two with `/` between,
 *   of which one may be `..` or empty
 * @date: (out): set where the text is a date
 * @error: %ATLAS_DATE_ERROR; its message names the place and the mend
 *
 * Refused, because they have no days: seasons (`2001-21`), times of day, years
 * with a `Y`, and all of level 2.
 *
 * Returns: whether @text is a date
 */
gboolean
atlas_date_parse (const char *text,
                  AtlasDate *date,
                  GError **error)
{
  const char *slash = strchr (text, '/');
  Point point;

  if (slash != NULL)
    return parse_interval (text, slash, date, error);
  if (!parse_point (text, text, text + strlen (text), &point, error))
    return FALSE;

  init_from_points (date, &point, &point);
  return TRUE;
}

/**
 * atlas_day_parse:
 * @text: a full day, `1994-04-20`
 * @day: (out): set where the text is one
 * @error: %ATLAS_DATE_ERROR; %ATLAS_DATE_ERROR_PRECISION for a date that is no full day
 */
gboolean
atlas_day_parse (const char *text,
                 AtlasDay *day,
                 GError **error)
{
  g_autofree char *first = NULL;
  AtlasDate date;

  if (!atlas_date_parse (text, &date, error))
    return FALSE;
  if (date.earliest == date.latest && !date.interval && date.start_marks == 0)
    {
      *day = date.earliest;
      return TRUE;
    }

  first = atlas_day_to_iso (date.earliest != ATLAS_DAY_MIN ? date.earliest : date.latest);
  g_set_error (error, ATLAS_DATE_ERROR, ATLAS_DATE_ERROR_PRECISION, _ ("“%s” is not a full day; write one day, for example %s"), text, first);
  return FALSE;
}

/* --- Dates --------------------------------------------------------------- */

/**
 * atlas_date_init_days:
 * @latest: %ATLAS_DAY_MAX for an open end
 *
 * Makes @date mean a day from @earliest to @latest.
 */
void
atlas_date_init_days (AtlasDate *date,
                      AtlasDay earliest,
                      AtlasDay latest)
{
  const Point start = { earliest, earliest, ATLAS_PRECISION_DAY, 0 };
  const Point end = { latest, latest, latest == ATLAS_DAY_MAX ? ATLAS_PRECISION_OPEN : ATLAS_PRECISION_DAY, 0 };

  init_from_points (date, &start, earliest == latest ? &start : &end);
}

static void
append_point (GString *out,
              AtlasDay day,
              AtlasPrecision precision,
              guint marks)
{
  static const char marks_of[] = { '\0', '?', '~', '%' };
  g_autofree char *iso = NULL;

  if (precision == ATLAS_PRECISION_OPEN)
    {
      g_string_append (out, "..");
      return;
    }

  /* A coarser date is how a finer one begins: 1994-04-20, 1994-04, 1994. */
  iso = atlas_day_to_iso (day);
  g_string_append_len (out, iso, strlen (iso) - (precision == ATLAS_PRECISION_DAY ? 0 : precision == ATLAS_PRECISION_MONTH ? 3
                                                                                                                           : 6));
  if (precision >= ATLAS_PRECISION_DECADE)
    out->str[out->len - 1] = 'X';
  if (precision == ATLAS_PRECISION_CENTURY)
    out->str[out->len - 2] = 'X';
  if (marks != 0)
    g_string_append_c (out, marks_of[marks]);
}

/**
 * atlas_date_to_edtf:
 *
 * Returns: (transfer full): the date as EDTF; parsing it gives @date again
 */
char *
atlas_date_to_edtf (const AtlasDate *date)
{
  g_autoptr (GString) out = g_string_new (NULL);

  append_point (out, date->earliest, date->precision, date->start_marks);
  if (date->interval)
    {
      g_string_append_c (out, '/');
      append_point (out, date->latest, date->end_precision, date->end_marks);
    }
  return g_strdup (out->str);
}
