/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-reading.h"

G_BEGIN_DECLS

/**
 * AtlasTownSign:
 * @ATLAS_TOWN_HINTED: the words beside speak for a town; the text must be local
 * @ATLAS_TOWN_TOLD: they say so
 *
 * Whether a place's name is borne by a small town there: Lebanon, Ohio.
 */
typedef enum
{
  ATLAS_TOWN_NONE,
  ATLAS_TOWN_HINTED,
  ATLAS_TOWN_TOLD
} AtlasTownSign;

AtlasTownSign atlas_town_find_sign (const AtlasReading *reading, guint i);
gboolean atlas_town_is_state_of (const AtlasReading *reading, guint i);
gboolean atlas_town_is_said_of_abroad (const AtlasReading *reading, guint i);

G_END_DECLS
