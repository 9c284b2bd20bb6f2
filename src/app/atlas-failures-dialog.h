/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-import-job.h"

G_BEGIN_DECLS

/**
 * AtlasFailuresDialog:
 *
 * Lists what could not be brought in, with the reasons.
 */
#define ATLAS_TYPE_FAILURES_DIALOG (atlas_failures_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AtlasFailuresDialog, atlas_failures_dialog, ATLAS, FAILURES_DIALOG, AdwDialog)

AdwDialog *atlas_failures_dialog_new (const GPtrArray *failures, guint n_brought);

G_END_DECLS
