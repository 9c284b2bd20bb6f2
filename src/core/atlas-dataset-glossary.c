/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-dataset-private.h"
#include "atlas-texts.h"

enum
{
  ID,
  TERM_EN,
  TERM_SV,
  TEXT_EN,
  TEXT_SV,
};
static const char *const columns[] = { "id", "term_en", "term_sv", "text_en", "text_sv", NULL };

/* A package may do without a glossary: it explains, it states nothing. */
static gboolean
has_glossary (AtlasLoader *loader)
{
  g_autofree char *path = atlas_loader_get_path (loader, "glossary.csv");

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/**
 * atlas_loader_read_glossary:
 *
 * Reads glossary.csv.
 */
void
atlas_loader_read_glossary (AtlasLoader *self)
{
  guint n = has_glossary (self) ? atlas_loader_open (self, "glossary.csv", columns) : 0;
  AtlasGlossaryEntry *entries = atlas_dataset_keep (self->dataset, g_new0 (AtlasGlossaryEntry, n));

  for (self->record = 0; self->record < n; self->record++)
    {
      AtlasGlossaryEntry *entry = &entries[self->record];

      atlas_loader_get_required (self, TERM_EN);
      atlas_loader_get_required (self, TEXT_EN);
      entry->id = atlas_loader_get (self, ID);
      entry->terms = atlas_loader_get_texts (self, TERM_EN, 2);
      entry->texts = atlas_loader_get_texts (self, TEXT_EN, 2);
      atlas_loader_add (self, &self->dataset->glossary, ID, entry);
    }
}

/**
 * atlas_dataset_get_glossary_term:
 * @id: "status:observer" or "org:CSTO"
 *
 * Returns: (transfer none) (nullable): the word as the glossary heads it
 */
const char *
atlas_dataset_get_glossary_term (const AtlasDataset *self,
                                 const char *id,
                                 const char *language)
{
  const AtlasGlossaryEntry *entry = g_hash_table_lookup (self->glossary.by_id, id);

  return entry != NULL ? atlas_texts_get (entry->terms, language) : NULL;
}

/**
 * atlas_dataset_get_glossary_text:
 *
 * Returns: (transfer none) (nullable): what the word means
 */
const char *
atlas_dataset_get_glossary_text (const AtlasDataset *self,
                                 const char *id,
                                 const char *language)
{
  const AtlasGlossaryEntry *entry = g_hash_table_lookup (self->glossary.by_id, id);

  return entry != NULL ? atlas_texts_get (entry->texts, language) : NULL;
}
