/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the map stands, and how it gets elsewhere.
 */
#include "atlas-config.h"

#include "atlas-map-private.h"

#include <math.h>

#include "atlas-map-geometry.h"
#include "atlas-map-source.h"

#define FLIGHT 350 /* ms */
#define ENOUGH 0.3 /* share of what is selected that has to be seen */

static double
min_zoom (const AtlasMapView *view)
{
  return CLAMP (log2 (view->height / ATLAS_TILE_SIZE), ATLAS_MAP_MIN_ZOOM, ATLAS_MAP_MAX_ZOOM);
}

/* Latitude for the middle, so that the view does not pass the world's edges. */
static double
hold_lat (const AtlasMapView *view,
          double lat)
{
  const double world = atlas_mercator_world_size (view->zoom);
  const double half = view->height / 2;
  const double y = atlas_mercator_y (lat, view->zoom);

  if (world <= view->height)
    return 0;
  if (y >= half && y <= world - half)
    return lat;
  return atlas_mercator_lat (CLAMP (y, half, world - half), view->zoom);
}

/* The gestures of ShumateMap take the world for round from north to south too:
 * who drags past the north pole is at the south pole. A leap of more than half
 * the world is such a turn, and ends at the edge that was passed. */
static double
undo_turn (AtlasMap *self,
           double lat)
{
  const double leap = atlas_mercator_y (lat, 0) / ATLAS_TILE_SIZE - self->last_y;

  if (self->moving || fabs (leap) < 0.5)
    return lat;
  return leap > 0 ? ATLAS_MERCATOR_MAX_LAT : -ATLAS_MERCATOR_MAX_LAT;
}

static void
constrain (AtlasMap *self)
{
  AtlasMapView view;
  double lat;

  if (self->constraining || !atlas_map_get_view (self, &view))
    return;
  self->constraining = TRUE;
  if (shumate_viewport_get_rotation (self->viewport) != 0)
    shumate_viewport_set_rotation (self->viewport, 0);
  if (view.zoom < min_zoom (&view))
    shumate_viewport_set_zoom_level (self->viewport, view.zoom = min_zoom (&view));
  lat = hold_lat (&view, undo_turn (self, view.lat));
  if (lat != view.lat)
    shumate_location_set_location (SHUMATE_LOCATION (self->viewport), lat, view.lon);
  self->last_y = atlas_mercator_y (lat, 0) / ATLAS_TILE_SIZE;
  self->constraining = FALSE;
}

/**
 * atlas_map_stop_flight:
 *
 * Stays where the map is now, if it was flying.
 */
void
atlas_map_stop_flight (AtlasMap *self)
{
  if (self->flight != NULL)
    adw_animation_pause (self->flight);
  g_clear_object (&self->flight);
}

static void
move_to (AtlasMap *self,
         double lon,
         double lat,
         double zoom)
{
  self->moving = TRUE;
  g_object_freeze_notify (G_OBJECT (self->viewport));
  shumate_viewport_set_zoom_level (self->viewport, zoom);
  shumate_location_set_location (SHUMATE_LOCATION (self->viewport), lat, atlas_map_geometry_wrap (lon));
  g_object_thaw_notify (G_OBJECT (self->viewport));
  self->moving = FALSE;
}

/**
 * atlas_map_follow_viewport:
 *
 * Holds the map within the world and asks for what it shows now.
 */
void
atlas_map_follow_viewport (AtlasMap *self)
{
  if (!self->homing)
    self->at_home = FALSE;
  constrain (self);
  atlas_map_ask_for_view (self);
}

/* Eurasia, as large as it goes. The room that is left over lies below it and to
 * its left, where the legend stands. */
static void
get_home (AtlasMap *self,
          double *lon,
          double *lat,
          double *zoom)
{
  static const AtlasBox eurasia = { -11, -11, 182, 76 };
  const double width = gtk_widget_get_width (GTK_WIDGET (self->map));
  const double height = gtk_widget_get_height (GTK_WIDGET (self->map));
  const double across = (eurasia.east - eurasia.west) / 360 * ATLAS_TILE_SIZE;
  const double top = atlas_mercator_y (eurasia.north, 0);
  const double down = atlas_mercator_y (eurasia.south, 0) - top;
  const double scale = MIN (width / across, height / down);

  *zoom = CLAMP (log2 (scale), ATLAS_MAP_MIN_ZOOM, ATLAS_MAP_MAX_ZOOM);
  *lon = atlas_mercator_lon (atlas_mercator_x (eurasia.east, 0) - width / 2 / exp2 (*zoom), 0);
  *lat = atlas_mercator_lat (top + height / 2 / exp2 (*zoom), 0);
}

/**
 * atlas_map_follow_size:
 *
 * Keeps Eurasia fitted until the reader has moved the map.
 */
void
atlas_map_follow_size (AtlasMap *self)
{
  double lon, lat, zoom;

  if (gtk_widget_get_width (GTK_WIDGET (self->map)) <= 0)
    return;
  if (self->at_home)
    {
      get_home (self, &lon, &lat, &zoom);
      self->homing = TRUE;
      move_to (self, lon, lat, zoom);
      self->homing = FALSE;
    }
  constrain (self);
  atlas_map_ask_for_view (self);
}

static void
fly (double progress,
     gpointer user_data)
{
  AtlasMap *self = user_data;
  const AtlasMapView *from = &self->flight_from;
  const AtlasMapView *to = &self->flight_to;
  const double zoom = from->zoom + (to->zoom - from->zoom) * progress;
  const double y = atlas_mercator_y (from->lat, 0) + (atlas_mercator_y (to->lat, 0) - atlas_mercator_y (from->lat, 0)) * progress;

  move_to (self, from->lon + (to->lon - from->lon) * progress, atlas_mercator_lat (y, 0), zoom);
}

static void
on_landed (AtlasMap *self)
{
  g_clear_object (&self->flight);
  self->at_home = self->flying_home;
}

/**
 * atlas_map_zoom_about:
 * @x: application pixels from the left
 * @y: application pixels from the top
 * @steps: 1 doubles lengths
 *
 * Zooms; what lies at the point stays there.
 */
void
atlas_map_zoom_about (AtlasMap *self,
                      double x,
                      double y,
                      double steps)
{
  AtlasMapView view;
  double lon, lat, zoom, shrink;

  if (!atlas_map_get_view (self, &view))
    return;
  zoom = CLAMP (view.zoom + steps, min_zoom (&view), ATLAS_MAP_MAX_ZOOM);
  shrink = exp2 (view.zoom - zoom);
  /* The middle moves so that the place under (x, y) stays there. */
  atlas_map_view_to_geo (&view,
                         x + (view.width / 2 - x) * shrink,
                         y + (view.height / 2 - y) * shrink,
                         &lon, &lat);
  atlas_map_fly_to (self, lon, lat, zoom);
}

/**
 * atlas_map_is_at_home:
 *
 * Returns: whether the reader has left the map where it began
 */
gboolean
atlas_map_is_at_home (AtlasMap *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP (self), FALSE);

  return self->at_home;
}

/**
 * atlas_map_set_position:
 * @lon: longitude of the middle, degrees
 * @lat: latitude of the middle, degrees
 * @zoom: Mercator zoom
 *
 * Goes there at once.
 */
void
atlas_map_set_position (AtlasMap *self,
                        double lon,
                        double lat,
                        double zoom)
{
  g_return_if_fail (ATLAS_IS_MAP (self));

  atlas_map_stop_flight (self);
  self->at_home = FALSE;
  move_to (self, lon, lat, zoom);
}

/**
 * atlas_map_fly_to:
 * @lon: longitude of the middle, degrees
 * @lat: latitude of the middle, degrees
 * @zoom: Mercator zoom
 *
 * Goes there the short way round, at once where animations are off.
 */
void
atlas_map_fly_to (AtlasMap *self,
                  double lon,
                  double lat,
                  double zoom)
{
  AtlasMapView view;

  g_return_if_fail (ATLAS_IS_MAP (self));

  if (!atlas_map_get_view (self, &view))
    return;
  atlas_map_stop_flight (self);
  self->at_home = FALSE;
  self->flying_home = FALSE;
  self->flight_from = self->flight_to = view;
  self->flight_to.zoom = CLAMP (zoom, min_zoom (&view), ATLAS_MAP_MAX_ZOOM);
  self->flight_to.lon = view.lon + atlas_map_geometry_wrap (lon - view.lon);
  self->flight_to.lat = hold_lat (&self->flight_to, lat);
  self->flight = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FLIGHT, adw_callback_animation_target_new (fly, self, NULL));
  g_signal_connect_swapped (self->flight, "done", G_CALLBACK (on_landed), self);
  adw_animation_play (self->flight);
}

/**
 * atlas_map_zoom_by:
 * @steps: 1 doubles lengths
 *
 * Zooms about the middle.
 */
void
atlas_map_zoom_by (AtlasMap *self,
                   double steps)
{
  g_return_if_fail (ATLAS_IS_MAP (self));

  atlas_map_zoom_about (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, gtk_widget_get_height (GTK_WIDGET (self)) / 2.0, steps);
}

/**
 * atlas_map_go_home:
 *
 * Goes to Eurasia, fitted to the size of the map.
 */
void
atlas_map_go_home (AtlasMap *self)
{
  double lon, lat, zoom;

  g_return_if_fail (ATLAS_IS_MAP (self));

  get_home (self, &lon, &lat, &zoom);
  atlas_map_fly_to (self, lon, lat, zoom);
  self->flying_home = self->flight != NULL;
}

/* --- What is selected -------------------------------------------------------- */

static gboolean
get_box_of_selection (AtlasMap *self,
                      AtlasBox *box)
{
  AtlasGeography *geography = atlas_content_get_geography (self->content);
  const char *id;
  int unit;

  if (atlas_state_get_selected (self->state, "country", &id))
    return atlas_geography_get_country_box (geography, id, box);
  if (!atlas_state_get_selected (self->state, "unit", &id))
    return FALSE;
  unit = atlas_geography_find_unit (geography, id);
  if (unit < 0)
    return FALSE;
  *box = atlas_geography_get_unit (geography, unit)->main_box;
  return TRUE;
}

/* How much of a stretch of @length around @middle lies between 0 and @room, as
 * a share of the most that could. */
static double
share_seen (double middle,
            double length,
            double room)
{
  const double from = MAX (0, middle - length / 2);
  const double to = MIN (room, middle + length / 2);

  return MAX (0, to - from) / MAX (1, MIN (length, room));
}

/* Where the middle of @box is, in pixels of the view. */
static gboolean
is_seen (AtlasMap *self,
         const AtlasMapView *view,
         const AtlasBox *box,
         double *x,
         double *y)
{
  const double width = atlas_mercator_x (box->east, view->zoom) - atlas_mercator_x (box->west, view->zoom);
  const double height = atlas_mercator_y (box->south, view->zoom) - atlas_mercator_y (box->north, view->zoom);
  const double lon = (box->west + box->east) / 2.0;
  const double lat = atlas_mercator_lat ((atlas_mercator_y (box->south, view->zoom) + atlas_mercator_y (box->north, view->zoom)) / 2, view->zoom);

  atlas_map_geometry_place (view, lon, lat, x, y);
  return share_seen (*x, width, view->width) >= ENOUGH && share_seen (*y, height, view->height - self->covered) >= ENOUGH;
}

static void
bring_to_middle (AtlasMap *self,
                 const AtlasMapView *view,
                 double x,
                 double y)
{
  double lon, lat;

  atlas_map_view_to_geo (view, x, y + self->covered / 2, &lon, &lat);
  atlas_map_fly_to (self, lon, lat, view->zoom);
}

/**
 * atlas_map_show_selection:
 *
 * Brings what is selected into sight where little of it is seen.
 */
void
atlas_map_show_selection (AtlasMap *self)
{
  AtlasMapView view;
  AtlasBox box;
  double x, y;

  if (!get_box_of_selection (self, &box) || !atlas_map_get_view (self, &view))
    return;
  if (!is_seen (self, &view, &box, &x, &y))
    bring_to_middle (self, &view, x, y);
}

/**
 * atlas_map_show_reading:
 *
 * Brings the first country that the paragraph names, or that the article is about,
 * into sight where none of them is seen.
 */
void
atlas_map_show_reading (AtlasMap *self)
{
  AtlasGeography *geography = atlas_content_get_geography (self->content);
  const char *const *codes = atlas_state_get_reading (self->state, ATLAS_READ_PASSAGE);
  gboolean found = FALSE;
  double first_x = 0, first_y = 0;
  AtlasMapView view;

  if (codes == NULL)
    codes = atlas_state_get_reading (self->state, ATLAS_READ_ABOUT);
  if (codes == NULL || geography == NULL || !atlas_map_get_view (self, &view))
    return;
  for (guint i = 0; codes[i] != NULL; i++)
    {
      AtlasBox box;
      double x, y;

      if (!atlas_geography_get_country_box (geography, codes[i], &box))
        continue;
      if (is_seen (self, &view, &box, &x, &y))
        return;
      first_x = found ? first_x : x;
      first_y = found ? first_y : y;
      found = TRUE;
    }
  if (found)
    bring_to_middle (self, &view, first_x, first_y);
}

/**
 * atlas_map_set_covered:
 * @height: how much of the lower edge something lies over, in pixels
 *
 * Makes room for what is selected above that.
 */
void
atlas_map_set_covered (AtlasMap *self,
                       double height)
{
  g_return_if_fail (ATLAS_IS_MAP (self));

  if (self->covered == height)
    return;
  self->covered = height;
  if (self->worker != NULL && height > 0)
    atlas_map_show_selection (self);
}
