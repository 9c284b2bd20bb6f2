/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-library-markdown.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FENCE "---"

/* What Markdown reads anywhere in a line, and what only at its beginning. */
#define SPECIAL "\\*_`[]<"
#define SPECIAL_FIRST "#>-+=~|"

/* --- Writing ------------------------------------------------------------------------------ */

static void
write_field (GString *out,
             const char *name,
             const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (out, "%s: %s\n", name, value);
}

static void
write_time (GString *out,
            const char *name,
            gint64 time)
{
  g_autoptr (GDateTime) date = time != 0 ? g_date_time_new_from_unix_utc_usec (time) : NULL;
  g_autofree char *text = date != NULL ? g_date_time_format_iso8601 (date) : NULL;

  write_field (out, name, text);
}

/* “correction: this-is country US at 2:10-17 of 2026-06-01T12:00:00Z: Georgia” */
static void
write_correction (GString *out,
                  const AtlasCorrection *correction)
{
  g_autofree char *place = correction->all ? g_strdup ("everywhere") : g_strdup_printf ("%d:%u-%u", correction->block, correction->start, correction->end);
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc_usec (correction->created_at);
  g_autofree char *time = g_date_time_format_iso8601 (date);

  g_string_append_printf (out, "correction: %s %s %s %s %s%s%s\n", atlas_correction_what_to_id (correction->what),
                          correction->is_organisation ? "organisation" : "country", *correction->target != '\0' ? correction->target : "none", place, time,
                          correction->quote != NULL ? " " : "", correction->quote != NULL ? correction->quote : "");
}

static gboolean
is_number_of_list (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  return digits > 0 && (text[digits] == '.' || text[digits] == ')');
}

static void
write_line (GString *out,
            const char *text)
{
  gboolean is_number = is_number_of_list (text);

  if (*text != '\0' && strchr (SPECIAL_FIRST, *text) != NULL)
    g_string_append_c (out, '\\');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (strchr (SPECIAL, *p) != NULL || (is_number && (*p == '.' || *p == ')')))
        g_string_append_c (out, '\\');
      is_number = is_number && g_ascii_isdigit (*p);
      g_string_append_c (out, *p);
    }
}

/**
 * atlas_library_entry_to_markdown:
 *
 * Returns: (transfer full): all of @self but its being deleted, as a file that
 *   atlas_library_entry_from_markdown() takes
 */
char *
atlas_library_entry_to_markdown (const AtlasLibraryEntry *self)
{
  g_autoptr (GString) out = g_string_new (FENCE "\n");

  write_field (out, "key", self->key);
  write_field (out, "title", self->title);
  write_field (out, "summary", self->summary);
  write_field (out, "publisher", self->publisher);
  write_field (out, "author", self->author);
  write_field (out, "date", self->date);
  write_field (out, "address", self->address);
  write_field (out, "language", self->language);
  write_time (out, "imported", self->imported_at);
  write_time (out, "updated", self->updated_at);
  write_time (out, "read", self->read_at);
  for (guint i = 0; self->tags != NULL && self->tags[i] != NULL; i++)
    write_field (out, "tag", self->tags[i]);
  for (guint i = 0; self->corrections != NULL && i < self->corrections->len; i++)
    write_correction (out, &g_array_index (self->corrections, AtlasCorrection, i));
  g_string_append (out, FENCE "\n");
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const AtlasLibraryBlock *block = &g_array_index (self->blocks, AtlasLibraryBlock, i);

      g_string_append (out, block->kind == ATLAS_BLOCK_HEADING ? "\n## " : "\n");
      write_line (out, block->text);
      g_string_append_c (out, '\n');
    }
  return g_strdup (out->str);
}

/* --- Reading -------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  AtlasProblems *problems;
  guint n_problems;
  guint line;
  AtlasLibraryEntry *entry;
  GStrvBuilder *tags;
} Reader;

static void
complain (Reader *self,
          const char *message)
{
  atlas_problems_add (self->problems, self->name, self->line, 0, "%s", message);
  self->n_problems++;
}

static gint64
read_time (Reader *self,
           const char *value)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (value, NULL);

  if (time != NULL)
    return g_date_time_to_unix_usec (time);
  complain (self, _ ("This is no time; write one such as 2026-06-01T12:00:00Z."));
  return 0;
}

static gboolean
parse_place (const char *text,
             AtlasCorrection *correction)
{
  g_auto (GStrv) parts = NULL;

  if (g_str_equal (text, "everywhere"))
    {
      correction->all = TRUE;
      return TRUE;
    }
  if (!g_regex_match_simple ("^-?[0-9]{1,6}:[0-9]{1,8}-[0-9]{1,8}$", text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT))
    return FALSE;
  parts = g_strsplit_set (*text == '-' ? text + 1 : text, ":-", 3);
  correction->block = (int) g_ascii_strtoll (parts[0], NULL, 10) * (*text == '-' ? -1 : 1);
  correction->start = (guint) g_ascii_strtoull (parts[1], NULL, 10);
  correction->end = (guint) g_ascii_strtoull (parts[2], NULL, 10);
  return correction->block >= ATLAS_PLACE_SUMMARY && correction->start < correction->end;
}

static void
read_correction (Reader *self,
                 const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, " ", 6);
  AtlasCorrection correction = { 0 };

  if (g_strv_length (words) < 5 || !atlas_correction_what_from_id (words[0], &correction.what) || !parse_place (words[3], &correction))
    {
      complain (self, _ ("This is no correction of links."));
      return;
    }
  correction.is_organisation = g_str_equal (words[1], "organisation");
  correction.target = g_intern_string (g_str_equal (words[2], "none") ? "" : words[2]);
  correction.created_at = read_time (self, words[4]);
  g_array_append_val (self->entry->corrections, correction);
  g_array_index (self->entry->corrections, AtlasCorrection, self->entry->corrections->len - 1).quote = g_strdup (words[5]);
}

static void
read_field (Reader *self,
            char *line)
{
  AtlasLibraryEntry *entry = self->entry;
  const struct
  {
    const char *name;
    char **text;
    gint64 *time;
  } fields[] = {
    { "key", &entry->key, NULL },
    { "title", &entry->title, NULL },
    { "summary", &entry->summary, NULL },
    { "publisher", &entry->publisher, NULL },
    { "author", &entry->author, NULL },
    { "date", &entry->date, NULL },
    { "address", &entry->address, NULL },
    { "language", &entry->language, NULL },
    { "imported", NULL, &entry->imported_at },
    { "updated", NULL, &entry->updated_at },
    { "read", NULL, &entry->read_at },
  };
  char *value = strchr (line, ':');

  if (value == NULL)
    {
      complain (self, _ ("The line has no colon; front matter is “key: value”."));
      return;
    }
  *value++ = '\0';
  g_strstrip (value);
  if (g_str_equal (line, "tag"))
    g_strv_builder_add (self->tags, value);
  else if (g_str_equal (line, "correction"))
    read_correction (self, value);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (!g_str_equal (line, fields[i].name))
        continue;
      if (fields[i].time != NULL)
        *fields[i].time = read_time (self, value);
      else
        {
          g_free (*fields[i].text);
          *fields[i].text = g_strdup (value);
        }
    }
}

static char *
read_line (const char *source)
{
  GString *text = g_string_new (NULL);

  for (const char *p = source; *p != '\0'; p++)
    {
      if (*p == '\\' && g_ascii_ispunct (p[1]))
        p++;
      g_string_append_c (text, *p);
    }
  return g_string_free_and_steal (text);
}

static void
end_paragraph (Reader *self,
               GString *paragraph)
{
  g_autofree char *text = read_line (paragraph->str);

  if (paragraph->len > 0)
    atlas_library_entry_add_block (self->entry, ATLAS_BLOCK_PARAGRAPH, text);
  g_string_truncate (paragraph, 0);
}

static void
read_body (Reader *self,
           char **lines)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);

  for (; *lines != NULL; lines++)
    {
      const char *line = g_strstrip (*lines);
      gsize marks = strspn (line, "#");

      if (marks > 0 && marks <= 6 && line[marks] == ' ')
        {
          g_autofree char *text = read_line (line + marks + 1);

          end_paragraph (self, paragraph);
          atlas_library_entry_add_block (self->entry, ATLAS_BLOCK_HEADING, text);
        }
      else if (*line == '\0')
        end_paragraph (self, paragraph);
      else
        {
          if (paragraph->len > 0)
            g_string_append_c (paragraph, ' ');
          g_string_append (paragraph, line);
        }
    }
  end_paragraph (self, paragraph);
}

static char **
read_front_matter (Reader *self,
                   char **lines)
{
  self->line = 1;
  if (*lines == NULL || !g_str_equal (*lines, FENCE))
    {
      complain (self, _ ("The file must begin with a line “---” and front matter."));
      return NULL;
    }
  for (lines++; *lines != NULL; lines++)
    {
      self->line++;
      if (g_str_equal (*lines, FENCE))
        return lines + 1;
      if (**lines != '\0')
        read_field (self, *lines);
    }
  self->line = 1;
  complain (self, _ ("The front matter has no end; write a line “---” after it."));
  return NULL;
}

/**
 * atlas_library_entry_from_markdown:
 * @name: what problems call the file
 * @length: in bytes, or -1
 * @problems: all that is wrong is added here
 *
 * Returns: (transfer full) (nullable): the entry; %NULL where something is wrong
 */
AtlasLibraryEntry *
atlas_library_entry_from_markdown (const char *name,
                                   const char *data,
                                   gssize length,
                                   AtlasProblems *problems)
{
  g_autoptr (AtlasLibraryEntry) entry = atlas_library_entry_new ("");
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  g_autofree char *text = g_utf8_make_valid (data, length);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Reader self = { .name = name, .problems = problems, .entry = entry, .tags = tags };
  char **body;

  for (guint i = 0; lines[i] != NULL; i++)
    g_strchomp (lines[i]);
  entry->corrections = atlas_corrections_copy (NULL);
  body = read_front_matter (&self, lines);
  entry->tags = g_strv_builder_end (tags);
  if (body == NULL || self.n_problems > 0)
    return NULL;
  read_body (&self, body);
  return g_steal_pointer (&entry);
}
