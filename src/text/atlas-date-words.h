/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-language.h"

G_BEGIN_DECLS

/**
 * AtlasDateWord:
 *
 * What a word does in a date; a word may do several things.
 */
typedef enum
{
  ATLAS_DATE_WORD_YEAR_BEFORE = 1 << 8,   /* a year follows it, never a count: since */
  ATLAS_DATE_WORD_NUMBER_BEFORE = 1 << 9, /* a year or a count follows it: from */
  ATLAS_DATE_WORD_MONTH_BEFORE = 1 << 10, /* a month follows it: in */
  ATLAS_DATE_WORD_YEAR_AFTER = 1 << 11,   /* follows a year: года */
  ATLAS_DATE_WORD_GOES_ON = 1 << 12,      /* goes on with the sentence, and is nothing to count: when */
  ATLAS_DATE_WORD_FUTURE = 1 << 13,       /* speaks of what is to come: will */
  ATLAS_DATE_WORD_LAST = 1 << 14,
  ATLAS_DATE_WORD_NEXT = 1 << 15,
  ATLAS_DATE_WORD_THIS = 1 << 16,
  ATLAS_DATE_WORD_YEAR = 1 << 17, /* the word “year” after “last” */
  ATLAS_DATE_WORD_YESTERDAY = 1 << 18,
  ATLAS_DATE_WORD_TOMORROW = 1 << 19,
  ATLAS_DATE_WORD_DAY_BEFORE = 1 << 20, /* a weekday follows it: on */
  ATLAS_DATE_WORD_COUNTED = 1 << 21,    /* is counted, however it ends: people */
} AtlasDateWord;

#define ATLAS_DATE_WORD_MONTH(flags) ((flags) & 0xf)
#define ATLAS_DATE_WORD_WEEKDAY(flags) (((flags) >> 4) & 0x7) /* 1: Monday */

guint atlas_date_words_look_up (AtlasLanguage language, const char *word);
const guint8 *atlas_date_words_get_starts (AtlasLanguage language);

G_END_DECLS
