/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib.h>

#include "atlas-find.h"

static void
assert_hits (const char *text,
             const char *words,
             const char *expected)
{
  g_autoptr (GArray) hits = atlas_find_in_text (text, words);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const AtlasRange *hit = &g_array_index (hits, AtlasRange, i);
      g_autofree char *piece = g_strndup (text + hit->start, hit->end - hit->start);

      g_string_append_printf (found, "[%u %s]", hit->start, piece);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_case_and_accents (void)
{
  assert_hits ("Nato och NATO, nato", "nato", "[0 Nato][9 NATO][15 nato]");
  assert_hits ("Kirgizistan, Köln, Koln", "köln", "[13 Köln][20 Koln]");
  assert_hits ("Ёлка и елка", "елка", "[0 Ёлка][12 елка]");
}

static void
test_places (void)
{
  assert_hits ("aaaa", "aa", "[0 aa][2 aa]");
  assert_hits ("Гру́зия", "нет", "");
  assert_hits ("", "a", "");
  assert_hits ("a", "ab", "");
  assert_hits ("a", "", "");
  assert_hits ("två ord, två\u00a0ord", "två ord", "[0 två ord][10 två\u00a0ord]");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/find/case-and-accents", test_case_and_accents);
  g_test_add_func ("/find/places", test_places);
  return g_test_run ();
}
