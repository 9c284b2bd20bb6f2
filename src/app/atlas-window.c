/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-window.h"

#include <glib/gi18n.h>

#include "atlas-lens-switch.h"
#include "atlas-page.h"
#include "atlas-search-panel.h"

struct _AtlasWindow
{
  AdwApplicationWindow parent_instance;

  AtlasState *state;
  AtlasContent *content;
  GSettings *settings;

  AdwToastOverlay *toasts;
  AdwWindowTitle *window_title;
  AtlasLensSwitch *lens_switch;
  AdwMultiLayoutView *layouts;
  AdwOverlaySplitView *split_view;
  AdwBottomSheet *sheet;
  AdwBin *map_bin;
  AdwBin *page_bin;
  AdwDialog *search;
};

G_DEFINE_FINAL_TYPE (AtlasWindow, atlas_window, ADW_TYPE_APPLICATION_WINDOW)

static void
atlas_window_dispose (GObject *object)
{
  AtlasWindow *self = ATLAS_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_WINDOW);
  g_clear_object (&self->state);
  g_clear_object (&self->content);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (atlas_window_parent_class)->dispose (object);
}

static void
atlas_window_class_init (AtlasWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_window_dispose;

  g_type_ensure (ATLAS_TYPE_LENS_SWITCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/alliance_atlas/AllianceAtlas/atlas-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, lens_switch);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, layouts);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, sheet);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, map_bin);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, page_bin);
}

static void
atlas_window_init (AtlasWindow *self)
{
  self->state = atlas_state_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_dates (AtlasWindow *self)
{
  const AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  const AtlasDay day = atlas_state_get_date (self->state);
  g_autofree char *date = atlas_day_format (day);
  g_autofree char *verified = NULL;
  g_autofree char *subtitle = NULL;

  if (dataset == NULL)
    return;
  verified = atlas_day_format (atlas_dataset_get_verified_until (dataset));
  if (day > atlas_dataset_get_verified_until (dataset))
    {
      /* Translators: the day that the map shows, and the last day up to which its data was checked */
      subtitle = g_strdup_printf (_ ("%s · not verified after %s"), date, verified);
      gtk_widget_add_css_class (GTK_WIDGET (self->window_title), "unverified");
    }
  else
    {
      /* Translators: the day that the map shows, and the last day up to which its data was checked */
      subtitle = g_strdup_printf (_ ("%s · verified until %s"), date, verified);
      gtk_widget_remove_css_class (GTK_WIDGET (self->window_title), "unverified");
    }
  adw_window_title_set_subtitle (self->window_title, subtitle);
}

static void
on_selection (AtlasWindow *self)
{
  const gboolean selected = *atlas_state_get_selection (self->state) != '\0';

  adw_bottom_sheet_set_open (self->sheet, selected);
  if (selected)
    adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
}

static void
build_page (AtlasWindow *self)
{
  if (atlas_content_is_loaded (self->content) && adw_bin_get_child (self->page_bin) == NULL)
    adw_bin_set_child (self->page_bin, atlas_page_new (self->state, self->content));
}

static void
on_loaded (AtlasWindow *self)
{
  show_dates (self);
  build_page (self);
}

static void
restore (AtlasWindow *self)
{
  g_autoptr (GPropertyAction) show_page = g_property_action_new ("show-page", self->split_view, "show-sidebar");

  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "show-page", self->split_view, "show-sidebar", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "lens", self->state, "lens", G_SETTINGS_BIND_DEFAULT);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (show_page));
}

/**
 * atlas_window_new:
 *
 * Returns: (transfer none): a window as the reader left it
 */
AtlasWindow *
atlas_window_new (AtlasApplication *application)
{
  AtlasWindow *self = g_object_new (ATLAS_TYPE_WINDOW, "application", application, NULL);

  self->content = g_object_ref (atlas_application_get_content (application));
  self->settings = g_object_ref (atlas_application_get_settings (application));
  restore (self);
  atlas_window_add_actions (self);
  atlas_window_add_pages_actions (self);
  atlas_lens_switch_bind (self->lens_switch, self->state, self->content);

  g_signal_connect_object (self->state, "notify::date", G_CALLBACK (show_dates), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::selection", G_CALLBACK (on_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->content, "notify::loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  on_loaded (self);
  return self;
}

/**
 * atlas_window_get_state:
 *
 * Returns: (transfer none): what the window shows
 */
AtlasState *
atlas_window_get_state (AtlasWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_WINDOW (self), NULL);

  return self->state;
}

/**
 * atlas_window_get_content:
 *
 * Returns: (transfer none): what the window tells of
 */
AtlasContent *
atlas_window_get_content (AtlasWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_WINDOW (self), NULL);

  return self->content;
}

/**
 * atlas_window_get_settings:
 *
 * Returns: (transfer none): what is remembered between runs
 */
GSettings *
atlas_window_get_settings (AtlasWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_WINDOW (self), NULL);

  return self->settings;
}

void
atlas_window_add_toast (AtlasWindow *self,
                        const char *title)
{
  g_return_if_fail (ATLAS_IS_WINDOW (self));

  adw_toast_overlay_add_toast (self->toasts, g_object_new (ADW_TYPE_TOAST, "title", title, "use-markup", FALSE, NULL));
}

/**
 * atlas_window_show_failure:
 * @message: what is wrong with the data
 *
 * Says instead of a map that the data could not be read.
 */
void
atlas_window_show_failure (AtlasWindow *self,
                           const char *message)
{
  g_autofree char *description = g_markup_escape_text (message, -1);

  g_return_if_fail (ATLAS_IS_WINDOW (self));

  adw_bin_set_child (self->map_bin, g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "dialog-warning-symbolic", "title", _ ("The Data Cannot Be Read"), "description", description, NULL));
}

/**
 * atlas_window_show_search:
 *
 * Opens the search; it closes when something gets selected.
 */
void
atlas_window_show_search (AtlasWindow *self)
{
  GtkWidget *search;

  g_return_if_fail (ATLAS_IS_WINDOW (self));

  if (self->search != NULL || !atlas_content_is_loaded (self->content))
    return;
  search = atlas_search_panel_new (self->state, self->content);
  g_set_weak_pointer (&self->search, adw_dialog_new ());
  adw_dialog_set_title (self->search, _ ("Search"));
  adw_dialog_set_content_width (self->search, 480);
  adw_dialog_set_content_height (self->search, 560);
  adw_dialog_set_child (self->search, search);
  g_signal_connect_object (self->state, "notify::selection", G_CALLBACK (adw_dialog_close), self->search, G_CONNECT_SWAPPED);
  adw_dialog_present (self->search, GTK_WIDGET (self));
}
