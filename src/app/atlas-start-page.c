/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-start-page.h"

#include <glib/gi18n.h>

#include "atlas-articles-row.h"
#include "atlas-date-words.h"
#include "atlas-lazy-list.h"
#include "atlas-page-parts.h"
#include "atlas-prose.h"
#include "atlas-timeline-list.h"

#define FIRST_ARTICLES 6
#define RECENT_CHANGES 12
#define FIRST_CHANGES 6

struct _AtlasStartPage
{
  AtlasPageView parent_instance;

  GtkBox *lens;
  GtkBox *recent;
};

G_DEFINE_FINAL_TYPE (AtlasStartPage, atlas_start_page, ATLAS_TYPE_PAGE_VIEW)

static void
append_welcome (AtlasStartPage *self)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const char *text = _ ("Who belongs to which alliance in Eurasia, since when, and what was written about it. "
                        "Click a country on the map, or search, and its page opens here.");

  gtk_widget_add_css_class (head, "page-head");
  gtk_box_append (GTK_BOX (head), atlas_heading_new (_ ("Alliances of Eurasia"), 1));
  gtk_box_append (GTK_BOX (head), atlas_page_view_new_prose (view, text, "reading"));
  atlas_page_view_append (view, head);
}

static GtkWidget *
new_button (const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/* How an article comes in. */
static void
append_own_articles (AtlasPageView *view)
{
  const char *text = _ ("Drop an article on the window, paste it, or open its file: the countries that it names light up, and it stays here.");
  GtkWidget *section = atlas_page_view_append_section (view, _ ("Your articles"), -1);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (buttons), new_button (_ ("_Open…"), "win.open-article"));
  gtk_box_append (GTK_BOX (buttons), new_button (_ ("Pa_ste"), "win.paste-article"));
  gtk_box_append (GTK_BOX (section), atlas_page_view_new_prose (view, text, NULL));
  gtk_box_append (GTK_BOX (section), buttons);
}

static void
append_organisation (AtlasStartPage *self,
                     const AtlasOrganisation *organisation)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  const AtlasDataset *dataset = atlas_page_view_get_dataset (view);
  const AtlasDay day = atlas_state_get_date (atlas_page_view_get_state (view));
  const char *language = atlas_page_view_get_language (view);
  g_autofree char *link = atlas_prose_link ("organisation", organisation->id, atlas_organisation_get_name (organisation, language));
  g_autofree char *description = g_markup_escape_text (atlas_organisation_get_description (organisation, language), -1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  AtlasTally tally;
  g_autofree char *counts = NULL;

  atlas_query_tally (dataset, organisation, day, &tally);
  if (tally.former > 0)
    /* Translators: how many countries belong to an organisation, and how many left it */
    counts = g_strdup_printf (_ ("Members: %1$u · left: %2$u"), tally.belonging, tally.former);
  else
    counts = atlas_date_words_for_organisation (dataset, organisation, day);
  gtk_box_append (GTK_BOX (box), atlas_page_view_new_prose (view, link, NULL));
  gtk_box_append (GTK_BOX (box), atlas_page_view_new_prose (view, description, "dimmed"));
  if (counts != NULL)
    gtk_box_append (GTK_BOX (box), atlas_page_view_new_prose (view, counts, "dimmed"));
  gtk_box_append (self->lens, box);
}

/* What the map colours; the overview is about three. */
static void
update_lens (AtlasStartPage *self)
{
  static const char *const overview[] = { "CSTO", "SCO", "BRICS" };
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  const AtlasDataset *dataset = atlas_page_view_get_dataset (view);
  const AtlasOrganisation *lens = atlas_dataset_find_organisation (dataset, atlas_state_get_lens (atlas_page_view_get_state (view)));

  atlas_box_clear (self->lens);
  atlas_page_parts_append_date (view, self->lens);
  if (lens != NULL)
    {
      append_organisation (self, lens);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (overview); i++)
    {
      const AtlasOrganisation *organisation = atlas_dataset_find_organisation (dataset, overview[i]);

      if (organisation != NULL)
        append_organisation (self, organisation);
    }
}

static GtkWidget *
new_article_row (gpointer item,
                 gpointer user_data)
{
  AtlasPageView *view = user_data;
  AtlasArticle *article = item;
  g_autofree char *link = atlas_prose_link ("article", atlas_article_get_key (article), atlas_article_get_title (article));
  g_autofree char *summary = g_markup_escape_text (atlas_article_get_summary (article), -1);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), atlas_page_view_new_prose (view, link, NULL));
  if (*summary != '\0')
    gtk_box_append (GTK_BOX (box), atlas_page_view_new_prose (view, summary, "source"));
  gtk_widget_add_css_class (box, "plain-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static GtkWidget *
new_articles_link (AtlasPageView *view)
{
  GtkWidget *list = atlas_boxed_list_new (_ ("All Articles"));

  gtk_list_box_append (GTK_LIST_BOX (list), atlas_articles_row_new (atlas_page_view_get_content (view)));
  return list;
}

static void
append_articles (AtlasPageView *view)
{
  const AtlasBriefings *briefings = atlas_content_get_briefings (atlas_page_view_get_content (view));
  const char *heading = _ ("To read");
  GPtrArray *articles;
  GtkWidget *section;

  if (briefings == NULL)
    return;
  articles = atlas_briefings_list (briefings, atlas_page_view_get_language (view));
  section = atlas_page_view_append_section (view, heading, articles->len);
  gtk_box_append (GTK_BOX (section), atlas_lazy_list_new (heading, articles, FIRST_ARTICLES, new_article_row, view));
  gtk_box_append (GTK_BOX (section), new_articles_link (view));
}

/* The last changes up to the state's date. */
static void
update_recent (AtlasStartPage *self)
{
  AtlasPageView *view = ATLAS_PAGE_VIEW (self);
  AtlasState *state = atlas_page_view_get_state (view);
  AtlasDay day = atlas_state_get_date (state);
  g_autoptr (GArray) all = atlas_query_timeline (atlas_page_view_get_dataset (view), NULL, NULL);
  GArray *recent = g_array_new (FALSE, FALSE, sizeof (AtlasMoment));

  for (guint i = 0; i < all->len; i++)
    {
      AtlasMoment moment = g_array_index (all, AtlasMoment, i);

      if (moment.date.earliest <= day && (moment.event == NULL || !moment.event->planned))
        g_array_append_val (recent, moment);
    }
  if (recent->len > RECENT_CHANGES)
    g_array_remove_range (recent, 0, recent->len - RECENT_CHANGES);
  atlas_box_clear (self->recent);
  gtk_box_append (self->recent, atlas_heading_new (_ ("Most recent"), 2));
  gtk_box_append (self->recent, atlas_timeline_list_new (state, atlas_page_view_get_content (view), NULL, NULL, recent, FIRST_CHANGES));
}

static GtkBox *
append_box (AtlasStartPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "page-section");
  atlas_page_view_append (ATLAS_PAGE_VIEW (self), box);
  return GTK_BOX (box);
}

static void
append_recent (AtlasPageView *view)
{
  AtlasStartPage *self = ATLAS_START_PAGE (view);

  self->recent = append_box (self);
  update_recent (self);
}

static void
atlas_start_page_build (AtlasPageView *view)
{
  AtlasStartPage *self = ATLAS_START_PAGE (view);

  atlas_page_view_set_title (view, _ ("Alliance Atlas"));
  append_welcome (self);
  append_own_articles (view);
  self->lens = append_box (self);
  update_lens (self);
  atlas_page_view_defer (view, append_articles);
  atlas_page_view_defer (view, append_recent);
  g_signal_connect_object (atlas_page_view_get_state (view), "notify::lens", G_CALLBACK (update_lens), self, G_CONNECT_SWAPPED);
}

static void
atlas_start_page_date_changed (AtlasPageView *view)
{
  AtlasStartPage *self = ATLAS_START_PAGE (view);

  update_lens (self);
  if (self->recent != NULL)
    update_recent (self);
}

static void
atlas_start_page_class_init (AtlasStartPageClass *klass)
{
  AtlasPageViewClass *view_class = ATLAS_PAGE_VIEW_CLASS (klass);

  view_class->build = atlas_start_page_build;
  view_class->date_changed = atlas_start_page_date_changed;
}

static void
atlas_start_page_init (AtlasStartPage *self)
{
}
