/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-library.h"

G_BEGIN_DECLS

/**
 * AtlasDocument:
 *
 * An article as its page shows it, whether a bundled one or the reader's own.
 * Immutable; made by any thread, owned by one.
 */
typedef struct _AtlasDocument AtlasDocument;

AtlasDocument *atlas_document_new_from_briefing (AtlasArticle *article);
AtlasDocument *atlas_document_new_from_library (AtlasLibraryArticle *article);
gpointer atlas_document_read (AtlasLibrary *library, gpointer key, GCancellable *cancellable, GError **error);
void atlas_document_free (AtlasDocument *self);

gboolean atlas_document_is_own (const AtlasDocument *self);
gboolean atlas_document_looks_like (const AtlasDocument *self, const AtlasDocument *other);

/* Its text and what is known of it; of a briefing without publisher, author and address. */
const AtlasLibraryEntry *atlas_document_get_entry (const AtlasDocument *self);
/* (nullable) (element-type AtlasRange): what is emphasised in a block, in code points. */
const GArray *atlas_document_get_emphases (const AtlasDocument *self, int block);
/* Mentions in a block, the title or the summary, in their order. */
const AtlasLibraryMention *atlas_document_get_mentions (const AtlasDocument *self, int block, guint *n);
/* (element-type AtlasSubject): countries first, each by how much it is about it. */
const GArray *atlas_document_get_subjects (const AtlasDocument *self);
/* (nullable): ids of rows of the data package that a briefing rests on. */
const char *const *atlas_document_get_rests_on (const AtlasDocument *self);

/* (nullable) (element-type AtlasEvent): dates that an own article names, by date. */
GPtrArray *atlas_document_get_told (const AtlasDocument *self);

GStrv atlas_document_list_countries (const AtlasDocument *self, gboolean about);
GStrv atlas_document_list_countries_in_block (const AtlasDocument *self, int block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasDocument, atlas_document_free)

G_END_DECLS
