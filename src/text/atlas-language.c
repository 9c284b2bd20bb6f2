/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-language.h"

#include <string.h>

#define MAX_WORDS 400 /* enough to tell languages apart, however long the text */
#define MAX_WORD_BYTES 24

static const char *const tags[ATLAS_N_LANGUAGES] = { "en", "sv", "ru", "de", "fr" };

/* Words that carry no subject and that the other languages do not share. */
static const char *const function_words[ATLAS_N_LANGUAGES] = {
  " the of and to that with which from this was were has have been they their will would by its it not are ",
  " och att det som en ett den inte på för med av är har till från vid men också hade blev under sig sin när ",
  " и в не на что с по как это из за от для его был была к о при или также после между ",
  " der die und das ist nicht mit von dem den ein eine auch wird für sich auf aus bei nach einer wurde ",
  " le la les et des du une est dans que qui pour pas sur avec au aux par ce cette sont été ",
};

/**
 * atlas_language_to_tag:
 *
 * Returns: (transfer none): "en", "sv" and so on; "" for the unknown one
 */
const char *
atlas_language_to_tag (AtlasLanguage language)
{
  return (guint) language < ATLAS_N_LANGUAGES ? tags[language] : "";
}

/**
 * atlas_language_from_tag:
 * @tag: (nullable): a language tag or the name of a locale: "sv", "en_GB.UTF-8", "ru-RU"
 */
AtlasLanguage
atlas_language_from_tag (const char *tag)
{
  if (tag == NULL)
    return ATLAS_LANGUAGE_UNKNOWN;
  for (guint i = 0; i < ATLAS_N_LANGUAGES; i++)
    if (g_ascii_strncasecmp (tag, tags[i], 2) == 0 && !g_ascii_isalpha (tag[2]))
      return i;
  return ATLAS_LANGUAGE_UNKNOWN;
}

static void
count_word (const char *word,
            guint scores[ATLAS_N_LANGUAGES])
{
  g_autofree char *folded = g_utf8_strdown (word, -1);
  g_autofree char *padded = g_strconcat (" ", folded, " ", NULL);

  for (guint i = 0; i < ATLAS_N_LANGUAGES; i++)
    if (strstr (function_words[i], padded) != NULL)
      scores[i]++;
}

/* A text without a single function word, a headline: its letters may tell. */
static AtlasLanguage
guess_by_letters (const char *text,
                  const char *end)
{
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x0400 && c <= 0x04ff)
        return ATLAS_LANGUAGE_RU;
      if (c == 0xe5 || c == 0xc5) /* å */
        return ATLAS_LANGUAGE_SV;
    }
  return ATLAS_LANGUAGE_UNKNOWN;
}

static const char *
end_of_word (const char *p,
             const char *end)
{
  while (p < end && g_unichar_isalpha (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/**
 * atlas_language_guess:
 * @text: valid UTF-8
 * @length: in bytes, or -1
 *
 * Tells the language by the words that every sentence needs.
 *
 * Returns: the language, or %ATLAS_LANGUAGE_UNKNOWN where the text does not tell
 */
AtlasLanguage
atlas_language_guess (const char *text,
                      gssize length)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);
  guint scores[ATLAS_N_LANGUAGES] = { 0 };
  guint n_words = 0;
  guint best = 0;

  for (const char *p = text; p < end && n_words < MAX_WORDS;)
    {
      const char *word_end = end_of_word (p, end);

      if (word_end == p)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      if (word_end - p < MAX_WORD_BYTES)
        {
          g_autofree char *word = g_strndup (p, word_end - p);

          count_word (word, scores);
        }
      n_words++;
      p = word_end;
    }

  for (guint i = 1; i < ATLAS_N_LANGUAGES; i++)
    if (scores[i] > scores[best])
      best = i;
  return scores[best] > 0 ? (AtlasLanguage) best : guess_by_letters (text, end);
}
