/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-content.h"
#include "atlas-scope.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/* Whole sentences: “Belarus becomes a member of the SCO”. */
char *atlas_time_words_change (const AtlasChange *change, const char *language);
char *atlas_time_words_change_markup (const AtlasChange *change, const char *language);

/* What to say of a move from one day to another: “4 July 2024: Belarus becomes
 * a member of the SCO”. */
char *atlas_time_words_move (const AtlasScope *scope, const AtlasDataset *dataset, AtlasDay before, AtlasDay day, const char *language);
void atlas_time_announce (GtkWidget *widget, AtlasState *state, AtlasContent *content, AtlasDay before);

G_END_DECLS
