/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-month.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_MONTHS 12

/* Months come from the catalogue and not from the C library, so that a date is
 * Swedish wherever the catalogue is, whether or not the locale is installed. */

static const char *const in_date[N_MONTHS] = {
  NC_ ("month in a full date", "January"),
  NC_ ("month in a full date", "February"),
  NC_ ("month in a full date", "March"),
  NC_ ("month in a full date", "April"),
  NC_ ("month in a full date", "May"),
  NC_ ("month in a full date", "June"),
  NC_ ("month in a full date", "July"),
  NC_ ("month in a full date", "August"),
  NC_ ("month in a full date", "September"),
  NC_ ("month in a full date", "October"),
  NC_ ("month in a full date", "November"),
  NC_ ("month in a full date", "December"),
};

static const char *const alone[N_MONTHS] = {
  NC_ ("month and year", "January"),
  NC_ ("month and year", "February"),
  NC_ ("month and year", "March"),
  NC_ ("month and year", "April"),
  NC_ ("month and year", "May"),
  NC_ ("month and year", "June"),
  NC_ ("month and year", "July"),
  NC_ ("month and year", "August"),
  NC_ ("month and year", "September"),
  NC_ ("month and year", "October"),
  NC_ ("month and year", "November"),
  NC_ ("month and year", "December"),
};

/* Understood whatever the language of the window. */
static const char *const swedish[N_MONTHS] = {
  "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"
};

/**
 * atlas_month_in_date:
 * @month: 1 to 12
 *
 * Returns: (transfer none): its name after a day, translated: “20 April 1994”
 */
const char *
atlas_month_in_date (int month)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "month in a full date", in_date[month - 1]);
}

/**
 * atlas_month_alone:
 * @month: 1 to 12
 *
 * Returns: (transfer none): its name without a day, translated: “April 1994”
 */
const char *
atlas_month_alone (int month)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "month and year", alone[month - 1]);
}

typedef enum
{
  NO_MATCH,
  BEGINS,
  EXACT,
} Match;

static Match
match_name (const char *word,
            const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  if (g_str_equal (folded, word))
    return EXACT;
  return g_str_has_prefix (folded, word) && g_utf8_strlen (word, -1) >= 3 ? BEGINS : NO_MATCH;
}

static Match
match_month (const char *word,
             int month)
{
  const char *const names[] = { in_date[month - 1], swedish[month - 1], atlas_month_in_date (month), atlas_month_alone (month) };
  Match best = NO_MATCH;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    best = MAX (best, match_name (word, names[i]));
  return best;
}

/**
 * atlas_month_find:
 * @word: case-folded
 *
 * A month is found by its name in the language of LC_MESSAGES, in English and in
 * Swedish, and by three letters or more with which it alone begins.
 *
 * Returns: 1 to 12; 0 where @word is no month, or might be several
 */
int
atlas_month_find (const char *word)
{
  int found = 0;
  Match best = NO_MATCH;

  for (int month = 1; month <= N_MONTHS; month++)
    {
      const Match match = match_month (word, month);

      if (match == NO_MATCH || match < best)
        continue;
      found = match == best ? 0 : month;
      best = match;
    }
  return found;
}
