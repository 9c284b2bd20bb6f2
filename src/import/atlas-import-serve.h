/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-imported.h"

G_BEGIN_DECLS

typedef AtlasImported *(*AtlasExtractFunc) (const char *name, GBytes *bytes, GError **error);

int atlas_import_serve (AtlasExtractFunc extract);

G_END_DECLS
