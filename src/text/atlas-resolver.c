/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-resolver.h"

#include "atlas-borrowed-name.h"
#include "atlas-locality.h"
#include "atlas-person-name.h"
#include "atlas-town.h"

#include <string.h>

#define NEAR 160             /* bytes: about a sentence */
#define MIN_SMALL_TOWN 2     /* words that outweigh a country's name in other words */
#define NEAR_CANDIDATES 24   /* to each side */
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

/* What the text tells of a country, or of an organisation. */
typedef struct
{
  guint n_certain;         /* mentions without another reading */
  const AtlasForm *form;   /* that of the first of these */
  gboolean has_other_form; /* whether another of these has another form */
  gboolean is_abroad;      /* whether one of these is by words that are seldom towns in the USA */
  gboolean is_foreign;     /* whether one is by words that never are */
  gboolean is_namesake;    /* whether one is by words that are */
  gboolean is_person;      /* whether a person has its name */
  gboolean is_town;        /* whether a town has one of its names */
} Country;

/* What the words beside a candidate tell. */
typedef enum
{
  BESIDE_NOTHING,
  BESIDE_TOWN,   /* that it may be a town */
  BESIDE_PERSON, /* that it is a person */
  BESIDE_OTHER   /* that it names nothing */
} Beside;

typedef struct
{
  const AtlasResolver *resolver;
  AtlasReading reading;
  const AtlasDate *date;

  Beside *beside;     /* by candidate */
  Country *countries; /* by target */
  AtlasLocality locality;
  GPtrArray *persons; /* AtlasForm*: the text uses it for a person */
  guint n_countries;  /* certain mentions of countries */
  guint n_all;        /* certain mentions */
  guint n_state_clues;
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
  return atlas_reading_get (&self->reading, i);
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
  return atlas_candidate_is_other (candidate);
}

static guint
get_context (const AtlasCandidate *candidate)
{
  return atlas_candidate_get_context (candidate);
}

static guint
get_n (const Resolution *self)
{
  return self->reading.candidates->len;
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

static gboolean
is_dropped (const Resolution *self,
            guint i)
{
  return self->beside[i] >= BESIDE_PERSON;
}

static gboolean
has_company (const Resolution *self,
             guint i)
{
  for (guint side = 0; side < 2; side++)
    {
      const AtlasCandidate *neighbour = atlas_reading_find_neighbour (&self->reading, i, side > 0);

      if (neighbour != NULL && !is_other (neighbour) && !is_dropped (self, (guint) (neighbour - get (self, 0))) &&
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
      const AtlasCandidate *neighbour = atlas_reading_find_neighbour (&self->reading, i, side > 0);

      if (neighbour != NULL && is_other (neighbour) && (get_context (neighbour) & ATLAS_CONTEXT_STATE) != 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
stands_after_place_word (const Resolution *self,
                         guint i)
{
  return atlas_reading_follows (&self->reading, i, ATLAS_CLUE_PLACE);
}

/* Somebody may have been in office twice, with a row for each time. */
static gboolean
is_in_office (const Resolution *self,
              const AtlasCandidate *candidate)
{
  for (guint i = 0; i < candidate->n_rows; i++)
    {
      const AtlasForm *form = candidate->rows[i];

      if (self->date == NULL ? form->to == ATLAS_DAY_MAX : self->date->latest >= form->from && self->date->earliest < form->to)
        return TRUE;
    }
  return FALSE;
}

/* --- Counting ------------------------------------------------------------------------- */

static gboolean
is_certain (const Resolution *self,
            const AtlasCandidate *candidate)
{
  guint context = get_context (candidate);
  guint open = context & ~(guint) (ATLAS_CONTEXT_OWN | ATLAS_CONTEXT_USUAL | ATLAS_CONTEXT_GIVEN | ATLAS_CONTEXT_TOWN | ATLAS_CONTEXT_HAMLET);

  if ((context & ATLAS_CONTEXT_USUAL) != 0)
    open &= ~(guint) ATLAS_CONTEXT_PERSON;
  if (open != 0 || !has_one_target (self, candidate))
    return FALSE;
  return candidate->rows[0]->kind != ATLAS_FORM_LEADER || is_in_office (self, candidate);
}

static void
count_certain (Resolution *self,
               const AtlasCandidate *candidate)
{
  const AtlasForm *form = candidate->rows[0];
  const gboolean is_town = (form->context & ATLAS_CONTEXT_TOWN) != 0;
  const gboolean is_namesake = is_town || (form->context & ATLAS_CONTEXT_HAMLET) != 0;
  Country *country = &self->countries[target_of (self, form)];
  AtlasLocality *locality = &self->locality;

  self->n_all++;
  self->n_countries += !form->is_organisation;
  if (country->n_certain++ == 0)
    country->form = form;
  country->has_other_form |= country->form != form;
  if (form->is_organisation)
    return;
  if (target_of (self, form) == self->resolver->usa)
    {
      locality->names_usa = TRUE;
      return;
    }
  locality->n_abroad += !is_town && !country->is_abroad;
  locality->n_foreign += !is_namesake && !country->is_foreign;
  locality->n_namesakes += is_namesake && !country->is_namesake;
  country->is_abroad |= !is_town;
  country->is_foreign |= !is_namesake;
  country->is_namesake |= is_namesake;
}

static gboolean
follows_a_person (const Resolution *self,
                  guint i)
{
  const AtlasCandidate *candidate = get (self, i);

  return i > 0 && self->beside[i - 1] == BESIDE_PERSON && get (self, i - 1)->byte_end + 1 == candidate->byte_start &&
         self->reading.text[candidate->byte_start - 1] == ' ';
}

static void
remember_person (Resolution *self,
                 const AtlasForm *form)
{
  self->countries[target_of (self, form)].is_person = TRUE;
  if (!g_ptr_array_find (self->persons, form, NULL))
    g_ptr_array_add (self->persons, (gpointer) form);
}

static void
remember_town (Resolution *self,
               const AtlasForm *form,
               gboolean told)
{
  self->countries[target_of (self, form)].is_town = TRUE;
  atlas_locality_add_town (&self->locality, form, told);
}

static Beside
look_beside (Resolution *self,
             guint i)
{
  const AtlasForm *form = get (self, i)->rows[0];
  AtlasTownSign sign = atlas_town_find_sign (&self->reading, i);
  AtlasPersonName person;
  AtlasBorrower borrower;

  if (sign == ATLAS_TOWN_TOLD)
    {
      remember_town (self, form, TRUE);
      return BESIDE_OTHER;
    }
  if (atlas_town_is_state_of (&self->reading, i))
    return BESIDE_OTHER;
  person = atlas_person_name_find (&self->reading, i, follows_a_person (self, i));
  if (person != ATLAS_PERSON_NAME_NONE)
    {
      /* After “Israel Katz” the text says “Katz”, and “Israel” is the country. */
      if (person == ATLAS_PERSON_NAME_LAST || (form->context & ATLAS_CONTEXT_USUAL) == 0)
        remember_person (self, form);
      return BESIDE_PERSON;
    }
  borrower = atlas_borrowed_name_find (&self->reading, i);
  if (sign == ATLAS_TOWN_HINTED || borrower == ATLAS_BORROWER_HOUSE)
    remember_town (self, form, FALSE);
  if (borrower != ATLAS_BORROWER_NONE)
    return BESIDE_OTHER;
  return sign == ATLAS_TOWN_HINTED ? BESIDE_TOWN : BESIDE_NOTHING;
}

static void
count_candidate (Resolution *self,
                 guint i)
{
  const AtlasCandidate *candidate = get (self, i);

  if (is_other (candidate))
    {
      self->n_state_clues += (get_context (candidate) & ATLAS_CONTEXT_OF_USA) != 0;
      atlas_locality_add_word (&self->locality, candidate);
      return;
    }
  self->beside[i] = look_beside (self, i);
  if (!is_dropped (self, i) && is_certain (self, candidate))
    count_certain (self, candidate);
}

/* --- Rules for what the whole text tells -------------------------------------------------- */

/* Whether the text names the country in other words than @form. */
static gboolean
is_named_otherwise (const Resolution *self,
                    const AtlasForm *form)
{
  const Country *country = &self->countries[target_of (self, form)];

  return country->n_certain > 0 && (country->has_other_form || country->form != form);
}

static guint
count_usa (const Resolution *self)
{
  return self->resolver->usa < self->resolver->n_targets ? self->countries[self->resolver->usa].n_certain : 0;
}

/* “talks with Mexico and Canada”: a neighbour in the list that is no town. */
static gboolean
has_foreign_company (const Resolution *self,
                     guint i)
{
  for (guint side = 0; side < 2; side++)
    {
      const AtlasCandidate *neighbour = atlas_reading_find_neighbour (&self->reading, i, side > 0);

      if (neighbour != NULL && atlas_candidate_is_place (neighbour) && !is_dropped (self, (guint) (neighbour - get (self, 0))) &&
          is_certain (self, neighbour) && (get_context (neighbour) & (ATLAS_CONTEXT_TOWN | ATLAS_CONTEXT_HAMLET)) == 0)
        return TRUE;
    }
  return FALSE;
}

/* “Moscow, Idaho” once, and “Moscow” is that town in the rest of the text. In a
 * text of small-town life it takes less: “the Mexico sophomore”; and of names that
 * are towns there as often, nothing but the lack of foreign ones. */
static gboolean
is_town (const Resolution *self,
         guint i)
{
  const AtlasForm *form = get (self, i)->rows[0];

  if (self->beside[i] == BESIDE_TOWN && atlas_locality_accepts_hint (&self->locality) &&
      (self->locality.n_small_town >= MIN_SMALL_TOWN || !is_named_otherwise (self, form)))
    return TRUE;
  if (is_named_otherwise (self, form))
    return FALSE;
  if (!(self->countries[target_of (self, form)].is_town && atlas_locality_is_town (&self->locality, form)) &&
      !(atlas_locality_is_likely_town (&self->locality, form) && !atlas_town_is_said_of_abroad (&self->reading, i)))
    return FALSE;
  return !has_foreign_company (self, i);
}

/* “Walter Germany” once, and “Germany” is he in the rest of the text, but for
 * where a place stands. */
static gboolean
is_person (const Resolution *self,
           guint i)
{
  const AtlasForm *form = get (self, i)->rows[0];

  return self->countries[target_of (self, form)].is_person && atlas_locality_is_listed (self->persons, form) && !is_named_otherwise (self, form) &&
         !(stands_after_place_word (self, i) && !atlas_reading_follows (&self->reading, i, ATLAS_CLUE_LOOSE)) && !has_company (self, i);
}

/* --- Rules for each reading ------------------------------------------------------------- */

static gboolean
begins_headline (const Resolution *self,
                 guint i)
{
  const AtlasCandidate *candidate = get (self, i);

  return candidate->rows[0]->kind == ATLAS_FORM_ABBREVIATION && !candidate->rows[0]->is_organisation &&
         atlas_context_starts_sentence (self->reading.text, candidate->byte_start) && atlas_reading_get_after (&self->reading, i)->exists &&
         !atlas_reading_precedes (&self->reading, i, ATLAS_CLUE_AND);
}

static Verdict
judge_capitals (const Resolution *self,
                guint i,
                AtlasReason *reason)
{
  if (!atlas_context_is_in_capitals (self->reading.text, self->reading.length, get (self, i)->byte_start))
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
  guint n;

  if (!atlas_context_starts_sentence (self->reading.text, candidate->byte_start))
    return VERDICT_OPEN;
  /* Where the word would be a verb, an object follows it. */
  atlas_gazetteer_get_clues (self->resolver->gazetteer, ATLAS_CLUE_OBJECT, self->reading.language, &n);
  if (n > 0)
    return atlas_reading_precedes (&self->reading, i, ATLAS_CLUE_OBJECT) ? VERDICT_DROP : VERDICT_OPEN;
  if (self->countries[target_of (self, candidate->rows[0])].n_certain == 0 && !has_company (self, i))
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
  for (guint j = i + 1; j < get_n (self) && get (self, j)->byte_start - place < NEAR; j++)
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
  if (self->countries[target_of (self, candidate->rows[0])].n_certain > 0)
    *reason = ATLAS_REASON_NAMED_ELSEWHERE;
  else if (has_company (self, i))
    *reason = ATLAS_REASON_COMPANY;
  else if (stands_after_place_word (self, i) && self->n_countries > 0)
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

  if (stands_after_place_word (self, i))
    *reason = ATLAS_REASON_PLACE;
  else if (has_company (self, i))
    *reason = ATLAS_REASON_COMPANY;
  else if (self->countries[target].is_person && !is_named_otherwise (self, candidate->rows[0]))
    return VERDICT_DROP;
  else if (self->countries[target].n_certain > 0)
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

/* In bytes from candidate @i to the nearest clue of a state or, with @home, to the
 * nearest certain mention of its own country. */
static guint
measure_distance (const Resolution *self,
                  guint i,
                  gboolean home)
{
  guint target = target_of (self, get (self, i)->rows[0]);
  guint place = get (self, i)->byte_start;
  guint nearest = G_MAXUINT;

  for (guint j = i > NEAR_CANDIDATES ? i - NEAR_CANDIDATES : 0; j < MIN (get_n (self), i + NEAR_CANDIDATES); j++)
    {
      const AtlasCandidate *other = get (self, j);
      gboolean fits = home ? !is_other (other) && !is_dropped (self, j) && target_of (self, other->rows[0]) == target && is_certain (self, other)
                           : is_other (other) && (get_context (other) & ATLAS_CONTEXT_OF_USA) != 0;

      if (j != i && fits)
        nearest = MIN (nearest, place > other->byte_start ? place - other->byte_start : other->byte_start - place);
    }
  return nearest;
}

static gboolean
is_nearer_home (const Resolution *self,
                guint i)
{
  return measure_distance (self, i, TRUE) < measure_distance (self, i, FALSE);
}

static Verdict
judge_state (const Resolution *self,
             guint i,
             AtlasReason *reason)
{
  const AtlasCandidate *candidate = get (self, i);
  guint named = self->countries[target_of (self, candidate->rows[0])].n_certain;
  guint usa = count_usa (self);
  guint foreign = self->n_countries - MIN (self->n_countries, usa + named);
  gboolean is_usual = (get_context (candidate) & ATLAS_CONTEXT_USUAL) != 0;
  guint home = 3 * named + MIN (foreign, MAX_FOREIGN_WEIGHT) + (self->n_all > self->n_countries) + is_usual;
  guint away = 2 * self->n_state_clues + (usa > 0);

  if (has_state_beside (self, i))
    return VERDICT_DROP;
  /* “Georgian guests from Tbilisi”: the state has no such word of its own. */
  if (named > 0 && get (self, i)->rows[0]->kind != ATLAS_FORM_NAME)
    {
      *reason = ATLAS_REASON_NAMED_ELSEWHERE;
      return VERDICT_OPEN;
    }
  if (has_company (self, i) && self->n_state_clues == 0)
    home += MAX_FOREIGN_WEIGHT;
  *reason = named > 0 ? ATLAS_REASON_NAMED_ELSEWHERE : foreign > 0 ? ATLAS_REASON_COMPANY
                                                                   : ATLAS_REASON_USUAL;
  if (home > away || (named > 0 && is_nearer_home (self, i)))
    return VERDICT_OPEN;
  *reason = ATLAS_REASON_UNSURE;
  return home < away ? VERDICT_DROP : VERDICT_DOUBT;
}

static Verdict
judge_river (const Resolution *self,
             guint i,
             AtlasReason *reason)
{
  return atlas_reading_follows (&self->reading, i, ATLAS_CLUE_RIVER) || atlas_reading_precedes (&self->reading, i, ATLAS_CLUE_RIVER) ? VERDICT_DROP : VERDICT_OPEN;
}

static Verdict
judge_metonym (const Resolution *self,
               guint i,
               AtlasReason *reason)
{
  gboolean named = self->countries[target_of (self, get (self, i)->rows[0])].n_certain > 0;

  *reason = named ? ATLAS_REASON_NAMED_ELSEWHERE : ATLAS_REASON_UNSURE_METONYM;
  return named ? VERDICT_OPEN : VERDICT_DOUBT;
}

static Verdict
judge_needs (const Resolution *self,
             guint i,
             AtlasReason *reason)
{
  const AtlasForm *form = get (self, i)->rows[0];
  gboolean named = form->is_organisation ? self->n_all > 0 : self->countries[target_of (self, form)].n_certain > 0;

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
  gboolean in_office = is_in_office (self, get (self, i));

  if (self->date == NULL && !in_office)
    {
      *reason = ATLAS_REASON_UNSURE_PERIOD;
      return VERDICT_DOUBT;
    }
  if (self->date != NULL)
    *reason = ATLAS_REASON_PERIOD;
  return in_office ? VERDICT_OPEN : VERDICT_DROP;
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
    if (!is_repeated (self, candidate, i) && self->countries[target_of (self, candidate->rows[i])].n_certain > 0)
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
  g_autofree Beside *beside = g_new0 (Beside, MAX (candidates->len, 1));
  g_autofree Country *countries = g_new0 (Country, MAX (self->n_targets, 1));
  g_autoptr (GPtrArray) persons = g_ptr_array_new ();
  AtlasNeighbours neighbours = { 0 };
  Resolution resolution = {
    .resolver = self,
    .reading = { self->gazetteer, language, text, (guint) length, candidates, &neighbours },
    .date = date,
    .beside = beside,
    .countries = countries,
    .persons = persons,
  };

  atlas_locality_init (&resolution.locality);
  for (guint i = 0; i < candidates->len; i++)
    count_candidate (&resolution, i);
  for (guint i = 0; i < candidates->len; i++)
    if (!is_other (get (&resolution, i)) && !is_dropped (&resolution, i) && !is_town (&resolution, i) && !is_person (&resolution, i))
      resolve (&resolution, i, mentions);
  atlas_locality_clear (&resolution.locality);
  return mentions;
}
