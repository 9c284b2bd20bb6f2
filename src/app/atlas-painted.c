/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-painted.h"

/* Side of a tile in device pixels: an outline crosses few of them, so that
 * drawing it costs little even where it runs around a continent. */
#define TILE 128

/* Rows of device pixels in a strip of the map. The renderer in software copies
 * each texture before it draws it; a copy of this size stays in the cache, where
 * one of the whole map is slow memory, fresh from the kernel, in every frame. */
#define STRIP 64

static void
piece_free (AtlasPaintedLabel *piece)
{
  g_object_unref (piece->texture);
  g_free (piece);
}

static void
tile_free (AtlasPaintedTile *tile)
{
  g_object_unref (tile->texture);
  g_free (tile);
}

/**
 * atlas_painted_map_new:
 *
 * Returns: (transfer full): a picture to be filled in before another thread has it
 */
AtlasPaintedMap *
atlas_painted_map_new (void)
{
  AtlasPaintedMap *self = g_atomic_rc_box_new0 (AtlasPaintedMap);

  self->strips = g_ptr_array_new_with_free_func ((GDestroyNotify) tile_free);
  self->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);
  return self;
}

/**
 * atlas_painted_map_ref:
 *
 * Returns: (transfer full): @self; any thread may call this
 */
AtlasPaintedMap *
atlas_painted_map_ref (AtlasPaintedMap *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
map_picture_clear (AtlasPaintedMap *self)
{
  g_clear_pointer (&self->colouring, atlas_colouring_unref);
  g_clear_object (&self->political);
  g_clear_pointer (&self->strips, g_ptr_array_unref);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
}

/**
 * atlas_painted_map_unref:
 *
 * Any thread may call this.
 */
void
atlas_painted_map_unref (AtlasPaintedMap *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) map_picture_clear);
}

/**
 * atlas_painted_focus_new:
 *
 * Returns: (transfer full): a picture to be filled in before another thread has it
 */
AtlasPaintedFocus *
atlas_painted_focus_new (void)
{
  AtlasPaintedFocus *self = g_atomic_rc_box_new0 (AtlasPaintedFocus);

  self->tiles = g_ptr_array_new_with_free_func ((GDestroyNotify) tile_free);
  return self;
}

/**
 * atlas_painted_focus_ref:
 *
 * Returns: (transfer full): @self; any thread may call this
 */
AtlasPaintedFocus *
atlas_painted_focus_ref (AtlasPaintedFocus *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
focus_picture_clear (AtlasPaintedFocus *self)
{
  g_clear_pointer (&self->tiles, g_ptr_array_unref);
}

/**
 * atlas_painted_focus_unref:
 *
 * Any thread may call this.
 */
void
atlas_painted_focus_unref (AtlasPaintedFocus *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) focus_picture_clear);
}

static GBytes *
share_pixels (cairo_surface_t *surface)
{
  const gsize size = (gsize) cairo_image_surface_get_stride (surface) * cairo_image_surface_get_height (surface);

  cairo_surface_flush (surface);
  return g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), size,
                                     (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));
}

/**
 * atlas_texture_new_from_surface:
 * @surface: an image; it must not change any more
 *
 * Returns: (transfer full): a texture that shares the pixels
 */
GdkTexture *
atlas_texture_new_from_surface (cairo_surface_t *surface)
{
  g_autoptr (GBytes) bytes = share_pixels (surface);

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface),
                                 GDK_MEMORY_DEFAULT, bytes, cairo_image_surface_get_stride (surface));
}

/**
 * atlas_painted_map_take_surface:
 * @surface: (transfer full): what @covered shows, with its scale as device scale
 *
 * Sets the political map, whole and in strips; all share the pixels.
 */
void
atlas_painted_map_take_surface (AtlasPaintedMap *self,
                                cairo_surface_t *surface)
{
  const int width = cairo_image_surface_get_width (surface);
  const int height = cairo_image_surface_get_height (surface);
  const gsize stride = cairo_image_surface_get_stride (surface);
  const double scale = self->covered.scale;
  g_autoptr (GBytes) bytes = share_pixels (surface);

  self->political = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
  for (int top = 0; top < height; top += STRIP)
    {
      const int rows = MIN (STRIP, height - top);
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, top * stride, rows * stride);
      AtlasPaintedTile *strip = g_new (AtlasPaintedTile, 1);

      strip->texture = gdk_memory_texture_new (width, rows, GDK_MEMORY_DEFAULT, part, stride);
      graphene_rect_init (&strip->rect, 0, top / scale, width / scale, rows / scale);
      g_ptr_array_add (self->strips, strip);
    }
  cairo_surface_destroy (surface);
}

static gboolean
is_empty (const guint8 *data,
          gsize stride,
          int width,
          int height)
{
  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (data + y * stride);

      for (int x = 0; x < width; x++)
        if (row[x] != 0)
          return FALSE;
    }
  return TRUE;
}

static GdkTexture *
copy_tile (const guint8 *data,
           gsize stride,
           int width,
           int height)
{
  const gsize row = 4 * (gsize) width;
  guint8 *copy = g_malloc (row * height);
  g_autoptr (GBytes) bytes = g_bytes_new_take (copy, row * height);

  for (int y = 0; y < height; y++)
    memcpy (copy + y * row, data + y * stride, row);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, row);
}

/**
 * atlas_painted_focus_add_tiles:
 * @surface: an image with alpha
 * @x: where its left edge lies in the picture, in application pixels
 * @y: where its top edge lies
 *
 * Adds those tiles of @surface that are not empty.
 */
void
atlas_painted_focus_add_tiles (AtlasPaintedFocus *self,
                               cairo_surface_t *surface,
                               double x,
                               double y)
{
  const int width = cairo_image_surface_get_width (surface);
  const int height = cairo_image_surface_get_height (surface);
  const gsize stride = cairo_image_surface_get_stride (surface);
  const double scale = self->covered.scale;
  const guint8 *data;

  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int top = 0; top < height; top += TILE)
    for (int left = 0; left < width; left += TILE)
      {
        const guint8 *first = data + top * stride + 4 * left;
        const int w = MIN (TILE, width - left);
        const int h = MIN (TILE, height - top);
        AtlasPaintedTile *tile;

        if (is_empty (first, stride, w, h))
          continue;
        tile = g_new (AtlasPaintedTile, 1);
        tile->texture = copy_tile (first, stride, w, h);
        graphene_rect_init (&tile->rect, x + left / scale, y + top / scale, w / scale, h / scale);
        g_ptr_array_add (self->tiles, tile);
      }
}
