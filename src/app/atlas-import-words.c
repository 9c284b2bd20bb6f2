/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-import-words.h"

#include <glib/gi18n.h>

static const char *
find_words_for_one (const AtlasImportTally *tally)
{
  if (tally->n_added > 0)
    /* Translators: an article came into the library */
    return C_ ("article", "Added");
  if (tally->n_updated > 0)
    /* Translators: an article in the library has a newer text */
    return C_ ("article", "Updated");
  return tally->n_known > 0 ? _ ("Already among your articles") : NULL;
}

/**
 * atlas_import_words_for_one:
 * @warning: (nullable): a sentence on what was left out or guessed
 *
 * Returns: (transfer full) (nullable): what became of an article that came alone
 */
char *
atlas_import_words_for_one (const AtlasImportTally *tally,
                            const char *warning)
{
  const char *words = find_words_for_one (tally);

  if (words != NULL && warning != NULL && tally->n_known == 0)
    return g_strdup_printf ("%s · %s", words, warning);
  return g_strdup (words);
}

/* @format: translated, with one %u */
static void
add_count (GPtrArray *parts,
           const char *format,
           guint n)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  if (n > 0)
    g_ptr_array_add (parts, g_strdup_printf (format, n));
#pragma GCC diagnostic pop
}

static char *
join (GPtrArray *parts)
{
  g_ptr_array_add (parts, NULL);
  return parts->len > 1 ? g_strjoinv (" · ", (char **) parts->pdata) : NULL;
}

static GPtrArray *
list_counts (const AtlasImportTally *tally)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  add_count (parts, ngettext ("%u article added", "%u articles added", tally->n_added), tally->n_added);
  add_count (parts, ngettext ("%u article updated", "%u articles updated", tally->n_updated), tally->n_updated);
  add_count (parts, ngettext ("%u article already there", "%u articles already there", tally->n_known), tally->n_known);
  /* Translators: they were not added because the library has other versions of them */
  add_count (parts, ngettext ("%u article skipped", "%u articles skipped", tally->n_skipped), tally->n_skipped);
  return parts;
}

/**
 * atlas_import_words_for_many:
 *
 * Returns: (transfer full) (nullable): what became of several articles; %NULL where
 *   nothing did
 */
char *
atlas_import_words_for_many (const AtlasImportTally *tally)
{
  g_autoptr (GPtrArray) parts = list_counts (tally);

  return join (parts);
}

/**
 * atlas_import_words_for_cancelled:
 *
 * Returns: (transfer full): what there is although the rest was cancelled
 */
char *
atlas_import_words_for_cancelled (const AtlasImportTally *tally)
{
  g_autoptr (GPtrArray) parts = list_counts (tally);

  if (tally->n_added == 0)
    return g_strdup (_ ("Cancelled, nothing was added"));
  /* Translators: the bringing in of articles was cancelled; how many were there by then follows */
  g_ptr_array_insert (parts, 0, g_strdup (_ ("Cancelled")));
  return join (parts);
}

/**
 * atlas_import_words_for_problem:
 * @n_items: how many articles were brought
 * @problem: a sentence on why the library took no more
 *
 * Returns: (transfer full): a warning
 */
char *
atlas_import_words_for_problem (const AtlasImportTally *tally,
                                guint n_items,
                                const char *problem)
{
  if (tally->n_added > 0)
    /* Translators: how many articles came into the library, of how many; %3$s says what is wrong with it */
    return g_strdup_printf (_ ("Added %1$u of %2$u articles – %3$s"), tally->n_added, n_items, problem);
  if (n_items > 1)
    /* Translators: %s says what is wrong with the library */
    return g_strdup_printf (_ ("The articles were not added – %s"), problem);
  /* Translators: %s says what is wrong with the library */
  return g_strdup_printf (_ ("The article was not added – %s"), problem);
}
