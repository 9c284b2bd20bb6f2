/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-library.h"

G_BEGIN_DECLS

/**
 * AtlasRelinking:
 *
 * A thread that links anew what another gazetteer has linked, one article after the
 * other; the reader can use the library meanwhile.
 */
typedef struct _AtlasRelinking AtlasRelinking;

AtlasRelinking *atlas_relinking_start (AtlasLibrary *library);
void atlas_relinking_stop (AtlasRelinking *self);

G_END_DECLS
