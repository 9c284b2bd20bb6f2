/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-word-index.h"

G_BEGIN_DECLS

GPtrArray *atlas_briefing_list (const AtlasBriefings *briefings,
                                const char *language,
                                AtlasWordIndex *words,
                                const AtlasLibraryQuery *query,
                                GError **error);

G_END_DECLS
