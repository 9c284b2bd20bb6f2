/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-imported.h"

G_BEGIN_DECLS

/**
 * AtlasImportDraft:
 * @name: what messages call the file
 *
 * What an importer fills in. The setters clean what they take, and the first to
 * say something counts.
 */
typedef struct
{
  const char *name;
  AtlasFormat format;
  char *title;
  char *publisher;
  char *author;
  char *date;
  char *address;
  char *language;
  char *summary;
  GArray *blocks; /* AtlasBlock */
  guint n_characters;
  GPtrArray *warnings;
} AtlasImportDraft;

AtlasImportDraft *atlas_import_draft_new (const char *name, AtlasFormat format);
void atlas_import_draft_free (AtlasImportDraft *self);

void atlas_import_draft_set_text (AtlasImportDraft *self, char **field, const char *text);
void atlas_import_draft_set_author (AtlasImportDraft *self, const char *text);
void atlas_import_draft_set_date (AtlasImportDraft *self, const char *text);
void atlas_import_draft_set_address (AtlasImportDraft *self, const char *text);
void atlas_import_draft_set_language (AtlasImportDraft *self, const char *text);
void atlas_import_draft_warn (AtlasImportDraft *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

gboolean atlas_import_draft_add (AtlasImportDraft *self, AtlasBlockKind kind, const char *text, gssize length, GError **error);
AtlasImported *atlas_import_draft_finish (AtlasImportDraft *self, GError **error);

gboolean atlas_import_fail (GError **error, AtlasImportError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasImportDraft, atlas_import_draft_free)

G_END_DECLS
