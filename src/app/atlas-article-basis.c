/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-article-parts.h"

#include <string.h>

#include <glib/gi18n.h>

#include "atlas-lazy-list.h"
#include "atlas-prose.h"
#include "atlas-words.h"

#define FIRST_ROWS 8

static const AtlasMembership *
find_membership (const AtlasDataset *dataset,
                 const char *id)
{
  guint n;
  const AtlasMembership *const *rows = atlas_dataset_get_memberships (dataset, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (rows[i]->id, id))
      return rows[i];
  return NULL;
}

static const AtlasSource *
describe_membership (AtlasPageView *view,
                     const AtlasMembership *row,
                     GString *markup)
{
  const char *language = atlas_page_view_get_language (view);
  g_autofree char *status = atlas_words_for_status (row->status, row->of);
  g_autofree char *from = atlas_date_format (&row->from);

  atlas_prose_append_link (markup, "country", row->country->code, atlas_country_get_name (row->country, language));
  g_string_append (markup, " · ");
  atlas_prose_append_link (markup, "organisation", row->organisation->id, atlas_organisation_get_abbreviation (row->organisation, language));
  g_string_append (markup, " · ");
  atlas_prose_append_text (markup, status, -1);
  if (*from != '\0')
    {
      g_string_append (markup, " · ");
      atlas_prose_append_text (markup, from, -1);
    }
  return row->source;
}

static const AtlasSource *
describe_event (AtlasPageView *view,
                const AtlasEvent *event,
                GString *markup)
{
  g_autofree char *date = atlas_date_format (&event->date);

  atlas_prose_append_link (markup, "event", event->id, atlas_event_get_title (event, atlas_page_view_get_language (view)));
  g_string_append (markup, " · ");
  atlas_prose_append_text (markup, date, -1);
  return event->source;
}

/* “event:ID”, “membership:ID” or “source:ID”: what the row says goes to
 * @markup; its source comes back. */
static const AtlasSource *
describe_row (AtlasPageView *view,
              const char *row,
              GString *markup)
{
  const AtlasDataset *dataset = atlas_page_view_get_dataset (view);
  const char *colon = strchr (row, ':');
  const char *id = colon != NULL ? colon + 1 : row;
  const AtlasEvent *event = atlas_dataset_find_event (dataset, id);
  const AtlasMembership *membership = find_membership (dataset, id);

  if (event != NULL)
    return describe_event (view, event, markup);
  if (membership != NULL)
    return describe_membership (view, membership, markup);
  return atlas_dataset_find_source (dataset, id);
}

static GtkWidget *
new_basis_row (gpointer item,
               gpointer user_data)
{
  AtlasPageView *view = user_data;
  g_autoptr (GString) markup = g_string_new (NULL);
  const AtlasSource *source = describe_row (view, item, markup);
  g_autofree char *origin = atlas_words_source (source);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  if (markup->len > 0)
    gtk_box_append (GTK_BOX (box), atlas_page_view_new_prose (view, markup->str, NULL));
  gtk_box_append (GTK_BOX (box), atlas_page_view_new_prose (view, origin, "source"));
  gtk_widget_add_css_class (box, "plain-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

/**
 * atlas_article_append_basis:
 * @rows: (array zero-terminated=1): “event:ID”, “membership:ID” or “source:ID”; outlives
 *   the page
 *
 * Appends what a briefing rests on.
 */
void
atlas_article_append_basis (AtlasPageView *view,
                            const char *const *rows)
{
  GPtrArray *items = g_ptr_array_new ();
  const char *heading = _ ("What it rests on");
  GtkWidget *section;

  for (guint i = 0; rows[i] != NULL; i++)
    g_ptr_array_add (items, (gpointer) rows[i]);
  section = atlas_page_view_append_section (view, heading, items->len);
  gtk_box_append (GTK_BOX (section), atlas_lazy_list_new (heading, items, FIRST_ROWS, new_basis_row, view));
}
