/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-country.h"
#include "atlas-organisation.h"

G_BEGIN_DECLS

/**
 * AtlasEvent:
 * @planned: announced, not known to have happened
 *
 * A row of events.csv, owned by the dataset; or what a text tells, see
 * atlas_event_new_told().
 */
typedef struct
{
  guint index;
  const char *id;
  AtlasDate date;
  gboolean planned;
  guint n_organisations;
  const AtlasOrganisation *const *organisations;
  guint n_countries;
  const AtlasCountry *const *countries;
  const AtlasSource *source;
  guint line; /* in events.csv */

  /*< private >*/
  const char *const *titles;
  const char *const *summaries;
  const char *const *people;
} AtlasEvent;

AtlasEvent *atlas_event_new_told (const AtlasDate *date, const char *words);
void atlas_event_free_told (AtlasEvent *self);
gboolean atlas_event_is_told (const AtlasEvent *self);

const char *atlas_event_get_title (const AtlasEvent *self, const char *language);
const char *atlas_event_get_summary (const AtlasEvent *self, const char *language);
const char *atlas_event_get_people (const AtlasEvent *self, const char *language);
gboolean atlas_event_concerns_country (const AtlasEvent *self, const AtlasCountry *country);
gboolean atlas_event_concerns_organisation (const AtlasEvent *self, const AtlasOrganisation *organisation);

G_END_DECLS
