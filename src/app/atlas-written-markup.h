/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-content.h"
#include "atlas-written.h"

G_BEGIN_DECLS

char *atlas_written_to_markup (const AtlasWritten *written, AtlasContent *content);

G_END_DECLS
