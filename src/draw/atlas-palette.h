/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* A colour as 0xRRGGBB, sRGB. */
typedef guint32 AtlasColour;

typedef enum
{
  ATLAS_SCHEME_LIGHT,
  ATLAS_SCHEME_DARK,
  ATLAS_SCHEME_HIGH_CONTRAST_LIGHT,
  ATLAS_SCHEME_HIGH_CONTRAST_DARK,
  ATLAS_N_SCHEMES
} AtlasScheme;

/* Patterns differ by the direction and the make of their lines, so that two of
 * them are told apart without colour. */
typedef enum
{
  ATLAS_PATTERN_NONE,
  ATLAS_PATTERN_HATCH,      /* 45°, broad: left */
  ATLAS_PATTERN_CROSS,      /* fine cross-lines: frozen */
  ATLAS_PATTERN_HORIZONTAL, /* suspended */
  ATLAS_PATTERN_VERTICAL,   /* signed, not in force */
  ATLAS_PATTERN_DOTS,       /* invited */
  ATLAS_PATTERN_BACK_HATCH, /* −45°, thin: declined */
  ATLAS_PATTERN_RINGS,      /* contested, over another pattern */
  ATLAS_PATTERN_DASHES,     /* uncertain date, over another pattern */
  ATLAS_PATTERN_SPECKS,     /* not yet independent */
  ATLAS_N_PATTERNS
} AtlasPattern;

/**
 * AtlasFill:
 * @pattern: drawn over @colour in @pattern_colour
 * @overlay: drawn over both, in @overlay_colour
 * @label: the colour of words that stand on this fill
 * @halo: the soft edge of those words, in the fill's tone
 */
typedef struct
{
  AtlasColour colour;
  AtlasPattern pattern;
  AtlasColour pattern_colour;
  AtlasPattern overlay;
  AtlasColour overlay_colour;
  AtlasColour label;
  AtlasColour halo;
} AtlasFill;

/**
 * AtlasInk: what the map is drawn with besides its fills.
 */
typedef struct
{
  AtlasColour sea;
  AtlasColour sea_label;
  AtlasColour land;
  AtlasColour border;
  AtlasColour disputed;
  AtlasColour coast;
  AtlasColour shore;
  AtlasColour paper; /* of a plate */
  AtlasColour text;
  AtlasColour dim_text;
  AtlasColour focus; /* outline of what is selected */
} AtlasInk;

AtlasScheme atlas_scheme_from_flags (gboolean dark, gboolean high_contrast);
const AtlasInk *atlas_scheme_get_ink (AtlasScheme scheme);

double atlas_colour_get_luminance (AtlasColour colour);
double atlas_colour_get_contrast (AtlasColour a, AtlasColour b);
AtlasColour atlas_colour_readable_on (AtlasColour ground);
AtlasColour atlas_colour_mix (AtlasColour a, AtlasColour b, double share_of_b);
void atlas_colour_set (cairo_t *cr, AtlasColour colour, double alpha);

/* Every pattern repeats in a cell of this many application pixels, so that one
 * grid serves all and any two can lie over each other. */
#define ATLAS_PATTERN_CELL 16.0

/* The cell that repeats: n × n bytes of alpha in @cell, n = atlas_pattern_get_size(). */
guint atlas_pattern_get_size (double scale);
void atlas_pattern_render (AtlasPattern pattern, guint size, guint8 *cell);

/* Fills the current path; the path is kept. The lines of patterns lie on one
 * grid, so that neighbours with one fill join. */
void atlas_fill_paint (const AtlasFill *self, cairo_t *cr);

G_END_DECLS
