/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-label-placer.h"

#include "atlas-text-stamp.h"

#include <math.h>

/* All sizes in application pixels, before the reader's text scale. */
#define SMALL_SIZE 10.5
#define MIDDLE_SIZE 11.5
#define LARGE_SIZE 13.5
#define HUGE_SIZE 15.5
#define AREA_SIZE 10.0
#define PIP_SIZE 8.5
#define PIP_GAP 1.5
#define PIP_DROP 1.0
#define CLEARANCE 2.0 /* between two names */

/* Names longer than this, in ems, are broken into two lines. */
#define WRAP_FROM 8.5

/* Disputed areas have names from this zoom on. */
#define AREA_ZOOM 5.0

/* The grid that land in sight is looked for on. */
#define SIGHT_ROWS 9
#define SIGHT_COLUMNS 15

#define EARTH_RADIUS_KM 6371.0

struct _AtlasLabelPlacer
{
  GObject parent_instance;

  PangoContext *context;
  char *language;
  char *family;
  double text_scale;
  GHashTable *layouts; /* “size bold text” → PangoLayout */
  GHashTable *stamps;  /* PangoLayout → AtlasTextStamp */
};

G_DEFINE_FINAL_TYPE (AtlasLabelPlacer, atlas_label_placer, G_TYPE_OBJECT)

/* One name that wants a place. */
typedef struct
{
  const AtlasCountry *country;
  const AtlasArea *area;
  const char *text;
  double lon; /* degrees, in the world copy that is meant */
  double lat;
  double x; /* pixels */
  double y;
  double reach; /* how wide its land is on the map, pixels */
  double rank;  /* the greater, the sooner */
  gboolean tied;
} Wish;

typedef struct
{
  AtlasLabelPlacer *placer;
  const AtlasProjection *projection;
  const AtlasColouring *colouring;
  double width;
  double height;
  double zoom;
  GPtrArray *labels;
  gboolean has_sight;
  int sight[SIGHT_ROWS][SIGHT_COLUMNS]; /* which unit lies at each point of a grid */
} Placing;

static void
atlas_label_placer_finalize (GObject *object)
{
  AtlasLabelPlacer *self = ATLAS_LABEL_PLACER (object);

  g_hash_table_unref (self->stamps);
  g_hash_table_unref (self->layouts);
  g_object_unref (self->context);
  g_free (self->language);
  g_free (self->family);
  G_OBJECT_CLASS (atlas_label_placer_parent_class)->finalize (object);
}

static void
atlas_label_placer_class_init (AtlasLabelPlacerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_label_placer_finalize;
}

static void
atlas_label_placer_init (AtlasLabelPlacer *self)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  /* A map of its own: the default one belongs to the thread that asks for it,
   * and the placer may be made in one thread and used in another. */
  self->context = pango_font_map_create_context (map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  pango_cairo_context_set_resolution (self->context, 96);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);
  self->language = g_strdup ("en");
  self->text_scale = 1;
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->stamps = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) atlas_text_stamp_free);
}

static void
forget_layouts (AtlasLabelPlacer *self)
{
  g_hash_table_remove_all (self->stamps);
  g_hash_table_remove_all (self->layouts);
}

/**
 * atlas_label_placer_new:
 *
 * Returns: (transfer full): a placer for one thread
 */
AtlasLabelPlacer *
atlas_label_placer_new (void)
{
  return g_object_new (ATLAS_TYPE_LABEL_PLACER, NULL);
}

/**
 * atlas_label_placer_set_language:
 * @language: the tag of the language that names are given in
 */
void
atlas_label_placer_set_language (AtlasLabelPlacer *self,
                                 const char *language)
{
  if (!g_set_str (&self->language, language))
    return;
  pango_context_set_language (self->context, pango_language_from_string (language));
  forget_layouts (self);
}

/**
 * atlas_label_placer_set_font:
 * @family: (nullable): a font family; %NULL for the system's sans
 * @text_scale: 1 is the usual size
 */
void
atlas_label_placer_set_font (AtlasLabelPlacer *self,
                             const char *family,
                             double text_scale)
{
  if (!g_set_str (&self->family, family) && text_scale == self->text_scale)
    return;
  self->text_scale = text_scale;
  forget_layouts (self);
}

void
atlas_label_free (AtlasLabel *self)
{
  g_free (self->text);
  g_free (self);
}

static PangoLayout *
layout_new (AtlasLabelPlacer *self,
            const char *text,
            double size,
            gboolean bold,
            gboolean slanted)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();
  int width;

  pango_font_description_set_family (font, self->family != NULL ? self->family : "Cantarell, sans-serif");
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_MEDIUM);
  pango_font_description_set_style (font, slanted ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_line_spacing (layout, 0.9f);
  pango_layout_set_text (layout, text, -1);

  pango_layout_get_size (layout, &width, NULL);
  if (width > WRAP_FROM * size * PANGO_SCALE)
    {
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
      pango_layout_set_width (layout, (int) (width * 0.66));
    }
  return layout;
}

static PangoLayout *
get_layout (AtlasLabelPlacer *self,
            const char *text,
            double size,
            gboolean bold,
            gboolean slanted)
{
  g_autofree char *key = g_strdup_printf ("%.2f %d%d %s", size, bold, slanted, text);
  PangoLayout *layout = g_hash_table_lookup (self->layouts, key);

  if (layout == NULL)
    {
      layout = layout_new (self, text, size, bold, slanted);
      g_hash_table_insert (self->layouts, g_steal_pointer (&key), layout);
    }
  return layout;
}

static PangoLayout *
get_label_layout (AtlasLabelPlacer *self,
                  const AtlasLabel *label)
{
  return get_layout (self, label->text, label->font_size, label->bold, label->area != NULL);
}

/* --- Wishes --------------------------------------------------------------- */

/* How wide land of so many square kilometres is at that latitude, in pixels. */
static double
get_reach (const AtlasProjection *projection,
           double area,
           double lat)
{
  double swell = projection->kind == ATLAS_PROJECTION_MERCATOR ? 1 / MAX (0.05, cos (lat * G_PI / 180)) : 1;

  return sqrt (area) / EARTH_RADIUS_KM * projection->scale * swell;
}

static const AtlasUnit *
get_main_unit (const AtlasColouring *colouring,
               const char *code)
{
  AtlasGeography *geography = atlas_colouring_get_geography (colouring);
  int unit = atlas_geography_find_unit (geography, code);

  return unit >= 0 ? atlas_geography_get_unit (geography, unit) : NULL;
}

/* Countries with a tie are named sooner, others when their land carries the
 * name or the source of the anchors says so. */
static gboolean
is_wanted (const Wish *wish,
           double label_zoom,
           double zoom)
{
  if (wish->tied)
    return wish->reach >= (wish->rank >= 2e6 ? 5 : 9) || zoom >= MIN (label_zoom, 4.5) - 0.3;
  return zoom >= label_zoom && wish->reach >= 22;
}

static void
add_wish (Placing *placing,
          GArray *wishes,
          Wish *wish,
          double label_zoom)
{
  double span = 0;

  if (placing->projection->kind == ATLAS_PROJECTION_MERCATOR)
    span = placing->projection->scale * 2 * G_PI;
  if (!is_wanted (wish, label_zoom, placing->zoom) ||
      !atlas_projection_forward (placing->projection, wish->lon, wish->lat, &wish->x, &wish->y))
    return;
  if (span == 0)
    {
      g_array_append_val (wishes, *wish);
      return;
    }
  wish->x -= floor (wish->x / span) * span;
  for (; wish->x <= placing->width; wish->x += span)
    g_array_append_val (wishes, *wish);
}

static int
hit_at (const Placing *placing,
        double x,
        double y)
{
  double lon, lat;

  if (!atlas_projection_inverse (placing->projection, x, y, &lon, &lat))
    return ATLAS_GEOGRAPHY_SEA;
  return atlas_geography_hit (atlas_colouring_get_geography (placing->colouring), remainder (lon, 360), lat);
}

/* How many of the points around one of the grid lie on the same land. */
static guint
count_neighbours (const Placing *placing,
                  int unit,
                  guint row,
                  guint column)
{
  guint n = 0;

  for (guint i = MAX (row, 1) - 1; i <= MIN (row + 1, SIGHT_ROWS - 1); i++)
    for (guint j = MAX (column, 2) - 2; j <= MIN (column + 2, SIGHT_COLUMNS - 1); j++)
      n += placing->sight[i][j] == unit;
  return n;
}

static void
look_around (Placing *placing)
{
  double dx = placing->width / (SIGHT_COLUMNS + 1), dy = placing->height / (SIGHT_ROWS + 1);

  if (placing->has_sight)
    return;
  for (guint i = 0; i < SIGHT_ROWS; i++)
    for (guint j = 0; j < SIGHT_COLUMNS; j++)
      placing->sight[i][j] = hit_at (placing, dx * (j + 1), dy * (i + 1));
  placing->has_sight = TRUE;
}

/* Where the anchor is out of sight but much of the land is not, its name goes
 * where most land lies around it. */
static gboolean
find_anchor_in_sight (Placing *placing,
                      int unit,
                      double *lon,
                      double *lat)
{
  double dx = placing->width / (SIGHT_COLUMNS + 1), dy = placing->height / (SIGHT_ROWS + 1);
  guint most = 3, best_row = 0, best_column = 0;

  look_around (placing);
  for (guint i = 0; i < SIGHT_ROWS; i++)
    for (guint j = 0; j < SIGHT_COLUMNS; j++)
      {
        guint n = placing->sight[i][j] == unit ? count_neighbours (placing, unit, i, j) : 0;

        if (n > most)
          {
            most = n;
            best_row = i;
            best_column = j;
          }
      }
  return most > 3 && atlas_projection_inverse (placing->projection, dx * (best_column + 1), dy * (best_row + 1), lon, lat);
}

static gboolean
is_in_sight (const Placing *placing,
             double lon,
             double lat)
{
  double x, y, span = placing->projection->scale * 2 * G_PI;

  if (!atlas_projection_forward (placing->projection, lon, lat, &x, &y))
    return FALSE;
  if (placing->projection->kind == ATLAS_PROJECTION_MERCATOR)
    x -= floor (x / span) * span;
  return x >= 0 && x <= placing->width && y >= 0 && y <= placing->height;
}

/* Whom a lens is about comes first: who belongs or left, or changed, then
 * lesser ties and those that stay as they were. */
static double
get_weight (AtlasStyleKey key)
{
  if (!atlas_style_is_tied (key))
    return 0;
  if (key >= ATLAS_STYLE_JOINED)
    return key == ATLAS_STYLE_UNCHANGED ? 1 : 2;
  if (key <= ATLAS_STYLE_CSTO_WITHDRAWN || key == ATLAS_STYLE_WITHDRAWN)
    return 2;
  return key >= ATLAS_STYLE_MEMBER && key <= ATLAS_STYLE_MEMBER_FROZEN ? 2 : 1;
}

static void
wish_for_country (Placing *placing,
                  GArray *wishes,
                  const AtlasCountry *country)
{
  const AtlasUnit *unit = get_main_unit (placing->colouring, country->code);
  AtlasStyleKey key = ATLAS_STYLE_BASE (atlas_colouring_get_country_key (placing->colouring, country));
  Wish wish = { .country = country, .lon = country->label.lon, .lat = country->label.lat };

  if (unit == NULL || isnan (wish.lon) || isnan (wish.lat))
    return;
  wish.text = atlas_country_get_name (country, placing->placer->language);
  wish.reach = get_reach (placing->projection, unit->area, wish.lat);
  wish.tied = atlas_style_is_tied (key);
  wish.rank = get_weight (key) * 1e6 + wish.reach;
  if (wish.reach > MAX (placing->width, placing->height) / 6 && !is_in_sight (placing, wish.lon, wish.lat) &&
      !find_anchor_in_sight (placing, atlas_geography_find_unit (atlas_colouring_get_geography (placing->colouring), country->code), &wish.lon, &wish.lat))
    return;
  add_wish (placing, wishes, &wish, country->label_zoom);
}

static void
wish_for_area (Placing *placing,
               GArray *wishes,
               const AtlasArea *area)
{
  const AtlasUnit *unit = get_main_unit (placing->colouring, area->id);
  Wish wish = { .area = area, .lon = area->label.lon, .lat = area->label.lat };

  if (unit == NULL || isnan (wish.lon) || isnan (wish.lat) || placing->zoom < AREA_ZOOM ||
      atlas_dataset_find_country (atlas_colouring_get_dataset (placing->colouring), area->id) != NULL)
    return;
  wish.text = atlas_area_get_name (area, placing->placer->language);
  wish.reach = get_reach (placing->projection, unit->area, wish.lat);
  wish.rank = wish.reach - 1e6;
  add_wish (placing, wishes, &wish, AREA_ZOOM);
}

static int
compare_wishes (gconstpointer a,
                gconstpointer b)
{
  const Wish *wa = a, *wb = b;

  if (wa->rank != wb->rank)
    return wa->rank > wb->rank ? -1 : 1;
  return wa->x < wb->x ? -1 : wa->x > wb->x;
}

/* --- Places --------------------------------------------------------------- */

static void
choose_font (const Placing *placing,
             const Wish *wish,
             AtlasLabel *label)
{
  double size = SMALL_SIZE;

  if (wish->area != NULL)
    size = AREA_SIZE;
  else if (wish->reach > 230)
    size = HUGE_SIZE;
  else if (wish->reach > 105)
    size = LARGE_SIZE;
  else if (wish->reach > 45)
    size = MIDDLE_SIZE;
  label->bold = wish->tied && wish->reach > 105;
  label->font_size = size * placing->placer->text_scale;
}

/* The sizes of all that is drawn, as if its top left were at the origin. The
 * letters' own extent counts, not the line's. */
static void
measure (const Placing *placing,
         AtlasLabel *label)
{
  PangoLayout *layout = get_label_layout (placing->placer, label);
  double scale = placing->placer->text_scale, pips, top;
  PangoRectangle ink, logical;

  pango_layout_get_extents (layout, &ink, &logical);
  top = (double) ink.y / PANGO_SCALE;
  label->pip_size = PIP_SIZE * scale;
  pips = label->n_pips > 0 ? label->n_pips * label->pip_size + (label->n_pips - 1) * PIP_GAP * scale : 0;
  label->text_width = (double) logical.width / PANGO_SCALE;
  label->width = MAX (label->text_width, pips);
  label->text_x = (label->width - label->text_width) / 2;
  label->baseline = (double) pango_layout_get_baseline (layout) / PANGO_SCALE - top;
  label->height = (double) ink.height / PANGO_SCALE;
  if (label->n_pips > 0)
    {
      label->pip_y = MAX (label->height, label->baseline + 0.2 * label->font_size) + PIP_DROP * scale + label->pip_size / 2;
      label->height = label->pip_y + label->pip_size / 2;
    }
}

typedef struct
{
  double x0;
  double y0;
  double x1;
  double y1;
} Rect;

/* A name takes two boxes: the text, and the row of pips under it, which is
 * mostly narrower. @pip_y is measured from the top. */
static guint
get_boxes (const AtlasLabel *label,
           double x,
           double y,
           double pip_y,
           Rect boxes[2])
{
  double middle = x + label->width / 2, pips = label->n_pips * (label->pip_size + PIP_GAP) / 2;
  double pip_top = y + pip_y - label->pip_size / 2;

  boxes[0] = (Rect) { middle - label->text_width / 2, y, middle + label->text_width / 2, y + label->height };
  if (label->n_pips == 0)
    return 1;
  boxes[0].y1 = pip_top;
  boxes[1] = (Rect) { middle - pips, pip_top, middle + pips, y + label->height };
  return 2;
}

static gboolean
clash (const Rect *a,
       const Rect *b)
{
  return a->x0 < b->x1 + CLEARANCE && b->x0 < a->x1 + CLEARANCE &&
         a->y0 < b->y1 + CLEARANCE && b->y0 < a->y1 + CLEARANCE;
}

static gboolean
is_free (const Placing *placing,
         const AtlasLabel *label,
         double x,
         double y)
{
  Rect own[2], theirs[2];
  guint n = get_boxes (label, x, y, label->pip_y, own);

  if (x < CLEARANCE || y < CLEARANCE ||
      x + label->width > placing->width - CLEARANCE || y + label->height > placing->height - CLEARANCE)
    return FALSE;
  for (guint i = 0; i < placing->labels->len; i++)
    {
      const AtlasLabel *other = placing->labels->pdata[i];
      guint m = get_boxes (other, other->x, other->y, other->pip_y - other->y, theirs);

      for (guint j = 0; j < n; j++)
        for (guint k = 0; k < m; k++)
          if (clash (&own[j], &theirs[k]))
            return FALSE;
    }
  return TRUE;
}

/* Shifts from the anchor, in shares of the name's box. */
static const double shifts[] = { 0, -0.2, 0.2, -0.4, 0.4, -0.6, 0.6, -0.8, 0.8, -1, 1 };

/* What it costs, in pixels of distance, to stand somewhere else than on the
 * own land: the sea misleads nobody, land of another colour does. */
static double
get_penalty (const Placing *placing,
             const Wish *wish,
             double x,
             double y)
{
  AtlasGeography *geography = atlas_colouring_get_geography (placing->colouring);
  int hit = hit_at (placing, x, y);
  const AtlasUnit *unit;

  if (hit == ATLAS_GEOGRAPHY_SEA)
    return 8;
  unit = atlas_geography_get_unit (geography, hit);
  if (wish->country != NULL ? g_str_equal (unit->country, wish->country->code) : g_str_equal (unit->code, wish->area->id))
    return 0;
  if (!wish->tied)
    return G_MAXDOUBLE;
  return atlas_style_is_tied (atlas_colouring_get_unit_key (placing->colouring, hit)) ? 22 : 14;
}

/* The free place that costs least: near the anchor, with the middle of the
 * text on the name's own land. */
static gboolean
find_place (const Placing *placing,
            const Wish *wish,
            AtlasLabel *label)
{
  double furthest = MAX (wish->reach * 0.75, wish->tied ? 34 * placing->placer->text_scale : 8), least = G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (shifts); j++)
      {
        double dx = shifts[i] * label->width * 0.6, dy = shifts[j] * label->height;
        double x = wish->x - label->width / 2 + dx, y = wish->y - label->height / 2 + dy;
        double cost = hypot (dx, dy);

        if (cost > furthest || cost >= least || !is_free (placing, label, x, y))
          continue;
        cost += get_penalty (placing, wish, x + label->width / 2, y + label->baseline * 0.6);
        if (cost >= least)
          continue;
        least = cost;
        label->x = x;
        label->y = y;
      }
  return least < G_MAXDOUBLE;
}

static void
choose_colours (const Placing *placing,
                AtlasLabel *label)
{
  const AtlasColouring *colouring = placing->colouring;
  const AtlasInk *ink = atlas_scheme_get_ink (atlas_colouring_get_scheme (colouring));
  int unit = hit_at (placing, label->x + label->width / 2, label->y + label->baseline * 0.6);
  const AtlasFill *fill;

  if (unit < 0)
    {
      label->ground = label->halo = ink->sea;
      label->colour = atlas_colour_readable_on (ink->sea);
      return;
    }
  fill = atlas_colouring_get_slot_fill (colouring, atlas_colouring_get_unit_slot (colouring, unit));
  label->ground = fill->colour;
  label->colour = fill->label;
  label->halo = fill->halo;
}

static void
move_parts (AtlasLabel *label)
{
  label->text_x += label->x;
  label->baseline += label->y;
  label->pip_y += label->y;
}

static void
grant (Placing *placing,
       const Wish *wish)
{
  AtlasLabel *label = g_new0 (AtlasLabel, 1);
  const AtlasColouring *colouring = placing->colouring;

  label->country = wish->country;
  label->area = wish->area;
  label->text = g_strdup (wish->text);
  if (wish->country != NULL)
    label->n_pips = atlas_pips_resolve (atlas_colouring_get_dataset (colouring),
                                        atlas_colouring_get_lens (colouring),
                                        wish->country,
                                        atlas_colouring_get_when (colouring).to,
                                        label->pips);
  choose_font (placing, wish, label);
  measure (placing, label);
  if ((!wish->tied && label->text_width > 1.7 * wish->reach) || !find_place (placing, wish, label))
    {
      atlas_label_free (label);
      return;
    }
  choose_colours (placing, label);
  move_parts (label);
  g_ptr_array_add (placing->labels, label);
}

/**
 * atlas_label_placer_place:
 * @projection: in application pixels
 * @width: of the map, application pixels
 * @height: of the map
 *
 * Returns: (transfer full) (element-type AtlasLabel): the names that fit, the
 *   most important first; no two boxes meet, none crosses the edge
 */
GPtrArray *
atlas_label_placer_place (AtlasLabelPlacer *self,
                          const AtlasProjection *projection,
                          double width,
                          double height,
                          AtlasColouring *colouring)
{
  AtlasDataset *dataset = atlas_colouring_get_dataset (colouring);
  g_autoptr (GArray) wishes = g_array_new (FALSE, FALSE, sizeof (Wish));
  Placing placing = { self, projection, colouring, width, height, atlas_projection_get_zoom (projection) };
  const AtlasCountry *const *countries;
  const AtlasArea *const *areas;
  guint n;

  placing.labels = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_label_free);
  countries = atlas_dataset_get_countries (dataset, &n);
  for (guint i = 0; i < n; i++)
    wish_for_country (&placing, wishes, countries[i]);
  areas = atlas_dataset_get_areas (dataset, &n);
  for (guint i = 0; i < n; i++)
    wish_for_area (&placing, wishes, areas[i]);

  g_array_sort (wishes, compare_wishes);
  for (guint i = 0; i < wishes->len; i++)
    grant (&placing, &g_array_index (wishes, Wish, i));
  return placing.labels;
}

/**
 * atlas_label_placer_place_in_view:
 *
 * Returns: (transfer full) (element-type AtlasLabel): as
 *   atlas_label_placer_place() does, for a view of the window
 */
GPtrArray *
atlas_label_placer_place_in_view (AtlasLabelPlacer *self,
                                  const AtlasMapView *view,
                                  AtlasColouring *colouring)
{
  AtlasProjection projection;

  atlas_map_view_get_projection (view, &projection);
  return atlas_label_placer_place (self, &projection, view->width, view->height, colouring);
}

static const AtlasTextStamp *
get_stamp (AtlasLabelPlacer *self,
           PangoLayout *layout,
           double scale)
{
  AtlasTextStamp *stamp = g_hash_table_lookup (self->stamps, layout);

  if (stamp == NULL || stamp->scale != scale)
    {
      stamp = atlas_text_stamp_new (layout, scale);
      g_hash_table_insert (self->stamps, layout, stamp);
    }
  return stamp;
}

static void
draw_text (AtlasLabelPlacer *self,
           const AtlasLabel *label,
           cairo_t *cr)
{
  PangoLayout *layout = get_label_layout (self, label);
  double x, y, scale;
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  x = label->text_x - (double) logical.x / PANGO_SCALE;
  y = label->baseline - (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
  if (atlas_text_stamp_get_scale (cr, &scale))
    atlas_text_stamp_draw (get_stamp (self, layout, scale), cr, x, y, label->colour, label->halo);
  else
    atlas_text_draw_outlines (layout, cr, x, y, label->colour, label->halo);
}

/**
 * atlas_label_placer_draw:
 * @label: one that this placer placed
 * @cr: the map's top left is its origin
 *
 * Draws the name with its halo, and the pips.
 */
void
atlas_label_placer_draw (AtlasLabelPlacer *self,
                         const AtlasLabel *label,
                         cairo_t *cr,
                         AtlasScheme scheme)
{
  double step = label->pip_size + PIP_GAP * self->text_scale;
  double x = label->x + label->width / 2 - step * (label->n_pips - 1.0) / 2;

  cairo_save (cr);
  cairo_new_path (cr);
  draw_text (self, label, cr);
  for (guint i = 0; i < label->n_pips; i++)
    atlas_pip_draw (&label->pips[i], cr, x + i * step, label->pip_y, label->pip_size, scheme);
  cairo_restore (cr);
}
