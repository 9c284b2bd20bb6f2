/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-imported.h"
#include "atlas-library-entry.h"

G_BEGIN_DECLS

AtlasLibraryEntry *atlas_library_entry_from_imported (AtlasImported *imported, const char *fallback_title);

G_END_DECLS
