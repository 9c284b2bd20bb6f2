/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-written.h"

G_BEGIN_DECLS

char *atlas_quotation_new (const AtlasWritten *written);

G_END_DECLS
