/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-database.h"
#include "atlas-library-links.h"
#include "atlas-library-query.h"

G_BEGIN_DECLS

/**
 * AtlasLibraryReport:
 * @read_only: whether nothing can be changed, because a newer program made the file
 * @version: the schema's version, as the file had it
 * @backup: (nullable): where an older file was copied to before it was brought forward
 * @set_aside: (nullable): where a damaged file was put
 * @n_saved: how many articles were saved from it
 * @n_lost: how many are known to be lost from it, at least
 *
 * What happened when a library was opened.
 */
typedef struct
{
  gboolean read_only;
  gint64 version;
  char *backup;
  char *set_aside;
  guint n_saved;
  guint n_lost;
} AtlasLibraryReport;

char *atlas_library_report_to_string (const AtlasLibraryReport *self);

/**
 * AtlasLibrary:
 *
 * The reader's own articles, in the file `articles.db` of a folder. Any thread may call
 * any function. Functions that end in `_async` do the same on a thread of their own; the
 * others block, and are for worker threads, atlasctl and tests.
 *
 * What a function that writes has done is on the disk when it returns, whole; where it
 * fails, nothing was changed. “changed” is emitted, after each change through this
 * object, in the main context of the thread that made it.
 */
#define ATLAS_TYPE_LIBRARY (atlas_library_get_type ())
G_DECLARE_FINAL_TYPE (AtlasLibrary, atlas_library, ATLAS, LIBRARY, GObject)

AtlasLibrary *atlas_library_open (const char *directory, AtlasGazetteer *gazetteer, AtlasLinker *linker, GCancellable *cancellable, GError **error);
void atlas_library_open_async (const char *directory,
                               AtlasGazetteer *gazetteer,
                               AtlasLinker *linker,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
AtlasLibrary *atlas_library_open_finish (GAsyncResult *result, GError **error);
char *atlas_library_get_usual_directory (void);
gboolean atlas_library_exists (const char *directory);
const AtlasLibraryReport *atlas_library_get_report (AtlasLibrary *self);
const char *atlas_library_get_path (AtlasLibrary *self);

/**
 * AtlasLibraryWork:
 *
 * Calls functions of @library on another thread.
 *
 * Returns: what the caller is to get; %NULL with @error set where it failed
 */
typedef gpointer (*AtlasLibraryWork) (AtlasLibrary *library, gpointer data, GCancellable *cancellable, GError **error);

void atlas_library_read_async (AtlasLibrary *self,
                               AtlasLibraryWork work,
                               gpointer data,
                               GDestroyNotify free_data,
                               GDestroyNotify free_result,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer callback_data);
void atlas_library_write_async (AtlasLibrary *self,
                                AtlasLibraryWork work,
                                gpointer data,
                                GDestroyNotify free_data,
                                GDestroyNotify free_result,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer callback_data);
gpointer atlas_library_finish (AtlasLibrary *self, GAsyncResult *result, GError **error);

/* Writing: each is one transaction. */
gboolean atlas_library_add (AtlasLibrary *self, const AtlasLibraryEntry *entry, char **key, GCancellable *cancellable, GError **error);
gboolean atlas_library_update (AtlasLibrary *self, const char *key, const AtlasLibraryEntry *entry, GCancellable *cancellable, GError **error);
gboolean atlas_library_set_tags (AtlasLibrary *self, const char *key, const char *const *tags, GCancellable *cancellable, GError **error);
gboolean atlas_library_set_read (AtlasLibrary *self, const char *key, gboolean read, GCancellable *cancellable, GError **error);
gboolean atlas_library_set_deleted (AtlasLibrary *self, const char *key, gboolean deleted, GCancellable *cancellable, GError **error);
gboolean atlas_library_remove (AtlasLibrary *self, const char *key, GCancellable *cancellable, GError **error);
gboolean atlas_library_purge (AtlasLibrary *self, gint64 deleted_before, guint *n_purged, GCancellable *cancellable, GError **error);
gboolean atlas_library_correct (AtlasLibrary *self, const char *key, const AtlasCorrection *correction, GCancellable *cancellable, GError **error);
gboolean atlas_library_uncorrect (AtlasLibrary *self, const char *key, GCancellable *cancellable, GError **error);
gboolean atlas_library_relink (AtlasLibrary *self, guint *n_relinked, GCancellable *cancellable, GError **error);

/* Reading */
AtlasLibraryArticle *atlas_library_get (AtlasLibrary *self, const char *key, GCancellable *cancellable, GError **error);
AtlasLibraryMatch atlas_library_find_same (AtlasLibrary *self,
                                           const AtlasLibraryEntry *entry,
                                           char **key,
                                           double *likeness,
                                           GCancellable *cancellable,
                                           GError **error);
GPtrArray *atlas_library_list (AtlasLibrary *self, const AtlasLibraryQuery *query, GCancellable *cancellable, GError **error);
GArray *atlas_library_divide (AtlasLibrary *self,
                              const AtlasLibraryQuery *query,
                              const char *const *ends,
                              guint size,
                              GCancellable *cancellable,
                              GError **error);
GPtrArray *atlas_library_search (AtlasLibrary *self, const char *words, guint limit, GCancellable *cancellable, GError **error);
GPtrArray *atlas_library_get_excerpts (AtlasLibrary *self,
                                       const char *target,
                                       gboolean is_organisation,
                                       AtlasDay on,
                                       gboolean later,
                                       guint limit,
                                       GCancellable *cancellable,
                                       GError **error);
gboolean atlas_library_count_excerpts (AtlasLibrary *self,
                                       const char *const *targets,
                                       gboolean is_organisation,
                                       AtlasDay until,
                                       guint *n,
                                       guint *n_later,
                                       GCancellable *cancellable,
                                       GError **error);
gboolean atlas_library_count (AtlasLibrary *self, guint *n, GCancellable *cancellable, GError **error);
char **atlas_library_list_tags (AtlasLibrary *self, GCancellable *cancellable, GError **error);
char **atlas_library_list_languages (AtlasLibrary *self, GCancellable *cancellable, GError **error);
GPtrArray *atlas_library_check (AtlasLibrary *self, GCancellable *cancellable, GError **error);

G_END_DECLS
