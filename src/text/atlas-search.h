/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-briefing.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_SEARCH_COUNTRY,
  ATLAS_SEARCH_ORGANISATION,
  ATLAS_SEARCH_EVENT,
  ATLAS_SEARCH_ARTICLE,
} AtlasSearchKind;

/**
 * AtlasSearchItem:
 * @id: code of a country, id of an organisation or event, key of an article
 * @title: its name in the reader's language
 * @subtitle: (nullable): what tells it from others: the capital, the date, or
 *   the name by which it was found, where that is not @title
 *
 * A thing that was found. @id and @title belong to the AtlasSearch.
 */
typedef struct
{
  AtlasSearchKind kind;
  const char *id;
  const char *title;
  char *subtitle;
} AtlasSearchItem;

void atlas_search_item_free (AtlasSearchItem *self);

/**
 * AtlasSearch:
 *
 * Finds countries, organisations, events and articles by any of their names, not by
 * their texts.
 * Immutable, shared by threads.
 */
typedef struct _AtlasSearch AtlasSearch;

AtlasSearch *atlas_search_new (const AtlasDataset *dataset, const AtlasGazetteer *gazetteer, const AtlasBriefings *briefings, const char *language);
AtlasSearch *atlas_search_ref (AtlasSearch *self);
void atlas_search_unref (AtlasSearch *self);

/* (transfer full): AtlasSearchItem*, best first, @limit at most. */
GPtrArray *atlas_search_query (const AtlasSearch *self, const char *words, guint limit);

/* Case, accents and kinds of spaces and quotes folded away: what names are compared by. */
char *atlas_search_fold (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSearch, atlas_search_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSearchItem, atlas_search_item_free)

G_END_DECLS
