/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-imported.h"

G_BEGIN_DECLS

AtlasImported *atlas_extract (const char *name, GBytes *bytes, GError **error);
void atlas_extract_warm_up (void);

G_END_DECLS
