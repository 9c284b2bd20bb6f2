/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-library-query.h"

G_BEGIN_DECLS

/**
 * AtlasLibraryCursor:
 * @doc: see %ATLAS_DOC_SHIFT
 * @title_order: (nullable): as atlas_library_fold_title() gives it
 *
 * What tells where an article stands in a list; which of it counts says the order.
 */
typedef struct
{
  gint64 doc;
  gint64 id;
  gint64 imported_at;
  const char *title_order;
} AtlasLibraryCursor;

char *atlas_library_cursor_format (AtlasLibrarySort sort, const AtlasLibraryCursor *self);
void atlas_library_cursor_parse (AtlasLibrarySort sort, const char *text, AtlasLibraryCursor *self);
int atlas_library_cursor_compare (AtlasLibrarySort sort, const AtlasLibraryCursor *a, const AtlasLibraryCursor *b);

G_END_DECLS
