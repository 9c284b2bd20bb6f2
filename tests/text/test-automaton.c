/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-automaton.h"

#include <string.h>

#define MAX_HITS 8

static AtlasAutomaton *
build (const char *const *keys,
       guint n,
       guint *groups)
{
  return atlas_automaton_new (keys, n, groups);
}

static void
test_prefixes (void)
{
  static const char *const keys[] = { "Guinea", "Guinea-Bissau", "Gui", "Niger", "Nigeria" };
  guint groups[G_N_ELEMENTS (keys)];
  g_autoptr (AtlasAutomaton) automaton = build (keys, G_N_ELEMENTS (keys), groups);
  AtlasAutomatonHit hits[MAX_HITS];
  const char *text = "guinea-bissau and more";
  guint n = atlas_automaton_match (automaton, text, text + strlen (text), hits, MAX_HITS);

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (hits[0].group, ==, groups[2]);
  g_assert_cmpuint (hits[1].group, ==, groups[0]);
  g_assert_cmpuint (hits[2].group, ==, groups[1]);
  g_assert_cmpuint (hits[2].bytes, ==, strlen ("guinea-bissau"));
}

static void
test_shortest_forgotten (void)
{
  static const char *const keys[] = { "a", "ab", "abc", "abcd" };
  guint groups[G_N_ELEMENTS (keys)];
  g_autoptr (AtlasAutomaton) automaton = build (keys, G_N_ELEMENTS (keys), groups);
  AtlasAutomatonHit hits[2];
  guint n = atlas_automaton_match (automaton, "abcde", "abcde" + 5, hits, 2);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (hits[0].group, ==, groups[2]);
  g_assert_cmpuint (hits[1].group, ==, groups[3]);
}

static void
test_folding (void)
{
  static const char *const keys[] = { "Côte d'Ivoire", "Соединённые Штаты", "Östtimor" };
  static const struct
  {
    const char *text;
    guint key;
    guint code_points;
  } cases[] = {
    { "CÔTE D’IVOIRE", 0, 13 },
    { "Côte\nd'Ivoire", 0, 13 },
    { "Côte \t d'Ivoire", 0, 15 },
    { "Cô\xc2\xadte d'Ivoire", 0, 14 },
    { "Соединенные\xc2\xa0штаты", 1, 17 },
    { "öSTTIMOR", 2, 8 },
  };
  guint groups[G_N_ELEMENTS (keys)];
  g_autoptr (AtlasAutomaton) automaton = build (keys, G_N_ELEMENTS (keys), groups);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasAutomatonHit hits[MAX_HITS];
      guint n = atlas_automaton_match (automaton, cases[i].text, cases[i].text + strlen (cases[i].text), hits, MAX_HITS);

      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpuint (hits[0].group, ==, groups[cases[i].key]);
      g_assert_cmpuint (hits[0].code_points, ==, cases[i].code_points);
      g_assert_cmpuint (hits[0].bytes, ==, strlen (cases[i].text));
    }
}

static void
test_empty_line_parts (void)
{
  static const char *const keys[] = { "South Sudan" };
  const char *text = "South\n\nSudan";
  guint group;
  g_autoptr (AtlasAutomaton) automaton = build (keys, 1, &group);
  AtlasAutomatonHit hits[MAX_HITS];

  g_assert_cmpuint (atlas_automaton_match (automaton, text, text + strlen (text), hits, MAX_HITS), ==, 0);
}

static void
test_same_when_folded (void)
{
  static const char *const keys[] = { "US", "us", "Us" };
  guint groups[G_N_ELEMENTS (keys)];
  g_autoptr (AtlasAutomaton) automaton = build (keys, G_N_ELEMENTS (keys), groups);

  g_assert_cmpuint (atlas_automaton_get_n_groups (automaton), ==, 1);
  g_assert_cmpuint (groups[0], ==, groups[1]);
  g_assert_cmpuint (groups[1], ==, groups[2]);
}

static void
test_empty (void)
{
  guint group = 0;
  g_autoptr (AtlasAutomaton) automaton = build (NULL, 0, &group);
  AtlasAutomatonHit hits[MAX_HITS];

  g_assert_cmpuint (atlas_automaton_get_n_groups (automaton), ==, 0);
  g_assert_cmpuint (atlas_automaton_match (automaton, "text", "text" + 4, hits, MAX_HITS), ==, 0);
}

/* Against the plain way: every key compared at every place. */
static void
test_random_keys (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1994);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint *groups = NULL;
  g_autoptr (AtlasAutomaton) automaton = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      GString *key = g_string_new (NULL);

      for (guint j = g_rand_int_range (rand, 1, 9); j > 0; j--)
        g_string_append_unichar (key, g_rand_boolean (rand) ? (gunichar) g_rand_int_range (rand, 'a', 'e') : (gunichar) g_rand_int_range (rand, 0x430, 0x434));
      g_ptr_array_add (keys, g_string_free_and_steal (key));
    }
  groups = g_new (guint, keys->len);
  automaton = build ((const char *const *) keys->pdata, keys->len, groups);

  for (guint i = 0; i < keys->len; i++)
    {
      const char *text = g_ptr_array_index (keys, i);
      AtlasAutomatonHit hits[16];
      guint n = atlas_automaton_match (automaton, text, text + strlen (text), hits, G_N_ELEMENTS (hits));
      g_autoptr (GHashTable) expected = g_hash_table_new (NULL, NULL);

      for (guint j = 0; j < keys->len; j++)
        if (g_str_has_prefix (text, g_ptr_array_index (keys, j)))
          g_hash_table_add (expected, GUINT_TO_POINTER (groups[j] + 1));
      g_assert_cmpuint (n, ==, g_hash_table_size (expected));
      for (guint j = 0; j < n; j++)
        g_assert_true (g_hash_table_contains (expected, GUINT_TO_POINTER (hits[j].group + 1)));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/automaton/prefixes", test_prefixes);
  g_test_add_func ("/automaton/shortest-forgotten", test_shortest_forgotten);
  g_test_add_func ("/automaton/folding", test_folding);
  g_test_add_func ("/automaton/empty-line-parts", test_empty_line_parts);
  g_test_add_func ("/automaton/same-when-folded", test_same_when_folded);
  g_test_add_func ("/automaton/empty", test_empty);
  g_test_add_func ("/automaton/random-keys", test_random_keys);
  return g_test_run ();
}
