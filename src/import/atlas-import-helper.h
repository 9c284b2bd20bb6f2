/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-imported.h"

G_BEGIN_DECLS

AtlasImported *atlas_import_helper_run (const char *name, GBytes *bytes, GCancellable *cancellable, GError **error);
void atlas_import_helper_prepare (void);
void atlas_import_helper_set_seconds (guint seconds);

G_END_DECLS
