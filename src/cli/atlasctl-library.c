/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-library.h"

#include "atlasctl-output.h"
#include "atlasctl-texts.h"

#include "atlas-library-exchange.h"

#include <glib/gi18n.h>

#define IMPORT_FOLDER "import-folder"

static AtlasctlLibraryOptions options;

static const GOptionEntry entries[] = {
  { "library", 0, 0, G_OPTION_ARG_FILENAME, &options.directory, N_ ("Folder of the library, instead of your own"), N_ ("FOLDER") },
  { "country", 0, 0, G_OPTION_ARG_STRING, &options.country, N_ ("Only articles that name the country; or the one of a correction"), N_ ("CODE") },
  { "org", 0, 0, G_OPTION_ARG_STRING, &options.organisation, N_ ("Only articles that name the organisation; or the one of a correction"), N_ ("ID") },
  { "tag", 0, 0, G_OPTION_ARG_STRING, &options.tag, N_ ("Only articles with the tag"), N_ ("TAG") },
  { "in", 0, 0, G_OPTION_ARG_STRING, &options.language, N_ ("Only articles in the language; or the one to write"), N_ ("TAG") },
  { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("Only articles written then or later"), N_ ("DATE") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("Only articles written by then"), N_ ("DATE") },
  { "sort", 0, 0, G_OPTION_ARG_STRING, &options.sort, N_ ("newest (the default), oldest, imported or title"), N_ ("ORDER") },
  { "unread", 0, 0, G_OPTION_ARG_NONE, &options.unread, N_ ("Only articles that are not read"), NULL },
  { "deleted", 0, 0, G_OPTION_ARG_NONE, &options.deleted, N_ ("Deleted articles instead of the others"), NULL },
  { "limit", 0, 0, G_OPTION_ARG_INT, &options.limit, N_ ("How many at most; 0, the default, for all"), N_ ("N") },
  { "title", 0, 0, G_OPTION_ARG_STRING, &options.title, N_ ("The title to write"), N_ ("TEXT") },
  { "summary", 0, 0, G_OPTION_ARG_STRING, &options.summary, N_ ("The summary to write"), N_ ("TEXT") },
  { "publisher", 0, 0, G_OPTION_ARG_STRING, &options.publisher, N_ ("The publisher to write"), N_ ("NAME") },
  { "author", 0, 0, G_OPTION_ARG_STRING, &options.author, N_ ("The author to write"), N_ ("NAME") },
  { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, N_ ("The date to write"), N_ ("DATE") },
  { "address", 0, 0, G_OPTION_ARG_STRING, &options.address, N_ ("The address to write"), N_ ("ADDRESS") },
  { "words", 0, 0, G_OPTION_ARG_STRING, &options.words, N_ ("The words that a correction is about, wherever they stand"), N_ ("WORDS") },
  { "at", 0, 0, G_OPTION_ARG_STRING, &options.place, N_ ("The one place that a correction is about, such as title:0-9 or 2:10-17"), N_ ("PLACE") },
  { "nothing", 0, 0, G_OPTION_ARG_NONE, &options.nothing, N_ ("What a correction is about is nothing that the atlas knows"), NULL },
  { NULL }
};

/* --- The whole library -------------------------------------------------------------------- */

static AtlasctlExit
export_all (AtlasctlLibraryCall *self)
{
  g_autoptr (GError) error = NULL;
  guint n;

  if (!atlas_library_export (self->library, self->arguments[0], &n, NULL, &error))
    return atlasctl_fail (error);
  atlasctl_printf (_ ("Articles written: %u\n"), n);
  return ATLASCTL_DONE;
}

static AtlasctlExit
import_all (AtlasctlLibraryCall *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  guint n_added, n_known;
  gboolean done = atlas_library_import_folder (self->library, self->arguments[0], &n_added, &n_known, problems, NULL, &error);

  atlasctl_complain_of_problems (problems);
  if (!done)
    return atlasctl_fail (error);
  atlasctl_printf (_ ("Articles added: %u; already there: %u\n"), n_added, n_known);
  return atlas_problems_get_n (problems) == 0 ? ATLASCTL_DONE : ATLASCTL_BAD_INPUT;
}

static AtlasctlExit
check_all (AtlasctlLibraryCall *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = atlas_library_check (self->library, NULL, &error);
  guint n;

  if (problems == NULL || !atlas_library_count (self->library, &n, NULL, &error))
    return atlasctl_fail (error);
  for (guint i = 0; i < problems->len; i++)
    atlasctl_complain ("%s", (const char *) g_ptr_array_index (problems, i));
  if (problems->len > 0)
    return ATLASCTL_BAD_INPUT;
  atlasctl_printf (_ ("All is well; articles: %u\n"), n);
  return ATLASCTL_DONE;
}

static AtlasctlExit
relink_all (AtlasctlLibraryCall *self)
{
  g_autoptr (GError) error = NULL;
  guint n;

  if (!atlas_library_relink (self->library, &n, NULL, &error))
    return atlasctl_fail (error);
  atlasctl_printf (_ ("Articles linked anew: %u\n"), n);
  return ATLASCTL_DONE;
}

/* --- The call -------------------------------------------------------------------------------- */

static const AtlasctlLibraryAction actions[] = {
  { "list", 0, 0, atlasctl_library_check_list, atlasctl_library_list },
  { "show", 1, 1, NULL, atlasctl_library_show },
  { "edit", 1, 1, atlasctl_library_check_edit, atlasctl_library_edit },
  { "tags", 0, 0, NULL, atlasctl_library_list_tags },
  { "tag", 2, G_MAXUINT16, NULL, atlasctl_library_tag },
  { "untag", 2, G_MAXUINT16, NULL, atlasctl_library_untag },
  { "read", 1, G_MAXUINT16, NULL, atlasctl_library_read },
  { "unread", 1, G_MAXUINT16, NULL, atlasctl_library_unread },
  { "delete", 1, G_MAXUINT16, NULL, atlasctl_library_delete },
  { "undelete", 1, G_MAXUINT16, NULL, atlasctl_library_undelete },
  { "corrections", 0, 1, NULL, atlasctl_library_list_corrections },
  { "correct", 2, 2, atlasctl_library_check_correct, atlasctl_library_correct },
  { "uncorrect", 1, 1, NULL, atlasctl_library_uncorrect },
  { "export", 1, 1, NULL, export_all },
  { IMPORT_FOLDER, 1, 1, NULL, import_all },
  { "check", 0, 0, NULL, check_all },
  { "relink", 0, 0, NULL, relink_all },
};

static const AtlasctlLibraryAction *
find_action (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      return &actions[i];
  return NULL;
}

static AtlasctlExit
run (AtlasctlCall *call)
{
  AtlasctlLibraryCall self = { .call = call, .options = &options };
  g_auto (AtlasctlTexts) texts = { NULL };
  const AtlasctlLibraryAction *action;
  AtlasctlExit result;

  if (options.limit < 0)
    return atlasctl_refuse (call, _ ("--limit is below zero; write how many, or 0 for all"));
  if (!atlasctl_call_expect (call, 1, G_MAXUINT))
    return ATLASCTL_WRONG_CALL;
  action = find_action (call->arguments[0]);
  if (action == NULL)
    {
      g_autofree char *name = g_utf8_make_valid (call->arguments[0], -1);

      return atlasctl_refuse (call, _ ("“%s” is nothing that can be done with the library"), name);
    }
  self.arguments = call->arguments + 1;
  if (!atlasctl_call_expect (call, action->min + 1, action->max + 1) || (action->check != NULL && !action->check (&self)))
    return ATLASCTL_WRONG_CALL;
  result = atlasctl_texts_load (&texts, call);
  if (result == ATLASCTL_DONE)
    result = atlasctl_texts_open_library (&texts, options.directory, g_str_equal (action->name, IMPORT_FOLDER) ? ATLASCTL_LIBRARY_MAKE : ATLASCTL_LIBRARY_CHANGE);
  self.library = texts.library;
  return result == ATLASCTL_DONE ? action->run (&self) : result;
}

const AtlasctlCommand atlasctl_library = {
  "library",
  N_ ("ACTION [ARGUMENTS]"),
  N_ ("List, show, change, correct, export or mend your own articles"),
  N_ ("Actions:\n"
      "  list                   all articles, or with --country and the like some of them\n"
      "  show KEY               one article; with --json what it names, and where\n"
      "  edit KEY               write another --title, --date and so on\n"
      "  tag KEY TAG…           give an article tags; untag KEY TAG… takes them away\n"
      "  tags                   all tags that articles have\n"
      "  read KEY…              mark articles as read; unread KEY… as not read\n"
      "  delete KEY…            delete articles; undelete KEY… brings them back\n"
      "  correct KEY WHAT       say what was linked wrongly. WHAT is not-this or also-this with\n"
      "                         --country or --org, or this-is with those or --nothing and --words;\n"
      "                         with --at for one place instead of the whole article\n"
      "  uncorrect KEY          take the last correction of an article back\n"
      "  corrections [KEY]      what was corrected, in one article or in all\n"
      "  export FOLDER          write all articles to Markdown files, with tags and corrections\n"
      "  import-folder FOLDER   bring such files back\n"
      "  check                  look for damage\n"
      "  relink                 link all articles anew that an older gazetteer linked"),
  entries,
  FALSE,
  run,
};
