/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-date.h"

G_BEGIN_DECLS

/* What makes a paragraph worth reading first; the library keeps their sums. A year of
 * age costs as much as a mention gives, so that an old article on the subject still
 * leads a new one that merely names it. */
#define ATLAS_EXCERPT_RANK_ABOUT 100
#define ATLAS_EXCERPT_RANK_TITLE 50
#define ATLAS_EXCERPT_RANK_MENTION 4
#define ATLAS_EXCERPT_RANK_DOUBTFUL (-200)
#define ATLAS_EXCERPT_RANK_SAME_ARTICLE (-15) /* for each better paragraph of the same article */
#define ATLAS_EXCERPT_MAX_MENTIONS 6          /* so many count */

double atlas_excerpt_rank_age (AtlasDay written);
double atlas_excerpt_rank_on (double rank, AtlasDay written, AtlasDay on);

G_END_DECLS
