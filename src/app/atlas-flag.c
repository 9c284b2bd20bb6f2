/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-flag.h"

#include <librsvg/rsvg.h>

/* Sharp on screens of up to three device pixels per application pixel. */
#define OVERSAMPLING 3

static GdkTexture *
render (RsvgHandle *handle,
        int width,
        int height)
{
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  RsvgRectangle viewport = { 0, 0, width, height };
  gboolean drawn = rsvg_handle_render_document (handle, cr, &viewport, NULL);
  gsize stride = cairo_image_surface_get_stride (surface);

  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (drawn)
    bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * height);
  cairo_surface_destroy (surface);
  if (!drawn)
    return NULL;
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

/* What the drawing covers: its viewBox, since flags have no size of their own. */
static gboolean
get_shape (RsvgHandle *handle,
           double *width,
           double *height)
{
  gboolean has_width, has_height, has_viewbox;
  RsvgLength unused;
  RsvgRectangle viewbox;

  rsvg_handle_get_intrinsic_dimensions (handle, &has_width, &unused, &has_height, &unused, &has_viewbox, &viewbox);
  if (!has_viewbox || viewbox.width <= 0 || viewbox.height <= 0)
    return FALSE;
  *width = viewbox.width;
  *height = viewbox.height;
  return TRUE;
}

/**
 * atlas_flag_new:
 * @directory: the data folder, which holds flags/XX.svg
 * @code: of a country
 * @height: in application pixels
 *
 * Returns: (transfer floating) (nullable): a picture; %NULL where there is no flag
 */
GtkWidget *
atlas_flag_new (const char *directory,
                const char *code,
                int height)
{
  g_autofree char *name = g_strconcat (code, ".svg", NULL);
  g_autofree char *path = g_build_filename (directory, "flags", name, NULL);
  RsvgHandle *handle = rsvg_handle_new_from_file (path, NULL);
  g_autoptr (GObject) owner = handle != NULL ? G_OBJECT (handle) : NULL;
  g_autoptr (GdkTexture) texture = NULL;
  double shape_width, shape_height;
  int width;
  GtkWidget *picture;

  if (handle == NULL || !get_shape (handle, &shape_width, &shape_height))
    return NULL;
  width = height * shape_width / shape_height;
  texture = render (handle, width * OVERSAMPLING, height * OVERSAMPLING);
  if (texture == NULL)
    return NULL;

  picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  gtk_widget_set_size_request (picture, width, height);
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_widget_set_halign (picture, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (picture, "flag");
  return picture;
}
