/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-timeline-painter.h"
#include "bench-row.h"

#include <glib/gstdio.h>

/* Measures how long the timeline draws, text included, into pixels of the
 * processor, as a window without graphics hardware does; prints one line of JSON
 * for each repetition. */

#define REPETITIONS 31
#define ROWS 10000
#define WIDTH 1280
#define HEIGHT 160

static AtlasDataset *
load (const char *directory)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  AtlasDataset *dataset = atlas_dataset_load (directory, problems);

  if (dataset == NULL)
    {
      g_autofree char *problem = atlas_problem_to_string (atlas_problems_get (problems, 0));

      g_error ("%s", problem);
    }
  return dataset;
}

/* --- A package with more rows -------------------------------------------------- */

static void
write_text (const char *directory,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);

  if (!g_file_set_contents (path, text, -1, NULL))
    g_error ("%s cannot be written", path);
}

static void
copy_files (const char *from,
            const char *to)
{
  g_autoptr (GDir) files = g_dir_open (from, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *text = NULL;

      if (!g_file_get_contents (source, &text, NULL, NULL))
        g_error ("%s cannot be read", source);
      write_text (to, name, text);
    }
}

static void
remove_files (const char *directory)
{
  g_autoptr (GDir) files = g_dir_open (directory, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);

      g_unlink (path);
    }
  g_rmdir (directory);
}

static char *
dup_day (guint days)
{
  return atlas_day_to_iso (atlas_day_new (1991, 1, 1) + days);
}

/* Spells in turn of @n_countries in @n_organisations, of all looks, one after
 * the other from 1991 to 2026; every eighth begins on a day that is not known
 * exactly, every ninth is contested. */
static void
write_memberships (const char *directory,
                   const char *const *countries,
                   guint n_countries,
                   const char *const *organisations,
                   guint n_organisations)
{
  static const char *const statuses[] = { "member", "observer", "partner", "dialogue_partner", "signatory", "member", "invited", "associate" };
  g_autoptr (GString) text = g_string_new ("id,org,country,status,of,from,to,basis,contested,contested_reason_en,contested_reason_sv,note_en,note_sv,source,confidence\n");
  const guint n_pairs = n_countries * n_organisations;
  const guint n_turns = MAX (1, ROWS / n_pairs), length = 35 * 365 / n_turns;

  for (guint i = 0; i < n_pairs * n_turns; i++)
    {
      const guint pair = i % n_pairs, turn = i / n_pairs;
      g_autofree char *from = dup_day (turn * length);
      g_autofree char *certain = dup_day (turn * length + length / 3);
      g_autofree char *to = dup_day ((turn + 1) * length);
      g_autofree char *start = length > 6 && i % 8 == 0 ? g_strdup_printf ("%s/%s", from, certain) : g_strdup (from);
      const gboolean contested = i % 9 == 0;

      g_string_append_printf (text, "row-%u,%s,%s,%s,,%s,%s,treaty,%s,%s,%s,,,nato-member-countries,high\n", i,
                              organisations[pair % n_organisations], countries[pair / n_organisations], statuses[(turn + pair) % G_N_ELEMENTS (statuses)],
                              start, to, contested ? "true" : "false", contested ? "Why" : "", contested ? "Varför" : "");
    }
  write_text (directory, "memberships.csv", text->str);
}

static void
write_events (const char *directory,
              const char *country)
{
  g_autoptr (GString) text = g_string_new ("id,date,title_en,title_sv,summary_en,summary_sv,organisations,countries,people_en,people_sv,planned,source,confidence\n");

  for (guint i = 0; i < ROWS; i++)
    {
      static const char *const organisations[] = { "CSTO", "SCO", "BRICS", "CSTO SCO BRICS" };
      g_autofree char *from = dup_day (i * 35 * 365 / ROWS);
      g_autofree char *to = dup_day (i * 35 * 365 / ROWS + 90);
      g_autofree char *date = i % 10 == 0 ? g_strdup_printf ("%s/%s", from, to) : g_strdup (from);

      g_string_append_printf (text, "event-%u,%s,An event,En händelse,,,%s,%s,,,false,nato-member-countries,high\n", i, date, organisations[i % 4], country);
    }
  write_text (directory, "events.csv", text->str);
}

/* --- Measures ------------------------------------------------------------------- */

static void
paint (AtlasTimeline *timeline,
       const AtlasTimelineView *view,
       PangoContext *context,
       cairo_t *cr)
{
  atlas_colour_set (cr, atlas_scheme_get_ink (view->scheme)->paper, 1);
  cairo_paint (cr);
  atlas_timeline_paint (timeline, view, context, cr);
  cairo_surface_flush (cairo_get_target (cr));
}

/* Whoever drags or zooms has another view at each frame. */
static void
measure_paint (const char *name,
               AtlasDataset *dataset,
               const AtlasScope *scope,
               gboolean by_country,
               int until)
{
  g_autoptr (AtlasTimeline) timeline = atlas_timeline_new (dataset, scope, by_country, NULL, "en");
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, sans-serif 11");
  AtlasTimelineView view = { .height = HEIGHT, .text_scale = 1, .scale = 1, .scheme = ATLAS_SCHEME_LIGHT };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  view.gutter = atlas_timeline_natural_gutter (timeline, context, 1);
  atlas_time_axis_init (&view.axis, atlas_day_new (1945, 1, 1), atlas_day_new (2026, 12, 31), WIDTH - view.gutter);
  atlas_time_axis_show (&view.axis, atlas_day_new (1991, 1, 1), atlas_day_new (until, 1, 1));
  for (guint i = 0; i <= REPETITIONS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      paint (timeline, &view, context, cr);
      /* The first one makes the words. */
      if (i > 0)
        print_row (name, milliseconds_since (start), "ms");
      atlas_time_axis_zoom (&view.axis, view.axis.width * 0.7, i % 2 == 0 ? 1.03 : 0.98);
      atlas_time_axis_pan (&view.axis, i % 3 == 0 ? 7 : -5);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

static AtlasDataset *
make_dataset (const char *original,
              const char *const *countries,
              guint n_countries,
              const char *const *organisations,
              guint n_organisations)
{
  g_autofree char *directory = g_dir_make_tmp ("atlas-bench-XXXXXX", NULL);
  AtlasDataset *dataset;

  copy_files (original, directory);
  write_memberships (directory, countries, n_countries, organisations, n_organisations);
  write_events (directory, countries[0]);
  dataset = load (directory);
  remove_files (directory);
  return dataset;
}

int
main (int argc,
      char *argv[])
{
  static const char *const organisations[] = { "CSTO", "SCO", "BRICS", "CIS", "EAEU", "NATO", "ASEAN", "AU", "EU" };
  const char *data = g_getenv ("ATLAS_DATA_DIR");
  g_autofree char *original = g_build_filename (data != NULL ? data : "data", "atlas", NULL);
  g_autoptr (AtlasDataset) real = load (original);
  g_autoptr (AtlasDataset) wide = NULL;
  g_autoptr (AtlasDataset) deep = NULL;
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  AtlasScope scope;
  guint n;
  const AtlasCountry *const *countries = atlas_dataset_get_countries (real, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (codes, (gpointer) countries[i]->code);
  wide = make_dataset (original, (const char *const *) codes->pdata, n, organisations, 3);
  deep = make_dataset (original, (const char *const *) codes->pdata, 1, organisations, G_N_ELEMENTS (organisations));

  atlas_scope_init_lens (&scope, wide, NULL);
  measure_paint ("draw the timeline, curves, 10,000 spells and 10,000 events, 1280×160", wide, &scope, FALSE, 2027);
  atlas_scope_init_country (&scope, atlas_dataset_find_country (deep, codes->pdata[0]));
  measure_paint ("draw the timeline, lanes of a country, 10,000 spells and 10,000 events, 1280×160", deep, &scope, FALSE, 2027);
  /* Closer, where bars are wide enough to have their patterns and edges, but many. */
  measure_paint ("draw the timeline, lanes of a country, five years of 10,000 spells and 10,000 events, 1280×160", deep, &scope, FALSE, 1996);
  atlas_scope_init_organisation (&scope, atlas_dataset_find_organisation (wide, "SCO"));
  measure_paint ("draw the timeline, lanes of an organisation, 10,000 spells and 10,000 events, 1280×160", wide, &scope, TRUE, 2027);
  return 0;
}
