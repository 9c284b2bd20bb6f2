/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-flag.h"

#include <librsvg/rsvg.h>

/* Sharp on screens of up to three device pixels per application pixel. */
#define OVERSAMPLING 3

/* Width to height, so that nothing moves when the flag comes. */
#define USUAL_SHAPE (4.0 / 3)

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

typedef struct
{
  char *path;
  int height;
} Request;

static void
request_free (Request *request)
{
  g_free (request->path);
  g_free (request);
}

static GdkTexture *
draw (const Request *request)
{
  RsvgHandle *handle = rsvg_handle_new_from_file (request->path, NULL);
  g_autoptr (GObject) owner = handle != NULL ? G_OBJECT (handle) : NULL;
  double width, height;

  if (handle == NULL || !get_shape (handle, &width, &height))
    return NULL;
  return render (handle, request->height * width / height, request->height);
}

static void
draw_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, draw (task_data), g_object_unref);
}

static void
drawn_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (GtkWidget) picture = data;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);

  gtk_widget_set_visible (picture, texture != NULL);
  if (texture == NULL)
    return;
  gtk_widget_set_size_request (picture, gdk_texture_get_width (texture) / OVERSAMPLING, gdk_texture_get_height (texture) / OVERSAMPLING);
  gtk_picture_set_paintable (GTK_PICTURE (picture), GDK_PAINTABLE (texture));
}

/**
 * atlas_flag_new:
 * @directory: the data folder, which holds flags/XX.svg
 * @code: of a country
 * @height: in application pixels
 *
 * A worker draws it, since a coat of arms may take longer than a frame.
 *
 * Returns: (transfer none): a picture to put into a container at once; it hides
 *   itself where there is no flag
 */
GtkWidget *
atlas_flag_new (const char *directory,
                const char *code,
                int height)
{
  g_autofree char *name = g_strconcat (code, ".svg", NULL);
  GtkWidget *picture = gtk_picture_new ();
  Request *request = g_new0 (Request, 1);
  /* The widget is no source of the task: a worker may be the last to let go of that. */
  g_autoptr (GTask) task = g_task_new (NULL, NULL, drawn_cb, g_object_ref_sink (picture));

  request->path = g_build_filename (directory, "flags", name, NULL);
  request->height = height * OVERSAMPLING;
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, draw_in_thread);

  gtk_widget_set_size_request (picture, height * USUAL_SHAPE, height);
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_widget_set_halign (picture, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (picture, "flag");
  return picture;
}
