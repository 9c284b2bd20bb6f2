/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-excerpt-rank.h"

#define RANK_YEAR 4.0
#define RANK_LATER (-100.0)
#define DAYS_A_YEAR 365.2425

/**
 * atlas_excerpt_rank_age:
 * @written: when the article was written
 *
 * Returns: what is to be added to a rank, so that of two that are worth the same the
 *   newer leads
 */
double
atlas_excerpt_rank_age (AtlasDay written)
{
  return written / DAYS_A_YEAR * RANK_YEAR;
}

/**
 * atlas_excerpt_rank_on:
 * @rank: with its age
 * @written: when the article was written
 * @on: the day that the reader looks at; %ATLAS_DAY_MAX for none
 *
 * What was written after @on ranks lower the later it was written, and, as what merely
 * names a country stands behind what is about it, behind what was written by then.
 *
 * Returns: the rank for who looks at @on
 */
double
atlas_excerpt_rank_on (double rank,
                       AtlasDay written,
                       AtlasDay on)
{
  if (written <= on)
    return rank;
  return rank + RANK_LATER + 2 * (atlas_excerpt_rank_age (on) - atlas_excerpt_rank_age (written));
}
