/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct
{
  guint line;
  guint32 offset; /* of its first byte */
} Record;

/* Fields are cut and unquoted in place in @text; @original keeps the same bytes
 * at the same offsets, so that a fault can still be found in the file. */
struct _AtlasCsv
{
  char *name;
  char *original;
  char *text;
  gsize length;
  guint n_header;  /* columns of the file */
  guint n_columns; /* columns asked for */
  guint *map;      /* column asked for → column of the file */
  GArray *records; /* of Record */
  GArray *fields;  /* of guint32, offsets in @text, n_header for each record */
};

typedef struct
{
  AtlasCsv *csv;
  AtlasProblems *problems;
  char *at;
  char *end;
  guint line;
  Record record;   /* being read */
  gboolean broken; /* nothing more can be read */
} Reader;

/* --- Bytes that do not belong in a table ---------------------------------- */

static void
place_in (const char *text,
          gsize offset,
          guint *line,
          guint *code_point)
{
  const char *line_start = text;

  *line = 1;
  for (const char *next; (next = memchr (line_start, '\n', text + offset - line_start)) != NULL; line_start = next + 1)
    (*line)++;
  *code_point = g_utf8_strlen (line_start, text + offset - line_start) + 1;
}

/* Says so once for each line. */
static void
mend_utf8 (GString *text,
           const char *name,
           AtlasProblems *problems)
{
  const char *end = text->str + text->len;
  const char *from = text->str;
  const char *line_start = text->str;
  const char *bad;
  guint line = 1;
  guint reported = 0;

  while (!g_utf8_validate_len (from, end - from, &bad))
    {
      for (const char *next; (next = memchr (line_start, '\n', bad - line_start)) != NULL; line_start = next + 1)
        line++;
      if (line != reported)
        atlas_problems_add (problems, name, line, g_utf8_strlen (line_start, bad - line_start) + 1,
                            _ ("this is not UTF-8; save the file as UTF-8"));
      reported = line;
      text->str[bad - text->str] = '?';
      from = bad;
    }
}

static void
mend_mark (GString *text,
           const char *name,
           AtlasProblems *problems)
{
  if (!g_str_has_prefix (text->str, BYTE_ORDER_MARK))
    return;

  atlas_problems_add (problems, name, 1, 1, _ ("the file starts with a byte order mark; save it as UTF-8 without one"));
  g_string_erase (text, 0, strlen (BYTE_ORDER_MARK));
}

static void
mend_nuls (GString *text,
           const char *name,
           AtlasProblems *problems)
{
  char *nul = memchr (text->str, '\0', text->len);
  guint line, code_point;

  if (nul == NULL)
    return;

  place_in (text->str, nul - text->str, &line, &code_point);
  atlas_problems_add (problems, name, line, code_point, _ ("there is a zero byte here; the file is not plain text, save it as UTF-8"));
  for (; nul != NULL; nul = memchr (nul, '\0', text->str + text->len - nul))
    *nul = '?';
}

static void
mend_returns (GString *text,
              const char *name,
              AtlasProblems *problems)
{
  const char *found = memchr (text->str, '\r', text->len);
  guint line, code_point;

  if (found == NULL)
    return;

  place_in (text->str, found - text->str, &line, &code_point);
  if (found[1] == '\n')
    atlas_problems_add (problems, name, line, code_point, _ ("lines end in CRLF, here and perhaps further down; save the file with LF alone"));
  else
    atlas_problems_add (problems, name, line, code_point, _ ("there is a carriage return here; save the file with line ends of LF alone"));
  g_string_replace (text, "\r\n", "\n", 0);
  g_string_replace (text, "\r", "\n", 0);
}

/* --- Reading --------------------------------------------------------------- */

static void
report (Reader *reader,
        const char *at,
        const char *message)
{
  AtlasCsv *csv = reader->csv;
  guint line, code_point;

  place_in (csv->original + reader->record.offset, at - csv->text - reader->record.offset, &line, &code_point);
  atlas_problems_add (reader->problems, csv->name, line + reader->record.line - 1, code_point, "%s", message);
}

/* Reads on from an opening quote; what it returns ends at the closing one. */
static char *
read_quoted (Reader *reader)
{
  char *quote = reader->at++;
  char *field = reader->at;
  char *out = field;

  for (; reader->at < reader->end; reader->at++)
    {
      if (*reader->at == '"' && *++reader->at != '"')
        {
          *out = '\0';
          return field;
        }
      *out++ = *reader->at;
      if (*reader->at == '\n')
        reader->line++;
    }

  report (reader, quote, _ ("this quotation mark is never closed; add the closing one"));
  reader->broken = TRUE;
  *out = '\0';
  return field;
}

static char *
read_plain (Reader *reader)
{
  char *field = reader->at;
  gsize length = strcspn (field, ",\n\"");

  reader->at += length;
  if (*reader->at != '"')
    return field;

  report (reader, reader->at, _ ("there is a quotation mark inside a field without quotes; put the field in quotes and double the mark"));
  reader->at += strcspn (reader->at, ",\n");
  return field;
}

/* Returns whether another field of the same record follows. */
static gboolean
read_field (Reader *reader)
{
  char *field = *reader->at == '"' ? read_quoted (reader) : read_plain (reader);
  guint32 offset = field - reader->csv->text;
  gboolean more;

  g_array_append_val (reader->csv->fields, offset);
  if (*reader->at != ',' && *reader->at != '\n' && reader->at < reader->end)
    {
      report (reader, reader->at, _ ("text follows a closing quotation mark; put a comma between or double the marks inside"));
      reader->at += strcspn (reader->at, ",\n");
    }
  more = *reader->at == ',';
  *reader->at = '\0';
  reader->at++;
  return more;
}

/* Returns how many fields the record has. */
static guint
read_record (Reader *reader)
{
  guint before = reader->csv->fields->len;

  reader->record = (Record) { reader->line, reader->at - reader->csv->text };
  while (read_field (reader))
    ;
  reader->line++;
  return reader->csv->fields->len - before;
}

static gboolean
is_blank (const Reader *reader)
{
  return *reader->at == '\n';
}

static void
read_records (Reader *reader)
{
  AtlasCsv *csv = reader->csv;

  while (reader->at < reader->end && !reader->broken)
    {
      guint before = csv->fields->len;
      guint n;

      if (is_blank (reader))
        {
          atlas_problems_add (reader->problems, csv->name, reader->line, 1, _ ("the line is empty; delete it"));
          reader->at++;
          reader->line++;
          continue;
        }
      n = read_record (reader);
      if (n == csv->n_header)
        {
          g_array_append_val (csv->records, reader->record);
          continue;
        }
      if (!reader->broken)
        atlas_problems_add (reader->problems, csv->name, reader->record.line, 1,
                            _ ("the number of fields is %u here and %u in the header; add or remove commas, or put a field with a comma in quotes"), n, csv->n_header);
      g_array_set_size (csv->fields, before);
    }
}

/* --- The header ------------------------------------------------------------ */

static const char *
header_at (const AtlasCsv *self,
           guint i)
{
  return self->text + g_array_index (self->fields, guint32, i);
}

static void
check_header (Reader *reader)
{
  AtlasCsv *csv = reader->csv;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < csv->n_header; i++)
    {
      const char *name = header_at (csv, i);
      guint line, code_point;

      place_in (csv->original, name - csv->text, &line, &code_point);
      if (*name == '\0')
        atlas_problems_add (reader->problems, csv->name, line, code_point, _ ("column %u has no name; name it in the header"), i + 1);
      else if (!g_hash_table_add (seen, (gpointer) name))
        atlas_problems_add (reader->problems, csv->name, line, code_point, _ ("the column “%s” is there twice; rename or remove one"), name);
    }
}

static gboolean
map_columns (Reader *reader,
             const char *const *columns)
{
  AtlasCsv *csv = reader->csv;
  gboolean complete = TRUE;

  csv->n_columns = g_strv_length ((char **) columns);
  csv->map = g_new0 (guint, csv->n_columns + 1);
  for (guint i = 0; i < csv->n_columns; i++)
    {
      guint j = 0;

      while (j < csv->n_header && !g_str_equal (header_at (csv, j), columns[i]))
        j++;
      if (j == csv->n_header)
        {
          atlas_problems_add (reader->problems, csv->name, 1, 1, _ ("the header lacks the column “%s”; add it"), columns[i]);
          complete = FALSE;
        }
      csv->map[i] = j;
    }
  return complete;
}

static gboolean
read_all (Reader *reader,
          const char *const *columns)
{
  AtlasCsv *csv = reader->csv;

  if (csv->length == 0)
    {
      atlas_problems_add (reader->problems, csv->name, 1, 1, _ ("the file is empty; its first line names the columns"));
      return FALSE;
    }

  csv->n_header = read_record (reader);
  check_header (reader);
  if (!map_columns (reader, columns))
    return FALSE;
  g_array_set_size (csv->fields, 0);
  read_records (reader);
  return TRUE;
}

/* --- The table -------------------------------------------------------------- */

static AtlasCsv *
new_from_string (const char *name,
                 GString *text,
                 const char *const *columns,
                 AtlasProblems *problems)
{
  g_autoptr (AtlasCsv) self = g_new0 (AtlasCsv, 1);
  Reader reader = { .csv = self, .problems = problems, .line = 1 };

  mend_mark (text, name, problems);
  mend_nuls (text, name, problems);
  mend_utf8 (text, name, problems);
  mend_returns (text, name, problems);

  self->name = g_strdup (name);
  self->length = text->len;
  self->original = g_memdup2 (text->str, text->len + 1);
  self->text = g_string_free (text, FALSE);
  self->records = g_array_new (FALSE, FALSE, sizeof (Record));
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint32));
  reader.at = self->text;
  reader.end = self->text + self->length;
  return read_all (&reader, columns) ? g_steal_pointer (&self) : NULL;
}

/**
 * atlas_csv_new_from_data:
 * @name: what problems call it
 * @data: (array length=length): the text
 * @length: its bytes, or -1 where it ends with a zero byte
 * @columns: (array zero-terminated=1): the columns that the caller will ask for
 * @problems: where faults go
 *
 * Reads all of a table. A record with a fault in its form is reported and left
 * out; other columns than @columns may be there.
 *
 * Returns: (transfer full) (nullable): the table; %NULL where it has no header
 *   or lacks a column
 */
AtlasCsv *
atlas_csv_new_from_data (const char *name,
                         const char *data,
                         gssize length,
                         const char *const *columns,
                         AtlasProblems *problems)
{
  return new_from_string (name, g_string_new_len (data, length), columns, problems);
}

/**
 * atlas_csv_new_from_file:
 *
 * As atlas_csv_new_from_data(), for a file.
 *
 * Returns: (transfer full) (nullable): the table
 */
AtlasCsv *
atlas_csv_new_from_file (const char *path,
                         const char *const *columns,
                         AtlasProblems *problems)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, &error))
    {
      atlas_problems_add (problems, path, 0, 0, _ ("the file cannot be read; put it there or mend its permissions (%s)"), error->message);
      return NULL;
    }
  return new_from_string (path, g_string_new_len (data, length), columns, problems);
}

void
atlas_csv_free (AtlasCsv *self)
{
  g_clear_pointer (&self->records, g_array_unref);
  g_clear_pointer (&self->fields, g_array_unref);
  g_free (self->map);
  g_free (self->original);
  g_free (self->text);
  g_free (self->name);
  g_free (self);
}

/**
 * atlas_csv_freeze:
 *
 * Lets go of all but the texts that atlas_csv_get() gave out; nothing more can
 * be asked of the table.
 */
void
atlas_csv_freeze (AtlasCsv *self)
{
  g_clear_pointer (&self->records, g_array_unref);
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_pointer (&self->original, g_free);
}

/**
 * atlas_csv_get_name:
 *
 * Returns: (transfer none): what problems call the table
 */
const char *
atlas_csv_get_name (const AtlasCsv *self)
{
  return self->name;
}

/**
 * atlas_csv_get_n_records:
 *
 * Returns: how many sound records there are, without the header
 */
guint
atlas_csv_get_n_records (const AtlasCsv *self)
{
  return self->records->len;
}

/**
 * atlas_csv_get_line:
 *
 * Returns: the line on which a record starts, from 1
 */
guint
atlas_csv_get_line (const AtlasCsv *self,
                    guint record)
{
  g_return_val_if_fail (record < self->records->len, 0);

  return g_array_index (self->records, Record, record).line;
}

static guint32
offset_of (const AtlasCsv *self,
           guint record,
           guint column)
{
  return g_array_index (self->fields, guint32, (gsize) record * self->n_header + self->map[column]);
}

/**
 * atlas_csv_get:
 * @column: an index into the columns that the table was made with
 *
 * Returns: (transfer none): the field, without quotes; lives as long as the table
 */
const char *
atlas_csv_get (const AtlasCsv *self,
               guint record,
               guint column)
{
  g_return_val_if_fail (record < self->records->len && column < self->n_columns, NULL);

  return self->text + offset_of (self, record, column);
}

/**
 * atlas_csv_locate:
 * @line: (out): the line on which the field starts, from 1
 * @code_point: (out): the code point in that line, from 1
 */
void
atlas_csv_locate (const AtlasCsv *self,
                  guint record,
                  guint column,
                  guint *line,
                  guint *code_point)
{
  const Record *start = &g_array_index (self->records, Record, record);
  const char *base = self->original + start->offset;
  gsize offset = offset_of (self, record, column) - start->offset;

  if (offset > 0 && base[offset - 1] == '"')
    offset--;
  place_in (base, offset, line, code_point);
  *line += start->line - 1;
}

/**
 * atlas_csv_append_field:
 * @last: whether the record ends with it
 *
 * Writes a field and what ends it: a comma, or CRLF as RFC 4180 has it.
 */
void
atlas_csv_append_field (GString *out,
                        const char *field,
                        gboolean last)
{
  if (strpbrk (field, ",\"\r\n") == NULL)
    {
      g_string_append (out, field);
    }
  else
    {
      g_string_append_c (out, '"');
      for (const char *c = field; *c != '\0'; c++)
        {
          if (*c == '"')
            g_string_append_c (out, '"');
          g_string_append_c (out, *c);
        }
      g_string_append_c (out, '"');
    }
  g_string_append (out, last ? "\r\n" : ",");
}
