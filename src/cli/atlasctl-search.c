/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-library.h"

#include "atlas-briefing-words.h"

#include <glib/gi18n.h>

static char *directory;
static int limit = 20;

static const GOptionEntry entries[] = {
  { "library", 0, 0, G_OPTION_ARG_FILENAME, &directory, N_ ("Folder of the library, instead of your own"), N_ ("FOLDER") },
  { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("How many of each kind at most; 0 for all"), N_ ("N") },
  { NULL }
};

typedef struct
{
  const char *kind; /* "own" or "briefing" */
  GPtrArray *items;
} Found;

static GPtrArray *
search_briefings (AtlasctlCall *call,
                  AtlasctlTexts *texts,
                  const char *words,
                  GError **error)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autofree char *path = atlasctl_call_find_file (call, "briefings", NULL);
  g_autoptr (AtlasBriefings) briefings = atlas_briefings_load (path, texts->linker, NULL, problems);
  g_autoptr (AtlasBriefingWords) index = NULL;

  atlasctl_complain_of_problems (problems);
  if (briefings == NULL)
    return g_ptr_array_new ();
  index = atlas_briefing_words_new (briefings, call->language, error);
  return index != NULL ? atlas_briefing_words_search (index, words, (guint) limit, error) : NULL;
}

static void
build_found (JsonBuilder *builder,
             const Found *found)
{
  for (guint i = 0; i < found->items->len; i++)
    {
      const AtlasLibraryItem *item = g_ptr_array_index (found->items, i);

      json_builder_begin_object (builder);
      atlasctl_json_string (builder, "kind", found->kind);
      atlasctl_json_string (builder, "key", item->key);
      atlasctl_json_string (builder, "title", item->title);
      atlasctl_json_string (builder, "date", *item->date != '\0' ? item->date : NULL);
      atlasctl_json_string (builder, "lang", *item->language != '\0' ? item->language : NULL);
      atlasctl_json_boolean (builder, "in_title", item->in_title);
      atlasctl_json_string (builder, "snippet", item->snippet);
      atlasctl_json_start_array (builder, "marks");
      for (guint j = 0; j < item->marks->len; j++)
        {
          json_builder_begin_object (builder);
          atlasctl_json_number (builder, "start", g_array_index (item->marks, AtlasRange, j).start);
          atlasctl_json_number (builder, "end", g_array_index (item->marks, AtlasRange, j).end);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
}

static void
print_json (const Found *found,
            guint n)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  atlasctl_json_start_array (builder, "found");
  for (guint i = 0; i < n; i++)
    build_found (builder, &found[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  atlasctl_print_json (builder);
}

static void
print_csv (const Found *found,
           guint n)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (6);

  atlasctl_table_add (table, "kind", "key", "date", "lang", "title", "snippet", NULL);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < found[i].items->len; j++)
      {
        const AtlasLibraryItem *item = g_ptr_array_index (found[i].items, j);

        atlasctl_table_add (table, found[i].kind, item->key, item->date, item->language, item->title, item->snippet, NULL);
      }
  atlasctl_table_print_csv (table);
}

static void
print_text (const Found *found,
            guint n)
{
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < found[i].items->len; j++)
      {
        const AtlasLibraryItem *item = g_ptr_array_index (found[i].items, j);

        atlasctl_printf ("%s%s  %s\n  %s\n  %s\n", any ? "\n" : "", item->date, item->title, item->key, item->snippet);
        any = TRUE;
      }
  if (!any)
    atlasctl_print (_ ("Nothing was found.\n"));
}

static AtlasctlExit
run (AtlasctlCall *call)
{
  g_auto (AtlasctlTexts) texts = { NULL };
  g_autofree char *words = g_strjoinv (" ", call->arguments);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) bundled = NULL;
  AtlasctlExit result;

  if (limit < 0)
    return atlasctl_refuse (call, _ ("--limit is below zero; write how many, or 0 for all"));
  if (!atlasctl_call_expect (call, 1, G_MAXUINT))
    return ATLASCTL_WRONG_CALL;
  result = atlasctl_texts_open (&texts, call, directory);
  if (result != ATLASCTL_DONE)
    return result;
  own = atlas_library_search (texts.library, words, (guint) limit, NULL, &error);
  bundled = own != NULL ? search_briefings (call, &texts, words, &error) : NULL;
  if (bundled == NULL)
    {
      atlasctl_complain ("%s", error->message);
      return ATLASCTL_BAD_INPUT;
    }
  {
    const Found found[] = { { "own", own }, { "briefing", bundled } };

    if (call->format == ATLASCTL_JSON)
      print_json (found, G_N_ELEMENTS (found));
    else if (call->format == ATLASCTL_CSV)
      print_csv (found, G_N_ELEMENTS (found));
    else
      print_text (found, G_N_ELEMENTS (found));
  }
  return ATLASCTL_DONE;
}

const AtlasctlCommand atlasctl_search = {
  "search",
  N_ ("WORDS"),
  N_ ("Find words in your own articles and the bundled ones"),
  N_ ("All words have to be there, in any of their forms; those in quotation marks beside each other. The last may be the beginning of a word."),
  entries,
  FALSE,
  run,
};
