/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-import-html.h"

#include "atlas-import-clean.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* More JSON than this describes no article. */
#define MAX_JSON (1024 * 1024)
#define MAX_JSON_DEPTH 12

/* What <meta> may call each fact, the surest first. */
static const char *const titles[] = { "og:title", "twitter:title", "dc.title", "dcterms.title", "headline", NULL };
static const char *const publishers[] = { "og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name", NULL };
static const char *const authors[] = { "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl", "sailthru.author", NULL };
static const char *const dates[] = { "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date",
                                     "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dcterms.issued", "parsely-pub-date",
                                     "sailthru.date", "article.published", "originalpublicationdate", NULL };
static const char *const addresses[] = { "og:url", "twitter:url", "dc.identifier", NULL };
static const char *const languages[] = { "content-language", "dc.language", "dcterms.language", "og:locale", NULL };
static const char *const summaries[] = { "og:description", "description", "twitter:description", "dc.description", NULL };

typedef struct
{
  AtlasImportDraft *draft;
  GHashTable *meta; /* name in small letters → content */
  char *title;      /* <title> */
  char *headline;   /* the first <h1> */
  guint n_headlines;
  char *byline;
  char *time;      /* the first <time> */
  char *published; /* itemprop=datePublished */
  const char *canonical;
  const char *language;
} Finder;

/* --- JSON-LD --------------------------------------------------------------------------- */

/* A name, or an object with one, or several of them. */
static char *
get_name (JsonNode *node,
          guint depth)
{
  if (node == NULL || depth == 0)
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node))
    return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node) : NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return get_name (json_object_get_member (json_node_get_object (node), "name"), depth - 1);
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint i = 0; i < MIN (json_array_get_length (array), 10); i++)
        {
          g_autofree char *name = get_name (json_array_get_element (array, i), depth - 1);

          if (name != NULL)
            g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
        }
      return names->len > 0 ? g_strdup (names->str) : NULL;
    }
  return NULL;
}

static char *
get_member_name (JsonObject *object,
                 const char *member)
{
  return get_name (json_object_get_member (object, member), 4);
}

static gboolean
is_article_type (JsonObject *object)
{
  static const char *const types[] = { "Article", "BlogPosting", "Report", "LiveBlogPosting" };
  g_autofree char *type = get_member_name (object, "@type");

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (types); i++)
    if (strstr (type, types[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
take_article (AtlasImportDraft *draft,
              JsonObject *object)
{
  g_autofree char *title = get_member_name (object, "headline");
  g_autofree char *publisher = get_member_name (object, "publisher");
  g_autofree char *author = get_member_name (object, "author");
  g_autofree char *date = get_member_name (object, "datePublished");
  g_autofree char *language = get_member_name (object, "inLanguage");
  g_autofree char *summary = get_member_name (object, "description");
  g_autofree char *address = get_member_name (object, "url");
  JsonNode *page = json_object_get_member (object, "mainEntityOfPage");

  atlas_import_draft_set_text (draft, &draft->title, title);
  atlas_import_draft_set_text (draft, &draft->publisher, publisher);
  atlas_import_draft_set_author (draft, author);
  atlas_import_draft_set_date (draft, date);
  atlas_import_draft_set_language (draft, language);
  atlas_import_draft_set_text (draft, &draft->summary, summary);
  atlas_import_draft_set_address (draft, address);
  if (page != NULL && JSON_NODE_HOLDS_OBJECT (page))
    {
      g_autofree char *id = get_member_name (json_node_get_object (page), "@id");

      atlas_import_draft_set_address (draft, id);
    }
}

/* The article may stand in a list or a graph. */
static gboolean
find_article (AtlasImportDraft *draft,
              JsonNode *node,
              guint depth)
{
  if (node == NULL || depth == 0)
    return FALSE;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        if (find_article (draft, json_array_get_element (array, i), depth - 1))
          return TRUE;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  if (is_article_type (json_node_get_object (node)))
    {
      take_article (draft, json_node_get_object (node));
      return TRUE;
    }
  return find_article (draft, json_object_get_member (json_node_get_object (node), "@graph"), depth - 1);
}

/* JSON-GLib reads nested values by recursion. */
static gboolean
is_shallow (const char *json)
{
  guint depth = 0;
  gboolean in_string = FALSE;

  for (const char *p = json; *p != '\0'; p++)
    {
      if (in_string && *p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        in_string = !in_string;
      else if (!in_string && (*p == '{' || *p == '['))
        depth++;
      else if (!in_string && (*p == '}' || *p == ']'))
        depth -= depth > 0;
      if (depth > 100)
        return FALSE;
    }
  return TRUE;
}

/**
 * atlas_import_html_find_json:
 * @json: what may be JSON-LD
 *
 * Takes what it says about an article; says nothing where it is broken.
 */
void
atlas_import_html_find_json (AtlasImportDraft *draft,
                             const char *json)
{
  g_autoptr (JsonParser) parser = NULL;

  if (strlen (json) > MAX_JSON || !is_shallow (json))
    return;
  /* Not the immutable one, which ends the program where two values follow each other. */
  parser = json_parser_new ();
  if (json_parser_load_from_data (parser, json, -1, NULL))
    find_article (draft, json_parser_get_root (parser), MAX_JSON_DEPTH);
}

/* --- Elements ---------------------------------------------------------------------------- */

static char *
get_text (const GumboNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  atlas_import_html_append_text (node, text);
  return atlas_import_clean (text->str, text->len);
}

static void
take_meta (Finder *finder,
           const GumboNode *node)
{
  static const char *const names[] = { "property", "name", "itemprop", "http-equiv" };
  const char *content = atlas_import_html_get (node, "content");

  for (guint i = 0; content != NULL && i < G_N_ELEMENTS (names); i++)
    {
      const char *name = atlas_import_html_get (node, names[i]);
      g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

      if (lower != NULL && *content != '\0' && !g_hash_table_contains (finder->meta, lower))
        g_hash_table_insert (finder->meta, g_steal_pointer (&lower), (gpointer) content);
    }
}

static void
take_script (Finder *finder,
             const GumboNode *node)
{
  const char *type = atlas_import_html_get (node, "type");
  const GumboVector *children = atlas_import_html_children (node);

  if (type == NULL || g_ascii_strcasecmp (type, "application/ld+json") != 0 || children->length != 1)
    return;
  atlas_import_html_find_json (finder->draft, ((const GumboNode *) children->data[0])->v.text.text);
}

static gboolean
has_word (const GumboNode *node,
          const char *attribute,
          const char *word)
{
  const char *value = atlas_import_html_get (node, attribute);
  g_auto (GStrv) words = value != NULL ? g_strsplit_set (value, " \t\n", 32) : NULL;

  return words != NULL && g_strv_contains ((const char *const *) words, word);
}

static void
take_element (Finder *finder,
              const GumboNode *node)
{
  const char *datetime;

  if (finder->byline == NULL && (has_word (node, "rel", "author") || has_word (node, "itemprop", "author") || has_word (node, "class", "byline") || has_word (node, "class", "author")))
    finder->byline = get_text (node);
  if (finder->published == NULL && has_word (node, "itemprop", "datePublished"))
    {
      datetime = atlas_import_html_get (node, "datetime");
      finder->published = datetime != NULL ? g_strdup (datetime) : get_text (node);
    }
  if (atlas_import_html_is (node, GUMBO_TAG_TIME) && finder->time == NULL)
    {
      datetime = atlas_import_html_get (node, "datetime");
      finder->time = datetime != NULL ? g_strdup (datetime) : get_text (node);
    }
  if (atlas_import_html_is (node, GUMBO_TAG_LINK) && finder->canonical == NULL && has_word (node, "rel", "canonical"))
    finder->canonical = atlas_import_html_get (node, "href");
  if (atlas_import_html_is (node, GUMBO_TAG_H1) && finder->n_headlines++ == 0)
    finder->headline = get_text (node);
}

static void
walk (Finder *finder,
      const GumboNode *node)
{
  const GumboVector *children = atlas_import_html_children (node);

  if (children == NULL)
    return;
  if (atlas_import_html_is (node, GUMBO_TAG_META))
    take_meta (finder, node);
  else if (atlas_import_html_is (node, GUMBO_TAG_SCRIPT))
    take_script (finder, node);
  else if (atlas_import_html_is (node, GUMBO_TAG_TITLE) && finder->title == NULL)
    finder->title = get_text (node);
  else if (!atlas_import_html_is (node, GUMBO_TAG_SVG))
    take_element (finder, node);
  if (atlas_import_html_is (node, GUMBO_TAG_HTML))
    {
      finder->language = atlas_import_html_get (node, "lang");
      if (finder->language == NULL)
        finder->language = atlas_import_html_get (node, "xml:lang");
    }
  for (guint i = 0; i < children->length; i++)
    walk (finder, children->data[i]);
}

/* --- Which of them counts ------------------------------------------------------------------ */

static const char *
get_meta (const Finder *finder,
          const char *const *names)
{
  for (; *names != NULL; names++)
    {
      const char *content = g_hash_table_lookup (finder->meta, *names);

      if (content != NULL)
        return content;
    }
  return NULL;
}

/* “A headline | The Paper”: the paper's name, where the headline is known. */
static const char *
find_rest (const char *title,
           const char *headline)
{
  static const char *const separators[] = { " | ", " – ", " — ", " - ", " · ", " :: " };

  if (headline == NULL || *headline == '\0' || !g_str_has_prefix (title, headline))
    return NULL;
  title += strlen (headline);
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_str_has_prefix (title, separators[i]))
      return title + strlen (separators[i]);
  return NULL;
}

static void
settle_title (Finder *finder)
{
  AtlasImportDraft *draft = finder->draft;
  const char *named = get_meta (finder, titles);
  const char *rest;

  /* Where the page's own name hangs on the headline, the headline alone counts. */
  if (named != NULL && finder->headline != NULL && *finder->headline != '\0' && find_rest (named, finder->headline) != NULL)
    named = finder->headline;
  atlas_import_draft_set_text (draft, &draft->title, named);
  if (finder->n_headlines == 1)
    atlas_import_draft_set_text (draft, &draft->title, finder->headline);
  atlas_import_draft_set_text (draft, &draft->title, finder->title);
  rest = finder->title != NULL && draft->title != NULL ? find_rest (finder->title, draft->title) : NULL;
  if (rest != NULL && strstr (rest, " | ") == NULL)
    atlas_import_draft_set_text (draft, &draft->publisher, rest);
}

static void
settle (Finder *finder)
{
  AtlasImportDraft *draft = finder->draft;

  atlas_import_draft_set_text (draft, &draft->publisher, get_meta (finder, publishers));
  settle_title (finder);
  atlas_import_draft_set_author (draft, get_meta (finder, authors));
  atlas_import_draft_set_author (draft, finder->byline);
  atlas_import_draft_set_date (draft, get_meta (finder, dates));
  atlas_import_draft_set_date (draft, finder->published);
  atlas_import_draft_set_date (draft, finder->time);
  atlas_import_draft_set_address (draft, finder->canonical);
  atlas_import_draft_set_address (draft, get_meta (finder, addresses));
  atlas_import_draft_set_language (draft, finder->language);
  atlas_import_draft_set_language (draft, get_meta (finder, languages));
  atlas_import_draft_set_text (draft, &draft->summary, get_meta (finder, summaries));
}

/**
 * atlas_import_html_find_facts:
 *
 * Takes what the page says about its article: JSON-LD before <meta> before what a
 * reader sees.
 */
void
atlas_import_html_find_facts (AtlasImportDraft *draft,
                              const GumboNode *root)
{
  g_autoptr (GHashTable) meta = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Finder finder = { .draft = draft, .meta = meta };

  walk (&finder, root);
  settle (&finder);
  g_free (finder.title);
  g_free (finder.headline);
  g_free (finder.byline);
  g_free (finder.time);
  g_free (finder.published);
}
