/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-provider.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-query.h"

/* The shell shows few of what a program finds. */
#define MOST_RESULTS 12
#define MOST_TIES 5

struct _AtlasProvider
{
  AtlasDataset *dataset;
  AtlasSearch *search;
  char *language;
};

static AtlasProvider *
provider_new (AtlasDataset *dataset,
              const AtlasGazetteer *gazetteer,
              const char *language)
{
  AtlasProvider *self = g_new0 (AtlasProvider, 1);

  self->dataset = dataset;
  self->search = atlas_search_new (dataset, gazetteer, NULL, language);
  self->language = g_strdup (language);
  return self;
}

/**
 * atlas_provider_load:
 * @directory: with the data package and the gazetteer
 * @language: (nullable): the reader's, a language tag
 * @problems: takes what is wrong with the data
 *
 * Returns: (transfer full) (nullable): %NULL where the data cannot be read
 */
AtlasProvider *
atlas_provider_load (const char *directory,
                     const char *language,
                     AtlasProblems *problems)
{
  g_autofree char *package = g_build_filename (directory, "atlas", NULL);
  g_autofree char *forms = g_build_filename (directory, "gazetteer", NULL);
  g_autoptr (AtlasDataset) dataset = atlas_dataset_load (package, problems);
  g_autoptr (AtlasGazetteer) gazetteer = dataset != NULL ? atlas_gazetteer_load (forms, problems) : NULL;

  if (gazetteer == NULL)
    return NULL;
  return provider_new (g_steal_pointer (&dataset), gazetteer, language);
}

/**
 * atlas_provider_free:
 */
void
atlas_provider_free (AtlasProvider *self)
{
  atlas_search_unref (self->search);
  atlas_dataset_unref (self->dataset);
  g_free (self->language);
  g_free (self);
}

/* --- Finding ---------------------------------------------------------------------- */

static char *
dup_path (const AtlasSearchItem *item)
{
  switch (item->kind)
    {
    case ATLAS_SEARCH_COUNTRY:
      return g_strconcat ("country/", item->id, NULL);
    case ATLAS_SEARCH_ORGANISATION:
      return g_strconcat ("organisation/", item->id, NULL);
    case ATLAS_SEARCH_EVENT:
      return g_strconcat ("event/", item->id, NULL);
    case ATLAS_SEARCH_ARTICLE:
    default:
      return NULL;
    }
}

/**
 * atlas_provider_find:
 * @terms: (array zero-terminated=1): words that all have to be there
 *
 * Returns: (transfer full): ids of what was found, best first
 */
GStrv
atlas_provider_find (const AtlasProvider *self,
                     const char *const *terms)
{
  g_autoptr (GStrvBuilder) results = g_strv_builder_new ();
  g_autofree char *words = g_strjoinv (" ", (char **) terms);
  g_autoptr (GPtrArray) items = NULL;

  g_strstrip (words);
  if (*words == '\0')
    return g_strv_builder_end (results);
  items = atlas_search_query (self->search, words, MOST_RESULTS);
  for (guint i = 0; i < items->len; i++)
    {
      char *path = dup_path (g_ptr_array_index (items, i));

      if (path != NULL)
        g_strv_builder_take (results, path);
    }
  return g_strv_builder_end (results);
}

/* --- Describing ------------------------------------------------------------------- */

static char *
describe_country (const AtlasProvider *self,
                  const AtlasCountry *country,
                  AtlasDay day)
{
  g_autoptr (GPtrArray) organisations = atlas_query_organisations_of (self->dataset, country);
  g_autoptr (GStrvBuilder) ties = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  for (guint i = 0; i < organisations->len && n < MOST_TIES; i++)
    {
      const AtlasOrganisation *organisation = g_ptr_array_index (organisations, i);
      const AtlasSpell *spell = atlas_query_status (self->dataset, organisation, country, day);

      if (spell == NULL || spell->status == ATLAS_STATUS_DECLINED)
        continue;
      /* Translators: an organisation and the status that a country has in it, as in “SCO: observer” */
      g_strv_builder_take (ties, g_strdup_printf (C_ ("tie", "%s: %s"), atlas_organisation_get_abbreviation (organisation, self->language),
                                                  atlas_status_get_name (spell->status)));
      n++;
    }
  lines = g_strv_builder_end (ties);
  return n > 0 ? g_strjoinv (" · ", lines) : g_strdup (_ ("No tie to an organisation that the atlas follows"));
}

static char *
describe_organisation (const AtlasProvider *self,
                       const AtlasOrganisation *organisation,
                       AtlasDay day)
{
  g_autoptr (GString) line = g_string_new (atlas_organisation_get_name (organisation, self->language));
  AtlasTally tally;

  atlas_query_tally (self->dataset, organisation, day, &tally);
  if (tally.belonging > 0)
    g_string_append_printf (line, ngettext (" · %u member", " · %u members", tally.belonging), tally.belonging);
  if (tally.former > 0)
    /* Translators: behind the number of an organisation's members */
    g_string_append_printf (line, ngettext (" · %u has left", " · %u have left", tally.former), tally.former);
  return g_string_free_and_steal (g_steal_pointer (&line));
}

/**
 * atlas_provider_describe:
 * @result: an id of atlas_provider_find()
 * @name: (out) (transfer none): what it is called, in the reader's language
 * @line: (out) (transfer full): what there is to say of it on @day
 *
 * Returns: whether there is such a thing
 */
gboolean
atlas_provider_describe (const AtlasProvider *self,
                         const char *result,
                         AtlasDay day,
                         const char **name,
                         char **line)
{
  const char *id = strchr (result, '/');
  const AtlasCountry *country = NULL;
  const AtlasOrganisation *organisation = NULL;
  const AtlasEvent *event = NULL;

  if (id == NULL)
    return FALSE;
  id++;
  if (g_str_has_prefix (result, "country/"))
    country = atlas_dataset_find_country (self->dataset, id);
  else if (g_str_has_prefix (result, "organisation/"))
    organisation = atlas_dataset_find_organisation (self->dataset, id);
  else if (g_str_has_prefix (result, "event/"))
    event = atlas_dataset_find_event (self->dataset, id);

  if (country != NULL)
    {
      *name = atlas_country_get_name (country, self->language);
      *line = describe_country (self, country, day);
    }
  else if (organisation != NULL)
    {
      *name = atlas_organisation_get_abbreviation (organisation, self->language);
      *line = describe_organisation (self, organisation, day);
    }
  else if (event != NULL)
    {
      *name = atlas_event_get_title (event, self->language);
      *line = atlas_date_format (&event->date);
    }
  else
    return FALSE;
  return TRUE;
}
