/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-article.h"

G_BEGIN_DECLS

GArray *atlas_plain_text_split (const char *text, char **title);

G_END_DECLS
