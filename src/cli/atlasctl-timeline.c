/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-output.h"

#include "atlas-timeline-sheet.h"

#include <glib/gi18n.h>

static char *from_text;
static char *to_text;
static char *organisation_text;
static char *path;
static int width = 1280;

static const GOptionEntry entries[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("The first day"), N_ ("DATE") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &to_text, N_ ("The last day"), N_ ("DATE") },
  { "org", 0, 0, G_OPTION_ARG_STRING, &organisation_text, N_ ("Only this organisation"), N_ ("ID") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_ ("Draw it into this file; its ending says which kind: .png, .svg or .pdf"), N_ ("FILE") },
  { "width", 0, 0, G_OPTION_ARG_INT, &width, N_ ("The width of the picture in pixels, or in points for a PDF; it is as high as it must be"), N_ ("N") },
  { NULL }
};

typedef struct
{
  AtlasctlCall *call;
  const AtlasOrganisation *organisation;
  const AtlasCountry *country;
  AtlasDay from;
  AtlasDay to;
  GArray *moments;
} Timeline;

static const AtlasSource *
source_of (const AtlasMoment *moment)
{
  return moment->change != NULL ? atlas_change_get_source (moment->change) : moment->event->source;
}

/* Returns: (transfer full): what happened, in a few words */
static char *
describe (const Timeline *self,
          const AtlasMoment *moment)
{
  const char *language = self->call->language;
  g_autofree char *change = NULL;

  if (moment->event != NULL && moment->event->planned)
    /* Translators: %s is the title of an event that is only planned */
    return g_strdup_printf (_ ("%s (planned)"), atlas_event_get_title (moment->event, language));
  if (moment->event != NULL)
    return g_strdup (atlas_event_get_title (moment->event, language));

  change = atlasctl_describe_change (moment->change);
  if (self->country != NULL)
    /* Translators: an organisation and what changed: “CSTO: observer” */
    return g_strdup_printf (_ ("%1$s: %2$s"), atlas_organisation_get_abbreviation (moment->change->organisation, language), change);
  /* Translators: a country and what changed: “Serbia: observer” */
  return g_strdup_printf (_ ("%1$s: %2$s"), atlas_country_get_name (moment->change->country, language), change);
}

static void
build_change (JsonBuilder *builder,
              const AtlasChange *change)
{
  atlasctl_json_string (builder, "org", change->organisation->id);
  atlasctl_json_string (builder, "country", change->country->code);
  atlasctl_json_status (builder, "from", change->from != NULL ? change->from->status : ATLAS_STATUS_NONE);
  atlasctl_json_status (builder, "to", change->to != NULL ? change->to->status : ATLAS_STATUS_NONE);
  atlasctl_json_status (builder, "of", change->to != NULL ? change->to->of : ATLAS_STATUS_NONE);
}

static void
build_event (const Timeline *self,
             JsonBuilder *builder,
             const AtlasEvent *event)
{
  atlasctl_json_string (builder, "id", event->id);
  atlasctl_json_string (builder, "title", atlas_event_get_title (event, self->call->language));
  atlasctl_json_string (builder, "summary", atlas_event_get_summary (event, self->call->language));
  atlasctl_json_boolean (builder, "planned", event->planned);
  atlasctl_json_start_array (builder, "orgs");
  for (guint i = 0; i < event->n_organisations; i++)
    json_builder_add_string_value (builder, event->organisations[i]->id);
  json_builder_end_array (builder);
  atlasctl_json_start_array (builder, "countries");
  for (guint i = 0; i < event->n_countries; i++)
    json_builder_add_string_value (builder, event->countries[i]->code);
  json_builder_end_array (builder);
}

static void
build_moment (const Timeline *self,
              JsonBuilder *builder,
              const AtlasMoment *moment)
{
  json_builder_begin_object (builder);
  atlasctl_json_day (builder, "date", moment->date.earliest);
  atlasctl_json_day (builder, "date_latest", moment->date.latest);
  atlasctl_json_date (builder, "edtf", &moment->date);
  atlasctl_json_string (builder, "kind", moment->change != NULL ? "change" : "event");
  if (moment->change != NULL)
    build_change (builder, moment->change);
  else
    build_event (self, builder, moment->event);
  atlasctl_json_source (builder, "source", source_of (moment));
  json_builder_end_object (builder);
}

static void
print_json (const Timeline *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  atlasctl_json_string (builder, "country", self->country != NULL ? self->country->code : NULL);
  atlasctl_json_string (builder, "name", self->country != NULL ? atlas_country_get_name (self->country, self->call->language) : NULL);
  atlasctl_json_string (builder, "org", self->organisation != NULL ? self->organisation->id : NULL);
  atlasctl_json_start_array (builder, "timeline");
  for (guint i = 0; i < self->moments->len; i++)
    build_moment (self, builder, &g_array_index (self->moments, AtlasMoment, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  atlasctl_print_json (builder);
}

static void
print_csv (const Timeline *self)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (6);

  atlasctl_table_add (table, "date", "date_latest", "kind", "what", "source_title", "source_url", NULL);
  for (guint i = 0; i < self->moments->len; i++)
    {
      const AtlasMoment *moment = &g_array_index (self->moments, AtlasMoment, i);
      g_autofree char *day = atlasctl_day_or_empty (moment->date.earliest);
      g_autofree char *latest = atlasctl_day_or_empty (moment->date.latest);
      g_autofree char *what = describe (self, moment);
      const AtlasSource *source = source_of (moment);

      atlasctl_table_add (table, day, latest, moment->change != NULL ? "change" : "event", what, source->title, source->url != NULL ? source->url : "", NULL);
    }
  atlasctl_table_print_csv (table);
}

static void
print_text (const Timeline *self)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (3);
  g_autoptr (AtlasctlNotes) notes = atlasctl_notes_new ();

  for (guint i = 0; i < self->moments->len; i++)
    {
      const AtlasMoment *moment = &g_array_index (self->moments, AtlasMoment, i);
      g_autofree char *when = atlas_date_format (&moment->date);
      g_autofree char *what = describe (self, moment);
      g_autofree char *note = atlasctl_notes_cite (notes, source_of (moment));
      g_autofree char *with_note = g_strdup_printf ("%s %s", what, note);

      atlasctl_table_add (table, when, moment->change != NULL ? "●" : "", with_note, NULL);
    }
  if (self->moments->len == 0)
    atlasctl_print (_ ("Nothing is recorded.\n"));
  atlasctl_table_print_text (table);
  atlasctl_notes_print (notes);
}

static void
cut_to_range (Timeline *self)
{
  for (guint i = self->moments->len; i-- > 0;)
    {
      const AtlasDate *date = &g_array_index (self->moments, AtlasMoment, i).date;

      if (date->latest < self->from || date->earliest > self->to)
        g_array_remove_index (self->moments, i);
    }
}

static gboolean
find_subject (Timeline *self)
{
  if (organisation_text != NULL && (self->organisation = atlasctl_call_find_organisation (self->call, organisation_text)) == NULL)
    return FALSE;
  return self->call->n_arguments == 0 || (self->country = atlasctl_call_find_country (self->call, self->call->arguments[0])) != NULL;
}

/* --- A picture ------------------------------------------------------------------- */

static gboolean
check_picture (AtlasPlateFormat *format,
               AtlasctlCall *call)
{
  if (!atlas_plate_format_from_path (path, format))
    atlasctl_refuse (call, _ ("the ending of “%s” is not known; use .png, .svg or .pdf"), path);
  else if (width < 300 || width > 20000)
    atlasctl_refuse (call, _ ("--width goes from 300 to 20000"));
  else
    return TRUE;
  return FALSE;
}

static const char *
get_title (const Timeline *self)
{
  if (self->country != NULL)
    return atlas_country_get_name (self->country, self->call->language);
  if (self->organisation != NULL)
    return atlas_organisation_get_name (self->organisation, self->call->language);
  return _ ("Alliances of Eurasia");
}

/* A country's ties, an organisation's countries, or the curves of the overview. */
static AtlasctlExit
draw (const Timeline *self,
      AtlasPlateFormat format)
{
  g_autoptr (AtlasTimeline) timeline = NULL;
  g_autoptr (GError) error = NULL;
  AtlasTimelineSheet sheet = { .title = get_title (self), .to = self->to, .width = width, .scale = 1 };
  AtlasScope scope;

  atlas_scope_init_lens (&scope, self->call->dataset, self->organisation);
  if (self->country != NULL && self->organisation == NULL)
    atlas_scope_init_country (&scope, self->country);
  scope.country = self->country;
  timeline = atlas_timeline_new (self->call->dataset, &scope, self->organisation != NULL, NULL, self->call->language);
  sheet.timeline = timeline;
  sheet.from = self->from != ATLAS_DAY_MIN ? self->from : atlas_day_new (1991, 1, 1);
  if (atlas_timeline_sheet_save (&sheet, path, format, &error))
    return ATLASCTL_DONE;
  atlasctl_complain ("%s: %s", path, error->message);
  return ATLASCTL_BAD_INPUT;
}

static AtlasctlExit
run (AtlasctlCall *call)
{
  Timeline self = { .call = call };
  AtlasPlateFormat format = ATLAS_PLATE_PNG;
  AtlasctlExit result;

  if (!atlasctl_call_expect (call, organisation_text == NULL && path == NULL ? 1 : 0, 1) || !atlasctl_call_parse_range (call, from_text, to_text, &self.from, &self.to))
    return ATLASCTL_WRONG_CALL;
  if (path != NULL && !check_picture (&format, call))
    return ATLASCTL_WRONG_CALL;
  result = atlasctl_call_load (call);
  if (result != ATLASCTL_DONE)
    return result;
  if (!find_subject (&self))
    return ATLASCTL_WRONG_CALL;

  if (path != NULL)
    return draw (&self, format);
  self.moments = atlas_query_timeline (call->dataset, self.organisation, self.country);
  cut_to_range (&self);
  if (call->format == ATLASCTL_JSON)
    print_json (&self);
  else if (call->format == ATLASCTL_CSV)
    print_csv (&self);
  else
    print_text (&self);
  g_array_unref (self.moments);
  return ATLASCTL_DONE;
}

const AtlasctlCommand atlasctl_timeline = {
  "timeline",
  N_ ("[COUNTRY]"),
  N_ ("Tell the status changes and events of a country, an organisation or both, in order"),
  N_ ("--from and --to also take a month or a year: its first day and its last. A picture without a country and an organisation shows the CSTO, the SCO and BRICS."),
  entries,
  FALSE,
  run,
};
