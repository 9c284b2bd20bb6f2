/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-membership.h"

#include "atlas-texts.h"

/**
 * atlas_membership_get_note:
 *
 * Returns: (transfer none) (nullable): what there is to say about the row
 */
const char *
atlas_membership_get_note (const AtlasMembership *self,
                           const char *language)
{
  return atlas_texts_get (self->notes, language);
}

/**
 * atlas_membership_get_contested_reason:
 *
 * Returns: (transfer none) (nullable): why the row is contested, where it is
 */
const char *
atlas_membership_get_contested_reason (const AtlasMembership *self,
                                       const char *language)
{
  return atlas_texts_get (self->contested_reasons, language);
}
