/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-map-pane.h"

#include <glib/gi18n.h>

#include "atlas-legend.h"

/* A class sits some way off. */
#define FULLSCREEN_TEXT_SCALE 1.5
/* As much of the map's height as the legend may cover; the rest scrolls. */
#define LEGEND_SHARE 0.56

struct _AtlasMapPane
{
  AdwBin parent_instance;

  GtkOverlay *overlay;
  AtlasState *state;
  AtlasContent *content;
  AtlasMap *map;
  GtkWidget *legend;
  GtkWidget *corner;
  GtkWidget *borders;
  GtkWidget *borders_label;
  gboolean borders_are_later; /* than the day that the map shows */
  GtkLabel *dates;
  GtkWidget *leave;
};

G_DEFINE_FINAL_TYPE (AtlasMapPane, atlas_map_pane, ADW_TYPE_BIN)

static void
atlas_map_pane_dispose (GObject *object)
{
  AtlasMapPane *self = ATLAS_MAP_PANE (object);

  g_clear_object (&self->state);
  g_clear_object (&self->content);
  G_OBJECT_CLASS (atlas_map_pane_parent_class)->dispose (object);
}

static void
atlas_map_pane_class_init (AtlasMapPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_map_pane_dispose;
}

static GtkWidget *
new_button (const char *icon,
            const char *action,
            const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
new_moves (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "atlas-over-map");
  gtk_widget_add_css_class (box, "atlas-moves");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), new_button ("list-add-symbolic", "win.zoom-in", _ ("Zoom In")));
  gtk_box_append (GTK_BOX (box), new_button ("list-remove-symbolic", "win.zoom-out", _ ("Zoom Out")));
  gtk_box_append (GTK_BOX (box), new_button ("go-home-symbolic", "win.home", _ ("Show Eurasia")));
  return box;
}

static GtkWidget *
new_borders (AtlasMapPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->borders = gtk_button_new ();
  self->borders_label = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (box), self->borders_label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("help-about-symbolic"));
  gtk_button_set_child (GTK_BUTTON (self->borders), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->borders), "win.borders");
  gtk_widget_set_halign (self->borders, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->borders, "atlas-over-map");
  gtk_widget_add_css_class (self->borders, "atlas-borders");
  return self->borders;
}

/* Borders do not travel in time: a day before the last of them was drawn says so. */
static void
name_borders (AtlasMapPane *self)
{
  AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  const AtlasWhen when = atlas_state_get_when (self->state);
  const gboolean later = dataset != NULL && when.from < atlas_dataset_get_last_border_change (dataset);

  /* Asked at every step of a scrub. */
  if (later == self->borders_are_later && *gtk_label_get_label (GTK_LABEL (self->borders_label)) != '\0')
    return;
  self->borders_are_later = later;
  gtk_label_set_label (GTK_LABEL (self->borders_label), later ? _ ("Today’s borders") : _ ("How borders are drawn"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->borders), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  later ? _ ("Today’s borders: how they are drawn") : _ ("How borders are drawn"), -1);
}

static void
add_corner (AtlasMapPane *self)
{
  GtkWidget *corner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_set_halign (corner, GTK_ALIGN_END);
  gtk_widget_set_valign (corner, GTK_ALIGN_END);
  gtk_widget_add_css_class (corner, "atlas-corner");
  gtk_box_append (GTK_BOX (corner), new_moves ());
  gtk_box_append (GTK_BOX (corner), new_borders (self));
  gtk_overlay_add_overlay (self->overlay, corner);
  self->corner = corner;
}

static void
add_dates (AtlasMapPane *self)
{
  self->dates = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->dates, PANGO_ELLIPSIZE_END);
  /* Two dates and the one after them are more than one narrow line. */
  gtk_label_set_wrap (self->dates, TRUE);
  gtk_label_set_lines (self->dates, 2);
  gtk_label_set_xalign (self->dates, 0);
  gtk_widget_set_halign (GTK_WIDGET (self->dates), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->dates), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self->dates), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->dates), "atlas-over-map");
  gtk_widget_add_css_class (GTK_WIDGET (self->dates), "atlas-dates");
  gtk_overlay_add_overlay (self->overlay, GTK_WIDGET (self->dates));
}

static void
add_leave (AtlasMapPane *self)
{
  self->leave = new_button ("view-restore-symbolic", "win.leave-fullscreen", _ ("Leave Fullscreen"));
  gtk_widget_remove_css_class (self->leave, "flat");
  gtk_widget_add_css_class (self->leave, "atlas-over-map");
  gtk_widget_add_css_class (self->leave, "atlas-leave");
  gtk_widget_set_halign (self->leave, GTK_ALIGN_END);
  gtk_widget_set_valign (self->leave, GTK_ALIGN_START);
  gtk_widget_set_visible (self->leave, FALSE);
  gtk_overlay_add_overlay (self->overlay, self->leave);
}

static gboolean
place_over_map (GtkOverlay *overlay,
                GtkWidget *child,
                GdkRectangle *place,
                AtlasMapPane *self)
{
  const int margin = gtk_widget_get_margin_bottom (child);
  const int width = gtk_widget_get_width (GTK_WIDGET (overlay));
  const int height = gtk_widget_get_height (GTK_WIDGET (overlay));
  int least, natural;

  if (child != self->legend)
    return FALSE;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, &natural, NULL, NULL);
  place->x = 0;
  place->width = width;
  place->height = MIN (natural, MAX (least, margin + (int) (LEGEND_SHARE * (height - margin))));
  place->y = height - place->height;
  return TRUE;
}

static void
atlas_map_pane_init (AtlasMapPane *self)
{
  self->overlay = GTK_OVERLAY (gtk_overlay_new ());
  g_signal_connect_object (self->overlay, "get-child-position", G_CALLBACK (place_over_map), self, G_CONNECT_DEFAULT);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->overlay));
}

/**
 * atlas_map_pane_new:
 *
 * Returns: (transfer floating): a map with its legend and buttons
 */
GtkWidget *
atlas_map_pane_new (AtlasState *state,
                    AtlasContent *content)
{
  AtlasMapPane *self = g_object_new (ATLAS_TYPE_MAP_PANE, NULL);

  self->map = ATLAS_MAP (atlas_map_new (state, content));
  gtk_overlay_set_child (self->overlay, GTK_WIDGET (self->map));
  self->legend = atlas_legend_new (state, content);
  gtk_widget_set_halign (self->legend, GTK_ALIGN_START);
  gtk_widget_set_valign (self->legend, GTK_ALIGN_END);
  gtk_overlay_add_overlay (self->overlay, self->legend);
  add_corner (self);
  add_dates (self);
  add_leave (self);
  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  g_signal_connect_object (state, "notify::date", G_CALLBACK (name_borders), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::compared", G_CALLBACK (name_borders), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (content, "notify::loaded", G_CALLBACK (name_borders), self, G_CONNECT_SWAPPED);
  name_borders (self);
  return GTK_WIDGET (self);
}

/**
 * atlas_map_pane_get_map:
 *
 * Returns: (transfer none): the map alone
 */
AtlasMap *
atlas_map_pane_get_map (AtlasMapPane *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_PANE (self), NULL);

  return self->map;
}

/**
 * atlas_map_pane_get_legend:
 *
 * Returns: (transfer none): the legend, an AtlasLegend
 */
GtkWidget *
atlas_map_pane_get_legend (AtlasMapPane *self)
{
  g_return_val_if_fail (ATLAS_IS_MAP_PANE (self), NULL);

  return self->legend;
}

/**
 * atlas_map_pane_set_dates:
 * @dates: the day shown and up to when it was verified, in words
 * @verified: whether the day was verified
 */
void
atlas_map_pane_set_dates (AtlasMapPane *self,
                          const char *dates,
                          gboolean verified)
{
  g_return_if_fail (ATLAS_IS_MAP_PANE (self));

  gtk_label_set_label (self->dates, dates);
  if (verified)
    gtk_widget_remove_css_class (GTK_WIDGET (self->dates), "unverified");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->dates), "unverified");
}

/**
 * atlas_map_pane_set_room:
 * @narrow: whether the window is narrow
 * @fullscreen: whether the map fills the screen, for a class
 */
void
atlas_map_pane_set_room (AtlasMapPane *self,
                         gboolean narrow,
                         gboolean fullscreen)
{
  g_return_if_fail (ATLAS_IS_MAP_PANE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->dates), narrow || fullscreen);
  gtk_widget_set_visible (self->leave, fullscreen);
  gtk_widget_set_visible (self->borders_label, !narrow);
  atlas_map_set_text_scale (self->map, fullscreen ? FULLSCREEN_TEXT_SCALE : 1);
  if (fullscreen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "atlas-large");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "atlas-large");
}

/**
 * atlas_map_pane_set_bottom:
 * @height: how much of the lower edge is covered, in pixels
 *
 * Keeps the legend and the buttons clear of it.
 */
void
atlas_map_pane_set_bottom (AtlasMapPane *self,
                           int height)
{
  g_return_if_fail (ATLAS_IS_MAP_PANE (self));

  gtk_widget_set_margin_bottom (self->legend, height);
  gtk_widget_set_margin_bottom (self->corner, height);
}
