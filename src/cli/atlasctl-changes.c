/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-output.h"

#include "atlas-difference.h"
#include "atlas-scope.h"

#include <glib/gi18n.h>

static char *from_text;
static char *to_text;
static char **organisation_texts;
static char *lens_text;
static char *country_text;

static const GOptionEntry entries[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("The first day"), N_ ("DATE") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &to_text, N_ ("The last day"), N_ ("DATE") },
  { "org", 0, 0, G_OPTION_ARG_STRING_ARRAY, &organisation_texts, N_ ("Only this organisation; may be given several times"), N_ ("ID") },
  { "lens", 0, 0, G_OPTION_ARG_STRING, &lens_text, N_ ("Only what the lens shows: “overview” or an organisation"), N_ ("LENS") },
  { "country", 0, 0, G_OPTION_ARG_STRING, &country_text, N_ ("Only this country"), N_ ("CODE") },
  { NULL }
};

typedef struct
{
  AtlasctlCall *call;
  AtlasScope scope;
  AtlasDay from;
  AtlasDay to;
  GPtrArray *changes;
} Changes;

static AtlasStatus
status_of (const AtlasSpell *spell)
{
  return spell != NULL ? spell->status : ATLAS_STATUS_NONE;
}

static AtlasStatus
of_of (const AtlasSpell *spell)
{
  return spell != NULL ? spell->of : ATLAS_STATUS_NONE;
}

static void
build_change (const Changes *self,
              JsonBuilder *builder,
              const AtlasChange *change)
{
  AtlasDate date;

  atlas_change_get_date (change, &date);
  json_builder_begin_object (builder);
  atlasctl_json_day (builder, "date", change->day);
  atlasctl_json_day (builder, "date_latest", change->latest);
  atlasctl_json_date (builder, "edtf", &date);
  atlasctl_json_string (builder, "org", change->organisation->id);
  atlasctl_json_string (builder, "country", change->country->code);
  atlasctl_json_string (builder, "name", atlas_country_get_name (change->country, self->call->language));
  atlasctl_json_status (builder, "from", status_of (change->from));
  atlasctl_json_status (builder, "from_of", of_of (change->from));
  atlasctl_json_status (builder, "to", status_of (change->to));
  atlasctl_json_status (builder, "to_of", of_of (change->to));
  atlasctl_json_string (builder, "difference", atlas_difference_to_id (atlas_change_get_difference (change)));
  atlasctl_json_source (builder, "source", atlas_change_get_source (change));
  json_builder_end_object (builder);
}

static void
print_json (const Changes *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  atlasctl_json_day (builder, "from", self->from);
  atlasctl_json_day (builder, "to", self->to);
  atlasctl_json_start_array (builder, "changes");
  for (guint i = 0; i < self->changes->len; i++)
    build_change (self, builder, g_ptr_array_index (self->changes, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  atlasctl_print_json (builder);
}

static void
print_csv (const Changes *self)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (10);

  atlasctl_table_add (table, "date", "date_latest", "org", "country", "name", "from", "to", "difference", "source_title", "source_url", NULL);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const AtlasChange *change = g_ptr_array_index (self->changes, i);
      const AtlasSource *source = atlas_change_get_source (change);
      g_autofree char *day = atlas_day_to_iso (change->day);
      g_autofree char *latest = atlasctl_day_or_empty (change->latest);

      atlasctl_table_add (table, day, latest, change->organisation->id, change->country->code, atlas_country_get_name (change->country, self->call->language),
                          atlas_status_to_id (status_of (change->from)), atlas_status_to_id (status_of (change->to)), atlas_difference_to_id (atlas_change_get_difference (change)), source->title,
                          source->url != NULL ? source->url : "", NULL);
    }
  atlasctl_table_print_csv (table);
}

static void
add_line (const Changes *self,
          AtlasctlTable *table,
          AtlasctlNotes *notes,
          const AtlasChange *change)
{
  g_autofree char *what = atlasctl_describe_change (change);
  g_autofree char *note = atlasctl_notes_cite (notes, atlas_change_get_source (change));
  g_autofree char *when = NULL;
  AtlasDate date;

  atlas_change_get_date (change, &date);
  when = atlas_date_format (&date);
  atlasctl_table_add (table, when, atlas_country_get_name (change->country, self->call->language),
                      atlas_difference_get_name (atlas_change_get_difference (change)), what, note, NULL);
}

static gboolean
print_organisation (const Changes *self,
                    const AtlasOrganisation *organisation,
                    AtlasctlNotes *notes,
                    gboolean first)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (5);
  gboolean any = FALSE;

  for (guint i = 0; i < self->changes->len; i++)
    {
      const AtlasChange *change = g_ptr_array_index (self->changes, i);

      if (change->organisation != organisation)
        continue;
      add_line (self, table, notes, change);
      any = TRUE;
    }
  if (any)
    atlasctl_printf ("%s%s\n", first ? "" : "\n", atlas_organisation_get_abbreviation (organisation, self->call->language));
  atlasctl_table_print_text (table);
  return any;
}

static void
print_text (const Changes *self)
{
  g_autoptr (AtlasctlNotes) notes = atlasctl_notes_new ();
  guint n;
  const AtlasOrganisation *const *lineages = atlas_dataset_get_lineages (self->call->dataset, &n);
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    any = print_organisation (self, lineages[i], notes, !any) || any;
  if (!any)
    atlasctl_print (_ ("Nothing changed.\n"));
  atlasctl_notes_print (notes);
}

static gboolean
has_organisation (const AtlasScope *scope,
                  const AtlasOrganisation *organisation)
{
  for (guint i = 0; i < scope->n_organisations; i++)
    if (scope->organisations[i] == organisation)
      return TRUE;
  return FALSE;
}

static gboolean
add_organisation (Changes *self,
                  const char *text)
{
  const AtlasOrganisation *organisation = atlasctl_call_find_organisation (self->call, text);

  if (organisation == NULL)
    return FALSE;
  if (has_organisation (&self->scope, organisation))
    return TRUE;
  if (self->scope.n_organisations == ATLAS_SCOPE_MAX)
    {
      atlasctl_refuse (self->call, _ ("--org: too many organisations; name %d at most, or none for all"), ATLAS_SCOPE_MAX);
      return FALSE;
    }
  self->scope.organisations[self->scope.n_organisations++] = organisation;
  return TRUE;
}

static gboolean
find_lens (Changes *self)
{
  if (g_str_equal (lens_text, "overview"))
    {
      atlas_scope_init_lens (&self->scope, self->call->dataset, NULL);
      return TRUE;
    }
  return add_organisation (self, lens_text);
}

static gboolean
find_scope (Changes *self)
{
  if (lens_text != NULL && !find_lens (self))
    return FALSE;
  for (guint i = 0; organisation_texts != NULL && organisation_texts[i] != NULL; i++)
    if (!add_organisation (self, organisation_texts[i]))
      return FALSE;
  return country_text == NULL || (self->scope.country = atlasctl_call_find_country (self->call, country_text)) != NULL;
}

static AtlasctlExit
run (AtlasctlCall *call)
{
  Changes self = { .call = call };
  AtlasctlExit result;

  if (!atlasctl_call_expect (call, 0, 0) || !atlasctl_call_parse_range (call, from_text, to_text, &self.from, &self.to))
    return ATLASCTL_WRONG_CALL;
  if (lens_text != NULL && organisation_texts != NULL)
    return atlasctl_refuse (call, _ ("--lens and --org both say which organisations; give one of them"));
  result = atlasctl_call_load (call);
  if (result != ATLASCTL_DONE)
    return result;
  if (!find_scope (&self))
    return ATLASCTL_WRONG_CALL;

  self.changes = atlas_scope_changes_between (&self.scope, call->dataset, self.from, self.to);
  if (call->format == ATLASCTL_JSON)
    print_json (&self);
  else if (call->format == ATLASCTL_CSV)
    print_csv (&self);
  else
    print_text (&self);
  g_ptr_array_unref (self.changes);
  return ATLASCTL_DONE;
}

const AtlasctlCommand atlasctl_changes = {
  "changes",
  "",
  N_ ("Tell what changed between two days, both included"),
  N_ ("--from and --to also take a month or a year: its first day and its last. A change is “unchanged” where neither status is the closer tie."),
  entries,
  FALSE,
  run,
};
