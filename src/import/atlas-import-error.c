/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-import-error.h"

G_DEFINE_QUARK (atlas - import - error - quark, atlas_import_error)
