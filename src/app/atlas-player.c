/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-player.h"

#include <adwaita.h>

#include "atlas-play-plan.h"
#include "atlas-shown.h"
#include "atlas-time-words.h"

struct _AtlasPlayer
{
  GObject parent_instance;

  GtkWidget *widget; /* weak; gives the frames */
  AtlasState *state;
  AtlasContent *content;

  gboolean playing;
  AtlasPlaySpeed speed;

  AtlasPlayLeg leg;
  gint64 start; /* of the leg, in the frame clock's microseconds; 0 before its first frame */
  guint tick;   /* while it travels */
  guint rest;   /* while it lingers */
  gboolean moving;
};

enum
{
  PROP_0,
  PROP_PLAYING,
  PROP_SPEED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AtlasPlayer, atlas_player, G_TYPE_OBJECT)

static void go_on (AtlasPlayer *self);

/* What is changed in here is not the reader's doing. */
static void
set_date (AtlasPlayer *self,
          AtlasDay day)
{
  self->moving = TRUE;
  atlas_state_set_date (self->state, day);
  self->moving = FALSE;
}

static void
set_scrubbing (AtlasPlayer *self,
               gboolean scrubbing)
{
  self->moving = TRUE;
  atlas_state_set_scrubbing (self->state, scrubbing);
  self->moving = FALSE;
}

/* --- Resting --------------------------------------------------------------- */

static gboolean
on_rested (gpointer user_data)
{
  AtlasPlayer *self = user_data;

  self->rest = 0;
  go_on (self);
  return G_SOURCE_REMOVE;
}

static void
arrive (AtlasPlayer *self)
{
  set_date (self, self->leg.to);
  set_scrubbing (self, FALSE);
  if (self->widget != NULL && self->leg.linger > 0)
    atlas_time_announce (self->widget, self->state, self->content, self->leg.from);
  /* Even where nothing is to be read, the main loop has its turn. */
  self->rest = g_timeout_add (self->leg.linger, on_rested, self);
}

/* --- Travelling ------------------------------------------------------------ */

static void
stop_tick (AtlasPlayer *self)
{
  if (self->tick != 0 && self->widget != NULL)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
}

static gboolean
on_frame (GtkWidget *widget,
          GdkFrameClock *clock,
          gpointer user_data)
{
  AtlasPlayer *self = user_data;
  const gint64 now = gdk_frame_clock_get_frame_time (clock);
  gint64 elapsed;

  if (self->start == 0)
    self->start = now;
  elapsed = (now - self->start) / 1000;
  if (elapsed < self->leg.travel)
    {
      set_date (self, atlas_play_leg_get_day (&self->leg, elapsed));
      return G_SOURCE_CONTINUE;
    }
  self->tick = 0;
  arrive (self);
  return G_SOURCE_REMOVE;
}

static void
travel (AtlasPlayer *self)
{
  if (self->widget == NULL || !adw_get_enable_animations (self->widget))
    {
      arrive (self);
      return;
    }
  self->start = 0;
  set_scrubbing (self, TRUE);
  self->tick = gtk_widget_add_tick_callback (self->widget, on_frame, self, NULL);
}

static void
go_on (AtlasPlayer *self)
{
  const AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  AtlasScope scope;

  atlas_shown_get_scope (self->state, dataset, &scope);
  if (atlas_play_leg_init (&self->leg, &scope, dataset, atlas_state_get_date (self->state), atlas_day_today (), self->speed))
    travel (self);
  else
    atlas_player_set_playing (self, FALSE);
}

/* --- Starting and stopping ------------------------------------------------- */

static void
start (AtlasPlayer *self)
{
  const AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  AtlasScope scope;

  atlas_shown_get_scope (self->state, dataset, &scope);
  set_date (self, atlas_play_get_start (&scope, dataset, atlas_state_get_date (self->state), atlas_day_today ()));
  go_on (self);
}

static void
stop (AtlasPlayer *self)
{
  const gboolean travelled = self->tick != 0;

  stop_tick (self);
  g_clear_handle_id (&self->rest, g_source_remove);
  if (travelled)
    set_scrubbing (self, FALSE);
}

static void
on_date (AtlasPlayer *self)
{
  if (!self->moving)
    atlas_player_set_playing (self, FALSE);
}

/* Somebody takes the playhead; it is theirs to let go. */
static void
on_scrubbing (AtlasPlayer *self)
{
  if (self->moving || !self->playing)
    return;
  stop_tick (self);
  atlas_player_set_playing (self, FALSE);
}

/* Another country or organisation changes on other days. On a day of rest the
 * next leg will see to it. */
static void
on_scope (AtlasPlayer *self)
{
  if (self->tick == 0)
    return;
  stop_tick (self);
  go_on (self);
}

/* --- The object ------------------------------------------------------------ */

static void
atlas_player_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  AtlasPlayer *self = ATLAS_PLAYER (object);

  switch (prop_id)
    {
    case PROP_PLAYING:
      g_value_set_boolean (value, self->playing);
      break;
    case PROP_SPEED:
      g_value_set_string (value, atlas_play_speed_to_id (self->speed));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_speed (AtlasPlayer *self,
           const char *id)
{
  AtlasPlaySpeed speed;

  if (!atlas_play_speed_from_id (id, &speed) || speed == self->speed)
    return;
  self->speed = speed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEED]);
}

static void
atlas_player_set_property (GObject *object,
                           guint prop_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  AtlasPlayer *self = ATLAS_PLAYER (object);

  switch (prop_id)
    {
    case PROP_PLAYING:
      atlas_player_set_playing (self, g_value_get_boolean (value));
      break;
    case PROP_SPEED:
      set_speed (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_player_dispose (GObject *object)
{
  AtlasPlayer *self = ATLAS_PLAYER (object);

  stop_tick (self);
  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_weak_pointer (&self->widget);
  g_clear_object (&self->state);
  g_clear_object (&self->content);

  G_OBJECT_CLASS (atlas_player_parent_class)->dispose (object);
}

static void
atlas_player_class_init (AtlasPlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = atlas_player_dispose;
  object_class->get_property = atlas_player_get_property;
  object_class->set_property = atlas_player_set_property;

  /**
   * AtlasPlayer:playing:
   *
   * Whether time goes on.
   */
  properties[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * AtlasPlayer:speed:
   *
   * How fast: "slow", "normal" or "fast".
   */
  properties[PROP_SPEED] = g_param_spec_string ("speed", NULL, NULL, "normal", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_player_init (AtlasPlayer *self)
{
  self->speed = ATLAS_PLAY_NORMAL;
}

/**
 * atlas_player_new:
 * @widget: whose frames it moves by; it may go first
 *
 * Returns: (transfer full): a player that rests
 */
AtlasPlayer *
atlas_player_new (GtkWidget *widget,
                  AtlasState *state,
                  AtlasContent *content)
{
  AtlasPlayer *self = g_object_new (ATLAS_TYPE_PLAYER, NULL);

  g_set_weak_pointer (&self->widget, widget);
  self->state = g_object_ref (state);
  self->content = g_object_ref (content);
  g_signal_connect_object (state, "notify::date", G_CALLBACK (on_date), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::scrubbing", G_CALLBACK (on_scrubbing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::lens", G_CALLBACK (on_scope), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::selection", G_CALLBACK (on_scope), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * atlas_player_is_playing:
 *
 * Returns: whether time goes on
 */
gboolean
atlas_player_is_playing (AtlasPlayer *self)
{
  g_return_val_if_fail (ATLAS_IS_PLAYER (self), FALSE);

  return self->playing;
}

/**
 * atlas_player_set_playing:
 * @playing: whether time shall go on; from today it begins anew
 */
void
atlas_player_set_playing (AtlasPlayer *self,
                          gboolean playing)
{
  g_return_if_fail (ATLAS_IS_PLAYER (self));

  if (self->playing == !!playing || !atlas_content_is_loaded (self->content))
    return;
  self->playing = !!playing;
  if (self->playing)
    start (self);
  else
    stop (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}
