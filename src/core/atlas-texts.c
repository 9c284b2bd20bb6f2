/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-texts.h"

#include <string.h>

static AtlasTextLanguage
text_language (const char *tag)
{
  static const char tags[][3] = { "en", "sv", "ru" };

  for (guint i = 0; tag != NULL && i < ATLAS_N_TEXTS; i++)
    if (g_ascii_strncasecmp (tag, tags[i], 2) == 0 && !g_ascii_isalnum (tag[2]))
      return i;
  return ATLAS_TEXT_EN;
}

/**
 * atlas_texts_get:
 * @texts: (array fixed-size=ATLAS_N_TEXTS) (nullable): texts or %NULL
 * @language: (nullable): a tag such as "sv" or "sv_SE.UTF-8"
 *
 * Returns: (nullable): the text in that language; in English where there is none
 */
const char *
atlas_texts_get (const char *const *texts,
                 const char *language)
{
  const char *text;

  if (texts == NULL)
    return NULL;
  text = texts[text_language (language)];
  return text != NULL ? text : texts[ATLAS_TEXT_EN];
}

static const char *
names_lookup (const char *const *names,
              GHashTable *languages,
              const char *tag)
{
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (languages, tag));

  return i > 0 ? names[i - 1] : NULL;
}

/* Tags that mean a language of names.csv without saying so. */
static const char *
other_tag (const char *tag)
{
  static const struct
  {
    const char *tag;
    const char *other;
  } others[] = {
    { "nb", "no" },
    { "nn", "no" },
    { "zh-TW", "zh-Hant" },
    { "zh-HK", "zh-Hant" },
    { "zh-MO", "zh-Hant" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (tag, others[i].tag))
      return others[i].other;
  return tag;
}

/**
 * atlas_names_get:
 * @names: names by their place in @languages, or %NULL
 * @languages: tag → place plus 1
 * @language: (nullable): a tag such as "sv", "pt_BR.UTF-8" or "zh-Hant"
 *
 * Returns: (nullable): the name in that language, or in the language that its
 *   tag begins with, or in English
 */
const char *
atlas_names_get (const char *const *names,
                 GHashTable *languages,
                 const char *language)
{
  const char *name = language != NULL ? names_lookup (names, languages, language) : NULL;
  g_autofree char *tag = NULL;
  char *cut;

  if (name != NULL || language == NULL)
    return name != NULL ? name : names_lookup (names, languages, "en");

  tag = g_strdelimit (g_strndup (language, strcspn (language, ".@")), "_", '-');
  while ((name = names_lookup (names, languages, other_tag (tag))) == NULL && (cut = strrchr (tag, '-')) != NULL)
    *cut = '\0';
  return name != NULL ? name : names_lookup (names, languages, "en");
}
