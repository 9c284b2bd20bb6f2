/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-import-html.h"

#include "atlas-importers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More elements than this are no article. */
#define MAX_ELEMENTS 500000

/* --- Before parsing ------------------------------------------------------------------- */

static gboolean
is_name_of (const char *name,
            gsize length,
            const char *const *names)
{
  for (; *names != NULL; names++)
    if (strlen (*names) == length && g_ascii_strncasecmp (*names, name, length) == 0)
      return TRUE;
  return FALSE;
}

/* The parser takes time that grows with the depth for each element, so that pages
 * made to be deep are refused unparsed. Elements whose end may be left out do not
 * count, for their depth is not the number of their beginnings. */
static gboolean
is_too_deep (const char *text)
{
  static const char *const uncounted[] = {
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "col", "rp", "rt",
    "br", "hr", "img", "input", "meta", "link", "area", "base", "embed", "source", "track", "wbr", "html", "head", "body", NULL
  };
  guint depth = 0, n_elements = 0;

  for (const char *p = strchr (text, '<'); p != NULL; p = strchr (p, '<'))
    {
      gboolean closes = *++p == '/';
      const char *name = p + closes;
      gsize length = 0;

      while (g_ascii_isalnum (name[length]))
        length++;
      if (length == 0)
        continue;
      if (++n_elements > MAX_ELEMENTS)
        return TRUE;
      p = name + length;
      if (is_name_of (name, length, uncounted))
        continue;
      if (closes)
        depth -= depth > 0;
      else
        {
          const char *end = strchr (p, '>');

          depth += end == NULL || end[-1] != '/';
        }
      if (depth > 4 * ATLAS_IMPORT_MAX_DEPTH)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_deeper_than (const GumboNode *node,
                guint depth)
{
  const GumboVector *children = atlas_import_html_children (node);

  if (depth == 0)
    return TRUE;
  for (guint i = 0; children != NULL && i < children->length; i++)
    if (is_deeper_than (children->data[i], depth - 1))
      return TRUE;
  return FALSE;
}

static gboolean
refuse_depth (AtlasImportDraft *draft,
              GError **error)
{
  return atlas_import_fail (error, ATLAS_IMPORT_ERROR_TOO_DEEP,
                            _ ("The elements of “%s” are nested deeper than in any article; copy the text and paste it."), draft->name);
}

/* --- Nodes ------------------------------------------------------------------------------- */

/**
 * atlas_import_html_get:
 *
 * Returns: (transfer none) (nullable): the attribute's value
 */
const char *
atlas_import_html_get (const GumboNode *node,
                       const char *attribute)
{
  const GumboAttribute *found;

  if (node->type != GUMBO_NODE_ELEMENT)
    return NULL;
  found = gumbo_get_attribute (&node->v.element.attributes, attribute);
  return found != NULL ? found->value : NULL;
}

gboolean
atlas_import_html_is (const GumboNode *node,
                      GumboTag tag)
{
  return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
}

/**
 * atlas_import_html_children:
 *
 * Returns: (transfer none) (nullable): %NULL where @node is no element
 */
const GumboVector *
atlas_import_html_children (const GumboNode *node)
{
  return node->type == GUMBO_NODE_ELEMENT ? &node->v.element.children : NULL;
}

/**
 * atlas_import_html_append_text:
 *
 * Appends all text in @node to @text, but not scripts and styles.
 */
void
atlas_import_html_append_text (const GumboNode *node,
                               GString *text)
{
  const GumboVector *children = atlas_import_html_children (node);

  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA)
    g_string_append (text, node->v.text.text);
  if (children == NULL || atlas_import_html_is (node, GUMBO_TAG_SCRIPT) || atlas_import_html_is (node, GUMBO_TAG_STYLE))
    return;
  if (atlas_import_html_is (node, GUMBO_TAG_BR) || atlas_import_html_is_block (node))
    g_string_append_c (text, ' ');
  for (guint i = 0; i < children->length; i++)
    atlas_import_html_append_text (children->data[i], text);
}

/* --- The importer --------------------------------------------------------------------------- */

static gboolean
import_tree (AtlasImportDraft *draft,
             const GumboNode *root,
             gboolean all,
             GError **error)
{
  if (is_deeper_than (root, ATLAS_IMPORT_MAX_DEPTH))
    return refuse_depth (draft, error);
  if (all)
    return atlas_import_html_add_blocks (draft, root, TRUE, error);
  atlas_import_html_find_facts (draft, root);
  if (!atlas_import_html_add_blocks (draft, atlas_import_html_find_main (root), FALSE, error))
    return FALSE;
  if (draft->blocks->len > 0)
    return TRUE;
  atlas_import_draft_warn (draft, _ ("No article was found on the page, so that all its text was taken."));
  return atlas_import_html_add_blocks (draft, root, TRUE, error);
}

/**
 * atlas_import_html:
 * @all: whether all of @text is the article, as in a book; else it is looked for,
 *   and what the page says about it too
 */
gboolean
atlas_import_html (AtlasImportDraft *draft,
                   const char *text,
                   gboolean all,
                   GError **error)
{
  GumboOptions options = kGumboDefaultOptions;
  GumboOutput *output;
  gboolean imported;

  if (is_too_deep (text))
    return refuse_depth (draft, error);
  options.max_errors = 0;
  output = gumbo_parse_with_options (&options, text, strlen (text));
  if (output == NULL || output->root == NULL)
    imported = atlas_import_fail (error, ATLAS_IMPORT_ERROR_DAMAGED, _ ("“%s” cannot be read as HTML; copy the text and paste it."), draft->name);
  else
    imported = import_tree (draft, output->root, all, error);
  if (output != NULL)
    gumbo_destroy_output (&options, output);
  return imported;
}
