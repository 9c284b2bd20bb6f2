/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-importers.h"

#include "atlas-import-clean.h"

#include <string.h>

typedef struct
{
  AtlasImportDraft *draft;
  GString *paragraph;
  gboolean in_code;
  gboolean in_comment;
} Parser;

/* --- Front matter -------------------------------------------------------------------- */

/* YAML's escapes, of which titles need only those of the marks themselves. */
static char *
unescape (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (*text == '\\' && text[1] != '\0')
        text++;
      g_string_append_c (out, *text);
    }
  return g_string_free_and_steal (out);
}

static char *
unquote (const char *value)
{
  gsize length;
  g_autofree char *stripped = g_strstrip (g_strdup (value));

  length = strlen (stripped);
  if (length >= 2 && (stripped[0] == '"' || stripped[0] == '\'') && stripped[length - 1] == stripped[0])
    {
      g_autofree char *inside = g_strndup (stripped + 1, length - 2);

      return stripped[0] == '"' ? unescape (inside) : g_steal_pointer (&inside);
    }
  return g_steal_pointer (&stripped);
}

static void
take_field (AtlasImportDraft *draft,
            const char *key,
            const char *quoted)
{
  g_autofree char *unquoted = unquote (quoted);
  g_autofree char *value = g_utf8_make_valid (unquoted, -1);

  if (g_str_equal (key, "title"))
    atlas_import_draft_set_text (draft, &draft->title, value);
  else if (g_str_equal (key, "date") || g_str_equal (key, "published"))
    atlas_import_draft_set_date (draft, value);
  else if (g_str_equal (key, "author") || g_str_equal (key, "authors"))
    atlas_import_draft_set_author (draft, g_strdelimit (value, "[]", ' '));
  else if (g_str_equal (key, "publisher") || g_str_equal (key, "site"))
    atlas_import_draft_set_text (draft, &draft->publisher, value);
  else if (g_str_equal (key, "url") || g_str_equal (key, "address") || g_str_equal (key, "link") || g_str_equal (key, "source"))
    atlas_import_draft_set_address (draft, value);
  else if (g_str_equal (key, "lang") || g_str_equal (key, "language"))
    atlas_import_draft_set_language (draft, value);
  else if (g_str_equal (key, "summary") || g_str_equal (key, "description"))
    atlas_import_draft_set_text (draft, &draft->summary, value);
}

/* Returns the line after the front matter; the first where there is none. */
static guint
parse_front_matter (AtlasImportDraft *draft,
                    char **lines)
{
  guint end = 1;

  if (lines[0] == NULL || !g_str_equal (lines[0], "---"))
    return 0;
  while (lines[end] != NULL && !g_str_equal (lines[end], "---") && !g_str_equal (lines[end], "..."))
    end++;
  if (lines[end] == NULL)
    return 0;
  for (guint i = 1; i < end; i++)
    {
      char *colon = strchr (lines[i], ':');
      g_autofree char *key = colon != NULL ? g_ascii_strdown (lines[i], colon - lines[i]) : NULL;

      if (key != NULL)
        take_field (draft, key, colon + 1);
    }
  return end + 1;
}

/* --- Inside a line ---------------------------------------------------------------------- */

typedef struct
{
  const char *pattern;
  const char *replacement;
} Rule;

/* In this order. */
static const Rule rules[] = {
  { "!\\[[^\\]\\n]*+\\]\\([^()\\s]*+(?:\\s[^()]*+)?\\)", "" },
  { "\\[\\^[^\\]\\s]++\\]", "" },
  { "\\[([^\\[\\]]++)\\]\\([^()\\s]*+(?:\\([^()\\s]*+\\)[^()\\s]*+)?(?:\\s[^()]*+)?\\)", "\\1" },
  { "\\[([^\\[\\]]++)\\]\\[[^\\[\\]]*+\\]", "\\1" },
  { "<((?:https?|mailto):[^<>\\s]++)>", "\\1" },
  { "</?[A-Za-z][^<>]*+>", "" },
  { "(?<![\\\\*])\\*{1,3}(?=[^\\s*])([^*]+?)(?<=[^\\s\\\\])\\*{1,3}", "\\1" },
  { "(?<![\\p{L}\\d\\\\_])_{1,3}(?=[^\\s_])([^_]+?)(?<=\\S)_{1,3}(?![\\p{L}\\d_])", "\\1" },
  { "~~([^~]++)~~", "\\1" },
  { "`+([^`]++)`+", "\\1" },
  { "\\\\([!-/:-@\\[-`{-~])", "\\1" },
  { "&nbsp;", " " },
  { "&lt;", "<" },
  { "&gt;", ">" },
  { "&quot;", "\"" },
  { "&amp;", "&" },
};

static char *
replace (GRegex *regex,
         char *text,
         const char *replacement)
{
  char *replaced = g_regex_replace (regex, text, -1, 0, replacement, G_REGEX_MATCH_DEFAULT, NULL);

  if (replaced == NULL)
    return text;
  g_free (text);
  return replaced;
}

/* Made once, for each takes longer to make than to use. */
static GRegex **
get_regexes (void)
{
  static GRegex *regexes[G_N_ELEMENTS (rules)];
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
        regexes[i] = g_regex_new (rules[i].pattern, G_REGEX_OPTIMIZE, G_REGEX_MATCH_DEFAULT, NULL);
      g_once_init_leave (&made, 1);
    }
  return regexes;
}

/* Takes the marks out of a paragraph. */
static char *
strip_marks (const char *source)
{
  GRegex **regexes = get_regexes ();
  char *text = g_strdup (source);

  if (strpbrk (text, "!*_`[<\\&~") == NULL)
    return text;
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    text = replace (regexes[i], text, rules[i].replacement);
  return text;
}

/* --- Blocks -------------------------------------------------------------------------------- */

static gboolean
add (Parser *parser,
     AtlasBlockKind kind,
     const char *source,
     GError **error)
{
  g_autofree char *text = strip_marks (source);

  return atlas_import_draft_add (parser->draft, kind, text, -1, error);
}

static gboolean
flush (Parser *parser,
       AtlasBlockKind kind,
       GError **error)
{
  gboolean added = parser->paragraph->len == 0 || add (parser, kind, parser->paragraph->str, error);

  g_string_truncate (parser->paragraph, 0);
  return added;
}

static gboolean
consists_of (const char *line,
             const char *letters,
             guint at_least)
{
  gsize length = strlen (line);

  return length >= at_least && strspn (line, letters) == length;
}

static gboolean
is_rule (const char *line)
{
  return consists_of (line, "- ", 3) || consists_of (line, "* ", 3) || consists_of (line, "_ ", 3);
}

/* Returns what follows "# ", without the hashes that may end the line. */
static char *
get_heading (const char *line)
{
  gsize n = strspn (line, "#");
  char *heading;

  if (n == 0 || n > 6 || (line[n] != ' ' && line[n] != '\t'))
    return NULL;
  heading = g_strstrip (g_strdup (line + n));
  for (gsize end = strlen (heading); end > 0 && (heading[end - 1] == '#' || heading[end - 1] == ' '); end--)
    heading[end - 1] = '\0';
  return heading;
}

/* Skips "> ", "- ", "* ", "1. ", "[ ] "; tells whether a new item begins. */
static const char *
skip_marker (const char *line,
             gboolean *is_item)
{
  const char *p = line;

  *is_item = FALSE;
  while (*p == '>')
    for (p++; *p == ' ';)
      p++;
  if ((*p == '-' || *p == '*' || *p == '+') && p[1] == ' ')
    {
      *is_item = TRUE;
      p += 2;
    }
  else if (g_ascii_isdigit (*p))
    {
      const char *end = p;

      while (g_ascii_isdigit (*end))
        end++;
      if (end - p <= 3 && (*end == '.' || *end == ')') && end[1] == ' ')
        {
          *is_item = TRUE;
          p = end + 2;
        }
    }
  if (*is_item && (g_str_has_prefix (p, "[ ] ") || g_str_has_prefix (p, "[x] ")))
    p += 4;
  return p;
}

static gboolean
is_definition (const char *line)
{
  return *line == '[' && g_regex_match_simple ("^\\[[^\\]]+\\]:\\s", line, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT) && !g_str_has_prefix (line, "[^");
}

/* A row of a table is a paragraph of its cells. */
static gboolean
parse_row (Parser *parser,
           char *line,
           GError **error)
{
  if (!flush (parser, ATLAS_BLOCK_PARAGRAPH, error))
    return FALSE;
  if (consists_of (line, "|-: ", 3))
    return TRUE;
  return add (parser, ATLAS_BLOCK_PARAGRAPH, g_strdelimit (line, "|", ' '), error);
}

static gboolean
parse_line (Parser *parser,
            char *line,
            GError **error)
{
  g_autofree char *heading = NULL;
  gboolean is_item;
  const char *content;

  if (*line == '\0')
    return flush (parser, ATLAS_BLOCK_PARAGRAPH, error);
  if (parser->paragraph->len > 0 && (consists_of (line, "=", 2) || consists_of (line, "-", 2)))
    return flush (parser, ATLAS_BLOCK_HEADING, error);
  if (is_rule (line) || is_definition (line))
    return flush (parser, ATLAS_BLOCK_PARAGRAPH, error);
  if (*line == '|')
    return parse_row (parser, line, error);
  heading = get_heading (line);
  if (heading != NULL)
    return flush (parser, ATLAS_BLOCK_PARAGRAPH, error) && add (parser, ATLAS_BLOCK_HEADING, heading, error);

  content = skip_marker (line, &is_item);
  if ((is_item || *content == '\0') && !flush (parser, ATLAS_BLOCK_PARAGRAPH, error))
    return FALSE;
  if (parser->paragraph->len > 0)
    g_string_append_c (parser->paragraph, ' ');
  g_string_append (parser->paragraph, content);
  return TRUE;
}

/* Code and comments are no text of an article. */
static gboolean
is_left_out (Parser *parser,
             const char *line)
{
  if (g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~"))
    {
      parser->in_code = !parser->in_code;
      return TRUE;
    }
  if (!parser->in_code && g_str_has_prefix (line, "<!--"))
    parser->in_comment = TRUE;
  if (parser->in_comment)
    {
      parser->in_comment = strstr (line, "-->") == NULL;
      return TRUE;
    }
  return parser->in_code;
}

/**
 * atlas_import_markdown:
 *
 * Markdown, with front matter between two lines “---” or without. Marks are taken
 * out; code is left out.
 */
gboolean
atlas_import_markdown (AtlasImportDraft *draft,
                       const char *text,
                       GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) paragraph = g_string_new (NULL);
  Parser parser = { draft, paragraph, FALSE, FALSE };
  guint first;

  for (guint i = 0; lines[i] != NULL; i++)
    g_strchomp (lines[i]);
  first = parse_front_matter (draft, lines);
  for (guint i = first; lines[i] != NULL; i++)
    {
      char *line = g_strchug (lines[i]);

      if (is_left_out (&parser, line))
        continue;
      if (!parse_line (&parser, line, error))
        return FALSE;
    }
  return flush (&parser, ATLAS_BLOCK_PARAGRAPH, error);
}
