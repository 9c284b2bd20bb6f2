/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-library-query.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_FILTER_SHOWN,
  ATLAS_FILTER_READ,
  ATLAS_FILTER_WORDS,
  ATLAS_FILTER_COUNTRY,
  ATLAS_FILTER_ORGANISATION,
  ATLAS_FILTER_LANGUAGE,
  ATLAS_FILTER_TAG,
  ATLAS_FILTER_FROM,
  ATLAS_FILTER_UNTIL,
  ATLAS_N_FILTER_PARTS
} AtlasFilterPart;

typedef enum
{
  ATLAS_ARTICLES_ALL, /* the reader's own and the briefings */
  ATLAS_ARTICLES_OWN,
  ATLAS_ARTICLES_BRIEFINGS,
  ATLAS_ARTICLES_DELETED, /* of the reader's own */
} AtlasArticlesShown;

/**
 * AtlasArticleFilter:
 * @words: (nullable): as atlas_library_search() takes them
 * @country: (nullable): code of a country that the articles name
 * @organisation: (nullable): id of an organisation that they name
 * @language: (nullable): tag of their language
 * @tag: (nullable): a tag that they have
 * @from: first day; 0 for no limit
 * @until: last day; 0 for no limit
 *
 * Which articles the Articles view lists, and in which order. What it is called in a
 * selection is the part after “articles/”: `country=KZ&read=unread&sort=title`, with
 * the values escaped as in an address; nothing for all articles, the newest first.
 *
 * A plain value; its strings are its own.
 */
typedef struct
{
  AtlasArticlesShown shown;
  AtlasLibrarySort sort;
  AtlasLibraryReadFilter read;
  char *words;
  char *country;
  char *organisation;
  char *language;
  char *tag;
  AtlasDay from;
  AtlasDay until;
} AtlasArticleFilter;

gboolean atlas_article_filter_parse (const char *id, AtlasArticleFilter *self, GError **error);
char *atlas_article_filter_format (const AtlasArticleFilter *self);
char *atlas_article_filter_dup_path (const AtlasArticleFilter *self);
void atlas_article_filter_copy (const AtlasArticleFilter *self, AtlasArticleFilter *copy);
void atlas_article_filter_clear (AtlasArticleFilter *self);

gboolean atlas_article_filter_has (const AtlasArticleFilter *self, AtlasFilterPart part);
void atlas_article_filter_remove (AtlasArticleFilter *self, AtlasFilterPart part);
gboolean atlas_article_filter_is_narrow (const AtlasArticleFilter *self);
void atlas_article_filter_to_query (const AtlasArticleFilter *self, AtlasLibraryQuery *query);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasArticleFilter, atlas_article_filter_clear)

G_END_DECLS
