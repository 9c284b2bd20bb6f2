/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-library.h"

G_BEGIN_DECLS

/**
 * AtlasImportChanges:
 * @added: (element-type utf8): keys of articles that came into the library
 * @replaced: (element-type AtlasLibraryEntry): articles as they were before another
 *   text took their place, with their keys
 *
 * What an import did to the library, so that it can be undone.
 */
typedef struct
{
  GPtrArray *added;
  GPtrArray *replaced;
} AtlasImportChanges;

AtlasImportChanges *atlas_import_changes_new (void);
AtlasImportChanges *atlas_import_changes_ref (AtlasImportChanges *self);
void atlas_import_changes_unref (AtlasImportChanges *self);

gboolean atlas_import_changes_is_empty (const AtlasImportChanges *self);
gboolean atlas_import_changes_has (const AtlasImportChanges *self, const char *key);
void atlas_import_changes_undo_async (AtlasImportChanges *self, AtlasLibrary *library, GAsyncReadyCallback callback, gpointer user_data);
gboolean atlas_import_changes_undo_finish (AtlasLibrary *library, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasImportChanges, atlas_import_changes_unref)

G_END_DECLS
