/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-lazy-list.h"

#include <glib/gi18n.h>

#include "atlas-page-view.h"

struct _AtlasLazyList
{
  AdwBin parent_instance;

  GPtrArray *items;
  AtlasLazyListFunc func;
  gpointer user_data;
  guint n_shown;
  GtkListBox *list;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (AtlasLazyList, atlas_lazy_list, ADW_TYPE_BIN)

static void
atlas_lazy_list_dispose (GObject *object)
{
  g_clear_pointer (&ATLAS_LAZY_LIST (object)->items, g_ptr_array_unref);
  G_OBJECT_CLASS (atlas_lazy_list_parent_class)->dispose (object);
}

static void
atlas_lazy_list_class_init (AtlasLazyListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_lazy_list_dispose;
}

static void
atlas_lazy_list_init (AtlasLazyList *self)
{
}

static void
show_until (AtlasLazyList *self,
            guint n)
{
  for (; self->n_shown < MIN (n, self->items->len); self->n_shown++)
    gtk_list_box_append (self->list, self->func (g_ptr_array_index (self->items, self->n_shown), self->user_data));
}

static void
show_all_cb (AtlasLazyList *self)
{
  guint first_new = self->n_shown;

  show_until (self, self->items->len);
  gtk_widget_child_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, first_new)), GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (self->more, FALSE);
}

static GtkWidget *
new_more_button (AtlasLazyList *self)
{
  /* Translators: a button that shows all %u entries of a list */
  g_autofree char *label = g_strdup_printf (ngettext ("Show All (%u)", "Show All (%u)", self->items->len), self->items->len);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_all_cb), self, G_CONNECT_SWAPPED);
  return button;
}

/**
 * atlas_lazy_list_new:
 * @accessible_name: what a screen reader calls the list
 * @items: (transfer full): what to list
 * @first: how many rows to show at first
 * @func: makes a row
 * @user_data: outlives the list
 */
GtkWidget *
atlas_lazy_list_new (const char *accessible_name,
                     GPtrArray *items,
                     guint first,
                     AtlasLazyListFunc func,
                     gpointer user_data)
{
  AtlasLazyList *self = g_object_new (ATLAS_TYPE_LAZY_LIST, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->items = items;
  self->func = func;
  self->user_data = user_data;
  self->list = GTK_LIST_BOX (atlas_boxed_list_new (accessible_name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);

  /* A button for a single row would take as much room as the row. */
  show_until (self, items->len <= first + 1 ? items->len : first);
  if (self->n_shown < items->len)
    {
      self->more = new_more_button (self);
      gtk_box_append (GTK_BOX (box), self->more);
    }
  return GTK_WIDGET (self);
}
