/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-map-geometry.h"

#include <math.h>

/**
 * atlas_map_geometry_get_view:
 * @widget: a widget that fills the map
 * @view: (out): what it shows
 *
 * Returns: whether the widget has a size
 */
gboolean
atlas_map_geometry_get_view (ShumateViewport *viewport,
                             GtkWidget *widget,
                             AtlasMapView *view)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  view->lon = shumate_location_get_longitude (SHUMATE_LOCATION (viewport));
  view->lat = shumate_location_get_latitude (SHUMATE_LOCATION (viewport));
  view->zoom = shumate_viewport_get_zoom_level (viewport);
  view->width = gtk_widget_get_width (widget);
  view->height = gtk_widget_get_height (widget);
  view->scale = surface != NULL ? gdk_surface_get_scale (surface) : 1;
  return view->width > 0 && view->height > 0;
}

/**
 * atlas_map_geometry_enlarge:
 * @enlarged: (out): @view and an eighth more on each side, so that a pan finds
 *   something painted; whole pixels more, so that both lie on one grid
 */
void
atlas_map_geometry_enlarge (const AtlasMapView *view,
                            AtlasMapView *enlarged)
{
  *enlarged = *view;
  enlarged->width += 2 * ceil (view->width / 8);
  enlarged->height += 2 * ceil (view->height / 8);
}

/**
 * atlas_map_geometry_wrap:
 *
 * Returns: @lon, by whole turns, from −180 up to 180 degrees
 */
double
atlas_map_geometry_wrap (double lon)
{
  return lon - 360 * round (lon / 360);
}

/**
 * atlas_map_geometry_place:
 * @x: (out): in pixels of the widget
 * @y: (out): likewise
 *
 * Says where a point is seen: of all world copies, that nearest to the middle.
 */
void
atlas_map_geometry_place (const AtlasMapView *view,
                          double lon,
                          double lat,
                          double *x,
                          double *y)
{
  const double turned = view->lon + atlas_map_geometry_wrap (lon - view->lon);

  *x = view->width / 2 + atlas_mercator_x (turned, view->zoom) - atlas_mercator_x (view->lon, view->zoom);
  *y = view->height / 2 + atlas_mercator_y (lat, view->zoom) - atlas_mercator_y (view->lat, view->zoom);
}

/**
 * atlas_map_geometry_place_in_picture:
 * @picture: what a picture shows
 * @lon: in degrees as the picture counts them, not wrapped, so that world
 *   copies in it stay apart
 * @x: (out): in pixels of the widget
 * @y: (out): likewise
 *
 * Says where a point of a picture is seen.
 */
void
atlas_map_geometry_place_in_picture (const AtlasMapView *view,
                                     const AtlasMapView *picture,
                                     double lon,
                                     double lat,
                                     double *x,
                                     double *y)
{
  double middle;

  atlas_map_geometry_place (view, picture->lon, lat, &middle, y);
  *x = middle + atlas_mercator_x (lon, view->zoom) - atlas_mercator_x (picture->lon, view->zoom);
}

/**
 * atlas_map_geometry_snap:
 *
 * Returns: the nearest coordinate that lies on a device pixel
 */
double
atlas_map_geometry_snap (const AtlasMapView *view,
                         double coordinate)
{
  return round (coordinate * view->scale) / view->scale;
}

/**
 * atlas_map_geometry_place_picture:
 * @picture: what a picture shows
 * @rect: (out): where it belongs in @view, stretched where the zoom differs
 */
void
atlas_map_geometry_place_picture (const AtlasMapView *view,
                                  const AtlasMapView *picture,
                                  graphene_rect_t *rect)
{
  const double stretch = exp2 (view->zoom - picture->zoom);
  const double width = picture->width * stretch;
  const double height = picture->height * stretch;
  double x, y;

  atlas_map_geometry_place (view, picture->lon, picture->lat, &x, &y);
  graphene_rect_init (rect,
                      atlas_map_geometry_snap (view, x - width / 2),
                      atlas_map_geometry_snap (view, y - height / 2),
                      width, height);
}

/**
 * atlas_map_geometry_covers:
 *
 * Returns: whether a picture shows all of @view as sharp as can be
 */
gboolean
atlas_map_geometry_covers (const AtlasMapView *picture,
                           const AtlasMapView *view)
{
  graphene_rect_t rect;

  if (picture->zoom != view->zoom || picture->scale != view->scale)
    return FALSE;
  atlas_map_geometry_place_picture (view, picture, &rect);
  return rect.origin.x <= 0 && rect.origin.y <= 0 &&
         rect.origin.x + rect.size.width >= view->width && rect.origin.y + rect.size.height >= view->height;
}
