/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures the map in the app's real window; prints one line of JSON for each
 * repetition. The argument is the window's size: 1280x800.
 *
 * What is counted: the processor time of the main thread, from the kernel's
 * clock of that thread, so that neither the worker that paints nor other
 * programs come in. It is taken over a whole stretch of frames and divided by
 * their number; so it holds everything that a moving map costs: the moves, our
 * and libshumate's answers to them, what the worker hands over, layout,
 * snapshots, and whatever else the main loop does.
 *
 * GTK's renderer, which turns the finished snapshot into pixels, runs on the
 * main thread too, but its cost is that of the renderer: with a GPU next to
 * nothing, in software what it takes to move the window's pixels, whatever
 * they show. It has a row of its own and is not in the app's; both together
 * are what the main thread spends. The renderer's part is what the frame
 * clock's paint phase takes, less the snapshot of the map.
 *
 * A recolour is measured by the clock on the wall, from the change of the state
 * until the frame that shows it is painted; animations are off, since a fade
 * takes its time on purpose.
 */
#include "atlas-config.h"

#include <shumate/shumate.h>

#include "bench-window.h"

#define STRETCHES 9 /* repetitions of a move */
#define FRAMES 60   /* of one repetition */
#define RECOLOURS 21
#define MOTIONS 400 /* of the pointer, in one repetition */

typedef struct
{
  BenchWindow *window;
  AtlasMap *map;
  ShumateViewport *viewport;
  GtkWidget *canvas; /* the ShumateMap */
  guint frames;
  gint64 renderer_ns;
  gint64 paint_began;
} Bench;

typedef void (*MoveFunc) (Bench *bench, guint frame);

/* Of the frame that is being made; the class's function has no room for more. */
static gint64 snapshot_ns;
static void (*snapshot_map) (GtkWidget *widget, GtkSnapshot *snapshot);

/* --- Moves -------------------------------------------------------------------- */

static void
snapshot_timed (GtkWidget *widget,
                GtkSnapshot *snapshot)
{
  const gint64 start = bench_main_thread_ns ();

  snapshot_map (widget, snapshot);
  snapshot_ns += bench_main_thread_ns () - start;
}

static void
time_snapshots (void)
{
  GtkWidgetClass *klass = g_type_class_ref (ATLAS_TYPE_MAP);

  snapshot_map = klass->snapshot;
  klass->snapshot = snapshot_timed;
}

static void
after_layout (Bench *bench)
{
  snapshot_ns = 0;
  bench->paint_began = bench_main_thread_ns ();
}

static void
after_paint (Bench *bench)
{
  if (bench->paint_began == 0)
    return;
  bench->renderer_ns += bench_main_thread_ns () - bench->paint_began - snapshot_ns;
  bench->paint_began = 0;
  bench->frames++;
}

/* Some pixels a frame, to and fro, as a drag does. */
static void
pan (Bench *bench,
     guint frame)
{
  const double x = gtk_widget_get_width (bench->canvas) / 2.0 + (frame % 60 < 30 ? 7 : -7);
  const double y = gtk_widget_get_height (bench->canvas) / 2.0 + (frame % 60 < 30 ? 3 : -3);
  double lat, lon;

  shumate_viewport_widget_coords_to_location (bench->viewport, bench->canvas, x, y, &lat, &lon);
  shumate_location_set_location (SHUMATE_LOCATION (bench->viewport), lat, lon);
}

static void
zoom (Bench *bench,
      guint frame)
{
  const double step = frame % 60 < 30 ? 0.03 : -0.03;

  shumate_viewport_set_zoom_level (bench->viewport, shumate_viewport_get_zoom_level (bench->viewport) + step);
}

typedef struct
{
  Bench *bench;
  MoveFunc move;
  guint n;
} Drive;

static gboolean
drive (GtkWidget *widget,
       GdkFrameClock *clock,
       gpointer user_data)
{
  Drive *self = user_data;

  self->move (self->bench, self->n++);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT); /* after_layout() is to be called */
  return G_SOURCE_CONTINUE;
}

static void
measure_stretch (Bench *bench,
                 const char *name,
                 MoveFunc move)
{
  g_autofree char *app_name = g_strconcat (name, ", main thread a frame", NULL);
  g_autofree char *renderer_name = g_strconcat (name, ", GTK’s renderer a frame", NULL);
  Drive self = { bench, move, 0 };
  const guint tick = gtk_widget_add_tick_callback (GTK_WIDGET (bench->map), drive, &self, NULL);
  gint64 start;

  while (self.n == 0)
    g_main_context_iteration (NULL, TRUE);
  bench->frames = 0;
  bench->renderer_ns = 0;
  start = bench_main_thread_ns ();
  while (bench->frames < FRAMES)
    g_main_context_iteration (NULL, TRUE);
  bench_window_print_row (bench->window, app_name, (bench_main_thread_ns () - start - bench->renderer_ns) / 1e6 / FRAMES, "ms");
  bench_window_print_row (bench->window, renderer_name, bench->renderer_ns / 1e6 / FRAMES, "ms");
  gtk_widget_remove_tick_callback (GTK_WIDGET (bench->map), tick);
  bench_window_let_pass (SETTLE);
}

static void
measure_moves (Bench *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->map));

  g_signal_connect_swapped (clock, "layout", G_CALLBACK (after_layout), bench);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint), bench);
  for (guint i = 0; i < STRETCHES; i++)
    measure_stretch (bench, "panning", pan);
  for (guint i = 0; i < STRETCHES; i++)
    measure_stretch (bench, "zooming", zoom);
}

/* --- Colours and the pointer -------------------------------------------------- */

static void
change_lens (AtlasState *state,
             guint turn)
{
  static const char *const lenses[] = { "CSTO", "SCO", "BRICS", "NATO", ATLAS_LENS_OVERVIEW };

  atlas_state_set_lens (state, lenses[turn % G_N_ELEMENTS (lenses)]);
}

/* Each step of so many days changes some colour. */
static void
change_date (AtlasState *state,
             guint turn)
{
  atlas_state_set_date (state, atlas_state_get_date (state) - 600);
}

static void
measure_recolours (Bench *bench,
                   const char *name,
                   void (*change) (AtlasState *state, guint turn))
{
  for (guint i = 0; i < RECOLOURS; i++)
    {
      const gint64 start = g_get_monotonic_time ();

      bench->window->painted = FALSE;
      change (bench->window->state, i);
      bench_window_wait_until_painted (bench->window);
      bench_window_print_row (bench->window, name, (g_get_monotonic_time () - start) / 1e3, "ms");
      bench_window_let_pass (SETTLE / 3);
    }
}

static GtkEventController *
find_pointer (Bench *bench)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (bench->map));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        return controller; /* the map holds it */
    }
  g_error ("The map does not follow the pointer.");
  return NULL;
}

/* The pointer runs across the map; what it costs to say what lies below. */
static void
measure_hover (Bench *bench)
{
  GtkEventController *pointer = find_pointer (bench);
  const double width = gtk_widget_get_width (GTK_WIDGET (bench->map));
  const double height = gtk_widget_get_height (GTK_WIDGET (bench->map));

  for (guint i = 0; i < STRETCHES; i++)
    {
      const gint64 start = bench_main_thread_ns ();

      for (guint j = 0; j < MOTIONS; j++)
        g_signal_emit_by_name (pointer, "motion", width * j / MOTIONS, height * (i + 1) / (STRETCHES + 1));
      bench_window_print_row (bench->window, "hover, main thread a motion", (bench_main_thread_ns () - start) / 1e3 / MOTIONS, "µs");
      bench_window_let_pass (SETTLE / 3);
    }
  g_signal_emit_by_name (pointer, "leave");
}

/* --- The window --------------------------------------------------------------- */

static void
find_canvas (Bench *bench)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (bench->map)); !SHUMATE_IS_MAP (child);)
    child = gtk_widget_get_next_sibling (child);
  bench->canvas = child;
  bench->viewport = shumate_map_get_viewport (SHUMATE_MAP (child));
}

static void
measure (BenchWindow *window)
{
  static Bench bench; /* outlives the window’s frame clock */

  bench.window = window;
  bench.map = window->map;
  find_canvas (&bench);
  time_snapshots ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  measure_moves (&bench);
  measure_hover (&bench);
  measure_recolours (&bench, "another lens to the first complete frame", change_lens);
  measure_recolours (&bench, "another date to the first complete frame", change_date);
}

int
main (int argc,
      char *argv[])
{
  return bench_window_run (argc, argv, measure);
}
