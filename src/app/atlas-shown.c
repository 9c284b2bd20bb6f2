/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-shown.h"

static gboolean
get_selected_scope (AtlasState *state,
                    const AtlasDataset *dataset,
                    AtlasScope *scope)
{
  const AtlasOrganisation *organisation = NULL;
  const AtlasCountry *country = NULL;
  const AtlasArea *area = NULL;
  const char *id;

  if (atlas_state_get_selected (state, "organisation", &id))
    organisation = atlas_dataset_find_organisation (dataset, id);
  else if (atlas_state_get_selected (state, "country", &id))
    country = atlas_dataset_find_country (dataset, id);
  else if (atlas_state_get_selected (state, "unit", &id))
    area = atlas_dataset_find_area (dataset, id);

  if (area != NULL)
    country = area->country;
  if (organisation != NULL)
    atlas_scope_init_organisation (scope, organisation);
  else if (country != NULL)
    atlas_scope_init_country (scope, country);
  return organisation != NULL || country != NULL;
}

/**
 * atlas_shown_get_scope:
 * @scope: (out): what the timeline of the window is about
 *
 * Returns: whether a country or an organisation is selected; otherwise the
 *   timeline is about the organisations of the lens
 */
gboolean
atlas_shown_get_scope (AtlasState *state,
                       const AtlasDataset *dataset,
                       AtlasScope *scope)
{
  const char *lens = atlas_state_get_lens (state);

  if (get_selected_scope (state, dataset, scope))
    return TRUE;
  atlas_scope_init_lens (scope, dataset,
                         g_str_equal (lens, ATLAS_LENS_OVERVIEW) ? NULL : atlas_dataset_find_organisation (dataset, lens));
  return FALSE;
}
