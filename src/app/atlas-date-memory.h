/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "atlas-state.h"

G_BEGIN_DECLS

/* The dates of a window, from one run to the next. Today is remembered as no
 * date, so that tomorrow begins with its own. */
void atlas_date_memory_restore (GSettings *settings, AtlasState *state);
void atlas_date_memory_store (GSettings *settings, AtlasState *state);
void atlas_date_memory_check (AtlasState *state, const AtlasDataset *dataset);

G_END_DECLS
