/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-label-layer.h"

#include "atlas-map-geometry.h"

struct _AtlasLabelLayer
{
  ShumateLayer parent_instance;

  AtlasPaintedMap *picture;
};

G_DEFINE_FINAL_TYPE (AtlasLabelLayer, atlas_label_layer, SHUMATE_TYPE_LAYER)

static void
snapshot_piece (const AtlasPaintedLabel *piece,
                const AtlasMapView *picture,
                const AtlasMapView *view,
                GtkSnapshot *snapshot)
{
  double x, y;
  graphene_rect_t rect;

  atlas_map_geometry_place_in_picture (view, picture, piece->lon, piece->lat, &x, &y);
  graphene_rect_init (&rect,
                      atlas_map_geometry_snap (view, x - piece->width / 2),
                      atlas_map_geometry_snap (view, y - piece->height / 2),
                      piece->width, piece->height);
  if (graphene_rect_intersection (&rect, &GRAPHENE_RECT_INIT (0, 0, view->width, view->height), NULL))
    gtk_snapshot_append_scaled_texture (snapshot, piece->texture, GSK_SCALING_FILTER_NEAREST, &rect);
}

static void
atlas_label_layer_snapshot (GtkWidget *widget,
                            GtkSnapshot *snapshot)
{
  AtlasLabelLayer *self = ATLAS_LABEL_LAYER (widget);
  AtlasMapView view;

  if (self->picture == NULL || !atlas_map_geometry_get_view (shumate_layer_get_viewport (SHUMATE_LAYER (self)), widget, &view))
    return;
  for (guint i = 0; i < self->picture->labels->len; i++)
    snapshot_piece (g_ptr_array_index (self->picture->labels, i), &self->picture->view, &view, snapshot);
}

static void
atlas_label_layer_constructed (GObject *object)
{
  G_OBJECT_CLASS (atlas_label_layer_parent_class)->constructed (object);

  g_signal_connect_object (shumate_layer_get_viewport (SHUMATE_LAYER (object)), "notify",
                           G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
}

static void
atlas_label_layer_dispose (GObject *object)
{
  AtlasLabelLayer *self = ATLAS_LABEL_LAYER (object);

  g_clear_pointer (&self->picture, atlas_painted_map_unref);

  G_OBJECT_CLASS (atlas_label_layer_parent_class)->dispose (object);
}

static void
atlas_label_layer_class_init (AtlasLabelLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = atlas_label_layer_constructed;
  object_class->dispose = atlas_label_layer_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = atlas_label_layer_snapshot;
}

static void
atlas_label_layer_init (AtlasLabelLayer *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * atlas_label_layer_new:
 *
 * Returns: (transfer floating): a layer without names
 */
AtlasLabelLayer *
atlas_label_layer_new (ShumateViewport *viewport)
{
  return g_object_new (ATLAS_TYPE_LABEL_LAYER, "viewport", viewport, NULL);
}

/**
 * atlas_label_layer_set_picture:
 * @picture: (transfer none): names, in place of those before
 */
void
atlas_label_layer_set_picture (AtlasLabelLayer *self,
                               AtlasPaintedMap *picture)
{
  g_return_if_fail (ATLAS_IS_LABEL_LAYER (self));

  g_clear_pointer (&self->picture, atlas_painted_map_unref);
  self->picture = atlas_painted_map_ref (picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
