/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-told-dates.h"

#include "atlas-date-finder.h"

/* Words around a date, in code points. */
#define AROUND 40

static const char *
find_beginning (const char *text,
                const char *date)
{
  const char *from = date;

  for (guint i = 0; i < AROUND && from > text; i++)
    from = g_utf8_prev_char (from);
  while (from > text && from < date && !g_unichar_isspace (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  return from;
}

static const char *
find_end (const char *date)
{
  const char *to = date;

  for (guint i = 0; i < AROUND && *to != '\0'; i++)
    to = g_utf8_next_char (to);
  while (*to != '\0' && to > date && !g_unichar_isspace (g_utf8_get_char (to)))
    to = g_utf8_prev_char (to);
  return to;
}

/* The text around a date, cut between words; as titles are written, without a full stop. */
static char *
dup_around (const char *text,
            const char *date,
            const char *date_end)
{
  const char *from = find_beginning (text, date);
  const char *to = find_end (date_end);
  const gboolean is_cut = *to != '\0';
  g_autofree char *words = NULL;

  if (!is_cut && to > date_end && to[-1] == '.')
    to--;
  words = g_strndup (from, to - from);
  g_strstrip (words);
  return g_strconcat (from > text ? "… " : "", words, is_cut ? " …" : "", NULL);
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const AtlasEvent *left = *(const AtlasEvent *const *) a;
  const AtlasEvent *right = *(const AtlasEvent *const *) b;

  return (left->date.earliest > right->date.earliest) - (left->date.earliest < right->date.earliest);
}

static void
add_dates (GPtrArray *told,
           const char *text,
           AtlasLanguage language,
           const AtlasDate *written)
{
  g_autoptr (GArray) found = atlas_date_finder_find (text, -1, language, written);

  for (guint i = 0; i < found->len; i++)
    {
      const AtlasFoundDate *date = &g_array_index (found, AtlasFoundDate, i);
      g_autofree char *words = NULL;

      if (date->rule == ATLAS_DATE_RULE_NONE)
        continue;
      words = dup_around (text, text + date->byte_start, text + date->byte_end);
      g_ptr_array_add (told, atlas_event_new_told (&date->date, words));
    }
}

/**
 * atlas_told_dates_find:
 *
 * Finds the dates that an article names, resolved against its own date; those that
 * cannot be told for certain are left out. Takes as long as the text is: call it in a
 * thread.
 *
 * Returns: (transfer full) (element-type AtlasEvent): by date, each with the words
 *   around it for a title
 */
GPtrArray *
atlas_told_dates_find (const AtlasLibraryEntry *entry)
{
  const AtlasLanguage language = atlas_language_from_tag (entry->language != NULL ? entry->language : "");
  GPtrArray *told = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_event_free_told);
  AtlasDate written;
  const gboolean is_dated = entry->date != NULL && atlas_date_parse (entry->date, &written, NULL);

  for (guint i = 0; i < entry->blocks->len; i++)
    add_dates (told, g_array_index (entry->blocks, AtlasLibraryBlock, i).text, language, is_dated ? &written : NULL);
  g_ptr_array_sort (told, compare_events);
  return told;
}
