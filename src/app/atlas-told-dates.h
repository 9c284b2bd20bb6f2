/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-event.h"
#include "atlas-library-entry.h"

G_BEGIN_DECLS

GPtrArray *atlas_told_dates_find (const AtlasLibraryEntry *entry);

G_END_DECLS
