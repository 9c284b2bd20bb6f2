/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-organisation.h"

#include "atlas-texts.h"

/**
 * atlas_organisation_get_name:
 * @language: (nullable): a language tag
 *
 * Returns: (transfer none): the full name
 */
const char *
atlas_organisation_get_name (const AtlasOrganisation *self,
                             const char *language)
{
  return atlas_texts_get (self->names, language);
}

/**
 * atlas_organisation_get_abbreviation:
 *
 * Returns: (transfer none): the short name, “CSTO”
 */
const char *
atlas_organisation_get_abbreviation (const AtlasOrganisation *self,
                                     const char *language)
{
  return atlas_texts_get (self->abbreviations, language);
}

/**
 * atlas_organisation_get_treaty:
 *
 * Returns: (transfer none) (nullable): what it was founded by
 */
const char *
atlas_organisation_get_treaty (const AtlasOrganisation *self,
                               const char *language)
{
  return atlas_texts_get (self->treaties, language);
}

/**
 * atlas_organisation_get_seat:
 *
 * Returns: (transfer none) (nullable): the city that it works from
 */
const char *
atlas_organisation_get_seat (const AtlasOrganisation *self,
                             const char *language)
{
  return atlas_texts_get (self->seats, language);
}

/**
 * atlas_organisation_get_description:
 *
 * Returns: (transfer none) (nullable): what it is, in a sentence or two
 */
const char *
atlas_organisation_get_description (const AtlasOrganisation *self,
                                    const char *language)
{
  return atlas_texts_get (self->descriptions, language);
}
