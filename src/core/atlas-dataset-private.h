/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-csv.h"
#include "atlas-dataset.h"
#include "atlas-query.h"

G_BEGIN_DECLS

/* Things with an id: in order, and to be found by it. */
typedef struct
{
  GPtrArray *items;
  GHashTable *by_id;
} AtlasTable;

/* The spells of every lineage and country, and the changes between them, sorted
 * once so that each query is a search in an array. */
typedef struct
{
  GArray *spells;                 /* of AtlasSpell, by lineage, country, time */
  const AtlasSpell **spell_list;  /* the same, as queries hand them out */
  guint *spell_start;             /* [lineage × country] → first in @spell_list */
  GArray *changes;                /* of AtlasChange */
  const AtlasChange **all;        /* by day, lineage, country */
  const AtlasChange **by_lineage; /* by lineage, day, country */
  const AtlasChange **by_country; /* by country, day, lineage */
  const AtlasChange **by_pair;    /* by lineage, country, day */
  guint *lineage_start;           /* [organisation] → first in @by_lineage */
  guint *country_start;           /* [country] → first in @by_country */
  guint *pair_start;              /* [lineage × country] → first in @by_pair */
} AtlasHistory;

typedef struct
{
  const char *id;
  const char *const *terms;
  const char *const *texts;
} AtlasGlossaryEntry;

struct _AtlasDataset
{
  gatomicrefcount ref_count;
  char *directory;
  char *version;
  AtlasDay verified_until;
  AtlasDay last_border_change;

  GPtrArray *files;      /* of AtlasCsv: most texts point into them */
  GPtrArray *blocks;     /* of memory that lives as long as the dataset */
  GHashTable *languages; /* of names.csv: tag → its place in a country's names, plus 1 */

  AtlasTable sources;
  AtlasTable organisations;
  AtlasTable countries;
  AtlasTable areas;
  AtlasTable memberships;
  AtlasTable events;
  AtlasTable glossary;
  GPtrArray *lineages;
  AtlasHistory history;
};

gpointer atlas_dataset_keep (AtlasDataset *self, gpointer block);

/* What reads a package: the table that is being read and the record it is at. */
typedef struct
{
  AtlasDataset *dataset;
  AtlasProblems *problems;
  gboolean has_verified_until;
  const char *const *columns;
  AtlasCsv *csv;
  guint record;
} AtlasLoader;

char *atlas_loader_get_path (AtlasLoader *self, const char *file);
guint atlas_loader_open (AtlasLoader *self, const char *file, const char *const *columns);
void atlas_loader_report (AtlasLoader *self, guint column, const char *format, ...) G_GNUC_PRINTF (3, 4);
const char *atlas_loader_get (AtlasLoader *self, guint column);
const char *atlas_loader_get_optional (AtlasLoader *self, guint column);
const char *atlas_loader_get_required (AtlasLoader *self, guint column);
guint atlas_loader_get_line (AtlasLoader *self);
gboolean atlas_loader_get_date (AtlasLoader *self, guint column, AtlasDate *date);
gboolean atlas_loader_get_boolean (AtlasLoader *self, guint column);
gboolean atlas_loader_get_number (AtlasLoader *self, guint column, double min, double max, double *number);
const char *const *atlas_loader_get_texts (AtlasLoader *self, guint english, guint n);
const AtlasSource *atlas_loader_get_source (AtlasLoader *self, guint column);
const AtlasOrganisation *atlas_loader_find_organisation (AtlasLoader *self, guint column, const char *id);
const AtlasCountry *atlas_loader_find_country (AtlasLoader *self, guint column, const char *code);
gboolean atlas_loader_add (AtlasLoader *self, AtlasTable *table, guint column, gpointer item);

void atlas_loader_read_package (AtlasLoader *self);
void atlas_loader_read_sources (AtlasLoader *self);
void atlas_loader_read_organisations (AtlasLoader *self);
void atlas_loader_read_countries (AtlasLoader *self);
void atlas_loader_read_areas (AtlasLoader *self);
void atlas_loader_read_names (AtlasLoader *self);
void atlas_loader_read_memberships (AtlasLoader *self);
void atlas_loader_read_events (AtlasLoader *self);
void atlas_loader_read_glossary (AtlasLoader *self);

void atlas_history_init (AtlasHistory *self, AtlasDataset *dataset);
void atlas_history_clear (AtlasHistory *self);

G_END_DECLS
