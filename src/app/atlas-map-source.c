/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-map-source.h"

#include "atlas-projection.h"

struct _AtlasMapSource
{
  ShumateMapSource parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasMapSource, atlas_map_source, SHUMATE_TYPE_MAP_SOURCE)

static void
atlas_map_source_class_init (AtlasMapSourceClass *klass)
{
}

static void
atlas_map_source_init (AtlasMapSource *self)
{
  ShumateMapSource *source = SHUMATE_MAP_SOURCE (self);

  shumate_map_source_set_id (source, "alliance-atlas");
  shumate_map_source_set_tile_size (source, ATLAS_TILE_SIZE);
  shumate_map_source_set_min_zoom_level (source, ATLAS_MAP_MIN_ZOOM);
  shumate_map_source_set_max_zoom_level (source, ATLAS_MAP_MAX_ZOOM);
  shumate_map_source_set_projection (source, SHUMATE_MAP_PROJECTION_MERCATOR);
}

/**
 * atlas_map_source_new:
 *
 * Returns: (transfer full): a source with the zooms that the map has
 */
ShumateMapSource *
atlas_map_source_new (void)
{
  return g_object_new (ATLAS_TYPE_MAP_SOURCE, NULL);
}
