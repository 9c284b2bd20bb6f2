/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-excerpt-row.h"

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

static void
append_mention (GString *markup,
                AtlasContent *content,
                const char *text,
                const AtlasMention *mention,
                const char *bold_target)
{
  g_autofree char *words = g_strndup (text + mention->byte_start, mention->byte_end - mention->byte_start);
  const char *title = get_mention_title (mention, content);
  g_autofree char *piece = NULL;

  if (title == NULL)
    {
      atlas_prose_append_text (markup, words, -1);
      return;
    }
  if (bold_target != NULL && g_str_equal (mention->target, bold_target))
    piece = g_markup_printf_escaped ("<b>%s</b>", words);
  else
    piece = g_markup_printf_escaped ("<a href=\"%s/%s\" title=\"%s\">%s</a>",
                                     mention->is_organisation ? "organisation" : "country", mention->target, title, words);
  g_string_append (markup, piece);
}

/**
 * atlas_append_mentions_markup:
 * @mentions: of @text
 * @bold_target: (nullable): whose mentions are set in bold instead of linked
 *
 * Appends @text with what it names as links. A form that several countries
 * share links to the first of them; a doubtful mention stays plain text.
 */
void
atlas_append_mentions_markup (GString *markup,
                              AtlasContent *content,
                              const char *text,
                              AtlasMentions *mentions,
                              const char *bold_target)
{
  guint done = 0;

  for (guint i = 0; mentions != NULL && i < atlas_mentions_get_n (mentions); i++)
    {
      const AtlasMention *mention = atlas_mentions_get (mentions, i);

      if (mention->byte_start < done || (mention->doubtful && g_strcmp0 (mention->target, bold_target) != 0))
        continue;
      atlas_prose_append_text (markup, text + done, mention->byte_start - done);
      append_mention (markup, content, text, mention, bold_target);
      done = mention->byte_end;
    }
  atlas_prose_append_text (markup, text + done, -1);
}

static GtkWidget *
new_text (AtlasState *state,
          AtlasContent *content,
          const AtlasExcerpt *excerpt)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  const AtlasBlock *blocks = atlas_article_get_blocks (excerpt->article, NULL);
  const char *target = excerpt->n_mentions > 0 ? excerpt->mentions[0]->target : NULL;
  GtkWidget *prose;

  atlas_append_mentions_markup (markup, content, excerpt->text, blocks[excerpt->block].mentions, target);
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
