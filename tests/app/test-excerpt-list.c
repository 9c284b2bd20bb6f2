/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On a screen: the list of what was written follows the library and the date, and what
 * the reader looks at stays where it is.
 */
#include "atlas-excerpt-list.h"

#include <glib/gstdio.h>

static AtlasContent *content;
static char *directory;

typedef struct
{
  AtlasState *state;
  GtkWidget *window;
  GtkWidget *scroller;
  GtkWidget *list;
  gboolean filled;
} Fixture;

/* --- Waiting ------------------------------------------------------------------- */

static gboolean
on_time (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
let_pass (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, on_time, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

#define wait_until(condition)                          \
  for (guint waited = 0; !(condition); waited += 20)   \
    {                                                  \
      if (waited > 30000)                              \
        g_error ("waited in vain for %s", #condition); \
      let_pass (20);                                   \
    }

/* --- Rows ------------------------------------------------------------------------ */

static GtkWidget *
find_child (GtkWidget *widget,
            GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);
  return found;
}

static GtkListBox *
get_rows (Fixture *self)
{
  return GTK_LIST_BOX (find_child (self->list, GTK_TYPE_LIST_BOX));
}

static GtkWidget *
get_row (Fixture *self,
         int i)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (get_rows (self), i));
}

static const char *
get_text (GtkWidget *row)
{
  return row != NULL ? gtk_label_get_text (GTK_LABEL (find_child (row, GTK_TYPE_LABEL))) : "";
}

static double
get_y (Fixture *self,
       GtkWidget *row)
{
  graphene_point_t point = GRAPHENE_POINT_INIT (0, 0);

  g_assert_true (gtk_widget_compute_point (row, self->scroller, &point, &point));
  return point.y;
}

static char *
add_article (const char *title,
             const char *date,
             const char *text)
{
  g_autoptr (AtlasLibraryEntry) entry = atlas_library_entry_new (title);
  g_autoptr (GError) error = NULL;
  char *key = NULL;

  entry->date = g_strdup (date);
  atlas_library_entry_add_block (entry, ATLAS_BLOCK_PARAGRAPH, text);
  g_assert_true (atlas_library_add (atlas_content_get_library (content), entry, &key, NULL, &error));
  g_assert_no_error (error);
  return key;
}

static void
remove_article (const char *key)
{
  g_assert_true (atlas_library_set_deleted (atlas_content_get_library (content), key, TRUE, NULL, NULL));
}

/* --- Fixture ------------------------------------------------------------------------ */

static void
on_filled (Fixture *self)
{
  self->filled = TRUE;
}

static GtkWidget *
new_spacer (int height)
{
  GtkWidget *spacer = gtk_label_new (NULL);

  gtk_widget_set_size_request (spacer, -1, height);
  return spacer;
}

static void
set_up (Fixture *self,
        gconstpointer path)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->state = atlas_state_new ();
  atlas_state_set_date (self->state, atlas_day_new (2026, 6, 15));
  self->list = atlas_excerpt_list_new (self->state, content, path);
  self->scroller = gtk_scrolled_window_new ();
  self->window = gtk_window_new ();
  gtk_box_append (GTK_BOX (box), new_spacer (100));
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), new_spacer (3000));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  gtk_window_set_child (GTK_WINDOW (self->window), self->scroller);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 500, 600);
  g_signal_connect_swapped (self->list, "filled", G_CALLBACK (on_filled), self);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_until (self->filled);
  let_pass (200);
}

static void
tear_down (Fixture *self,
           gconstpointer path)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_object (&self->state);
  let_pass (50);
}

static void
scroll_to (Fixture *self,
           GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + get_y (self, row) + 20);
  let_pass (100);
}

/* --- Tests -------------------------------------------------------------------------- */

static void
test_follows_library (Fixture *self,
                      gconstpointer path)
{
  g_autofree char *first = g_strdup (get_text (get_row (self, 0)));
  g_autofree char *key = add_article ("Kazakhstan counts", "2026-06-14", "Kazakhstan counted twice, and Kazakhstan was right.");

  wait_until (g_str_has_prefix (get_text (get_row (self, 0)), "Kazakhstan counted twice"));
  remove_article (key);
  wait_until (g_str_equal (get_text (get_row (self, 0)), first));
}

static void
test_keeps_focus_and_place (Fixture *self,
                            gconstpointer path)
{
  GtkWidget *row = get_row (self, 2);
  g_autofree char *text = g_strdup (get_text (row));
  g_autofree char *key = NULL;
  GtkWidget *focus;
  double y;

  g_assert_true (gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD));
  focus = gtk_root_get_focus (GTK_ROOT (self->window));
  scroll_to (self, row);
  y = get_y (self, row);
  g_assert_cmpfloat (y, <, 0);

  key = add_article ("Kazakhstan counts again", "2026-06-14", "Kazakhstan counted thrice, and Kazakhstan was right.");
  wait_until (g_str_has_prefix (get_text (get_row (self, 0)), "Kazakhstan counted thrice"));
  let_pass (200);
  g_assert_true (get_row (self, 3) == row);
  g_assert_cmpstr (get_text (row), ==, text);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->window)) == focus);
  g_assert_cmpfloat_with_epsilon (get_y (self, row), y, 1.5);

  remove_article (key);
  wait_until (get_row (self, 2) == row);
  let_pass (200);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->window)) == focus);
  g_assert_cmpfloat_with_epsilon (get_y (self, row), y, 1.5);
}

static void
test_focus_outlives_its_row (Fixture *self,
                             gconstpointer path)
{
  g_autofree char *key = add_article ("Kazakhstan goes", "2026-06-14", "Kazakhstan went, and Kazakhstan came back.");
  GtkWidget *focus;

  wait_until (g_str_has_prefix (get_text (get_row (self, 0)), "Kazakhstan went"));
  g_assert_true (gtk_widget_child_focus (get_row (self, 0), GTK_DIR_TAB_FORWARD));
  remove_article (key);
  wait_until (!g_str_has_prefix (get_text (get_row (self, 0)), "Kazakhstan went"));
  focus = gtk_root_get_focus (GTK_ROOT (self->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, self->list));
}

/* A thousand changes at once are followed as a few. */
static void
test_many_changes (Fixture *self,
                   gconstpointer path)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *title = g_strdup_printf ("Kazakhstan’s horses, part %u", i);
      g_autofree char *text = g_strdup_printf ("Kazakhstan counted its horses for the %uth time, and Kazakhstan lost count.", i + 4);

      g_ptr_array_add (keys, add_article (title, "2026-06-15", text));
    }
  wait_until (g_str_has_prefix (get_text (get_row (self, 0)), "Kazakhstan counted its horses"));
  let_pass (600);
  g_assert_nonnull (get_row (self, 3));
  g_assert_null (get_row (self, 4));
  for (guint i = 0; i < keys->len; i++)
    remove_article (g_ptr_array_index (keys, i));
  wait_until (!g_str_has_prefix (get_text (get_row (self, 0)), "Kazakhstan counted its horses"));
}

/* --- Loading ---------------------------------------------------------------------------- */

static void
on_library_opened (GObject *source,
                   GAsyncResult *result,
                   gpointer data)
{
  g_autoptr (GError) error = NULL;

  atlas_content_open_library_finish (content, result, &error);
  g_assert_no_error (error);
}

static void
on_texts_loaded (GObject *source,
                 GAsyncResult *result,
                 gpointer data)
{
  g_autoptr (GError) error = NULL;

  atlas_content_load_texts_finish (content, result, &error);
  g_assert_no_error (error);
  atlas_content_open_library_async (content, directory, NULL, on_library_opened, NULL);
}

static void
on_loaded (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GError) error = NULL;

  atlas_content_load_finish (content, result, &error);
  g_assert_no_error (error);
  atlas_content_load_texts_async (content, NULL, on_texts_loaded, NULL);
}

#define ADD(name, function) g_test_add ("/excerpt-list/" name, Fixture, "country/KZ", set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_autofree char *file = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  adw_init ();
  directory = g_dir_make_tmp ("atlas-library-XXXXXX", NULL);
  content = atlas_content_new (g_getenv ("ATLAS_DATA_DIR"));
  atlas_content_load_async (content, NULL, on_loaded, NULL);
  wait_until (atlas_content_get_library (content) != NULL);

  ADD ("follows-library", test_follows_library);
  ADD ("keeps-focus-and-place", test_keeps_focus_and_place);
  ADD ("focus-outlives-its-row", test_focus_outlives_its_row);
  ADD ("many-changes", test_many_changes);
  status = g_test_run ();

  g_clear_object (&content);
  file = g_build_filename (directory, "articles.db", NULL);
  g_unlink (file);
  g_rmdir (directory);
  g_free (directory);
  return status;
}
