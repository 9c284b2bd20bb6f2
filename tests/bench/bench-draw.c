/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-label-placer.h"
#include "atlas-map-painter.h"
#include "atlas-map-picture.h"
#include "bench-row.h"

/* Measures the drawing engine; prints one line of JSON for each repetition. */

#define REPETITIONS 9

/* The window's picture covers the view and a quarter more. */
#define COVER 1.25

typedef struct
{
  AtlasDataset *dataset;
  AtlasGeography *geography;
  AtlasMapPainter *painter;
} Bench;

static AtlasColouring *
make_colouring (const Bench *bench,
                guint turn)
{
  static const char *const lenses[] = { NULL, "CSTO", "SCO", "BRICS", "NATO" };
  const char *id = lenses[turn % G_N_ELEMENTS (lenses)];

  return atlas_colouring_new (bench->dataset, bench->geography,
                              id != NULL ? atlas_dataset_find_organisation (bench->dataset, id) : NULL,
                              atlas_when_on (atlas_day_new (2026, 6, 15)), ATLAS_SCHEME_LIGHT);
}

/* The overview, which weighs three organisations for each country. */
static void
measure_colouring (const Bench *bench,
                   const char *name,
                   AtlasWhen when)
{
  for (guint i = 0; i <= REPETITIONS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (AtlasColouring) colouring = atlas_colouring_new (bench->dataset, bench->geography, NULL, when, ATLAS_SCHEME_LIGHT);

      if (i > 0)
        print_row (name, milliseconds_since (start), "ms");
    }
}

static void
measure_legend (const Bench *bench,
                const char *name,
                AtlasWhen when)
{
  for (guint i = 0; i <= REPETITIONS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) legend = atlas_style_legend (bench->dataset, NULL, when);

      if (i > 0)
        print_row (name, milliseconds_since (start), "ms");
    }
}

static void
paint (const Bench *bench,
       const AtlasMapView *view,
       guint turn)
{
  g_autoptr (AtlasColouring) colouring = make_colouring (bench, turn);

  cairo_surface_destroy (atlas_map_painter_paint (bench->painter, view, colouring, NULL));
}

/* A view that was not painted before, as after a pan. */
static void
measure_new_view (const Bench *bench,
                  const char *name,
                  double zoom,
                  double width,
                  double height)
{
  for (guint i = 0; i <= REPETITIONS; i++)
    {
      AtlasMapView view = { 70 + 0.3 * i, 48, zoom, width * COVER, height * COVER, 1 };
      gint64 start = g_get_monotonic_time ();

      paint (bench, &view, 0);
      /* The first one reads the level of detail. */
      if (i > 0)
        print_row (name, milliseconds_since (start), "ms");
    }
}

static void
measure_recolour (const Bench *bench,
                  const char *name,
                  double width,
                  double height)
{
  AtlasMapView view = { 70, 48, 2.8, width * COVER, height * COVER, 1 };

  paint (bench, &view, 0);
  for (guint i = 1; i <= REPETITIONS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      paint (bench, &view, i);
      print_row (name, milliseconds_since (start), "ms");
    }
}

static void
measure_levels (const Bench *bench)
{
  for (guint level = 0; level < atlas_geography_get_n_levels (bench->geography); level++)
    {
      g_autofree char *name = g_strdup_printf ("vertices of level %u", level);
      guint n;

      atlas_geography_get_points (bench->geography, level, &n);
      print_row (name, n, "points");
    }
}

/* Every line gets @factor times as many steps, a little to the left and right
 * of the old ones in turn, so that none lies on a straight line. */
static void
thicken (AtlasMapLevel *level,
         guint factor)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, 2 * sizeof (float));

  for (guint i = 0; i < level->n_arcs; i++)
    {
      AtlasMapArc *arc = &level->arcs[i];
      const float *xy = level->xy + 2 * arc->first_point;
      const guint steps = (arc->n_points - 1) * factor;

      arc->first_point = points->len;
      for (guint j = 0; j <= steps; j++)
        {
          const float *from = xy + 2 * (j / factor);
          const float *to = j < steps ? from + 2 : from;
          const float t = (float) (j % factor) / factor;
          const float aside = j % factor == 0 ? 0 : (j % 2 == 0 ? 0.3f : -0.3f) / factor;
          const float point[2] = { from[0] + t * (to[0] - from[0]) - aside * (to[1] - from[1]),
                                   from[1] + t * (to[1] - from[1]) + aside * (to[0] - from[0]) };

          g_array_append_val (points, point);
        }
      arc->n_points = steps + 1;
    }
  g_free (level->xy);
  level->xy = (float *) (gpointer) g_array_free (g_steal_pointer (&points), FALSE);
}

static void
measure_growth (const Bench *bench,
                guint factor)
{
  g_autofree char *name = g_strdup_printf ("paint a new view, vertices ×%u", factor);
  AtlasMapLevel *level = atlas_map_level_new (bench->geography, 0);

  thicken (level, factor);
  for (guint i = 0; i < REPETITIONS; i++)
    {
      const AtlasMapView view = { 70 + 0.3 * i, 48, 2.8, 1280 * COVER, 800 * COVER, 1 };
      g_autoptr (AtlasColouring) colouring = make_colouring (bench, 0);
      gint64 start = g_get_monotonic_time ();
      g_autoptr (AtlasMapPicture) picture = atlas_map_picture_new (bench->geography, level, &view, NULL);

      cairo_surface_destroy (atlas_map_picture_paint (picture, colouring));
      print_row (name, milliseconds_since (start), "ms");
    }
  atlas_map_level_free (level);
}

static void
measure_labels (const Bench *bench)
{
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1280, 800);
  cairo_t *cr = cairo_create (surface);
  AtlasMapView view = { 70, 48, 2.8, 1280, 800, 1 };

  for (guint i = 0; i <= REPETITIONS; i++)
    {
      g_autoptr (AtlasColouring) colouring = make_colouring (bench, i);
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) labels = atlas_label_placer_place_in_view (placer, &view, colouring);
      double placed = milliseconds_since (start);

      for (guint j = 0; j < labels->len; j++)
        atlas_label_placer_draw (placer, labels->pdata[j], cr, ATLAS_SCHEME_LIGHT);
      if (i == 0)
        continue;
      print_row ("place names", placed, "ms");
      print_row ("place and draw names", milliseconds_since (start), "ms");
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *package = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "atlas", NULL);
  g_autofree char *shapes = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "geography", "world.atlasgeo", NULL);
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autoptr (GError) error = NULL;
  Bench bench = { atlas_dataset_load (package, problems), atlas_geography_new_from_file (shapes, &error) };

  if (bench.dataset == NULL || bench.geography == NULL)
    g_error ("the data in %s cannot be read", g_getenv ("ATLAS_DATA_DIR"));
  bench.painter = atlas_map_painter_new (bench.geography);

  measure_levels (&bench);
  measure_colouring (&bench, "resolve a colouring of one day", atlas_when_on (atlas_day_new (1991, 10, 1)));
  measure_colouring (&bench, "resolve a colouring of two days", atlas_when_between (atlas_day_new (1991, 10, 1), atlas_day_new (2026, 6, 15)));
  measure_legend (&bench, "count a legend of two days", atlas_when_between (atlas_day_new (1991, 10, 1), atlas_day_new (2026, 6, 15)));
  measure_new_view (&bench, "paint a new view, Eurasia, 1280×800", 2.8, 1280, 800);
  measure_new_view (&bench, "paint a new view, Central Asia, 1280×800", 4.5, 1280, 800);
  measure_new_view (&bench, "paint a new view, the Caucasus, 1280×800", 7, 1280, 800);
  measure_new_view (&bench, "paint a new view, Eurasia, 2560×1600", 3.8, 2560, 1600);
  measure_recolour (&bench, "repaint in other colours, 1280×800", 1280, 800);
  measure_recolour (&bench, "repaint in other colours, 2560×1600", 2560, 1600);
  measure_growth (&bench, 1);
  measure_growth (&bench, 10);
  measure_growth (&bench, 100);
  measure_labels (&bench);
  g_object_unref (bench.painter);
  g_object_unref (bench.geography);
  atlas_dataset_unref (bench.dataset);
  return 0;
}
