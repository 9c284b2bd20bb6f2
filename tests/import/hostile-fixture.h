/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "import-fixture.h"

#include <time.h>

/* Files that are broken or made to do harm. Each must end soon: in the error that it
 * deserves, with a message that names the file and says what to do, or in the text that
 * a reader sees in it. */

/* Of the processor, and so whatever else the machine does. */
#define MAX_SECONDS 8

/**
 * Made:
 * @before: (nullable): what it begins with
 * @part: (nullable): what follows @n times
 * @after: (nullable): what it ends with
 *
 * Bytes that are mostly the same over and over.
 */
typedef struct
{
  const char *before;
  const char *part;
  guint n;
  const char *after;
} Made;

/**
 * Hostile:
 * @length: of @file where it has zeros in it, and then of `before` alone; else 0
 * @error: what it is refused with; %AN_ARTICLE where it is read
 * @text: title and paragraphs of the article, an empty line between two
 */
typedef struct
{
  const char *name;
  Made file;
  gsize length;
  int error;
  Made text;
} Hostile;

#define AN_ARTICLE -1

static inline GString *
make_string (const Made *made)
{
  GString *text = g_string_new (made->before);

  for (guint i = 0; i < made->n; i++)
    g_string_append (text, made->part);
  if (made->after != NULL)
    g_string_append (text, made->after);
  return text;
}

static inline double
processor_seconds (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

/* “NAME” …; do this, or do that. */
static inline void
assert_message (const char *message,
                const char *name)
{
  g_autofree char *quoted = g_strdup_printf ("“%s”", name);

  if (strstr (message, quoted) == NULL)
    g_test_fail_printf ("The message does not name %s: %s", name, message);
  if (!g_regex_match_simple ("([;.]|,? or) (ask|choose|copy|download|have|look|open|save|split|unpack) [^;]*\\.$", message, G_REGEX_CASELESS, G_REGEX_MATCH_DEFAULT))
    g_test_fail_printf ("The message does not say what to do: %s", message);
}

static inline void
assert_refused_with (const char *name,
                     const AtlasImported *imported,
                     const GError *error,
                     int code)
{
  if (imported != NULL)
    {
      g_test_fail_printf ("%s was read", name);
      return;
    }
  if (!g_error_matches (error, ATLAS_IMPORT_ERROR, code))
    g_test_fail_printf ("%s: %s", name, error->message);
  assert_message (error->message, name);
}

/* Long texts are told by where they differ. */
static inline void
assert_text (const char *name,
             AtlasImported *imported,
             const GError *error,
             const char *expected)
{
  g_autofree char *text = NULL;
  gsize same = 0;

  if (imported == NULL)
    {
      g_test_fail_printf ("%s: %s", name, error->message);
      return;
    }
  text = atlas_imported_to_text (imported);
  while (text[same] != '\0' && text[same] == expected[same])
    same++;
  if (text[same] != expected[same])
    g_test_fail_printf ("%s: from byte %zu on “%.200s” instead of “%.200s”", name, same, text + same, expected + same);
}

/* @text: (nullable): what is read; %NULL where @code is what it is refused with */
static inline void
feed_bytes (const char *name,
            GBytes *bytes,
            int code,
            const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasImported) imported = NULL;
  double start = processor_seconds ();

  /* Where files are collected, nothing is tested. */
  if (keep_file (name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)))
    return;
  imported = atlas_extract (name, bytes, &error);
  if (processor_seconds () - start > MAX_SECONDS)
    g_test_fail_printf ("%s took more than %d seconds", name, MAX_SECONDS);
  if (text == NULL)
    assert_refused_with (name, imported, error, code);
  else
    assert_text (name, imported, error, text);
}

static inline void
test_hostile (gconstpointer data)
{
  const Hostile *hostile = data;
  g_autoptr (GString) file = make_string (&hostile->file);
  /* An exact copy, so that the sanitizers see what reads past the end. */
  g_autoptr (GBytes) bytes = hostile->length > 0 ? g_bytes_new (hostile->file.before, hostile->length) : g_bytes_new (file->str, file->len);
  g_autoptr (GString) text = make_string (&hostile->text);

  feed_bytes (hostile->name, bytes, hostile->error, hostile->error == AN_ARTICLE ? text->str : NULL);
}

/* A test for each file. */
static inline void
add_hostile (const char *kind,
             const Hostile *files,
             guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/hostile/%s/%s", kind, files[i].name);

      g_test_add_data_func (path, &files[i], test_hostile);
    }
}
