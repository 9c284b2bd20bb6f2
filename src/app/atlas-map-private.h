/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of AtlasMap share.
 */
#pragma once

#include <adwaita.h>
#include <shumate/shumate.h>

#include "atlas-focus-layer.h"
#include "atlas-label-layer.h"
#include "atlas-map-hint.h"
#include "atlas-map-worker.h"
#include "atlas-map.h"
#include "atlas-political-layer.h"

G_BEGIN_DECLS

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
  gint64 asked_time;
  guint64 painted_serial;
  AtlasWhen painted_when;
  gulong layout;
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
  double pointer_x;
  double pointer_y;
  double press_x;
  double press_y;
};

/* In atlas-map-paint.c. */
void atlas_map_ask_focus (AtlasMap *self);
void atlas_map_ask (AtlasMap *self, gboolean resting);
void atlas_map_ask_for_view (AtlasMap *self);
void atlas_map_set_sea (AtlasMap *self);
void atlas_map_recolour (AtlasMap *self);
void atlas_map_restyle (AtlasMap *self);
void atlas_map_take_picture (AtlasMap *self, AtlasPaintedMap *picture);
void atlas_map_take_focus_picture (AtlasMap *self, AtlasPaintedFocus *picture);

/* In atlas-map-move.c. */
void atlas_map_stop_flight (AtlasMap *self);
void atlas_map_follow_viewport (AtlasMap *self);
void atlas_map_follow_size (AtlasMap *self);
void atlas_map_zoom_about (AtlasMap *self, double x, double y, double steps);
void atlas_map_show_selection (AtlasMap *self);
void atlas_map_show_reading (AtlasMap *self);

/* In atlas-map-point.c. */
void atlas_map_set_hovered (AtlasMap *self, const char *path, const AtlasArea *area);
void atlas_map_add_pointer_controllers (AtlasMap *self);

/* In atlas-map-keys.c. */
void atlas_map_retell (AtlasMap *self);
void atlas_map_add_focus_controller (AtlasMap *self);
void atlas_map_add_key_bindings (GtkWidgetClass *widget_class);

G_END_DECLS
