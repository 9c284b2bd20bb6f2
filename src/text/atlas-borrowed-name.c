/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-borrowed-name.h"

#include <string.h>

#define MAX_NAME_WORDS 3 /* “Lebanon Valley Rod and Gun Club” */
#define MAX_LIST 6
#define MAX_ROAD_DIGITS 3

static const AtlasForm *
get_form (const AtlasReading *self,
          guint i)
{
  return atlas_reading_get (self, i)->rows[0];
}

/* --- Newspapers, houses, roads ---------------------------------------------------------- */

/* “High Court” makes no school of India's. */
static gboolean
is_head (const AtlasReading *self,
         AtlasClue clue,
         const AtlasToken *token)
{
  AtlasToken after;

  if (!atlas_reading_is_clue (self, clue, token))
    return FALSE;
  return !g_str_equal (token->word, "high") || !atlas_context_next (self->text, self->length, token->end, &after) || !after.is_capital ||
         g_str_equal (after.word, "school");
}

static gboolean
is_other_country_at (const AtlasReading *self,
                     guint i,
                     guint offset)
{
  return i + 1 < self->candidates->len && atlas_reading_get (self, i + 1)->byte_start == offset &&
         !atlas_candidate_is_other (atlas_reading_get (self, i + 1));
}

/* “Kenya Grill”, “Cuba Rod and Gun Club”: capitals up to a word of the list, where
 * capitals tell something. */
static gboolean
leads_to (const AtlasReading *self,
          guint i,
          AtlasClue clue)
{
  const AtlasNeighbour *after = atlas_reading_get_after (self, i);
  guint offset = atlas_reading_get (self, i)->byte_end;
  AtlasToken token;

  if (!after->exists || !after->token.is_capital)
    return FALSE;
  for (guint n = 0; n < MAX_NAME_WORDS;)
    {
      if (!atlas_context_next (self->text, self->length, offset, &token) || is_other_country_at (self, i, token.offset))
        return FALSE;
      if (token.is_capital && is_head (self, clue, &token))
        return !atlas_reading_is_title_case (self, i);
      if (token.is_capital)
        n++;
      else if (n == 0 || !atlas_reading_is_clue (self, ATLAS_CLUE_AND, &token))
        return FALSE;
      offset = token.end;
    }
  return FALSE;
}

/* “the University of Georgia”, “Boy Scouts of America” */
static gboolean
follows_an_institution (const AtlasReading *self,
                        guint i)
{
  const AtlasNeighbour *before = atlas_reading_get_before (self, i);
  AtlasToken head;

  return before->exists && g_str_equal (before->token.word, "of") && atlas_context_previous (self->text, before->token.offset, &head) && head.is_capital &&
         atlas_reading_is_clue (self, ATLAS_CLUE_INSTITUTION, &head);
}

static gboolean
names_a_house (const AtlasReading *self,
               guint i)
{
  const AtlasNeighbour *before = atlas_reading_get_before (self, i);

  if (!atlas_candidate_is_place (atlas_reading_get (self, i)))
    return FALSE;
  if (leads_to (self, i, ATLAS_CLUE_HOUSE) || follows_an_institution (self, i))
    return TRUE;
  return (before->exists && before->token.is_capital && atlas_neighbour_is (before, ATLAS_CLUE_CLUB)) ||
         (self->language != ATLAS_LANGUAGE_EN && atlas_neighbour_is (before, ATLAS_CLUE_HOUSE));
}

/* “the American Legion”, “Polish Fest”, “улицу Болгарскую” */
static gboolean
names_a_hall (const AtlasReading *self,
              guint i)
{
  if (get_form (self, i)->kind != ATLAS_FORM_ADJECTIVE)
    return FALSE;
  return leads_to (self, i, ATLAS_CLUE_HALL) || (self->language == ATLAS_LANGUAGE_RU && atlas_reading_follows (self, i, ATLAS_CLUE_HALL));
}

/* “the Irkutsk Times”, “Peru Daily Tribune” */
static gboolean
names_a_newspaper (const AtlasReading *self,
                   guint i)
{
  const AtlasNeighbour *after = atlas_reading_get_after (self, i);
  AtlasToken second;

  if (!after->exists || !after->token.is_capital)
    return FALSE;
  if (!atlas_neighbour_is (after, ATLAS_CLUE_PAPER) &&
      !(atlas_candidate_is_place (atlas_reading_get (self, i)) && atlas_context_next (self->text, self->length, after->token.end, &second) &&
        second.is_capital && atlas_reading_is_clue (self, ATLAS_CLUE_PAPER, &second)))
    return FALSE;
  return !atlas_reading_is_title_case (self, i);
}

/* “U.S. 31”, “US Highway 50”; but “the U.S. 20 years ago” */
static gboolean
names_a_road (const AtlasReading *self,
              guint i)
{
  const AtlasCandidate *candidate = atlas_reading_get (self, i);
  const AtlasNeighbour *before = atlas_reading_get_before (self, i);
  guint end = candidate->byte_end;
  guint digits = 0;

  if (candidate->rows[0]->kind != ATLAS_FORM_ABBREVIATION || candidate->rows[0]->is_organisation)
    return FALSE;
  if (atlas_reading_precedes (self, i, ATLAS_CLUE_ROAD))
    return TRUE;
  if (atlas_reading_get_byte (self, end) != ' ' && atlas_reading_get_byte (self, end) != '-')
    return FALSE;
  for (end++; g_ascii_isdigit (atlas_reading_get_byte (self, end)) && digits <= MAX_ROAD_DIGITS; end++)
    digits++;
  if (digits == 0 || digits > MAX_ROAD_DIGITS || atlas_reading_get_byte (self, end) == '%' ||
      (atlas_reading_get_byte (self, end) == ',' && g_ascii_isdigit (atlas_reading_get_byte (self, end + 1))))
    return FALSE;
  return !before->exists || !g_str_equal (before->token.word, "the");
}

/* --- Quotation marks ---------------------------------------------------------------------- */

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

/* What stands directly before it; FALSE at the beginning of the text. */
static gboolean
find_before (const AtlasReading *self,
             guint i,
             const char **before)
{
  const char *start = self->text + atlas_reading_get (self, i)->byte_start;

  if (start == self->text)
    return FALSE;
  *before = g_utf8_prev_char (start);
  return TRUE;
}

/* “кинотеатр «Баку»”: the name alone in quotation marks, behind what bears it;
 * “кафе «Турция у моря»”: not alone, but behind a word for such a house. */
static gboolean
is_quoted (const AtlasReading *self,
           guint i)
{
  const AtlasCandidate *candidate = atlas_reading_get (self, i);
  AtlasToken before;
  const char *quote;

  if (candidate->byte_end >= self->length || !find_before (self, i, &quote) || !is_opening_quote (g_utf8_get_char (quote)) ||
      !atlas_context_previous (self->text, (guint) (quote - self->text), &before))
    return FALSE;
  if (atlas_reading_is_clue (self, ATLAS_CLUE_HOUSE, &before))
    return TRUE;
  return is_closing_quote (g_utf8_get_char (self->text + candidate->byte_end)) &&
         (!before.is_capital || atlas_context_starts_sentence (self->text, before.offset));
}

/* “«Динамо» Киев” */
static gboolean
follows_a_quoted_club (const AtlasReading *self,
                       guint i)
{
  const char *space;

  if (get_form (self, i)->kind != ATLAS_FORM_CAPITAL || self->language != ATLAS_LANGUAGE_RU || !find_before (self, i, &space) || *space != ' ' ||
      space == self->text)
    return FALSE;
  return g_utf8_get_char (g_utf8_prev_char (space)) == 0xbb;
}

/* --- Languages ------------------------------------------------------------------------------ */

/* Where a list such as “шведский, датский и исландский” begins. */
static guint
find_list_start (const AtlasReading *self,
                 guint i)
{
  guint offset = atlas_reading_get (self, i)->byte_start;
  AtlasToken token;

  for (guint n = 0; n < MAX_LIST; n++)
    {
      guint end;

      if (offset > 2 && memcmp (self->text + offset - 2, ", ", 2) == 0)
        end = offset - 2;
      else if (atlas_context_previous (self->text, offset, &token) && token.offset > 0 && atlas_reading_is_clue (self, ATLAS_CLUE_AND, &token) &&
               !atlas_reading_is_clue (self, ATLAS_CLUE_TONGUE, &token))
        end = token.offset - 1;
      else
        break;
      if (end > 0 && self->text[end - 1] == ',')
        end--;
      if (!atlas_context_word_ending_at (self->text, end, &token))
        break;
      offset = token.offset;
    }
  return offset;
}

static gboolean
is_pause (const AtlasReading *self,
          const AtlasToken *token)
{
  return !token->is_capital && atlas_reading_is_clue (self, ATLAS_CLUE_PAUSE, token);
}

/* Whether nothing follows that an adjective could belong to, also behind the next
 * adjective of a list: “på ryska och svenska fartyg”. */
static gboolean
is_at_pause (const AtlasReading *self,
             guint i)
{
  const AtlasNeighbour *after = atlas_reading_get_after (self, i);
  AtlasToken item;
  AtlasToken next;

  if (!after->exists)
    return TRUE;
  if (!is_pause (self, &after->token))
    return FALSE;
  if (!atlas_neighbour_is (after, ATLAS_CLUE_AND) || !atlas_context_next (self->text, self->length, after->token.end, &item) ||
      !is_other_country_at (self, i, item.offset) || get_form (self, i + 1)->kind != ATLAS_FORM_ADJECTIVE)
    return TRUE;
  return !atlas_context_next (self->text, self->length, item.end, &next) || is_pause (self, &next);
}

/* “Русский остаётся языком”, “Svenska talas”: in English the people are as likely. */
static gboolean
is_language_for_subject (const AtlasReading *self,
                         guint i)
{
  return self->language != ATLAS_LANGUAGE_EN && atlas_reading_precedes (self, i, ATLAS_CLUE_PAUSE) && !atlas_reading_precedes (self, i, ATLAS_CLUE_AND) &&
         atlas_context_starts_sentence (self->text, atlas_reading_get (self, i)->byte_start);
}

/* “speaks Russian at home”, “talade på ryska.”, “учат казахский и китайский”:
 * nothing that an adjective could belong to follows. “Russian lessons” */
static gboolean
names_a_language (const AtlasReading *self,
                  guint i)
{
  AtlasToken before;

  if (get_form (self, i)->kind != ATLAS_FORM_ADJECTIVE || atlas_reading_get (self, i)->is_compound)
    return FALSE;
  if (atlas_reading_precedes (self, i, ATLAS_CLUE_LANGUAGE) || is_language_for_subject (self, i))
    return TRUE;
  return is_at_pause (self, i) && atlas_context_previous (self->text, find_list_start (self, i), &before) &&
         atlas_reading_is_clue (self, ATLAS_CLUE_TONGUE, &before);
}

/* --- Dishes, breeds, plants ------------------------------------------------------------------ */

/* “Canadian bacon”, “Swedish fruit soup” */
static gboolean
names_a_dish (const AtlasReading *self,
              guint i)
{
  const AtlasNeighbour *after = atlas_reading_get_after (self, i);
  AtlasToken second;

  if (get_form (self, i)->kind != ATLAS_FORM_ADJECTIVE || !after->exists)
    return FALSE;
  if (atlas_neighbour_is (after, ATLAS_CLUE_DISH))
    return TRUE;
  return !after->token.is_capital && atlas_context_next (self->text, self->length, after->token.end, &second) && !second.is_capital &&
         atlas_reading_is_clue (self, ATLAS_CLUE_DISH, &second);
}

/**
 * atlas_borrowed_name_find:
 *
 * Returns: what, as the words beside candidate @i tell, has taken its name
 */
AtlasBorrower
atlas_borrowed_name_find (const AtlasReading *reading,
                          guint i)
{
  if (names_a_language (reading, i))
    return ATLAS_BORROWER_LANGUAGE;
  if (names_a_newspaper (reading, i) || names_a_dish (reading, i) || names_a_road (reading, i) || names_a_hall (reading, i))
    return ATLAS_BORROWER_THING;
  if (names_a_house (reading, i))
    return ATLAS_BORROWER_HOUSE;
  if (atlas_candidate_is_place (atlas_reading_get (reading, i)) && (is_quoted (reading, i) || follows_a_quoted_club (reading, i)))
    return ATLAS_BORROWER_THING;
  return ATLAS_BORROWER_NONE;
}
