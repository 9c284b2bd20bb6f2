/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-page-view.h"

G_BEGIN_DECLS

char *atlas_area_lines_markup (AtlasPageView *view, const AtlasArea *area, gboolean with_name);
GtkWidget *atlas_area_row_new (AtlasPageView *view, const AtlasArea *area);

G_END_DECLS
