/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

typedef enum
{
  ATLASCTL_DONE = 0,
  ATLASCTL_BAD_INPUT = 1,
  ATLASCTL_WRONG_CALL = 2,
} AtlasctlExit;

typedef enum
{
  ATLASCTL_TEXT,
  ATLASCTL_JSON,
  ATLASCTL_CSV,
} AtlasctlFormat;

typedef struct _AtlasctlCall AtlasctlCall;

/**
 * AtlasctlCommand:
 * @name: what the user types
 * @arguments: what follows it, for the help; translatable
 * @summary: what it does, for the list of commands; translatable
 * @description: (nullable): more about it, for its own help; translatable
 * @entries: (nullable): options of its own
 * @takes_numbers: whether an argument such as -175 is a number and no option
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *description;
  const GOptionEntry *entries;
  gboolean takes_numbers;
  AtlasctlExit (*run) (AtlasctlCall *call);
} AtlasctlCommand;

/**
 * AtlasctlCall:
 * @data: the folder that holds the data
 * @package: the data package in it
 * @language: a language tag for names and titles
 * @language_given: whether --lang named it
 * @arguments: (array zero-terminated=1): what follows the command, without options
 *
 * One call of atlasctl.
 */
struct _AtlasctlCall
{
  const AtlasctlCommand *command;
  AtlasctlFormat format;
  char *data;
  char *package;
  char *language;
  gboolean language_given;
  char **arguments;
  guint n_arguments;
  AtlasDataset *dataset;
};

extern const AtlasctlCommand atlasctl_status;
extern const AtlasctlCommand atlasctl_members;
extern const AtlasctlCommand atlasctl_changes;
extern const AtlasctlCommand atlasctl_timeline;
extern const AtlasctlCommand atlasctl_at;
extern const AtlasctlCommand atlasctl_excerpts;
extern const AtlasctlCommand atlasctl_extract;
extern const AtlasctlCommand atlasctl_import;
extern const AtlasctlCommand atlasctl_mentions;
extern const AtlasctlCommand atlasctl_render;
extern const AtlasctlCommand atlasctl_library;
extern const AtlasctlCommand atlasctl_search;
extern const AtlasctlCommand atlasctl_validate;

/* What every command reads; each says on standard error what is wrong. */
AtlasctlExit atlasctl_call_load (AtlasctlCall *self);
const char *atlasctl_command_get_arguments (const AtlasctlCommand *command);
gboolean atlasctl_call_expect (AtlasctlCall *self, guint min, guint max);
const AtlasCountry *atlasctl_call_find_country (AtlasctlCall *self, const char *text);
const AtlasOrganisation *atlasctl_call_find_organisation (AtlasctlCall *self, const char *text);
gboolean atlasctl_call_parse_on (AtlasctlCall *self, const char *text, AtlasDay *day);
gboolean atlasctl_call_parse_until (AtlasctlCall *self, const char *text, AtlasDay *until);
gboolean atlasctl_call_parse_range (AtlasctlCall *self, const char *from_text, const char *to_text, AtlasDay *from, AtlasDay *to);
char *atlasctl_call_find_file (AtlasctlCall *self, const char *first, ...) G_GNUC_NULL_TERMINATED;

void atlasctl_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);
AtlasctlExit atlasctl_fail (const GError *error);
AtlasctlExit atlasctl_refuse (AtlasctlCall *call, const char *format, ...) G_GNUC_PRINTF (2, 3);
void atlasctl_complain_of_problems (AtlasProblems *problems);

G_END_DECLS
