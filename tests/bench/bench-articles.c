/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures the list of articles in the app's real window, with a library of 100,000. The
 * argument is the window's size.
 *
 * To the screen: by the clock on the wall, from the change of the state until the end of
 * the first frame that shows articles. The main thread: its processor time from the end
 * of one frame to the end of the next, so that everything comes in which the frame sets
 * off; what GTK's software renderer takes of it is in it.
 *
 * Memory is what the kernel counts as resident, the library's page cache included.
 */
#include "atlas-config.h"

#include "bench-window.h"

#include <string.h>

#include "atlas-article-list.h"
#include "atlas-article-row.h"
#include "atlas-articles-page.h"
#include "library-generator.h"

#define OPENINGS 9
#define FRAMES 300
#define STEP 60 /* pixels a frame: a fast wheel */
#define JUMPS 25

typedef struct
{
  BenchWindow *window;
  AtlasArticleList *list;
  GtkAdjustment *adjustment;
  GRand *rand;
  guint n_frames;
  gint64 cpu;
  double longest;
  GArray *frames; /* ms */
} Bench;

static double
resident_mib (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) || (line = strstr (status, "VmRSS:")) == NULL)
    return 0;
  return g_ascii_strtod (line + strlen ("VmRSS:"), NULL) / 1024;
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static AtlasArticleList *
find_list (Bench *self)
{
  return (AtlasArticleList *) find_widget (GTK_WIDGET (self->window->window), ATLAS_TYPE_ARTICLE_LIST);
}

/* Whether the row at the top of the list has its article. */
static gboolean
shows_articles (Bench *self)
{
  AtlasArticleList *list = find_list (self);
  GtkWidget *picked = list != NULL ? gtk_widget_pick (GTK_WIDGET (list), 60, 40, GTK_PICK_DEFAULT) : NULL;
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, ATLAS_TYPE_ARTICLE_ROW) : NULL;
  AtlasArticleItem *item;

  if (picked != NULL && row == NULL && gtk_widget_get_first_child (picked) != NULL && ATLAS_IS_ARTICLE_ROW (gtk_widget_get_first_child (picked)))
    row = gtk_widget_get_first_child (picked);
  item = row != NULL ? atlas_article_row_get_item (ATLAS_ARTICLE_ROW (row)) : NULL;
  return item != NULL && atlas_article_item_get (item) != NULL;
}

static void
on_frame (GdkFrameClock *clock,
          Bench *self)
{
  const gint64 cpu = bench_main_thread_ns ();
  const double ms = (cpu - self->cpu) / 1e6;

  self->n_frames++;
  if (self->frames != NULL)
    g_array_append_val (self->frames, ms);
  self->longest = MAX (self->longest, ms);
  self->cpu = bench_main_thread_ns ();
}

static void
wait_until_shown (Bench *self)
{
  const guint before = self->n_frames;
  const gint64 patience = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (!shows_articles (self) && g_get_monotonic_time () < patience)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self->window->window));
  while (self->n_frames == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
print (Bench *self,
       const char *what,
       double value,
       const char *unit)
{
  g_autofree char *name = g_strdup_printf ("articles, %s, 100,000 articles", what);

  bench_window_print_row (self->window, name, value, unit);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double da = *(const double *) a, db = *(const double *) b;

  return (da > db) - (da < db);
}

static void
print_frames (Bench *self,
              const char *what)
{
  g_autofree char *longest = g_strdup_printf ("%s, longest frame of the main thread", what);
  g_autofree char *usual = g_strdup_printf ("%s, main thread a frame", what);

  g_array_sort (self->frames, compare_doubles);
  print (self, usual, g_array_index (self->frames, double, self->frames->len / 2), "ms");
  print (self, longest, g_array_index (self->frames, double, self->frames->len - 1), "ms");
}

/* --- Measures --------------------------------------------------------------------- */

static void
measure_opening (Bench *self)
{
  for (guint i = 0; i <= OPENINGS; i++)
    {
      gint64 start;

      atlas_state_set_selection (self->window->state, "");
      bench_window_let_pass (SETTLE);
      self->cpu = bench_main_thread_ns ();
      self->longest = 0;
      start = g_get_monotonic_time ();
      atlas_state_set_selection (self->window->state, "articles");
      wait_until_shown (self);
      if (i > 0) /* the first finds fonts and styles */
        print (self, "first page shown", (g_get_monotonic_time () - start) / 1e3, "ms");
      bench_window_let_pass (3 * SETTLE);
      if (i > 0)
        print (self, "opening and counting, longest frame of the main thread", self->longest, "ms");
    }
}

static void
begin_frames (Bench *self)
{
  g_clear_pointer (&self->frames, g_array_unref);
  self->frames = g_array_new (FALSE, FALSE, sizeof (double));
  self->cpu = bench_main_thread_ns ();
}

static void
measure_scrolling (Bench *self)
{
  for (guint round = 0; round < 3; round++)
    {
      begin_frames (self);
      for (guint i = 0; i < FRAMES; i++)
        {
          const guint before = self->n_frames;

          gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_value (self->adjustment) + STEP);
          while (self->n_frames == before)
            g_main_context_iteration (NULL, TRUE);
        }
      print_frames (self, "scrolling");
    }
}

static void
measure_jumps (Bench *self)
{
  begin_frames (self);
  for (guint i = 0; i < JUMPS; i++)
    {
      const double room = gtk_adjustment_get_upper (self->adjustment) - gtk_adjustment_get_page_size (self->adjustment);
      const gint64 start = g_get_monotonic_time ();
      const guint before = self->n_frames;

      gtk_adjustment_set_value (self->adjustment, room * g_rand_double (self->rand));
      while (self->n_frames == before)
        g_main_context_iteration (NULL, TRUE);
      wait_until_shown (self);
      print (self, "a jump to anywhere, shown", (g_get_monotonic_time () - start) / 1e3, "ms");
      bench_window_let_pass (100);
    }
  print_frames (self, "jumping");
}

static void
measure (BenchWindow *window)
{
  Bench self = { .window = window, .rand = g_rand_new_with_seed (20260615) };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window->window));
  double before, opened;

  while (atlas_content_get_library (atlas_window_get_content (window->window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  bench_window_let_pass (3 * SETTLE);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_frame), &self);
  before = resident_mib ();
  measure_opening (&self);
  opened = resident_mib ();
  self.list = find_list (&self);
  self.adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self.list))));
  measure_scrolling (&self);
  measure_jumps (&self);
  print (&self, "memory of the view", opened - before, "MiB");
  print (&self, "memory that scrolling adds", resident_mib () - opened, "MiB");
  g_signal_handlers_disconnect_by_data (clock, &self);
  g_clear_pointer (&self.frames, g_array_unref);
  g_rand_free (self.rand);
}

int
main (int argc,
      char *argv[])
{
  library_generator_use ();
  return bench_window_run (argc, argv, measure);
}
