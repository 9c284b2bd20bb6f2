/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-dataset-private.h"

#include <glib/gi18n-lib.h>

enum
{
  UNIT,
  COUNTRY,
  HELD_BY,
  CLAIMED_BY,
  NAME_EN,
  NAME_SV,
  NAME_RU,
  TEXT_EN,
  TEXT_SV,
  OWN_PAGE,
  LABEL_LON,
  LABEL_LAT,
};
static const char *const columns[] = {
  "unit", "country", "held_by", "claimed_by", "name_en", "name_sv", "name_ru", "text_en", "text_sv", "own_page",
  "label_lon", "label_lat", NULL
};

/* Codes of countries, and UN for the United Nations. */
static const char *
read_codes (AtlasLoader *loader,
            guint column)
{
  const char *field = atlas_loader_get (loader, column);
  g_auto (GStrv) codes = g_strsplit (field, " ", -1);

  for (guint i = 0; codes[i] != NULL; i++)
    if (!g_str_equal (codes[i], "UN"))
      atlas_loader_find_country (loader, column, codes[i]);
  return field;
}

static void
read_area (AtlasLoader *loader,
           AtlasArea *area)
{
  double lon, lat;

  atlas_loader_get_required (loader, NAME_EN);
  atlas_loader_get_required (loader, TEXT_EN);
  atlas_loader_get_number (loader, LABEL_LON, -180, 180, &lon);
  atlas_loader_get_number (loader, LABEL_LAT, -90, 90, &lat);
  area->id = atlas_loader_get (loader, UNIT);
  area->country = atlas_loader_find_country (loader, COUNTRY, atlas_loader_get (loader, COUNTRY));
  area->held_by = read_codes (loader, HELD_BY);
  area->claimed_by = read_codes (loader, CLAIMED_BY);
  area->own_page = atlas_loader_get_boolean (loader, OWN_PAGE);
  area->label = (AtlasPoint) { lon, lat };
  area->names = atlas_loader_get_texts (loader, NAME_EN, 3);
  area->texts = atlas_loader_get_texts (loader, TEXT_EN, 2);
  if (area->country == NULL && !area->own_page)
    atlas_loader_report (loader, OWN_PAGE, _ ("an area that is counted to no country has a page of its own; write “true” or name its country"));
}

/**
 * atlas_loader_read_areas:
 *
 * Reads units.csv.
 */
void
atlas_loader_read_areas (AtlasLoader *self)
{
  guint n = atlas_loader_open (self, "units.csv", columns);
  AtlasArea *areas = atlas_dataset_keep (self->dataset, g_new0 (AtlasArea, n));

  for (self->record = 0; self->record < n; self->record++)
    {
      read_area (self, &areas[self->record]);
      atlas_loader_add (self, &self->dataset->areas, UNIT, &areas[self->record]);
    }
}
