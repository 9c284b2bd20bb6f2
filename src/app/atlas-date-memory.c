/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-date-memory.h"

#include "atlas-date.h"
#include "atlas-scope.h"

#define DATE "date"
#define COMPARED "compared-date"

static gboolean
read_day (GSettings *settings,
          const char *key,
          AtlasDay *day)
{
  g_autofree char *text = g_settings_get_string (settings, key);

  if (*text == '\0')
    return FALSE;
  if (atlas_day_parse (text, day, NULL))
    return TRUE;
  g_settings_reset (settings, key);
  return FALSE;
}

static void
write_day (GSettings *settings,
           const char *key,
           AtlasDay day,
           AtlasDay unwritten)
{
  g_autofree char *old = g_settings_get_string (settings, key);
  g_autofree char *text = day == unwritten ? g_strdup ("") : atlas_day_to_iso (day);

  if (g_str_equal (old, text))
    return;
  if (*text == '\0')
    g_settings_reset (settings, key);
  else
    g_settings_set_string (settings, key, text);
}

/**
 * atlas_date_memory_restore:
 *
 * Gives @state the dates of the last run; what is no date is forgotten.
 */
void
atlas_date_memory_restore (GSettings *settings,
                           AtlasState *state)
{
  AtlasDay day;

  if (read_day (settings, DATE, &day))
    atlas_state_set_date (state, day);
  if (read_day (settings, COMPARED, &day))
    atlas_state_set_compared (state, day);
}

/**
 * atlas_date_memory_store:
 *
 * Remembers the dates of @state, once they stand still.
 */
void
atlas_date_memory_store (GSettings *settings,
                         AtlasState *state)
{
  if (atlas_state_is_scrubbing (state))
    return;
  write_day (settings, DATE, atlas_state_get_date (state), atlas_day_today ());
  write_day (settings, COMPARED, atlas_state_get_compared (state), ATLAS_DAY_MIN);
}

/**
 * atlas_date_memory_check:
 *
 * Forgets remembered dates that @dataset does not cover, which only it can tell.
 */
void
atlas_date_memory_check (AtlasState *state,
                         const AtlasDataset *dataset)
{
  const AtlasDay date = atlas_state_get_date (state);
  const AtlasDay compared = atlas_state_get_compared (state);
  AtlasDay first, last;

  atlas_time_range (dataset, &first, &last);
  if (date < first || date > last)
    atlas_state_set_date (state, atlas_day_today ());
  if (compared < first || compared > last)
    atlas_state_set_compared (state, ATLAS_DAY_MIN);
}
