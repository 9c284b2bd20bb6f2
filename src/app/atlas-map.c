/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-map-private.h"

#include <glib/gi18n.h>

#include "atlas-map-geometry.h"
#include "atlas-map-source.h"

enum
{
  PAINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasMap, atlas_map, GTK_TYPE_WIDGET)

/* --- Following the state --------------------------------------------------- */

static void
on_selection (AtlasMap *self)
{
  if (self->worker == NULL)
    return;
  atlas_map_ask_focus (self);
  atlas_map_show_selection (self);
}

static void
on_language (AtlasMap *self)
{
  atlas_map_set_hovered (self, NULL, NULL);
  atlas_map_ask (self, TRUE);
}

static void
on_loaded (AtlasMap *self)
{
  AtlasGeography *geography = atlas_content_get_geography (self->content);

  if (geography == NULL || self->worker != NULL)
    return;
  self->worker = atlas_map_worker_new (geography, atlas_content_get_painter (self->content), atlas_content_take_placer (self->content));
  g_signal_connect_object (self->worker, "map", G_CALLBACK (atlas_map_take_picture), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->worker, "focus", G_CALLBACK (atlas_map_take_focus_picture), self, G_CONNECT_SWAPPED);
  atlas_map_recolour (self);
  on_selection (self);
}

/* --- The widget ------------------------------------------------------------ */

static void
atlas_map_size_allocate (GtkWidget *widget,
                         int width,
                         int height,
                         int baseline)
{
  AtlasMap *self = ATLAS_MAP (widget);
  const gboolean resized = width != gtk_widget_get_width (GTK_WIDGET (self->map)) || height != gtk_widget_get_height (GTK_WIDGET (self->map));

  gtk_widget_allocate (GTK_WIDGET (self->map), width, height, baseline, NULL);
  gtk_widget_allocate (GTK_WIDGET (self->hint), width, height, baseline, NULL);
  if (resized)
    atlas_map_follow_size (self);
}

static void
atlas_map_system_setting_changed (GtkWidget *widget,
                                  GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (atlas_map_parent_class)->system_setting_changed (widget, setting);

  if (setting == GTK_SYSTEM_SETTING_DPI || setting == GTK_SYSTEM_SETTING_FONT_CONFIG)
    atlas_map_ask (ATLAS_MAP (widget), TRUE);
}

static void
atlas_map_unrealize (GtkWidget *widget)
{
  AtlasMap *self = ATLAS_MAP (widget);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  g_clear_signal_handler (&self->layout, clock);
  g_clear_signal_handler (&self->after_paint, clock);

  GTK_WIDGET_CLASS (atlas_map_parent_class)->unrealize (widget);
}

static void
atlas_map_dispose (GObject *object)
{
  AtlasMap *self = ATLAS_MAP (object);

  atlas_map_stop_flight (self);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_clear_object (&self->worker);
  gtk_widget_unparent (GTK_WIDGET (self->hint));
  gtk_widget_unparent (GTK_WIDGET (self->map));
  g_clear_pointer (&self->colouring, atlas_colouring_unref);
  g_clear_pointer (&self->hovered, g_free);
  g_clear_object (&self->state);
  g_clear_object (&self->content);

  G_OBJECT_CLASS (atlas_map_parent_class)->dispose (object);
}

static void
atlas_map_class_init (AtlasMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_map_dispose;
  widget_class->size_allocate = atlas_map_size_allocate;
  widget_class->system_setting_changed = atlas_map_system_setting_changed;
  widget_class->unrealize = atlas_map_unrealize;

  /**
   * AtlasMap::painted:
   *
   * What the state names is on the screen.
   */
  signals[PAINTED] = g_signal_new ("painted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "atlas-map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_APPLICATION);
  atlas_map_add_key_bindings (widget_class);
}

static void
add_layers (AtlasMap *self)
{
  g_autoptr (ShumateMapSource) source = atlas_map_source_new ();

  shumate_viewport_set_reference_map_source (self->viewport, source);
  shumate_viewport_set_min_zoom_level (self->viewport, ATLAS_MAP_MIN_ZOOM);
  shumate_viewport_set_max_zoom_level (self->viewport, ATLAS_MAP_MAX_ZOOM);
  self->political = atlas_political_layer_new (self->viewport);
  self->focus = atlas_focus_layer_new (self->viewport);
  self->labels = atlas_label_layer_new (self->viewport);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->political));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->focus));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->labels));
}

static void
atlas_map_init (AtlasMap *self)
{
  self->text_scale = 1;
  self->at_home = TRUE;
  self->map = shumate_map_new ();
  self->viewport = shumate_map_get_viewport (self->map);
  gtk_widget_set_focusable (GTK_WIDGET (self->map), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->map), "default");
  add_layers (self);
  gtk_widget_set_parent (GTK_WIDGET (self->map), GTK_WIDGET (self));
  self->hint = ATLAS_MAP_HINT (atlas_map_hint_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->hint), GTK_WIDGET (self));
  atlas_map_add_pointer_controllers (self);
  atlas_map_add_focus_controller (self);
  g_signal_connect_object (self->viewport, "notify", G_CALLBACK (atlas_map_follow_viewport), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Map of Eurasia"), -1);
}

/**
 * atlas_map_new:
 *
 * Returns: (transfer floating): a map at home that follows @state
 */
GtkWidget *
atlas_map_new (AtlasState *state,
               AtlasContent *content)
{
  AtlasMap *self = g_object_new (ATLAS_TYPE_MAP, NULL);
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  g_signal_connect_object (state, "notify::date", G_CALLBACK (atlas_map_recolour), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::compared", G_CALLBACK (atlas_map_recolour), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::date", G_CALLBACK (atlas_map_retell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::compared", G_CALLBACK (atlas_map_retell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::lens", G_CALLBACK (atlas_map_retell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::lens", G_CALLBACK (atlas_map_recolour), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::emphasis", G_CALLBACK (atlas_map_recolour), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::filter", G_CALLBACK (atlas_map_recolour), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::reading", G_CALLBACK (atlas_map_recolour), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::reading", G_CALLBACK (atlas_map_show_reading), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::selection", G_CALLBACK (on_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (content, "notify::loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (content, "notify::language", G_CALLBACK (on_language), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (atlas_map_restyle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (atlas_map_restyle), self, G_CONNECT_SWAPPED);
  atlas_map_set_sea (self);
  on_loaded (self);
  return GTK_WIDGET (self);
}

/**
 * atlas_map_is_painted:
 *
 * Returns: whether the screen shows all that the state names
 */
gboolean
atlas_map_is_painted (AtlasMap *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP (self), FALSE);

  return self->painted;
}

/**
 * atlas_map_get_painted_when:
 * @when: (out): the day, or the two that are compared, whose colours the map
 *   shows: while the date moves it lags behind the state
 *
 * Returns: whether anything is painted yet
 */
gboolean
atlas_map_get_painted_when (AtlasMap *self,
                            AtlasWhen *when)
{
  g_return_val_if_fail (ATLAS_IS_MAP (self), FALSE);

  *when = self->painted_serial == self->asked_serial ? atlas_state_get_when (self->state) : self->painted_when;
  return self->painted_serial != 0;
}

/**
 * atlas_map_get_view:
 * @view: (out): what is seen
 *
 * Returns: whether the map has a size yet
 */
gboolean
atlas_map_get_view (AtlasMap *self,
                    AtlasMapView *view)
{
  g_return_val_if_fail (ATLAS_IS_MAP (self), FALSE);

  return atlas_map_geometry_get_view (self->viewport, GTK_WIDGET (self->map), view);
}

/**
 * atlas_map_set_text_scale:
 * @text_scale: 1 is the usual size
 *
 * Enlarges all names.
 */
void
atlas_map_set_text_scale (AtlasMap *self,
                          double text_scale)
{
  g_return_if_fail (ATLAS_IS_MAP (self));

  if (self->text_scale == text_scale)
    return;
  self->text_scale = text_scale;
  atlas_map_ask (self, TRUE);
}
