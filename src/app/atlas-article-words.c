/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What lists say about an article.
 */
#include "atlas-config.h"

#include "atlas-article-words.h"

#include <glib/gi18n.h>

#include "atlas-language-name.h"
#include "atlas-prose.h"

static void
append_part (GString *words,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", part);
}

static char *
dup_day (gint64 microseconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local_usec (microseconds);

  if (time == NULL)
    return g_strdup ("");
  return atlas_day_format (atlas_day_new (g_date_time_get_year (time), g_date_time_get_month (time), g_date_time_get_day_of_month (time)));
}

static char *
dup_date (const AtlasLibraryItem *article)
{
  g_autofree char *day = NULL;
  AtlasDate date;

  if (*article->date != '\0' && atlas_date_parse (article->date, &date, NULL))
    return atlas_date_format (&date);
  day = dup_day (article->imported_at);
  /* Translators: of an article whose date is unknown; %s is the day when it came into the library */
  return g_strdup_printf (_ ("added on %s"), day);
}

/**
 * atlas_article_words_title:
 *
 * Returns: (transfer none): what the article is called
 */
const char *
atlas_article_words_title (const AtlasLibraryItem *article)
{
  return *article->title != '\0' ? article->title : _ ("Untitled");
}

/**
 * atlas_article_words_origin:
 *
 * Returns: (transfer full): “Publisher · 28 May 2025 · Swedish”, and when it was deleted
 */
char *
atlas_article_words_origin (const AtlasLibraryItem *article)
{
  GString *words = g_string_new (NULL);
  g_autofree char *date = dup_date (article);

  append_part (words, article->publisher);
  append_part (words, date);
  if (*article->language != '\0')
    append_part (words, atlas_language_name (article->language));
  if (article->deleted_at > 0)
    {
      g_autofree char *day = dup_day (article->deleted_at);
      /* Translators: of an article; %s is a day */
      g_autofree char *deleted = g_strdup_printf (_ ("deleted on %s"), day);

      append_part (words, deleted);
    }
  return g_string_free_and_steal (words);
}

/* The words that were looked for in bold. */
static char *
dup_snippet_markup (const AtlasLibraryItem *article)
{
  GString *markup = g_string_new (NULL);
  const char *from = article->snippet;
  guint at = 0;

  for (guint i = 0; i < article->marks->len; i++)
    {
      const AtlasRange *mark = &g_array_index (article->marks, AtlasRange, i);
      const char *start = g_utf8_offset_to_pointer (from, mark->start - at);
      const char *end = g_utf8_offset_to_pointer (start, mark->end - mark->start);

      atlas_prose_append_text (markup, from, start - from);
      g_string_append (markup, "<b>");
      atlas_prose_append_text (markup, start, end - start);
      g_string_append (markup, "</b>");
      from = end;
      at = mark->end;
    }
  atlas_prose_append_text (markup, from, -1);
  return g_string_free_and_steal (markup);
}

/**
 * atlas_article_words_text_markup:
 *
 * Returns: (transfer full): what was found in it with the words in bold, else what it is
 *   about; "" where neither is known
 */
char *
atlas_article_words_text_markup (const AtlasLibraryItem *article)
{
  if (article->snippet != NULL && *article->snippet != '\0')
    return dup_snippet_markup (article);
  return g_markup_escape_text (article->summary, -1);
}

/**
 * atlas_article_words_quotation:
 *
 * Returns: (transfer full): what the list shows of its text, and where that is from
 */
char *
atlas_article_words_quotation (const AtlasLibraryItem *article)
{
  const char *text = article->snippet != NULL && *article->snippet != '\0' ? article->snippet : article->summary;
  GString *quotation = g_string_new (NULL);
  g_autoptr (GString) origin = g_string_new (NULL);
  g_autofree char *date = dup_date (article);

  if (*text != '\0')
    /* Translators: the quotation marks of your language around a part of an article */
    g_string_append_printf (quotation, _ ("“%s”"), text);
  append_part (origin, article->author);
  append_part (origin, atlas_article_words_title (article));
  append_part (origin, article->is_briefing ? _ ("Alliance Atlas") : article->publisher);
  append_part (origin, date);
  append_part (origin, article->address);
  g_string_append_printf (quotation, "%s%s\n", quotation->len > 0 ? "\n— " : "", origin->str);
  return g_string_free_and_steal (quotation);
}
