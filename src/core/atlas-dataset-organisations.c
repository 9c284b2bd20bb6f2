/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-dataset-private.h"

#include <glib/gi18n-lib.h>

enum
{
  ID,
  NAME_EN,
  NAME_SV,
  NAME_RU,
  ABBREVIATION_EN,
  ABBREVIATION_SV,
  ABBREVIATION_RU,
  SUCCESSOR,
  KIND,
  TRACKED,
  FOUNDED,
  TREATY_EN,
  TREATY_SV,
  SEAT_EN,
  SEAT_SV,
  WEBSITE,
  DESCRIPTION_EN,
  DESCRIPTION_SV,
  SOURCE,
};
static const char *const columns[] = {
  "id", "name_en", "name_sv", "name_ru", "abbreviation_en", "abbreviation_sv", "abbreviation_ru", "successor", "kind",
  "tracked", "founded", "treaty_en", "treaty_sv", "seat_en", "seat_sv", "website", "description_en", "description_sv",
  "source", NULL
};

static void
read_organisation (AtlasLoader *loader,
                   AtlasOrganisation *organisation)
{
  atlas_loader_get_required (loader, NAME_EN);
  atlas_loader_get_required (loader, ABBREVIATION_EN);
  atlas_loader_get_required (loader, SOURCE);
  organisation->id = atlas_loader_get (loader, ID);
  organisation->lineage = organisation;
  organisation->kind = atlas_loader_get_required (loader, KIND);
  organisation->website = atlas_loader_get_optional (loader, WEBSITE);
  organisation->tracked = atlas_loader_get_boolean (loader, TRACKED);
  organisation->source = atlas_loader_get_source (loader, SOURCE);
  organisation->line = atlas_loader_get_line (loader);
  organisation->names = atlas_loader_get_texts (loader, NAME_EN, 3);
  organisation->abbreviations = atlas_loader_get_texts (loader, ABBREVIATION_EN, 3);
  organisation->treaties = atlas_loader_get_texts (loader, TREATY_EN, 2);
  organisation->seats = atlas_loader_get_texts (loader, SEAT_EN, 2);
  organisation->descriptions = atlas_loader_get_texts (loader, DESCRIPTION_EN, 2);
  atlas_loader_get_required (loader, FOUNDED);
  atlas_loader_get_date (loader, FOUNDED, &organisation->founded);
}

/* Follows successors to the last; a circle has none. */
static gboolean
resolve_lineage (AtlasOrganisation *organisation,
                 guint n)
{
  const AtlasOrganisation *last = organisation;
  guint distance = 0;

  for (; last->successor != NULL; last = last->successor)
    if (++distance > n)
      return FALSE;
  organisation->lineage = last;
  organisation->distance = distance;
  return TRUE;
}

static void
resolve_lineages (AtlasLoader *self,
                  AtlasOrganisation *organisations,
                  guint n)
{
  for (self->record = 0; self->record < n; self->record++)
    organisations[self->record].successor = atlas_loader_find_organisation (self, SUCCESSOR, atlas_loader_get (self, SUCCESSOR));
  for (self->record = 0; self->record < n; self->record++)
    if (!resolve_lineage (&organisations[self->record], n))
      {
        atlas_loader_report (self, SUCCESSOR, _ ("the successors of “%s” go in a circle; leave the last one's empty"), organisations[self->record].id);
        organisations[self->record].lineage = &organisations[self->record];
      }
}

/**
 * atlas_loader_read_organisations:
 *
 * Reads organisations.csv.
 */
void
atlas_loader_read_organisations (AtlasLoader *self)
{
  AtlasDataset *dataset = self->dataset;
  guint n = atlas_loader_open (self, "organisations.csv", columns);
  AtlasOrganisation *organisations = atlas_dataset_keep (dataset, g_new0 (AtlasOrganisation, n));

  for (self->record = 0; self->record < n; self->record++)
    {
      AtlasOrganisation *organisation = &organisations[self->record];

      read_organisation (self, organisation);
      organisation->index = dataset->organisations.items->len;
      atlas_loader_add (self, &dataset->organisations, ID, organisation);
    }
  resolve_lineages (self, organisations, n);
  for (guint i = 0; i < dataset->organisations.items->len; i++)
    {
      AtlasOrganisation *organisation = g_ptr_array_index (dataset->organisations.items, i);

      if (organisation->tracked && organisation->successor == NULL)
        g_ptr_array_add (dataset->lineages, organisation);
    }
}
