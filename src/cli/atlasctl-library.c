/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-library.h"

#include "atlas-library-exchange.h"

#include <glib/gi18n.h>

static char *directory;
static char *country;
static char *organisation;
static char *tag;
static char *text_language;
static gboolean deleted;
static gboolean unread;
static int limit;

static const GOptionEntry entries[] = {
  { "library", 0, 0, G_OPTION_ARG_FILENAME, &directory, N_ ("Folder of the library, instead of your own"), N_ ("FOLDER") },
  { "country", 0, 0, G_OPTION_ARG_STRING, &country, N_ ("Only articles that name the country"), N_ ("CODE") },
  { "org", 0, 0, G_OPTION_ARG_STRING, &organisation, N_ ("Only articles that name the organisation"), N_ ("ID") },
  { "tag", 0, 0, G_OPTION_ARG_STRING, &tag, N_ ("Only articles with the tag"), N_ ("TAG") },
  { "in", 0, 0, G_OPTION_ARG_STRING, &text_language, N_ ("Only articles in the language"), N_ ("TAG") },
  { "unread", 0, 0, G_OPTION_ARG_NONE, &unread, N_ ("Only articles that are not read"), NULL },
  { "deleted", 0, 0, G_OPTION_ARG_NONE, &deleted, N_ ("Deleted articles instead of the others"), NULL },
  { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("How many at most; 0, the default, for all"), N_ ("N") },
  { NULL }
};

/* --- Opening -------------------------------------------------------------------------- */

/**
 * atlasctl_texts_open:
 * @directory: (nullable): the library's folder, %NULL for the reader's own
 */
AtlasctlExit
atlasctl_texts_open (AtlasctlTexts *self,
                     AtlasctlCall *call,
                     const char *library_directory)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autofree char *forms = atlasctl_call_find_file (call, "gazetteer", NULL);
  g_autofree char *usual = atlas_library_get_usual_directory ();
  g_autofree char *told = NULL;
  g_autoptr (GError) error = NULL;

  self->gazetteer = atlas_gazetteer_load (forms, problems);
  atlasctl_complain_of_problems (problems);
  if (self->gazetteer == NULL)
    return ATLASCTL_BAD_INPUT;
  self->linker = atlas_linker_new (self->gazetteer);
  self->library = atlas_library_open (library_directory != NULL ? library_directory : usual, self->gazetteer, self->linker, NULL, &error);
  if (self->library == NULL)
    {
      atlasctl_complain ("%s", error->message);
      return ATLASCTL_BAD_INPUT;
    }
  told = atlas_library_report_to_string (atlas_library_get_report (self->library));
  if (told != NULL)
    atlasctl_complain ("%s", told);
  return ATLASCTL_DONE;
}

/**
 * atlasctl_texts_clear:
 */
void
atlasctl_texts_clear (AtlasctlTexts *self)
{
  g_clear_object (&self->library);
  g_clear_pointer (&self->linker, atlas_linker_unref);
  g_clear_pointer (&self->gazetteer, atlas_gazetteer_unref);
}

static AtlasctlExit
fail (GError *error)
{
  atlasctl_complain ("%s", error->message);
  return ATLASCTL_BAD_INPUT;
}

/* --- list --------------------------------------------------------------------------------- */

static void
build_time (JsonBuilder *builder,
            const char *name,
            gint64 time)
{
  g_autoptr (GDateTime) date = time != 0 ? g_date_time_new_from_unix_utc_usec (time) : NULL;
  g_autofree char *text = date != NULL ? g_date_time_format_iso8601 (date) : NULL;

  atlasctl_json_string (builder, name, text);
}

static const char *
known (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

static void
build_items (JsonBuilder *builder,
             const GPtrArray *items)
{
  atlasctl_json_start_array (builder, "articles");
  for (guint i = 0; i < items->len; i++)
    {
      const AtlasLibraryItem *item = g_ptr_array_index (items, i);

      json_builder_begin_object (builder);
      atlasctl_json_string (builder, "key", item->key);
      atlasctl_json_string (builder, "title", item->title);
      atlasctl_json_string (builder, "date", known (item->date));
      atlasctl_json_string (builder, "lang", known (item->language));
      atlasctl_json_string (builder, "publisher", known (item->publisher));
      atlasctl_json_string (builder, "author", known (item->author));
      atlasctl_json_string (builder, "address", known (item->address));
      build_time (builder, "imported", item->imported_at);
      build_time (builder, "read", item->read_at);
      build_time (builder, "deleted", item->deleted_at);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static AtlasctlExit
list_articles (AtlasctlCall *call,
               AtlasLibrary *library)
{
  const AtlasLibraryQuery query = {
    .country = country,
    .organisation = organisation,
    .tag = tag,
    .language = text_language,
    .read = unread ? ATLAS_LIBRARY_UNREAD : ATLAS_LIBRARY_READ_OR_NOT,
    .deleted = deleted,
    .limit = (guint) limit,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = atlas_library_list (library, &query, NULL, &error);
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (5);

  if (items == NULL)
    return fail (error);
  if (call->format == ATLASCTL_JSON)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      build_items (builder, items);
      json_builder_end_object (builder);
      atlasctl_print_json (builder);
      return ATLASCTL_DONE;
    }
  if (call->format == ATLASCTL_CSV)
    atlasctl_table_add (table, "key", "date", "lang", "publisher", "title", NULL);
  else if (items->len == 0)
    atlasctl_print (_ ("There are no such articles.\n"));
  for (guint i = 0; i < items->len; i++)
    {
      const AtlasLibraryItem *item = g_ptr_array_index (items, i);

      atlasctl_table_add (table, item->key, item->date, item->language, item->publisher, item->title, NULL);
    }
  if (call->format == ATLASCTL_CSV)
    atlasctl_table_print_csv (table);
  else
    atlasctl_table_print_text (table);
  return ATLASCTL_DONE;
}

/* --- show --------------------------------------------------------------------------------- */

static void
build_mentions (JsonBuilder *builder,
                const AtlasLibraryArticle *article,
                int block)
{
  const char *text = atlas_library_entry_get_text_at (article->entry, block);

  atlasctl_json_start_array (builder, "mentions");
  for (guint i = 0; i < article->links->mentions->len; i++)
    {
      const AtlasLibraryMention *mention = &g_array_index (article->links->mentions, AtlasLibraryMention, i);
      g_autofree char *words = NULL;
      g_autofree char *why = NULL;

      if (mention->block != block)
        continue;
      words = g_utf8_substring (text, mention->start, mention->end);
      why = atlas_library_mention_get_why (mention);
      json_builder_begin_object (builder);
      atlasctl_json_string (builder, mention->is_organisation ? "org" : "country", mention->target);
      atlasctl_json_number (builder, "start", mention->start);
      atlasctl_json_number (builder, "end", mention->end);
      atlasctl_json_string (builder, "text", words);
      atlasctl_json_string (builder, "kind", atlas_form_kind_to_id (mention->kind));
      atlasctl_json_boolean (builder, "doubtful", mention->doubtful);
      atlasctl_json_boolean (builder, "corrected", mention->corrected);
      atlasctl_json_string (builder, "why", why);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
build_article (JsonBuilder *builder,
               const AtlasLibraryArticle *article)
{
  const AtlasLibraryEntry *entry = article->entry;

  atlasctl_json_string (builder, "key", entry->key);
  atlasctl_json_string (builder, "title", entry->title);
  atlasctl_json_string (builder, "summary", known (entry->summary));
  atlasctl_json_string (builder, "publisher", known (entry->publisher));
  atlasctl_json_string (builder, "author", known (entry->author));
  atlasctl_json_string (builder, "date", known (entry->date));
  atlasctl_json_string (builder, "address", known (entry->address));
  atlasctl_json_string (builder, "lang", known (entry->language));
  build_time (builder, "imported", entry->imported_at);
  build_time (builder, "updated", entry->updated_at);
  build_time (builder, "read", entry->read_at);
  build_time (builder, "deleted", entry->deleted_at);
  atlasctl_json_start_array (builder, "tags");
  for (guint i = 0; entry->tags[i] != NULL; i++)
    json_builder_add_string_value (builder, entry->tags[i]);
  json_builder_end_array (builder);
  atlasctl_json_start_array (builder, "subjects");
  for (guint i = 0; i < article->links->subjects->len; i++)
    {
      const AtlasSubject *subject = &g_array_index (article->links->subjects, AtlasSubject, i);

      json_builder_begin_object (builder);
      atlasctl_json_string (builder, subject->is_organisation ? "org" : "country", subject->target);
      atlasctl_json_number (builder, "count", subject->count);
      atlasctl_json_boolean (builder, "about", subject->about);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  atlasctl_json_start_array (builder, "blocks");
  for (guint i = 0; i < entry->blocks->len; i++)
    {
      const AtlasLibraryBlock *block = &g_array_index (entry->blocks, AtlasLibraryBlock, i);

      json_builder_begin_object (builder);
      atlasctl_json_string (builder, "kind", block->kind == ATLAS_BLOCK_HEADING ? "heading" : "paragraph");
      atlasctl_json_string (builder, "text", block->text);
      build_mentions (builder, article, (int) i);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static AtlasctlExit
show_article (AtlasctlCall *call,
              AtlasLibrary *library,
              const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasLibraryArticle) article = atlas_library_get (library, key, NULL, &error);
  g_autofree char *text = NULL;

  if (article == NULL)
    return fail (error);
  if (call->format == ATLASCTL_JSON)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      build_article (builder, article);
      json_builder_end_object (builder);
      atlasctl_print_json (builder);
      return ATLASCTL_DONE;
    }
  text = atlas_library_entry_join_text (article->entry);
  atlasctl_printf ("%s\n", article->entry->title);
  if (known (article->entry->publisher) != NULL || known (article->entry->date) != NULL)
    atlasctl_printf ("%s %s\n", article->entry->publisher, article->entry->date);
  atlasctl_printf ("\n%s\n", text);
  return ATLASCTL_DONE;
}

/* --- The others --------------------------------------------------------------------------- */

static AtlasctlExit
export_all (AtlasLibrary *library,
            const char *folder)
{
  g_autoptr (GError) error = NULL;
  guint n;

  if (!atlas_library_export (library, folder, &n, NULL, &error))
    return fail (error);
  atlasctl_printf (_ ("Articles written: %u\n"), n);
  return ATLASCTL_DONE;
}

static AtlasctlExit
import_all (AtlasLibrary *library,
            const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  guint n_added, n_known;
  gboolean done = atlas_library_import_folder (library, folder, &n_added, &n_known, problems, NULL, &error);

  atlasctl_complain_of_problems (problems);
  if (!done)
    return fail (error);
  atlasctl_printf (_ ("Articles added: %u; already there: %u\n"), n_added, n_known);
  return atlas_problems_get_n (problems) == 0 ? ATLASCTL_DONE : ATLASCTL_BAD_INPUT;
}

static AtlasctlExit
check_all (AtlasLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = atlas_library_check (library, NULL, &error);
  guint n;

  if (problems == NULL || !atlas_library_count (library, &n, NULL, &error))
    return fail (error);
  for (guint i = 0; i < problems->len; i++)
    atlasctl_complain ("%s", (const char *) g_ptr_array_index (problems, i));
  if (problems->len > 0)
    return ATLASCTL_BAD_INPUT;
  atlasctl_printf (_ ("All is well; articles: %u\n"), n);
  return ATLASCTL_DONE;
}

static AtlasctlExit
set_deleted (AtlasLibrary *library,
             const char *key,
             gboolean is_deleted)
{
  g_autoptr (GError) error = NULL;

  return atlas_library_set_deleted (library, key, is_deleted, NULL, &error) ? ATLASCTL_DONE : fail (error);
}

static AtlasctlExit
relink_all (AtlasLibrary *library)
{
  g_autoptr (GError) error = NULL;
  guint n;

  if (!atlas_library_relink (library, &n, NULL, &error))
    return fail (error);
  atlasctl_printf (_ ("Articles linked anew: %u\n"), n);
  return ATLASCTL_DONE;
}

static AtlasctlExit
run_action (AtlasctlCall *call,
            AtlasLibrary *library,
            const char *action,
            const char *argument)
{
  if (g_str_equal (action, "list"))
    return list_articles (call, library);
  if (g_str_equal (action, "show"))
    return show_article (call, library, argument);
  if (g_str_equal (action, "export"))
    return export_all (library, argument);
  if (g_str_equal (action, "import-folder"))
    return import_all (library, argument);
  if (g_str_equal (action, "check"))
    return check_all (library);
  if (g_str_equal (action, "relink"))
    return relink_all (library);
  return set_deleted (library, argument, g_str_equal (action, "delete"));
}

static AtlasctlExit
run (AtlasctlCall *call)
{
  static const char *const alone[] = { "list", "check", "relink", NULL };
  static const char *const with_one[] = { "show", "export", "import-folder", "delete", "undelete", NULL };
  g_auto (AtlasctlTexts) texts = { NULL };
  g_autofree char *action = NULL;
  AtlasctlExit result;

  if (limit < 0)
    return atlasctl_refuse (call, _ ("--limit is below zero; write how many, or 0 for all"));
  if (!atlasctl_call_expect (call, 1, 2))
    return ATLASCTL_WRONG_CALL;
  action = g_utf8_make_valid (call->arguments[0], -1);
  if (!g_strv_contains (alone, action) && !g_strv_contains (with_one, action))
    return atlasctl_refuse (call, _ ("“%s” is nothing that can be done with the library"), action);
  if (!atlasctl_call_expect (call, g_strv_contains (alone, action) ? 1 : 2, g_strv_contains (alone, action) ? 1 : 2))
    return ATLASCTL_WRONG_CALL;
  result = atlasctl_texts_open (&texts, call, directory);
  return result == ATLASCTL_DONE ? run_action (call, texts.library, action, call->arguments[1]) : result;
}

const AtlasctlCommand atlasctl_library = {
  "library",
  N_ ("ACTION [KEY|FOLDER]"),
  N_ ("List, show, export or mend your own articles"),
  N_ ("Actions: list; show KEY; delete KEY; undelete KEY; export FOLDER, to Markdown files; import-folder FOLDER, which brings these back; check, for damage; relink, with the gazetteer of now. --country and the like narrow the list."),
  entries,
  FALSE,
  run,
};
