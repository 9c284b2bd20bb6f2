/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AtlasProgressDialog:
 *
 * Tells how far a thread has come with something that takes long, and can cancel it. It
 * shows itself only where that takes longer than a moment.
 */
#define ATLAS_TYPE_PROGRESS_DIALOG (atlas_progress_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AtlasProgressDialog, atlas_progress_dialog, ATLAS, PROGRESS_DIALOG, AdwAlertDialog)

AtlasProgressDialog *atlas_progress_dialog_start (GtkWidget *parent, const char *heading, const guint *n_done, const guint *n_all, GCancellable *cancellable);
void atlas_progress_dialog_end (AtlasProgressDialog *self);

G_END_DECLS
