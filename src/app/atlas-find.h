/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-article.h"

G_BEGIN_DECLS

GArray *atlas_find_in_text (const char *text, const char *words);

G_END_DECLS
