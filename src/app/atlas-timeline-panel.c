/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-timeline-panel.h"

#include <glib/gi18n.h>

#include "atlas-date-entry.h"
#include "atlas-play-plan.h"
#include "atlas-time-caption.h"
#include "atlas-timeline-canvas.h"

#define SPACING 6

struct _AtlasTimelinePanel
{
  AdwBin parent_instance;

  AtlasState *state;
  AtlasContent *content;
  AtlasPlayer *player;

  AtlasDateEntry *date;
  GtkWidget *play;
  GtkWidget *speed;
  GtkWidget *more;  /* a menu of the rest, where there is little room */
  GtkWidget *rest;  /* what that menu stands for */
  GtkWidget *range; /* shown while two dates are compared */
  GtkWidget *canvas;
  gboolean narrow;
  gboolean tight;
};

G_DEFINE_FINAL_TYPE (AtlasTimelinePanel, atlas_timeline_panel, ADW_TYPE_BIN)

static void
atlas_timeline_panel_dispose (GObject *object)
{
  AtlasTimelinePanel *self = ATLAS_TIMELINE_PANEL (object);

  g_clear_object (&self->state);
  g_clear_object (&self->content);
  g_clear_object (&self->player);

  G_OBJECT_CLASS (atlas_timeline_panel_parent_class)->dispose (object);
}

static void
atlas_timeline_panel_class_init (AtlasTimelinePanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_timeline_panel_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

/* --- The buttons ----------------------------------------------------------- */

static GtkWidget *
new_box (void)
{
  return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
}

static GtkWidget *
add_button (GtkWidget *box,
            const char *icon,
            const char *action,
            const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
new_moves (AtlasTimelinePanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  add_button (box, "media-skip-backward-symbolic", "win.previous-change", _ ("Previous Change"));
  self->play = add_button (box, "media-playback-start-symbolic", "win.play", _ ("Play"));
  add_button (box, "media-skip-forward-symbolic", "win.next-change", _ ("Next Change"));
  return box;
}

static void
show_playing (AtlasTimelinePanel *self)
{
  const gboolean playing = atlas_player_is_playing (self->player);

  gtk_button_set_icon_name (GTK_BUTTON (self->play), playing ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (self->play, playing ? _ ("Pause") : _ ("Play"));
}

/* --- The speed ------------------------------------------------------------- */

static const char *
get_speed_name (AtlasPlaySpeed speed)
{
  switch (speed)
    {
    case ATLAS_PLAY_SLOW:
      /* Translators: how fast time is played */
      return C_ ("speed", "Slow");
    case ATLAS_PLAY_FAST:
      return C_ ("speed", "Fast");
    case ATLAS_PLAY_NORMAL:
    case ATLAS_N_PLAY_SPEEDS:
    default:
      return C_ ("speed", "Normal");
    }
}

static GMenuModel *
new_speeds (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < ATLAS_N_PLAY_SPEEDS; i++)
    {
      g_autofree char *action = g_strconcat ("win.play-speed::", atlas_play_speed_to_id (i), NULL);

      g_menu_append (menu, get_speed_name (i), action);
    }
  return G_MENU_MODEL (menu);
}

static void
show_speed (AtlasTimelinePanel *self)
{
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  AtlasPlaySpeed speed;

  g_object_get (self->player, "speed", &id, NULL);
  if (!atlas_play_speed_from_id (id, &speed))
    return;
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->speed), get_speed_name (speed));
  /* Translators: %s is Slow, Normal or Fast */
  name = g_strdup_printf (_ ("Speed: %s"), get_speed_name (speed));
  gtk_widget_set_tooltip_text (self->speed, name);
}

static GtkWidget *
new_speed (AtlasTimelinePanel *self)
{
  g_autoptr (GMenuModel) speeds = new_speeds ();

  self->speed = gtk_menu_button_new ();
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->speed), speeds);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->speed), GTK_ARROW_UP);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->speed), TRUE);
  gtk_widget_add_css_class (self->speed, "flat");
  return self->speed;
}

static GtkWidget *
new_more (AtlasTimelinePanel *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) dates = g_menu_new ();
  g_autoptr (GMenuModel) speeds = new_speeds ();

  g_menu_append (dates, _ ("_Today"), "win.today");
  g_menu_append (dates, _ ("_Compare Two Dates"), "win.compare");
  g_menu_append (dates, _ ("_Swap the Dates"), "win.swap-dates");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (dates));
  g_menu_append_section (menu, _ ("Speed"), speeds);
  self->more = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->more), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->more), G_MENU_MODEL (menu));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->more), GTK_ARROW_UP);
  gtk_widget_set_tooltip_text (self->more, _ ("Time Menu"));
  gtk_widget_add_css_class (self->more, "flat");
  return self->more;
}

/* --- The dates ------------------------------------------------------------- */

static GtkWidget *
new_today (void)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Today"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.today");
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
new_compare (void)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "view-dual-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.compare");
  gtk_widget_set_tooltip_text (button, _ ("Compare Two Dates"));
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
new_range (AtlasTimelinePanel *self)
{
  self->range = new_box ();
  gtk_box_append (GTK_BOX (self->range), atlas_date_entry_new (self->state, self->content, TRUE));
  add_button (self->range, "object-flip-horizontal-symbolic", "win.swap-dates", _ ("Swap the Dates"));
  add_button (self->range, "edit-clear-symbolic", "win.clear-compared", _ ("Stop Comparing"));
  return self->range;
}

static GtkWidget *
new_rest (AtlasTimelinePanel *self)
{
  self->rest = new_box ();
  gtk_box_append (GTK_BOX (self->rest), new_today ());
  gtk_box_append (GTK_BOX (self->rest), new_compare ());
  return self->rest;
}

static GtkWidget *
new_controls (AtlasTimelinePanel *self)
{
  GtkWidget *row = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", SPACING, "line-spacing", SPACING, NULL);

  self->date = ATLAS_DATE_ENTRY (atlas_date_entry_new (self->state, self->content, FALSE));
  adw_wrap_box_append (ADW_WRAP_BOX (row), new_moves (self));
  adw_wrap_box_append (ADW_WRAP_BOX (row), new_speed (self));
  adw_wrap_box_append (ADW_WRAP_BOX (row), GTK_WIDGET (self->date));
  adw_wrap_box_append (ADW_WRAP_BOX (row), new_rest (self));
  adw_wrap_box_append (ADW_WRAP_BOX (row), new_more (self));
  adw_wrap_box_append (ADW_WRAP_BOX (row), new_range (self));
  gtk_widget_add_css_class (row, "controls");
  return row;
}

/* --- Room ------------------------------------------------------------------ */

static void
lay_out (AtlasTimelinePanel *self)
{
  const gboolean compares = atlas_state_get_compared (self->state) != ATLAS_DAY_MIN;
  const gboolean in_menu = self->narrow || self->tight;

  gtk_widget_set_hexpand (GTK_WIDGET (self->date), self->narrow);
  gtk_widget_set_visible (self->speed, !in_menu);
  gtk_widget_set_visible (self->rest, !in_menu);
  gtk_widget_set_visible (self->more, in_menu);
  gtk_widget_set_visible (self->range, !self->narrow && compares);
  atlas_timeline_canvas_set_compact (ATLAS_TIMELINE_CANVAS (self->canvas), self->narrow);
}

static void
atlas_timeline_panel_init (AtlasTimelinePanel *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "atlas-timeline-panel");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"), -1);
}

/**
 * atlas_timeline_panel_new:
 * @player: what its button plays
 *
 * Returns: (transfer floating): a panel that follows @state
 */
GtkWidget *
atlas_timeline_panel_new (AtlasState *state,
                          AtlasContent *content,
                          AtlasPlayer *player)
{
  AtlasTimelinePanel *self = g_object_new (ATLAS_TYPE_TIMELINE_PANEL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  self->player = g_object_ref (player);
  self->canvas = atlas_timeline_canvas_new (state, content);
  gtk_widget_set_vexpand (self->canvas, TRUE);
  gtk_box_append (GTK_BOX (box), new_controls (self));
  gtk_box_append (GTK_BOX (box), atlas_time_caption_new (state, content));
  gtk_box_append (GTK_BOX (box), self->canvas);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (state, "notify::compared", G_CALLBACK (lay_out), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (player, "notify::playing", G_CALLBACK (show_playing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (player, "notify::speed", G_CALLBACK (show_speed), self, G_CONNECT_SWAPPED);
  show_playing (self);
  show_speed (self);
  lay_out (self);
  return GTK_WIDGET (self);
}

/**
 * atlas_timeline_panel_set_room:
 * @narrow: whether there is room for one row of controls and one of the timeline
 * @tight: whether a menu has to stand for what is used less
 */
void
atlas_timeline_panel_set_room (AtlasTimelinePanel *self,
                               gboolean narrow,
                               gboolean tight)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_PANEL (self));

  self->narrow = narrow;
  self->tight = tight;
  lay_out (self);
}

/**
 * atlas_timeline_panel_start_date:
 *
 * Lets the reader type another date.
 */
void
atlas_timeline_panel_start_date (AtlasTimelinePanel *self)
{
  g_return_if_fail (ATLAS_IS_TIMELINE_PANEL (self));

  atlas_date_entry_start (self->date);
}
