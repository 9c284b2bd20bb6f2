/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-resolver.h"

#include "atlas-borrowed-name.h"
#include "atlas-context.h"

#include <string.h>

#define MAX_GLUE 12          /* bytes between two items of a list: “, and ” */
#define NEAR 160             /* bytes: about a sentence */
#define MAX_FOREIGN_WEIGHT 3 /* one long text about the world decides nothing */

struct _AtlasResolver
{
  AtlasGazetteer *gazetteer;
  guint16 *target_of; /* by AtlasForm.index */
  guint n_targets;
  guint usa;
};

typedef enum
{
  VERDICT_OPEN, /* the rule does not decide; the next one may */
  VERDICT_DOUBT,
  VERDICT_DROP
} Verdict;

typedef struct
{
  const AtlasResolver *resolver;
  const char *text;
  guint length;
  AtlasLanguage language;
  const AtlasDate *date;
  const GArray *candidates;

  gboolean *dropped;    /* by candidate: the words beside it settle that it names nothing */
  guint *certain;       /* by target: mentions without another reading */
  gboolean *person;     /* by target: the text has a person of that name */
  GPtrArray *elsewhere; /* AtlasForm*: the text uses it for a town or a person */
  guint n_countries;    /* certain mentions of countries */
  guint n_all;          /* certain mentions */
  guint n_state_clues;
  guint n_abroad; /* certain mentions of countries other than the USA by words that are no towns there */
} Resolution;

/**
 * atlas_resolver_new:
 *
 * Returns: (transfer full):
 */
AtlasResolver *
atlas_resolver_new (AtlasGazetteer *gazetteer)
{
  AtlasResolver *self = g_new0 (AtlasResolver, 1);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;
  const AtlasForm *const *forms = atlas_gazetteer_get_forms (gazetteer, &n);

  self->gazetteer = atlas_gazetteer_ref (gazetteer);
  self->target_of = g_new0 (guint16, MAX (n, 1));
  self->usa = G_MAXUINT;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strconcat (forms[i]->is_organisation ? "org:" : "", forms[i]->target, NULL);
      gpointer id = g_hash_table_lookup (ids, key);

      if (id == NULL)
        {
          id = GUINT_TO_POINTER (++self->n_targets);
          g_hash_table_insert (ids, g_strdup (key), id);
        }
      self->target_of[i] = (guint16) (GPOINTER_TO_UINT (id) - 1);
      if (g_str_equal (key, "US"))
        self->usa = self->target_of[i];
    }
  return self;
}

void
atlas_resolver_free (AtlasResolver *self)
{
  g_free (self->target_of);
  atlas_gazetteer_unref (self->gazetteer);
  g_free (self);
}

static const AtlasCandidate *
get (const Resolution *self,
     guint i)
{
  return &g_array_index (self->candidates, AtlasCandidate, i);
}

static guint
target_of (const Resolution *self,
           const AtlasForm *form)
{
  return self->resolver->target_of[form->index];
}

static gboolean
is_other (const AtlasCandidate *candidate)
{
  return candidate->rows[0]->kind == ATLAS_FORM_OTHER;
}

static gboolean
is_clue (const Resolution *self,
         AtlasClue clue,
         const char *word)
{
  return atlas_gazetteer_is_clue (self->resolver->gazetteer, clue, self->language, word);
}

static guint
get_context (const AtlasCandidate *candidate)
{
  guint context = 0;

  for (guint i = 0; i < candidate->n_rows; i++)
    context |= candidate->rows[i]->context;
  return context;
}

static gboolean
has_one_target (const Resolution *self,
                const AtlasCandidate *candidate)
{
  for (guint i = 1; i < candidate->n_rows; i++)
    if (target_of (self, candidate->rows[i]) != target_of (self, candidate->rows[0]))
      return FALSE;
  return TRUE;
}

/* --- What stands beside a candidate ------------------------------------------------ */

/* “, ”, “ and ”, “ och ”, “/”, “–” between two candidates. */
static gboolean
joins_a_list (const Resolution *self,
              guint start,
              guint end)
{
  g_autofree char *glue = NULL;
  g_autofree char *small = NULL;
  char *word;

  if (end <= start || end - start > MAX_GLUE)
    return FALSE;
  glue = g_strndup (self->text + start, end - start);
  if (strchr (glue, '\n') != NULL)
    return FALSE;
  small = g_utf8_strdown (glue, -1);
  word = g_strstrip (g_strdelimit (small, ",", ' '));
  if (*word == '\0')
    return memchr (self->text + start, ',', end - start) != NULL;
  return g_str_equal (word, "-") || g_str_equal (word, "–") || g_str_equal (word, "/") || is_clue (self, ATLAS_CLUE_AND, word);
}

static const AtlasCandidate *
find_neighbour (const Resolution *self,
                guint i,
                gboolean after)
{
  const AtlasCandidate *candidate = get (self, i);

  if (after && i + 1 < self->candidates->len && joins_a_list (self, candidate->byte_end, get (self, i + 1)->byte_start))
    return get (self, i + 1);
  if (!after && i > 0 && joins_a_list (self, get (self, i - 1)->byte_end, candidate->byte_start))
    return get (self, i - 1);
  return NULL;
}

static gboolean
has_company (const Resolution *self,
             guint i)
{
  for (guint side = 0; side < 2; side++)
    {
      const AtlasCandidate *neighbour = find_neighbour (self, i, side > 0);

      if (neighbour != NULL && !is_other (neighbour) && !self->dropped[neighbour - get (self, 0)] &&
          target_of (self, neighbour->rows[0]) != target_of (self, get (self, i)->rows[0]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_state_beside (const Resolution *self,
                  guint i)
{
  for (guint side = 0; side < 2; side++)
    {
      const AtlasCandidate *neighbour = find_neighbour (self, i, side > 0);

      if (neighbour != NULL && is_other (neighbour) && (get_context (neighbour) & ATLAS_CONTEXT_STATE) != 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
stands_after_place_word (const Resolution *self,
                         const AtlasCandidate *candidate)
{
  AtlasToken before;

  return atlas_context_previous (self->text, candidate->byte_start, &before) && is_clue (self, ATLAS_CLUE_PLACE, before.word);
}

static gboolean
is_candidate_at (const Resolution *self,
                 guint i,
                 guint offset)
{
  if (i > 0 && offset >= get (self, i - 1)->byte_start && offset < get (self, i - 1)->byte_end)
    return TRUE;
  return i + 1 < self->candidates->len && get (self, i + 1)->byte_start == offset;
}

/* --- Rules that the words beside settle ---------------------------------------------- */

static gboolean
is_at_pause (const Resolution *self,
             guint offset)
{
  return offset >= self->length || strchr (",.;)\n", self->text[offset]) != NULL;
}

/* “Moscow, Idaho”, “Athens, Georgia”, “Cuba, Ohio”: @i is the town. A country may
 * also stand in a list with states, which goes on. */
static gboolean
is_town_in_a_state (const Resolution *self,
                    guint i)
{
  const AtlasCandidate *candidate = get (self, i);
  const AtlasCandidate *after;

  if (i + 1 >= self->candidates->len)
    return FALSE;
  after = get (self, i + 1);
  if (after->byte_start != candidate->byte_end + 2 || memcmp (self->text + candidate->byte_end, ", ", 2) != 0)
    return FALSE;
  if ((get_context (after) & ATLAS_CONTEXT_STATE) == 0 || target_of (self, after->rows[0]) == target_of (self, candidate->rows[0]))
    return FALSE;
  return candidate->rows[0]->kind == ATLAS_FORM_CAPITAL ||
         (candidate->rows[0]->kind == ATLAS_FORM_NAME && is_other (after) && find_neighbour (self, i, FALSE) == NULL &&
          find_neighbour (self, i + 1, TRUE) == NULL && is_at_pause (self, after->byte_end));
}

static gboolean
follows_a_title (const Resolution *self,
                 const AtlasCandidate *candidate)
{
  AtlasToken before;

  return atlas_context_previous (self->text, candidate->byte_start, &before) && is_clue (self, ATLAS_CLUE_HONORIFIC, before.word);
}

static gboolean
precedes_a_surname (const Resolution *self,
                    guint i)
{
  const AtlasCandidate *candidate = get (self, i);
  AtlasToken after;

  if (!atlas_context_next (self->text, self->length, candidate->byte_end, &after) || !after.is_capital)
    return FALSE;
  return !is_clue (self, ATLAS_CLUE_TITLE, after.word) && !is_candidate_at (self, i, after.offset) &&
         !stands_after_place_word (self, candidate) &&
         !atlas_context_is_title_case (self->text, self->length, candidate->byte_start);
}

static gboolean
follows_a_given_name (const Resolution *self,
                      guint i)
{
  const AtlasCandidate *candidate = get (self, i);
  AtlasToken before;

  if (!atlas_context_previous (self->text, candidate->byte_start, &before) || !before.is_capital)
    return FALSE;
  if (before.is_initial || is_clue (self, ATLAS_CLUE_GIVEN, before.word))
    return TRUE;
  return !is_clue (self, ATLAS_CLUE_TITLE, before.word) && !is_clue (self, ATLAS_CLUE_PLACE, before.word) &&
         !is_candidate_at (self, i, before.offset) && !atlas_context_starts_sentence (self->text, before.offset) &&
         !atlas_context_is_title_case (self->text, self->length, candidate->byte_start);
}

static gboolean
names_a_person (const Resolution *self,
                guint i)
{
  return follows_a_given_name (self, i) || precedes_a_surname (self, i);
}

/* “Израиль Моисеевич”, whatever the name */
static gboolean
precedes_a_patronymic (const Resolution *self,
                       guint i)
{
  static const char *const endings[] = { "ович", "евич", "овна", "евна", "овича", "евича", "овны", "евны", "овичу", "евичу", "овне", "евне", "овичем", "евичем" };
  AtlasToken after;

  if (self->language != ATLAS_LANGUAGE_RU || !atlas_context_next (self->text, self->length, get (self, i)->byte_end, &after) || !after.is_capital)
    return FALSE;
  for (guint j = 0; j < G_N_ELEMENTS (endings); j++)
    if (g_str_has_suffix (after.word, endings[j]))
      return TRUE;
  return FALSE;
}

/* “Иван Польша”, “Walter Germany” */
static gboolean
follows_a_known_given_name (const Resolution *self,
                            guint i)
{
  const AtlasCandidate *candidate = get (self, i);
  AtlasToken before;

  return candidate->rows[0]->kind == ATLAS_FORM_NAME && !candidate->rows[0]->is_organisation &&
         atlas_context_previous (self->text, candidate->byte_start, &before) && before.is_capital && is_clue (self, ATLAS_CLUE_GIVEN, before.word) &&
         !is_candidate_at (self, i, before.offset);
}

/* “India Marlowe wore”: two words at the start of a sentence, or in a list. */
static gboolean
is_given_name (const Resolution *self,
               guint i)
{
  const AtlasCandidate *candidate = get (self, i);
  AtlasToken before;
  AtlasToken surname;
  AtlasToken after;

  if ((get_context (candidate) & ATLAS_CONTEXT_GIVEN) == 0 || !precedes_a_surname (self, i) ||
      !atlas_context_next (self->text, self->length, candidate->byte_end, &surname))
    return FALSE;
  if (atlas_context_next (self->text, self->length, surname.offset + (guint) strlen (surname.word), &after) && after.is_capital)
    return FALSE;
  return candidate->rows[0]->language != self->language || atlas_context_starts_sentence (self->text, candidate->byte_start) ||
         (atlas_context_previous (self->text, candidate->byte_start, &before) &&
          (before.is_capital || is_clue (self, ATLAS_CLUE_AND, before.word) || g_str_equal (before.word, "by")));
}

static gboolean
is_in_office (const Resolution *self,
              const AtlasForm *form)
{
  return self->date == NULL ? form->to == ATLAS_DAY_MAX : self->date->latest >= form->from && self->date->earliest < form->to;
}

static gboolean
is_settled (Resolution *self,
            guint i)
{
  const AtlasCandidate *candidate = get (self, i);

  if (is_town_in_a_state (self, i) || precedes_a_patronymic (self, i) || follows_a_known_given_name (self, i) ||
      is_given_name (self, i))
    {
      g_ptr_array_add (self->elsewhere, (gpointer) candidate->rows[0]);
      return TRUE;
    }
  if (atlas_borrowed_name_is (self->resolver->gazetteer, self->language, self->text, self->length, candidate) || (i > 0 && is_town_in_a_state (self, i - 1)))
    return TRUE;
  if (candidate->rows[0]->kind == ATLAS_FORM_LEADER)
    return FALSE;
  if (!follows_a_title (self, candidate) && ((get_context (candidate) & ATLAS_CONTEXT_PERSON) == 0 || !names_a_person (self, i)))
    return FALSE;
  self->person[target_of (self, candidate->rows[0])] = TRUE;
  return TRUE;
}

/* --- Counting ------------------------------------------------------------------------- */

static gboolean
is_certain (const Resolution *self,
            const AtlasCandidate *candidate)
{
  guint context = get_context (candidate);
  guint open = context & ~(guint) (ATLAS_CONTEXT_OWN | ATLAS_CONTEXT_USUAL | ATLAS_CONTEXT_GIVEN | ATLAS_CONTEXT_TOWN);

  if ((context & ATLAS_CONTEXT_USUAL) != 0)
    open &= ~(guint) ATLAS_CONTEXT_PERSON;
  if (open != 0 || !has_one_target (self, candidate))
    return FALSE;
  return candidate->rows[0]->kind != ATLAS_FORM_LEADER || is_in_office (self, candidate->rows[0]);
}

static void
count_candidate (Resolution *self,
                 guint i)
{
  const AtlasCandidate *candidate = get (self, i);

  if (is_other (candidate))
    {
      self->n_state_clues += (get_context (candidate) & ATLAS_CONTEXT_STATE) != 0;
      return;
    }
  self->dropped[i] = is_settled (self, i);
  if (self->dropped[i] || !is_certain (self, candidate))
    return;
  self->certain[target_of (self, candidate->rows[0])]++;
  self->n_countries += !candidate->rows[0]->is_organisation;
  self->n_all++;
  self->n_abroad += !candidate->rows[0]->is_organisation && target_of (self, candidate->rows[0]) != self->resolver->usa &&
                    candidate->rows[0]->kind != ATLAS_FORM_CAPITAL && (get_context (candidate) & ATLAS_CONTEXT_TOWN) == 0;
}

/* --- Rules for what the whole text tells -------------------------------------------------- */

/* Whether the text names the country in other words than @form. */
static gboolean
is_named_otherwise (const Resolution *self,
                    const AtlasForm *form)
{
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const AtlasCandidate *other = get (self, i);

      if (other->rows[0] != form && !is_other (other) && !self->dropped[i] && target_of (self, other->rows[0]) == target_of (self, form) &&
          is_certain (self, other))
        return TRUE;
    }
  return FALSE;
}

static guint
count_usa (const Resolution *self)
{
  return self->resolver->usa < self->resolver->n_targets ? self->certain[self->resolver->usa] : 0;
}

/* “Moscow, Idaho” once, and “Moscow” is that town in the rest of the text. Among
 * states of the USA, and with nothing from abroad, “Athens” is a town there too. */
static gboolean
is_elsewhere (const Resolution *self,
              guint i)
{
  const AtlasForm *form = get (self, i)->rows[0];

  if (self->elsewhere->len > 0 && g_ptr_array_find (self->elsewhere, form, NULL))
    return !is_named_otherwise (self, form);
  if (self->n_state_clues < 2 || self->n_abroad > 0 || count_usa (self) > 0 || target_of (self, form) == self->resolver->usa)
    return FALSE;
  return form->kind == ATLAS_FORM_CAPITAL || (form->context & ATLAS_CONTEXT_TOWN) != 0;
}

/* --- Rules for each reading ------------------------------------------------------------- */

static gboolean
begins_headline (const Resolution *self,
                 guint i)
{
  const AtlasCandidate *candidate = get (self, i);
  AtlasToken after;

  return candidate->rows[0]->kind == ATLAS_FORM_ABBREVIATION && !candidate->rows[0]->is_organisation &&
         atlas_context_starts_sentence (self->text, candidate->byte_start) &&
         atlas_context_next (self->text, self->length, candidate->byte_end, &after) && !is_clue (self, ATLAS_CLUE_AND, after.word);
}

static Verdict
judge_capitals (const Resolution *self,
                guint i,
                AtlasReason *reason)
{
  if (!atlas_context_is_in_capitals (self->text, self->length, get (self, i)->byte_start))
    return VERDICT_OPEN;
  if (has_company (self, i))
    {
      *reason = ATLAS_REASON_COMPANY;
      return VERDICT_OPEN;
    }
  /* “US TROOPS FIRE”: what begins a headline is no object. */
  if (begins_headline (self, i))
    {
      *reason = ATLAS_REASON_USUAL;
      return VERDICT_OPEN;
    }
  *reason = ATLAS_REASON_UNSURE;
  return self->n_countries > 0 ? VERDICT_DOUBT : VERDICT_DROP;
}

static Verdict
judge_start (const Resolution *self,
             guint i,
             AtlasReason *reason)
{
  const AtlasCandidate *candidate = get (self, i);
  AtlasToken after;
  guint n;

  if (!atlas_context_starts_sentence (self->text, candidate->byte_start))
    return VERDICT_OPEN;
  /* Where the word would be a verb, an object follows it. */
  atlas_gazetteer_get_clues (self->resolver->gazetteer, ATLAS_CLUE_OBJECT, self->language, &n);
  if (n > 0)
    return atlas_context_next (self->text, self->length, candidate->byte_end, &after) && is_clue (self, ATLAS_CLUE_OBJECT, after.word)
               ? VERDICT_DROP
               : VERDICT_OPEN;
  if (self->certain[target_of (self, candidate->rows[0])] == 0 && !has_company (self, i))
    return VERDICT_DROP;
  *reason = ATLAS_REASON_NAMED_ELSEWHERE;
  return VERDICT_OPEN;
}

static gboolean
is_food (const AtlasCandidate *candidate)
{
  return is_other (candidate) && (get_context (candidate) & ATLAS_CONTEXT_FOOD) != 0;
}

static gboolean
has_food_near (const Resolution *self,
               guint i)
{
  guint place = get (self, i)->byte_start;

  for (guint j = i; j > 0 && place - get (self, j - 1)->byte_start < NEAR; j--)
    if (is_food (get (self, j - 1)))
      return TRUE;
  for (guint j = i + 1; j < self->candidates->len && get (self, j)->byte_start - place < NEAR; j++)
    if (is_food (get (self, j)))
      return TRUE;
  return FALSE;
}

static Verdict
judge_food (const Resolution *self,
            guint i,
            AtlasReason *reason)
{
  const AtlasCandidate *candidate = get (self, i);

  if (!has_food_near (self, i))
    return VERDICT_OPEN;
  if (self->certain[target_of (self, candidate->rows[0])] > 0)
    *reason = ATLAS_REASON_NAMED_ELSEWHERE;
  else if (has_company (self, i))
    *reason = ATLAS_REASON_COMPANY;
  else if (stands_after_place_word (self, candidate) && self->n_countries > 0)
    *reason = ATLAS_REASON_PLACE;
  else
    return VERDICT_DROP;
  return VERDICT_OPEN;
}

static Verdict
judge_person (const Resolution *self,
              guint i,
              AtlasReason *reason)
{
  const AtlasCandidate *candidate = get (self, i);
  guint target = target_of (self, candidate->rows[0]);

  if (stands_after_place_word (self, candidate))
    *reason = ATLAS_REASON_PLACE;
  else if (has_company (self, i))
    *reason = ATLAS_REASON_COMPANY;
  else if (self->person[target])
    return VERDICT_DROP;
  else if (self->certain[target] > 0)
    *reason = ATLAS_REASON_NAMED_ELSEWHERE;
  else if ((get_context (candidate) & ATLAS_CONTEXT_USUAL) != 0)
    return VERDICT_OPEN;
  else if (self->n_all > 0)
    *reason = ATLAS_REASON_USUAL;
  else
    {
      *reason = ATLAS_REASON_UNSURE;
      return VERDICT_DOUBT;
    }
  return VERDICT_OPEN;
}

static Verdict
judge_state (const Resolution *self,
             guint i,
             AtlasReason *reason)
{
  const AtlasCandidate *candidate = get (self, i);
  guint named = self->certain[target_of (self, candidate->rows[0])];
  guint usa = count_usa (self);
  guint foreign = self->n_countries - MIN (self->n_countries, usa + named);
  gboolean is_usual = (get_context (candidate) & ATLAS_CONTEXT_USUAL) != 0;
  guint home = 3 * named + MIN (foreign, MAX_FOREIGN_WEIGHT) + (self->n_all > self->n_countries) + is_usual;
  guint away = 2 * self->n_state_clues + (usa > 0);

  if (has_state_beside (self, i))
    return VERDICT_DROP;
  if (has_company (self, i) && self->n_state_clues == 0)
    home += MAX_FOREIGN_WEIGHT;
  *reason = named > 0 ? ATLAS_REASON_NAMED_ELSEWHERE : foreign > 0 ? ATLAS_REASON_COMPANY
                                                                   : ATLAS_REASON_USUAL;
  if (home > away)
    return VERDICT_OPEN;
  *reason = ATLAS_REASON_UNSURE;
  return home < away ? VERDICT_DROP : VERDICT_DOUBT;
}

static Verdict
judge_river (const Resolution *self,
             guint i,
             AtlasReason *reason)
{
  const AtlasCandidate *candidate = get (self, i);
  AtlasToken beside;

  if (atlas_context_previous (self->text, candidate->byte_start, &beside) && is_clue (self, ATLAS_CLUE_RIVER, beside.word))
    return VERDICT_DROP;
  if (atlas_context_next (self->text, self->length, candidate->byte_end, &beside) && is_clue (self, ATLAS_CLUE_RIVER, beside.word))
    return VERDICT_DROP;
  return VERDICT_OPEN;
}

static Verdict
judge_metonym (const Resolution *self,
               guint i,
               AtlasReason *reason)
{
  gboolean named = self->certain[target_of (self, get (self, i)->rows[0])] > 0;

  *reason = named ? ATLAS_REASON_NAMED_ELSEWHERE : ATLAS_REASON_UNSURE_METONYM;
  return named ? VERDICT_OPEN : VERDICT_DOUBT;
}

static Verdict
judge_needs (const Resolution *self,
             guint i,
             AtlasReason *reason)
{
  const AtlasForm *form = get (self, i)->rows[0];
  gboolean named = form->is_organisation ? self->n_all > 0 : self->certain[target_of (self, form)] > 0;

  *reason = named ? ATLAS_REASON_NAMED_ELSEWHERE : ATLAS_REASON_UNSURE;
  if (named)
    return VERDICT_OPEN;
  return form->is_organisation || (form->context & ATLAS_CONTEXT_WORD) != 0 ? VERDICT_DROP : VERDICT_DOUBT;
}

static Verdict
judge_leader (const Resolution *self,
              guint i,
              AtlasReason *reason)
{
  const AtlasForm *form = get (self, i)->rows[0];

  if (self->date == NULL && form->to != ATLAS_DAY_MAX)
    {
      *reason = ATLAS_REASON_UNSURE_PERIOD;
      return VERDICT_DOUBT;
    }
  if (self->date != NULL)
    *reason = ATLAS_REASON_PERIOD;
  return is_in_office (self, form) ? VERDICT_OPEN : VERDICT_DROP;
}

typedef Verdict (*Judge) (const Resolution *self, guint i, AtlasReason *reason);

static const struct
{
  guint context;
  Judge judge;
} rules[] = {
  { ATLAS_CONTEXT_CAPITALS, judge_capitals },
  { ATLAS_CONTEXT_START, judge_start },
  { ATLAS_CONTEXT_RIVER, judge_river },
  { ATLAS_CONTEXT_FOOD, judge_food },
  { ATLAS_CONTEXT_STATE, judge_state },
  { ATLAS_CONTEXT_NEEDS | ATLAS_CONTEXT_WORD, judge_needs },
  { ATLAS_CONTEXT_PERSON, judge_person },
  { ATLAS_CONTEXT_METONYM, judge_metonym },
};

/* --- Mentions ------------------------------------------------------------------------------ */

static void
add_mention (const AtlasCandidate *candidate,
             const AtlasForm *form,
             AtlasReason reason,
             gboolean doubtful,
             AtlasMentions *mentions)
{
  atlas_mentions_add (mentions, &(AtlasMention) {
                                    .start = candidate->start,
                                    .end = candidate->end,
                                    .byte_start = candidate->byte_start,
                                    .byte_end = candidate->byte_end,
                                    .target = form->target,
                                    .form = form,
                                    .kind = form->kind,
                                    .reason = reason,
                                    .is_organisation = form->is_organisation,
                                    .doubtful = doubtful,
                                });
}

static gboolean
is_repeated (const Resolution *self,
             const AtlasCandidate *candidate,
             guint row)
{
  for (guint i = 0; i < row; i++)
    if (target_of (self, candidate->rows[i]) == target_of (self, candidate->rows[row]))
      return TRUE;
  return FALSE;
}

/* Of several countries that bear a name, the one that the text names otherwise;
 * else the usual one, unless the text names more than one of them. */
static const AtlasForm *
choose_shared (const Resolution *self,
               const AtlasCandidate *candidate,
               AtlasReason *reason)
{
  const AtlasForm *named = NULL;
  guint n_named = 0;

  for (guint i = 0; i < candidate->n_rows; i++)
    if (!is_repeated (self, candidate, i) && self->certain[target_of (self, candidate->rows[i])] > 0)
      {
        named = candidate->rows[i];
        n_named++;
      }
  *reason = ATLAS_REASON_NAMED_ELSEWHERE;
  if (n_named == 1)
    return named;
  *reason = ATLAS_REASON_USUAL;
  for (guint i = 0; i < candidate->n_rows && n_named == 0; i++)
    if ((candidate->rows[i]->context & ATLAS_CONTEXT_USUAL) != 0)
      return candidate->rows[i];
  return NULL;
}

static void
add_all (const Resolution *self,
         const AtlasCandidate *candidate,
         AtlasReason reason,
         gboolean doubtful,
         AtlasMentions *mentions)
{
  for (guint i = 0; i < candidate->n_rows; i++)
    if (!is_repeated (self, candidate, i))
      add_mention (candidate, candidate->rows[i], reason, doubtful, mentions);
}

static void
resolve (const Resolution *self,
         guint i,
         AtlasMentions *mentions)
{
  const AtlasCandidate *candidate = get (self, i);
  AtlasReason reason = candidate->is_compound ? ATLAS_REASON_COMPOUND : ATLAS_REASON_FORM;
  guint context = get_context (candidate);
  Verdict verdict = VERDICT_OPEN;

  for (guint rule = 0; rule < G_N_ELEMENTS (rules) && verdict == VERDICT_OPEN; rule++)
    if ((context & rules[rule].context) != 0)
      verdict = rules[rule].judge (self, i, &reason);
  if (verdict == VERDICT_OPEN && candidate->rows[0]->kind == ATLAS_FORM_LEADER)
    verdict = judge_leader (self, i, &reason);
  if (verdict == VERDICT_DROP)
    return;

  if ((context & ATLAS_CONTEXT_SHARED) != 0)
    {
      const AtlasForm *chosen = choose_shared (self, candidate, &reason);

      if (chosen != NULL)
        add_mention (candidate, chosen, reason, verdict == VERDICT_DOUBT, mentions);
      else
        add_all (self, candidate, ATLAS_REASON_UNSURE_SHARED, TRUE, mentions);
    }
  else
    add_all (self, candidate, reason, verdict == VERDICT_DOUBT, mentions);
}

/**
 * atlas_resolver_resolve:
 * @candidates: (element-type AtlasCandidate): in the order of the text
 * @language: of the text
 * @date: (nullable): when it was written
 *
 * Returns: (transfer full): what the candidates name
 */
AtlasMentions *
atlas_resolver_resolve (const AtlasResolver *self,
                        const char *text,
                        gsize length,
                        AtlasLanguage language,
                        const AtlasDate *date,
                        const GArray *candidates)
{
  AtlasMentions *mentions = atlas_mentions_new (self->gazetteer, language);
  g_autofree gboolean *dropped = g_new0 (gboolean, MAX (candidates->len, 1));
  g_autofree guint *certain = g_new0 (guint, MAX (self->n_targets, 1));
  g_autofree gboolean *person = g_new0 (gboolean, MAX (self->n_targets, 1));
  g_autoptr (GPtrArray) elsewhere = g_ptr_array_new ();
  Resolution resolution = { self, text, (guint) length, language, date, candidates, dropped, certain, person, elsewhere, 0, 0, 0, 0 };

  for (guint i = 0; i < candidates->len; i++)
    count_candidate (&resolution, i);
  for (guint i = 0; i < candidates->len; i++)
    if (!is_other (get (&resolution, i)) && !dropped[i] && !is_elsewhere (&resolution, i))
      resolve (&resolution, i, mentions);
  return mentions;
}
