/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-reader.h"

G_BEGIN_DECLS

/**
 * AtlasFindBar:
 *
 * A bar in which the reader types what to find in an article, and goes from one place to
 * the next.
 */
#define ATLAS_TYPE_FIND_BAR (atlas_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (AtlasFindBar, atlas_find_bar, ATLAS, FIND_BAR, AdwBin)

GtkWidget *atlas_find_bar_new (void);
void atlas_find_bar_set_reader (AtlasFindBar *self, AtlasReader *reader);
void atlas_find_bar_open (AtlasFindBar *self);

G_END_DECLS
