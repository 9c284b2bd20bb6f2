/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pointing at the map and choosing on it, by keyboard.
 */
#include "atlas-config.h"

#include "atlas-map-private.h"

#include <glib/gi18n.h>

#include "atlas-map-geometry.h"
#include "atlas-map-words.h"
#include "atlas-neighbours.h"

#define EDGE 0.12 /* share of the view that a keyboard step keeps clear */

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

/**
 * atlas_map_retell:
 *
 * Says anew what is pointed at, after a change of what the map shows.
 */
void
atlas_map_retell (AtlasMap *self)
{
  g_autoptr (AtlasMapWords) words = NULL;

  if (self->hovered == NULL)
    return;
  words = atlas_map_words_new (self->content, self->state, self->hovered, self->hovered_area);
  atlas_map_hint_set_words (self->hint, words);
  if (self->cursor != NULL)
    announce (self, FALSE);
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
  if (country == NULL || !atlas_map_get_view (self, &view))
    return;
  path = g_strconcat ("country/", country->code, NULL);
  atlas_map_set_hovered (self, path, NULL);
  atlas_map_geometry_place (&view, country->label.lon, country->label.lat, &x, &y);
  atlas_map_hint_move (self->hint, x, y);
  follow_cursor (self, &view, x, y);
  announce (self, TRUE);
}

static const AtlasCountry *
selected_country (AtlasMap *self)
{
  const char *code;

  if (!atlas_state_get_selected (self->state, "country", &code))
    return NULL;
  return atlas_dataset_find_country (atlas_content_get_dataset (self->content), code);
}

static const AtlasCountry *
country_in_the_middle (AtlasMap *self)
{
  AtlasMapView view;

  if (!atlas_map_get_view (self, &view))
    return NULL;
  return atlas_neighbours_find_nearest (atlas_content_get_dataset (self->content), &(AtlasPoint) { view.lon, view.lat });
}

/* A step leads on from where the keyboard stands, else from what is selected;
 * with neither it only finds the middle. */
static gboolean
step (GtkWidget *widget,
      GVariant *arguments,
      gpointer user_data)
{
  AtlasMap *self = ATLAS_MAP (widget);
  const AtlasCountry *from = self->cursor;
  const AtlasCountry *next;
  int dx, dy;

  if (self->worker == NULL)
    return GDK_EVENT_PROPAGATE;
  if (from == NULL)
    from = selected_country (self);
  g_variant_get (arguments, "(ii)", &dx, &dy);
  if (from == NULL)
    next = country_in_the_middle (self);
  else
    next = atlas_neighbours_find (atlas_content_get_dataset (self->content), &from->label, dx, dy);
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
    set_cursor (self, selected_country (self) != NULL ? selected_country (self) : country_in_the_middle (self));
}

static void
on_focus_leave (AtlasMap *self)
{
  if (self->cursor == NULL)
    return;
  self->cursor = NULL;
  atlas_map_set_hovered (self, NULL, NULL);
  announce (self, FALSE);
}

/**
 * atlas_map_add_key_bindings:
 *
 * Lets the arrows step between countries, Enter select, Escape deselect, and
 * plus, minus and Home zoom.
 */
void
atlas_map_add_key_bindings (GtkWidgetClass *widget_class)
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

/**
 * atlas_map_add_focus_controller:
 *
 * Shows where the keyboard stands when the map gets the focus, and no longer
 * when it loses it.
 */
void
atlas_map_add_focus_controller (AtlasMap *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focus_enter), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
