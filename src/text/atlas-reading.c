/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-reading.h"

#include <string.h>

#define MAX_GLUE 12 /* bytes between two items of a list: “, and ” */

/**
 * atlas_reading_get_byte:
 *
 * Returns: the byte at @offset; 0 behind the end of the text, which may have no
 *   terminator
 */
char
atlas_reading_get_byte (const AtlasReading *self,
                        gsize offset)
{
  return offset < self->length ? self->text[offset] : '\0';
}

/**
 * atlas_reading_stands_at:
 *
 * Returns: whether @words stand at @offset, with their case
 */
gboolean
atlas_reading_stands_at (const AtlasReading *self,
                         gsize offset,
                         const char *words)
{
  gsize n = strlen (words);

  return offset + n <= self->length && memcmp (self->text + offset, words, n) == 0;
}

/**
 * atlas_reading_is_clue:
 *
 * Returns: whether the list has the word, in the language of the text
 */
gboolean
atlas_reading_is_clue (const AtlasReading *self,
                       AtlasClue clue,
                       const AtlasToken *token)
{
  return atlas_gazetteer_is_clue (self->gazetteer, clue, self->language, token->word);
}

static const AtlasNeighbours *
look_around (const AtlasReading *self,
             guint i)
{
  AtlasNeighbours *around = self->neighbours;
  const AtlasCandidate *candidate = atlas_reading_get (self, i);

  if (around->is_known && around->i == i)
    return around;
  around->i = i;
  around->is_known = TRUE;
  around->before.exists = atlas_context_previous (self->text, candidate->byte_start, &around->before.token);
  around->after.exists = atlas_context_next (self->text, self->length, candidate->byte_end, &around->after.token);
  around->before.clues = around->before.exists ? atlas_gazetteer_find_clues (self->gazetteer, self->language, around->before.token.word) : 0;
  around->after.clues = around->after.exists ? atlas_gazetteer_find_clues (self->gazetteer, self->language, around->after.token.word) : 0;
  return around;
}

/**
 * atlas_reading_get_before:
 *
 * Returns: (transfer none): the word before candidate @i, until another is asked for
 */
const AtlasNeighbour *
atlas_reading_get_before (const AtlasReading *self,
                          guint i)
{
  return &look_around (self, i)->before;
}

/**
 * atlas_reading_get_after:
 *
 * Returns: (transfer none): the word after candidate @i, until another is asked for
 */
const AtlasNeighbour *
atlas_reading_get_after (const AtlasReading *self,
                         guint i)
{
  return &look_around (self, i)->after;
}

/**
 * atlas_neighbour_is:
 *
 * Returns: whether there is such a word, and the list has it
 */
gboolean
atlas_neighbour_is (const AtlasNeighbour *self,
                    AtlasClue clue)
{
  return (self->clues & ATLAS_CLUE_BIT (clue)) != 0;
}

/**
 * atlas_reading_follows:
 *
 * Returns: whether a word of the list stands directly before candidate @i
 */
gboolean
atlas_reading_follows (const AtlasReading *self,
                       guint i,
                       AtlasClue clue)
{
  return atlas_neighbour_is (atlas_reading_get_before (self, i), clue);
}

/**
 * atlas_reading_precedes:
 *
 * Returns: whether a word of the list stands directly after candidate @i
 */
gboolean
atlas_reading_precedes (const AtlasReading *self,
                        guint i,
                        AtlasClue clue)
{
  return atlas_neighbour_is (atlas_reading_get_after (self, i), clue);
}

/**
 * atlas_reading_is_candidate_at:
 * @offset: in bytes, beside candidate @i
 *
 * Returns: whether the candidate before or after @i stands there
 */
gboolean
atlas_reading_is_candidate_at (const AtlasReading *self,
                               guint i,
                               guint offset)
{
  if (i > 0 && offset >= atlas_reading_get (self, i - 1)->byte_start && offset < atlas_reading_get (self, i - 1)->byte_end)
    return TRUE;
  return i + 1 < self->candidates->len && atlas_reading_get (self, i + 1)->byte_start == offset;
}

/* “, ”, “ and ”, “ och ”, “/”, “–” between two candidates. */
static gboolean
joins_a_list (const AtlasReading *self,
              guint start,
              guint end)
{
  g_autofree char *glue = NULL;
  g_autofree char *small = NULL;
  const char *word;

  if (end <= start || end - start > MAX_GLUE)
    return FALSE;
  glue = g_strndup (self->text + start, end - start);
  if (strchr (glue, '\n') != NULL)
    return FALSE;
  small = g_utf8_strdown (glue, -1);
  word = g_strstrip (g_strdelimit (small, ",", ' '));
  if (*word == '\0')
    return memchr (self->text + start, ',', end - start) != NULL;
  return g_str_equal (word, "-") || g_str_equal (word, "–") || g_str_equal (word, "/") ||
         atlas_gazetteer_is_clue (self->gazetteer, ATLAS_CLUE_AND, self->language, word);
}

/**
 * atlas_reading_find_neighbour:
 *
 * Returns: (transfer none) (nullable): the candidate before or after @i, where a
 *   list joins them
 */
const AtlasCandidate *
atlas_reading_find_neighbour (const AtlasReading *self,
                              guint i,
                              gboolean after)
{
  const AtlasCandidate *candidate = atlas_reading_get (self, i);

  if (after && i + 1 < self->candidates->len && joins_a_list (self, candidate->byte_end, atlas_reading_get (self, i + 1)->byte_start))
    return atlas_reading_get (self, i + 1);
  if (!after && i > 0 && joins_a_list (self, atlas_reading_get (self, i - 1)->byte_end, candidate->byte_start))
    return atlas_reading_get (self, i - 1);
  return NULL;
}

/**
 * atlas_reading_is_title_case:
 *
 * Returns: whether candidate @i stands in a headline in which capitals tell nothing
 */
gboolean
atlas_reading_is_title_case (const AtlasReading *self,
                             guint i)
{
  return atlas_context_is_title_case (self->text, self->length, atlas_reading_get (self, i)->byte_start);
}
