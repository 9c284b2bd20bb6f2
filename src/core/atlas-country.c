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

/**
 * atlas_country_get_predecessor_name:
 * @language: (nullable): a language tag
 *
 * Returns: (transfer none) (nullable): what it became independent of, or
 *   followed: “Soviet Union”, “France (protectorate)”; %NULL where none is known
 */
const char *
atlas_country_get_predecessor_name (const AtlasCountry *self,
                                    const char *language)
{
  return atlas_texts_get (self->predecessors, language);
}

/**
 * atlas_country_get_independence_on:
 *
 * A state that continues another was there before its date. Only the width of a
 * date, from precision or an interval, is doubt; `?` and `~` mark.
 *
 * Returns: whether it was an independent state on @day
 */
AtlasIndependence
atlas_country_get_independence_on (const AtlasCountry *self,
                                   AtlasDay day)
{
  if (!self->has_independence || self->continues || day >= self->independent_from.latest)
    return ATLAS_INDEPENDENCE_YES;
  return day >= self->independent_from.earliest ? ATLAS_INDEPENDENCE_UNCERTAIN : ATLAS_INDEPENDENCE_NOT_YET;
}
