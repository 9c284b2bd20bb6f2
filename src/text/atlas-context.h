/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ATLAS_TOKEN_MAX_BYTES 48

/**
 * AtlasToken:
 * @word: in lower case, without a full stop
 * @offset: where it begins, in bytes
 * @end: where it ends
 * @is_capital: whether it begins with a capital letter
 * @is_initial: whether it is one letter with a full stop: “J.”
 *
 * A word beside a mention, parted from it by nothing but white space.
 */
typedef struct
{
  char word[ATLAS_TOKEN_MAX_BYTES];
  guint offset;
  guint end;
  gboolean is_capital;
  gboolean is_initial;
} AtlasToken;

/* What stands around a place in a text; offsets are in bytes. */
gboolean atlas_context_word_ending_at (const char *text, guint offset, AtlasToken *token);
gboolean atlas_context_previous (const char *text, guint offset, AtlasToken *token);
gboolean atlas_context_next (const char *text, guint length, guint offset, AtlasToken *token);
gboolean atlas_context_starts_sentence (const char *text, guint offset);
gboolean atlas_context_is_in_capitals (const char *text, guint length, guint offset);
gboolean atlas_context_is_title_case (const char *text, guint length, guint offset);

G_END_DECLS
