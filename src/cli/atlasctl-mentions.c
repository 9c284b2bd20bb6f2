/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-output.h"

#include "atlas-date-finder.h"
#include "atlas-plain-text.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define MAX_BYTES (20 * 1024 * 1024)
#define READ_BYTES (64 * 1024)
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static char *date_text;
static gboolean only_text;

static const GOptionEntry entries[] = {
  { "date", 0, 0, G_OPTION_ARG_STRING, &date_text, N_ ("When the text was written"), N_ ("DATE") },
  { "text", 0, 0, G_OPTION_ARG_NONE, &only_text, N_ ("Print the text in which offsets count, and nothing else"), NULL },
  { NULL }
};

/* @text is the article's title and blocks with empty lines between; @mentions
 * (AtlasMention) are those of all its parts, with offsets in @text. */
typedef struct
{
  AtlasctlCall *call;
  AtlasLinker *linker;
  AtlasArticle *article;
  AtlasLanguage language;
  AtlasDate date;
  gboolean has_date;
  GString *text;
  GArray *mentions;
} Mentions;

/* --- Reading the file -------------------------------------------------------------- */

static gboolean
read_stream (FILE *stream,
             const char *name,
             GString *text)
{
  g_autofree char *buffer = g_malloc (READ_BYTES);
  gsize n;

  errno = 0;
  while (text->len <= MAX_BYTES && (n = fread (buffer, 1, READ_BYTES, stream)) > 0)
    g_string_append_len (text, buffer, (gssize) n);
  if (ferror (stream))
    atlasctl_complain ("%s: %s", name, g_strerror (errno));
  else if (text->len > MAX_BYTES)
    atlasctl_complain (_ ("%s: more than 20 MB; give a smaller file"), name);
  else
    return TRUE;
  return FALSE;
}

static gboolean
read_bytes (const char *path,
            const char *name,
            GString *text)
{
  FILE *stream;
  gboolean done;

  if (g_str_equal (path, "-"))
    return read_stream (stdin, name, text);
  stream = g_fopen (path, "rb");
  if (stream == NULL)
    {
      atlasctl_complain ("%s: %s", name, g_strerror (errno));
      return FALSE;
    }
  done = read_stream (stream, name, text);
  fclose (stream);
  return done;
}

static gboolean
check_encoding (const GString *text,
                const char *name)
{
  const char *bad;
  guint line = 1;

  if (g_utf8_validate_len (text->str, text->len, &bad))
    return TRUE;
  for (const char *p = text->str; p < bad; p++)
    line += *p == '\n';
  atlasctl_complain (_ ("%s, line %u: this is not UTF-8; save the file as UTF-8"), name, line);
  return FALSE;
}

/* (transfer full) (nullable): what the file holds as an article; where it cannot
 * be read, standard error says so. The only place that knows of kinds of files. */
static AtlasArticle *
read_article (Mentions *self,
              const char *path)
{
  g_autofree char *name = g_str_equal (path, "-") ? g_strdup (_ ("standard input")) : g_filename_display_name (path);
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (GArray) blocks = NULL;
  g_autofree char *title = NULL;

  if (!read_bytes (path, name, content) || !check_encoding (content, name))
    return NULL;
  if (g_str_has_prefix (content->str, BYTE_ORDER_MARK))
    g_string_erase (content, 0, (gssize) strlen (BYTE_ORDER_MARK));
  blocks = atlas_plain_text_split (content->str, &title);
  if (self->language == ATLAS_LANGUAGE_UNKNOWN)
    self->language = atlas_language_guess (content->str, (gssize) content->len);
  return atlas_article_new (&(AtlasArticleDraft) {
                                .title = title != NULL ? title : "",
                                .language = atlas_language_to_tag (self->language),
                                .date = self->date,
                                .blocks = blocks,
                            },
                            self->linker);
}

/* --- The text as a whole ------------------------------------------------------------ */

static void
append_part (Mentions *self,
             const char *part,
             const AtlasMentions *mentions,
             guint *code_points)
{
  if (self->text->len > 0)
    {
      g_string_append (self->text, "\n\n");
      *code_points += 2;
    }
  for (guint i = 0; i < atlas_mentions_get_n (mentions); i++)
    {
      AtlasMention mention = *atlas_mentions_get (mentions, i);

      mention.byte_start += (guint) self->text->len;
      mention.byte_end += (guint) self->text->len;
      mention.start += *code_points;
      mention.end += *code_points;
      g_array_append_val (self->mentions, mention);
    }
  g_string_append (self->text, part);
  *code_points += (guint) g_utf8_strlen (part, -1);
}

static void
join_parts (Mentions *self)
{
  const char *title = atlas_article_get_title (self->article);
  guint code_points = 0;
  guint n;
  const AtlasBlock *blocks = atlas_article_get_blocks (self->article, &n);

  if (*title != '\0')
    append_part (self, title, atlas_article_get_title_mentions (self->article), &code_points);
  for (guint i = 0; i < n; i++)
    append_part (self, blocks[i].text, blocks[i].mentions, &code_points);
}

static gboolean
is_of (const AtlasMention *mention,
       const AtlasSubject *subject)
{
  return mention->is_organisation == subject->is_organisation && g_str_equal (mention->target, subject->target);
}

static char *
cut_text (const Mentions *self,
          const AtlasMention *mention)
{
  return g_strndup (self->text->str + mention->byte_start, mention->byte_end - mention->byte_start);
}

/* --- Answers ---------------------------------------------------------------------------- */

static void
build_mention (const Mentions *self,
               const AtlasMention *mention,
               JsonBuilder *builder)
{
  g_autofree char *text = cut_text (self, mention);
  g_autofree char *why = atlas_mention_get_why (mention);

  json_builder_begin_object (builder);
  atlasctl_json_number (builder, "start", mention->start);
  atlasctl_json_number (builder, "end", mention->end);
  atlasctl_json_string (builder, "text", text);
  atlasctl_json_string (builder, "kind", atlas_form_kind_to_id (mention->kind));
  atlasctl_json_string (builder, "why", why);
  atlasctl_json_boolean (builder, "doubtful", mention->doubtful);
  json_builder_end_object (builder);
}

static void
build_subjects (const Mentions *self,
                gboolean organisations,
                JsonBuilder *builder)
{
  guint n;
  const AtlasSubject *subjects = atlas_article_get_subjects (self->article, &n);

  atlasctl_json_start_array (builder, organisations ? "organisations" : "countries");
  for (guint i = 0; i < n; i++)
    {
      if (subjects[i].is_organisation != organisations)
        continue;
      json_builder_begin_object (builder);
      atlasctl_json_string (builder, organisations ? "org" : "country", subjects[i].target);
      atlasctl_json_number (builder, "count", subjects[i].count);
      atlasctl_json_boolean (builder, "about", subjects[i].about);
      atlasctl_json_start_array (builder, "mentions");
      for (guint j = 0; j < self->mentions->len; j++)
        if (is_of (&g_array_index (self->mentions, AtlasMention, j), &subjects[i]))
          build_mention (self, &g_array_index (self->mentions, AtlasMention, j), builder);
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
  const char *language = atlas_language_to_tag (self->language);

  json_builder_begin_object (builder);
  atlasctl_json_string (builder, "lang", *language != '\0' ? language : NULL);
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

static void
print_csv (const Mentions *self)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (9);

  atlasctl_table_add (table, "country", "org", "about", "start", "end", "text", "kind", "why", "doubtful", NULL);
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const AtlasMention *mention = &g_array_index (self->mentions, AtlasMention, i);
      const AtlasSubject *subject = atlas_article_find_subject (self->article, mention->target, mention->is_organisation);
      g_autofree char *start = g_strdup_printf ("%u", mention->start);
      g_autofree char *end = g_strdup_printf ("%u", mention->end);
      g_autofree char *text = cut_text (self, mention);
      g_autofree char *why = atlas_mention_get_why (mention);

      atlasctl_table_add (table, mention->is_organisation ? "" : mention->target, mention->is_organisation ? mention->target : "",
                          atlasctl_boolean (subject->about), start, end, text, atlas_form_kind_to_id (mention->kind), why,
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
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const AtlasMention *mention = &g_array_index (self->mentions, AtlasMention, i);
      g_autofree char *word = is_of (mention, subject) ? cut_text (self, mention) : NULL;

      if (word == NULL || g_hash_table_contains (seen, word))
        continue;
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", word);
      g_hash_table_add (seen, g_steal_pointer (&word));
    }
  return g_string_free_and_steal (list);
}

static void
print_words (const Mentions *self)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (3);
  guint n;
  const AtlasSubject *subjects = atlas_article_get_subjects (self->article, &n);

  if (n == 0)
    atlasctl_print (_ ("The text names no country and no organisation.\n"));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = list_words (self, &subjects[i]);

      /* Translators: how a text names a country. */
      atlasctl_table_add (table, get_name (self, &subjects[i]),
                          subjects[i].about       ? _ ("about it")
                          : subjects[i].count > 0 ? _ ("named")
                                                  : _ ("in doubt"),
                          words, NULL);
    }
  atlasctl_table_print_text (table);
}

/* --- The call --------------------------------------------------------------------------- */

static gboolean
read_date (Mentions *self)
{
  g_autofree char *valid = date_text != NULL ? g_utf8_make_valid (date_text, -1) : NULL;
  g_autoptr (GError) error = NULL;

  self->has_date = valid != NULL;
  if (valid == NULL)
    atlas_date_init_days (&self->date, ATLAS_DAY_MIN, ATLAS_DAY_MAX);
  else if (!atlas_date_parse (valid, &self->date, &error))
    atlasctl_refuse (self->call, "--date: %s", error->message);
  return error == NULL;
}

static gboolean
read_options (Mentions *self)
{
  AtlasctlCall *call = self->call;

  if (!atlasctl_call_expect (call, 1, 1) || !read_date (self))
    return FALSE;
  self->language = call->language_given ? atlas_language_from_tag (call->language) : ATLAS_LANGUAGE_UNKNOWN;
  if (call->language_given && self->language == ATLAS_LANGUAGE_UNKNOWN)
    atlasctl_refuse (call, _ ("--lang: texts are read in en, sv, ru, de and fr, not in “%s”"), call->language);
  else if (only_text && call->format != ATLASCTL_TEXT)
    atlasctl_refuse (call, _ ("--text prints the text and nothing else; leave --json or --csv out"));
  else
    return TRUE;
  return FALSE;
}

static AtlasLinker *
load_linker (AtlasctlCall *call)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autofree char *forms = atlasctl_call_find_file (call, "gazetteer", NULL);
  g_autoptr (AtlasGazetteer) gazetteer = atlas_gazetteer_load (forms, problems);

  atlasctl_complain_of_problems (problems);
  return atlas_problems_get_n (problems) == 0 ? atlas_linker_new (gazetteer) : NULL;
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
  Mentions self = { .call = call };
  AtlasctlExit result;

  if (!read_options (&self))
    return ATLASCTL_WRONG_CALL;
  result = atlasctl_call_load (call);
  if (result != ATLASCTL_DONE)
    return result;
  self.linker = load_linker (call);
  self.article = self.linker != NULL ? read_article (&self, call->arguments[0]) : NULL;
  g_clear_pointer (&self.linker, atlas_linker_unref);
  if (self.article == NULL)
    return ATLASCTL_BAD_INPUT;

  self.text = g_string_new (NULL);
  self.mentions = g_array_new (FALSE, FALSE, sizeof (AtlasMention));
  join_parts (&self);
  print_answer (&self);
  g_array_unref (self.mentions);
  g_string_free (self.text, TRUE);
  atlas_article_unref (self.article);
  return ATLASCTL_DONE;
}

const AtlasctlCommand atlasctl_mentions = {
  "mentions",
  N_ ("FILE|-"),
  N_ ("Show which countries and organisations a text names, where and why"),
  N_ ("FILE is plain text in UTF-8; - is standard input. --lang is also the language of the text, which is guessed where it is not given. "
      "--date is the day, month or year in which it was written (1994-04-20, 1994-04 or 1994); it decides who was in office, and which year “on May 28” means. "
      "Offsets count Unicode code points of the text that --text prints: title, headings and paragraphs with empty lines between."),
  entries,
  FALSE,
  run,
};
