/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-date-input.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#include "atlas-month.h"

#define MAX_PARTS 3
#define MAX_LENGTH 100 /* characters: no date is longer */
#define MAX_QUOTED 40  /* characters of what was typed that a message says again */

/* What a date is made of, in the order in which it was typed. */
typedef struct
{
  gboolean is_month; /* a name; otherwise a number */
  int value;
  int n_digits;
} Part;

typedef struct
{
  const char *text; /* as typed */
  Part parts[MAX_PARTS];
  guint n;
} Input;

/* --- What is wrong ------------------------------------------------------- */

static char *
quote (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = NULL;

  g_strstrip (valid);
  if (g_utf8_strlen (valid, -1) <= MAX_QUOTED)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, MAX_QUOTED);
  return g_strconcat (start, "…", NULL);
}

static gboolean
fail (const char *text,
      AtlasDateError code,
      const char *what,
      GError **error)
{
  g_autofree char *quoted = quote (text);
  g_autofree char *example = atlas_day_format (atlas_day_new (1992, 5, 15));

  /* Translators: what was typed, what is wrong with it, and a date that would do:
   * “15 mai”: the year is missing; write, for example, 15 May 1992 */
  g_set_error (error, ATLAS_DATE_ERROR, code, _ ("“%1$s”: %2$s; write, for example, %3$s"), quoted, what, example);
  return FALSE;
}

static gboolean
fail_at_word (const char *text,
              const char *word,
              GError **error)
{
  g_autofree char *quoted = quote (word);
  /* Translators: %s is a word that was typed */
  g_autofree char *what = g_strdup_printf (_ ("“%s” is no month"), quoted);

  return fail (text, ATLAS_DATE_ERROR_SYNTAX, what, error);
}

static gboolean
fail_at_day (const char *text,
             int year,
             int month,
             GError **error)
{
  g_autofree char *edtf = g_strdup_printf ("%04d-%02d", year, month);
  g_autofree char *name = NULL;
  g_autofree char *what = NULL;
  AtlasDate date;

  atlas_date_parse (edtf, &date, NULL);
  name = atlas_date_format (&date);
  /* Translators: a month and its year, and the number of its days, 28 to 31 */
  what = g_strdup_printf (_ ("%1$s has the days 1 to %2$d"), name, atlas_days_in_month (year, month));
  return fail (text, ATLAS_DATE_ERROR_RANGE, what, error);
}

/* --- Numbers and words --------------------------------------------------- */

static gboolean
add_part (Input *self,
          Part part,
          GError **error)
{
  if (self->n == MAX_PARTS)
    return fail (self->text, ATLAS_DATE_ERROR_SYNTAX, _ ("this is more than a day, a month and a year"), error);
  self->parts[self->n++] = part;
  return TRUE;
}

/* Skips the end of “15th”, “1:a”. */
static const char *
skip_ordinal (const char *at)
{
  static const char *const endings[] = { "st", "nd", "rd", "th", ":a", ":e" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_prefix (at, endings[i]) && !g_unichar_isalnum (g_utf8_get_char (at + 2)))
      return at + 2;
  return at;
}

static gboolean
read_number (Input *self,
             const char **at,
             GError **error)
{
  Part part = { 0 };

  for (; g_ascii_isdigit (**at); (*at)++, part.n_digits++)
    if (part.n_digits < 4)
      part.value = part.value * 10 + g_ascii_digit_value (**at);
  if (part.n_digits > 4)
    return fail (self->text, ATLAS_DATE_ERROR_SYNTAX, _ ("a year has four digits"), error);
  if (part.n_digits <= 2)
    *at = skip_ordinal (*at);
  return add_part (self, part, error);
}

static gboolean
is_filler (const char *word)
{
  static const char *const fillers[] = { "den", "of", "on", "the" };

  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (g_str_equal (word, fillers[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_word (gunichar character)
{
  return g_unichar_isalpha (character) || g_unichar_ismark (character);
}

static gboolean
read_word (Input *self,
           const char **at,
           GError **error)
{
  const char *start = *at;
  g_autofree char *word = NULL;
  Part part = { .is_month = TRUE };

  while (is_in_word (g_utf8_get_char (*at)))
    *at = g_utf8_next_char (*at);
  word = g_strndup (start, *at - start);
  if (is_filler (word))
    return TRUE;
  part.value = atlas_month_find (word);
  return part.value != 0 ? add_part (self, part, error) : fail_at_word (self->text, word, error);
}

static gboolean
is_separator (gunichar character)
{
  return g_unichar_isspace (character) || g_unichar_type (character) == G_UNICODE_DASH_PUNCTUATION ||
         (character < 0x80 && strchr (",./", (int) character) != NULL);
}

static gboolean
read_parts (Input *self,
            const char *folded,
            GError **error)
{
  const char *at = folded;

  while (*at != '\0')
    {
      const gunichar character = g_utf8_get_char (at);

      if (is_separator (character))
        at = g_utf8_next_char (at);
      else if (g_ascii_isdigit (*at))
        {
          if (!read_number (self, &at, error))
            return FALSE;
        }
      else if (!is_in_word (character))
        return fail (self->text, ATLAS_DATE_ERROR_SYNTAX, _ ("this was not understood as a date"), error);
      else if (!read_word (self, &at, error))
        return FALSE;
    }
  return TRUE;
}

/* --- What they mean ------------------------------------------------------ */

/* Whether the locale writes the month first, as in 5/15/1992. */
static gboolean
is_month_first (void)
{
  for (const char *at = strchr (nl_langinfo (D_FMT), '%'); at != NULL; at = strchr (at, '%'))
    {
      at += 1 + strspn (at + 1, "-_0^#EO");
      if (*at == 'D' || (*at != '\0' && strchr ("mbBh", *at) != NULL))
        return TRUE;
      if (*at != '\0' && strchr ("deFYyCG", *at) != NULL)
        return FALSE;
    }
  return FALSE;
}

static gboolean
finish (const Input *self,
        int year,
        int month,
        int day,
        AtlasDate *date,
        GError **error)
{
  g_autofree char *edtf = NULL;

  if (month < 1 || month > 12)
    {
      /* Translators: %d is a number that is no month */
      g_autofree char *what = g_strdup_printf (_ ("there is no month %d"), month);

      return fail (self->text, ATLAS_DATE_ERROR_RANGE, what, error);
    }
  if (day < 0)
    edtf = g_strdup_printf ("%04d-%02d", year, month);
  else if (day < 1 || day > atlas_days_in_month (year, month))
    return fail_at_day (self->text, year, month, error);
  else
    edtf = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  return atlas_date_parse (edtf, date, error);
}

/* Three numbers: the year stands first or last. */
static gboolean
finish_numbers (const Input *self,
                gboolean year_first,
                AtlasDate *date,
                GError **error)
{
  const int year = self->parts[year_first ? 0 : 2].value;
  const int first = self->parts[year_first ? 1 : 0].value;
  const int second = self->parts[year_first ? 2 : 1].value;
  /* Nobody puts the month first and full stops between. */
  gboolean month_first = year_first || (is_month_first () && strchr (self->text, '.') == NULL);

  if (month_first ? first > 12 && second <= 12 : second > 12 && first <= 12)
    month_first = !month_first;
  return finish (self, year, month_first ? first : second, month_first ? second : first, date, error);
}

/* Where the only number of four digits stands; -1 where there is none or several. */
static int
find_year (const Input *self)
{
  int found = -1;

  for (guint i = 0; i < self->n; i++)
    {
      if (self->parts[i].is_month || self->parts[i].n_digits != 4)
        continue;
      if (found >= 0)
        return -1;
      found = i;
    }
  return found;
}

/* Where the only month that is a name stands; -1 where there is none or several. */
static int
find_month (const Input *self)
{
  int found = -1;

  for (guint i = 0; i < self->n; i++)
    {
      if (!self->parts[i].is_month)
        continue;
      if (found >= 0)
        return -1;
      found = i;
    }
  return found;
}

static gboolean
fail_without_year (const Input *self,
                   GError **error)
{
  const Part *last = &self->parts[self->n - 1];

  for (guint i = 0; i < self->n; i++)
    if (!self->parts[i].is_month && self->parts[i].n_digits == 4)
      return fail (self->text, ATLAS_DATE_ERROR_SYNTAX, _ ("this has more than one year"), error);
  if (self->n == 1 && last->is_month)
    return fail (self->text, ATLAS_DATE_ERROR_SYNTAX, _ ("the year is missing"), error);
  if (self->n == 2 && (last->is_month || self->parts[0].is_month))
    return fail (self->text, ATLAS_DATE_ERROR_SYNTAX, _ ("the year is missing, or does not have four digits"), error);
  return fail (self->text, ATLAS_DATE_ERROR_SYNTAX, _ ("a year has four digits"), error);
}

static gboolean
finish_parts (const Input *self,
              AtlasDate *date,
              GError **error)
{
  const int year = find_year (self);
  const int month = find_month (self);

  if (self->n == 0)
    return fail (self->text, ATLAS_DATE_ERROR_SYNTAX, _ ("this was not understood as a date"), error);
  if (year < 0)
    return fail_without_year (self, error);
  if (self->n == 1)
    {
      g_autofree char *edtf = g_strdup_printf ("%04d", self->parts[0].value);

      return atlas_date_parse (edtf, date, error);
    }
  if (self->n == 2)
    return finish (self, self->parts[year].value, self->parts[1 - year].value, -1, date, error);
  if (month >= 0)
    return finish (self, self->parts[year].value, self->parts[month].value, self->parts[3 - year - month].value, date, error);
  if (year == 1 || self->parts[0].is_month || self->parts[1].is_month)
    return fail (self->text, ATLAS_DATE_ERROR_SYNTAX, _ ("this was not understood as a date"), error);
  return finish_numbers (self, year == 0, date, error);
}

static gboolean
is_today (const char *folded)
{
  /* Translators: typed for the date of the current day; lower case */
  g_autofree char *translated = g_utf8_casefold (C_ ("date that is typed", "today"), -1);
  const char *const words[] = { "today", "idag", "i dag", translated };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (folded, words[i]))
      return TRUE;
  return FALSE;
}

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal, -1);

  return g_strdup (g_strstrip (folded));
}

static gboolean
is_written_as_edtf (const char *text)
{
  return (strspn (text, "0123456789X") >= 4 || *text == '-' || *text == '.') && text[strspn (text, "0123456789X?~%./-")] == '\0';
}

static gboolean
parse_folded (const char *text,
              const char *folded,
              AtlasDate *date,
              GError **error)
{
  Input input = { .text = text };

  if (is_today (folded))
    {
      atlas_date_init_days (date, atlas_day_today (), atlas_day_today ());
      return TRUE;
    }
  return read_parts (&input, folded, error) && finish_parts (&input, date, error);
}

/**
 * atlas_date_parse_input:
 * @text: what somebody typed; need not be UTF-8
 * @date: (out): set where the text is a date
 * @error: %ATLAS_DATE_ERROR; its message says what was not understood and gives
 *   an example
 *
 * Reads EDTF as atlas_date_parse() does, and dates as people write them: a day,
 * a month and a year in any order that says which is which, “15 May 1992”, “May
 * 15, 1992”, “den 15 maj 1992”, “May 1994”, “1992-5-15”; the word for today.
 * Months go by their names as atlas_month_find() says. Of numbers in the form
 * 5/6/1992 the order is that of LC_TIME, and with full stops the day is first;
 * where that gives no month and the other order does, the other counts. Where the
 * locale writes the year first, a year at the end follows day and month.
 *
 * Returns: whether @text is a date
 */
gboolean
atlas_date_parse_input (const char *text,
                        AtlasDate *date,
                        GError **error)
{
  g_autofree char *stripped = NULL;
  g_autofree char *folded = NULL;
  g_autoptr (GError) as_edtf = NULL;
  g_autoptr (GError) as_words = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return fail (text, ATLAS_DATE_ERROR_SYNTAX, _ ("this was not understood as a date"), error);
  stripped = g_strstrip (g_strdup (text));
  if (g_utf8_strlen (stripped, -1) > MAX_LENGTH)
    return fail (stripped, ATLAS_DATE_ERROR_SYNTAX, _ ("this is too long for a date"), error);
  if (atlas_date_parse (stripped, date, &as_edtf))
    return TRUE;

  folded = fold (stripped);
  if (parse_folded (stripped, folded, date, &as_words))
    return TRUE;
  if (is_written_as_edtf (stripped) && as_words->code == ATLAS_DATE_ERROR_SYNTAX)
    g_propagate_error (error, g_steal_pointer (&as_edtf));
  else
    g_propagate_error (error, g_steal_pointer (&as_words));
  return FALSE;
}

/**
 * atlas_date_pick_day:
 *
 * Which day somebody means who typed a date where one day is wanted: the first
 * day of a month, a year or an interval; of an interval without a start, its last.
 *
 * Returns: a day, never an open end
 */
AtlasDay
atlas_date_pick_day (const AtlasDate *date)
{
  return date->earliest != ATLAS_DAY_MIN ? date->earliest : date->latest;
}
