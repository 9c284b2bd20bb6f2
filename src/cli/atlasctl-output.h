/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlasctl.h"
#include "atlas-article.h"
#include "atlas-query.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Standard output, always in UTF-8. */
void atlasctl_print (const char *text);
void atlasctl_printf (const char *format, ...) G_GNUC_PRINTF (1, 2);
AtlasctlExit atlasctl_flush (AtlasctlExit result);
char *atlasctl_emphasise (const char *text, const GArray *ranges);

/* Rows of texts, as CSV or aligned for a person. */
typedef struct _AtlasctlTable AtlasctlTable;

AtlasctlTable *atlasctl_table_new (guint n_columns);
void atlasctl_table_free (AtlasctlTable *self);
void atlasctl_table_add (AtlasctlTable *self, ...) G_GNUC_NULL_TERMINATED;
void atlasctl_table_print_csv (const AtlasctlTable *self);
void atlasctl_table_print_text (const AtlasctlTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasctlTable, atlasctl_table_free)

/* The sources that a text cites, numbered. */
typedef struct _AtlasctlNotes AtlasctlNotes;

AtlasctlNotes *atlasctl_notes_new (void);
void atlasctl_notes_free (AtlasctlNotes *self);
char *atlasctl_notes_cite (AtlasctlNotes *self, const AtlasSource *source);
void atlasctl_notes_print (const AtlasctlNotes *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasctlNotes, atlasctl_notes_free)

/* JSON: a member of the object that is being built; what is unknown is null. */
void atlasctl_json_string (JsonBuilder *builder, const char *name, const char *text);
void atlasctl_json_known (JsonBuilder *builder, const char *name, const char *text);
void atlasctl_json_time (JsonBuilder *builder, const char *name, gint64 time);
void atlasctl_json_boolean (JsonBuilder *builder, const char *name, gboolean value);
void atlasctl_json_number (JsonBuilder *builder, const char *name, double value);
void atlasctl_json_day (JsonBuilder *builder, const char *name, AtlasDay day);
void atlasctl_json_date (JsonBuilder *builder, const char *name, const AtlasDate *date);
void atlasctl_json_status (JsonBuilder *builder, const char *name, AtlasStatus status);
void atlasctl_json_source (JsonBuilder *builder, const char *name, const AtlasSource *source);
void atlasctl_json_start_array (JsonBuilder *builder, const char *name);
void atlasctl_print_json (JsonBuilder *builder);

/* Words that several commands say. */
char *atlasctl_day_or_empty (AtlasDay day);
const char *atlasctl_boolean (gboolean value);
char *atlasctl_describe_status (const AtlasSpell *spell);
char *atlasctl_describe_change (const AtlasChange *change);
char *atlasctl_describe_since (const AtlasSpell *spell, AtlasDay day);
void atlasctl_print_verified (const AtlasDataset *dataset, AtlasDay day);

G_END_DECLS
