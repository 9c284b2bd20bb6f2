/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-unit-raster.h"

#include <math.h>
#include <string.h>

/* Coverage below this share of a pixel is rounding. */
#define LEAST (1.0f / 512)

/* What an edge does to one pixel: @area is what it adds to the left side's
 * coverage of the pixel itself, @cover what it adds to all pixels east of it;
 * the right side loses as much. Column 0 stands for all west of the picture. */
typedef struct
{
  guint16 x;
  guint16 y;
  guint16 left;
  guint16 right;
  float cover;
  float area;
} Cell;

typedef struct
{
  guint16 end; /* first column after the run */
  guint16 a;
  guint16 b;
  guint8 share_of_b; /* in 255ths */
} Run;

struct _AtlasUnitRaster
{
  guint width;
  guint height;
  guint n_ids;
  GArray *cells;
  Cell cell; /* the one being added to */
  GArray *runs;
  guint32 *rows; /* where each row's runs begin; one more than rows */
};

/**
 * atlas_unit_raster_new:
 * @width: pixels
 * @height: pixels
 * @n_units: how many units the geography has
 *
 * Returns: (transfer full): an empty raster to add edges to
 */
AtlasUnitRaster *
atlas_unit_raster_new (guint width,
                       guint height,
                       guint n_units)
{
  AtlasUnitRaster *self = g_new0 (AtlasUnitRaster, 1);

  self->width = MIN (width, G_MAXUINT16 - 2);
  self->height = MIN (height, G_MAXUINT16 - 2);
  self->n_ids = n_units + 1;
  self->cells = g_array_sized_new (FALSE, FALSE, sizeof (Cell), 1 << 16);
  self->cell.y = G_MAXUINT16;
  return self;
}

void
atlas_unit_raster_free (AtlasUnitRaster *self)
{
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->runs, g_array_unref);
  g_free (self->rows);
  g_free (self);
}

static void
flush_cell (AtlasUnitRaster *self)
{
  if (self->cell.y != G_MAXUINT16 && (self->cell.cover != 0 || self->cell.area != 0))
    g_array_append_val (self->cells, self->cell);
  self->cell.cover = 0;
  self->cell.area = 0;
}

/**
 * atlas_unit_raster_begin:
 * @left: who lies on the left hand of who walks the edges that follow (with y
 *   growing downwards, east of an edge that goes down)
 * @right: who lies on the right hand; %ATLAS_RASTER_SEA on either side means
 *   that the edge does not count for it
 */
void
atlas_unit_raster_begin (AtlasUnitRaster *self,
                         guint16 left,
                         guint16 right)
{
  flush_cell (self);
  self->cell = (Cell) { .y = G_MAXUINT16, .left = left, .right = right };
}

static inline void
add_to_cell (AtlasUnitRaster *self,
             int column,
             int row,
             float cover,
             float area)
{
  if (self->cell.x != column || self->cell.y != row)
    {
      flush_cell (self);
      self->cell.x = (guint16) column;
      self->cell.y = (guint16) row;
    }
  self->cell.cover += cover;
  self->cell.area += area;
}

/* A piece of an edge within one row; @dy is signed, down is positive. */
static inline void
add_in_row (AtlasUnitRaster *self,
            int row,
            float xa,
            float xb,
            float dy)
{
  float left = MIN (xa, xb), right = MAX (xa, xb);
  float slope, x;
  int column = (int) floorf (left);

  if (left >= self->width || dy == 0)
    return;
  if (right <= 0)
    {
      add_to_cell (self, 0, row, dy, dy);
      return;
    }
  if (column >= 0 && right <= column + 1)
    {
      add_to_cell (self, column + 1, row, dy, dy * (1 - ((left + right) / 2 - column)));
      return;
    }

  slope = dy / (right - left);
  x = left;
  if (left < 0)
    {
      add_to_cell (self, 0, row, -left * slope, -left * slope);
      x = 0;
      column = 0;
    }
  for (; x < right && column < (int) self->width; column++)
    {
      float end = MIN (right, column + 1);
      float part = (end - x) * slope;

      add_to_cell (self, column + 1, row, part, part * (1 - ((x + end) / 2 - column)));
      x = end;
    }
}

/**
 * atlas_unit_raster_add_edge:
 *
 * Adds an edge, in pixels; any part may lie outside the picture.
 */
void
atlas_unit_raster_add_edge (AtlasUnitRaster *self,
                            float x0,
                            float y0,
                            float x1,
                            float y1)
{
  float top = MIN (y0, y1), bottom = MAX (y0, y1);
  float sign = y1 > y0 ? 1 : -1;
  float slope, x, y;
  int row;

  if (bottom <= 0 || top >= self->height || top == bottom)
    return;
  row = (int) floorf (top);
  if (top >= 0 && bottom <= row + 1)
    {
      add_in_row (self, row, x0, x1, y1 - y0);
      return;
    }

  slope = (x1 - x0) / (y1 - y0);
  x = y0 < y1 ? x0 : x1;
  y = top;
  if (top < 0)
    {
      x -= top * slope;
      y = 0;
      row = 0;
    }
  for (; y < bottom && row < (int) self->height; row++)
    {
      float end = MIN (bottom, row + 1);
      float next = x + (end - y) * slope;

      add_in_row (self, row, x, next, (end - y) * sign);
      x = next;
      y = end;
    }
}

/* Stable counting sorts, by column and then by row, leave the cells in the
 * order in which the picture is painted. */
static Cell *
sort_cells (AtlasUnitRaster *self,
            guint32 *row_starts)
{
  guint n = self->cells->len;
  const Cell *cells = (const Cell *) self->cells->data;
  Cell *by_column = g_new (Cell, n + 1), *sorted = g_new (Cell, n + 1);
  g_autofree guint32 *starts = g_new0 (guint32, self->width + 3);

  for (guint i = 0; i < n; i++)
    starts[cells[i].x + 1]++;
  for (guint i = 1; i < self->width + 3; i++)
    starts[i] += starts[i - 1];
  for (guint i = 0; i < n; i++)
    by_column[starts[cells[i].x]++] = cells[i];

  memset (row_starts, 0, (self->height + 2) * sizeof (guint32));
  for (guint i = 0; i < n; i++)
    row_starts[by_column[i].y + 2]++;
  for (guint i = 2; i < self->height + 2; i++)
    row_starts[i] += row_starts[i - 1];
  for (guint i = 0; i < n; i++)
    sorted[row_starts[by_column[i].y + 1]++] = by_column[i];
  g_free (by_column);
  return sorted;
}

/* The state of a row while it is swept from west to east. */
typedef struct
{
  float *cover; /* by id: what lies on all columns from here on */
  float *area;  /* by id: what the current column has besides */
  guint16 active[64];
  guint n_active;
} Sweep;

/* Lakes have the last id of the sweep. */
static inline guint
sweep_id (const AtlasUnitRaster *self,
          guint16 id)
{
  return id == ATLAS_RASTER_LAKE ? self->n_ids : id;
}

static void
touch (Sweep *sweep,
       guint16 id)
{
  for (guint i = 0; i < sweep->n_active; i++)
    if (sweep->active[i] == id)
      return;
  if (sweep->n_active < G_N_ELEMENTS (sweep->active))
    sweep->active[sweep->n_active++] = id;
}

static void
apply (AtlasUnitRaster *self,
       Sweep *sweep,
       const Cell *cell)
{
  if (cell->left != ATLAS_RASTER_SEA)
    {
      guint id = sweep_id (self, cell->left);

      touch (sweep, id);
      sweep->cover[id] += cell->cover;
      sweep->area[id] += cell->area - cell->cover;
    }
  if (cell->right != ATLAS_RASTER_SEA)
    {
      guint id = sweep_id (self, cell->right);

      touch (sweep, id);
      sweep->cover[id] -= cell->cover;
      sweep->area[id] -= cell->area - cell->cover;
    }
}

static void
forget_areas (Sweep *sweep)
{
  for (guint i = 0; i < sweep->n_active; i++)
    sweep->area[sweep->active[i]] = 0;
}

/* Drops what no longer covers anything. */
static void
prune (Sweep *sweep)
{
  guint n = 0;

  for (guint i = 0; i < sweep->n_active; i++)
    {
      guint16 id = sweep->active[i];

      if (fabsf (sweep->cover[id]) > LEAST)
        sweep->active[n++] = id;
      else
        sweep->cover[id] = 0;
    }
  sweep->n_active = n;
}

static void
append_run (AtlasUnitRaster *self,
            guint row,
            Run run)
{
  if (self->runs->len > self->rows[row])
    {
      Run *last = &g_array_index (self->runs, Run, self->runs->len - 1);

      if (last->a == run.a && last->b == run.b && last->share_of_b == run.share_of_b)
        {
          last->end = run.end;
          return;
        }
    }
  g_array_append_val (self->runs, run);
}

/* Of all that cover the column, the two that cover most, lakes over land. */
static Run
choose (AtlasUnitRaster *self,
        const Sweep *sweep,
        gboolean with_area)
{
  guint lake = self->n_ids;
  float water = CLAMP (sweep->cover[lake] + (with_area ? sweep->area[lake] : 0), 0, 1);
  float most = 0, second = 0, sum = 0, sea;
  Run run = { 0 };

  for (guint i = 0; i < sweep->n_active; i++)
    {
      guint16 id = sweep->active[i];
      float share = sweep->cover[id] + (with_area ? sweep->area[id] : 0);

      if (id == lake || share <= LEAST)
        continue;
      sum += share;
      if (share > most)
        {
          second = most;
          run.b = run.a;
          most = share;
          run.a = id;
        }
      else if (share > second)
        {
          second = share;
          run.b = id;
        }
    }
  sea = MAX (0, 1 - sum);
  if (water > LEAST && most > 0)
    {
      sea = water;
      most *= 1 - water;
      second *= 1 - water;
    }
  if (sea > most)
    {
      run.b = run.a;
      second = most;
      run.a = ATLAS_RASTER_SEA;
      most = sea;
    }
  else if (sea > second)
    {
      run.b = ATLAS_RASTER_SEA;
      second = sea;
    }
  run.share_of_b = second > LEAST ? (guint8) lroundf (255 * second / (most + second)) : 0;
  if (run.share_of_b == 0)
    run.b = run.a;
  return run;
}

static void
sweep_row (AtlasUnitRaster *self,
           Sweep *sweep,
           guint row,
           const Cell *cells,
           guint n)
{
  guint next_column = 1;

  sweep->n_active = 0;
  for (guint i = 0; i < n;)
    {
      guint column = cells[i].x;
      Run run;

      if (column > next_column)
        {
          run = choose (self, sweep, FALSE);
          run.end = (guint16) (column - 1);
          append_run (self, row, run);
        }
      for (; i < n && cells[i].x == column; i++)
        apply (self, sweep, &cells[i]);
      if (column > 0)
        {
          run = choose (self, sweep, TRUE);
          run.end = (guint16) column;
          append_run (self, row, run);
          next_column = column + 1;
        }
      forget_areas (sweep);
      prune (sweep);
    }
  if (next_column <= self->width)
    {
      Run run = choose (self, sweep, FALSE);

      run.end = (guint16) self->width;
      append_run (self, row, run);
    }
  for (guint i = 0; i < sweep->n_active; i++)
    sweep->cover[sweep->active[i]] = 0;
}

/**
 * atlas_unit_raster_finish:
 *
 * Turns the edges into runs. No edge can be added afterwards, and any number
 * of threads may paint.
 */
void
atlas_unit_raster_finish (AtlasUnitRaster *self)
{
  g_autofree guint32 *row_starts = g_new (guint32, self->height + 2);
  g_autofree Cell *cells = NULL;
  g_autofree float *cover = g_new0 (float, self->n_ids + 1);
  g_autofree float *area = g_new0 (float, self->n_ids + 1);
  Sweep sweep = { cover, area };

  flush_cell (self);
  cells = sort_cells (self, row_starts);
  g_clear_pointer (&self->cells, g_array_unref);
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  self->rows = g_new0 (guint32, self->height + 1);
  for (guint row = 0; row < self->height; row++)
    {
      self->rows[row] = self->runs->len;
      sweep_row (self, &sweep, row, cells + row_starts[row], row_starts[row + 1] - row_starts[row]);
    }
  self->rows[self->height] = self->runs->len;
}

static inline guint32
brush_pixel (const AtlasRasterBrush *brush,
             guint x,
             guint y)
{
  if (brush->size == 1)
    return brush->pixels[0];
  return brush->pixels[y % brush->size * brush->size + x % brush->size];
}

static inline guint32
mix (guint32 a,
     guint32 b,
     guint share)
{
  guint32 rb_a = a & 0xff00ff, rb_b = b & 0xff00ff, g_a = a >> 8 & 0xff, g_b = b >> 8 & 0xff;
  guint32 rest = 255 - share;
  guint32 rb = rb_a * rest + rb_b * share + 0x800080;
  guint32 g = g_a * rest + g_b * share + 0x80;

  rb = (rb + (rb >> 8 & 0xff00ff)) >> 8 & 0xff00ff;
  g = (g + (g >> 8)) >> 8;
  return 0xff000000 | rb | g << 8;
}

static void
fill_run (guint32 *out,
          guint from,
          guint end,
          const AtlasRasterBrush *brush,
          guint phase_x,
          guint y)
{
  const guint32 *cell;
  guint column;

  if (brush->size == 1)
    {
      guint32 colour = brush->pixels[0];

      for (guint x = from; x < end; x++)
        out[x] = colour;
      return;
    }
  cell = brush->pixels + y % brush->size * brush->size;
  column = (from + phase_x) % brush->size;
  for (guint x = from; x < end; x++)
    {
      out[x] = cell[column];
      if (++column == brush->size)
        column = 0;
    }
}

/**
 * atlas_unit_raster_paint:
 * @data: rows of ARGB32 pixels, all of which are written
 * @stride: bytes from row to row
 * @brushes: by id: %ATLAS_RASTER_SEA, then the units
 * @phase_x: added to the column before a cell is looked up, so that patterns
 *   stay with the ground when the picture moves
 * @phase_y: added to the row
 */
void
atlas_unit_raster_paint (const AtlasUnitRaster *self,
                         guint8 *data,
                         gsize stride,
                         const AtlasRasterBrush *brushes,
                         guint phase_x,
                         guint phase_y)
{
  const Run *runs = (const Run *) self->runs->data;

  for (guint y = 0; y < self->height; y++)
    {
      guint32 *out = (guint32 *) (gpointer) (data + y * stride);
      guint x = 0;

      for (guint i = self->rows[y]; i < self->rows[y + 1]; i++)
        {
          const Run *run = &runs[i];

          if (run->share_of_b == 0)
            fill_run (out, x, run->end, &brushes[run->a], phase_x, y + phase_y);
          else
            for (guint at = x; at < run->end; at++)
              out[at] = mix (brush_pixel (&brushes[run->a], at + phase_x, y + phase_y),
                             brush_pixel (&brushes[run->b], at + phase_x, y + phase_y),
                             run->share_of_b);
          x = run->end;
        }
    }
}
