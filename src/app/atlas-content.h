/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "atlas-dataset.h"
#include "atlas-geography.h"

G_BEGIN_DECLS

/**
 * AtlasContent:
 *
 * What the window tells of: the data package, the shapes on the map, and the
 * language that names are shown in. Loaded once, by a worker; all its getters
 * return %NULL until AtlasContent:loaded.
 */
#define ATLAS_TYPE_CONTENT (atlas_content_get_type ())
G_DECLARE_FINAL_TYPE (AtlasContent, atlas_content, ATLAS, CONTENT, GObject)

AtlasContent *atlas_content_new (const char *directory);
char *atlas_content_find_directory (void);

void atlas_content_load_async (AtlasContent *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean atlas_content_load_finish (AtlasContent *self, GAsyncResult *result, GError **error);

gboolean atlas_content_is_loaded (AtlasContent *self);
const AtlasDataset *atlas_content_get_dataset (AtlasContent *self);
AtlasGeography *atlas_content_get_geography (AtlasContent *self);

const char *atlas_content_get_language (AtlasContent *self);
void atlas_content_set_language (AtlasContent *self, const char *language);

G_END_DECLS
