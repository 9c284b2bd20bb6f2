/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AtlasChoiceRow:
 *
 * A row in which one of some values is chosen by its name, or none; a long list is
 * searched by typing.
 */
#define ATLAS_TYPE_CHOICE_ROW (atlas_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlasChoiceRow, atlas_choice_row, ATLAS, CHOICE_ROW, AdwComboRow)

GtkWidget *atlas_choice_row_new (const char *title, const char *none, gboolean searched);
void atlas_choice_row_add (AtlasChoiceRow *self, const char *value, const char *name);
void atlas_choice_row_clear (AtlasChoiceRow *self);
void atlas_choice_row_set_value (AtlasChoiceRow *self, const char *value);
const char *atlas_choice_row_get_value (AtlasChoiceRow *self);

G_END_DECLS
