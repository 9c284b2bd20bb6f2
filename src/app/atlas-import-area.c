/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-import-area.h"

#include <glib/gi18n.h>

#include "atlas-transfer.h"

#define FADE 120 /* milliseconds */

struct _AtlasImportArea
{
  AdwBin parent_instance;

  GtkOverlay *overlay;
  AtlasImportBar *bar;
  GtkRevealer *cover;
  AdwStatusPage *page;
};

enum
{
  BROUGHT,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasImportArea, atlas_import_area, ADW_TYPE_BIN)

static void
atlas_import_area_class_init (AtlasImportAreaClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "atlas-import-area");

  /**
   * AtlasImportArea::brought:
   * @items: (element-type AtlasImportItem): what was dropped
   */
  signals[BROUGHT] = g_signal_new ("brought", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  /**
   * AtlasImportArea::failed:
   * @message: why what was dropped could not be taken
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

/* --- What a drop does ------------------------------------------------------------ */

static void
set_covered (AtlasImportArea *self,
             gboolean covered)
{
  if (covered)
    gtk_widget_set_visible (GTK_WIDGET (self->cover), TRUE);
  gtk_revealer_set_reveal_child (self->cover, covered);
}

static void
hide_when_faded (AtlasImportArea *self)
{
  if (!gtk_revealer_get_child_revealed (self->cover) && !gtk_revealer_get_reveal_child (self->cover))
    gtk_widget_set_visible (GTK_WIDGET (self->cover), FALSE);
}

static void
say_what_it_does (AtlasImportArea *self,
                  GdkDrop *drop)
{
  const gboolean files = atlas_transfer_has_files (gdk_drop_get_formats (drop));

  adw_status_page_set_title (self->page, files ? _ ("Drop to Add to Your Articles") : _ ("Drop to Add the Text as an Article"));
  adw_status_page_set_description (self->page, files ? _ ("What they name is linked at once. The files stay where they are.") : _ ("What it names is linked at once."));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), adw_status_page_get_title (self->page), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* What is dragged within the window would only come back to it. */
static gboolean
on_accept (GtkDropTargetAsync *target,
           GdkDrop *drop,
           AtlasImportArea *self)
{
  g_autoptr (GdkContentFormats) formats = atlas_transfer_get_formats ();

  return gdk_drop_get_drag (drop) == NULL && (gdk_drop_get_actions (drop) & GDK_ACTION_COPY) != 0 &&
         gdk_content_formats_match (gdk_drop_get_formats (drop), formats);
}

static GdkDragAction
on_enter (GtkDropTargetAsync *target,
          GdkDrop *drop,
          double x,
          double y,
          AtlasImportArea *self)
{
  say_what_it_does (self, drop);
  set_covered (self, TRUE);
  atlas_import_prepare ();
  return GDK_ACTION_COPY;
}

static GdkDragAction
on_motion (GtkDropTargetAsync *target,
           GdkDrop *drop,
           double x,
           double y,
           AtlasImportArea *self)
{
  return GDK_ACTION_COPY;
}

static void
on_leave (GtkDropTargetAsync *target,
          GdkDrop *drop,
          AtlasImportArea *self)
{
  set_covered (self, FALSE);
}

static void
on_taken (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (AtlasImportArea) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = atlas_transfer_read_finish (result, &error);

  /* The source keeps what it has: nothing is ever moved. */
  gdk_drop_finish (GDK_DROP (source), items != NULL ? GDK_ACTION_COPY : 0);
  if (items != NULL)
    g_signal_emit (self, signals[BROUGHT], 0, items);
  else
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

static gboolean
on_drop (GtkDropTargetAsync *target,
         GdkDrop *drop,
         double x,
         double y,
         AtlasImportArea *self)
{
  set_covered (self, FALSE);
  /* GTK 4.18 leaves the mark of a drag after a drop. */
  gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_DROP_ACTIVE);
  atlas_transfer_read_async (G_OBJECT (drop), _ ("Dropped text"), on_taken, g_object_ref (self));
  return TRUE;
}

/* --- The widget ----------------------------------------------------------------------- */

static void
add_drop_target (AtlasImportArea *self)
{
  GtkDropTargetAsync *target = gtk_drop_target_async_new (atlas_transfer_get_formats (), GDK_ACTION_COPY);

  g_signal_connect_object (target, "accept", G_CALLBACK (on_accept), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (target, "drag-enter", G_CALLBACK (on_enter), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (target, "drag-motion", G_CALLBACK (on_motion), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (target, "drag-leave", G_CALLBACK (on_leave), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static GtkWidget *
new_cover (AtlasImportArea *self)
{
  GtkWidget *ground = adw_bin_new ();

  self->page = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->page, "document-open-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->page), "compact");
  gtk_widget_add_css_class (GTK_WIDGET (self->page), "atlas-drop");
  gtk_widget_add_css_class (ground, "atlas-drop-ground");
  adw_bin_set_child (ADW_BIN (ground), GTK_WIDGET (self->page));

  self->cover = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->cover, GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_transition_duration (self->cover, FADE);
  gtk_revealer_set_child (self->cover, ground);
  gtk_widget_set_can_target (GTK_WIDGET (self->cover), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->cover), FALSE);
  g_signal_connect_object (self->cover, "notify::child-revealed", G_CALLBACK (hide_when_faded), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->cover);
}

static void
atlas_import_area_init (AtlasImportArea *self)
{
  self->overlay = GTK_OVERLAY (gtk_overlay_new ());
  self->bar = ATLAS_IMPORT_BAR (atlas_import_bar_new ());
  gtk_overlay_add_overlay (self->overlay, GTK_WIDGET (self->bar));
  gtk_overlay_add_overlay (self->overlay, new_cover (self));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->overlay));
  add_drop_target (self);
}

/**
 * atlas_import_area_new:
 * @child: what the window shows
 *
 * Returns: (transfer floating): @child, with what can be dropped on it
 */
GtkWidget *
atlas_import_area_new (GtkWidget *child)
{
  AtlasImportArea *self = g_object_new (ATLAS_TYPE_IMPORT_AREA, NULL);

  gtk_overlay_set_child (self->overlay, child);
  return GTK_WIDGET (self);
}

/**
 * atlas_import_area_get_bar:
 *
 * Returns: (transfer none): what shows how far it is
 */
AtlasImportBar *
atlas_import_area_get_bar (AtlasImportArea *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORT_AREA (self), NULL);

  return self->bar;
}
