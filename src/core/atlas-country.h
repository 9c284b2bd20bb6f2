/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-date.h"
#include "atlas-point.h"
#include "atlas-source.h"

G_BEGIN_DECLS

/**
 * AtlasCountry:
 * @index: its place in atlas_dataset_get_countries(), which is sorted by code
 * @code: ISO 3166-1 alpha-2, and XK
 * @label: where its name stands best, longitude and latitude in degrees
 * @label_zoom: the Mercator zoom (256-pixel tiles) from which its name is shown
 * @capital: longitude and latitude in degrees; NaN where it has none
 * @has_independence: whether @independent_from is known
 * @independent_from: since when it exists as an independent state
 * @continues: whether it is the state that was there before that day, as Russia
 *   continues the Soviet Union
 *
 * Owned by the dataset. Names come from Unicode CLDR; see names.csv.
 */
typedef struct
{
  guint index;
  const char *code;
  const char *continent;
  AtlasPoint label;
  double label_zoom;
  AtlasPoint capital;
  gboolean has_independence;
  AtlasDate independent_from;
  gboolean continues;
  const AtlasSource *independence_source; /* nullable */
  guint line;                             /* in countries.csv */

  /*< private >*/
  GHashTable *languages; /* see atlas_names_get() */
  const char *const *names;
  const char *const *capitals;
  const char *const *predecessors; /* see atlas_texts_get() */
} AtlasCountry;

/**
 * AtlasIndependence:
 *
 * Whether a country was an independent state on a day.
 */
typedef enum
{
  ATLAS_INDEPENDENCE_YES,       /* or nobody wrote down since when */
  ATLAS_INDEPENDENCE_UNCERTAIN, /* the day lies within the doubt about the date */
  ATLAS_INDEPENDENCE_NOT_YET,
} AtlasIndependence;

const char *atlas_country_get_name (const AtlasCountry *self, const char *language);
const char *atlas_country_get_capital_name (const AtlasCountry *self, const char *language);
const char *atlas_country_get_predecessor_name (const AtlasCountry *self, const char *language);
AtlasIndependence atlas_country_get_independence_on (const AtlasCountry *self, AtlasDay day);

G_END_DECLS
