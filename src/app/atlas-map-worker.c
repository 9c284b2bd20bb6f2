/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-map-worker.h"

#include <math.h>
#include <string.h>

#include "atlas-map-geometry.h"

/* Room around a name for what its halo draws beyond its box. */
#define LABEL_MARGIN 3.0

typedef struct
{
  AtlasMapView view;
  AtlasColouring *colouring;
  char *language;
  double text_scale;
  gboolean resting;
  guint64 serial;
} MapJob;

typedef struct
{
  AtlasMapView view;
  AtlasScheme scheme;
  char *selected;
  char *hovered;
  guint64 serial;
} FocusJob;

struct _AtlasMapWorker
{
  GObject parent_instance;

  GThread *thread;
  GCancellable *cancellable;

  /* Shared with the thread, under the lock. */
  GMutex lock;
  GCond wake;
  GCond done;
  gboolean quit;
  gboolean busy;
  MapJob *map_job;
  FocusJob *focus_job;
  AtlasPaintedMap *map_done;
  AtlasPaintedFocus *focus_done;
  guint deliver_source;
  guint64 serial;

  /* The thread's own. */
  AtlasGeography *geography;
  AtlasMapPainter *painter;
  AtlasLabelPlacer *placer;
  GHashTable *label_textures; /* what is drawn, as text → GdkTexture */
};

enum
{
  MAP,
  FOCUS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasMapWorker, atlas_map_worker, G_TYPE_OBJECT)

static void
map_job_free (MapJob *job)
{
  atlas_colouring_unref (job->colouring);
  g_free (job->language);
  g_free (job);
}

static void
focus_job_free (FocusJob *job)
{
  g_free (job->selected);
  g_free (job->hovered);
  g_free (job);
}

/* --- On the thread: names ------------------------------------------------- */

static char *
label_key (const AtlasLabel *label,
           const AtlasMapView *view,
           AtlasScheme scheme)
{
  GString *key = g_string_new (label->text);

  g_string_append_printf (key, "\n%.2f %.2f %d %d %x %x %x", label->font_size, view->scale, label->bold, scheme,
                          label->colour, label->halo, label->ground);
  for (guint i = 0; i < label->n_pips; i++)
    g_string_append_printf (key, " %d-%d", label->pips[i].hue, label->pips[i].shape);
  return g_string_free_and_steal (key);
}

static GdkTexture *
draw_label (AtlasMapWorker *self,
            const AtlasLabel *label,
            const AtlasMapView *view,
            AtlasScheme scheme)
{
  const int width = ceil ((label->width + 2 * LABEL_MARGIN) * view->scale);
  const int height = ceil ((label->height + 2 * LABEL_MARGIN) * view->scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr;
  GdkTexture *texture;

  cairo_surface_set_device_scale (surface, view->scale, view->scale);
  cr = cairo_create (surface);
  cairo_translate (cr, LABEL_MARGIN - label->x, LABEL_MARGIN - label->y);
  atlas_label_placer_draw (self->placer, label, cr, scheme);
  cairo_destroy (cr);
  texture = atlas_texture_new_from_surface (surface);
  cairo_surface_destroy (surface);
  return texture;
}

/* Names look the same from view to view, so that most need no drawing; those
 * of the last picture are kept. */
static GdkTexture *
get_label_texture (AtlasMapWorker *self,
                   GHashTable *kept,
                   const AtlasLabel *label,
                   const AtlasMapView *view,
                   AtlasScheme scheme)
{
  g_autofree char *key = label_key (label, view, scheme);
  GdkTexture *texture = g_hash_table_lookup (self->label_textures, key);

  if (texture != NULL)
    g_object_ref (texture);
  else
    texture = draw_label (self, label, view, scheme);
  g_hash_table_replace (kept, g_steal_pointer (&key), g_object_ref (texture));
  return texture;
}

static GHashTable *
label_table_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

static void
add_label (AtlasPaintedMap *picture,
           GdkTexture *texture,
           const AtlasLabel *label,
           const AtlasMapView *view)
{
  AtlasPaintedLabel *piece = g_new (AtlasPaintedLabel, 1);
  double lon;

  /* The texture's size, not the label's: it was rounded up to whole pixels. */
  piece->texture = texture;
  piece->width = gdk_texture_get_width (texture) / view->scale;
  piece->height = gdk_texture_get_height (texture) / view->scale;
  atlas_map_view_to_geo (view,
                         label->x - LABEL_MARGIN + piece->width / 2,
                         label->y - LABEL_MARGIN + piece->height / 2,
                         &lon, &piece->lat);
  /* Which of the world's copies it stands in, its x says. */
  piece->lon = atlas_mercator_lon (atlas_mercator_x (view->lon, view->zoom) + label->x - LABEL_MARGIN + piece->width / 2 - view->width / 2, view->zoom);
  g_ptr_array_add (picture->labels, piece);
}

static void
place_labels (AtlasMapWorker *self,
              const MapJob *job,
              AtlasPaintedMap *picture)
{
  const AtlasMapView *view = job->resting ? &picture->view : &picture->covered;
  const AtlasScheme scheme = atlas_colouring_get_scheme (job->colouring);
  GHashTable *kept = label_table_new ();
  g_autoptr (GPtrArray) labels = NULL;

  atlas_label_placer_set_language (self->placer, job->language);
  atlas_label_placer_set_font (self->placer, NULL, job->text_scale);
  labels = atlas_label_placer_place_in_view (self->placer, view, job->colouring);
  for (guint i = 0; i < labels->len; i++)
    {
      const AtlasLabel *label = g_ptr_array_index (labels, i);

      add_label (picture, get_label_texture (self, kept, label, view, scheme), label, view);
    }
  g_hash_table_unref (self->label_textures);
  self->label_textures = kept;
}

static AtlasPaintedMap *
paint_map (AtlasMapWorker *self,
           const MapJob *job)
{
  g_autoptr (AtlasPaintedMap) picture = atlas_painted_map_new ();
  cairo_surface_t *surface;

  picture->view = job->view;
  picture->serial = job->serial;
  picture->colouring = atlas_colouring_ref (job->colouring);
  atlas_map_geometry_enlarge (&job->view, &picture->covered);
  surface = atlas_map_painter_paint (self->painter, &picture->covered, job->colouring, self->cancellable);
  if (surface == NULL)
    return NULL;
  atlas_painted_map_take_surface (picture, surface);
  place_labels (self, job, picture);
  return g_steal_pointer (&picture);
}

/* --- On the thread: outlines ---------------------------------------------- */

/* A path of AtlasState, or the bare code of a country. */
static void
add_outline (AtlasMapWorker *self,
             cairo_t *cr,
             const AtlasMapView *view,
             const char *what)
{
  int unit;

  if (g_str_has_prefix (what, "country/"))
    {
      atlas_map_painter_outline_country (self->painter, cr, view, what + strlen ("country/"));
      return;
    }
  if (!g_str_has_prefix (what, "unit/"))
    return;
  unit = atlas_geography_find_unit (self->geography, what + strlen ("unit/"));
  if (unit >= 0)
    atlas_map_painter_outline_unit (self->painter, cr, view, unit);
}

static void
stroke_outline (AtlasMapWorker *self,
                cairo_t *cr,
                const FocusJob *job,
                const AtlasMapView *view,
                const char *what,
                double width)
{
  const AtlasInk *ink = atlas_scheme_get_ink (job->scheme);

  cairo_new_path (cr);
  add_outline (self, cr, view, what);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, width + 1.5);
  atlas_colour_set (cr, ink->paper, 0.85);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, width);
  atlas_colour_set (cr, ink->focus, 1);
  cairo_stroke (cr);
}

static AtlasPaintedFocus *
paint_focus (AtlasMapWorker *self,
             const FocusJob *job)
{
  AtlasPaintedFocus *picture = atlas_painted_focus_new ();
  cairo_surface_t *surface;
  cairo_t *cr;

  atlas_map_geometry_enlarge (&job->view, &picture->covered);
  picture->serial = job->serial;
  if (job->selected == NULL && job->hovered == NULL)
    return picture;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                        ceil (picture->covered.width * job->view.scale),
                                        ceil (picture->covered.height * job->view.scale));
  cairo_surface_set_device_scale (surface, job->view.scale, job->view.scale);
  cr = cairo_create (surface);
  if (job->hovered != NULL && g_strcmp0 (job->hovered, job->selected) != 0)
    stroke_outline (self, cr, job, &picture->covered, job->hovered, 1.25);
  if (job->selected != NULL)
    stroke_outline (self, cr, job, &picture->covered, job->selected, 2);
  cairo_destroy (cr);
  atlas_painted_focus_add_tiles (picture, surface, 0, 0);
  cairo_surface_destroy (surface);
  return picture;
}

/* --- Between the threads --------------------------------------------------- */

static gboolean
deliver (gpointer user_data)
{
  AtlasMapWorker *self = user_data;
  g_autoptr (AtlasPaintedMap) map = NULL;
  g_autoptr (AtlasPaintedFocus) focus = NULL;

  g_mutex_lock (&self->lock);
  map = g_steal_pointer (&self->map_done);
  focus = g_steal_pointer (&self->focus_done);
  self->deliver_source = 0;
  g_mutex_unlock (&self->lock);

  if (map != NULL)
    g_signal_emit (self, signals[MAP], 0, map);
  if (focus != NULL)
    g_signal_emit (self, signals[FOCUS], 0, focus);
  return G_SOURCE_REMOVE;
}

static void
hand_over (AtlasMapWorker *self,
           AtlasPaintedMap *map,
           AtlasPaintedFocus *focus)
{
  g_mutex_lock (&self->lock);
  if (map != NULL)
    {
      g_clear_pointer (&self->map_done, atlas_painted_map_unref);
      self->map_done = map;
    }
  if (focus != NULL)
    {
      g_clear_pointer (&self->focus_done, atlas_painted_focus_unref);
      self->focus_done = focus;
    }
  if (self->deliver_source == 0 && !self->quit)
    self->deliver_source = g_idle_add_full (G_PRIORITY_DEFAULT, deliver, self, NULL);
  self->busy = FALSE;
  g_cond_signal (&self->done);
  g_mutex_unlock (&self->lock);
}

/* Waits for a wish; outlines first, since they take a moment only. */
static gboolean
next_job (AtlasMapWorker *self,
          MapJob **map_job,
          FocusJob **focus_job)
{
  gboolean goes_on;

  g_mutex_lock (&self->lock);
  while (!self->quit && self->map_job == NULL && self->focus_job == NULL)
    g_cond_wait (&self->wake, &self->lock);
  *focus_job = g_steal_pointer (&self->focus_job);
  *map_job = *focus_job == NULL ? g_steal_pointer (&self->map_job) : NULL;
  self->busy = TRUE;
  goes_on = !self->quit;
  g_mutex_unlock (&self->lock);
  return goes_on;
}

static gpointer
work (gpointer user_data)
{
  AtlasMapWorker *self = user_data;
  MapJob *map_job;
  FocusJob *focus_job;

  self->label_textures = label_table_new ();
  while (next_job (self, &map_job, &focus_job))
    {
      if (focus_job != NULL)
        hand_over (self, NULL, paint_focus (self, focus_job));
      if (map_job != NULL)
        hand_over (self, paint_map (self, map_job), NULL);
      g_clear_pointer (&focus_job, focus_job_free);
      g_clear_pointer (&map_job, map_job_free);
    }
  g_clear_pointer (&focus_job, focus_job_free);
  g_clear_pointer (&map_job, map_job_free);
  g_clear_pointer (&self->label_textures, g_hash_table_unref);
  g_clear_object (&self->placer);
  g_clear_object (&self->painter);
  return NULL;
}

static void
atlas_map_worker_finalize (GObject *object)
{
  AtlasMapWorker *self = ATLAS_MAP_WORKER (object);

  g_mutex_lock (&self->lock);
  self->quit = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
  g_thread_join (self->thread);

  g_clear_handle_id (&self->deliver_source, g_source_remove);
  g_clear_pointer (&self->map_job, map_job_free);
  g_clear_pointer (&self->focus_job, focus_job_free);
  g_clear_pointer (&self->map_done, atlas_painted_map_unref);
  g_clear_pointer (&self->focus_done, atlas_painted_focus_unref);
  g_clear_object (&self->geography);
  g_clear_object (&self->cancellable);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->wake);
  g_cond_clear (&self->done);

  G_OBJECT_CLASS (atlas_map_worker_parent_class)->finalize (object);
}

static void
atlas_map_worker_class_init (AtlasMapWorkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = atlas_map_worker_finalize;

  /**
   * AtlasMapWorker::map:
   * @picture: an AtlasPaintedMap
   */
  signals[MAP] = g_signal_new ("map", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_POINTER);
  /**
   * AtlasMapWorker::focus:
   * @picture: an AtlasPaintedFocus
   */
  signals[FOCUS] = g_signal_new ("focus", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
atlas_map_worker_init (AtlasMapWorker *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->wake);
  g_cond_init (&self->done);
  self->cancellable = g_cancellable_new ();
}

/**
 * atlas_map_worker_new:
 * @placer: (transfer full): for the worker alone
 *
 * Returns: (transfer full): a worker that waits for a wish
 */
AtlasMapWorker *
atlas_map_worker_new (AtlasGeography *geography,
                      AtlasMapPainter *painter,
                      AtlasLabelPlacer *placer)
{
  AtlasMapWorker *self = g_object_new (ATLAS_TYPE_MAP_WORKER, NULL);

  self->geography = g_object_ref (geography);
  self->painter = g_object_ref (painter);
  self->placer = placer;
  self->thread = g_thread_new ("map", work, self);
  return self;
}

/**
 * atlas_map_worker_wish:
 *
 * Asks for a picture of the map.
 *
 * Returns: the serial that the picture will have, unless another wish takes its place
 */
guint64
atlas_map_worker_wish (AtlasMapWorker *self,
                       const AtlasMapWish *wish)
{
  MapJob *job = g_new0 (MapJob, 1);
  guint64 serial;

  job->view = wish->view;
  job->colouring = atlas_colouring_ref (wish->colouring);
  job->language = g_strdup (wish->language);
  job->text_scale = wish->text_scale;
  job->resting = wish->resting;

  g_mutex_lock (&self->lock);
  serial = job->serial = ++self->serial;
  g_clear_pointer (&self->map_job, map_job_free);
  self->map_job = job;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
  return serial;
}

/**
 * atlas_map_worker_wish_focus:
 * @selected: (nullable): "country/KZ" or "unit/XK"
 * @hovered: (nullable): likewise
 *
 * Asks for a picture of outlines.
 *
 * Returns: the serial that the picture will have, unless another wish takes its place
 */
guint64
atlas_map_worker_wish_focus (AtlasMapWorker *self,
                             const AtlasMapView *view,
                             AtlasScheme scheme,
                             const char *selected,
                             const char *hovered)
{
  FocusJob *job = g_new0 (FocusJob, 1);
  guint64 serial;

  job->view = *view;
  job->scheme = scheme;
  job->selected = g_strdup (selected);
  job->hovered = g_strdup (hovered);

  g_mutex_lock (&self->lock);
  serial = job->serial = ++self->serial;
  g_clear_pointer (&self->focus_job, focus_job_free);
  self->focus_job = job;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
  return serial;
}

/**
 * atlas_map_worker_wait:
 * @deadline: as g_get_monotonic_time() tells it
 *
 * Waits until all that was wished for is painted, but no longer than told, and
 * brings what there is. For what is painted in a moment and has to come with
 * the very next frame: a picture that just misses it would wait for one more.
 */
void
atlas_map_worker_wait (AtlasMapWorker *self,
                       gint64 deadline)
{
  gboolean in_time = TRUE;

  g_mutex_lock (&self->lock);
  while (in_time && (self->busy || self->map_job != NULL || self->focus_job != NULL))
    in_time = g_cond_wait_until (&self->done, &self->lock, deadline);
  g_clear_handle_id (&self->deliver_source, g_source_remove);
  g_mutex_unlock (&self->lock);
  deliver (self);
}
