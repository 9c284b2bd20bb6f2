/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-generator.h"

#define N_WORDS 4000

/* Some countries stand in every other article, some in few. */
static const char *const countries[] = {
  "Russia", "China", "Belarus", "Kazakhstan", "India", "Armenia", "Kyrgyzstan", "Tajikistan", "Uzbekistan", "Iran", "Brazil",
  "Egypt", "Ethiopia", "Serbia", "Mongolia", "Azerbaijan", "Moldova", "Turkmenistan", "Bolivia", "Bhutan"
};
static const char *const organisations[] = { "CSTO", "SCO", "BRICS", "NATO", "ASEAN" };
static const char *const plain[] = {
  "ministers", "security", "the", "of", "meeting", "and", "talks", "border", "trade", "in", "agreed", "summit", "border", "energy",
  "rivers", "to", "with", "railway", "president", "declared", "exercise", "council", "that", "architecture", "grain", "statement"
};
static const char *const languages[] = { "en", "en", "en", "sv", "ru" };

/* The first far more often than the last, as words are in any text. */
static guint
skewed (GRand *rand,
        guint n)
{
  double x = g_rand_double (rand);

  return (guint) (x * x * x * n);
}

static void
add_words (GRand *rand,
           GString *text,
           guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      if (g_rand_int_range (rand, 0, 20) == 0)
        g_string_append (text, countries[skewed (rand, G_N_ELEMENTS (countries))]);
      else if (g_rand_int_range (rand, 0, 60) == 0)
        g_string_append (text, organisations[skewed (rand, G_N_ELEMENTS (organisations))]);
      else if (g_rand_boolean (rand))
        g_string_append (text, plain[skewed (rand, G_N_ELEMENTS (plain))]);
      else
        g_string_append_printf (text, "w%uord", skewed (rand, N_WORDS));
    }
  g_string_append_c (text, '.');
}

/**
 * library_generator_make:
 * @rand: the same seed gives the same articles
 *
 * Returns: (transfer full): the article number @n, some 120 words in three paragraphs
 */
AtlasLibraryEntry *
library_generator_make (GRand *rand,
                        guint n)
{
  g_autoptr (GString) title = g_string_new (NULL);
  AtlasLibraryEntry *entry;

  add_words (rand, title, 6);
  entry = atlas_library_entry_new (title->str);
  entry->key = g_strdup_printf ("own-%u", n);
  entry->date = g_strdup_printf ("%d-%02d-%02d", g_rand_int_range (rand, 1992, 2027), g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
  entry->language = g_strdup (languages[g_rand_int_range (rand, 0, G_N_ELEMENTS (languages))]);
  entry->publisher = g_strdup_printf ("Paper %d", g_rand_int_range (rand, 0, 50));
  entry->address = g_strdup_printf ("https://example.org/%u", n);
  entry->imported_at = G_GINT64_CONSTANT (1700000000000000) + (gint64) n * G_USEC_PER_SEC;
  if (g_rand_int_range (rand, 0, 10) == 0)
    {
      g_autofree char *tag = g_strdup_printf ("tag %u", skewed (rand, 30));
      const char *const tags[] = { tag, NULL };

      entry->tags = g_strdupv ((char **) tags);
    }
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      add_words (rand, text, (guint) g_rand_int_range (rand, 20, 60));
      atlas_library_entry_add_block (entry, ATLAS_BLOCK_PARAGRAPH, text->str);
    }
  return entry;
}
