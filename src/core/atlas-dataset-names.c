/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-dataset-private.h"

#include <glib/gi18n-lib.h>

enum
{
  KIND,
  CODE,
  LANG,
  NAME,
};
static const char *const columns[] = { "kind", "code", "lang", "name", NULL };

/* Gives each language its place; most of the package's rows are names, so that
 * every country has an array of them and not a table. */
static guint
count_languages (AtlasLoader *loader,
                 guint n)
{
  GHashTable *languages = loader->dataset->languages;

  for (loader->record = 0; loader->record < n; loader->record++)
    {
      const char *tag = atlas_loader_get_required (loader, LANG);

      if (!g_hash_table_contains (languages, tag))
        g_hash_table_insert (languages, (gpointer) tag, GUINT_TO_POINTER (g_hash_table_size (languages) + 1));
    }
  return g_hash_table_size (languages);
}

static void
make_room (AtlasDataset *dataset,
           guint n_languages)
{
  GPtrArray *countries = dataset->countries.items;
  const char **names = atlas_dataset_keep (dataset, g_new0 (const char *, countries->len *n_languages * 2));

  for (guint i = 0; i < countries->len; i++)
    {
      AtlasCountry *country = g_ptr_array_index (countries, i);

      country->names = names + i * 2 * n_languages;
      country->capitals = country->names + n_languages;
    }
}

static void
read_country_name (AtlasLoader *loader,
                   gboolean capital)
{
  const char *language = atlas_loader_get (loader, LANG);
  const AtlasCountry *country = atlas_loader_find_country (loader, CODE, atlas_loader_get_required (loader, CODE));
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (loader->dataset->languages, language)) - 1;
  const char **names;

  if (country == NULL)
    return;

  names = (const char **) (capital ? country->capitals : country->names);
  if (names[place] != NULL)
    atlas_loader_report (loader, NAME, _ ("“%s” has a name in the language “%s” already, further up; delete one"), country->code, language);
  names[place] = atlas_loader_get_required (loader, NAME);
}

static void
read_name (AtlasLoader *loader)
{
  const char *kind = atlas_loader_get (loader, KIND);
  const char *code = atlas_loader_get (loader, CODE);

  if (g_str_equal (kind, "country") || g_str_equal (kind, "capital"))
    read_country_name (loader, g_str_equal (kind, "capital"));
  else if (!g_str_equal (kind, "unit"))
    atlas_loader_report (loader, KIND, _ ("“%s” is not known; write “country”, “capital” or “unit”"), kind);
  else if (atlas_dataset_find_area (loader->dataset, code) == NULL && loader->dataset->areas.items->len > 0)
    atlas_loader_report (loader, CODE, _ ("units.csv has no area “%s”; add it there or name another"), code);
}

static void
check_names (AtlasLoader *loader)
{
  GPtrArray *countries = loader->dataset->countries.items;
  g_autofree char *path = atlas_loader_get_path (loader, "countries.csv");

  for (guint i = 0; i < countries->len; i++)
    {
      const AtlasCountry *country = g_ptr_array_index (countries, i);

      if (atlas_country_get_name (country, "en") == NULL)
        atlas_problems_add (loader->problems, path, country->line, 1, _ ("“%s” has no English name; add it to names.csv"), country->code);
    }
}

/**
 * atlas_loader_read_names:
 *
 * Reads names.csv; countries and areas must be read before.
 */
void
atlas_loader_read_names (AtlasLoader *self)
{
  guint n = atlas_loader_open (self, "names.csv", columns);

  if (self->csv == NULL)
    return;

  make_room (self->dataset, count_languages (self, n));
  for (self->record = 0; self->record < n; self->record++)
    read_name (self);
  check_names (self);
}
