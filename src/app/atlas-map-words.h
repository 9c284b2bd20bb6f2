/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-content.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/**
 * AtlasMapWords:
 * @title: a name
 * @lines: what ties it on the day, one line each; ends with NULL
 *
 * What the map says of a place, in words.
 */
typedef struct
{
  char *title;
  GStrv lines;
} AtlasMapWords;

AtlasMapWords *atlas_map_words_new (AtlasContent *content, AtlasState *state, const char *path, const AtlasArea *area);
void atlas_map_words_free (AtlasMapWords *self);
char *atlas_map_words_join (const AtlasMapWords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMapWords, atlas_map_words_free)

G_END_DECLS
