/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-library.h"

G_BEGIN_DECLS

AtlasDatabase *atlas_rescue_open (const char *path,
                                  const AtlasLinker *linker,
                                  const char *version,
                                  AtlasLibraryReport *report,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
