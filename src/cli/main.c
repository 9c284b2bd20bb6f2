/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlasctl.h"
#include "atlasctl-output.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

static const AtlasctlCommand *const commands[] = {
  &atlasctl_status,
  &atlasctl_members,
  &atlasctl_changes,
  &atlasctl_timeline,
  &atlasctl_at,
  &atlasctl_excerpts,
  &atlasctl_extract,
  &atlasctl_mentions,
  &atlasctl_render,
  &atlasctl_import,
  &atlasctl_library,
  &atlasctl_search,
  &atlasctl_validate,
};

/* Marks a number below zero while options are parsed, so that it is not taken
 * for one. */
#define NUMBER_MARK '\001'

/* --- Language ---------------------------------------------------------------- */

/* The catalogue must be known before the first message, so that --lang is read
 * before the other options are. */
static const char *
find_language (char **arguments)
{
  for (char **argument = arguments; *argument != NULL; argument++)
    {
      if (g_str_has_prefix (*argument, "--lang="))
        return *argument + strlen ("--lang=");
      if (g_str_equal (*argument, "--lang"))
        return argument[1];
    }
  return NULL;
}

static gboolean
is_language (const char *tag)
{
  return g_regex_match_simple ("^[A-Za-z]{2,3}([-_.@][A-Za-z0-9-]+)*$", tag, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

/* A catalogue is only looked for where the locale is not plain C; which other
 * one it is does not matter, for LANGUAGE says what to look for. */
static void
leave_plain_c (void)
{
  static const char *const locales[] = { "en_GB.UTF-8", "en_US.UTF-8", "sv_SE.UTF-8", "ru_RU.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8" };
  const char *now = setlocale (LC_MESSAGES, NULL);

  if (!g_str_equal (now, "POSIX") && !g_str_equal (now, "C") && !g_str_has_prefix (now, "C."))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    if (setlocale (LC_MESSAGES, locales[i]) != NULL)
      return;
}

static void
set_up_language (const char *language)
{
  const char *directory = g_getenv ("ATLAS_LOCALE_DIR");

  setlocale (LC_ALL, "");
  if (language != NULL && is_language (language))
    {
      g_autofree char *name = g_strdelimit (g_strdup (language), "-", '_');

      leave_plain_c ();
      g_setenv ("LANGUAGE", name, TRUE);
    }
  bindtextdomain (GETTEXT_PACKAGE, directory != NULL ? directory : ATLAS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static char *
session_language (void)
{
  const char *language = g_get_language_names ()[0];

  return g_strdup (g_str_has_prefix (language, "C") ? "en" : language);
}

/* --- Help -------------------------------------------------------------------- */

static void
print_help (void)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (2);

  atlasctl_print (_ ("Usage: atlasctl COMMAND [ARGUMENTS] [OPTIONS]\n\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *usage = g_strdup_printf ("  %s %s", commands[i]->name, atlasctl_command_get_arguments (commands[i]));

      atlasctl_table_add (table, usage, _ (commands[i]->summary), NULL);
    }
  atlasctl_table_print_text (table);
  atlasctl_print (_ ("\nEvery command answers in words, or with --json or --csv for programs. A day is\n"
                     "written 1994-04-20. “atlasctl COMMAND --help” tells more about a command.\n\n"
                     "atlasctl ends with 0 when it has answered, 1 when the data is bad, and 2 when\n"
                     "the call is wrong; messages go to standard error.\n"));
}

static AtlasctlExit
refuse_command (const char *name)
{
  if (name == NULL || *name == '-')
    atlasctl_complain (_ ("a command must come first; “atlasctl --help” lists them"));
  else
    atlasctl_complain (_ ("there is no command “%s”; “atlasctl --help” lists them"), name);
  return ATLASCTL_WRONG_CALL;
}

/* --- A command --------------------------------------------------------------- */

static gboolean
is_negative_number (const char *text)
{
  return text[0] == '-' && (g_ascii_isdigit (text[1]) || (text[1] == '.' && g_ascii_isdigit (text[2])));
}

static char **
mark_numbers (char **arguments)
{
  char **marked = g_new0 (char *, g_strv_length (arguments) + 1);

  for (guint i = 0; arguments[i] != NULL; i++)
    marked[i] = is_negative_number (arguments[i]) ? g_strdup_printf ("%c%s", NUMBER_MARK, arguments[i]) : g_strdup (arguments[i]);
  return marked;
}

static void
unmark_numbers (char **arguments)
{
  for (; *arguments != NULL; arguments++)
    if (**arguments == NUMBER_MARK)
      memmove (*arguments, *arguments + 1, strlen (*arguments));
}

static GOptionContext *
make_context (const AtlasctlCommand *command,
              const GOptionEntry *common)
{
  GOptionContext *context = g_option_context_new (command->arguments);

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (command->summary));
  if (command->description != NULL)
    g_option_context_set_description (context, _ (command->description));
  g_option_context_set_help_enabled (context, FALSE);
  if (command->entries != NULL)
    g_option_context_add_main_entries (context, command->entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  return context;
}

/* The folder given may be the data package alone. */
static void
find_data (AtlasctlCall *call,
           const char *given)
{
  const char *from_environment = g_getenv ("ATLAS_DATA_DIR");
  const char *usual = from_environment != NULL ? from_environment : ATLAS_DATADIR;
  g_autofree char *alone = given != NULL ? g_build_filename (given, "datapackage.json", NULL) : NULL;

  if (alone != NULL && g_file_test (alone, G_FILE_TEST_EXISTS))
    {
      call->data = g_strdup (usual);
      call->package = g_strdup (given);
      return;
    }
  call->data = g_strdup (given != NULL ? given : usual);
  call->package = g_build_filename (call->data, "atlas", NULL);
}

static AtlasctlExit
run_command (const AtlasctlCommand *command,
             char **arguments)
{
  gboolean help = FALSE, json = FALSE, csv = FALSE;
  g_autofree char *language = NULL;
  g_autofree char *data = NULL;
  const GOptionEntry common[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Answer with one JSON document"), NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &csv, N_ ("Answer with a table (RFC 4180)"), NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &language, N_ ("Language of names and titles, such as sv"), N_ ("TAG") },
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &data, N_ ("Folder of the data, instead of the installed one"), N_ ("FOLDER") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = make_context (command, common);
  g_auto (GStrv) rest = command->takes_numbers ? mark_numbers (arguments) : g_strdupv (arguments);
  g_autoptr (GError) error = NULL;
  AtlasctlCall call = { .command = command };
  g_autofree char *program = g_strdup_printf ("atlasctl %s", command->name);
  AtlasctlExit result;

  g_set_prgname (program);
  if (!g_option_context_parse_strv (context, &rest, &error))
    return atlasctl_refuse (&call, "%s", error->message);
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      atlasctl_print (text);
      return ATLASCTL_DONE;
    }
  if (json && csv)
    return atlasctl_refuse (&call, _ ("--json and --csv exclude each other; give one"));
  if (language != NULL && !is_language (language))
    return atlasctl_refuse (&call, _ ("“%s” is not the tag of a language; write one such as sv or en-GB"), language);

  unmark_numbers (rest);
  call.format = json ? ATLASCTL_JSON : csv ? ATLASCTL_CSV
                                           : ATLASCTL_TEXT;
  call.language = language != NULL ? g_strdup (language) : session_language ();
  call.language_given = language != NULL;
  call.arguments = rest + 1;
  call.n_arguments = g_strv_length (call.arguments);
  find_data (&call, data);
  result = command->run (&call);

  g_clear_pointer (&call.dataset, atlas_dataset_unref);
  g_free (call.language);
  g_free (call.package);
  g_free (call.data);
  return result;
}

int
main (int argc,
      char *argv[])
{
  const char *name = argc > 1 ? argv[1] : NULL;
  AtlasctlExit result;

  set_up_language (find_language (argv));
  g_set_prgname ("atlasctl");
  if (name == NULL || (name[0] == '-' && !g_str_equal (name, "--help") && !g_str_equal (name, "-h") && !g_str_equal (name, "--version")))
    return refuse_command (name);
  if (g_str_equal (name, "--version"))
    {
      atlasctl_print ("atlasctl " ATLAS_VERSION "\n");
      return atlasctl_flush (ATLASCTL_DONE);
    }
  if (g_str_equal (name, "--help") || g_str_equal (name, "-h") || g_str_equal (name, "help"))
    {
      print_help ();
      return atlasctl_flush (ATLASCTL_DONE);
    }

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (name, commands[i]->name))
      {
        result = run_command (commands[i], argv + 1);
        return atlasctl_flush (result);
      }
  return refuse_command (name);
}
