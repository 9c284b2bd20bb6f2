/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-area.h"

#include "atlas-texts.h"

/**
 * atlas_area_get_name:
 *
 * Returns: (transfer none): the area's name
 */
const char *
atlas_area_get_name (const AtlasArea *self,
                     const char *language)
{
  return atlas_texts_get (self->names, language);
}

/**
 * atlas_area_get_text:
 *
 * Returns: (transfer none) (nullable): who holds it, who claims it, and how this
 *   atlas draws it
 */
const char *
atlas_area_get_text (const AtlasArea *self,
                     const char *language)
{
  return atlas_texts_get (self->texts, language);
}
