/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-output.h"

#include "atlasctl-read.h"
#include "atlasctl-texts.h"

#include "atlas-date-finder.h"
#include "atlas-library-imported.h"

#include <glib/gi18n.h>

static char *date_text;
static gboolean only_text;

static const GOptionEntry entries[] = {
  { "date", 0, 0, G_OPTION_ARG_STRING, &date_text, N_ ("When the text was written"), N_ ("DATE") },
  { "text", 0, 0, G_OPTION_ARG_NONE, &only_text, N_ ("Print the text in which offsets count, and nothing else"), NULL },
  { NULL }
};

/* A mention with its place in the text as a whole. */
typedef struct
{
  const AtlasLibraryMention *mention;
  guint start;
  guint end;
  char *words;
} Place;

/* @text is the article's title, summary and blocks with empty lines between. */
typedef struct
{
  AtlasctlCall *call;
  AtlasLibraryEntry *entry;
  AtlasLibraryLinks *links;
  AtlasLanguage language;
  AtlasDate date;
  gboolean has_date;
  GString *text;
  GArray *places; /* Place */
} Mentions;

static void
clear_place (gpointer data)
{
  Place *place = data;

  g_free (place->words);
}

static void
mentions_clear (Mentions *self)
{
  g_clear_pointer (&self->links, atlas_library_links_free);
  g_clear_pointer (&self->entry, atlas_library_entry_free);
  g_clear_pointer (&self->places, g_array_unref);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Mentions, mentions_clear)

/* --- Reading the file -------------------------------------------------------------- */

/* What options say counts more than what the file says. */
static void
take_options (Mentions *self,
              AtlasLibraryEntry *entry)
{
  if (self->call->language_given)
    {
      g_free (entry->language);
      entry->language = g_strdup (atlas_language_to_tag (atlas_language_from_tag (self->call->language)));
    }
  if (date_text != NULL)
    {
      g_free (entry->date);
      entry->date = atlas_date_to_edtf (&self->date);
    }
}

/* An empty text names nothing; that is no fault. */
static AtlasLibraryEntry *
read_entry (const char *argument,
            GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (AtlasImported) imported = atlasctl_read_article (argument, &reason);

  if (imported != NULL)
    return atlas_library_entry_from_imported (imported, NULL);
  if (g_error_matches (reason, ATLAS_IMPORT_ERROR, ATLAS_IMPORT_ERROR_EMPTY))
    return atlas_library_entry_new ("");
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

static AtlasctlExit
read_article (Mentions *self,
              const AtlasLinker *linker)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasLibraryEntry) entry = read_entry (self->call->arguments[0], &error);

  if (entry == NULL)
    return atlasctl_fail_file (self->call->arguments[0], error);
  take_options (self, entry);
  self->entry = atlas_library_entry_mend (entry, NULL);
  if (self->entry == NULL)
    self->entry = atlas_library_entry_new ("");
  self->language = atlas_language_from_tag (self->entry->language);
  self->has_date = self->entry->date != NULL && *self->entry->date != '\0' && atlas_date_parse (self->entry->date, &self->date, NULL);
  self->links = atlas_library_links_new (self->entry, linker);
  return ATLASCTL_DONE;
}

/* --- The text as a whole ------------------------------------------------------------ */

/* @next: the first mention that was not taken; they stand in the order of the parts. */
static void
append_part (Mentions *self,
             int block,
             guint *next,
             guint *code_points)
{
  const char *part = atlas_library_entry_get_text_at (self->entry, block);

  if (part == NULL || *part == '\0')
    return;
  if (self->text->len > 0)
    {
      g_string_append (self->text, "\n\n");
      *code_points += 2;
    }
  for (; *next < self->links->mentions->len; (*next)++)
    {
      const AtlasLibraryMention *mention = &g_array_index (self->links->mentions, AtlasLibraryMention, *next);
      Place place = { mention, mention->start + *code_points, mention->end + *code_points, NULL };

      if (mention->block != block)
        break;
      place.words = g_utf8_substring (part, mention->start, mention->end);
      g_array_append_val (self->places, place);
      /* cppcheck-suppress memleak; the array owns it */
    }
  g_string_append (self->text, part);
  *code_points += (guint) g_utf8_strlen (part, -1);
}

static void
join_parts (Mentions *self)
{
  guint code_points = 0;
  guint next = 0;

  self->text = g_string_new (NULL);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (self->places, clear_place);
  append_part (self, ATLAS_PLACE_TITLE, &next, &code_points);
  append_part (self, ATLAS_PLACE_SUMMARY, &next, &code_points);
  for (guint i = 0; i < self->entry->blocks->len; i++)
    append_part (self, (int) i, &next, &code_points);
}

static gboolean
is_of (const Place *place,
       const AtlasSubject *subject)
{
  return place->mention->is_organisation == subject->is_organisation && g_str_equal (place->mention->target, subject->target);
}

/* --- Answers ---------------------------------------------------------------------------- */

static void
build_mention (const Place *place,
               JsonBuilder *builder)
{
  g_autofree char *why = atlas_library_mention_get_why (place->mention);

  json_builder_begin_object (builder);
  atlasctl_json_number (builder, "start", place->start);
  atlasctl_json_number (builder, "end", place->end);
  atlasctl_json_string (builder, "text", place->words);
  atlasctl_json_string (builder, "kind", atlas_form_kind_to_id (place->mention->kind));
  atlasctl_json_string (builder, "why", why);
  atlasctl_json_boolean (builder, "doubtful", place->mention->doubtful);
  json_builder_end_object (builder);
}

static void
build_subjects (const Mentions *self,
                gboolean organisations,
                JsonBuilder *builder)
{
  atlasctl_json_start_array (builder, organisations ? "organisations" : "countries");
  for (guint i = 0; i < self->links->subjects->len; i++)
    {
      const AtlasSubject *subject = &g_array_index (self->links->subjects, AtlasSubject, i);

      if (subject->is_organisation != organisations)
        continue;
      json_builder_begin_object (builder);
      atlasctl_json_string (builder, organisations ? "org" : "country", subject->target);
      atlasctl_json_number (builder, "count", subject->count);
      atlasctl_json_boolean (builder, "about", subject->about);
      atlasctl_json_start_array (builder, "mentions");
      for (guint j = 0; j < self->places->len; j++)
        if (is_of (&g_array_index (self->places, Place, j), subject))
          build_mention (&g_array_index (self->places, Place, j), builder);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
build_dates (const Mentions *self,
             JsonBuilder *builder)
{
  g_autoptr (GArray) dates = atlas_date_finder_find (self->text->str, (gssize) self->text->len, self->language, self->has_date ? &self->date : NULL);

  atlasctl_json_start_array (builder, "dates");
  for (guint i = 0; i < dates->len; i++)
    {
      const AtlasFoundDate *found = &g_array_index (dates, AtlasFoundDate, i);
      g_autofree char *text = g_strndup (self->text->str + found->byte_start, found->byte_end - found->byte_start);

      json_builder_begin_object (builder);
      atlasctl_json_number (builder, "start", found->start);
      atlasctl_json_number (builder, "end", found->end);
      atlasctl_json_string (builder, "text", text);
      if (found->rule != ATLAS_DATE_RULE_NONE)
        atlasctl_json_date (builder, "date", &found->date);
      else
        atlasctl_json_string (builder, "date", NULL);
      atlasctl_json_string (builder, "resolved_by", atlas_date_rule_to_id (found->rule));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const Mentions *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  atlasctl_json_known (builder, "lang", self->entry->language);
  if (self->has_date)
    atlasctl_json_date (builder, "date", &self->date);
  else
    atlasctl_json_string (builder, "date", NULL);
  build_subjects (self, FALSE, builder);
  build_subjects (self, TRUE, builder);
  build_dates (self, builder);
  json_builder_end_object (builder);
  atlasctl_print_json (builder);
}

static gboolean
is_about (const Mentions *self,
          const Place *place)
{
  for (guint i = 0; i < self->links->subjects->len; i++)
    if (is_of (place, &g_array_index (self->links->subjects, AtlasSubject, i)))
      return g_array_index (self->links->subjects, AtlasSubject, i).about;
  return FALSE;
}

static void
print_csv (const Mentions *self)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (9);

  atlasctl_table_add (table, "country", "org", "about", "start", "end", "text", "kind", "why", "doubtful", NULL);
  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);
      const AtlasLibraryMention *mention = place->mention;
      g_autofree char *start = g_strdup_printf ("%u", place->start);
      g_autofree char *end = g_strdup_printf ("%u", place->end);
      g_autofree char *why = atlas_library_mention_get_why (mention);

      atlasctl_table_add (table, mention->is_organisation ? "" : mention->target, mention->is_organisation ? mention->target : "",
                          atlasctl_boolean (is_about (self, place)), start, end, place->words, atlas_form_kind_to_id (mention->kind), why,
                          atlasctl_boolean (mention->doubtful), NULL);
    }
  atlasctl_table_print_csv (table);
}

static const char *
get_name (const Mentions *self,
          const AtlasSubject *subject)
{
  AtlasDataset *dataset = self->call->dataset;

  if (subject->is_organisation)
    {
      const AtlasOrganisation *organisation = atlas_dataset_find_organisation (dataset, subject->target);

      return organisation != NULL ? atlas_organisation_get_abbreviation (organisation, self->call->language) : subject->target;
    }
  else
    {
      const AtlasCountry *country = atlas_dataset_find_country (dataset, subject->target);

      return country != NULL ? atlas_country_get_name (country, self->call->language) : subject->target;
    }
}

static char *
list_words (const Mentions *self,
            const AtlasSubject *subject)
{
  GString *list = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      if (is_of (place, subject) && g_hash_table_add (seen, place->words))
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", place->words);
    }
  return g_string_free_and_steal (list);
}

static void
print_words (const Mentions *self)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (3);

  if (self->links->subjects->len == 0)
    atlasctl_print (_ ("The text names no country and no organisation.\n"));
  for (guint i = 0; i < self->links->subjects->len; i++)
    {
      const AtlasSubject *subject = &g_array_index (self->links->subjects, AtlasSubject, i);
      g_autofree char *words = list_words (self, subject);

      /* Translators: how a text names a country. */
      atlasctl_table_add (table, get_name (self, subject),
                          subject->about       ? _ ("about it")
                          : subject->count > 0 ? _ ("named")
                                               : _ ("in doubt"),
                          words, NULL);
    }
  atlasctl_table_print_text (table);
}

/* --- The call --------------------------------------------------------------------------- */

static gboolean
check_date (Mentions *self)
{
  g_autofree char *valid = date_text != NULL ? g_utf8_make_valid (date_text, -1) : NULL;
  g_autoptr (GError) error = NULL;

  if (valid != NULL && !atlas_date_parse (valid, &self->date, &error))
    atlasctl_refuse (self->call, "--date: %s", error->message);
  return error == NULL;
}

static gboolean
check_options (Mentions *self)
{
  AtlasctlCall *call = self->call;

  if (!atlasctl_call_expect (call, 1, 1) || !check_date (self))
    return FALSE;
  if (call->language_given && atlas_language_from_tag (call->language) == ATLAS_LANGUAGE_UNKNOWN)
    atlasctl_refuse (call, _ ("--lang: texts are read in en, sv, ru, de and fr, not in “%s”"), call->language);
  else if (only_text && call->format != ATLASCTL_TEXT)
    atlasctl_refuse (call, _ ("--text prints the text and nothing else; leave --json or --csv out"));
  else
    return TRUE;
  return FALSE;
}

static void
print_answer (const Mentions *self)
{
  if (only_text)
    atlasctl_printf ("%s\n", self->text->str);
  else if (self->call->format == ATLASCTL_JSON)
    print_json (self);
  else if (self->call->format == ATLASCTL_CSV)
    print_csv (self);
  else
    print_words (self);
}

static AtlasctlExit
run (AtlasctlCall *call)
{
  g_auto (Mentions) self = { .call = call };
  g_auto (AtlasctlTexts) texts = { NULL };
  AtlasctlExit result;

  if (!check_options (&self))
    return ATLASCTL_WRONG_CALL;
  result = atlasctl_call_load (call);
  if (result == ATLASCTL_DONE)
    result = atlasctl_texts_load (&texts, call);
  if (result == ATLASCTL_DONE)
    result = read_article (&self, texts.linker);
  if (result != ATLASCTL_DONE)
    return result;
  join_parts (&self);
  print_answer (&self);
  return ATLASCTL_DONE;
}

const AtlasctlCommand atlasctl_mentions = {
  "mentions",
  N_ ("FILE|-"),
  N_ ("Show which countries and organisations a text names, where and why"),
  N_ ("FILE is plain text, Markdown, HTML, PDF, EPUB or OpenDocument text; - is standard input. --lang is also the language of the text, and --date the day, month or "
      "year in which it was written (1994-04-20, 1994-04 or 1994), where they differ from what the file says; a language that is not known is guessed. "
      "The date decides who was in office, and which year “on May 28” means. "
      "Offsets count Unicode code points of the text that --text prints: title, summary, headings and paragraphs with empty lines between."),
  entries,
  FALSE,
  run,
};
