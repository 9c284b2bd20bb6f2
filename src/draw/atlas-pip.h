/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-style.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_PIP_MEMBER, /* filled */
  ATLAS_PIP_HALF,   /* frozen or suspended */
  ATLAS_PIP_RING,   /* anything less than membership */
  ATLAS_PIP_STRUCK, /* a former member */
} AtlasPipShape;

/**
 * AtlasPip:
 *
 * A small mark under a name, one for each tie to the CSTO, the SCO and BRICS in
 * that order; with the lens of one organisation, that one's.
 */
typedef struct
{
  AtlasHue hue;
  AtlasPipShape shape;
} AtlasPip;

#define ATLAS_MAX_PIPS 3

guint atlas_pips_resolve (const AtlasDataset *dataset, const AtlasOrganisation *lens, const AtlasCountry *country, AtlasDay day, AtlasPip pips[ATLAS_MAX_PIPS]);
AtlasColour atlas_pip_get_colour (const AtlasPip *self, AtlasScheme scheme);
AtlasColour atlas_pip_get_ground (AtlasScheme scheme);
void atlas_pip_draw (const AtlasPip *self, cairo_t *cr, double x, double y, double size, AtlasScheme scheme);

G_END_DECLS
