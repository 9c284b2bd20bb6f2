/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-date.h"
#include "atlas-language.h"

G_BEGIN_DECLS

/**
 * AtlasDateRule:
 *
 * What told the year, or the day, of a date in a text.
 */
typedef enum
{
  ATLAS_DATE_RULE_WRITTEN, /* the text says all: 28 May 2025 */
  ATLAS_DATE_RULE_PAST,    /* the last one until the text was written: on May 28 */
  ATLAS_DATE_RULE_FUTURE,  /* the next one, for the sentence speaks of what is to come */
  ATLAS_DATE_RULE_WORDS,   /* words such as “last year”, “next May”, “yesterday” */
  ATLAS_DATE_RULE_NONE,    /* when the text was written is not known */
  ATLAS_N_DATE_RULES
} AtlasDateRule;

const char *atlas_date_rule_to_id (AtlasDateRule rule);

/**
 * AtlasFoundDate:
 * @start: first code point of the date in the text
 * @end: the code point after the last
 * @byte_start: the same in bytes
 * @byte_end: the same in bytes
 * @date: what it means; not for %ATLAS_DATE_RULE_NONE
 *
 * A place in a text that names a day, a month, a year or a longer time.
 */
typedef struct
{
  guint start;
  guint end;
  guint byte_start;
  guint byte_end;
  AtlasDate date;
  AtlasDateRule rule;
} AtlasFoundDate;

GArray *atlas_date_finder_find (const char *text, gssize length, AtlasLanguage language, const AtlasDate *written);

G_END_DECLS
