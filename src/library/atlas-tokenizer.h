/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* How the full-text tables call it. Another number where its tokens change: the
 * index must be made anew then. */
#define ATLAS_TOKENIZER_NAME "atlas1"

gboolean atlas_tokenizer_register (sqlite3 *handle);

G_END_DECLS
