/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-output.h"

#include "atlas-excerpt.h"

#include <glib/gi18n.h>

static char *organisation_text;
static char *until_text;
static int limit;

static const GOptionEntry entries[] = {
  { "org", 0, 0, G_OPTION_ARG_STRING, &organisation_text, N_ ("About an organisation instead of a country"), N_ ("ID") },
  { "until", 0, 0, G_OPTION_ARG_STRING, &until_text, N_ ("Only what was written by then"), N_ ("DATE") },
  { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("So many at most"), N_ ("N") },
  { NULL }
};

typedef struct
{
  AtlasctlCall *call;
  const AtlasOrganisation *organisation;
  const AtlasCountry *country;
  AtlasDay until;
  GPtrArray *excerpts;
} Excerpts;

static char *
mention_text (const AtlasExcerpt *excerpt,
              const AtlasMention *mention)
{
  return g_utf8_substring (excerpt->text, mention->start, mention->end);
}

static void
build_mention (JsonBuilder *builder,
               const AtlasExcerpt *excerpt,
               const AtlasMention *mention)
{
  g_autofree char *text = mention_text (excerpt, mention);
  g_autofree char *why = atlas_mention_get_why (mention);

  json_builder_begin_object (builder);
  atlasctl_json_number (builder, "start", mention->start);
  atlasctl_json_number (builder, "end", mention->end);
  atlasctl_json_string (builder, "text", text);
  atlasctl_json_string (builder, "kind", atlas_form_kind_to_id (mention->kind));
  atlasctl_json_boolean (builder, "doubtful", mention->doubtful);
  atlasctl_json_string (builder, "why", why);
  json_builder_end_object (builder);
}

static void
build_excerpt (JsonBuilder *builder,
               const AtlasExcerpt *excerpt)
{
  json_builder_begin_object (builder);
  atlasctl_json_string (builder, "article", atlas_article_get_key (excerpt->article));
  atlasctl_json_string (builder, "title", atlas_article_get_title (excerpt->article));
  atlasctl_json_string (builder, "lang", atlas_article_get_language (excerpt->article));
  atlasctl_json_date (builder, "date", atlas_article_get_date (excerpt->article));
  atlasctl_json_string (builder, "text", excerpt->text);
  atlasctl_json_boolean (builder, "about", excerpt->about);
  atlasctl_json_start_array (builder, "mentions");
  for (guint i = 0; i < excerpt->n_mentions; i++)
    build_mention (builder, excerpt, excerpt->mentions[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (const Excerpts *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  if (self->country != NULL)
    atlasctl_json_string (builder, "country", self->country->code);
  else
    atlasctl_json_string (builder, "org", self->organisation->id);
  atlasctl_json_start_array (builder, "excerpts");
  for (guint i = 0; i < self->excerpts->len; i++)
    build_excerpt (builder, g_ptr_array_index (self->excerpts, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  atlasctl_print_json (builder);
}

static void
add_rows (AtlasctlTable *table,
          const AtlasExcerpt *excerpt)
{
  g_autofree char *date = atlas_date_to_edtf (atlas_article_get_date (excerpt->article));

  for (guint i = 0; i < excerpt->n_mentions; i++)
    {
      const AtlasMention *mention = excerpt->mentions[i];
      g_autofree char *start = g_strdup_printf ("%u", mention->start);
      g_autofree char *end = g_strdup_printf ("%u", mention->end);
      g_autofree char *text = mention_text (excerpt, mention);

      atlasctl_table_add (table, atlas_article_get_key (excerpt->article), atlas_article_get_title (excerpt->article), atlas_article_get_language (excerpt->article),
                          date, excerpt->text, start, end, text, atlas_form_kind_to_id (mention->kind), NULL);
    }
}

static void
print_csv (const Excerpts *self)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (9);

  atlasctl_table_add (table, "article", "title", "lang", "date", "text", "start", "end", "mention", "kind", NULL);
  for (guint i = 0; i < self->excerpts->len; i++)
    add_rows (table, g_ptr_array_index (self->excerpts, i));
  atlasctl_table_print_csv (table);
}

static void
print_text (const Excerpts *self)
{
  if (self->excerpts->len == 0)
    atlasctl_print (_ ("Nothing was written.\n"));
  for (guint i = 0; i < self->excerpts->len; i++)
    {
      const AtlasExcerpt *excerpt = g_ptr_array_index (self->excerpts, i);
      g_autofree char *date = atlas_date_format (atlas_article_get_date (excerpt->article));

      atlasctl_printf ("%s%s, %s\n%s\n", i > 0 ? "\n" : "", atlas_article_get_title (excerpt->article), date, excerpt->text);
    }
}

static GPtrArray *
find_excerpts (const Excerpts *self,
               AtlasBriefings *briefings)
{
  if (self->country != NULL)
    return atlas_excerpts_for_country (briefings, self->country, self->call->language, self->until, limit);
  return atlas_excerpts_for_organisation (briefings, self->call->dataset, self->organisation, self->call->language, self->until, limit);
}

static AtlasBriefings *
load_briefings (AtlasctlCall *call)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autofree char *forms = atlasctl_call_find_file (call, "gazetteer", NULL);
  g_autofree char *texts = atlasctl_call_find_file (call, "briefings", NULL);
  g_autoptr (AtlasGazetteer) gazetteer = atlas_gazetteer_load (forms, problems);
  g_autoptr (AtlasLinker) linker = gazetteer != NULL ? atlas_linker_new (gazetteer) : NULL;
  g_autoptr (AtlasBriefings) briefings = linker != NULL ? atlas_briefings_load (texts, linker, call->dataset, problems) : NULL;

  atlasctl_complain_of_problems (problems);
  return atlas_problems_get_n (problems) == 0 ? g_steal_pointer (&briefings) : NULL;
}

static gboolean
find_subject (Excerpts *self)
{
  if (organisation_text != NULL)
    return (self->organisation = atlasctl_call_find_organisation (self->call, organisation_text)) != NULL;
  return (self->country = atlasctl_call_find_country (self->call, self->call->arguments[0])) != NULL;
}

static AtlasctlExit
run (AtlasctlCall *call)
{
  Excerpts self = { .call = call };
  g_autoptr (AtlasBriefings) briefings = NULL;
  guint n = organisation_text == NULL ? 1 : 0;
  AtlasctlExit result;

  if (limit < 0)
    return atlasctl_refuse (call, _ ("--limit is below zero; write how many, or 0 for all"));
  if (!atlasctl_call_expect (call, n, n) || !atlasctl_call_parse_until (call, until_text, &self.until))
    return ATLASCTL_WRONG_CALL;
  result = atlasctl_call_load (call);
  if (result != ATLASCTL_DONE)
    return result;
  if (!find_subject (&self))
    return ATLASCTL_WRONG_CALL;
  briefings = load_briefings (call);
  if (briefings == NULL)
    return ATLASCTL_BAD_INPUT;

  self.excerpts = find_excerpts (&self, briefings);
  if (call->format == ATLASCTL_JSON)
    print_json (&self);
  else if (call->format == ATLASCTL_CSV)
    print_csv (&self);
  else
    print_text (&self);
  g_ptr_array_unref (self.excerpts);
  return ATLASCTL_DONE;
}

const AtlasctlCommand atlasctl_excerpts = {
  "excerpts",
  N_ ("[COUNTRY]"),
  N_ ("Show the paragraphs that name a country, or with --org an organisation"),
  N_ ("--until also takes a month or a year: its last day. Offsets count Unicode code points from the start of the text."),
  entries,
  FALSE,
  run,
};
