/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-excerpt-rows.h"

/* What stays where it is on the screen while rows come and go above it. */
typedef struct
{
  GtkWidget *row; /* nullable, owned: it may go */
  int above;      /* the height of the rows above it, in application pixels */
} Anchor;

static void
anchor_clear (Anchor *self)
{
  g_clear_object (&self->row);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Anchor, anchor_clear)

/* --- The reader's place -------------------------------------------------------- */

static double
get_y (GtkWidget *row,
       GtkWidget *in)
{
  graphene_point_t point = GRAPHENE_POINT_INIT (0, 0);

  return gtk_widget_compute_point (row, in, &point, &point) ? point.y : 0;
}

/* New rows have no place before the next layout, but their height can be asked for. */
static int
measure_above (GtkListBox *list,
               GtkWidget *anchor)
{
  int above = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != anchor; row = gtk_widget_get_next_sibling (row))
    {
      int height;

      gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (GTK_WIDGET (list)), NULL, &height, NULL, NULL);
      above += height;
    }
  return above;
}

/* Only where the reader has scrolled past the list's beginning. */
static Anchor
find_anchor (GtkListBox *list)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_SCROLLED_WINDOW);
  Anchor anchor = { NULL, 0 };

  if (scroller == NULL || !gtk_widget_get_mapped (GTK_WIDGET (list)) || get_y (GTK_WIDGET (list), scroller) >= 0)
    return anchor;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (get_y (row, scroller) + gtk_widget_get_height (row) > 0)
      return (Anchor) { g_object_ref (row), measure_above (list, row) };
  return anchor;
}

static void
keep_anchor (GtkListBox *list,
             const Anchor *anchor)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;

  if (anchor->row == NULL || gtk_widget_get_parent (anchor->row) != GTK_WIDGET (list))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + measure_above (list, anchor->row) - anchor->above);
}

/* --- Rows ------------------------------------------------------------------------ */

static GtkWidget *
get_focus_in (GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, row) ? focus : NULL;
}

/* It mostly stands where it did: @i. */
static gboolean
is_among (GtkWidget *row,
          GPtrArray *written,
          guint n,
          guint i)
{
  if (i < n && atlas_excerpt_row_shows (ATLAS_EXCERPT_ROW (row), g_ptr_array_index (written, i)))
    return TRUE;
  for (i = 0; i < n; i++)
    if (atlas_excerpt_row_shows (ATLAS_EXCERPT_ROW (row), g_ptr_array_index (written, i)))
      return TRUE;
  return FALSE;
}

/* A reader by keyboard stays in the list, or near it. */
static void
remove_row (GtkListBox *list,
            GtkWidget *row)
{
  GtkWidget *next = gtk_widget_get_next_sibling (row);

  if (get_focus_in (row) != NULL && (next == NULL || !gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD)))
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (row)), GTK_DIR_TAB_BACKWARD);
  gtk_list_box_remove (list, row);
}

static void
remove_others (GtkListBox *list,
               GPtrArray *written,
               guint n)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list));
  guint i = 0;

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (is_among (row, written, n, i))
        i++;
      else
        remove_row (list, row);
      row = next;
    }
}

static GtkListBoxRow *
find_row (GtkListBox *list,
          int from,
          const AtlasWritten *written)
{
  GtkListBoxRow *row;

  for (int i = from; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (atlas_excerpt_row_shows (ATLAS_EXCERPT_ROW (row), written))
      return row;
  return NULL;
}

static void
move_row (GtkListBox *list,
          GtkWidget *row,
          int to)
{
  GtkWidget *focus = get_focus_in (row);

  g_object_ref (row);
  gtk_list_box_remove (list, row);
  gtk_list_box_insert (list, row, to);
  g_object_unref (row);
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

/**
 * atlas_excerpt_rows_update:
 * @list: of rows that this function made
 * @written: (element-type AtlasWritten): what to show
 * @n: how many of them
 * @n_new: how many rows to make at most, since rows take time
 *
 * Makes the list show the first @n of @written. Rows that show the same as before stay,
 * with the focus; what the reader looks at stays where it is.
 *
 * Returns: whether all are shown; else it is to be called again
 */
gboolean
atlas_excerpt_rows_update (GtkListBox *list,
                           AtlasState *state,
                           AtlasContent *content,
                           GPtrArray *written,
                           guint n,
                           guint n_new)
{
  g_auto (Anchor) anchor = find_anchor (list);
  gboolean done = TRUE;

  remove_others (list, written, n);
  for (guint i = 0; i < n && done; i++)
    {
      GtkListBoxRow *row = find_row (list, (int) i, g_ptr_array_index (written, i));

      if (row != NULL && gtk_list_box_row_get_index (row) != (int) i)
        move_row (list, GTK_WIDGET (row), (int) i);
      else if (row == NULL && n_new > 0)
        {
          gtk_list_box_insert (list, atlas_excerpt_row_new (state, content, g_ptr_array_index (written, i)), (int) i);
          n_new--;
        }
      else
        done = row != NULL;
    }
  keep_anchor (list, &anchor);
  return done;
}

/**
 * atlas_excerpt_rows_count:
 *
 * Returns: how many rows there are
 */
guint
atlas_excerpt_rows_count (GtkListBox *list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;
  return n;
}
