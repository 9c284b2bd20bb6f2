/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-briefing.h"
#include "atlas-library.h"

G_BEGIN_DECLS

/**
 * AtlasWrittenMention:
 * @start: first code point of the mention in the paragraph
 * @end: the code point after its last
 * @target: interned; code of a country or id of an organisation
 * @why: a translated sentence that says why it was linked
 * @wanted: whether it names what the list is about; else it is another name there
 * @corrected: whether it is the reader's word
 */
typedef struct
{
  guint start;
  guint end;
  const char *target;
  char *why;
  AtlasFormKind kind : 8;
  guint is_organisation : 1;
  guint wanted : 1;
  guint doubtful : 1;
  guint corrected : 1;
} AtlasWrittenMention;

/**
 * AtlasWritten:
 * @own: whether it is from the reader's own article; else from a briefing
 * @briefing: (nullable): the article, where it is not the reader's own
 * @key: what links call the article, as all that follows
 * @publisher: "" where unknown, as @author, @date, @address and @language
 * @date: EDTF
 * @day: when it was written, or came where that is unknown
 * @block: index of the paragraph among the article's blocks
 * @text: the paragraph
 * @mentions: (element-type AtlasWrittenMention): all of the paragraph, in its order
 * @about: whether the article is about what the list is about
 * @doubtful: whether every wanted mention is in doubt
 * @rank: what the list is sorted by, the greatest first
 *
 * A paragraph, of a briefing or of the reader's own articles, that names a country or an
 * organisation. Immutable, shared by threads.
 */
typedef struct
{
  gatomicrefcount ref_count;
  gboolean own;
  AtlasArticle *briefing;
  char *key;
  char *title;
  char *publisher;
  char *author;
  char *date;
  char *address;
  char *language;
  AtlasDay day;
  guint block;
  char *text;
  GArray *mentions;
  gboolean about;
  gboolean doubtful;
  double rank;
} AtlasWritten;

AtlasWritten *atlas_written_ref (AtlasWritten *self);
void atlas_written_unref (AtlasWritten *self);

/**
 * AtlasWrittenQuery:
 * @briefings: (nullable): the bundled articles; %NULL leaves them out
 * @library: (nullable): the reader's own; %NULL leaves them out
 * @language: (nullable): the reader's, for briefings and names
 * @on: the day that the reader looks at, %ATLAS_DAY_MAX for none
 * @later: whether also what was written after @on; it ranks lower
 * @limit: how many at most, 0 for all
 *
 * Where to look for what was written, and how much of it.
 */
typedef struct
{
  const AtlasBriefings *briefings;
  AtlasLibrary *library;
  const AtlasDataset *dataset;
  const char *language;
  AtlasDay on;
  gboolean later;
  guint limit;
} AtlasWrittenQuery;

/* They block, and are for worker threads and atlasctl. (element-type AtlasWritten) */
GPtrArray *atlas_written_for_country (const AtlasWrittenQuery *query, const AtlasCountry *country, GCancellable *cancellable, GError **error);
GPtrArray *atlas_written_for_organisation (const AtlasWrittenQuery *query, const AtlasOrganisation *organisation, GCancellable *cancellable, GError **error);

/**
 * AtlasWrittenCount:
 * @n: paragraphs that were written by the day that the reader looks at
 * @n_later: those that were written later
 * @n_own: how many of both are of the reader's own articles
 */
typedef struct
{
  guint n;
  guint n_later;
  guint n_own;
} AtlasWrittenCount;

/* They block, too; they count without regard to the limit and to @later. */
gboolean atlas_written_count_for_country (const AtlasWrittenQuery *query,
                                          const AtlasCountry *country,
                                          AtlasWrittenCount *count,
                                          GCancellable *cancellable,
                                          GError **error);
gboolean atlas_written_count_for_organisation (const AtlasWrittenQuery *query,
                                               const AtlasOrganisation *organisation,
                                               AtlasWrittenCount *count,
                                               GCancellable *cancellable,
                                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasWritten, atlas_written_unref)

G_END_DECLS
