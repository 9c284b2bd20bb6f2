/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A line on standard error, where that is a terminal, that says how far a command is. */
void atlasctl_progress_show (guint n_done, guint n, const char *name);
void atlasctl_progress_clear (void);

G_END_DECLS
