/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-query.h"

G_BEGIN_DECLS

/* In a few words, how a thing stood on a day; %NULL where there is nothing to say. */
char *atlas_date_words_for_country (const AtlasDataset *dataset, const AtlasCountry *country, AtlasDay day, const char *language);
char *atlas_date_words_for_organisation (const AtlasDataset *dataset, const AtlasOrganisation *organisation, AtlasDay day);
char *atlas_date_words_for_event (const AtlasEvent *event, AtlasDay day);

G_END_DECLS
