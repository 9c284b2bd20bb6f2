/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-swatch.h"

#include <adwaita.h>

#include "atlas-legend-painter.h"

#define WIDTH 26
#define HEIGHT 16

struct _AtlasSwatch
{
  GtkWidget parent_instance;

  AtlasStyleKey key;
  const AtlasOrganisation *lens;
};

G_DEFINE_FINAL_TYPE (AtlasSwatch, atlas_swatch, GTK_TYPE_WIDGET)

/**
 * atlas_swatch_get_scheme:
 *
 * Returns: the colours that go with the style of the desktop
 */
AtlasScheme
atlas_swatch_get_scheme (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  return atlas_scheme_from_flags (adw_style_manager_get_dark (style), adw_style_manager_get_high_contrast (style));
}

static void
atlas_swatch_measure (GtkWidget *widget,
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
atlas_swatch_snapshot (GtkWidget *widget,
                       GtkSnapshot *snapshot)
{
  AtlasSwatch *self = ATLAS_SWATCH (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));

  atlas_legend_draw_swatch (cr, self->key, self->lens, atlas_swatch_get_scheme (),
                            (gtk_widget_get_width (widget) - WIDTH) / 2, (gtk_widget_get_height (widget) - HEIGHT) / 2,
                            WIDTH, HEIGHT);
  cairo_destroy (cr);
}

static void
atlas_swatch_class_init (AtlasSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = atlas_swatch_measure;
  widget_class->snapshot = atlas_swatch_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
atlas_swatch_init (AtlasSwatch *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * atlas_swatch_new:
 * @lens: (nullable): as for atlas_style_get_fill()
 *
 * Returns: (transfer floating): a swatch
 */
GtkWidget *
atlas_swatch_new (AtlasStyleKey key,
                  const AtlasOrganisation *lens)
{
  AtlasSwatch *self = g_object_new (ATLAS_TYPE_SWATCH, NULL);

  self->key = key;
  self->lens = lens;
  return GTK_WIDGET (self);
}

/**
 * atlas_swatch_new_for_status:
 *
 * Returns: (transfer floating): how the map shows the tie of @country to
 *   @organisation on @day, to stand beside the first of several lines
 */
GtkWidget *
atlas_swatch_new_for_status (const AtlasDataset *dataset,
                             const AtlasOrganisation *organisation,
                             const AtlasCountry *country,
                             AtlasDay day)
{
  GtkWidget *swatch = atlas_swatch_new (atlas_style_resolve (dataset, organisation, country, atlas_when_on (day)), organisation);

  gtk_widget_set_valign (swatch, GTK_ALIGN_START);
  gtk_widget_set_halign (swatch, GTK_ALIGN_CENTER);
  return swatch;
}
