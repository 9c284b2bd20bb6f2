/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-content.h"
#include "atlas-style.h"

G_BEGIN_DECLS

GtkWidget *atlas_legend_explanations_new (AtlasContent *content, const AtlasOrganisation *lens, AtlasWhen when, GPtrArray *entries);

G_END_DECLS
