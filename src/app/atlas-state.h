/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "atlas-dataset.h"
#include "atlas-when.h"

G_BEGIN_DECLS

#define ATLAS_LENS_OVERVIEW "overview"

/**
 * AtlasReadPart:
 *
 * How what is being read names countries.
 */
typedef enum
{
  ATLAS_READ_ABOUT,   /* those that an article is about */
  ATLAS_READ_NAMED,   /* those that it merely names */
  ATLAS_READ_PASSAGE, /* those that the paragraph before the reader's eyes names */
  ATLAS_N_READ_PARTS
} AtlasReadPart;

/**
 * AtlasState:
 *
 * What the window shows: the date, a second date where the reader compares two,
 * the lens, the selection, what is being read, the filter and the emphasis.
 * Widgets bind to it and change nothing but it; no widget talks to another.
 *
 * The selection is a path as in the app's links: "country/KZ", "unit/UA-43",
 * "organisation/CSTO", "event/ID", "article/KEY", "articles" for the list of all
 * or "articles/FILTER" for some of them (see #AtlasArticleFilter), "changes" for
 * what changed between two dates, or "" for nothing.
 */
#define ATLAS_TYPE_STATE (atlas_state_get_type ())
G_DECLARE_FINAL_TYPE (AtlasState, atlas_state, ATLAS, STATE, GObject)

AtlasState *atlas_state_new (void);

AtlasDay atlas_state_get_date (AtlasState *self);
void atlas_state_set_date (AtlasState *self, AtlasDay date);
gboolean atlas_state_is_scrubbing (AtlasState *self);
void atlas_state_set_scrubbing (AtlasState *self, gboolean scrubbing);

AtlasDay atlas_state_get_compared (AtlasState *self);
void atlas_state_set_compared (AtlasState *self, AtlasDay compared);
gboolean atlas_state_get_range (AtlasState *self, AtlasDay *from, AtlasDay *to);
AtlasWhen atlas_state_get_when (AtlasState *self);
void atlas_state_swap_dates (AtlasState *self);

const char *atlas_state_get_lens (AtlasState *self);
void atlas_state_set_lens (AtlasState *self, const char *lens);

const char *atlas_state_get_selection (AtlasState *self);
void atlas_state_set_selection (AtlasState *self, const char *selection);
void atlas_state_replace_selection (AtlasState *self, const char *selection);
void atlas_state_select (AtlasState *self, const char *kind, const char *id);
void atlas_state_select_paragraph (AtlasState *self, const char *article, guint paragraph);
int atlas_state_take_paragraph (AtlasState *self);
gboolean atlas_state_get_selected (AtlasState *self, const char *kind, const char **id);

const char *const *atlas_state_get_emphasis (AtlasState *self);
void atlas_state_set_emphasis (AtlasState *self, const char *const *countries);

const char *const *atlas_state_get_reading (AtlasState *self, AtlasReadPart part);
void atlas_state_set_reading (AtlasState *self, AtlasReadPart part, const char *const *countries);

GPtrArray *atlas_state_get_told (AtlasState *self);
void atlas_state_set_told (AtlasState *self, GPtrArray *told);

const char *atlas_state_get_pointed (AtlasState *self);
void atlas_state_set_pointed (AtlasState *self, const char *pointed);

const char *const *atlas_state_get_filter (AtlasState *self);
void atlas_state_set_filter (AtlasState *self, const char *const *countries);

gboolean atlas_state_can_go_back (AtlasState *self);
gboolean atlas_state_can_go_forward (AtlasState *self);
void atlas_state_go_back (AtlasState *self);
void atlas_state_go_forward (AtlasState *self);

G_END_DECLS
