/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-reading.h"

G_BEGIN_DECLS

gboolean atlas_person_name_is (const AtlasReading *reading, guint i, gboolean follows_person);

G_END_DECLS
