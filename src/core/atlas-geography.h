/*
 * SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "atlas-point.h"

G_BEGIN_DECLS

/**
 * ATLAS_GEOGRAPHY_SEA:
 *
 * Stands where an index of a unit could: no unit there, the sea.
 */
#define ATLAS_GEOGRAPHY_SEA (-1)

/**
 * AtlasLineKind:
 * @ATLAS_LINE_NONE: not a line that anyone draws: the closing of Antarctica along the pole, or the inside of
 *   one disputed area
 * @ATLAS_LINE_COAST: a unit and the sea
 * @ATLAS_LINE_BORDER: an agreed border between two countries
 * @ATLAS_LINE_CONTROL: who holds the ground changes here, though no agreed border does
 * @ATLAS_LINE_DISPUTED: a border, or the edge of a claim, that one side does not accept
 * @ATLAS_LINE_SHORE: the shore of a lake
 */
typedef enum
{
  ATLAS_LINE_NONE,
  ATLAS_LINE_COAST,
  ATLAS_LINE_BORDER,
  ATLAS_LINE_CONTROL,
  ATLAS_LINE_DISPUTED,
  ATLAS_LINE_SHORE,
} AtlasLineKind;

/**
 * AtlasArc:
 * @box: what the arc covers
 * @first_point: where its points begin, as an index into atlas_geography_get_points() of its level
 * @n_points: how many they are, at least 2; a closed arc repeats its first point at the end
 * @left: index of the unit on the left hand of who walks from the first point to the last, or
 *   %ATLAS_GEOGRAPHY_SEA
 * @right: index of the unit on the right hand, or %ATLAS_GEOGRAPHY_SEA
 * @kind: an #AtlasLineKind
 *
 * A line between two junctions, stored once however many rings run along it:
 * stroke arcs and every shared border is stroked once.
 */
typedef struct
{
  AtlasBox box;
  guint32 first_point;
  guint32 n_points;
  gint32 left;
  gint32 right;
  guint32 kind;
} AtlasArc;

/**
 * AtlasRing:
 * @box: what the ring covers
 * @first_ref: where its references to arcs begin; see atlas_geography_get_ring_arcs()
 * @n_refs: how many they are
 * @n_points: how many points the ring has, the first not repeated at the end
 * @unit: index of the unit it belongs to, or %ATLAS_GEOGRAPHY_SEA for a ring of a lake
 *
 * A closed ring, an outline or a hole of a unit. The unit lies on the left
 * hand of who walks it; filling all rings of a unit by the even-odd or the
 * non-zero rule gives the same picture.
 */
typedef struct
{
  AtlasBox box;
  guint32 first_ref;
  guint32 n_refs;
  guint32 n_points;
  gint32 unit;
} AtlasRing;

/**
 * AtlasUnit:
 * @code: the unit's own code: ISO 3166-1 ("KZ"), or longer for an area apart ("UA-43", "GE-AB"); unique
 * @country: code of the country that this atlas counts the unit to, or "" for none
 * @held_by: codes of who holds the ground, separated by spaces, "UN" for the United Nations; "" where only local
 *   authorities do that this atlas does not count as a state, or nobody
 * @claimed_by: codes of all who claim it, separated by spaces, its @country among them; "" where nobody contests it
 * @box: what all its parts cover
 * @main_box: what its largest part covers
 * @area: its area in square kilometres, on a sphere, at the finest level
 * @disputed: whether anybody contests it
 * @tiny: whether its largest part is so small that a click would hardly meet it; see
 *   atlas_geography_hit_near()
 *
 * The smallest area that is painted and clicked as one.
 */
typedef struct
{
  const char *code;
  const char *country;
  const char *held_by;
  const char *claimed_by;
  AtlasBox box;
  AtlasBox main_box;
  double area;
  gboolean disputed;
  gboolean tiny;
} AtlasUnit;

/**
 * AtlasGeographyError:
 * @ATLAS_GEOGRAPHY_ERROR_NOT_GEOGRAPHY: the file is something else
 * @ATLAS_GEOGRAPHY_ERROR_VERSION: the file is of a version, or for machines, that this program does not read
 * @ATLAS_GEOGRAPHY_ERROR_DAMAGED: the file is cut off or changed
 */
typedef enum
{
  ATLAS_GEOGRAPHY_ERROR_NOT_GEOGRAPHY,
  ATLAS_GEOGRAPHY_ERROR_VERSION,
  ATLAS_GEOGRAPHY_ERROR_DAMAGED,
} AtlasGeographyError;

#define ATLAS_GEOGRAPHY_ERROR (atlas_geography_error_quark ())
GQuark atlas_geography_error_quark (void);

#define ATLAS_TYPE_GEOGRAPHY (atlas_geography_get_type ())
G_DECLARE_FINAL_TYPE (AtlasGeography, atlas_geography, ATLAS, GEOGRAPHY, GObject)

AtlasGeography *atlas_geography_new_from_file (const char *path, GError **error);

guint atlas_geography_get_n_units (AtlasGeography *self);
const AtlasUnit *atlas_geography_get_unit (AtlasGeography *self, guint unit);
int atlas_geography_find_unit (AtlasGeography *self, const char *code);
gboolean atlas_geography_get_country_box (AtlasGeography *self, const char *country, AtlasBox *box);

guint atlas_geography_get_n_levels (AtlasGeography *self);
double atlas_geography_get_tolerance (AtlasGeography *self, guint level);
guint atlas_geography_get_level_for_zoom (AtlasGeography *self, double zoom, double scale);

const AtlasPoint *atlas_geography_get_points (AtlasGeography *self, guint level, guint *n_points);
const AtlasArc *atlas_geography_get_arcs (AtlasGeography *self, guint level, guint *n_arcs);
const AtlasRing *atlas_geography_get_rings (AtlasGeography *self, guint level, guint unit, guint *n_rings);
const AtlasRing *atlas_geography_get_lakes (AtlasGeography *self, guint level, guint *n_rings);
const gint32 *atlas_geography_get_ring_arcs (AtlasGeography *self, guint level, const AtlasRing *ring, guint *n_refs);
void atlas_geography_copy_ring (AtlasGeography *self, guint level, const AtlasRing *ring, AtlasPoint *points);

int atlas_geography_hit (AtlasGeography *self, double lon, double lat);
int atlas_geography_hit_near (AtlasGeography *self, double lon, double lat, double radius);

G_END_DECLS
