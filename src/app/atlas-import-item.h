/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-import.h"

G_BEGIN_DECLS

/**
 * AtlasImportItem:
 *
 * What a reader brings as one article: a file, or text that was dropped or pasted.
 * Immutable, shared by threads.
 */
typedef struct _AtlasImportItem AtlasImportItem;

AtlasImportItem *atlas_import_item_new_for_file (GFile *file);
AtlasImportItem *atlas_import_item_new_for_text (const char *name, GBytes *text, GBytes *html);
AtlasImportItem *atlas_import_item_ref (AtlasImportItem *self);
void atlas_import_item_unref (AtlasImportItem *self);

const char *atlas_import_item_get_name (const AtlasImportItem *self);
char *atlas_import_item_dup_link (const AtlasImportItem *self);
char *atlas_import_item_dup_title (const AtlasImportItem *self);
AtlasImported *atlas_import_item_read (const AtlasImportItem *self, GCancellable *cancellable, GError **error);

GPtrArray *atlas_import_items_new (void);
GPtrArray *atlas_import_items_new_for_files (GFile *const *files, gsize n_files);
GPtrArray *atlas_import_items_open_folders (GPtrArray *items, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasImportItem, atlas_import_item_unref)

G_END_DECLS
