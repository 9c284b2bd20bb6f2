/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-import-draft.h"

#include <gumbo.h>

G_BEGIN_DECLS

/* Deeper than this no article nests its elements. */
#define ATLAS_IMPORT_MAX_DEPTH 400

/* Attributes and elements */
const char *atlas_import_html_get (const GumboNode *node, const char *attribute);
gboolean atlas_import_html_is (const GumboNode *node, GumboTag tag);
const GumboVector *atlas_import_html_children (const GumboNode *node);
void atlas_import_html_append_text (const GumboNode *node, GString *text);

gboolean atlas_import_html_is_left_out (const GumboNode *node);
gboolean atlas_import_html_is_block (const GumboNode *node);

const GumboNode *atlas_import_html_find_main (const GumboNode *root);
void atlas_import_html_find_facts (AtlasImportDraft *draft, const GumboNode *root);
void atlas_import_html_find_json (AtlasImportDraft *draft, const char *json);
gboolean atlas_import_html_add_blocks (AtlasImportDraft *draft, const GumboNode *node, gboolean all, GError **error);

G_END_DECLS
