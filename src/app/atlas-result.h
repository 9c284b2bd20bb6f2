/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-found.h"
#include "atlas-search.h"

G_BEGIN_DECLS

/**
 * AtlasResult:
 * @id: code of a country, id of an organisation or an event, key of an article
 * @is_name: whether it was found by its name; else by words of its text
 * @detail: (nullable): what tells it from others, or where it is from, and when
 * @snippet: (nullable): a part of the text that has the words
 * @marks: (nullable) (element-type AtlasRange): where in @snippet they are, code points
 *
 * What the search shows as a row.
 */
typedef struct
{
  AtlasFoundKind kind;
  char *id;
  char *title;
  gboolean is_name;
  char *detail;
  char *snippet;
  GArray *marks;
} AtlasResult;

AtlasResult *atlas_result_new_for_name (const AtlasSearchItem *item);
AtlasResult *atlas_result_new_for_text (const AtlasFound *found);
AtlasResult *atlas_result_new_for_own (const AtlasLibraryItem *item);
void atlas_result_free (AtlasResult *self);

char *atlas_result_get_path (const AtlasResult *self);
char *atlas_result_to_markup (const AtlasResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasResult, atlas_result_free)

G_END_DECLS
