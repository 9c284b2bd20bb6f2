/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-playhead.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "atlas-playhead-private.h"
#include "atlas-shown.h"
#include "atlas-swatch.h"

#define KNOB 7      /* its radius, pixels */
#define TARGET 14   /* how far from the knob's middle the pointer may grab it */
#define PADDING_X 7 /* of the date beside the line */
#define PADDING_Y 2

enum
{
  PROP_0,
  PROP_COMPARED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void accessible_range_init (GtkAccessibleRangeInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasPlayhead, atlas_playhead, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE_RANGE, accessible_range_init))

/* --- For assistive technology ----------------------------------------------- */

static guint
count_changes (AtlasPlayhead *self,
               AtlasDay day)
{
  AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  g_autoptr (GPtrArray) changes = NULL;
  AtlasScope scope;

  atlas_shown_get_scope (self->state, dataset, &scope);
  changes = atlas_scope_changes_between (&scope, dataset, day, day);
  return changes->len;
}

static char *
describe_value (AtlasPlayhead *self,
                AtlasDay day)
{
  g_autofree char *date = atlas_day_format (day);
  const guint n = count_changes (self, day);

  if (n == 0)
    /* Translators: %s is a date; nobody joined or left on it */
    return g_strdup_printf (_ ("%s, no changes"), date);
  /* Translators: a date and how many changes there were on it */
  return g_strdup_printf (ngettext ("%s, %u change", "%s, %u changes", n), date, n);
}

static void
tell_value (AtlasPlayhead *self)
{
  AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  const AtlasDay day = atlas_playhead_get_day (self);
  g_autofree char *words = NULL;
  AtlasDay first, last;

  if (dataset == NULL || day == ATLAS_DAY_MIN)
    return;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  words = describe_value (self, day);
  atlas_time_range (dataset, &first, &last);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, (double) first,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) last,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) CLAMP (day, first, last),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words,
                                  -1);
}

static gboolean
atlas_playhead_set_current_value (GtkAccessibleRange *range,
                                  double value)
{
  AtlasPlayhead *self = ATLAS_PLAYHEAD (range);

  if (!atlas_content_is_loaded (self->content))
    return FALSE;
  atlas_playhead_set_day (self, (AtlasDay) CLAMP (value, 1, G_MAXINT32 - 1));
  return TRUE;
}

static void
accessible_range_init (GtkAccessibleRangeInterface *iface)
{
  iface->set_current_value = atlas_playhead_set_current_value;
}

/* --- Drawing ------------------------------------------------------------------ */

static GdkRGBA
rgba (AtlasColour colour)
{
  return (GdkRGBA) { ((colour >> 16) & 0xff) / 255.0f, ((colour >> 8) & 0xff) / 255.0f, (colour & 0xff) / 255.0f, 1 };
}

static void
draw_disc (GtkSnapshot *snapshot,
           double y,
           double radius,
           const GdkRGBA *colour)
{
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc, &GRAPHENE_RECT_INIT (ATLAS_PLAYHEAD_WIDTH / 2.0 - radius, y - radius, 2 * radius, 2 * radius), radius);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, colour, &disc.bounds);
  gtk_snapshot_pop (snapshot);
}

/* The line of the compared date is broken, so that the two are told apart. */
static void
draw_line (AtlasPlayhead *self,
           GtkSnapshot *snapshot,
           const GdkRGBA *core,
           const GdkRGBA *halo)
{
  const double x = ATLAS_PLAYHEAD_WIDTH / 2.0 - 1;

  gtk_snapshot_append_color (snapshot, halo, &GRAPHENE_RECT_INIT (x - 1, 0, 4, self->knob));
  if (!self->is_compared)
    {
      gtk_snapshot_append_color (snapshot, core, &GRAPHENE_RECT_INIT (x, 0, 2, self->knob));
      return;
    }
  for (double y = 0; y < self->knob; y += 7)
    gtk_snapshot_append_color (snapshot, core, &GRAPHENE_RECT_INIT (x, y, 2, MIN (4, self->knob - y)));
}

static void
draw_knob (AtlasPlayhead *self,
           GtkSnapshot *snapshot,
           const GdkRGBA *core,
           const GdkRGBA *halo)
{
  if (gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    {
      draw_disc (snapshot, self->knob, KNOB + 6, core);
      draw_disc (snapshot, self->knob, KNOB + 4, halo);
    }
  draw_disc (snapshot, self->knob, KNOB + 2, halo);
  draw_disc (snapshot, self->knob, KNOB, core);
  if (self->is_compared)
    draw_disc (snapshot, self->knob, KNOB - 3, halo);
}

/* On the side of the line where there is room. */
static void
draw_date (AtlasPlayhead *self,
           GtkSnapshot *snapshot,
           const GdkRGBA *core,
           const GdkRGBA *halo)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *date = atlas_day_format (atlas_playhead_get_day (self));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), date);
  graphene_point_t middle = GRAPHENE_POINT_INIT (ATLAS_PLAYHEAD_WIDTH / 2.0f, 0);
  GskRoundedRect box;
  int width, height;
  double x;

  pango_layout_get_pixel_size (layout, &width, &height);
  width += 2 * PADDING_X;
  height += 2 * PADDING_Y;
  x = middle.x + 4;
  if (gtk_widget_compute_point (GTK_WIDGET (self), parent, &middle, &middle) && middle.x + 4 + width > gtk_widget_get_width (parent))
    x = ATLAS_PLAYHEAD_WIDTH / 2.0 - 4 - width;
  gsk_rounded_rect_init_from_rect (&box, &GRAPHENE_RECT_INIT (x, 0, width, height), 5);
  gtk_snapshot_push_rounded_clip (snapshot, &box);
  gtk_snapshot_append_color (snapshot, core, &box.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + PADDING_X, PADDING_Y));
  gtk_snapshot_append_layout (snapshot, layout, halo);
  gtk_snapshot_restore (snapshot);
}

static void
atlas_playhead_snapshot (GtkWidget *widget,
                         GtkSnapshot *snapshot)
{
  AtlasPlayhead *self = ATLAS_PLAYHEAD (widget);
  const AtlasInk *ink = atlas_scheme_get_ink (atlas_swatch_get_scheme ());
  const GdkRGBA core = rgba (ink->focus);
  const GdkRGBA halo = rgba (atlas_colour_readable_on (ink->focus));

  if (self->outside)
    gtk_snapshot_push_opacity (snapshot, 0.6);
  else
    draw_line (self, snapshot, &core, &halo);
  draw_knob (self, snapshot, &core, &halo);
  if (self->outside)
    gtk_snapshot_pop (snapshot);
  if (self->held || gtk_widget_has_visible_focus (widget))
    draw_date (self, snapshot, &core, &halo);
}

static gboolean
atlas_playhead_contains (GtkWidget *widget,
                         double x,
                         double y)
{
  AtlasPlayhead *self = ATLAS_PLAYHEAD (widget);

  return ABS (x - ATLAS_PLAYHEAD_WIDTH / 2.0) <= TARGET && ABS (y - self->knob) <= TARGET;
}

/* The focus comes into sight and goes again without any other change. */
static void
atlas_playhead_state_flags_changed (GtkWidget *widget,
                                    GtkStateFlags before)
{
  GTK_WIDGET_CLASS (atlas_playhead_parent_class)->state_flags_changed (widget, before);

  gtk_widget_queue_draw (widget);
}

static void
atlas_playhead_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = ATLAS_PLAYHEAD_WIDTH;
}

/* --- The widget ---------------------------------------------------------------- */

static void
atlas_playhead_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COMPARED:
      g_value_set_boolean (value, ATLAS_PLAYHEAD (object)->is_compared);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_playhead_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COMPARED:
      ATLAS_PLAYHEAD (object)->is_compared = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_playhead_dispose (GObject *object)
{
  AtlasPlayhead *self = ATLAS_PLAYHEAD (object);

  atlas_playhead_rest (self);
  g_clear_object (&self->state);
  g_clear_object (&self->content);

  G_OBJECT_CLASS (atlas_playhead_parent_class)->dispose (object);
}

static void
atlas_playhead_class_init (AtlasPlayheadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_playhead_dispose;
  object_class->get_property = atlas_playhead_get_property;
  object_class->set_property = atlas_playhead_set_property;
  widget_class->snapshot = atlas_playhead_snapshot;
  widget_class->contains = atlas_playhead_contains;
  widget_class->measure = atlas_playhead_measure;
  widget_class->state_flags_changed = atlas_playhead_state_flags_changed;

  /**
   * AtlasPlayhead:compared:
   *
   * Whether it drives the other date of a comparison instead of the date.
   */
  properties[PROP_COMPARED] = g_param_spec_boolean ("compared", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "atlas-playhead");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  atlas_playhead_add_key_bindings (widget_class);
}

static void
atlas_playhead_init (AtlasPlayhead *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "ew-resize");
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * atlas_playhead_new:
 * @compared: whether it drives the other date of a comparison
 *
 * Returns: (transfer floating): a handle that the timeline has to place
 */
GtkWidget *
atlas_playhead_new (AtlasState *state,
                    AtlasContent *content,
                    gboolean compared)
{
  AtlasPlayhead *self = g_object_new (ATLAS_TYPE_PLAYHEAD, "compared", compared, NULL);

  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, compared ? _ ("Compared date") : _ ("Date"), -1);
  g_signal_connect_object (state, compared ? "notify::compared" : "notify::date", G_CALLBACK (tell_value), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::selection", G_CALLBACK (tell_value), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::lens", G_CALLBACK (tell_value), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (content, "notify::loaded", G_CALLBACK (tell_value), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (content, "notify::language", G_CALLBACK (tell_value), self, G_CONNECT_SWAPPED);
  tell_value (self);
  return GTK_WIDGET (self);
}

/**
 * atlas_playhead_get_day:
 *
 * Returns: the date that it drives; %ATLAS_DAY_MIN while nothing is compared
 */
AtlasDay
atlas_playhead_get_day (AtlasPlayhead *self)
{
  g_return_val_if_fail (ATLAS_IS_PLAYHEAD (self), ATLAS_DAY_MIN);

  return self->is_compared ? atlas_state_get_compared (self->state) : atlas_state_get_date (self->state);
}

/**
 * atlas_playhead_set_day:
 * @day: held within the days that a timeline covers
 */
void
atlas_playhead_set_day (AtlasPlayhead *self,
                        AtlasDay day)
{
  AtlasDay first, last;

  g_return_if_fail (ATLAS_IS_PLAYHEAD (self));

  if (!atlas_content_is_loaded (self->content))
    return;
  atlas_time_range (atlas_content_get_dataset (self->content), &first, &last);
  day = CLAMP (day, first, last);
  if (self->is_compared)
    atlas_state_set_compared (self->state, day);
  else
    atlas_state_set_date (self->state, day);
}

/**
 * atlas_playhead_set_held:
 * @held: whether the pointer holds it; it shows its date then
 */
void
atlas_playhead_set_held (AtlasPlayhead *self,
                         gboolean held)
{
  g_return_if_fail (ATLAS_IS_PLAYHEAD (self));

  self->held = held;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_playhead_place:
 * @knob: where the middle of the knob is, pixels from the top
 * @outside: whether the date lies beyond the edge where it stands
 */
void
atlas_playhead_place (AtlasPlayhead *self,
                      double knob,
                      gboolean outside)
{
  g_return_if_fail (ATLAS_IS_PLAYHEAD (self));

  if (self->knob == knob && self->outside == outside)
    return;
  self->knob = knob;
  self->outside = outside;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
