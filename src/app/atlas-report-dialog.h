/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"
#include "atlas-state.h"

G_BEGIN_DECLS

/**
 * AtlasReportDialog:
 *
 * A prepared text about a mistake, which names the rows of the data that the
 * selected page rests on, for the reader to copy and send. It sends nothing.
 */
#define ATLAS_TYPE_REPORT_DIALOG (atlas_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AtlasReportDialog, atlas_report_dialog, ATLAS, REPORT_DIALOG, AdwDialog)

AdwDialog *atlas_report_dialog_new (AtlasState *state, AtlasContent *content);

G_END_DECLS
