/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-country.h"

#include "atlas-texts.h"

/**
 * atlas_country_get_name:
 * @language: (nullable): a language tag, "sv", "pt_BR" or "zh-Hant"
 *
 * Returns: (transfer none): the name in that language, or in English
 */
const char *
atlas_country_get_name (const AtlasCountry *self,
                        const char *language)
{
  return atlas_names_get (self->names, self->languages, language);
}

/**
 * atlas_country_get_capital_name:
 * @language: (nullable): a language tag
 *
 * Returns: (transfer none) (nullable): the capital's name; %NULL where it has none
 */
const char *
atlas_country_get_capital_name (const AtlasCountry *self,
                                const char *language)
{
  return atlas_names_get (self->capitals, self->languages, language);
}
