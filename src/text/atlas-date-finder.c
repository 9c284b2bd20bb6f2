/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-date-finder.h"

#include "atlas-context.h"
#include "atlas-date-resolution.h"
#include "atlas-date-words.h"

#include <string.h>

#define MIN_YEAR 1000
#define MAX_YEAR 2199
#define MAX_DAY 31
#define MAX_WORD_BYTES 40
#define NO_BREAK_SPACE "\xc2\xa0"
#define EN_DASH "\xe2\x80\x93"

typedef struct
{
  const char *text;
  const char *end;
  AtlasLanguage language;
  const AtlasDate *written;
  GArray *found;
  const guint8 *starts;
} Finder;

/* A word where the scan stands, in lower case, and what it does in a date. */
typedef struct
{
  char word[MAX_WORD_BYTES];
  const char *end;
  guint flags;
  gboolean is_capital;
} Word;

typedef struct
{
  guint value;
  guint n_digits;
  const char *end;
} Number;

/* --- Reading ------------------------------------------------------------------------ */

static const char *
skip_space (const Finder *self,
            const char *p)
{
  if (p < self->end && *p == ' ')
    return p + 1;
  if (self->end - p >= 2 && memcmp (p, NO_BREAK_SPACE, 2) == 0)
    return p + 2;
  return p < self->end && *p == '\n' && p + 1 < self->end && p[1] != '\n' ? p + 1 : p;
}

static gboolean
read_number (const Finder *self,
             const char *p,
             Number *number)
{
  *number = (Number) { 0, 0, p };
  for (; number->end < self->end && g_ascii_isdigit (*number->end); number->end++)
    if (++number->n_digits <= 4)
      number->value = number->value * 10 + (guint) (*number->end - '0');
  return number->n_digits > 0 && number->n_digits <= 4;
}

static gboolean
read_word (const Finder *self,
           const char *p,
           Word *word)
{
  char *out = word->word;

  word->end = p;
  word->is_capital = p < self->end && g_unichar_isupper (g_utf8_get_char (p));
  while (word->end < self->end)
    {
      gunichar c = g_utf8_get_char (word->end);

      if (!g_unichar_isalpha (c))
        break;
      if (out - word->word > MAX_WORD_BYTES - 8)
        return FALSE;
      out += g_unichar_to_utf8 (g_unichar_tolower (c), out);
      word->end = g_utf8_next_char (word->end);
    }
  *out = '\0';
  word->flags = out > word->word ? atlas_date_words_look_up (self->language, word->word) : 0;
  return out > word->word;
}

static gboolean
read_next_word (const Finder *self,
                const char *p,
                Word *word)
{
  const char *start = skip_space (self, p);

  return start > p && read_word (self, start, word);
}

static guint
flags_before (const Finder *self,
              const char *p)
{
  AtlasToken token;

  return atlas_context_previous (self->text, (guint) (p - self->text), &token) ? atlas_date_words_look_up (self->language, token.word) : 0;
}

static gboolean
is_year (const Number *number)
{
  return number->n_digits == 4 && number->value >= MIN_YEAR && number->value <= MAX_YEAR;
}

/* Whether a number could go on: “2025.3”, “2025-05”, “20:30”, “1,994”. */
static gboolean
ends_number (const Finder *self,
             const char *p)
{
  if (p >= self->end)
    return TRUE;
  if (g_ascii_isdigit (*p) || *p == '%' || g_unichar_isalpha (g_utf8_get_char (p)))
    return FALSE;
  return !(strchr (".,:/-", *p) != NULL && p + 1 < self->end && g_ascii_isdigit (p[1]));
}

static gboolean
begins_number (const Finder *self,
               const char *p)
{
  const char *before;
  gunichar c;

  if (p == self->text)
    return TRUE;
  before = g_utf8_prev_char (p);
  c = g_utf8_get_char (before);
  if (c == '$' || c == '#' || c == '+' || c == 0x20ac || c == 0xa3 || c == 0x2116 || g_unichar_isalnum (c))
    return FALSE;
  if (c == '-')
    return before - self->text >= 3 && g_ascii_strncasecmp (before - 3, "mid", 3) == 0;
  return strchr (".,:/", *before) == NULL || before == self->text || !g_ascii_isdigit (before[-1]);
}

static const char *
skip_dash (const Finder *self,
           const char *p)
{
  if (p < self->end && *p == '-')
    return p + 1;
  return self->end - p >= 3 && memcmp (p, EN_DASH, 3) == 0 ? p + 3 : NULL;
}

/* --- Adding ----------------------------------------------------------------------------- */

static gboolean
add (Finder *self,
     const char *start,
     const char *end,
     AtlasDateRule rule,
     const AtlasDate *date)
{
  AtlasFoundDate found = { .byte_start = (guint) (start - self->text), .byte_end = (guint) (end - self->text), .rule = rule };

  if (date != NULL)
    found.date = *date;
  g_array_append_val (self->found, found);
  return TRUE;
}

static gboolean
add_written (Finder *self,
             const char *start,
             const char *end,
             const char *edtf)
{
  AtlasDate date;

  return atlas_date_parse (edtf, &date, NULL) && add (self, start, end, ATLAS_DATE_RULE_WRITTEN, &date);
}

static gboolean
add_days (Finder *self,
          const char *start,
          const char *end,
          guint year,
          guint month,
          guint first,
          guint last)
{
  g_autofree char *edtf = first == last ? g_strdup_printf ("%04u-%02u-%02u", year, month, first)
                                        : g_strdup_printf ("%04u-%02u-%02u/%04u-%02u-%02u", year, month, first, year, month, last);

  return add_written (self, start, end, edtf);
}

static gboolean
add_open (Finder *self,
          const char *start,
          const char *end,
          guint month,
          guint first,
          guint last,
          guint before)
{
  AtlasDate date;
  AtlasDateRule rule;
  AtlasOpenDate open = { .month = month, .first = first, .last = last, .hints = before };
  Word word;

  /* “in May last year”, “i maj i fjol”, “в мае прошлого года” */
  if (read_next_word (self, end, &word) && (word.flags & (ATLAS_DATE_WORD_LAST | ATLAS_DATE_WORD_NEXT | ATLAS_DATE_WORD_THIS)) != 0)
    {
      Word year;

      if (read_next_word (self, word.end, &year) && (year.flags & ATLAS_DATE_WORD_YEAR) != 0)
        {
          open.year_hints = word.flags;
          end = year.end;
        }
    }
  if (first > 0 && (int) MAX (first, last) > atlas_days_in_month (2000, (int) month))
    return FALSE;
  if (open.year_hints == 0 && (before & (ATLAS_DATE_WORD_LAST | ATLAS_DATE_WORD_NEXT)) == 0)
    open.is_future = atlas_date_speaks_of_future (self->text, self->end, start, self->language);
  rule = atlas_date_resolve (&open, self->written, &date);
  return add (self, start, end, rule, rule != ATLAS_DATE_RULE_NONE ? &date : NULL);
}

/* --- Days and months ------------------------------------------------------------------------ */

/* The year behind a month: “, 2025”, “ 2025”, “ of 2025”, “ 2025 года”. */
static gboolean
read_year_after (const Finder *self,
                 const char *p,
                 Number *year,
                 const char **end)
{
  const char *start = p < self->end && *p == ',' ? p + 1 : p;
  const char *digits = skip_space (self, start);
  Word word;

  if (digits == start)
    return FALSE;
  if (self->language == ATLAS_LANGUAGE_EN && read_word (self, digits, &word) && g_str_equal (word.word, "of"))
    digits = skip_space (self, word.end);
  if (!read_number (self, digits, year) || !is_year (year) || !ends_number (self, year->end))
    return FALSE;
  *end = year->end;
  if (read_next_word (self, year->end, &word) && (word.flags & ATLAS_DATE_WORD_YEAR_AFTER) != 0)
    *end = word.end;
  return TRUE;
}

static const char *
skip_ordinal (const Finder *self,
              const char *p)
{
  static const char *const endings[] = { "st", "nd", "rd", "th", "er", ":e", ":a", "-го", "-е", "." };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize n = strlen (endings[i]);

      if ((gsize) (self->end - p) > n && memcmp (p, endings[i], n) == 0 && !g_unichar_isalnum (g_utf8_get_char (p + n)))
        return p + n;
    }
  return p;
}

/* “28 May”, “28–30 maj 2025”, “28 мая 2025 года” */
static gboolean
try_day_month (Finder *self,
               const char *start,
               const Number *day)
{
  const char *p = skip_ordinal (self, day->end);
  const char *dash = skip_dash (self, day->end);
  Number last = *day;
  Number year;
  Word month;
  const char *end;

  if (day->n_digits > 2 || day->value == 0 || day->value > MAX_DAY)
    return FALSE;
  if (dash != NULL)
    {
      if (!read_number (self, dash, &last) || last.value <= day->value || last.value > MAX_DAY)
        return FALSE;
      p = skip_ordinal (self, last.end);
    }
  if (!read_next_word (self, p, &month))
    return FALSE;
  if (g_str_equal (month.word, "of") && !read_next_word (self, month.end, &month))
    return FALSE;
  if (ATLAS_DATE_WORD_MONTH (month.flags) == 0)
    return FALSE;
  if (!month.is_capital && (self->language == ATLAS_LANGUAGE_EN || self->language == ATLAS_LANGUAGE_DE))
    return FALSE;
  if (month.end < self->end && *month.end == '.' && g_utf8_strlen (month.word, -1) <= 4 && skip_space (self, month.end + 1) > month.end + 1)
    {
      if (read_year_after (self, month.end + 1, &year, &end))
        return add_days (self, start, end, year.value, ATLAS_DATE_WORD_MONTH (month.flags), day->value, last.value);
    }
  if (read_year_after (self, month.end, &year, &end))
    return add_days (self, start, end, year.value, ATLAS_DATE_WORD_MONTH (month.flags), day->value, last.value);
  return add_open (self, start, month.end, ATLAS_DATE_WORD_MONTH (month.flags), day->value, last.value, 0);
}

/* “May 28, 2025”, “May 28–30”; after “in”, a number counts something: “in May 28 soldiers”. */
static gboolean
try_month_day (Finder *self,
               const char *start,
               const Word *month,
               guint before)
{
  const char *p = month->end < self->end && *month->end == '.' ? month->end + 1 : month->end;
  const char *digits = skip_space (self, p);
  const char *dash;
  const char *end;
  Number day;
  Number last;
  Number year;
  Word after;

  if (self->language != ATLAS_LANGUAGE_EN || digits == p || !read_number (self, digits, &day) || day.n_digits > 2 || day.value == 0 || day.value > MAX_DAY)
    return FALSE;
  last = day;
  dash = skip_dash (self, day.end);
  if (dash != NULL && (!read_number (self, dash, &last) || last.n_digits > 2 || last.value <= day.value || last.value > MAX_DAY))
    return FALSE;
  end = skip_ordinal (self, last.end);
  if (end[-1] == '.')
    end--;
  if (read_year_after (self, end, &year, &end))
    return add_days (self, start, end, year.value, ATLAS_DATE_WORD_MONTH (month->flags), day.value, last.value);
  if (!ends_number (self, end))
    return FALSE;
  if ((before & ATLAS_DATE_WORD_MONTH_BEFORE) != 0 && read_next_word (self, end, &after) && !after.is_capital && (after.flags & ATLAS_DATE_WORD_GOES_ON) == 0)
    return FALSE;
  return add_open (self, start, end, ATLAS_DATE_WORD_MONTH (month->flags), day.value, last.value, before);
}

static gboolean
is_written_as_month (const Finder *self,
                     const Word *word)
{
  if (self->language == ATLAS_LANGUAGE_EN || self->language == ATLAS_LANGUAGE_DE)
    return word->is_capital;
  return !word->is_capital;
}

static gboolean
try_month (Finder *self,
           const char *start,
           const Word *month)
{
  guint before = flags_before (self, start);
  guint number = ATLAS_DATE_WORD_MONTH (month->flags);
  gboolean has_stop = month->end < self->end && *month->end == '.' && g_utf8_strlen (month->word, -1) <= 4;
  const char *end;
  Number year;

  /* Behind a figure that is no day of that month it is none either: 30 February. */
  if (start - self->text >= 2 && start[-1] == ' ' && g_ascii_isdigit (start[-2]))
    return FALSE;
  if (!month->is_capital && !is_written_as_month (self, month))
    return FALSE;
  if (try_month_day (self, start, month, before))
    return TRUE;
  if (read_year_after (self, month->end + has_stop, &year, &end))
    {
      g_autofree char *edtf = g_strdup_printf ("%04u-%02u", year.value, number);

      return add_written (self, start, end, edtf);
    }
  if (!is_written_as_month (self, month) || (before & ATLAS_DATE_WORD_MONTH_BEFORE) == 0 || g_utf8_strlen (month->word, -1) < 3)
    return FALSE;
  /* “in Mar” is a name, and of two words that may be names only the longer is a month. */
  if (self->language == ATLAS_LANGUAGE_EN && g_utf8_strlen (month->word, -1) == 3 && number != 5)
    return FALSE;
  return add_open (self, start, month->end, number, 0, 0, before);
}

/* --- Figures ------------------------------------------------------------------------------- */

static gboolean
try_iso (Finder *self,
         const char *start,
         const Number *year)
{
  Number month;
  Number day;

  if (year->end >= self->end || *year->end != '-' || !read_number (self, year->end + 1, &month) || month.n_digits != 2)
    return FALSE;
  if (month.end >= self->end || *month.end != '-' || !read_number (self, month.end + 1, &day) || day.n_digits != 2)
    return FALSE;
  if (day.end < self->end && (*day.end == '-' || (g_unichar_isalpha (g_utf8_get_char (day.end)) && *day.end != 'T')))
    return FALSE;
  return add_days (self, start, day.end, year->value, month.value, day.value, day.value);
}

/* “28.05.2025”; English leaves open which is the month. */
static gboolean
try_figures (Finder *self,
             const char *start,
             const Number *day)
{
  char mark = day->end < self->end ? *day->end : '\0';
  Number month;
  Number year;

  if (self->language == ATLAS_LANGUAGE_EN || (mark != '.' && mark != '/') || (mark == '/' && self->language != ATLAS_LANGUAGE_FR))
    return FALSE;
  if (!read_number (self, day->end + 1, &month) || month.n_digits > 2 || month.end >= self->end || *month.end != mark)
    return FALSE;
  if (!read_number (self, month.end + 1, &year) || !is_year (&year) || !ends_number (self, year.end))
    return FALSE;
  return add_days (self, start, year.end, year.value, month.value, day->value, day->value);
}

/* “the 1990s”, “1990-talet”, “1990-е годы” */
static gboolean
try_decade (Finder *self,
            const char *start,
            const Number *year)
{
  const char *p = year->end;
  const char *tail = skip_dash (self, p);
  gboolean is_century = year->value % 100 == 0;
  g_autofree char *edtf = NULL;
  Word word;

  if (year->value % 10 != 0 || p >= self->end)
    return FALSE;
  if (self->language == ATLAS_LANGUAGE_EN)
    {
      if (is_century || !read_word (self, p, &word) || !g_str_equal (word.word, "s"))
        return FALSE;
    }
  else if (tail == NULL || !read_word (self, tail, &word))
    return FALSE;
  else if (self->language == ATLAS_LANGUAGE_SV)
    {
      if (!g_str_has_prefix (word.word, "tal"))
        return FALSE;
    }
  else if (self->language != ATLAS_LANGUAGE_RU || is_century || (!g_str_equal (word.word, "е") && !g_str_equal (word.word, "х")))
    return FALSE;
  edtf = is_century ? g_strdup_printf ("%02uXX", year->value / 100) : g_strdup_printf ("%03uX", year->value / 10);
  return add_written (self, start, word.end, edtf);
}

static gboolean
is_in_brackets (const Finder *self,
                const char *start,
                const char *end)
{
  return start > self->text && start[-1] == '(' && end < self->end && *end == ')';
}

/* “1994 bildades”: a Swedish sentence that begins with a year goes on with a verb. */
static gboolean
leads_to_a_verb (const Finder *self,
                 const char *start,
                 const char *end)
{
  static const char *const endings[] = { "ades", "ade", "dde", "tes", "des", "gs" };
  Word word;

  if (self->language != ATLAS_LANGUAGE_SV || !atlas_context_starts_sentence (self->text, (guint) (start - self->text)) ||
      !read_next_word (self, end, &word) || word.is_capital)
    return FALSE;
  if ((word.flags & ATLAS_DATE_WORD_GOES_ON) != 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (word.word, endings[i]))
      return TRUE;
  return FALSE;
}

/* What is counted is a noun; a year stands before a pause or a word that goes on. */
static gboolean
counts_something (const Finder *self,
                  const char *end,
                  gboolean strictly)
{
  Word word;

  if (!read_next_word (self, end, &word))
    return FALSE;
  if ((word.flags & ATLAS_DATE_WORD_COUNTED) != 0)
    return TRUE;
  return strictly ? (word.flags & ATLAS_DATE_WORD_GOES_ON) == 0 : FALSE;
}

static gboolean
stands_as_year (const Finder *self,
                const char *start,
                const char *end,
                gboolean is_range)
{
  guint before = flags_before (self, start);
  Word after;

  if (read_next_word (self, end, &after) && (after.flags & ATLAS_DATE_WORD_YEAR_AFTER) != 0)
    return TRUE;
  if (is_in_brackets (self, start, end) || leads_to_a_verb (self, start, end))
    return TRUE;
  if (start > self->text && start[-1] == '-')
    return TRUE; /* mid-1994 */
  if ((before & ATLAS_DATE_WORD_YEAR_BEFORE) != 0)
    return !counts_something (self, end, FALSE);
  return (before & ATLAS_DATE_WORD_NUMBER_BEFORE) != 0 && !counts_something (self, end, !is_range);
}

static gboolean
follows_a_year (const Finder *self,
                const char *start)
{
  const AtlasFoundDate *last = self->found->len > 0 ? &g_array_index (self->found, AtlasFoundDate, self->found->len - 1) : NULL;
  gsize gap = last != NULL ? (gsize) (start - self->text) - last->byte_end : 0;

  /* “1994 and 1999”, “1994, 1999”, “1994 и 1999” */
  return last != NULL && last->date.precision == ATLAS_PRECISION_YEAR && gap > 1 && gap <= 8;
}

static gboolean
try_year (Finder *self,
          const char *start,
          const Number *year)
{
  const char *dash = skip_dash (self, year->end);
  const char *end = year->end;
  g_autofree char *edtf = NULL;
  gboolean is_range = FALSE;
  Number last;
  Word word;

  if (dash != NULL && read_number (self, dash, &last) && (last.n_digits == 2 || last.n_digits == 4))
    {
      guint until = last.n_digits == 2 ? year->value / 100 * 100 + last.value : last.value;

      if (until <= year->value || until > MAX_YEAR)
        return FALSE;
      edtf = g_strdup_printf ("%04u/%04u", year->value, until);
      end = last.end;
      is_range = TRUE;
    }
  else
    edtf = g_strdup_printf ("%04u", year->value);
  if (!ends_number (self, end))
    return FALSE;
  if (!stands_as_year (self, start, end, is_range) && !(follows_a_year (self, start) && !counts_something (self, end, TRUE)))
    return FALSE;
  if (read_next_word (self, end, &word) && (word.flags & ATLAS_DATE_WORD_YEAR_AFTER) != 0)
    end = word.end;
  return add_written (self, start, end, edtf);
}

static gboolean
try_number (Finder *self,
            const char *start,
            const char **end)
{
  Number number;
  gboolean known = read_number (self, start, &number);

  *end = number.end;
  if (!known || !begins_number (self, start))
    return FALSE;
  if (!is_year (&number))
    return number.n_digits <= 2 && (try_figures (self, start, &number) || try_day_month (self, start, &number));
  return try_iso (self, start, &number) || try_decade (self, start, &number) || try_year (self, start, &number);
}

/* --- Days of the week and others ------------------------------------------------------------ */

static gboolean
try_weekday (Finder *self,
             const char *start,
             const Word *word)
{
  guint before = flags_before (self, start);
  AtlasOpenDate open = { .weekday = ATLAS_DATE_WORD_WEEKDAY (word->flags), .hints = before };
  AtlasDate date;
  AtlasDateRule rule;

  if ((before & ATLAS_DATE_WORD_DAY_BEFORE) == 0 || (!is_written_as_month (self, word)))
    return FALSE;
  if (self->language == ATLAS_LANGUAGE_SV && g_str_has_suffix (word->word, "dags"))
    open.hints |= ATLAS_DATE_WORD_LAST; /* i tisdags */
  else if (self->language == ATLAS_LANGUAGE_SV && g_str_has_suffix (word->word, "dag"))
    open.hints |= ATLAS_DATE_WORD_NEXT; /* på tisdag */
  open.is_future = atlas_date_speaks_of_future (self->text, self->end, start, self->language);
  rule = atlas_date_resolve (&open, self->written, &date);
  return rule != ATLAS_DATE_RULE_NONE && add (self, start, word->end, rule, &date);
}

static gboolean
try_neighbour_day (Finder *self,
                   const char *start,
                   const Word *word)
{
  AtlasOpenDate open = { .hints = word->flags };
  AtlasDate date;
  AtlasDateRule rule = atlas_date_resolve (&open, self->written, &date);

  return rule != ATLAS_DATE_RULE_NONE && add (self, start, word->end, rule, &date);
}

static const char *
skip_word (const Finder *self,
           const char *p)
{
  while (p < self->end && (g_ascii_isalpha (*p) || ((guchar) *p >= 0x80 && g_unichar_isalpha (g_utf8_get_char (p)))))
    p = g_utf8_next_char (p);
  return p;
}

static gboolean
try_word (Finder *self,
          const char *start,
          const char **end)
{
  Word word;
  gboolean found = FALSE;

  if (!self->starts[(guchar) start[(guchar) *start >= 0x80]])
    {
      *end = skip_word (self, start);
      return FALSE;
    }
  if (read_word (self, start, &word))
    {
      if (ATLAS_DATE_WORD_MONTH (word.flags) != 0)
        found = try_month (self, start, &word);
      else if (ATLAS_DATE_WORD_WEEKDAY (word.flags) != 0)
        found = try_weekday (self, start, &word);
      else if ((word.flags & (ATLAS_DATE_WORD_YESTERDAY | ATLAS_DATE_WORD_TOMORROW)) != 0)
        found = try_neighbour_day (self, start, &word);
    }
  *end = MAX (word.end, start);
  return found;
}

/* --- The scan --------------------------------------------------------------------------------- */

static void
count_code_points (Finder *self)
{
  const char *p = self->text;
  guint code_points = 0;

  for (guint i = 0; i < self->found->len; i++)
    {
      AtlasFoundDate *found = &g_array_index (self->found, AtlasFoundDate, i);

      code_points += (guint) g_utf8_strlen (p, self->text + found->byte_start - p);
      found->start = code_points;
      p = self->text + found->byte_start;
      found->end = code_points + (guint) g_utf8_strlen (p, found->byte_end - found->byte_start);
    }
}

/**
 * atlas_date_rule_to_id:
 *
 * Returns: (transfer none): the word that JSON uses
 */
const char *
atlas_date_rule_to_id (AtlasDateRule rule)
{
  static const char *const ids[ATLAS_N_DATE_RULES] = { "written", "past", "future", "words", "nothing" };

  g_return_val_if_fail (rule < ATLAS_N_DATE_RULES, "");

  return ids[rule];
}

/**
 * atlas_date_finder_find:
 * @text: valid UTF-8
 * @length: in bytes, or -1
 * @language: the text's; where it is unknown, English
 * @written: (nullable): when the text was written
 *
 * Finds dates in a text. One without a year is the last such day or month until
 * the text was written; the next one, where its sentence has a word such as
 * “will” or “scheduled”. A year counts as one only where a word or a bracket says
 * so, and not where a noun follows that it could count. Days of the week and
 * “yesterday” count only where the very day of writing is known.
 *
 * Returns: (transfer full) (element-type AtlasFoundDate): in the text's order
 */
GArray *
atlas_date_finder_find (const char *text,
                        gssize length,
                        AtlasLanguage language,
                        const AtlasDate *written)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (AtlasFoundDate));
  Finder self = { text, text + (length < 0 ? strlen (text) : (gsize) length), language, written, found, NULL };

  if (language >= ATLAS_N_LANGUAGES)
    self.language = ATLAS_LANGUAGE_EN;
  self.starts = atlas_date_words_get_starts (self.language);
  for (const char *p = text; p < self.end;)
    {
      const char *end = p;

      if (g_ascii_isdigit (*p) ? try_number (&self, p, &end)
                               : (g_ascii_isalpha (*p) || (guchar) *p >= 0x80) && try_word (&self, p, &end))
        p = text + g_array_index (found, AtlasFoundDate, found->len - 1).byte_end;
      else
        p = end > p ? end : g_utf8_next_char (p);
    }
  count_code_points (&self);
  return found;
}
