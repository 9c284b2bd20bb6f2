/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-map-painter.h"

#include "atlas-map-level.h"
#include "atlas-map-picture.h"

#include <math.h>

/* Pictures kept for a recolour: the window's, and those just left. */
#define KEPT_PICTURES 3

/* Levels are chosen for a zoom higher by so much: Mercator shows the far north
 * that much larger than the latitudes that levels are made for. */
#define NORTHERN_ZOOM 1.0

/* A straight line on a map bends in the equal-area projection: no step longer
 * than this, in degrees. */
#define LONGEST_STEP 1.0

struct _AtlasMapPainter
{
  GObject parent_instance;

  AtlasGeography *geography;
  GMutex mutex;
  AtlasMapLevel **levels; /* made when first needed; never freed before the painter */
  guint n_levels;
  GPtrArray *pictures; /* the last used first */
};

G_DEFINE_FINAL_TYPE (AtlasMapPainter, atlas_map_painter, G_TYPE_OBJECT)

static void
atlas_map_painter_finalize (GObject *object)
{
  AtlasMapPainter *self = ATLAS_MAP_PAINTER (object);

  g_ptr_array_unref (self->pictures);
  for (guint i = 0; i < self->n_levels; i++)
    g_clear_pointer (&self->levels[i], atlas_map_level_free);
  g_free (self->levels);
  g_object_unref (self->geography);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (atlas_map_painter_parent_class)->finalize (object);
}

static void
atlas_map_painter_class_init (AtlasMapPainterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_map_painter_finalize;
}

static void
atlas_map_painter_init (AtlasMapPainter *self)
{
  g_mutex_init (&self->mutex);
  self->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_map_picture_unref);
}

/**
 * atlas_map_painter_new:
 *
 * Returns: (transfer full):
 */
AtlasMapPainter *
atlas_map_painter_new (AtlasGeography *geography)
{
  AtlasMapPainter *self = g_object_new (ATLAS_TYPE_MAP_PAINTER, NULL);

  self->geography = g_object_ref (geography);
  self->n_levels = atlas_geography_get_n_levels (geography);
  self->levels = g_new0 (AtlasMapLevel *, self->n_levels);
  return self;
}

static const AtlasMapLevel *
get_level (AtlasMapPainter *self,
           double zoom,
           double scale)
{
  guint level = atlas_geography_get_level_for_zoom (self->geography, zoom + NORTHERN_ZOOM, scale);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->levels[level] == NULL)
    self->levels[level] = atlas_map_level_new (self->geography, level);
  return self->levels[level];
}

static AtlasMapPicture *
find_picture (AtlasMapPainter *self,
              const AtlasMapView *view)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  for (guint i = 0; i < self->pictures->len; i++)
    {
      AtlasMapPicture *picture = self->pictures->pdata[i];

      if (!atlas_map_view_equal (atlas_map_picture_get_view (picture), view))
        continue;
      g_ptr_array_steal_index (self->pictures, i);
      g_ptr_array_insert (self->pictures, 0, picture);
      return atlas_map_picture_ref (picture);
    }
  return NULL;
}

static void
keep_picture (AtlasMapPainter *self,
              AtlasMapPicture *picture)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_ptr_array_insert (self->pictures, 0, atlas_map_picture_ref (picture));
  if (self->pictures->len > KEPT_PICTURES)
    g_ptr_array_set_size (self->pictures, KEPT_PICTURES);
}

/**
 * atlas_map_painter_paint:
 * @cancellable: (nullable): looked at between steps
 *
 * Any thread may call.
 *
 * Returns: (transfer full) (nullable): an image surface (ARGB32, premultiplied,
 *   opaque) of the view's size times its scale; %NULL where @cancellable was
 *   cancelled
 */
cairo_surface_t *
atlas_map_painter_paint (AtlasMapPainter *self,
                         const AtlasMapView *view,
                         AtlasColouring *colouring,
                         GCancellable *cancellable)
{
  g_autoptr (AtlasMapPicture) picture = find_picture (self, view);

  if (picture == NULL)
    {
      picture = atlas_map_picture_new (self->geography, get_level (self, view->zoom, view->scale), view, cancellable);
      if (picture == NULL)
        return NULL;
      keep_picture (self, picture);
    }
  return atlas_map_picture_paint (picture, colouring);
}

/* Longitudes are taken near the centre, whole shapes at a time. */
typedef struct
{
  const AtlasProjection *projection;
  double turn; /* added to longitudes */
  AtlasPoint last;
  gboolean pen_up;
  gboolean broken; /* lines stop at the rim, shapes run along it */
} Pen;

static void
pen_line_to (Pen *pen,
             cairo_t *cr,
             const AtlasPoint *point)
{
  double x, y;
  guint steps = 1;
  gboolean in_reach;

  if (!pen->pen_up && pen->projection->kind == ATLAS_PROJECTION_EQUAL_AREA)
    steps = (guint) ceil (MAX (fabs (point->lon - pen->last.lon), fabs (point->lat - pen->last.lat)) / LONGEST_STEP);
  for (guint i = 1; i < steps; i++)
    {
      double t = (double) i / steps;

      atlas_projection_forward (pen->projection,
                                pen->last.lon + t * (point->lon - pen->last.lon) + pen->turn,
                                pen->last.lat + t * (point->lat - pen->last.lat),
                                &x,
                                &y);
      cairo_line_to (cr, x, y);
    }
  in_reach = atlas_projection_forward (pen->projection, point->lon + pen->turn, point->lat, &x, &y);
  if (pen->pen_up)
    cairo_move_to (cr, x, y);
  else
    cairo_line_to (cr, x, y);
  pen->pen_up = pen->broken && !in_reach;
  pen->last = *point;
}

typedef struct
{
  AtlasGeography *geography;
  guint level;
  const AtlasProjection *projection;
  double west; /* degrees that the picture shows, Mercator only */
  double east;
  cairo_t *cr;
} Sketch;

/* The first and last turn at which a box can be seen. */
static void
get_turns (const Sketch *sketch,
           const AtlasBox *box,
           int *first,
           int *last)
{
  *first = *last = 0;
  if (sketch->projection->kind != ATLAS_PROJECTION_MERCATOR)
    return;
  *first = (int) ceil ((sketch->west - box->east) / 360);
  *last = (int) floor ((sketch->east - box->west) / 360);
}

/* Whether the projection reaches the ring; one out of reach would lie along
 * the rim as a line. */
static gboolean
is_in_reach (const Sketch *sketch,
             const GArray *points)
{
  double x, y;

  for (guint i = 0; i < points->len; i++)
    {
      const AtlasPoint *point = &g_array_index (points, AtlasPoint, i);

      if (atlas_projection_forward (sketch->projection, point->lon, point->lat, &x, &y))
        return TRUE;
    }
  return FALSE;
}

static void
sketch_ring (const Sketch *sketch,
             const AtlasRing *ring,
             GArray *points)
{
  int first, last;

  get_turns (sketch, &ring->box, &first, &last);
  if (first > last)
    return;
  g_array_set_size (points, ring->n_points);
  atlas_geography_copy_ring (sketch->geography, sketch->level, ring, (AtlasPoint *) (gpointer) points->data);
  if (!is_in_reach (sketch, points))
    return;
  for (int turn = first; turn <= last; turn++)
    {
      Pen pen = { sketch->projection, turn * 360.0, { 0, 0 }, TRUE, FALSE };

      for (guint i = 0; i < points->len; i++)
        pen_line_to (&pen, sketch->cr, &g_array_index (points, AtlasPoint, i));
      pen_line_to (&pen, sketch->cr, &g_array_index (points, AtlasPoint, 0));
      cairo_close_path (sketch->cr);
    }
}

static void
sketch_units (const Sketch *sketch,
              const AtlasColouring *colouring,
              int slot)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));

  for (guint unit = 0; unit < atlas_geography_get_n_units (sketch->geography); unit++)
    {
      guint n;
      const AtlasRing *rings = atlas_geography_get_rings (sketch->geography, sketch->level, unit, &n);

      if (slot >= 0 && atlas_colouring_get_unit_slot (colouring, unit) != (guint) slot)
        continue;
      for (guint i = 0; i < n; i++)
        sketch_ring (sketch, &rings[i], points);
    }
}

static void
sketch_lakes (const Sketch *sketch)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
  guint n;
  const AtlasRing *rings = atlas_geography_get_lakes (sketch->geography, sketch->level, &n);

  for (guint i = 0; i < n; i++)
    sketch_ring (sketch, &rings[i], points);
}

static void
sketch_lines (const Sketch *sketch,
              AtlasLineKind kind,
              AtlasScheme scheme)
{
  guint n_arcs, n_points;
  const AtlasArc *arcs = atlas_geography_get_arcs (sketch->geography, sketch->level, &n_arcs);
  const AtlasPoint *points = atlas_geography_get_points (sketch->geography, sketch->level, &n_points);

  if (!atlas_map_shows_lines (kind, scheme))
    return;
  for (guint i = 0; i < n_arcs; i++)
    {
      int first, last;

      if (arcs[i].kind != kind)
        continue;
      get_turns (sketch, &arcs[i].box, &first, &last);
      for (int turn = first; turn <= last; turn++)
        {
          Pen pen = { sketch->projection, turn * 360.0, { 0, 0 }, TRUE, TRUE };

          for (guint j = 0; j < arcs[i].n_points; j++)
            pen_line_to (&pen, sketch->cr, &points[arcs[i].first_point + j]);
        }
    }
  atlas_map_stroke_lines (sketch->cr, kind, scheme, atlas_projection_get_zoom (sketch->projection));
}

/* Where two fills meet, both are half transparent and what is below shows: the
 * colour of the border, which will lie there anyway. */
static void
sketch_fills (const Sketch *sketch,
              const AtlasColouring *colouring)
{
  const AtlasInk *ink = atlas_scheme_get_ink (atlas_colouring_get_scheme (colouring));

  cairo_set_fill_rule (sketch->cr, CAIRO_FILL_RULE_WINDING);
  sketch_units (sketch, colouring, -1);
  atlas_colour_set (sketch->cr, ink->border, 1);
  cairo_fill (sketch->cr);
  for (guint slot = 0; slot < atlas_colouring_get_n_slots (colouring); slot++)
    {
      sketch_units (sketch, colouring, (int) slot);
      atlas_fill_paint (atlas_colouring_get_slot_fill (colouring, slot), sketch->cr);
      cairo_new_path (sketch->cr);
    }
  sketch_lakes (sketch);
  atlas_colour_set (sketch->cr, ink->sea, 1);
  cairo_fill (sketch->cr);
}

static void
sketch_dots (const Sketch *sketch,
             const AtlasColouring *colouring)
{
  for (guint i = 0; i < atlas_geography_get_n_units (sketch->geography); i++)
    {
      const AtlasBox *box = &atlas_geography_get_unit (sketch->geography, i)->main_box;
      double x, y, lon = (box->west + box->east) / 2;
      int first, last;

      if (!atlas_map_needs_dot (colouring, i, atlas_projection_get_zoom (sketch->projection)))
        continue;
      get_turns (sketch, box, &first, &last);
      for (int turn = first; turn <= last; turn++)
        if (atlas_projection_forward (sketch->projection, lon + 360.0 * turn, (box->south + box->north) / 2, &x, &y))
          atlas_map_draw_dot (sketch->cr, colouring, i, x, y);
    }
}

static double
get_device_scale (cairo_t *cr)
{
  double dx = 1, dy = 0;

  cairo_user_to_device_distance (cr, &dx, &dy);
  return MAX (1, hypot (dx, dy));
}

/**
 * atlas_map_painter_draw:
 * @projection: in user units of @cr
 * @x: left edge of the map, user units
 * @y: top edge
 *
 * Draws sea, land and lines as vectors, clipped to the box. For pictures that
 * are made once: atlas_map_painter_paint() is far faster for a window.
 */
void
atlas_map_painter_draw (AtlasMapPainter *self,
                        cairo_t *cr,
                        const AtlasProjection *projection,
                        double x,
                        double y,
                        double width,
                        double height,
                        AtlasColouring *colouring)
{
  AtlasScheme scheme = atlas_colouring_get_scheme (colouring);
  Sketch sketch = { self->geography, 0, projection, 0, 0, cr };
  double lat;

  sketch.level = atlas_geography_get_level_for_zoom (self->geography, atlas_projection_get_zoom (projection) + NORTHERN_ZOOM, get_device_scale (cr));
  atlas_projection_inverse (projection, x, y, &sketch.west, &lat);
  atlas_projection_inverse (projection, x + width, y, &sketch.east, &lat);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  atlas_colour_set (cr, atlas_scheme_get_ink (scheme)->sea, 1);
  cairo_paint (cr);
  sketch_fills (&sketch, colouring);
  sketch_lines (&sketch, ATLAS_LINE_SHORE, scheme);
  sketch_lines (&sketch, ATLAS_LINE_COAST, scheme);
  sketch_lines (&sketch, ATLAS_LINE_BORDER, scheme);
  sketch_lines (&sketch, ATLAS_LINE_DISPUTED, scheme);
  sketch_lines (&sketch, ATLAS_LINE_CONTROL, scheme);
  sketch_dots (&sketch, colouring);
  cairo_restore (cr);
}

typedef gboolean (*BelongsFunc) (AtlasGeography *geography, int unit, gconstpointer data);

static gboolean
is_of_country (AtlasGeography *geography,
               int unit,
               gconstpointer data)
{
  return unit != ATLAS_GEOGRAPHY_SEA && g_str_equal (atlas_geography_get_unit (geography, unit)->country, data);
}

static gboolean
is_unit (AtlasGeography *geography,
         int unit,
         gconstpointer data)
{
  return unit == GPOINTER_TO_INT (data);
}

static void
outline_arc (const AtlasMapLevel *level,
             const AtlasMapArc *arc,
             const AtlasMapView *view,
             cairo_t *cr)
{
  double size = atlas_mercator_world_size (view->zoom);
  double left = atlas_mercator_x (view->lon, view->zoom) - view->width / 2;
  double top = atlas_mercator_y (view->lat, view->zoom) - view->height / 2;
  const float *xy = level->xy + 2 * arc->first_point;
  int first = (int) ceil (left / size - arc->box.x1);
  int last = (int) floor ((left + view->width) / size - arc->box.x0);

  if (arc->box.y1 * size < top || arc->box.y0 * size > top + view->height)
    return;
  for (int copy = first; copy <= last; copy++)
    for (guint i = 0; i < arc->n_points; i++)
      {
        double x = (xy[2 * i] + copy) * size - left, y = xy[2 * i + 1] * size - top;

        if (i == 0)
          cairo_move_to (cr, x, y);
        else
          cairo_line_to (cr, x, y);
      }
}

static void
outline (AtlasMapPainter *self,
         cairo_t *cr,
         const AtlasMapView *view,
         BelongsFunc belongs,
         gconstpointer data)
{
  const AtlasMapLevel *level = get_level (self, view->zoom, view->scale);

  for (guint i = 0; i < level->n_arcs; i++)
    {
      const AtlasMapArc *arc = &level->arcs[i];

      if (arc->kind != ATLAS_LINE_SHORE && arc->kind != ATLAS_LINE_NONE &&
          belongs (self->geography, arc->left_unit, data) != belongs (self->geography, arc->right_unit, data))
        outline_arc (level, arc, view, cr);
    }
}

/**
 * atlas_map_painter_outline_country:
 * @cr: its path gets lines, in application pixels from the view's top left
 * @country: a code
 *
 * Only the outer edge of all units counted to the country, each line once, in
 * all world copies that the view shows.
 */
void
atlas_map_painter_outline_country (AtlasMapPainter *self,
                                   cairo_t *cr,
                                   const AtlasMapView *view,
                                   const char *country)
{
  outline (self, cr, view, is_of_country, country);
}

/**
 * atlas_map_painter_outline_unit:
 * @unit: index of a unit of the geography
 *
 * Like atlas_map_painter_outline_country(), for one unit.
 */
void
atlas_map_painter_outline_unit (AtlasMapPainter *self,
                                cairo_t *cr,
                                const AtlasMapView *view,
                                guint unit)
{
  outline (self, cr, view, is_unit, GINT_TO_POINTER ((int) unit));
}
