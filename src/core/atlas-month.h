/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @month goes from 1 to 12. */
const char *atlas_month_in_date (int month);
const char *atlas_month_alone (int month);
int atlas_month_find (const char *word);

G_END_DECLS
