/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-search-row.h"

#include "atlas-emphasis.h"
#include "atlas-prose.h"

struct _AtlasSearchRow
{
  GtkListBoxRow parent_instance;

  AtlasState *state;
  AtlasContent *content;
  char *path;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
};

G_DEFINE_FINAL_TYPE (AtlasSearchRow, atlas_search_row, GTK_TYPE_LIST_BOX_ROW)

static void
atlas_search_row_dispose (GObject *object)
{
  AtlasSearchRow *self = ATLAS_SEARCH_ROW (object);

  g_clear_object (&self->state);
  g_clear_object (&self->content);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (atlas_search_row_parent_class)->dispose (object);
}

static void
atlas_search_row_class_init (AtlasSearchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_search_row_dispose;
}

static void
light_up (AtlasSearchRow *self)
{
  atlas_emphasis_set_path (self->state, self->content, self->path);
}

static void
put_out (AtlasSearchRow *self)
{
  atlas_emphasis_set_path (self->state, self->content, NULL);
}

static void
add_controllers (AtlasSearchRow *self)
{
  GtkEventController *controllers[] = { gtk_event_controller_motion_new (), gtk_event_controller_focus_new () };

  for (guint i = 0; i < G_N_ELEMENTS (controllers); i++)
    {
      g_signal_connect_object (controllers[i], "enter", G_CALLBACK (light_up), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (controllers[i], "leave", G_CALLBACK (put_out), self, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (GTK_WIDGET (self), controllers[i]);
    }
}

static GtkLabel *
append_label (GtkWidget *box,
              const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

/* The style classes are those of an AdwActionRow. */
static void
atlas_search_row_init (AtlasSearchRow *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->title = append_label (lines, "title");
  self->subtitle = append_label (lines, "subtitle");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (lines, "title");
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), "icon");
  gtk_widget_add_css_class (header, "header");
  gtk_box_append (GTK_BOX (header), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (header), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), header);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title, NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->subtitle, NULL, -1);
  add_controllers (self);
}

/**
 * atlas_search_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
AtlasSearchRow *
atlas_search_row_new (AtlasState *state,
                      AtlasContent *content)
{
  AtlasSearchRow *self = g_object_new (ATLAS_TYPE_SEARCH_ROW, NULL);

  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  return self;
}

/* What stays the same need not be laid out again. */
static void
set_markup (GtkLabel *label,
            const char *markup)
{
  if (g_strcmp0 (gtk_label_get_label (label), markup) == 0)
    return;
  gtk_label_set_markup (label, markup);
  atlas_prose_break_long_words (label);
}

/**
 * atlas_search_row_set:
 * @path: what the row leads to, as in #AtlasState:selection
 * @title: plain text
 * @subtitle: (nullable): Pango markup
 */
void
atlas_search_row_set (AtlasSearchRow *self,
                      const char *path,
                      const char *icon_name,
                      const char *title,
                      const char *subtitle)
{
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  g_return_if_fail (ATLAS_IS_SEARCH_ROW (self));

  g_set_str (&self->path, path);
  gtk_image_set_from_icon_name (self->icon, icon_name);
  set_markup (self->title, escaped);
  set_markup (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL);
}

/**
 * atlas_search_row_get_path:
 *
 * Returns: (transfer none) (nullable): what the row leads to
 */
const char *
atlas_search_row_get_path (AtlasSearchRow *self)
{
  g_return_val_if_fail (ATLAS_IS_SEARCH_ROW (self), NULL);

  return self->path;
}
