/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-window.h"

#include <glib/gi18n.h>

#include "atlas-date-memory.h"
#include "atlas-import-desk.h"
#include "atlas-lens-switch.h"
#include "atlas-map-pane.h"
#include "atlas-page.h"
#include "atlas-search-panel.h"
#include "atlas-timeline-panel.h"

/* How long a toast with a button stays, in seconds: it takes longer to decide than to
 * read. */
#define BUTTON_TIME 10

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
  AdwBin *timeline_bin;
  AdwBin *page_bin;
  AdwDialog *search;

  AdwToolbarView *toolbar_view;
  GtkLabel *sheet_title;
  AtlasMapPane *pane;
  AtlasTimelinePanel *timeline;
  AtlasPlayer *player;
  AtlasImportDesk *imports;
  guint timeline_source;
  gboolean narrow;
  gboolean tight;
};

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_TIGHT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AtlasWindow, atlas_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- Room ------------------------------------------------------------------ */

/* Where there is little room the legend begins folded up, whatever the reader
 * chose where there is more. */
static void
fold_legend (AtlasWindow *self)
{
  GtkWidget *legend = atlas_map_pane_get_legend (self->pane);

  g_settings_unbind (legend, "expanded");
  if (self->narrow)
    g_object_set (legend, "expanded", FALSE, NULL);
  else
    g_settings_bind (self->settings, "show-legend", legend, "expanded", G_SETTINGS_BIND_DEFAULT);
}

static gboolean
has_sheet (AtlasWindow *self)
{
  return g_strcmp0 (adw_multi_layout_view_get_layout_name (self->layouts), "narrow") == 0;
}

/* The bar of the closed sheet covers the lower edge: the timeline's, or where
 * that is hidden, the map's. */
static void
keep_clear_of_bar (AtlasWindow *self)
{
  const int covered = has_sheet (self) ? adw_bottom_sheet_get_bottom_bar_height (self->sheet) : 0;

  gtk_widget_set_margin_bottom (GTK_WIDGET (self->timeline_bin), covered);
  if (self->pane != NULL)
    atlas_map_pane_set_bottom (self->pane, gtk_widget_get_visible (GTK_WIDGET (self->timeline_bin)) ? 0 : covered);
}

static int
get_height_below_map (AtlasWindow *self)
{
  GtkWidget *timeline = GTK_WIDGET (self->timeline_bin);

  if (!gtk_widget_get_visible (timeline))
    return 0;
  return gtk_widget_get_height (timeline) + gtk_widget_get_margin_bottom (timeline);
}

/* What is selected should stand above the open sheet. */
static void
keep_clear_of_sheet (AtlasWindow *self)
{
  int covered = 0;

  if (has_sheet (self) && adw_bottom_sheet_get_open (self->sheet))
    covered = MAX (0, adw_bottom_sheet_get_sheet_height (self->sheet) - get_height_below_map (self));
  if (self->pane != NULL)
    atlas_map_set_covered (atlas_map_pane_get_map (self->pane), covered);
}

/* The place takes its room before the timeline is there, so that the map need
 * not move. */
static void
lay_out_timeline (AtlasWindow *self,
                  gboolean fullscreen)
{
  GtkWidget *place = GTK_WIDGET (self->timeline_bin);

  gtk_widget_remove_css_class (place, "narrow");
  gtk_widget_remove_css_class (place, "atlas-large");
  if (fullscreen)
    gtk_widget_add_css_class (place, "atlas-large");
  else if (self->narrow)
    gtk_widget_add_css_class (place, "narrow");
  if (self->timeline != NULL)
    atlas_timeline_panel_set_room (self->timeline, self->narrow, self->tight && !fullscreen);
}

static void
lay_out (AtlasWindow *self)
{
  const gboolean fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (self));
  const char *layout = fullscreen ? "map" : self->narrow ? "narrow"
                                                         : "wide";

  adw_multi_layout_view_set_layout_name (self->layouts, layout);
  adw_toolbar_view_set_reveal_top_bars (self->toolbar_view, !fullscreen);
  if (self->pane != NULL)
    atlas_map_pane_set_room (self->pane, self->narrow, fullscreen);
  lay_out_timeline (self, fullscreen);
  keep_clear_of_bar (self);
  keep_clear_of_sheet (self);
}

static void
atlas_window_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  AtlasWindow *self = ATLAS_WINDOW (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_TIGHT:
      g_value_set_boolean (value, self->tight);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_window_set_property (GObject *object,
                           guint prop_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  AtlasWindow *self = ATLAS_WINDOW (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      lay_out (self);
      fold_legend (self);
      break;
    case PROP_TIGHT:
      self->tight = g_value_get_boolean (value);
      lay_out (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* --- What is remembered ---------------------------------------------------- */

static void
remember_position (AtlasWindow *self)
{
  AtlasMapView view;

  if (self->pane == NULL || !atlas_map_get_view (atlas_map_pane_get_map (self->pane), &view))
    return;
  if (atlas_map_is_at_home (atlas_map_pane_get_map (self->pane)))
    g_settings_reset (self->settings, "map-position");
  else
    g_settings_set (self->settings, "map-position", "(ddd)", view.lon, view.lat, view.zoom);
}

static void
restore_position (AtlasWindow *self)
{
  double lon, lat, zoom;

  g_settings_get (self->settings, "map-position", "(ddd)", &lon, &lat, &zoom);
  if (zoom >= 0 && zoom <= 30 && ABS (lon) <= 180 && ABS (lat) <= 85)
    atlas_map_set_position (atlas_map_pane_get_map (self->pane), lon, lat, zoom);
}

static void
remember_dates (AtlasWindow *self)
{
  atlas_date_memory_store (self->settings, self->state);
}

static void
check_dates (AtlasWindow *self)
{
  if (atlas_content_is_loaded (self->content))
    atlas_date_memory_check (self->state, atlas_content_get_dataset (self->content));
}

static void
restore_dates (AtlasWindow *self)
{
  atlas_date_memory_restore (self->settings, self->state);
  check_dates (self);
  g_signal_connect_object (self->content, "notify::loaded", G_CALLBACK (check_dates), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::date", G_CALLBACK (remember_dates), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::compared", G_CALLBACK (remember_dates), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::scrubbing", G_CALLBACK (remember_dates), self, G_CONNECT_SWAPPED);
}

static gboolean
atlas_window_close_request (GtkWindow *window)
{
  remember_position (ATLAS_WINDOW (window));

  return GTK_WINDOW_CLASS (atlas_window_parent_class)->close_request (window);
}

/* --- The widget ------------------------------------------------------------ */

static void
atlas_window_dispose (GObject *object)
{
  AtlasWindow *self = ATLAS_WINDOW (object);

  g_clear_object (&self->imports);
  g_clear_weak_pointer (&self->search);
  self->pane = NULL;
  self->timeline = NULL;
  g_clear_handle_id (&self->timeline_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_WINDOW);
  g_clear_object (&self->state);
  g_clear_object (&self->content);
  g_clear_object (&self->settings);
  g_clear_object (&self->player);

  G_OBJECT_CLASS (atlas_window_parent_class)->dispose (object);
}

static void
atlas_window_class_init (AtlasWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_window_dispose;
  object_class->get_property = atlas_window_get_property;
  object_class->set_property = atlas_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = atlas_window_close_request;

  /**
   * AtlasWindow:narrow:
   *
   * Whether the page has to be a bottom sheet.
   */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * AtlasWindow:tight:
   *
   * Whether the map beside the page is too narrow for a row of all controls.
   */
  properties[PROP_TIGHT] = g_param_spec_boolean ("tight", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ATLAS_TYPE_LENS_SWITCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/alliance_atlas/AllianceAtlas/atlas-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, lens_switch);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, layouts);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, sheet);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, sheet_title);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, map_bin);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, timeline_bin);
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, page_bin);
}

/* The class stands for a media query in style.css. */
static void
follow_contrast (AtlasWindow *self)
{
  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    gtk_widget_add_css_class (GTK_WIDGET (self), "high-contrast");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "high-contrast");
}

static void
atlas_window_init (AtlasWindow *self)
{
  self->state = atlas_state_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self, "notify::fullscreened", G_CALLBACK (lay_out), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (follow_contrast), self, G_CONNECT_SWAPPED);
  follow_contrast (self);
}

/* --- Following the state --------------------------------------------------- */

static char *
dup_shown_dates (AtlasWindow *self,
                 AtlasDay *latest)
{
  g_autofree char *from_text = NULL;
  g_autofree char *to_text = NULL;
  AtlasDay from;

  *latest = atlas_state_get_date (self->state);
  if (!atlas_state_get_range (self->state, &from, latest))
    return atlas_day_format (*latest);
  from_text = atlas_day_format (from);
  to_text = atlas_day_format (*latest);
  /* Translators: the first and the last day of a range */
  return g_strdup_printf (C_ ("range of days", "%1$s – %2$s"), from_text, to_text);
}

static void
show_dates (AtlasWindow *self)
{
  const AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  AtlasDay day;
  g_autofree char *date = dup_shown_dates (self, &day);
  g_autofree char *last = NULL;
  g_autofree char *dates = NULL;
  gboolean verified;

  if (dataset == NULL)
    return;
  last = atlas_day_format (atlas_dataset_get_verified_until (dataset));
  verified = day <= atlas_dataset_get_verified_until (dataset);
  if (verified)
    {
      /* Translators: the day that the map shows, and the last day up to which its data was checked */
      dates = g_strdup_printf (_ ("%s · verified until %s"), date, last);
      gtk_widget_remove_css_class (GTK_WIDGET (self->window_title), "unverified");
    }
  else
    {
      /* Translators: the day that the map shows, and the last day up to which its data was checked */
      dates = g_strdup_printf (_ ("%s · not verified after %s"), date, last);
      gtk_widget_add_css_class (GTK_WIDGET (self->window_title), "unverified");
    }
  adw_window_title_set_subtitle (self->window_title, dates);
  atlas_map_pane_set_dates (self->pane, dates, verified);
}

static const char *
name_of_country (AtlasWindow *self,
                 const char *code)
{
  const AtlasCountry *country = atlas_dataset_find_country (atlas_content_get_dataset (self->content), code);

  return country != NULL ? atlas_country_get_name (country, atlas_content_get_language (self->content)) : code;
}

static const char *
name_of_organisation (AtlasWindow *self,
                      const char *id)
{
  const AtlasOrganisation *organisation = atlas_dataset_find_organisation (atlas_content_get_dataset (self->content), id);

  return organisation != NULL ? atlas_organisation_get_name (organisation, atlas_content_get_language (self->content)) : id;
}

static const char *
name_of_area (AtlasWindow *self,
              const char *id)
{
  const AtlasArea *area = atlas_dataset_find_area (atlas_content_get_dataset (self->content), id);

  return area != NULL ? atlas_area_get_name (area, atlas_content_get_language (self->content)) : id;
}

static const char *
name_of_selection (AtlasWindow *self)
{
  const char *id;

  if (!atlas_content_is_loaded (self->content))
    return "";
  if (atlas_state_get_selected (self->state, "country", &id))
    return name_of_country (self, id);
  if (atlas_state_get_selected (self->state, "organisation", &id))
    return name_of_organisation (self, id);
  if (atlas_state_get_selected (self->state, "unit", &id))
    return name_of_area (self, id);
  if (atlas_state_get_selected (self->state, "event", NULL))
    return _ ("Event");
  if (atlas_state_get_selected (self->state, "article", NULL))
    return _ ("Article");
  if (atlas_state_get_selected (self->state, "articles", NULL))
    return _ ("Articles");
  return _ ("Alliances of Eurasia");
}

static void
show_name (AtlasWindow *self)
{
  gtk_label_set_label (self->sheet_title, name_of_selection (self));
}

static void
on_selection (AtlasWindow *self)
{
  const gboolean selected = *atlas_state_get_selection (self->state) != '\0';

  show_name (self);
  adw_bottom_sheet_set_open (self->sheet, selected);
  if (selected)
    adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
}

static void
build_timeline (gpointer user_data)
{
  AtlasWindow *self = user_data;

  self->timeline_source = 0;
  self->timeline = ATLAS_TIMELINE_PANEL (atlas_timeline_panel_new (self->state, self->content, self->player));
  adw_bin_set_child (self->timeline_bin, GTK_WIDGET (self->timeline));
  lay_out (self);
}

/* The page and the timeline take time to build; the map comes first, and a frame
 * between the two. */
static void
build_rest (AtlasWindow *self)
{
  if (!atlas_content_is_loaded (self->content) || adw_bin_get_child (self->page_bin) != NULL)
    return;
  adw_bin_set_child (self->page_bin, atlas_page_new (self->state, self->content));
  self->timeline_source = g_idle_add_once (build_timeline, self);
}

static void
restore (AtlasWindow *self)
{
  g_autoptr (GPropertyAction) show_page = g_property_action_new ("show-page", self->split_view, "show-sidebar");
  g_autoptr (GPropertyAction) play = g_property_action_new ("play", self->player, "playing");
  g_autoptr (GPropertyAction) speed = g_property_action_new ("play-speed", self->player, "speed");
  g_autoptr (GPropertyAction) show_timeline = g_property_action_new ("show-timeline", self->timeline_bin, "visible");

  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "show-page", self->split_view, "show-sidebar", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "show-timeline", self->timeline_bin, "visible", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "play-speed", self->player, "speed", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "lens", self->state, "lens", G_SETTINGS_BIND_DEFAULT);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (show_page));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (show_timeline));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (play));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (speed));
}

static void
build_map (AtlasWindow *self)
{
  self->pane = ATLAS_MAP_PANE (atlas_map_pane_new (self->state, self->content));
  adw_bin_set_child (self->map_bin, GTK_WIDGET (self->pane));
  fold_legend (self);
  restore_position (self);
  g_signal_connect_object (atlas_map_pane_get_map (self->pane), "painted", G_CALLBACK (build_rest), self, G_CONNECT_SWAPPED);
}

/* All of the window takes what is dropped. */
static void
build_import_area (AtlasWindow *self)
{
  GtkWidget *content = g_object_ref (adw_toast_overlay_get_child (self->toasts));
  GtkWidget *area;

  adw_toast_overlay_set_child (self->toasts, NULL);
  area = atlas_import_area_new (content);
  adw_toast_overlay_set_child (self->toasts, area);
  g_object_unref (content);
  self->imports = atlas_import_desk_new (self, ATLAS_IMPORT_AREA (area));
}

/* A reader who comes back may bring something that was copied elsewhere. */
static void
prepare_import (AtlasWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)) && atlas_content_get_library (self->content) != NULL)
    atlas_import_prepare ();
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
  self->player = atlas_player_new (GTK_WIDGET (self), self->state, self->content);
  restore (self);
  restore_dates (self);
  build_map (self);
  build_import_area (self);
  atlas_window_add_actions (self);
  atlas_window_add_articles_actions (self);
  atlas_window_add_time_actions (self);
  atlas_window_add_pages_actions (self);
  atlas_window_add_import_actions (self);
  atlas_lens_switch_bind (self->lens_switch, self->state, self->content);
  lay_out (self);

  g_signal_connect_object (self->state, "notify::date", G_CALLBACK (show_dates), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::compared", G_CALLBACK (show_dates), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::selection", G_CALLBACK (on_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->content, "notify::loaded", G_CALLBACK (show_dates), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->content, "notify::loaded", G_CALLBACK (show_name), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->content, "notify::language", G_CALLBACK (show_name), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->content, "notify::library", G_CALLBACK (prepare_import), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (prepare_import), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->sheet, "notify::open", G_CALLBACK (keep_clear_of_sheet), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "notify::sheet-height", G_CALLBACK (keep_clear_of_sheet), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "notify::bottom-bar-height", G_CALLBACK (keep_clear_of_bar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline_bin, "notify::visible", G_CALLBACK (keep_clear_of_bar), self, G_CONNECT_SWAPPED);
  show_dates (self);
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
 * atlas_window_get_map:
 *
 * Returns: (transfer none): the map
 */
AtlasMap *
atlas_window_get_map (AtlasWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_WINDOW (self), NULL);

  return atlas_map_pane_get_map (self->pane);
}

/**
 * atlas_window_add_toast:
 * @title: what it says, as plain text
 *
 * Says it in a toast, at once and instead of any other.
 */
void
atlas_window_add_toast (AtlasWindow *self,
                        const char *title)
{
  g_return_if_fail (ATLAS_IS_WINDOW (self));

  adw_toast_overlay_dismiss_all (self->toasts);
  adw_toast_overlay_add_toast (self->toasts, g_object_new (ADW_TYPE_TOAST, "title", title, "use-markup", FALSE, NULL));
}

/**
 * atlas_window_add_toast_with_button:
 * @title: what it says, as plain text
 * @button: what can be done about it, with a mnemonic
 *
 * As atlas_window_add_toast().
 *
 * Returns: (transfer none): the toast, whose “button-clicked” tells
 */
AdwToast *
atlas_window_add_toast_with_button (AtlasWindow *self,
                                    const char *title,
                                    const char *button)
{
  AdwToast *toast;

  g_return_val_if_fail (ATLAS_IS_WINDOW (self), NULL);

  toast = g_object_new (ADW_TYPE_TOAST, "title", title, "use-markup", FALSE, "button-label", button, "timeout", BUTTON_TIME, NULL);
  adw_toast_overlay_dismiss_all (self->toasts);
  adw_toast_overlay_add_toast (self->toasts, toast);
  return toast;
}

static gboolean
transform_to_width (GBinding *binding,
                    const GValue *narrow,
                    GValue *width,
                    gpointer user_data)
{
  g_value_set_int (width, g_value_get_boolean (narrow) ? 24 : 60);
  return TRUE;
}

/* A toast cuts its own title short where it has little room, and finds out how
 * high another is from the width that it would like to have. */
static GtkWidget *
new_whole_title (AtlasWindow *self,
                 const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  g_object_bind_property_full (self, "narrow", label, "max-width-chars", G_BINDING_SYNC_CREATE, transform_to_width, NULL, NULL, NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

/**
 * atlas_window_new_toast:
 * @words: what it says, as plain text, shown whole
 *
 * Returns: (transfer full): a toast for atlas_window_put_toast()
 */
AdwToast *
atlas_window_new_toast (AtlasWindow *self,
                        const char *words)
{
  g_return_val_if_fail (ATLAS_IS_WINDOW (self), NULL);

  return g_object_new (ADW_TYPE_TOAST, "custom-title", new_whole_title (self, words), NULL);
}

/**
 * atlas_window_put_toast:
 * @toast: (transfer full): of atlas_window_new_toast()
 * @words: what it says, for who does not see it
 *
 * Says it at once and instead of any other.
 */
void
atlas_window_put_toast (AtlasWindow *self,
                        AdwToast *toast,
                        const char *words)
{
  g_return_if_fail (ATLAS_IS_WINDOW (self));

  adw_toast_overlay_dismiss_all (self->toasts);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * atlas_window_add_warning:
 * @message: what did not work and why, as plain text
 *
 * Says it in a toast that stays until the reader closes it or another comes.
 */
void
atlas_window_add_warning (AtlasWindow *self,
                          const char *message)
{
  AdwToast *toast = atlas_window_new_toast (self, message);

  adw_toast_set_timeout (toast, 0);
  atlas_window_put_toast (self, toast, message);
}

/**
 * atlas_window_dismiss_toasts:
 *
 * Takes back what was said, since it is no longer true.
 */
void
atlas_window_dismiss_toasts (AtlasWindow *self)
{
  g_return_if_fail (ATLAS_IS_WINDOW (self));

  adw_toast_overlay_dismiss_all (self->toasts);
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

  gtk_widget_set_visible (GTK_WIDGET (self->timeline_bin), FALSE);
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

/**
 * atlas_window_search_for:
 *
 * Opens the search and looks for @words.
 */
void
atlas_window_search_for (AtlasWindow *self,
                         const char *words)
{
  g_return_if_fail (ATLAS_IS_WINDOW (self));

  atlas_window_show_search (self);
  if (self->search != NULL)
    atlas_search_panel_set_words (ATLAS_SEARCH_PANEL (adw_dialog_get_child (self->search)), words);
}

static gboolean
is_page_seen (AtlasWindow *self)
{
  GtkWidget *page = GTK_WIDGET (self->page_bin);

  return adw_bin_get_child (self->page_bin) != NULL && gtk_widget_get_mapped (page) && (!has_sheet (self) || adw_bottom_sheet_get_open (self->sheet));
}

/**
 * atlas_window_find_on_page:
 *
 * Returns: whether the page that is seen lets the reader find words in it, and does so now
 */
gboolean
atlas_window_find_on_page (AtlasWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_WINDOW (self), FALSE);

  return is_page_seen (self) && atlas_page_find (ATLAS_PAGE (adw_bin_get_child (self->page_bin)));
}

static void
report_painted (AtlasWindow *self)
{
  const AtlasDay compared = atlas_state_get_compared (self->state);
  g_autofree char *date = atlas_day_to_iso (atlas_state_get_date (self->state));
  g_autofree char *other = compared != ATLAS_DAY_MIN ? atlas_day_to_iso (compared) : g_strdup ("");
  char lon[G_ASCII_DTOSTR_BUF_SIZE], lat[G_ASCII_DTOSTR_BUF_SIZE], zoom[G_ASCII_DTOSTR_BUF_SIZE];
  AtlasMapView view = { 0 };

  if (!atlas_map_get_view (atlas_window_get_map (self), &view))
    return;
  /* For programs: with a point in every language. */
  g_print ("map-painted lens=%s date=%s compared=%s selection=%s lon=%s lat=%s zoom=%s\n", atlas_state_get_lens (self->state), date, other,
           atlas_state_get_selection (self->state), g_ascii_formatd (lon, sizeof lon, "%.5f", view.lon), g_ascii_formatd (lat, sizeof lat, "%.5f", view.lat),
           g_ascii_formatd (zoom, sizeof zoom, "%.5f", view.zoom));
}

static gboolean
report_if_painted (gpointer user_data)
{
  AtlasWindow *self = user_data;

  if (self->pane != NULL && atlas_map_is_painted (atlas_window_get_map (self)))
    report_painted (self);
  return G_SOURCE_REMOVE;
}

/* Where what is selected has no outline the map stays as it was. */
static void
report_selection (AtlasWindow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, report_if_painted, g_object_ref (self), g_object_unref);
}

/**
 * atlas_window_start_date:
 *
 * Lets the reader type another date.
 */
void
atlas_window_start_date (AtlasWindow *self)
{
  g_return_if_fail (ATLAS_IS_WINDOW (self));

  if (self->timeline == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->timeline_bin), TRUE);
  atlas_timeline_panel_start_date (self->timeline);
}

/**
 * atlas_window_bring:
 * @items: (element-type AtlasImportItem): articles, not to be changed any more
 *
 * Brings them into the reader's library and tells what became of them.
 */
void
atlas_window_bring (AtlasWindow *self,
                    GPtrArray *items)
{
  g_return_if_fail (ATLAS_IS_WINDOW (self));

  atlas_import_desk_take (self->imports, items);
}

/**
 * atlas_window_report_painted:
 *
 * From now on writes a line to standard output whenever the map shows all that
 * the state names: for tests and pictures. The line tells the state and where
 * the map stands (longitude and latitude in degrees, Mercator zoom).
 */
void
atlas_window_report_painted (AtlasWindow *self)
{
  AtlasMap *map;

  g_return_if_fail (ATLAS_IS_WINDOW (self));

  map = atlas_window_get_map (self);
  g_signal_connect_object (map, "painted", G_CALLBACK (report_painted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::selection", G_CALLBACK (report_selection), self, G_CONNECT_SWAPPED);
  if (atlas_map_is_painted (map))
    report_painted (self);
}
