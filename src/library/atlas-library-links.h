/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-library-entry.h"

G_BEGIN_DECLS

/**
 * AtlasLibraryPassage:
 * @class: what is added to a share for its age to rank it
 *
 * A paragraph that names @target.
 */
typedef struct
{
  const char *target;
  gboolean is_organisation;
  int block;
  int class;
  gboolean about;
  gboolean doubtful;
} AtlasLibraryPassage;

/**
 * AtlasLibraryLinks:
 * @found: (element-type AtlasLibraryMention): what the linker found
 * @mentions: (element-type AtlasLibraryMention): with the corrections
 * @subjects: (element-type AtlasSubject): countries first, by weight, with the
 *   corrections; targets are interned
 * @passages: (element-type AtlasLibraryPassage):
 *
 * What an article names.
 */
typedef struct
{
  GArray *found;
  GArray *mentions;
  GArray *subjects;
  GArray *passages;
} AtlasLibraryLinks;

AtlasLibraryLinks *atlas_library_links_new (const AtlasLibraryEntry *entry, const AtlasLinker *linker);
void atlas_library_links_free (AtlasLibraryLinks *self);
char *atlas_library_links_version (const AtlasGazetteer *gazetteer);
GArray *atlas_library_mentions_of_article (const AtlasArticle *article);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLibraryLinks, atlas_library_links_free)

G_END_DECLS
