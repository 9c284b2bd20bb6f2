/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "atlas-content.h"
#include "atlas-document.h"
#include "atlas-prose.h"
#include "atlas-state.h"

G_BEGIN_DECLS

void atlas_mention_popover_show (AtlasProse *prose,
                                 const GdkRectangle *place,
                                 AtlasState *state,
                                 AtlasContent *content,
                                 const AtlasDocument *document,
                                 const AtlasLibraryMention *mention);

G_END_DECLS
