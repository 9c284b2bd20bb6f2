/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-dataset-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  CODE,
  CONTINENT,
  LABEL_LON,
  LABEL_LAT,
  LABEL_ZOOM,
  CAPITAL_LON,
  CAPITAL_LAT,
  INDEPENDENT_FROM,
  PREDECESSOR_EN,
  PREDECESSOR_SV,
  CONTINUES,
  INDEPENDENCE_SOURCE,
};
static const char *const columns[] = {
  "code", "continent", "label_lon", "label_lat", "label_zoom", "capital_lon", "capital_lat", "independent_from",
  "predecessor_en", "predecessor_sv", "continues", "independence_source", NULL
};

static void
read_point (AtlasLoader *loader,
            guint lon_column,
            gboolean required,
            AtlasPoint *point)
{
  double lon, lat;

  if (required)
    {
      atlas_loader_get_required (loader, lon_column);
      atlas_loader_get_required (loader, lon_column + 1);
    }
  atlas_loader_get_number (loader, lon_column, -180, 180, &lon);
  atlas_loader_get_number (loader, lon_column + 1, -90, 90, &lat);
  *point = (AtlasPoint) { lon, lat };
}

static void
check_code (AtlasLoader *loader,
            const char *code)
{
  if (*code != '\0' && !(strlen (code) == 2 && g_ascii_isupper (code[0]) && g_ascii_isupper (code[1])))
    atlas_loader_report (loader, CODE, _ ("“%s” is no country code; write two capital letters, as in KZ"), code);
}

static void
read_independence (AtlasLoader *loader,
                   AtlasCountry *country)
{
  const char *continues = atlas_loader_get (loader, CONTINUES);

  country->has_independence = atlas_loader_get_date (loader, INDEPENDENT_FROM, &country->independent_from);
  country->predecessors = atlas_loader_get_texts (loader, PREDECESSOR_EN, 2);
  country->continues = g_str_equal (continues, "yes");
  country->independence_source = atlas_loader_get_source (loader, INDEPENDENCE_SOURCE);

  if (*continues != '\0' && !country->continues)
    atlas_loader_report (loader, CONTINUES, _ ("“%s” is not known; write “yes” or leave it empty"), continues);
  if (country->continues)
    atlas_loader_get_required (loader, INDEPENDENT_FROM);
  if (*atlas_loader_get (loader, INDEPENDENT_FROM) != '\0')
    atlas_loader_get_required (loader, INDEPENDENCE_SOURCE);
}

static void
read_country (AtlasLoader *loader,
              AtlasCountry *country)
{
  country->code = atlas_loader_get (loader, CODE);
  check_code (loader, country->code);
  country->continent = atlas_loader_get_required (loader, CONTINENT);
  read_point (loader, LABEL_LON, TRUE, &country->label);
  atlas_loader_get_required (loader, LABEL_ZOOM);
  atlas_loader_get_number (loader, LABEL_ZOOM, 0, 24, &country->label_zoom);
  read_point (loader, CAPITAL_LON, FALSE, &country->capital);
  read_independence (loader, country);
  country->languages = loader->dataset->languages;
  country->line = atlas_loader_get_line (loader);
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  const AtlasCountry *left = *(AtlasCountry *const *) a;
  const AtlasCountry *right = *(AtlasCountry *const *) b;

  return strcmp (left->code, right->code);
}

/**
 * atlas_loader_read_countries:
 *
 * Reads countries.csv.
 */
void
atlas_loader_read_countries (AtlasLoader *self)
{
  GPtrArray *items = self->dataset->countries.items;
  guint n = atlas_loader_open (self, "countries.csv", columns);
  AtlasCountry *countries = atlas_dataset_keep (self->dataset, g_new0 (AtlasCountry, n));

  for (self->record = 0; self->record < n; self->record++)
    {
      read_country (self, &countries[self->record]);
      atlas_loader_add (self, &self->dataset->countries, CODE, &countries[self->record]);
    }

  g_ptr_array_sort (items, compare_codes);
  for (guint i = 0; i < items->len; i++)
    ((AtlasCountry *) g_ptr_array_index (items, i))->index = i;
}
