/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include "atlas-library-private.h"
#include "atlas-tokenizer.h"

#include <string.h>

/* Marks that no text has. */
#define HIGHLIGHT "SELECT highlight (words, 0, char (1), char (2)) FROM words WHERE words MATCH ?"

/* An index of words as the library's, in memory. */
static AtlasDatabase *
get_database (void)
{
  static AtlasDatabase *database = NULL;

  if (database == NULL)
    {
      g_autoptr (GError) error = NULL;

      database = atlas_database_open (":memory:", ATLAS_DATABASE_WRITE, &error);
      g_assert_no_error (error);
      g_assert_true (atlas_database_exec (database, "CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = '" ATLAS_TOKENIZER_NAME "')", &error));
    }
  return database;
}

static void
assert_snippet (const char *marked)
{
  g_autoptr (GArray) marks = NULL;
  g_autofree char *snippet = atlas_library_read_snippet (marked, &marks);
  glong length = g_utf8_strlen (snippet, -1);

  g_assert_true (g_utf8_validate (snippet, -1, NULL));
  g_assert_cmpuint (marks->len, >, 0);
  for (guint i = 0; i < marks->len; i++)
    {
      const AtlasRange *range = &g_array_index (marks, AtlasRange, i);

      g_assert_cmpuint (range->start, <, range->end);
      g_assert_cmpint (range->end, <=, length);
    }
}

/* What a reader may type to look for, and a text that consists of it: it is found. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  g_autofree char *words = g_strndup ((const char *) data, size);
  g_autofree char *text = fuzz_text (data, size);
  g_autofree char *match = atlas_library_parse_words (words);
  AtlasDatabase *database = get_database ();
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  if (match == NULL)
    return 0;
  for (char *p = text; *p != '\0'; p++)
    if (*p == 1 || *p == 2)
      *p = ' ';
  atlas_database_run (database, &error, "INSERT INTO words (rowid, text) VALUES (1, ?)", "s", text);
  g_assert_no_error (error);
  statement = atlas_database_query (database, &error, HIGHLIGHT, "s", match);
  atlas_database_step (database, statement, &row, &error);
  g_assert_no_error (error);
  g_assert_true (row);
  assert_snippet (atlas_column_text (statement, 0));
  sqlite3_reset (statement);
  g_assert_true (atlas_database_exec (database, "DELETE FROM words; INSERT INTO words (words) VALUES ('integrity-check')", NULL));
  return 0;
}
