/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-article.h"

G_BEGIN_DECLS

/**
 * AtlasMarkupWriter:
 * @markup: what is written
 * @at: how far the plain text is written; at first its beginning
 * @offset: the same in code points
 * @emphases: (nullable) (array length=n_emphases): what is emphasised in the text
 *
 * Writes a text as Pango markup, part by part, so that tags can stand between.
 */
typedef struct
{
  GString *markup;
  const char *at;
  guint offset;
  const AtlasRange *emphases;
  guint n_emphases;
} AtlasMarkupWriter;

void atlas_markup_writer_write (AtlasMarkupWriter *self, guint until);
void atlas_markup_writer_write_rest (AtlasMarkupWriter *self);

G_END_DECLS
