/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-import-date.h"

#include "atlas-date.h"

#include <stdlib.h>
#include <string.h>

#define MAX_LENGTH 100
#define MAX_PARTS 12

/* How the months begin in English, Swedish, Russian, German and French. */
static const char *const months[12][7] = {
  { "jan", "янв", "jän" },
  { "feb", "фев", "fév", "fev" },
  { "mar", "мар", "mär", "mrz" },
  { "apr", "апр", "avr" },
  { "may", "maj", "мая", "май", "mai" },
  { "jun", "июн", "juin" },
  { "jul", "июл", "juil" },
  { "aug", "авг", "aoû", "aou" },
  { "sep", "сен" },
  { "oct", "okt", "окт" },
  { "nov", "ноя" },
  { "dec", "dez", "дек", "déc" },
};

typedef struct
{
  gint value;
  guint n_digits; /* 0 for a month's name */
} Part;

static char *
make_day (int year,
          int month,
          int day)
{
  if (year < 1000 || year > 2999 || month < 1 || month > 12 || day < 1 || !g_date_valid_dmy (day, month, year))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

static int
number (const char *text,
        guint n)
{
  int value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

/* 2026-05-28T14:00+03:00, 2026/05/28, 20260528, D:20260528140000: the day where
 * it was written, whatever the zone. */
static char *
find_iso (const char *text)
{
  int year = number (text, 4);
  gboolean compact = year >= 0 && g_ascii_isdigit (text[4]);
  const char *month = text + (compact ? 4 : 5);
  const char *day = month + (compact ? 2 : 3);

  if (year < 0 || (!compact && text[4] != '-' && text[4] != '/' && text[4] != '.'))
    return NULL;
  if (number (month, 2) < 0 || (!compact && month[2] != text[4]) || number (day, 2) < 0)
    return NULL;
  return make_day (year, number (month, 2), number (day, 2));
}

static int
find_month (const char *word,
            gsize length)
{
  g_autofree char *exact = g_strndup (word, length);
  g_autofree char *lower = g_utf8_strdown (exact, -1);

  for (int month = 0; month < 12; month++)
    for (guint i = 0; months[month][i] != NULL; i++)
      if (g_str_has_prefix (lower, months[month][i]))
        return month + 1;
  return 0;
}

static guint
split (const char *text,
       Part parts[MAX_PARTS])
{
  guint n = 0;

  for (const char *p = text; *p != '\0' && n < MAX_PARTS;)
    {
      const char *start = p;

      if (g_ascii_isdigit (*p))
        {
          while (g_ascii_isdigit (*p))
            p++;
          parts[n].n_digits = p - start;
          parts[n].value = p - start <= 4 ? number (start, p - start) : -1;
          n++;
          continue;
        }
      while (*p != '\0' && g_unichar_isalpha (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p == start)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      parts[n].n_digits = 0;
      parts[n].value = find_month (start, p - start);
      n += parts[n].value > 0;
    }
  return n;
}

/* “28 May 2026”, “May 28, 2026”, “Thu, 28 May 2026 10:00”: a name with a day and
 * a year beside it. */
static char *
find_named (const Part *parts,
            guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (parts[i].n_digits != 0)
        continue;
      if (i > 0 && i + 1 < n && parts[i - 1].n_digits >= 1 && parts[i - 1].n_digits <= 2 && parts[i + 1].n_digits == 4)
        return make_day (parts[i + 1].value, parts[i].value, parts[i - 1].value);
      if (i + 2 < n && parts[i + 1].n_digits >= 1 && parts[i + 1].n_digits <= 2 && parts[i + 2].n_digits == 4)
        return make_day (parts[i + 2].value, parts[i].value, parts[i + 1].value);
    }
  return NULL;
}

/* 28.05.2026; with a stroke only where the order of day and month is sure. */
static char *
find_numbers (const char *text,
              const Part *parts,
              guint n)
{
  int first, second;

  if (n < 3 || parts[0].n_digits == 0 || parts[0].n_digits > 2 || parts[1].n_digits == 0 || parts[1].n_digits > 2 || parts[2].n_digits != 4)
    return NULL;
  first = parts[0].value;
  second = parts[1].value;
  if (strchr (text, '.') != NULL || first > 12 || first == second)
    return make_day (parts[2].value, second, first);
  return second > 12 ? make_day (parts[2].value, first, second) : NULL;
}

/**
 * atlas_import_date_find:
 * @text: a date as files write it, in one of many ways
 *
 * Returns: (transfer full) (nullable): the same as EDTF; %NULL where it is no date
 *   or could be two
 */
char *
atlas_import_date_find (const char *text)
{
  g_autofree char *stripped = NULL;
  const char *start;
  Part parts[MAX_PARTS] = { 0 };
  AtlasDate date;
  char *found;
  guint n;

  if (strlen (text) > MAX_LENGTH || !g_utf8_validate (text, -1, NULL))
    return NULL;
  stripped = g_strstrip (g_strdup (text));
  start = g_str_has_prefix (stripped, "D:") ? stripped + 2 : stripped;
  found = find_iso (start);
  if (found != NULL && !(strpbrk (start, "?~%") != NULL || strstr (start, "/") != NULL))
    return found;
  if (*start != '\0' && strstr (start, "..") == NULL && atlas_date_parse (start, &date, NULL))
    {
      g_free (found);
      return g_strdup (start);
    }
  if (found != NULL)
    return found;
  n = split (start, parts);
  found = find_named (parts, n);
  return found != NULL ? found : find_numbers (start, parts, n);
}
