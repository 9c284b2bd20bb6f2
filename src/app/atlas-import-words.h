/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-import-job.h"

G_BEGIN_DECLS

/**
 * AtlasImportTally:
 * @n_added: new articles
 * @n_updated: articles with another text than before
 * @n_known: articles that were there already
 * @n_skipped: other versions that the reader did not want
 *
 * What became of a batch.
 */
typedef struct
{
  guint n_added;
  guint n_updated;
  guint n_known;
  guint n_skipped;
} AtlasImportTally;

/* Sentences about it, in the reader's language. */
char *atlas_import_words_for_one (const AtlasImportTally *tally, const char *warning);
char *atlas_import_words_for_many (const AtlasImportTally *tally);
char *atlas_import_words_for_cancelled (const AtlasImportTally *tally);
char *atlas_import_words_for_problem (const AtlasImportTally *tally, guint n_items, const char *problem);

G_END_DECLS
