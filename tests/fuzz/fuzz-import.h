/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-import-draft.h"
#include "atlas-imported.h"

#include "fuzz.h"

#define FUZZ_NAME "fuzz.file"

void fuzz_assert_imported (AtlasImported *imported);
void fuzz_assert_error (const GError *error, const char *name);
void fuzz_finish (AtlasImportDraft *draft, gboolean read, GError *error);
GBytes *fuzz_pack (const uint8_t *data, size_t size);
