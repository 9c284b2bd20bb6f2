/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-output.h"
#include "atlasctl-texts.h"

#include "atlas-written.h"

#include <glib/gi18n.h>

#define OWN "own"
#define BRIEFING "briefing"

static char *organisation_text;
static char *directory;
static char *origin_text;
static char *on_text;
static char *until_text;
static int limit;

static const GOptionEntry entries[] = {
  { "org", 0, 0, G_OPTION_ARG_STRING, &organisation_text, N_ ("About an organisation instead of a country"), N_ ("ID") },
  { "library", 0, 0, G_OPTION_ARG_FILENAME, &directory, N_ ("Folder of the library, instead of your own"), N_ ("FOLDER") },
  { "only", 0, 0, G_OPTION_ARG_STRING, &origin_text, N_ ("Only from one kind of article: own or briefing"), N_ ("KIND") },
  { "on", 0, 0, G_OPTION_ARG_STRING, &on_text, N_ ("First what was written by then, nearest to it"), N_ ("DATE") },
  { "until", 0, 0, G_OPTION_ARG_STRING, &until_text, N_ ("Only what was written by then"), N_ ("DATE") },
  { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("So many at most"), N_ ("N") },
  { NULL }
};

typedef struct
{
  AtlasctlCall *call;
  const AtlasOrganisation *organisation;
  const AtlasCountry *country;
  AtlasWrittenQuery query;
  GPtrArray *excerpts; /* AtlasWritten */
} Excerpts;

/* --- Answers ------------------------------------------------------------------------ */

static char *
mention_text (const AtlasWritten *excerpt,
              const AtlasWrittenMention *mention)
{
  return g_utf8_substring (excerpt->text, mention->start, mention->end);
}

static void
build_mention (JsonBuilder *builder,
               const AtlasWritten *excerpt,
               const AtlasWrittenMention *mention)
{
  g_autofree char *text = mention_text (excerpt, mention);

  json_builder_begin_object (builder);
  atlasctl_json_number (builder, "start", mention->start);
  atlasctl_json_number (builder, "end", mention->end);
  atlasctl_json_string (builder, "text", text);
  atlasctl_json_string (builder, "kind", atlas_form_kind_to_id (mention->kind));
  atlasctl_json_boolean (builder, "doubtful", mention->doubtful);
  atlasctl_json_boolean (builder, "corrected", mention->corrected);
  atlasctl_json_string (builder, "why", mention->why);
  json_builder_end_object (builder);
}

static void
build_excerpt (JsonBuilder *builder,
               const AtlasWritten *excerpt)
{
  json_builder_begin_object (builder);
  atlasctl_json_string (builder, "article", excerpt->key);
  atlasctl_json_string (builder, "origin", excerpt->own ? OWN : BRIEFING);
  atlasctl_json_string (builder, "title", excerpt->title);
  atlasctl_json_known (builder, "publisher", excerpt->publisher);
  atlasctl_json_known (builder, "address", excerpt->address);
  atlasctl_json_known (builder, "lang", excerpt->language);
  atlasctl_json_known (builder, "date", excerpt->date);
  atlasctl_json_string (builder, "text", excerpt->text);
  atlasctl_json_boolean (builder, "about", excerpt->about);
  atlasctl_json_boolean (builder, "doubtful", excerpt->doubtful);
  atlasctl_json_start_array (builder, "mentions");
  for (guint i = 0; i < excerpt->mentions->len; i++)
    {
      const AtlasWrittenMention *mention = &g_array_index (excerpt->mentions, AtlasWrittenMention, i);

      if (mention->wanted)
        build_mention (builder, excerpt, mention);
    }
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
          const AtlasWritten *excerpt)
{
  for (guint i = 0; i < excerpt->mentions->len; i++)
    {
      const AtlasWrittenMention *mention = &g_array_index (excerpt->mentions, AtlasWrittenMention, i);
      g_autofree char *start = g_strdup_printf ("%u", mention->start);
      g_autofree char *end = g_strdup_printf ("%u", mention->end);
      g_autofree char *text = mention_text (excerpt, mention);

      if (mention->wanted)
        atlasctl_table_add (table, excerpt->key, excerpt->title, excerpt->language, excerpt->date, excerpt->text, start, end, text,
                            atlas_form_kind_to_id (mention->kind), excerpt->own ? OWN : BRIEFING, excerpt->publisher, atlasctl_boolean (excerpt->about),
                            atlasctl_boolean (mention->doubtful), mention->why, NULL);
    }
}

static void
print_csv (const Excerpts *self)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (14);

  atlasctl_table_add (table, "article", "title", "lang", "date", "text", "start", "end", "mention", "kind", "origin", "publisher", "about", "doubtful", "why", NULL);
  for (guint i = 0; i < self->excerpts->len; i++)
    add_rows (table, g_ptr_array_index (self->excerpts, i));
  atlasctl_table_print_csv (table);
}

/* “Title · Publisher · 28 May 2025” */
static char *
describe_origin (const AtlasWritten *excerpt)
{
  GString *text = g_string_new (excerpt->title);
  AtlasDate date;

  if (!excerpt->own)
    g_string_append_printf (text, " · %s", _ ("Atlas briefing"));
  else if (*excerpt->publisher != '\0')
    g_string_append_printf (text, " · %s", excerpt->publisher);
  if (*excerpt->date != '\0' && atlas_date_parse (excerpt->date, &date, NULL))
    {
      g_autofree char *when = atlas_date_format (&date);

      g_string_append_printf (text, " · %s", when);
    }
  return g_string_free_and_steal (text);
}

/* Why it was linked, each reason once; @ranges (AtlasRange) gets the places. */
static char *
list_reasons (const AtlasWritten *excerpt,
              GArray *ranges)
{
  GString *list = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < excerpt->mentions->len; i++)
    {
      const AtlasWrittenMention *mention = &g_array_index (excerpt->mentions, AtlasWrittenMention, i);
      const AtlasRange range = { mention->start, mention->end };

      if (!mention->wanted || (ranges->len > 0 && g_array_index (ranges, AtlasRange, ranges->len - 1).end > range.start))
        continue;
      g_array_append_val (ranges, range);
      if (g_hash_table_add (seen, mention->why))
        g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", mention->why);
    }
  return g_string_free_and_steal (list);
}

static void
print_text (const Excerpts *self)
{
  if (self->excerpts->len == 0)
    atlasctl_print (_ ("Nothing was written.\n"));
  for (guint i = 0; i < self->excerpts->len; i++)
    {
      const AtlasWritten *excerpt = g_ptr_array_index (self->excerpts, i);
      g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (AtlasRange));
      g_autofree char *origin = describe_origin (excerpt);
      g_autofree char *reasons = list_reasons (excerpt, ranges);
      g_autofree char *text = atlasctl_emphasise (excerpt->text, ranges);

      atlasctl_printf ("%s%s\n%s\n  %s\n", i > 0 ? "\n" : "", origin, text, reasons);
    }
}

/* --- The call -------------------------------------------------------------------------- */

static gboolean
is_asked_for (const char *origin)
{
  return origin_text == NULL || g_str_equal (origin_text, origin);
}

static gboolean
read_options (Excerpts *self)
{
  guint n = organisation_text == NULL ? 1 : 0;
  g_autofree char *origin = origin_text != NULL ? g_utf8_make_valid (origin_text, -1) : NULL;

  if (limit < 0)
    atlasctl_refuse (self->call, _ ("--limit is below zero; write how many, or 0 for all"));
  else if (origin != NULL && !is_asked_for (OWN) && !is_asked_for (BRIEFING))
    atlasctl_refuse (self->call, _ ("--only: “%s” is no kind of article; write own or briefing"), origin);
  else if (on_text != NULL && until_text != NULL)
    atlasctl_refuse (self->call, _ ("--on and --until exclude each other; give one"));
  else if (atlasctl_call_expect (self->call, n, n))
    {
      self->query.later = until_text == NULL;
      if (on_text != NULL)
        return atlasctl_call_parse_on (self->call, on_text, &self->query.on);
      return atlasctl_call_parse_until (self->call, until_text, &self->query.on);
    }
  return FALSE;
}

static gboolean
find_subject (Excerpts *self)
{
  if (organisation_text != NULL)
    return (self->organisation = atlasctl_call_find_organisation (self->call, organisation_text)) != NULL;
  return (self->country = atlasctl_call_find_country (self->call, self->call->arguments[0])) != NULL;
}

static AtlasctlExit
load (Excerpts *self,
      AtlasctlTexts *texts)
{
  AtlasctlExit result = atlasctl_texts_load (texts, self->call);

  if (result == ATLASCTL_DONE && is_asked_for (BRIEFING))
    result = atlasctl_texts_load_briefings (texts);
  if (result == ATLASCTL_DONE && is_asked_for (OWN))
    result = atlasctl_texts_open_library (texts, directory, ATLASCTL_LIBRARY_LOOK);
  self->query.briefings = texts->briefings;
  self->query.library = texts->library;
  self->query.dataset = self->call->dataset;
  self->query.language = self->call->language;
  self->query.limit = (guint) limit;
  return result;
}

static void
print_answer (const Excerpts *self)
{
  if (self->call->format == ATLASCTL_JSON)
    print_json (self);
  else if (self->call->format == ATLASCTL_CSV)
    print_csv (self);
  else
    print_text (self);
}

static AtlasctlExit
run (AtlasctlCall *call)
{
  Excerpts self = { .call = call };
  g_auto (AtlasctlTexts) texts = { NULL };
  g_autoptr (GError) error = NULL;
  AtlasctlExit result;

  if (!read_options (&self))
    return ATLASCTL_WRONG_CALL;
  result = atlasctl_call_load (call);
  if (result != ATLASCTL_DONE)
    return result;
  if (!find_subject (&self))
    return ATLASCTL_WRONG_CALL;
  result = load (&self, &texts);
  if (result != ATLASCTL_DONE)
    return result;
  if (self.country != NULL)
    self.excerpts = atlas_written_for_country (&self.query, self.country, NULL, &error);
  else
    self.excerpts = atlas_written_for_organisation (&self.query, self.organisation, NULL, &error);
  if (self.excerpts == NULL)
    return atlasctl_fail (error);
  print_answer (&self);
  g_ptr_array_unref (self.excerpts);
  return ATLASCTL_DONE;
}

const AtlasctlCommand atlasctl_excerpts = {
  "excerpts",
  N_ ("[COUNTRY]"),
  N_ ("Show the paragraphs that name a country, or with --org an organisation"),
  N_ ("They come from your own articles and from the briefings, the best first: of articles about it, and recent. --until also takes a month or a year: its last day. Offsets count Unicode code points from the start of the text."),
  entries,
  FALSE,
  run,
};
