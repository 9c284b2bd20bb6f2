/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-plate-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "atlas-label-placer.h"

/* A plate is laid out on paper of this many square units and then scaled, so
 * that type and lines keep their weight at any size. */
#define PAPER_AREA 1e6

#define MARGIN 34.0
#define TITLE_SIZE 27.0
#define SUBTITLE_SIZE 15.0
#define BODY_SIZE 13.0
#define NOTE_SIZE 10.5
#define GAP 12.0
#define SIDE_GAP 22.0

/* On paper wider than this the legend stands beside the map, in so much of the
 * width; else under it. */
#define WIDE 1.2
#define SIDE_LEGEND 0.225

/* Type shrinks, down to a limit, until the map has this share of the height. */
#define LEAST_MAP 0.5
#define LEAST_TYPE 0.55

/* A name may be moved in by so much from an anchor just out of the map. */
#define NEARLY 30.0

/* Countries with a tie that a note names when the map does not show them. */
#define MOST_NAMED 12

/* Where more than this share of a lens's countries lies outside Eurasia, the
 * map goes where they are. */
#define AWAY 0.5

/* --- What is written ------------------------------------------------------ */

/**
 * atlas_plate_dup_title:
 *
 * Returns: (transfer full): the title that was set, or one that says what the
 *   map shows
 */
char *
atlas_plate_dup_title (AtlasPlate *self)
{
  const AtlasOrganisation *lens = atlas_colouring_get_lens (self->colouring);
  const char *name, *abbreviation;

  if (self->title != NULL)
    return g_strdup (self->title);
  if (lens == NULL)
    return g_strdup (_ ("Alliances of Eurasia"));
  name = atlas_organisation_get_name (lens->lineage, self->language);
  abbreviation = atlas_organisation_get_abbreviation (lens->lineage, self->language);
  if (g_strcmp0 (name, abbreviation) == 0)
    return g_strdup (name);
  /* Translators: the name of an organisation, and its abbreviation */
  return g_strdup_printf (C_ ("organisation", "%s (%s)"), name, abbreviation);
}

/* “from 1 January 2022 to 31 December 2024”, of what changed. */
static char *
make_subtitle_of_comparison (AtlasWhen when,
                             AtlasDay verified)
{
  g_autofree char *from = atlas_day_format (when.from);
  g_autofree char *to = atlas_day_format (when.to);
  g_autofree char *until = atlas_day_format (verified);

  if (when.to <= verified)
    /* Translators: both are dates, such as “15 June 2026” */
    return g_strdup_printf (_ ("What changed from %s to %s, both days included"), from, to);
  /* Translators: all three are dates, such as “15 June 2026” */
  return g_strdup_printf (_ ("What changed from %s to %s, both days included; verified only until %s"), from, to, until);
}

static char *
make_subtitle (AtlasPlate *self)
{
  AtlasWhen when = atlas_colouring_get_when (self->colouring);
  AtlasDay verified = atlas_dataset_get_verified_until (atlas_colouring_get_dataset (self->colouring));
  g_autofree char *date = atlas_day_format (when.to);
  g_autofree char *until = atlas_day_format (verified);

  if (when.compares)
    return make_subtitle_of_comparison (when, verified);
  if (when.to <= verified)
    /* Translators: %s is a date, such as “15 June 2026” */
    return g_strdup_printf (_ ("Memberships and other ties on %s"), date);
  /* Translators: both are dates, such as “15 June 2026” */
  return g_strdup_printf (_ ("Memberships and other ties on %s; verified only until %s"), date, until);
}

static gboolean
is_on_map (const AtlasPlateSheet *sheet,
           double lon,
           double lat)
{
  const AtlasProjection *projection = &sheet->projection;
  double x, y, span = projection->scale * 2 * G_PI;

  if (isnan (lon) || isnan (lat) || !atlas_projection_forward (projection, lon, lat, &x, &y))
    return FALSE;
  if (projection->kind == ATLAS_PROJECTION_MERCATOR)
    x -= floor ((x - sheet->map_x) / span) * span;
  return x >= sheet->map_x - NEARLY && x <= sheet->map_x + sheet->map_width + NEARLY &&
         y >= sheet->map_y - NEARLY && y <= sheet->map_y + sheet->map_height + NEARLY;
}

/* Whether enough of a country is seen that nobody misses it. */
static gboolean
is_shown (const AtlasPlateSheet *sheet,
          const AtlasCountry *country)
{
  AtlasGeography *geography = atlas_colouring_get_geography (sheet->plate->colouring);
  int unit = atlas_geography_find_unit (geography, country->code);
  const AtlasBox *box;

  if (is_on_map (sheet, country->label.lon, country->label.lat) || is_on_map (sheet, country->capital.lon, country->capital.lat))
    return TRUE;
  if (unit < 0)
    return FALSE;
  box = &atlas_geography_get_unit (geography, unit)->main_box;
  return is_on_map (sheet, (box->west + 3 * box->east) / 4, (box->south + box->north) / 2) ||
         is_on_map (sheet, (3 * box->west + box->east) / 4, (box->south + box->north) / 2);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* The countries with a tie that the map has no room for: a legend that counts
 * them would otherwise promise too much. NULL where all are seen. */
static char *
make_absent_note (const AtlasPlateSheet *sheet)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const AtlasCountry *const *countries;
  g_autofree char *list = NULL;
  guint n, more;

  countries = atlas_dataset_get_countries (atlas_colouring_get_dataset (sheet->plate->colouring), &n);
  for (guint i = 0; i < n; i++)
    if (atlas_style_is_tied (atlas_colouring_get_country_key (sheet->plate->colouring, countries[i])) &&
        !is_shown (sheet, countries[i]))
      g_ptr_array_add (names, (gpointer) atlas_country_get_name (countries[i], sheet->plate->language));
  if (names->len == 0)
    return NULL;

  g_ptr_array_sort (names, compare_names);
  more = names->len > MOST_NAMED ? names->len - MOST_NAMED : 0;
  g_ptr_array_set_size (names, (int) (names->len - more));
  g_ptr_array_add (names, NULL);
  /* Translators: what stands between the names of a list */
  list = g_strjoinv (C_ ("list of countries", ", "), (char **) names->pdata);
  if (more == 0)
    /* Translators: %s is a list of countries */
    return g_strdup_printf (_ ("Counted, but outside this map: %s."), list);
  return g_strdup_printf (ngettext ("Counted, but outside this map: %s and %u more.",
                                    "Counted, but outside this map: %s and %u more.", more),
                          list, more);
}

/* Pips can tell of one day only. NULL where there is but one. */
static char *
make_marks_note (const AtlasPlateSheet *sheet)
{
  AtlasWhen when = atlas_colouring_get_when (sheet->plate->colouring);
  g_autofree char *date = atlas_day_format (when.to);

  if (!when.compares)
    return NULL;
  /* Translators: %s is a date, such as “15 June 2026” */
  return g_strdup_printf (_ ("The marks under names show the ties on %s."), date);
}

/* Borders do not travel in time: a day before the last of them was drawn says so. */
static const char *
get_borders_note (const AtlasPlateSheet *sheet)
{
  const AtlasColouring *colouring = sheet->plate->colouring;

  if (atlas_colouring_get_when (colouring).from < atlas_dataset_get_last_border_change (atlas_colouring_get_dataset (colouring)))
    return _ ("Today’s borders, which do not travel in time with the date, drawn as this atlas counts them and on no one’s authority; dashed where control or the border itself is disputed.");
  return _ ("Borders as of today, drawn as this atlas counts them and on no one’s authority; dashed where control or the border itself is disputed.");
}

static const char *
get_projection_note (const AtlasPlateSheet *sheet)
{
  if (sheet->projection.kind == ATLAS_PROJECTION_EQUAL_AREA)
    return _ ("Lambert azimuthal equal-area projection: areas can be compared.");
  return _ ("Mercator projection: the north looks larger than it is.");
}

static char *
make_notes (const AtlasPlateSheet *sheet)
{
  AtlasDataset *dataset = atlas_colouring_get_dataset (sheet->plate->colouring);
  g_autofree char *verified = atlas_day_format (atlas_dataset_get_verified_until (dataset));
  g_autofree char *absent = make_absent_note (sheet);
  g_autofree char *marks = make_marks_note (sheet);
  GString *notes = g_string_new (NULL);

  if (absent != NULL)
    g_string_append_printf (notes, "%s\n", absent);
  if (marks != NULL)
    g_string_append_printf (notes, "%s ", marks);
  g_string_append_printf (notes, "%s %s\n",
                          get_borders_note (sheet), get_projection_note (sheet));
  /* Translators: the version of the data, and a date */
  g_string_append_printf (notes, _ ("Data: Alliance Atlas %s, verified until %s, CC BY 4.0; every status cites its source there."),
                          atlas_dataset_get_version (dataset), verified);
  g_string_append_printf (notes, " %s", _ ("Shapes: Natural Earth, public domain. Names: Unicode CLDR."));
  return g_string_free_and_steal (notes);
}

/* --- Where it stands ------------------------------------------------------ */

static PangoLayout *
make_layout (const AtlasPlateSheet *sheet,
             const char *text,
             double size,
             gboolean bold)
{
  PangoLayout *layout = pango_layout_new (sheet->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, "Cantarell, sans-serif");
  pango_font_description_set_absolute_size (font, size * sheet->type * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) ((sheet->width - 2 * MARGIN) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static PangoContext *
make_context (AtlasPlate *self)
{
  /* Of its own, not the thread's: a plate may be drawn in any. */
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (self->language));
  cairo_font_options_destroy (options);
  return context;
}

/* The corners and the anchor of the land of each country with a tie. */
static GArray *
get_tied_places (AtlasPlate *self,
                 double *share_away)
{
  AtlasGeography *geography = atlas_colouring_get_geography (self->colouring);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
  guint n, tied = 0, away = 0;
  const AtlasCountry *const *countries = atlas_dataset_get_countries (atlas_colouring_get_dataset (self->colouring), &n);

  for (guint i = 0; i < n; i++)
    {
      const AtlasCountry *country = countries[i];
      int unit = atlas_geography_find_unit (geography, country->code);
      const AtlasBox *box;

      if (unit < 0 || !atlas_style_is_tied (atlas_colouring_get_country_key (self->colouring, country)))
        continue;
      box = &atlas_geography_get_unit (geography, unit)->main_box;
      tied++;
      away += country->label.lat < -11 || country->label.lon < -25 || (g_strcmp0 (country->continent, "Africa") == 0);
      g_array_append_vals (places, ((AtlasPoint[]) { { box->west, box->south }, { box->east, box->south }, { box->west, box->north }, { box->east, box->north } }), 4);
    }
  *share_away = tied > 0 ? (double) away / tied : 0;
  return places;
}

static void
choose_projection (AtlasPlateSheet *sheet)
{
  AtlasPlate *self = sheet->plate;
  g_autoptr (GArray) places = NULL;
  double share_away;

  places = get_tied_places (self, &share_away);
  if (share_away > AWAY)
    atlas_projection_fit (&sheet->projection, self->kind, (const AtlasPoint *) (gpointer) places->data, places->len,
                          sheet->map_x, sheet->map_y, sheet->map_width, sheet->map_height);
  else
    atlas_projection_fit_eurasia (&sheet->projection, self->kind, sheet->map_x, sheet->map_y, sheet->map_width, sheet->map_height);
}

static void
clear_layouts (AtlasPlateSheet *sheet)
{
  g_clear_object (&sheet->title);
  g_clear_object (&sheet->subtitle);
  g_clear_object (&sheet->notes);
  g_clear_pointer (&sheet->legend_painter, atlas_legend_painter_free);
}

/* Where the map goes when @notes_height is left for the notes. */
static void
place_map (AtlasPlateSheet *sheet,
           double notes_height)
{
  double legend_width = sheet->width * SIDE_LEGEND, legend_height;
  gboolean wide = sheet->width > WIDE * sheet->height;

  sheet->map_x = MARGIN;
  sheet->map_y = MARGIN * 0.8 + get_height (sheet->title) + get_height (sheet->subtitle) + GAP;
  sheet->map_width = sheet->width - 2 * MARGIN;
  sheet->map_height = sheet->height - sheet->map_y - MARGIN * 0.8 - GAP - notes_height;
  if (wide)
    {
      atlas_legend_painter_set_names (sheet->legend_painter, sheet->plate->language);
      legend_height = atlas_legend_painter_set_width (sheet->legend_painter, legend_width);
      if (legend_height > sheet->map_height)
        {
          atlas_legend_painter_set_names (sheet->legend_painter, NULL);
          legend_height = atlas_legend_painter_set_width (sheet->legend_painter, legend_width);
        }
      sheet->map_width -= legend_width + SIDE_GAP;
      sheet->legend_x = sheet->map_x + sheet->map_width + SIDE_GAP;
      sheet->legend_y = sheet->map_y;
      /* Too long a legend asks for smaller type, as too small a map does. */
      sheet->overfull = legend_height > sheet->map_height;
    }
  else
    {
      legend_height = atlas_legend_painter_set_width (sheet->legend_painter, sheet->map_width);
      sheet->map_height -= legend_height + GAP;
      sheet->legend_x = MARGIN;
      sheet->legend_y = sheet->map_y + sheet->map_height + GAP;
      sheet->overfull = FALSE;
    }
  sheet->overfull |= sheet->map_height < LEAST_MAP * sheet->height;
  sheet->map_height = MAX (1, sheet->map_height);
  choose_projection (sheet);
}

/* The notes need to know what the map shows, and the map how much room the
 * notes leave: a map without notes settles it. */
static void
lay_out (AtlasPlateSheet *sheet)
{
  AtlasPlate *self = sheet->plate;
  g_autofree char *title = atlas_plate_dup_title (self), *subtitle = make_subtitle (self), *notes = NULL;

  clear_layouts (sheet);
  sheet->title = make_layout (sheet, title, TITLE_SIZE, TRUE);
  sheet->subtitle = make_layout (sheet, subtitle, SUBTITLE_SIZE, FALSE);
  sheet->legend_painter = atlas_legend_painter_new (sheet->context, sheet->legend, atlas_colouring_get_lens (self->colouring),
                                                    atlas_colouring_get_scheme (self->colouring), BODY_SIZE * sheet->type);
  place_map (sheet, 0);
  notes = make_notes (sheet);
  sheet->notes = make_layout (sheet, notes, NOTE_SIZE, FALSE);
  place_map (sheet, get_height (sheet->notes));
}

/**
 * atlas_plate_sheet_init:
 * @width: in user units, more than 0
 * @height: likewise
 *
 * Lays a plate out. Type shrinks until the map has room enough.
 */
void
atlas_plate_sheet_init (AtlasPlateSheet *sheet,
                        AtlasPlate *plate,
                        double width,
                        double height)
{
  memset (sheet, 0, sizeof *sheet);
  sheet->plate = plate;
  sheet->unit = sqrt (width * height / PAPER_AREA);
  sheet->width = width / sheet->unit;
  sheet->height = height / sheet->unit;
  sheet->type = 1;
  if (!plate->frame)
    {
      sheet->map_width = sheet->width;
      sheet->map_height = sheet->height;
      choose_projection (sheet);
      return;
    }
  sheet->context = make_context (plate);
  sheet->legend = atlas_style_legend (atlas_colouring_get_dataset (plate->colouring), atlas_colouring_get_lens (plate->colouring),
                                      atlas_colouring_get_when (plate->colouring));
  lay_out (sheet);
  while (sheet->overfull && sheet->type > LEAST_TYPE)
    {
      sheet->type *= 0.93;
      lay_out (sheet);
    }
}

/**
 * atlas_plate_sheet_clear:
 *
 * Frees what a sheet holds; one that is all zero holds nothing.
 */
void
atlas_plate_sheet_clear (AtlasPlateSheet *sheet)
{
  clear_layouts (sheet);
  g_clear_object (&sheet->context);
  g_clear_pointer (&sheet->legend, g_ptr_array_unref);
}

/* --- Drawing -------------------------------------------------------------- */

static void
draw_labels (const AtlasPlateSheet *sheet,
             cairo_t *cr)
{
  AtlasColouring *colouring = sheet->plate->colouring;
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new ();
  AtlasProjection projection = sheet->projection;
  g_autoptr (GPtrArray) labels = NULL;

  projection.x -= sheet->map_x;
  projection.y -= sheet->map_y;
  atlas_label_placer_set_language (placer, sheet->plate->language);
  labels = atlas_label_placer_place (placer, &projection, sheet->map_width, sheet->map_height, colouring);
  cairo_save (cr);
  cairo_translate (cr, sheet->map_x, sheet->map_y);
  for (guint i = 0; i < labels->len; i++)
    atlas_label_placer_draw (placer, labels->pdata[i], cr, atlas_colouring_get_scheme (colouring));
  cairo_restore (cr);
}

static void
draw_layout (cairo_t *cr,
             PangoLayout *layout,
             double y,
             AtlasColour colour)
{
  atlas_colour_set (cr, colour, 1);
  cairo_move_to (cr, MARGIN, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_frame (const AtlasPlateSheet *sheet,
            cairo_t *cr)
{
  const AtlasInk *ink = atlas_scheme_get_ink (atlas_colouring_get_scheme (sheet->plate->colouring));
  double y = MARGIN * 0.8;

  draw_layout (cr, sheet->title, y, ink->text);
  draw_layout (cr, sheet->subtitle, y + get_height (sheet->title), ink->dim_text);
  cairo_rectangle (cr, sheet->map_x, sheet->map_y, sheet->map_width, sheet->map_height);
  atlas_colour_set (cr, ink->text, 0.3);
  cairo_set_line_width (cr, 0.8);
  cairo_stroke (cr);
  atlas_legend_painter_draw (sheet->legend_painter, cr, sheet->legend_x, sheet->legend_y);
  draw_layout (cr, sheet->notes, sheet->height - MARGIN * 0.8 - get_height (sheet->notes), ink->dim_text);
}

/**
 * atlas_plate_sheet_draw:
 * @cr: in user units of the plate, its top left at the origin
 *
 * Draws all but the paper.
 */
void
atlas_plate_sheet_draw (const AtlasPlateSheet *sheet,
                        cairo_t *cr)
{
  const AtlasPlate *plate = sheet->plate;

  cairo_scale (cr, sheet->unit, sheet->unit);
  atlas_map_painter_draw (plate->painter, cr, &sheet->projection, sheet->map_x, sheet->map_y, sheet->map_width, sheet->map_height, plate->colouring);
  draw_labels (sheet, cr);
  if (plate->frame)
    draw_frame (sheet, cr);
}
