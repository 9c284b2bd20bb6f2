/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-csv.h"

#include <string.h>

static const char *const columns[] = { "id", "name", NULL };

static char *
say_all (AtlasProblems *problems)
{
  g_autoptr (GString) text = g_string_new (NULL);

  atlas_problems_sort (problems);
  for (guint i = 0; i < atlas_problems_get_n (problems); i++)
    {
      g_autofree char *line = atlas_problem_to_string (atlas_problems_get (problems, i));

      g_string_append_printf (text, "%s\n", line);
    }
  return g_strdup (text->str);
}

static AtlasCsv *
read_well (const char *text)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autoptr (AtlasCsv) csv = atlas_csv_new_from_data ("t.csv", text, -1, columns, problems);
  g_autofree char *said = say_all (problems);

  g_assert_cmpstr (said, ==, "");
  g_assert_nonnull (csv);
  return g_steal_pointer (&csv);
}

static void
test_plain (void)
{
  g_autoptr (AtlasCsv) csv = read_well ("id,name\na,Åland\nb,\n");

  g_assert_cmpuint (atlas_csv_get_n_records (csv), ==, 2);
  g_assert_cmpstr (atlas_csv_get (csv, 0, 0), ==, "a");
  g_assert_cmpstr (atlas_csv_get (csv, 0, 1), ==, "Åland");
  g_assert_cmpstr (atlas_csv_get (csv, 1, 1), ==, "");
  g_assert_cmpuint (atlas_csv_get_line (csv, 1), ==, 3);
}

static void
test_columns_by_name (void)
{
  g_autoptr (AtlasCsv) csv = read_well ("more,name,id\n1,A,a");

  g_assert_cmpstr (atlas_csv_get (csv, 0, 0), ==, "a");
  g_assert_cmpstr (atlas_csv_get (csv, 0, 1), ==, "A");
}

static void
test_quotes (void)
{
  g_autoptr (AtlasCsv) csv = read_well ("id,name\na,\"one, two\"\nb,\"say \"\"yes\"\"\"\nc,\"two\nlines\"\n\"d\",\"\"\n");

  g_assert_cmpuint (atlas_csv_get_n_records (csv), ==, 4);
  g_assert_cmpstr (atlas_csv_get (csv, 0, 1), ==, "one, two");
  g_assert_cmpstr (atlas_csv_get (csv, 1, 1), ==, "say \"yes\"");
  g_assert_cmpstr (atlas_csv_get (csv, 2, 1), ==, "two\nlines");
  g_assert_cmpstr (atlas_csv_get (csv, 3, 0), ==, "d");
  g_assert_cmpstr (atlas_csv_get (csv, 3, 1), ==, "");
  g_assert_cmpuint (atlas_csv_get_line (csv, 3), ==, 6);
}

static void
test_places (void)
{
  g_autoptr (AtlasCsv) csv = read_well ("id,name\n\"\"\"åäö\"\"\",\"x\"\n\"two\nå\",y\n");
  guint line, code_point;

  atlas_csv_locate (csv, 0, 0, &line, &code_point);
  g_assert_cmpuint (line, ==, 2);
  g_assert_cmpuint (code_point, ==, 1);
  atlas_csv_locate (csv, 0, 1, &line, &code_point);
  g_assert_cmpuint (line, ==, 2);
  g_assert_cmpuint (code_point, ==, 11);
  atlas_csv_locate (csv, 1, 1, &line, &code_point);
  g_assert_cmpuint (line, ==, 4);
  g_assert_cmpuint (code_point, ==, 4);
}

static void
test_no_records (void)
{
  g_autoptr (AtlasCsv) csv = read_well ("id,name");

  g_assert_cmpuint (atlas_csv_get_n_records (csv), ==, 0);
}

static const struct
{
  const char *label;
  const char *text;
  gssize length;
  const char *says;
  gboolean fatal;
} faults[] = {
  { "empty", "", -1, "t.csv:1:1: the file is empty; its first line names the columns\n", TRUE },
  { "missing column", "id\na\n", -1, "t.csv:1:1: the header lacks the column “name”; add it\n", TRUE },
  { "both missing", "x\na\n", -1, "t.csv:1:1: the header lacks the column “id”; add it\nt.csv:1:1: the header lacks the column “name”; add it\n", TRUE },
  { "twice", "id,name,id\na,b,c\n", -1, "t.csv:1:9: the column “id” is there twice; rename or remove one\n", FALSE },
  { "nameless", "id,name,\na,b,c\n", -1, "t.csv:1:9: column 3 has no name; name it in the header\n", FALSE },
  { "mark", "\xef\xbb\xbfid,name\na,b\n", -1, "t.csv:1:1: the file starts with a byte order mark; save it as UTF-8 without one\n", FALSE },
  { "crlf", "id,name\r\na,b\r\n", -1, "t.csv:1:8: lines end in CRLF, here and perhaps further down; save the file with LF alone\n", FALSE },
  { "crlf below", "id,name\na,b\r\n", -1, "t.csv:2:4: lines end in CRLF, here and perhaps further down; save the file with LF alone\n", FALSE },
  { "return", "id,name\na,b\rc,d\n", -1, "t.csv:2:4: there is a carriage return here; save the file with line ends of LF alone\n", FALSE },
  { "not utf-8", "id,name\na,å\xe5\nb,\xff\xfe\n", -1, "t.csv:2:4: this is not UTF-8; save the file as UTF-8\nt.csv:3:3: this is not UTF-8; save the file as UTF-8\n", FALSE },
  { "zero byte", "id,name\na,\0b\n", 13, "t.csv:2:3: there is a zero byte here; the file is not plain text, save it as UTF-8\n", FALSE },
  { "unclosed", "id,name\na,\"b\nc,d\n", -1, "t.csv:2:3: this quotation mark is never closed; add the closing one\n", FALSE },
  { "inner quote", "id,name\na,b\"c\"\n", -1, "t.csv:2:4: there is a quotation mark inside a field without quotes; put the field in quotes and double the mark\n", FALSE },
  { "after quote", "id,name\na,\"b\"c\n", -1, "t.csv:2:6: text follows a closing quotation mark; put a comma between or double the marks inside\n", FALSE },
  { "too few", "id,name\na\nb,c\n", -1, "t.csv:2:1: the number of fields is 1 here and 2 in the header; add or remove commas, or put a field with a comma in quotes\n", FALSE },
  { "too many", "id,name\na,b,c\n", -1, "t.csv:2:1: the number of fields is 3 here and 2 in the header; add or remove commas, or put a field with a comma in quotes\n", FALSE },
  { "empty line", "id,name\n\na,b\n", -1, "t.csv:2:1: the line is empty; delete it\n", FALSE },
  { "several", "id,name\na\nb,\"c\nd\"e\nf,g,h\n", -1,
    "t.csv:2:1: the number of fields is 1 here and 2 in the header; add or remove commas, or put a field with a comma in quotes\n"
    "t.csv:4:3: text follows a closing quotation mark; put a comma between or double the marks inside\n"
    "t.csv:5:1: the number of fields is 3 here and 2 in the header; add or remove commas, or put a field with a comma in quotes\n",
    FALSE },
};

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (AtlasProblems) problems = atlas_problems_new ();
      g_autoptr (AtlasCsv) csv = atlas_csv_new_from_data ("t.csv", faults[i].text, faults[i].length, columns, problems);
      g_autofree char *said = say_all (problems);

      g_test_message ("%s", faults[i].label);
      g_assert_cmpstr (said, ==, faults[i].says);
      g_assert_cmpint (csv == NULL, ==, faults[i].fatal);
    }
}

static void
test_good_records_survive (void)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autoptr (AtlasCsv) csv = atlas_csv_new_from_data ("t.csv", "id,name\na\nb,c\n", -1, columns, problems);

  g_assert_cmpuint (atlas_csv_get_n_records (csv), ==, 1);
  g_assert_cmpstr (atlas_csv_get (csv, 0, 1), ==, "c");
}

static void
test_missing_file (void)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autoptr (AtlasCsv) csv = atlas_csv_new_from_file ("/nowhere/t.csv", columns, problems);
  g_autofree char *said = say_all (problems);

  g_assert_null (csv);
  g_assert_true (g_str_has_prefix (said, "/nowhere/t.csv: the file cannot be read; put it there"));
}

static void
test_frozen_texts_stay (void)
{
  g_autoptr (AtlasCsv) csv = read_well ("id,name\na,\"b\"\"c\"\n");
  const char *name = atlas_csv_get (csv, 0, 1);

  atlas_csv_freeze (csv);
  g_assert_cmpstr (name, ==, "b\"c");
}

/* What is written must be what is read. */
static void
test_write_and_read (void)
{
  static const char *const fields[] = { "", "plain", "a,b", "say \"yes\"", "two\nlines", "\"", " space ", "åäö, Қазақстан" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GString) text = g_string_new ("id,name\n");
      g_autoptr (AtlasCsv) csv = NULL;

      atlas_csv_append_field (text, fields[i], FALSE);
      atlas_csv_append_field (text, "end", TRUE);
      g_assert_true (g_str_has_suffix (text->str, "end\r\n"));
      g_string_replace (text, "\r\n", "\n", 0);
      csv = read_well (text->str);
      g_assert_cmpstr (atlas_csv_get (csv, 0, 0), ==, fields[i]);
      g_assert_cmpstr (atlas_csv_get (csv, 0, 1), ==, "end");
    }
}

static void
test_noise (void)
{
  static const char letters[] = ",\"\n\r\xc3\xa5z\xff";

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (AtlasProblems) problems = atlas_problems_new ();
      g_autoptr (GString) text = g_string_new ("id,name\n");
      g_autoptr (AtlasCsv) csv = NULL;

      for (int j = g_test_rand_int_range (0, 20); j > 0; j--)
        g_string_append_c (text, letters[g_test_rand_int_range (0, sizeof letters)]);
      csv = atlas_csv_new_from_data ("t.csv", text->str, text->len, columns, problems);
      for (guint r = 0; r < atlas_csv_get_n_records (csv); r++)
        {
          guint line, code_point;

          atlas_csv_locate (csv, r, 1, &line, &code_point);
          g_assert_true (g_utf8_validate (atlas_csv_get (csv, r, 0), -1, NULL));
          g_assert_cmpuint (line, >=, atlas_csv_get_line (csv, r));
        }
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/plain", test_plain);
  g_test_add_func ("/csv/columns-by-name", test_columns_by_name);
  g_test_add_func ("/csv/quotes", test_quotes);
  g_test_add_func ("/csv/places", test_places);
  g_test_add_func ("/csv/no-records", test_no_records);
  g_test_add_func ("/csv/faults", test_faults);
  g_test_add_func ("/csv/good-records-survive", test_good_records_survive);
  g_test_add_func ("/csv/missing-file", test_missing_file);
  g_test_add_func ("/csv/frozen-texts-stay", test_frozen_texts_stay);
  g_test_add_func ("/csv/write-and-read", test_write_and_read);
  g_test_add_func ("/csv/noise", test_noise);
  return g_test_run ();
}
