/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-borrowed-name.h"

#include "atlas-context.h"

#include <string.h>

typedef struct
{
  const AtlasGazetteer *gazetteer;
  AtlasLanguage language;
  const char *text;
  guint length;
  const AtlasCandidate *candidate;
} Place;

static gboolean
is_clue (const Place *self,
         AtlasClue clue,
         const AtlasToken *token)
{
  return atlas_gazetteer_is_clue (self->gazetteer, clue, self->language, token->word);
}

static gboolean
read_before (const Place *self,
             AtlasToken *token)
{
  return atlas_context_previous (self->text, self->candidate->byte_start, token);
}

static gboolean
read_after (const Place *self,
            AtlasToken *token)
{
  return atlas_context_next (self->text, self->length, self->candidate->byte_end, token);
}

static gboolean
is_place (const Place *self)
{
  const AtlasForm *form = self->candidate->rows[0];

  return !form->is_organisation && (form->kind == ATLAS_FORM_NAME || form->kind == ATLAS_FORM_CAPITAL);
}

/* “The Irkutsk Times” */
static gboolean
names_a_newspaper (const Place *self)
{
  AtlasToken after;

  return read_after (self, &after) && after.is_capital && is_clue (self, ATLAS_CLUE_PAPER, &after);
}

/* “the Old Moscow Tavern”, “Cuba Street”, “hotell Ryssland” */
static gboolean
names_a_house (const Place *self)
{
  AtlasToken beside;

  if (read_after (self, &beside) && beside.is_capital && is_clue (self, ATLAS_CLUE_HOUSE, &beside))
    return TRUE;
  if (!read_before (self, &beside))
    return FALSE;
  return (beside.is_capital && is_clue (self, ATLAS_CLUE_CLUB, &beside)) ||
         (self->language != ATLAS_LANGUAGE_EN && is_clue (self, ATLAS_CLUE_HOUSE, &beside));
}

static gboolean
is_opening_quote (gunichar c)
{
  return c == '"' || c == 0xab || c == 0x201c || c == 0x201d || c == 0x201e;
}

static gboolean
is_closing_quote (gunichar c)
{
  return c == '"' || c == 0xbb || c == 0x201c || c == 0x201d;
}

static gboolean
follows_a_quote (const Place *self,
                 const char **quote)
{
  const char *start = self->text + self->candidate->byte_start;

  if (start == self->text)
    return FALSE;
  *quote = g_utf8_prev_char (start);
  return TRUE;
}

/* “кинотеатр «Баку»”: the name alone in quotation marks, behind what bears it. */
static gboolean
is_quoted_alone (const Place *self)
{
  AtlasToken before;
  const char *quote;

  if (self->candidate->byte_end >= self->length || !follows_a_quote (self, &quote) || !is_opening_quote (g_utf8_get_char (quote)) ||
      !is_closing_quote (g_utf8_get_char (self->text + self->candidate->byte_end)))
    return FALSE;
  return atlas_context_previous (self->text, (guint) (quote - self->text), &before) &&
         (!before.is_capital || atlas_context_starts_sentence (self->text, before.offset));
}

/* “«Динамо» Киев” */
static gboolean
follows_a_quoted_club (const Place *self)
{
  const char *space;

  if (self->candidate->rows[0]->kind != ATLAS_FORM_CAPITAL || self->language != ATLAS_LANGUAGE_RU || !follows_a_quote (self, &space) || *space != ' ' ||
      space == self->text)
    return FALSE;
  return g_utf8_get_char (g_utf8_prev_char (space)) == 0xbb;
}

/* “speaks Russian at home”, “talade på ryska.”, “учат казахский”: nothing that an
 * adjective could belong to follows. */
static gboolean
names_a_language (const Place *self)
{
  AtlasToken before;
  AtlasToken after;

  if (self->candidate->rows[0]->kind != ATLAS_FORM_ADJECTIVE || self->candidate->is_compound)
    return FALSE;
  if (!read_before (self, &before) || !is_clue (self, ATLAS_CLUE_TONGUE, &before))
    return FALSE;
  return !read_after (self, &after) || (!after.is_capital && is_clue (self, ATLAS_CLUE_PAUSE, &after));
}

/* “Canadian bacon” */
static gboolean
names_a_dish (const Place *self)
{
  AtlasToken after;

  return self->candidate->rows[0]->kind == ATLAS_FORM_ADJECTIVE && read_after (self, &after) && is_clue (self, ATLAS_CLUE_DISH, &after);
}

/**
 * atlas_borrowed_name_is:
 * @candidate: its words stand in @text
 *
 * Returns: whether the words beside a place's name tell that something else has
 *   taken it: a newspaper, a street, an inn, a club, a language, a dish
 */
gboolean
atlas_borrowed_name_is (const AtlasGazetteer *gazetteer,
                        AtlasLanguage language,
                        const char *text,
                        guint length,
                        const AtlasCandidate *candidate)
{
  const Place self = { gazetteer, language, text, length, candidate };

  if (names_a_newspaper (&self) || names_a_language (&self) || names_a_dish (&self))
    return TRUE;
  return is_place (&self) && (names_a_house (&self) || is_quoted_alone (&self) || follows_a_quoted_club (&self));
}
