/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-date.h"
#include "atlas-source.h"

G_BEGIN_DECLS

typedef struct _AtlasOrganisation AtlasOrganisation;

/**
 * AtlasOrganisation:
 * @index: its place in atlas_dataset_get_organisations()
 * @successor: (nullable): the organisation that its lineage continues in
 * @lineage: the last organisation of its lineage, itself where it has no
 *   successor; queries know only these
 * @tracked: whether the data package has memberships for it
 *
 * Owned by the dataset. Texts exist in the languages of the data package; the
 * getters choose by language tag ("sv", "en_GB", "ru") and fall back to English.
 */
struct _AtlasOrganisation
{
  guint index;
  const char *id;
  const AtlasOrganisation *successor;
  const AtlasOrganisation *lineage;
  const char *kind;
  const char *website;
  AtlasDate founded;
  gboolean tracked;
  const AtlasSource *source;
  guint line; /* in organisations.csv */

  /*< private >*/
  guint distance;           /* successors until the end of the lineage */
  const char *const *names; /* by AtlasTextLanguage */
  const char *const *abbreviations;
  const char *const *treaties;
  const char *const *seats;
  const char *const *descriptions;
};

const char *atlas_organisation_get_name (const AtlasOrganisation *self, const char *language);
const char *atlas_organisation_get_abbreviation (const AtlasOrganisation *self, const char *language);
const char *atlas_organisation_get_treaty (const AtlasOrganisation *self, const char *language);
const char *atlas_organisation_get_seat (const AtlasOrganisation *self, const char *language);
const char *atlas_organisation_get_description (const AtlasOrganisation *self, const char *language);

G_END_DECLS
