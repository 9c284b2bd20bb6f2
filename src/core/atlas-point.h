/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasPoint:
 * @lon: longitude in degrees, east positive; may pass ±180 where a shape
 *   crosses the antimeridian
 * @lat: latitude in degrees, north positive
 */
typedef struct
{
  float lon;
  float lat;
} AtlasPoint;

/**
 * AtlasBox:
 * @west: smallest longitude, degrees
 * @south: smallest latitude, degrees
 * @east: largest longitude, degrees; never less than @west, and beyond 180
 *   where a shape crosses the antimeridian
 * @north: largest latitude, degrees
 *
 * A bounding box. Whoever compares it with a view tries the box at every
 * whole turn: @west + 360 · k.
 */
typedef struct
{
  float west;
  float south;
  float east;
  float north;
} AtlasBox;

G_END_DECLS
