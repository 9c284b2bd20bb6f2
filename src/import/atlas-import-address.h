/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *atlas_import_address_clean (const char *text);
char *atlas_import_address_normalise (const char *address);
char *atlas_import_address_date (const char *address);

G_END_DECLS
