/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-excerpt-row.h"

#include <string.h>

#include <glib/gi18n.h>

#include "atlas-prose.h"

static const char *
get_mention_title (const AtlasMention *mention,
                   AtlasContent *content)
{
  const AtlasDataset *dataset = atlas_content_get_dataset (content);
  const char *language = atlas_content_get_language (content);

  if (mention->is_organisation)
    {
      const AtlasOrganisation *organisation = atlas_dataset_find_organisation (dataset, mention->target);

      return organisation != NULL ? atlas_organisation_get_name (organisation, language) : NULL;
    }
  else
    {
      const AtlasCountry *country = atlas_dataset_find_country (dataset, mention->target);

      return country != NULL ? atlas_country_get_name (country, language) : NULL;
    }
}

/* Plain text from one byte up to another, with what was emphasised in italics. */
static void
append_plain (GString *markup,
              const AtlasBlock *block,
              guint from,
              guint to)
{
  for (guint i = 0; i < block->n_emphases && from < to; i++)
    {
      guint start = g_utf8_offset_to_pointer (block->text, block->emphases[i].start) - block->text;
      guint end = g_utf8_offset_to_pointer (block->text, block->emphases[i].end) - block->text;

      if (end <= from || start >= to)
        continue;
      start = MAX (start, from);
      end = MIN (end, to);
      atlas_prose_append_text (markup, block->text + from, start - from);
      g_string_append (markup, "<i>");
      atlas_prose_append_text (markup, block->text + start, end - start);
      g_string_append (markup, "</i>");
      from = end;
    }
  atlas_prose_append_text (markup, block->text + from, to - from);
}

static void
append_mention (GString *markup,
                AtlasContent *content,
                const AtlasBlock *block,
                const AtlasMention *mention,
                const char *bold_target)
{
  const char *title = get_mention_title (mention, content);
  const gboolean bold = g_strcmp0 (mention->target, bold_target) == 0;

  if (title != NULL && !bold)
    {
      g_autofree char *start = g_markup_printf_escaped ("<a href=\"%s/%s\" title=\"%s\">",
                                                        mention->is_organisation ? "organisation" : "country", mention->target, title);

      g_string_append (markup, start);
    }
  g_string_append (markup, bold ? "<b>" : "");
  append_plain (markup, block, mention->byte_start, mention->byte_end);
  g_string_append (markup, bold ? "</b>" : "");
  g_string_append (markup, title != NULL && !bold ? "</a>" : "");
}

/**
 * atlas_append_mentions_markup:
 * @bold_target: (nullable): whose mentions are set in bold instead of linked
 *
 * Appends the text of @block with what it names as links. A form that several
 * countries share links to the first of them; a doubtful mention stays plain
 * text.
 */
void
atlas_append_mentions_markup (GString *markup,
                              AtlasContent *content,
                              const AtlasBlock *block,
                              const char *bold_target)
{
  guint n = block->mentions != NULL ? atlas_mentions_get_n (block->mentions) : 0;
  guint done = 0;

  for (guint i = 0; i < n; i++)
    {
      const AtlasMention *mention = atlas_mentions_get (block->mentions, i);

      if (mention->byte_start < done || (mention->doubtful && g_strcmp0 (mention->target, bold_target) != 0))
        continue;
      append_plain (markup, block, done, mention->byte_start);
      append_mention (markup, content, block, mention, bold_target);
      done = mention->byte_end;
    }
  append_plain (markup, block, done, strlen (block->text));
}

static GtkWidget *
new_text (AtlasState *state,
          AtlasContent *content,
          const AtlasExcerpt *excerpt)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  guint n;
  const AtlasBlock *blocks = atlas_article_get_blocks (excerpt->article, &n);
  const char *target = excerpt->n_mentions > 0 ? excerpt->mentions[0]->target : NULL;
  GtkWidget *prose;

  atlas_append_mentions_markup (markup, content, &blocks[excerpt->block], target);
  prose = atlas_prose_new (state, content, markup->str);
  gtk_widget_add_css_class (prose, "excerpt-text");
  return prose;
}

static GtkWidget *
new_origin (AtlasState *state,
            AtlasContent *content,
            const AtlasExcerpt *excerpt)
{
  g_autofree char *link = atlas_prose_link ("article", atlas_article_get_key (excerpt->article), atlas_article_get_title (excerpt->article));
  g_autofree char *date = atlas_date_format (atlas_article_get_date (excerpt->article));
  /* Translators: where an excerpt comes from: the article's title (a link) and its date.
     “Atlas briefing” says that the atlas's own authors wrote it. */
  g_autofree char *markup = g_strdup_printf (_ ("%1$s · Atlas briefing · %2$s"), link, date);
  GtkWidget *prose = atlas_prose_new (state, content, markup);

  gtk_widget_add_css_class (GTK_WIDGET (atlas_prose_get_label (ATLAS_PROSE (prose))), "source");
  return prose;
}

/**
 * atlas_excerpt_row_new:
 *
 * Returns: (transfer floating): a row with a paragraph, the mentions of what
 *   the excerpts are for in bold, and where it stands
 */
GtkWidget *
atlas_excerpt_row_new (AtlasState *state,
                       AtlasContent *content,
                       const AtlasExcerpt *excerpt)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (box, "excerpt");
  gtk_box_append (GTK_BOX (box), new_text (state, content, excerpt));
  gtk_box_append (GTK_BOX (box), new_origin (state, content, excerpt));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}
