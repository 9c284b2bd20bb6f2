/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-legend-row.h"

#include <string.h>

#include <glib/gi18n.h>

#include "atlas-swatch.h"

struct _AtlasLegendRow
{
  GtkToggleButton parent_instance;

  const AtlasLegendEntry *entry;
  GtkLabel *count;
  gboolean pointed_at;
};

enum
{
  POINTED_AT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasLegendRow, atlas_legend_row, GTK_TYPE_TOGGLE_BUTTON)

static void
atlas_legend_row_class_init (AtlasLegendRowClass *klass)
{
  /**
   * AtlasLegendRow::pointed-at:
   * @pointed_at: whether the pointer or the keyboard came, or else left
   */
  signals[POINTED_AT] = g_signal_new ("pointed-at", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
on_came (AtlasLegendRow *self)
{
  self->pointed_at = TRUE;
  g_signal_emit (self, signals[POINTED_AT], 0, TRUE);
}

static void
on_left (AtlasLegendRow *self)
{
  self->pointed_at = FALSE;
  g_signal_emit (self, signals[POINTED_AT], 0, FALSE);
}

static void
on_focused (AtlasLegendRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root)))
    on_came (self);
}

static void
atlas_legend_row_init (AtlasLegendRow *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "atlas-legend-row");
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_came), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_focused), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
show_count (AtlasLegendRow *self)
{
  const AtlasLegendEntry *entry = self->entry;
  g_autofree char *count = g_strdup_printf ("%u", entry->n_countries);
  g_autofree char *name = NULL;

  name = g_strdup_printf (
      /* Translators: an entry of the legend and how many countries it holds for, as in “CSTO member, 5 countries” */
      g_dngettext (GETTEXT_PACKAGE, "%s, %u country", "%s, %u countries", entry->n_countries),
      entry->label, entry->n_countries);
  gtk_label_set_label (self->count, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * atlas_legend_row_new:
 * @entry: has to outlive the row
 * @lens: (nullable): NULL for the overview
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
atlas_legend_row_new (const AtlasLegendEntry *entry,
                      const AtlasOrganisation *lens)
{
  AtlasLegendRow *self = g_object_new (ATLAS_TYPE_LEGEND_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (entry->label);
  GtkWidget *count = gtk_label_new (NULL);

  self->entry = entry;
  self->count = GTK_LABEL (count);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dimmed");
  gtk_box_append (GTK_BOX (box), atlas_swatch_new (entry->key, lens));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_button_set_child (GTK_BUTTON (self), box);
  /* No tooltip: it would hide the entries below. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ ("Press to keep only these in colour"), -1);
  show_count (self);
  return GTK_WIDGET (self);
}

static gboolean
has_same_countries (const AtlasLegendEntry *a,
                    const AtlasLegendEntry *b)
{
  return a->n_countries == b->n_countries &&
         memcmp (a->countries, b->countries, a->n_countries * sizeof (a->countries[0])) == 0;
}

/**
 * atlas_legend_row_set_entry:
 * @entry: the same look on another date; has to outlive the row
 *
 * Shows how many countries have the look now.
 */
void
atlas_legend_row_set_entry (AtlasLegendRow *self,
                            const AtlasLegendEntry *entry)
{
  const AtlasLegendEntry *old = self->entry;

  g_return_if_fail (ATLAS_IS_LEGEND_ROW (self));
  g_return_if_fail (entry->key == old->key);

  self->entry = entry;
  if (has_same_countries (old, entry))
    return;
  if (old->n_countries != entry->n_countries)
    show_count (self);
  if (self->pointed_at)
    on_came (self); /* others light up now */
}

/**
 * atlas_legend_row_get_entry:
 *
 * Returns: (transfer none): what the row stands for
 */
const AtlasLegendEntry *
atlas_legend_row_get_entry (AtlasLegendRow *self)
{
  g_return_val_if_fail (ATLAS_IS_LEGEND_ROW (self), NULL);

  return self->entry;
}
