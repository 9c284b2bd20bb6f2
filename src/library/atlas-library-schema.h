/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-database.h"

G_BEGIN_DECLS

#define ATLAS_SCHEMA_VERSION 1

/* A day and an article in one number, so that the full-text index and all lists are in
 * the order of dates by themselves. */
#define ATLAS_DOC_SHIFT 31

/* Takes a database from one version to the next. */
typedef gboolean (*AtlasSchemaStep) (AtlasDatabase *database, GError **error);

gboolean atlas_schema_create (AtlasDatabase *database, GError **error);
gboolean atlas_schema_migrate (AtlasDatabase *database,
                               const char *path,
                               const AtlasSchemaStep *steps,
                               guint n_steps,
                               char **backup,
                               GError **error);
gboolean atlas_schema_get_version (AtlasDatabase *database, gint64 *version, GError **error);
gboolean atlas_schema_bring_forward (AtlasDatabase *database, const char *path, char **backup, GError **error);
char *atlas_schema_stamp (void);

G_END_DECLS
