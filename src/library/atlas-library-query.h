/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-library-entry.h"
#include "atlas-library-links.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_LIBRARY_NEWEST, /* by when they were written; by when they came where that is unknown */
  ATLAS_LIBRARY_OLDEST,
  ATLAS_LIBRARY_LAST_IMPORTED,
  ATLAS_LIBRARY_TITLE,
} AtlasLibrarySort;

typedef enum
{
  ATLAS_LIBRARY_READ_OR_NOT,
  ATLAS_LIBRARY_READ,
  ATLAS_LIBRARY_UNREAD,
} AtlasLibraryReadFilter;

/**
 * AtlasLibraryQuery:
 * @country: (nullable): code of a country that the articles name
 * @organisation: (nullable): id of an organisation that they name
 * @language: (nullable): tag of their language
 * @tag: (nullable): a tag that they have
 * @words: (nullable): words that they have, as atlas_library_search() takes them; such a
 *   list is sorted by date
 * @from: first day, %ATLAS_DAY_MIN or 0 for no limit
 * @until: last day, %ATLAS_DAY_MAX or 0 for no limit
 * @deleted: whether to list what is deleted instead
 * @after: (nullable): `cursor` of the last item of the page before
 * @limit: how many at most, 0 for all
 *
 * Which articles to list; all zero lists every one, the newest first.
 */
typedef struct
{
  AtlasLibrarySort sort;
  const char *country;
  const char *organisation;
  const char *language;
  const char *tag;
  const char *words;
  AtlasDay from;
  AtlasDay until;
  AtlasLibraryReadFilter read;
  gboolean deleted;
  const char *after;
  guint limit;
} AtlasLibraryQuery;

/**
 * AtlasLibraryItem:
 * @is_briefing: whether it came with the atlas; then it has no tags and no read mark
 * @tags: (nullable): in alphabetical order
 * @day: when it was written, or came where that is unknown
 * @snippet: (nullable): where words were asked for, a part of the text that has them
 * @marks: (nullable) (element-type AtlasRange): where in @snippet they are, code points
 * @in_title: whether all of them are in the title
 * @cursor: what #AtlasLibraryQuery.after takes
 *
 * An article in a list.
 */
typedef struct
{
  char *key;
  char *title;
  char *summary;
  char *publisher;
  char *author;
  char *date;
  char *address;
  char *language;
  gboolean is_briefing;
  GStrv tags;
  AtlasDay day;
  gint64 imported_at;
  gint64 updated_at;
  gint64 read_at;
  gint64 deleted_at;
  char *snippet;
  GArray *marks;
  gboolean in_title;
  char *cursor;
} AtlasLibraryItem;

void atlas_library_item_free (AtlasLibraryItem *self);

/**
 * AtlasLibraryStretch:
 * @end: (nullable): cursor of its last item; %NULL for all to the end of the list
 * @n: how many articles it has
 * @part: which of the stretches that were asked for it is, or is a part of
 *
 * A part of a list.
 */
typedef struct
{
  char *end;
  guint n;
  guint part;
} AtlasLibraryStretch;

int atlas_library_compare_cursors (AtlasLibrarySort sort, const char *a, const char *b);
AtlasLibrarySort atlas_library_query_get_order (const AtlasLibraryQuery *self);

/**
 * AtlasLibraryExcerpt:
 * @block: index of the paragraph
 * @text: the paragraph
 * @mentions: (element-type AtlasLibraryMention): all of the paragraph, with the corrections
 * @rank: on the scale of #AtlasExcerpt.rank, so that both lists can be merged
 *
 * A paragraph of the reader's own articles that names a country or an organisation.
 */
typedef struct
{
  AtlasLibraryItem *article;
  int block;
  char *text;
  GArray *mentions;
  gboolean about;
  gboolean doubtful;
  double rank;
} AtlasLibraryExcerpt;

void atlas_library_excerpt_free (AtlasLibraryExcerpt *self);

/**
 * AtlasLibraryArticle:
 *
 * An article with all that is known of it.
 */
typedef struct
{
  AtlasLibraryEntry *entry;
  AtlasLibraryLinks *links;
} AtlasLibraryArticle;

void atlas_library_article_free (AtlasLibraryArticle *self);

/**
 * AtlasLibraryMatch:
 *
 * Why an article seems to be one that is kept already.
 */
typedef enum
{
  ATLAS_LIBRARY_MATCH_NONE,
  ATLAS_LIBRARY_MATCH_SAME_TEXT,
  ATLAS_LIBRARY_MATCH_SAME_ADDRESS,
  ATLAS_LIBRARY_MATCH_ALIKE,
} AtlasLibraryMatch;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLibraryItem, atlas_library_item_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLibraryExcerpt, atlas_library_excerpt_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLibraryArticle, atlas_library_article_free)

G_END_DECLS
