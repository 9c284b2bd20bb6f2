/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "draw-fixture.h"

#include "atlas-label-placer.h"

static const AtlasLabel *
find_label (GPtrArray *labels,
            const char *code)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const AtlasLabel *label = labels->pdata[i];

      if (label->country != NULL && g_str_equal (label->country->code, code))
        return label;
    }
  return NULL;
}

static GPtrArray *
place (const AtlasMapView *view,
       const char *lens,
       const char *language)
{
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new ();
  g_autoptr (AtlasColouring) colouring = draw_colouring (lens, "2026-06-15", ATLAS_SCHEME_LIGHT);

  atlas_label_placer_set_language (placer, language);
  return atlas_label_placer_place_in_view (placer, view, colouring);
}

/* The home of a window of 1280 × 800: all Eurasia. */
static void
get_home (AtlasMapView *view)
{
  AtlasProjection p;

  atlas_projection_fit_eurasia (&p, ATLAS_PROJECTION_MERCATOR, 0, 0, 1280, 800);
  *view = (AtlasMapView) { 0, 0, atlas_projection_get_zoom (&p), 1280, 800, 1 };
  atlas_projection_inverse (&p, 640, 400, &view->lon, &view->lat);
}

static void
test_home (void)
{
  static const char *const wanted[] = { "RU", "KZ", "BY", "AM", "KG", "TJ", "UZ", "AZ", "GE", "CN", "IN", "IR", "PK", "MN", "AF", "TR" };
  g_autoptr (GPtrArray) labels = NULL;
  AtlasMapView view;

  get_home (&view);
  labels = place (&view, NULL, "en");
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (find_label (labels, wanted[i]) == NULL)
      g_test_fail_printf ("no name for %s", wanted[i]);
  g_assert_cmpuint (labels->len, >, 30);
}

static void
test_swedish (void)
{
  g_autoptr (GPtrArray) labels = NULL;
  AtlasMapView view;

  get_home (&view);
  labels = place (&view, NULL, "sv");
  g_assert_cmpstr (find_label (labels, "RU")->text, ==, "Ryssland");
  g_assert_cmpstr (find_label (labels, "UZ")->text, ==, "Uzbekistan");
  g_assert_cmpstr (find_label (labels, "KZ")->text, ==, "Kazakstan");
}

typedef struct
{
  double x0, y0, x1, y1;
} Rect;

static guint
get_boxes (const AtlasLabel *label,
           Rect boxes[2])
{
  double pip_top = label->pip_y - label->pip_size / 2, pips = label->n_pips * label->pip_size / 2;
  double middle = label->x + label->width / 2;

  boxes[0] = (Rect) { label->text_x, label->y, label->text_x + label->text_width, label->n_pips > 0 ? pip_top : label->y + label->height };
  if (label->n_pips == 0)
    return 1;
  boxes[1] = (Rect) { middle - pips, pip_top, middle + pips, label->y + label->height };
  return 2;
}

static void
assert_apart (const AtlasLabel *a,
              const AtlasLabel *b)
{
  Rect boxes_a[2], boxes_b[2];
  guint n = get_boxes (a, boxes_a), m = get_boxes (b, boxes_b);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < m; j++)
      if (boxes_a[i].x0 < boxes_b[j].x1 && boxes_b[j].x0 < boxes_a[i].x1 &&
          boxes_a[i].y0 < boxes_b[j].y1 && boxes_b[j].y0 < boxes_a[i].y1)
        g_test_fail_printf ("%s lies on %s", a->text, b->text);
}

/* In every language, at every zoom: no two names meet, none crosses the edge. */
static void
test_no_overlaps (gconstpointer language)
{
  static const char *const lenses[] = { NULL, "SCO", "NATO", "AU" };

  for (guint l = 0; l < G_N_ELEMENTS (lenses); l++)
    for (double zoom = 1.5; zoom < 8; zoom += 1.1)
      {
        AtlasMapView view = { 66, 41, zoom, 900, 640, 1 };
        g_autoptr (GPtrArray) labels = place (&view, lenses[l], language);

        g_assert_cmpuint (labels->len, >, 0);
        for (guint i = 0; i < labels->len; i++)
          {
            const AtlasLabel *a = labels->pdata[i];

            g_assert_cmpfloat (a->x, >=, 0);
            g_assert_cmpfloat (a->y, >=, 0);
            g_assert_cmpfloat (a->x + a->width, <=, 900);
            g_assert_cmpfloat (a->y + a->height, <=, 640);
            for (guint j = 0; j < i; j++)
              assert_apart (a, labels->pdata[j]);
          }
      }
}

static void
test_colours (void)
{
  g_autoptr (GPtrArray) labels = NULL;
  AtlasMapView view;

  get_home (&view);
  labels = place (&view, NULL, "en");
  for (guint i = 0; i < labels->len; i++)
    {
      const AtlasLabel *label = labels->pdata[i];

      g_assert_cmpfloat (atlas_colour_get_contrast (label->colour, label->halo), >=, 4.5);
    }
  g_assert_cmphex (find_label (labels, "RU")->colour, ==, 0xffffff);
  g_assert_cmpfloat (atlas_colour_get_luminance (find_label (labels, "MN")->colour), <, 0.05);
}

static void
test_areas (void)
{
  AtlasMapView near = { 41, 43, 7, 900, 640, 1 }, far = { 41, 43, 4, 900, 640, 1 };
  g_autoptr (GPtrArray) labels = place (&near, NULL, "en"), without = place (&far, NULL, "en");
  guint areas = 0;

  for (guint i = 0; i < labels->len; i++)
    areas += ((AtlasLabel *) labels->pdata[i])->area != NULL;
  g_assert_cmpuint (areas, >=, 2); /* Abkhazia and South Ossetia */
  for (guint i = 0; i < without->len; i++)
    g_assert_null (((AtlasLabel *) without->pdata[i])->area);
}

/* Deep in Siberia the anchor of Russia's name is out of sight. */
static void
test_name_in_sight (void)
{
  AtlasMapView view = { 140, 65, 5, 900, 640, 1 };
  g_autoptr (GPtrArray) labels = place (&view, NULL, "en");

  g_assert_nonnull (find_label (labels, "RU"));
}

static void
test_world_copies (void)
{
  AtlasMapView view = { 100, 20, 1.6, 1900, 500, 1 };
  g_autoptr (GPtrArray) labels = place (&view, NULL, "en");
  guint n = 0;

  for (guint i = 0; i < labels->len; i++)
    n += g_strcmp0 (((AtlasLabel *) labels->pdata[i])->text, "Russia") == 0;
  g_assert_cmpuint (n, >=, 2);
}

static void
test_same_twice (void)
{
  AtlasMapView view = { 60, 42, 4, 900, 640, 1 };
  g_autoptr (GPtrArray) a = place (&view, NULL, "en"), b = place (&view, NULL, "en");

  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const AtlasLabel *one = a->pdata[i], *other = b->pdata[i];

      g_assert_cmpstr (one->text, ==, other->text);
      g_assert_cmpfloat (one->x, ==, other->x);
      g_assert_cmpfloat (one->y, ==, other->y);
    }
}

static void
test_large_text (void)
{
  AtlasMapView view = { 75, 45, 3, 900, 640, 1 };
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new ();
  g_autoptr (AtlasColouring) colouring = draw_colouring (NULL, "2026-06-15", ATLAS_SCHEME_LIGHT);
  g_autoptr (GPtrArray) usual = atlas_label_placer_place_in_view (placer, &view, colouring);
  g_autoptr (GPtrArray) large = NULL;

  atlas_label_placer_set_font (placer, NULL, 2);
  large = atlas_label_placer_place_in_view (placer, &view, colouring);
  g_assert_cmpfloat (find_label (large, "RU")->font_size, ==, 2 * find_label (usual, "RU")->font_size);
  g_assert_cmpuint (large->len, <=, usual->len);
}

static guint
count_ink (cairo_surface_t *surface,
           AtlasColour colour)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      n += (((const guint32 *) (gconstpointer) (data + y * cairo_image_surface_get_stride (surface)))[x] & 0xffffff) == colour;
  return n;
}

static void
test_draw (void)
{
  AtlasMapView view = { 75, 45, 3, 900, 640, 2 };
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new ();
  g_autoptr (AtlasColouring) colouring = draw_colouring (NULL, "2026-06-15", ATLAS_SCHEME_LIGHT);
  g_autoptr (GPtrArray) labels = atlas_label_placer_place_in_view (placer, &view, colouring);
  const AtlasLabel *label = find_label (labels, "RU");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) label->width * 2 + 12, (int) label->height * 2 + 12);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, 2, 2);
  cr = cairo_create (surface);
  cairo_translate (cr, 3 - label->x, 3 - label->y);
  atlas_label_placer_draw (placer, label, cr, ATLAS_SCHEME_LIGHT);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_assert_cmpuint (count_ink (surface, 0xffffff), >, 60);
  g_assert_cmpuint (count_ink (surface, atlas_pip_get_colour (&label->pips[0], ATLAS_SCHEME_LIGHT)), >, 30);
  g_assert_cmpuint (count_ink (surface, atlas_pip_get_colour (&label->pips[1], ATLAS_SCHEME_LIGHT)), >, 30);
  cairo_surface_destroy (surface);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/labels/home", test_home);
  g_test_add_func ("/labels/swedish", test_swedish);
  g_test_add_data_func ("/labels/no-overlaps/en", "en", test_no_overlaps);
  g_test_add_data_func ("/labels/no-overlaps/ar", "ar", test_no_overlaps);
  g_test_add_data_func ("/labels/no-overlaps/zh", "zh", test_no_overlaps);
  g_test_add_func ("/labels/colours", test_colours);
  g_test_add_func ("/labels/areas", test_areas);
  g_test_add_func ("/labels/name-in-sight", test_name_in_sight);
  g_test_add_func ("/labels/world-copies", test_world_copies);
  g_test_add_func ("/labels/same-twice", test_same_twice);
  g_test_add_func ("/labels/large-text", test_large_text);
  g_test_add_func ("/labels/draw", test_draw);
  return g_test_run ();
}
