/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/**
 * AtlasProse:
 *
 * Running text in which names are links. A link changes the state's selection
 * and nothing else; a country's or organisation's link lights the map up while
 * it is hovered or focused, and is marked while the pointer is at it on the map.
 * Links to the web open in the browser.
 */
#define ATLAS_TYPE_PROSE (atlas_prose_get_type ())
G_DECLARE_FINAL_TYPE (AtlasProse, atlas_prose, ATLAS, PROSE, AdwBin)

GtkWidget *atlas_prose_new (AtlasState *state, AtlasContent *content, const char *markup);
GtkWidget *atlas_prose_new_heading (AtlasState *state, AtlasContent *content, const char *markup, int level);
GtkLabel *atlas_prose_get_label (AtlasProse *self);
void atlas_prose_set_hits (AtlasProse *self, const GArray *hits, int current);

void atlas_prose_break_long_words (GtkLabel *label);

/* Building the markup: */
void atlas_prose_append_text (GString *markup, const char *text, gssize length);
void atlas_prose_append_link (GString *markup, const char *kind, const char *id, const char *text);
void atlas_prose_append_paragraph_link (GString *markup, const char *key, guint paragraph, const char *text);
char *atlas_prose_link (const char *kind, const char *id, const char *text);

G_END_DECLS
