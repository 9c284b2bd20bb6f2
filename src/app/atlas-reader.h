/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-document.h"
#include "atlas-content.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/**
 * AtlasReader:
 *
 * The text of an article: headings and paragraphs, in which what is named is a link,
 * marked by its kind. It stands in something that scrolls, knows which paragraph is before
 * the reader's eyes, and finds words in the text. Of a long text it makes the widgets as
 * the reader gets there.
 */
#define ATLAS_TYPE_READER (atlas_reader_get_type ())
G_DECLARE_FINAL_TYPE (AtlasReader, atlas_reader, ATLAS, READER, GtkBox)

GtkWidget *atlas_reader_new (AtlasState *state, AtlasContent *content, const AtlasDocument *document, GtkAdjustment *scroll);

gboolean atlas_reader_is_made (AtlasReader *self);
int atlas_reader_get_passage (AtlasReader *self);
void atlas_reader_go_to_paragraph (AtlasReader *self, guint paragraph);

guint atlas_reader_find (AtlasReader *self, const char *words);
int atlas_reader_go_to_hit (AtlasReader *self, int step);

G_END_DECLS
