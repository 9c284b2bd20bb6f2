/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-import-draft.h"

G_BEGIN_DECLS

/* One importer for each kind of file; each fills in what it finds. @text is valid
 * UTF-8 and ends with a 0. */
gboolean atlas_import_text (AtlasImportDraft *draft, const char *text, GError **error);
gboolean atlas_import_html (AtlasImportDraft *draft, const char *text, gboolean all, GError **error);
gboolean atlas_import_markdown (AtlasImportDraft *draft, const char *text, GError **error);
gboolean atlas_import_pdf (AtlasImportDraft *draft, const char *data, gsize length, GError **error);
gboolean atlas_import_epub (AtlasImportDraft *draft, const char *data, gsize length, GError **error);
gboolean atlas_import_odt (AtlasImportDraft *draft, const char *data, gsize length, GError **error);

G_END_DECLS
