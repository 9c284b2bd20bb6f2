/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-legend.h"

#include <glib/gi18n.h>

#include "atlas-legend-explanations.h"
#include "atlas-legend-row.h"
#include "atlas-style.h"

#define MAX_HEIGHT 420

struct _AtlasLegend
{
  AdwBin parent_instance;

  AtlasState *state;
  AtlasContent *content;

  GtkToggleButton *fold;
  AdwButtonContent *title;
  GtkMenuButton *explain;
  GtkRevealer *revealer;
  GtkBox *rows;

  GPtrArray *entries;  /* AtlasLegendEntry */
  GHashTable *pressed; /* base keys of the entries that filter */
  gboolean filling;
};

enum
{
  PROP_0,
  PROP_EXPANDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AtlasLegend, atlas_legend, ADW_TYPE_BIN)

static const AtlasOrganisation *
get_lens (AtlasLegend *self)
{
  const char *lens = atlas_state_get_lens (self->state);

  if (g_str_equal (lens, ATLAS_LENS_OVERVIEW))
    return NULL;
  return atlas_dataset_find_organisation (atlas_content_get_dataset (self->content), lens);
}

/* --- Lighting up and filtering --------------------------------------------- */

static void
add_codes (GStrvBuilder *codes,
           const AtlasLegendEntry *entry)
{
  for (guint i = 0; i < entry->n_countries; i++)
    g_strv_builder_add (codes, entry->countries[i]->code);
}

static void
on_row_pointed_at (AtlasLegend *self,
                   gboolean pointed_at,
                   AtlasLegendRow *row)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_auto (GStrv) countries = NULL;

  if (!pointed_at)
    {
      atlas_state_set_emphasis (self->state, NULL);
      return;
    }
  add_codes (codes, atlas_legend_row_get_entry (row));
  countries = g_strv_builder_end (codes);
  atlas_state_set_emphasis (self->state, (const char *const *) countries);
}

static void
filter (AtlasLegend *self)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_auto (GStrv) countries = NULL;

  if (g_hash_table_size (self->pressed) == 0)
    {
      atlas_state_set_filter (self->state, NULL);
      return;
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      const AtlasLegendEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_hash_table_contains (self->pressed, GUINT_TO_POINTER (entry->key)))
        add_codes (codes, entry);
    }
  countries = g_strv_builder_end (codes);
  atlas_state_set_filter (self->state, (const char *const *) countries);
}

static void
on_row_toggled (AtlasLegend *self,
                AtlasLegendRow *row)
{
  const AtlasLegendEntry *entry = atlas_legend_row_get_entry (row);

  if (self->filling)
    return;
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (row)))
    g_hash_table_add (self->pressed, GUINT_TO_POINTER (entry->key));
  else
    g_hash_table_remove (self->pressed, GUINT_TO_POINTER (entry->key));
  filter (self);
}

/* --- The entries ----------------------------------------------------------- */

static GtkWidget *
new_row (AtlasLegend *self,
         const AtlasLegendEntry *entry)
{
  GtkWidget *row = atlas_legend_row_new (entry, get_lens (self));

  self->filling = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (row), g_hash_table_contains (self->pressed, GUINT_TO_POINTER (entry->key)));
  self->filling = FALSE;
  g_signal_connect_object (row, "pointed-at", G_CALLBACK (on_row_pointed_at), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "toggled", G_CALLBACK (on_row_toggled), self, G_CONNECT_SWAPPED);
  return row;
}

static gboolean
has_entry (AtlasLegend *self,
           gpointer key)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const AtlasLegendEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->key == GPOINTER_TO_UINT (key))
        return TRUE;
    }
  return FALSE;
}

/* An entry that no country has any more cannot be released, so it filters no
 * longer. */
static void
forget_lost_entries (AtlasLegend *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->pressed);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!has_entry (self, key))
      g_hash_table_iter_remove (&iter);
}

static AtlasStyleKey
get_key (GtkWidget *row)
{
  return atlas_legend_row_get_entry (ATLAS_LEGEND_ROW (row))->key;
}

static void
remove_rows (AtlasLegend *self,
             gboolean all)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (all || !has_entry (self, GUINT_TO_POINTER (get_key (row))))
        gtk_box_remove (self->rows, row);
      row = next;
    }
}

/* Entries always come in the same order, and most stay from date to date: their
 * rows stay too, with the focus and the pointer on them. */
static void
update_rows (AtlasLegend *self)
{
  GtkWidget *last = NULL;
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  for (guint i = 0; i < self->entries->len; i++)
    {
      const AtlasLegendEntry *entry = g_ptr_array_index (self->entries, i);

      if (row != NULL && get_key (row) == entry->key)
        {
          atlas_legend_row_set_entry (ATLAS_LEGEND_ROW (row), entry);
          last = row;
          row = gtk_widget_get_next_sibling (row);
          continue;
        }
      gtk_box_insert_child_after (self->rows, new_row (self, entry), last);
      last = last != NULL ? gtk_widget_get_next_sibling (last) : gtk_widget_get_first_child (GTK_WIDGET (self->rows));
    }
}

static void
fill (AtlasLegend *self)
{
  AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  g_autoptr (GPtrArray) old = NULL;

  if (dataset == NULL)
    return;
  /* The rows know their old entries until they have new ones. */
  old = g_steal_pointer (&self->entries);
  self->entries = atlas_style_legend (dataset, get_lens (self), atlas_state_get_when (self->state));
  forget_lost_entries (self);
  remove_rows (self, FALSE);
  update_rows (self);
  filter (self);
}

/* What stands over the entries: they tell of a day, or of what changed. */
static void
set_title (AtlasLegend *self)
{
  adw_button_content_set_label (self->title, atlas_state_get_when (self->state).compares ? _ ("What changed") : _ ("Legend"));
}

static void
on_compared (AtlasLegend *self)
{
  set_title (self);
  fill (self);
}

static void
on_lens (AtlasLegend *self)
{
  g_hash_table_remove_all (self->pressed);
  atlas_state_set_emphasis (self->state, NULL);
  remove_rows (self, TRUE); /* their tones are those of the lens */
  fill (self);
}

/* --- The widget ------------------------------------------------------------ */

static void
fill_popover (GtkMenuButton *button,
              gpointer user_data)
{
  AtlasLegend *self = user_data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  if (atlas_content_is_loaded (self->content))
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                   atlas_legend_explanations_new (self->content, get_lens (self), atlas_state_get_when (self->state), self->entries));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_widget_add_css_class (popover, "atlas-explanations");
  gtk_menu_button_set_popover (button, popover);
}

static void
atlas_legend_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  AtlasLegend *self = ATLAS_LEGEND (object);

  switch (prop_id)
    {
    case PROP_EXPANDED:
      g_value_set_boolean (value, gtk_toggle_button_get_active (self->fold));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_legend_set_property (GObject *object,
                           guint prop_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  AtlasLegend *self = ATLAS_LEGEND (object);

  switch (prop_id)
    {
    case PROP_EXPANDED:
      gtk_toggle_button_set_active (self->fold, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_legend_dispose (GObject *object)
{
  AtlasLegend *self = ATLAS_LEGEND (object);

  /* The rows first: they still speak to the state when they lose the focus. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->state);
  g_clear_object (&self->content);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->pressed, g_hash_table_unref);

  G_OBJECT_CLASS (atlas_legend_parent_class)->dispose (object);
}

static void
atlas_legend_class_init (AtlasLegendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = atlas_legend_dispose;
  object_class->get_property = atlas_legend_get_property;
  object_class->set_property = atlas_legend_set_property;

  /**
   * AtlasLegend:expanded:
   *
   * Whether the entries are shown.
   */
  properties[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

/* Folded up, the entries keep no room across either. */
static void
on_revealed (AtlasLegend *self)
{
  if (!gtk_revealer_get_child_revealed (self->revealer))
    gtk_widget_set_visible (GTK_WIDGET (self->revealer), FALSE);
}

static void
on_folded (AtlasLegend *self)
{
  const gboolean expanded = gtk_toggle_button_get_active (self->fold);

  if (expanded)
    gtk_widget_set_visible (GTK_WIDGET (self->revealer), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, expanded);
  gtk_widget_set_visible (GTK_WIDGET (self->explain), expanded);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}

static GtkWidget *
new_header (AtlasLegend *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->fold = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  self->title = g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", "pan-down-symbolic", "halign", GTK_ALIGN_START, NULL);
  gtk_button_set_child (GTK_BUTTON (self->fold), GTK_WIDGET (self->title));
  gtk_widget_add_css_class (GTK_WIDGET (self->fold), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->fold), "atlas-fold");
  gtk_widget_set_hexpand (GTK_WIDGET (self->fold), TRUE);

  self->explain = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->explain, "help-about-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->explain), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->explain), _ ("What the Words Mean"));
  /* Without it the open popover's words would be read as the button's name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->explain), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What the Words Mean"), -1);
  gtk_menu_button_set_create_popup_func (self->explain, fill_popover, self, NULL);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->fold));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->explain));
  return box;
}

static GtkWidget *
new_body (AtlasLegend *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->rows));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_child (self->revealer, scroller);
  g_signal_connect_object (self->revealer, "notify::child-revealed", G_CALLBACK (on_revealed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->revealer);
}

static void
atlas_legend_init (AtlasLegend *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->pressed = g_hash_table_new (NULL, NULL);
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), new_body (self));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "atlas-over-map");
  gtk_widget_add_css_class (GTK_WIDGET (self), "atlas-legend");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Legend"), -1);
  g_signal_connect_object (self->fold, "toggled", G_CALLBACK (on_folded), self, G_CONNECT_SWAPPED);
  gtk_toggle_button_set_active (self->fold, TRUE);
}

/**
 * atlas_legend_new:
 *
 * Returns: (transfer floating): a legend that follows @state
 */
GtkWidget *
atlas_legend_new (AtlasState *state,
                  AtlasContent *content)
{
  AtlasLegend *self = g_object_new (ATLAS_TYPE_LEGEND, NULL);

  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  g_signal_connect_object (state, "notify::date", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::compared", G_CALLBACK (on_compared), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::lens", G_CALLBACK (on_lens), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (content, "notify::loaded", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  on_compared (self);
  return GTK_WIDGET (self);
}
