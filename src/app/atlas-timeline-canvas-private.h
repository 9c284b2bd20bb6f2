/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of AtlasTimelineCanvas share.
 */
#pragma once

#include <adwaita.h>

#include "atlas-map-hint.h"
#include "atlas-playhead.h"
#include "atlas-timeline-canvas.h"
#include "atlas-timeline-painter.h"

G_BEGIN_DECLS

/* Room at both ends of the axis for half a handle. */
#define ATLAS_TIMELINE_MARGIN (ATLAS_PLAYHEAD_WIDTH / 2)
#define ATLAS_TIMELINE_LANE 34 /* pixels, about */

typedef enum
{
  ATLAS_TIMELINE_DRAG_NONE,
  ATLAS_TIMELINE_DRAG_GROUND, /* pans, once it has gone far enough */
  ATLAS_TIMELINE_DRAG_PANNING,
  ATLAS_TIMELINE_DRAG_HANDLE,
} AtlasTimelineDrag;

struct _AtlasTimelineCanvas
{
  GtkWidget parent_instance;

  AtlasState *state;
  AtlasContent *content;
  gboolean compact;

  AtlasPlayhead *playhead;
  AtlasPlayhead *compared;
  GtkAdjustment *adjustment; /* of the lanes, pixels */
  GtkWidget *scrollbar;
  AtlasMapHint *hint; /* what the keyboard stands on */
  GtkWidget *popover; /* nullable: the list of a mark that gathers several events */

  AtlasScope scope;
  gboolean selected;       /* whether the scope is a country or an organisation that is selected */
  AtlasTimeline *timeline; /* nullable until the content is loaded */
  AtlasTimelineView view;
  double height; /* of the widget */
  double lanes_height;
  double natural_gutter; /* 0: to be measured */
  PangoContext *context;

  /* What the picture shows. */
  GdkTexture *picture;
  AtlasTimelineView painted;

  AdwAnimation *flight;
  AtlasTimeAxis flight_from;
  AtlasTimeAxis flight_to;

  AtlasTimelineDrag drag;
  AtlasPlayhead *held; /* nullable */
  double grip;         /* from the pointer to the middle of the handle */
  double drag_x;
  AtlasTimeAxis drag_axis; /* where the drag began */
  double drag_scroll;
  guint edge_tick;
  gint64 edge_time; /* of the last frame that panned */
  AtlasTimeAxis pinch_axis;
  double pointer_x;
  double pointer_y;
  char *lit; /* nullable: the path that the pointer lights up on the map */

  /* Where the keyboard stands. */
  int lane; /* -1 for nowhere */
  guint stop;
};

gboolean atlas_timeline_canvas_is_ready (AtlasTimelineCanvas *self);

/* In atlas-timeline-canvas-paint.c. */
PangoContext *atlas_timeline_canvas_get_context (AtlasTimelineCanvas *self);
double atlas_timeline_canvas_text_scale (AtlasTimelineCanvas *self);
void atlas_timeline_canvas_forget_picture (AtlasTimelineCanvas *self);
void atlas_timeline_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* In atlas-timeline-canvas-move.c. */
double atlas_timeline_canvas_x_of_day (AtlasTimelineCanvas *self, AtlasDay day);
AtlasDay atlas_timeline_canvas_day_at (AtlasTimelineCanvas *self, double x);
double atlas_timeline_canvas_ticks_y (AtlasTimelineCanvas *self);
void atlas_timeline_canvas_set_axis (AtlasTimelineCanvas *self, const AtlasTimeAxis *axis);
void atlas_timeline_canvas_stop_flight (AtlasTimelineCanvas *self);
void atlas_timeline_canvas_reveal (AtlasTimelineCanvas *self, AtlasDay day);
void atlas_timeline_canvas_zoom (AtlasTimelineCanvas *self, double x, double factor);
void atlas_timeline_canvas_pan (AtlasTimelineCanvas *self, double pixels);
void atlas_timeline_canvas_scroll (AtlasTimelineCanvas *self, double pixels);
gboolean atlas_timeline_canvas_overflows (AtlasTimelineCanvas *self);

/* In atlas-timeline-canvas-drag.c. */
AtlasPlayhead *atlas_timeline_canvas_handle_at (AtlasTimelineCanvas *self, double x, double y);
void atlas_timeline_canvas_let_go (AtlasTimelineCanvas *self);
void atlas_timeline_canvas_add_drag (AtlasTimelineCanvas *self);

/* In atlas-timeline-canvas-pointer.c. */
gboolean atlas_timeline_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard_tooltip, GtkTooltip *tooltip);
void atlas_timeline_canvas_light_up (AtlasTimelineCanvas *self, const AtlasTimelineItem *item);
void atlas_timeline_canvas_add_pointer_controllers (AtlasTimelineCanvas *self);

/* In atlas-timeline-canvas-open.c. */
void atlas_timeline_canvas_open (AtlasTimelineCanvas *self, const AtlasTimelineItem *item, AtlasDay day);

/* In atlas-timeline-canvas-keys.c. */
gboolean atlas_timeline_canvas_get_cursor (AtlasTimelineCanvas *self, AtlasTimelineItem *item);
void atlas_timeline_canvas_add_key_bindings (GtkWidgetClass *widget_class);
void atlas_timeline_canvas_leave_cursor (AtlasTimelineCanvas *self);
void atlas_timeline_canvas_add_focus_controller (AtlasTimelineCanvas *self);

G_END_DECLS
