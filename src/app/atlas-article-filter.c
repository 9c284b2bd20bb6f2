/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-article-filter.h"

#include <glib/gi18n.h>

#include "atlas-date.h"
#include "atlas-link.h"

static const char *const shown_ids[] = { "all", "own", "briefings", "deleted" };
static const char *const sort_ids[] = { "newest", "oldest", "added", "title" };
static const char *const read_ids[] = { "any", "read", "unread" };

/* --- Reading ------------------------------------------------------------------ */

static gboolean
fail (GError **error,
      const char *part)
{
  g_autofree char *valid = g_utf8_make_valid (part, -1);

  /* Translators: a part of a link, such as read=perhaps */
  g_set_error (error, ATLAS_LINK_ERROR, ATLAS_LINK_ERROR_PARAMETER, _ ("articles: “%s” is no filter of the list of articles"), valid);
  return FALSE;
}

static gboolean
read_choice (const char *const *ids,
             guint n,
             const char *value,
             int *choice)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (ids[i], value))
      {
        *choice = (int) i;
        return TRUE;
      }
  return FALSE;
}

static char **
find_text (AtlasArticleFilter *self,
           const char *name)
{
  const struct
  {
    const char *name;
    char **text;
  } texts[] = {
    { "words", &self->words },
    { "country", &self->country },
    { "organisation", &self->organisation },
    { "language", &self->language },
    { "tag", &self->tag },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].name, name))
      return texts[i].text;
  return NULL;
}

static gboolean
read_value (AtlasArticleFilter *self,
            const char *name,
            const char *value)
{
  char **text = find_text (self, name);
  int choice = 0;
  gboolean good;

  if (text != NULL)
    {
      g_set_str (text, value);
      return *value != '\0' && g_utf8_validate (value, -1, NULL);
    }
  if (g_str_equal (name, "from"))
    return atlas_day_parse (value, &self->from, NULL);
  if (g_str_equal (name, "until"))
    return atlas_day_parse (value, &self->until, NULL);
  if (g_str_equal (name, "show"))
    {
      good = read_choice (shown_ids, G_N_ELEMENTS (shown_ids), value, &choice);
      self->shown = (AtlasArticlesShown) choice;
    }
  else if (g_str_equal (name, "sort"))
    {
      good = read_choice (sort_ids, G_N_ELEMENTS (sort_ids), value, &choice);
      self->sort = (AtlasLibrarySort) choice;
    }
  else
    {
      good = g_str_equal (name, "read") && read_choice (read_ids, G_N_ELEMENTS (read_ids), value, &choice);
      self->read = (AtlasLibraryReadFilter) choice;
    }
  return good;
}

static gboolean
read_part (AtlasArticleFilter *self,
           const char *part)
{
  g_auto (GStrv) halves = g_strsplit (part, "=", 2);
  g_autofree char *value = halves[0] != NULL && halves[1] != NULL ? g_uri_unescape_string (halves[1], NULL) : NULL;

  return value != NULL && read_value (self, halves[0], value);
}

/**
 * atlas_article_filter_parse:
 * @id: what stands after “articles/”
 * @self: (out caller-allocates): set where @id is good, otherwise that of all articles
 * @error: %ATLAS_LINK_ERROR_PARAMETER; the message names the part that is wrong
 *
 * Returns: whether @id is a filter; whether there is such a country is not asked
 */
gboolean
atlas_article_filter_parse (const char *id,
                            AtlasArticleFilter *self,
                            GError **error)
{
  g_auto (GStrv) parts = g_strsplit (id, "&", -1);

  *self = (AtlasArticleFilter) { 0 };
  for (guint i = 0; parts[i] != NULL && *id != '\0'; i++)
    if (!read_part (self, parts[i]))
      {
        atlas_article_filter_clear (self);
        return fail (error, parts[i]);
      }
  return TRUE;
}

/* --- Writing ------------------------------------------------------------------ */

static void
append (GString *id,
        const char *name,
        const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_string_append_printf (id, "%s%s=", id->len > 0 ? "&" : "", name);
  g_string_append_uri_escaped (id, value, NULL, TRUE);
}

static void
append_day (GString *id,
            const char *name,
            AtlasDay day)
{
  g_autofree char *iso = day > 0 ? atlas_day_to_iso (day) : NULL;

  append (id, name, iso);
}

/**
 * atlas_article_filter_format:
 *
 * Returns: (transfer full): what atlas_article_filter_parse() takes; "" for all articles,
 *   the newest first
 */
char *
atlas_article_filter_format (const AtlasArticleFilter *self)
{
  GString *id = g_string_new (NULL);

  append (id, "show", self->shown != ATLAS_ARTICLES_ALL ? shown_ids[self->shown] : NULL);
  append (id, "words", self->words);
  append (id, "country", self->country);
  append (id, "organisation", self->organisation);
  append (id, "language", self->language);
  append (id, "tag", self->tag);
  append_day (id, "from", self->from);
  append_day (id, "until", self->until);
  append (id, "read", self->read != ATLAS_LIBRARY_READ_OR_NOT ? read_ids[self->read] : NULL);
  append (id, "sort", self->sort != ATLAS_LIBRARY_NEWEST ? sort_ids[self->sort] : NULL);
  return g_string_free_and_steal (id);
}

/**
 * atlas_article_filter_dup_path:
 *
 * Returns: (transfer full): the selection that shows these articles
 */
char *
atlas_article_filter_dup_path (const AtlasArticleFilter *self)
{
  g_autofree char *id = atlas_article_filter_format (self);

  return *id != '\0' ? g_strconcat ("articles/", id, NULL) : g_strdup ("articles");
}

/* --- Values ------------------------------------------------------------------- */

/**
 * atlas_article_filter_copy:
 * @copy: (out caller-allocates): with strings of its own
 */
void
atlas_article_filter_copy (const AtlasArticleFilter *self,
                           AtlasArticleFilter *copy)
{
  *copy = *self;
  copy->words = g_strdup (self->words);
  copy->country = g_strdup (self->country);
  copy->organisation = g_strdup (self->organisation);
  copy->language = g_strdup (self->language);
  copy->tag = g_strdup (self->tag);
}

/**
 * atlas_article_filter_clear:
 *
 * Frees what @self holds and leaves that of all articles.
 */
void
atlas_article_filter_clear (AtlasArticleFilter *self)
{
  g_free (self->words);
  g_free (self->country);
  g_free (self->organisation);
  g_free (self->language);
  g_free (self->tag);
  *self = (AtlasArticleFilter) { 0 };
}

/**
 * atlas_article_filter_has:
 *
 * Returns: whether @part may leave articles out
 */
gboolean
atlas_article_filter_has (const AtlasArticleFilter *self,
                          AtlasFilterPart part)
{
  switch (part)
    {
    case ATLAS_FILTER_SHOWN:
      return self->shown != ATLAS_ARTICLES_ALL;
    case ATLAS_FILTER_READ:
      return self->read != ATLAS_LIBRARY_READ_OR_NOT;
    case ATLAS_FILTER_WORDS:
      return self->words != NULL;
    case ATLAS_FILTER_COUNTRY:
      return self->country != NULL;
    case ATLAS_FILTER_ORGANISATION:
      return self->organisation != NULL;
    case ATLAS_FILTER_LANGUAGE:
      return self->language != NULL;
    case ATLAS_FILTER_TAG:
      return self->tag != NULL;
    case ATLAS_FILTER_FROM:
      return self->from > 0;
    case ATLAS_FILTER_UNTIL:
      return self->until > 0;
    case ATLAS_N_FILTER_PARTS:
    default:
      return FALSE;
    }
}

/**
 * atlas_article_filter_remove:
 *
 * Makes @part leave nothing out.
 */
void
atlas_article_filter_remove (AtlasArticleFilter *self,
                             AtlasFilterPart part)
{
  switch (part)
    {
    case ATLAS_FILTER_SHOWN:
      self->shown = ATLAS_ARTICLES_ALL;
      break;
    case ATLAS_FILTER_READ:
      self->read = ATLAS_LIBRARY_READ_OR_NOT;
      break;
    case ATLAS_FILTER_WORDS:
      g_clear_pointer (&self->words, g_free);
      break;
    case ATLAS_FILTER_COUNTRY:
      g_clear_pointer (&self->country, g_free);
      break;
    case ATLAS_FILTER_ORGANISATION:
      g_clear_pointer (&self->organisation, g_free);
      break;
    case ATLAS_FILTER_LANGUAGE:
      g_clear_pointer (&self->language, g_free);
      break;
    case ATLAS_FILTER_TAG:
      g_clear_pointer (&self->tag, g_free);
      break;
    case ATLAS_FILTER_FROM:
      self->from = 0;
      break;
    case ATLAS_FILTER_UNTIL:
      self->until = 0;
      break;
    case ATLAS_N_FILTER_PARTS:
    default:
      break;
    }
}

/**
 * atlas_article_filter_is_narrow:
 *
 * Returns: whether it may leave articles out
 */
gboolean
atlas_article_filter_is_narrow (const AtlasArticleFilter *self)
{
  for (AtlasFilterPart part = 0; part < ATLAS_N_FILTER_PARTS; part++)
    if (atlas_article_filter_has (self, part))
      return TRUE;
  return FALSE;
}

/**
 * atlas_article_filter_to_query:
 * @query: (out caller-allocates): with the strings of @self, which must outlive it
 */
void
atlas_article_filter_to_query (const AtlasArticleFilter *self,
                               AtlasLibraryQuery *query)
{
  *query = (AtlasLibraryQuery) {
    .sort = self->sort,
    .country = self->country,
    .organisation = self->organisation,
    .language = self->language,
    .tag = self->tag,
    .words = self->words,
    .from = self->from,
    .until = self->until,
    .read = self->read,
    .deleted = self->shown == ATLAS_ARTICLES_DELETED,
  };
}
