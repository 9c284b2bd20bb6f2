/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-area.h"
#include "atlas-country.h"
#include "atlas-event.h"
#include "atlas-membership.h"
#include "atlas-organisation.h"
#include "atlas-problem.h"

G_BEGIN_DECLS

/**
 * AtlasDataset:
 *
 * A loaded data package. Immutable: threads share it without locks. All that
 * its getters return belongs to it and lives as long as it does.
 */
typedef struct _AtlasDataset AtlasDataset;

AtlasDataset *atlas_dataset_load (const char *directory, AtlasProblems *problems);
AtlasDataset *atlas_dataset_ref (AtlasDataset *self);
void atlas_dataset_unref (AtlasDataset *self);

const char *atlas_dataset_get_version (const AtlasDataset *self);
AtlasDay atlas_dataset_get_verified_until (const AtlasDataset *self);
AtlasDay atlas_dataset_get_last_border_change (const AtlasDataset *self);

/* In the file's order; tracked lineages are those with `tracked` and no successor. */
const AtlasOrganisation *const *atlas_dataset_get_organisations (const AtlasDataset *self, guint *n);
const AtlasOrganisation *const *atlas_dataset_get_lineages (const AtlasDataset *self, guint *n);
const AtlasOrganisation *atlas_dataset_find_organisation (const AtlasDataset *self, const char *id);

const AtlasCountry *const *atlas_dataset_get_countries (const AtlasDataset *self, guint *n);
const AtlasCountry *atlas_dataset_find_country (const AtlasDataset *self, const char *code);

const AtlasArea *const *atlas_dataset_get_areas (const AtlasDataset *self, guint *n);
const AtlasArea *atlas_dataset_find_area (const AtlasDataset *self, const char *id);

const AtlasMembership *const *atlas_dataset_get_memberships (const AtlasDataset *self, guint *n);
const AtlasEvent *const *atlas_dataset_get_events (const AtlasDataset *self, guint *n); /* by date */
const AtlasEvent *atlas_dataset_find_event (const AtlasDataset *self, const char *id);
const AtlasSource *const *atlas_dataset_get_sources (const AtlasDataset *self, guint *n);
const AtlasSource *atlas_dataset_find_source (const AtlasDataset *self, const char *id);

/* Glossary: @id is "status:observer" or "org:CSTO". NULL where there is none. */
const char *atlas_dataset_get_glossary_term (const AtlasDataset *self, const char *id, const char *language);
const char *atlas_dataset_get_glossary_text (const AtlasDataset *self, const char *id, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasDataset, atlas_dataset_unref)

G_END_DECLS
