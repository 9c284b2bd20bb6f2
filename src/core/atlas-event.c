/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-event.h"

#include "atlas-texts.h"

/**
 * atlas_event_get_title:
 *
 * Returns: (transfer none): what happened, in a few words
 */
const char *
atlas_event_get_title (const AtlasEvent *self,
                       const char *language)
{
  return atlas_texts_get (self->titles, language);
}

/**
 * atlas_event_get_summary:
 *
 * Returns: (transfer none) (nullable): what happened, in a sentence or two
 */
const char *
atlas_event_get_summary (const AtlasEvent *self,
                         const char *language)
{
  return atlas_texts_get (self->summaries, language);
}

/**
 * atlas_event_get_people:
 *
 * Returns: (transfer none) (nullable): names, separated by semicolons
 */
const char *
atlas_event_get_people (const AtlasEvent *self,
                        const char *language)
{
  return atlas_texts_get (self->people, language);
}

/**
 * atlas_event_concerns_country:
 *
 * Returns: whether @country is among those that the event names
 */
gboolean
atlas_event_concerns_country (const AtlasEvent *self,
                              const AtlasCountry *country)
{
  for (guint i = 0; i < self->n_countries; i++)
    if (self->countries[i] == country)
      return TRUE;
  return FALSE;
}

/**
 * atlas_event_concerns_organisation:
 *
 * Returns: whether the event names @organisation or another of its lineage
 */
gboolean
atlas_event_concerns_organisation (const AtlasEvent *self,
                                   const AtlasOrganisation *organisation)
{
  for (guint i = 0; i < self->n_organisations; i++)
    if (self->organisations[i]->lineage == organisation->lineage)
      return TRUE;
  return FALSE;
}
