/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-reading.h"

G_BEGIN_DECLS

/**
 * AtlasBorrower:
 * @ATLAS_BORROWER_HOUSE: an inn, a street, a school, a club
 * @ATLAS_BORROWER_LANGUAGE: a language
 * @ATLAS_BORROWER_THING: a newspaper, a road, a dish, a breed
 *
 * What has taken a place's name.
 */
typedef enum
{
  ATLAS_BORROWER_NONE,
  ATLAS_BORROWER_HOUSE,
  ATLAS_BORROWER_LANGUAGE,
  ATLAS_BORROWER_THING
} AtlasBorrower;

AtlasBorrower atlas_borrowed_name_find (const AtlasReading *reading, guint i);

G_END_DECLS
