/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-search.h"

G_BEGIN_DECLS

/**
 * AtlasProvider:
 *
 * What the search of the desktop's shell is answered with: countries, organisations
 * and events by their names, each with a line about it on a day. A result's id is the
 * path that #AtlasState:selection and links have, such as "country/KZ".
 *
 * Immutable.
 */
typedef struct _AtlasProvider AtlasProvider;

AtlasProvider *atlas_provider_load (const char *directory, const char *language, AtlasProblems *problems);
void atlas_provider_free (AtlasProvider *self);

GStrv atlas_provider_find (const AtlasProvider *self, const char *const *terms);
gboolean atlas_provider_describe (const AtlasProvider *self, const char *result, AtlasDay day, const char **name, char **line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasProvider, atlas_provider_free)

G_END_DECLS
