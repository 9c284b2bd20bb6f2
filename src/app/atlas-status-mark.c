/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-status-mark.h"

#include <adwaita.h>

#include "atlas-legend-painter.h"

#define WIDTH 26
#define HEIGHT 18

struct _AtlasStatusMark
{
  GtkWidget parent_instance;

  const AtlasOrganisation *organisation;
  AtlasStyleKey key;
};

G_DEFINE_FINAL_TYPE (AtlasStatusMark, atlas_status_mark, GTK_TYPE_WIDGET)

static void
atlas_status_mark_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
atlas_status_mark_snapshot (GtkWidget *widget,
                            GtkSnapshot *snapshot)
{
  AtlasStatusMark *self = ATLAS_STATUS_MARK (widget);
  AdwStyleManager *style = adw_style_manager_get_default ();
  AtlasScheme scheme = atlas_scheme_from_flags (adw_style_manager_get_dark (style), adw_style_manager_get_high_contrast (style));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  atlas_legend_draw_swatch (cr, self->key, self->organisation, scheme, 0.5, 0.5, bounds.size.width - 1, bounds.size.height - 1);
  cairo_destroy (cr);
}

static void
atlas_status_mark_class_init (AtlasStatusMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = atlas_status_mark_measure;
  widget_class->snapshot = atlas_status_mark_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
atlas_status_mark_init (AtlasStatusMark *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * atlas_status_mark_new:
 *
 * Returns: (transfer floating): how the map shows the tie of @country to
 *   @organisation on @day
 */
GtkWidget *
atlas_status_mark_new (const AtlasDataset *dataset,
                       const AtlasOrganisation *organisation,
                       const AtlasCountry *country,
                       AtlasDay day)
{
  AtlasStatusMark *self = g_object_new (ATLAS_TYPE_STATUS_MARK, NULL);

  self->organisation = organisation;
  self->key = atlas_style_resolve (dataset, organisation, country, day);
  return GTK_WIDGET (self);
}
