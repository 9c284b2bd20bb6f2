/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-reading.h"

G_BEGIN_DECLS

/**
 * AtlasPersonName:
 * @ATLAS_PERSON_NAME_GIVEN: with a surname behind it, by which the text goes on
 * @ATLAS_PERSON_NAME_LAST: a surname, or a given name alone
 *
 * What of a person's name a place's name is.
 */
typedef enum
{
  ATLAS_PERSON_NAME_NONE,
  ATLAS_PERSON_NAME_GIVEN,
  ATLAS_PERSON_NAME_LAST
} AtlasPersonName;

AtlasPersonName atlas_person_name_find (const AtlasReading *reading, guint i, gboolean follows_person);

G_END_DECLS
