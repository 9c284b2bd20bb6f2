/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-linker.h"
#include "atlas-subject.h"

G_BEGIN_DECLS

/**
 * AtlasRange: from the code point @start up to, not with, the code point @end.
 */
typedef struct
{
  guint start;
  guint end;
} AtlasRange;

typedef enum
{
  ATLAS_BLOCK_HEADING,
  ATLAS_BLOCK_PARAGRAPH,
} AtlasBlockKind;

/**
 * AtlasBlock:
 * @text: plain text on one line, without marks
 * @emphases: where @text was written *so*
 * @mentions: what @text names; offsets are in @text
 *
 * A heading or a paragraph of an article. Owned by the article.
 */
typedef struct
{
  AtlasBlockKind kind;
  const char *text;
  guint n_emphases;
  const AtlasRange *emphases;
  AtlasMentions *mentions;
} AtlasBlock;

/**
 * AtlasArticle:
 *
 * A text with its blocks and mentions. Immutable, shared by threads.
 */
typedef struct _AtlasArticle AtlasArticle;

/**
 * AtlasArticleDraft:
 * @date: when it was written; from %ATLAS_DAY_MIN to %ATLAS_DAY_MAX where that is not known
 * @rests_on: (nullable): ends with NULL
 * @organisations: (nullable): ends with NULL
 * @blocks: (element-type AtlasBlock): without mentions; texts and emphases are copied
 *
 * What an article is made of.
 */
typedef struct
{
  const char *key;
  const char *title;
  const char *summary;
  const char *language;
  AtlasDate date;
  const char *const *rests_on;
  const char *const *organisations;
  const GArray *blocks;
} AtlasArticleDraft;

AtlasArticle *atlas_article_new (const AtlasArticleDraft *draft, const AtlasLinker *linker);
AtlasArticle *atlas_article_ref (AtlasArticle *self);
void atlas_article_unref (AtlasArticle *self);

/* The same in every translation: what links, `--article` and JSON call it. */
const char *atlas_article_get_key (const AtlasArticle *self);
const char *atlas_article_get_title (const AtlasArticle *self);
const char *atlas_article_get_summary (const AtlasArticle *self);
const AtlasDate *atlas_article_get_date (const AtlasArticle *self);
const char *atlas_article_get_language (const AtlasArticle *self);
/* Ids of rows of the data package (sources, events, memberships); ends with NULL. */
const char *const *atlas_article_get_rests_on (const AtlasArticle *self);
/* Ids of organisations that its front matter names; ends with NULL. */
const AtlasBlock *atlas_article_get_blocks (const AtlasArticle *self, guint *n);
AtlasMentions *atlas_article_get_title_mentions (const AtlasArticle *self);
AtlasMentions *atlas_article_get_summary_mentions (const AtlasArticle *self);
/* Countries first, each by how much the article is about it. */
const AtlasSubject *atlas_article_get_subjects (const AtlasArticle *self, guint *n);
const AtlasSubject *atlas_article_find_subject (const AtlasArticle *self, const char *target, gboolean is_organisation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasArticle, atlas_article_unref)

G_END_DECLS
