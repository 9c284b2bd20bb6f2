/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-pip.h"

#include <math.h>

#define LEAST_DIFFERENCE 10.0
#define LEAST_CONTRAST 4.5

typedef struct
{
  double l, a, b;
} Lab;

static double
degrees (double y,
         double x)
{
  double angle = atan2 (y, x) * 180 / G_PI;

  return angle < 0 ? angle + 360 : angle;
}

static double
cosd (double angle)
{
  return cos (angle * G_PI / 180);
}

/* Sharma, Wu and Dalal 2005, formulas 2 to 22. */
static double
difference (Lab p,
            Lab q)
{
  double mean_c = (hypot (p.a, p.b) + hypot (q.a, q.b)) / 2;
  double g = 0.5 * (1 - sqrt (pow (mean_c, 7) / (pow (mean_c, 7) + pow (25, 7))));
  double a1 = (1 + g) * p.a, a2 = (1 + g) * q.a;
  double c1 = hypot (a1, p.b), c2 = hypot (a2, q.b);
  double h1 = c1 > 0 ? degrees (p.b, a1) : 0, h2 = c2 > 0 ? degrees (q.b, a2) : 0;
  double dh = h2 - h1, mean_h = h1 + h2, mean_l = (p.l + q.l) / 2, mean = (c1 + c2) / 2;
  double t, rt, sl, sc, sh, dl, dc, big_dh;

  if (c1 * c2 == 0)
    dh = 0;
  else if (dh > 180)
    dh -= 360;
  else if (dh < -180)
    dh += 360;
  if (c1 * c2 != 0)
    mean_h = fabs (h1 - h2) <= 180 ? mean_h / 2 : mean_h < 360 ? (mean_h + 360) / 2
                                                               : (mean_h - 360) / 2;

  t = 1 - 0.17 * cosd (mean_h - 30) + 0.24 * cosd (2 * mean_h) + 0.32 * cosd (3 * mean_h + 6) - 0.20 * cosd (4 * mean_h - 63);
  rt = -2 * sqrt (pow (mean, 7) / (pow (mean, 7) + pow (25, 7))) *
       sin (60 * exp (-pow ((mean_h - 275) / 25, 2)) * G_PI / 180);
  sl = 1 + 0.015 * pow (mean_l - 50, 2) / sqrt (20 + pow (mean_l - 50, 2));
  sc = 1 + 0.045 * mean;
  sh = 1 + 0.015 * mean * t;
  dl = (q.l - p.l) / sl;
  dc = (c2 - c1) / sc;
  big_dh = 2 * sqrt (c1 * c2) * sin (dh / 2 * G_PI / 180) / sh;
  return sqrt (dl * dl + dc * dc + big_dh * big_dh + rt * dc * big_dh);
}

/* Pairs of the paper's table 1. */
static void
test_difference (void)
{
  static const struct
  {
    Lab p, q;
    double expected;
  } pairs[] = {
    { { 50.0000, 2.6772, -79.7751 }, { 50.0000, 0.0000, -82.7485 }, 2.0425 },
    { { 50.0000, 3.1571, -77.2803 }, { 50.0000, 0.0000, -82.7485 }, 2.8615 },
    { { 50.0000, -1.3802, -84.2814 }, { 50.0000, 0.0000, -82.7485 }, 1.0000 },
    { { 50.0000, 0.0000, 0.0000 }, { 50.0000, -1.0000, 2.0000 }, 2.3669 },
    { { 50.0000, 2.4900, -0.0010 }, { 50.0000, -2.4900, 0.0009 }, 7.1792 },
    { { 50.0000, 2.4900, -0.0010 }, { 50.0000, -2.4900, 0.0011 }, 7.2195 },
    { { 50.0000, 2.5000, 0.0000 }, { 73.0000, 25.0000, -18.0000 }, 27.1492 },
    { { 50.0000, 2.5000, 0.0000 }, { 56.0000, -27.0000, -3.0000 }, 31.9030 },
    { { 60.2574, -34.0099, 36.2677 }, { 60.4626, -34.1751, 39.4387 }, 1.2644 },
    { { 63.0109, -31.0961, -5.8663 }, { 62.8187, -29.7946, -4.0864 }, 1.2630 },
    { { 22.7233, 20.0904, -46.6940 }, { 23.0331, 14.9730, -42.5619 }, 2.0373 },
    { { 90.8027, -2.0831, 1.4410 }, { 91.1528, -1.6435, 0.0447 }, 1.4441 },
    { { 6.7747, -0.2908, -2.4247 }, { 5.8714, -0.0985, -2.2286 }, 0.6377 },
    { { 2.0776, 0.0795, -1.1350 }, { 0.9033, -0.0636, -0.5514 }, 0.9082 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_assert_cmpfloat_with_epsilon (difference (pairs[i].p, pairs[i].q), pairs[i].expected, 5e-5);
      g_assert_cmpfloat_with_epsilon (difference (pairs[i].q, pairs[i].p), pairs[i].expected, 5e-5);
    }
}

/* Machado, Oliveira and Fernandes 2009, table 1, severity 1.0, on linear RGB. */
static const struct
{
  const char *name;
  double m[9];
} visions[] = {
  { "normal sight", { 1, 0, 0, 0, 1, 0, 0, 0, 1 } },
  { "protanopia", { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 } },
  { "deuteranopia", { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 } },
  { "tritanopia", { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900 } },
};

static double
to_linear (guint value)
{
  double c = value / 255.0;

  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
lab_step (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

/* sRGB, D65. */
static Lab
see (AtlasColour colour,
     guint vision)
{
  const double *m = visions[vision].m;
  double in[3] = { to_linear (colour >> 16 & 0xff), to_linear (colour >> 8 & 0xff), to_linear (colour & 0xff) };
  double out[3], x, y, z;

  for (guint i = 0; i < 3; i++)
    out[i] = CLAMP (m[3 * i] * in[0] + m[3 * i + 1] * in[1] + m[3 * i + 2] * in[2], 0, 1);
  x = lab_step ((0.4124564 * out[0] + 0.3575761 * out[1] + 0.1804375 * out[2]) / 0.95047);
  y = lab_step (0.2126729 * out[0] + 0.7151522 * out[1] + 0.0721750 * out[2]);
  z = lab_step ((0.0193339 * out[0] + 0.1191920 * out[1] + 0.9503041 * out[2]) / 1.08883);
  return (Lab) { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

static void
test_white_and_black (void)
{
  Lab white = see (0xffffff, 0), black = see (0, 0);

  g_assert_cmpfloat_with_epsilon (white.l, 100, 0.01);
  g_assert_cmpfloat_with_epsilon (white.a, 0, 0.02);
  g_assert_cmpfloat_with_epsilon (black.l, 0, 0.01);
  g_assert_cmpfloat_with_epsilon (see (0xff0000, 0).a, 80.09, 0.05);
  g_assert_cmpfloat_with_epsilon (see (0x808080, 2).l, see (0x808080, 0).l, 0.1);
}

static double
least_difference (AtlasColour a,
                  AtlasColour b)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (visions); i++)
    least = MIN (least, difference (see (a, i), see (b, i)));
  return least;
}

static void
check_pair (AtlasStyleKey a,
            AtlasStyleKey b,
            const AtlasOrganisation *lens,
            AtlasScheme scheme)
{
  AtlasFill fill_a, fill_b;

  atlas_style_get_fill (a, lens, scheme, &fill_a);
  atlas_style_get_fill (b, lens, scheme, &fill_b);
  if (fill_a.pattern != fill_b.pattern || fill_a.overlay != fill_b.overlay)
    return;
  if (least_difference (fill_a.colour, fill_b.colour) < LEAST_DIFFERENCE)
    g_test_fail_printf ("scheme %u: %s and %s differ by %.2f only", scheme, atlas_style_get_id (a), atlas_style_get_id (b), least_difference (fill_a.colour, fill_b.colour));
}

/* A pattern tells fills apart only where it is seen itself. */
static void
check_pattern (AtlasStyleKey key,
               const AtlasOrganisation *lens,
               AtlasScheme scheme)
{
  AtlasFill fill;

  atlas_style_get_fill (key, lens, scheme, &fill);
  if (fill.pattern != ATLAS_PATTERN_NONE && least_difference (fill.colour, fill.pattern_colour) < LEAST_DIFFERENCE)
    g_test_fail_printf ("scheme %u: the lines of %s differ by %.2f only", scheme, atlas_style_get_id (key), least_difference (fill.colour, fill.pattern_colour));
  if (fill.overlay != ATLAS_PATTERN_NONE && least_difference (fill.colour, fill.overlay_colour) < LEAST_DIFFERENCE)
    g_test_fail_printf ("scheme %u: the mark on %s is not seen", scheme, atlas_style_get_id (key));
}

static const AtlasStyleKey marks[] = { 0, ATLAS_STYLE_CONTESTED, ATLAS_STYLE_UNCERTAIN };

/* Every label stands on a halo of the fill's colour, which patterns cannot
 * cross. */
static void
check_label (AtlasStyleKey key,
             const AtlasOrganisation *lens,
             AtlasScheme scheme)
{
  AtlasFill fill;

  atlas_style_get_fill (key, lens, scheme, &fill);
  g_assert_cmpfloat (atlas_colour_get_contrast (fill.label, fill.colour), >=, LEAST_CONTRAST);
  g_assert_cmpfloat (atlas_colour_get_contrast (fill.label, fill.halo), >=, LEAST_CONTRAST);
}

static void
check_lens (const AtlasOrganisation *lens,
            AtlasStyleKey first,
            AtlasStyleKey last)
{
  for (guint scheme = 0; scheme < ATLAS_N_SCHEMES; scheme++)
    for (AtlasStyleKey a = first; a <= last; a++)
      {
        check_pair (ATLAS_STYLE_NONE, a, lens, scheme);
        for (AtlasStyleKey b = first; b < a; b++)
          check_pair (a, b, lens, scheme);
        for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
          {
            check_pattern (a | marks[i], lens, scheme);
            check_label (a | marks[i], lens, scheme);
          }
      }
}

static void
test_overview (void)
{
  check_lens (NULL, ATLAS_STYLE_CSTO_MEMBER, ATLAS_STYLE_BRICS_LESSER);
}

static void
test_lenses (void)
{
  static const char *const ids[] = { "CSTO", "SCO", "BRICS", "NATO" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      AtlasOrganisation lens = { .id = ids[i] };

      lens.lineage = &lens;
      g_assert_cmpint (atlas_style_get_hue (&lens), ==, i);
      check_lens (&lens, ATLAS_STYLE_MEMBER, ATLAS_STYLE_DECLINED);
    }
}

/* The look before independence stands in every legend. */
static void
test_not_yet (void)
{
  for (guint scheme = 0; scheme < ATLAS_N_SCHEMES; scheme++)
    for (AtlasStyleKey key = ATLAS_STYLE_NONE; key < ATLAS_STYLE_NOT_YET; key++)
      check_pair (ATLAS_STYLE_NOT_YET, key, NULL, scheme);
}

static void
test_differences (void)
{
  check_lens (NULL, ATLAS_STYLE_JOINED, ATLAS_STYLE_NOT_YET);
}

static void
test_no_tie (void)
{
  for (guint scheme = 0; scheme < ATLAS_N_SCHEMES; scheme++)
    {
      const AtlasInk *ink = atlas_scheme_get_ink (scheme);
      AtlasFill fill;

      atlas_style_get_fill (ATLAS_STYLE_NONE, NULL, scheme, &fill);
      g_assert_cmpuint (fill.colour, ==, ink->land);
      check_label (ATLAS_STYLE_NONE, NULL, scheme);
      g_assert_cmpfloat (atlas_colour_get_contrast (ink->text, ink->paper), >=, 7);
      g_assert_cmpfloat (atlas_colour_get_contrast (ink->dim_text, ink->paper), >=, LEAST_CONTRAST);
      g_assert_cmpfloat (least_difference (ink->land, ink->sea), >=, 3);
    }
}

/* Graphical marks need 3:1 against what they stand on (WCAG 2.2, 1.4.11). */
static void
test_pips (void)
{
  for (guint scheme = 0; scheme < ATLAS_N_SCHEMES; scheme++)
    for (guint hue = 0; hue < ATLAS_N_HUES; hue++)
      {
        AtlasPip pip = { hue, ATLAS_PIP_RING };

        g_assert_cmpfloat (atlas_colour_get_contrast (atlas_pip_get_colour (&pip, scheme), atlas_pip_get_ground (scheme)), >=, 3);
      }
}

static void
test_patterns_differ (void)
{
  guint size = atlas_pattern_get_size (2);
  g_autofree guint8 *a = g_malloc (size * size), *b = g_malloc (size * size);

  g_assert_cmpuint (size, ==, 32);
  for (guint i = 0; i < ATLAS_N_PATTERNS; i++)
    for (guint j = 0; j < i; j++)
      {
        guint apart = 0;

        atlas_pattern_render (i, size, a);
        atlas_pattern_render (j, size, b);
        for (guint k = 0; k < size * size; k++)
          apart += ABS (a[k] - b[k]) > 128;
        g_assert_cmpuint (apart, >, size * size / 50);
      }
}

/* The cell repeats without a seam: moved by half a period it is itself. */
static void
test_patterns_repeat (void)
{
  guint size = atlas_pattern_get_size (1);
  g_autofree guint8 *cell = g_malloc (size * size);

  atlas_pattern_render (ATLAS_PATTERN_HATCH, size, cell);
  for (guint y = 0; y < size; y++)
    for (guint x = 0; x < size; x++)
      g_assert_cmpuint (ABS (cell[y * size + x] - cell[y * size + (x + size / 2) % size]), <=, 2);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/difference", test_difference);
  g_test_add_func ("/palette/white-and-black", test_white_and_black);
  g_test_add_func ("/palette/overview", test_overview);
  g_test_add_func ("/palette/lenses", test_lenses);
  g_test_add_func ("/palette/not-yet", test_not_yet);
  g_test_add_func ("/palette/differences", test_differences);
  g_test_add_func ("/palette/no-tie", test_no_tie);
  g_test_add_func ("/palette/pips", test_pips);
  g_test_add_func ("/palette/patterns-differ", test_patterns_differ);
  g_test_add_func ("/palette/patterns-repeat", test_patterns_repeat);
  return g_test_run ();
}
