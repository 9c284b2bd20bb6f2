/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "atlas-briefing.h"
#include "atlas-dataset.h"
#include "atlas-document.h"
#include "atlas-geography.h"
#include "atlas-label-placer.h"
#include "atlas-library.h"
#include "atlas-map-painter.h"

G_BEGIN_DECLS

/**
 * AtlasContent:
 *
 * What the window tells of: the data package, the shapes on the map, the
 * briefings, the reader's own library, and the language that names are shown in.
 * Loaded once, by a worker: first what the map needs (AtlasContent:loaded), then
 * the texts (AtlasContent:texts-loaded), then the library (AtlasContent:library).
 * Until then its getters return %NULL.
 */
#define ATLAS_TYPE_CONTENT (atlas_content_get_type ())
G_DECLARE_FINAL_TYPE (AtlasContent, atlas_content, ATLAS, CONTENT, GObject)

AtlasContent *atlas_content_new (const char *directory);
char *atlas_content_find_directory (void);

void atlas_content_load_async (AtlasContent *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean atlas_content_load_finish (AtlasContent *self, GAsyncResult *result, GError **error);
void atlas_content_load_texts_async (AtlasContent *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean atlas_content_load_texts_finish (AtlasContent *self, GAsyncResult *result, GError **error);
AtlasDataset *atlas_content_load_dataset (const char *directory, GError **error);
void atlas_content_open_library_async (AtlasContent *self, const char *directory, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean atlas_content_open_library_finish (AtlasContent *self, GAsyncResult *result, GError **error);

const char *atlas_content_get_directory (AtlasContent *self);
gboolean atlas_content_is_loaded (AtlasContent *self);
AtlasDataset *atlas_content_get_dataset (AtlasContent *self);
AtlasGeography *atlas_content_get_geography (AtlasContent *self);
AtlasMapPainter *atlas_content_get_painter (AtlasContent *self);
AtlasLabelPlacer *atlas_content_take_placer (AtlasContent *self);

gboolean atlas_content_has_texts (AtlasContent *self);
const AtlasGazetteer *atlas_content_get_gazetteer (AtlasContent *self);
const AtlasBriefings *atlas_content_get_briefings (AtlasContent *self);
AtlasLinker *atlas_content_get_linker (AtlasContent *self);
AtlasLibrary *atlas_content_get_library (AtlasContent *self);
void atlas_content_put_document (AtlasContent *self, AtlasDocument *document);
AtlasDocument *atlas_content_take_document (AtlasContent *self, const char *key);
const char *atlas_content_get_library_problem (AtlasContent *self);
gboolean atlas_content_can_write (AtlasContent *self);
void atlas_content_stop (AtlasContent *self);

const char *atlas_content_get_language (AtlasContent *self);
void atlas_content_set_language (AtlasContent *self, const char *language);

G_END_DECLS
