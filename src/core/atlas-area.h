/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-country.h"

G_BEGIN_DECLS

/**
 * AtlasArea:
 * @country: (nullable): the country that this atlas counts it to
 * @held_by: codes of who holds it, separated by spaces; may be empty
 * @claimed_by: codes of who claims it, separated by spaces
 * @own_page: whether a click opens a page of its own instead of its country's
 *
 * A disputed or separable area: a row of units.csv.
 */
typedef struct
{
  const char *id;
  const AtlasCountry *country;
  const char *held_by;
  const char *claimed_by;
  gboolean own_page;
  AtlasPoint label;

  /*< private >*/
  const char *const *names;
  const char *const *texts;
} AtlasArea;

const char *atlas_area_get_name (const AtlasArea *self, const char *language);
const char *atlas_area_get_text (const AtlasArea *self, const char *language);

G_END_DECLS
