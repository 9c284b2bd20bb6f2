/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* --- Messages ------------------------------------------------------------------ */

static void
complain_valist (const char *format,
                 va_list args)
{
  g_autofree char *message = g_strdup_vprintf (format, args);

  fprintf (stderr, "atlasctl: %s\n", message);
}

/**
 * atlasctl_complain:
 * @format: as for printf(), without a line end
 *
 * Writes a message to standard error.
 */
void
atlasctl_complain (const char *format,
                   ...)
{
  va_list args;

  va_start (args, format);
  complain_valist (format, args);
  va_end (args);
}

/**
 * atlasctl_fail:
 *
 * Writes what went wrong to standard error.
 *
 * Returns: %ATLASCTL_BAD_INPUT
 */
AtlasctlExit
atlasctl_fail (const GError *error)
{
  atlasctl_complain ("%s", error->message);
  return ATLASCTL_BAD_INPUT;
}

/**
 * atlasctl_refuse:
 * @format: what is wrong with the call, as for printf()
 *
 * Writes that to standard error, and where the command's help is.
 *
 * Returns: %ATLASCTL_WRONG_CALL
 */
AtlasctlExit
atlasctl_refuse (AtlasctlCall *call,
                 const char *format,
                 ...)
{
  va_list args;

  va_start (args, format);
  complain_valist (format, args);
  va_end (args);
  atlasctl_complain (_ ("“atlasctl %s --help” tells how it is called"), call->command->name);
  return ATLASCTL_WRONG_CALL;
}

/**
 * atlasctl_complain_of_problems:
 *
 * Writes each problem on a line of its own to standard error.
 */
void
atlasctl_complain_of_problems (AtlasProblems *problems)
{
  for (guint i = 0; i < atlas_problems_get_n (problems); i++)
    {
      g_autofree char *line = atlas_problem_to_string (atlas_problems_get (problems, i));

      fprintf (stderr, "%s\n", line);
    }
}

/**
 * atlasctl_call_load:
 *
 * Loads the data package of the call, and writes its problems to standard error.
 *
 * Returns: %ATLASCTL_DONE, or %ATLASCTL_BAD_INPUT where it cannot be used
 */
AtlasctlExit
atlasctl_call_load (AtlasctlCall *self)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();

  self->dataset = atlas_dataset_load (self->package, problems);
  atlasctl_complain_of_problems (problems);
  return self->dataset != NULL ? ATLASCTL_DONE : ATLASCTL_BAD_INPUT;
}

/**
 * atlasctl_command_get_arguments:
 *
 * Returns: (transfer none): what follows the command, in the language of the
 *   session
 */
const char *
atlasctl_command_get_arguments (const AtlasctlCommand *command)
{
  return *command->arguments != '\0' ? _ (command->arguments) : "";
}

/**
 * atlasctl_call_expect:
 * @min: how many arguments the command takes at least
 * @max: how many it takes at most
 *
 * Returns: whether the call has as many; where not, standard error says so
 */
gboolean
atlasctl_call_expect (AtlasctlCall *self,
                      guint min,
                      guint max)
{
  const char *arguments = atlasctl_command_get_arguments (self->command);

  if (self->n_arguments < min)
    atlasctl_refuse (self, _ ("“%s” needs more than that: atlasctl %s %s"), self->command->name, self->command->name, arguments);
  else if (self->n_arguments > max)
    atlasctl_refuse (self, _ ("“%s” is too much: atlasctl %s %s"), self->arguments[max], self->command->name, arguments);
  return self->n_arguments >= min && self->n_arguments <= max;
}

static gboolean
same_word (const char *a,
           const char *b)
{
  g_autofree char *left = g_utf8_casefold (a, -1);
  g_autofree char *right = g_utf8_casefold (b, -1);

  return g_str_equal (left, right);
}

/**
 * atlasctl_call_find_country:
 * @text: a code in either case, or a name in the language of the call or in
 *   English
 *
 * Returns: (transfer none) (nullable): the country; where there is none,
 *   standard error says so
 */
const AtlasCountry *
atlasctl_call_find_country (AtlasctlCall *self,
                            const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *code = g_ascii_strup (valid, -1);
  const AtlasCountry *country = atlas_dataset_find_country (self->dataset, code);
  guint n;
  const AtlasCountry *const *countries = atlas_dataset_get_countries (self->dataset, &n);

  for (guint i = 0; country == NULL && i < n; i++)
    if (same_word (valid, atlas_country_get_name (countries[i], self->language)) || same_word (valid, atlas_country_get_name (countries[i], "en")))
      country = countries[i];
  if (country == NULL)
    atlasctl_refuse (self, _ ("“%s” is no country; write its two-letter code, such as KZ"), valid);
  return country;
}

static char *
list_lineages (AtlasctlCall *self)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n;
  const AtlasOrganisation *const *lineages = atlas_dataset_get_lineages (self->dataset, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", lineages[i]->id);
  return g_strdup (list->str);
}

/**
 * atlasctl_call_find_organisation:
 * @text: an id in either case, or an abbreviation in the language of the call
 *
 * Returns: (transfer none) (nullable): the lineage that the organisation belongs
 *   to; where none is followed, standard error says so
 */
const AtlasOrganisation *
atlasctl_call_find_organisation (AtlasctlCall *self,
                                 const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *list = NULL;
  guint n;
  const AtlasOrganisation *const *organisations = atlas_dataset_get_organisations (self->dataset, &n);

  for (guint i = 0; i < n; i++)
    if (organisations[i]->lineage->tracked && (same_word (valid, organisations[i]->id) || same_word (valid, atlas_organisation_get_abbreviation (organisations[i], self->language))))
      return organisations[i]->lineage;

  list = list_lineages (self);
  atlasctl_refuse (self, _ ("“%s” is no organisation that the atlas follows; it follows %s"), valid, list);
  return NULL;
}

/**
 * atlasctl_call_parse_on:
 * @text: (nullable): a full day; %NULL for today
 * @day: (out): the day
 *
 * Returns: whether @text is a day; where not, standard error says so
 */
gboolean
atlasctl_call_parse_on (AtlasctlCall *self,
                        const char *text,
                        AtlasDay *day)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *valid = NULL;

  *day = atlas_day_today ();
  if (text == NULL)
    return TRUE;

  valid = g_utf8_make_valid (text, -1);
  if (atlas_day_parse (valid, day, &error))
    return TRUE;
  atlasctl_refuse (self, "--on: %s", error->message);
  return FALSE;
}

static gboolean
parse_date (AtlasctlCall *self,
            const char *option,
            const char *text,
            AtlasDate *date)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GError) error = NULL;

  if (atlas_date_parse (valid, date, &error))
    return TRUE;
  atlasctl_refuse (self, "%s: %s", option, error->message);
  return FALSE;
}

/**
 * atlasctl_call_parse_until:
 * @text: (nullable): an EDTF date, or %NULL for no limit
 * @until: (out): its latest day
 *
 * Returns: whether @text is a date; where not, standard error says so
 */
gboolean
atlasctl_call_parse_until (AtlasctlCall *self,
                           const char *text,
                           AtlasDay *until)
{
  AtlasDate date;

  *until = ATLAS_DAY_MAX;
  if (text == NULL)
    return TRUE;
  if (!parse_date (self, "--until", text, &date))
    return FALSE;
  *until = date.latest;
  return TRUE;
}

/**
 * atlasctl_call_parse_range:
 * @from_text: (nullable): an EDTF date, or %NULL for no limit
 * @to_text: (nullable): likewise
 * @from: (out): the earliest day of @from_text
 * @to: (out): the latest day of @to_text
 *
 * Returns: whether both are dates and in order; where not, standard error says so
 */
gboolean
atlasctl_call_parse_range (AtlasctlCall *self,
                           const char *from_text,
                           const char *to_text,
                           AtlasDay *from,
                           AtlasDay *to)
{
  AtlasDate date;

  *from = ATLAS_DAY_MIN;
  *to = ATLAS_DAY_MAX;
  if (from_text != NULL)
    {
      if (!parse_date (self, "--from", from_text, &date))
        return FALSE;
      *from = date.earliest;
    }
  if (to_text != NULL)
    {
      if (!parse_date (self, "--to", to_text, &date))
        return FALSE;
      *to = date.latest;
    }
  if (*from <= *to)
    return TRUE;
  atlasctl_refuse (self, _ ("--to (%s) comes before --from (%s); swap them"), to_text, from_text);
  return FALSE;
}

/**
 * atlasctl_call_find_file:
 * @first: the first part of a path below the data folder; more follow, and %NULL
 *
 * Returns: (transfer full): the path
 */
char *
atlasctl_call_find_file (AtlasctlCall *self,
                         const char *first,
                         ...)
{
  va_list args;
  g_autofree char *below = NULL;

  va_start (args, first);
  below = g_build_filename_valist (first, &args);
  va_end (args);
  return g_build_filename (self->data, below, NULL);
}
