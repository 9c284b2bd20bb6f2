/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlasctl.h"

#include "atlas-briefing.h"
#include "atlas-library.h"

G_BEGIN_DECLS

/**
 * AtlasctlTexts:
 * @library: (nullable): the articles; %NULL where there are none to look at
 *
 * What links texts, and the texts themselves. Each part is there once it was loaded.
 */
typedef struct
{
  AtlasctlCall *call;
  AtlasGazetteer *gazetteer;
  AtlasLinker *linker;
  AtlasBriefings *briefings;
  AtlasLibrary *library;
} AtlasctlTexts;

/**
 * AtlasctlLibraryUse:
 * @ATLASCTL_LIBRARY_LOOK: the reader's own may be missing; then it counts as empty
 * @ATLASCTL_LIBRARY_CHANGE: a folder that was named must hold one
 * @ATLASCTL_LIBRARY_MAKE: it is made where there is none
 */
typedef enum
{
  ATLASCTL_LIBRARY_LOOK,
  ATLASCTL_LIBRARY_CHANGE,
  ATLASCTL_LIBRARY_MAKE,
} AtlasctlLibraryUse;

/* Each says on standard error what is wrong. */
AtlasctlExit atlasctl_texts_load (AtlasctlTexts *self, AtlasctlCall *call);
AtlasctlExit atlasctl_texts_load_briefings (AtlasctlTexts *self);
AtlasctlExit atlasctl_texts_open_library (AtlasctlTexts *self, const char *directory, AtlasctlLibraryUse use);
void atlasctl_texts_clear (AtlasctlTexts *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasctlTexts, atlasctl_texts_clear)

G_END_DECLS
