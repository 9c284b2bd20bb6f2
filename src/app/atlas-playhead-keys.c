/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving the playhead by keyboard.
 */
#include "atlas-config.h"

#include "atlas-playhead-private.h"

#include "atlas-shown.h"
#include "atlas-time-words.h"

#define REPEAT 250 /* ms within which the next key belongs to the same movement */

typedef enum
{
  STEP_DAY,
  STEP_YEAR,
  STEP_CHANGE,
  STEP_ALL,
} Step;

/* Of a key that repeats only where it led to is said. */
static void
announce (AtlasPlayhead *self)
{
  if (self->is_compared || atlas_state_is_scrubbing (self->state) || atlas_playhead_get_day (self) == self->before)
    return;
  atlas_time_announce (GTK_WIDGET (self), self->state, self->content, self->before);
}

/**
 * atlas_playhead_rest:
 *
 * Takes the date for standing still, whatever keys came just before.
 */
void
atlas_playhead_rest (AtlasPlayhead *self)
{
  if (self->rest_source == 0)
    return;
  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (!self->held)
    atlas_state_set_scrubbing (self->state, FALSE);
}

static gboolean
on_rest (gpointer user_data)
{
  AtlasPlayhead *self = user_data;
  const gboolean moved = atlas_state_is_scrubbing (self->state);

  atlas_playhead_rest (self);
  if (moved)
    announce (self);
  return G_SOURCE_REMOVE;
}

/* One key moves the date; the second in a row begins to scrub. */
static void
begin_movement (AtlasPlayhead *self)
{
  if (self->rest_source != 0)
    atlas_state_set_scrubbing (self->state, TRUE);
  else
    self->before = atlas_playhead_get_day (self);
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add (REPEAT, on_rest, self);
}

/* 29 February becomes 28 February where the year has none. */
static AtlasDay
add_years (AtlasDay day,
           int years)
{
  int year, month, of_month;

  atlas_day_get_ymd (day, &year, &month, &of_month);
  year = CLAMP (year + years, 1, 9999);
  return atlas_day_new (year, month, MIN (of_month, atlas_days_in_month (year, month)));
}

static AtlasDay
find_change (AtlasPlayhead *self,
             AtlasDay day,
             int direction)
{
  AtlasDataset *dataset = atlas_content_get_dataset (self->content);
  AtlasDay found = day;
  AtlasScope scope;

  atlas_shown_get_scope (self->state, dataset, &scope);
  if (direction > 0)
    return atlas_scope_next_change (&scope, dataset, day, &found) ? found : day;
  return atlas_scope_previous_change (&scope, dataset, day, &found) ? found : day;
}

static AtlasDay
find_target (AtlasPlayhead *self,
             AtlasDay day,
             Step step,
             int direction)
{
  AtlasDay first, last;

  switch (step)
    {
    case STEP_DAY:
      return day + direction;
    case STEP_YEAR:
      return add_years (day, direction);
    case STEP_CHANGE:
      return find_change (self, day, direction);
    case STEP_ALL:
    default:
      atlas_time_range (atlas_content_get_dataset (self->content), &first, &last);
      return direction > 0 ? last : first;
    }
}

static gboolean
move (GtkWidget *widget,
      GVariant *arguments,
      gpointer user_data)
{
  AtlasPlayhead *self = ATLAS_PLAYHEAD (widget);
  const AtlasDay day = atlas_playhead_get_day (self);
  int step, direction;

  if (!atlas_content_is_loaded (self->content) || day == ATLAS_DAY_MIN)
    return GDK_EVENT_PROPAGATE;
  g_variant_get (arguments, "(ii)", &step, &direction);
  gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (widget)), TRUE);
  begin_movement (self);
  atlas_playhead_set_day (self, find_target (self, day, step, direction));
  announce (self);
  return GDK_EVENT_STOP;
}

/**
 * atlas_playhead_add_key_bindings:
 *
 * Arrows move by a day, with Ctrl by a year; the page keys go to the previous
 * and the next change, Home and End to the first and the last day.
 */
void
atlas_playhead_add_key_bindings (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint keys[2];
    GdkModifierType modifiers;
    Step step;
    int direction;
  } bindings[] = {
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, 0, STEP_DAY, -1 },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, 0, STEP_DAY, -1 },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, 0, STEP_DAY, 1 },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, 0, STEP_DAY, 1 },
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, GDK_CONTROL_MASK, STEP_YEAR, -1 },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, GDK_CONTROL_MASK, STEP_YEAR, -1 },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, GDK_CONTROL_MASK, STEP_YEAR, 1 },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, GDK_CONTROL_MASK, STEP_YEAR, 1 },
    { { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, 0, STEP_CHANGE, -1 },
    { { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down }, 0, STEP_CHANGE, 1 },
    { { GDK_KEY_Home, GDK_KEY_KP_Home }, 0, STEP_ALL, -1 },
    { { GDK_KEY_End, GDK_KEY_KP_End }, 0, STEP_ALL, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bindings); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (bindings[i].keys); j++)
      gtk_widget_class_add_binding (widget_class, bindings[i].keys[j], bindings[i].modifiers, move, "(ii)", bindings[i].step, bindings[i].direction);
}
