/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-map.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>
#include <shumate/shumate.h>
#include <string.h>

#include "atlas-focus-layer.h"
#include "atlas-label-layer.h"
#include "atlas-map-geometry.h"
#include "atlas-map-hint.h"
#include "atlas-map-source.h"
#include "atlas-map-words.h"
#include "atlas-map-worker.h"
#include "atlas-neighbours.h"
#include "atlas-political-layer.h"
#include "atlas-swatch.h"

#define REST_DELAY 120   /* ms without a move until names are placed anew */
#define FLIGHT 350       /* ms */
#define TOUCH_RADIUS 9.0 /* pixels within which a tiny state is hit */
#define DRAG_THRESHOLD 8 /* pixels: a longer way is no click */
#define ENOUGH 0.3       /* share of what is selected that has to be seen */
#define EDGE 0.12        /* share of the view that a keyboard step keeps clear */

struct _AtlasMap
{
  GtkWidget parent_instance;

  AtlasState *state;
  AtlasContent *content;

  ShumateMap *map;
  ShumateViewport *viewport;
  AtlasPoliticalLayer *political;
  AtlasFocusLayer *focus;
  AtlasLabelLayer *labels;
  AtlasMapHint *hint;

  AtlasMapWorker *worker;
  AtlasColouring *colouring;
  double text_scale;

  /* What was asked of the worker last. */
  AtlasMapView asked;
  gboolean asked_resting;
  guint64 asked_serial; /* 0: something changed since */
  AtlasMapView focus_asked;
  guint rest_source;
  guint64 painted_serial;
  gulong after_paint;
  gboolean painted;

  gboolean at_home; /* until the reader moves, the home view follows the size */
  gboolean homing;
  gboolean flying_home;
  gboolean constraining;
  gboolean moving; /* by ourselves, however far */
  double last_y;   /* of the middle, as a part of the world's height */
  double covered;  /* pixels of the lower edge that something lies over */
  AdwAnimation *flight;
  AtlasMapView flight_from;
  AtlasMapView flight_to;

  char *hovered; /* a path; NULL for the sea */
  const AtlasArea *hovered_area;
  const AtlasCountry *cursor; /* where the keyboard stands */
  double press_x;
  double press_y;
};

enum
{
  PAINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasMap, atlas_map, GTK_TYPE_WIDGET)

static gboolean
get_view (AtlasMap *self,
          AtlasMapView *view)
{
  return atlas_map_geometry_get_view (self->viewport, GTK_WIDGET (self->map), view);
}

/* --- Asking for pictures --------------------------------------------------- */

static void
cancel_painted (AtlasMap *self)
{
  self->painted = FALSE;
}

static const char *
outline_of_selection (AtlasMap *self)
{
  const char *selection = atlas_state_get_selection (self->state);

  if (g_str_has_prefix (selection, "country/") || g_str_has_prefix (selection, "unit/"))
    return selection;
  return NULL;
}

static void
ask_focus (AtlasMap *self)
{
  AtlasMapView view;

  if (self->worker == NULL || !get_view (self, &view))
    return;
  self->focus_asked = view;
  atlas_map_worker_wish_focus (self->worker, &view, atlas_swatch_get_scheme (), outline_of_selection (self), self->hovered);
}

/* How large the reader has text everywhere. */
static double
desktop_text_scale (AtlasMap *self)
{
  const double resolution = pango_cairo_context_get_resolution (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  return resolution > 0 ? CLAMP (resolution / 96, 0.5, 3) : 1;
}

static void
ask (AtlasMap *self,
     gboolean resting)
{
  AtlasMapWish wish = {
    .colouring = self->colouring,
    .language = atlas_content_get_language (self->content),
    .text_scale = self->text_scale * desktop_text_scale (self),
    .resting = resting,
  };

  if (self->worker == NULL || !get_view (self, &wish.view))
    return;
  cancel_painted (self);
  self->asked = wish.view;
  self->asked_resting = resting;
  self->asked_serial = atlas_map_worker_wish (self->worker, &wish);
}

static gboolean
is_near_enough (const AtlasMapView *asked,
                const AtlasMapView *view)
{
  AtlasMapView covered;
  AtlasMapView wanted = *view;

  /* Ask before the last of the margin is used up. */
  wanted.width *= 1.1;
  wanted.height *= 1.1;
  atlas_map_geometry_enlarge (asked, &covered);
  return atlas_map_geometry_covers (&covered, &wanted);
}

static gboolean
rest (gpointer user_data)
{
  AtlasMap *self = user_data;
  AtlasMapView view;

  self->rest_source = 0;
  if (!get_view (self, &view))
    return G_SOURCE_REMOVE;
  if (!self->asked_resting || !atlas_map_view_equal (&self->asked, &view))
    ask (self, TRUE);
  if (!atlas_map_view_equal (&self->focus_asked, &view))
    ask_focus (self);
  return G_SOURCE_REMOVE;
}

static void
ask_for_view (AtlasMap *self)
{
  AtlasMapView view;

  if (self->worker == NULL || !get_view (self, &view))
    return;
  if (self->asked_serial == 0)
    {
      ask (self, TRUE);
      ask_focus (self);
      return;
    }
  if (!is_near_enough (&self->asked, &view))
    ask (self, FALSE);
  if (!is_near_enough (&self->focus_asked, &view))
    ask_focus (self);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add (REST_DELAY, rest, self);
}

static void
set_emphasis (AtlasMap *self,
              AtlasColouring *colouring)
{
  AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  const char *const *codes = atlas_state_get_emphasis (self->state);
  g_autoptr (GPtrArray) countries = g_ptr_array_new ();

  if (codes == NULL)
    codes = atlas_state_get_filter (self->state);
  if (codes == NULL)
    return;
  for (gsize i = 0; codes[i] != NULL; i++)
    {
      const AtlasCountry *country = atlas_dataset_find_country (dataset, codes[i]);

      if (country != NULL)
        g_ptr_array_add (countries, (gpointer) country);
    }
  atlas_colouring_set_emphasis (colouring, (const AtlasCountry *const *) countries->pdata, countries->len);
}

static void
set_sea (AtlasMap *self)
{
  const AtlasColour sea = atlas_scheme_get_ink (atlas_swatch_get_scheme ())->sea;

  atlas_political_layer_set_sea (self->political, &(GdkRGBA) { (sea >> 16) / 255.0, (sea >> 8 & 0xff) / 255.0, (sea & 0xff) / 255.0, 1 });
}

static void
recolour (AtlasMap *self)
{
  AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  const char *lens = atlas_state_get_lens (self->state);
  const AtlasOrganisation *organisation = NULL;

  set_sea (self);
  if (self->worker == NULL)
    return;
  if (!g_str_equal (lens, ATLAS_LENS_OVERVIEW))
    organisation = atlas_dataset_find_organisation (dataset, lens);
  g_clear_pointer (&self->colouring, atlas_colouring_unref);
  self->colouring = atlas_colouring_new (dataset, atlas_content_get_geography (self->content), organisation,
                                         atlas_state_get_date (self->state), atlas_swatch_get_scheme ());
  set_emphasis (self, self->colouring);
  ask (self, TRUE);
}

static void
restyle (AtlasMap *self)
{
  recolour (self);
  ask_focus (self);
}

/* --- Showing them ---------------------------------------------------------- */

static void
on_after_paint (GdkFrameClock *clock,
                AtlasMap *self)
{
  g_signal_handler_disconnect (clock, self->after_paint);
  self->after_paint = 0;
  if (self->painted_serial != self->asked_serial)
    return;
  self->painted = TRUE;
  g_signal_emit (self, signals[PAINTED], 0);
}

static void
on_map_picture (AtlasMap *self,
                AtlasPaintedMap *picture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  atlas_political_layer_set_picture (self->political, picture);
  atlas_label_layer_set_picture (self->labels, picture);
  self->painted_serial = picture->serial;
  if (clock != NULL && self->after_paint == 0)
    self->after_paint = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), self);
}

static void
on_focus_picture (AtlasMap *self,
                  AtlasPaintedFocus *picture)
{
  atlas_focus_layer_set_picture (self->focus, picture);
}

/* --- Where the map stands -------------------------------------------------- */

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

  if (self->constraining || !get_view (self, &view))
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

static void
stop_flight (AtlasMap *self)
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

static void
on_viewport (AtlasMap *self)
{
  if (!self->homing)
    self->at_home = FALSE;
  constrain (self);
  ask_for_view (self);
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

static void
on_resize (AtlasMap *self)
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
  ask_for_view (self);
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

/* --- Pointing and choosing ------------------------------------------------- */

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
  if (self->worker == NULL || !get_view (self, &view))
    return NULL;
  atlas_map_view_to_geo (&view, x, y, &lon, &lat);
  unit = atlas_geography_hit_near (atlas_content_get_geography (self->content), atlas_map_geometry_wrap (lon), lat,
                                   TOUCH_RADIUS * 360 / atlas_mercator_world_size (view.zoom));
  if (unit == ATLAS_GEOGRAPHY_SEA)
    return NULL;
  *area = area_of_unit (self, unit);
  return path_of_unit (self, unit, *area);
}

static void
set_hovered (AtlasMap *self,
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
  if (!same_path)
    ask_focus (self);
}

static void
on_motion (AtlasMap *self,
           double x,
           double y)
{
  const AtlasArea *area;
  g_autofree char *path = hit (self, x, y, &area);

  set_hovered (self, path, area);
  atlas_map_hint_move (self->hint, x, y);
}

static void
on_leave (AtlasMap *self)
{
  set_hovered (self, NULL, NULL);
}

static void
on_pressed (AtlasMap *self,
            int n_press,
            double x,
            double y)
{
  stop_flight (self);
  self->press_x = x;
  self->press_y = y;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
zoom_about (AtlasMap *self,
            double x,
            double y,
            double steps)
{
  AtlasMapView view;
  double lon, lat, zoom, shrink;

  if (!get_view (self, &view))
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

static void
on_released (AtlasMap *self,
             int n_press,
             double x,
             double y)
{
  const AtlasArea *area;
  g_autofree char *path = NULL;

  if (hypot (x - self->press_x, y - self->press_y) > DRAG_THRESHOLD)
    return;
  if (n_press == 2)
    {
      zoom_about (self, x, y, 1);
      return;
    }
  path = hit (self, x, y, &area);
  atlas_state_set_selection (self->state, path);
}

/* --- By keyboard ----------------------------------------------------------- */

static void
announce (AtlasMap *self,
          gboolean aloud)
{
  g_autoptr (AtlasMapWords) words = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *label = NULL;

  if (self->hovered != NULL)
    words = atlas_map_words_new (self->content, self->state, self->hovered, NULL);
  if (words == NULL)
    label = g_strdup (_ ("Map of Eurasia"));
  else
    {
      joined = atlas_map_words_join (words);
      /* Translators: %s is a country and what ties it */
      label = g_strdup_printf (_ ("Map of Eurasia, %s"), joined);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (aloud && joined != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), joined, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Moves the map no farther than it takes to have the cursor well inside. */
static void
follow_cursor (AtlasMap *self,
               const AtlasMapView *view,
               double x,
               double y)
{
  const double margin_x = view->width * EDGE;
  const double margin_y = view->height * EDGE;
  const double dx = x - CLAMP (x, margin_x, view->width - margin_x);
  const double dy = y - CLAMP (y, margin_y, view->height - margin_y);
  double lon, lat;

  if (dx == 0 && dy == 0)
    return;
  atlas_map_view_to_geo (view, view->width / 2 + dx, view->height / 2 + dy, &lon, &lat);
  atlas_map_fly_to (self, lon, lat, view->zoom);
}

static void
set_cursor (AtlasMap *self,
            const AtlasCountry *country)
{
  g_autofree char *path = NULL;
  AtlasMapView view;
  double x, y;

  self->cursor = country;
  if (country == NULL || !get_view (self, &view))
    return;
  path = g_strconcat ("country/", country->code, NULL);
  set_hovered (self, path, NULL);
  atlas_map_geometry_place (&view, country->label.lon, country->label.lat, &x, &y);
  atlas_map_hint_move (self->hint, x, y);
  follow_cursor (self, &view, x, y);
  announce (self, TRUE);
}

/* Where the keyboard begins: with what is selected, else in the middle. */
static const AtlasCountry *
first_cursor (AtlasMap *self)
{
  AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  const AtlasCountry *country = NULL;
  AtlasMapView view;
  const char *code;

  if (self->cursor != NULL)
    return self->cursor;
  if (atlas_state_get_selected (self->state, "country", &code))
    country = atlas_dataset_find_country (dataset, code);
  if (country != NULL || !get_view (self, &view))
    return country;
  return atlas_neighbours_find_nearest (dataset, &(AtlasPoint) { view.lon, view.lat });
}

static gboolean
step (GtkWidget *widget,
      GVariant *arguments,
      gpointer user_data)
{
  AtlasMap *self = ATLAS_MAP (widget);
  const AtlasCountry *next;
  int dx, dy;

  if (self->worker == NULL)
    return GDK_EVENT_PROPAGATE;
  if (self->cursor == NULL)
    {
      set_cursor (self, first_cursor (self));
      return GDK_EVENT_STOP;
    }
  g_variant_get (arguments, "(ii)", &dx, &dy);
  next = atlas_neighbours_find (atlas_content_get_dataset (self->content), &self->cursor->label, dx, dy);
  if (next != NULL)
    set_cursor (self, next);
  else
    gtk_widget_error_bell (widget);
  return GDK_EVENT_STOP;
}

static gboolean
choose (GtkWidget *widget,
        GVariant *arguments,
        gpointer user_data)
{
  AtlasMap *self = ATLAS_MAP (widget);

  if (self->hovered == NULL)
    return GDK_EVENT_PROPAGATE;
  atlas_state_set_selection (self->state, self->hovered);
  return GDK_EVENT_STOP;
}

static gboolean
deselect (GtkWidget *widget,
          GVariant *arguments,
          gpointer user_data)
{
  AtlasMap *self = ATLAS_MAP (widget);

  if (*atlas_state_get_selection (self->state) == '\0')
    return GDK_EVENT_PROPAGATE;
  atlas_state_set_selection (self->state, "");
  return GDK_EVENT_STOP;
}

static gboolean
zoom_key (GtkWidget *widget,
          GVariant *arguments,
          gpointer user_data)
{
  const double steps = g_variant_get_double (arguments);

  if (steps == 0)
    atlas_map_go_home (ATLAS_MAP (widget));
  else
    atlas_map_zoom_by (ATLAS_MAP (widget), steps);
  return GDK_EVENT_STOP;
}

static void
on_focus_enter (AtlasMap *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->worker != NULL && GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root)))
    set_cursor (self, first_cursor (self));
}

static void
on_focus_leave (AtlasMap *self)
{
  if (self->cursor == NULL)
    return;
  self->cursor = NULL;
  set_hovered (self, NULL, NULL);
  announce (self, FALSE);
}

static void
add_key_bindings (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint keys[2];
    int dx;
    int dy;
  } arrows[] = {
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, -1, 0 },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, 1, 0 },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, 0, -1 },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, 0, 1 },
  };
  static const struct
  {
    guint keys[3];
    double steps;
  } zooms[] = {
    { { GDK_KEY_plus, GDK_KEY_KP_Add, GDK_KEY_equal }, 0.5 },
    { { GDK_KEY_minus, GDK_KEY_KP_Subtract, GDK_KEY_underscore }, -0.5 },
    { { GDK_KEY_0, GDK_KEY_KP_0, GDK_KEY_Home }, 0 },
  };
  static const guint enters[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (arrows[i].keys); j++)
      gtk_widget_class_add_binding (widget_class, arrows[i].keys[j], 0, step, "(ii)", arrows[i].dx, arrows[i].dy);
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (zooms[i].keys); j++)
      gtk_widget_class_add_binding (widget_class, zooms[i].keys[j], 0, zoom_key, "d", zooms[i].steps);
  for (gsize i = 0; i < G_N_ELEMENTS (enters); i++)
    gtk_widget_class_add_binding (widget_class, enters[i], 0, choose, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, deselect, NULL);
}

/* --- Following the state --------------------------------------------------- */

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

/* Brings what is selected into sight where little of it is seen. */
static void
show_selection (AtlasMap *self)
{
  AtlasMapView view;
  AtlasBox box;
  double lon, lat, x, y, width, height, room;

  if (!get_box_of_selection (self, &box) || !get_view (self, &view))
    return;
  room = view.height - self->covered;
  width = atlas_mercator_x (box.east, view.zoom) - atlas_mercator_x (box.west, view.zoom);
  height = atlas_mercator_y (box.south, view.zoom) - atlas_mercator_y (box.north, view.zoom);
  lon = (box.west + box.east) / 2.0;
  lat = atlas_mercator_lat ((atlas_mercator_y (box.south, view.zoom) + atlas_mercator_y (box.north, view.zoom)) / 2, view.zoom);
  atlas_map_geometry_place (&view, lon, lat, &x, &y);
  if (share_seen (x, width, view.width) >= ENOUGH && share_seen (y, height, room) >= ENOUGH)
    return;
  atlas_map_view_to_geo (&view, x, y + self->covered / 2, &lon, &lat);
  atlas_map_fly_to (self, lon, lat, view.zoom);
}

static void
on_selection (AtlasMap *self)
{
  if (self->worker == NULL)
    return;
  ask_focus (self);
  show_selection (self);
}

static void
on_language (AtlasMap *self)
{
  set_hovered (self, NULL, NULL);
  ask (self, TRUE);
}

static void
on_loaded (AtlasMap *self)
{
  AtlasGeography *geography = atlas_content_get_geography (self->content);

  if (geography == NULL || self->worker != NULL)
    return;
  self->worker = atlas_map_worker_new (geography);
  g_signal_connect_object (self->worker, "map", G_CALLBACK (on_map_picture), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->worker, "focus", G_CALLBACK (on_focus_picture), self, G_CONNECT_SWAPPED);
  recolour (self);
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
    on_resize (self);
}

static void
atlas_map_system_setting_changed (GtkWidget *widget,
                                  GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (atlas_map_parent_class)->system_setting_changed (widget, setting);

  if (setting == GTK_SYSTEM_SETTING_DPI || setting == GTK_SYSTEM_SETTING_FONT_CONFIG)
    ask (ATLAS_MAP (widget), TRUE);
}

static void
atlas_map_unrealize (GtkWidget *widget)
{
  AtlasMap *self = ATLAS_MAP (widget);

  if (self->after_paint != 0)
    g_signal_handler_disconnect (gtk_widget_get_frame_clock (widget), self->after_paint);
  self->after_paint = 0;

  GTK_WIDGET_CLASS (atlas_map_parent_class)->unrealize (widget);
}

static void
atlas_map_dispose (GObject *object)
{
  AtlasMap *self = ATLAS_MAP (object);

  stop_flight (self);
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
  add_key_bindings (widget_class);
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
add_controllers (AtlasMap *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focus_enter), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
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
  add_controllers (self);
  g_signal_connect_object (self->viewport, "notify", G_CALLBACK (on_viewport), self, G_CONNECT_SWAPPED);
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
  g_signal_connect_object (state, "notify::date", G_CALLBACK (recolour), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::lens", G_CALLBACK (recolour), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::emphasis", G_CALLBACK (recolour), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::filter", G_CALLBACK (recolour), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::selection", G_CALLBACK (on_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (content, "notify::loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (content, "notify::language", G_CALLBACK (on_language), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (restyle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (restyle), self, G_CONNECT_SWAPPED);
  set_sea (self);
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

  return get_view (self, view);
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

  stop_flight (self);
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

  if (!get_view (self, &view))
    return;
  stop_flight (self);
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

  zoom_about (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, gtk_widget_get_height (GTK_WIDGET (self)) / 2.0, steps);
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
  ask (self, TRUE);
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
    show_selection (self);
}
