/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-dataset-private.h"
#include "atlas-texts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What every table of the data package has in common: a record is read field by
 * field, and whatever is wrong with one is reported at its place while reading
 * goes on, so that a person sees all faults at once. */

/**
 * atlas_loader_get_path:
 * @file: the name of a file of the package
 *
 * Returns: (transfer full): where it lies
 */
char *
atlas_loader_get_path (AtlasLoader *self,
                       const char *file)
{
  return g_build_filename (self->dataset->directory, file, NULL);
}

/**
 * atlas_loader_open:
 *
 * Makes @file the table that is being read.
 *
 * Returns: how many records it has; 0 where it cannot be read, which is reported
 */
guint
atlas_loader_open (AtlasLoader *self,
                   const char *file,
                   const char *const *columns)
{
  g_autofree char *path = atlas_loader_get_path (self, file);

  self->columns = columns;
  self->record = 0;
  self->csv = atlas_csv_new_from_file (path, columns, self->problems);
  if (self->csv == NULL)
    return 0;

  g_ptr_array_add (self->dataset->files, self->csv);
  return atlas_csv_get_n_records (self->csv);
}

/**
 * atlas_loader_report:
 * @column: the column at fault, an index into the columns of the table
 * @format: what is wrong and how to mend it
 *
 * Adds a problem at a field of the record that is being read.
 */
void
atlas_loader_report (AtlasLoader *self,
                     guint column,
                     const char *format,
                     ...)
{
  guint line, code_point;
  va_list args;

  atlas_csv_locate (self->csv, self->record, column, &line, &code_point);
  va_start (args, format);
  atlas_problems_add_valist (self->problems, atlas_csv_get_name (self->csv), line, code_point, format, args);
  va_end (args);
}

/**
 * atlas_loader_get:
 *
 * Returns: (transfer none): the field, which may be empty; lives as long as the
 *   dataset
 */
const char *
atlas_loader_get (AtlasLoader *self,
                  guint column)
{
  return atlas_csv_get (self->csv, self->record, column);
}

/**
 * atlas_loader_get_optional:
 *
 * Returns: (transfer none) (nullable): the field; %NULL where it is empty
 */
const char *
atlas_loader_get_optional (AtlasLoader *self,
                           guint column)
{
  const char *field = atlas_loader_get (self, column);

  return *field != '\0' ? field : NULL;
}

/**
 * atlas_loader_get_required:
 *
 * Returns: (transfer none): the field; an empty one is a problem
 */
const char *
atlas_loader_get_required (AtlasLoader *self,
                           guint column)
{
  const char *field = atlas_loader_get (self, column);

  if (*field == '\0')
    atlas_loader_report (self, column, _ ("“%s” is empty; fill it in"), self->columns[column]);
  return field;
}

/**
 * atlas_loader_get_line:
 *
 * Returns: the line on which the record starts, from 1
 */
guint
atlas_loader_get_line (AtlasLoader *self)
{
  return atlas_csv_get_line (self->csv, self->record);
}

/**
 * atlas_loader_get_date:
 *
 * Returns: whether there is a date.
 */
gboolean
atlas_loader_get_date (AtlasLoader *self,
                       guint column,
                       AtlasDate *date)
{
  const char *field = atlas_loader_get (self, column);
  g_autoptr (GError) error = NULL;

  if (*field == '\0')
    return FALSE;
  if (atlas_date_parse (field, date, &error))
    return TRUE;

  atlas_loader_report (self, column, "%s", error->message);
  return FALSE;
}

/**
 * atlas_loader_get_boolean:
 *
 * Returns: whether the field says “true”; what is neither “true” nor “false” is
 *   a problem
 */
gboolean
atlas_loader_get_boolean (AtlasLoader *self,
                          guint column)
{
  const char *field = atlas_loader_get (self, column);

  if (!g_str_equal (field, "true") && !g_str_equal (field, "false"))
    atlas_loader_report (self, column, _ ("“%s” is neither “true” nor “false”; write one of them"), field);
  return g_str_equal (field, "true");
}

/**
 * atlas_loader_get_number:
 *
 * Returns: whether there is a number; without one, @number is not a number.
 */
gboolean
atlas_loader_get_number (AtlasLoader *self,
                         guint column,
                         double min,
                         double max,
                         double *number)
{
  const char *field = atlas_loader_get (self, column);
  char *end = NULL;

  *number = NAN;
  if (*field == '\0')
    return FALSE;

  *number = g_ascii_strtod (field, &end);
  if (*end == '\0' && !g_ascii_isspace (*field) && *number >= min && *number <= max)
    return TRUE;

  *number = NAN;
  atlas_loader_report (self, column, _ ("“%s” is not a number from %g to %g; write one with a full stop, as in 12.5"), field, min, max);
  return FALSE;
}

/**
 * atlas_loader_get_texts:
 *
 * Returns: (transfer none) (nullable): the texts of @n columns in a row, English
 *   first; %NULL where all are empty
 */
const char *const *
atlas_loader_get_texts (AtlasLoader *self,
                        guint english,
                        guint n)
{
  const char **texts = NULL;

  for (guint i = 0; i < n; i++)
    {
      const char *text = atlas_loader_get_optional (self, english + i);

      if (text == NULL)
        continue;
      if (texts == NULL)
        texts = atlas_dataset_keep (self->dataset, g_new0 (const char *, ATLAS_N_TEXTS));
      texts[i] = text;
    }
  if (texts != NULL && texts[ATLAS_TEXT_EN] == NULL)
    atlas_loader_report (self, english, _ ("“%s” is empty though there is a translation; fill it in"), self->columns[english]);
  return texts;
}

/* Without the other table every reference would be reported. */
static gboolean
is_missing (gconstpointer item,
            const AtlasTable *table,
            const char *id)
{
  return item == NULL && *id != '\0' && table->items->len > 0;
}

/**
 * atlas_loader_get_source:
 *
 * Returns: (transfer none) (nullable): the source that the field names; %NULL
 *   with a problem where there is none
 */
const AtlasSource *
atlas_loader_get_source (AtlasLoader *self,
                         guint column)
{
  const char *id = atlas_loader_get (self, column);
  const AtlasSource *source = atlas_dataset_find_source (self->dataset, id);

  if (is_missing (source, &self->dataset->sources, id))
    atlas_loader_report (self, column, _ ("sources.csv has no source “%s”; add it there or name another"), id);
  return source;
}

/**
 * atlas_loader_find_organisation:
 * @id: what stands in @column, or a part of it
 *
 * Returns: (transfer none) (nullable): the organisation; %NULL with a problem
 *   where there is none
 */
const AtlasOrganisation *
atlas_loader_find_organisation (AtlasLoader *self,
                                guint column,
                                const char *id)
{
  const AtlasOrganisation *organisation = atlas_dataset_find_organisation (self->dataset, id);

  if (is_missing (organisation, &self->dataset->organisations, id))
    atlas_loader_report (self, column, _ ("organisations.csv has no organisation “%s”; add it there or name another"), id);
  return organisation;
}

/**
 * atlas_loader_find_country:
 * @column: where @code was read, for a problem
 *
 * Returns: (transfer none) (nullable): the country; %NULL with a problem where
 *   there is none
 */
const AtlasCountry *
atlas_loader_find_country (AtlasLoader *self,
                           guint column,
                           const char *code)
{
  const AtlasCountry *country = atlas_dataset_find_country (self->dataset, code);

  if (is_missing (country, &self->dataset->countries, code))
    atlas_loader_report (self, column, _ ("countries.csv has no country “%s”; add it there or name another"), code);
  return country;
}

/**
 * atlas_loader_add:
 *
 * Puts an item into its table under the id in @column; an id that is there
 * already is reported.
 */
gboolean
atlas_loader_add (AtlasLoader *self,
                  AtlasTable *table,
                  guint column,
                  gpointer item)
{
  const char *id = atlas_loader_get_required (self, column);

  if (*id == '\0')
    return FALSE;
  if (g_hash_table_contains (table->by_id, id))
    {
      atlas_loader_report (self, column, _ ("“%s” is there already, further up; give this row a name of its own or delete it"), id);
      return FALSE;
    }
  g_hash_table_insert (table->by_id, (gpointer) id, item);
  g_ptr_array_add (table->items, item);
  return TRUE;
}
