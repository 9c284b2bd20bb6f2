/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-event.h"

#include "atlas-texts.h"

/**
 * atlas_event_new_told:
 * @words: of the text, around the date
 *
 * What a text tells of a date: an event that no row of events.csv and no page is
 * about, whose #AtlasEvent.id is therefore empty.
 *
 * Returns: (transfer full): to be freed with atlas_event_free_told()
 */
AtlasEvent *
atlas_event_new_told (const AtlasDate *date,
                      const char *words)
{
  AtlasEvent *self = g_new0 (AtlasEvent, 1);
  const char **titles = g_new0 (const char *, ATLAS_N_TEXTS);

  titles[ATLAS_TEXT_EN] = g_strdup (words);
  self->id = "";
  self->date = *date;
  self->titles = titles;
  return self;
}

/**
 * atlas_event_free_told:
 * @self: that atlas_event_new_told() made
 */
void
atlas_event_free_told (AtlasEvent *self)
{
  g_free ((char *) self->titles[ATLAS_TEXT_EN]);
  g_free ((const char **) self->titles);
  g_free (self);
}

/**
 * atlas_event_is_told:
 *
 * Returns: whether a text tells it, and no row of events.csv
 */
gboolean
atlas_event_is_told (const AtlasEvent *self)
{
  return *self->id == '\0';
}

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
