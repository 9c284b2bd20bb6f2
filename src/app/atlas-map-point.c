/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pointing at the map and choosing on it, by pointer and finger.
 */
#include "atlas-config.h"

#include "atlas-map-private.h"

#include <math.h>

#include "atlas-click.h"
#include "atlas-map-geometry.h"
#include "atlas-map-words.h"

#define TOUCH_RADIUS 9.0 /* pixels within which a tiny state is hit */
#define DRAG_THRESHOLD 8 /* pixels: a longer way is no click */

static const AtlasArea *
area_of_unit (AtlasMap *self,
              int unit)
{
  const AtlasUnit *found = atlas_geography_get_unit (atlas_content_get_geography (self->content), unit);

  return atlas_dataset_find_area (atlas_content_get_dataset (self->content), found->code);
}

static char *
path_of_unit (AtlasMap *self,
              int unit,
              const AtlasArea *area)
{
  const AtlasUnit *found = atlas_geography_get_unit (atlas_content_get_geography (self->content), unit);

  if (area != NULL && area->own_page)
    return g_strconcat ("unit/", area->id, NULL);
  if (atlas_dataset_find_country (atlas_content_get_dataset (self->content), found->country) != NULL)
    return g_strconcat ("country/", found->country, NULL);
  return NULL;
}

/* The path of what lies at a place of the widget; NULL for the sea. */
static char *
hit (AtlasMap *self,
     double x,
     double y,
     const AtlasArea **area)
{
  AtlasMapView view;
  double lon, lat;
  int unit;

  *area = NULL;
  if (self->worker == NULL || !atlas_map_get_view (self, &view))
    return NULL;
  atlas_map_view_to_geo (&view, x, y, &lon, &lat);
  unit = atlas_geography_hit_near (atlas_content_get_geography (self->content), atlas_map_geometry_wrap (lon), lat,
                                   TOUCH_RADIUS * 360 / atlas_mercator_world_size (view.zoom));
  if (unit == ATLAS_GEOGRAPHY_SEA)
    return NULL;
  *area = area_of_unit (self, unit);
  return path_of_unit (self, unit, *area);
}

/**
 * atlas_map_set_hovered:
 * @path: (nullable): of what the pointer is at, as #AtlasState has it; %NULL for
 *   the sea
 * @area: (nullable): the area at the pointer, if its ground is contested
 */
void
atlas_map_set_hovered (AtlasMap *self,
                       const char *path,
                       const AtlasArea *area)
{
  g_autoptr (AtlasMapWords) words = NULL;
  const gboolean same_path = g_strcmp0 (self->hovered, path) == 0;

  if (same_path && self->hovered_area == area)
    return;
  g_set_str (&self->hovered, path);
  self->hovered_area = area;
  if (path != NULL)
    words = atlas_map_words_new (self->content, self->state, path, area);
  atlas_map_hint_set_words (self->hint, words);
  if (same_path)
    return;
  atlas_map_ask_focus (self);
  atlas_state_set_pointed (self->state, path);
}

static void
on_motion (AtlasMap *self,
           double x,
           double y)
{
  const AtlasArea *area;
  g_autofree char *path = NULL;

  /* GTK repeats a motion when things move below the pointer; a pointer at rest
   * does not take over from the keyboard. */
  if (self->cursor != NULL && x == self->pointer_x && y == self->pointer_y)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  path = hit (self, x, y, &area);
  atlas_map_set_hovered (self, path, area);
  atlas_map_hint_move (self->hint, x, y);
}

static void
on_leave (AtlasMap *self)
{
  atlas_map_set_hovered (self, NULL, NULL);
}

static void
on_pressed (AtlasMap *self,
            int n_press,
            double x,
            double y)
{
  atlas_map_stop_flight (self);
  self->press_x = x;
  self->press_y = y;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_clicked (gpointer data,
            int n_press,
            double x,
            double y)
{
  AtlasMap *self = data;
  const AtlasArea *area;
  g_autofree char *path = NULL;

  if (hypot (x - self->press_x, y - self->press_y) > DRAG_THRESHOLD)
    return;
  if (n_press == 2)
    atlas_map_zoom_about (self, x, y, 1);
  /* The keyboard goes on from here. */
  self->cursor = NULL;
  path = hit (self, x, y, &area);
  atlas_state_set_selection (self->state, path);
}

/**
 * atlas_map_add_pointer_controllers:
 *
 * Lets the pointer hover over countries and click on them.
 */
void
atlas_map_add_pointer_controllers (AtlasMap *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = atlas_click_new (on_clicked, self);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
