/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk/gdk.h>

#include "atlas-import-item.h"

G_BEGIN_DECLS

/* What is taken from a clipboard or a drop: files where there are any, else text,
 * and beside it the HTML of what was selected in a browser. */

GdkContentFormats *atlas_transfer_get_formats (void);
gboolean atlas_transfer_has_files (GdkContentFormats *formats);

void atlas_transfer_read_async (GObject *source, const char *name, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *atlas_transfer_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
