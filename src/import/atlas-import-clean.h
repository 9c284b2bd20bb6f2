/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *atlas_import_clean (const char *text, gssize length);
gboolean atlas_import_ends_sentence (const char *text);
gboolean atlas_import_is_teaser (const char *text);
void atlas_import_join_line (GString *text, const char *line);

G_END_DECLS
