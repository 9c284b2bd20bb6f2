/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-options.h"

#include <glib/gi18n.h>

#include "atlas-content.h"
#include "atlas-link.h"
#include "atlas-scope.h"

static const char *const names[] = { "country", "organisation", "event", "article", "changes", "on", "from", "lens" };

/**
 * atlas_options_add:
 *
 * Makes @application understand the options that say what to show.
 */
void
atlas_options_add (GApplication *application)
{
  static const GOptionEntry entries[] = {
    { "country", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open the page of a country"), N_ ("CODE") },
    { "organisation", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open the page of an organisation"), N_ ("ID") },
    { "event", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open the page of an event"), N_ ("ID") },
    { "article", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open an article"), N_ ("KEY") },
    { "on", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Show this day, as in 2001-06-15"), N_ ("DATE") },
    { "from", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Compare with this day"), N_ ("DATE") },
    { "changes", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the list of what changed between the two days"), NULL },
    { "lens", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Colour the map by “overview” or an organisation"), N_ ("LENS") },
    { "report-painted", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    /* Whatever its bytes, a link gets its answer in the window. */
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[LINK | FILE…]") },
    { NULL }
  };

  g_application_add_main_option_entries (application, entries);
}

static gboolean
any_are_given (GVariantDict *options)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_variant_dict_contains (options, names[i]))
      return TRUE;
  return FALSE;
}

static gboolean
fail (GError **error,
      const char *format,
      const char *value)
{
  g_autofree char *message = NULL;

  /* The formats are the translated ones below, each with one %s. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  message = g_strdup_printf (format, value);
#pragma GCC diagnostic pop
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
  return FALSE;
}

/* Codes and ids are upper case; whoever types need not care. */
static gboolean
make_upper (GVariantDict *options,
            const char *name,
            char **value)
{
  g_autofree char *typed = NULL;

  if (!g_variant_dict_lookup (options, name, "s", &typed))
    return FALSE;
  *value = g_ascii_strup (typed, -1);
  g_variant_dict_insert (options, name, "s", *value);
  return TRUE;
}

static gboolean
check_country (GVariantDict *options,
               const AtlasDataset *dataset,
               GError **error)
{
  g_autofree char *code = NULL;

  if (!make_upper (options, "country", &code) || atlas_dataset_find_country (dataset, code) != NULL)
    return TRUE;
  return fail (error, _ ("--country: there is no country with the code “%s”; codes have two letters, such as KZ"), code);
}

static gboolean
check_organisation (GVariantDict *options,
                    const AtlasDataset *dataset,
                    GError **error)
{
  g_autofree char *id = NULL;

  if (!make_upper (options, "organisation", &id) || atlas_dataset_find_organisation (dataset, id) != NULL)
    return TRUE;
  return fail (error, _ ("--organisation: there is no organisation “%s”; try CSTO, SCO or BRICS"), id);
}

static gboolean
check_lens (GVariantDict *options,
            const AtlasDataset *dataset,
            GError **error)
{
  g_autofree char *id = NULL;
  const AtlasOrganisation *organisation;

  if (!make_upper (options, "lens", &id))
    return TRUE;
  if (g_ascii_strcasecmp (id, ATLAS_LENS_OVERVIEW) == 0)
    {
      g_variant_dict_insert (options, "lens", "s", ATLAS_LENS_OVERVIEW);
      return TRUE;
    }
  organisation = atlas_dataset_find_organisation (dataset, id);
  if (organisation == NULL || !organisation->lineage->tracked)
    return fail (error, _ ("--lens: the map cannot show “%s”; try overview, CSTO, SCO or BRICS"), id);
  g_variant_dict_insert (options, "lens", "s", organisation->lineage->id);
  return TRUE;
}

static gboolean
check_event (GVariantDict *options,
             const AtlasDataset *dataset,
             GError **error)
{
  g_autofree char *id = NULL;

  if (!g_variant_dict_lookup (options, "event", "s", &id) || atlas_dataset_find_event (dataset, id) != NULL)
    return TRUE;
  return fail (error, _ ("--event: there is no event “%s”"), id);
}

static gboolean
check_article (GVariantDict *options,
               const char *directory,
               GError **error)
{
  g_autofree char *key = NULL;

  if (!g_variant_dict_lookup (options, "article", "s", &key) || atlas_link_has_article (directory, key))
    return TRUE;
  return fail (error, _ ("--article: there is no article “%s”"), key);
}

/* @name with “--” before it and a translated reason after it. */
static gboolean
fail_day (GError **error,
          const char *name,
          const char *reason)
{
  /* Translators: the name of an option and what is wrong with its value */
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("--%s: %s"), name, reason);
  return FALSE;
}

static gboolean
check_day (GVariantDict *options,
           const char *name,
           GError **error)
{
  g_autofree char *date = NULL;
  g_autoptr (GError) problem = NULL;
  AtlasDay day;

  if (!g_variant_dict_lookup (options, name, "s", &date) || atlas_day_parse (date, &day, &problem))
    return TRUE;
  return fail_day (error, name, problem->message);
}

static gboolean
check_range (GVariantDict *options,
             const char *name,
             const AtlasDataset *dataset,
             GError **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *reason = NULL;
  const char *date;
  AtlasDay day, first, last;

  if (!g_variant_dict_lookup (options, name, "&s", &date) || !atlas_day_parse (date, &day, NULL))
    return TRUE;
  atlas_time_range (dataset, &first, &last);
  if (day >= first && day <= last)
    return TRUE;
  from = atlas_day_to_iso (first);
  to = atlas_day_to_iso (last);
  /* Translators: a day, and the first and the last day that the atlas knows */
  reason = g_strdup_printf (_ ("the atlas does not cover %s; it goes from %s to %s"), date, from, to);
  return fail_day (error, name, reason);
}

static gboolean
check_changes (GVariantDict *options,
               GError **error)
{
  if (!g_variant_dict_contains (options, "changes") || g_variant_dict_contains (options, "from"))
    return TRUE;
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("--changes: say with --from which day to compare with"));
  return FALSE;
}

/* A file may be called as a link begins; what is there is no link then.
 *
 * Returns: (transfer full) (nullable): %NULL where @argument is a link, good or bad */
static GFile *
find_file (const char *argument,
           const char *working_directory)
{
  g_autofree char *path = NULL;

  if (g_strcmp0 (g_uri_peek_scheme (argument), "file") == 0)
    return g_file_new_for_uri (argument);
  path = g_canonicalize_filename (argument, working_directory);
  if (atlas_link_looks_like_one (argument) && !g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  return g_file_new_for_path (path);
}

static gboolean
check_rest (GVariantDict *options,
            GError **error)
{
  g_autofree const char **rest = NULL;

  if (!g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &rest))
    return TRUE;
  for (guint i = 0; rest[i] != NULL; i++)
    {
      g_autoptr (GFile) file = find_file (rest[i], NULL);
      g_autofree char *name = g_filename_display_name (rest[i]);

      if (file != NULL && !g_file_query_exists (file, NULL))
        return fail (error, _ ("“%s” is no file that exists, and no link; --help lists what this program takes"), name);
    }
  return TRUE;
}

/**
 * atlas_options_check:
 * @options: what was called for; codes and ids get their proper spelling
 * @directory: as for atlas_content_new()
 * @error: what is wrong with which option
 *
 * Checks the options and that files exist, and leaves links to the window.
 *
 * Returns: whether all of it exists
 */
gboolean
atlas_options_check (GVariantDict *options,
                     const char *directory,
                     GError **error)
{
  g_autoptr (AtlasDataset) dataset = NULL;

  if (!check_rest (options, error))
    return FALSE;
  if (!any_are_given (options))
    return TRUE;
  if (!check_day (options, "on", error) || !check_day (options, "from", error) ||
      !check_changes (options, error) || !check_article (options, directory, error))
    return FALSE;
  dataset = atlas_content_load_dataset (directory, error);
  return dataset != NULL &&
         check_range (options, "on", dataset, error) &&
         check_range (options, "from", dataset, error) &&
         check_country (options, dataset, error) &&
         check_organisation (options, dataset, error) &&
         check_event (options, dataset, error) &&
         check_lens (options, dataset, error);
}

/**
 * atlas_options_take_rest:
 * @working_directory: (nullable): of who called
 * @link: (out): the last link that was given, unchecked; %NULL where there is none
 *
 * Returns: (transfer full) (element-type GFile): the files that were given
 */
GPtrArray *
atlas_options_take_rest (GVariantDict *options,
                         const char *working_directory,
                         char **link)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree const char **rest = NULL;

  *link = NULL;
  if (!g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &rest))
    return files;
  for (guint i = 0; rest[i] != NULL; i++)
    {
      GFile *file = find_file (rest[i], working_directory);

      if (file != NULL)
        g_ptr_array_add (files, file);
      else
        g_set_str (link, rest[i]);
    }
  return files;
}

/**
 * atlas_options_apply:
 *
 * Makes the window show what @options call for; they have been checked. A day
 * without one to compare with is shown alone.
 */
void
atlas_options_apply (GVariantDict *options,
                     AtlasState *state)
{
  static const char *const kinds[] = { "country", "organisation", "event", "article" };
  const char *value;
  AtlasDay day;

  if (g_variant_dict_lookup (options, "on", "&s", &value) && atlas_day_parse (value, &day, NULL))
    {
      atlas_state_set_date (state, day);
      atlas_state_set_compared (state, ATLAS_DAY_MIN);
    }
  if (g_variant_dict_lookup (options, "from", "&s", &value) && atlas_day_parse (value, &day, NULL))
    atlas_state_set_compared (state, day);
  if (g_variant_dict_lookup (options, "lens", "&s", &value))
    atlas_state_set_lens (state, value);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_variant_dict_lookup (options, kinds[i], "&s", &value))
      atlas_state_select (state, kinds[i], value);
  if (g_variant_dict_contains (options, "changes"))
    atlas_state_set_selection (state, "changes");
}
