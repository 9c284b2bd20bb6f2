/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-import-changes.h"
#include "atlas-import-item.h"
#include "atlas-import-offer.h"

G_BEGIN_DECLS

/**
 * AtlasImportFailure:
 * @name: what was brought
 * @message: what is wrong with it and how to mend that
 */
typedef struct
{
  char *name;
  char *message;
} AtlasImportFailure;

/**
 * AtlasImportJob:
 *
 * Brings articles into the library: reads them in helper processes, a few at a time,
 * and keeps each as soon as it is read. What the library has already is not kept
 * again; what seems to be another version of something in it is held back as an
 * offer. Nothing of this blocks the main loop, and memory does not grow with the
 * number of articles.
 */
#define ATLAS_TYPE_IMPORT_JOB (atlas_import_job_get_type ())
G_DECLARE_FINAL_TYPE (AtlasImportJob, atlas_import_job, ATLAS, IMPORT_JOB, GObject)

AtlasImportJob *atlas_import_job_new (AtlasLibrary *library, GPtrArray *items);

void atlas_import_job_run_async (AtlasImportJob *self, GAsyncReadyCallback callback, gpointer user_data);
void atlas_import_job_run_finish (AtlasImportJob *self, GAsyncResult *result);
void atlas_import_job_cancel (AtlasImportJob *self);

/* Progress */
guint atlas_import_job_get_n_items (AtlasImportJob *self);
guint atlas_import_job_get_n_done (AtlasImportJob *self);
const char *atlas_import_job_get_current (AtlasImportJob *self);

/* What became of it, complete when it has run */
AtlasImportChanges *atlas_import_job_get_changes (AtlasImportJob *self);
const GPtrArray *atlas_import_job_get_known (AtlasImportJob *self);
GPtrArray *atlas_import_job_get_offers (AtlasImportJob *self);
const GPtrArray *atlas_import_job_get_failures (AtlasImportJob *self);
const char *atlas_import_job_get_warning (AtlasImportJob *self);
gboolean atlas_import_job_is_cancelled (AtlasImportJob *self);
const char *atlas_import_job_get_problem (AtlasImportJob *self);

G_END_DECLS
