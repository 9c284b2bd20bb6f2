/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ATLAS_LIKENESS_N_BANDS 10

/**
 * AtlasLikeness:
 * @shingles: (element-type guint64): hashes of all runs of words, sorted, each once
 * @bands: texts that are alike share at least one, nearly always
 * @fingerprint: equal for texts of the same words
 *
 * What tells whether two texts are the same article.
 */
typedef struct
{
  GArray *shingles;
  gint64 bands[ATLAS_LIKENESS_N_BANDS];
  char *fingerprint;
} AtlasLikeness;

AtlasLikeness *atlas_likeness_new (const char *text);
void atlas_likeness_free (AtlasLikeness *self);
double atlas_likeness_compare (const AtlasLikeness *a, const AtlasLikeness *b);
char *atlas_likeness_fold_address (const char *address);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLikeness, atlas_likeness_free)

G_END_DECLS
