/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-person-name.h"

#include <string.h>

#define MAX_LIST 8 /* items that are looked at to each side */
#define MIN_AGE 5
#define MAX_AGE 109

static gboolean
can_be_person (const AtlasReading *self,
               guint i)
{
  return (atlas_candidate_get_context (atlas_reading_get (self, i)) & (ATLAS_CONTEXT_PERSON | ATLAS_CONTEXT_GIVEN)) != 0;
}

static gboolean
can_be_surname (const AtlasReading *self,
                guint i)
{
  const AtlasForm *form = atlas_reading_get (self, i)->rows[0];

  if (form->is_organisation || atlas_reading_get (self, i)->is_compound)
    return FALSE;
  return form->kind == ATLAS_FORM_NAME || form->kind == ATLAS_FORM_CAPITAL || form->kind == ATLAS_FORM_ADJECTIVE || form->kind == ATLAS_FORM_DEMONYM;
}

static gboolean
is_capital (const AtlasReading *self,
            guint i)
{
  return g_unichar_isupper (g_utf8_get_char (self->text + atlas_reading_get (self, i)->byte_start));
}

/* --- What stands before ------------------------------------------------------------- */

/* “Mrs Jordan”, “his grandson Chad”, “his wife, India,” */
static gboolean
follows_a_title (const AtlasReading *self,
                 guint i)
{
  guint start = atlas_reading_get (self, i)->byte_start;
  AtlasToken before;

  if (atlas_reading_follows (self, i, ATLAS_CLUE_HONORIFIC))
    return TRUE;
  return can_be_person (self, i) && start > 2 && memcmp (self->text + start - 2, ", ", 2) == 0 &&
         atlas_context_word_ending_at (self->text, start - 2, &before) && atlas_reading_is_clue (self, ATLAS_CLUE_HONORIFIC, &before);
}

/* “Walter Germany”, “James L. Poland”, “Вера Польских” */
static gboolean
follows_a_known_given_name (const AtlasReading *self,
                            guint i)
{
  AtlasToken before;

  if (!can_be_surname (self, i) || !is_capital (self, i) || !atlas_reading_get_before (self, i, &before) || !before.is_capital)
    return FALSE;
  if (before.is_initial && !atlas_context_previous (self->text, before.offset, &before))
    return FALSE;
  return before.is_capital && atlas_reading_is_clue (self, ATLAS_CLUE_GIVEN, &before) && !atlas_reading_is_candidate_at (self, i, before.offset);
}

/* “Иван Германович Швед”, “Израиль Моисеевич” */
static gboolean
is_patronymic (const AtlasToken *token)
{
  static const char *const endings[] = { "ович", "евич", "овна", "евна", "овича", "евича", "овны", "евны", "овичу", "евичу", "овне", "евне", "овичем", "евичем" };

  for (guint j = 0; j < G_N_ELEMENTS (endings); j++)
    if (token->is_capital && g_str_has_suffix (token->word, endings[j]))
      return TRUE;
  return FALSE;
}

static gboolean
is_beside_a_patronymic (const AtlasReading *self,
                        guint i)
{
  AtlasToken beside;

  if (self->language != ATLAS_LANGUAGE_RU)
    return FALSE;
  return (atlas_reading_get_after (self, i, &beside) && is_patronymic (&beside)) ||
         (can_be_surname (self, i) && is_capital (self, i) && atlas_reading_get_before (self, i, &beside) && is_patronymic (&beside));
}

static gboolean
follows_a_given_name (const AtlasReading *self,
                      guint i)
{
  AtlasToken before;

  if (!atlas_reading_get_before (self, i, &before) || !before.is_capital)
    return FALSE;
  if (before.is_initial || atlas_reading_is_clue (self, ATLAS_CLUE_GIVEN, &before))
    return TRUE;
  return !atlas_reading_is_clue (self, ATLAS_CLUE_TITLE, &before) && !atlas_reading_is_clue (self, ATLAS_CLUE_PLACE, &before) &&
         !atlas_reading_is_candidate_at (self, i, before.offset) && !atlas_context_starts_sentence (self->text, before.offset) &&
         !atlas_reading_is_title_case (self, i);
}

/* --- What stands after ----------------------------------------------------------------- */

static gboolean
precedes_a_surname (const AtlasReading *self,
                    guint i)
{
  AtlasToken after;

  return atlas_reading_get_after (self, i, &after) && after.is_capital && !atlas_reading_is_clue (self, ATLAS_CLUE_TITLE, &after) &&
         !atlas_reading_is_candidate_at (self, i, after.offset) && !atlas_reading_follows (self, i, ATLAS_CLUE_PLACE) &&
         !atlas_reading_is_title_case (self, i);
}

/* “Chad Ireland”, “Israel Peru”: two names with nothing but a space between. */
static gboolean
precedes_a_place_for_surname (const AtlasReading *self,
                              guint i)
{
  const AtlasCandidate *candidate = atlas_reading_get (self, i);
  const AtlasCandidate *after = i + 1 < self->candidates->len ? atlas_reading_get (self, i + 1) : NULL;

  return after != NULL && (atlas_candidate_get_context (candidate) & ATLAS_CONTEXT_PERSON) != 0 && after->byte_start == candidate->byte_end + 1 &&
         self->text[candidate->byte_end] == ' ' && atlas_candidate_is_place (after) && !atlas_reading_follows (self, i, ATLAS_CLUE_PLACE) &&
         !atlas_reading_is_title_case (self, i);
}

/* “India Marlowe wore”: two words at the start of a sentence, or in a list. */
static gboolean
is_rare_given_name (const AtlasReading *self,
                    guint i)
{
  const AtlasCandidate *candidate = atlas_reading_get (self, i);
  AtlasToken before;
  AtlasToken surname;
  AtlasToken after;

  if ((atlas_candidate_get_context (candidate) & ATLAS_CONTEXT_GIVEN) == 0 || !precedes_a_surname (self, i) || !atlas_reading_get_after (self, i, &surname))
    return FALSE;
  if (atlas_context_next (self->text, self->length, surname.end, &after) && after.is_capital)
    return FALSE;
  return candidate->rows[0]->language != self->language || atlas_context_starts_sentence (self->text, candidate->byte_start) ||
         (atlas_reading_get_before (self, i, &before) &&
          (before.is_capital || atlas_reading_is_clue (self, ATLAS_CLUE_AND, &before) || g_str_equal (before.word, "by")));
}

/* “Cuba, 41,”, “London, 17, of Moscow”: an age, unless places and figures alternate. */
static gboolean
precedes_an_age (const AtlasReading *self,
                 guint i)
{
  const AtlasCandidate *candidate = atlas_reading_get (self, i);
  const char *p = self->text + candidate->byte_end;
  char *end;
  guint64 age;
  const AtlasCandidate *next = i + 1 < self->candidates->len ? atlas_reading_get (self, i + 1) : NULL;

  if (!atlas_candidate_is_place (candidate) || strncmp (p, ", ", 2) != 0 || !g_ascii_isdigit (p[2]))
    return FALSE;
  age = g_ascii_strtoull (p + 2, &end, 10);
  if (age < MIN_AGE || age > MAX_AGE || (*end != ',' && *end != '.') || (*end == '.' && g_ascii_isdigit (end[1])))
    return FALSE;
  if (next != NULL && next->byte_start <= (guint) (end - self->text) + 2 && atlas_candidate_is_place (next) && end[0] == ',' && !can_be_person (self, i))
    return FALSE;
  return !atlas_reading_follows (self, i, ATLAS_CLUE_PLACE);
}

/* “Poland Sr.” */
static gboolean
precedes_a_suffix (const AtlasReading *self,
                   guint i)
{
  AtlasToken after;

  return atlas_candidate_is_place (atlas_reading_get (self, i)) && atlas_reading_get_after (self, i, &after) && after.is_capital &&
         (g_str_equal (after.word, "sr") || g_str_equal (after.word, "jr"));
}

/* --- Lists: “Jordan, Vienna, Francis and Paul” -------------------------------------------- */

static gboolean
is_given_item (const AtlasReading *self,
               const AtlasToken *token)
{
  return token->is_capital && atlas_reading_is_clue (self, ATLAS_CLUE_GIVEN, token);
}

/* Steps over “, ” or “ and ” behind @offset to the next item. */
static gboolean
read_next_item (const AtlasReading *self,
                guint offset,
                AtlasToken *token)
{
  guint start = offset;

  if (start + 1 < self->length && self->text[start] == ',')
    start++;
  if (!atlas_context_next (self->text, self->length, start, token))
    return FALSE;
  if (atlas_reading_is_clue (self, ATLAS_CLUE_AND, token))
    return atlas_context_next (self->text, self->length, token->end, token) && token->is_capital;
  return start > offset && token->is_capital;
}

static gboolean
has_given_names_behind (const AtlasReading *self,
                        guint i)
{
  guint offset = atlas_reading_get (self, i)->byte_end;
  guint n = 0;
  AtlasToken token;

  while (n++ < MAX_LIST && read_next_item (self, offset, &token))
    {
      AtlasToken surname;

      if (is_given_item (self, &token) && (!atlas_context_next (self->text, self->length, token.end, &surname) || !surname.is_capital))
        return TRUE;
      offset = token.end;
    }
  return FALSE;
}

static gboolean
has_given_names_before (const AtlasReading *self,
                        guint i)
{
  guint offset = atlas_reading_get (self, i)->byte_start;
  guint n = 0;
  AtlasToken token;

  while (n++ < MAX_LIST)
    {
      if (offset > 2 && memcmp (self->text + offset - 2, ", ", 2) == 0)
        offset -= 2;
      else if (atlas_context_previous (self->text, offset, &token) && atlas_reading_is_clue (self, ATLAS_CLUE_AND, &token))
        offset = token.offset - 1 - (token.offset > 1 && self->text[token.offset - 2] == ',');
      else
        return FALSE;
      if (!atlas_context_word_ending_at (self->text, offset, &token) || !token.is_capital)
        return FALSE;
      if (is_given_item (self, &token))
        return TRUE;
      offset = token.offset;
    }
  return FALSE;
}

static gboolean
is_among_given_names (const AtlasReading *self,
                      guint i)
{
  return can_be_person (self, i) && (has_given_names_behind (self, i) || has_given_names_before (self, i));
}

/**
 * atlas_person_name_is:
 * @follows_person: whether the candidate before, with nothing but a space between,
 *   is a person's name
 *
 * Returns: whether the words beside candidate @i tell that it is a person's name
 */
gboolean
atlas_person_name_is (const AtlasReading *reading,
                      guint i,
                      gboolean follows_person)
{
  if (atlas_reading_get (reading, i)->rows[0]->kind == ATLAS_FORM_LEADER)
    return FALSE;
  if (follows_a_title (reading, i) || follows_a_known_given_name (reading, i) || is_beside_a_patronymic (reading, i) ||
      is_rare_given_name (reading, i) || precedes_an_age (reading, i) || precedes_a_suffix (reading, i))
    return TRUE;
  if (follows_person && can_be_surname (reading, i))
    return TRUE;
  if (precedes_a_place_for_surname (reading, i) || is_among_given_names (reading, i))
    return TRUE;
  return (atlas_candidate_get_context (atlas_reading_get (reading, i)) & ATLAS_CONTEXT_PERSON) != 0 &&
         (follows_a_given_name (reading, i) || precedes_a_surname (reading, i));
}
