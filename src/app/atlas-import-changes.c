/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-import-changes.h"

/**
 * atlas_import_changes_new:
 *
 * Returns: (transfer full): none yet
 */
AtlasImportChanges *
atlas_import_changes_new (void)
{
  AtlasImportChanges *self = g_atomic_rc_box_new0 (AtlasImportChanges);

  self->added = g_ptr_array_new_with_free_func (g_free);
  self->replaced = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_library_entry_free);
  return self;
}

/**
 * atlas_import_changes_ref:
 */
AtlasImportChanges *
atlas_import_changes_ref (AtlasImportChanges *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
changes_clear (gpointer data)
{
  AtlasImportChanges *self = data;

  g_ptr_array_unref (self->added);
  g_ptr_array_unref (self->replaced);
}

/**
 * atlas_import_changes_unref:
 */
void
atlas_import_changes_unref (AtlasImportChanges *self)
{
  g_atomic_rc_box_release_full (self, changes_clear);
}

/**
 * atlas_import_changes_is_empty:
 *
 * Returns: whether there is nothing to undo
 */
gboolean
atlas_import_changes_is_empty (const AtlasImportChanges *self)
{
  return self->added->len == 0 && self->replaced->len == 0;
}

/**
 * atlas_import_changes_has:
 *
 * Returns: whether the article of that key came with them
 */
gboolean
atlas_import_changes_has (const AtlasImportChanges *self,
                          const char *key)
{
  return g_ptr_array_find_with_equal_func (self->added, key, g_str_equal, NULL);
}

/* All of it is tried; the first error is told. */
static gpointer
undo (AtlasLibrary *library,
      gpointer data,
      GCancellable *cancellable,
      GError **error)
{
  const AtlasImportChanges *self = data;
  g_autoptr (GError) first = NULL;

  for (guint i = 0; i < self->added->len; i++)
    atlas_library_set_deleted (library, g_ptr_array_index (self->added, i), TRUE, NULL, first == NULL ? &first : NULL);
  for (guint i = 0; i < self->replaced->len; i++)
    {
      const AtlasLibraryEntry *entry = g_ptr_array_index (self->replaced, i);

      atlas_library_update (library, entry->key, entry, NULL, first == NULL ? &first : NULL);
    }
  if (first != NULL)
    g_propagate_error (error, g_steal_pointer (&first));
  return GINT_TO_POINTER (TRUE);
}

/**
 * atlas_import_changes_undo_async:
 * @self: not to be changed any more
 *
 * Deletes, so that it can be brought back, what came, and puts the texts that were
 * replaced into their places again.
 */
void
atlas_import_changes_undo_async (AtlasImportChanges *self,
                                 AtlasLibrary *library,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  atlas_library_write_async (library, undo, atlas_import_changes_ref (self), (GDestroyNotify) atlas_import_changes_unref, NULL, NULL, callback, user_data);
}

/**
 * atlas_import_changes_undo_finish:
 *
 * Returns: whether all was undone
 */
gboolean
atlas_import_changes_undo_finish (AtlasLibrary *library,
                                  GAsyncResult *result,
                                  GError **error)
{
  return atlas_library_finish (library, result, error) != NULL;
}
