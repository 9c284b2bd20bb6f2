/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-map-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-query.h"

/* What the overview paints. */
static const char *const overview[] = { "CSTO", "SCO", "BRICS" };

static gboolean
add_tie (GStrvBuilder *lines,
         const AtlasDataset *dataset,
         const char *id,
         const AtlasCountry *country,
         AtlasDay day,
         const char *language)
{
  const AtlasOrganisation *organisation = atlas_dataset_find_organisation (dataset, id);
  const AtlasSpell *spell = NULL;

  if (organisation != NULL)
    spell = atlas_query_status (dataset, organisation, country, day);
  if (spell == NULL || spell->status == ATLAS_STATUS_NONE)
    return FALSE;
  g_strv_builder_take (lines, g_strdup_printf (
                                  /* Translators: an organisation and the status that a country has in it, as in “SCO: observer” */
                                  C_ ("tie", "%s: %s"),
                                  atlas_organisation_get_abbreviation (organisation, language),
                                  atlas_status_get_name (spell->status)));
  return TRUE;
}

static gboolean
add_ties (GStrvBuilder *lines,
          const AtlasDataset *dataset,
          const char *lens,
          const AtlasCountry *country,
          AtlasDay day,
          const char *language)
{
  gboolean any = FALSE;

  if (!g_str_equal (lens, ATLAS_LENS_OVERVIEW))
    return add_tie (lines, dataset, lens, country, day, language);
  for (gsize i = 0; i < G_N_ELEMENTS (overview); i++)
    any |= add_tie (lines, dataset, overview[i], country, day, language);
  return any;
}

static char *
words_for_no_tie (const AtlasDataset *dataset,
                  const char *lens,
                  const char *language)
{
  const AtlasOrganisation *organisation;

  if (g_str_equal (lens, ATLAS_LENS_OVERVIEW))
    return g_strdup (_ ("No tie to the CSTO, the SCO or BRICS"));
  organisation = atlas_dataset_find_organisation (dataset, lens);
  return g_strdup_printf (
      /* Translators: %s is the abbreviation of an organisation */
      _ ("No tie to %s"),
      organisation != NULL ? atlas_organisation_get_abbreviation (organisation, language) : lens);
}

static char *
words_for_area (const AtlasArea *area,
                const AtlasCountry *country,
                const char *language)
{
  if (country == NULL)
    return g_strdup (_ ("Disputed area"));
  /* Translators: %s is the name of an area that several states claim */
  return g_strdup_printf (_ ("%s: disputed"), atlas_area_get_name (area, language));
}

static const AtlasCountry *
find_country (const AtlasDataset *dataset,
              const char *path)
{
  return g_str_has_prefix (path, "country/") ? atlas_dataset_find_country (dataset, path + strlen ("country/")) : NULL;
}

/**
 * atlas_map_words_new:
 * @path: "country/KZ" or "unit/XK"
 * @area: (nullable): the disputed area that is pointed at
 *
 * Returns: (transfer full) (nullable): what the map says there
 */
AtlasMapWords *
atlas_map_words_new (AtlasContent *content,
                     AtlasState *state,
                     const char *path,
                     const AtlasArea *area)
{
  const AtlasDataset *dataset = atlas_content_get_dataset (content);
  const char *language = atlas_content_get_language (content);
  const AtlasCountry *country = find_country (dataset, path);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  AtlasMapWords *self;

  if (country == NULL && area == NULL)
    return NULL;
  self = g_new0 (AtlasMapWords, 1);
  self->title = g_strdup (country != NULL ? atlas_country_get_name (country, language) : atlas_area_get_name (area, language));
  if (country != NULL && !add_ties (lines, dataset, atlas_state_get_lens (state), country, atlas_state_get_date (state), language))
    g_strv_builder_take (lines, words_for_no_tie (dataset, atlas_state_get_lens (state), language));
  if (area != NULL)
    g_strv_builder_take (lines, words_for_area (area, country, language));
  self->lines = g_strv_builder_end (lines);
  return self;
}

void
atlas_map_words_free (AtlasMapWords *self)
{
  g_free (self->title);
  g_strfreev (self->lines);
  g_free (self);
}

/**
 * atlas_map_words_join:
 *
 * Returns: (transfer full): all in one line, to be read aloud
 */
char *
atlas_map_words_join (const AtlasMapWords *self)
{
  g_autofree char *lines = g_strjoinv (", ", self->lines);

  if (*lines == '\0')
    return g_strdup (self->title);
  /* Translators: a country and its ties, as in “Kazakhstan: CSTO: member, SCO: member” */
  return g_strdup_printf (C_ ("country", "%s. %s"), self->title, lines);
}
