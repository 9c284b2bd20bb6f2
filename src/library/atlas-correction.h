/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-mentions.h"

G_BEGIN_DECLS

/* Where a place is, beside the blocks, which count from 0. */
#define ATLAS_PLACE_TITLE (-1)
#define ATLAS_PLACE_SUMMARY (-2)

typedef enum
{
  ATLAS_CORRECTION_NOT_THIS,  /* not this country */
  ATLAS_CORRECTION_ALSO_THIS, /* also this country */
  ATLAS_CORRECTION_THIS_IS,   /* this Georgia is the other one */
  ATLAS_N_CORRECTIONS
} AtlasCorrectionWhat;

/**
 * AtlasCorrection:
 * @target: (not nullable): interned; code of a country or id of an organisation; "" with
 *   %ATLAS_CORRECTION_THIS_IS: nothing that the atlas knows, such as a state of the USA
 * @all: whether it counts for the whole article; else for the place
 * @block: index of a block, or %ATLAS_PLACE_TITLE, %ATLAS_PLACE_SUMMARY
 * @start: first code point of the place
 * @end: the code point after its last
 * @quote: (nullable): the words at the place, by which it is found again in a text that
 *   was changed; of %ATLAS_CORRECTION_THIS_IS for the whole article, the words meant
 * @created_at: microseconds since 1970
 *
 * What the reader says about what was linked.
 */
typedef struct
{
  AtlasCorrectionWhat what;
  const char *target;
  gboolean is_organisation;
  gboolean all;
  int block;
  guint start;
  guint end;
  char *quote;
  gint64 created_at;
} AtlasCorrection;

/**
 * AtlasLibraryMention:
 * @block: as in #AtlasCorrection
 * @target: interned
 * @form: interned; as the gazetteer writes it
 * @corrected: whether it is the reader's word
 *
 * A mention as it is kept; offsets are code points of its block.
 */
typedef struct
{
  int block;
  guint start;
  guint end;
  const char *target;
  const char *form;
  AtlasFormKind kind : 8;
  AtlasReason reason : 8;
  guint is_organisation : 1;
  guint doubtful : 1;
  guint corrected : 1;
} AtlasLibraryMention;

char *atlas_library_mention_get_why (const AtlasLibraryMention *self);

/**
 * AtlasTextAt:
 *
 * Returns: (nullable): the text of a block, of the title or the summary
 */
typedef const char *(*AtlasTextAt) (int block, gpointer data);

void atlas_correction_clear (AtlasCorrection *self);
GArray *atlas_corrections_copy (const GArray *corrections);
const char *atlas_correction_what_to_id (AtlasCorrectionWhat what);
gboolean atlas_correction_what_from_id (const char *id, AtlasCorrectionWhat *what);
GArray *atlas_corrections_apply (const GArray *mentions, const GArray *corrections, AtlasTextAt text_at, gpointer data);

G_END_DECLS
