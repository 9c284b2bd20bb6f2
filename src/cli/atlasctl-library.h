/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlasctl-output.h"

#include "atlas-library.h"

G_BEGIN_DECLS

/**
 * AtlasctlTexts:
 *
 * What links texts, and the library that keeps them.
 */
typedef struct
{
  AtlasGazetteer *gazetteer;
  AtlasLinker *linker;
  AtlasLibrary *library;
} AtlasctlTexts;

/* Each says on standard error what is wrong. */
AtlasctlExit atlasctl_texts_open (AtlasctlTexts *self, AtlasctlCall *call, const char *directory);
void atlasctl_texts_clear (AtlasctlTexts *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasctlTexts, atlasctl_texts_clear)

G_END_DECLS
