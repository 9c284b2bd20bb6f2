/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasLanguage:
 *
 * The languages that the gazetteer knows. Texts are linked in the first three;
 * of the others only names of countries are known.
 */
typedef enum
{
  ATLAS_LANGUAGE_EN,
  ATLAS_LANGUAGE_SV,
  ATLAS_LANGUAGE_RU,
  ATLAS_LANGUAGE_DE,
  ATLAS_LANGUAGE_FR,
  ATLAS_N_LANGUAGES,
  ATLAS_LANGUAGE_UNKNOWN = ATLAS_N_LANGUAGES
} AtlasLanguage;

const char *atlas_language_to_tag (AtlasLanguage language);
AtlasLanguage atlas_language_from_tag (const char *tag);
AtlasLanguage atlas_language_guess (const char *text, gssize length);

G_END_DECLS
