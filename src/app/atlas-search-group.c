/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-search-group.h"

#include <glib/gi18n.h>

#include "atlas-page-view.h"
#include "atlas-prose.h"

#define MORE_ROWS 20

struct _AtlasSearchGroup
{
  AdwBin parent_instance;

  AtlasState *state;
  AtlasContent *content;
  AtlasSearchGroupFunc func;
  gpointer user_data;
  GPtrArray *items;    /* nullable */
  gboolean has_more;   /* than @items */
  guint n_wanted;      /* rows */
  guint n_shown;       /* the rows after these are hidden, and show something else */
  gboolean more_asked; /* the focus goes to the first new row */
  GtkListBox *list;
  GtkWidget *more; /* the last row */
  GtkLabel *problem;
};

enum
{
  WANTS_MORE,
  WANTS_ROWS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasSearchGroup, atlas_search_group, ADW_TYPE_BIN)

static void
atlas_search_group_dispose (GObject *object)
{
  AtlasSearchGroup *self = ATLAS_SEARCH_GROUP (object);

  g_clear_object (&self->state);
  g_clear_object (&self->content);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  G_OBJECT_CLASS (atlas_search_group_parent_class)->dispose (object);
}

static void
atlas_search_group_class_init (AtlasSearchGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_search_group_dispose;

  /**
   * AtlasSearchGroup::wants-more:
   * @n: how many
   *
   * The reader asks for more than the group was given.
   */
  signals[WANTS_MORE] = g_signal_new ("wants-more", ATLAS_TYPE_SEARCH_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * AtlasSearchGroup::wants-rows:
   *
   * The reader asks for more of what the group was given: atlas_search_group_fill() is to
   * be called.
   */
  signals[WANTS_ROWS] = g_signal_new ("wants-rows", ATLAS_TYPE_SEARCH_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_search_group_init (AtlasSearchGroup *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* --- Rows ----------------------------------------------------------------------- */

static guint
count_wanted (AtlasSearchGroup *self)
{
  return self->items != NULL ? MIN (self->n_wanted, self->items->len) : 0;
}

/* NULL is also the button's row, the last of all. */
static AtlasSearchRow *
find_row (AtlasSearchGroup *self,
          guint i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

  return ATLAS_IS_SEARCH_ROW (row) ? ATLAS_SEARCH_ROW (row) : NULL;
}

static AtlasSearchRow *
get_row (AtlasSearchGroup *self,
         guint i)
{
  AtlasSearchRow *row = find_row (self, i);

  if (row != NULL)
    return row;
  row = atlas_search_row_new (self->state, self->content);
  gtk_list_box_insert (self->list, GTK_WIDGET (row), (int) i);
  return row;
}

static void
hide_rest (AtlasSearchGroup *self)
{
  AtlasSearchRow *row;

  for (guint i = self->n_shown; (row = find_row (self, i)) != NULL; i++)
    gtk_widget_set_visible (GTK_WIDGET (row), FALSE);
  gtk_widget_set_visible (self->more, atlas_search_group_is_full (self) && self->n_shown > 0 && self->items->len > self->n_shown);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->n_shown > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), self->n_shown > 0 || gtk_widget_get_visible (GTK_WIDGET (self->problem)));
}

/**
 * atlas_search_group_fill:
 * @n: how many rows at most, since rows take time
 *
 * Shows more of the items.
 *
 * Returns: how many
 */
guint
atlas_search_group_fill (AtlasSearchGroup *self,
                         guint n)
{
  const guint before = self->n_shown;

  g_return_val_if_fail (ATLAS_IS_SEARCH_GROUP (self), 0);

  for (; self->n_shown < count_wanted (self) && self->n_shown < before + n; self->n_shown++)
    {
      AtlasSearchRow *row = get_row (self, self->n_shown);

      self->func (row, g_ptr_array_index (self->items, self->n_shown), self->user_data);
      gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
    }
  if (self->more_asked && self->n_shown > before)
    {
      gtk_widget_grab_focus (GTK_WIDGET (find_row (self, before)));
      self->more_asked = FALSE;
    }
  hide_rest (self);
  return self->n_shown - before;
}

/**
 * atlas_search_group_is_full:
 *
 * Returns: whether all that is wanted is shown
 */
gboolean
atlas_search_group_is_full (AtlasSearchGroup *self)
{
  g_return_val_if_fail (ATLAS_IS_SEARCH_GROUP (self), TRUE);

  return self->n_shown == count_wanted (self);
}

static void
more_cb (AtlasSearchGroup *self)
{
  if (self->more_asked)
    return;
  self->more_asked = TRUE;
  self->n_wanted += MORE_ROWS;
  if (self->has_more && self->items->len <= self->n_wanted)
    g_signal_emit (self, signals[WANTS_MORE], 0, self->n_wanted);
  else
    g_signal_emit (self, signals[WANTS_ROWS], 0);
}

/* --- Items ---------------------------------------------------------------------- */

/**
 * atlas_search_group_new:
 * @heading: what the results are
 * @func: fills a row
 * @user_data: outlives the group
 *
 * Returns: (transfer floating): a group without items, which is hidden
 */
AtlasSearchGroup *
atlas_search_group_new (AtlasState *state,
                        AtlasContent *content,
                        const char *heading,
                        AtlasSearchGroupFunc func,
                        gpointer user_data)
{
  AtlasSearchGroup *self = g_object_new (ATLAS_TYPE_SEARCH_GROUP, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  self->func = func;
  self->user_data = user_data;
  self->list = GTK_LIST_BOX (atlas_boxed_list_new (heading));
  self->more = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more), _ ("Show More"));
  g_signal_connect_object (self->more, "activated", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, self->more);
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "doubt");
  gtk_box_append (GTK_BOX (box), atlas_heading_new (heading, 3));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  adw_bin_set_child (ADW_BIN (self), box);
  atlas_search_group_reset (self);
  return self;
}

/**
 * atlas_search_group_reset:
 *
 * Takes away the items; the rows stay as they are until atlas_search_group_fill().
 */
void
atlas_search_group_reset (AtlasSearchGroup *self)
{
  g_return_if_fail (ATLAS_IS_SEARCH_GROUP (self));

  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->has_more = self->more_asked = FALSE;
  self->n_wanted = ATLAS_SEARCH_GROUP_FIRST;
  self->n_shown = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

/**
 * atlas_search_group_set_items:
 * @items: (nullable): the results; since the last reset as before, and perhaps more of
 *   them: at least one more than is wanted, where there are so many
 * @has_more: whether there are more than @items; AtlasSearchGroup::wants-more asks for them
 */
void
atlas_search_group_set_items (AtlasSearchGroup *self,
                              GPtrArray *items,
                              gboolean has_more)
{
  g_return_if_fail (ATLAS_IS_SEARCH_GROUP (self));

  if (items != NULL)
    g_ptr_array_ref (items);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = items;
  self->has_more = has_more;
  self->n_shown = MIN (self->n_shown, count_wanted (self));
}

/**
 * atlas_search_group_set_problem:
 * @problem: why there are no results, translated
 */
void
atlas_search_group_set_problem (AtlasSearchGroup *self,
                                const char *problem)
{
  g_return_if_fail (ATLAS_IS_SEARCH_GROUP (self));

  gtk_label_set_label (self->problem, problem);
  atlas_prose_break_long_words (self->problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

/* --- Finding rows ------------------------------------------------------------------ */

/**
 * atlas_search_group_get_list:
 *
 * Returns: (transfer none): the list of the rows
 */
GtkListBox *
atlas_search_group_get_list (AtlasSearchGroup *self)
{
  g_return_val_if_fail (ATLAS_IS_SEARCH_GROUP (self), NULL);

  return self->list;
}

/**
 * atlas_search_group_get_first:
 *
 * Returns: (transfer none) (nullable): the first row; %NULL where there is none
 */
AtlasSearchRow *
atlas_search_group_get_first (AtlasSearchGroup *self)
{
  g_return_val_if_fail (ATLAS_IS_SEARCH_GROUP (self), NULL);

  return self->n_shown > 0 ? find_row (self, 0) : NULL;
}

/**
 * atlas_search_group_focus_first:
 *
 * Returns: whether the group has a row, which has the focus now
 */
gboolean
atlas_search_group_focus_first (AtlasSearchGroup *self)
{
  g_return_val_if_fail (ATLAS_IS_SEARCH_GROUP (self), FALSE);

  return self->n_shown > 0 && gtk_widget_grab_focus (GTK_WIDGET (find_row (self, 0)));
}

/**
 * atlas_search_group_focus_last:
 *
 * Returns: whether the group has a row, which has the focus now
 */
gboolean
atlas_search_group_focus_last (AtlasSearchGroup *self)
{
  g_return_val_if_fail (ATLAS_IS_SEARCH_GROUP (self), FALSE);

  if (self->n_shown == 0)
    return FALSE;
  return gtk_widget_grab_focus (gtk_widget_get_visible (self->more) ? self->more : GTK_WIDGET (find_row (self, self->n_shown - 1)));
}
