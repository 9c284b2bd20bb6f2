/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-gazetteer.h"

#include <stddef.h>
#include <stdint.h>

/* What the sanitizers and libFuzzer call. Each target defines the last. */
const char *__asan_default_options (void);
int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* What must hold is said with g_assert_…(), which libFuzzer takes for a crash. */

char *fuzz_text (const uint8_t *data, size_t size);
char *fuzz_data_path (const char *name);
AtlasGazetteer *fuzz_gazetteer (void);
void fuzz_assert_place (const char *text, guint start, guint end, guint byte_start, guint byte_end);
