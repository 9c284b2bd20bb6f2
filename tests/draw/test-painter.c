/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "draw-fixture.h"

#include "atlas-map-painter.h"

#include <math.h>

static AtlasMapPainter *
get_painter (void)
{
  static AtlasMapPainter *painter = NULL;

  if (painter == NULL)
    painter = atlas_map_painter_new (draw_geography ());
  return painter;
}

static cairo_surface_t *
paint (const AtlasMapView *view,
       const char *lens,
       AtlasScheme scheme)
{
  g_autoptr (AtlasColouring) colouring = draw_colouring (lens, "2026-06-15", scheme);

  return atlas_map_painter_paint (get_painter (), view, colouring, NULL);
}

static AtlasColour
pixel (cairo_surface_t *surface,
       int x,
       int y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  const guint32 *row;

  g_assert_cmpint (x, >=, 0);
  g_assert_cmpint (x, <, cairo_image_surface_get_width (surface));
  g_assert_cmpint (y, >=, 0);
  g_assert_cmpint (y, <, cairo_image_surface_get_height (surface));
  row = (const guint32 *) (gconstpointer) (data + y * cairo_image_surface_get_stride (surface));
  g_assert_cmphex (row[x] >> 24, ==, 0xff);
  return row[x] & 0xffffff;
}

static AtlasColour
colour_at (cairo_surface_t *surface,
           const AtlasMapView *view,
           double lon,
           double lat)
{
  double x, y;

  atlas_map_view_to_screen (view, lon, lat, &x, &y);
  return pixel (surface, (int) floor (x * view->scale), (int) floor (y * view->scale));
}

static void
get_fill (const char *country,
          const char *lens,
          AtlasScheme scheme,
          AtlasFill *fill)
{
  g_autoptr (AtlasColouring) colouring = draw_colouring (lens, "2026-06-15", scheme);

  atlas_colouring_get_country_fill (colouring, fixture_country (country), fill);
}

static const struct
{
  const char *country; /* NULL: sea or lake */
  double lon;
  double lat;
} plain_places[] = {
  { "RU", 37.6, 55.75 }, /* Moscow */
  { "RU", 105.3, 61.5 }, /* Siberia */
  { "RU", 20.5, 54.7 },  /* Kaliningrad */
  { "KZ", 71.0, 51.0 },  /* near Astana */
  { "UA", 30.5, 50.4 },  /* Kyiv */
  { "UA", 34.3, 45.3 },  /* Crimea, as this atlas counts it */
  { "CN", 116.4, 40.1 }, /* Beijing */
  { "IN", 77.6, 23.0 },  /* Bhopal */
  { "MN", 104.0, 46.5 }, /* Gobi */
  { "PK", 69.0, 29.0 },  /* Balochistan */
  { "SE", 15.5, 62.0 },  /* Jämtland */
  { NULL, 51.0, 41.5 },  /* the Caspian Sea */
  { NULL, 108.1, 53.5 }, /* Lake Baikal */
  { NULL, 65.0, 15.0 },  /* the Arabian Sea */
  { NULL, 34.0, 43.0 },  /* the Black Sea */
};

static void
test_places (gconstpointer data)
{
  AtlasScheme scheme = GPOINTER_TO_UINT (data);
  AtlasMapView view = { 75, 48, 4, 1500, 1100, 1 };
  cairo_surface_t *surface = paint (&view, NULL, scheme);

  for (guint i = 0; i < G_N_ELEMENTS (plain_places); i++)
    {
      AtlasColour expected = atlas_scheme_get_ink (scheme)->sea;
      AtlasFill fill;

      if (plain_places[i].country != NULL)
        {
          get_fill (plain_places[i].country, NULL, scheme, &fill);
          expected = fill.colour;
        }
      g_assert_cmphex (colour_at (surface, &view, plain_places[i].lon, plain_places[i].lat), ==, expected);
    }
  cairo_surface_destroy (surface);
}

static void
add_channels (AtlasColour colour,
              double sum[3])
{
  for (guint i = 0; i < 3; i++)
    sum[i] += colour >> (8 * i) & 0xff;
}

/* Near Baku: a hatched country has both the land's colour and that of the
 * lines, and on the average what lies between. */
static void
test_hatched (void)
{
  AtlasMapView view = { 47.5, 40.3, 7, 400, 400, 1 };
  cairo_surface_t *surface = paint (&view, NULL, ATLAS_SCHEME_LIGHT);
  double sum[3] = { 0 };
  guint land = 0, lines = 0, n = 0;
  AtlasFill fill;

  get_fill ("AZ", NULL, ATLAS_SCHEME_LIGHT, &fill);
  g_assert_cmpint (fill.pattern, ==, ATLAS_PATTERN_HATCH);
  for (int y = 180; y < 220; y++)
    for (int x = 180; x < 220; x++)
      {
        AtlasColour colour = pixel (surface, x, y);

        add_channels (colour, sum);
        land += colour == fill.colour;
        lines += colour == fill.pattern_colour;
        n++;
      }
  g_assert_cmpuint (land, >, n / 10);
  g_assert_cmpuint (lines, >, n / 10);
  for (guint i = 0; i < 3; i++)
    {
      double a = fill.colour >> (8 * i) & 0xff, b = fill.pattern_colour >> (8 * i) & 0xff;

      g_assert_cmpfloat (sum[i] / n, >, MIN (a, b) + ABS (a - b) * 0.3);
      g_assert_cmpfloat (sum[i] / n, <, MAX (a, b) - ABS (a - b) * 0.3);
    }
  cairo_surface_destroy (surface);
}

/* Chukotka on both sides of 180°, Alaska, and no seam between the halves. */
static void
test_antimeridian (void)
{
  AtlasMapView view = { 180, 66, 4, 900, 500, 1 };
  cairo_surface_t *surface = paint (&view, NULL, ATLAS_SCHEME_LIGHT);
  AtlasFill russia, states;

  get_fill ("RU", NULL, ATLAS_SCHEME_LIGHT, &russia);
  get_fill ("US", NULL, ATLAS_SCHEME_LIGHT, &states);
  g_assert_cmphex (colour_at (surface, &view, 175, 67.5), ==, russia.colour);
  g_assert_cmphex (colour_at (surface, &view, -175, 67), ==, russia.colour);
  for (double lon = 179; lon <= 181; lon += 0.1)
    g_assert_cmphex (colour_at (surface, &view, lon, 67.6), ==, russia.colour);
  g_assert_cmphex (colour_at (surface, &view, -155, 66), ==, states.colour);
  g_assert_cmphex (colour_at (surface, &view, -169, 63), ==, atlas_scheme_get_ink (ATLAS_SCHEME_LIGHT)->sea);
  cairo_surface_destroy (surface);
}

/* At zoom 1 the world is 512 pixels wide: a window of 1400 shows it again. */
static void
test_world_copies (void)
{
  AtlasMapView view = { 100, 20, 1, 1400, 500, 1 };
  cairo_surface_t *surface = paint (&view, NULL, ATLAS_SCHEME_DARK);
  double x, y;
  AtlasFill fill;

  get_fill ("RU", NULL, ATLAS_SCHEME_DARK, &fill);
  atlas_map_view_to_screen (&view, 100, 62, &x, &y);
  for (int copy = -1; copy <= 1; copy++)
    g_assert_cmphex (pixel (surface, (int) x + 512 * copy, (int) y), ==, fill.colour);
  cairo_surface_destroy (surface);
}

static void
test_far_turns (void)
{
  AtlasMapView near = { 60, 50, 3, 300, 200, 1 }, far = { 60 + 720, 50, 3, 300, 200, 1 };
  cairo_surface_t *a = paint (&near, "SCO", ATLAS_SCHEME_LIGHT), *b = paint (&far, "SCO", ATLAS_SCHEME_LIGHT);
  guint apart = 0;

  for (int y = 0; y < 200; y++)
    for (int x = 0; x < 300; x++)
      apart += pixel (a, x, y) != pixel (b, x, y);
  g_assert_cmpuint (apart, <, 60000 / 100);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

static void
test_border (void)
{
  AtlasMapView view = { 77.5, 53, 6, 900, 700, 1 };
  cairo_surface_t *surface = paint (&view, NULL, ATLAS_SCHEME_HIGH_CONTRAST_LIGHT);
  double x, y, darkest = 1;

  /* From Russia down into Kazakhstan: the same fill, but a border between. */
  atlas_map_view_to_screen (&view, 77.5, 55, &x, &y);
  for (int i = 0; i < 250; i++)
    darkest = MIN (darkest, atlas_colour_get_luminance (pixel (surface, (int) x, (int) y + i)));
  g_assert_cmpfloat (darkest, <, 0.03);
  cairo_surface_destroy (surface);
}

static void
test_scale (void)
{
  AtlasMapView view = { 75, 48, 3, 301, 200, 1.5 };
  cairo_surface_t *surface = paint (&view, NULL, ATLAS_SCHEME_LIGHT);
  double sx, sy;
  AtlasFill fill;

  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 452);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 300);
  cairo_surface_get_device_scale (surface, &sx, &sy);
  g_assert_cmpfloat (sx, ==, 1.5);
  get_fill ("KZ", NULL, ATLAS_SCHEME_LIGHT, &fill);
  g_assert_cmphex (colour_at (surface, &view, 68, 49), ==, fill.colour);
  cairo_surface_destroy (surface);
}

static void
test_emphasis (void)
{
  AtlasMapView view = { 75, 48, 3, 600, 400, 1 };
  g_autoptr (AtlasColouring) colouring = draw_colouring (NULL, "2026-06-15", ATLAS_SCHEME_LIGHT);
  const AtlasCountry *only[] = { fixture_country ("KZ") };
  cairo_surface_t *surface;
  AtlasFill kazakhstan, china, dimmed;

  get_fill ("KZ", NULL, ATLAS_SCHEME_LIGHT, &kazakhstan);
  get_fill ("CN", NULL, ATLAS_SCHEME_LIGHT, &china);
  atlas_colouring_set_emphasis (colouring, only, 1);
  atlas_colouring_get_country_fill (colouring, fixture_country ("CN"), &dimmed);
  surface = atlas_map_painter_paint (get_painter (), &view, colouring, NULL);
  g_assert_cmphex (colour_at (surface, &view, 68, 49), ==, kazakhstan.colour);
  g_assert_cmphex (colour_at (surface, &view, 100, 36), ==, dimmed.colour);
  g_assert_cmphex (dimmed.colour, !=, china.colour);
  cairo_surface_destroy (surface);
}

static void
test_secondary (void)
{
  g_autoptr (AtlasColouring) colouring = draw_colouring (NULL, "2026-06-15", ATLAS_SCHEME_LIGHT);
  g_autoptr (AtlasColouring) emphasis = draw_colouring (NULL, "2026-06-15", ATLAS_SCHEME_LIGHT);
  const AtlasCountry *first[] = { fixture_country ("KZ") };
  const AtlasCountry *second[] = { fixture_country ("CN"), fixture_country ("KZ") };
  AtlasFill full, dimmed, half;

  get_fill ("KZ", NULL, ATLAS_SCHEME_LIGHT, &full);
  atlas_colouring_set_emphasis (emphasis, first, 1);
  atlas_colouring_get_country_fill (emphasis, fixture_country ("CN"), &dimmed);
  atlas_colouring_set_emphasis (colouring, first, 1);
  atlas_colouring_add_secondary (colouring, second, 2);
  atlas_colouring_get_country_fill (colouring, fixture_country ("KZ"), &half);
  g_assert_cmphex (half.colour, ==, full.colour);
  get_fill ("CN", NULL, ATLAS_SCHEME_LIGHT, &full);
  atlas_colouring_get_country_fill (colouring, fixture_country ("CN"), &half);
  g_assert_cmphex (half.colour, !=, full.colour);
  g_assert_cmphex (half.colour, !=, dimmed.colour);
  g_assert_false (atlas_colouring_looks_like (colouring, emphasis));
}

static gboolean
look_alike (const char *lens,
            const char *iso,
            const char *other)
{
  g_autoptr (AtlasColouring) a = draw_colouring (lens, iso, ATLAS_SCHEME_LIGHT);
  g_autoptr (AtlasColouring) b = draw_colouring (lens, other, ATLAS_SCHEME_LIGHT);

  return atlas_colouring_looks_like (a, b) && atlas_colouring_looks_like (b, a);
}

/* What looks alike is not painted anew, so a change that is missed would never
 * be shown. */
static void
test_looks_like (void)
{
  g_autoptr (AtlasColouring) colouring = draw_colouring (NULL, "2026-06-15", ATLAS_SCHEME_LIGHT);
  g_autoptr (AtlasColouring) dark = draw_colouring (NULL, "2026-06-15", ATLAS_SCHEME_DARK);
  g_autoptr (AtlasColouring) csto = draw_colouring ("CSTO", "2026-06-15", ATLAS_SCHEME_LIGHT);
  g_autoptr (AtlasColouring) emphasis = draw_colouring (NULL, "2026-06-15", ATLAS_SCHEME_LIGHT);
  const AtlasCountry *only[] = { fixture_country ("KZ") };

  atlas_colouring_set_emphasis (emphasis, only, 1);
  g_assert_true (atlas_colouring_looks_like (colouring, colouring));
  g_assert_false (atlas_colouring_looks_like (colouring, dark));
  g_assert_false (atlas_colouring_looks_like (colouring, csto));
  g_assert_false (atlas_colouring_looks_like (colouring, emphasis));

  /* India and Pakistan join the SCO on 9 June 2017. */
  g_assert_true (look_alike (NULL, "2017-06-07", "2017-06-08"));
  g_assert_false (look_alike (NULL, "2017-06-08", "2017-06-09"));
  g_assert_true (look_alike (NULL, "2017-06-09", "2017-06-10"));
  /* Belarus follows on 4 July 2024: its fill is that of a CSTO member before
   * and after, but it gets another pip. */
  g_assert_false (look_alike (NULL, "2024-07-03", "2024-07-04"));
  g_assert_true (look_alike ("CSTO", "2024-07-03", "2024-07-04"));
}

static void
test_cancelled (void)
{
  AtlasMapView view = { 11, 12, 3, 600, 400, 1 };
  g_autoptr (AtlasColouring) colouring = draw_colouring (NULL, "2026-06-15", ATLAS_SCHEME_LIGHT);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (atlas_map_painter_paint (get_painter (), &view, colouring, cancellable));
}

static gpointer
paint_in_thread (gpointer data)
{
  AtlasMapView view = { 20.0 + 25 * GPOINTER_TO_INT (data), 45, 3, 400, 300, 1 };

  return paint (&view, "BRICS", ATLAS_SCHEME_LIGHT);
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (int i = 0; i < 4; i++)
    threads[i] = g_thread_new ("painter", paint_in_thread, GINT_TO_POINTER (i));
  for (int i = 0; i < 4; i++)
    {
      cairo_surface_t *surface = g_thread_join (threads[i]), *again = paint_in_thread (GINT_TO_POINTER (i));

      for (int y = 0; y < 300; y++)
        for (int x = 0; x < 400; x++)
          g_assert_cmphex (pixel (surface, x, y), ==, pixel (again, x, y));
      cairo_surface_destroy (surface);
      cairo_surface_destroy (again);
    }
}

/* The fast painter and the vectors of plates show the same world. */
static void
test_vectors_agree (void)
{
  AtlasMapView view = { 75, 45, 3, 600, 400, 1 };
  g_autoptr (AtlasColouring) colouring = draw_colouring ("SCO", "2026-06-15", ATLAS_SCHEME_LIGHT);
  cairo_surface_t *fast = atlas_map_painter_paint (get_painter (), &view, colouring, NULL);
  cairo_surface_t *vectors = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 600, 400);
  cairo_t *cr = cairo_create (vectors);
  AtlasProjection projection;
  guint apart = 0;

  atlas_map_view_get_projection (&view, &projection);
  atlas_map_painter_draw (get_painter (), cr, &projection, 0, 0, 600, 400, colouring);
  cairo_destroy (cr);
  cairo_surface_flush (vectors);
  for (int y = 0; y < 400; y++)
    for (int x = 0; x < 600; x++)
      apart += ABS ((int) (pixel (fast, x, y) >> 8 & 0xff) - (int) (pixel (vectors, x, y) >> 8 & 0xff)) > 24;
  g_assert_cmpuint (apart, <, 600 * 400 / 50);
  cairo_surface_destroy (fast);
  cairo_surface_destroy (vectors);
}

static void
test_outline (void)
{
  AtlasMapView view = { 67, 48, 4, 800, 600, 1 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 800, 600);
  cairo_t *cr = cairo_create (surface);
  double x0, y0, x1, y1, west, east, y;

  atlas_map_painter_outline_country (get_painter (), cr, &view, "KZ");
  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  atlas_map_view_to_screen (&view, 46.5, 48, &west, &y);
  atlas_map_view_to_screen (&view, 87.3, 48, &east, &y);
  g_assert_cmpfloat_with_epsilon (x0, west, 3);
  g_assert_cmpfloat_with_epsilon (x1, east, 3);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/painter/places/light", GUINT_TO_POINTER (ATLAS_SCHEME_LIGHT), test_places);
  g_test_add_data_func ("/painter/places/dark", GUINT_TO_POINTER (ATLAS_SCHEME_DARK), test_places);
  g_test_add_func ("/painter/hatched", test_hatched);
  g_test_add_func ("/painter/antimeridian", test_antimeridian);
  g_test_add_func ("/painter/world-copies", test_world_copies);
  g_test_add_func ("/painter/far-turns", test_far_turns);
  g_test_add_func ("/painter/border", test_border);
  g_test_add_func ("/painter/scale", test_scale);
  g_test_add_func ("/painter/emphasis", test_emphasis);
  g_test_add_func ("/painter/secondary", test_secondary);
  g_test_add_func ("/painter/looks-like", test_looks_like);
  g_test_add_func ("/painter/cancelled", test_cancelled);
  g_test_add_func ("/painter/threads", test_threads);
  g_test_add_func ("/painter/vectors-agree", test_vectors_agree);
  g_test_add_func ("/painter/outline", test_outline);
  return g_test_run ();
}
