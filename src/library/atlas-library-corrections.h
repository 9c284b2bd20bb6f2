/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-library.h"

G_BEGIN_DECLS

/**
 * AtlasLibraryCorrected:
 * @key: of the article
 * @title: of the article
 *
 * A correction with the article that it is kept with.
 */
typedef struct
{
  char *key;
  char *title;
  AtlasCorrection correction;
} AtlasLibraryCorrected;

void atlas_library_corrected_free (AtlasLibraryCorrected *self);
GPtrArray *atlas_library_list_corrections (AtlasLibrary *self, const char *key, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLibraryCorrected, atlas_library_corrected_free)

G_END_DECLS
