/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-picture.h"

#include "atlas-unit-raster.h"

#include <math.h>

/* Points closer than this to the last one kept add nothing to a picture. */
#define LEAST_STEP 0.35

/* Tiny states smaller than this on screen get a dot, in application pixels. */
#define DOT_BELOW 7.0
#define DOT_RADIUS 3.4

/* A stretch of line pixels; the rest of a picture has none. */
typedef struct
{
  guint16 x;
  guint16 y;
  guint32 n;
} Stretch;

typedef struct
{
  GArray *stretches;
  GArray *pixels;
} Lines;

/* From the Mercator map to pixels: x · size - left. */
typedef struct
{
  double size;
  double left;
  double top;
  int width;
  int height;
} Frame;

struct _AtlasMapPicture
{
  gatomicrefcount refs;
  AtlasGeography *geography;
  const AtlasMapLevel *level;
  AtlasMapView view;
  Frame frame;
  int first_copy;
  int last_copy;
  AtlasUnitRaster *raster;
  GMutex lines_mutex;
  Lines *lines[ATLAS_N_SCHEMES];
};

static void
lines_free (Lines *self)
{
  g_array_unref (self->stretches);
  g_array_unref (self->pixels);
  g_free (self);
}

static void
set_frame (AtlasMapPicture *self,
           const AtlasMapView *view)
{
  Frame *frame = &self->frame;

  frame->width = MAX (1, (int) lround (view->width * view->scale));
  frame->height = MAX (1, (int) lround (view->height * view->scale));
  frame->size = atlas_mercator_world_size (view->zoom) * view->scale;
  frame->left = atlas_mercator_x (view->lon, view->zoom) * view->scale - frame->width / 2.0;
  frame->top = atlas_mercator_y (view->lat, view->zoom) * view->scale - frame->height / 2.0;

  /* Shapes reach from -½ to 1½ worlds at most. */
  self->first_copy = (int) floor (frame->left / frame->size - 1.5);
  self->last_copy = (int) ceil ((frame->left + frame->width) / frame->size + 0.5);
}

static gboolean
meets (const Frame *frame,
       const AtlasMercatorBox *box,
       int copy)
{
  return (box->x1 + copy) * frame->size >= frame->left &&
         (box->x0 + copy) * frame->size <= frame->left + frame->width &&
         box->y1 * frame->size >= frame->top &&
         box->y0 * frame->size <= frame->top + frame->height;
}

static void
add_arc (AtlasMapPicture *self,
         const AtlasMapArc *arc,
         int copy,
         guint16 left,
         guint16 right)
{
  const Frame *frame = &self->frame;
  const float *xy = self->level->xy + 2 * arc->first_point;
  double shift = copy * frame->size - frame->left;
  float x = (float) (xy[0] * frame->size + shift), y = (float) (xy[1] * frame->size - frame->top);

  atlas_unit_raster_begin (self->raster, left, right);
  for (guint i = 1; i < arc->n_points; i++)
    {
      float next_x = (float) (xy[2 * i] * frame->size + shift);
      float next_y = (float) (xy[2 * i + 1] * frame->size - frame->top);

      if (i + 1 < arc->n_points && fabsf (next_x - x) + fabsf (next_y - y) < LEAST_STEP)
        continue;
      atlas_unit_raster_add_edge (self->raster, x, y, next_x, next_y);
      x = next_x;
      y = next_y;
    }
}

/* Rings out of the frame are left out whole: each side of an arc counts only
 * where the ring that it belongs to is seen. */
static void
add_copy (AtlasMapPicture *self,
          int copy)
{
  const AtlasMapLevel *level = self->level;
  const Frame *frame = &self->frame;
  g_autofree guint16 *seen = g_new0 (guint16, level->n_rings + 1);
  gboolean any = FALSE;

  for (guint i = 0; i < level->n_rings; i++)
    if (meets (frame, &level->rings[i].box, copy))
      {
        seen[i] = level->rings[i].id;
        any = TRUE;
      }
  if (!any)
    return;

  for (guint i = 0; i < level->n_arcs; i++)
    {
      const AtlasMapArc *arc = &level->arcs[i];
      guint16 left = arc->left_ring >= 0 ? seen[arc->left_ring] : ATLAS_RASTER_SEA;
      guint16 right = arc->right_ring >= 0 ? seen[arc->right_ring] : ATLAS_RASTER_SEA;

      if (left == right ||
          arc->box.y1 * frame->size < frame->top ||
          arc->box.y0 * frame->size > frame->top + frame->height ||
          (arc->box.x0 + copy) * frame->size > frame->left + frame->width)
        continue;
      add_arc (self, arc, copy, left, right);
    }
}

/**
 * atlas_map_picture_new:
 * @level: must outlive the picture
 *
 * Returns: (transfer full) (nullable): %NULL where @cancellable was cancelled
 */
AtlasMapPicture *
atlas_map_picture_new (AtlasGeography *geography,
                       const AtlasMapLevel *level,
                       const AtlasMapView *view,
                       GCancellable *cancellable)
{
  g_autoptr (AtlasMapPicture) self = g_new0 (AtlasMapPicture, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->lines_mutex);
  self->geography = g_object_ref (geography);
  self->level = level;
  self->view = *view;
  set_frame (self, view);
  self->raster = atlas_unit_raster_new (self->frame.width, self->frame.height, atlas_geography_get_n_units (geography));
  for (int copy = self->first_copy; copy <= self->last_copy; copy++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      add_copy (self, copy);
    }
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  atlas_unit_raster_finish (self->raster);
  return g_steal_pointer (&self);
}

/**
 * atlas_map_picture_ref:
 *
 * Returns: (transfer full): @self; any thread may call this
 */
AtlasMapPicture *
atlas_map_picture_ref (AtlasMapPicture *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * atlas_map_picture_unref:
 *
 * Any thread may call this.
 */
void
atlas_map_picture_unref (AtlasMapPicture *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_object_unref (self->geography);
  g_clear_pointer (&self->raster, atlas_unit_raster_free);
  for (guint i = 0; i < ATLAS_N_SCHEMES; i++)
    g_clear_pointer (&self->lines[i], lines_free);
  g_mutex_clear (&self->lines_mutex);
  g_free (self);
}

/**
 * atlas_map_picture_get_view:
 *
 * Returns: (transfer none):
 */
const AtlasMapView *
atlas_map_picture_get_view (const AtlasMapPicture *self)
{
  return &self->view;
}

static gboolean
is_high_contrast (AtlasScheme scheme)
{
  return scheme == ATLAS_SCHEME_HIGH_CONTRAST_LIGHT || scheme == ATLAS_SCHEME_HIGH_CONTRAST_DARK;
}

/**
 * atlas_map_shows_lines:
 *
 * Returns: whether lines of that kind are drawn; fills alone show coasts, but
 *   in high contrast
 */
gboolean
atlas_map_shows_lines (AtlasLineKind kind,
                       AtlasScheme scheme)
{
  if (kind == ATLAS_LINE_COAST || kind == ATLAS_LINE_SHORE)
    return is_high_contrast (scheme);
  return kind != ATLAS_LINE_NONE;
}

/* Dashes lie on the border's colour, so that they are seen on any fill. */
static void
stroke_dashes (cairo_t *cr,
               const AtlasInk *ink,
               AtlasLineKind kind,
               double width)
{
  static const double control_dashes[] = { 5, 3 }, disputed_dashes[] = { 2, 2.4 };

  atlas_colour_set (cr, ink->border, 0.75);
  cairo_set_line_width (cr, width + 0.9);
  cairo_stroke_preserve (cr);
  atlas_colour_set (cr, ink->disputed, 1);
  cairo_set_line_width (cr, width);
  if (kind == ATLAS_LINE_CONTROL)
    cairo_set_dash (cr, control_dashes, G_N_ELEMENTS (control_dashes), 0);
  else
    cairo_set_dash (cr, disputed_dashes, G_N_ELEMENTS (disputed_dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/**
 * atlas_map_stroke_lines:
 * @kind: what the current path of @cr is
 * @zoom: Mercator zoom, or what comes near it
 *
 * Strokes the path, and drops it. Widths are in application pixels.
 */
void
atlas_map_stroke_lines (cairo_t *cr,
                        AtlasLineKind kind,
                        AtlasScheme scheme,
                        double zoom)
{
  const AtlasInk *ink = atlas_scheme_get_ink (scheme);
  double width = CLAMP (0.55 + 0.12 * (zoom - 2), 0.5, 1.3) * (is_high_contrast (scheme) ? 1.3 : 1);

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  if (kind == ATLAS_LINE_CONTROL || kind == ATLAS_LINE_DISPUTED)
    {
      stroke_dashes (cr, ink, kind, MAX (width, 0.9));
      return;
    }
  atlas_colour_set (cr, kind == ATLAS_LINE_BORDER ? ink->border : ink->coast, 1);
  cairo_set_line_width (cr, kind == ATLAS_LINE_BORDER ? width : width / 2);
  cairo_stroke (cr);
}

/* Which sides of the frame a point lies beyond, as bits. */
static guint
beyond (const Frame *frame,
        double x,
        double y)
{
  return (x < -4 ? 1 : 0) | (x > frame->width + 4 ? 2 : 0) | (y < -4 ? 4 : 0) | (y > frame->height + 4 ? 8 : 0);
}

/* Adds the arc in pixels of the frame; what lies out of it is skipped unless
 * dashes have to be counted. */
static void
add_arc_path (AtlasMapPicture *self,
              cairo_t *cr,
              const AtlasMapArc *arc,
              int copy,
              gboolean whole)
{
  const Frame *frame = &self->frame;
  const float *xy = self->level->xy + 2 * arc->first_point;
  double shift = copy * frame->size - frame->left;
  double x = xy[0] * frame->size + shift, y = xy[1] * frame->size - frame->top;
  guint out = beyond (frame, x, y);
  gboolean pen_up = TRUE;

  for (guint i = 1; i < arc->n_points; i++)
    {
      double next_x = xy[2 * i] * frame->size + shift, next_y = xy[2 * i + 1] * frame->size - frame->top;
      guint next_out;

      if (i + 1 < arc->n_points && fabs (next_x - x) + fabs (next_y - y) < 2 * LEAST_STEP)
        continue;
      next_out = beyond (frame, next_x, next_y);
      if (whole || (out & next_out) == 0)
        {
          if (pen_up)
            cairo_move_to (cr, x, y);
          cairo_line_to (cr, next_x, next_y);
          pen_up = FALSE;
        }
      else
        pen_up = TRUE;
      x = next_x;
      y = next_y;
      out = next_out;
    }
}

static void
stroke_kind (AtlasMapPicture *self,
             cairo_t *cr,
             AtlasLineKind kind,
             AtlasScheme scheme)
{
  if (!atlas_map_shows_lines (kind, scheme))
    return;

  for (int copy = self->first_copy; copy <= self->last_copy; copy++)
    for (guint i = 0; i < self->level->n_arcs; i++)
      {
        const AtlasMapArc *arc = &self->level->arcs[i];

        if (arc->kind != kind || !meets (&self->frame, &arc->box, copy))
          continue;
        cairo_save (cr);
        cairo_identity_matrix (cr);
        add_arc_path (self, cr, arc, copy, kind == ATLAS_LINE_CONTROL || kind == ATLAS_LINE_DISPUTED);
        cairo_restore (cr);
      }
  atlas_map_stroke_lines (cr, kind, scheme, self->view.zoom);
}

static Lines *
collect_lines (cairo_surface_t *surface)
{
  Lines *lines = g_new0 (Lines, 1);
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);

  lines->stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  lines->pixels = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (data + (gsize) y * stride);

      for (int x = 0; x < width; x++)
        {
          Stretch stretch = { (guint16) x, (guint16) y };

          if (row[x] == 0)
            continue;
          while (x < width && row[x] != 0)
            x++;
          stretch.n = x - stretch.x;
          g_array_append_vals (lines->pixels, row + stretch.x, stretch.n);
          g_array_append_val (lines->stretches, stretch);
        }
    }
  return lines;
}

static Lines *
draw_lines (AtlasMapPicture *self,
            AtlasScheme scheme)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->frame.width, self->frame.height);
  cairo_t *cr = cairo_create (surface);
  Lines *lines;

  cairo_scale (cr, self->view.scale, self->view.scale);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_tolerance (cr, 0.3 / self->view.scale);
  stroke_kind (self, cr, ATLAS_LINE_SHORE, scheme);
  stroke_kind (self, cr, ATLAS_LINE_COAST, scheme);
  stroke_kind (self, cr, ATLAS_LINE_BORDER, scheme);
  stroke_kind (self, cr, ATLAS_LINE_DISPUTED, scheme);
  stroke_kind (self, cr, ATLAS_LINE_CONTROL, scheme);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  lines = collect_lines (surface);
  cairo_surface_destroy (surface);
  return lines;
}

static const Lines *
get_lines (AtlasMapPicture *self,
           AtlasScheme scheme)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lines_mutex);

  if (self->lines[scheme] == NULL)
    self->lines[scheme] = draw_lines (self, scheme);
  return self->lines[scheme];
}

/* Premultiplied over opaque. */
static inline guint32
lay_over (guint32 top,
          guint32 under)
{
  guint32 rest = 255 - (top >> 24);
  guint32 rb = (under & 0xff00ff) * rest + 0x800080;
  guint32 g = (under >> 8 & 0xff) * rest + 0x80;

  rb = (rb + (rb >> 8 & 0xff00ff)) >> 8 & 0xff00ff;
  g = (g + (g >> 8)) >> 8;
  return 0xff000000 | ((top & 0xff00ff) + rb) | ((top & 0xff00) + (g << 8));
}

static void
lay_lines (const Lines *lines,
           guint8 *data,
           gsize stride)
{
  const guint32 *pixels = (const guint32 *) (gconstpointer) lines->pixels->data;

  for (guint i = 0; i < lines->stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (lines->stretches, Stretch, i);
      guint32 *out = (guint32 *) (gpointer) (data + stretch->y * stride) + stretch->x;

      for (guint j = 0; j < stretch->n; j++)
        out[j] = lay_over (*pixels++, out[j]);
    }
}

static guint32
opaque (AtlasColour colour)
{
  return 0xff000000 | colour;
}

/* One pixel for a plain fill; for a pattern the cell that repeats. */
static guint32 *
make_brush (const AtlasFill *fill,
            guint size)
{
  guint32 *pixels = g_new (guint32, size * size);
  g_autofree guint8 *cell = g_malloc (size * size);

  for (guint i = 0; i < size * size; i++)
    pixels[i] = opaque (fill->colour);
  if (size == 1)
    return pixels;

  atlas_pattern_render (fill->pattern, size, cell);
  for (guint i = 0; i < size * size; i++)
    pixels[i] = opaque (atlas_colour_mix (pixels[i] & 0xffffff, fill->pattern_colour, cell[i] / 255.0));
  atlas_pattern_render (fill->overlay, size, cell);
  for (guint i = 0; i < size * size; i++)
    pixels[i] = opaque (atlas_colour_mix (pixels[i] & 0xffffff, fill->overlay_colour, cell[i] / 255.0));
  return pixels;
}

static guint
phase (double edge,
       guint size)
{
  long at = lround (edge) % (long) size;

  return (guint) (at < 0 ? at + (long) size : at);
}

static void
paint_fills (AtlasMapPicture *self,
             const AtlasColouring *colouring,
             guint8 *data,
             gsize stride)
{
  guint n_units = atlas_geography_get_n_units (self->geography);
  guint n_slots = atlas_colouring_get_n_slots (colouring);
  guint size = atlas_pattern_get_size (self->view.scale);
  guint32 sea = opaque (atlas_scheme_get_ink (atlas_colouring_get_scheme (colouring))->sea);
  g_autofree AtlasRasterBrush *brushes = g_new0 (AtlasRasterBrush, n_units + 1);
  g_autoptr (GPtrArray) pixels = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint *sizes = g_new0 (guint, n_slots + 1);

  for (guint i = 0; i < n_slots; i++)
    {
      const AtlasFill *fill = atlas_colouring_get_slot_fill (colouring, i);

      sizes[i] = fill->pattern == ATLAS_PATTERN_NONE && fill->overlay == ATLAS_PATTERN_NONE ? 1 : size;
      g_ptr_array_add (pixels, make_brush (fill, sizes[i]));
    }
  brushes[ATLAS_RASTER_SEA] = (AtlasRasterBrush) { &sea, 1 };
  for (guint i = 0; i < n_units; i++)
    {
      guint slot = atlas_colouring_get_unit_slot (colouring, i);

      brushes[ATLAS_RASTER_UNIT (i)] = (AtlasRasterBrush) { pixels->pdata[slot], sizes[slot] };
    }
  atlas_unit_raster_paint (self->raster, data, stride, brushes, phase (self->frame.left, size), phase (self->frame.top, size));
}

/**
 * atlas_map_needs_dot:
 * @zoom: Mercator zoom, or what comes near it
 *
 * Returns: whether the unit has a tie but hardly any land to show it on
 */
gboolean
atlas_map_needs_dot (const AtlasColouring *colouring,
                     guint unit,
                     double zoom)
{
  const AtlasUnit *found = atlas_geography_get_unit (atlas_colouring_get_geography (colouring), unit);

  return found->tiny &&
         atlas_style_is_tied (atlas_colouring_get_unit_key (colouring, unit)) &&
         (found->main_box.east - found->main_box.west) / 360 * atlas_mercator_world_size (zoom) < DOT_BELOW;
}

/**
 * atlas_map_draw_dot:
 * @x: its middle, application pixels
 * @y: likewise
 */
void
atlas_map_draw_dot (cairo_t *cr,
                    const AtlasColouring *colouring,
                    guint unit,
                    double x,
                    double y)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, DOT_RADIUS, 0, 2 * G_PI);
  atlas_colour_set (cr, atlas_colouring_get_slot_fill (colouring, atlas_colouring_get_unit_slot (colouring, unit))->colour, 1);
  cairo_fill_preserve (cr);
  atlas_colour_set (cr, atlas_scheme_get_ink (atlas_colouring_get_scheme (colouring))->border, 1);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
draw_dots (AtlasMapPicture *self,
           const AtlasColouring *colouring,
           cairo_t *cr)
{
  double world = atlas_mercator_world_size (self->view.zoom);

  for (guint i = 0; i < atlas_geography_get_n_units (self->geography); i++)
    {
      const AtlasBox *box = &atlas_geography_get_unit (self->geography, i)->main_box;
      double x, y;

      if (!atlas_map_needs_dot (colouring, i, self->view.zoom))
        continue;
      atlas_map_view_to_screen (&self->view, (box->west + box->east) / 2, (box->south + box->north) / 2, &x, &y);
      for (double copy = x - ceil (x / world) * world; copy < self->view.width + DOT_RADIUS; copy += world)
        atlas_map_draw_dot (cr, colouring, i, copy, y);
    }
}

/**
 * atlas_map_picture_paint:
 *
 * Returns: (transfer full): the picture in the colours of @colouring
 */
cairo_surface_t *
atlas_map_picture_paint (AtlasMapPicture *self,
                         const AtlasColouring *colouring)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->frame.width, self->frame.height);
  guint8 *data = cairo_image_surface_get_data (surface);
  gsize stride = cairo_image_surface_get_stride (surface);
  cairo_t *cr;

  cairo_surface_flush (surface);
  paint_fills (self, colouring, data, stride);
  lay_lines (get_lines (self, atlas_colouring_get_scheme (colouring)), data, stride);
  cairo_surface_mark_dirty (surface);
  cairo_surface_set_device_scale (surface, self->view.scale, self->view.scale);
  cr = cairo_create (surface);
  draw_dots (self, colouring, cr);
  cairo_destroy (cr);
  return surface;
}
