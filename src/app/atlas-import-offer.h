/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-import-changes.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_IMPORT_UPDATE,    /* the new text takes the old one's place */
  ATLAS_IMPORT_KEEP_BOTH, /* the new one becomes an article of its own */
  ATLAS_IMPORT_SKIP,      /* the old one stays as it is */
  ATLAS_N_IMPORT_CHOICES
} AtlasImportChoice;

/**
 * AtlasImportOffer:
 * @entry: what was brought
 * @key: of the article in the library that it seems to be
 * @old_title: of that one
 * @old_date: (nullable): when that one was written, EDTF
 * @old_imported_at: when that one came, microseconds since 1970
 * @match: why they seem the same: the address, or what they say
 * @likeness: the share of their runs of words that both have, 0 to 1
 * @choice: what is to be done; at first what is likely right
 *
 * An article that seems to be another version of one that the library has: the
 * reader decides.
 */
typedef struct
{
  AtlasLibraryEntry *entry;
  char *key;
  char *old_title;
  char *old_date;
  gint64 old_imported_at;
  AtlasLibraryMatch match;
  double likeness;
  AtlasImportChoice choice;
} AtlasImportOffer;

AtlasImportOffer *atlas_import_offer_new (AtlasLibraryEntry *entry, const AtlasLibraryEntry *old, AtlasLibraryMatch match, double likeness);
void atlas_import_offer_free (AtlasImportOffer *self);

void atlas_import_offers_apply_async (GPtrArray *offers, AtlasLibrary *library, GAsyncReadyCallback callback, gpointer user_data);
AtlasImportChanges *atlas_import_offers_apply_finish (AtlasLibrary *library, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasImportOffer, atlas_import_offer_free)

G_END_DECLS
