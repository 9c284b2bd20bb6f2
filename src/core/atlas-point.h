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
  double lon;
  double lat;
} AtlasPoint;

/**
 * AtlasBox:
 *
 * A box in degrees; @west is at most @east, which may pass 180.
 */
typedef struct
{
  double west;
  double south;
  double east;
  double north;
} AtlasBox;

G_END_DECLS
