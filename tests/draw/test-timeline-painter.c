/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "draw-fixture.h"

#include "atlas-style.h"
#include "atlas-timeline-private.h"

#include <math.h>

/* A timeline, how it is looked at, and what was painted. */
typedef struct
{
  AtlasTimeline *timeline;
  AtlasTimelineView view;
  PangoContext *context;
  cairo_surface_t *surface;
} Picture;

static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("sans-serif 11");

  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  return context;
}

/* @what: "overview", a country or an organisation, lane by lane */
static AtlasTimeline *
make_timeline (const char *what)
{
  const AtlasCountry *country = atlas_dataset_find_country (fixture_dataset (), what);
  AtlasScope scope;

  if (g_str_equal (what, "overview"))
    atlas_scope_init_lens (&scope, fixture_dataset (), NULL);
  else if (country != NULL)
    atlas_scope_init_country (&scope, country);
  else
    atlas_scope_init_organisation (&scope, fixture_organisation (what));
  return atlas_timeline_new (fixture_dataset (), &scope, TRUE, NULL, "en");
}

static void
picture_init (Picture *self,
              const char *what,
              const char *from,
              const char *to,
              AtlasScheme scheme)
{
  *self = (Picture) { .timeline = make_timeline (what), .context = make_context () };
  self->view = (AtlasTimelineView) { .gutter = 100, .text_scale = 1, .scale = 1, .scheme = scheme };
  self->view.height = atlas_timeline_lanes_height (self->timeline, 1) + atlas_timeline_axis_height (1);
  atlas_time_axis_init (&self->view.axis, fixture_day ("1945-01-01"), fixture_day ("2026-12-31"), 1000);
  atlas_time_axis_show (&self->view.axis, fixture_day (from), fixture_day (to));
}

static void
picture_paint (Picture *self)
{
  cairo_t *cr;

  g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (self->view.gutter + self->view.axis.width), (int) ceil (self->view.height));
  cr = cairo_create (self->surface);
  atlas_colour_set (cr, atlas_scheme_get_ink (self->view.scheme)->paper, 1);
  cairo_paint (cr);
  atlas_timeline_paint (self->timeline, &self->view, self->context, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
}

static void
picture_clear (Picture *self)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_object_unref (self->context);
  atlas_timeline_unref (self->timeline);
}

static AtlasColour
get_pixel (const Picture *self,
           double x,
           double y)
{
  const guint8 *data = cairo_image_surface_get_data (self->surface);

  return *(const guint32 *) (gconstpointer) (data + (int) y * cairo_image_surface_get_stride (self->surface) + (int) x * 4) & 0xffffff;
}

static guint
find_lane (const Picture *self,
           const char *label,
           double *top)
{
  *top = 0;
  for (guint i = 0; i < atlas_timeline_get_n_lanes (self->timeline); i++)
    {
      const AtlasLane *lane = atlas_timeline_get_lane (self->timeline, i);

      if (g_str_equal (lane->label, label))
        return i;
      *top += atlas_timeline_lane_height (lane, &self->view);
    }
  g_assert_not_reached ();
}

static double
x_of (const Picture *self,
      const char *iso)
{
  return self->view.gutter + atlas_time_axis_x_of_day (&self->view.axis, fixture_day (iso));
}

/* The colour of a bar's ground on a day, above its words. */
static AtlasColour
bar_on (const Picture *self,
        const char *label,
        const char *iso)
{
  double top;

  find_lane (self, label, &top);
  return get_pixel (self, x_of (self, iso), top + 5);
}

static AtlasColour
fill_of (AtlasStyleKey key,
         const char *id,
         AtlasScheme scheme)
{
  AtlasFill fill;

  atlas_style_get_fill (key, fixture_organisation (id), scheme, &fill);
  return fill.colour;
}

/* --- Bars ---------------------------------------------------------------------- */

static void
test_bars (void)
{
  for (guint scheme = 0; scheme < ATLAS_N_SCHEMES; scheme++)
    {
      const AtlasColour paper = atlas_scheme_get_ink (scheme)->paper;
      Picture picture;

      picture_init (&picture, "UZ", "1991-01-01", "2026-01-01", scheme);
      picture_paint (&picture);
      g_assert_cmphex (bar_on (&picture, "CSTO", "1991-06-15"), ==, paper);
      g_assert_cmphex (bar_on (&picture, "CSTO", "1997-08-01"), ==, fill_of (ATLAS_STYLE_MEMBER, "CSTO", scheme));
      /* Having left is no bar. */
      g_assert_cmphex (bar_on (&picture, "CSTO", "2002-08-01"), ==, paper);
      g_assert_cmphex (bar_on (&picture, "CSTO", "2009-08-01"), ==, fill_of (ATLAS_STYLE_MEMBER, "CSTO", scheme));
      g_assert_cmphex (bar_on (&picture, "SCO", "2012-08-01"), ==, fill_of (ATLAS_STYLE_MEMBER, "SCO", scheme));
      g_assert_cmphex (bar_on (&picture, "SCO", "2001-05-01"), ==, paper);
      g_assert_cmphex (bar_on (&picture, "EAEU", "2023-08-01"), ==, fill_of (ATLAS_STYLE_OBSERVER, "EAEU", scheme));
      picture_clear (&picture);
    }
}

static double
distance (AtlasColour a,
          AtlasColour b)
{
  return ABS ((int) (a >> 16 & 0xff) - (int) (b >> 16 & 0xff)) + ABS ((int) (a >> 8 & 0xff) - (int) (b >> 8 & 0xff)) + ABS ((int) (a & 0xff) - (int) (b & 0xff));
}

static const AtlasSpell *
find_uncertain (const AtlasLane *lane)
{
  for (guint i = 0; i < lane->n_spells; i++)
    if (lane->spells[i]->certain_from > lane->spells[i]->start && lane->spells[i]->status == ATLAS_STATUS_MEMBER)
      return lane->spells[i];
  return NULL;
}

/* Georgia joined the CIS on 3 or 9 December 1993, as sources have it. Over the
 * days on which it may have begun a bar comes out of the ground, little
 * by little, from the first of them until the last. */
static void
test_uncertain_edges_fade (void)
{
  Picture picture;
  const AtlasSpell *spell;
  double top, last = 0, from, to;
  AtlasColour paper;

  picture_init (&picture, "GE", "1993-11-20", "1993-12-20", ATLAS_SCHEME_LIGHT);
  picture_paint (&picture);
  spell = find_uncertain (atlas_timeline_get_lane (picture.timeline, find_lane (&picture, "CIS", &top)));
  g_assert_nonnull (spell);
  paper = atlas_scheme_get_ink (ATLAS_SCHEME_LIGHT)->paper;
  from = picture.view.gutter + atlas_time_axis_x_of_start (&picture.view.axis, spell->start);
  to = picture.view.gutter + atlas_time_axis_x_of_start (&picture.view.axis, spell->certain_from);
  g_assert_cmpfloat (to - from, >, 40);
  g_assert_cmphex (get_pixel (&picture, from - 3, top + 12), ==, paper);
  for (double x = from + 1; x < to - 1; x += 8)
    {
      const double now = distance (get_pixel (&picture, x, top + 12), paper);

      g_assert_cmpfloat (now, >, last);
      last = now;
    }
  g_assert_cmpfloat (last, <, distance (fill_of (ATLAS_STYLE_MEMBER, "CIS", ATLAS_SCHEME_LIGHT), paper));
  g_assert_cmphex (get_pixel (&picture, to + 2, top + 5), ==, fill_of (ATLAS_STYLE_MEMBER, "CIS", ATLAS_SCHEME_LIGHT));
  picture_clear (&picture);
}

/* How often the colour changes along the upper edge of the bar. */
static guint
count_turns (const Picture *self,
             const char *label,
             const char *from,
             const char *to)
{
  double top;
  guint turns = 0;

  find_lane (self, label, &top);
  for (double x = x_of (self, from); x < x_of (self, to); x++)
    turns += get_pixel (self, x, top + 3) != get_pixel (self, x + 1, top + 3);
  return turns;
}

/* Afghanistan's seat since 2021 is contested, Serbia's is not. */
static void
test_contested_is_dotted (void)
{
  Picture picture;

  picture_init (&picture, "CSTO", "2013-01-01", "2023-01-01", ATLAS_SCHEME_LIGHT);
  picture_paint (&picture);
  g_assert_cmpuint (count_turns (&picture, "Afghanistan", "2016-01-01", "2020-01-01"), >, 80);
  g_assert_cmpuint (count_turns (&picture, "Serbia", "2016-02-01", "2019-11-01"), <, 3);
  picture_clear (&picture);
}

static void
test_joints (void)
{
  Picture picture;
  double top;
  const AtlasColour paper = atlas_scheme_get_ink (ATLAS_SCHEME_LIGHT)->paper;

  picture_init (&picture, "KZ", "1991-01-01", "2026-01-01", ATLAS_SCHEME_LIGHT);
  picture_paint (&picture);
  find_lane (&picture, "SCO", &top);
  /* The link is hollow, in the middle of the bar. */
  g_assert_cmphex (get_pixel (&picture, x_of (&picture, "2001-06-15"), top + 11), ==, paper);
  picture_clear (&picture);
}

static void
test_not_verified (void)
{
  Picture picture;
  double top;
  const AtlasDay until = atlas_dataset_get_verified_until (fixture_dataset ());
  g_autofree char *before = atlas_day_to_iso (until - 10);
  g_autofree char *after = atlas_day_to_iso (until + 10);
  guint hatched = 0, plain = 0;

  picture_init (&picture, "SE", "2026-05-01", "2026-12-31", ATLAS_SCHEME_LIGHT);
  picture.view.height += 40;
  picture_paint (&picture);
  top = picture.view.height - atlas_timeline_axis_height (1) - 20;
  for (double x = 0; x < 20; x++)
    {
      hatched += get_pixel (&picture, x_of (&picture, after) + x, top) != atlas_scheme_get_ink (ATLAS_SCHEME_LIGHT)->paper;
      plain += get_pixel (&picture, x_of (&picture, before) - x, top) != atlas_scheme_get_ink (ATLAS_SCHEME_LIGHT)->paper;
    }
  g_assert_cmpuint (hatched, >, 2);
  g_assert_cmpuint (plain, <=, 2);
  picture_clear (&picture);
}

/* --- Ticks ---------------------------------------------------------------------- */

/* The room that the painter asks for holds the widest words, in every language:
 * it would rather leave a label out than draw two over each other. */
static void
test_labels_fit (void)
{
  PangoContext *context = make_context ();
  const AtlasTimelineView view = { .text_scale = 1 };

  for (double width = 200; width <= 2560; width += 295)
    {
      AtlasTimeAxis axis;

      atlas_time_axis_init (&axis, fixture_day ("1945-01-01"), fixture_day ("2026-12-31"), width);
      for (guint zoom = 0; zoom < 36; zoom++)
        {
          g_autoptr (GArray) ticks = atlas_time_axis_ticks (&axis, atlas_timeline_tick_room (&view));
          double end = -G_MAXDOUBLE, w, h;

          for (guint i = 0; i < ticks->len; i++)
            {
              const AtlasTimeTick *tick = &g_array_index (ticks, AtlasTimeTick, i);

              if (tick->label == NULL)
                continue;
              atlas_timeline_words_get (context, tick->label, ATLAS_TIMELINE_SMALL_WORDS, tick->major, 0, &w, &h);
              g_assert_cmpfloat (tick->x - w / 2, >, end);
              end = tick->x + w / 2;
            }
          atlas_time_axis_zoom (&axis, 0.61 * width, 1.3);
        }
    }
  g_object_unref (context);
}

/* --- Marks ---------------------------------------------------------------------- */

static void
test_marks_gather (void)
{
  g_autoptr (AtlasTimeline) timeline = make_timeline ("overview");
  guint fewest = G_MAXUINT, most = 0;

  for (double width = 200; width <= 25600; width *= 2)
    {
      const AtlasLane *lane = atlas_timeline_get_lane (timeline, 0);
      AtlasTimelineView view = { .gutter = 50, .text_scale = 1, .scale = 1 };
      g_autoptr (GArray) marks = NULL;
      guint n = 0;

      atlas_time_axis_init (&view.axis, fixture_day ("1945-01-01"), fixture_day ("2027-12-31"), width);
      marks = atlas_timeline_gather_marks (lane, &view);
      for (guint i = 0; i < marks->len; i++)
        {
          const AtlasTimelineMark *mark = &g_array_index (marks, AtlasTimelineMark, i);
          const AtlasTimelineMark *last = mark - 1;

          g_assert_cmpuint (mark->first, ==, n);
          n += mark->n;
          if (i > 0)
            g_assert_cmpfloat (mark->x - mark->half, >, last->x + last->half - 3);
        }
      /* None is lost, and the closer one looks the fewer gather. */
      g_assert_cmpuint (n, ==, lane->n_events);
      fewest = MIN (fewest, marks->len);
      g_assert_cmpuint (marks->len, >=, most);
      most = MAX (most, marks->len);
    }
  g_assert_cmpuint (fewest, <, most);
}

/* Panning moves marks and does not regroup them. */
static void
test_marks_do_not_regroup (void)
{
  g_autoptr (AtlasTimeline) timeline = make_timeline ("overview");
  const AtlasLane *lane = atlas_timeline_get_lane (timeline, 0);
  AtlasTimelineView view = { .gutter = 50, .text_scale = 1, .scale = 1 };
  guint firsts[2] = { 0, 0 };

  atlas_time_axis_init (&view.axis, fixture_day ("1945-01-01"), fixture_day ("2027-12-31"), 1000);
  atlas_time_axis_show (&view.axis, fixture_day ("2010-01-01"), fixture_day ("2026-01-01"));
  for (guint turn = 0; turn < 2; turn++)
    {
      g_autoptr (GArray) marks = atlas_timeline_gather_marks (lane, &view);

      for (guint i = 0; i < marks->len; i++)
        firsts[turn] = MAX (firsts[turn], g_array_index (marks, AtlasTimelineMark, i).first);
      atlas_time_axis_pan (&view.axis, 333);
    }
  g_assert_cmpuint (firsts[0], <=, firsts[1]);
}

/* --- Picking -------------------------------------------------------------------- */

static void
pick (Picture *self,
      double x,
      double y,
      AtlasTimelineItem *item)
{
  g_assert_true (atlas_timeline_pick (self->timeline, &self->view, x, y, item));
  g_assert_cmpfloat (item->x, <=, x + 9);
  g_assert_cmpfloat (item->x + item->width, >=, x - 9);
}

static void
test_pick_country (void)
{
  Picture picture;
  AtlasTimelineItem item;
  double top;

  picture_init (&picture, "KZ", "1991-01-01", "2026-01-01", ATLAS_SCHEME_LIGHT);
  find_lane (&picture, "CSTO", &top);
  pick (&picture, 20, top + 10, &item);
  g_assert_cmpint (item.kind, ==, ATLAS_TIMELINE_LABEL);
  g_assert_cmpstr (item.lane->label, ==, "CSTO");
  pick (&picture, x_of (&picture, "1996-01-01"), top + 8, &item);
  g_assert_cmpint (item.kind, ==, ATLAS_TIMELINE_SPELL);
  g_assert_cmpint (item.spell->status, ==, ATLAS_STATUS_MEMBER);
  /* The treaty's signing and the day that it came into force. */
  pick (&picture, x_of (&picture, "1994-04-20") + 7, top + atlas_timeline_lane_mark_y (item.lane, &picture.view), &item);
  g_assert_cmpint (item.kind, ==, ATLAS_TIMELINE_MARK);
  g_assert_cmpuint (item.n_events, ==, 1);
  g_assert_cmpstr (item.events[0]->id, ==, "cst-in-force");
  /* Before any tie nothing is there, nor in the row of ticks. */
  g_assert_false (atlas_timeline_pick (picture.timeline, &picture.view, x_of (&picture, "1991-03-01"), top + 8, &item));
  g_assert_false (atlas_timeline_pick (picture.timeline, &picture.view, 500, picture.view.height - 4, &item));
  g_assert_false (atlas_timeline_pick (picture.timeline, &picture.view, -1, top + 8, &item));
  g_assert_false (atlas_timeline_pick (picture.timeline, &picture.view, 2000, top + 8, &item));
  picture_clear (&picture);
}

/* A day that ends a spell belongs to the next. */
static void
test_pick_boundary (void)
{
  Picture picture;
  AtlasTimelineItem item;
  double top;

  picture_init (&picture, "BY", "2024-06-20", "2024-07-20", ATLAS_SCHEME_LIGHT);
  find_lane (&picture, "SCO", &top);
  pick (&picture, x_of (&picture, "2024-07-03"), top + 8, &item);
  g_assert_cmpint (item.spell->status, ==, ATLAS_STATUS_OBSERVER);
  pick (&picture, x_of (&picture, "2024-07-04"), top + 8, &item);
  g_assert_cmpint (item.spell->status, ==, ATLAS_STATUS_MEMBER);
  picture_clear (&picture);
}

static void
test_pick_curve (void)
{
  Picture picture;
  AtlasTimelineItem item;
  double top;

  picture_init (&picture, "overview", "1991-01-01", "2026-01-01", ATLAS_SCHEME_LIGHT);
  find_lane (&picture, "CSTO", &top);
  pick (&picture, x_of (&picture, "1997-01-01"), top + 8, &item);
  g_assert_cmpint (item.kind, ==, ATLAS_TIMELINE_STEP);
  g_assert_cmpuint (item.step->belonging, ==, 9);
  g_assert_cmpint (item.step->day, ==, fixture_day ("1994-04-20"));
  picture_clear (&picture);
}

/* What is scrolled away is neither drawn nor picked. */
static void
test_scroll (void)
{
  Picture picture;
  AtlasTimelineItem item;

  picture_init (&picture, "SCO", "1991-01-01", "2026-01-01", ATLAS_SCHEME_LIGHT);
  picture.view.height = 160;
  picture.view.scroll = atlas_timeline_lane_height (atlas_timeline_get_lane (picture.timeline, 0), &picture.view);
  picture_paint (&picture);
  pick (&picture, 20, 5, &item);
  g_assert_true (item.lane->country == fixture_country ("CN"));
  picture_clear (&picture);
}

/* --- Everything ------------------------------------------------------------------ */

/* No view is too odd: criticals abort the test. */
static void
test_odd_views (void)
{
  static const char *const whats[] = { "overview", "KZ", "AQ", "AF", "NATO", "SCO" };
  static const double gutters[] = { 0, 4, 90 };

  for (guint i = 0; i < G_N_ELEMENTS (whats); i++)
    for (guint j = 0; j < 2 * ATLAS_N_SCHEMES; j++)
      {
        Picture picture;

        picture_init (&picture, whats[i], "1945-01-01", "2026-12-31", j % ATLAS_N_SCHEMES);
        picture.view.gutter = gutters[j % G_N_ELEMENTS (gutters)];
        picture.view.text_scale = j % 2 == 0 ? 1 : 2;
        picture.view.height = j % 3 == 0 ? 10 : 140;
        atlas_time_axis_set_width (&picture.view.axis, j % 4 == 0 ? 1 : 300);
        picture_paint (&picture);
        atlas_time_axis_show (&picture.view.axis, fixture_day ("1992-02-20"), fixture_day ("1992-03-06"));
        picture_paint (&picture);
        picture_clear (&picture);
      }
}

/* On paper nothing is a stamp, and it is drawn all the same. */
static void
test_vectors (void)
{
  const cairo_rectangle_t extents = { 0, 0, 1100, 300 };
  Picture picture;
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;

  picture_init (&picture, "AM", "1991-01-01", "2026-12-31", ATLAS_SCHEME_LIGHT);
  atlas_timeline_paint (picture.timeline, &picture.view, picture.context, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (width, >, 1000);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  picture_clear (&picture);
}

static void
test_heights (void)
{
  g_autoptr (AtlasTimeline) timeline = make_timeline ("SCO");
  AtlasTimelineView view = { .text_scale = 1 };
  double height = 0;

  for (guint i = 0; i < atlas_timeline_get_n_lanes (timeline); i++)
    height += atlas_timeline_lane_height (atlas_timeline_get_lane (timeline, i), &view);
  g_assert_cmpfloat (atlas_timeline_lanes_height (timeline, 1), ==, height);
  g_assert_cmpfloat (atlas_timeline_lanes_height (timeline, 2), >, 1.9 * height);
}

static void
test_curve_height (void)
{
  g_autoptr (AtlasTimeline) timeline = make_timeline ("overview");
  AtlasTimelineView view = { .text_scale = 1 };
  const AtlasLane *lane = atlas_timeline_get_lane (timeline, 0);
  const double usual = atlas_timeline_lane_height (lane, &view);

  view.curve_height = 126;
  g_assert_cmpfloat (usual, <, 126);
  g_assert_cmpfloat (atlas_timeline_lane_height (lane, &view), ==, 126);
  g_assert_cmpfloat (atlas_timeline_lane_mark_y (lane, &view), >, 126 - 20);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-painter/bars", test_bars);
  g_test_add_func ("/timeline-painter/uncertain-edges-fade", test_uncertain_edges_fade);
  g_test_add_func ("/timeline-painter/contested-is-dotted", test_contested_is_dotted);
  g_test_add_func ("/timeline-painter/joints", test_joints);
  g_test_add_func ("/timeline-painter/not-verified", test_not_verified);
  g_test_add_func ("/timeline-painter/labels-fit", test_labels_fit);
  g_test_add_func ("/timeline-painter/marks-gather", test_marks_gather);
  g_test_add_func ("/timeline-painter/marks-do-not-regroup", test_marks_do_not_regroup);
  g_test_add_func ("/timeline-painter/pick-country", test_pick_country);
  g_test_add_func ("/timeline-painter/pick-boundary", test_pick_boundary);
  g_test_add_func ("/timeline-painter/pick-curve", test_pick_curve);
  g_test_add_func ("/timeline-painter/scroll", test_scroll);
  g_test_add_func ("/timeline-painter/odd-views", test_odd_views);
  g_test_add_func ("/timeline-painter/vectors", test_vectors);
  g_test_add_func ("/timeline-painter/heights", test_heights);
  g_test_add_func ("/timeline-painter/curve-height", test_curve_height);
  return g_test_run ();
}
