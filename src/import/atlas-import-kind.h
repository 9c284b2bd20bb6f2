/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-imported.h"

G_BEGIN_DECLS

gboolean atlas_import_kind_find (const char *name, const char *data, gsize length, AtlasFormat *format, GError **error);
gboolean atlas_import_kind_is_markdown (const char *name, const char *text);

G_END_DECLS
