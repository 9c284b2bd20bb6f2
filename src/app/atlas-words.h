/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-query.h"

G_BEGIN_DECLS

char *atlas_words_for_status (AtlasStatus status, AtlasStatus of);
char *atlas_words_since (const AtlasSpell *spell);
char *atlas_words_member_since (const AtlasDataset *dataset, const AtlasSpell *spell);
char *atlas_words_doubt (const AtlasSpell *spell, AtlasDay day);
char *atlas_words_contested (const AtlasSpell *spell, const char *language);
char *atlas_words_change (const AtlasChange *change);
char *atlas_words_transition (const AtlasChange *change);
char *atlas_words_range (AtlasDay from, AtlasDay to);
char *atlas_words_source_markup (const AtlasSource *source);
char *atlas_words_source (const AtlasSource *source);
char *atlas_words_codes_markup (const AtlasDataset *dataset, const char *codes, const char *language);

G_END_DECLS
