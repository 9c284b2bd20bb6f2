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
  const AtlasOrganisation *organisation;
  AtlasDay day;
  GPtrArray *current;
  GPtrArray *former;
} Members;

static const char *
name_of (const Members *self,
         const AtlasSpell *spell)
{
  return atlas_country_get_name (spell->country, self->call->language);
}

static void
build_member (const Members *self,
              JsonBuilder *builder,
              const AtlasSpell *spell)
{
  json_builder_begin_object (builder);
  atlasctl_json_string (builder, "country", spell->country->code);
  atlasctl_json_string (builder, "name", name_of (self, spell));
  atlasctl_json_status (builder, "status", spell->status);
  atlasctl_json_status (builder, "of", spell->of);
  atlasctl_json_day (builder, "since", spell->start);
  atlasctl_json_day (builder, "member_since", spell->member_since);
  atlasctl_json_boolean (builder, "belongs", atlas_spell_belongs (spell));
  atlasctl_json_boolean (builder, "certain", atlas_spell_is_certain_on (spell, self->day));
  atlasctl_json_boolean (builder, "contested", atlas_spell_is_contested_on (spell, self->day));
  json_builder_end_object (builder);
}

static void
build_former (const Members *self,
              JsonBuilder *builder,
              const AtlasSpell *spell)
{
  json_builder_begin_object (builder);
  atlasctl_json_string (builder, "country", spell->country->code);
  atlasctl_json_string (builder, "name", name_of (self, spell));
  atlasctl_json_day (builder, "left", spell->start);
  atlasctl_json_boolean (builder, "certain", atlas_spell_is_certain_on (spell, self->day));
  json_builder_end_object (builder);
}

static void
print_json (const Members *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  atlasctl_json_string (builder, "org", self->organisation->id);
  atlasctl_json_string (builder, "name", atlas_organisation_get_name (self->organisation, self->call->language));
  atlasctl_json_day (builder, "on", self->day);
  atlasctl_json_boolean (builder, "verified", self->day <= atlas_dataset_get_verified_until (self->call->dataset));
  atlasctl_json_start_array (builder, "members");
  for (guint i = 0; i < self->current->len; i++)
    build_member (self, builder, g_ptr_array_index (self->current, i));
  json_builder_end_array (builder);
  atlasctl_json_start_array (builder, "former");
  for (guint i = 0; i < self->former->len; i++)
    build_former (self, builder, g_ptr_array_index (self->former, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  atlasctl_print_json (builder);
}

static void
add_rows (const Members *self,
          AtlasctlTable *table,
          GPtrArray *spells)
{
  g_autofree char *on = atlas_day_to_iso (self->day);

  for (guint i = 0; i < spells->len; i++)
    {
      const AtlasSpell *spell = g_ptr_array_index (spells, i);
      g_autofree char *since = atlasctl_day_or_empty (spell->start);
      g_autofree char *member_since = atlasctl_day_or_empty (spell->member_since);

      atlasctl_table_add (table, self->organisation->id, on, spell->country->code, name_of (self, spell), atlas_status_to_id (spell->status),
                          atlas_status_to_id (spell->of), since, member_since, atlasctl_boolean (atlas_spell_belongs (spell)),
                          atlasctl_boolean (atlas_spell_is_certain_on (spell, self->day)), NULL);
    }
}

static void
print_csv (const Members *self)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (10);

  atlasctl_table_add (table, "org", "on", "country", "name", "status", "of", "since", "member_since", "belongs", "certain", NULL);
  add_rows (self, table, self->current);
  add_rows (self, table, self->former);
  atlasctl_table_print_csv (table);
}

static void
add_lines (const Members *self,
           AtlasctlTable *table,
           AtlasctlNotes *notes,
           GPtrArray *spells)
{
  for (guint i = 0; i < spells->len; i++)
    {
      const AtlasSpell *spell = g_ptr_array_index (spells, i);
      g_autofree char *status = atlasctl_describe_status (spell);
      g_autofree char *since = atlasctl_describe_since (spell, self->day);
      g_autofree char *note = atlasctl_notes_cite (notes, atlas_spell_get_source (spell));

      atlasctl_table_add (table, spell->country->code, name_of (self, spell), status, since, note, NULL);
    }
}

static void
print_text (const Members *self)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (5);
  g_autoptr (AtlasctlNotes) notes = atlasctl_notes_new ();
  g_autofree char *day = atlas_day_format (self->day);
  AtlasTally tally;

  atlas_query_tally (self->call->dataset, self->organisation, self->day, &tally);
  /* Translators: an organisation and a day, above its members on it */
  atlasctl_printf (_ ("%1$s on %2$s\n"), atlas_organisation_get_name (self->organisation, self->call->language), day);
  atlasctl_printf (ngettext ("%u member", "%u members", tally.belonging), tally.belonging);
  atlasctl_print (", ");
  atlasctl_printf (ngettext ("%u former member\n", "%u former members\n", tally.former), tally.former);
  atlasctl_print_verified (self->call->dataset, self->day);
  atlasctl_print ("\n");
  add_lines (self, table, notes, self->current);
  add_lines (self, table, notes, self->former);
  atlasctl_table_print_text (table);
  atlasctl_notes_print (notes);
}

static AtlasctlExit
run (AtlasctlCall *call)
{
  Members self = { .call = call };
  AtlasctlExit result;

  if (!atlasctl_call_expect (call, 1, 1) || !atlasctl_call_parse_on (call, on_text, &self.day))
    return ATLASCTL_WRONG_CALL;
  result = atlasctl_call_load (call);
  if (result != ATLASCTL_DONE)
    return result;
  self.organisation = atlasctl_call_find_organisation (call, call->arguments[0]);
  if (self.organisation == NULL)
    return ATLASCTL_WRONG_CALL;

  self.current = atlas_query_current (call->dataset, self.organisation, self.day);
  self.former = atlas_query_former (call->dataset, self.organisation, self.day);
  if (call->format == ATLASCTL_JSON)
    print_json (&self);
  else if (call->format == ATLASCTL_CSV)
    print_csv (&self);
  else
    print_text (&self);
  g_ptr_array_unref (self.current);
  g_ptr_array_unref (self.former);
  return ATLASCTL_DONE;
}

const AtlasctlCommand atlasctl_members = {
  "members",
  N_ ("ORGANISATION"),
  N_ ("Tell who belongs to an organisation on a day, and who had left"),
  NULL,
  entries,
  FALSE,
  run,
};
