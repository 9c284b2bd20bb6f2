/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-language-name.h"

#include <string.h>

#include <glib/gi18n.h>

/* Those that articles about Eurasia are likely to be in. */
static const struct
{
  const char *tag;
  const char *name;
} languages[] = {
  { "ar", N_ ("Arabic") },
  { "az", N_ ("Azerbaijani") },
  { "be", N_ ("Belarusian") },
  { "da", N_ ("Danish") },
  { "de", N_ ("German") },
  { "en", N_ ("English") },
  { "es", N_ ("Spanish") },
  { "et", N_ ("Estonian") },
  { "fa", N_ ("Persian") },
  { "fi", N_ ("Finnish") },
  { "fr", N_ ("French") },
  { "hi", N_ ("Hindi") },
  { "hy", N_ ("Armenian") },
  { "it", N_ ("Italian") },
  { "ja", N_ ("Japanese") },
  { "ka", N_ ("Georgian") },
  { "kk", N_ ("Kazakh") },
  { "ko", N_ ("Korean") },
  { "ky", N_ ("Kyrgyz") },
  { "lt", N_ ("Lithuanian") },
  { "lv", N_ ("Latvian") },
  { "mn", N_ ("Mongolian") },
  { "nb", N_ ("Norwegian") },
  { "nl", N_ ("Dutch") },
  { "nn", N_ ("Norwegian") },
  { "no", N_ ("Norwegian") },
  { "pl", N_ ("Polish") },
  { "pt", N_ ("Portuguese") },
  { "ro", N_ ("Romanian") },
  { "ru", N_ ("Russian") },
  { "sr", N_ ("Serbian") },
  { "sv", N_ ("Swedish") },
  { "tg", N_ ("Tajik") },
  { "tk", N_ ("Turkmen") },
  { "tr", N_ ("Turkish") },
  { "uk", N_ ("Ukrainian") },
  { "uz", N_ ("Uzbek") },
  { "zh", N_ ("Chinese") },
};

/**
 * atlas_language_name:
 * @tag: of a language: “sv”, “en-GB”
 *
 * Returns: (transfer none): its name in the language of the window; @tag where none is
 *   known
 */
const char *
atlas_language_name (const char *tag)
{
  const gsize length = strcspn (tag, "-_");

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strlen (languages[i].tag) == length && g_ascii_strncasecmp (languages[i].tag, tag, length) == 0)
      return _ (languages[i].name);
  return tag;
}
