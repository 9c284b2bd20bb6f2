/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-legend-painter.h"

#include "atlas-pip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In shares of the font's size. */
#define SWATCH_WIDTH 1.9
#define SWATCH_HEIGHT 1.1
#define GAP 0.6
#define COLUMN_GAP 2.2
#define ROW_HEIGHT 1.65
#define PIP_SIZE 0.85
#define NAME_SIZE 0.8
#define NAME_DROP 0.35

/* A piece of the line that explains pips: marks, then what they mean. */
typedef struct
{
  AtlasPip pip;
  char *text;
} PipNote;

struct _AtlasLegendPainter
{
  PangoContext *context;
  GPtrArray *legend;
  const AtlasOrganisation *lens;
  AtlasScheme scheme;
  double font_size;
  char *language; /* of names; NULL for none */
  PipNote notes[7];
  guint n_notes;

  double width;
  guint n_columns;
  guint n_rows;
  double column_width;
  double entries_height;
  guint n_note_rows;
};

/**
 * atlas_legend_draw_swatch:
 * @lens: (nullable):
 */
void
atlas_legend_draw_swatch (cairo_t *cr,
                          AtlasStyleKey key,
                          const AtlasOrganisation *lens,
                          AtlasScheme scheme,
                          double x,
                          double y,
                          double width,
                          double height)
{
  double radius = MIN (width, height) * 0.22;
  AtlasFill fill;

  atlas_style_get_fill (key, lens, scheme, &fill);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_new_path (cr);
  cairo_arc (cr, width - radius, radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, width - radius, height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, radius, height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, radius, radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
  atlas_fill_paint (&fill, cr);
  atlas_colour_set (cr, atlas_scheme_get_ink (scheme)->text, 0.35);
  cairo_set_line_width (cr, 0.8);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
add_note (AtlasLegendPainter *self,
          AtlasHue hue,
          AtlasPipShape shape,
          const char *text)
{
  self->notes[self->n_notes++] = (PipNote) { { hue, shape }, g_strdup (text) };
}

static void
add_notes (AtlasLegendPainter *self)
{
  AtlasHue hue = self->lens != NULL ? atlas_style_get_hue (self->lens) : ATLAS_HUE_GREY;

  if (self->lens == NULL)
    {
      add_note (self, ATLAS_HUE_CRIMSON, ATLAS_PIP_MEMBER, _ ("CSTO"));
      add_note (self, ATLAS_HUE_BLUE, ATLAS_PIP_MEMBER, _ ("SCO"));
      add_note (self, ATLAS_HUE_AMBER, ATLAS_PIP_MEMBER, _ ("BRICS"));
    }
  add_note (self, hue, ATLAS_PIP_MEMBER, C_ ("mark under a name", "member"));
  add_note (self, hue, ATLAS_PIP_HALF, C_ ("mark under a name", "frozen or suspended"));
  add_note (self, hue, ATLAS_PIP_RING, C_ ("mark under a name", "other tie"));
  add_note (self, hue, ATLAS_PIP_STRUCK, C_ ("mark under a name", "left"));
}

/**
 * atlas_legend_painter_new:
 * @legend: must outlive the painter
 * @lens: (nullable):
 * @font_size: in user units
 *
 * Returns: (transfer full):
 */
AtlasLegendPainter *
atlas_legend_painter_new (PangoContext *context,
                          GPtrArray *legend,
                          const AtlasOrganisation *lens,
                          AtlasScheme scheme,
                          double font_size)
{
  AtlasLegendPainter *self = g_new0 (AtlasLegendPainter, 1);

  self->context = g_object_ref (context);
  self->legend = legend;
  self->lens = lens;
  self->scheme = scheme;
  self->font_size = font_size;
  add_notes (self);
  return self;
}

void
atlas_legend_painter_free (AtlasLegendPainter *self)
{
  for (guint i = 0; i < self->n_notes; i++)
    g_free (self->notes[i].text);
  g_free (self->language);
  g_object_unref (self->context);
  g_free (self);
}

static PangoLayout *
make_layout (AtlasLegendPainter *self,
             const char *text,
             gboolean bold)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, "Cantarell, sans-serif");
  pango_font_description_set_absolute_size (font, self->font_size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* Half the world may not be independent yet, and nobody looks for it here. */
static gboolean
has_names (AtlasLegendPainter *self,
           const AtlasLegendEntry *entry)
{
  return self->language != NULL && entry->key != ATLAS_STYLE_NOT_YET;
}

static PangoLayout *
make_names (AtlasLegendPainter *self,
            const AtlasLegendEntry *entry)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  PangoLayout *layout;
  PangoFontDescription *font;

  for (guint i = 0; i < entry->n_countries; i++)
    g_ptr_array_add (names, (gpointer) atlas_country_get_name (entry->countries[i], self->language));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (C_ ("list of countries", ", "), (char **) names->pdata);
  layout = make_layout (self, list, FALSE);
  font = pango_font_description_copy (pango_layout_get_font_description (layout));
  pango_font_description_set_absolute_size (font, self->font_size * NAME_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) ((self->width - (SWATCH_WIDTH + GAP) * self->font_size) * PANGO_SCALE));
  return layout;
}

/* Draws the names where @cr is not NULL; says how high they are. */
static double
show_names (AtlasLegendPainter *self,
            cairo_t *cr,
            const AtlasLegendEntry *entry,
            double x,
            double y)
{
  g_autoptr (PangoLayout) layout = make_names (self, entry);
  int height;

  pango_layout_get_size (layout, NULL, &height);
  if (cr != NULL)
    {
      atlas_colour_set (cr, atlas_scheme_get_ink (self->scheme)->dim_text, 1);
      cairo_move_to (cr, x + (SWATCH_WIDTH + GAP) * self->font_size, y);
      pango_cairo_show_layout (cr, layout);
    }
  return (double) height / PANGO_SCALE + NAME_DROP * self->font_size;
}

static double
measure_text (AtlasLegendPainter *self,
              const char *text)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, FALSE);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

static void
draw_text (AtlasLegendPainter *self,
           cairo_t *cr,
           const char *text,
           gboolean bold,
           double x,
           double middle,
           double width)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, bold);
  int height;

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_get_size (layout, NULL, &height);
  atlas_colour_set (cr, atlas_scheme_get_ink (self->scheme)->text, 1);
  cairo_move_to (cr, x, middle - (double) height / PANGO_SCALE / 2);
  pango_cairo_show_layout (cr, layout);
}

/* “CSTO member   5”: the swatch, the words, the count at the end. */
static double
get_entry_width (AtlasLegendPainter *self)
{
  double widest = 0;

  for (guint i = 0; i < self->legend->len; i++)
    {
      const AtlasLegendEntry *entry = self->legend->pdata[i];

      widest = MAX (widest, measure_text (self, entry->label));
    }
  return widest + (SWATCH_WIDTH + GAP + GAP + 2.2) * self->font_size;
}

static double
get_note_width (AtlasLegendPainter *self,
                guint note)
{
  return (PIP_SIZE + 0.45 + 1.5) * self->font_size + measure_text (self, self->notes[note].text);
}

/* Calls draw, where not NULL, with where each note stands; says how many rows. */
static guint
flow_notes (AtlasLegendPainter *self,
            cairo_t *cr,
            double x,
            double y)
{
  double at = 0, em = self->font_size;
  guint rows = 1;

  for (guint i = 0; i < self->n_notes; i++)
    {
      double width = get_note_width (self, i), middle;

      if (at > 0 && at + width > self->width)
        {
          at = 0;
          rows++;
        }
      middle = y + (rows - 0.5) * ROW_HEIGHT * em;
      if (cr != NULL)
        {
          atlas_pip_draw (&self->notes[i].pip, cr, x + at + PIP_SIZE * em / 2, middle, PIP_SIZE * em, self->scheme);
          draw_text (self, cr, self->notes[i].text, FALSE, x + at + (PIP_SIZE + 0.45) * em, middle, width);
        }
      at += width;
    }
  return rows;
}

/**
 * atlas_legend_painter_set_names:
 * @language: (nullable): the tag of the language of names; %NULL for no names
 *
 * Before atlas_legend_painter_set_width().
 */
void
atlas_legend_painter_set_names (AtlasLegendPainter *self,
                                const char *language)
{
  g_set_str (&self->language, language);
}

static double
get_names_height (AtlasLegendPainter *self)
{
  double height = 0;

  for (guint i = 0; i < self->legend->len; i++)
    if (has_names (self, self->legend->pdata[i]))
      height += show_names (self, NULL, self->legend->pdata[i], 0, 0);
  return height;
}

/**
 * atlas_legend_painter_set_width:
 * @width: what the legend may take, user units
 *
 * Returns: the height that it needs
 */
double
atlas_legend_painter_set_width (AtlasLegendPainter *self,
                                double width)
{
  double natural = get_entry_width (self), gap = COLUMN_GAP * self->font_size;
  guint n = MAX (self->legend->len, 1);

  self->width = width;
  self->n_columns = self->language != NULL ? 1 : CLAMP ((guint) floor ((width + gap) / (natural + gap)), 1, n);
  self->n_rows = (n + self->n_columns - 1) / self->n_columns;
  /* No column stays empty. */
  self->n_columns = (n + self->n_rows - 1) / self->n_rows;
  self->column_width = MIN (natural, width);
  self->n_note_rows = flow_notes (self, NULL, 0, 0);
  self->entries_height = (self->legend->len > 0 ? self->n_rows : 0) * ROW_HEIGHT * self->font_size + get_names_height (self);
  return self->entries_height + (self->n_note_rows + 0.3) * ROW_HEIGHT * self->font_size;
}

static void
draw_entry (AtlasLegendPainter *self,
            cairo_t *cr,
            const AtlasLegendEntry *entry,
            double x,
            double middle)
{
  double em = self->font_size, words = x + (SWATCH_WIDTH + GAP) * em;
  g_autofree char *count = g_strdup_printf ("%u", entry->n_countries);
  double count_width = measure_text (self, count) * 1.1;
  double room = self->column_width - (SWATCH_WIDTH + GAP + GAP) * em - count_width;
  double label_width = MIN (measure_text (self, entry->label) + 1, room);

  atlas_legend_draw_swatch (cr, entry->key, self->lens, self->scheme, x, middle - SWATCH_HEIGHT * em / 2, SWATCH_WIDTH * em, SWATCH_HEIGHT * em);
  draw_text (self, cr, entry->label, FALSE, words, middle, label_width);
  draw_text (self, cr, count, TRUE, words + label_width + GAP * em, middle, count_width + em);
}

/**
 * atlas_legend_painter_draw:
 * @x: left edge, user units
 * @y: top edge
 *
 * After atlas_legend_painter_set_width().
 */
void
atlas_legend_painter_draw (AtlasLegendPainter *self,
                           cairo_t *cr,
                           double x,
                           double y)
{
  double em = self->font_size, gap = COLUMN_GAP * em, names = 0;

  /* What is left over parts the columns, so that they span the width. */
  if (self->n_columns > 1)
    gap = MIN (gap * 2.5, (self->width - self->n_columns * self->column_width) / (self->n_columns - 1));
  for (guint i = 0; i < self->legend->len; i++)
    {
      double left = x + i / self->n_rows * (self->column_width + gap);
      double top = y + i % self->n_rows * ROW_HEIGHT * em + names;

      draw_entry (self, cr, self->legend->pdata[i], left, top + 0.5 * ROW_HEIGHT * em);
      if (has_names (self, self->legend->pdata[i]))
        names += show_names (self, cr, self->legend->pdata[i], left, top + (ROW_HEIGHT - 0.1) * em);
    }
  flow_notes (self, cr, x, y + self->entries_height + 0.3 * ROW_HEIGHT * em);
}
