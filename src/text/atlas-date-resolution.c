/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-date-resolution.h"

#include "atlas-date-words.h"

#define DAYS_OF_WEEK 7
#define MAX_SENTENCE 240 /* bytes to each side */
#define MAX_WORD_BYTES 40

/* --- Sentences ------------------------------------------------------------------------- */

static gboolean
ends_sentence (const char *p,
               const char *end)
{
  return *p == '\n' || *p == '!' || *p == '?' || (*p == '.' && (p + 1 >= end || g_ascii_isspace (p[1])));
}

static gboolean
is_future_word (AtlasLanguage language,
                const char *start,
                const char *end)
{
  g_autofree char *word = NULL;

  if (end - start > MAX_WORD_BYTES)
    return FALSE;
  word = g_utf8_strdown (start, end - start);
  return (atlas_date_words_look_up (language, word) & ATLAS_DATE_WORD_FUTURE) != 0;
}

/**
 * atlas_date_speaks_of_future:
 * @place: where a date stands in @text
 *
 * Returns: whether the sentence around @place has a word for what is to come
 */
gboolean
atlas_date_speaks_of_future (const char *text,
                             const char *end,
                             const char *place,
                             AtlasLanguage language)
{
  const char *start = place;
  const char *limit = place;

  while (start > text && place - start < MAX_SENTENCE && !ends_sentence (start - 1, end))
    start--;
  while (start < place && ((guchar) *start & 0xc0) == 0x80)
    start++;
  while (limit < end && limit - place < MAX_SENTENCE && !ends_sentence (limit, end))
    limit = g_utf8_next_char (limit);

  for (const char *p = start; p < limit;)
    {
      const char *word = p;

      while (p < limit && g_unichar_isalpha (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p > word && is_future_word (language, word, p))
        return TRUE;
      if (p < limit && p == word)
        p = g_utf8_next_char (p);
    }
  return FALSE;
}

/* --- Days ---------------------------------------------------------------------------------- */

static gboolean
is_day (const AtlasDate *date)
{
  return date->earliest == date->latest;
}

static AtlasDateRule
resolve_day (const AtlasOpenDate *open,
             AtlasDay written,
             AtlasDate *date)
{
  /* Day 1 was a Monday. */
  int today = (int) ((written - 1) % DAYS_OF_WEEK) + 1;
  int back = (today - (int) open->weekday + DAYS_OF_WEEK) % DAYS_OF_WEEK;
  AtlasDateRule rule = ATLAS_DATE_RULE_WORDS;
  AtlasDay day = written - back;

  if (open->weekday == 0)
    day = (open->hints & ATLAS_DATE_WORD_TOMORROW) != 0 ? written + 1 : written - 1;
  else if ((open->hints & ATLAS_DATE_WORD_NEXT) != 0)
    day = written - back + DAYS_OF_WEEK;
  else if ((open->hints & ATLAS_DATE_WORD_LAST) != 0)
    day = back == 0 ? written - DAYS_OF_WEEK : written - back;
  else if (open->is_future)
    {
      day = back == 0 ? written : written - back + DAYS_OF_WEEK;
      rule = ATLAS_DATE_RULE_FUTURE;
    }
  else
    rule = ATLAS_DATE_RULE_PAST;
  atlas_date_init_days (date, day, day);
  return rule;
}

/* --- Years ---------------------------------------------------------------------------------- */

static gboolean
set_year (const AtlasOpenDate *open,
          int year,
          AtlasDate *date)
{
  g_autofree char *edtf = NULL;

  if (year < 1 || year > 9999)
    return FALSE;
  if (open->first == 0)
    edtf = g_strdup_printf ("%04d-%02u", year, open->month);
  else if (open->last == open->first)
    edtf = g_strdup_printf ("%04d-%02u-%02u", year, open->month, open->first);
  else
    edtf = g_strdup_printf ("%04d-%02u-%02u/%04d-%02u-%02u", year, open->month, open->first, year, open->month, open->last);
  return atlas_date_parse (edtf, date, NULL);
}

/* The 29th of February comes every fourth or eighth year. */
static gboolean
find_year (const AtlasOpenDate *open,
           const AtlasDate *written,
           gboolean future,
           gboolean strictly,
           AtlasDate *date)
{
  int year, month, day;

  atlas_day_get_ymd (future ? written->earliest : written->latest, &year, &month, &day);
  for (int i = 0; i <= 8; i++)
    {
      if (!set_year (open, future ? year + i : year - i, date))
        continue;
      if (future ? (strictly ? date->earliest > written->latest : date->latest >= written->earliest)
                 : (strictly ? date->latest < written->earliest : date->earliest <= written->latest))
        return TRUE;
    }
  return FALSE;
}

static AtlasDateRule
resolve_year (const AtlasOpenDate *open,
              const AtlasDate *written,
              AtlasDate *date)
{
  gboolean future = open->is_future || (open->hints & ATLAS_DATE_WORD_NEXT) != 0;
  gboolean strictly = (open->hints & (ATLAS_DATE_WORD_NEXT | ATLAS_DATE_WORD_LAST)) != 0;
  int year, month, day;

  atlas_day_get_ymd (written->earliest, &year, &month, &day);
  if (open->year_hints != 0)
    {
      year += (open->year_hints & ATLAS_DATE_WORD_NEXT) != 0   ? 1
              : (open->year_hints & ATLAS_DATE_WORD_LAST) != 0 ? -1
                                                               : 0;
      return set_year (open, year, date) ? ATLAS_DATE_RULE_WORDS : ATLAS_DATE_RULE_NONE;
    }
  if (!find_year (open, written, future, strictly, date))
    return ATLAS_DATE_RULE_NONE;
  if (strictly)
    return ATLAS_DATE_RULE_WORDS;
  return future ? ATLAS_DATE_RULE_FUTURE : ATLAS_DATE_RULE_PAST;
}

/**
 * atlas_date_resolve:
 * @written: (nullable): when the text was written
 * @date: (out): what is meant
 *
 * Returns: the rule that told it; %ATLAS_DATE_RULE_NONE where none did
 */
AtlasDateRule
atlas_date_resolve (const AtlasOpenDate *open,
                    const AtlasDate *written,
                    AtlasDate *date)
{
  if (written == NULL || written->earliest == ATLAS_DAY_MIN || written->latest == ATLAS_DAY_MAX)
    return ATLAS_DATE_RULE_NONE;
  if (open->month == 0)
    return is_day (written) ? resolve_day (open, written->earliest, date) : ATLAS_DATE_RULE_NONE;
  return resolve_year (open, written, date);
}
