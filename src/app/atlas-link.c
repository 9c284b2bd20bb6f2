/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-link.h"

/**
 * atlas_link_clear:
 *
 * Frees what @self holds and leaves it empty.
 */
void
atlas_link_clear (AtlasLink *self)
{
  g_clear_pointer (&self->selection, g_free);
  g_clear_pointer (&self->lens, g_free);
  self->date = ATLAS_DAY_MIN;
  self->compared = ATLAS_DAY_MIN;
}

/**
 * atlas_link_equal:
 *
 * Returns: whether both say the same
 */
gboolean
atlas_link_equal (const AtlasLink *a,
                  const AtlasLink *b)
{
  return g_strcmp0 (a->selection, b->selection) == 0 && a->date == b->date && a->compared == b->compared &&
         g_strcmp0 (a->lens, b->lens) == 0;
}

/* --- Writing --------------------------------------------------------------- */

static void
append_parameter (GString *out,
                  char *separator,
                  const char *name,
                  const char *value)
{
  g_string_append_printf (out, "%c%s=", *separator, name);
  g_string_append_uri_escaped (out, value, NULL, FALSE);
  *separator = '&';
}

static void
append_day (GString *out,
            char *separator,
            const char *name,
            AtlasDay day)
{
  g_autofree char *iso = NULL;

  if (day == ATLAS_DAY_MIN)
    return;
  iso = atlas_day_to_iso (day);
  append_parameter (out, separator, name, iso);
}

/**
 * atlas_link_format:
 *
 * Returns: (transfer full): the one way of writing @self that
 *   atlas_link_parse() takes for the same
 */
char *
atlas_link_format (const AtlasLink *self)
{
  GString *out = g_string_new (ATLAS_LINK_SCHEME ":");
  char separator = '?';

  g_string_append_uri_escaped (out, self->selection, "/=&", FALSE);
  append_day (out, &separator, "from", self->compared);
  append_day (out, &separator, "on", self->date);
  if (self->lens != NULL)
    {
      g_autofree char *lens = g_ascii_strdown (self->lens, -1);

      append_parameter (out, &separator, "lens", lens);
    }
  return g_string_free (out, FALSE);
}

/* --- The state ------------------------------------------------------------- */

/**
 * atlas_link_from_state:
 * @self: (out caller-allocates): what @state shows, all of it, so that the link
 *   means the same on another day
 */
void
atlas_link_from_state (AtlasLink *self,
                       AtlasState *state)
{
  *self = (AtlasLink) {
    .selection = g_strdup (atlas_state_get_selection (state)),
    .date = atlas_state_get_date (state),
    .compared = atlas_state_get_compared (state),
    .lens = g_strdup (atlas_state_get_lens (state)),
  };
}

/**
 * atlas_link_apply:
 *
 * Makes @state show what the link says and leaves the rest. A day without one
 * to compare with is shown alone. Whoever watches hears of it all at once.
 */
void
atlas_link_apply (const AtlasLink *self,
                  AtlasState *state)
{
  g_object_freeze_notify (G_OBJECT (state));
  /* First, since the page of changes goes when the comparison does. */
  atlas_state_set_selection (state, self->selection);
  if (self->date != ATLAS_DAY_MIN)
    atlas_state_set_date (state, self->date);
  if (self->date != ATLAS_DAY_MIN || self->compared != ATLAS_DAY_MIN)
    atlas_state_set_compared (state, self->compared);
  if (self->lens != NULL)
    atlas_state_set_lens (state, self->lens);
  g_object_thaw_notify (G_OBJECT (state));
}
