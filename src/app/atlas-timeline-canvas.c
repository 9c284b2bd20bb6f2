/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-timeline-canvas.h"

struct _AtlasTimelineCanvas
{
  GtkWidget parent_instance;

  AtlasState *state;
  AtlasContent *content;
  gboolean compact;
};

enum
{
  PROP_0,
  PROP_COMPACT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AtlasTimelineCanvas, atlas_timeline_canvas, GTK_TYPE_WIDGET)

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
atlas_timeline_canvas_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  const gboolean compact = ATLAS_TIMELINE_CANVAS (widget)->compact;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = 200;
      return;
    }
  *minimum = compact ? 36 : 70;
  *natural = compact ? 36 : 36 + 3 * 34;
}

static void
atlas_timeline_canvas_dispose (GObject *object)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (object);

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

  /**
   * AtlasTimelineCanvas:compact:
   *
   * Whether there is room for one row only: the ticks and the playhead.
   */
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "atlas-timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atlas_timeline_canvas_init (AtlasTimelineCanvas *self)
{
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

  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
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
