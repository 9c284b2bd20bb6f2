/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-map-words.h"
#include "atlas-scope.h"
#include "atlas-timeline-painter.h"

G_BEGIN_DECLS

AtlasMapWords *atlas_timeline_words_new (AtlasContent *content, const AtlasScope *scope, const AtlasTimelineItem *item);
char *atlas_timeline_words_title (AtlasContent *content, const AtlasScope *scope);

G_END_DECLS
