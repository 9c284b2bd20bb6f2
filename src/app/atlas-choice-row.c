/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-choice-row.h"

#include "atlas-search.h"

struct _AtlasChoiceRow
{
  AdwComboRow parent_instance;

  GtkStringList *names;
  GPtrArray *values; /* char*; the first is NULL: none is chosen */
};

G_DEFINE_FINAL_TYPE (AtlasChoiceRow, atlas_choice_row, ADW_TYPE_COMBO_ROW)

static void
atlas_choice_row_finalize (GObject *object)
{
  AtlasChoiceRow *self = ATLAS_CHOICE_ROW (object);

  g_clear_object (&self->names);
  g_ptr_array_unref (self->values);
  G_OBJECT_CLASS (atlas_choice_row_parent_class)->finalize (object);
}

static void
atlas_choice_row_class_init (AtlasChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_choice_row_finalize;
}

static void
atlas_choice_row_init (AtlasChoiceRow *self)
{
  self->names = gtk_string_list_new (NULL);
  self->values = g_ptr_array_new_with_free_func (g_free);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->names));
}

/* --- Searching ---------------------------------------------------------------- */

/* “turkiye” finds Türkiye, too. */
static char *
dup_searched (GtkStringObject *item,
              gpointer data)
{
  const char *name = gtk_string_object_get_string (item);
  g_autofree char *folded = atlas_search_fold (name);

  return g_strdup_printf ("%s %s", name, folded);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          AtlasChoiceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         AtlasChoiceRow *self)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (label), name);
  gtk_list_item_set_accessible_label (item, name);
  gtk_widget_set_opacity (gtk_widget_get_next_sibling (label), gtk_list_item_get_item (item) == adw_combo_row_get_selected_item (ADW_COMBO_ROW (self)));
}

static void
on_setup_chosen (GtkSignalListItemFactory *factory,
                 GtkListItem *item,
                 AtlasChoiceRow *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_chosen (GtkSignalListItemFactory *factory,
                GtkListItem *item,
                AtlasChoiceRow *self)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkListItemFactory *
new_factory (AtlasChoiceRow *self,
             GCallback setup,
             GCallback bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", bind, self, G_CONNECT_DEFAULT);
  return factory;
}

/* What is searched is not what is shown, so both have to be said. */
static void
make_searched (AtlasChoiceRow *self)
{
  g_autoptr (GtkExpression) searched = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_searched), NULL, NULL);
  g_autoptr (GtkListItemFactory) list = new_factory (self, G_CALLBACK (on_setup), G_CALLBACK (on_bind));
  g_autoptr (GtkListItemFactory) chosen = new_factory (self, G_CALLBACK (on_setup_chosen), G_CALLBACK (on_bind_chosen));

  adw_combo_row_set_expression (ADW_COMBO_ROW (self), searched);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (self), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (self), TRUE);
  adw_combo_row_set_factory (ADW_COMBO_ROW (self), chosen);
  adw_combo_row_set_list_factory (ADW_COMBO_ROW (self), list);
}

/* --- Values ------------------------------------------------------------------- */

/**
 * atlas_choice_row_new:
 * @title: what is chosen
 * @none: (nullable): what stands for no value; %NULL where there is always one
 * @searched: whether names are found by typing
 *
 * Returns: (transfer floating): a row without values
 */
GtkWidget *
atlas_choice_row_new (const char *title,
                      const char *none,
                      gboolean searched)
{
  AtlasChoiceRow *self = g_object_new (ATLAS_TYPE_CHOICE_ROW, "title", title, NULL);

  if (none != NULL)
    atlas_choice_row_add (self, NULL, none);
  if (searched)
    make_searched (self);
  return GTK_WIDGET (self);
}

/**
 * atlas_choice_row_add:
 * @value: (nullable): what atlas_choice_row_get_value() gives
 * @name: what the reader sees
 */
void
atlas_choice_row_add (AtlasChoiceRow *self,
                      const char *value,
                      const char *name)
{
  g_return_if_fail (ATLAS_IS_CHOICE_ROW (self));

  /* In this order, since the first name is chosen as soon as it is there. */
  g_ptr_array_add (self->values, g_strdup (value));
  gtk_string_list_append (self->names, name);
}

/**
 * atlas_choice_row_clear:
 *
 * Removes all values, and chooses none.
 */
void
atlas_choice_row_clear (AtlasChoiceRow *self)
{
  g_return_if_fail (ATLAS_IS_CHOICE_ROW (self));

  adw_combo_row_set_selected (ADW_COMBO_ROW (self), 0);
  if (self->values->len < 2)
    return;
  gtk_string_list_splice (self->names, 1, self->values->len - 1, NULL);
  g_ptr_array_set_size (self->values, 1);
}

/**
 * atlas_choice_row_set_value:
 * @value: (nullable): %NULL for none; what is not among the values becomes one
 */
void
atlas_choice_row_set_value (AtlasChoiceRow *self,
                            const char *value)
{
  guint i = 0;

  g_return_if_fail (ATLAS_IS_CHOICE_ROW (self));

  while (i < self->values->len && g_strcmp0 (g_ptr_array_index (self->values, i), value) != 0)
    i++;
  if (i == self->values->len)
    atlas_choice_row_add (self, value, value != NULL ? value : "");
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), i);
}

/**
 * atlas_choice_row_get_value:
 *
 * Returns: (transfer none) (nullable): what is chosen
 */
const char *
atlas_choice_row_get_value (AtlasChoiceRow *self)
{
  guint selected;

  g_return_val_if_fail (ATLAS_IS_CHOICE_ROW (self), NULL);

  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  return selected < self->values->len ? g_ptr_array_index (self->values, selected) : NULL;
}
