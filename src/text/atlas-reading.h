/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-context.h"
#include "atlas-gazetteer.h"

G_BEGIN_DECLS

#define ATLAS_CANDIDATE_MAX_ROWS 6

/**
 * AtlasCandidate:
 * @rows: the rows of the gazetteer that read so, in its order
 * @is_compound: whether it is only part of a word
 *
 * A place that reads like a form; offsets as in #AtlasMention.
 */
typedef struct
{
  guint start;
  guint end;
  guint byte_start;
  guint byte_end;
  guint n_rows;
  gboolean is_compound;
  const AtlasForm *rows[ATLAS_CANDIDATE_MAX_ROWS];
} AtlasCandidate;

/**
 * AtlasNeighbour:
 * @exists: whether there is such a word, in the same sentence
 * @clues: the lists in which it stands, as bits
 *
 * The word directly before or after a candidate.
 */
typedef struct
{
  AtlasToken token;
  gboolean exists;
  guint clues;
} AtlasNeighbour;

/**
 * AtlasNeighbours:
 *
 * Those of candidate @i, where @is_known: every rule asks for them.
 */
typedef struct
{
  guint i;
  gboolean is_known;
  AtlasNeighbour before;
  AtlasNeighbour after;
} AtlasNeighbours;

/**
 * AtlasReading:
 * @length: of @text, in bytes
 * @candidates: (element-type AtlasCandidate): in the order of the text
 * @neighbours: room to remember those of one candidate
 *
 * A text with what was found in it, for rules that look around. It owns nothing.
 */
typedef struct
{
  const AtlasGazetteer *gazetteer;
  AtlasLanguage language;
  const char *text;
  guint length;
  const GArray *candidates;
  AtlasNeighbours *neighbours;
} AtlasReading;

char atlas_reading_get_byte (const AtlasReading *self, gsize offset);
gboolean atlas_reading_stands_at (const AtlasReading *self, gsize offset, const char *words);
gboolean atlas_reading_is_clue (const AtlasReading *self, AtlasClue clue, const AtlasToken *token);
const AtlasNeighbour *atlas_reading_get_before (const AtlasReading *self, guint i);
const AtlasNeighbour *atlas_reading_get_after (const AtlasReading *self, guint i);
gboolean atlas_neighbour_is (const AtlasNeighbour *self, AtlasClue clue);
gboolean atlas_reading_follows (const AtlasReading *self, guint i, AtlasClue clue);
gboolean atlas_reading_precedes (const AtlasReading *self, guint i, AtlasClue clue);
gboolean atlas_reading_is_candidate_at (const AtlasReading *self, guint i, guint offset);
const AtlasCandidate *atlas_reading_find_neighbour (const AtlasReading *self, guint i, gboolean after);
gboolean atlas_reading_is_title_case (const AtlasReading *self, guint i);

/**
 * atlas_reading_get:
 *
 * Returns: (transfer none): the candidate at @i
 */
static inline const AtlasCandidate *
atlas_reading_get (const AtlasReading *self,
                   guint i)
{
  return &g_array_index (self->candidates, AtlasCandidate, i);
}

/**
 * atlas_candidate_get_context:
 *
 * Returns: #AtlasFormContext of all its rows
 */
static inline guint
atlas_candidate_get_context (const AtlasCandidate *candidate)
{
  guint context = 0;

  for (guint i = 0; i < candidate->n_rows; i++)
    context |= candidate->rows[i]->context;
  return context;
}

/**
 * atlas_candidate_is_other:
 *
 * Returns: whether it names nothing itself
 */
static inline gboolean
atlas_candidate_is_other (const AtlasCandidate *candidate)
{
  return candidate->rows[0]->kind == ATLAS_FORM_OTHER;
}

/**
 * atlas_candidate_is_place:
 *
 * Returns: whether it is a country by name, or a capital
 */
static inline gboolean
atlas_candidate_is_place (const AtlasCandidate *candidate)
{
  const AtlasForm *form = candidate->rows[0];

  return !form->is_organisation && (form->kind == ATLAS_FORM_NAME || form->kind == ATLAS_FORM_CAPITAL);
}

G_END_DECLS
