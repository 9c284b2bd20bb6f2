/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-timeline-private.h"

#include <math.h>

/* A timeline is painted at every step of a drag, and what its words look like
 * costs more than all the rest. So layouts and the marks drawn with them are
 * kept with the caller's context, which belongs to one thread, and made from a
 * context of their own: a layout holds its context, and must not hold the one
 * that holds it. */

#define KEY "atlas-timeline-words"

/* More than one picture ever needs. */
#define MOST 800

typedef struct
{
  PangoContext *context;
  guint serial; /* of the caller's */
  GHashTable *layouts;
  GHashTable *stamps;
} Words;

static void
words_free (Words *self)
{
  g_hash_table_unref (self->layouts);
  g_hash_table_unref (self->stamps);
  g_object_unref (self->context);
  g_free (self);
}

static PangoContext *
copy_context (PangoContext *original)
{
  PangoContext *copy = pango_font_map_create_context (pango_context_get_font_map (original));

  pango_context_set_font_description (copy, pango_context_get_font_description (original));
  pango_context_set_language (copy, pango_context_get_language (original));
  pango_context_set_base_dir (copy, pango_context_get_base_dir (original));
  pango_context_set_round_glyph_positions (copy, pango_context_get_round_glyph_positions (original));
  pango_cairo_context_set_resolution (copy, pango_cairo_context_get_resolution (original));
  pango_cairo_context_set_font_options (copy, pango_cairo_context_get_font_options (original));
  return copy;
}

static Words *
words_new (PangoContext *context)
{
  Words *self = g_new0 (Words, 1);

  self->context = copy_context (context);
  self->serial = pango_context_get_serial (context);
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->stamps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cairo_surface_destroy);
  return self;
}

static Words *
get_words (PangoContext *context)
{
  Words *words = g_object_get_data (G_OBJECT (context), KEY);

  if (words == NULL || words->serial != pango_context_get_serial (context))
    {
      words = words_new (context);
      g_object_set_data_full (G_OBJECT (context), KEY, words, (GDestroyNotify) words_free);
    }
  return words;
}

/**
 * atlas_timeline_words_begin:
 *
 * Keeps what is remembered within bounds. What was got before is not valid any more.
 */
void
atlas_timeline_words_begin (PangoContext *context)
{
  Words *words = get_words (context);

  if (g_hash_table_size (words->layouts) > MOST)
    g_hash_table_remove_all (words->layouts);
  if (g_hash_table_size (words->stamps) > MOST)
    g_hash_table_remove_all (words->stamps);
}

static PangoLayout *
make_layout (Words *words,
             const char *text,
             double size,
             gboolean bold,
             double room)
{
  PangoLayout *layout = pango_layout_new (words->context);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (words->context));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  /* In a language that is read from the right, too, words begin at the left. */
  pango_layout_set_auto_dir (layout, FALSE);
  if (room > 0)
    {
      pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

/**
 * atlas_timeline_words_get:
 * @size: pixels
 * @room: pixels, beyond which it is cut short; 0 for as much as it needs
 * @width: (out): pixels
 * @height: (out): pixels
 *
 * Returns: (transfer none): for this painting
 */
PangoLayout *
atlas_timeline_words_get (PangoContext *context,
                          const char *text,
                          double size,
                          gboolean bold,
                          double room,
                          double *width,
                          double *height)
{
  Words *words = get_words (context);
  char key[256];
  PangoLayout *layout = NULL;
  int w, h;

  g_snprintf (key, sizeof key, "%d %d %d %s", (int) lround (size * 8), bold, (int) room, text);
  layout = g_hash_table_lookup (words->layouts, key);
  if (layout == NULL)
    {
      layout = make_layout (words, text, size, bold, room);
      g_hash_table_insert (words->layouts, g_strdup (key), layout);
    }
  pango_layout_get_size (layout, &w, &h);
  *width = (double) w / PANGO_SCALE;
  *height = (double) h / PANGO_SCALE;
  return layout;
}

/**
 * atlas_timeline_words_get_stamp:
 * @key: all that the stamp depends on
 *
 * Returns: (transfer none) (nullable): what atlas_timeline_words_take_stamp() took
 */
cairo_surface_t *
atlas_timeline_words_get_stamp (PangoContext *context,
                                const char *key)
{
  return g_hash_table_lookup (get_words (context)->stamps, key);
}

/**
 * atlas_timeline_words_take_stamp:
 * @stamp: (transfer full):
 */
void
atlas_timeline_words_take_stamp (PangoContext *context,
                                 const char *key,
                                 cairo_surface_t *stamp)
{
  g_hash_table_insert (get_words (context)->stamps, g_strdup (key), stamp);
}
