/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-person-name.h"

#include <string.h>

#define MAX_LIST 8      /* items that are looked at to each side */
#define MAX_ENCLOSED 16 /* bytes of a name in brackets */
#define MIN_GIVEN 2     /* names in a list that make a list of persons */
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
  const AtlasNeighbour *before = atlas_reading_get_before (self, i);
  AtlasToken given;

  if (!before->exists || !before->token.is_capital || !can_be_surname (self, i) || !is_capital (self, i))
    return FALSE;
  if (!before->token.is_initial)
    return atlas_neighbour_is (before, ATLAS_CLUE_GIVEN) && !atlas_reading_is_candidate_at (self, i, before->token.offset);
  return atlas_context_previous (self->text, before->token.offset, &given) && given.is_capital && atlas_reading_is_clue (self, ATLAS_CLUE_GIVEN, &given);
}

/* Reads the word before what @open and @close enclose, if that ends at @offset. */
static gboolean
read_before_enclosed (const AtlasReading *self,
                      guint offset,
                      char open,
                      char close,
                      AtlasToken *token)
{
  const char *text = self->text;
  const guint first = offset > MAX_ENCLOSED ? offset - MAX_ENCLOSED : 0;

  if (offset < 2 || text[offset - 1] != close)
    return FALSE;
  for (guint p = offset - 1; p-- > first;)
    if (text[p] == open)
      return atlas_context_previous (text, p, token);
  return FALSE;
}

/* “Linda (Dennis) Ireland”, “Robert "Bob" Germany” */
static gboolean
follows_an_enclosed_name (const AtlasReading *self,
                          guint i)
{
  const guint start = atlas_reading_get (self, i)->byte_start;
  AtlasToken given;

  return start > 2 && self->text[start - 1] == ' ' && atlas_candidate_is_place (atlas_reading_get (self, i)) &&
         (read_before_enclosed (self, start - 1, '(', ')', &given) || read_before_enclosed (self, start - 1, '"', '"', &given)) && given.is_capital &&
         atlas_reading_is_clue (self, ATLAS_CLUE_GIVEN, &given);
}

/* “Delia (Norway) Finn”: what she was called before she married. */
static gboolean
is_maiden_name (const AtlasReading *self,
                guint i)
{
  const AtlasCandidate *candidate = atlas_reading_get (self, i);
  AtlasToken given;
  AtlasToken surname;

  return candidate->byte_start > 2 && self->text[candidate->byte_start - 1] == '(' && atlas_reading_get_byte (self, candidate->byte_end) == ')' &&
         atlas_context_previous (self->text, candidate->byte_start - 1, &given) && given.is_capital &&
         atlas_reading_is_clue (self, ATLAS_CLUE_GIVEN, &given) &&
         atlas_context_next (self->text, self->length, candidate->byte_end + 1, &surname) && surname.is_capital;
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
  const AtlasNeighbour *before;
  const AtlasNeighbour *after;

  if (self->language != ATLAS_LANGUAGE_RU)
    return FALSE;
  before = atlas_reading_get_before (self, i);
  after = atlas_reading_get_after (self, i);
  return (after->exists && is_patronymic (&after->token)) ||
         (before->exists && is_patronymic (&before->token) && can_be_surname (self, i) && is_capital (self, i));
}

static gboolean
follows_a_given_name (const AtlasReading *self,
                      guint i)
{
  const AtlasNeighbour *before = atlas_reading_get_before (self, i);

  if (!before->exists || !before->token.is_capital)
    return FALSE;
  if (before->token.is_initial || atlas_neighbour_is (before, ATLAS_CLUE_GIVEN))
    return TRUE;
  return !atlas_neighbour_is (before, ATLAS_CLUE_TITLE) && !atlas_neighbour_is (before, ATLAS_CLUE_PLACE) &&
         !atlas_reading_is_candidate_at (self, i, before->token.offset) && !atlas_context_starts_sentence (self->text, before->token.offset) &&
         !atlas_reading_is_title_case (self, i);
}

/* --- What stands after ----------------------------------------------------------------- */

/* “in Israel”; “of Chad Berkheimer” tells less, but of a name that is seldom a
 * person's. */
static gboolean
stands_as_place (const AtlasReading *self,
                 guint i)
{
  guint context = atlas_candidate_get_context (atlas_reading_get (self, i));

  return atlas_reading_follows (self, i, ATLAS_CLUE_PLACE) &&
         ((context & ATLAS_CONTEXT_USUAL) != 0 || !atlas_reading_follows (self, i, ATLAS_CLUE_LOOSE));
}

static gboolean
precedes_a_surname (const AtlasReading *self,
                    guint i)
{
  const AtlasNeighbour *after = atlas_reading_get_after (self, i);

  return after->exists && after->token.is_capital && !atlas_neighbour_is (after, ATLAS_CLUE_TITLE) &&
         !atlas_reading_is_candidate_at (self, i, after->token.offset) && !stands_as_place (self, i) && !atlas_reading_is_title_case (self, i);
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
  const AtlasNeighbour *before = atlas_reading_get_before (self, i);
  AtlasToken after;

  if ((atlas_candidate_get_context (candidate) & ATLAS_CONTEXT_GIVEN) == 0 || !precedes_a_surname (self, i))
    return FALSE;
  if (atlas_context_next (self->text, self->length, atlas_reading_get_after (self, i)->token.end, &after) && after.is_capital)
    return FALSE;
  return candidate->rows[0]->language != self->language || atlas_context_starts_sentence (self->text, candidate->byte_start) ||
         (before->exists && (before->token.is_capital || atlas_neighbour_is (before, ATLAS_CLUE_AND) || g_str_equal (before->token.word, "by")));
}

/* “Cuba, 41,”, “London, 17, of Moscow”: an age, unless the figure belongs to the
 * next place: “5. Austria, 6. Italy” */
static gboolean
precedes_an_age (const AtlasReading *self,
                 guint i)
{
  const AtlasCandidate *candidate = atlas_reading_get (self, i);
  guint end = candidate->byte_end + 2;
  guint age = 0;

  if (!atlas_candidate_is_place (candidate) || !atlas_reading_stands_at (self, candidate->byte_end, ", ") ||
      !(can_be_person (self, i) || follows_a_given_name (self, i)))
    return FALSE;
  for (; g_ascii_isdigit (atlas_reading_get_byte (self, end)) && age <= MAX_AGE; end++)
    age = age * 10 + (guint) g_ascii_digit_value (self->text[end]);
  if (age < MIN_AGE || age > MAX_AGE || g_ascii_isdigit (atlas_reading_get_byte (self, end + 1)))
    return FALSE;
  if (atlas_reading_get_byte (self, end) != ',' && atlas_reading_get_byte (self, end) != '.')
    return FALSE;
  return !atlas_reading_is_candidate_at (self, i, end + 2) && !atlas_reading_follows (self, i, ATLAS_CLUE_PLACE);
}

/* “Poland Sr.” */
static gboolean
precedes_a_suffix (const AtlasReading *self,
                   guint i)
{
  const AtlasNeighbour *after = atlas_reading_get_after (self, i);

  return after->exists && after->token.is_capital && (g_str_equal (after->token.word, "sr") || g_str_equal (after->token.word, "jr")) &&
         atlas_candidate_is_place (atlas_reading_get (self, i));
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

static guint
count_given_names_behind (const AtlasReading *self,
                          guint i)
{
  guint offset = atlas_reading_get (self, i)->byte_end;
  guint n_given = 0;
  AtlasToken token;

  for (guint n = 0; n < MAX_LIST && read_next_item (self, offset, &token); n++)
    {
      AtlasToken surname;

      n_given += is_given_item (self, &token) && (!atlas_context_next (self->text, self->length, token.end, &surname) || !surname.is_capital);
      offset = token.end;
    }
  return n_given;
}

/* Steps over “, ” or “ and ” before @offset to the item that ends there. */
static gboolean
read_previous_item (const AtlasReading *self,
                    guint offset,
                    AtlasToken *token)
{
  guint end;

  if (offset > 2 && memcmp (self->text + offset - 2, ", ", 2) == 0)
    end = offset - 2;
  else if (atlas_context_previous (self->text, offset, token) && atlas_reading_is_clue (self, ATLAS_CLUE_AND, token) && token->offset > 1)
    end = token->offset - 1 - (self->text[token->offset - 2] == ',');
  else
    return FALSE;
  return atlas_context_word_ending_at (self->text, end, token) && token->is_capital;
}

static guint
count_given_names_before (const AtlasReading *self,
                          guint i)
{
  guint offset = atlas_reading_get (self, i)->byte_start;
  guint n_given = 0;
  AtlasToken token;

  for (guint n = 0; n < MAX_LIST && read_previous_item (self, offset, &token); n++)
    {
      n_given += is_given_item (self, &token);
      offset = token.offset;
    }
  return n_given;
}

static gboolean
is_among_given_names (const AtlasReading *self,
                      guint i)
{
  return can_be_person (self, i) && count_given_names_behind (self, i) + count_given_names_before (self, i) >= MIN_GIVEN;
}

static gboolean
is_given_name (const AtlasReading *self,
               guint i)
{
  return is_rare_given_name (self, i) || precedes_a_place_for_surname (self, i) ||
         ((atlas_candidate_get_context (atlas_reading_get (self, i)) & ATLAS_CONTEXT_PERSON) != 0 && precedes_a_surname (self, i));
}

static gboolean
is_last_name (const AtlasReading *self,
              guint i,
              gboolean follows_person)
{
  if (follows_a_title (self, i) || follows_a_known_given_name (self, i) || follows_an_enclosed_name (self, i) || is_maiden_name (self, i) ||
      precedes_an_age (self, i) || precedes_a_suffix (self, i) || is_among_given_names (self, i))
    return TRUE;
  if (follows_person && can_be_surname (self, i))
    return TRUE;
  return (atlas_candidate_get_context (atlas_reading_get (self, i)) & ATLAS_CONTEXT_PERSON) != 0 && follows_a_given_name (self, i);
}

/**
 * atlas_person_name_find:
 * @follows_person: whether the candidate before, with nothing but a space between,
 *   is a person's name
 *
 * Returns: what of a person's name candidate @i is, as the words beside it tell
 */
AtlasPersonName
atlas_person_name_find (const AtlasReading *reading,
                        guint i,
                        gboolean follows_person)
{
  if (atlas_reading_get (reading, i)->rows[0]->kind == ATLAS_FORM_LEADER)
    return ATLAS_PERSON_NAME_NONE;
  if (is_given_name (reading, i))
    return ATLAS_PERSON_NAME_GIVEN;
  return is_beside_a_patronymic (reading, i) || is_last_name (reading, i, follows_person) ? ATLAS_PERSON_NAME_LAST : ATLAS_PERSON_NAME_NONE;
}
