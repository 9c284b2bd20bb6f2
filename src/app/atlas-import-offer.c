/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-import-offer.h"

/* Below this an address does not say that it is one article: a page may have a new
 * one each day. */
#define SAME_PAGE 0.3

static gboolean
is_known (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Two papers may print one text of an agency: these are two articles. */
static AtlasImportChoice
find_likely_choice (const AtlasLibraryEntry *entry,
                    const AtlasLibraryEntry *old,
                    AtlasLibraryMatch match,
                    double likeness)
{
  if (match == ATLAS_LIBRARY_MATCH_SAME_ADDRESS)
    return likeness >= SAME_PAGE ? ATLAS_IMPORT_UPDATE : ATLAS_IMPORT_KEEP_BOTH;
  return is_known (entry->address) && is_known (old->address) ? ATLAS_IMPORT_KEEP_BOTH : ATLAS_IMPORT_UPDATE;
}

/**
 * atlas_import_offer_new:
 * @entry: (transfer full): what was brought
 * @old: what the library has
 *
 * Returns: (transfer full): the offer
 */
AtlasImportOffer *
atlas_import_offer_new (AtlasLibraryEntry *entry,
                        const AtlasLibraryEntry *old,
                        AtlasLibraryMatch match,
                        double likeness)
{
  AtlasImportOffer *self = g_new0 (AtlasImportOffer, 1);

  self->entry = entry;
  /* A file that says no title does not say another. */
  if (!is_known (entry->title))
    g_set_str (&entry->title, old->title);
  self->key = g_strdup (old->key);
  self->old_title = g_strdup (old->title);
  self->old_date = is_known (old->date) ? g_strdup (old->date) : NULL;
  self->old_imported_at = old->imported_at;
  self->match = match;
  self->likeness = likeness;
  self->choice = find_likely_choice (entry, old, match, likeness);
  return self;
}

/**
 * atlas_import_offer_free:
 */
void
atlas_import_offer_free (AtlasImportOffer *self)
{
  atlas_library_entry_free (self->entry);
  g_free (self->key);
  g_free (self->old_title);
  g_free (self->old_date);
  g_free (self);
}

/* --- What the reader chose ---------------------------------------------------- */

static gboolean
update (const AtlasImportOffer *self,
        AtlasLibrary *library,
        AtlasImportChanges *changes,
        GError **error)
{
  g_autoptr (AtlasLibraryArticle) old = atlas_library_get (library, self->key, NULL, error);
  g_autoptr (AtlasLibraryEntry) new = atlas_library_entry_copy (self->entry);

  if (old == NULL)
    return FALSE;
  atlas_library_entry_complete (new, old->entry);
  if (!atlas_library_update (library, self->key, new, NULL, error))
    return FALSE;
  g_ptr_array_add (changes->replaced, g_steal_pointer (&old->entry));
  return TRUE;
}

static gboolean
keep_both (const AtlasImportOffer *self,
           AtlasLibrary *library,
           AtlasImportChanges *changes,
           GError **error)
{
  char *key = NULL;

  if (!atlas_library_add (library, self->entry, &key, NULL, error))
    return FALSE;
  g_ptr_array_add (changes->added, key);
  return TRUE;
}

static gboolean
apply_one (const AtlasImportOffer *self,
           AtlasLibrary *library,
           AtlasImportChanges *changes,
           GError **error)
{
  if (self->choice == ATLAS_IMPORT_UPDATE)
    return update (self, library, changes, error);
  return self->choice == ATLAS_IMPORT_SKIP || keep_both (self, library, changes, error);
}

typedef struct
{
  AtlasImportChanges *changes;
  GError *error;
} Applied;

static void
applied_free (gpointer data)
{
  Applied *self = data;

  g_clear_pointer (&self->changes, atlas_import_changes_unref);
  g_clear_error (&self->error);
  g_free (self);
}

/* What was done before an error stays done, and has to be told with it. */
static gpointer
apply (AtlasLibrary *library,
       gpointer data,
       GCancellable *cancellable,
       GError **error)
{
  const GPtrArray *offers = data;
  Applied *applied = g_new0 (Applied, 1);

  applied->changes = atlas_import_changes_new ();
  for (guint i = 0; i < offers->len && applied->error == NULL; i++)
    apply_one (g_ptr_array_index (offers, i), library, applied->changes, &applied->error);
  return applied;
}

/**
 * atlas_import_offers_apply_async:
 * @offers: (element-type AtlasImportOffer): with the reader's choices, not to be
 *   changed until the end
 *
 * Does what the reader chose, one offer after the other, up to the first error.
 */
void
atlas_import_offers_apply_async (GPtrArray *offers,
                                 AtlasLibrary *library,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  atlas_library_write_async (library, apply, g_ptr_array_ref (offers), (GDestroyNotify) g_ptr_array_unref, applied_free, NULL, callback, user_data);
}

/**
 * atlas_import_offers_apply_finish:
 * @error: set where it ended early; the rest stays as it was
 *
 * Returns: (transfer full): what was done, also with @error set
 */
AtlasImportChanges *
atlas_import_offers_apply_finish (AtlasLibrary *library,
                                  GAsyncResult *result,
                                  GError **error)
{
  Applied *applied = atlas_library_finish (library, result, error);
  AtlasImportChanges *changes;

  if (applied == NULL)
    return atlas_import_changes_new ();
  changes = g_steal_pointer (&applied->changes);
  if (applied->error != NULL)
    g_propagate_error (error, g_steal_pointer (&applied->error));
  applied_free (applied);
  return changes;
}
