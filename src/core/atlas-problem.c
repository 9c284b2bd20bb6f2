/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-problem.h"

struct _AtlasProblems
{
  GPtrArray *problems;
};

static void
atlas_problem_free (AtlasProblem *self)
{
  g_free (self->file);
  g_free (self->message);
  g_free (self);
}

/**
 * atlas_problems_new:
 *
 * Returns: (transfer full): an empty list
 */
AtlasProblems *
atlas_problems_new (void)
{
  AtlasProblems *self = g_new0 (AtlasProblems, 1);

  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_problem_free);
  return self;
}

void
atlas_problems_free (AtlasProblems *self)
{
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/**
 * atlas_problems_add:
 * @file: the file's path as the reader can find it
 * @line: from 1; 0 for the whole file
 * @column: the code point in the line, from 1; 0 for the whole line
 * @format: what is wrong and how to mend it, translated
 */
void
atlas_problems_add (AtlasProblems *self,
                    const char *file,
                    guint line,
                    guint column,
                    const char *format,
                    ...)
{
  va_list args;

  va_start (args, format);
  atlas_problems_add_valist (self, file, line, column, format, args);
  va_end (args);
}

/**
 * atlas_problems_add_valist:
 * @args: for @format; otherwise as atlas_problems_add()
 */
void
atlas_problems_add_valist (AtlasProblems *self,
                           const char *file,
                           guint line,
                           guint column,
                           const char *format,
                           va_list args)
{
  AtlasProblem *problem = g_new (AtlasProblem, 1);

  problem->file = g_strdup (file);
  problem->line = line;
  problem->column = column;
  problem->message = g_strdup_vprintf (format, args);
  g_ptr_array_add (self->problems, problem);
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const AtlasProblem *left = *(AtlasProblem *const *) a;
  const AtlasProblem *right = *(AtlasProblem *const *) b;
  int order = g_strcmp0 (left->file, right->file);

  if (order == 0)
    order = (left->line > right->line) - (left->line < right->line);
  if (order == 0)
    order = (left->column > right->column) - (left->column < right->column);
  if (order == 0)
    order = g_strcmp0 (left->message, right->message);
  return order;
}

/**
 * atlas_problems_sort:
 *
 * Puts the problems in the order of file, line and column.
 */
void
atlas_problems_sort (AtlasProblems *self)
{
  g_ptr_array_sort (self->problems, compare_problems);
}

/**
 * atlas_problems_get_n:
 *
 * Returns: how many problems there are
 */
guint
atlas_problems_get_n (const AtlasProblems *self)
{
  return self->problems->len;
}

/**
 * atlas_problems_get:
 *
 * Returns: (transfer none): a problem; lives until one is added or @self is freed
 */
const AtlasProblem *
atlas_problems_get (const AtlasProblems *self,
                    guint i)
{
  g_return_val_if_fail (i < self->problems->len, NULL);

  return g_ptr_array_index (self->problems, i);
}

/**
 * atlas_problem_to_string:
 *
 * Returns: (transfer full): `file:line:column: message`, without what is not known
 */
char *
atlas_problem_to_string (const AtlasProblem *self)
{
  if (self->line == 0)
    return g_strdup_printf ("%s: %s", self->file, self->message);
  if (self->column == 0)
    return g_strdup_printf ("%s:%u: %s", self->file, self->line, self->message);
  return g_strdup_printf ("%s:%u:%u: %s", self->file, self->line, self->column, self->message);
}
