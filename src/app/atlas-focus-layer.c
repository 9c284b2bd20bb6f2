/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-focus-layer.h"

#include "atlas-map-geometry.h"

struct _AtlasFocusLayer
{
  ShumateLayer parent_instance;

  AtlasPaintedFocus *picture;
};

G_DEFINE_FINAL_TYPE (AtlasFocusLayer, atlas_focus_layer, SHUMATE_TYPE_LAYER)

static void
atlas_focus_layer_snapshot (GtkWidget *widget,
                            GtkSnapshot *snapshot)
{
  AtlasFocusLayer *self = ATLAS_FOCUS_LAYER (widget);
  graphene_rect_t place;
  AtlasMapView view;
  float stretch;

  if (self->picture == NULL || !atlas_map_geometry_get_view (shumate_layer_get_viewport (SHUMATE_LAYER (self)), widget, &view))
    return;
  atlas_map_geometry_place_picture (&view, &self->picture->covered, &place);
  stretch = place.size.width / self->picture->covered.width;
  for (guint i = 0; i < self->picture->tiles->len; i++)
    {
      const AtlasPaintedTile *tile = g_ptr_array_index (self->picture->tiles, i);
      const graphene_rect_t rect = GRAPHENE_RECT_INIT (place.origin.x + tile->rect.origin.x * stretch,
                                                       place.origin.y + tile->rect.origin.y * stretch,
                                                       tile->rect.size.width * stretch,
                                                       tile->rect.size.height * stretch);

      if (graphene_rect_intersection (&rect, &GRAPHENE_RECT_INIT (0, 0, view.width, view.height), NULL))
        gtk_snapshot_append_texture (snapshot, tile->texture, &rect);
    }
}

static void
atlas_focus_layer_constructed (GObject *object)
{
  G_OBJECT_CLASS (atlas_focus_layer_parent_class)->constructed (object);

  g_signal_connect_object (shumate_layer_get_viewport (SHUMATE_LAYER (object)), "notify",
                           G_CALLBACK (gtk_widget_queue_draw), object, G_CONNECT_SWAPPED);
}

static void
atlas_focus_layer_dispose (GObject *object)
{
  AtlasFocusLayer *self = ATLAS_FOCUS_LAYER (object);

  g_clear_pointer (&self->picture, atlas_painted_focus_unref);

  G_OBJECT_CLASS (atlas_focus_layer_parent_class)->dispose (object);
}

static void
atlas_focus_layer_class_init (AtlasFocusLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = atlas_focus_layer_constructed;
  object_class->dispose = atlas_focus_layer_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = atlas_focus_layer_snapshot;
}

static void
atlas_focus_layer_init (AtlasFocusLayer *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * atlas_focus_layer_new:
 *
 * Returns: (transfer floating): a layer without outlines
 */
AtlasFocusLayer *
atlas_focus_layer_new (ShumateViewport *viewport)
{
  return g_object_new (ATLAS_TYPE_FOCUS_LAYER, "viewport", viewport, NULL);
}

/**
 * atlas_focus_layer_set_picture:
 * @picture: (transfer none): outlines, in place of those before
 */
void
atlas_focus_layer_set_picture (AtlasFocusLayer *self,
                               AtlasPaintedFocus *picture)
{
  g_return_if_fail (ATLAS_IS_FOCUS_LAYER (self));

  g_clear_pointer (&self->picture, atlas_painted_focus_unref);
  self->picture = atlas_painted_focus_ref (picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
