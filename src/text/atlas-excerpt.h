/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-briefing.h"

G_BEGIN_DECLS

/**
 * AtlasExcerpt:
 * @article: owned by the briefings
 * @block: index of the paragraph among the article's blocks
 * @text: the paragraph's text
 * @n_mentions: how many mentions @mentions holds
 * @mentions: those of the wanted country or organisation; offsets are in @text
 * @about: whether the article is about it
 * @doubtful: whether every mention is in doubt
 * @rank: what the list is sorted by, the greatest first
 *
 * A paragraph that names a country or an organisation. It keeps its article alive.
 */
typedef struct
{
  AtlasArticle *article;
  guint block;
  const char *text;
  guint n_mentions;
  const AtlasMention **mentions;
  gboolean about;
  gboolean doubtful;
  double rank;
} AtlasExcerpt;

void atlas_excerpt_free (AtlasExcerpt *self);

gboolean atlas_excerpt_is_known_on (const AtlasExcerpt *self, AtlasDay day);

/* (transfer full): AtlasExcerpt*, best first, of articles that could be read on
 * @until (ATLAS_DAY_MAX: all), @limit at most (0: all). */
GPtrArray *atlas_excerpts_for_country (const AtlasBriefings *briefings, const AtlasCountry *country, const char *language, AtlasDay until, guint limit);
GPtrArray *atlas_excerpts_for_organisation (const AtlasBriefings *briefings,
                                            const AtlasDataset *dataset,
                                            const AtlasOrganisation *organisation,
                                            const char *language,
                                            AtlasDay until,
                                            guint limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasExcerpt, atlas_excerpt_free)

G_END_DECLS
