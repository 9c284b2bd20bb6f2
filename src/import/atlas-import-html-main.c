/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-import-html.h"

#include "atlas-import-clean.h"

#include <stdlib.h>
#include <string.h>

/* A paragraph shorter than this says little about where the article is. */
#define SHORT_PARAGRAPH 40

/* What an element must have of the good text to be the article, and to be looked
 * into further. */
#define SHARE_NAMED 0.5
#define SHARE_CHILD 0.8

#define LONGEST_HEADING 120

/* --- What is left out ------------------------------------------------------------------ */

/* Words in class and id of what is no article, in small letters, sorted. */
static const char *const outside_words[] = {
  "ad", "ads", "advert", "advertisement", "adverts", "banner", "breadcrumb", "breadcrumbs", "byline", "caption", "captions",
  "comment", "comments", "consent", "cookie", "cookiebanner", "cookieconsent", "cookies", "copyright", "disclaimer", "disqus",
  "dropdown", "editsection", "figcaption", "footer", "footnotes", "gdpr", "infobox", "login", "masthead", "menu", "mostread", "nav", "navbar",
  "navigation", "navigering", "newsletter", "onetrust", "outbrain", "pagination", "paywall", "popular", "popup", "promo", "promoted",
  "puff", "readmore", "recirculation", "recommendations", "recommended", "reference", "references", "related", "relaterat", "respond", "share",
  "sharebar", "sharing", "sidebar", "signup", "skip", "social", "sponsor", "sponsored", "subscribe", "subscription", "taboola",
  "tags", "teaser", "teasers", "toc", "toolbar", "trending"
};

/* Such words tell of the page, not of the element: “has-sidebar”. */
static const char *const page_words[] = { "has", "no", "with", "without", "is", "hide", "show" };

static int
compare_words (const void *a,
               const void *b)
{
  return strcmp (a, *(const char *const *) b);
}

static gboolean
is_outside_word (const char *word)
{
  return bsearch (word, outside_words, G_N_ELEMENTS (outside_words), sizeof *outside_words, compare_words) != NULL;
}

static gboolean
is_page_word (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (page_words); i++)
    if (g_str_equal (word, page_words[i]))
      return TRUE;
  return FALSE;
}

/* “ArticleComments list__nav” has the words article, comments, list and nav. */
static gboolean
has_outside_word (const char *names)
{
  char word[32];
  gsize n = 0;
  gboolean of_page = FALSE;

  for (const char *p = names;; p++)
    {
      gboolean starts = g_ascii_isupper (*p) && p > names && g_ascii_islower (p[-1]);

      if (!g_ascii_isalnum (*p) || starts)
        {
          word[n] = '\0';
          if (n > 0 && !of_page && is_outside_word (word))
            return TRUE;
          if (n > 0)
            of_page = of_page || is_page_word (word);
          n = 0;
          if (g_ascii_isspace (*p))
            of_page = FALSE;
        }
      if (*p == '\0')
        return FALSE;
      if (g_ascii_isalnum (*p) && n < sizeof word - 1)
        word[n++] = g_ascii_tolower (*p);
    }
}

static gboolean
has_outside_role (const GumboNode *node)
{
  static const char *const roles[] = { "navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alertdialog",
                                       "menu", "menubar", "toolbar", "alert", "form" };
  const char *role = atlas_import_html_get (node, "role");

  for (guint i = 0; role != NULL && i < G_N_ELEMENTS (roles); i++)
    if (g_ascii_strcasecmp (role, roles[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_hidden (const GumboNode *node)
{
  const char *style = atlas_import_html_get (node, "style");
  const char *aria = atlas_import_html_get (node, "aria-hidden");

  if (atlas_import_html_get (node, "hidden") != NULL || (aria != NULL && g_str_equal (aria, "true")))
    return TRUE;
  return style != NULL && g_regex_match_simple ("display\\s*:\\s*none|visibility\\s*:\\s*hidden", style, G_REGEX_CASELESS | G_REGEX_RAW, G_REGEX_MATCH_DEFAULT);
}

static gboolean
is_outside_tag (GumboTag tag)
{
  static const GumboTag tags[] = {
    GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_HEAD, GUMBO_TAG_TITLE, GUMBO_TAG_NAV,
    GUMBO_TAG_FOOTER, GUMBO_TAG_ASIDE, GUMBO_TAG_FORM, GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_INPUT,
    GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_SVG, GUMBO_TAG_MATH, GUMBO_TAG_CANVAS, GUMBO_TAG_VIDEO,
    GUMBO_TAG_AUDIO, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE, GUMBO_TAG_CAPTION, GUMBO_TAG_DIALOG, GUMBO_TAG_MENU
  };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (tag == tags[i])
      return TRUE;
  return FALSE;
}

/**
 * atlas_import_html_is_left_out:
 *
 * Returns: whether @node is no part of an article, whatever is in it
 */
gboolean
atlas_import_html_is_left_out (const GumboNode *node)
{
  const char *names[2];

  if (node->type != GUMBO_NODE_ELEMENT)
    return node->type == GUMBO_NODE_COMMENT || node->type == GUMBO_NODE_TEMPLATE;
  if (is_outside_tag (node->v.element.tag))
    return TRUE;
  if (atlas_import_html_is (node, GUMBO_TAG_HTML) || atlas_import_html_is (node, GUMBO_TAG_BODY) ||
      atlas_import_html_is (node, GUMBO_TAG_MAIN) || atlas_import_html_is (node, GUMBO_TAG_ARTICLE))
    return FALSE;
  if (has_outside_role (node) || is_hidden (node))
    return TRUE;
  names[0] = atlas_import_html_get (node, "class");
  names[1] = atlas_import_html_get (node, "id");
  return (names[0] != NULL && has_outside_word (names[0])) || (names[1] != NULL && has_outside_word (names[1]));
}

/**
 * atlas_import_html_is_block:
 *
 * Returns: whether @node stands on lines of its own
 */
gboolean
atlas_import_html_is_block (const GumboNode *node)
{
  static const GumboTag tags[] = {
    GUMBO_TAG_P, GUMBO_TAG_DIV, GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6, GUMBO_TAG_UL,
    GUMBO_TAG_OL, GUMBO_TAG_LI, GUMBO_TAG_DL, GUMBO_TAG_DT, GUMBO_TAG_DD, GUMBO_TAG_TABLE, GUMBO_TAG_TBODY, GUMBO_TAG_THEAD,
    GUMBO_TAG_TR, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE, GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN, GUMBO_TAG_HEADER,
    GUMBO_TAG_ADDRESS, GUMBO_TAG_HR, GUMBO_TAG_BODY, GUMBO_TAG_HTML, GUMBO_TAG_CENTER, GUMBO_TAG_HGROUP, GUMBO_TAG_DETAILS,
    GUMBO_TAG_SUMMARY, GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FOOTER, GUMBO_TAG_ASIDE, GUMBO_TAG_NAV,
    GUMBO_TAG_FORM
  };

  if (node->type != GUMBO_NODE_ELEMENT)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (node->v.element.tag == tags[i])
      return TRUE;
  return FALSE;
}

/* --- Where the article is ------------------------------------------------------------------ */

typedef struct
{
  gsize text;  /* letters outside blocks within */
  gsize links; /* of them, in links */
} Run;

typedef struct
{
  GHashTable *good; /* node → letters of good paragraphs in it */
} Weigher;

/* Letters that stand in @node itself and in what is in its lines. */
static void
measure_run (const GumboNode *node,
             gboolean in_link,
             Run *run)
{
  const GumboVector *children = atlas_import_html_children (node);

  if (node->type == GUMBO_NODE_TEXT)
    {
      gsize n = strlen (node->v.text.text);

      run->text += n;
      run->links += in_link ? n : 0;
    }
  for (guint i = 0; children != NULL && i < children->length; i++)
    {
      const GumboNode *child = children->data[i];

      if (!atlas_import_html_is_left_out (child) && !atlas_import_html_is_block (child))
        measure_run (child, in_link || atlas_import_html_is (child, GUMBO_TAG_A), run);
    }
}

static gsize
weigh (Weigher *weigher,
       const GumboNode *node)
{
  const GumboVector *children = atlas_import_html_children (node);
  Run run = { 0, 0 };
  gsize good = 0;

  if (children == NULL || atlas_import_html_is_left_out (node))
    return 0;
  if (atlas_import_html_is_block (node))
    measure_run (node, FALSE, &run);
  if (run.text >= SHORT_PARAGRAPH && run.links * 2 < run.text)
    good = run.text - run.links;
  for (guint i = 0; i < children->length; i++)
    good += weigh (weigher, children->data[i]);
  g_hash_table_insert (weigher->good, (gpointer) node, GSIZE_TO_POINTER (good));
  return good;
}

static gsize
get_good (const Weigher *weigher,
          const GumboNode *node)
{
  return GPOINTER_TO_SIZE (g_hash_table_lookup (weigher->good, node));
}

typedef gboolean (*IsNamed) (const GumboNode *node);

static gboolean
is_article_body (const GumboNode *node)
{
  const char *property = atlas_import_html_get (node, "itemprop");

  return property != NULL && strstr (property, "articleBody") != NULL;
}

static gboolean
is_article (const GumboNode *node)
{
  const char *role = atlas_import_html_get (node, "role");

  return atlas_import_html_is (node, GUMBO_TAG_ARTICLE) || (role != NULL && g_str_equal (role, "article"));
}

static gboolean
is_main (const GumboNode *node)
{
  const char *role = atlas_import_html_get (node, "role");

  return atlas_import_html_is (node, GUMBO_TAG_MAIN) || (role != NULL && g_str_equal (role, "main"));
}

static void
find_best (const Weigher *weigher,
           const GumboNode *node,
           IsNamed is_named,
           const GumboNode **best)
{
  const GumboVector *children = atlas_import_html_children (node);

  if (is_named (node) && (*best == NULL || get_good (weigher, node) > get_good (weigher, *best)))
    *best = node;
  for (guint i = 0; children != NULL && i < children->length; i++)
    find_best (weigher, children->data[i], is_named, best);
}

/* The one that is named so, if it has enough of the text. */
static const GumboNode *
narrow_to_named (const Weigher *weigher,
                 const GumboNode *root,
                 IsNamed is_named)
{
  const GumboNode *best = NULL;

  find_best (weigher, root, is_named, &best);
  return best != NULL && get_good (weigher, best) > get_good (weigher, root) * SHARE_NAMED ? best : root;
}

/* Down to where the good text divides. Where the named part begins its headline
 * and lead stand, so that nobody goes below it. */
static const GumboNode *
narrow_to_child (const Weigher *weigher,
                 const GumboNode *root)
{
  const GumboVector *children = atlas_import_html_children (root);

  for (guint i = 0; children != NULL && i < children->length; i++)
    {
      const GumboNode *child = children->data[i];

      if (get_good (weigher, child) > 0 && get_good (weigher, child) >= get_good (weigher, root) * SHARE_CHILD && !atlas_import_html_is (child, GUMBO_TAG_P))
        return narrow_to_child (weigher, child);
    }
  return root;
}

/**
 * atlas_import_html_find_main:
 *
 * Goes by what the page calls its article, and where it does not, by where the
 * paragraphs are that are not links.
 *
 * Returns: (transfer none): the element that the article is in
 */
const GumboNode *
atlas_import_html_find_main (const GumboNode *root)
{
  g_autoptr (GHashTable) good = g_hash_table_new (NULL, NULL);
  Weigher weigher = { good };
  const GumboNode *found;

  weigh (&weigher, root);
  found = narrow_to_named (&weigher, root, is_main);
  found = narrow_to_named (&weigher, found, is_article);
  if (found != root && is_article (found))
    return found;
  found = narrow_to_named (&weigher, found, is_article_body);
  return is_article_body (found) ? found : narrow_to_child (&weigher, found);
}

/* --- Blocks ----------------------------------------------------------------------------------- */

typedef struct
{
  AtlasImportDraft *draft;
  GString *text;
  gsize links;  /* letters of @text in links */
  gsize strong; /* letters of @text in bold */
  gsize letters;
  gboolean all;
  guint n_breaks;
  AtlasBlockKind kind;
  GError **error;
} Writer;

static gboolean
is_heading_tag (const GumboNode *node)
{
  return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag >= GUMBO_TAG_H1 && node->v.element.tag <= GUMBO_TAG_H6;
}

/* A line that is a link, or leads to another article, is none of this one. */
static gboolean
is_elsewhere (const Writer *writer,
              const char *clean)
{
  if (writer->all)
    return FALSE;
  if (writer->links > 0 && writer->links * 10 >= writer->letters * 8 && writer->kind != ATLAS_BLOCK_HEADING)
    return TRUE;
  return atlas_import_is_teaser (clean) && (writer->links > 0 || !atlas_import_ends_sentence (clean));
}

static gboolean
flush (Writer *writer)
{
  g_autofree char *clean = atlas_import_clean (writer->text->str, writer->text->len);
  gboolean bold = writer->strong > 0 && writer->strong >= writer->letters;
  AtlasBlockKind kind = writer->kind;
  gboolean added = TRUE;

  if (bold && !atlas_import_ends_sentence (clean) && g_utf8_strlen (clean, -1) <= LONGEST_HEADING)
    kind = ATLAS_BLOCK_HEADING;
  if (!is_elsewhere (writer, clean))
    added = atlas_import_draft_add (writer->draft, kind, clean, -1, writer->error);
  g_string_truncate (writer->text, 0);
  writer->links = writer->strong = writer->letters = 0;
  writer->n_breaks = 0;
  return added;
}

/* Lists of links lead elsewhere. */
static gboolean
is_link_list (const GumboNode *node)
{
  const GumboVector *children = atlas_import_html_children (node);
  Run run = { 0, 0 };

  if (!atlas_import_html_is (node, GUMBO_TAG_UL) && !atlas_import_html_is (node, GUMBO_TAG_OL))
    return FALSE;
  for (guint i = 0; i < children->length; i++)
    measure_run (children->data[i], FALSE, &run);
  return run.links * 2 > run.text;
}

static gsize
count_letters (const char *text)
{
  gsize n = 0;

  for (; *text != '\0'; text++)
    n += !g_ascii_isspace (*text) && ((guchar) *text & 0xc0) != 0x80;
  return n;
}

static void
write_text (Writer *writer,
            const char *text,
            gboolean in_link,
            gboolean in_strong)
{
  gsize n = count_letters (text);

  g_string_append (writer->text, text);
  writer->letters += n;
  writer->links += in_link ? n : 0;
  writer->strong += in_strong ? n : 0;
  if (n > 0)
    writer->n_breaks = 0;
}

/* Two breaks part paragraphs, one is a space. */
static gboolean
write_break (Writer *writer)
{
  g_string_append_c (writer->text, '\n');
  return ++writer->n_breaks < 2 || writer->kind == ATLAS_BLOCK_HEADING || flush (writer);
}

static gboolean
is_written (const Writer *writer,
            const GumboNode *node)
{
  if (node->type != GUMBO_NODE_ELEMENT)
    return node->type != GUMBO_NODE_COMMENT && node->type != GUMBO_NODE_TEMPLATE;
  if (writer->all)
    return !atlas_import_html_is (node, GUMBO_TAG_HEAD) && !atlas_import_html_is (node, GUMBO_TAG_SCRIPT) &&
           !atlas_import_html_is (node, GUMBO_TAG_STYLE) && !atlas_import_html_is (node, GUMBO_TAG_NAV) &&
           !atlas_import_html_is (node, GUMBO_TAG_SVG) && !atlas_import_html_is (node, GUMBO_TAG_FIGCAPTION);
  return !atlas_import_html_is_left_out (node) && !is_link_list (node);
}

static gboolean
write_node (Writer *writer,
            const GumboNode *node,
            gboolean in_link,
            gboolean in_strong)
{
  const GumboVector *children = atlas_import_html_children (node);
  gboolean block = atlas_import_html_is_block (node);
  AtlasBlockKind kind_before = writer->kind;

  if (!is_written (writer, node))
    return TRUE;
  if (children == NULL)
    {
      write_text (writer, node->v.text.text, in_link, in_strong);
      return TRUE;
    }
  if (atlas_import_html_is (node, GUMBO_TAG_BR))
    return write_break (writer);
  if (block && !flush (writer))
    return FALSE;
  if (is_heading_tag (node))
    writer->kind = ATLAS_BLOCK_HEADING;
  /* A line that is a link or a time alone is no part of the text. */
  in_link |= atlas_import_html_is (node, GUMBO_TAG_TIME);
  in_link |= atlas_import_html_is (node, GUMBO_TAG_A) && atlas_import_html_get (node, "href") != NULL;
  in_strong |= atlas_import_html_is (node, GUMBO_TAG_STRONG) || atlas_import_html_is (node, GUMBO_TAG_B);
  for (guint i = 0; i < children->length; i++)
    if (!write_node (writer, children->data[i], in_link, in_strong))
      return FALSE;
  if (atlas_import_html_is (node, GUMBO_TAG_TD) || atlas_import_html_is (node, GUMBO_TAG_TH))
    g_string_append_c (writer->text, ' ');
  if (block && !flush (writer))
    return FALSE;
  writer->kind = kind_before;
  return TRUE;
}

/**
 * atlas_import_html_add_blocks:
 * @all: whether nothing is to be left out
 *
 * Adds the headings and paragraphs in @node.
 */
gboolean
atlas_import_html_add_blocks (AtlasImportDraft *draft,
                              const GumboNode *node,
                              gboolean all,
                              GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Writer writer = { .draft = draft, .text = text, .all = all, .kind = ATLAS_BLOCK_PARAGRAPH, .error = error };

  return write_node (&writer, node, FALSE, FALSE) && flush (&writer);
}
