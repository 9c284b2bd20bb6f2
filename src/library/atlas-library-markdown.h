/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-library-entry.h"
#include "atlas-problem.h"

G_BEGIN_DECLS

char *atlas_library_entry_to_markdown (const AtlasLibraryEntry *self);
AtlasLibraryEntry *atlas_library_entry_from_markdown (const char *name, const char *data, gssize length, AtlasProblems *problems);

G_END_DECLS
