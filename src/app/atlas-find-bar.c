/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-find-bar.h"

#include <glib/gi18n.h>

struct _AtlasFindBar
{
  AdwBin parent_instance;

  AtlasReader *reader; /* weak */
  GtkSearchBar *bar;
  GtkEditable *entry;
  GtkLabel *count;
  guint n_hits;
};

G_DEFINE_FINAL_TYPE (AtlasFindBar, atlas_find_bar, ADW_TYPE_BIN)

static void
atlas_find_bar_dispose (GObject *object)
{
  g_clear_weak_pointer (&ATLAS_FIND_BAR (object)->reader);
  G_OBJECT_CLASS (atlas_find_bar_parent_class)->dispose (object);
}

static void
atlas_find_bar_class_init (AtlasFindBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_find_bar_dispose;
}

static void
show_count (AtlasFindBar *self,
            int current)
{
  /* Translators: which of the places found, and how many there are */
  g_autofree char *text = g_strdup_printf (_ ("%1$d of %2$u"), current + 1, self->n_hits);
  const gboolean any = *gtk_editable_get_text (self->entry) != '\0';

  gtk_label_set_label (self->count, !any ? "" : self->n_hits > 0 ? text
                                                                 : _ ("Not found"));
  if (any)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->count), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
find (AtlasFindBar *self)
{
  if (self->reader == NULL)
    return;
  self->n_hits = atlas_reader_find (self->reader, gtk_editable_get_text (self->entry));
  show_count (self, atlas_reader_go_to_hit (self->reader, 0));
}

static void
go (AtlasFindBar *self,
    int step)
{
  if (self->reader != NULL)
    show_count (self, atlas_reader_go_to_hit (self->reader, step));
}

static void
next_cb (AtlasFindBar *self)
{
  go (self, 1);
}

static void
previous_cb (AtlasFindBar *self)
{
  go (self, -1);
}

static void
mode_cb (AtlasFindBar *self)
{
  if (!gtk_search_bar_get_search_mode (self->bar) && self->reader != NULL)
    atlas_reader_find (self->reader, "");
}

static GtkWidget *
new_button (const char *icon_name,
            const char *name,
            GCallback clicked,
            AtlasFindBar *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
atlas_find_bar_init (AtlasFindBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrows = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *entry = gtk_search_entry_new ();

  self->entry = GTK_EDITABLE (entry);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dimmed");
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (entry), _ ("Find in the article"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find in the article"), -1);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_width_chars (self->entry, 8);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (find), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "next-match", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "previous-match", G_CALLBACK (previous_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_add_css_class (arrows, "linked");
  gtk_box_append (GTK_BOX (arrows), new_button ("go-up-symbolic", _ ("Previous"), G_CALLBACK (previous_cb), self));
  gtk_box_append (GTK_BOX (arrows), new_button ("go-down-symbolic", _ ("Next"), G_CALLBACK (next_cb), self));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), arrows);

  self->bar = GTK_SEARCH_BAR (gtk_search_bar_new ());
  gtk_search_bar_set_child (self->bar, box);
  gtk_search_bar_connect_entry (self->bar, self->entry);
  gtk_search_bar_set_show_close_button (self->bar, TRUE);
  g_signal_connect_object (self->bar, "notify::search-mode-enabled", G_CALLBACK (mode_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->bar));
}

/**
 * atlas_find_bar_new:
 *
 * Returns: (transfer floating): a bar that is closed
 */
GtkWidget *
atlas_find_bar_new (void)
{
  return g_object_new (ATLAS_TYPE_FIND_BAR, NULL);
}

/**
 * atlas_find_bar_set_reader:
 * @reader: (nullable): in which to find
 */
void
atlas_find_bar_set_reader (AtlasFindBar *self,
                           AtlasReader *reader)
{
  g_return_if_fail (ATLAS_IS_FIND_BAR (self));

  if (g_set_weak_pointer (&self->reader, reader) && gtk_search_bar_get_search_mode (self->bar))
    find (self);
}

/**
 * atlas_find_bar_open:
 *
 * Opens the bar, with the keyboard in it.
 */
void
atlas_find_bar_open (AtlasFindBar *self)
{
  g_return_if_fail (ATLAS_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}
