/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-content.h"
#include "atlas-state.h"

G_BEGIN_DECLS

void atlas_emphasis_set_path (AtlasState *state, AtlasContent *content, const char *path);
void atlas_emphasis_attach (GtkWidget *widget, AtlasState *state, AtlasContent *content, const char *path);

G_END_DECLS
