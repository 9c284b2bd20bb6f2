/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-import-charset.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>

/* What is looked at to tell encodings apart. */
#define SAMPLE (64 * 1024)

/* How much of a text may be control characters. */
#define MAX_CONTROLS 0.002

/* --- What the file says --------------------------------------------------------------- */

/**
 * atlas_import_charset_find_declared:
 *
 * Returns: (transfer full) (nullable): the encoding that an XML declaration or a
 *   <meta> near the start names
 */
char *
atlas_import_charset_find_declared (const char *data,
                                    gsize length)
{
  g_autofree char *head = g_strndup (data, MIN (length, 4096));
  g_autoptr (GRegex) regex = g_regex_new ("(?:<meta[^>]*\\bcharset|<\\?xml[^>]*\\bencoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]+)",
                                          G_REGEX_CASELESS | G_REGEX_RAW, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, head, G_REGEX_MATCH_DEFAULT, &match) ? g_match_info_fetch (match, 1) : NULL;
}

/* The web calls windows-1252 by these names. */
static const char *
real_name (const char *charset)
{
  static const char *const western[] = { "iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii" };

  for (guint i = 0; i < G_N_ELEMENTS (western); i++)
    if (g_ascii_strcasecmp (charset, western[i]) == 0)
      return "windows-1252";
  return charset;
}

/* --- Decoding ---------------------------------------------------------------------------- */

/* Returns %NULL where @strict and the data is not in that encoding. */
static char *
convert (const char *charset,
         const char *data,
         gsize length,
         gboolean strict,
         gsize *decoded_length)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *from = ucnv_open (charset, &status);
  UConverter *to = U_SUCCESS (status) ? ucnv_open ("UTF-8", &status) : NULL;
  g_autofree char *out = NULL;
  gsize size = length * 3 + 16;
  char *target;
  const char *source = data;

  if (U_SUCCESS (status) && strict)
    ucnv_setToUCallBack (from, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  if (U_SUCCESS (status))
    {
      target = out = g_malloc (size);
      ucnv_convertEx (to, from, &target, out + size - 1, &source, data + length, NULL, NULL, NULL, NULL, TRUE, TRUE, &status);
      *decoded_length = target - out;
      *target = '\0';
    }
  ucnv_close (to);
  ucnv_close (from);
  return U_SUCCESS (status) ? g_steal_pointer (&out) : NULL;
}

static const char *
find_mark (const char *data,
           gsize length)
{
  UErrorCode status = U_ZERO_ERROR;

  return ucnv_detectUnicodeSignature (data, MIN (length, 16), NULL, &status);
}

/* Bytes that are broken here and there, or an end that was cut off inside a character,
 * do not make another encoding of UTF-8: in no other are most high bytes characters of
 * it by chance. */
static gboolean
is_mostly_utf8 (const char *data,
                gsize length)
{
  const char *end = data + length;
  gsize right = 0, wrong = 0;
  gboolean in_wrong = FALSE;

  for (const char *p = data; p < end;)
    {
      gunichar c = (*p & 0x80) == 0 ? 0 : g_utf8_get_char_validated (p, end - p);

      if (c == (gunichar) -2)
        break;
      wrong += c == (gunichar) -1 && !in_wrong;
      in_wrong = c == (gunichar) -1;
      right += c != 0 && !in_wrong;
      p = c == 0 || in_wrong ? p + 1 : g_utf8_next_char (p);
    }
  return right > 4 * wrong && memchr (data, '\0', length) == NULL;
}

/* UTF-16 without a mark: one byte of each pair is nearly always 0 (Latin) or 4
 * (Cyrillic). */
static const char *
guess_utf16 (const char *data,
             gsize length)
{
  gsize n = MIN (length, SAMPLE) / 2;
  gsize high[2] = { 0, 0 };

  for (gsize i = 0; i < n; i++)
    for (guint side = 0; side < 2; side++)
      high[side] += data[2 * i + side] == 0 || data[2 * i + side] == 4 || data[2 * i + side] == 0x20;
  if (n < 4 || length % 2 != 0 || memchr (data, 0, MIN (length, SAMPLE)) == NULL)
    return NULL;
  if (high[1] > n * 0.9 && high[0] < n * 0.6)
    return "UTF-16LE";
  if (high[0] > n * 0.9 && high[1] < n * 0.6)
    return "UTF-16BE";
  return NULL;
}

/* --- Encodings of one byte --------------------------------------------------------------- */

/* Cyrillic words are runs of high bytes; Swedish or French has single ones. */
static gboolean
looks_cyrillic (const char *data,
                gsize length)
{
  gsize n = MIN (length, SAMPLE);
  gsize high = 0, beside = 0;

  for (gsize i = 0; i < n; i++)
    if (data[i] & 0x80)
      {
        high++;
        beside += i > 0 && (data[i - 1] & 0x80);
      }
  return high > 3 && beside * 2 > high;
}

/* How much a text reads like Russian: its commonest letters, small ones after
 * others, count for it, capitals inside words and what is no letter against it. */
static double
score_russian (const char *text)
{
  gunichar before = ' ';
  double score = 0;
  gsize n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x80)
        {
          n++;
          if (c >= 0x430 && c <= 0x44f)
            score += g_utf8_strchr ("оеаинтсрвл", -1, c) != NULL ? 2 : 1;
          else if (c >= 0x410 && c <= 0x42f)
            score += g_unichar_islower (before) ? -2 : 0.5;
          else if (c != 0x451 && c != 0x401 && c != 0xab && c != 0xbb && c != 0x2014 && c != 0x2013 && c != 0xa0)
            score -= 1;
        }
      before = c;
    }
  return n > 0 ? score / n : 0;
}

static const char *
guess_cyrillic (const char *data,
                gsize length)
{
  static const char *const charsets[] = { "windows-1251", "KOI8-R", "ISO-8859-5", "IBM866" };
  const char *best = charsets[0];
  double best_score = -1e9;

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      gsize n;
      g_autofree char *text = convert (charsets[i], data, MIN (length, SAMPLE), FALSE, &n);
      double score = text != NULL ? score_russian (text) : -1e9;

      if (score > best_score)
        {
          best = charsets[i];
          best_score = score;
        }
    }
  return best;
}

/* ICU knows many; a guess of which it is not sure itself is worth less than the
 * most common encoding of the west. */
static char *
guess_western (const char *data,
               gsize length)
{
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const UCharsetMatch *match;
  const char *name = NULL;
  char *guess;

  ucsdet_setText (detector, data, MIN (length, SAMPLE), &status);
  match = ucsdet_detect (detector, &status);
  if (U_SUCCESS (status) && match != NULL && ucsdet_getConfidence (match, &status) >= 60)
    name = ucsdet_getName (match, &status);
  if (name == NULL || g_str_has_prefix (name, "UTF-") || g_str_has_prefix (name, "IBM"))
    name = "windows-1252";
  guess = g_strdup (real_name (name));
  ucsdet_close (detector);
  return guess;
}

static char *
decode_guessed (const char *data,
                gsize length,
                gsize *decoded_length)
{
  const char *wide = guess_utf16 (data, length);
  g_autofree char *guess = NULL;

  if (wide != NULL)
    return convert (wide, data, length, FALSE, decoded_length);
  guess = looks_cyrillic (data, length) ? g_strdup (guess_cyrillic (data, length)) : guess_western (data, length);
  return convert (guess, data, length, FALSE, decoded_length);
}

/* --- All of it ------------------------------------------------------------------------------ */

static gboolean
is_readable (const char *text,
             gsize length)
{
  gsize controls = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '\0')
        return FALSE;
      controls += (guchar) text[i] < 0x20 && !g_ascii_isspace (text[i]) && text[i] != '\033';
    }
  return controls <= 1 + length * MAX_CONTROLS;
}

static char *
decode (const char *data,
        gsize length,
        const char *declared,
        gsize *decoded_length)
{
  const char *mark = find_mark (data, length);
  char *text;

  if (mark != NULL && (text = convert (mark, data, length, FALSE, decoded_length)) != NULL)
    return text;
  if (g_utf8_validate_len (data, length, NULL) && guess_utf16 (data, length) == NULL)
    {
      *decoded_length = length;
      return g_strndup (data, length);
    }
  if (is_mostly_utf8 (data, length))
    {
      text = g_utf8_make_valid (data, length);
      *decoded_length = strlen (text);
      return text;
    }
  if (declared != NULL && g_ascii_strncasecmp (declared, "utf", 3) != 0 && (text = convert (real_name (declared), data, length, TRUE, decoded_length)) != NULL)
    return text;
  return decode_guessed (data, length, decoded_length);
}

/**
 * atlas_import_charset_decode:
 * @name: what messages call the file
 * @declared: (nullable): the encoding that the file names
 * @decoded_length: (out): in bytes
 *
 * A mark at the start counts most, then whether it is UTF-8, then what the file
 * says, where it can be so, then a guess.
 *
 * Returns: (transfer full) (nullable): the text as UTF-8; %NULL, with
 *   %ATLAS_IMPORT_ERROR_BINARY, where it is no text
 */
char *
atlas_import_charset_decode (const char *name,
                             const char *data,
                             gsize length,
                             const char *declared,
                             gsize *decoded_length,
                             GError **error)
{
  g_autofree char *text = decode (data, length, declared, decoded_length);

  if (text != NULL && is_readable (text, *decoded_length) && g_utf8_validate_len (text, *decoded_length, NULL))
    {
      gboolean marked = *decoded_length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0;

      if (!marked)
        return g_steal_pointer (&text);
      *decoded_length -= 3;
      return g_strndup (text + 3, *decoded_length);
    }
  g_set_error (error, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_BINARY,
               _ ("“%s” is no text, whatever its name says; choose a text, HTML, PDF, EPUB or OpenDocument file."), name);
  return NULL;
}
