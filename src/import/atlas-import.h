/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-imported.h"

G_BEGIN_DECLS

/* All of these have files read by helper processes, so that a file made to do harm
 * harms nobody: see atlas-import-serve.h. */

void atlas_import_prepare (void);

AtlasImported *atlas_import_bytes (const char *name, GBytes *bytes, GCancellable *cancellable, GError **error);
AtlasImported *atlas_import_file (GFile *file, GCancellable *cancellable, GError **error);

void atlas_import_bytes_async (const char *name, GBytes *bytes, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void atlas_import_file_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
AtlasImported *atlas_import_finish (GAsyncResult *result, GError **error);

/**
 * AtlasImportProgress:
 * @file: one of the files
 * @i: its place among them
 * @imported: (nullable): what was found in it
 * @error: (nullable): why nothing was
 * @n_done: how many files are done with, this one among them
 *
 * Called in the main context of the caller, in the order in which files are done.
 */
typedef void (*AtlasImportProgress) (GFile *file, guint i, AtlasImported *imported, const GError *error, guint n_done, gpointer user_data);

void atlas_import_batch_async (GPtrArray *files, GCancellable *cancellable, AtlasImportProgress progress, gpointer progress_data, GAsyncReadyCallback callback, gpointer user_data);
gboolean atlas_import_batch_finish (GAsyncResult *result, GError **error);

G_END_DECLS
