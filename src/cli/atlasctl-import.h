/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlasctl.h"

#include "atlas-library.h"

G_BEGIN_DECLS

typedef enum
{
  ATLASCTL_IMPORT_CANCELLED, /* not reached yet, or never */
  ATLASCTL_IMPORT_ADDED,
  ATLASCTL_IMPORT_UPDATED,
  ATLASCTL_IMPORT_KNOWN, /* it, or one like it, is there and was left alone */
  ATLASCTL_IMPORT_FAILED,
  ATLASCTL_N_IMPORT_RESULTS
} AtlasctlImportResult;

/**
 * AtlasctlImportItem:
 * @argument: the path, or “-”
 * @match: why an article that is there seems to be the same
 * @likeness: the share of common runs of words with that article
 * @key: (nullable): the article that was added, updated or is there already
 * @title: (nullable): its title, as all that follows
 * @subjects: (nullable) (element-type AtlasSubject): what it names
 * @warnings: (nullable): what was left out or guessed
 * @message: (nullable): why it failed, or what to do where it was left alone
 *
 * A file that was to be brought in.
 */
typedef struct
{
  char *argument;
  AtlasctlImportResult result;
  AtlasLibraryMatch match;
  double likeness;
  char *key;
  char *title;
  char *date;
  char *language;
  GArray *subjects;
  GStrv warnings;
  char *message;
} AtlasctlImportItem;

AtlasctlImportItem *atlasctl_import_item_new (const char *argument);
void atlasctl_import_item_free (AtlasctlImportItem *self);
gboolean atlasctl_import_list_files (char **arguments, gboolean recursive, GPtrArray *items);

/* atlasctl-import-answer.c */
guint atlasctl_import_count (const GPtrArray *items, AtlasctlImportResult result);
void atlasctl_import_print_item (AtlasctlCall *call, const AtlasctlImportItem *item);
void atlasctl_import_print_all (AtlasctlCall *call, const GPtrArray *items);

G_END_DECLS
