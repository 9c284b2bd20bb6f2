/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlasctl.h"

#include "atlas-import.h"

G_BEGIN_DECLS

/* Files of articles, as arguments name them. */
gboolean atlasctl_is_input (const char *argument);
AtlasctlExit atlasctl_fail_file (const char *argument, const GError *error);
char *atlasctl_describe_failure (const char *argument, const GError *error);
GFile *atlasctl_find_argument (const char *argument, GError **error);
GBytes *atlasctl_read_input (GError **error);
AtlasImported *atlasctl_read_article (const char *argument, GError **error);

G_END_DECLS
