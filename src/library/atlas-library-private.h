/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-library.h"

G_BEGIN_DECLS

/* How long a deleted article can be brought back, in microseconds. */
#define ATLAS_LIBRARY_KEPT_DELETED (30 * G_TIME_SPAN_DAY)

/* Two texts are one article from this share of common shingles on. */
#define ATLAS_LIBRARY_ALIKE 0.9

/* The one connection that writes, with a transaction that has begun; %NULL where that is
 * not possible. Every begin that succeeds is followed by one end. */
AtlasDatabase *atlas_library_begin_write (AtlasLibrary *self, GCancellable *cancellable, GError **error);
gboolean atlas_library_end_write (AtlasLibrary *self, gboolean done, GError **error);

/* A connection that only reads, for this thread until it is given back. */
AtlasDatabase *atlas_library_begin_read (AtlasLibrary *self, GCancellable *cancellable, GError **error);
void atlas_library_end_read (AtlasLibrary *self, AtlasDatabase *database);

gboolean atlas_library_limit_pages (AtlasLibrary *self, guint n_pages);
AtlasLinker *atlas_library_get_linker (AtlasLibrary *self);
const char *atlas_library_get_links_version (AtlasLibrary *self);

gboolean atlas_library_find_id (AtlasDatabase *database, const char *key, gint64 *id, GError **error);
AtlasLibraryEntry *atlas_library_load_entry (AtlasDatabase *database, gint64 id, char **gazetteer, GError **error);
gboolean atlas_library_insert_entry (AtlasDatabase *database, const AtlasLibraryEntry *entry, const AtlasLinker *linker, const char *version, GError **error);

/* What atlas_library_take_correction() takes, from the first column on. */
#define ATLAS_CORRECTION_COLUMNS "c.what, c.target, c.is_organisation, c.whole, c.block, c.start, c.end, c.quote, c.created_at"
#define ATLAS_N_CORRECTION_COLUMNS 9
gboolean atlas_library_take_correction (sqlite3_stmt *statement, AtlasCorrection *correction);

char *atlas_library_parse_words (const char *words);
char *atlas_library_read_snippet (const char *marked, GArray **marks);
char *atlas_library_fold_title (const char *title);
AtlasLibraryItem *atlas_library_item_new_for_briefing (const AtlasArticle *article);

G_END_DECLS
