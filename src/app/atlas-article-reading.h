/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-article-filter.h"
#include "atlas-briefing-list.h"
#include "atlas-library.h"

G_BEGIN_DECLS

/**
 * AtlasBundle:
 *
 * The briefings with an index of their words, which is made when it is first asked for.
 * Any thread may use it.
 */
typedef struct _AtlasBundle AtlasBundle;

AtlasBundle *atlas_bundle_new (const AtlasBriefings *briefings, const char *language);
AtlasBundle *atlas_bundle_ref (AtlasBundle *self);
void atlas_bundle_unref (AtlasBundle *self);
GPtrArray *atlas_bundle_list (AtlasBundle *self, const AtlasLibraryQuery *query, GError **error);

/**
 * AtlasArticleRun:
 * @part: number of the stretch
 * @after: (nullable): cursor of what is before its first article
 * @end: (nullable): cursor of its last; %NULL for all to the end of the list
 * @limit: how many articles at most; where the list is divided, as many as there are
 * @own: (nullable) (element-type AtlasLibraryItem): what was read; %NULL where the stretch
 *   is divided itself
 *
 * A stretch of the library's list that is to be read.
 */
typedef struct
{
  guint part;
  char *after;
  char *end;
  guint limit;
  GPtrArray *own;
} AtlasArticleRun;

/**
 * AtlasArticleReading:
 * @library: (nullable): %NULL reads no articles of the reader's own
 * @bundle: (nullable): %NULL reads no briefings
 * @size: how many articles a stretch has
 * @ends: (nullable): as of atlas_library_divide(); %NULL divides nothing
 * @runs: (element-type AtlasArticleRun): what to read
 * @briefings: (nullable) (element-type AtlasLibraryItem): what was read
 * @stretches: (nullable) (element-type AtlasLibraryStretch): how the list is divided now
 * @duration: microseconds that it took
 *
 * What a thread reads for an #AtlasArticleModel.
 */
typedef struct
{
  AtlasLibrary *library;
  AtlasBundle *bundle;
  AtlasArticleFilter filter;
  guint size;
  GStrv ends;
  GArray *runs;
  GPtrArray *briefings;
  GArray *stretches;
  gint64 duration;
} AtlasArticleReading;

AtlasArticleReading *atlas_article_reading_new (AtlasLibrary *library, const AtlasArticleFilter *filter, guint size);
void atlas_article_reading_free (AtlasArticleReading *self);
void atlas_article_reading_add_run (AtlasArticleReading *self, guint part, const char *after, const char *end, guint limit);
void atlas_article_reading_start (AtlasArticleReading *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
AtlasArticleReading *atlas_article_reading_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasBundle, atlas_bundle_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasArticleReading, atlas_article_reading_free)

G_END_DECLS
