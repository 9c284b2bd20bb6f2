/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The languages that the data package's own texts are written in. */
typedef enum
{
  ATLAS_TEXT_EN,
  ATLAS_TEXT_SV,
  ATLAS_TEXT_RU,
  ATLAS_N_TEXTS
} AtlasTextLanguage;

const char *atlas_texts_get (const char *const *texts, const char *language);
const char *atlas_names_get (const char *const *names, GHashTable *languages, const char *language);

G_END_DECLS
