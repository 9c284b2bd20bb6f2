/*
 * SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "atlas-geography-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The layout is described in data/geography/README.md. */

#define MAGIC "ATLASGEO"
#define VERSION 1
#define FARTHEST_LON 540.0f
#define MOST_LEVELS 16
#define MOST_CELLS_PER_DEGREE 8
#define UNIT_IS_TINY 1u

typedef struct
{
  char magic[8];
  guint32 version;
  guint32 size;
  guint64 sums[2];
  guint32 n_units;
  guint32 units_at;
  guint32 texts_at;
  guint32 texts_size;
  guint32 n_levels;
  guint32 levels_at;
  guint32 cells_per_degree;
  guint32 cells_at;
  guint32 n_cells;
  guint32 runs_at;
  guint32 n_runs;
  guint32 unused[5];
} Header;

typedef struct
{
  guint32 texts[4];
  AtlasBox box;
  AtlasBox main_box;
  float area;
  guint32 flags;
  guint32 unused[2];
} UnitRecord;

typedef struct
{
  float tolerance;
  guint32 points_at;
  guint32 n_points;
  guint32 arcs_at;
  guint32 n_arcs;
  guint32 rings_at;
  guint32 n_rings;
  guint32 references_at;
  guint32 n_references;
  guint32 first_rings_at;
  guint32 unused[2];
} LevelRecord;

G_STATIC_ASSERT (sizeof (Header) == 96);
G_STATIC_ASSERT (sizeof (UnitRecord) == 64);
G_STATIC_ASSERT (sizeof (LevelRecord) == 48);
G_STATIC_ASSERT (sizeof (AtlasPoint) == 8);
G_STATIC_ASSERT (sizeof (AtlasArc) == 36);
G_STATIC_ASSERT (sizeof (AtlasRing) == 32);
G_STATIC_ASSERT (sizeof (AtlasGeographyRun) == 12);

typedef struct
{
  const char *path;
  const char *bytes;
  gsize size;
  const Header *header;
  GError **error;
} Reader;

static gboolean
damaged (Reader *reader, const void *at, const char *what)
{
  g_set_error (reader->error, ATLAS_GEOGRAPHY_ERROR, ATLAS_GEOGRAPHY_ERROR_DAMAGED,
               /* Translators: a file name, a number of bytes, and what is wrong, such as “a table reaches beyond the
                * end of the file” */
               _ ("“%s” is damaged at byte %zu: %s. Install Alliance Atlas again, or rebuild the file with "
                  "data/geography/recipe/build."),
               reader->path, (size_t) ((const char *) at - reader->bytes), _ (what));
  return FALSE;
}

/* Points @table at @n records of @record bytes that begin at byte *@at, if the file has as many. */
static gboolean
find_table (Reader *reader, const guint32 *at, guint32 n, gsize record, gconstpointer table)
{
  if (*at % 4 != 0 || *at < sizeof (Header) || *at > reader->size || n > (reader->size - *at) / record)
    return damaged (reader, at, N_ ("a table reaches beyond the end of the file"));
  *(gconstpointer *) table = reader->bytes + *at;
  return TRUE;
}

/* Two sums over the words behind the sums themselves: the words, and the first sum as it grows. A changed word changes the
 * first, two words that change places the second. */
static gboolean
check_sums (Reader *reader)
{
  const guint32 *words = &reader->header->n_units;
  gsize n = (reader->size - G_STRUCT_OFFSET (Header, n_units)) / 4;
  guint64 first = 0, second = 0;

  for (gsize i = 0; i < n; i++)
    {
      first += words[i];
      second += first;
    }
  if (first != reader->header->sums[0] || second != reader->header->sums[1])
    return damaged (reader, reader->header->sums, N_ ("the checksum does not fit the contents"));
  return TRUE;
}

static gboolean
check_header (Reader *reader)
{
  if (reader->size < sizeof MAGIC - 1 || memcmp (reader->bytes, MAGIC, sizeof MAGIC - 1) != 0)
    {
      g_set_error (reader->error, ATLAS_GEOGRAPHY_ERROR, ATLAS_GEOGRAPHY_ERROR_NOT_GEOGRAPHY,
                   _ ("“%s” is not a geography file: at byte 0 it does not say “%s”. Name a file that "
                      "data/geography/recipe/build made."),
                   reader->path, MAGIC);
      return FALSE;
    }
  if (reader->size < sizeof (Header))
    return damaged (reader, reader->bytes + reader->size, N_ ("the file ends within its header"));
  reader->header = (const Header *) reader->bytes;
  if (reader->header->version != VERSION)
    {
      g_set_error (reader->error, ATLAS_GEOGRAPHY_ERROR, ATLAS_GEOGRAPHY_ERROR_VERSION,
                   _ ("“%s” is a geography file of version %u (at byte 8), and this program reads version %u on "
                      "little-endian machines. Rebuild the file with data/geography/recipe/build."),
                   reader->path, reader->header->version, VERSION);
      return FALSE;
    }
  if (reader->header->size != reader->size || reader->size % 4 != 0)
    return damaged (reader, &reader->header->size, N_ ("the file is longer or shorter than it says"));
  return check_sums (reader);
}

static gboolean
check_box (Reader *reader, const AtlasBox *box)
{
  /* Written so that a NaN fails. */
  if (box->west >= -FARTHEST_LON && box->east <= FARTHEST_LON && box->west <= box->east && box->south >= -90 && box->north <= 90 && box->south <= box->north)
    return TRUE;
  return damaged (reader, box, N_ ("a box lies outside the world"));
}

static gboolean
check_points (Reader *reader, const AtlasGeographyLevel *level)
{
  for (guint32 i = 0; i < level->n_points; i++)
    if (!(fabsf (level->points[i].lon) <= FARTHEST_LON && fabsf (level->points[i].lat) <= 90))
      return damaged (reader, &level->points[i], N_ ("a point lies outside the world"));
  return TRUE;
}

static gboolean
is_unit_or_sea (Reader *reader, gint32 unit)
{
  return unit == ATLAS_GEOGRAPHY_SEA || (unit >= 0 && (guint32) unit < reader->header->n_units);
}

static gboolean
check_arcs (Reader *reader, const AtlasGeographyLevel *level)
{
  for (guint32 i = 0; i < level->n_arcs; i++)
    {
      const AtlasArc *arc = &level->arcs[i];

      if (!check_box (reader, &arc->box))
        return FALSE;
      if (arc->n_points < 2 || arc->first_point > level->n_points || arc->n_points > level->n_points - arc->first_point)
        return damaged (reader, &arc->first_point, N_ ("a line has points that do not exist"));
      if (!is_unit_or_sea (reader, arc->left) || !is_unit_or_sea (reader, arc->right))
        return damaged (reader, &arc->left, N_ ("a line bounds a unit that does not exist"));
      if (arc->kind > ATLAS_LINE_SHORE)
        return damaged (reader, &arc->kind, N_ ("a line is of no known kind"));
    }
  return TRUE;
}

static gboolean
check_references (Reader *reader, const AtlasGeographyLevel *level)
{
  for (guint32 i = 0; i < level->n_references; i++)
    {
      gint32 arc = level->references[i];

      if ((guint32) (arc >= 0 ? arc : ~arc) >= level->n_arcs)
        return damaged (reader, &level->references[i], N_ ("a ring has a line that does not exist"));
    }
  return TRUE;
}

static const AtlasPoint *
get_end (const AtlasGeographyLevel *level, gint32 reference, gboolean last)
{
  const AtlasArc *arc = &level->arcs[reference >= 0 ? reference : ~reference];

  return &level->points[arc->first_point + (last == (reference >= 0) ? arc->n_points - 1 : 0)];
}

/* Whether the lines of a ring follow one another, close it and have as many points as it says. */
static gboolean
check_ring_walk (Reader *reader, const AtlasGeographyLevel *level, const AtlasRing *ring)
{
  const gint32 *references = level->references + ring->first_ref;
  const AtlasPoint *at = get_end (level, references[ring->n_refs - 1], TRUE);
  guint64 n_points = 0;

  for (guint32 i = 0; i < ring->n_refs; i++)
    {
      const AtlasPoint *begin = get_end (level, references[i], FALSE);

      if (begin->lon != at->lon || begin->lat != at->lat)
        return damaged (reader, &references[i], N_ ("the lines of a ring do not meet"));
      at = get_end (level, references[i], TRUE);
      n_points += level->arcs[references[i] >= 0 ? references[i] : ~references[i]].n_points - 1;
    }
  if (n_points != ring->n_points)
    return damaged (reader, &ring->n_points, N_ ("a ring has more or fewer points than it says"));
  return TRUE;
}

static gboolean
check_rings (Reader *reader, const AtlasGeographyLevel *level)
{
  for (guint32 i = 0; i < level->n_rings; i++)
    {
      const AtlasRing *ring = &level->rings[i];

      if (!check_box (reader, &ring->box))
        return FALSE;
      if (ring->n_refs == 0 || ring->first_ref > level->n_references || ring->n_refs > level->n_references - ring->first_ref)
        return damaged (reader, &ring->first_ref, N_ ("a ring has lines that do not exist"));
      if (!is_unit_or_sea (reader, ring->unit))
        return damaged (reader, &ring->unit, N_ ("a ring belongs to a unit that does not exist"));
      if (!check_ring_walk (reader, level, ring))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_first_rings (Reader *reader, const AtlasGeographyLevel *level)
{
  guint32 n_units = reader->header->n_units;

  if (level->first_rings[0] != 0 || level->first_rings[n_units + 1] != level->n_rings)
    return damaged (reader, level->first_rings, N_ ("the rings are not counted right"));
  for (guint32 unit = 0; unit <= n_units; unit++)
    {
      gint32 owner = unit < n_units ? (gint32) unit : ATLAS_GEOGRAPHY_SEA;

      if (level->first_rings[unit + 1] < level->first_rings[unit] || level->first_rings[unit + 1] > level->n_rings)
        return damaged (reader, &level->first_rings[unit + 1], N_ ("the rings are not counted right"));
      for (guint32 i = level->first_rings[unit]; i < level->first_rings[unit + 1]; i++)
        if (level->rings[i].unit != owner)
          return damaged (reader, &level->rings[i].unit, N_ ("a ring belongs to another unit than its place says"));
    }
  return TRUE;
}

static gboolean
read_level (Reader *reader, const LevelRecord *record, AtlasGeographyLevel *level)
{
  if (!(record->tolerance > 0 && record->tolerance < 1e7f))
    return damaged (reader, record, N_ ("a level of detail has no tolerance"));
  level->tolerance = record->tolerance;
  level->n_points = record->n_points;
  level->n_arcs = record->n_arcs;
  level->n_rings = record->n_rings;
  level->n_references = record->n_references;

  return find_table (reader, &record->points_at, level->n_points, sizeof (AtlasPoint), &level->points) && find_table (reader, &record->arcs_at, level->n_arcs, sizeof (AtlasArc), &level->arcs) && find_table (reader, &record->rings_at, level->n_rings, sizeof (AtlasRing), &level->rings) && find_table (reader, &record->references_at, level->n_references, sizeof (gint32), &level->references) && find_table (reader, &record->first_rings_at, reader->header->n_units + 2, sizeof (guint32), &level->first_rings) && check_points (reader, level) && check_arcs (reader, level) && check_references (reader, level) && check_rings (reader, level) && check_first_rings (reader, level);
}

static gboolean
read_levels (Reader *reader, AtlasGeographyFile *self)
{
  const LevelRecord *records = NULL;

  if (reader->header->n_levels == 0 || reader->header->n_levels > MOST_LEVELS)
    return damaged (reader, &reader->header->n_levels, N_ ("it has no levels of detail, or too many"));
  if (!find_table (reader, &reader->header->levels_at, reader->header->n_levels, sizeof (LevelRecord), &records))
    return FALSE;
  self->n_levels = reader->header->n_levels;
  self->levels = g_new0 (AtlasGeographyLevel, self->n_levels);
  for (guint32 i = 0; i < self->n_levels; i++)
    {
      if (!read_level (reader, &records[i], &self->levels[i]))
        return FALSE;
      if (i > 0 && self->levels[i].tolerance >= self->levels[i - 1].tolerance)
        return damaged (reader, &records[i], N_ ("the levels of detail are not in order"));
    }
  return TRUE;
}

static gboolean
check_texts (Reader *reader, const char *texts)
{
  guint32 size = reader->header->texts_size;

  if (size == 0 || texts[size - 1] != '\0')
    return damaged (reader, &reader->header->texts_size, N_ ("the codes do not end"));
  for (guint32 i = 0; i < size; i++)
    if (texts[i] != '\0' && !g_ascii_isprint (texts[i]))
      return damaged (reader, texts + i, N_ ("a code has a character that no code has"));
  return TRUE;
}

static gboolean
read_unit (Reader *reader, const UnitRecord *record, const char *texts, AtlasUnit *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (record->texts); i++)
    if (record->texts[i] >= reader->header->texts_size)
      return damaged (reader, &record->texts[i], N_ ("a code lies outside the table of codes"));
  if (!check_box (reader, &record->box) || !check_box (reader, &record->main_box))
    return FALSE;

  unit->code = texts + record->texts[0];
  unit->country = texts + record->texts[1];
  unit->held_by = texts + record->texts[2];
  unit->claimed_by = texts + record->texts[3];
  unit->box = record->box;
  unit->main_box = record->main_box;
  unit->area = record->area;
  unit->disputed = *unit->claimed_by != '\0';
  unit->tiny = (record->flags & UNIT_IS_TINY) != 0;
  if (!(record->area >= 0 && record->area < 6e8f))
    return damaged (reader, &record->area, N_ ("a unit has no area"));
  return TRUE;
}

static gboolean
read_units (Reader *reader, AtlasGeographyFile *self)
{
  const UnitRecord *records = NULL;
  const char *texts = NULL;

  if (reader->header->n_units == 0 || reader->header->n_units > G_MAXINT16)
    return damaged (reader, &reader->header->n_units, N_ ("it has no units, or too many"));
  if (!find_table (reader, &reader->header->texts_at, reader->header->texts_size, 1, &texts) || !find_table (reader, &reader->header->units_at, reader->header->n_units, sizeof (UnitRecord), &records) || !check_texts (reader, texts))
    return FALSE;

  self->n_units = reader->header->n_units;
  self->units = g_new0 (AtlasUnit, self->n_units);
  for (guint32 i = 0; i < self->n_units; i++)
    {
      if (!read_unit (reader, &records[i], texts, &self->units[i]))
        return FALSE;
      if (i > 0 && strcmp (self->units[i - 1].code, self->units[i].code) >= 0)
        return damaged (reader, &records[i], N_ ("the units are not in the order of their codes"));
    }
  return TRUE;
}

static gboolean
check_runs (Reader *reader, const AtlasGeographyFile *self)
{
  const AtlasGeographyLevel *finest = &self->levels[self->n_levels - 1];

  for (guint32 i = 0; i < self->n_runs; i++)
    {
      const AtlasGeographyRun *run = &self->runs[i];
      guint32 n_edges = run->n_edges & ~ATLAS_GEOGRAPHY_LAST_RUN;
      const AtlasArc *arc;

      if (run->arc >= finest->n_arcs)
        return damaged (reader, &run->arc, N_ ("the index names a line that does not exist"));
      arc = &finest->arcs[run->arc];
      if (run->first_point < arc->first_point || n_edges >= arc->n_points || run->first_point - arc->first_point >= arc->n_points - n_edges)
        return damaged (reader, run, N_ ("the index names a part of a line that does not exist"));
    }
  if (self->n_runs > 0 && !(self->runs[self->n_runs - 1].n_edges & ATLAS_GEOGRAPHY_LAST_RUN))
    return damaged (reader, &self->runs[self->n_runs - 1], N_ ("the index does not end"));
  return TRUE;
}

static gboolean
check_cells (Reader *reader, const AtlasGeographyFile *self)
{
  for (guint32 i = 0; i < self->n_cells; i++)
    {
      guint32 cell = self->cells[i];
      gboolean constant = (cell & ATLAS_GEOGRAPHY_CONSTANT_CELL) != 0;

      if (constant ? (cell & ~ATLAS_GEOGRAPHY_CONSTANT_CELL) > self->n_units : cell >= self->n_runs)
        return damaged (reader, &self->cells[i], N_ ("the index has a cell without contents"));
    }
  return TRUE;
}

static gboolean
read_index (Reader *reader, AtlasGeographyFile *self)
{
  const Header *header = reader->header;
  guint32 n = header->cells_per_degree;

  if (n == 0 || n > MOST_CELLS_PER_DEGREE || header->n_cells != 360 * n * 180 * n)
    return damaged (reader, &header->cells_per_degree, N_ ("the index has the wrong number of cells"));
  self->cells_per_degree = n;
  self->n_cells = header->n_cells;
  self->n_runs = header->n_runs;
  return find_table (reader, &header->cells_at, self->n_cells, sizeof (guint32), &self->cells) && find_table (reader, &header->runs_at, self->n_runs, sizeof (AtlasGeographyRun), &self->runs) && check_runs (reader, self) && check_cells (reader, self);
}

/**
 * atlas_geography_file_open:
 *
 * Reads the file at @path and checks every number in it that another part of the program follows, so that no
 * damage can lead beyond a table. On failure @self holds nothing.
 */
gboolean
atlas_geography_file_open (AtlasGeographyFile *self, const char *path, GError **error)
{
  Reader reader = { .path = path, .error = error };

  memset (self, 0, sizeof *self);
  self->bytes = atlas_geography_read_bytes (path, error);
  if (self->bytes == NULL)
    return FALSE;
  reader.bytes = g_bytes_get_data (self->bytes, &reader.size);
  if (check_header (&reader) && read_units (&reader, self) && read_levels (&reader, self) && read_index (&reader, self))
    return TRUE;
  atlas_geography_file_clear (self);
  return FALSE;
}

/**
 * atlas_geography_file_clear:
 *
 * Lets go of the contents and of all that points into them.
 */
void
atlas_geography_file_clear (AtlasGeographyFile *self)
{
  g_clear_pointer (&self->units, g_free);
  g_clear_pointer (&self->levels, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
}
