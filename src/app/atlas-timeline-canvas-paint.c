/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The picture of the timeline, which is painted anew only when it has to look
 * different, and what lies over it.
 */
#include "atlas-config.h"

#include "atlas-timeline-canvas-private.h"

#include <math.h>

#include "atlas-painted.h"
#include "atlas-swatch.h"

#define SHADE 0.12 /* of the stretch between two dates */

/**
 * atlas_timeline_canvas_text_scale:
 *
 * Returns: how large the reader has text everywhere; 1 is the usual size
 */
double
atlas_timeline_canvas_text_scale (AtlasTimelineCanvas *self)
{
  const double resolution = pango_cairo_context_get_resolution (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  return resolution > 0 ? CLAMP (resolution / 96, 0.5, 3) : 1;
}

/**
 * atlas_timeline_canvas_forget_picture:
 *
 * Lets the next frame measure and paint the timeline anew.
 */
void
atlas_timeline_canvas_forget_picture (AtlasTimelineCanvas *self)
{
  g_clear_object (&self->picture);
  g_clear_object (&self->context);
  self->natural_gutter = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
views_are_equal (const AtlasTimelineView *a,
                 const AtlasTimelineView *b)
{
  return a->axis.start == b->axis.start && a->axis.end == b->axis.end && a->axis.width == b->axis.width &&
         a->gutter == b->gutter && a->height == b->height && a->curve_height == b->curve_height && a->scroll == b->scroll &&
         a->text_scale == b->text_scale && a->scale == b->scale && a->scheme == b->scheme;
}

/**
 * atlas_timeline_canvas_get_context:
 *
 * Returns: (transfer none): what words are laid out with, in the font of the
 *   widget; how large the desktop has text is the painter's business
 */
PangoContext *
atlas_timeline_canvas_get_context (AtlasTimelineCanvas *self)
{
  if (self->context == NULL)
    {
      self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
      pango_cairo_context_set_resolution (self->context, 96);
      pango_context_set_font_description (self->context, pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self))));
    }
  return self->context;
}

static void
paint (AtlasTimelineCanvas *self)
{
  const double scale = self->view.scale;
  const int width = (int) ceil (gtk_widget_get_width (GTK_WIDGET (self)) * scale);
  const int height = (int) ceil (gtk_widget_get_height (GTK_WIDGET (self)) * scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  cairo_translate (cr, 0, self->height - self->view.height);
  atlas_timeline_paint (self->timeline, &self->view, atlas_timeline_canvas_get_context (self), cr);
  cairo_destroy (cr);
  g_clear_object (&self->picture);
  self->picture = atlas_texture_new_from_surface (surface);
  cairo_surface_destroy (surface);
  self->painted = self->view;
}

static void
ensure_picture (AtlasTimelineCanvas *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  self->view.scale = gdk_surface_get_scale (gtk_native_get_surface (native));
  self->view.scheme = atlas_swatch_get_scheme ();
  if (self->picture == NULL || !views_are_equal (&self->view, &self->painted))
    paint (self);
}

static void
draw_picture (AtlasTimelineCanvas *self,
              GtkSnapshot *snapshot)
{
  ensure_picture (self);
  gtk_snapshot_append_texture (snapshot, self->picture,
                               &GRAPHENE_RECT_INIT (0, 0,
                                                    gdk_texture_get_width (self->picture) / self->view.scale,
                                                    gdk_texture_get_height (self->picture) / self->view.scale));
}

static GdkRGBA
rgba (AtlasColour colour,
      double alpha)
{
  return (GdkRGBA) { ((colour >> 16) & 0xff) / 255.0f, ((colour >> 8) & 0xff) / 255.0f, (colour & 0xff) / 255.0f, alpha };
}

static void
draw_range (AtlasTimelineCanvas *self,
            GtkSnapshot *snapshot)
{
  const GdkRGBA shade = rgba (atlas_scheme_get_ink (self->view.scheme)->focus, SHADE);
  const double left = self->view.gutter;
  const double right = left + self->view.axis.width;
  AtlasDay from, to;
  double x0, x1;

  if (!atlas_state_get_range (self->state, &from, &to))
    return;
  x0 = CLAMP (atlas_timeline_canvas_x_of_day (self, from), left, right);
  x1 = CLAMP (atlas_timeline_canvas_x_of_day (self, to), left, right);
  gtk_snapshot_append_color (snapshot, &shade, &GRAPHENE_RECT_INIT (x0, 0, x1 - x0, self->height));
}

static void
draw_frame (GtkSnapshot *snapshot,
            const graphene_rect_t *bounds,
            const GdkRGBA *colour,
            double inset)
{
  GskRoundedRect frame;

  gsk_rounded_rect_init_from_rect (&frame, bounds, 4);
  gsk_rounded_rect_shrink (&frame, inset, inset, inset, inset);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]) { 2, 2, 2, 2 }, (GdkRGBA[4]) { *colour, *colour, *colour, *colour });
}

/* Around what the keyboard stands on, else around all. */
static void
draw_focus (AtlasTimelineCanvas *self,
            GtkSnapshot *snapshot)
{
  const AtlasInk *ink = atlas_scheme_get_ink (self->view.scheme);
  const GdkRGBA core = rgba (ink->focus, 1);
  const GdkRGBA halo = rgba (atlas_colour_readable_on (ink->focus), 1);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  graphene_rect_t around;
  AtlasTimelineItem item;

  if (!gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    return;
  if (atlas_timeline_canvas_get_cursor (self, &item))
    {
      graphene_rect_init (&around, item.x - 4, item.y - 4, item.width + 8, item.height + 8);
      if (!graphene_rect_intersection (&around, &bounds, &bounds))
        return;
    }
  draw_frame (snapshot, &bounds, &core, 0);
  draw_frame (snapshot, &bounds, &halo, 2);
}

/**
 * atlas_timeline_canvas_snapshot:
 *
 * Draws the picture, the range, the handles and the focus.
 */
void
atlas_timeline_canvas_snapshot (GtkWidget *widget,
                                GtkSnapshot *snapshot)
{
  AtlasTimelineCanvas *self = ATLAS_TIMELINE_CANVAS (widget);

  if (!atlas_timeline_canvas_is_ready (self))
    return;
  draw_picture (self, snapshot);
  draw_range (self, snapshot);
  gtk_widget_snapshot_child (widget, self->scrollbar, snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->compared), snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->playhead), snapshot);
  draw_focus (self, snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->hint), snapshot);
}
