/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-article.h"
#include "atlas-correction.h"

G_BEGIN_DECLS

/**
 * AtlasLibraryBlock:
 * @text: plain text on one line
 *
 * A heading or a paragraph.
 */
typedef struct
{
  AtlasBlockKind kind;
  char *text;
} AtlasLibraryBlock;

/**
 * AtlasLibraryEntry:
 * @key: (nullable): what links call it; %NULL for one that is not kept yet
 * @date: (nullable): when it was written, EDTF; %NULL where unknown
 * @language: (nullable): the tag; %NULL where unknown, and the library guesses
 * @blocks: (element-type AtlasLibraryBlock):
 * @tags: (nullable):
 * @corrections: (nullable) (element-type AtlasCorrection): the oldest first
 * @imported_at: microseconds since 1970, as all of these; 0 for now
 * @updated_at: when the text or what is known of it was last changed; 0 for @imported_at
 * @read_at: 0 where it is not read
 * @deleted_at: 0 where it is not deleted
 *
 * An article of the reader's own, all that is kept of it but what follows from the
 * text. All strings are owned.
 */
typedef struct
{
  char *key;
  char *title;
  char *summary;
  char *publisher;
  char *author;
  char *date;
  char *address;
  char *language;
  GArray *blocks;
  GStrv tags;
  GArray *corrections;
  gint64 imported_at;
  gint64 updated_at;
  gint64 read_at;
  gint64 deleted_at;
} AtlasLibraryEntry;

/* What the keys of the reader's own articles begin with, so that no briefing has one. */
#define ATLAS_LIBRARY_KEY_PREFIX "own-"

gboolean atlas_library_is_own_key (const char *key);

AtlasLibraryEntry *atlas_library_entry_new (const char *title);
AtlasLibraryEntry *atlas_library_entry_copy (const AtlasLibraryEntry *self);
void atlas_library_entry_free (AtlasLibraryEntry *self);
void atlas_library_entry_add_block (AtlasLibraryEntry *self, AtlasBlockKind kind, const char *text);
const char *atlas_library_entry_get_text_at (const AtlasLibraryEntry *self, int block);

void atlas_library_entry_complete (AtlasLibraryEntry *self, const AtlasLibraryEntry *known);
char *atlas_library_entry_make_title (const AtlasLibraryEntry *self);

AtlasLibraryEntry *atlas_library_entry_mend (const AtlasLibraryEntry *self, GError **error);
char *atlas_library_entry_join_text (const AtlasLibraryEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLibraryEntry, atlas_library_entry_free)

G_END_DECLS
