/*
 * SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "atlas-geography.h"

G_BEGIN_DECLS

/* The tables of a level of detail, as they lie in the file. */
typedef struct
{
  double tolerance;
  const AtlasPoint *points;
  const AtlasArc *arcs;
  const AtlasRing *rings;
  const gint32 *references;
  const guint32 *first_rings; /* one for each unit, one for the lakes, and the end */
  guint32 n_points;
  guint32 n_arcs;
  guint32 n_rings;
  guint32 n_references;
} AtlasGeographyLevel;

/* Edges of one arc that follow one another through a cell of the index. */
typedef struct
{
  guint32 first_point;
  guint32 n_edges; /* with ATLAS_GEOGRAPHY_LAST_RUN set in the cell's last run */
  guint32 arc;
} AtlasGeographyRun;

#define ATLAS_GEOGRAPHY_LAST_RUN 0x80000000u

/* A cell with this bit is wholly one unit's, whose index is the rest less one; any other holds its first run. */
#define ATLAS_GEOGRAPHY_CONSTANT_CELL 0x80000000u

typedef struct
{
  GBytes *bytes;
  AtlasUnit *units;
  AtlasGeographyLevel *levels;
  const guint32 *cells;
  const AtlasGeographyRun *runs;
  guint32 n_units;
  guint32 n_levels;
  guint32 cells_per_degree;
  guint32 n_cells;
  guint32 n_runs;
} AtlasGeographyFile;

GBytes *atlas_geography_read_bytes (const char *path, GError **error);

gboolean atlas_geography_file_open (AtlasGeographyFile *self, const char *path, GError **error);
void atlas_geography_file_clear (AtlasGeographyFile *self);

int atlas_geography_file_hit (const AtlasGeographyFile *self, double lon, double lat);
int atlas_geography_file_hit_near (const AtlasGeographyFile *self, double lon, double lat, double radius);

G_END_DECLS
