/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-map-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-difference.h"

/* What the overview paints. */
static const char *const overview[] = { "CSTO", "SCO", "BRICS" };

static char *
words_for_status (const char *abbreviation,
                  AtlasStatus status)
{
  return g_strdup_printf (
      /* Translators: an organisation and the status that a country has in it, as in “SCO: observer” */
      C_ ("tie", "%s: %s"), abbreviation, atlas_status_get_name (status));
}

static AtlasStatus
status_of (const AtlasSpell *spell)
{
  return spell != NULL ? spell->status : ATLAS_STATUS_NONE;
}

static char *
words_for_difference (const char *abbreviation,
                      const AtlasSpell *before,
                      const AtlasSpell *after)
{
  const AtlasDifference difference = atlas_difference_between (before, after);

  if (difference == ATLAS_DIFFERENCE_NONE)
    return NULL;
  if (difference == ATLAS_DIFFERENCE_UNCHANGED)
    return g_strdup_printf (
        /* Translators: an organisation and the status that a country has in it on both of two days, as in “SCO: observer, unchanged” */
        C_ ("tie", "%s: %s, unchanged"), abbreviation, atlas_status_get_name (status_of (after)));
  return g_strdup_printf (
      /* Translators: an organisation, and the statuses that a country had in it on the earlier and on the later of two days, as in “SCO: observer → member” */
      C_ ("tie", "%s: %s → %s"), abbreviation,
      atlas_status_get_name (status_of (before)), atlas_status_get_name (status_of (after)));
}

static gboolean
add_tie (GStrvBuilder *lines,
         const AtlasDataset *dataset,
         const char *id,
         const AtlasCountry *country,
         AtlasWhen when,
         const char *language)
{
  const AtlasOrganisation *organisation = atlas_dataset_find_organisation (dataset, id);
  const AtlasSpell *spell;
  const char *abbreviation;
  char *words = NULL;

  if (organisation == NULL)
    return FALSE;
  spell = atlas_query_status (dataset, organisation, country, when.to);
  abbreviation = atlas_organisation_get_abbreviation (organisation, language);
  if (when.compares)
    words = words_for_difference (abbreviation, atlas_query_status (dataset, organisation, country, atlas_when_get_eve (when)), spell);
  else if (status_of (spell) != ATLAS_STATUS_NONE)
    words = words_for_status (abbreviation, spell->status);
  if (words == NULL)
    return FALSE;
  g_strv_builder_take (lines, words);
  return TRUE;
}

static gboolean
add_ties (GStrvBuilder *lines,
          const AtlasDataset *dataset,
          const char *lens,
          const AtlasCountry *country,
          AtlasWhen when,
          const char *language)
{
  gboolean any = FALSE;

  if (!g_str_equal (lens, ATLAS_LENS_OVERVIEW))
    return add_tie (lines, dataset, lens, country, when, language);
  for (gsize i = 0; i < G_N_ELEMENTS (overview); i++)
    any |= add_tie (lines, dataset, overview[i], country, when, language);
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

/* Why a country wears the look before independence; NULL where it does not. */
static char *
words_for_dependence (const AtlasCountry *country,
                      AtlasDay day,
                      const char *language)
{
  const AtlasIndependence independence = atlas_country_get_independence_on (country, day);
  const char *predecessor = atlas_country_get_predecessor_name (country, language);

  if (independence == ATLAS_INDEPENDENCE_YES)
    return NULL;
  if (independence == ATLAS_INDEPENDENCE_UNCERTAIN)
    return g_strdup (_ ("Perhaps not yet independent"));
  if (predecessor == NULL)
    return g_strdup (_ ("Not yet independent"));
  /* Translators: %s is a state that a country belonged to before its independence, as in “Soviet Union”, or “France (protectorate)” */
  return g_strdup_printf (_ ("Not yet independent; before: %s"), predecessor);
}

static char *
words_for_the_untied (const AtlasDataset *dataset,
                      const char *lens,
                      const AtlasCountry *country,
                      AtlasDay day,
                      const char *language)
{
  char *words = words_for_dependence (country, day, language);

  return words != NULL ? words : words_for_no_tie (dataset, lens, language);
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
  const AtlasWhen when = atlas_state_get_when (state);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  AtlasMapWords *self;

  if (country == NULL && area == NULL)
    return NULL;
  self = g_new0 (AtlasMapWords, 1);
  self->title = g_strdup (country != NULL ? atlas_country_get_name (country, language) : atlas_area_get_name (area, language));
  if (country != NULL && !add_ties (lines, dataset, atlas_state_get_lens (state), country, when, language))
    g_strv_builder_take (lines, words_for_the_untied (dataset, atlas_state_get_lens (state), country, when.to, language));
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
