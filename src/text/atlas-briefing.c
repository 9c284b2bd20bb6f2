/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-briefing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FENCE "---"

typedef enum
{
  FIELD_KEY,
  FIELD_LANGUAGE,
  FIELD_TITLE,
  FIELD_DATE,
  FIELD_SUMMARY,
  FIELD_ORGANISATIONS,
  FIELD_RESTS_ON,
  N_FIELDS
} Field;

static const char *const fields[N_FIELDS] = { "key", "language", "title", "date", "summary", "organisations", "rests-on" };

typedef struct
{
  const char *name;
  AtlasProblems *problems;
  guint n_problems; /* in this file */
  char **lines;     /* ends with NULL */
  guint line;       /* the next one, from 0 */
  const char *values[N_FIELDS];
  guint value_lines[N_FIELDS];
  GArray *blocks; /* AtlasBlock; owns texts and emphases */
} Parser;

static void add_problem (Parser *parser, guint line, guint column, const char *format, ...) G_GNUC_PRINTF (4, 5);

static void
add_problem (Parser *parser,
             guint line,
             guint column,
             const char *format,
             ...)
{
  va_list args;

  va_start (args, format);
  atlas_problems_add_valist (parser->problems, parser->name, line, column, format, args);
  va_end (args);
  parser->n_problems++;
}

static void
clear_block (gpointer data)
{
  AtlasBlock *block = data;

  g_free ((char *) block->text);
  g_free ((AtlasRange *) block->emphases);
}

/* --- Front matter -------------------------------------------------------------------- */

static void
parse_field (Parser *parser,
             char *line)
{
  char *colon = strchr (line, ':');
  guint number = parser->line;
  guint i = 0;

  if (colon == NULL)
    {
      add_problem (parser, number, 0, _ ("The line has no colon; front matter is “key: value”."));
      return;
    }
  *colon = '\0';
  while (i < N_FIELDS && !g_str_equal (line, fields[i]))
    i++;
  if (i == N_FIELDS)
    add_problem (parser, number, 1, _ ("Front matter has no key “%s”; remove the line or mend the key."), line);
  else if (parser->values[i] != NULL)
    add_problem (parser, number, 1, _ ("The key “%s” stands here twice; remove one line."), line);
  else
    {
      parser->values[i] = g_strstrip (colon + 1);
      parser->value_lines[i] = number;
    }
}

static gboolean
parse_front_matter (Parser *parser)
{
  if (parser->lines[0] == NULL || !g_str_equal (parser->lines[0], FENCE))
    {
      add_problem (parser, 1, 1, _ ("The file must begin with a line “---” and front matter."));
      return FALSE;
    }
  for (parser->line = 1; parser->lines[parser->line] != NULL;)
    {
      char *line = parser->lines[parser->line++];

      if (g_str_equal (line, FENCE))
        return TRUE;
      if (*line != '\0')
        parse_field (parser, line);
    }
  add_problem (parser, 1, 1, _ ("The front matter has no end; write a line “---” after it."));
  return FALSE;
}

static void
check_values (Parser *parser)
{
  for (guint i = 0; i < N_FIELDS; i++)
    if (parser->values[i] == NULL || parser->values[i][0] == '\0')
      {
        if (i != FIELD_SUMMARY && i != FIELD_ORGANISATIONS)
          add_problem (parser, MAX (parser->value_lines[i], 1), 0, _ ("Front matter needs the key “%s” with a value."), fields[i]);
        parser->values[i] = "";
      }
  if (parser->values[FIELD_LANGUAGE][0] != '\0' && atlas_language_from_tag (parser->values[FIELD_LANGUAGE]) == ATLAS_LANGUAGE_UNKNOWN)
    add_problem (parser, parser->value_lines[FIELD_LANGUAGE], 0, _ ("“%s” is not a language of the gazetteer; write en, sv, ru, de or fr."),
                 parser->values[FIELD_LANGUAGE]);
}

static AtlasDate
parse_date (Parser *parser)
{
  g_autoptr (GError) error = NULL;
  AtlasDate date = { 0 };

  if (parser->values[FIELD_DATE][0] != '\0' && !atlas_date_parse (parser->values[FIELD_DATE], &date, &error))
    add_problem (parser, parser->value_lines[FIELD_DATE], 0, "%s", error->message);
  return date;
}

/* --- Text ------------------------------------------------------------------------------ */

/* Takes the marks out of @source; ranges of emphasis go to @emphases. */
static char *
parse_emphasis (Parser *parser,
                const char *source,
                guint line,
                GArray *emphases)
{
  GString *text = g_string_new (NULL);
  AtlasRange range = { 0, 0 };
  guint code_points = 0;
  gboolean open = FALSE;

  for (const char *p = source; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '*')
        {
          if (open)
            {
              range.end = code_points;
              g_array_append_val (emphases, range);
            }
          range.start = code_points;
          open = !open;
          continue;
        }
      if (*p == '\\' && (p[1] == '*' || p[1] == '\\'))
        p++;
      g_string_append_unichar (text, g_utf8_get_char (p));
      code_points++;
    }
  if (open)
    add_problem (parser, line, 0, _ ("An emphasis has no end; write a second * or put a backslash before the first."));
  return g_string_free_and_steal (text);
}

static void
add_block (Parser *parser,
           AtlasBlockKind kind,
           const char *source,
           guint line)
{
  g_autoptr (GArray) emphases = g_array_new (FALSE, FALSE, sizeof (AtlasRange));
  AtlasBlock block = { .kind = kind };

  block.text = parse_emphasis (parser, source, line, emphases);
  block.n_emphases = emphases->len;
  block.emphases = g_memdup2 (emphases->data, emphases->len * sizeof (AtlasRange));
  g_array_append_val (parser->blocks, block);
}

static void
parse_heading (Parser *parser,
               const char *line)
{
  if (!g_str_has_prefix (line, "## ") || line[3] == '\0')
    add_problem (parser, parser->line, 1, _ ("A heading is “## ” and its words; other marks of Markdown are not used here."));
  else
    add_block (parser, ATLAS_BLOCK_HEADING, line + 3, parser->line);
}

static void
parse_body (Parser *parser)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);
  guint first = 0;

  for (gboolean more = TRUE; more;)
    {
      char *line = parser->lines[parser->line];
      gboolean is_heading;

      more = line != NULL;
      parser->line += more;
      if (more)
        g_strstrip (line);
      is_heading = more && *line == '#';
      if (paragraph->len > 0 && (!more || is_heading || *line == '\0'))
        {
          add_block (parser, ATLAS_BLOCK_PARAGRAPH, paragraph->str, first);
          g_string_truncate (paragraph, 0);
        }
      if (is_heading)
        parse_heading (parser, line);
      else if (more && *line != '\0')
        {
          if (paragraph->len == 0)
            first = parser->line;
          else
            g_string_append_c (paragraph, ' ');
          g_string_append (paragraph, line);
        }
    }
  if (parser->blocks->len == 0)
    add_problem (parser, parser->line, 0, _ ("The article has no text; write it below the front matter."));
}

/* --- Against the data package ------------------------------------------------------------ */

static gboolean
has_membership (const AtlasDataset *dataset,
                const char *id)
{
  guint n;
  const AtlasMembership *const *rows = atlas_dataset_get_memberships (dataset, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (rows[i]->id, id))
      return TRUE;
  return FALSE;
}

static gboolean
has_row (const AtlasDataset *dataset,
         const char *row)
{
  if (g_str_has_prefix (row, "event:"))
    return atlas_dataset_find_event (dataset, row + strlen ("event:")) != NULL;
  if (g_str_has_prefix (row, "source:"))
    return atlas_dataset_find_source (dataset, row + strlen ("source:")) != NULL;
  return g_str_has_prefix (row, "membership:") && has_membership (dataset, row + strlen ("membership:"));
}

static GStrv
parse_ids (Parser *parser,
           Field field)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = g_strsplit_set (parser->values[field], " \t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_strv_builder_add (builder, words[i]);
  return g_strv_builder_end (builder);
}

static void
check_ids (Parser *parser,
           const AtlasDataset *dataset,
           char **organisations,
           char **rests_on)
{
  for (guint i = 0; organisations[i] != NULL; i++)
    if (atlas_dataset_find_organisation (dataset, organisations[i]) == NULL)
      add_problem (parser, parser->value_lines[FIELD_ORGANISATIONS], 0, _ ("The data package has no organisation “%s”."), organisations[i]);
  for (guint i = 0; rests_on[i] != NULL; i++)
    if (!has_row (dataset, rests_on[i]))
      add_problem (parser, parser->value_lines[FIELD_RESTS_ON], 0,
                   _ ("The data package has no row “%s”; write event:, membership: or source: and an id."), rests_on[i]);
}

/* --- One article ---------------------------------------------------------------------------- */

static gboolean
split_lines (Parser *parser,
             const char *data,
             gsize length)
{
  const char *bad;
  guint line = 1;

  if (g_utf8_validate_len (data, length, &bad))
    {
      g_autofree char *text = g_strndup (data, length);

      parser->lines = g_strsplit (text, "\n", -1);
      for (guint i = 0; parser->lines[i] != NULL; i++)
        g_strchomp (parser->lines[i]);
      return TRUE;
    }
  for (const char *p = data; p < bad; p++)
    line += *p == '\n';
  add_problem (parser, line, 0, _ ("This line is not UTF-8; save the file as UTF-8."));
  return FALSE;
}

static AtlasArticle *
finish (Parser *parser,
        const AtlasLinker *linker,
        const AtlasDataset *dataset)
{
  g_auto (GStrv) organisations = NULL;
  g_auto (GStrv) rests_on = NULL;
  AtlasDate date;

  check_values (parser);
  date = parse_date (parser);
  organisations = parse_ids (parser, FIELD_ORGANISATIONS);
  rests_on = parse_ids (parser, FIELD_RESTS_ON);
  if (dataset != NULL)
    check_ids (parser, dataset, organisations, rests_on);
  parse_body (parser);
  if (parser->n_problems > 0)
    return NULL;

  return atlas_article_new (&(AtlasArticleDraft) {
                                .key = parser->values[FIELD_KEY],
                                .title = parser->values[FIELD_TITLE],
                                .summary = parser->values[FIELD_SUMMARY],
                                .language = parser->values[FIELD_LANGUAGE],
                                .date = date,
                                .rests_on = (const char *const *) rests_on,
                                .organisations = (const char *const *) organisations,
                                .blocks = parser->blocks,
                            },
                            linker);
}

/**
 * atlas_briefing_parse:
 * @name: what problems call the file
 * @data: the file's content
 * @length: in bytes, or -1
 * @dataset: (nullable): where given, ids are looked up in it
 * @problems: all that is wrong is added here
 *
 * Returns: (transfer full) (nullable): the article; %NULL where it has a problem
 */
AtlasArticle *
atlas_briefing_parse (const char *name,
                      const char *data,
                      gssize length,
                      const AtlasLinker *linker,
                      const AtlasDataset *dataset,
                      AtlasProblems *problems)
{
  Parser parser = { .name = name, .problems = problems };
  AtlasArticle *article = NULL;

  parser.blocks = g_array_new (FALSE, FALSE, sizeof (AtlasBlock));
  g_array_set_clear_func (parser.blocks, clear_block);
  if (split_lines (&parser, data, length < 0 ? strlen (data) : (gsize) length) && parse_front_matter (&parser))
    article = finish (&parser, linker, dataset);

  g_strfreev (parser.lines);
  g_array_unref (parser.blocks);
  return article;
}
