/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-date.h"
#include "atlas-language.h"
#include "atlas-problem.h"

G_BEGIN_DECLS

/**
 * AtlasFormKind:
 * @ATLAS_FORM_OTHER: reads like a form of a country and is none: “New Mexico”
 */
typedef enum
{
  ATLAS_FORM_NAME,
  ATLAS_FORM_ABBREVIATION,
  ATLAS_FORM_CAPITAL,
  ATLAS_FORM_SEAT, /* a seat of power that stands for its country: the Kremlin */
  ATLAS_FORM_ADJECTIVE,
  ATLAS_FORM_DEMONYM,
  ATLAS_FORM_LEADER, /* within a period */
  ATLAS_FORM_OTHER,
  ATLAS_N_FORM_KINDS
} AtlasFormKind;

const char *atlas_form_kind_to_id (AtlasFormKind kind);

/**
 * AtlasFormContext:
 *
 * What else a form can be; each has a rule in the linker. The README of
 * data/gazetteer explains them.
 */
typedef enum
{
  ATLAS_CONTEXT_NONE = 0,
  ATLAS_CONTEXT_PERSON = 1 << 0,    /* a person's name: Jordan, Chad */
  ATLAS_CONTEXT_STATE = 1 << 1,     /* a state of the USA: Georgia */
  ATLAS_CONTEXT_SHARED = 1 << 2,    /* several countries bear it: Korea, Congo */
  ATLAS_CONTEXT_CAPITALS = 1 << 3,  /* a word, where a line is in capitals: US, OSS */
  ATLAS_CONTEXT_START = 1 << 4,     /* a word that begins a sentence: Polish */
  ATLAS_CONTEXT_RIVER = 1 << 5,     /* Niger, Jordan */
  ATLAS_CONTEXT_METONYM = 1 << 6,   /* stands for something else as often: Brussels */
  ATLAS_CONTEXT_NEEDS = 1 << 7,     /* counts only beside its country: Duma */
  ATLAS_CONTEXT_WORD = 1 << 8,      /* an ordinary word too, dropped without support */
  ATLAS_CONTEXT_OWN = 1 << 9,       /* counts only in texts of its own language */
  ATLAS_CONTEXT_FOOD = 1 << 10,     /* something to eat: Turkey */
  ATLAS_CONTEXT_USUAL = 1 << 11,    /* what is meant where nothing decides */
  ATLAS_CONTEXT_GIVEN = 1 << 12,    /* rarely a given name: India */
  ATLAS_CONTEXT_TOWN = 1 << 13,     /* a town in the USA: Lebanon */
  ATLAS_CONTEXT_LOCAL = 1 << 14,    /* a word of small-town life there: county sheriff */
  ATLAS_CONTEXT_HAMLET = 1 << 15,   /* a town in the USA, rarely meant: Mexico */
  ATLAS_CONTEXT_DOMESTIC = 1 << 16, /* a word of public life there: GOP, Atlanta */

  ATLAS_CONTEXT_OF_USA = ATLAS_CONTEXT_STATE | ATLAS_CONTEXT_LOCAL | ATLAS_CONTEXT_DOMESTIC
} AtlasFormContext;

/**
 * AtlasClue:
 *
 * Lists of words that tell the readings of a form apart.
 */
typedef enum
{
  ATLAS_CLUE_PLACE,     /* stands before a place: in, från, из */
  ATLAS_CLUE_TITLE,     /* may stand beside a country with a capital letter: President */
  ATLAS_CLUE_HONORIFIC, /* stands before a person's name: Mr, herr */
  ATLAS_CLUE_GIVEN,     /* given names */
  ATLAS_CLUE_PAPER,     /* makes a newspaper's name of a place's: Times, Post */
  ATLAS_CLUE_RIVER,
  ATLAS_CLUE_OBJECT,      /* follows a verb, not an adjective: Polish the … */
  ATLAS_CLUE_COMPOUND,    /* how second parts of compounds begin: Nato|medlem */
  ATLAS_CLUE_PREFIX,      /* first parts of compounds: pro|rysk */
  ATLAS_CLUE_AND,         /* joins the items of a list */
  ATLAS_CLUE_HOUSE,       /* makes an inn's or a street's name of a place's: Tavern */
  ATLAS_CLUE_CLUB,        /* the same, before the place: FC, Little */
  ATLAS_CLUE_STREET,      /* how compounds end that name streets: Rysslands|gatan */
  ATLAS_CLUE_TONGUE,      /* stands before a language: speaks, på, учит */
  ATLAS_CLUE_DISH,        /* makes a dish or a breed of an adjective: bacon, terrier */
  ATLAS_CLUE_PAUSE,       /* stands behind a noun rather than before one: at, som */
  ATLAS_CLUE_LANGUAGE,    /* follows a language: lessons, språket */
  ATLAS_CLUE_HALL,        /* makes a house's or a feast's name of an adjective: Legion, Fest */
  ATLAS_CLUE_ROAD,        /* makes a road of a country's abbreviation: Highway */
  ATLAS_CLUE_POSTAL,      /* states in addresses: oh, mo */
  ATLAS_CLUE_VILLAGE,     /* stands before a small place's name: village, село */
  ATLAS_CLUE_TOWNSFOLK,   /* follows a town's name and not a country's: man, sophomore */
  ATLAS_CLUE_ABROAD,      /* tells of other countries: stationed, immigrated */
  ATLAS_CLUE_INSTITUTION, /* makes a name with “of”: University of Georgia */
  ATLAS_CLUE_LOOSE,       /* those of the list of places that stand before persons as well: of, for */
  ATLAS_N_CLUES           /* at most 32: they are bits, too */
} AtlasClue;

#define ATLAS_CLUE_BIT(clue) (1u << (clue))

/**
 * AtlasForm:
 * @form: as it is written, in NFC
 * @target: code of the country or id of the organisation; "" for %ATLAS_FORM_OTHER
 * @is_organisation: whether @target is the id of an organisation
 * @exact_case: whether case counts
 * @from: the first day that it counts, ATLAS_DAY_MIN where always
 * @to: the first day that it no longer counts, ATLAS_DAY_MAX where still
 *
 * One way of naming a country or an organisation. Owned by the gazetteer.
 */
typedef struct
{
  const char *form;
  const char *target;
  AtlasLanguage language : 8;
  AtlasFormKind kind : 8;
  guint is_organisation : 1;
  guint exact_case : 1;
  guint context : 17;
  AtlasDay from;
  AtlasDay to;
  guint index; /* its place in atlas_gazetteer_get_forms() */
  guint line;  /* in the language's file */
} AtlasForm;

/**
 * AtlasGazetteer:
 *
 * All forms. Immutable: threads share it without locks.
 */
typedef struct _AtlasGazetteer AtlasGazetteer;

AtlasGazetteer *atlas_gazetteer_load (const char *directory, AtlasProblems *problems);
AtlasGazetteer *atlas_gazetteer_ref (AtlasGazetteer *self);
void atlas_gazetteer_unref (AtlasGazetteer *self);
const AtlasForm *const *atlas_gazetteer_get_forms (const AtlasGazetteer *self, guint *n);
guint atlas_gazetteer_find_clues (const AtlasGazetteer *self, AtlasLanguage language, const char *word);
gboolean atlas_gazetteer_is_clue (const AtlasGazetteer *self, AtlasClue clue, AtlasLanguage language, const char *word);
const char *const *atlas_gazetteer_get_clues (const AtlasGazetteer *self, AtlasClue clue, AtlasLanguage language, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasGazetteer, atlas_gazetteer_unref)

G_END_DECLS
