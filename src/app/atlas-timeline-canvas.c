/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-timeline-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "atlas-shown.h"
#include "atlas-timeline-words.h"

#define FIRST_YEAR 1991     /* that the first view shows */
#define LANES 4             /* for which there is room naturally */
#define WIDTH 200           /* at least */
#define MOST_FOR_LABELS 0.3 /* of the width */

enum
{
  PROP_0,
  PROP_COMPACT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AtlasTimelineCanvas, atlas_timeline_canvas, GTK_TYPE_WIDGET)

/**
 * atlas_timeline_canvas_is_ready:
 *
 * Returns: whether there is a timeline to show
 */
gboolean
atlas_timeline_canvas_is_ready (AtlasTimelineCanvas *self)
{
  return self->timeline != NULL;
}

/* --- Following the state --------------------------------------------------- */

static void
show_first_view (AtlasTimelineCanvas *self)
{
  AtlasDay first, last;

  atlas_time_range (atlas_content_get_dataset (self->content), &first, &last);
  atlas_time_axis_init (&self->view.axis, first, last, MAX (1, self->view.axis.width));
  atlas_time_axis_show (&self->view.axis, atlas_day_new (FIRST_YEAR, 1, 1), last + 1.0);
}

static void
name (AtlasTimelineCanvas *self)
{
  g_autofree char *title = atlas_timeline_words_title (self->content, &self->scope);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "", -1);
}

static void
rebuild (AtlasTimelineCanvas *self)
{
  AtlasDataset *dataset = atlas_content_get_dataset (self->content);

  if (dataset == NULL)
    return;
  if (self->timeline == NULL)
    show_first_view (self);
  atlas_timeline_canvas_leave_cursor (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->timeline, atlas_timeline_unref);
  self->selected = atlas_shown_get_scope (self->state, dataset, &self->scope);
  self->timeline = atlas_timeline_new (dataset, &self->scope, self->selected && self->scope.country == NULL, atlas_state_get_told (self->state),
                                       atlas_content_get_language (self->content));
  self->lane = -1;
  gtk_adjustment_set_value (self->adjustment, 0);
  name (self);
  atlas_timeline_canvas_forget_picture (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
on_loaded (AtlasTimelineCanvas *self)
{
  rebuild (self);
  atlas_timeline_canvas_reveal (self, atlas_state_get_date (self->state));
}

/* Not every selection and not every lens changes what the lanes are about. */
static void
on_selection (AtlasTimelineCanvas *self)
{
  AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  AtlasScope scope;
  gboolean selected;

  if (dataset == NULL)
    return;
  selected = atlas_shown_get_scope (self->state, dataset, &scope);
  if (self->timeline != NULL && selected == self->selected && atlas_scope_equal (&scope, &self->scope))
    return;
  rebuild (self);
}

static void
follow_date (AtlasTimelineCanvas *self,
             AtlasPlayhead *handle)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->held == NULL)
    atlas_timeline_canvas_reveal (self, atlas_playhead_get_day (handle));
}

static void
on_date (AtlasTimelineCanvas *self)
{
  follow_date (self, self->playhead);
}

static void
on_compared (AtlasTimelineCanvas *self)
{
  const gboolean compares = atlas_state_get_compared (self->state) != ATLAS_DAY_MIN;

  if (!compares && self->held == self->compared)
    atlas_timeline_canvas_let_go (self);
  gtk_widget_set_visible (GTK_WIDGET (self->compared), compares);
  if (compares)
    follow_date (self, self->compared);
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_scrolled (AtlasTimelineCanvas *self)
{
  self->view.scroll = gtk_adjustment_get_value (self->adjustment);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- Laying out ------------------------------------------------------------- */

/* The focus comes into sight and goes again without any other change. */
static void
atlas_timeline_canvas_state_flags_changed (GtkWidget *widget,
                                           GtkStateFlags before)
{
  GTK_WIDGET_CLASS (atlas_timeline_canvas_parent_class)->state_flags_changed (widget, before);

  gtk_widget_queue_draw (widget);
}

static void
atlas_timeline_canvas_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (widget);
  const double text_scale = atlas_timeline_canvas_text_scale (self);
  const double ticks = atlas_timeline_axis_height (text_scale) + ATLAS_TIMELINE_MARGIN / 2.0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = WIDTH;
      return;
    }
  /* The height stays the same whatever is selected, so that the map does. */
  *minimum = (int) ceil (ticks + (self->compact ? 0 : ATLAS_TIMELINE_LANE * text_scale));
  *natural = (int) ceil (ticks + (self->compact ? 0 : LANES * ATLAS_TIMELINE_LANE * text_scale));
}

/* Measuring the words takes a while, and the date moves often. */
static double
natural_gutter (AtlasTimelineCanvas *self)
{
  if (self->natural_gutter == 0)
    self->natural_gutter = atlas_timeline_natural_gutter (self->timeline, atlas_timeline_canvas_get_context (self), self->view.text_scale);
  return self->natural_gutter;
}

/* In one row there are no lanes, so there is nothing to label. */
static void
fit_axis (AtlasTimelineCanvas *self,
          int width)
{
  double gutter = 0;

  if (!self->compact)
    gutter = MIN (natural_gutter (self), MOST_FOR_LABELS * width);
  self->view.gutter = MAX (ATLAS_TIMELINE_MARGIN, ceil (gutter));
  atlas_time_axis_set_width (&self->view.axis, MAX (1, width - self->view.gutter - ATLAS_TIMELINE_MARGIN));
}

/* The few curves of a lens fill the room that a country's lanes would have. */
static void
stretch_curves (AtlasTimelineCanvas *self,
                double room)
{
  const guint n = atlas_timeline_get_n_lanes (self->timeline);
  const gboolean curves = n > 0 && atlas_timeline_get_lane (self->timeline, 0)->kind == ATLAS_LANE_CURVE;

  self->view.curve_height = 0;
  if (!curves || self->compact || self->lanes_height >= room)
    return;
  self->view.curve_height = floor (room / n);
  self->lanes_height = self->view.curve_height * n;
}

static void
fit_lanes (AtlasTimelineCanvas *self,
           int height)
{
  const double ticks = atlas_timeline_axis_height (self->view.text_scale);
  const double room = self->compact ? 0 : MAX (0, height - ticks);

  self->height = height;
  self->view.height = self->compact ? ticks : height;
  self->lanes_height = self->compact ? 0 : atlas_timeline_lanes_height (self->timeline, self->view.text_scale);
  stretch_curves (self, room);
  gtk_adjustment_configure (self->adjustment, gtk_adjustment_get_value (self->adjustment), 0, self->lanes_height,
                            ATLAS_TIMELINE_LANE, room, MIN (room, self->lanes_height));
  self->view.scroll = gtk_adjustment_get_value (self->adjustment);
}

static void
place_scrollbar (AtlasTimelineCanvas *self,
                 int width,
                 int height)
{
  int least, across;

  gtk_widget_set_child_visible (self->scrollbar, atlas_timeline_canvas_overflows (self));
  gtk_widget_measure (self->scrollbar, GTK_ORIENTATION_HORIZONTAL, -1, &least, &across, NULL, NULL);
  gtk_widget_measure (self->scrollbar, GTK_ORIENTATION_VERTICAL, across, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->scrollbar,
                            &(GtkAllocation) { width - across, 0, across, MAX (least, (int) atlas_timeline_canvas_ticks_y (self)) }, -1);
}

static void
place_handle (AtlasTimelineCanvas *self,
              AtlasPlayhead *handle,
              int height)
{
  const double left = self->view.gutter;
  const double right = left + self->view.axis.width;
  double x;

  if (!gtk_widget_get_visible (GTK_WIDGET (handle)))
    return;
  x = atlas_timeline_canvas_x_of_day (self, atlas_playhead_get_day (handle));
  atlas_playhead_place (handle, MAX (ATLAS_TIMELINE_MARGIN, atlas_timeline_canvas_ticks_y (self)), x < left - 0.5 || x > right + 0.5);
  gtk_widget_size_allocate (GTK_WIDGET (handle),
                            &(GtkAllocation) { (int) round (CLAMP (x, left, right)) - ATLAS_PLAYHEAD_WIDTH / 2, 0, ATLAS_PLAYHEAD_WIDTH, height }, -1);
}

static void
atlas_timeline_canvas_size_allocate (GtkWidget *widget,
                                     int width,
                                     int height,
                                     int baseline)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (widget);

  gtk_widget_set_child_visible (GTK_WIDGET (self->playhead), self->timeline != NULL);
  gtk_widget_set_child_visible (GTK_WIDGET (self->compared), self->timeline != NULL);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
  gtk_widget_allocate (GTK_WIDGET (self->hint), width, height, baseline, NULL);
  if (self->timeline == NULL)
    return;
  self->view.text_scale = atlas_timeline_canvas_text_scale (self);
  fit_axis (self, width);
  fit_lanes (self, height);
  place_scrollbar (self, width, height);
  place_handle (self, self->compared, height);
  place_handle (self, self->playhead, height);
}

static void
atlas_timeline_canvas_system_setting_changed (GtkWidget *widget,
                                              GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (atlas_timeline_canvas_parent_class)->system_setting_changed (widget, setting);

  if (setting != GTK_SYSTEM_SETTING_DPI && setting != GTK_SYSTEM_SETTING_FONT_CONFIG && setting != GTK_SYSTEM_SETTING_FONT_NAME)
    return;
  atlas_timeline_canvas_forget_picture (ATLAS_TIMELINE_CANVAS (widget));
  gtk_widget_queue_resize (widget);
}

/* --- The widget ------------------------------------------------------------- */

static void
atlas_timeline_canvas_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, ATLAS_TIMELINE_CANVAS (object)->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_timeline_canvas_set_property (GObject *object,
                                    guint prop_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COMPACT:
      atlas_timeline_canvas_set_compact (ATLAS_TIMELINE_CANVAS (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_timeline_canvas_dispose (GObject *object)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (object);
  GtkWidget *child;

  if (self->playhead != NULL)
    {
      atlas_timeline_canvas_let_go (self);
      atlas_timeline_canvas_stop_flight (self);
    }
  self->playhead = self->compared = NULL;
  self->hint = NULL;
  self->popover = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->picture);
  g_clear_object (&self->context);
  g_clear_pointer (&self->timeline, atlas_timeline_unref);
  g_clear_pointer (&self->lit, g_free);
  g_clear_object (&self->state);
  g_clear_object (&self->content);

  G_OBJECT_CLASS (atlas_timeline_canvas_parent_class)->dispose (object);
}

static void
atlas_timeline_canvas_class_init (AtlasTimelineCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_timeline_canvas_dispose;
  object_class->get_property = atlas_timeline_canvas_get_property;
  object_class->set_property = atlas_timeline_canvas_set_property;
  widget_class->measure = atlas_timeline_canvas_measure;
  widget_class->state_flags_changed = atlas_timeline_canvas_state_flags_changed;
  widget_class->size_allocate = atlas_timeline_canvas_size_allocate;
  widget_class->snapshot = atlas_timeline_canvas_snapshot;
  widget_class->query_tooltip = atlas_timeline_canvas_query_tooltip;
  widget_class->system_setting_changed = atlas_timeline_canvas_system_setting_changed;

  /**
   * AtlasTimelineCanvas:compact:
   *
   * Whether there is room for one row only: the ticks and the playhead.
   */
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "atlas-timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  atlas_timeline_canvas_add_key_bindings (widget_class);
}

static void
atlas_timeline_canvas_init (AtlasTimelineCanvas *self)
{
  self->lane = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  self->adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  self->scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, self->adjustment);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scrollbar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Rows of the Timeline"), -1);
  gtk_widget_set_parent (self->scrollbar, GTK_WIDGET (self));
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
  atlas_timeline_canvas_add_drag (self);
  atlas_timeline_canvas_add_pointer_controllers (self);
  atlas_timeline_canvas_add_focus_controller (self);
}

static void
add_handles (AtlasTimelineCanvas *self)
{
  self->compared = ATLAS_PLAYHEAD (atlas_playhead_new (self->state, self->content, TRUE));
  gtk_widget_set_visible (GTK_WIDGET (self->compared), atlas_state_get_compared (self->state) != ATLAS_DAY_MIN);
  gtk_widget_set_parent (GTK_WIDGET (self->compared), GTK_WIDGET (self));
  self->playhead = ATLAS_PLAYHEAD (atlas_playhead_new (self->state, self->content, FALSE));
  gtk_widget_set_parent (GTK_WIDGET (self->playhead), GTK_WIDGET (self));
  self->hint = ATLAS_MAP_HINT (atlas_map_hint_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->hint), GTK_WIDGET (self));
}

/**
 * atlas_timeline_canvas_new:
 *
 * Returns: (transfer floating): a timeline that follows @state
 */
GtkWidget *
atlas_timeline_canvas_new (AtlasState *state,
                           AtlasContent *content)
{
  AtlasTimelineCanvas *self = g_object_new (ATLAS_TYPE_TIMELINE_CANVAS, NULL);
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  add_handles (self);
  g_signal_connect_object (state, "notify::date", G_CALLBACK (on_date), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::compared", G_CALLBACK (on_compared), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::lens", G_CALLBACK (on_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::selection", G_CALLBACK (on_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::told", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (content, "notify::loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (content, "notify::language", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  on_loaded (self);
  return GTK_WIDGET (self);
}

/**
 * atlas_timeline_canvas_get_compact:
 *
 * Returns: whether the ticks and the playhead are all that is shown
 */
gboolean
atlas_timeline_canvas_get_compact (AtlasTimelineCanvas *self)
{
  g_return_val_if_fail (ATLAS_IS_TIMELINE_CANVAS (self), FALSE);

  return self->compact;
}

/**
 * atlas_timeline_canvas_set_compact:
 * @compact: whether there is room for one row only
 */
void
atlas_timeline_canvas_set_compact (AtlasTimelineCanvas *self,
                                   gboolean compact)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_CANVAS (self));

  if (self->compact == !!compact)
    return;
  self->compact = !!compact;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}
