/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-import-error.h"

G_BEGIN_DECLS

char *atlas_import_charset_find_declared (const char *data, gsize length);
char *atlas_import_charset_decode (const char *name, const char *data, gsize length, const char *declared, gsize *decoded_length, GError **error);

G_END_DECLS
