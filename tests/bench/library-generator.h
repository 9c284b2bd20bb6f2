/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-library-private.h"

G_BEGIN_DECLS

/* How many articles the big library has. */
#define LIBRARY_GENERATOR_MANY 100000

AtlasLibraryEntry *library_generator_make (GRand *rand, guint n);
char *library_generator_fill (AtlasGazetteer *gazetteer, AtlasLinker *linker);
void library_generator_use (void);

G_END_DECLS
