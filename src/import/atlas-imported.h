/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-article.h"
#include "atlas-import-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasFormat:
 *
 * The kind of file that an article was read from.
 */
typedef enum
{
  ATLAS_FORMAT_TEXT,
  ATLAS_FORMAT_MARKDOWN,
  ATLAS_FORMAT_HTML,
  ATLAS_FORMAT_PDF,
  ATLAS_FORMAT_EPUB,
  ATLAS_FORMAT_ODT,
  ATLAS_N_FORMATS
} AtlasFormat;

const char *atlas_format_to_id (AtlasFormat format);
const char *const *atlas_format_get_endings (AtlasFormat format);

/**
 * AtlasImported:
 *
 * What was found in a file: an article's text and what the file says about it.
 * All text is UTF-8 in NFC, on one line, without control characters. Immutable,
 * shared by threads.
 */
typedef struct _AtlasImported AtlasImported;

AtlasImported *atlas_imported_new_from_variant (GVariant *variant, GError **error);
AtlasImported *atlas_imported_new_from_bytes (GBytes *bytes, GError **error);
AtlasImported *atlas_imported_ref (AtlasImported *self);
void atlas_imported_unref (AtlasImported *self);

GVariant *atlas_imported_get_variant (AtlasImported *self);
GBytes *atlas_imported_to_bytes (AtlasImported *self);

AtlasFormat atlas_imported_get_format (AtlasImported *self);
/* What the file says about the article; NULL where it does not. */
const char *atlas_imported_get_title (AtlasImported *self);
const char *atlas_imported_get_publisher (AtlasImported *self);
const char *atlas_imported_get_author (AtlasImported *self);
const char *atlas_imported_get_date (AtlasImported *self);     /* EDTF */
const char *atlas_imported_get_address (AtlasImported *self);  /* http: or https: */
const char *atlas_imported_get_language (AtlasImported *self); /* such as "sv" or "en-GB" */
const char *atlas_imported_get_summary (AtlasImported *self);

const GArray *atlas_imported_get_blocks (AtlasImported *self);
guint atlas_imported_get_n_characters (AtlasImported *self);
const char *const *atlas_imported_get_warnings (AtlasImported *self);

char *atlas_imported_to_text (AtlasImported *self);
char *atlas_imported_get_fingerprint (AtlasImported *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasImported, atlas_imported_unref)

G_END_DECLS
