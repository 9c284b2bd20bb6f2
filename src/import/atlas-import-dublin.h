/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-import-xml.h"

G_BEGIN_DECLS

/**
 * AtlasImportDublin:
 * @field: the element that is open; "" where none is
 *
 * What EPUB and OpenDocument say about themselves in the same words (Dublin Core).
 */
typedef struct
{
  AtlasImportDraft *draft;
  char field[24];
  GString *text;
} AtlasImportDublin;

void atlas_import_dublin_take (AtlasImportDublin *self, AtlasImportXml *xml);

G_END_DECLS
