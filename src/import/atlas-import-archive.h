/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-import-error.h"

G_BEGIN_DECLS

/**
 * AtlasImportArchive:
 *
 * The members of a zip file that hold text, unpacked within limits.
 */
typedef struct _AtlasImportArchive AtlasImportArchive;

AtlasImportArchive *atlas_import_archive_new (const char *name, const char *data, gsize length, GError **error);
void atlas_import_archive_free (AtlasImportArchive *self);
GBytes *atlas_import_archive_find (const AtlasImportArchive *self, const char *path);
char *atlas_import_archive_resolve (const char *base, const char *reference);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasImportArchive, atlas_import_archive_free)

G_END_DECLS
