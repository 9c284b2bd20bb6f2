/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-output.h"

#include "atlas-briefing.h"
#include "atlas-geography.h"

#include <glib/gi18n.h>

typedef struct
{
  AtlasctlCall *call;
  char *data; /* NULL where a package was given alone */
  char *package;
  AtlasProblems *problems;
} Validation;

static void
build_problem (JsonBuilder *builder,
               const AtlasProblem *problem)
{
  json_builder_begin_object (builder);
  atlasctl_json_string (builder, "file", problem->file);
  atlasctl_json_number (builder, "line", problem->line);
  atlasctl_json_number (builder, "column", problem->column);
  atlasctl_json_string (builder, "message", problem->message);
  json_builder_end_object (builder);
}

static void
print_json (const Validation *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n = atlas_problems_get_n (self->problems);

  json_builder_begin_object (builder);
  atlasctl_json_string (builder, "package", self->package);
  atlasctl_json_boolean (builder, "valid", n == 0);
  atlasctl_json_start_array (builder, "problems");
  for (guint i = 0; i < n; i++)
    build_problem (builder, atlas_problems_get (self->problems, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  atlasctl_print_json (builder);
}

static void
print_csv (const Validation *self)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (4);

  atlasctl_table_add (table, "file", "line", "column", "message", NULL);
  for (guint i = 0; i < atlas_problems_get_n (self->problems); i++)
    {
      const AtlasProblem *problem = atlas_problems_get (self->problems, i);
      g_autofree char *line = g_strdup_printf ("%u", problem->line);
      g_autofree char *column = g_strdup_printf ("%u", problem->column);

      atlasctl_table_add (table, problem->file, line, column, problem->message, NULL);
    }
  atlasctl_table_print_csv (table);
}

static void
print_text (const Validation *self)
{
  guint n = atlas_problems_get_n (self->problems);
  guint n_rows, n_events, n_sources;

  if (n > 0)
    {
      atlasctl_complain_of_problems (self->problems);
      atlasctl_complain (ngettext ("%u problem", "%u problems", n), n);
      return;
    }

  atlas_dataset_get_memberships (self->call->dataset, &n_rows);
  atlas_dataset_get_events (self->call->dataset, &n_events);
  atlas_dataset_get_sources (self->call->dataset, &n_sources);
  atlasctl_printf (_ ("%s: no problems (%u memberships, %u events, %u sources)\n"), self->package, n_rows, n_events, n_sources);
}

static void
check_geography (Validation *self)
{
  g_autofree char *path = g_build_filename (self->data, "geography", "world.atlasgeo", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasGeography) geography = atlas_geography_new_from_file (path, &error);

  if (geography == NULL)
    atlas_problems_add (self->problems, path, 0, 0, "%s", error->message);
}

/* What lies beside the package in a data folder. */
static void
check_rest (Validation *self)
{
  g_autofree char *forms = g_build_filename (self->data, "gazetteer", NULL);
  g_autofree char *texts = g_build_filename (self->data, "briefings", NULL);
  g_autoptr (AtlasGazetteer) gazetteer = atlas_gazetteer_load (forms, self->problems);
  g_autoptr (AtlasLinker) linker = gazetteer != NULL ? atlas_linker_new (gazetteer) : NULL;
  g_autoptr (AtlasBriefings) briefings = NULL;

  if (linker != NULL && self->call->dataset != NULL)
    briefings = atlas_briefings_load (texts, linker, self->call->dataset, self->problems);
  check_geography (self);
}

static void
find_folders (Validation *self)
{
  const AtlasctlCall *call = self->call;
  const char *given = call->n_arguments > 0 ? call->arguments[0] : NULL;
  g_autofree char *below = given != NULL ? g_build_filename (given, "atlas", "datapackage.json", NULL) : NULL;

  if (given == NULL)
    {
      self->package = g_strdup (call->package);
      self->data = g_strdup (call->data);
    }
  else if (g_file_test (below, G_FILE_TEST_EXISTS))
    {
      self->package = g_build_filename (given, "atlas", NULL);
      self->data = g_strdup (given);
    }
  else
    self->package = g_strdup (given);
}

static AtlasctlExit
run (AtlasctlCall *call)
{
  Validation self = { .call = call };
  AtlasctlExit result;

  if (!atlasctl_call_expect (call, 0, 1))
    return ATLASCTL_WRONG_CALL;

  find_folders (&self);
  self.problems = atlas_problems_new ();
  call->dataset = atlas_dataset_load (self.package, self.problems);
  if (self.data != NULL)
    check_rest (&self);

  if (call->format == ATLASCTL_JSON)
    print_json (&self);
  else if (call->format == ATLASCTL_CSV)
    print_csv (&self);
  else
    print_text (&self);
  result = atlas_problems_get_n (self.problems) > 0 ? ATLASCTL_BAD_INPUT : ATLASCTL_DONE;
  atlas_problems_free (self.problems);
  g_free (self.package);
  g_free (self.data);
  return result;
}

const AtlasctlCommand atlasctl_validate = {
  "validate",
  N_ ("[FOLDER]"),
  N_ ("Check a data package, and what lies beside it in a data folder"),
  N_ ("Problems come as file:line:column: message. FOLDER holds a datapackage.json, or a\nfolder “atlas” that does."),
  NULL,
  FALSE,
  run,
};
