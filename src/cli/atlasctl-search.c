/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-output.h"
#include "atlasctl-texts.h"

#include "atlas-word-index.h"

#include <glib/gi18n.h>

static char *directory;
static char *kind_text;
static int limit = 20;

static const GOptionEntry entries[] = {
  { "library", 0, 0, G_OPTION_ARG_FILENAME, &directory, N_ ("Folder of the library, instead of your own"), N_ ("FOLDER") },
  { "only", 0, 0, G_OPTION_ARG_STRING, &kind_text, N_ ("Only one kind: own, briefing, event, country or organisation"), N_ ("KIND") },
  { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("How many of each kind at most; 0 for all"), N_ ("N") },
  { NULL }
};

static const char *const headings[ATLAS_N_FOUND_KINDS] = {
  N_ ("Your articles"),
  N_ ("Atlas briefings"),
  N_ ("Events"),
  N_ ("Countries"),
  N_ ("Organisations"),
};

/* --- Finding ------------------------------------------------------------------------- */

static gboolean
is_asked_for (AtlasFoundKind kind)
{
  return kind_text == NULL || g_str_equal (kind_text, atlas_found_kind_to_id (kind));
}

static gboolean
check_kind (AtlasctlCall *call)
{
  g_autofree char *valid = kind_text != NULL ? g_utf8_make_valid (kind_text, -1) : NULL;

  if (valid == NULL)
    return TRUE;
  for (guint i = 0; i < ATLAS_N_FOUND_KINDS; i++)
    if (is_asked_for (i))
      return TRUE;
  atlasctl_refuse (call, _ ("--only: “%s” is no kind; write own, briefing, event, country or organisation"), valid);
  return FALSE;
}

static void
take_asked (GPtrArray *all,
            GPtrArray *found)
{
  while (found->len > 0)
    {
      AtlasFound *item = g_ptr_array_steal_index (found, 0);

      if (is_asked_for (item->kind))
        g_ptr_array_add (all, item);
      else
        atlas_found_free (item);
    }
}

static gboolean
search_own (AtlasctlTexts *texts,
            const char *words,
            GPtrArray *all,
            GError **error)
{
  g_autoptr (GPtrArray) found = NULL;

  if (texts->library == NULL || !is_asked_for (ATLAS_FOUND_OWN))
    return TRUE;
  found = atlas_found_in_library (texts->library, words, (guint) limit, NULL, error);
  if (found != NULL)
    take_asked (all, found);
  return found != NULL;
}

static gboolean
search_atlas (AtlasctlTexts *texts,
              const char *words,
              GPtrArray *all,
              GError **error)
{
  g_autoptr (AtlasWordIndex) index = atlas_word_index_new (texts->call->dataset, texts->briefings, texts->call->language, error);
  g_autoptr (GPtrArray) found = index != NULL ? atlas_word_index_search (index, words, (guint) limit, error) : NULL;

  if (found != NULL)
    take_asked (all, found);
  return found != NULL;
}

/* --- Answers ---------------------------------------------------------------------------- */

static void
build_found (JsonBuilder *builder,
             const AtlasFound *found)
{
  json_builder_begin_object (builder);
  atlasctl_json_string (builder, "kind", atlas_found_kind_to_id (found->kind));
  atlasctl_json_string (builder, "key", found->key);
  atlasctl_json_string (builder, "title", found->title);
  atlasctl_json_known (builder, "date", found->date);
  atlasctl_json_known (builder, "lang", found->language);
  atlasctl_json_boolean (builder, "in_title", found->in_title);
  atlasctl_json_string (builder, "snippet", found->snippet);
  atlasctl_json_start_array (builder, "marks");
  for (guint i = 0; i < found->marks->len; i++)
    {
      json_builder_begin_object (builder);
      atlasctl_json_number (builder, "start", g_array_index (found->marks, AtlasRange, i).start);
      atlasctl_json_number (builder, "end", g_array_index (found->marks, AtlasRange, i).end);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (const GPtrArray *all)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  atlasctl_json_start_array (builder, "found");
  for (guint i = 0; i < all->len; i++)
    build_found (builder, g_ptr_array_index (all, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  atlasctl_print_json (builder);
}

static void
print_csv (const GPtrArray *all)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (6);

  atlasctl_table_add (table, "kind", "key", "date", "lang", "title", "snippet", NULL);
  for (guint i = 0; i < all->len; i++)
    {
      const AtlasFound *found = g_ptr_array_index (all, i);

      atlasctl_table_add (table, atlas_found_kind_to_id (found->kind), found->key, found->date, found->language, found->title, found->snippet, NULL);
    }
  atlasctl_table_print_csv (table);
}

static void
print_text (const GPtrArray *all)
{
  AtlasFoundKind kind = ATLAS_N_FOUND_KINDS;

  if (all->len == 0)
    atlasctl_print (_ ("Nothing was found.\n"));
  for (guint i = 0; i < all->len; i++)
    {
      const AtlasFound *found = g_ptr_array_index (all, i);

      if (found->kind != kind)
        atlasctl_printf ("%s%s\n", i > 0 ? "\n" : "", _ (headings[found->kind]));
      kind = found->kind;
      atlasctl_printf ("  %s%s%s  (%s)\n", found->date, *found->date != '\0' ? "  " : "", found->title, found->key);
      if (!g_str_equal (found->snippet, found->title))
        {
          g_autofree char *snippet = atlasctl_emphasise (found->snippet, found->marks);

          atlasctl_printf ("    %s\n", snippet);
        }
    }
}

static AtlasctlExit
load (AtlasctlTexts *texts,
      AtlasctlCall *call)
{
  AtlasctlExit result = atlasctl_call_load (call);

  if (result == ATLASCTL_DONE)
    result = atlasctl_texts_load (texts, call);
  if (result == ATLASCTL_DONE)
    result = atlasctl_texts_load_briefings (texts);
  if (result == ATLASCTL_DONE)
    result = atlasctl_texts_open_library (texts, directory, ATLASCTL_LIBRARY_LOOK);
  return result;
}

static AtlasctlExit
run (AtlasctlCall *call)
{
  g_auto (AtlasctlTexts) texts = { NULL };
  g_autofree char *words = g_strjoinv (" ", call->arguments);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_found_free);
  g_autoptr (GError) error = NULL;
  AtlasctlExit result;

  if (limit < 0)
    return atlasctl_refuse (call, _ ("--limit is below zero; write how many, or 0 for all"));
  if (!check_kind (call) || !atlasctl_call_expect (call, 1, G_MAXUINT))
    return ATLASCTL_WRONG_CALL;
  result = load (&texts, call);
  if (result != ATLASCTL_DONE)
    return result;
  if (!search_own (&texts, words, all, &error) || !search_atlas (&texts, words, all, &error))
    return atlasctl_fail (error);
  if (call->format == ATLASCTL_JSON)
    print_json (all);
  else if (call->format == ATLASCTL_CSV)
    print_csv (all);
  else
    print_text (all);
  return ATLASCTL_DONE;
}

const AtlasctlCommand atlasctl_search = {
  "search",
  N_ ("WORDS"),
  N_ ("Find words in your own articles, briefings, events, countries and organisations"),
  N_ ("All words have to be there, in any of their forms; those in quotation marks beside each other. The last may be the beginning of a word."),
  entries,
  FALSE,
  run,
};
