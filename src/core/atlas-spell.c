/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-membership.h"

/**
 * atlas_spell_is_certain_on:
 *
 * Returns: whether the status is certain on @day; between the earliest and the
 *   latest day of an uncertain start it is not
 */
gboolean
atlas_spell_is_certain_on (const AtlasSpell *self,
                           AtlasDay day)
{
  return day >= self->certain_from && day < self->end;
}

/**
 * atlas_spell_belongs:
 *
 * Returns: whether a country counts as belonging in this spell
 */
gboolean
atlas_spell_belongs (const AtlasSpell *self)
{
  return atlas_status_belongs (self->status, self->of);
}

/**
 * atlas_spell_get_source:
 *
 * Returns: (transfer none): the source of the row that the spell begins with,
 *   which is the one that says since when
 */
const AtlasSource *
atlas_spell_get_source (const AtlasSpell *self)
{
  return self->rows[0]->source;
}

/**
 * atlas_spell_get_row_on:
 *
 * Returns: (transfer none): the row that the status rests on, on @day
 */
const AtlasMembership *
atlas_spell_get_row_on (const AtlasSpell *self,
                        AtlasDay day)
{
  guint i = self->n_rows - 1;

  while (i > 0 && self->rows[i]->from.earliest > day)
    i--;
  return self->rows[i];
}

/**
 * atlas_spell_is_contested_on:
 *
 * Returns: whether the row that the status rests on, on @day, is contested
 */
gboolean
atlas_spell_is_contested_on (const AtlasSpell *self,
                             AtlasDay day)
{
  return atlas_spell_get_row_on (self, day)->contested;
}
