/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

const AtlasCountry *atlas_neighbours_find (const AtlasDataset *dataset, const AtlasPoint *from, int dx, int dy);
const AtlasCountry *atlas_neighbours_find_nearest (const AtlasDataset *dataset, const AtlasPoint *from);

G_END_DECLS
