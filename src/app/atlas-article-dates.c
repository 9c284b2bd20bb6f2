/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-article-parts.h"

#include <glib/gi18n.h>

#include "atlas-date-input.h"
#include "atlas-lazy-list.h"

#define FIRST_DATES 5

static void
row_clicked_cb (GtkButton *button,
                AtlasPageView *view)
{
  atlas_state_set_date (atlas_page_view_get_state (view), GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "day")));
}

static GtkWidget *
new_row (gpointer item,
         gpointer user_data)
{
  AtlasPageView *view = user_data;
  const AtlasEvent *told = item;
  g_autofree char *date = atlas_date_format (&told->date);
  g_autofree char *words = g_markup_escape_text (atlas_event_get_title (told, NULL), -1);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *button = gtk_button_new_from_icon_name ("x-office-calendar-symbolic");
  GtkWidget *label = gtk_label_new (date);
  /* Translators: a button; %s is a date */
  g_autofree char *name = g_strdup_printf (_ ("Show %s on the Map"), date);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (lines), label);
  gtk_box_append (GTK_BOX (lines), atlas_page_view_new_prose (view, words, "source"));
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "day", GINT_TO_POINTER (atlas_date_pick_day (&told->date)));
  g_signal_connect_object (button, "clicked", G_CALLBACK (row_clicked_cb), view, G_CONNECT_DEFAULT);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "plain-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

/**
 * atlas_article_append_dates:
 *
 * Appends the dates that the article names, each of which the window can show, as it does
 * on the timeline; nothing where there are none.
 */
void
atlas_article_append_dates (AtlasPageView *view,
                            const AtlasDocument *document)
{
  GPtrArray *told = atlas_document_get_told (document);
  const char *heading = _ ("Dates in the Article");

  if (told == NULL)
    return;
  gtk_box_append (GTK_BOX (atlas_page_view_append_section (view, heading, told->len)),
                  atlas_lazy_list_new (heading, g_ptr_array_ref (told), FIRST_DATES, new_row, view));
}
