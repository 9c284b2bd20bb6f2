/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlasctl.h"

#include "atlas-library.h"

G_BEGIN_DECLS

/**
 * AtlasctlLibraryOptions:
 *
 * What actions of “atlasctl library” take beside their arguments; %NULL or 0 where it
 * was not given.
 */
typedef struct
{
  char *directory;
  /* Which articles, or what a correction says */
  char *country;
  char *organisation;
  /* Which articles */
  char *tag;
  char *language;
  char *from;
  char *to;
  char *sort;
  gboolean unread;
  gboolean deleted;
  int limit;
  /* What to write into an article, beside @language */
  char *title;
  char *summary;
  char *publisher;
  char *author;
  char *date;
  char *address;
  /* What a correction says */
  gboolean nothing;
  char *words;
  char *place;
} AtlasctlLibraryOptions;

/**
 * AtlasctlLibraryCall:
 * @arguments: what follows the action
 */
typedef struct
{
  AtlasctlCall *call;
  AtlasLibrary *library;
  const AtlasctlLibraryOptions *options;
  char **arguments;
} AtlasctlLibraryCall;

/**
 * AtlasctlLibraryAction:
 * @min: how many arguments it takes at least
 * @max: how many at most
 * @check: (nullable): looks at the options before the library is opened; FALSE where
 *   the call is wrong, which it has said
 */
typedef struct
{
  const char *name;
  guint min;
  guint max;
  gboolean (*check) (AtlasctlLibraryCall *self);
  AtlasctlExit (*run) (AtlasctlLibraryCall *self);
} AtlasctlLibraryAction;

/* atlasctl-library-list.c */
gboolean atlasctl_library_check_list (AtlasctlLibraryCall *self);
AtlasctlExit atlasctl_library_list (AtlasctlLibraryCall *self);
AtlasctlExit atlasctl_library_list_tags (AtlasctlLibraryCall *self);
AtlasctlExit atlasctl_library_show (AtlasctlLibraryCall *self);

/* atlasctl-library-change.c */
gboolean atlasctl_library_check_edit (AtlasctlLibraryCall *self);
AtlasctlExit atlasctl_library_edit (AtlasctlLibraryCall *self);
AtlasctlExit atlasctl_library_tag (AtlasctlLibraryCall *self);
AtlasctlExit atlasctl_library_untag (AtlasctlLibraryCall *self);
AtlasctlExit atlasctl_library_read (AtlasctlLibraryCall *self);
AtlasctlExit atlasctl_library_unread (AtlasctlLibraryCall *self);
AtlasctlExit atlasctl_library_delete (AtlasctlLibraryCall *self);
AtlasctlExit atlasctl_library_undelete (AtlasctlLibraryCall *self);

/* atlasctl-library-correct.c */
gboolean atlasctl_library_check_correct (AtlasctlLibraryCall *self);
AtlasctlExit atlasctl_library_list_corrections (AtlasctlLibraryCall *self);
AtlasctlExit atlasctl_library_correct (AtlasctlLibraryCall *self);
AtlasctlExit atlasctl_library_uncorrect (AtlasctlLibraryCall *self);

G_END_DECLS
