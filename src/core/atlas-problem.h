/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasProblem:
 * @file: the file's path as the reader can find it
 * @line: from 1; 0 where the problem is the whole file
 * @column: the code point in the line, from 1; 0 where it is the whole line
 * @message: what is wrong and how to mend it, translated
 *
 * One thing wrong with a file that a person can mend.
 */
typedef struct
{
  char *file;
  guint line;
  guint column;
  char *message;
} AtlasProblem;

/**
 * AtlasProblems: all that was found, in the order of file and line.
 */
typedef struct _AtlasProblems AtlasProblems;

AtlasProblems *atlas_problems_new (void);
void atlas_problems_free (AtlasProblems *self);
void atlas_problems_add (AtlasProblems *self, const char *file, guint line, guint column, const char *format, ...) G_GNUC_PRINTF (5, 6);
void atlas_problems_add_valist (AtlasProblems *self, const char *file, guint line, guint column, const char *format, va_list args) G_GNUC_PRINTF (5, 0);
void atlas_problems_sort (AtlasProblems *self);
guint atlas_problems_get_n (const AtlasProblems *self);
const AtlasProblem *atlas_problems_get (const AtlasProblems *self, guint i);
char *atlas_problem_to_string (const AtlasProblem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasProblems, atlas_problems_free)

G_END_DECLS
