/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-content.h"
#include "atlas-written.h"

G_BEGIN_DECLS

/**
 * AtlasWrittenAnswer:
 * @written: (element-type AtlasWritten): the best first, no more than were asked for
 * @later: whether what was written later is among them
 * @count: how many there are
 * @problem: (nullable): why the reader's own articles are missing, translated
 *
 * What was written about a country or an organisation.
 */
typedef struct
{
  GPtrArray *written;
  gboolean later;
  AtlasWrittenCount count;
  char *problem;
} AtlasWrittenAnswer;

void atlas_written_answer_free (AtlasWrittenAnswer *self);

void atlas_written_answer_find_async (AtlasContent *content,
                                      const char *path,
                                      AtlasDay on,
                                      gboolean later,
                                      guint limit,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data);
AtlasWrittenAnswer *atlas_written_answer_find_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasWrittenAnswer, atlas_written_answer_free)

G_END_DECLS
