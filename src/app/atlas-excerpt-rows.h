/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-excerpt-row.h"

G_BEGIN_DECLS

gboolean atlas_excerpt_rows_update (GtkListBox *list, AtlasState *state, AtlasContent *content, GPtrArray *written, guint n, guint n_new);
guint atlas_excerpt_rows_count (GtkListBox *list);

G_END_DECLS
