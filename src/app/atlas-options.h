/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "atlas-state.h"

G_BEGIN_DECLS

void atlas_options_add (GApplication *application);
gboolean atlas_options_check (GVariantDict *options, const char *directory, GError **error);
GPtrArray *atlas_options_take_rest (GVariantDict *options, const char *working_directory, char **link);
void atlas_options_apply (GVariantDict *options, AtlasState *state);

G_END_DECLS
