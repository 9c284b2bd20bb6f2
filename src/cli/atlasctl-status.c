/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-output.h"

#include <glib/gi18n.h>

static char *on_text;

static const GOptionEntry entries[] = {
  { "on", 0, 0, G_OPTION_ARG_STRING, &on_text, N_ ("The day to tell about; today where none is given"), N_ ("DAY") },
  { NULL }
};

typedef struct
{
  AtlasctlCall *call;
  const AtlasCountry *country;
  const char *name;
  AtlasDay day;
  GPtrArray *spells;
} Status;

static GPtrArray *
find_spells (const Status *self)
{
  g_autoptr (GPtrArray) lineages = atlas_query_organisations_of (self->call->dataset, self->country);
  GPtrArray *spells = g_ptr_array_new ();

  for (guint i = 0; i < lineages->len; i++)
    {
      const AtlasSpell *spell = atlas_query_status (self->call->dataset, g_ptr_array_index (lineages, i), self->country, self->day);

      if (spell != NULL)
        g_ptr_array_add (spells, (gpointer) spell);
    }
  return spells;
}

static void
build_spell (const Status *self,
             JsonBuilder *builder,
             const AtlasSpell *spell)
{
  const AtlasMembership *row = atlas_spell_get_row_on (spell, self->day);

  json_builder_begin_object (builder);
  atlasctl_json_string (builder, "org", spell->organisation->id);
  atlasctl_json_status (builder, "status", spell->status);
  atlasctl_json_status (builder, "of", spell->of);
  atlasctl_json_day (builder, "since", spell->start);
  atlasctl_json_day (builder, "since_latest", spell->certain_from);
  atlasctl_json_day (builder, "until", spell->end);
  atlasctl_json_day (builder, "member_since", spell->member_since);
  atlasctl_json_boolean (builder, "belongs", atlas_spell_belongs (spell));
  atlasctl_json_boolean (builder, "certain", atlas_spell_is_certain_on (spell, self->day));
  atlasctl_json_boolean (builder, "contested", row->contested);
  atlasctl_json_string (builder, "contested_reason", row->contested ? atlas_membership_get_contested_reason (row, self->call->language) : NULL);
  atlasctl_json_string (builder, "row", row->id);
  atlasctl_json_source (builder, "source", atlas_spell_get_source (spell));
  json_builder_end_object (builder);
}

static void
print_json (const Status *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  atlasctl_json_string (builder, "country", self->country->code);
  atlasctl_json_string (builder, "name", self->name);
  atlasctl_json_day (builder, "on", self->day);
  atlasctl_json_boolean (builder, "verified", self->day <= atlas_dataset_get_verified_until (self->call->dataset));
  atlasctl_json_start_array (builder, "memberships");
  for (guint i = 0; i < self->spells->len; i++)
    build_spell (self, builder, g_ptr_array_index (self->spells, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  atlasctl_print_json (builder);
}

static void
print_csv (const Status *self)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (13);
  g_autofree char *on = atlas_day_to_iso (self->day);
  const char *verified = atlasctl_boolean (self->day <= atlas_dataset_get_verified_until (self->call->dataset));

  atlasctl_table_add (table, "country", "name", "on", "verified", "org", "status", "of", "since", "member_since", "certain", "contested", "source_title", "source_url", NULL);
  for (guint i = 0; i < self->spells->len; i++)
    {
      const AtlasSpell *spell = g_ptr_array_index (self->spells, i);
      const AtlasSource *source = atlas_spell_get_source (spell);
      g_autofree char *since = atlasctl_day_or_empty (spell->start);
      g_autofree char *member_since = atlasctl_day_or_empty (spell->member_since);

      atlasctl_table_add (table, self->country->code, self->name, on, verified, spell->organisation->id, atlas_status_to_id (spell->status),
                          atlas_status_to_id (spell->of), since, member_since, atlasctl_boolean (atlas_spell_is_certain_on (spell, self->day)),
                          atlasctl_boolean (atlas_spell_is_contested_on (spell, self->day)), source->title, source->url != NULL ? source->url : "", NULL);
    }
  atlasctl_table_print_csv (table);
}

static void
add_line (const Status *self,
          AtlasctlTable *table,
          AtlasctlNotes *notes,
          const AtlasSpell *spell)
{
  g_autofree char *status = atlasctl_describe_status (spell);
  g_autofree char *since = atlasctl_describe_since (spell, self->day);
  g_autofree char *note = atlasctl_notes_cite (notes, atlas_spell_get_source (spell));

  atlasctl_table_add (table, atlas_organisation_get_abbreviation (spell->organisation, self->call->language), status, since, note, NULL);
}

static void
print_text (const Status *self)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (4);
  g_autoptr (AtlasctlNotes) notes = atlasctl_notes_new ();
  g_autofree char *day = atlas_day_format (self->day);

  /* Translators: a country and a day, above what the country belonged to on it */
  atlasctl_printf (_ ("%1$s on %2$s\n"), self->name, day);
  atlasctl_print_verified (self->call->dataset, self->day);
  atlasctl_print ("\n");
  if (self->spells->len == 0)
    atlasctl_print (_ ("No tie to an organisation that the atlas follows.\n"));
  for (guint i = 0; i < self->spells->len; i++)
    add_line (self, table, notes, g_ptr_array_index (self->spells, i));
  atlasctl_table_print_text (table);
  atlasctl_notes_print (notes);
}

static AtlasctlExit
run (AtlasctlCall *call)
{
  Status self = { .call = call };
  AtlasctlExit result;

  if (!atlasctl_call_expect (call, 1, 1) || !atlasctl_call_parse_on (call, on_text, &self.day))
    return ATLASCTL_WRONG_CALL;
  result = atlasctl_call_load (call);
  if (result != ATLASCTL_DONE)
    return result;
  self.country = atlasctl_call_find_country (call, call->arguments[0]);
  if (self.country == NULL)
    return ATLASCTL_WRONG_CALL;

  self.name = atlas_country_get_name (self.country, call->language);
  self.spells = find_spells (&self);
  if (call->format == ATLASCTL_JSON)
    print_json (&self);
  else if (call->format == ATLASCTL_CSV)
    print_csv (&self);
  else
    print_text (&self);
  g_ptr_array_unref (self.spells);
  return ATLASCTL_DONE;
}

const AtlasctlCommand atlasctl_status = {
  "status",
  N_ ("COUNTRY"),
  N_ ("Tell what a country belongs to on a day"),
  NULL,
  entries,
  FALSE,
  run,
};
