/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-timeline-sheet.h"

#include <glib/gi18n-lib.h>

/* In the units of the sheet. */
#define MARGIN 24.0
#define TITLE 22.0
#define NOTES 10.5
#define HEAD (MARGIN + 1.9 * TITLE)
#define FOOT (MARGIN + 2.4 * NOTES)

/**
 * atlas_timeline_sheet_get_height:
 *
 * Returns: how high the sheet is
 */
double
atlas_timeline_sheet_get_height (const AtlasTimelineSheet *self)
{
  return HEAD + atlas_timeline_lanes_height (self->timeline, 1) + atlas_timeline_axis_height (1) + FOOT;
}

static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, sans-serif");

  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  return context;
}

static void
draw_words (const AtlasTimelineSheet *self,
            PangoContext *context,
            cairo_t *cr,
            const char *text,
            double size,
            gboolean bold,
            double y,
            AtlasColour colour)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) ((self->width - 2 * MARGIN) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  atlas_colour_set (cr, colour, 1);
  cairo_move_to (cr, MARGIN, y);
  pango_cairo_show_layout (cr, layout);
}

static char *
make_notes (const AtlasTimelineSheet *self)
{
  AtlasDataset *dataset = atlas_timeline_get_dataset (self->timeline);
  g_autofree char *verified = atlas_day_format (atlas_dataset_get_verified_until (dataset));

  /* Translators: the version of the data, and a date */
  return g_strdup_printf (_ ("Data: Alliance Atlas %s, verified until %s, CC BY 4.0; every status cites its source there."),
                          atlas_dataset_get_version (dataset), verified);
}

static void
draw_timeline (const AtlasTimelineSheet *self,
               PangoContext *context,
               cairo_t *cr)
{
  AtlasTimelineView view = { .text_scale = 1, .scale = self->scale, .scheme = self->scheme };
  AtlasDay first, last;

  atlas_time_range (atlas_timeline_get_dataset (self->timeline), &first, &last);
  view.gutter = atlas_timeline_natural_gutter (self->timeline, context, 1);
  view.height = atlas_timeline_sheet_get_height (self) - HEAD - FOOT;
  atlas_time_axis_init (&view.axis, first, last, self->width - 2 * MARGIN - view.gutter);
  atlas_time_axis_show (&view.axis, CLAMP (self->from, first, last), CLAMP (self->to, first, last) + 1.0);
  cairo_save (cr);
  cairo_translate (cr, MARGIN, HEAD);
  atlas_timeline_paint (self->timeline, &view, context, cr);
  cairo_restore (cr);
}

static void
draw (gconstpointer data,
      cairo_t *cr)
{
  const AtlasTimelineSheet *self = data;
  const AtlasInk *ink = atlas_scheme_get_ink (self->scheme);
  PangoContext *context = make_context ();
  g_autofree char *notes = make_notes (self);

  atlas_colour_set (cr, ink->paper, 1);
  cairo_paint (cr);
  draw_words (self, context, cr, self->title, TITLE, TRUE, MARGIN - 4, ink->text);
  draw_timeline (self, context, cr);
  draw_words (self, context, cr, notes, NOTES, FALSE, atlas_timeline_sheet_get_height (self) - FOOT + NOTES, ink->dim_text);
  g_object_unref (context);
}

/**
 * atlas_timeline_sheet_save:
 * @error: G_IO_ERROR_INVALID_ARGUMENT for a size that cannot be drawn, or why
 *   the file cannot be written (G_FILE_ERROR)
 *
 * Any thread may call. A file of that name is replaced, only once the whole
 * sheet is drawn.
 *
 * Returns: whether the file was written
 */
gboolean
atlas_timeline_sheet_save (const AtlasTimelineSheet *self,
                           const char *path,
                           AtlasPlateFormat format,
                           GError **error)
{
  const AtlasPictureFile file = {
    .format = format,
    .width = self->width,
    .height = atlas_timeline_sheet_get_height (self),
    .scale = self->scale,
    .title = self->title,
    .dataset = atlas_timeline_get_dataset (self->timeline),
  };

  return atlas_picture_file_save (&file, path, draw, self, error);
}
