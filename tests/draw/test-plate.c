/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "draw-fixture.h"

#include "atlas-plate.h"

#include <glib/gstdio.h>
#include <math.h>

static AtlasPlate *
make_plate (const char *lens,
            AtlasProjectionKind kind)
{
  g_autoptr (AtlasColouring) colouring = draw_colouring (lens, "2026-06-15", ATLAS_SCHEME_LIGHT);
  AtlasPlate *plate = atlas_plate_new (colouring);

  atlas_plate_set_projection (plate, kind);
  return plate;
}

static AtlasPlate *
make_plate_between (const char *lens,
                    const char *from,
                    const char *to)
{
  g_autoptr (AtlasColouring) colouring = atlas_colouring_new (fixture_dataset (), draw_geography (), draw_lens (lens),
                                                              atlas_when_between (fixture_day (from), fixture_day (to)), ATLAS_SCHEME_LIGHT);

  return atlas_plate_new (colouring);
}

static AtlasColour
pixel (cairo_surface_t *surface,
       double x,
       double y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);

  return ((const guint32 *) (gconstpointer) (data + (int) y * cairo_image_surface_get_stride (surface)))[(int) x] & 0xffffff;
}

/* Paint over paint rounds by a step or two. */
static gboolean
is_about (AtlasColour a,
          AtlasColour b)
{
  for (guint shift = 0; shift <= 16; shift += 8)
    if (ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)) > 2)
      return FALSE;
  return TRUE;
}

static cairo_surface_t *
draw (AtlasPlate *plate,
      int width,
      int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  atlas_plate_draw (plate, cr, width, height);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Places with a plain fill and no name near. */
static void
test_colours (gconstpointer data)
{
  static const struct
  {
    const char *country;
    double lon, lat;
  } places[] = {
    { "RU", 60, 62 },
    { "RU", 171, 67.5 },
    { "RU", 184, 66.9 },
    { "KZ", 72, 46.5 },
    { "CN", 90, 38 },
    { "IN", 77, 17 },
    { "UA", 34.5, 49.5 },
    { NULL, 65, 14 },
    { NULL, 51, 41.4 },
  };
  AtlasProjectionKind kind = GPOINTER_TO_UINT (data);
  g_autoptr (AtlasPlate) plate = make_plate (NULL, kind);
  g_autoptr (AtlasColouring) colouring = draw_colouring (NULL, "2026-06-15", ATLAS_SCHEME_LIGHT);
  cairo_surface_t *surface = draw (plate, 1600, 1000);
  AtlasProjection projection;
  double x, y, width, height;

  atlas_plate_get_map (plate, 1600, 1000, &projection, &x, &y, &width, &height);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      AtlasColour expected = atlas_scheme_get_ink (ATLAS_SCHEME_LIGHT)->sea;
      AtlasFill fill;
      double px, py;

      if (places[i].country != NULL)
        {
          atlas_colouring_get_country_fill (colouring, fixture_country (places[i].country), &fill);
          expected = fill.colour;
        }
      g_assert_true (atlas_projection_forward (&projection, places[i].lon, places[i].lat, &px, &py));
      g_assert_cmpfloat (px, >, x);
      g_assert_cmpfloat (px, <, x + width);
      g_assert_cmpfloat (py, >, y);
      g_assert_cmpfloat (py, <, y + height);
      if (!is_about (pixel (surface, px, py), expected))
        g_test_fail_printf ("%s at %g %g: #%06x", places[i].country, places[i].lon, places[i].lat, pixel (surface, px, py));
    }
  cairo_surface_destroy (surface);
}

/* All of Russia's main land lies inside the map, Chukotka included. */
static void
test_russia_whole (void)
{
  static const int sizes[][2] = { { 1600, 1000 }, { 842, 595 }, { 595, 842 }, { 1000, 1000 } };
  int unit = atlas_geography_find_unit (draw_geography (), "RU");
  guint n;
  const AtlasRing *rings = atlas_geography_get_rings (draw_geography (), 0, unit, &n);

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint i = 0; i < n; i++)
      {
        g_autoptr (AtlasPlate) plate = make_plate (NULL, ATLAS_PROJECTION_EQUAL_AREA);
        g_autofree AtlasPoint *points = g_new (AtlasPoint, rings[i].n_points);
        AtlasProjection projection;
        double x, y, width, height;

        if (rings[i].n_points < 60)
          continue;
        atlas_plate_get_map (plate, sizes[s][0], sizes[s][1], &projection, &x, &y, &width, &height);
        atlas_geography_copy_ring (draw_geography (), 0, &rings[i], points);
        for (guint j = 0; j < rings[i].n_points; j++)
          {
            double px, py;

            g_assert_true (atlas_projection_forward (&projection, points[j].lon, points[j].lat, &px, &py));
            g_assert_cmpfloat (px, >, x);
            g_assert_cmpfloat (px, <, x + width);
            g_assert_cmpfloat (py, >, y);
            g_assert_cmpfloat (py, <, y + height);
          }
      }
}

/* Nothing is drawn in the margins: no text is clipped. */
static void
check_margins (AtlasPlate *plate,
               const char *name,
               int width,
               int height)
{
  const AtlasColour paper = atlas_scheme_get_ink (ATLAS_SCHEME_LIGHT)->paper;
  const int margin = (int) (sqrt (width * height / 1e6) * 20);
  cairo_surface_t *surface = draw (plate, width, height);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if ((x < margin || y < margin || x >= width - margin || y >= height - margin) && pixel (surface, x, y) != paper)
        {
          g_test_fail_printf ("%s at %d × %d: ink in the margin at %d, %d", name, width, height, x, y);
          x = width;
          y = height;
        }
  cairo_surface_destroy (surface);
}

static void
test_margins (void)
{
  static const int sizes[][2] = { { 1600, 1000 }, { 842, 595 }, { 595, 842 }, { 400, 300 }, { 2000, 500 }, { 500, 1500 } };
  static const char *const lenses[] = { NULL, "SCO", "AU", "NATO" };

  for (guint l = 0; l < G_N_ELEMENTS (lenses); l++)
    for (guint s = 0; s < (lenses[l] == NULL ? G_N_ELEMENTS (sizes) : 2); s++)
      {
        g_autoptr (AtlasPlate) plate = make_plate (lenses[l], ATLAS_PROJECTION_EQUAL_AREA);

        check_margins (plate, lenses[l], sizes[s][0], sizes[s][1]);
      }
}

/* Two days make longer words over and under the map, and other looks in it. */
static void
test_margins_of_two_days (void)
{
  static const int sizes[][2] = { { 842, 595 }, { 400, 600 } };
  static const char *const lenses[] = { NULL, "AU" };

  for (guint l = 0; l < G_N_ELEMENTS (lenses); l++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      {
        g_autoptr (AtlasPlate) plate = make_plate_between (lenses[l], "1955-09-28", "2026-09-28");

        check_margins (plate, lenses[l], sizes[s][0], sizes[s][1]);
      }
}

/* Belarus and Iran rose in the SCO, Kazakhstan stayed, Sweden has no part in it. */
static void
test_colours_of_two_days (void)
{
  static const struct
  {
    double lon, lat;
    AtlasColour expected;
  } places[] = {
    { 29.6, 52.6, 0x95c1af },
    { 54.0, 32.0, 0x95c1af },
    { 57.4, 48.2, 0xb5b9cf },
    { 15.0, 63.5, 0xf3f1ec },
  };
  g_autoptr (AtlasPlate) plate = make_plate_between ("SCO", "2022-01-01", "2024-12-31");
  AtlasProjection projection;
  double x, y, width, height;
  cairo_surface_t *surface;

  atlas_plate_set_projection (plate, ATLAS_PROJECTION_MERCATOR);
  atlas_plate_set_frame (plate, FALSE);
  surface = draw (plate, 1600, 1000);
  atlas_plate_get_map (plate, 1600, 1000, &projection, &x, &y, &width, &height);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      double px, py;

      g_assert_true (atlas_projection_forward (&projection, places[i].lon, places[i].lat, &px, &py));
      if (!is_about (pixel (surface, px, py), places[i].expected))
        g_test_fail_printf ("%g %g: #%06x", places[i].lon, places[i].lat, pixel (surface, px, py));
    }
  cairo_surface_destroy (surface);
}

static void
test_without_frame (void)
{
  g_autoptr (AtlasPlate) plate = make_plate (NULL, ATLAS_PROJECTION_MERCATOR);
  AtlasProjection projection;
  double x, y, width, height;
  cairo_surface_t *surface;

  atlas_plate_set_frame (plate, FALSE);
  atlas_plate_get_map (plate, 800, 500, &projection, &x, &y, &width, &height);
  g_assert_cmpfloat_with_epsilon (x, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (y, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (width, 800, 1e-6);
  g_assert_cmpfloat_with_epsilon (height, 500, 1e-6);
  surface = draw (plate, 800, 500);
  g_assert_cmphex (pixel (surface, 799, 499), !=, atlas_scheme_get_ink (ATLAS_SCHEME_LIGHT)->paper);
  cairo_surface_destroy (surface);
}

static char *
save (AtlasPlateFormat format,
      const char *name,
      gsize *length)
{
  g_autoptr (AtlasPlate) plate = make_plate (NULL, ATLAS_PROJECTION_EQUAL_AREA);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  g_assert_true (atlas_plate_save (plate, path, format, 420, 297, 2, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, length, &error));
  g_remove (path);
  return bytes;
}

static void
test_formats (void)
{
  gsize length;
  g_autofree char *png = save (ATLAS_PLATE_PNG, "atlas-plate-test.png", &length);
  g_autofree char *svg = NULL, *pdf = NULL;

  g_assert_cmpmem (png, 8, "\x89PNG\r\n\x1a\n", 8);
  /* Width and height in the header: 840 × 594. */
  g_assert_cmpmem (png + 16, 8, "\0\0\x03\x48\0\0\x02\x52", 8);
  svg = save (ATLAS_PLATE_SVG, "atlas-plate-test.svg", &length);
  g_assert_nonnull (g_strstr_len (svg, 400, "<svg"));
  pdf = save (ATLAS_PLATE_PDF, "atlas-plate-test.pdf", &length);
  g_assert_cmpmem (pdf, 5, "%PDF-", 5);
}

static void
test_same_bytes (void)
{
  for (guint format = ATLAS_PLATE_PNG; format <= ATLAS_PLATE_PDF; format++)
    {
      gsize n, m;
      g_autofree char *a = save (format, "atlas-plate-test-a", &n), *b = save (format, "atlas-plate-test-b", &m);

      g_assert_cmpmem (a, n, b, m);
    }
}

static void
test_errors (void)
{
  g_autoptr (AtlasPlate) plate = make_plate (NULL, ATLAS_PROJECTION_MERCATOR);
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_plate_save (plate, "/nowhere/at/all.png", ATLAS_PLATE_PNG, 300, 200, 1, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  g_assert_false (atlas_plate_save (plate, "x.png", ATLAS_PLATE_PNG, 0, 200, 1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  g_assert_false (atlas_plate_save (plate, "x.png", ATLAS_PLATE_PNG, 300, NAN, 1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  g_assert_false (atlas_plate_save (plate, "x.png", ATLAS_PLATE_PNG, 20000, 20000, 16, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_false (g_file_test ("x.png", G_FILE_TEST_EXISTS));
}

static void
test_format_from_path (void)
{
  AtlasPlateFormat format;

  g_assert_true (atlas_plate_format_from_path ("a/b.PNG", &format));
  g_assert_cmpint (format, ==, ATLAS_PLATE_PNG);
  g_assert_true (atlas_plate_format_from_path ("map.svg", &format));
  g_assert_cmpint (format, ==, ATLAS_PLATE_SVG);
  g_assert_true (atlas_plate_format_from_path ("map.pdf", &format));
  g_assert_cmpint (format, ==, ATLAS_PLATE_PDF);
  g_assert_false (atlas_plate_format_from_path ("map.jpg", &format));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/plate/colours/mercator", GUINT_TO_POINTER (ATLAS_PROJECTION_MERCATOR), test_colours);
  g_test_add_data_func ("/plate/colours/equal-area", GUINT_TO_POINTER (ATLAS_PROJECTION_EQUAL_AREA), test_colours);
  g_test_add_func ("/plate/russia-whole", test_russia_whole);
  g_test_add_func ("/plate/margins", test_margins);
  g_test_add_func ("/plate/margins/two-days", test_margins_of_two_days);
  g_test_add_func ("/plate/colours/two-days", test_colours_of_two_days);
  g_test_add_func ("/plate/without-frame", test_without_frame);
  g_test_add_func ("/plate/formats", test_formats);
  g_test_add_func ("/plate/same-bytes", test_same_bytes);
  g_test_add_func ("/plate/errors", test_errors);
  g_test_add_func ("/plate/format-from-path", test_format_from_path);
  return g_test_run ();
}
