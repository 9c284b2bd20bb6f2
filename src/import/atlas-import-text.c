/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-importers.h"

#include "atlas-import-clean.h"

#include <string.h>

/* In characters: a line longer than this is a paragraph of its own, not one of
 * several that a mail program broke. */
#define LONGEST_BROKEN_LINE 110

/* A text whose longest line is shorter is not broken into lines but consists of
 * them: a list, a poem. */
#define SHORTEST_BROKEN_LINE 45

#define LONGEST_HEADING 120

typedef struct
{
  char *text; /* clean */
  guint length;
  guint indent;
} Line;

static void
clear_line (gpointer data)
{
  g_free (((Line *) data)->text);
}

static guint
count_indent (const char *line)
{
  guint n = 0;

  for (; *line == ' ' || *line == '\t'; line++)
    n += *line == '\t' ? 8 : 1;
  return n;
}

/* Whether a soft hyphen stands before the line end at @p: both halves of the word
 * are one line. */
static gboolean
is_hyphenated (const char *start,
               const char *p)
{
  if (*p == '\n' && p > start && p[-1] == '\r')
    p--;
  return *p != '\0' && p - start >= 2 && memcmp (p - 2, "\xc2\xad", 2) == 0;
}

static GArray *
split_lines (const char *text)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));
  const char *start = text;

  g_array_set_clear_func (lines, clear_line);
  for (const char *p = text;; p++)
    {
      Line line;

      if (*p != '\0' && *p != '\n' && *p != '\r' && *p != '\f')
        continue;
      if (is_hyphenated (start, p))
        continue;
      /* One empty line parts as well as many. */
      if (p == start && *p != '\0' && lines->len > 0 && g_array_index (lines, Line, lines->len - 1).length == 0)
        {
          start = p + 1;
          continue;
        }
      line.text = atlas_import_clean (start, p - start);
      line.length = g_utf8_strlen (line.text, -1);
      line.indent = count_indent (start);
      g_array_append_val (lines, line);
      if (p[0] == '\r' && p[1] == '\n')
        p++;
      if (*p == '\0')
        return lines;
      start = p + 1;
    }
}

static guint
longest_line (const GArray *lines)
{
  guint longest = 0;

  for (guint i = 0; i < lines->len; i++)
    longest = MAX (longest, g_array_index (lines, Line, i).length);
  return longest;
}

static gboolean
is_list_item (const char *text)
{
  static const char *const bullets[] = { "- ", "* ", "• ", "– ", "— ", "· " };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (text, bullets[i]))
      return TRUE;
  while (g_ascii_isdigit (*text))
    text++;
  return (text[0] == '.' || text[0] == ')') && text[1] == ' ';
}

/* Whether nothing but a rule is drawn: ====, ----, ***, ___ */
static gboolean
is_rule (const char *text)
{
  return strlen (text) >= 2 && strspn (text, "=-*_~ ") == strlen (text);
}

/* Whether @line goes on with the paragraph that @before began: where lines are
 * broken, one that had room for the next word ended a paragraph. */
static gboolean
continues (const Line *before,
           const Line *line,
           guint width)
{
  guint word = strcspn (line->text, " ");

  if (width > LONGEST_BROKEN_LINE || width < SHORTEST_BROKEN_LINE || is_list_item (line->text))
    return FALSE;
  if (line->indent >= before->indent + 2 && atlas_import_ends_sentence (before->text))
    return FALSE;
  return before->length + word >= width * 0.6;
}

static gboolean
is_heading (const char *text,
            guint n_lines)
{
  if (n_lines > 1 || is_list_item (text) || g_utf8_strlen (text, -1) > LONGEST_HEADING || g_str_has_suffix (text, ","))
    return FALSE;
  return atlas_import_is_teaser (text) || !atlas_import_ends_sentence (text) || g_str_has_suffix (text, "?");
}

/* A dash is left, for it may begin what somebody says. */
static const char *
skip_bullet (const char *text)
{
  static const char *const bullets[] = { "* ", "• ", "· " };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (text, bullets[i]))
      return text + strlen (bullets[i]);
  return text;
}

static gboolean
add_paragraph (AtlasImportDraft *draft,
               GString *text,
               guint n_lines,
               GError **error)
{
  AtlasBlockKind kind = is_heading (text->str, n_lines) ? ATLAS_BLOCK_HEADING : ATLAS_BLOCK_PARAGRAPH;
  gboolean added = atlas_import_draft_add (draft, kind, skip_bullet (text->str), -1, error);

  g_string_truncate (text, 0);
  return added;
}

/**
 * atlas_import_text:
 *
 * Plain text: paragraphs are parted by empty lines, or are a line each, or begin
 * with an indent; short lines that end no sentence are headings.
 */
gboolean
atlas_import_text (AtlasImportDraft *draft,
                   const char *text,
                   GError **error)
{
  g_autoptr (GArray) lines = split_lines (text);
  g_autoptr (GString) paragraph = g_string_new (NULL);
  guint width = longest_line (lines);
  const Line *before = NULL;
  guint n_lines = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      gboolean is_break = line->length == 0 || is_rule (line->text);

      if (is_break || before == NULL || !continues (before, line, width))
        {
          if (!add_paragraph (draft, paragraph, n_lines, error))
            return FALSE;
          n_lines = 0;
        }
      before = is_break ? NULL : line;
      if (is_break)
        continue;
      atlas_import_join_line (paragraph, line->text);
      n_lines++;
    }
  return add_paragraph (draft, paragraph, n_lines, error);
}
