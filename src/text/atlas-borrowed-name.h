/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-resolver.h"

G_BEGIN_DECLS

gboolean atlas_borrowed_name_is (const AtlasGazetteer *gazetteer,
                                 AtlasLanguage language,
                                 const char *text,
                                 guint length,
                                 const AtlasCandidate *candidate);

G_END_DECLS
