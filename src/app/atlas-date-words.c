/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-date-words.h"

#include <glib/gi18n.h>

#include "atlas-words.h"

#define TIES_SHOWN 3

static void
append_tie (GString *words,
            const AtlasSpell *spell,
            const char *language)
{
  g_autofree char *status = atlas_words_for_status (spell->status, spell->of);

  if (words->len > 0)
    g_string_append (words, " · ");
  /* Translators: an organisation and a country's status in it: “CSTO member” */
  g_string_append_printf (words, C_ ("tie", "%1$s %2$s"), atlas_organisation_get_abbreviation (spell->organisation, language), status);
}

/**
 * atlas_date_words_for_country:
 *
 * Returns: (transfer full): “CSTO member · SCO member”, the first of its ties on
 *   @day, or that there was none, or no such state yet
 */
char *
atlas_date_words_for_country (const AtlasDataset *dataset,
                              const AtlasCountry *country,
                              AtlasDay day,
                              const char *language)
{
  g_autoptr (GPtrArray) organisations = atlas_query_organisations_of (dataset, country);
  g_autoptr (GString) words = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < organisations->len; i++)
    {
      const AtlasSpell *spell = atlas_query_status (dataset, g_ptr_array_index (organisations, i), country, day);

      if (spell == NULL || !atlas_status_is_current (spell->status))
        continue;
      if (n++ < TIES_SHOWN)
        append_tie (words, spell, language);
    }
  if (n > TIES_SHOWN)
    g_string_append (words, " …");
  if (n > 0)
    return g_strdup (words->str);
  if (atlas_country_get_independence_on (country, day) == ATLAS_INDEPENDENCE_NOT_YET)
    return g_strdup (_ ("Not yet independent"));
  return g_strdup (_ ("No tie to any organisation here"));
}

/**
 * atlas_date_words_for_organisation:
 *
 * The members of a treaty count before it has become an organisation.
 *
 * Returns: (transfer full) (nullable): how many belonged to it on @day, or that
 *   it was founded later
 */
char *
atlas_date_words_for_organisation (const AtlasDataset *dataset,
                                   const AtlasOrganisation *organisation,
                                   AtlasDay day)
{
  const AtlasDay founded = organisation->founded.earliest;
  AtlasTally tally = { 0 };

  if (organisation->lineage->tracked)
    atlas_query_tally (dataset, organisation, day, &tally);
  if (tally.belonging == 0 && founded != ATLAS_DAY_MIN && founded > day)
    return g_strdup (_ ("Not yet founded"));
  if (!organisation->lineage->tracked)
    return NULL;
  /* Translators: how many countries belong to an organisation */
  return g_strdup_printf (_ ("Members: %u"), tally.belonging);
}

/**
 * atlas_date_words_for_event:
 *
 * Returns: (transfer full) (nullable): that the event is planned, or comes after
 *   @day
 */
char *
atlas_date_words_for_event (const AtlasEvent *event,
                            AtlasDay day)
{
  if (event->planned)
    return g_strdup (_ ("Planned"));
  if (event->date.earliest > day)
    /* Translators: of an event */
    return g_strdup (_ ("Later than the date shown"));
  return NULL;
}
