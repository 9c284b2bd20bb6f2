/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-library.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_FOUND_OWN, /* an article of the reader's own */
  ATLAS_FOUND_BRIEFING,
  ATLAS_FOUND_EVENT,
  ATLAS_FOUND_COUNTRY,
  ATLAS_FOUND_ORGANISATION,
  ATLAS_N_FOUND_KINDS
} AtlasFoundKind;

const char *atlas_found_kind_to_id (AtlasFoundKind kind);

/**
 * AtlasFound:
 * @key: what links call it: key of an article, id of an event or an organisation, code
 *   of a country
 * @date: EDTF; "" where it has none
 * @day: its first day, or when the article came; %ATLAS_DAY_MIN where it has none
 * @language: tag of what was searched; "" where unknown
 * @snippet: a part of the text that has the words
 * @marks: (element-type AtlasRange): where in @snippet they are, code points
 * @in_title: whether all of them are in its title or its names
 *
 * A thing in which words were found.
 */
typedef struct
{
  AtlasFoundKind kind;
  char *key;
  char *title;
  char *date;
  AtlasDay day;
  char *language;
  char *snippet;
  GArray *marks;
  gboolean in_title;
} AtlasFound;

void atlas_found_free (AtlasFound *self);
GPtrArray *atlas_found_in_library (AtlasLibrary *library, const char *words, guint limit, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFound, atlas_found_free)

G_END_DECLS
