/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-political-layer.h"

#include "atlas-map-geometry.h"

#define FADE_DURATION 160 /* ms */

struct _AtlasPoliticalLayer
{
  ShumateLayer parent_instance;

  GdkRGBA sea;
  AtlasPaintedMap *picture;

  /* While one colouring fades into the next. */
  AtlasPaintedMap *old;
  guint tick;
  gint64 fade_start; /* 0 until the first frame */
  double progress;
};

G_DEFINE_FINAL_TYPE (AtlasPoliticalLayer, atlas_political_layer, SHUMATE_TYPE_LAYER)

static void
end_fade (AtlasPoliticalLayer *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_pointer (&self->old, atlas_painted_map_unref);
}

static gboolean
fade (GtkWidget *widget,
      GdkFrameClock *clock,
      gpointer user_data)
{
  AtlasPoliticalLayer *self = ATLAS_POLITICAL_LAYER (widget);
  const gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->fade_start == 0)
    self->fade_start = now;
  self->progress = (now - self->fade_start) / (FADE_DURATION * 1000.0);
  gtk_widget_queue_draw (widget);
  if (self->progress < 1)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  end_fade (self);
  return G_SOURCE_REMOVE;
}

static gboolean
may_animate (GtkWidget *widget)
{
  gboolean enabled;

  g_object_get (gtk_widget_get_settings (widget), "gtk-enable-animations", &enabled, NULL);
  return enabled && gtk_widget_get_mapped (widget);
}

static void
begin_fade (AtlasPoliticalLayer *self)
{
  self->old = atlas_painted_map_ref (self->picture);
  self->fade_start = 0;
  self->progress = 0;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fade, NULL, NULL);
}

/* Pixel for pixel: strips fit together without a seam. */
static void
snapshot_strips (AtlasPaintedMap *picture,
                 const graphene_point_t *origin,
                 GtkSnapshot *snapshot)
{
  for (guint i = 0; i < picture->strips->len; i++)
    {
      const AtlasPaintedTile *strip = g_ptr_array_index (picture->strips, i);
      graphene_rect_t rect;

      graphene_rect_offset_r (&strip->rect, origin->x, origin->y, &rect);
      gtk_snapshot_append_texture (snapshot, strip->texture, &rect);
    }
}

static void
snapshot_picture (AtlasPaintedMap *picture,
                  const AtlasMapView *view,
                  GtkSnapshot *snapshot)
{
  graphene_rect_t rect;

  atlas_map_geometry_place_picture (view, &picture->covered, &rect);
  if (picture->covered.zoom == view->zoom && picture->covered.scale == view->scale)
    snapshot_strips (picture, &rect.origin, snapshot);
  else
    gtk_snapshot_append_texture (snapshot, picture->political, &rect);
}

static void
atlas_political_layer_snapshot (GtkWidget *widget,
                                GtkSnapshot *snapshot)
{
  AtlasPoliticalLayer *self = ATLAS_POLITICAL_LAYER (widget);
  AtlasMapView view;

  if (!atlas_map_geometry_get_view (shumate_layer_get_viewport (SHUMATE_LAYER (self)), widget, &view))
    return;
  if (self->picture == NULL || !atlas_map_geometry_covers (&self->picture->covered, &view))
    gtk_snapshot_append_color (snapshot, &self->sea, &GRAPHENE_RECT_INIT (0, 0, view.width, view.height));
  if (self->old != NULL)
    {
      snapshot_picture (self->old, &view, snapshot);
      gtk_snapshot_push_opacity (snapshot, CLAMP (self->progress, 0, 1));
      snapshot_picture (self->picture, &view, snapshot);
      gtk_snapshot_pop (snapshot);
    }
  else if (self->picture != NULL)
    snapshot_picture (self->picture, &view, snapshot);
}

static void
atlas_political_layer_constructed (GObject *object)
{
  G_OBJECT_CLASS (atlas_political_layer_parent_class)->constructed (object);

  g_signal_connect_object (shumate_layer_get_viewport (SHUMATE_LAYER (object)), "notify",
                           G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
}

static void
atlas_political_layer_dispose (GObject *object)
{
  AtlasPoliticalLayer *self = ATLAS_POLITICAL_LAYER (object);

  end_fade (self);
  g_clear_pointer (&self->picture, atlas_painted_map_unref);

  G_OBJECT_CLASS (atlas_political_layer_parent_class)->dispose (object);
}

static void
atlas_political_layer_class_init (AtlasPoliticalLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = atlas_political_layer_constructed;
  object_class->dispose = atlas_political_layer_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = atlas_political_layer_snapshot;
}

static void
atlas_political_layer_init (AtlasPoliticalLayer *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * atlas_political_layer_new:
 *
 * Returns: (transfer floating): a layer that is all sea
 */
AtlasPoliticalLayer *
atlas_political_layer_new (ShumateViewport *viewport)
{
  return g_object_new (ATLAS_TYPE_POLITICAL_LAYER, "viewport", viewport, NULL);
}

/**
 * atlas_political_layer_set_sea:
 *
 * Sets the colour where nothing is painted yet.
 */
void
atlas_political_layer_set_sea (AtlasPoliticalLayer *self,
                               const GdkRGBA *sea)
{
  g_return_if_fail (ATLAS_IS_POLITICAL_LAYER (self));

  self->sea = *sea;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_political_layer_set_picture:
 * @may_fade: whether there is time for a fade
 *
 * Shows @picture; fades into it where the colours changed and the reader has
 * not turned animations off.
 */
void
atlas_political_layer_set_picture (AtlasPoliticalLayer *self,
                                   AtlasPaintedMap *picture,
                                   gboolean may_fade)
{
  g_return_if_fail (ATLAS_IS_POLITICAL_LAYER (self));

  if (self->picture != NULL && self->picture->colouring != picture->colouring)
    {
      end_fade (self);
      if (may_fade && may_animate (GTK_WIDGET (self)))
        begin_fade (self);
    }
  g_clear_pointer (&self->picture, atlas_painted_map_unref);
  self->picture = atlas_painted_map_ref (picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
