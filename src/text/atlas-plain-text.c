/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-plain-text.h"

#include <string.h>

/* In code points. A line as long as a wrapped one goes on in the next; a heading
 * is shorter than a sentence mostly is. */
#define MIN_WRAPPED 50
#define MAX_HEADING 90
#define MAX_TITLE 200

typedef struct
{
  GString *block; /* being collected */
  guint n_lines;  /* in @block */
  glong last;     /* code points of its last line */
  gboolean has_gaps;
  GPtrArray *blocks; /* char* */
  GArray *is_line;   /* gboolean for each: whether it stood on one line */
} Splitter;

static gboolean
ends_sentence (const char *line)
{
  const char *end = line + strlen (line);

  while (end > line)
    {
      gunichar c;

      end = g_utf8_prev_char (end);
      c = g_utf8_get_char (end);
      if (c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == ',' || c == 0x2026)
        return TRUE;
      if (g_unichar_isalnum (c))
        return FALSE;
    }
  return FALSE;
}

static gboolean
is_heading (const char *line,
            glong max)
{
  return g_utf8_strlen (line, -1) <= max && !ends_sentence (line) && !g_unichar_islower (g_utf8_get_char (line));
}

/* Where no line is empty, a line that ends a sentence ends a paragraph too. */
static gboolean
goes_on (const Splitter *self,
         const char *next)
{
  if (self->n_lines == 0)
    return FALSE;
  if (g_unichar_islower (g_utf8_get_char (next)))
    return TRUE;
  return self->last >= MIN_WRAPPED && (self->has_gaps || !ends_sentence (self->block->str));
}

static void
end_block (Splitter *self)
{
  gboolean is_line = self->n_lines == 1;

  if (self->n_lines == 0)
    return;
  g_ptr_array_add (self->blocks, g_strdup (self->block->str));
  g_array_append_val (self->is_line, is_line);
  g_string_truncate (self->block, 0);
  self->n_lines = 0;
}

static void
add_line (Splitter *self,
          const char *line)
{
  if (!goes_on (self, line))
    end_block (self);
  if (self->n_lines > 0)
    g_string_append_c (self->block, ' ');
  g_string_append (self->block, line);
  self->n_lines++;
  self->last = g_utf8_strlen (line, -1);
}

static void
collect (Splitter *self,
         char **lines)
{
  gboolean empty = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      self->has_gaps |= empty && lines[i][0] != '\0';
      empty = lines[i][0] == '\0' && (empty || i > 0);
    }
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] == '\0')
      end_block (self);
    else
      add_line (self, lines[i]);
  end_block (self);
}

static void
clear_block (gpointer data)
{
  AtlasBlock *block = data;

  g_free ((char *) block->text);
}

/**
 * atlas_plain_text_split:
 * @text: valid UTF-8, its lines ended by LF or CR LF
 * @title: (out) (transfer full) (nullable): the first line, where it reads like a title
 *
 * Tells headings and paragraphs of a text without marks apart: by empty lines,
 * and by lines that are too short to go on in the next.
 *
 * Returns: (transfer full) (element-type AtlasBlock): what follows the title
 */
GArray *
atlas_plain_text_split (const char *text,
                        char **title)
{
  GArray *blocks = g_array_new (FALSE, TRUE, sizeof (AtlasBlock));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) block = g_string_new (NULL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) is_line = g_array_new (FALSE, FALSE, sizeof (gboolean));
  Splitter self = { block, 0, 0, FALSE, texts, is_line };

  g_array_set_clear_func (blocks, clear_block);
  collect (&self, lines);
  *title = NULL;
  for (guint i = 0; i < texts->len; i++)
    {
      const char *part = g_ptr_array_index (texts, i);
      gboolean leads = i + 1 < texts->len && g_array_index (is_line, gboolean, i);
      AtlasBlock new = { .kind = ATLAS_BLOCK_PARAGRAPH };

      if (i == 0 && leads && is_heading (part, MAX_TITLE))
        {
          *title = g_strdup (part);
          continue;
        }
      if (leads && is_heading (part, MAX_HEADING))
        new.kind = ATLAS_BLOCK_HEADING;
      new.text = g_strdup (part);
      g_array_append_val (blocks, new);
      /* cppcheck-suppress memleak; the array owns it */
    }
  return blocks;
}
