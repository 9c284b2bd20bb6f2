/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-result.h"
#include "atlas-word-index.h"

G_BEGIN_DECLS

/**
 * AtlasFinder:
 *
 * Finds what the atlas itself tells of: by its names, and by words of its texts.
 * Immutable, shared by threads.
 */
typedef struct _AtlasFinder AtlasFinder;

AtlasFinder *atlas_finder_new (const AtlasDataset *dataset, const AtlasGazetteer *gazetteer, const AtlasBriefings *briefings, const char *language);
AtlasFinder *atlas_finder_ref (AtlasFinder *self);
void atlas_finder_unref (AtlasFinder *self);

/**
 * AtlasFindings:
 * @results: for each kind (nullable) (element-type AtlasResult): names first
 * @order: (element-type AtlasFoundKind): kinds of which names were found, that of the
 *   best name first; all others have but texts, or nothing
 * @n: how many results there are
 */
typedef struct
{
  GPtrArray *results[ATLAS_N_FOUND_KINDS];
  GArray *order;
  guint n;
} AtlasFindings;

AtlasFindings *atlas_finder_find (AtlasFinder *self, const char *words);
void atlas_findings_free (AtlasFindings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFinder, atlas_finder_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFindings, atlas_findings_free)

G_END_DECLS
