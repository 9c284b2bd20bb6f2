/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-town.h"

#include <string.h>

#define NEAR_WORDS 8

/* “PERU — ”, “Peru -- ” */
static gboolean
is_dash_at (const AtlasReading *self,
            guint offset)
{
  return atlas_reading_stands_at (self, offset, " — ") || atlas_reading_stands_at (self, offset, " – ") || atlas_reading_stands_at (self, offset, " - ") ||
         atlas_reading_stands_at (self, offset, " -- ");
}

static gboolean
is_at_pause (const AtlasReading *self,
             guint offset)
{
  return strchr (",.;)\n", atlas_reading_get_byte (self, offset)) != NULL || is_dash_at (self, offset);
}

static gboolean
ends_with_stop (const AtlasReading *self,
                const AtlasCandidate *candidate)
{
  return self->text[candidate->byte_end - 1] == '.';
}

/* --- The state behind it ------------------------------------------------------------- */

/* “Moscow, Idaho”, “Athens, Georgia”, “PERU, Ind. —”. A country may also stand in
 * a list with states, which goes on. */
static gboolean
precedes_a_state (const AtlasReading *self,
                  guint i)
{
  const AtlasCandidate *candidate = atlas_reading_get (self, i);
  const AtlasCandidate *after;

  if (i + 1 >= self->candidates->len)
    return FALSE;
  after = atlas_reading_get (self, i + 1);
  if (after->byte_start != candidate->byte_end + 2 || memcmp (self->text + candidate->byte_end, ", ", 2) != 0)
    return FALSE;
  if ((atlas_candidate_get_context (after) & ATLAS_CONTEXT_STATE) == 0 || g_str_equal (after->rows[0]->target, candidate->rows[0]->target))
    return FALSE;
  if (candidate->rows[0]->kind == ATLAS_FORM_CAPITAL)
    return TRUE;
  return candidate->rows[0]->kind == ATLAS_FORM_NAME && atlas_candidate_is_other (after) &&
         (ends_with_stop (self, after) || (atlas_reading_find_neighbour (self, i, FALSE) == NULL && atlas_reading_find_neighbour (self, i + 1, TRUE) == NULL &&
                                           is_at_pause (self, after->byte_end)));
}

/* “Lebanon, OH”, “Mexico, Mo.”: what is too short to be looked for by itself */
static gboolean
precedes_a_short_state (const AtlasReading *self,
                        guint i)
{
  const AtlasCandidate *candidate = atlas_reading_get (self, i);
  AtlasToken after;

  if (!atlas_candidate_is_place (candidate) || atlas_reading_get_byte (self, candidate->byte_end) != ',' ||
      !atlas_context_next (self->text, self->length, candidate->byte_end + 1, &after) || !after.is_capital ||
      !atlas_reading_is_clue (self, ATLAS_CLUE_POSTAL, &after))
    return FALSE;
  /* “OH” has two capitals, “Mo.” a full stop. */
  return (after.end < self->length && self->text[after.end] == '.') ||
         (after.end == after.offset + 2 && g_ascii_isupper (self->text[after.offset + 1]));
}

/**
 * atlas_town_is_state_of:
 *
 * Returns: whether candidate @i is the state of the town before it
 */
gboolean
atlas_town_is_state_of (const AtlasReading *reading,
                        guint i)
{
  return i > 0 && precedes_a_state (reading, i - 1);
}

/* --- Words beside it ------------------------------------------------------------------- */

/* “the village of Poland”, “в селе Париж” */
static gboolean
follows_a_village (const AtlasReading *self,
                   guint i)
{
  const AtlasNeighbour *before = atlas_reading_get_before (self, i);
  AtlasToken village;

  if (!before->exists || atlas_reading_get (self, i)->rows[0]->is_organisation ||
      !g_unichar_isupper (g_utf8_get_char (self->text + atlas_reading_get (self, i)->byte_start)))
    return FALSE;
  if (atlas_neighbour_is (before, ATLAS_CLUE_VILLAGE))
    return TRUE;
  return g_str_equal (before->token.word, "of") && atlas_context_previous (self->text, before->token.offset, &village) &&
         atlas_reading_is_clue (self, ATLAS_CLUE_VILLAGE, &village);
}

/* “LEBANON — The council”: countries do not stand so, their towns do. */
static gboolean
is_dateline (const AtlasReading *self,
             guint i)
{
  const AtlasCandidate *candidate = atlas_reading_get (self, i);

  if (candidate->rows[0]->kind != ATLAS_FORM_NAME || (candidate->byte_start > 0 && self->text[candidate->byte_start - 1] != '\n'))
    return FALSE;
  return is_dash_at (self, candidate->byte_end);
}

/* “Jordan-Elbridge”: two towns that share a school */
static gboolean
is_joined (const AtlasReading *self,
           guint i)
{
  const AtlasCandidate *candidate = atlas_reading_get (self, i);

  return atlas_reading_get_byte (self, candidate->byte_end) == '-' && candidate->byte_end + 1 < self->length &&
         g_unichar_isupper (g_utf8_get_char (self->text + candidate->byte_end + 1)) && !atlas_reading_is_candidate_at (self, i, candidate->byte_end + 1);
}

/**
 * atlas_town_find_sign:
 *
 * Returns: whether the words beside candidate @i tell that it is a town's name
 */
AtlasTownSign
atlas_town_find_sign (const AtlasReading *reading,
                      guint i)
{
  if (precedes_a_state (reading, i) || precedes_a_short_state (reading, i) || follows_a_village (reading, i))
    return ATLAS_TOWN_TOLD;
  if (!atlas_candidate_is_place (atlas_reading_get (reading, i)))
    return ATLAS_TOWN_NONE;
  if (atlas_reading_precedes (reading, i, ATLAS_CLUE_TOWNSFOLK) || is_dateline (reading, i) || is_joined (reading, i))
    return ATLAS_TOWN_HINTED;
  return ATLAS_TOWN_NONE;
}

/**
 * atlas_town_is_said_of_abroad:
 *
 * Returns: whether words shortly before candidate @i speak of another country:
 *   “stationed in Lebanon”
 */
gboolean
atlas_town_is_said_of_abroad (const AtlasReading *reading,
                              guint i)
{
  guint offset = atlas_reading_get (reading, i)->byte_start;
  AtlasToken token;

  for (guint n = 0; n < NEAR_WORDS && atlas_context_previous (reading->text, offset, &token); n++)
    {
      if (atlas_reading_is_clue (reading, ATLAS_CLUE_ABROAD, &token))
        return TRUE;
      offset = token.offset;
    }
  return FALSE;
}
