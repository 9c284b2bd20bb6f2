/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-date-finder.h"

G_BEGIN_DECLS

/**
 * AtlasOpenDate:
 * @month: from 1; 0 where @weekday or @hints say the day
 * @first: day of the month, 0 where the whole month is meant
 * @last: the last day, where several are meant
 * @weekday: from 1, Monday
 * @hints: bits of #AtlasDateWord of the word before
 * @year_hints: of the words after: “last year”
 * @is_future: whether the sentence speaks of what is to come
 *
 * A date that the text leaves open.
 */
typedef struct
{
  guint month;
  guint first;
  guint last;
  guint weekday;
  guint hints;
  guint year_hints;
  gboolean is_future;
} AtlasOpenDate;

AtlasDateRule atlas_date_resolve (const AtlasOpenDate *open, const AtlasDate *written, AtlasDate *date);
gboolean atlas_date_speaks_of_future (const char *text, const char *end, const char *place, AtlasLanguage language);

G_END_DECLS
