/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long it takes from what is dropped to the first frame of its page: the file of an
 * article of 1,000 words, in the app's real window, when nothing else goes on.
 */
#include "atlas-config.h"

#include "bench-window.h"

#include <glib/gstdio.h>

#include "atlas-article-page.h"
#include "atlas-import-item.h"
#include "bench-row.h"
#include "library-generator.h"

#define SEED 20250528
#define REPEATS 15
#define N_WORDS 1000
#define TITLE "Guests in Astana"

static guint
count_words (const char *text)
{
  guint n = *text != '\0';

  for (; *text != '\0'; text++)
    n += *text == ' ';
  return n;
}

/* A page as a browser saves it. */
static char *
make_page (GRand *rand)
{
  GString *page = g_string_new ("<!doctype html><html lang=en><head><title>" TITLE "</title>"
                                "<meta property=\"article:published_time\" content=\"2025-05-28\"></head><body>"
                                "<nav><a href=\"1\">Home</a><a href=\"2\">World</a></nav><article><h1>" TITLE "</h1>");
  guint n = 0;

  while (n < N_WORDS)
    {
      g_autoptr (AtlasLibraryEntry) entry = library_generator_make (rand, g_rand_int_range (rand, 0, 100000));

      for (guint i = 0; i < entry->blocks->len && n < N_WORDS; i++)
        {
          g_autofree char *text = g_markup_escape_text (g_array_index (entry->blocks, AtlasLibraryBlock, i).text, -1);

          g_string_append_printf (page, "<p>%s</p>", text);
          n += count_words (text);
        }
    }
  g_string_append (page, "</article><footer>About us</footer></body></html>");
  return g_string_free_and_steal (page);
}

/* %NULL where @widget is none and has none in it; of several the last, since one that
 * goes stays until the other has faded in. */
static AtlasPageView *
find_article_page (GtkWidget *widget)
{
  AtlasPageView *found = ATLAS_IS_ARTICLE_PAGE (widget) ? ATLAS_PAGE_VIEW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL && found == NULL; child = gtk_widget_get_prev_sibling (child))
    found = find_article_page (child);
  return found;
}

/* The title of the article comes with its text and links. */
static gboolean
is_linked (BenchWindow *bench)
{
  AtlasPageView *page = find_article_page (GTK_WIDGET (bench->window));
  const char *key;

  return page != NULL && atlas_state_get_selected (bench->state, "article", &key) &&
         g_str_equal (atlas_page_view_get_id (page), key) && g_strcmp0 (atlas_page_view_get_title (page), TITLE) == 0;
}

static void
on_painted (GdkFrameClock *clock,
            gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_for_page (BenchWindow *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  gboolean painted = FALSE;
  gulong handler;

  while (!is_linked (bench))
    g_main_context_iteration (NULL, TRUE);
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), &painted);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

static void
measure_one (BenchWindow *bench,
             GFile *file)
{
  g_autoptr (GPtrArray) items = atlas_import_items_new_for_files (&file, 1);
  gint64 start;

  atlas_state_set_selection (bench->state, "");
  /* As when the drag enters the window. */
  atlas_import_prepare ();
  bench_window_let_pass (SETTLE);
  start = g_get_monotonic_time ();
  atlas_window_bring (bench->window, items);
  while (!atlas_state_get_selected (bench->state, "article", NULL))
    g_main_context_iteration (NULL, TRUE);
  print_row ("drop to article kept and opened, 1,000 words", milliseconds_since (start), "ms");
  wait_for_page (bench);
  print_row ("drop to linked page, 1,000 words", milliseconds_since (start), "ms");
}

static void
measure (BenchWindow *bench)
{
  AtlasContent *content = atlas_window_get_content (bench->window);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  while (atlas_content_get_library (content) == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < REPEATS; i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("XDG_DATA_HOME"), "page.html", NULL);
      g_autofree char *page = make_page (rand);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_file_set_contents (path, page, -1, NULL);
      measure_one (bench, file);
    }
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int argc,
      char *argv[])
{
  /* On a real disk, since each article has to be on it, but not among the reader's. */
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "alliance-atlas-bench-XXXXXX", NULL);
  int status;

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  if (g_mkdtemp (folder) == NULL)
    g_error ("The folder %s cannot be made.", folder);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  status = bench_window_run (argc, argv, measure);
  remove_folder (folder);
  return status;
}
