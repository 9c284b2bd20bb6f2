/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures how the app's real window follows a date that is dragged from 1991
 * to 2026, or back, in five seconds: a step for each frame, set when the frame
 * clock hands out the events of the pointer. The argument is the window's size.
 *
 * To the screen: by the clock on the wall, from the change of the state until
 * the end of the frame that shows its colours. A step that a later one overtook
 * counts with the first frame that shows either. Only steps count that change
 * a colour or a mark: the others have nothing to show, and would flatter.
 *
 * The main thread: its processor time, from the end of one frame to the end of
 * the next, so that everything comes in which the change of date sets off. What
 * GTK's renderer takes of it has rows of its own, see bench-map.c; here it is
 * what the frame clock's paint phase takes, less the snapshot of the whole
 * window. By the clock on the wall a frame of the main loop also holds the time
 * that it waits for the painted map, and that other programs take.
 */
#include "atlas-config.h"

#include "bench-window.h"

#define PASSES 4
#define STEPS 300 /* five seconds at sixty frames a second */

typedef struct
{
  gint64 set_at; /* 0: not yet */
  gboolean recolours;
  double latency; /* ms; < 0: not on the screen yet */
} Step;

typedef struct
{
  BenchWindow *window;
  const char *name;
  AtlasDay from;
  AtlasDay to;
  Step steps[STEPS];
  guint n_set;
  guint n_shown;
  guint n_overtaken;

  gint64 busy_ns; /* by the clock on the wall, outside the poll */
  gint64 frame_cpu;
  gint64 frame_busy;
  gint64 paint_began;
  GArray *cpu; /* ms of each frame */
  GArray *own; /* without the renderer */
  GArray *renderer;
  GArray *busy;
} Scrub;

static Scrub scrub; /* outlives the window's frame clock */

/* Of the frame that is being made; a class's function has no room for more. */
static gint64 snapshot_ns;
static void (*snapshot_window) (GtkWidget *widget, GtkSnapshot *snapshot);

/* Of the main loop. */
static gint64 woken_at;

static void
snapshot_timed (GtkWidget *widget,
                GtkSnapshot *snapshot)
{
  const gint64 start = bench_main_thread_ns ();

  snapshot_window (widget, snapshot);
  snapshot_ns += bench_main_thread_ns () - start;
}

static int
poll_timed (GPollFD *fds,
            guint n,
            int timeout)
{
  int ready;

  scrub.busy_ns += 1000 * (g_get_monotonic_time () - woken_at);
  ready = g_poll (fds, n, timeout);
  woken_at = g_get_monotonic_time ();
  return ready;
}

static gint64
get_busy_ns (void)
{
  return scrub.busy_ns + 1000 * (g_get_monotonic_time () - woken_at);
}

static AtlasDay
day_of_step (guint step)
{
  return scrub.from + (AtlasDay) ((double) (scrub.to - scrub.from) * step / (STEPS - 1));
}

/* --- Frames ------------------------------------------------------------------- */

/* Events come before a frame; a drag sets the date in between. */
static void
on_events (void)
{
  if (scrub.n_set == STEPS)
    return;
  scrub.steps[scrub.n_set].set_at = g_get_monotonic_time ();
  atlas_state_set_date (scrub.window->state, day_of_step (scrub.n_set++));
}

static void
on_layout_done (void)
{
  snapshot_ns = 0;
  scrub.paint_began = bench_main_thread_ns ();
}

static gboolean
is_reached (AtlasDay day,
            AtlasDay shown)
{
  return scrub.from <= scrub.to ? day <= shown : day >= shown;
}

static void
note_shown (void)
{
  const gint64 now = g_get_monotonic_time ();
  AtlasWhen when;
  guint n = 0;

  atlas_map_get_painted_when (scrub.window->map, &when);
  for (; scrub.n_shown < scrub.n_set && is_reached (day_of_step (scrub.n_shown), when.to); scrub.n_shown++)
    {
      Step *step = &scrub.steps[scrub.n_shown];

      step->latency = (now - step->set_at) / 1e3;
      n += step->recolours;
    }
  if (n > 1)
    scrub.n_overtaken += n - 1;
}

static void
append (GArray *values,
        double value)
{
  g_array_append_val (values, value);
}

static void
note_frame (void)
{
  const gint64 cpu = bench_main_thread_ns (), busy = get_busy_ns ();
  const double renderer = scrub.paint_began != 0 ? (cpu - scrub.paint_began - snapshot_ns) / 1e6 : 0;

  if (scrub.frame_cpu != 0)
    {
      append (scrub.cpu, (cpu - scrub.frame_cpu) / 1e6);
      append (scrub.own, (cpu - scrub.frame_cpu) / 1e6 - renderer);
      append (scrub.renderer, renderer);
      append (scrub.busy, (busy - scrub.frame_busy) / 1e6);
    }
  scrub.paint_began = 0;
}

static void
on_frame_done (GdkFrameClock *clock)
{
  if (scrub.n_shown == STEPS)
    return;
  note_shown ();
  note_frame ();
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_FLUSH_EVENTS);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT); /* on_layout_done() is to be called */
  scrub.frame_cpu = bench_main_thread_ns ();
  scrub.frame_busy = get_busy_ns ();
}

/* --- Figures ------------------------------------------------------------------ */

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double da = *(const double *) a, db = *(const double *) b;

  return (da > db) - (da < db);
}

/* The smallest value that so large a share of all do not exceed. */
static double
get_percentile (GArray *values,
                double share)
{
  g_array_sort (values, compare_doubles);
  return values->len > 0 ? g_array_index (values, double, MIN (values->len - 1, (guint) (share * values->len))) : 0;
}

static void
print (const char *what,
       double value,
       const char *unit)
{
  g_autofree char *name = g_strdup_printf ("%s, %s", scrub.name, what);

  bench_window_print_row (scrub.window, name, value, unit);
}

static void
print_figures (void)
{
  g_autoptr (GArray) latencies = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < STEPS; i++)
    if (scrub.steps[i].recolours)
      append (latencies, scrub.steps[i].latency);
  print ("a recolour to the screen", get_percentile (latencies, 0.5), "ms");
  print ("99th percentile of it", get_percentile (latencies, 0.99), "ms");
  print ("recolours overtaken", 100.0 * scrub.n_overtaken / MAX (1, latencies->len), "%");
  print ("main thread a frame", get_percentile (scrub.cpu, 0.5), "ms");
  print ("longest frame of the main thread", get_percentile (scrub.cpu, 1), "ms");
  print ("longest frame but for GTK’s renderer", get_percentile (scrub.own, 1), "ms");
  print ("GTK’s renderer a frame", get_percentile (scrub.renderer, 0.5), "ms");
  print ("99th percentile of frames, waits included", get_percentile (scrub.busy, 0.99), "ms");
}

/* --- Passes ------------------------------------------------------------------- */

static AtlasColouring *
get_colouring (AtlasDay day)
{
  AtlasContent *content = atlas_window_get_content (scrub.window->window);

  return atlas_colouring_new (atlas_content_get_dataset (content), atlas_content_get_geography (content), NULL,
                              atlas_when_on (day), ATLAS_SCHEME_LIGHT);
}

static void
find_recolours (void)
{
  g_autoptr (AtlasColouring) last = get_colouring (scrub.from);

  for (guint i = 0; i < STEPS; i++)
    {
      g_autoptr (AtlasColouring) next = get_colouring (day_of_step (i));

      scrub.steps[i] = (Step) { 0, !atlas_colouring_looks_like (next, last), -1 };
      g_clear_pointer (&last, atlas_colouring_unref);
      last = g_steal_pointer (&next);
    }
}

static void
set_array (GArray **array)
{
  g_clear_pointer (array, g_array_unref);
  *array = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
prepare (AtlasDay from,
         AtlasDay to)
{
  scrub.from = from;
  scrub.to = to;
  scrub.n_set = scrub.n_shown = scrub.n_overtaken = 0;
  scrub.frame_cpu = 0;
  set_array (&scrub.cpu);
  set_array (&scrub.own);
  set_array (&scrub.renderer);
  set_array (&scrub.busy);
  find_recolours ();
  atlas_state_set_date (scrub.window->state, from);
  bench_window_let_pass (2 * SETTLE);
}

static void
run_pass (AtlasDay from,
          AtlasDay to)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (scrub.window->window));
  gulong ids[3];

  prepare (from, to);
  ids[0] = g_signal_connect (clock, "flush-events", G_CALLBACK (on_events), NULL);
  ids[1] = g_signal_connect (clock, "layout", G_CALLBACK (on_layout_done), NULL);
  ids[2] = g_signal_connect (clock, "after-paint", G_CALLBACK (on_frame_done), NULL);
  atlas_state_set_scrubbing (scrub.window->state, TRUE);
  gdk_frame_clock_begin_updating (clock);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_FLUSH_EVENTS);
  while (scrub.n_shown < STEPS)
    g_main_context_iteration (NULL, TRUE);
  gdk_frame_clock_end_updating (clock);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_signal_handler_disconnect (clock, ids[i]);
  atlas_state_set_scrubbing (scrub.window->state, FALSE);
  bench_window_let_pass (SETTLE);
  print_figures ();
}

static void
measure_passes (const char *name)
{
  const AtlasDay first = atlas_day_new (1991, 1, 1), last = atlas_day_new (2026, 6, 15);

  scrub.name = name;
  for (guint i = 0; i < PASSES; i++)
    run_pass (i % 2 == 0 ? first : last, i % 2 == 0 ? last : first);
}

static void
measure (BenchWindow *window)
{
  GtkWidgetClass *klass = g_type_class_ref (ATLAS_TYPE_WINDOW);

  scrub.window = window;
  snapshot_window = klass->snapshot;
  klass->snapshot = snapshot_timed;
  woken_at = g_get_monotonic_time ();
  g_main_context_set_poll_func (NULL, poll_timed);

  measure_passes ("scrubbing");
  atlas_state_select (window->state, "country", "KZ");
  bench_window_let_pass (3 * SETTLE);
  measure_passes ("scrubbing beside a page");
}

int
main (int argc,
      char *argv[])
{
  return bench_window_run (argc, argv, measure);
}
