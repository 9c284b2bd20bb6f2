/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "atlas-content.h"

G_BEGIN_DECLS

AdwDialog *atlas_about_dialog_new (AtlasContent *content);

G_END_DECLS
