/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures how the app's real window follows somebody who types in the search, with the
 * big library. The argument is the window's size.
 *
 * To the results: by the clock on the wall, from a key until the best of what was typed
 * stands in rows; the next frame shows them.
 *
 * The main thread: its processor time from one wait for events to the next, in which
 * nothing else can happen; once with all, and once without the phase of a frame in which
 * GTK draws.
 */
#include "atlas-config.h"

#include "bench-window.h"

#include <string.h>

#include "atlas-search-panel.h"
#include "library-generator.h"

#define KEY_TIME 110  /* ms, of somebody who types fast */
#define PATIENCE 3000 /* ms until what was typed is found */

typedef struct
{
  gint64 woken_at; /* of the main thread's processor time, ns */
  gint64 draw_began;
  gint64 draw_ns; /* since it woke */
  double longest;
  double longest_undrawn;
  gint64 key_at; /* µs; 0 where the results have come */
  GArray *latencies;
} Typing;

static Typing typing; /* outlives the window's frame clock */

static int
poll_timed (GPollFD *fds,
            guint n,
            int timeout)
{
  const gint64 busy = bench_main_thread_ns () - typing.woken_at;
  int ready;

  typing.longest = MAX (typing.longest, busy / 1e6);
  typing.longest_undrawn = MAX (typing.longest_undrawn, (busy - typing.draw_ns) / 1e6);
  ready = g_poll (fds, n, timeout);
  typing.woken_at = bench_main_thread_ns ();
  typing.draw_ns = 0;
  return ready;
}

static void
on_layout_done (void)
{
  typing.draw_began = bench_main_thread_ns ();
}

static void
on_frame_done (void)
{
  if (typing.draw_began != 0)
    typing.draw_ns += bench_main_thread_ns () - typing.draw_began;
  typing.draw_began = 0;
}

static void
on_answered (void)
{
  const double latency = (g_get_monotonic_time () - typing.key_at) / 1e3;

  if (typing.key_at != 0)
    g_array_append_val (typing.latencies, latency);
  typing.key_at = 0;
}

static void
press_key (GtkEditable *entry,
           const char *letter)
{
  int place = -1;

  typing.key_at = g_get_monotonic_time ();
  gtk_editable_insert_text (entry, letter, (int) (g_utf8_next_char (letter) - letter), &place);
  bench_window_let_pass (KEY_TIME);
}

static void
type (GtkEditable *entry,
      const char *words)
{
  gtk_editable_set_text (entry, "");
  bench_window_let_pass (SETTLE);
  for (const char *letter = words; *letter != '\0'; letter = g_utf8_next_char (letter))
    press_key (entry, letter);
  for (guint waited = 0; typing.key_at != 0 && waited < PATIENCE; waited += KEY_TIME)
    bench_window_let_pass (KEY_TIME);
  if (typing.key_at != 0)
    g_error ("“%s” was never found.", words);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double da = *(const double *) a, db = *(const double *) b;

  return (da > db) - (da < db);
}

static void
measure_words (BenchWindow *window,
               GtkEditable *entry,
               const char *words)
{
  typing.latencies = g_array_new (FALSE, FALSE, sizeof (double));
  typing.longest = typing.longest_undrawn = 0;
  type (entry, words);
  g_array_sort (typing.latencies, compare_doubles);
  for (guint i = 0; i < typing.latencies->len; i++)
    bench_window_print_row (window, "typing in the search, 100,000 articles, a key to the results", g_array_index (typing.latencies, double, i), "ms");
  bench_window_print_row (window, "typing in the search, 100,000 articles, longest stretch of the main thread", typing.longest, "ms");
  bench_window_print_row (window, "typing in the search, 100,000 articles, the same but for drawing", typing.longest_undrawn, "ms");
  g_clear_pointer (&typing.latencies, g_array_unref);
}

static void
measure (BenchWindow *window)
{
  static const char *const words[] = { "security", "kazakhstan", "\"security council\"", "railway w2000ord", "w39" };
  GtkEditable *entry;
  GtkWidget *panel;
  GdkFrameClock *clock;

  while (atlas_content_get_library (atlas_window_get_content (window->window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  atlas_window_show_search (window->window);
  bench_window_let_pass (4 * SETTLE);
  entry = GTK_EDITABLE (gtk_root_get_focus (GTK_ROOT (window->window)));
  panel = gtk_widget_get_ancestor (GTK_WIDGET (entry), ATLAS_TYPE_SEARCH_PANEL);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window->window));
  g_signal_connect (panel, "answered", G_CALLBACK (on_answered), NULL);
  g_signal_connect_after (clock, "layout", G_CALLBACK (on_layout_done), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_frame_done), NULL);
  typing.woken_at = bench_main_thread_ns ();
  g_main_context_set_poll_func (NULL, poll_timed);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    measure_words (window, entry, words[i]);
}

int
main (int argc,
      char *argv[])
{
  library_generator_use ();
  return bench_window_run (argc, argv, measure);
}
