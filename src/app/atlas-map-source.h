/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

/**
 * AtlasMapSource:
 *
 * Tells the viewport how far it may zoom. It has no tiles: the layers paint.
 */
#define ATLAS_TYPE_MAP_SOURCE (atlas_map_source_get_type ())
G_DECLARE_FINAL_TYPE (AtlasMapSource, atlas_map_source, ATLAS, MAP_SOURCE, ShumateMapSource)

#define ATLAS_MAP_MIN_ZOOM 1
#define ATLAS_MAP_MAX_ZOOM 9

ShumateMapSource *atlas_map_source_new (void);

G_END_DECLS
