/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-output.h"

#include "atlas-csv.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

#define BOLD "\033[1m"
#define NOT_BOLD "\033[22m"

/* --- Standard output --------------------------------------------------------------- */

/**
 * atlasctl_print:
 *
 * Prints to standard output in UTF-8; g_print() would turn the text into the
 * encoding of the locale.
 */
void
atlasctl_print (const char *text)
{
  fputs (text, stdout);
}

/**
 * atlasctl_printf:
 * @format: as for printf()
 *
 * Prints to standard output, in UTF-8 whatever the locale.
 */
void
atlasctl_printf (const char *format,
                 ...)
{
  va_list args;

  va_start (args, format);
  vfprintf (stdout, format, args);
  va_end (args);
}

/**
 * atlasctl_flush:
 * @result: what the command answered
 *
 * Writes out what was printed, which may fail where the disk is full.
 *
 * Returns: @result, or %ATLASCTL_BAD_INPUT where standard output took less
 */
AtlasctlExit
atlasctl_flush (AtlasctlExit result)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return result;

  atlasctl_complain (_ ("the answer could not be written (%s)"), g_strerror (errno));
  return ATLASCTL_BAD_INPUT;
}

/**
 * atlasctl_emphasise:
 * @ranges: (element-type AtlasRange): in order, without overlaps
 *
 * Returns: (transfer full): @text with @ranges in bold, where standard output is a terminal
 */
char *
atlasctl_emphasise (const char *text,
                    const GArray *ranges)
{
  GString *out = g_string_new (NULL);
  const char *rest = text;

  for (guint i = 0; i < ranges->len && isatty (STDOUT_FILENO); i++)
    {
      const AtlasRange *range = &g_array_index (ranges, AtlasRange, i);
      const char *start = g_utf8_offset_to_pointer (text, range->start);
      const char *end = g_utf8_offset_to_pointer (text, range->end);

      g_string_append_len (out, rest, start - rest);
      g_string_append (out, BOLD);
      g_string_append_len (out, start, end - start);
      g_string_append (out, NOT_BOLD);
      rest = end;
    }
  g_string_append (out, rest);
  return g_string_free_and_steal (out);
}

/* --- Tables ------------------------------------------------------------------------- */

struct _AtlasctlTable
{
  guint n_columns;
  GPtrArray *cells; /* n_columns for each row */
};

/**
 * atlasctl_table_new:
 *
 * Returns: (transfer full): a table without rows
 */
AtlasctlTable *
atlasctl_table_new (guint n_columns)
{
  AtlasctlTable *self = g_new (AtlasctlTable, 1);

  self->n_columns = n_columns;
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
atlasctl_table_free (AtlasctlTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * atlasctl_table_add:
 * @...: as many texts as the table has columns, and %NULL
 *
 * Adds a row; the texts are copied.
 */
void
atlasctl_table_add (AtlasctlTable *self,
                    ...)
{
  va_list args;
  const char *text;
  guint n = 0;

  va_start (args, self);
  for (; (text = va_arg (args, const char *)) != NULL; n++)
    g_ptr_array_add (self->cells, g_strdup (text));
  va_end (args);
  g_assert (n == self->n_columns);
}

static const char *
cell (const AtlasctlTable *self,
      guint row,
      guint column)
{
  return g_ptr_array_index (self->cells, row * self->n_columns + column);
}

/**
 * atlasctl_table_print_csv:
 *
 * Prints the table as RFC 4180 has it.
 */
void
atlasctl_table_print_csv (const AtlasctlTable *self)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < self->cells->len; i++)
    atlas_csv_append_field (out, g_ptr_array_index (self->cells, i), i % self->n_columns == self->n_columns - 1);
  atlasctl_print (out->str);
}

/* How many places a text takes on a terminal. */
static guint
text_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2
                                                                    : 1;
    }
  return width;
}

static guint
column_width (const AtlasctlTable *self,
              guint column)
{
  guint width = 0;

  for (guint row = 0; row < self->cells->len / self->n_columns; row++)
    width = MAX (width, text_width (cell (self, row, column)));
  return width;
}

/**
 * atlasctl_table_print_text:
 *
 * Prints the table in columns aligned for a terminal.
 */
void
atlasctl_table_print_text (const AtlasctlTable *self)
{
  g_autofree guint *widths = g_new (guint, self->n_columns);

  for (guint column = 0; column < self->n_columns; column++)
    widths[column] = column_width (self, column);
  for (guint row = 0; row < self->cells->len / self->n_columns; row++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint column = 0; column < self->n_columns; column++)
        {
          const char *text = cell (self, row, column);

          g_string_append_printf (line, "%s%*s", text, (int) (widths[column] - text_width (text)) + (widths[column] > 0 ? 2 : 0), "");
        }
      atlasctl_printf ("%s\n", g_strchomp (line->str));
    }
}

/* --- Sources -------------------------------------------------------------------------- */

struct _AtlasctlNotes
{
  GPtrArray *sources;
};

/**
 * atlasctl_notes_new:
 *
 * Returns: (transfer full): an empty list of sources
 */
AtlasctlNotes *
atlasctl_notes_new (void)
{
  AtlasctlNotes *self = g_new (AtlasctlNotes, 1);

  self->sources = g_ptr_array_new ();
  return self;
}

void
atlasctl_notes_free (AtlasctlNotes *self)
{
  g_ptr_array_unref (self->sources);
  g_free (self);
}

/**
 * atlasctl_notes_cite:
 *
 * Returns: (transfer full): “[3]”
 */
char *
atlasctl_notes_cite (AtlasctlNotes *self,
                     const AtlasSource *source)
{
  guint i;

  if (!g_ptr_array_find (self->sources, source, &i))
    {
      i = self->sources->len;
      g_ptr_array_add (self->sources, (gpointer) source);
    }
  return g_strdup_printf ("[%u]", i + 1);
}

static void
append_part (GString *out,
             const char *separator,
             const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (out, "%s%s", separator, part);
}

static char *
describe_source (const AtlasSource *source)
{
  g_autoptr (GString) out = g_string_new (source->title);
  g_autofree char *when = NULL;
  AtlasDate date;

  if (source->date != NULL && atlas_date_parse (source->date, &date, NULL))
    when = atlas_date_format (&date);
  append_part (out, ", ", source->publisher);
  append_part (out, ", ", when);
  append_part (out, "\n    ", source->url);
  return g_strdup (out->str);
}

/**
 * atlasctl_notes_print:
 *
 * Prints the sources that were cited, by number.
 */
void
atlasctl_notes_print (const AtlasctlNotes *self)
{
  if (self->sources->len > 0)
    atlasctl_print ("\n");
  for (guint i = 0; i < self->sources->len; i++)
    {
      g_autofree char *text = describe_source (g_ptr_array_index (self->sources, i));

      atlasctl_printf ("[%u] %s\n", i + 1, text);
    }
}

/**
 * atlasctl_json_string:
 * @name: of the member
 * @text: (nullable): null where %NULL
 */
void
atlasctl_json_string (JsonBuilder *builder,
                      const char *name,
                      const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/**
 * atlasctl_json_known:
 * @name: of the member
 * @text: (nullable): null where it is %NULL or empty
 */
void
atlasctl_json_known (JsonBuilder *builder,
                     const char *name,
                     const char *text)
{
  atlasctl_json_string (builder, name, text != NULL && *text != '\0' ? text : NULL);
}

/**
 * atlasctl_json_time:
 * @name: of the member
 * @time: microseconds since 1970; null for 0
 */
void
atlasctl_json_time (JsonBuilder *builder,
                    const char *name,
                    gint64 time)
{
  g_autoptr (GDateTime) date = time != 0 ? g_date_time_new_from_unix_utc_usec (time) : NULL;
  g_autofree char *text = date != NULL ? g_date_time_format_iso8601 (date) : NULL;

  atlasctl_json_string (builder, name, text);
}

/**
 * atlasctl_json_boolean:
 * @name: of the member
 * @value: true or false
 */
void
atlasctl_json_boolean (JsonBuilder *builder,
                       const char *name,
                       gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

/**
 * atlasctl_json_number:
 * @name: of the member
 * @value: written as an integer where it is whole
 */
void
atlasctl_json_number (JsonBuilder *builder,
                      const char *name,
                      double value)
{
  json_builder_set_member_name (builder, name);
  if (value == (gint64) value)
    json_builder_add_int_value (builder, value);
  else
    json_builder_add_double_value (builder, value);
}

/**
 * atlasctl_json_day:
 * @name: of the member
 * @day: null for an open end
 */
void
atlasctl_json_day (JsonBuilder *builder,
                   const char *name,
                   AtlasDay day)
{
  g_autofree char *text = atlasctl_day_or_empty (day);

  atlasctl_json_string (builder, name, *text != '\0' ? text : NULL);
}

/**
 * atlasctl_json_date:
 * @name: of the member
 * @date: written as EDTF
 */
void
atlasctl_json_date (JsonBuilder *builder,
                    const char *name,
                    const AtlasDate *date)
{
  g_autofree char *text = atlas_date_to_edtf (date);

  atlasctl_json_string (builder, name, text);
}

/**
 * atlasctl_json_status:
 * @name: of the member
 * @status: null for %ATLAS_STATUS_NONE
 */
void
atlasctl_json_status (JsonBuilder *builder,
                      const char *name,
                      AtlasStatus status)
{
  atlasctl_json_string (builder, name, status != ATLAS_STATUS_NONE ? atlas_status_to_id (status) : NULL);
}

/**
 * atlasctl_json_source:
 * @name: of the member
 * @source: written as an object
 */
void
atlasctl_json_source (JsonBuilder *builder,
                      const char *name,
                      const AtlasSource *source)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  atlasctl_json_string (builder, "id", source->id);
  atlasctl_json_string (builder, "title", source->title);
  atlasctl_json_string (builder, "publisher", source->publisher);
  atlasctl_json_string (builder, "date", source->date);
  atlasctl_json_string (builder, "url", source->url);
  json_builder_end_object (builder);
}

/**
 * atlasctl_json_start_array:
 * @name: of the member
 *
 * Begins an array, which json_builder_end_array() ends.
 */
void
atlasctl_json_start_array (JsonBuilder *builder,
                           const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

/**
 * atlasctl_print_json:
 *
 * Prints what was built, as one document.
 */
void
atlasctl_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  atlasctl_printf ("%s\n", text);
}

/* --- Words ------------------------------------------------------------------------------- */

/**
 * atlasctl_day_or_empty:
 *
 * Returns: (transfer full): the day as 1994-04-20; nothing for an open end
 */
char *
atlasctl_day_or_empty (AtlasDay day)
{
  return day != ATLAS_DAY_MIN && day != ATLAS_DAY_MAX ? atlas_day_to_iso (day) : g_strdup ("");
}

/**
 * atlasctl_boolean:
 *
 * Returns: (transfer none): how a table writes @value
 */
const char *
atlasctl_boolean (gboolean value)
{
  return value ? "true" : "false";
}

/**
 * atlasctl_describe_status:
 *
 * Returns: (transfer full): “suspended (member)”
 */
char *
atlasctl_describe_status (const AtlasSpell *spell)
{
  if (spell->of == ATLAS_STATUS_NONE)
    return g_strdup (atlas_status_get_name (spell->status));
  /* Translators: “suspended (member)”: the tie that is suspended is a membership */
  return g_strdup_printf (C_ ("status", "%1$s (%2$s)"), atlas_status_get_name (spell->status), atlas_status_get_name (spell->of));
}

/**
 * atlasctl_describe_change:
 *
 * Returns: (transfer full): what a country became, or what ended
 */
char *
atlasctl_describe_change (const AtlasChange *change)
{
  g_autofree char *before = change->from != NULL ? atlasctl_describe_status (change->from) : NULL;
  g_autofree char *after = change->to != NULL ? atlasctl_describe_status (change->to) : NULL;

  if (before == NULL)
    return g_steal_pointer (&after);
  if (after == NULL)
    /* Translators: %s is a status that ended without another: “no longer observer” */
    return g_strdup_printf (C_ ("status", "no longer %s"), before);
  /* Translators: a status and the one before: “member, before observer” */
  return g_strdup_printf (C_ ("status", "%1$s, before: %2$s"), after, before);
}

/* Returns: (transfer full): “since 20 April 1994”; an interval and a doubtful
 * date stand alone, for “since between” is no English */
static char *
describe_start (const AtlasDate *date)
{
  g_autofree char *when = atlas_date_format (date);

  if (date->uncertain || date->interval)
    return g_steal_pointer (&when);
  /* Translators: %s is a date */
  return g_strdup_printf (_ ("since %s"), when);
}

/**
 * atlasctl_describe_since:
 *
 * Returns: (transfer full): “since 20 April 1994, contested”
 */
char *
atlasctl_describe_since (const AtlasSpell *spell,
                         AtlasDay day)
{
  const AtlasDate *from = &spell->rows[0]->from;
  AtlasDate date;
  g_autofree char *start = NULL;

  if (from->earliest == spell->start && from->latest == spell->certain_from)
    date = *from;
  else
    atlas_date_init_days (&date, spell->start, spell->certain_from);
  start = describe_start (&date);
  if (atlas_spell_is_contested_on (spell, day))
    /* Translators: %s is “since 20 April 1994” or “between 9 September and 9 December 1993” */
    return g_strdup_printf (_ ("%s, contested"), start);
  if (!atlas_spell_is_certain_on (spell, day))
    /* Translators: %s is “between 9 September and 9 December 1993”; on the day asked for the status is not certain yet */
    return g_strdup_printf (_ ("%s, uncertain"), start);
  return g_steal_pointer (&start);
}

/**
 * atlasctl_print_verified:
 *
 * Warns where the day is later than the data was verified.
 */
void
atlasctl_print_verified (const AtlasDataset *dataset,
                         AtlasDay day)
{
  AtlasDay verified = atlas_dataset_get_verified_until (dataset);
  g_autofree char *text = atlas_day_format (verified);

  if (day > verified)
    atlasctl_printf (_ ("The data was verified until %s; what has happened since is not in it.\n"), text);
}
