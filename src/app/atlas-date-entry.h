/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/**
 * AtlasDateEntry:
 *
 * The date, or the one that it is compared with, to read and to type. What is
 * typed moves it on Enter; Escape forgets what was typed. What is no date, or
 * none that the atlas covers, is refused with a word that says why.
 */
#define ATLAS_TYPE_DATE_ENTRY (atlas_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (AtlasDateEntry, atlas_date_entry, ATLAS, DATE_ENTRY, AdwBin)

GtkWidget *atlas_date_entry_new (AtlasState *state, AtlasContent *content, gboolean compared);
void atlas_date_entry_start (AtlasDateEntry *self);
gboolean atlas_date_entry_forget (AtlasDateEntry *self);

G_END_DECLS
