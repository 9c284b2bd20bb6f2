/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-date.h"

G_BEGIN_DECLS

gboolean atlas_date_parse_input (const char *text, AtlasDate *date, GError **error);
AtlasDay atlas_date_pick_day (const AtlasDate *date);

G_END_DECLS
