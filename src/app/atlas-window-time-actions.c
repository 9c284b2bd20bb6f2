/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The actions of the window that move its date.
 */
#include "atlas-config.h"

#include "atlas-window.h"

#include "atlas-shown.h"
#include "atlas-time-words.h"

static const AtlasDataset *
get_scope (AtlasWindow *self,
           AtlasScope *scope)
{
  const AtlasDataset *dataset = atlas_content_get_dataset (atlas_window_get_content (self));

  if (dataset != NULL)
    atlas_shown_get_scope (atlas_window_get_state (self), dataset, scope);
  return dataset;
}

static void
move_to (AtlasWindow *self,
         AtlasDay day)
{
  AtlasState *state = atlas_window_get_state (self);
  const AtlasDay before = atlas_state_get_date (state);

  atlas_state_set_date (state, day);
  atlas_time_announce (GTK_WIDGET (self), state, atlas_window_get_content (self), before);
}

static gboolean
find_change (AtlasWindow *self,
             gboolean next,
             AtlasDay *day)
{
  const AtlasDay date = atlas_state_get_date (atlas_window_get_state (self));
  AtlasScope scope;
  const AtlasDataset *dataset = get_scope (self, &scope);
  AtlasDay first, last;

  if (dataset == NULL)
    return FALSE;
  atlas_time_range (dataset, &first, &last);
  if (next)
    return atlas_scope_next_change (&scope, dataset, date, day) && *day <= last;
  return atlas_scope_previous_change (&scope, dataset, date, day) && *day >= first;
}

static void
previous_change (GSimpleAction *action,
                 GVariant *parameter,
                 gpointer user_data)
{
  AtlasDay day;

  if (find_change (user_data, FALSE, &day))
    move_to (user_data, day);
}

static void
next_change (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  AtlasDay day;

  if (find_change (user_data, TRUE, &day))
    move_to (user_data, day);
}

static void
today (GSimpleAction *action,
       GVariant *parameter,
       gpointer user_data)
{
  move_to (user_data, atlas_day_today ());
}

static void
move_to_end (AtlasWindow *self,
             gboolean last)
{
  const AtlasDataset *dataset = atlas_content_get_dataset (atlas_window_get_content (self));
  AtlasDay days[2];

  if (dataset == NULL)
    return;
  atlas_time_range (dataset, &days[0], &days[1]);
  move_to (self, days[last]);
}

static void
first_day (GSimpleAction *action,
           GVariant *parameter,
           gpointer user_data)
{
  move_to_end (user_data, FALSE);
}

static void
last_day (GSimpleAction *action,
          GVariant *parameter,
          gpointer user_data)
{
  move_to_end (user_data, TRUE);
}

/* --- Two dates ------------------------------------------------------------- */

/* A year is what most questions are about, "what has changed since then?"; at
 * the very start of time there is only the other way. */
static AtlasDay
pick_compared (AtlasWindow *self)
{
  const AtlasDay date = atlas_state_get_date (atlas_window_get_state (self));
  const AtlasDataset *dataset = atlas_content_get_dataset (atlas_window_get_content (self));
  AtlasDay first, last;
  int year, month, day;

  atlas_time_range (dataset, &first, &last);
  atlas_day_get_ymd (date, &year, &month, &day);
  year += date - 366 < first ? 1 : -1;
  return atlas_day_new (year, month, MIN (day, atlas_days_in_month (year, month)));
}

static void
compare (AtlasWindow *self)
{
  AtlasState *state = atlas_window_get_state (self);

  if (!atlas_content_is_loaded (atlas_window_get_content (self)))
    return;
  atlas_state_set_compared (state, pick_compared (self));
  atlas_state_set_selection (state, "changes");
}

static void
change_compare (GSimpleAction *action,
                GVariant *value,
                gpointer user_data)
{
  AtlasState *state = atlas_window_get_state (user_data);

  if (!g_variant_get_boolean (value))
    atlas_state_set_compared (state, ATLAS_DAY_MIN);
  else if (atlas_state_get_compared (state) == ATLAS_DAY_MIN)
    compare (user_data);
}

static void
swap_dates (GSimpleAction *action,
            GVariant *parameter,
            gpointer user_data)
{
  AtlasState *state = atlas_window_get_state (user_data);
  const AtlasDay before = atlas_state_get_date (state);

  atlas_state_swap_dates (state);
  atlas_time_announce (user_data, state, atlas_window_get_content (user_data), before);
}

static void
clear_compared (GSimpleAction *action,
                GVariant *parameter,
                gpointer user_data)
{
  atlas_state_set_compared (atlas_window_get_state (user_data), ATLAS_DAY_MIN);
}

static void
focus_date (GSimpleAction *action,
            GVariant *parameter,
            gpointer user_data)
{
  atlas_window_start_date (user_data);
}

/* --- Which of them can be used --------------------------------------------- */

static GSimpleAction *
find_action (AtlasWindow *self,
             const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name));
}

static void
enable (AtlasWindow *self,
        const char *name,
        gboolean enabled)
{
  g_simple_action_set_enabled (find_action (self, name), enabled);
}

static void
update (AtlasWindow *self)
{
  AtlasState *state = atlas_window_get_state (self);
  const gboolean compares = atlas_state_get_compared (state) != ATLAS_DAY_MIN;
  const gboolean loaded = atlas_content_is_loaded (atlas_window_get_content (self));
  AtlasDay day;

  enable (self, "previous-change", find_change (self, FALSE, &day));
  enable (self, "next-change", find_change (self, TRUE, &day));
  enable (self, "today", atlas_state_get_date (state) != atlas_day_today ());
  enable (self, "first-day", loaded);
  enable (self, "last-day", loaded);
  enable (self, "compare", loaded);
  enable (self, "swap-dates", compares);
  enable (self, "clear-compared", compares);
  g_simple_action_set_state (find_action (self, "compare"), g_variant_new_boolean (compares));
}

/**
 * atlas_window_add_time_actions:
 *
 * Adds the actions that move the date and the one that it is compared with.
 */
void
atlas_window_add_time_actions (AtlasWindow *self)
{
  static const GActionEntry entries[] = {
    { "previous-change", previous_change },
    { "next-change", next_change },
    { "today", today },
    { "first-day", first_day },
    { "last-day", last_day },
    { "compare", NULL, NULL, "false", change_compare },
    { "swap-dates", swap_dates },
    { "clear-compared", clear_compared },
    { "focus-date", focus_date },
  };
  static const char *const properties[] = { "notify::date", "notify::compared", "notify::lens", "notify::selection" };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    g_signal_connect_object (atlas_window_get_state (self), properties[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (atlas_window_get_content (self), "notify::loaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * atlas_window_set_time_accels:
 *
 * Sets the keys of the actions that move the date.
 */
void
atlas_window_set_time_accels (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *keys[2];
  } accels[] = {
    { "win.previous-change", { "<Alt>Page_Up", NULL } },
    { "win.next-change", { "<Alt>Page_Down", NULL } },
    { "win.first-day", { "<Control><Alt>Home", NULL } },
    { "win.last-day", { "<Control><Alt>End", NULL } },
    { "win.today", { "<Control>t", NULL } },
    { "win.focus-date", { "<Control>d", NULL } },
    { "win.play", { "F5", NULL } },
    { "win.compare", { "F7", NULL } },
    { "win.swap-dates", { "<Shift>F7", NULL } },
    { "win.clear-compared", { "<Control>F7", NULL } },
    { "win.show-timeline", { "F8", NULL } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action, accels[i].keys);
}
