/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-context.h"

#include <string.h>

#define MAX_ABBREVIATION 4 /* letters of “Prof.” less its full stop */
#define LONG_WORD 4        /* short words stay small in a headline in title case */
#define MIN_TITLE_WORDS 3
#define MAX_LINE 240 /* bytes to each side */

static inline gboolean
is_letter (gunichar c)
{
  return c < 0x80 ? g_ascii_isalpha (c) : g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static inline gboolean
is_letter_at (const char *p)
{
  return is_letter ((guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p));
}

static inline const char *
find_previous (const char *p)
{
  return (guchar) p[-1] < 0x80 ? p - 1 : g_utf8_prev_char (p);
}

static gboolean
read_word (const char *start,
           const char *end,
           AtlasToken *token)
{
  char *out = token->word;

  token->is_capital = g_unichar_isupper (g_utf8_get_char (start));
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      if (out - token->word > ATLAS_TOKEN_MAX_BYTES - 8)
        return FALSE;
      if ((guchar) *p < 0x80)
        *out++ = g_ascii_tolower (*p);
      else
        out += g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (p)), out);
    }
  *out = '\0';
  return out > token->word;
}

/**
 * atlas_context_word_ending_at:
 * @offset: where a word ends, with the full stop of an abbreviation
 * @token: (out): that word
 *
 * Returns: whether a word ends there that does not end a sentence
 */
gboolean
atlas_context_word_ending_at (const char *text,
                              guint offset,
                              AtlasToken *token)
{
  const char *end = text + offset;
  const char *p;
  gboolean has_stop;

  if (offset == 0)
    return FALSE;
  has_stop = end[-1] == '.';
  end -= has_stop;
  for (p = end; p > text && is_letter_at (find_previous (p));)
    p = find_previous (p);
  if (p == end || !read_word (p, end, token))
    return FALSE;
  token->offset = (guint) (p - text);
  token->end = offset;
  token->is_initial = has_stop && g_utf8_strlen (p, end - p) == 1 && token->is_capital;
  return !has_stop || g_utf8_strlen (p, end - p) <= MAX_ABBREVIATION;
}

/**
 * atlas_context_previous:
 * @offset: where the mention begins
 * @token: (out): the word before it
 *
 * Returns: whether a word stands directly before, in the same sentence
 */
gboolean
atlas_context_previous (const char *text,
                        guint offset,
                        AtlasToken *token)
{
  const char *space;

  if (offset == 0)
    return FALSE;
  space = g_utf8_prev_char (text + offset);
  if (g_utf8_get_char (space) != ' ' && g_utf8_get_char (space) != 0xa0)
    return FALSE;
  return atlas_context_word_ending_at (text, (guint) (space - text), token);
}

/**
 * atlas_context_next:
 * @offset: where the mention ends
 * @token: (out): the word after it
 *
 * Returns: whether a word stands directly after
 */
gboolean
atlas_context_next (const char *text,
                    guint length,
                    guint offset,
                    AtlasToken *token)
{
  const char *start = text + offset;
  const char *limit = text + length;
  const char *end;

  if (start >= limit || (g_utf8_get_char (start) != ' ' && g_utf8_get_char (start) != 0xa0))
    return FALSE;
  start = g_utf8_next_char (start);
  for (end = start; end < limit && is_letter_at (end);)
    end = g_utf8_next_char (end);
  if (end == start || !read_word (start, end, token))
    return FALSE;
  token->offset = (guint) (start - text);
  token->end = (guint) (end - text);
  token->is_initial = FALSE;
  return TRUE;
}

/**
 * atlas_context_starts_sentence:
 *
 * Returns: whether what begins at @offset begins a sentence, a line or a quotation
 */
gboolean
atlas_context_starts_sentence (const char *text,
                               guint offset)
{
  for (const char *p = text + offset; p > text;)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (c == '\n' || c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026)
        return TRUE;
      if (is_letter (c) || g_unichar_isdigit (c) || c == ',' || c == ';')
        return FALSE;
    }
  return TRUE;
}

/* The line around @offset, or what of it is near; FALSE where that is not all. */
static gboolean
find_line (const char *text,
           guint length,
           guint offset,
           const char **start,
           const char **end)
{
  const char *first = text + (offset > MAX_LINE ? offset - MAX_LINE : 0);
  const char *last = text + MIN (length, offset + MAX_LINE);
  const char *p = text + offset;
  gboolean is_whole;

  while (p > first && p[-1] != '\n')
    p--;
  is_whole = p == text || p[-1] == '\n';
  while (p > text && (*p & 0xc0) == 0x80)
    p--;
  while (last < text + length && (*last & 0xc0) == 0x80)
    last++;
  *start = p;
  *end = memchr (text + offset, '\n', last - (text + offset));
  is_whole = is_whole && (*end != NULL || last == text + length);
  if (*end == NULL)
    *end = last;
  return is_whole;
}

/**
 * atlas_context_is_in_capitals:
 *
 * Returns: whether the line around @offset has no small letters and more than
 *   one word
 */
gboolean
atlas_context_is_in_capitals (const char *text,
                              guint length,
                              guint offset)
{
  const char *start;
  const char *end;
  guint n_letters = 0;

  find_line (text, length, offset, &start, &end);
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return FALSE;
      n_letters += is_letter (c);
    }
  return n_letters > LONG_WORD;
}

/**
 * atlas_context_is_title_case:
 *
 * Returns: whether the line around @offset is a headline in which every longer
 *   word has a capital, so that a capital tells nothing
 */
gboolean
atlas_context_is_title_case (const char *text,
                             guint length,
                             guint offset)
{
  const char *start;
  const char *end;
  guint n_words = 0;

  /* “Mr. and Mrs. Brooke Ireland, Angola. Paris Wells, Warsaw.” is no headline. */
  if (!find_line (text, length, offset, &start, &end) || (end > start && end[-1] == '.'))
    return FALSE;
  for (const char *p = start; p < end;)
    {
      const char *word = p;

      while (p < end && is_letter (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (g_utf8_strlen (word, p - word) >= LONG_WORD)
        {
          if (g_unichar_islower (g_utf8_get_char (word)))
            return FALSE;
          n_words++;
        }
      if (p < end)
        p = g_utf8_next_char (p);
    }
  return n_words >= MIN_TITLE_WORDS;
}
