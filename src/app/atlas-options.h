/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "atlas-state.h"

G_BEGIN_DECLS

void atlas_options_add (GApplication *application);
gboolean atlas_options_check (GVariantDict *options, const char *directory, GError **error);
char *atlas_options_dup_link (GVariantDict *options);
void atlas_options_apply (GVariantDict *options, AtlasState *state);

G_END_DECLS
