/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-library.h"
#include "atlas-problem.h"

G_BEGIN_DECLS

gboolean atlas_library_export (AtlasLibrary *self, const char *directory, guint *n_exported, GCancellable *cancellable, GError **error);
gboolean atlas_library_export_some (AtlasLibrary *self,
                                    const char *const *keys,
                                    const char *directory,
                                    guint *n_exported,
                                    GCancellable *cancellable,
                                    GError **error);
gboolean atlas_library_import_folder (AtlasLibrary *self,
                                      const char *directory,
                                      guint *n_added,
                                      guint *n_known,
                                      AtlasProblems *problems,
                                      GCancellable *cancellable,
                                      GError **error);

G_END_DECLS
