/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "../atlas-fixture.h"
#include "atlas-search.h"

#include <string.h>

static AtlasDataset *dataset;
static AtlasGazetteer *gazetteer;
static AtlasBriefings *briefings;
static AtlasSearch *search;

typedef struct
{
  const char *words;
  AtlasSearchKind kind;
  const char *id; /* of the first item */
  const char *title;
} Case;

static const Case cases[] = {
  { "Kazakhstan", ATLAS_SEARCH_COUNTRY, "KZ", "Kazakhstan" },
  { "kazak", ATLAS_SEARCH_COUNTRY, "KZ", "Kazakhstan" },
  { "KAZAKSTAN", ATLAS_SEARCH_COUNTRY, "KZ", "Kazakhstan" },
  { "казахстан", ATLAS_SEARCH_COUNTRY, "KZ", "Kazakhstan" },
  { "Kasachstan", ATLAS_SEARCH_COUNTRY, "KZ", "Kazakhstan" },
  { "Astana", ATLAS_SEARCH_COUNTRY, "KZ", "Kazakhstan" },
  { "cote d'ivoire", ATLAS_SEARCH_COUNTRY, "CI", NULL },
  { "cote divoire", ATLAS_SEARCH_COUNTRY, "CI", NULL },
  { "vitryssland", ATLAS_SEARCH_COUNTRY, "BY", "Belarus" },
  { "osterrike", ATLAS_SEARCH_COUNTRY, "AT", "Austria" },
  { "  Reykjavík ", ATLAS_SEARCH_COUNTRY, "IS", "Iceland" },
  { "Россия", ATLAS_SEARCH_COUNTRY, "RU", "Russia" },
  { "arabia saudi", ATLAS_SEARCH_COUNTRY, "SA", "Saudi Arabia" },
  { "emirates", ATLAS_SEARCH_COUNTRY, "AE", "United Arab Emirates" },
  { "日本", ATLAS_SEARCH_COUNTRY, "JP", "Japan" },
  { "csto", ATLAS_SEARCH_ORGANISATION, "CSTO", NULL },
  { "ОДКБ", ATLAS_SEARCH_ORGANISATION, "CSTO", NULL },
  { "shanghai coop", ATLAS_SEARCH_ORGANISATION, "SCO", NULL },
  { "brics", ATLAS_SEARCH_ORGANISATION, "BRICS", NULL },
  { "oss", ATLAS_SEARCH_ORGANISATION, "CIS", NULL },
  { "defence ministers bishkek", ATLAS_SEARCH_ARTICLE, NULL, NULL },
};

static void
test_first (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) items = atlas_search_query (search, cases[i].words, 10);
      const AtlasSearchItem *first;

      g_test_message ("%s", cases[i].words);
      g_assert_cmpuint (items->len, >, 0);
      first = g_ptr_array_index (items, 0);
      if (cases[i].id != NULL)
        {
          g_assert_cmpstr (first->id, ==, cases[i].id);
          g_assert_cmpint (first->kind, ==, cases[i].kind);
        }
      if (cases[i].title != NULL)
        g_assert_cmpstr (first->title, ==, cases[i].title);
    }
}

static void
test_subtitles (void)
{
  g_autoptr (GPtrArray) title = atlas_search_query (search, "Kazakhstan", 1);
  g_autoptr (GPtrArray) other = atlas_search_query (search, "казахстан", 1);
  g_autoptr (GPtrArray) organisation = atlas_search_query (search, "csto", 1);

  g_assert_cmpstr (((AtlasSearchItem *) g_ptr_array_index (title, 0))->subtitle, ==, "Astana");
  g_assert_cmpstr (((AtlasSearchItem *) g_ptr_array_index (other, 0))->subtitle, ==, "Казахстан");
  g_assert_cmpstr (((AtlasSearchItem *) g_ptr_array_index (organisation, 0))->subtitle, ==, "CSTO");
}

static guint
count_kind (const GPtrArray *items,
            AtlasSearchKind kind)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += ((AtlasSearchItem *) g_ptr_array_index (items, i))->kind == kind;
  return n;
}

static void
test_kinds (void)
{
  g_autoptr (GPtrArray) items = atlas_search_query (search, "armenia", 100);

  g_assert_cmpint (((AtlasSearchItem *) g_ptr_array_index (items, 0))->kind, ==, ATLAS_SEARCH_COUNTRY);
  g_assert_cmpuint (count_kind (items, ATLAS_SEARCH_EVENT), >, 0);
  g_assert_cmpuint (count_kind (items, ATLAS_SEARCH_ARTICLE), >, 0);
}

static void
test_no_doubles (void)
{
  g_autoptr (GPtrArray) items = atlas_search_query (search, "a", 1000);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (items->len, >, 20);
  for (guint i = 0; i < items->len; i++)
    {
      const AtlasSearchItem *item = g_ptr_array_index (items, i);

      gboolean is_new = g_hash_table_add (seen, g_strdup_printf ("%d %s", item->kind, item->id));

      g_assert_true (is_new);
    }
}

static void
test_limit_and_nothing (void)
{
  g_autoptr (GPtrArray) two = atlas_search_query (search, "a", 2);
  g_autoptr (GPtrArray) empty = atlas_search_query (search, "", 10);
  g_autoptr (GPtrArray) blank = atlas_search_query (search, " -,.", 10);
  g_autoptr (GPtrArray) unknown = atlas_search_query (search, "qqxqq", 10);
  g_autoptr (GPtrArray) broken = atlas_search_query (search, "\xff\xfe", 10);

  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpuint (empty->len, ==, 0);
  g_assert_cmpuint (blank->len, ==, 0);
  g_assert_cmpuint (unknown->len, ==, 0);
  g_assert_cmpuint (broken->len, ==, 0);
}

static void
test_reader_language (void)
{
  g_autoptr (AtlasSearch) swedish = atlas_search_new (dataset, gazetteer, briefings, "sv_SE.UTF-8");
  g_autoptr (GPtrArray) items = atlas_search_query (swedish, "germany", 3);
  const AtlasSearchItem *first = g_ptr_array_index (items, 0);

  g_assert_cmpstr (first->id, ==, "DE");
  g_assert_cmpstr (first->title, ==, "Tyskland");
  g_assert_cmpstr (first->subtitle, ==, "Germany");
}

static void
test_without_briefings (void)
{
  g_autoptr (AtlasSearch) bare = atlas_search_new (dataset, gazetteer, NULL, NULL);
  g_autoptr (GPtrArray) items = atlas_search_query (bare, "armenia", 100);

  g_assert_cmpuint (items->len, >, 0);
  g_assert_cmpuint (count_kind (items, ATLAS_SEARCH_ARTICLE), ==, 0);
}

static void
test_fold (void)
{
  static const char *const folds[][2] = {
    { "Côte d’Ivoire", "cote divoire" },
    { "ÅLAND", "aland" },
    { "Guinea-Bissau", "guinea bissau" },
    { "  São  Tomé & Príncipe ", "sao tome principe" },
    { "Йемен", "иемен" },
    { "Straße", "strasse" },
    { "Łódź", "lodz" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    {
      g_autofree char *folded = atlas_search_fold (folds[i][0]);

      g_assert_cmpstr (folded, ==, folds[i][1]);
    }
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autofree char *forms = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "gazetteer", NULL);
  g_autofree char *directory = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "briefings", NULL);
  g_autoptr (AtlasLinker) linker = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  gazetteer = atlas_gazetteer_load (forms, problems);
  linker = atlas_linker_new (gazetteer);
  dataset = fixture_dataset ();
  briefings = atlas_briefings_load (directory, linker, dataset, problems);
  search = atlas_search_new (dataset, gazetteer, briefings, "en");

  g_test_add_func ("/search/first", test_first);
  g_test_add_func ("/search/subtitles", test_subtitles);
  g_test_add_func ("/search/kinds", test_kinds);
  g_test_add_func ("/search/no-doubles", test_no_doubles);
  g_test_add_func ("/search/limit-and-nothing", test_limit_and_nothing);
  g_test_add_func ("/search/reader-language", test_reader_language);
  g_test_add_func ("/search/without-briefings", test_without_briefings);
  g_test_add_func ("/search/fold", test_fold);
  status = g_test_run ();
  atlas_search_unref (search);
  atlas_briefings_unref (briefings);
  atlas_gazetteer_unref (gazetteer);
  return status;
}
