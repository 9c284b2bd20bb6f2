/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-gazetteer.h"

#include <glib/gstdio.h>
#include <string.h>

#define FORMS "form\ttarget\tkind\tcase\tcontext\tfrom\tto\tnote\n"
#define CLUES "list\tlanguage\tword\n"

static void
write_file (const char *directory,
            const char *name,
            const char *text,
            gssize length)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
}

/* A gazetteer that is empty but for the lines of one file. */
static AtlasGazetteer *
load_lines (const char *file,
            const char *text,
            gssize length,
            AtlasProblems *problems)
{
  static const char *const names[] = { "en.tsv", "sv.tsv", "ru.tsv", "de.tsv", "fr.tsv", "clues.tsv" };
  g_autofree char *directory = g_dir_make_tmp ("atlas-gazetteer-XXXXXX", NULL);
  AtlasGazetteer *gazetteer;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!g_str_equal (names[i], file))
      write_file (directory, names[i], g_str_equal (names[i], "clues.tsv") ? CLUES : FORMS, -1);
  if (text != NULL)
    write_file (directory, file, text, length);
  gazetteer = atlas_gazetteer_load (directory, problems);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (directory, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (directory);
  return gazetteer;
}

static void
test_ours (void)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autofree char *directory = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "gazetteer", NULL);
  g_autoptr (AtlasGazetteer) gazetteer = atlas_gazetteer_load (directory, problems);
  guint n;
  const AtlasForm *const *forms = atlas_gazetteer_get_forms (gazetteer, &n);

  for (guint i = 0; i < atlas_problems_get_n (problems); i++)
    {
      g_autofree char *problem = atlas_problem_to_string (atlas_problems_get (problems, i));

      g_test_message ("%s", problem);
      g_test_fail ();
    }
  g_assert_cmpuint (n, >, 8000);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (forms[i]->index, ==, i);
      g_assert_cmpint (forms[i]->from, <, forms[i]->to);
      g_assert_cmpint (forms[i]->kind == ATLAS_FORM_OTHER, ==, forms[i]->target[0] == '\0');
    }
  g_assert_true (atlas_gazetteer_is_clue (gazetteer, ATLAS_CLUE_PLACE, ATLAS_LANGUAGE_EN, "in"));
  g_assert_false (atlas_gazetteer_is_clue (gazetteer, ATLAS_CLUE_PLACE, ATLAS_LANGUAGE_SV, "into"));
}

static void
test_row (void)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autoptr (AtlasGazetteer) gazetteer = load_lines ("sv.tsv", FORMS "OSS\torg:CIS\tabbreviation\texact\tcapitals own\t1991-12\t2024\t\n", -1, problems);
  guint n;
  const AtlasForm *form = atlas_gazetteer_get_forms (gazetteer, &n)[0];

  g_assert_cmpuint (atlas_problems_get_n (problems), ==, 0);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (form->form, ==, "OSS");
  g_assert_cmpstr (form->target, ==, "CIS");
  g_assert_true (form->is_organisation);
  g_assert_true (form->exact_case);
  g_assert_cmpint (form->kind, ==, ATLAS_FORM_ABBREVIATION);
  g_assert_cmpint (form->language, ==, ATLAS_LANGUAGE_SV);
  g_assert_cmpuint (form->context, ==, ATLAS_CONTEXT_CAPITALS | ATLAS_CONTEXT_OWN);
  g_assert_cmpint (form->from, ==, atlas_day_new (1991, 12, 1));
  g_assert_cmpint (form->to, ==, atlas_day_new (2025, 1, 1));
  g_assert_cmpuint (form->line, ==, 2);
}

typedef struct
{
  const char *name;
  const char *file;
  const char *text;
  guint line;
  guint column;
} Bad;

static const Bad bad[] = {
  { "no-file", "ru.tsv", NULL, 0, 0 },
  { "no-header", "en.tsv", "Chad\tTD\tname\texact\t\t\t\t\n", 1, 0 },
  { "bom", "en.tsv", "\xef\xbb\xbf" FORMS, 1, 0 },
  { "few-fields", "en.tsv", FORMS "Chad\tTD\tname\n", 2, 0 },
  { "many-fields", "en.tsv", FORMS "Chad\tTD\tname\texact\t\t\t\t\t\n", 2, 0 },
  { "empty-form", "en.tsv", FORMS "\tTD\tname\texact\t\t\t\t\n", 2, 1 },
  { "bad-code", "en.tsv", FORMS "Chad\tTCD\tname\texact\t\t\t\t\n", 2, 2 },
  { "empty-organisation", "en.tsv", FORMS "CSTO\torg:\tname\texact\t\t\t\t\n", 2, 2 },
  { "no-target", "en.tsv", FORMS "Chad\t-\tname\texact\t\t\t\t\n", 2, 2 },
  { "other-with-target", "en.tsv", FORMS "New Chad\tTD\tother\texact\t\t\t\t\n", 2, 2 },
  { "bad-kind", "en.tsv", FORMS "Chad\tTD\tnoun\texact\t\t\t\t\n", 2, 3 },
  { "bad-case", "en.tsv", FORMS "Chad\tTD\tname\tsame\t\t\t\t\n", 2, 4 },
  { "bad-context", "en.tsv", FORMS "Chad\tTD\tname\texact\tperson lake\t\t\t\n", 2, 5 },
  { "bad-from", "en.tsv", FORMS "Smith\tTD\tleader\texact\t\tlast year\t\t\n", 2, 6 },
  { "bad-to", "en.tsv", FORMS "Smith\tTD\tleader\texact\t\t\t2024-13\t\n", 2, 7 },
  { "backwards", "en.tsv", FORMS "Smith\tTD\tleader\texact\t\t2024\t2020\t\n", 2, 7 },
  { "twice", "en.tsv", FORMS "Chad\tTD\tname\texact\t\t\t\t\nChad\tTD\tname\tany\t\t\t\t\n", 3, 1 },
  { "not-utf8", "en.tsv", FORMS "\n\xff\n", 3, 0 },
  { "bad-list", "clues.tsv", CLUES "lakes\ten\tlake\n", 2, 1 },
  { "bad-language", "clues.tsv", CLUES "river\txx\triver\n", 2, 2 },
  { "empty-word", "clues.tsv", CLUES "river\ten\t\n", 2, 3 },
};

static void
test_bad (gconstpointer data)
{
  const Bad *file = data;
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autoptr (AtlasGazetteer) gazetteer = load_lines (file->file, file->text, -1, problems);
  const AtlasProblem *problem;

  g_assert_cmpuint (atlas_problems_get_n (problems), ==, 1);
  problem = atlas_problems_get (problems, 0);
  g_assert_true (g_str_has_suffix (problem->file, file->file));
  g_assert_cmpuint (problem->line, ==, file->line);
  g_assert_cmpuint (problem->column, ==, file->column);
  g_assert_cmpuint (strlen (problem->message), >, 10);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gazetteer/ours", test_ours);
  g_test_add_func ("/gazetteer/row", test_row);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/gazetteer/bad/", bad[i].name, NULL);

      g_test_add_data_func (path, &bad[i], test_bad);
    }
  return g_test_run ();
}
