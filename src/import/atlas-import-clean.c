/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-import-clean.h"

#include <string.h>

#define SOFT_HYPHEN 0x00ad
#define REPLACEMENT 0xfffd

static gboolean
is_space (gunichar c)
{
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) ||
         c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

/* Nothing that a reader sees: controls, soft hyphens, zero widths, marks that turn
 * the direction of writing, noncharacters. The joiners of Persian and of emoji
 * stay. */
static gboolean
is_unseen (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == SOFT_HYPHEN || c == 0x200b || c == 0x200e || c == 0x200f ||
         (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfff0 && c < REPLACEMENT) ||
         (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

/* Whether NFC can differ from @c as it stands. Cheap: what it does not know is
 * normalised in vain. */
static gboolean
may_compose (gunichar c)
{
  if (c < 0x300 || (c >= 0x400 && c < 0x483) || (c >= 0x48a && c < 0x591) || (c >= 0x2010 && c < 0x2126))
    return FALSE;
  return !(c >= 0x4e00 && c < 0xa000) && c != REPLACEMENT;
}

/**
 * atlas_import_clean:
 * @text: valid UTF-8
 * @length: in bytes, or -1
 *
 * Returns: (transfer full): @text on one line, in NFC: spaces of any kind and
 *   number are one, soft hyphens and what nobody sees are gone
 */
char *
atlas_import_clean (const char *text,
                    gssize length)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);
  GString *out = g_string_sized_new (end - text);
  gboolean space = FALSE, hyphen = FALSE, compose = FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_space (c))
        {
          /* A soft hyphen at the end of a line joins both halves of a word. */
          space |= !hyphen;
          continue;
        }
      hyphen = c == SOFT_HYPHEN;
      if (is_unseen (c))
        continue;
      if (space && out->len > 0)
        g_string_append_c (out, ' ');
      space = FALSE;
      compose |= may_compose (c);
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
  if (compose)
    {
      g_autofree char *decomposed = g_string_free_and_steal (out);

      return g_utf8_normalize (decomposed, -1, G_NORMALIZE_NFC);
    }
  return g_string_free_and_steal (out);
}

/**
 * atlas_import_ends_sentence:
 * @text: as atlas_import_clean() gave it
 *
 * Returns: whether a full stop or the like stands at the end, quotation marks and
 *   brackets aside
 */
gboolean
atlas_import_ends_sentence (const char *text)
{
  const char *p = text + strlen (text);

  while (p > text)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == 0x2026 || c == 0x3002)
        return TRUE;
      if (c != '"' && c != '\'' && c != ')' && c != ']' && c != 0xbb && c != 0xab && c != 0x201d && c != 0x201c && c != 0x2019)
        return FALSE;
    }
  return FALSE;
}

/* How newspapers begin a line that leads to another article. */
static const char *const teasers[] = {
  "read also", "also read", "read more", "see also", "related", "more on this", "more about", "watch:", "listen:", "don't miss",
  "läs också", "läs även", "läs mer", "se också", "se även", "lyssna:", "missa inte",
  "читайте также", "читать далее", "смотрите также", "по теме", "материалы по теме", "ещё по теме",
  "lesen sie auch", "mehr zum thema", "lies auch", "lire aussi", "à lire aussi", "à lire également"
};

/**
 * atlas_import_is_teaser:
 *
 * Returns: whether @text begins like a line that leads to another article
 */
gboolean
atlas_import_is_teaser (const char *text)
{
  g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 24));
  g_autofree char *lower = g_utf8_strdown (start, -1);

  for (guint i = 0; i < G_N_ELEMENTS (teasers); i++)
    if (g_str_has_prefix (lower, teasers[i]))
      {
        const char *after = lower + strlen (teasers[i]);

        return *after == '\0' || !g_unichar_isalpha (g_utf8_get_char (after));
      }
  return FALSE;
}

/* Whether the hyphen at the end of @text was put there by a line's end: small
 * letters on both sides. “CSTO-” keeps its hyphen. */
static gboolean
is_broken_word (const GString *text,
                const char *line)
{
  const char *end = text->str + text->len;
  const char *hyphen;
  gunichar last;

  if (text->len < 2)
    return FALSE;
  hyphen = g_utf8_prev_char (end);
  last = g_utf8_get_char (hyphen);
  if ((last != '-' && last != 0x2010) || hyphen == text->str)
    return FALSE;
  return g_unichar_islower (g_utf8_get_char (g_utf8_prev_char (hyphen))) && g_unichar_islower (g_utf8_get_char (line));
}

static gboolean
ends_with_hyphen (const GString *text)
{
  return text->len > 1 && text->str[text->len - 1] == '-' && text->str[text->len - 2] != ' ';
}

/**
 * atlas_import_join_line:
 * @text: a paragraph so far
 * @line: its next line
 *
 * Appends the line, with a space between or, where a word was broken, none.
 */
void
atlas_import_join_line (GString *text,
                        const char *line)
{
  if (is_broken_word (text, line))
    g_string_truncate (text, g_utf8_prev_char (text->str + text->len) - text->str);
  else if (text->len > 0 && !ends_with_hyphen (text))
    g_string_append_c (text, ' ');
  g_string_append (text, line);
}
