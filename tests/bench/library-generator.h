/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-library-entry.h"

G_BEGIN_DECLS

AtlasLibraryEntry *library_generator_make (GRand *rand, guint n);

G_END_DECLS
