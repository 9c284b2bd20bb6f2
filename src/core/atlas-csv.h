/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-problem.h"

G_BEGIN_DECLS

/**
 * AtlasCsv:
 *
 * A CSV file (RFC 4180) read whole, with the line of every record; fields are
 * reached by the header's column names.
 */
typedef struct _AtlasCsv AtlasCsv;

AtlasCsv *atlas_csv_new_from_file (const char *path, const char *const *columns, AtlasProblems *problems);
AtlasCsv *atlas_csv_new_from_data (const char *name, const char *data, gssize length, const char *const *columns, AtlasProblems *problems);
void atlas_csv_free (AtlasCsv *self);
guint atlas_csv_get_n_records (const AtlasCsv *self);
guint atlas_csv_get_line (const AtlasCsv *self, guint record);
const char *atlas_csv_get_name (const AtlasCsv *self);
void atlas_csv_locate (const AtlasCsv *self, guint record, guint column, guint *line, guint *code_point);
void atlas_csv_freeze (AtlasCsv *self);
const char *atlas_csv_get (const AtlasCsv *self, guint record, guint column);

/* Writing: a field quoted where RFC 4180 asks for it. */
void atlas_csv_append_field (GString *out, const char *field, gboolean last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCsv, atlas_csv_free)

G_END_DECLS
