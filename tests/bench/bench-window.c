/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "bench-window.h"

#include <stdio.h>
#include <time.h>

#include "atlas-application.h"
#include "bench-row.h"

#define PATIENCE 60000 /* ms */

typedef struct
{
  BenchWindow window;
  BenchFunc measure;
  guint source;
} Run;

/**
 * bench_main_thread_ns:
 *
 * Returns: the processor time that the calling thread has had
 */
gint64
bench_main_thread_ns (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

/**
 * bench_window_print_row:
 *
 * Prints one repetition; the window's size becomes part of the name.
 */
void
bench_window_print_row (BenchWindow *self,
                        const char *name,
                        double value,
                        const char *unit)
{
  g_autofree char *full = g_strdup_printf ("%s, %s", name, self->size);

  print_row (full, value, unit);
}

static gboolean
on_time (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/**
 * bench_window_let_pass:
 *
 * Lets the main loop run for so long.
 */
void
bench_window_let_pass (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, on_time, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
give_up (gpointer user_data)
{
  g_error ("The map was never painted.");
  return G_SOURCE_REMOVE;
}

/**
 * bench_window_wait_until_painted:
 *
 * Lets the main loop run until the map shows all that the state names.
 */
void
bench_window_wait_until_painted (BenchWindow *self)
{
  guint patience = g_timeout_add (PATIENCE, give_up, NULL);

  while (!self->painted)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

static void
on_painted (BenchWindow *self)
{
  self->painted = TRUE;
}

static gboolean
measure (gpointer user_data)
{
  Run *run = user_data;
  BenchWindow *self = &run->window;
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());

  self->window = ATLAS_WINDOW (gtk_application_get_active_window (application));
  self->map = atlas_window_get_map (self->window);
  self->state = atlas_window_get_state (self->window);
  self->painted = atlas_map_is_painted (self->map);
  g_signal_connect_swapped (self->map, "painted", G_CALLBACK (on_painted), self);
  bench_window_wait_until_painted (self);
  while (!atlas_content_has_texts (atlas_window_get_content (self->window)))
    g_main_context_iteration (NULL, TRUE);
  bench_window_let_pass (3 * SETTLE);
  run->measure (self);
  g_application_quit (G_APPLICATION (application));
  return G_SOURCE_REMOVE;
}

/* The window is still being made. */
static void
on_window_added (Run *run)
{
  if (run->source == 0)
    run->source = g_idle_add (measure, run);
}

static void
set_size (BenchWindow *self,
          const char *size)
{
  g_autoptr (GSettings) settings = g_settings_new (ATLAS_APP_ID);
  int width, height;

  if (sscanf (size, "%dx%d", &width, &height) != 2)
    g_error ("“%s” is no size such as 1280x800.", size);
  self->size = g_strdup_printf ("%d×%d", width, height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
}

/**
 * bench_window_run:
 * @argc: of main(); the argument is the window's size: 1280x800
 * @argv: of main()
 * @measure_func: called once the window is complete and at rest
 *
 * Returns: what main() returns
 */
int
bench_window_run (int argc,
                  char *argv[],
                  BenchFunc measure_func)
{
  Run run = { .measure = measure_func };
  g_autoptr (AtlasApplication) application = NULL;

  /* Neither reads what a reader's own window remembers nor changes it. */
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  set_size (&run.window, argc > 1 ? argv[1] : "1280x800");
  application = atlas_application_new ();
  g_application_set_flags (G_APPLICATION (application), g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
  g_signal_connect_swapped (application, "window-added", G_CALLBACK (on_window_added), &run);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
